//! Names: from the dotted path of a text to the variant of `Key`, from an exercise's id to that of `ExerciseId`.

/// `flag.f-bone-watch` becomes `FlagFBoneWatch`.
pub fn variant(path: &str) -> String {
    path.split(['.', '-']).filter(|part| !part.is_empty()).map(capitalized).collect()
}

fn capitalized(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether a part of a path can be part of a variant's name: letters, digits, hyphens.
pub fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// Whether it is an id: kebab-case, begins with a letter.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && !id.ends_with('-')
        && !id.contains("--")
        && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_camel_case() {
        assert_eq!(variant("today.title"), "TodayTitle");
        assert_eq!(variant("flag.f-bone-watch"), "FlagFBoneWatch");
        assert_eq!(variant("rule.PRG-Q3"), "RulePRGQ3");
        assert_eq!(variant("pain.0"), "Pain0");
    }

    #[test]
    fn ids_are_kebab_case() {
        for id in ["bridge-double", "a-march", "x1"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "Bridge", "bridge_double", "-bridge", "bridge-", "bridge--double", "9-bridge"] {
            assert!(!is_id(id), "{id}");
        }
    }
}
