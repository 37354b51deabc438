//! The exercises' ids as a type.

use core::fmt;

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

// Made by the build from the files in `exercises/`: one variant a file, in the order of their names.
include!(concat!(env!("OUT_DIR"), "/exercise_id.rs"));

impl ExerciseId {
    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        let at = Self::ALL.binary_search_by(|known| known.id().cmp(id)).ok()?;
        Self::ALL.get(at).copied()
    }
}

impl Serialize for ExerciseId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for ExerciseId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdVisitor)
    }
}

// By hand, so that a hundred ids are one search instead of a hundred comparisons in the wasm.
struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = ExerciseId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of an exercise")
    }

    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<ExerciseId, E> {
        ExerciseId::parse(id).ok_or_else(|| E::custom("no such exercise"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_reads_what_it_writes() {
        for id in ExerciseId::ALL {
            assert_eq!(ExerciseId::parse(id.id()), Some(*id));
            let json = serde_json::to_string(id).unwrap();
            assert_eq!(json, format!("\"{}\"", id.id()));
            assert_eq!(serde_json::from_str::<ExerciseId>(&json).unwrap(), *id);
        }
    }

    #[test]
    fn an_unknown_id_is_refused() {
        for id in ["", "bridge", "Bridge-Double", "zzz"] {
            assert_eq!(ExerciseId::parse(id), None, "{id}");
        }
        assert!(serde_json::from_str::<ExerciseId>("\"no-such-exercise\"").is_err());
    }
}
