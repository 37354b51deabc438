//! Levels and ladders of each exercise (`progression.md` section 8, `PRG-V1` to `PRG-V6`).
//!
//! Not here: when something moves (see `course`), and the sets and seconds of a session (see `plan`).

use super::change::Changed;
use crate::library::{Category, DoseLevel, Exercise, ExerciseId, Library, Phase, Tag};
use crate::program::plan::{easier, is_harder, ladder};
use crate::program::reason::RuleId;
use crate::units::Day;

/// At most that many go up in one session (`PRG-V3`).
const MOST_UP: usize = 2;
/// Days for which an exercise without an easier step is left out (`PRG-V4`).
const OUT_DAYS: i32 = 3;
/// Days in which the third fall leaves an exercise out (`PRG-V5`).
const FALL_DAYS: i32 = 28;
const FALLS: usize = 3;

/// Until when an exercise is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// `PRG-V4`: until that day.
    Until(Day),
    /// `PRG-V5`: until the next re-test.
    ReTest,
}

/// One exercise of a session, as it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneItem {
    /// Which.
    pub id: ExerciseId,
    /// The planned level.
    pub level: DoseLevel,
    /// All planned sets were done, pain was within the limit, nothing was marked or exchanged.
    pub good: bool,
    /// Marked bad: its counter is 0.
    pub bad: bool,
    /// Pain was over the limit.
    pub sore: bool,
}

/// What is known of one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemState {
    /// Which.
    pub id: ExerciseId,
    /// Its level.
    pub level: DoseLevel,
    /// Level and sets when it was last done; fill does not count.
    pub last: Option<(DoseLevel, u8)>,
    /// Until when it is left out.
    pub out: Option<Out>,
    /// It comes back with one set (`PRG-V4`).
    pub one_set: bool,
    good: u8,
    first_good: Day,
    falls: Vec<Day>,
}

/// The steps of one ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// The easiest step, by which the ladder is known.
    pub ladder: ExerciseId,
    /// The runner's current step.
    pub current: ExerciseId,
    /// The step that was last done.
    pub last: ExerciseId,
}

/// All exercises and ladders that were begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Items {
    states: Vec<ItemState>,
    rungs: Vec<Rung>,
}

/// What a rise has to ask: what may be used, and which step the phase's lists name on a ladder.
pub struct Rise<'a> {
    /// The exercises.
    pub library: &'a Library,
    /// The phase.
    pub phase: Phase,
    /// The ids that the strength lists of the phase name.
    pub listed: &'a [ExerciseId],
    /// Whether an exercise may be used.
    pub allowed: &'a dyn Fn(&Exercise) -> bool,
    /// The highest level (`maxLevel`).
    pub most: DoseLevel,
}

/// The level under that one.
const fn lower(level: DoseLevel) -> Option<DoseLevel> {
    match level {
        DoseLevel::One => None,
        DoseLevel::Two => Some(DoseLevel::One),
        DoseLevel::Three => Some(DoseLevel::Two),
    }
}

const fn higher(level: DoseLevel) -> Option<DoseLevel> {
    match level {
        DoseLevel::One => Some(DoseLevel::Two),
        DoseLevel::Two => Some(DoseLevel::Three),
        DoseLevel::Three => None,
    }
}

impl Items {
    /// All exercises that were begun, by id.
    pub fn states(&self) -> &[ItemState] {
        &self.states
    }

    /// All ladders that were begun.
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }

    /// What is known of an exercise.
    pub fn get(&self, id: ExerciseId) -> Option<&ItemState> {
        self.states.binary_search_by_key(&id, |state| state.id).ok().and_then(|at| self.states.get(at))
    }

    /// Level, good ones in a row, and days since the first of them.
    pub fn streak(&self, id: ExerciseId, today: Day) -> Option<(DoseLevel, u8, i32)> {
        self.get(id).map(|state| (state.level, state.good, today.since(state.first_good)))
    }

    fn state(&mut self, id: ExerciseId, level: DoseLevel) -> Option<&mut ItemState> {
        let at = match self.states.binary_search_by_key(&id, |state| state.id) {
            Ok(at) => at,
            Err(at) => {
                let new = ItemState {
                    id,
                    level,
                    last: None,
                    out: None,
                    one_set: false,
                    good: 0,
                    first_good: Day::from_epoch(0),
                    falls: Vec::new(),
                };
                self.states.insert(at, new);
                at
            }
        };
        self.states.get_mut(at)
    }

    fn rung(&mut self, ladder: ExerciseId) -> Option<&mut Rung> {
        self.rungs.iter_mut().find(|rung| rung.ladder == ladder)
    }

    /// The runner's current step on the ladder of an exercise.
    pub fn current(&self, ladder: ExerciseId) -> Option<ExerciseId> {
        self.rungs.iter().find(|rung| rung.ladder == ladder).map(|rung| rung.current)
    }

    /// An exercise was done, at that level and with that many sets. A new one begins at the level as it was planned. On
    /// its ladder a harder step than the current one becomes the current one; an easier one, which may only have stood
    /// in for it, does not.
    pub fn was_done(&mut self, exercise: &Exercise, level: DoseLevel, sets: u8, library: &Library) {
        if let Some(state) = self.state(exercise.id, level) {
            state.last = Some((level, sets));
            state.one_set = false;
        }
        let ladder = ladder(exercise, library);
        match self.rung(ladder) {
            Some(rung) => {
                rung.last = exercise.id;
                if library.get(rung.current).is_some_and(|current| is_harder(exercise, current, library)) {
                    rung.current = exercise.id;
                }
            }
            None => self.rungs.push(Rung { ladder, current: exercise.id, last: exercise.id }),
        }
    }

    /// `PRG-V1` to `PRG-V3`: what goes up after a session with Progress, in its order. Without `may_rise` (`PRG-V6`)
    /// nothing does, and the counters go on.
    pub fn rise(&mut self, done: &[DoneItem], day: Day, may_rise: bool, rise: &Rise<'_>) -> Vec<(Changed, RuleId)> {
        let mut ups = Vec::new();
        for item in done {
            if item.bad {
                self.forget(item.id);
                continue;
            }
            let Some(exercise) = rise.library.get(item.id) else { continue };
            if !item.good || !counts(exercise) {
                continue;
            }
            let Some(state) = self.state(item.id, item.level) else { continue };
            if state.level != item.level {
                continue;
            }
            if state.good == 0 {
                state.first_good = day;
            }
            state.good = state.good.saturating_add(1);
            if may_rise && ups.len() < MOST_UP {
                ups.extend(self.up(exercise, day, rise));
            }
        }
        ups
    }

    /// The counters of what was marked bad are 0, whatever the result.
    pub fn forget(&mut self, id: ExerciseId) {
        if let Ok(at) = self.states.binary_search_by_key(&id, |state| state.id)
            && let Some(state) = self.states.get_mut(at)
        {
            state.good = 0;
        }
    }

    fn up(&mut self, exercise: &Exercise, day: Day, rise: &Rise<'_>) -> Option<(Changed, RuleId)> {
        let (level, good, days) = self.get(exercise.id).map(|it| (it.level, it.good, day.since(it.first_good)))?;
        if let Some(harder) = harder_now(exercise, (level, good, days), rise) {
            let ladder = ladder(exercise, rise.library);
            self.forget(exercise.id);
            if let Some(rung) = self.rung(ladder) {
                rung.current = harder;
            }
            if let Some(state) = self.state(harder, DoseLevel::One) {
                state.level = DoseLevel::One;
                state.good = 0;
            }
            return Some((Changed::StepUp(exercise.id, harder), RuleId("PRG-V2")));
        }
        let needed = match exercise.category {
            Category::Mobility | Category::SelfSoftTissue | Category::SelfMobilization => 3,
            _ => 2,
        };
        let next = higher(level).filter(|next| *next <= rise.most && good >= needed)?;
        let state = self.state(exercise.id, level)?;
        state.level = next;
        state.good = 0;
        Some((Changed::LevelUp(exercise.id, next), RuleId("PRG-V1")))
    }

    /// `PRG-V4`, `PRG-V5`: one exercise goes down.
    pub fn fall(
        &mut self,
        exercise: &Exercise,
        day: Day,
        library: &Library,
        allowed: &dyn Fn(&Exercise) -> bool,
    ) -> Option<(Changed, RuleId)> {
        let state = self.state(exercise.id, DoseLevel::One)?;
        state.good = 0;
        state.falls.retain(|fall| day.since(*fall) < FALL_DAYS);
        state.falls.push(day);
        if state.falls.len() >= FALLS {
            state.out = Some(Out::ReTest);
            return Some((Changed::OutUntilReTest(exercise.id), RuleId("PRG-V5")));
        }
        let rule = RuleId("PRG-V4");
        if let Some(level) = lower(state.level) {
            state.level = level;
            return Some((Changed::LevelDown(exercise.id, level), rule));
        }
        let below = (exercise.category == Category::Strength).then(|| easier(exercise, library)).flatten();
        if let Some(below) = below.filter(|below| allowed(below)) {
            let ladder = ladder(exercise, library);
            match self.rung(ladder) {
                Some(rung) => rung.current = below.id,
                None => self.rungs.push(Rung { ladder, current: below.id, last: exercise.id }),
            }
            if let Some(state) = self.state(below.id, DoseLevel::One) {
                state.level = DoseLevel::One;
                state.good = 0;
            }
            return Some((Changed::StepDown(exercise.id, below.id), rule));
        }
        let until = day.plus(OUT_DAYS);
        let state = self.state(exercise.id, DoseLevel::One)?;
        state.out = Some(Out::Until(until));
        state.one_set = true;
        Some((Changed::OutUntil(exercise.id, until), rule))
    }

    /// All exercises one level down, not under 1.
    pub fn all_down(&mut self) {
        for state in &mut self.states {
            state.level = lower(state.level).unwrap_or(DoseLevel::One);
            state.good = 0;
        }
    }

    /// All exercises at level 1.
    pub fn all_level_one(&mut self) {
        for state in &mut self.states {
            state.level = DoseLevel::One;
            state.good = 0;
        }
    }

    /// `PRG-G1`: every ladder one step easier, at level 1.
    pub fn all_easier(&mut self, library: &Library) {
        self.all_level_one();
        for rung in &mut self.rungs {
            let below = library.get(rung.current).and_then(|current| easier(current, library));
            if let Some(below) = below.filter(|below| below.category == Category::Strength) {
                rung.current = below.id;
            }
        }
    }

    /// Ends what is over.
    pub fn pass_day(&mut self, day: Day) {
        for state in &mut self.states {
            if let Some(Out::Until(until)) = state.out
                && day >= until
            {
                state.out = None;
            }
        }
    }

    /// After a re-test what was left out returns at level 1 (`PRG-Z3`).
    pub fn re_tested(&mut self, hurt_out: &[ExerciseId]) {
        for state in &mut self.states {
            if state.out == Some(Out::ReTest) || hurt_out.contains(&state.id) {
                state.level = DoseLevel::One;
                state.good = 0;
                state.falls.clear();
            }
            if state.out == Some(Out::ReTest) {
                state.out = None;
            }
        }
    }
}

/// Whether an exercise has a level that goes up: strength, aquatic, `a-march`, mobility, self-manual.
fn counts(exercise: &Exercise) -> bool {
    match exercise.category {
        Category::WarmUp => false,
        Category::RunningDrill => exercise.id.id() == "a-march",
        _ => true,
    }
}

/// `PRG-V2`: the harder step that takes its place now.
pub fn harder_now(
    exercise: &Exercise,
    (level, good, days): (DoseLevel, u8, i32),
    rise: &Rise<'_>,
) -> Option<ExerciseId> {
    if exercise.category != Category::Strength {
        return None;
    }
    let harder = exercise.harder.and_then(|id| rise.library.get(id)).filter(|harder| (rise.allowed)(harder))?;
    let own = ladder(exercise, rise.library);
    let listed = rise.listed.iter().filter_map(|id| rise.library.get(*id));
    let listed = listed.into_iter().find(|listed| ladder(listed, rise.library) == own);
    let early = matches!(rise.phase, Phase::Calm | Phase::Build);
    let over_list = listed.is_none_or(|listed| is_harder(harder, listed, rise.library));
    if early && over_list {
        return None;
    }
    if harder.tags.contains(&Tag::Impact) || harder.tags.contains(&Tag::Ballistic) && early {
        return None;
    }
    let named = listed.is_some_and(|listed| is_harder(listed, exercise, rise.library));
    let by_time = level == DoseLevel::Three && good >= 3 && days >= 7;
    let by_list = named && level >= DoseLevel::Two && good >= 2;
    (by_time || by_list).then_some(harder.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::first;

    fn exercise(id: &str) -> &'static Exercise {
        first().get(ExerciseId::parse(id).expect(id)).expect(id)
    }

    fn day(day: i32) -> Day {
        Day::from_epoch(20_000 + day)
    }

    fn good(id: &str, level: DoseLevel) -> DoneItem {
        DoneItem { id: exercise(id).id, level, good: true, bad: false, sore: false }
    }

    fn any(_: &Exercise) -> bool {
        true
    }

    fn rise(phase: Phase, listed: &[ExerciseId]) -> Rise<'_> {
        Rise { library: first(), phase, listed, allowed: &any, most: DoseLevel::Three }
    }

    fn at(id: &str, level: DoseLevel) -> Items {
        let mut items = Items::default();
        items.was_done(exercise(id), level, 2, first());
        items
    }

    #[test]
    fn prg_v1_two_good_in_a_row_for_strength_three_for_mobility() {
        let (rise, mut items) = (rise(Phase::Build, &[]), at("sit-to-stand", DoseLevel::One));
        let one = DoseLevel::One;
        let ups = |items: &mut Items, id: &str, at| items.rise(&[good(id, one)], day(at), true, &rise);
        assert!(ups(&mut items, "sit-to-stand", 0).is_empty());
        let (up, rule) = ups(&mut items, "sit-to-stand", 2).pop().unwrap();
        assert_eq!((up, rule.0), (Changed::LevelUp(exercise("sit-to-stand").id, DoseLevel::Two), "PRG-V1"));
        let counts: Vec<usize> = (0..3).map(|at| ups(&mut items, "cat-camel", at).len()).collect();
        assert_eq!(counts, [0, 0, 1]);
        assert!(ups(&mut items, "march-in-place", 0).is_empty() && ups(&mut items, "march-in-place", 1).is_empty());
    }

    #[test]
    fn prg_v1_a_bad_mark_begins_anew_and_anything_else_waits() {
        let (rise, mut items) = (rise(Phase::Build, &[]), at("sit-to-stand", DoseLevel::One));
        let item = good("sit-to-stand", DoseLevel::One);
        items.rise(&[item], day(0), true, &rise);
        items.rise(&[DoneItem { good: false, ..item }], day(2), true, &rise);
        assert_eq!(items.rise(&[item], day(4), true, &rise).len(), 1, "the counter stays");
        let mut items = at("sit-to-stand", DoseLevel::One);
        items.rise(&[item], day(0), true, &rise);
        items.rise(&[DoneItem { good: false, bad: true, ..item }], day(2), true, &rise);
        assert!(items.rise(&[item], day(4), true, &rise).is_empty());
    }

    #[test]
    fn prg_v2_a_harder_step_after_three_good_at_level_three_over_a_week() {
        let listed = [exercise("bridge-single-leg").id, exercise("bridge-double").id];
        let three = good("glute-set", DoseLevel::Three);
        let step = |days: [i32; 3], phase| {
            let (rise, mut items) = (rise(phase, &listed[1..]), at("glute-set", DoseLevel::Three));
            days.map(|at| items.rise(&[three], day(at), true, &rise).pop()).last().copied().flatten()
        };
        // The list names the harder step: two good are enough at level 2 or 3.
        let up = Changed::StepUp(exercise("glute-set").id, exercise("bridge-double").id);
        let (rise_b, mut items) = (rise(Phase::Build, &listed[1..]), at("glute-set", DoseLevel::Two));
        let two = good("glute-set", DoseLevel::Two);
        assert!(items.rise(&[two], day(0), true, &rise_b).is_empty());
        assert_eq!(items.rise(&[two], day(1), true, &rise_b), [(up, RuleId("PRG-V2"))]);
        assert_eq!(items.current(exercise("glute-set").id), Some(exercise("bridge-double").id));
        // Never over the list in calm and build; in load only over the whole week.
        let over = |phase, days: [i32; 3]| {
            let (rise, mut items) = (rise(phase, &listed[1..]), at("bridge-double", DoseLevel::Three));
            let three = good("bridge-double", DoseLevel::Three);
            days.map(|at| items.rise(&[three], day(at), true, &rise).len()).iter().sum::<usize>()
        };
        assert_eq!(over(Phase::Build, [0, 4, 8]), 0);
        assert_eq!(over(Phase::Load, [0, 4, 8]), 1);
        assert_eq!(over(Phase::Load, [0, 2, 4]), 0);
        assert!(step([0, 1, 2], Phase::Build).is_none(), "it rose at the second one");
    }

    #[test]
    fn prg_v2_is_never_a_step_that_may_not_be_used() {
        let listed = [exercise("bridge-double").id];
        let no = |_: &Exercise| false;
        let rise = Rise { allowed: &no, ..rise(Phase::Build, &listed) };
        let mut items = at("glute-set", DoseLevel::Two);
        let two = good("glute-set", DoseLevel::Two);
        items.rise(&[two], day(0), true, &rise);
        let (up, _) = items.rise(&[two], day(1), true, &rise).pop().unwrap();
        assert_eq!(up, Changed::LevelUp(exercise("glute-set").id, DoseLevel::Three), "V1 goes on");
    }

    #[test]
    fn prg_v3_two_at_most_go_up() {
        let ids = ["sit-to-stand", "clamshell", "hip-hinge"];
        let (rise, mut items) = (rise(Phase::Build, &[]), Items::default());
        for id in ids {
            items.was_done(exercise(id), DoseLevel::One, 2, first());
        }
        let all = ids.map(|id| good(id, DoseLevel::One));
        assert!(items.rise(&all, day(0), true, &rise).is_empty());
        assert_eq!(items.rise(&all, day(2), true, &rise).len(), 2);
        let third = items.rise(&all[2..], day(4), true, &rise);
        assert_eq!(third.len(), 1, "the others keep their counters");
    }

    #[test]
    fn prg_v4_down_by_level_then_by_step_then_out() {
        let mut items = at("bridge-double", DoseLevel::Two);
        let (bridge, glute) = (exercise("bridge-double").id, exercise("glute-set").id);
        let fall = |items: &mut Items, id: &str, at| items.fall(exercise(id), day(at), first(), &any).unwrap().0;
        assert_eq!(fall(&mut items, "bridge-double", 0), Changed::LevelDown(bridge, DoseLevel::One));
        assert_eq!(fall(&mut items, "bridge-double", 30), Changed::StepDown(bridge, glute));
        assert_eq!(items.current(glute), Some(glute));
        assert_eq!(fall(&mut items, "glute-set", 60), Changed::OutUntil(glute, day(63)));
        items.pass_day(day(62));
        assert!(items.get(glute).unwrap().out.is_some());
        items.pass_day(day(63));
        assert!(items.get(glute).unwrap().out.is_none() && items.get(glute).unwrap().one_set);
        let camel = exercise("cat-camel").id;
        assert_eq!(fall(&mut items, "cat-camel", 0), Changed::OutUntil(camel, day(3)));
    }

    #[test]
    fn prg_v5_the_third_fall_in_28_days_leaves_it_out() {
        let mut items = at("bridge-double", DoseLevel::Three);
        let mut fall = |at| items.fall(exercise("bridge-double"), day(at), first(), &any).unwrap();
        fall(0);
        fall(10);
        let (out, rule) = fall(27);
        assert_eq!((out, rule.0), (Changed::OutUntilReTest(exercise("bridge-double").id), "PRG-V5"));
        items.re_tested(&[]);
        let state = items.get(exercise("bridge-double").id).unwrap();
        assert_eq!((state.out, state.level), (None, DoseLevel::One), "PRG-Z3: it returns at level 1");
        let mut items = at("bridge-double", DoseLevel::Three);
        let mut fall = |at| items.fall(exercise("bridge-double"), day(at), first(), &any).unwrap();
        fall(0);
        fall(10);
        assert_ne!(fall(28).1.0, "PRG-V5", "the first is 28 days old");
    }

    #[test]
    fn an_easier_stand_in_does_not_move_the_ladder() {
        let mut items = at("bridge-double", DoseLevel::Two);
        items.was_done(exercise("glute-set"), DoseLevel::One, 1, first());
        assert_eq!(items.current(exercise("glute-set").id), Some(exercise("bridge-double").id));
        assert_eq!(items.rungs()[0].last, exercise("glute-set").id);
        items.was_done(exercise("bridge-double"), DoseLevel::Two, 2, first());
        items.all_easier(first());
        assert_eq!(items.current(exercise("glute-set").id), Some(exercise("glute-set").id), "PRG-G1");
        assert_eq!(items.get(exercise("bridge-double").id).unwrap().level, DoseLevel::One);
    }
}
