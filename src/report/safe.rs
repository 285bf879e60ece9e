//! Text of a document made safe to print: nothing in it can steer the terminal or turn the reading order.

/// Returns `text` with control characters (escape sequences among them) and bidirectional signs replaced by `�`;
/// line ends and tabs become spaces.
pub fn safe(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\n' | '\r' | '\t' => ' ',
            sign if is_unsafe(sign) => '\u{fffd}',
            sign => sign,
        })
        .collect()
}

/// Returns `text` in one line, with the signs that Markdown or HTML would read as their own escaped.
pub(super) fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in safe(text).chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&') {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// Whether a sign can steer a terminal or turn the reading order.
pub(super) fn is_unsafe(sign: char) -> bool {
    sign.is_control() || is_bidi(sign)
}

fn is_bidi(sign: char) -> bool {
    matches!(sign, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
