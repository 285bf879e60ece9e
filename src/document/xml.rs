//! XML parts of an archive, parsed within limits.

use roxmltree::{Document, ParsingOptions};

use super::archive::Part;
use super::error::ReadError;
use super::limits::{Limit, Limits};

/// Parses a part.
///
/// # Errors
///
/// [`ReadError::TooLarge`] beyond the limits, [`ReadError::Damaged`] when it is not well-formed or has a DOCTYPE.
pub(crate) fn parse<'p>(part: &'p Part, limits: &Limits) -> Result<Document<'p>, ReadError> {
    check_shape(part, limits)?;
    let nodes = u32::try_from(2 * limits.of(Limit::Tags)).unwrap_or(u32::MAX);
    let options = ParsingOptions { nodes_limit: nodes, ..ParsingOptions::default() };
    Document::parse_with_options(&part.text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => part.damaged("it has a DOCTYPE, which no Office file has"),
        // The parser quotes the sign that it stumbled on, which may be the end of a line.
        error => part.damaged(error.to_string().replace('\n', "\\n").replace('\r', "\\r")),
    })
}

/// Refuses what would cost the parser, or the readers that recurse over its tree, too much.
///
/// It reads tags only, and well-formed XML exactly; what is not well-formed the parser refuses in bounded time.
fn check_shape(part: &Part, limits: &Limits) -> Result<(), ReadError> {
    let hold = |limit, amount, what: &str| {
        limits.hold(limit, amount, || format!("the number of {what} in {}", part.name))
    };
    let text = part.text.as_bytes();
    for (sign, what) in [(b'<', "tags"), (b'=', "attributes")] {
        hold(Limit::Tags, text.iter().filter(|byte| **byte == sign).count(), what)?;
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
        hold(Limit::Attributes, tag.attributes, "attributes of one element")?;
        hold(Limit::Namespaces, in_scope + tag.namespaces, "namespaces")?;
        if !tag.empty {
            in_scope += tag.namespaces;
            open.push(tag.namespaces);
        }
        hold(Limit::Depth, open.len(), "elements inside one another")?;
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
