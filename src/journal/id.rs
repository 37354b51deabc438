//! Entry ids (ULID) as text, and the maker that keeps them rising within one page.
//!
//! Not here: the clock and the randomness; the edge hands both in.

use core::fmt;
use core::str::FromStr;

use super::EntryId;
use crate::units::Millis;

/// Crockford's base 32: digits and capitals without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of an id as text.
pub(super) const ID_LENGTH: usize = 26;
/// Bits of randomness below the time.
const RANDOM_BITS: u32 = 80;

impl EntryId {
    /// The id of a UTC time and 80 random bits. A time outside 1970 to 10889 becomes the nearest that fits in 48 bits.
    pub const fn new(utc: Millis, random: u128) -> Self {
        let most = (1_i64 << 48) - 1;
        let time = if utc.0 > most { most } else { utc.0 };
        let time = if time < 0 { 0 } else { time.unsigned_abs() };
        Self(((time as u128) << RANDOM_BITS) | (random & ((1 << RANDOM_BITS) - 1)))
    }

    /// UTC milliseconds since 1970.
    pub const fn utc(self) -> Millis {
        Millis((self.0 >> RANDOM_BITS) as i64)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; ID_LENGTH];
        let mut rest = self.0;
        for place in text.iter_mut().rev() {
            *place = ALPHABET.get((rest & 31) as usize).copied().unwrap_or(b'0');
            rest >>= 5;
        }
        f.write_str(core::str::from_utf8(&text).unwrap_or_default())
    }
}

/// A text that is no entry's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for EntryId {
    type Err = NotAnId;

    /// Reads 26 capitals of Crockford's base 32 and nothing looser, so that one id has one text.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != ID_LENGTH || text.as_bytes().first().is_none_or(|&first| first > b'7') {
            return Err(NotAnId);
        }
        text.bytes()
            .try_fold(0_u128, |id, letter| {
                // The position in the alphabet, by the four runs between the letters left out.
                let digit = match letter {
                    b'0'..=b'9' => letter - b'0',
                    b'A'..=b'H' => letter - b'A' + 10,
                    b'J' | b'K' => letter - b'J' + 18,
                    b'M' | b'N' => letter - b'M' + 20,
                    b'P'..=b'T' => letter - b'P' + 22,
                    b'V'..=b'Z' => letter - b'V' + 27,
                    _ => return None,
                };
                Some((id << 5) | u128::from(digit))
            })
            .map(Self)
            .ok_or(NotAnId)
    }
}

/// Gives ids that always rise within one page, also when two fall into one millisecond or the clock is set back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IdMaker {
    last: Option<EntryId>,
    floor: Option<EntryId>,
}

impl IdMaker {
    /// A maker whose first id comes after `floor`, such as the newest entry that was read from storage, unless that
    /// lies in the future: one entry under a wrong clock must not pull all later ones to its day.
    pub const fn after(floor: Option<EntryId>) -> Self {
        Self { last: None, floor }
    }

    /// The next id: of `utc` and `random`, or one above the last when that would not rise.
    pub fn next(&mut self, utc: Millis, random: u128) -> EntryId {
        let fresh = EntryId::new(utc, random);
        let last = self.last.or(self.floor.filter(|floor| floor.utc() <= fresh.utc()));
        let id = match last {
            Some(last) if fresh <= last => EntryId(last.0.saturating_add(1)),
            _ => fresh,
        };
        self.last = Some(id);
        id
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_is_the_ulid_of_its_time() {
        // The example of the ULID specification.
        let id: EntryId = "01ARYZ6S41TSV4RRFFQ69G5FAV".parse().unwrap();
        assert_eq!(id.utc(), Millis(1_469_918_176_385));
        assert_eq!(id.to_string(), "01ARYZ6S41TSV4RRFFQ69G5FAV");
    }

    #[test]
    fn looser_texts_are_no_ids() {
        for text in [
            "",
            "01ARYZ6S41TSV4RRFFQ69G5FA",
            "01ARYZ6S41TSV4RRFFQ69G5FAVV",
            "81ARYZ6S41TSV4RRFFQ69G5FAV",
            "01aryz6s41tsv4rrffq69g5fav",
            "01ARYZ6S41TSV4RRFFQ69G5FAU",
            "01ARYZ6S41TSV4RRFFQ69G5FAI",
            "01ARYZ6S41TSV4RRFFQ69G5Fé",
        ] {
            assert_eq!(text.parse::<EntryId>(), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn a_page_goes_on_after_what_it_read_but_not_into_the_future() {
        let read = EntryId::new(Millis(1_000), 9);
        let mut maker = IdMaker::after(Some(read));
        assert_eq!(maker.next(Millis(1_000), 5), EntryId(read.0 + 1));
        let mut maker = IdMaker::after(Some(read));
        assert_eq!(maker.next(Millis(999), 5), EntryId::new(Millis(999), 5));
        assert_eq!(maker.next(Millis(998), 5), EntryId::new(Millis(999), 6), "in one page it rises");
    }

    proptest! {
        #[test]
        fn an_id_reads_what_it_writes(bits: u128) {
            prop_assert_eq!(EntryId(bits).to_string().parse(), Ok(EntryId(bits)));
        }

        #[test]
        fn ids_sort_as_their_texts(a: u128, b: u128) {
            let (a, b) = (EntryId(a), EntryId(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn ids_of_a_page_always_rise(start in any::<u64>(), steps in prop::collection::vec((-5_i64..5, any::<u128>()), 1..50)) {
            let start = i64::try_from(start >> 17).unwrap();
            let mut maker = IdMaker::default();
            let mut last = None;
            for (step, random) in steps {
                let id = maker.next(Millis(start + step), random);
                prop_assert!(Some(id) > last);
                last = Some(id);
            }
        }
    }
}
