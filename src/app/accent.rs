//! The clinic's accent color: read from its file, and corrected until text can be read on it and in it (4.5 : 1).
//!
//! The style sheet derives every color from the accent by lightness alone; here the same derivations are looked at as
//! the screen shows them. A color that fails keeps its hue and gives up lightness or strength.
//!
//! Not here: the style sheet itself.

use core::fmt;

/// A color that is safe as `--accent`, in OKLCH; written as CSS by `Display`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accent {
    /// Lightness, 0 to 1.
    l: f64,
    /// Chroma, 0 to 0.4.
    c: f64,
    /// Hue in degrees, 0 to 360.
    h: f64,
}

/// The contrast that text needs (WCAG 2.2, 1.4.3).
pub const CONTRAST: f64 = 4.5;
/// Up to this lightness the style sheet puts white on the accent; between the two neither white nor black would do.
const DARK_MOST: f64 = 0.52;
/// From this lightness on it puts near-black on it.
const LIGHT_LEAST: f64 = 0.68;
const CHROMA_MOST: f64 = 0.4;

/// Linear red, green and blue, as the screen can show them.
type Rgb = [f64; 3];

impl Default for Accent {
    fn default() -> Self {
        Self { l: 0.5, c: 0.088, h: 205.0 }
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Numbers are whole thousandths (hue: tenths), so nothing longer is printed.
        write!(f, "oklch({} {} {})", self.l, self.c, self.h)
    }
}

impl Accent {
    /// Reads `#rgb`, `#rrggbb`, `rgb()` or `oklch()`, without transparency, and corrects it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 100 || !text.is_ascii() {
            return None;
        }
        let text = text.to_ascii_lowercase();
        let color = if let Some(digits) = text.strip_prefix('#') {
            Self::of_rgb(hex(digits)?)
        } else if let Some(list) = list(&text, "rgb(") {
            let [r, g, b] = list.map(|part| scaled(part, 255.0, 255.0));
            Self::of_rgb([r? / 255.0, g? / 255.0, b? / 255.0])
        } else {
            let [l, c, h] = list(&text, "oklch(")?;
            let h: f64 = h.strip_suffix("deg").unwrap_or(h).parse().ok().filter(|hue: &f64| hue.is_finite())?;
            Self { l: scaled(l, 1.0, 1.0)?, c: scaled(c, CHROMA_MOST, 0.5)?, h }
        };
        Some(color.corrected())
    }

    /// The color of gamma-coded red, green and blue, 0 to 1 each.
    fn of_rgb(rgb: Rgb) -> Self {
        let [red, green, blue] = rgb.map(|v| if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) });
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        Self { l: lightness, c: a.hypot(b), h: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }

    /// The nearest color that is safe: out of the lightness where no text can stand, and no stronger than a screen shows.
    fn corrected(self) -> Self {
        let middle = 0.6;
        let l = self.l.clamp(0.0, 1.0);
        let l = if l <= middle { l.min(DARK_MOST) } else { l.max(LIGHT_LEAST) };
        let mut color = Self { l, c: self.c.clamp(0.0, CHROMA_MOST), h: self.h.rem_euclid(360.0) }.rounded();
        while color.c > 0.0 && !(color.is_shown() && color.is_legible()) {
            color = Self { c: (color.c - 0.002).max(0.0), ..color }.rounded();
        }
        color
    }

    fn rounded(self) -> Self {
        let to = |value: f64, steps: f64| (value * steps).round() / steps;
        // A hue just under the full circle rounds to it, and the full circle is where it begins.
        Self { l: to(self.l, 1000.0), c: to(self.c, 1000.0), h: to(self.h, 10.0).rem_euclid(360.0) }
    }

    fn with(self, l: f64, c: f64) -> Self {
        Self { l, c, ..self }
    }

    /// Linear red, green and blue, maybe beyond what a screen shows.
    fn linear(self) -> Rgb {
        let (sin, cos) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cos, self.c * sin);
        let long = (self.l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (self.l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }

    /// Whether a screen shows it as it is, or so nearly that nobody sees the difference.
    fn is_shown(self) -> bool {
        self.linear().iter().all(|value| (-0.01..=1.01).contains(value))
    }

    /// Relative luminance (WCAG) of the color as a screen shows it: each part cut to what it can.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear().map(|value| value.clamp(0.0, 1.0));
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Whether all text on the accent, and all text in it, reaches [`CONTRAST`], light and dark. The numbers are those
    /// of `tokens.css`.
    fn is_legible(self) -> bool {
        let Self { l, c, .. } = self;
        let on = |fill: Self| self.with(if fill.l > 0.6 { 0.18 } else { 1.0 }, (fill.c * 0.2).min(0.03));
        let light = self;
        let dark = self.with(l.clamp(0.74, 0.86), (c * 1.05).min(0.13));
        let ink = self.with(l.min(0.435), c.min(0.16));
        let dark_ink = self.with(l.max(0.83), c.min(0.11));
        // The darkest light ground and the lightest dark one that accent-colored text stands on.
        let tint = self.with(0.948, (c * 0.22).min(0.026));
        let dark_tint = self.with(0.312, (c * 0.46).min(0.046));
        [(on(light), light), (on(dark), dark), (ink, tint), (dark_ink, dark_tint)]
            .into_iter()
            .all(|(text, ground)| contrast(text.luminance(), ground.luminance()) >= CONTRAST)
    }
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Red, green and blue of three or six hexadecimal digits, 0 to 1 each.
fn hex(digits: &str) -> Option<Rgb> {
    // A sign would pass as a number.
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [r, g, b] = match digits.len() {
        3 => [value >> 8, value >> 4 & 15, value & 15].map(|digit| digit * 17),
        6 => [value >> 16, value >> 8 & 255, value & 255],
        _ => return None,
    };
    Some([r, g, b].map(|part| f64::from(part) / 255.0))
}

/// The three parts between the name with its bracket and the end, apart by blanks or commas.
fn list<'a>(text: &'a str, name: &str) -> Option<[&'a str; 3]> {
    let inner = text.strip_prefix(name)?.strip_suffix(')')?;
    let mut parts = inner.split([' ', ',', '\t']).filter(|part| !part.is_empty());
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

/// A number from 0 to `most`, or a percentage of `whole`.
fn scaled(text: &str, whole: f64, most: f64) -> Option<f64> {
    let (number, factor) = match text.strip_suffix('%') {
        Some(number) => (number, whole / 100.0),
        None => (text, 1.0),
    };
    let value = number.parse::<f64>().ok()? * factor;
    (0.0..=most).contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_safe_color_stays_as_it_is() {
        for text in
            ["oklch(0.5 0.088 205)", "oklch(0.45 0.05 20.5)", "oklch(0.9 0.1 110)", "oklch(1 0 0)", "oklch(0 0 0)"]
        {
            assert_eq!(Accent::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Accent::default().to_string(), "oklch(0.5 0.088 205)");
        assert_eq!(Accent::default().corrected(), Accent::default());
    }

    #[test]
    fn colors_have_their_known_places() {
        // The three corners of the screen's colors, as CSS Color 4 has them.
        for (digits, place) in
            [("ff0000", "0.628 0.258 29.2"), ("00ff00", "0.866 0.295 142.5"), ("0000ff", "0.452 0.313 264.1")]
        {
            let color = Accent::of_rgb(hex(digits).unwrap());
            assert_eq!(color.rounded().to_string(), format!("oklch({place})"));
            for (got, wanted) in color.linear().into_iter().zip(hex(digits).unwrap()) {
                assert!((got - wanted).abs() < 1e-4, "{digits}: {got}");
            }
        }
    }

    #[test]
    fn every_form_is_read() {
        let blue = Accent::parse("#1f3a8a").unwrap();
        for text in ["rgb(31, 58, 138)", "rgb(31 58 138)", " RGB(31,58,138) ", "#1F3A8A"] {
            assert_eq!(Accent::parse(text), Some(blue), "{text}");
        }
        assert_eq!(Accent::parse("#36c"), Accent::parse("#3366cc"));
        assert_eq!(Accent::parse("rgb(100% 0% 0%)"), Accent::parse("#f00"));
        assert_eq!(Accent::parse("oklch(40% 25% 205deg)"), Accent::parse("oklch(0.4 0.1 -155)"));
    }

    #[test]
    fn what_is_no_color_of_the_contract_is_refused() {
        for text in [
            "",
            "red",
            "#",
            "#12",
            "#1234",
            "#12345g",
            "#+12345",
            "rgb(1 2)",
            "rgb(1 2 3 4)",
            "rgb(1 2 3 / 0.5)",
            "rgb(256 0 0)",
            "rgb(-1 0 0)",
            "rgb(NaN 0 0)",
            "oklch(1.1 0 0)",
            "oklch(0.5 0.1 inf)",
            "hsl(1 2% 3%)",
            "url(x)",
            "#ffé",
            "oklch(0.5 0.1 205);x",
        ] {
            assert_eq!(Accent::parse(text), None, "{text}");
        }
    }

    #[test]
    fn lime_and_yellow_keep_their_light_and_get_dark_text() {
        for text in ["#0f0", "#ff0", "#ffd700", "#fff"] {
            let accent = Accent::parse(text).unwrap();
            assert!(accent.l >= LIGHT_LEAST && accent.is_legible(), "{text}: {accent}");
        }
        assert_eq!(Accent::parse("#000").unwrap().to_string(), "oklch(0 0 0)");
    }

    #[test]
    fn the_full_circle_of_hues_is_its_beginning() {
        for text in ["oklch(0.5 0.05 359.97)", "oklch(0.5 0.05 360)", "oklch(0.5 0.05 -0.01)", "oklch(0.5 0.05 0.04)"] {
            assert_eq!(Accent::parse(text).unwrap().to_string(), "oklch(0.5 0.05 0)", "{text}");
        }
        // Two of the screen's colors whose hue is less than half a tenth under 360.
        for text in ["#dabcc4", "#d52074"] {
            let accent = Accent::parse(text).unwrap();
            assert_eq!((accent.h, Accent::parse(&accent.to_string())), (0.0, Some(accent)), "{text}");
        }
    }

    #[test]
    fn the_dead_zone_is_left_to_the_nearer_side() {
        assert!(Accent::parse("oklch(0.58 0.1 205)").unwrap().l <= DARK_MOST);
        assert!(Accent::parse("oklch(0.63 0.1 205)").unwrap().l >= LIGHT_LEAST);
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        let (black, white) = (Accent { l: 0.0, c: 0.0, h: 0.0 }, Accent { l: 1.0, c: 0.0, h: 0.0 });
        assert!((contrast(black.luminance(), white.luminance()) - 21.0).abs() < 0.01);
        // #767676 on white is the lightest gray that passes.
        let gray = |text| contrast(Accent::of_rgb(hex(text).unwrap()).luminance(), 1.0);
        assert!(gray("767676") >= CONTRAST && gray("777777") < CONTRAST);
    }

    proptest! {
        #[test]
        fn every_color_becomes_legible(r: u8, g: u8, b: u8) {
            let accent = Accent::parse(&format!("#{r:02x}{g:02x}{b:02x}")).unwrap();
            prop_assert!(accent.is_shown() && accent.is_legible(), "{}", accent);
            prop_assert_eq!(Accent::parse(&accent.to_string()), Some(accent), "corrected once is enough");
        }

        #[test]
        fn every_oklch_becomes_legible(l in 0.0..=1.0_f64, c in 0.0..0.5_f64, h in -720.0..720.0_f64) {
            let accent = Accent::parse(&format!("oklch({l} {c} {h})")).unwrap();
            prop_assert!(accent.is_shown() && accent.is_legible(), "{}", accent);
        }

        #[test]
        fn reading_never_panics(text in "(#|rgb\\(|oklch\\()?[0-9a-f .,%)/eE-]{0,20}") {
            let _ = Accent::parse(&text);
        }
    }
}
