//! The closed lists of names a rule may use, and the nearest name to a mistyped one.

use std::fmt;

use crate::personal::Proof;

/// A closed list of names that a rule file chooses from.
pub(super) trait Choice: Copy + 'static {
    /// Every member, in the order of the format's description.
    const ALL: &'static [Self];
    /// The name as a rule file writes it.
    fn name(self) -> &'static str;
}

macro_rules! choices {
    ($(#[$about:meta])* $list:ident { $($(#[$what:meta])* $member:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list { $($(#[$what])* $member,)+ }

        impl $list {
            /// Returns the name as a rule file writes it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$member => $name,)+ }
            }
        }

        impl Choice for $list {
            const ALL: &'static [Self] = &[$(Self::$member,)+];
            fn name(self) -> &'static str {
                self.name()
            }
        }

        impl fmt::Display for $list {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

choices! {
    /// What a next step asks of the statement itself, and so how it is checked.
    NextStepCheck {
        /// One statement, coordinated by the lead agency.
        CoordinatedStatement = "coordinated-statement",
        /// Every finding has an answer.
        RespondsToFindings = "responds-to-findings",
        /// Every agency of the inspection owns an action.
        MultiAgency = "multi-agency",
        /// Actions for the partnership as a whole and for single agencies.
        PartnershipAndAgencyActions = "partnership-and-agency-actions",
        /// Sent to the right address in time.
        Submission = "submission",
    }
}

choices! {
    /// What an answer to a finding may be.
    Responses {
        /// Action only: what is found is to be put right.
        Accept = "accept",
        /// Action, or the reasons why none is taken.
        AcceptOrReasons = "accept-or-reasons",
        /// Agreed, partly agreed or not agreed; what is agreed needs action.
        AgreedPartlyNot = "agreed-partly-not",
    }
}

impl Choice for Proof {
    const ALL: &'static [Self] = &[Self::NhsNumber];
    fn name(self) -> &'static str {
        match self {
            Self::NhsNumber => "nhs-number",
        }
    }
}

choices! {
    /// The day on which a clock starts.
    Start {
        /// The day on which the letter or report is received.
        Receipt = "receipt",
        /// The day on which it is published.
        Publication = "publication",
    }
}

choices! {
    /// What a column of a plan holds.
    ColumnRole {
        /// The finding an action answers.
        Finding = "finding",
        /// What will be done.
        Action = "action",
        /// Who will do it.
        Owner = "owner",
        /// When it will be done.
        Due = "due",
        /// How success is known.
        Measure = "measure",
        /// How far it is, as a word or colour.
        Status = "status",
        /// What has happened so far.
        Progress = "progress",
        /// The number or code of an action or finding.
        Reference = "reference",
        /// The agency that acts.
        Agency = "agency",
    }
}

choices! {
    /// How a sentence falls short of a firm commitment, or what it says instead of one.
    CommitmentKind {
        /// It will not be done.
        Declined = "declined",
        /// It waits for a later decision.
        Deferred = "deferred",
        /// It hangs on something else.
        Conditional = "conditional",
        /// It names nothing that could be checked.
        Vague = "vague",
        /// It only considers, explores or supports.
        Weak = "weak",
        /// It promises in so many words, as running text must before it counts as an action.
        Firm = "firm",
        /// It has been done.
        Done = "done",
        /// It goes on as before.
        Continues = "continues",
        /// It says again what the inspectors said.
        Restates = "restates",
    }
}

choices! {
    /// What the text under a heading is, where it is not the plan itself.
    SectionKind {
        /// Not action: a glossary, background, strengths, the inspectors' own words.
        Context = "context",
        /// No longer part of the statement.
        Superseded = "superseded",
    }
}

/// Returns the candidate most like `name`, where one is near enough to be what was meant.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns what to do about a name that is not among `candidates`: the nearest one, or all of them.
pub(super) fn help_for_name(name: &str, candidates: &[&str]) -> String {
    match nearest(name, candidates.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if candidates.is_empty() => "none is defined yet".to_owned(),
        None => format!("choose one of: {}", candidates.join(", ")),
    }
}
