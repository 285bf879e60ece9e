//! Roles: what a paragraph's style makes of it.

/// What a paragraph style makes of its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Role {
    /// Body text, also a subtitle.
    Body,
    /// A heading of this level, 1 to 9.
    Heading(u8),
    /// A block quotation.
    Quote,
    /// An entry of a table of contents, or its heading.
    Contents,
}

/// Returns the role of the built-in style `name`: these keep their English name in every language of Word and of
/// LibreOffice.
pub(in crate::document) fn named_role(name: &str) -> Option<Role> {
    let plain: String = name.chars().filter(|sign| *sign != ' ').collect::<String>().to_ascii_lowercase();
    match plain.as_str() {
        "title" => return Some(Role::Heading(1)),
        "subtitle" => return Some(Role::Body),
        "quote" | "intensequote" | "blocktext" | "quotations" => return Some(Role::Quote),
        "tocheading" | "tableoffigures" | "contentsheading" => return Some(Role::Contents),
        _ => {}
    }
    let digit = |prefix: &str| match plain.strip_prefix(prefix)?.as_bytes() {
        [level @ b'1'..=b'9'] => Some(level - b'0'),
        _ => None,
    };
    digit("heading")
        .map(Role::Heading)
        .or_else(|| digit("toc").or_else(|| digit("contents")).map(|_| Role::Contents))
}
