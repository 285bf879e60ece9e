//! Changes at random: bits, stretches, numbers, and signs that mean something to a reader.

/// Numbers in a fixed order that looks like none.
pub(crate) struct Chance(u64);

impl Chance {
    /// The numbers of one case.
    pub(crate) fn of(case: u64) -> Self {
        let mut chance = Self(case.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D);
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        // Splitmix: every state leads to another, so that no case repeats itself.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least 1.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// One of these.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A stretch of a text of `length` bytes, more often short than long.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let most = *self.pick(&[4, 16, 64, 256, 4096]);
        let start = self.below(length + 1);
        start..(start + 1 + self.below(most)).min(length)
    }
}

const NUMBERS: [&str; 10] = [
    "0",
    "-1",
    "1",
    "255",
    "65536",
    "4294967295",
    "2147483648",
    "18446744073709551616",
    "1e308",
    "0.0000001",
];

/// Changes `bytes` in one to a few places; `other` lends stretches, `signs` are put in here and there.
pub(crate) fn mutate(bytes: &mut Vec<u8>, other: &[u8], signs: &[&str], chance: &mut Chance) {
    for _ in 0..*chance.pick(&[1, 1, 2, 3, 6]) {
        match chance.below(9) {
            0 if !bytes.is_empty() => {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
            1 => drop(bytes.drain(chance.stretch(bytes.len()))),
            2 => {
                let copy = bytes[chance.stretch(bytes.len())].to_vec();
                insert(bytes, &copy, chance);
            }
            3 if !other.is_empty() => {
                let copy = other[chance.stretch(other.len())].to_vec();
                insert(bytes, &copy, chance);
            }
            4 | 5 => number(bytes, chance),
            6 => insert(bytes, chance.pick(signs).as_bytes(), chance),
            7 => {
                // Many times over, as a bomb would.
                let copy = bytes[chance.stretch(bytes.len())].repeat(1 + chance.below(60));
                insert(bytes, &copy, chance);
            }
            _ => tags(bytes, chance),
        }
    }
}

fn insert(bytes: &mut Vec<u8>, piece: &[u8], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    bytes.splice(at..at, piece.iter().copied());
}

/// Puts another number in the place of one.
fn number(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len() + 1);
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.splice(start..start + length, chance.pick(&NUMBERS).bytes());
}

/// Lets two tags, or lines, change places, so that much stays well-formed.
fn tags(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let end = *chance.pick(b">\n ");
    let pieces: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == end).collect();
    if pieces.len() < 2 {
        return;
    }
    let (one, two) = (chance.below(pieces.len()), chance.below(pieces.len()));
    let mut swapped = pieces.clone();
    swapped.swap(one, two);
    *bytes = swapped.concat();
}
