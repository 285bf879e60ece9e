//! What a text must hold for a regex to match it at all: far cheaper to look for than the regex is to compile.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most sets of letters that stand for one regex.
const MOST_RUNS: usize = 32;

/// What each of several regexes needs, looked for in one pass.
#[derive(Debug, Default)]
pub(super) struct Guards {
    /// How many regexes there are.
    count: usize,
    /// The regexes of which nothing is known, by place.
    unguarded: Vec<usize>,
    finder: Option<AhoCorasick>,
    /// For each run of the finder the place of its regex.
    regexes: Vec<usize>,
}

impl Guards {
    /// Works out what regexes, read without regard to case, cannot do without.
    pub(super) fn new(regexes: impl Iterator<Item = Option<Hir>>) -> Self {
        let mut guards = Self::default();
        let mut runs: Vec<Vec<u8>> = Vec::new();
        for (place, read) in regexes.enumerate() {
            let needed = read.as_ref().and_then(needed).unwrap_or_default();
            if needed.is_empty() {
                guards.unguarded.push(place);
            }
            guards.regexes.extend(needed.iter().map(|_| place));
            runs.extend(needed);
            guards.count = place + 1;
        }
        if !runs.is_empty() {
            let kind = Some(AhoCorasickKind::NoncontiguousNFA);
            let finder =
                AhoCorasick::builder().ascii_case_insensitive(true).prefilter(false).kind(kind).build(runs);
            match finder {
                Ok(finder) => guards.finder = Some(finder),
                Err(_) => guards.unguarded = (0..guards.count).collect(),
            }
        }
        guards
    }

    /// Returns the places of the regexes that may match somewhere in `text`, in order.
    pub(super) fn passed(&self, text: &str) -> Vec<usize> {
        // The long s and the Kelvin sign are `s` and `k` to a regex without regard to case.
        if self.count > 0 && text.contains(['\u{17f}', '\u{212a}']) {
            return (0..self.count).collect();
        }
        let found = self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(text));
        let found = found.filter_map(|found| self.regexes.get(found.pattern().as_usize()));
        let mut passed: Vec<usize> = found.chain(&self.unguarded).copied().collect();
        passed.sort_unstable();
        passed.dedup();
        passed
    }
}

/// Returns runs of which every match holds one, or `None` where there are none to name.
fn needed(read: &Hir) -> Option<Vec<Vec<u8>>> {
    match read.kind() {
        HirKind::Capture(capture) => needed(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needed(&repetition.sub),
        HirKind::Alternation(parts) => {
            let runs: Option<Vec<_>> = parts.iter().map(needed).collect();
            runs.map(|runs| runs.concat()).filter(|runs| runs.len() <= MOST_RUNS)
        }
        HirKind::Concat(parts) => needed_of_run(parts),
        _ => needed_of_run(std::slice::from_ref(read)),
    }
}

/// Returns what most narrows the texts down: of parts that follow one another, the one whose shortest run is longest.
fn needed_of_run(parts: &[Hir]) -> Option<Vec<Vec<u8>>> {
    let mut best: Option<Vec<Vec<u8>>> = None;
    let mut offer = |runs: Vec<Vec<u8>>| {
        let worth = |runs: &Vec<Vec<u8>>| runs.iter().map(Vec::len).min().unwrap_or_default();
        if worth(&runs) > best.as_ref().map_or(0, worth) {
            best = Some(runs);
        }
    };
    let mut run = Vec::new();
    for part in parts {
        match letters(part) {
            Some(letters) => run.extend(letters),
            None => {
                offer(vec![std::mem::take(&mut run)]);
                if parts.len() > 1 {
                    needed(part).into_iter().for_each(&mut offer);
                }
            }
        }
    }
    offer(vec![run]);
    best
}

/// Returns the letters of a part that is the same text everywhere but for case.
fn letters(part: &Hir) -> Option<Vec<u8>> {
    match part.kind() {
        HirKind::Literal(literal) => literal.0.is_ascii().then(|| literal.0.to_ascii_lowercase()),
        HirKind::Class(Class::Unicode(class)) => {
            let chars = class.ranges().iter().flat_map(|range| range.start()..=range.end()).take(4);
            let mut folded: Vec<u8> = chars
                .map(|c| match c {
                    '\u{17f}' => Some(b's'),
                    '\u{212a}' => Some(b'k'),
                    _ => u8::try_from(c).ok().map(|byte| byte.to_ascii_lowercase()),
                })
                .collect::<Option<_>>()?;
            folded.dedup();
            folded.sort_unstable();
            folded.dedup();
            (folded.len() == 1 && folded.iter().all(u8::is_ascii)).then_some(folded)
        }
        _ => None,
    }
}
