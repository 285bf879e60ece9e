//! Footnotes and endnotes: each is said once, after the first block that refers to it.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::line::NoteRef;
use super::xml::Word;

/// The notes of one kind that nothing has referred to yet.
#[derive(Default)]
struct Kind<'a> {
    waiting: BTreeMap<&'a str, Node<'a, 'a>>,
    taken: u32,
}

/// The notes of a document.
#[derive(Default)]
pub(super) struct Notes<'a> {
    foot: Kind<'a>,
    end: Kind<'a>,
}

impl<'a> Notes<'a> {
    /// Gathers the notes of the two parts, separators left out.
    pub(super) fn read(foot: Option<Node<'a, 'a>>, end: Option<Node<'a, 'a>>) -> Self {
        let gather = |root: Option<Node<'a, 'a>>, name: &str| {
            let notes = root.into_iter().flat_map(|root| root.children()).filter(|node| node.is(name));
            let notes = notes.filter(|node| matches!(node.attr("type"), None | Some("normal")));
            Kind {
                waiting: notes.filter_map(|node| Some((node.attr("id")?.trim(), node))).collect(),
                taken: 0,
            }
        };
        Self { foot: gather(foot, "footnote"), end: gather(end, "endnote") }
    }

    /// Takes the note a reference means, with its name as `footnote 2`; `None` when it is unknown or already taken.
    pub(super) fn take(&mut self, reference: &NoteRef) -> Option<(String, Node<'a, 'a>)> {
        let (kind, name) =
            if reference.end { (&mut self.end, "endnote") } else { (&mut self.foot, "footnote") };
        let node = kind.waiting.remove(reference.id.as_str())?;
        kind.taken += 1;
        Some((format!("{name} {}", kind.taken), node))
    }
}
