//! The pain map: a drawn body from front and back with spots to tap, and the same places as a list.
//!
//! Each spot is a choice of its own that keyboards and screen readers know; the answer keeps the places, and `q-side` the
//! hip. Not here: which spots a view has (see `program::evaluation`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::question::Draft;
use crate::journal::Answer;
use crate::locale::Key;
use crate::program::evaluation::{BodySide, Question, Region, Spot, View, spots};
use crate::program::plan::SoreSide;
use crate::ui::{Icon, icon};

/// Other spots that can be named.
const OTHERS_MAX: usize = 8;

/// An ellipse on the drawing, for the half that is right of the middle: center, radii, and a turn in degrees.
type Shape = [i16; 5];

/// Half of the outline; the other half is its mirror image. The middle is at 0, the waist above.
const BODY: &str = "M-1 4H63C66 28 70 46 77 66C88 90 106 114 112 148C115 180 109 222 100 272C93 312 86 330 86 356C86 376 93 392 91 444H37C33 404 35 382 34 360C32 326 24 288 13 236C9 216 6 204-1 200Z";
const SHORTS: &str = "M-1 104C40 101 72 97 93 99C103 114 109 130 112 150C82 158 46 178 17 205C10 210 4 204-1 202Z";
const CREASES_FRONT: &str = "M0 48v10M48 350c8 11 24 11 32 0M-48 350c-8 11-24 11-32 0";
const CREASES_BACK: &str = "M0 14v74M0 150v46M44 352c8 6 24 6 32 0M-44 352c-8 6-24 6-32 0";

/// Where a region lies in a view.
const fn shape(region: Region, view: View) -> Shape {
    match (region, view) {
        (Region::GroinCrease, _) => [56, 145, 15, 44, 42],
        (Region::FrontThigh, _) => [66, 248, 20, 46, 4],
        (Region::InnerGroin, _) => [28, 240, 15, 36, -8],
        (Region::Pubic, _) => [0, 183, 19, 15, 0],
        (Region::OuterHip, View::Front) => [105, 142, 17, 38, -10],
        (Region::OuterHip, View::Back) => [108, 152, 16, 38, -6],
        (Region::OuterThigh, _) => [104, 252, 15, 50, 7],
        (Region::ButtockUpper, _) => [62, 110, 30, 16, 12],
        (Region::ButtockDeep, _) => [54, 150, 28, 17, 6],
        (Region::SitBone, _) => [36, 190, 20, 15, 0],
        (Region::BackThigh, _) => [55, 260, 25, 44, 5],
        (Region::LowBack, _) => [36, 54, 24, 30, 0],
        (Region::Sacrum, _) => [0, 119, 16, 27, 0],
        (Region::Knee, _) => [61, 366, 24, 26, 0],
        (Region::LowerLeg, _) => [62, 420, 24, 20, 0],
    }
}

/// What the map holds while it is shown.
#[derive(Clone, Copy)]
struct Map {
    id: &'static str,
    say: Say,
    draft: Draft,
    /// The spots that are tapped; the answer has their places.
    tapped: RwSignal<Vec<Spot>>,
    sides: &'static [BodySide],
    /// One spot, or more.
    is_many: bool,
}

impl Map {
    /// A spot is tapped, or chosen by a key.
    fn tap(self, spot: Spot) {
        self.tapped.update(|tapped| match tapped.iter().position(|one| *one == spot) {
            Some(at) if self.is_many => {
                tapped.remove(at);
            }
            _ => {
                tapped.retain(|_| self.is_many);
                tapped.push(spot);
            }
        });
        self.answer();
    }

    /// A place is chosen in the list: on the sore side.
    fn choose(self, region: Region) {
        self.tapped.update(|tapped| {
            let had = tapped.iter().any(|one| one.region == region);
            tapped.retain(|one| self.is_many && one.region != region);
            if !(had && self.is_many) {
                tapped.extend(on_sides(region, self.sides));
            }
        });
        self.answer();
    }

    fn answer(self) {
        let regions: Vec<String> = Region::ALL
            .iter()
            .filter(|region| self.tapped.with_untracked(|tapped| tapped.iter().any(|one| one.region == **region)))
            .map(|region| region.id().to_owned())
            .collect();
        self.draft.set(match regions.first() {
            _ if self.is_many => Some(Answer::List(regions)),
            Some(first) => Some(Answer::Text(first.clone())),
            None => None,
        });
    }

    const fn kind(self) -> &'static str {
        if self.is_many { "checkbox" } else { "radio" }
    }
}

/// The spots of a place on those sides.
fn on_sides(region: Region, sides: &[BodySide]) -> Vec<Spot> {
    if region.is_midline() {
        return vec![Spot { region, side: None }];
    }
    sides.iter().map(|side| Spot { region, side: Some(*side) }).collect()
}

const fn sore(side: Option<SoreSide>) -> &'static [BodySide] {
    match side {
        Some(SoreSide::Left) => &[BodySide::Left],
        Some(SoreSide::Right) => &[BodySide::Right],
        _ => &BodySide::ALL,
    }
}

/// The map with its list. The spot that hurts most is no other spot.
pub fn view(id: &'static str, draft: Draft) -> Markup {
    let (app, say) = (App::here(), Say::here());
    let is_many = id == Question::RegionsOther.id();
    let (side, main) = app.peek(|model| {
        let side = model.evaluation_asked().and_then(|asked| asked.side);
        (side, model.evaluation_said(Question::RegionMain))
    });
    let sides = sore(side);
    let chosen = match draft.get_untracked() {
        Some(Answer::Text(region)) => vec![region],
        Some(Answer::List(regions)) => regions,
        _ => Vec::new(),
    };
    let spots_of = |regions: &[String]| -> Vec<Spot> {
        regions.iter().filter_map(|id| Region::parse(id)).flat_map(|region| on_sides(region, sides)).collect()
    };
    let map = Map { id, say, draft, tapped: RwSignal::new(spots_of(&chosen)), sides, is_many };
    let main: Vec<Region> = main.iter().filter_map(|id| Region::parse(id)).filter(|_| is_many).collect();
    let shown = chosen.first().and_then(|id| Region::parse(id)).is_none_or(|region| region.is_in(View::Front));
    let seen = RwSignal::new(if shown { View::Front } else { View::Back });
    let turn = move |view: View, key: Key| {
        view! {
            <button type="button" aria-pressed=move || (seen.get() == view).to_string()
                on:click=move |_| seen.set(view)>{say.text(key)}</button>
        }
    };
    let list = list(map, &main);
    view! {
        <div class="segmented" role="group" aria-label=say.text(Key::EvalView)>
            {turn(View::Front, Key::EvalFront)}{turn(View::Back, Key::EvalBack)}
        </div>
        {move || drawing(map, seen.get(), &main)}
        <div class="stack s">
            <h2 class="small quiet" id="places">{say.text(Key::EvalList)}</h2>
            {list}
        </div>
    }
}

fn drawing(map: Map, seen: View, main: &[Region]) -> Markup {
    let say = map.say;
    let (creases, ends) = match seen {
        View::Front => (CREASES_FRONT, [Key::EvalYourRight, Key::EvalYourLeft]),
        View::Back => (CREASES_BACK, [Key::EvalYourLeft, Key::EvalYourRight]),
    };
    let [start, end] = ends.map(|key| say.text(key));
    let spots = spots(seen)
        .into_iter()
        .filter(|spot| !main.contains(&spot.region))
        .map(|spot| spot_view(map, spot, seen))
        .collect::<Markup>();
    let role = if map.is_many { "group" } else { "radiogroup" };
    view! {
        <div class="bodymap">
            <p class="spread" aria-hidden="true"><span>{start}</span><span>{end}</span></p>
            <div class="map" role=role aria-labelledby="q" data-view=seen.id()>
                <svg viewBox="-140 0 280 444" aria-hidden="true">
                    <g class="body"><path d=BODY></path><path transform="scale(-1 1)" d=BODY></path></g>
                    <g class="brief"><path d=SHORTS></path><path transform="scale(-1 1)" d=SHORTS></path></g>
                    <path class="crease" d=creases></path>
                </svg>
                {spots}
            </div>
        </div>
    }
}

/// One spot: a radio button or a box in the form of its place.
fn spot_view(map: Map, spot: Spot, seen: View) -> Markup {
    let [x, y, across, along, turn] = shape(spot.region, seen);
    // Seen from the front, the runner's left is at the right.
    let is_mirrored = spot.side == Some(if seen == View::Front { BodySide::Right } else { BodySide::Left });
    let sign = if is_mirrored { -1 } else { 1 };
    let region = map.say.by_id(&["region", spot.region.id()].join("."));
    let label = match spot.side {
        Some(BodySide::Left) => [region, map.say.text(Key::EvalLeft)].join(", "),
        Some(BodySide::Right) => [region, map.say.text(Key::EvalRight)].join(", "),
        None => region,
    };
    let is_chosen = move || map.tapped.with(|tapped| tapped.contains(&spot));
    view! {
        <label class="spot" data-spot=spot.region.id() data-side=spot.side.map(BodySide::id)
            style:--x=(sign * x).to_string() style:--y=y.to_string() style:--w=across.to_string()
            style:--h=along.to_string() style:--r=(sign * turn).to_string()>
            <input type=map.kind() name=format!("{}-spot", map.id) aria-label=label prop:checked=is_chosen
                on:change=move |_| map.tap(spot)/>
            {icon(Icon::Check)}
        </label>
    }
}

/// All places by name: the map's equal for those who do not see it.
fn list(map: Map, main: &[Region]) -> Markup {
    let rows = Region::ALL
        .iter()
        .copied()
        .filter(|region| !main.contains(region))
        .map(|region| {
            let id = region.id();
            let is_chosen = move || map.tapped.with(|tapped| tapped.iter().any(|one| one.region == region));
            view! {
                <label class="chip" data-option=id>
                    <input type=map.kind() name=map.id value=id prop:checked=is_chosen
                        on:change=move |_| map.choose(region)/>
                    {map.say.by_id(&["region", id].join("."))}
                </label>
            }
        })
        .collect::<Markup>();
    let role = if map.is_many { "group" } else { "radiogroup" };
    view! { <div class="chips" role=role aria-labelledby="places">{rows}</div> }
}

/// One spot, or up to eight others; none of them is an answer too.
pub fn ready(id: &'static str, given: Option<Answer>) -> Result<Answer, String> {
    match given {
        Some(Answer::List(list)) if list.len() > OTHERS_MAX => Err(Say::here().text(Key::EvalTooManySpots)),
        Some(answer) => Ok(answer),
        None if id == Question::RegionsOther.id() => Ok(Answer::List(Vec::new())),
        None => Err(Say::here().text(Key::CheckChooseFirst)),
    }
}
