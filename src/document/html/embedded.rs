//! What is shown in a page but is not in its file: frames, embedded documents and pictures.

use super::node::Node;
use super::reader::Reader;
use super::seen::Look;
use super::story::Story;
use crate::document::error::ReadError;
use crate::document::{Block, BlockKind, Location, Unread};
use crate::text::clean;

/// Where films, maps and counters come from, which hold no text of a statement.
const NO_TEXT: [&str; 12] = [
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "google.com/maps",
    "maps.google",
    "openstreetmap.org",
    "googletagmanager.com",
    "recaptcha",
    "doubleclick.net",
    "facebook.com",
    "twitter.com",
];

/// The side of a picture that could hold a page of text, in pixels: 10 cm.
const LARGE: f64 = 378.0;
/// The longest address that is named, in characters.
const LONGEST_ADDRESS: usize = 80;

impl<'t> Reader<'t> {
    /// Notes what an embedded thing keeps from being read.
    pub(super) fn embedded(
        &mut self,
        node: Node<'t>,
        look: Look,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        if !look.counts() {
            return Ok(());
        }
        let address = ["src", "data", "data-src"]
            .into_iter()
            .find_map(|name| node.attr(name))
            .unwrap_or_default()
            .trim();
        let is_picture =
            node.name() == "img" || node.attr("type").is_some_and(|kind| kind.starts_with("image/"));
        if is_picture {
            let is_named = !node.attr("alt").unwrap_or_default().trim().is_empty();
            let large = is_large(node);
            if !is_named && large != Some(false) {
                let location = self.here(story, node.line());
                self.pictures.push((location, large.is_some()));
            }
            return Ok(());
        }
        let what = if matches!(node.name(), "iframe" | "frame") { "a frame" } else { "an embedded document" };
        if node.attr("srcdoc").is_some() {
            self.miss(what, node, story);
        } else if holds_text(address) && !is_speck(node) {
            let shown: String = clean(address).chars().take(LONGEST_ADDRESS).collect();
            self.miss(&format!("{what} from `{shown}`"), node, story);
        }
        Ok(())
    }

    fn miss(&mut self, what: &str, node: Node<'t>, story: &Story<'t>) {
        let location = self.here(story, node.line());
        self.unread.push(Unread { what: format!("{what} {} was not read", standing(&location)), location });
    }
}

/// Says where something without text of its own stands.
fn standing(location: &Location) -> String {
    let preposition = if location.row.is_some() { "in" } else { "at" };
    format!("{preposition} {}", location.text)
}

/// Whether what comes from `address` may hold text.
fn holds_text(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let nowhere = address.is_empty() || address.starts_with("about:") || address.starts_with("javascript:");
    !nowhere && !NO_TEXT.iter().any(|place| address.contains(place))
}

/// Whether a frame is too small to show anything, as those of counters are.
fn is_speck(node: Node<'_>) -> bool {
    ["width", "height"].iter().any(|side| size(node, side).is_some_and(|size| size <= 2.0))
}

/// Whether a picture is large enough to hold a page of text, `None` when it does not say how large it is.
fn is_large(node: Node<'_>) -> Option<bool> {
    Some(size(node, "width")? >= LARGE && size(node, "height")? >= LARGE)
}

/// The width or height of `node`, in pixels.
fn size(node: Node<'_>, side: &str) -> Option<f64> {
    let style = node.attr("style").unwrap_or_default();
    let declared =
        style.split(';').filter_map(|each| each.split_once(':')).find(|(name, _)| name.trim() == side);
    let value = declared.map(|(_, value)| value).or_else(|| node.attr(side))?.trim();
    let end = value.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(value.len());
    let number: f64 = value.get(..end)?.parse().ok()?;
    match value.get(end..)?.trim() {
        "" | "px" => Some(number),
        "pt" => Some(number * 4.0 / 3.0),
        "in" => Some(number * 96.0),
        "cm" => Some(number * 37.8),
        _ => None,
    }
}

/// Returns an entry for each large picture when there is so little text beside them that they are likely scans, and for
/// each of unknown size when there is none.
pub(super) fn scans(pictures: &[(Location, bool)], blocks: &[Block]) -> Vec<Unread> {
    const WORDS_AT_LEAST: usize = 100;
    const WORDS_PER_PICTURE: usize = 40;
    let words = count_words(blocks);
    let large = pictures.iter().filter(|(_, large)| *large).count();
    if words >= WORDS_AT_LEAST.max(large * WORDS_PER_PICTURE) {
        return Vec::new();
    }
    let entry = |location: &Location| Unread {
        what: format!("the picture {} may hold text", standing(location)),
        location: location.clone(),
    };
    let doubtful = pictures.iter().filter(|(_, large)| *large || words == 0);
    doubtful.map(|(location, _)| entry(location)).collect()
}

fn count_words(blocks: &[Block]) -> usize {
    let words = |block: &Block| match &block.kind {
        BlockKind::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).map(|cell| count_words(&cell.blocks)).sum()
        }
        _ => block.text.split_whitespace().count(),
    };
    blocks.iter().map(words).sum()
}
