//! One sheet with all key poses of every figure, for a person to look through. Development only.
//!
//! `cargo run --example gallery -- FILE [dark] [ids…]` writes an HTML page.

use std::fmt::Write as _;
use std::path::Path;

use stridewell::figure::{Figure, FigureNotation, Frame, Hair, Mirror};
use stridewell::library::{self, ExerciseId, Muscle};

#[derive(serde::Deserialize)]
struct Sample {
    id: String,
    #[serde(flatten)]
    notation: FigureNotation,
    #[serde(default)]
    muscles: Vec<Muscle>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap_or_else(|| "gallery.html".to_owned());
    let words: Vec<String> = args.collect();
    let has = |word: &str| words.iter().any(|other| other == word);
    let ids: Vec<&String> = words
        .iter()
        .filter(|word| !["dark", "short", "mirror", "swap", "between", "big", "arrows"].contains(&word.as_str()))
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples: Vec<Sample> =
        serde_json::from_str(&std::fs::read_to_string(root.join("src/figure/testdata/figures.json"))?)?;
    let mut css = String::new();
    for file in ["tokens.css", "figure.css"] {
        css += &std::fs::read_to_string(root.join("style").join(file))?;
    }
    let frame = if has("big") { Frame::Tight } else { Frame::Common };
    if has("big") {
        css += ".figure { inline-size: 460px !important; block-size: 400px !important }";
    }
    let theme = if has("dark") { "dark" } else { "light" };
    let mut page =
        format!("<!doctype html><html data-theme={theme}><meta charset=utf-8><style>{PAGE}{css}</style><body>");
    let order: Vec<&Sample> = if ids.is_empty() {
        samples.iter().collect()
    } else {
        ids.iter().filter_map(|id| samples.iter().find(|sample| sample.id == **id)).collect()
    };
    for sample in order {
        let hair = if has("short") { Hair::Short } else { Hair::Bun };
        // What is in the library is shown as it ships.
        let shipped = ExerciseId::parse(&sample.id).and_then(|id| library::first().get(id));
        let figure = match shipped {
            Some(exercise) => Figure::of(exercise)?,
            None => Figure::parse(&sample.notation, &sample.muscles)?,
        };
        let figure = figure.with_hair(hair);
        let figure = if has("arrows") { figure.with_arrows() } else { figure };
        let mirror = Mirror::of(has("mirror"));
        write!(page, "<section><h2>{}</h2><div>", sample.id)?;
        let steps = if has("between") { 4 } else { 1 };
        let poses = u32::try_from(figure.poses())?;
        let end = if figure.is_cycle() && steps > 1 { poses } else { poses - 1 };
        let ats = (0..=end * steps).map(|step| f64::from(step) / f64::from(steps));
        for at in ats {
            let at = if has("swap") { at + f64::from(poses) } else { at };
            let scene = figure.scene(at, mirror);
            write!(page, "<svg class=figure viewBox='{}'>", figure.view_box(frame, mirror))?;
            for part in &scene.parts {
                write!(page, "<path class='{}' d='{}'/>", part.class, part.path)?;
            }
            page += "</svg>";
        }
        page += "</div></section>";
    }
    std::fs::write(out, page)?;
    Ok(())
}

const PAGE: &str = "body{margin:8px;background:var(--page);color:var(--ink);font:13px system-ui;display:flex;flex-wrap:wrap;gap:10px}
h2{font-size:13px;margin:0 0 4px}section div{display:flex;gap:4px}section svg{inline-size:270px;block-size:270px;background:var(--stage);border-radius:14px}";
