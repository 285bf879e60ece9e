//! The actions that came, went and changed.

use super::{Page, several};
use crate::compare::{Change, Draft, Pair, Piece};
use crate::report::compare::pieces::shortened;
use crate::report::compare::told::{self, Fact};
use crate::report::layout::{place, shorten};
use crate::report::safe;
use crate::statement::Action;

impl Page<'_, '_> {
    pub(super) fn actions(&mut self) {
        let pairs = self.comparison.pairs.iter();
        let of = |is_so: fn(&Pair<'_>) -> bool| pairs.clone().filter(move |pair| is_so(pair));
        self.group("Actions added", of(|pair| pair.was.is_none()), Self::added);
        self.group("Actions taken out", of(|pair| pair.now.is_none()), Self::removed);
        let changed: fn(&Pair<'_>) -> bool =
            |pair| pair.was.is_some() && pair.now.is_some() && !pair.changes.is_empty();
        self.group("Actions changed", of(changed), Self::changed);
    }

    fn group<'p, 'a: 'p>(
        &mut self,
        name: &str,
        pairs: impl Iterator<Item = &'p Pair<'a>>,
        tell: fn(&mut Self, &Pair<'_>),
    ) {
        let mut pairs = pairs.peekable();
        if pairs.peek().is_none() {
            return;
        }
        self.line(0, name);
        pairs.for_each(|pair| tell(self, pair));
        self.out.push('\n');
    }

    fn added(&mut self, pair: &Pair<'_>) {
        let Some(action) = pair.now else { return };
        self.whole("+", self.comparison.new, action, "answers", pair.answers.now);
        self.stray(pair, self.comparison.old);
    }

    fn removed(&mut self, pair: &Pair<'_>) {
        let Some(action) = pair.was else { return };
        self.whole("-", self.comparison.old, action, "answered", pair.answers.was);
        self.stray(pair, self.comparison.new);
    }

    /// Writes an action that is in one draft alone.
    fn whole(&mut self, sign: &str, draft: Draft<'_>, action: &Action, says: &str, answers: &[String]) {
        let place = place(&action.location, several(draft));
        self.line(2, &format!("{}: \"{}\"", self.signed(sign, &place), shorten(&safe(&action.text))));
        let due = action.due.as_ref().map(|due| format!("due {}", due.text));
        let owner = action.owner.clone();
        let answers = (!answers.is_empty()).then(|| format!("{says} {}", answers.join(", ")));
        let facts: Vec<String> = [owner, due, answers].into_iter().flatten().collect();
        if !facts.is_empty() {
            self.line(4, &safe(&facts.join("; ")));
        }
    }

    fn stray(&mut self, pair: &Pair<'_>, draft: Draft<'_>) {
        if let Some(stray) = &pair.stray {
            let place = place(stray.location, several(draft));
            let says = told::stray(pair, stray);
            self.line(4, &format!("{says}: {place}: \"{}\"", shorten(&safe(stray.quote))));
        }
    }

    fn changed(&mut self, pair: &Pair<'_>) {
        let (Some(was), Some(now)) = (pair.was, pair.now) else { return };
        let place_of = |draft: Draft<'_>, action: &Action| place(&action.location, several(draft));
        let (before, after) = (place_of(self.comparison.old, was), place_of(self.comparison.new, now));
        let place = if before == after { after } else { format!("{after}; was {before}") };
        self.line(2, &format!("{}: {place}", self.signed("~", &told::happened(pair))));
        let pieces = pair.changes.iter().find_map(|change| match change {
            Change::Reworded(pieces) => Some(pieces),
            _ => None,
        });
        match pieces {
            Some(pieces) => {
                let pieces = shortened(pieces);
                self.hung(6, 5, &format!("was: \"{}\"", marked(&pieces, |piece| &piece.was)));
                self.hung(6, 5, &format!("now: \"{}\"", marked(&pieces, |piece| &piece.now)));
            }
            None => self.line(6, &format!("\"{}\"", shorten(&safe(&now.text)))),
        }
        for Fact { label, was, now, remark } in told::facts(pair) {
            let remark = if remark.is_empty() { remark } else { format!(" ({remark})") };
            let (was, now) = (shorten(&safe(&was)), shorten(&safe(&now)));
            self.line(6, &format!("{label}: {now}; was {was}{}", safe(&remark)));
        }
    }
}

/// Returns one of two texts with brackets around what the other does not say.
fn marked(pieces: &[Piece], of: impl Fn(&Piece) -> &String) -> String {
    let words = pieces.iter().filter(|piece| !of(piece).is_empty());
    let words =
        words.map(|piece| if piece.same { safe(of(piece)) } else { format!("[{}]", safe(of(piece))) });
    words.collect::<Vec<_>>().join(" ")
}
