//! What a part of a letter asks, item by item.

use super::model::{Item, ItemKind};
use super::names;
use super::parts::Part;
use super::pieces::{Piece, PieceKind, begins_small, is_ended};
use super::{Scene, rows};
use crate::document::Location;
use crate::pack::{Entries, LetterRole, LetterSection, LetterSignOf, Nested};
use crate::text::sentences;

/// What was taken from a part, and what was not.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Its items, not yet numbered.
    pub(super) items: Vec<Item>,
    /// Paragraphs beside its list, which may ask for something too.
    pub(super) left: Vec<String>,
}

/// Returns the items of a part; none where it asks for nothing.
pub(super) fn of(part: &Part<'_, '_>, scene: Scene<'_>) -> Taken {
    let kind = match part.role() {
        LetterRole::Improvement => ItemKind::Improvement,
        LetterRole::PriorityAction => ItemKind::PriorityAction,
        LetterRole::NextStep => ItemKind::NextStep,
        LetterRole::Strengths | LetterRole::Narrative | LetterRole::Aside => return Taken::default(),
    };
    let Some(rule) = part.rule else { return Taken::default() };
    let taken = Taken::default();
    let mut gathered = Gathered { part, rule, scene, kind, heading: &part.heading, count: 0, taken };
    match rule.entries {
        Entries::Bullets => gathered.bullets(),
        Entries::Paragraphs => gathered.paragraphs(),
        Entries::Whole => gathered.whole(),
        Entries::Demands => gathered.demands(),
    }
    let mut taken = gathered.taken;
    let asks = |text: &str| !scene.shows(LetterSignOf::Nothing, text);
    taken.items.retain(|item| asks(&item.text));
    taken.left.retain(|text| asks(text));
    for item in &mut taken.items {
        if item.responsible.is_empty() {
            item.responsible = names::responsible(&item.text, part, scene);
        }
    }
    taken
}

/// The items of a part as they are found.
struct Gathered<'g, 'r, 'p> {
    part: &'g Part<'r, 'p>,
    rule: &'g LetterSection,
    scene: Scene<'r>,
    kind: ItemKind,
    /// The heading that stands over what comes next.
    heading: &'g str,
    /// How many items stand under that heading so far.
    count: usize,
    taken: Taken,
}

impl<'g> Gathered<'g, '_, '_> {
    /// Every item of the outermost list; what a list within it is, the rule says.
    fn bullets(&mut self) {
        let listed = self.part.pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Bullet { .. }));
        let mut base: Option<(bool, u8)> = None;
        let mut page = None;
        for piece in self.part.pieces {
            let turned = std::mem::replace(&mut page, piece.location.page) < piece.location.page;
            match piece.kind {
                PieceKind::Heading(_) => {
                    self.under(&piece.text);
                    base = None;
                }
                PieceKind::Bullet { depth, numbered } => {
                    let (base_numbered, base_depth) = *base.get_or_insert((numbered, depth));
                    let nested = depth > base_depth || (base_numbered && !numbered);
                    if nested && self.rule.nested == Nested::Joined && self.count > 0 {
                        self.add(&piece.text, "\n");
                    } else {
                        self.item("bullet", piece);
                    }
                }
                PieceKind::Paragraph if self.goes_on(&piece.text) => self.add(&piece.text, " "),
                // A new paragraph of an item looks like any other once the page is turned.
                PieceKind::Paragraph if turned && self.count > 0 => self.add(&piece.text, " "),
                PieceKind::Paragraph if !listed => self.item("paragraph", piece),
                PieceKind::Paragraph => self.taken.left.push(piece.text.clone()),
                PieceKind::Table(table) => self.rows(table, piece),
            }
        }
    }

    /// Every paragraph, with the list below it; where there are none, every item of the list. Where the rule says what
    /// a demand is, every item holds one, and what holds none belongs to the item before it.
    fn paragraphs(&mut self) {
        let led = self.part.pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Paragraph));
        for piece in self.part.pieces {
            match piece.kind {
                PieceKind::Heading(_) => self.under(&piece.text),
                PieceKind::Bullet { .. } if led && self.count > 0 => self.add(&piece.text, "\n"),
                PieceKind::Bullet { .. } => self.item("bullet", piece),
                PieceKind::Paragraph if self.goes_on(&piece.text) => self.add(&piece.text, " "),
                PieceKind::Paragraph if self.count > 0 && !self.begins(&piece.text) => {
                    self.add(&piece.text, "\n");
                }
                PieceKind::Paragraph => self.item("paragraph", piece),
                PieceKind::Table(table) => self.rows(table, piece),
            }
        }
    }

    /// Whether a paragraph begins an item: it demands something, as the item before it does.
    fn begins(&self, text: &str) -> bool {
        let Some(demand) = &self.rule.demand else { return true };
        let stands_alone = demand.is_match(text) && !self.scene.shows(LetterSignOf::Refers, text);
        stands_alone && self.taken.items.last().is_some_and(|item| demand.is_match(&item.text))
    }

    /// The whole part as one item.
    fn whole(&mut self) {
        for piece in self.part.pieces {
            match piece.kind {
                PieceKind::Heading(_) => {}
                _ if piece.text.is_empty() => {}
                _ if self.taken.items.is_empty() => self.item("", piece),
                _ => self.add(&piece.text, "\n"),
            }
        }
    }

    /// Every sentence that demands something; a list that one leads in belongs to it.
    fn demands(&mut self) {
        let mut leads = false;
        for piece in self.part.pieces {
            match piece.kind {
                PieceKind::Heading(_) => self.under(&piece.text),
                PieceKind::Bullet { .. } if leads => self.add(&piece.text, "\n"),
                PieceKind::Table(_) => {}
                PieceKind::Bullet { .. } | PieceKind::Paragraph => {
                    self.count += 1;
                    for sentence in self.sentences(&piece.text) {
                        let demands =
                            self.rule.demand.as_ref().is_some_and(|demand| demand.is_match(sentence));
                        if demands {
                            let location = place(piece.location, self.heading, "paragraph", self.count);
                            self.push(sentence.to_owned(), location);
                        }
                        leads = demands && sentence.ends_with(':');
                    }
                }
            }
        }
    }

    fn sentences<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let ranges = sentences(text, &self.scene.language.abbreviations);
        ranges.into_iter().filter_map(|range| text.get(range)).collect()
    }

    fn rows(&mut self, table: &crate::document::Table, piece: &Piece<'_>) {
        for row in rows::of(table, self.scene) {
            if let Some(before) = self.taken.items.last_mut().filter(|_| row.continues) {
                row.join(before);
                continue;
            }
            self.count += 1;
            let location = place(row.location.unwrap_or(piece.location), self.heading, "row", self.count);
            self.push(row.text, location);
            if let Some(item) = self.taken.items.last_mut() {
                item.responsible = names::split(&row.responsible, self.scene);
            }
        }
    }

    fn under(&mut self, heading: &'g str) {
        self.heading = heading;
        self.count = 0;
    }

    fn item(&mut self, noun: &str, piece: &Piece<'_>) {
        self.count += 1;
        let location = place(piece.location, self.heading, noun, self.count);
        self.push(piece.text.clone(), location);
    }

    fn push(&mut self, text: String, location: Location) {
        let heading = self.heading.to_owned();
        self.taken.items.push(Item {
            kind: self.kind,
            heading,
            order: 0,
            responsible: Vec::new(),
            text,
            location,
        });
    }

    /// Joins a text to the last item.
    fn add(&mut self, text: &str, with: &str) {
        if let Some(item) = self.taken.items.last_mut() {
            item.text.push_str(with);
            item.text.push_str(text);
        }
    }

    /// Whether a paragraph is the rest of the last item.
    fn goes_on(&self, text: &str) -> bool {
        self.count > 0
            && self.taken.items.last().is_some_and(|item| !is_ended(&item.text) || begins_small(text))
    }
}

/// Returns a place in the words of the letter: `p. 6, Areas for improvement, bullet 3`.
pub(super) fn place(location: &Location, heading: &str, noun: &str, number: usize) -> Location {
    let heading = heading.trim_end_matches(|sign: char| sign == ':' || sign.is_whitespace());
    let page = location.page.map(|page| format!("p. {page}"));
    let counted = (!noun.is_empty()).then(|| format!("{noun} {number}"));
    let heading = (!heading.is_empty()).then(|| heading.to_owned());
    let text: Vec<String> = [page, heading, counted].into_iter().flatten().collect();
    Location { text: text.join(", "), ..location.clone() }
}
