//! The HTML that people put in markdown: what of it is seen.

/// Elements whose text is struck out or never shown.
const UNSEEN: [&str; 7] = ["del", "s", "strike", "script", "style", "template", "title"];

/// Elements that stand inside a line; all others begin and end one.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// A tag, as far as it matters to a reader.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name in lower case.
    name: String,
    closes: bool,
    /// Whether it says itself that its content is not shown.
    hidden: bool,
}

impl Tag {
    /// Returns the tag that `source`, from `<` to `>`, writes; `None` for a comment or declaration.
    pub(super) fn parse(source: &str) -> Option<Self> {
        let inner = source.trim().strip_prefix('<')?.trim_end_matches('>').trim_end_matches('/');
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |rest| (true, rest));
        let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
        let attributes = inner.get(name.len()..).unwrap_or_default().to_ascii_lowercase();
        let style: String = attributes.chars().filter(|sign| !sign.is_whitespace()).collect();
        let attribute =
            |word: &str| word.trim_end_matches("=\"\"") == "hidden" || word.starts_with("hidden=");
        let hidden = style.contains("display:none")
            || style.contains("visibility:hidden")
            || attributes.split_whitespace().any(attribute);
        (!name.is_empty()).then(|| Self { name: name.to_ascii_lowercase(), closes, hidden })
    }

    /// Returns whether it breaks the line: `<br>`.
    pub(super) fn breaks_line(&self) -> bool {
        self.name == "br"
    }

    fn ends_paragraph(&self) -> bool {
        !self.breaks_line() && !INLINE.contains(&self.name.as_str()) && !UNSEEN.contains(&self.name.as_str())
    }
}

/// What is not shown at present: the element that hides it, and how many of its name are open in it.
#[derive(Debug, Default)]
pub(super) struct Veil(Option<(String, usize)>);

impl Veil {
    /// Returns whether text at this point is unseen.
    pub(super) fn is_down(&self) -> bool {
        self.0.is_some()
    }

    /// Goes past `tag`.
    pub(super) fn pass(&mut self, tag: &Tag) {
        match &mut self.0 {
            Some((name, open)) if *name == tag.name => {
                *open = if tag.closes { open.saturating_sub(1) } else { *open + 1 };
                if *open == 0 {
                    self.0 = None;
                }
            }
            None if !tag.closes && (tag.hidden || UNSEEN.contains(&tag.name.as_str())) => {
                self.0 = Some((tag.name.clone(), 1));
            }
            _ => {}
        }
    }
}

/// Returns the paragraphs that a block of HTML shows, each with the byte of `source` at which it begins.
pub(super) fn paragraphs(source: &str) -> Vec<(usize, String)> {
    let mut paragraphs = vec![(0, String::new())];
    let mut veil = Veil::default();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let (piece, tag) = next_piece(rest);
        match tag {
            Some(tag) if tag.ends_paragraph() => {
                veil.pass(&tag);
                paragraphs.push((at, String::new()));
            }
            Some(tag) => {
                veil.pass(&tag);
                if tag.breaks_line()
                    && let Some((_, text)) = paragraphs.last_mut()
                {
                    text.push('\u{B}');
                }
            }
            None if veil.is_down() || piece.starts_with("<!") || piece.starts_with("<?") => {}
            None => {
                if let Some((start, text)) = paragraphs.last_mut() {
                    if text.trim().is_empty() {
                        *start = at + (piece.len() - piece.trim_start().len());
                    }
                    text.push_str(&unescape(piece));
                }
            }
        }
        at += piece.len().max(1);
    }
    paragraphs.retain(|(_, text)| !text.trim().is_empty());
    paragraphs
}

/// Returns the tag, comment or stretch of text that `source` begins with.
fn next_piece(source: &str) -> (&str, Option<Tag>) {
    let until = |end: Option<usize>| source.get(..end.unwrap_or(source.len())).unwrap_or(source);
    if source.starts_with("<!--") {
        return (until(source.find("-->").map(|end| end + 3)), None);
    }
    let opens = source.strip_prefix('<').is_some_and(|rest| {
        rest.starts_with(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!' | '?'))
    });
    if opens && let Some(end) = source.find('>') {
        let piece = until(Some(end + 1));
        return (piece, Tag::parse(piece));
    }
    let skip = usize::from(source.starts_with('<'));
    (until(source.get(skip..).and_then(|rest| rest.find('<')).map(|end| end + skip)), None)
}

/// Returns `text` with the character references that people write resolved.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(9).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(..end));
        match name.and_then(|name| reference(name).map(|sign| (name, sign))) {
            Some((name, sign)) => {
                out.push(sign);
                rest = after.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    let named = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("hellip", '…'),
        ("bull", '•'),
        ("pound", '£'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    named.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}
