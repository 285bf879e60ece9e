//! The codes of what an assessment finds wrong: the one source for reports, documentation and `wsoa explain`.

use std::fmt;

use serde::Serialize;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely to be asked about.
    Warning,
    /// Likely to send the statement back.
    Error,
}

/// What can be wrong with a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// No committed action answers any part of a finding.
    FindingUnaddressed,
    /// Committed actions answer some parts of a finding and not others.
    FindingPartial,
    /// Part of the statement could not be read, and the answer may stand there.
    CannotTell,
    /// An agency that the letter names owns no action.
    AgencyWithoutAction,
    /// A demand on the statement itself is not met.
    NextStepUnmet,
    /// The statement is past its due date.
    PastDue,
    /// The time to answer is counted from the date of the letter, since nobody said when it was received.
    ReceiptUnknown,
    /// The date in the letter is not the one that the clock of its framework gives.
    ClockDiffers,
    /// An action that answers a finding names nobody.
    ActionWithoutOwner,
    /// An action that answers a finding has no date, or a vague one.
    ActionWithoutDate,
    /// An action that answers a finding does not say how success is known.
    ActionWithoutMeasure,
    /// The statement holds personal data about a child or family.
    PersonalData,
    /// Tracked changes or comments are left in the document.
    DraftMarks,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::FindingUnaddressed,
        Self::FindingPartial,
        Self::CannotTell,
        Self::AgencyWithoutAction,
        Self::NextStepUnmet,
        Self::PastDue,
        Self::ReceiptUnknown,
        Self::ClockDiffers,
        Self::ActionWithoutOwner,
        Self::ActionWithoutDate,
        Self::ActionWithoutMeasure,
        Self::PersonalData,
        Self::DraftMarks,
    ];

    /// Returns the code as every report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FindingUnaddressed => "finding-unaddressed",
            Self::FindingPartial => "finding-partial",
            Self::CannotTell => "cannot-tell",
            Self::AgencyWithoutAction => "agency-without-action",
            Self::NextStepUnmet => "next-step-unmet",
            Self::PastDue => "past-due",
            Self::ReceiptUnknown => "receipt-unknown",
            Self::ClockDiffers => "clock-differs",
            Self::ActionWithoutOwner => "action-without-owner",
            Self::ActionWithoutDate => "action-without-date",
            Self::ActionWithoutMeasure => "action-without-measure",
            Self::PersonalData => "personal-data",
            Self::DraftMarks => "draft-marks",
        }
    }

    /// Returns how much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::FindingUnaddressed | Self::AgencyWithoutAction | Self::PastDue | Self::PersonalData => {
                Severity::Error
            }
            Self::FindingPartial | Self::CannotTell | Self::NextStepUnmet | Self::ReceiptUnknown => {
                Severity::Warning
            }
            Self::ClockDiffers
            | Self::ActionWithoutOwner
            | Self::ActionWithoutDate
            | Self::ActionWithoutMeasure
            | Self::DraftMarks => Severity::Note,
        }
    }

    /// Returns what it means, in one line.
    pub fn description(self) -> &'static str {
        match self {
            Self::FindingUnaddressed => "no committed action answers the finding",
            Self::FindingPartial => "the finding is answered in part",
            Self::CannotTell => "part of the statement could not be read, and the answer may stand there",
            Self::AgencyWithoutAction => "an agency that the letter names owns no action",
            Self::NextStepUnmet => "a demand on the statement itself is not met",
            Self::PastDue => "the statement is past its due date",
            Self::ReceiptUnknown => "the time to answer is counted from the date of the letter",
            Self::ClockDiffers => "the letter's date is not the one its framework gives",
            Self::ActionWithoutOwner => "an action that answers a finding names nobody",
            Self::ActionWithoutDate => "an action that answers a finding has no date",
            Self::ActionWithoutMeasure => {
                "an action that answers a finding does not say how success is known"
            }
            Self::PersonalData => "the statement holds personal data about a child or family",
            Self::DraftMarks => "tracked changes or comments are left in the document",
        }
    }

    /// Returns what it means, why it matters and what to do, for `wsoa explain`.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::FindingUnaddressed => {
                "The letter names this area for improvement, and the statement holds no action that commits anybody \
                 to it. Quoting the finding, accepting it, or promising to consider it is not an answer; neither is a \
                 firm action about a neighbouring matter.\n\n\
                 A plan that does not reflect the inspection findings is the inspectorates' own ground for sending \
                 it back.\n\n\
                 Add an action that says who will do what by when for each part of the finding that the report \
                 lists, in the row or section that quotes it. `wsoa explain ITEM` shows what a good answer contains."
            }
            Self::FindingPartial => {
                "The finding has several parts, and the statement commits to some of them only. The report names the \
                 missing parts and the passages that come nearest to each, with the reason each falls short.\n\n\
                 Half an answer reads as an oversight: the missing half is usually the harder one.\n\n\
                 Add an action for each missing part, or widen one that is already there so that it says so in words."
            }
            Self::CannotTell => {
                "Some of the document could not be read, such as a picture or an embedded object, and no answer was \
                 found in the rest. It may be there or not.\n\n\
                 Give the text instead of a picture of it, or read that part yourself."
            }
            Self::AgencyWithoutAction => {
                "The letter asks for a multi-agency response and names this agency, but no action in the statement is \
                 owned by it. A mention in the text or a glossary, or an owner such as \"all partners\", does not \
                 count.\n\n\
                 Inspectors read the owner column first, and an agency that owns nothing will be asked why.\n\n\
                 Ask the agency for its contribution, or name the post that owns its share of a joint action."
            }
            Self::NextStepUnmet => {
                "The \"Next steps\" part of the letter says what the statement itself must be: who coordinates it, \
                 who takes part, what it sets out, where it goes and when. One of these demands is not met, or only \
                 in part.\n\n\
                 Say it in the opening of the statement, where a reader looks for it."
            }
            Self::PastDue => {
                "The date by which the statement was to be sent has passed on the day of the check.\n\n\
                 Agree a new date with the inspectorate that leads, and say in the statement what was agreed."
            }
            Self::ReceiptUnknown => {
                "The letter names no date, and the time to answer starts on the day it is received, which may be later \
                 than the date it bears. Counted from that date, the due date shown is the earliest there can be.\n\n\
                 Give the day with --received."
            }
            Self::ClockDiffers => {
                "The letter names a day by which the statement is to be sent, and the time that its framework gives \
                 ends on another. The letter comes first, and its date is the one that is used.\n\n\
                 There is nothing to mend. Where the letter's date is the earlier one and cannot be kept, the \
                 difference is something to raise with the inspectorate that leads."
            }
            Self::ActionWithoutOwner => {
                "An action that answers a finding names no post and no agency, or says that it is to be confirmed.\n\n\
                 An action that nobody owns is done by nobody. The duty is to say what action is proposed and in \
                 what period (Education and Inspections Act 2006, section 137); an inspector will ask who.\n\n\
                 Name one post. A second may share the work, but one answers for it."
            }
            Self::ActionWithoutDate => {
                "An action that answers a finding has no date, or one such as \"ongoing\" or \"immediate\".\n\n\
                 A statement must give the period within which each action is to be taken (Education and Inspections \
                 Act 2006, section 137(3)(b)).\n\n\
                 Give the last day by which it will be done; for something that goes on, the day by which it starts \
                 and the day on which it is reviewed."
            }
            Self::ActionWithoutMeasure => {
                "An action that answers a finding does not say how anybody will know that it worked.\n\n\
                 Counts of what was done (courses held, letters sent) show activity; inspectors look for what is \
                 different for children.\n\n\
                 Say what will be seen, how it will be looked at, and what figure shows success."
            }
            Self::PersonalData => {
                "The statement holds what looks like personal data: an NHS or national insurance number, a date of birth, \
                 a telephone number, a home address, or a name beside an age. Every output of this program masks it.\n\n\
                 A statement of action is published. It has to say what will change, and never for whom.\n\n\
                 Take it out. Where a case must be told, tell it so that nobody in the area could know whose it is."
            }
            Self::DraftMarks => {
                "The document still holds tracked changes or comments.\n\n\
                 Whoever opens it sees what was struck out and said in the margin. The checker reads the text as it \
                 would stand with every change accepted.\n\n\
                 Accept or reject every change and delete the comments before the statement is sent."
            }
        }
    }

    /// Returns the code of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
