//! Labels: `Lead: Head of Service`, and the bracket at the end of a bullet that names owner, date and measure.

use super::agencies::{commits_somebody, names_somebody};
use super::plan::Reader;
use super::roles::{is_heading, roles_of};
use crate::pack::ColumnRole;

/// The longest label before its colon, in bytes.
const LONGEST_LABEL: usize = 48;

/// The longest label that begins with a small letter, in words: what is longer is the middle of a sentence.
const LONGEST_ASIDE: usize = 4;

/// The longest date that stands as a sentence of its own, in words.
const LONGEST_DATE: usize = 8;

/// Text taken apart: what is to be done, and the fields that stood behind it.
#[derive(Debug, Default)]
pub(super) struct Parted {
    pub(super) text: String,
    pub(super) fields: Vec<(ColumnRole, String)>,
}

/// Returns the roles and the value of a line such as `By when: March 2017`.
///
/// A label is a heading from end to end: no sign parts it in two, and it is not the opening of a sentence
/// (`The director will: ...`).
pub(super) fn label<'t>(line: &'t str, reader: &Reader<'_>) -> Option<(Vec<ColumnRole>, &'t str)> {
    // Looked for no further than a label reaches: a label is asked for at many places of one long text.
    let colon = line.bytes().take(LONGEST_LABEL + 1).position(|byte| byte == b':').filter(|at| *at > 0)?;
    let name = &line[..colon];
    let name = last_bracket(name).map_or(name, |(name, _)| name);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let parted = label_starts(name).count() > 1 || name.contains(['“', '"']);
    let runs_on = name.starts_with(char::is_lowercase) && name.split_whitespace().count() > LONGEST_ASIDE;
    if parted || runs_on || name.split_whitespace().count() > 8 || opens_sentence(name, reader) {
        return None;
    }
    // `Completed 8 July 2016: ...` tells when, and the words behind it what.
    if !reader.dates.in_text(name).is_empty() {
        return None;
    }
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    let mut roles = roles_of(name, reader.rules);
    if roles.is_empty() {
        roles.extend(reader.forms.role(name));
    }
    (!roles.is_empty()).then(|| (roles, line[colon + 1..].trim()))
}

/// Whether what stands before a colon promises something of somebody, as `What we will do` does not.
fn opens_sentence(name: &str, reader: &Reader<'_>) -> bool {
    commits_somebody(name, reader) && !is_heading(name, reader.rules)
}

/// Parts a bullet or paragraph into its action and the owner, date and measure that stand in a bracket or behind
/// labels at its end.
pub(super) fn part(text: &str, reader: &Reader<'_>) -> Parted {
    let text = text.trim();
    let mut parted = Parted { text: text.to_owned(), fields: Vec::new() };
    while take_bracket(&mut parted, reader) || take_labels(&mut parted, reader) {}
    // What follows the owner's name as a sentence of its own is still about the action.
    parted.fields.retain(|(role, text)| {
        let remark = *role == ColumnRole::Action;
        if remark {
            parted.text.push(' ');
            parted.text.push_str(text);
        }
        !remark
    });
    parted
}

/// Takes the fields of a bracket that ends the text. Returns false when there is none.
fn take_bracket(parted: &mut Parted, reader: &Reader<'_>) -> bool {
    let Some((head, inner)) = last_bracket(&parted.text) else { return false };
    let fields = fields_of(inner, reader);
    if fields.is_empty() {
        return false;
    }
    parted.text = head.trim_end().to_owned();
    parted.fields.splice(0..0, fields);
    true
}

/// Takes the labelled fields at the end of the text. Returns false when there are none.
fn take_labels(parted: &mut Parted, reader: &Reader<'_>) -> bool {
    let Some(at) = first_label(&parted.text, reader) else { return false };
    let fields = fields_of(&parted.text[at..], reader);
    parted.text.truncate(at);
    parted.text = parted.text.trim_end_matches([' ', ';', ',', '(', '[', '|', '–', '-', '\n']).to_owned();
    parted.fields.splice(0..0, fields);
    true
}

/// Returns the text before and the text inside a bracket that ends `text`.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let body = text.trim_end_matches(['.', ' ']);
    let (open, close) = match body.chars().last()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let mut depth = 0_usize;
    for (at, sign) in body.char_indices().rev() {
        if sign == close {
            depth += 1;
        } else if sign == open {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some((&body[..at], &body[at + 1..body.len() - 1]));
            }
        }
    }
    None
}

/// Returns where, behind some text, the first label of an owner, date, measure or status begins.
fn first_label(text: &str, reader: &Reader<'_>) -> Option<usize> {
    label_starts(text).skip(1).find(|at| {
        label(&text[*at..], reader).is_some_and(|(roles, _)| {
            roles
                .iter()
                .any(|role| !matches!(role, ColumnRole::Action | ColumnRole::Finding | ColumnRole::Reference))
        })
    })
}

/// Returns the places in `text` where a label may begin: its start, and after a sign that ends what came before.
pub(super) fn label_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let after = text.char_indices().filter(|(at, sign)| match sign {
        '-' => text[..*at].ends_with(' ') && text[at + 1..].starts_with(' '),
        sign => matches!(sign, '.' | ';' | '(' | ')' | '[' | ']' | '\n' | '|' | ',' | '–' | '—'),
    });
    std::iter::once(0).chain(after.map(|(at, sign)| {
        let rest = &text[at + sign.len_utf8()..];
        text.len() - rest.trim_start().len()
    }))
}

/// Returns the fields that a bracket or a labelled tail holds; empty when it names nobody and no date.
fn fields_of(inner: &str, reader: &Reader<'_>) -> Vec<(ColumnRole, String)> {
    let mut marks: Vec<(usize, usize, Vec<ColumnRole>)> = Vec::new();
    for at in label_starts(inner) {
        if let Some((roles, _)) = label(&inner[at..], reader)
            && marks.last().is_none_or(|(_, value, _)| *value <= at)
        {
            let value = at + inner[at..].find(':').unwrap_or(0) + 1;
            marks.push((at, value, roles));
        }
    }
    let mut fields = Vec::new();
    let head_end = marks.first().map_or(inner.len(), |(at, ..)| *at);
    unlabelled(&inner[..head_end], marks.is_empty(), reader, &mut fields);
    for (i, (_, value, roles)) in marks.iter().enumerate() {
        let end = marks.get(i + 1).map_or(inner.len(), |(at, ..)| *at);
        let text = inner[*value..end].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ';' | '.' | ',' | '|' | '–' | '—' | '-')
        });
        let Some(role) = roles.first() else { continue };
        if *role == ColumnRole::Owner {
            let (owner, rest) = text.split_once(". ").unwrap_or((text, ""));
            let mut who = Vec::new();
            for piece in pieces(owner) {
                if reader.is_date(piece) {
                    fields.push((ColumnRole::Due, piece.to_owned()));
                } else {
                    who.push(piece);
                }
            }
            fields.push((ColumnRole::Owner, who.join(", ")));
            if reader.is_date(rest) && rest.split_whitespace().count() <= LONGEST_DATE {
                fields.push((ColumnRole::Due, rest.to_owned()));
            } else if !rest.is_empty() {
                fields.push((ColumnRole::Action, rest.to_owned()));
            }
        } else {
            fields.push((*role, text.to_owned()));
        }
    }
    fields
}

/// Takes owner and date from words without labels: `Head of Service, October 2016`. Where the bracket holds nothing
/// else (`alone`), it is taken only when it names somebody or a date, since most brackets are asides.
fn unlabelled(text: &str, alone: bool, reader: &Reader<'_>, fields: &mut Vec<(ColumnRole, String)>) {
    let (text, sign) = if alone { before_sign(text, reader) } else { (text, None) };
    let (dates, who): (Vec<&str>, Vec<&str>) = pieces(text).partition(|piece| reader.is_date(piece));
    let owner = who.join(", ");
    let names =
        !owner.is_empty() && owner.split_whitespace().count() <= 20 && names_somebody(&owner, reader.rules);
    let bare_dates = who.is_empty() && !dates.is_empty();
    if alone && !(bare_dates || names) {
        return;
    }
    fields.extend(dates.into_iter().map(|date| (ColumnRole::Due, date.to_owned())));
    if names {
        fields.push((ColumnRole::Owner, owner));
        fields.extend(sign.map(|sign| (ColumnRole::Measure, sign.trim_end_matches('.').to_owned())));
    }
}

/// Whether a text is a day, or begins with one.
fn begins_with_day(text: &str, reader: &Reader<'_>) -> bool {
    let lead = "from ".len();
    reader.dates.in_text(text).first().is_some_and(|found| found.range.start <= lead)
}

/// Parts `Head of Service; October 2016; nine in ten seen in time` behind its date, where semicolons part who, when and
/// by what sign it is known to work.
fn before_sign<'t>(text: &'t str, reader: &Reader<'_>) -> (&'t str, Option<&'t str>) {
    let mut from = 0;
    for part in text.split(';') {
        let end = from + part.len();
        let sign = text.get(end + 1..).map(str::trim).filter(|sign| !sign.is_empty());
        if from > 0 && reader.is_date(part.trim()) && sign.is_some_and(|sign| !begins_with_day(sign, reader))
        {
            return (text.get(..end).unwrap_or(text), sign);
        }
        from = end + 1;
    }
    (text, None)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|'])
        .flat_map(|part| part.split(". "))
        .map(|piece| piece.trim().trim_end_matches('.'))
        .filter(|piece| !piece.is_empty())
}
