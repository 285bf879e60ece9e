//! A page taken apart by a real tokeniser: its tags, in order, each with the text up to the next.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states,
};

/// A tag with its attributes and the text that stands behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its name; with a slash before it where it ends an element.
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) text: String,
}

/// A page, as a browser sees its source.
pub(crate) struct Parsed {
    pub(crate) pieces: Vec<Piece>,
    /// What a browser would have to make good.
    pub(crate) errors: Vec<String>,
}

#[derive(Default)]
struct Sink {
    pieces: RefCell<Vec<Piece>>,
    errors: RefCell<Vec<String>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut pieces = self.pieces.borrow_mut();
        match token {
            Token::TagToken(Tag { kind, name, attrs, .. }) => {
                let attributes: BTreeMap<_, _> =
                    attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
                if attributes.len() < attrs.len() {
                    self.errors.borrow_mut().push(format!("an attribute twice on {name}"));
                }
                let slash = if kind == TagKind::EndTag { "/" } else { "" };
                pieces.push(Piece { name: format!("{slash}{name}"), attributes, text: String::new() });
                if kind == TagKind::StartTag && &*name == "style" {
                    return TokenSinkResult::RawData(states::RawKind::Rawtext);
                }
            }
            Token::CharacterTokens(text) => {
                if let Some(piece) = pieces.last_mut() {
                    piece.text.push_str(&text);
                }
            }
            Token::ParseError(error) => self.errors.borrow_mut().push(error.into_owned()),
            Token::NullCharacterToken => self.errors.borrow_mut().push("a null character".to_owned()),
            Token::CommentToken(_) | Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Parsed {
    pub(crate) fn of(page: &str) -> Self {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(page));
        let tokenizer =
            Tokenizer::new(Sink::default(), TokenizerOpts { exact_errors: true, ..Default::default() });
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        Self { pieces: tokenizer.sink.pieces.take(), errors: tokenizer.sink.errors.take() }
    }

    /// Returns every tag of this name.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Piece> {
        self.pieces.iter().filter(move |piece| piece.name == name)
    }

    /// Returns the text of the elements of this name, each with what stands inside it.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        let starts = self.pieces.iter().enumerate().filter(|(_, piece)| piece.name == name);
        starts.map(|(at, _)| self.inside(at)).collect()
    }

    /// Returns the text of the element that has this id.
    pub(crate) fn text_of(&self, id: &str) -> String {
        let at = self.pieces.iter().position(|piece| piece.attributes.get("id").is_some_and(|own| own == id));
        self.inside(at.unwrap())
    }

    /// Returns the text of the part under the heading that has this id.
    pub(crate) fn part(&self, id: &str) -> String {
        let heading =
            self.pieces.iter().position(|piece| piece.attributes.get("id").is_some_and(|own| own == id));
        let section = heading.unwrap() - 1;
        assert_eq!(self.pieces[section].name, "section");
        self.inside(section)
    }

    /// Returns the text of the element that begins at a place, a line for each block of it.
    fn inside(&self, at: usize) -> String {
        let name = &self.pieces[at].name;
        let end = format!("/{name}");
        let mut depth = 0;
        let mut text = String::new();
        for piece in &self.pieces[at..] {
            if piece.name == *name {
                depth += 1;
            } else if piece.name == end {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            if ["p", "li", "h2", "h3", "h4", "h5", "tr", "dt", "dd", "caption", "article"]
                .contains(&piece.name.as_str())
            {
                text.push('\n');
            } else if ["td", "th"].contains(&piece.name.as_str()) {
                text.push_str(" | ");
            }
            text.push_str(&piece.text);
        }
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}
