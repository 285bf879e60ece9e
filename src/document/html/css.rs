//! What declarations of style say about whether and how text is seen.

/// Whether an element is shown, and if so as a block or in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    /// In the line it stands in.
    Inline,
    /// On lines of its own.
    Block,
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numerals {
    /// With bullets, or not at all.
    None,
    /// 1, 2, 3.
    Decimal,
    /// a, b, c.
    LowerLetters,
    /// A, B, C.
    UpperLetters,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
}

/// What is declared of an element; `None` where nothing is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) display: Option<Display>,
    /// Whether it takes room but is not seen.
    pub(super) invisible: Option<bool>,
    /// Whether it is moved off the page, cut to nothing or wholly transparent.
    pub(super) away: Option<bool>,
    /// Whether its letters have no size.
    pub(super) tiny: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    /// Whether the line ends of the source are kept.
    pub(super) keeps_lines: Option<bool>,
    /// Whether its letters are pictures: Wingdings and the like.
    pub(super) symbols: Option<bool>,
    pub(super) numerals: Option<Numerals>,
}

impl Style {
    /// Reads declarations: `display:none; color:red`.
    pub(super) fn read(declarations: &str) -> Self {
        let mut style = Self::default();
        for declaration in declarations.split(';') {
            if let Some((property, value)) = declaration.split_once(':') {
                let value = value.to_ascii_lowercase().replace("!important", "");
                style.declare(property.trim().to_ascii_lowercase().as_str(), value.trim());
            }
        }
        style
    }

    /// Returns this style, and where it is silent, `under`.
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            display: self.display.or(under.display),
            invisible: self.invisible.or(under.invisible),
            away: self.away.or(under.away),
            tiny: self.tiny.or(under.tiny),
            struck: self.struck.or(under.struck),
            bold: self.bold.or(under.bold),
            italic: self.italic.or(under.italic),
            keeps_lines: self.keeps_lines.or(under.keeps_lines),
            symbols: self.symbols.or(under.symbols),
            numerals: self.numerals.or(under.numerals),
        }
    }

    /// Whether it says anything about whether text counts.
    pub(super) fn hides_or_shows(self) -> bool {
        let says = [self.invisible, self.away, self.tiny, self.struck].iter().any(Option::is_some);
        says || self.display.is_some()
    }

    fn declare(&mut self, property: &str, value: &str) {
        match property {
            "display" => self.display = display(value).or(self.display),
            "mso-hide" if value == "all" => self.display = Some(Display::None),
            "visibility" => self.invisible = Some(matches!(value, "hidden" | "collapse")),
            "opacity" => self.away = Some(number(value) == Some(0.0)),
            "left" | "right" | "top" | "text-indent" | "margin-left" | "margin-top" => {
                self.away =
                    if number(value).is_some_and(|place| place <= -900.0) { Some(true) } else { self.away };
            }
            "clip" | "clip-path" => self.away = if cuts_all(value) { Some(true) } else { self.away },
            "font-size" => self.tiny = tiny(value).or(self.tiny),
            "text-decoration" | "text-decoration-line" => self.struck = Some(value.contains("line-through")),
            "font-weight" => self.bold = bold(value).or(self.bold),
            "font-style" => self.italic = Some(matches!(value, "italic" | "oblique")),
            "font" => self.font(value),
            "font-family" => self.symbols = Some(is_symbol_font(value)),
            "white-space" => self.keeps_lines = Some(value.starts_with("pre") || value == "break-spaces"),
            "list-style" | "list-style-type" => self.numerals = numerals(value).or(self.numerals),
            _ => {}
        }
    }

    /// Reads all of a font at once: `italic bold 10pt Arial`.
    fn font(&mut self, value: &str) {
        let words = || value.split_ascii_whitespace();
        self.bold = Some(words().any(|word| bold(word) == Some(true)));
        self.italic = Some(words().any(|word| matches!(word, "italic" | "oblique")));
        self.tiny = words().find_map(tiny).or(Some(false));
        self.symbols = Some(["wingdings", "webdings", "symbol"].iter().any(|font| value.contains(font)));
    }
}

fn display(value: &str) -> Option<Display> {
    match value {
        "none" => Some(Display::None),
        "contents" => Some(Display::Inline),
        _ if value.starts_with("inline") => Some(Display::Inline),
        "block" | "flex" | "grid" | "list-item" | "flow-root" => Some(Display::Block),
        _ if value.starts_with("table") => Some(Display::Block),
        _ => None,
    }
}

/// The number that a length such as `-9999px` begins with; without a unit behind it where there is none.
fn number(value: &str) -> Option<f64> {
    let end = value.find(|sign: char| !matches!(sign, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

/// Whether a clip leaves nothing: `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`, `inset(50%)`.
fn cuts_all(value: &str) -> bool {
    let Some((shape, rest)) = value.split_once('(') else { return false };
    let mut sides =
        rest.split([',', ' ', ')']).filter(|side| !side.is_empty()).map(|side| number(side).unwrap_or(0.0));
    match shape {
        "rect" => sides.all(|side| side.abs() <= 1.0),
        "inset" => rest.contains('%') && sides.all(|side| side >= 50.0),
        _ => false,
    }
}

/// Whether a font size is nothing; `None` for one that goes by the size around it, or is none.
fn tiny(value: &str) -> Option<bool> {
    let size = number(value)?;
    let relative = value.ends_with('%') || (value.ends_with("em") && !value.ends_with("rem"));
    (size == 0.0 || !relative).then_some(size == 0.0)
}

fn bold(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" | "600" | "700" | "800" | "900" => Some(true),
        "normal" | "lighter" | "100" | "200" | "300" | "400" | "500" => Some(false),
        _ => None,
    }
}

fn is_symbol_font(families: &str) -> bool {
    let first = families.split(',').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
    first.starts_with("wingdings") || matches!(first, "webdings" | "symbol")
}

fn numerals(value: &str) -> Option<Numerals> {
    value.split_ascii_whitespace().find_map(|word| match word {
        "none" | "disc" | "circle" | "square" => Some(Numerals::None),
        "decimal" | "decimal-leading-zero" => Some(Numerals::Decimal),
        "lower-alpha" | "lower-latin" => Some(Numerals::LowerLetters),
        "upper-alpha" | "upper-latin" => Some(Numerals::UpperLetters),
        "lower-roman" => Some(Numerals::LowerRoman),
        "upper-roman" => Some(Numerals::UpperRoman),
        _ => None,
    })
}
