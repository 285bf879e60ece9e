//! The tables and values of a rule file, read with small typed steps that note every problem and go on.

use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::at::{At, SourceRef};
use super::code::Code;
use super::names::{Choice, help_for_name};
use super::problem::{Problem, Report};
use super::source::Source;
use crate::query::check_pattern;

/// A rule file while it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct File<'t> {
    pub(crate) source: &'t Source,
    pub(crate) at: SourceRef,
    pub(crate) report: &'t Report,
}

impl File<'_> {
    /// Notes a problem at a place of this file.
    pub(crate) fn problem(&self, code: Code, span: Range<usize>, message: impl AsRef<str>) -> Problem {
        Problem::new(code, self.source, span, message)
    }

    /// Returns a place in this file.
    pub(super) fn at(&self, bytes: Range<usize>) -> At {
        At { file: self.at, bytes }
    }
}

/// A text with its place, quotes included.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Range<usize>,
}

/// A table whose keys are known.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'t> {
    pub(crate) file: File<'t>,
    /// Where its header, or the whole of an inline table, stands.
    pub(crate) span: Range<usize>,
    /// What it is, with an article: `a finding`.
    what: &'static str,
    table: &'t DeTable<'t>,
}

impl<'t> Fields<'t> {
    /// Opens a table and notes every key that is not among `known`.
    pub(crate) fn open(
        file: File<'t>,
        table: &'t DeTable<'t>,
        span: Range<usize>,
        what: &'static str,
        known: &[&str],
    ) -> Self {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let message = format!("{what} has no key `{name}`");
            let help = help_for_name(name, known);
            file.report.push(file.problem(Code::UnknownKey, key.span(), message).help(help));
        }
        Self { file, span, what, table }
    }

    /// Returns every key with its value, in the order of the file.
    pub(crate) fn entries(&self) -> Vec<(Text, Field<'t>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| {
                let name = Text { value: key.get_ref().to_string(), span: key.span() };
                (name, Field { file: self.file, key: "this", value })
            })
            .collect();
        entries.sort_by_key(|(name, _)| name.span.start);
        entries
    }

    /// Returns the value of a key that may be missing.
    pub(crate) fn get(&self, key: &'static str) -> Option<Field<'t>> {
        self.table.get(key).map(|value| Field { file: self.file, key, value })
    }

    /// Returns the value of a key that must be there.
    pub(crate) fn need(&self, key: &'static str) -> Option<Field<'t>> {
        let found = self.get(key);
        if found.is_none() {
            let message = format!("{} needs the key `{key}`", self.what);
            let problem = self.file.problem(Code::MissingKey, self.span.clone(), message);
            self.file.report.push(problem.label(format!("no `{key}` here")));
        }
        found
    }
}

/// A value with the key it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'t> {
    pub(super) file: File<'t>,
    key: &'static str,
    value: &'t Spanned<DeValue<'t>>,
}

impl<'t> Field<'t> {
    /// Returns where the value stands, quotes included.
    pub(crate) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Returns the value as the file writes it, quotes included.
    pub(super) fn raw(&self) -> &'t str {
        self.file.source.text.get(self.span()).unwrap_or_default()
    }

    /// Notes a problem with this value.
    pub(crate) fn object(&self, code: Code, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.file.report.push(self.file.problem(code, self.span(), message).help(help));
    }

    /// Notes that this value is left blank, as it may be while it is part of a draft.
    pub(super) fn note_blank(&self, draft: bool) {
        let code = if draft { Code::Unfinished } else { Code::EmptyText };
        let help = "put what the letter says here into words of your own";
        self.object(code, format!("`{}` is still blank", self.key), help);
    }

    fn wrong_type(&self, wanted: &str, help: &str) {
        let found = match self.value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.object(Code::WrongType, format!("`{}` must be {wanted}, and this is {found}", self.key), help);
    }

    /// Returns the value as text that says something.
    pub(crate) fn text(self) -> Option<Text> {
        let Some(value) = self.value.get_ref().as_str() else {
            self.wrong_type("a text", "write it between quotes");
            return None;
        };
        if value.trim().is_empty() {
            let message = format!("`{}` is empty", self.key);
            self.object(Code::EmptyText, message, Code::EmptyText.help());
            return None;
        }
        Some(Text { value: value.to_owned(), span: self.span() })
    }

    /// Returns the value as text, which may be empty.
    pub(crate) fn any_text(self) -> Option<String> {
        match self.value.get_ref().as_str() {
            Some("") => Some(String::new()),
            _ => self.text().map(|text| text.value),
        }
    }

    /// Returns where the value ends, tables within it included.
    pub(crate) fn last_byte(self) -> usize {
        let inner: Vec<&Spanned<DeValue<'_>>> = match self.value.get_ref() {
            DeValue::Array(members) => members.iter().collect(),
            DeValue::Table(table) => table.values().collect(),
            _ => Vec::new(),
        };
        let inner = inner.into_iter().map(|value| Field { value, ..self }.last_byte());
        inner.chain([self.span().end]).max().unwrap_or_default()
    }

    /// Returns the value as a regular expression.
    pub(super) fn pattern(self) -> Option<String> {
        let text = self.text()?;
        if let Err(why) = check_pattern(&text.value) {
            let message = format!("this is no regular expression: {why}");
            let help = "mend it, or test it in any tool for regular expressions";
            self.object(Code::QuerySyntax, message, help);
            return None;
        }
        Some(text.value)
    }

    /// Returns the value as an id: small letters, digits and hyphens.
    pub(crate) fn id(self) -> Option<Text> {
        let id = self.text()?;
        if is_id(&id.value) {
            return Some(id);
        }
        let message = format!("`{}` is no id", id.value);
        self.object(Code::BadId, message, Code::BadId.help());
        None
    }

    /// Returns the members of a list.
    pub(crate) fn list(self) -> Option<Vec<Field<'t>>> {
        let Some(members) = self.value.get_ref().as_array() else {
            self.wrong_type("a list", "write it between [ and ], with commas between its members");
            return None;
        };
        Some(members.iter().map(|value| Field { value, ..self }).collect())
    }

    /// Returns the members of a list that must have some.
    pub(super) fn filled_list(self) -> Vec<Field<'t>> {
        let members = self.list();
        if members.as_ref().is_some_and(Vec::is_empty) {
            self.object(Code::EmptyText, format!("`{}` is empty", self.key), Code::EmptyText.help());
        }
        members.unwrap_or_default()
    }

    /// Returns the value as a list of texts; members that are none are noted and left out.
    pub(super) fn texts(self) -> Vec<Text> {
        self.list().into_iter().flatten().filter_map(Field::text).collect()
    }

    /// Returns the value as a calendar date.
    pub(crate) fn date(self) -> Option<Date> {
        let date = match self.value.get_ref() {
            DeValue::Datetime(at) if at.time.is_none() && at.offset.is_none() => at.date,
            DeValue::Datetime(_) => None,
            _ => {
                self.wrong_type("a date", Code::BadDate.help());
                return None;
            }
        };
        let read = date.and_then(|d| Some((i16::try_from(d.year).ok()?, i8::try_from(d.month).ok()?, d.day)));
        let read = read.and_then(|(y, m, d)| Date::new(y, m, i8::try_from(d).ok()?).ok());
        if read.is_none() {
            let message = format!("`{}` is no calendar date", self.raw());
            self.object(Code::BadDate, message, Code::BadDate.help());
        }
        read
    }

    /// Returns the value as true or false.
    pub(super) fn flag(self) -> Option<bool> {
        let flag = self.value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type("true or false", "write true or false, without quotes");
        }
        flag
    }

    /// Returns the value as a whole number of a range.
    pub(super) fn number(self, range: RangeInclusive<u32>) -> Option<u32> {
        let Some(integer) = self.value.get_ref().as_integer() else {
            self.wrong_type("a whole number", "write it in digits, without quotes");
            return None;
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let message = format!("`{}` is outside its range: `{}`", self.key, self.raw());
            self.object(Code::BadNumber, message, Code::BadNumber.help());
        }
        number
    }

    /// Returns the member of a closed list that the value names.
    pub(crate) fn choice<C: Choice>(self) -> Option<C> {
        let text = self.text()?;
        let found = C::ALL.iter().copied().find(|choice| choice.name() == text.value);
        if found.is_none() {
            let names: Vec<_> = C::ALL.iter().map(|choice| choice.name()).collect();
            let message = format!("`{}` cannot be `{}`", self.key, text.value);
            self.object(Code::UnknownName, message, help_for_name(&text.value, &names));
        }
        found
    }

    /// Tells whether the value is a table.
    pub(super) fn is_table(self) -> bool {
        self.value.get_ref().as_table().is_some()
    }

    /// Returns the value as a table with these keys.
    pub(crate) fn table(self, what: &'static str, known: &[&str]) -> Option<Fields<'t>> {
        let table = self.any_table()?;
        Some(Fields::open(self.file, table, self.span(), what, known))
    }

    /// Returns the value as a table whose keys are names of the author's own.
    pub(super) fn names(self, what: &'static str) -> Option<Fields<'t>> {
        let table = self.any_table()?;
        Some(Fields { file: self.file, span: self.span(), what, table })
    }

    fn any_table(self) -> Option<&'t DeTable<'t>> {
        let table = self.value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type("a table", &format!("write it as [{0}] or {0} = {{ key = value }}", self.key));
        }
        table
    }

    /// Returns the value as a list of tables with these keys, in the order of the file.
    pub(crate) fn tables(self, what: &'static str, known: &[&str]) -> Vec<Fields<'t>> {
        if self.value.get_ref().as_table().is_some() {
            self.wrong_type(
                "a list of tables",
                "write its header with two brackets, [[...]], since there may be several",
            );
            return Vec::new();
        }
        self.list().into_iter().flatten().filter_map(|member| member.table(what, known)).collect()
    }
}

/// Whether `text` is small letters and digits with single hyphens between.
pub(super) fn is_id(text: &str) -> bool {
    let good =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(good)
}
