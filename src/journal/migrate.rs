//! The kinds of entry with their versions, and the steps from an older version to the next.
//!
//! A step is frozen once it was shipped: it works on JSON alone and uses no type of today. Not here: reading
//! today's fields.

use serde_json::{Map, Value};

/// Each kind and its version today.
pub(super) const KINDS: &[(&str, u32)] = &[
    ("begin", 1),
    ("answer", 1),
    ("finish", 1),
    ("ok", 1),
    ("session", 1),
    ("hurt", 1),
    ("session-end", 1),
    ("after", 1),
    ("test", 1),
    ("run", 1),
    ("pref", 1),
    ("choice", 1),
    ("limits", 1),
    ("edit", 1),
    ("delete", 1),
    ("restore", 1),
    ("backup", 1),
];

/// Takes one kind from a version to the next.
pub(super) struct Step {
    pub kind: &'static str,
    pub from: u32,
    pub change: fn(&mut Map<String, Value>),
}

/// All steps there ever were, in the order of their versions. Each raises a version in [`KINDS`].
pub(super) const STEPS: &[Step] = &[];

/// What a version of a kind is to this program.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Today's, maybe after steps.
    Today,
    /// Unknown kind or newer version: to be kept as it is.
    Newer,
    /// No version that there ever was.
    Never,
}

/// Brings the fields of an entry to today's version.
pub(super) fn migrate(
    (kinds, steps): (&[(&str, u32)], &[Step]),
    kind: &str,
    version: u32,
    fields: &mut Map<String, Value>,
) -> Known {
    let Some((_, today)) = kinds.iter().find(|(name, _)| *name == kind) else {
        return Known::Newer;
    };
    if version > *today {
        return Known::Newer;
    }
    let mut at = version;
    for step in steps {
        if step.kind == kind && step.from == at {
            (step.change)(fields);
            at += 1;
        }
    }
    if at == *today { Known::Today } else { Known::Never }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A made-up kind at version 3: version 1 had a name for the theme, version 2 no `on`.
    const MADE_UP: (&[(&str, u32)], &[Step]) = (
        &[("lamp", 3), ("other", 1)],
        &[
            Step {
                kind: "lamp",
                from: 1,
                change: |fields| {
                    let color = fields.remove("colour").unwrap_or_default();
                    fields.insert("color".into(), color);
                },
            },
            Step {
                kind: "lamp",
                from: 2,
                change: |fields| {
                    fields.insert("on".into(), false.into());
                },
            },
        ],
    );

    fn migrated(kind: &str, version: u32, fields: Value) -> (Known, Value) {
        let Value::Object(mut fields) = fields else { panic!("an object") };
        let known = migrate(MADE_UP, kind, version, &mut fields);
        (known, Value::Object(fields))
    }

    #[test]
    fn an_older_version_takes_every_step() {
        assert_eq!(migrated("lamp", 1, json!({"colour": "red"})), (Known::Today, json!({"color": "red", "on": false})));
        assert_eq!(migrated("lamp", 2, json!({"color": "red"})), (Known::Today, json!({"color": "red", "on": false})));
        assert_eq!(migrated("lamp", 3, json!({"on": true})), (Known::Today, json!({"on": true})));
        assert_eq!(migrated("other", 1, json!({"colour": 1})), (Known::Today, json!({"colour": 1})));
    }

    #[test]
    fn what_is_newer_is_left_alone() {
        assert_eq!(migrated("lamp", 4, json!({"colour": 1})), (Known::Newer, json!({"colour": 1})));
        assert_eq!(migrated("mirror", 1, json!({})), (Known::Newer, json!({})));
        assert_eq!(migrated("lamp", 0, json!({})).0, Known::Never);
    }

    #[test]
    fn every_older_version_has_its_step() {
        for (kind, today) in KINDS {
            let steps: Vec<u32> = STEPS.iter().filter(|step| step.kind == *kind).map(|step| step.from).collect();
            assert_eq!(steps, (1..*today).collect::<Vec<_>>(), "{kind}");
        }
    }
}
