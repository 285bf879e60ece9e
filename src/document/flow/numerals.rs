//! Numbers as lists show them: `3`, `c`, `iii`.

/// Returns `value` in the number format `format` of WordprocessingML, in decimal where the format is unknown or
/// cannot show the value.
pub(in crate::document) fn numeral(format: &str, value: u32) -> String {
    let shown = match format {
        "none" => Some(String::new()),
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).map(|text| text.to_ascii_uppercase()),
        "lowerRoman" => roman(value),
        "upperRoman" => roman(value).map(|text| text.to_ascii_uppercase()),
        "decimalZero" => Some(format!("{value:02}")),
        "ordinal" => Some(ordinal(value)),
        _ => None,
    };
    shown.unwrap_or_else(|| value.to_string())
}

/// a to z, then aa, bb and so on, as Word counts; up to thirty letters.
fn letters(value: u32) -> Option<String> {
    let index = value.checked_sub(1)?;
    let letter = char::from_u32(u32::from(b'a') + index % 26)?;
    let times = index / 26 + 1;
    (times <= 30).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

fn roman(value: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&value) {
        return None;
    }
    let mut rest = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    Some(text)
}

fn ordinal(value: u32) -> String {
    let ending = match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{value}{ending}")
}
