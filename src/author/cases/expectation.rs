//! Expectations: the lines that say what a check should say, such as `perpetrators.places unmet deferred`.

use super::CaseProblem;
use crate::assess::{Reason, Verdict};
use crate::pack::nearest;

/// A line of an `expect` block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// What it is about.
    pub subject: Subject,
    /// What should be said of it.
    pub expected: Expected,
    /// Whether it is known that the rules say otherwise today.
    pub todo: bool,
    /// Its line in the file, counted from 1.
    pub line: usize,
}

/// What an expectation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An aspect, as `finding.aspect`.
    Aspect(String),
    /// A finding or next step.
    Item(String),
    /// Every aspect that no other line is about.
    Rest,
}

/// What should be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// Of an aspect: that it is met.
    Met,
    /// Of an aspect: that it is not met, and for this reason where one is named.
    Unmet(Option<Reason>),
    /// Of an item: its verdict.
    Verdict(Verdict),
    /// Of a next step that asks for every agency: those that own no action, in the order of the alphabet.
    Missing(Vec<String>),
}

/// The verdicts of an item as a line writes them.
const VERDICTS: [(&str, Verdict); 4] = [
    ("addressed", Verdict::Addressed),
    ("partial", Verdict::Partial),
    ("unaddressed", Verdict::Unaddressed),
    ("cannot-tell", Verdict::CannotTell),
];

impl Expectation {
    /// Reads a line; `None` where it says nothing but a remark.
    pub(super) fn read(written: &str, line: usize) -> Result<Option<Self>, CaseProblem> {
        let problem = |message: String| CaseProblem { line, message };
        let said = written.split_once('#').map_or(written, |(said, _)| said);
        let mut words = said.split_whitespace().peekable();
        let todo = words.next_if_eq(&"todo").is_some();
        let Some(name) = words.next() else {
            return if todo {
                Err(problem("`todo` stands alone; write what is to be".to_owned()))
            } else {
                Ok(None)
            };
        };
        let Some(verdict) = words.next() else {
            return Err(problem(format!("`{name}` has no verdict; write `met` or `unmet` behind it")));
        };
        let rest: Vec<&str> = words.collect();
        let subject = match name {
            "*" => Subject::Rest,
            aspect if aspect.contains('.') => Subject::Aspect(aspect.to_owned()),
            item => Subject::Item(item.to_owned()),
        };
        let expected = expected(verdict, &rest).map_err(problem)?;
        if !fits(&subject, &expected) {
            return Err(problem(format!(
                "`{verdict}` is not said of `{name}`; aspects are `met` or `unmet`, findings and next steps `addressed`, \
                 `partial` or `unaddressed`"
            )));
        }
        Ok(Some(Self { subject, expected, todo, line }))
    }
}

fn expected(verdict: &str, rest: &[&str]) -> Result<Expected, String> {
    let verdicts = VERDICTS.iter().find(|(name, _)| *name == verdict);
    match (verdict, rest) {
        ("met", []) => Ok(Expected::Met),
        ("unmet", []) => Ok(Expected::Unmet(None)),
        ("unmet", [reason]) => reason_named(reason).map(|reason| Expected::Unmet(Some(reason))),
        ("missing", agencies) => {
            let ids =
                agencies.iter().flat_map(|ids| ids.split(',')).filter(|id| !id.is_empty() && *id != "none");
            let mut ids: Vec<String> = ids.map(str::to_owned).collect();
            ids.sort_unstable();
            Ok(Expected::Missing(ids))
        }
        (_, []) if let Some((_, verdict)) = verdicts => Ok(Expected::Verdict(*verdict)),
        (_, []) => Err(format!(
            "`{verdict}` is no verdict; write `met`, `unmet`, `missing` or the verdict of a finding"
        )),
        (_, [first, ..]) => Err(format!("`{first}` stands behind the verdict; put `#` before a remark")),
    }
}

fn reason_named(name: &str) -> Result<Reason, String> {
    let all = || Reason::ALL.iter().map(|reason| reason.code());
    let found = Reason::ALL.into_iter().find(|reason| reason.code() == name);
    found.ok_or_else(|| match nearest(name, all()) {
        Some(near) => format!("there is no reason `{name}`; did you mean `{near}`?"),
        None => {
            format!("there is no reason `{name}`; the reasons are {}", all().collect::<Vec<_>>().join(", "))
        }
    })
}

fn fits(subject: &Subject, expected: &Expected) -> bool {
    match subject {
        Subject::Aspect(_) | Subject::Rest => matches!(expected, Expected::Met | Expected::Unmet(_)),
        Subject::Item(_) => matches!(expected, Expected::Verdict(_) | Expected::Missing(_)),
    }
}
