//! XML of a Word file: parsed within limits, and asked for by WordprocessingML name.

use roxmltree::{Document, Node, ParsingOptions};

use super::package::Part;
use crate::document::error::ReadError;
use crate::document::limits;

/// The WordprocessingML namespaces: transitional, which Word writes, and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Parses a part.
///
/// # Errors
///
/// [`ReadError::TooLarge`] beyond the limits, [`ReadError::Damaged`] when it is not well-formed or has a DOCTYPE.
pub(super) fn parse(part: &Part) -> Result<Document<'_>, ReadError> {
    check_shape(part)?;
    let options = ParsingOptions { nodes_limit: 2 * limits::XML_ITEMS as u32, ..ParsingOptions::default() };
    Document::parse_with_options(&part.text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => part.damaged("it has a DOCTYPE, which no Word file has"),
        error => part.damaged(error.to_string()),
    })
}

/// Refuses what would cost the parser, or the readers that recurse over its tree, too much.
///
/// It reads tags only, and well-formed XML exactly; what is not well-formed the parser refuses in bounded time.
fn check_shape(part: &Part) -> Result<(), ReadError> {
    let too_large = |what: &str, limit: usize| ReadError::TooLarge {
        what: format!("the number of {what} in {}", part.name),
        limit: limit.to_string(),
    };
    let text = part.text.as_bytes();
    for (sign, what) in [(b'<', "tags"), (b'=', "attributes")] {
        if text.iter().filter(|byte| **byte == sign).count() > limits::XML_ITEMS {
            return Err(too_large(what, limits::XML_ITEMS));
        }
    }
    // The namespaces each open element declares.
    let mut open: Vec<usize> = Vec::new();
    let mut in_scope = 0;
    let mut rest = part.text.as_str();
    while let Some((_, markup)) = rest.split_once('<') {
        let passive = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")]
            .into_iter()
            .find_map(|(start, end)| markup.strip_prefix(start).map(|inside| (inside, end)));
        if let Some((inside, end)) = passive {
            rest = inside.split_once(end).map_or("", |(_, after)| after);
            continue;
        }
        let tag = Tag::read(markup);
        rest = tag.after;
        if tag.closes {
            in_scope -= open.pop().unwrap_or(0);
            continue;
        }
        if tag.attributes > limits::XML_ATTRIBUTES {
            return Err(too_large("attributes of one element", limits::XML_ATTRIBUTES));
        }
        if in_scope + tag.namespaces > limits::XML_NAMESPACES {
            return Err(too_large("namespaces", limits::XML_NAMESPACES));
        }
        if !tag.empty {
            in_scope += tag.namespaces;
            open.push(tag.namespaces);
        }
        if open.len() > limits::XML_DEPTH {
            return Err(too_large("elements inside one another", limits::XML_DEPTH));
        }
    }
    Ok(())
}

/// What the shape check needs of one tag.
struct Tag<'a> {
    closes: bool,
    empty: bool,
    attributes: usize,
    namespaces: usize,
    after: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads the tag that starts `markup`, its `<` left out.
    fn read(markup: &'a str) -> Self {
        let mut quote = None;
        let mut attributes = 0;
        let mut end = markup.len();
        for (at, byte) in markup.bytes().enumerate() {
            match (quote, byte) {
                (None, b'>') => {
                    end = at;
                    break;
                }
                (None, b'"' | b'\'') => {
                    quote = Some(byte);
                    attributes += 1;
                }
                (Some(open), close) if open == close => quote = None,
                _ => {}
            }
        }
        // `end` is the place of an ASCII sign or the length, so both halves are whole characters.
        let (inside, after) = markup.split_at(end);
        Self {
            closes: inside.starts_with('/'),
            empty: inside.ends_with('/'),
            attributes,
            namespaces: if attributes == 0 { 0 } else { inside.matches("xmlns").count() },
            after,
        }
    }
}

/// Asking elements for what WordprocessingML calls them.
pub(super) trait Word<'a>: Copy {
    /// Returns the WordprocessingML name of the element, `None` for anything else.
    fn word(self) -> Option<&'a str>;
    /// Tells whether this is the WordprocessingML element `name`.
    fn is(self, name: &str) -> bool;
    /// Returns the first child element called `name`.
    fn child(self, name: &str) -> Option<Node<'a, 'a>>;
    /// Returns the WordprocessingML attribute `name`.
    fn attr(self, name: &str) -> Option<&'a str>;
    /// Returns the `val` attribute of the child `name`.
    fn val(self, name: &str) -> Option<&'a str>;
    /// Returns the number in the `val` attribute of the child `name`.
    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T>;
    /// Returns what the on/off child `name` says, `None` when there is none: `<w:b/>` is on, `w:val="0"` off.
    fn on(self, name: &str) -> Option<bool>;
}

impl<'a> Word<'a> for Node<'a, 'a> {
    fn word(self) -> Option<&'a str> {
        let name = self.tag_name();
        name.namespace().filter(|uri| WORD.contains(uri)).map(|_| name.name())
    }

    fn is(self, name: &str) -> bool {
        self.tag_name().name() == name && self.word().is_some()
    }

    fn child(self, name: &str) -> Option<Node<'a, 'a>> {
        self.children().find(|child| child.is(name))
    }

    fn attr(self, name: &str) -> Option<&'a str> {
        self.attributes()
            .find(|attr| attr.name() == name && attr.namespace().is_some_and(|uri| WORD.contains(&uri)))
            .map(|attr| attr.value())
    }

    fn val(self, name: &str) -> Option<&'a str> {
        self.child(name)?.attr("val")
    }

    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.val(name)?.trim().parse().ok()
    }

    fn on(self, name: &str) -> Option<bool> {
        let child = self.child(name)?;
        Some(!matches!(child.attr("val"), Some("0" | "false" | "off" | "none")))
    }
}
