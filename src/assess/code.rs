//! The codes of what an assessment finds wrong: the one source for reports, documentation and `wsoa explain`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely to be asked about.
    Warning,
    /// Likely to send the statement back.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

macro_rules! codes {
    ($($code:ident = $name:literal $severity:ident $description:literal,)+) => {
        /// What can be wrong with a statement. Each has a page in `docs/codes`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $description] $code,)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// Returns the code as every report writes it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// Returns how much it matters, unless the framework says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// Returns what it means, in one line.
            pub fn description(self) -> &'static str {
                match self { $(Self::$code => $description,)+ }
            }

            /// Returns what it means, why it matters and what to do, for `wsoa explain`.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$code => include_str!(concat!("../../docs/codes/", $name, ".md")).trim_ascii_end(),)+
                }
            }
        }
    };
}

codes! {
    FindingUnaddressed = "finding-unaddressed" Error "no committed action answers the finding",
    FindingPartial = "finding-partial" Warning "the finding is answered in part",
    CannotTell = "cannot-tell" Warning "part of the statement could not be read, and the answer may stand there",
    AgencyWithoutAction = "agency-without-action" Error "an agency that the letter names owns no action",
    NextStepUnmet = "next-step-unmet" Warning "a demand on the statement itself is not met",
    PastDue = "past-due" Error "the statement is past its due date",
    ReceiptUnknown = "receipt-unknown" Warning "the time to answer is counted from the date of the letter",
    ClockDiffers = "clock-differs" Note "the letter's date is not the one its framework gives",
    ActionWithoutOwner = "action-without-owner" Warning "an action names nobody",
    OwnerGroupOnly = "owner-group-only" Warning "an action is owned by a group only",
    OwnerUnknownInitials = "owner-unknown-initials" Note "an owner is given by initials that are explained nowhere",
    ActionWithoutDate = "action-without-date" Warning "an action has no date",
    DateVague = "date-vague" Warning "an action has a date that names no day",
    DateImpossible = "date-impossible" Warning "an action has a date that does not exist or is mistyped",
    DateBeforeInspection = "date-before-inspection" Note "an action is dated before the inspection",
    DatePast = "date-past" Note "an action is due before the day of the check",
    DateTooFar = "date-too-far" Note "an action is due later than its framework looks",
    DateOnWeekend = "date-on-weekend" Note "an action is due on a day on which nobody works",
    RowDoesNotPair = "row-does-not-pair" Note "a row has several actions, and its owners or dates do not pair up with them",
    ActionWithoutMeasure = "action-without-measure" Note "an action does not say how success is known",
    MeasureCountsActivity = "measure-counts-activity" Note "a measure counts what was done, and not what changed",
    TrainingOnly = "training-only" Note "training is the only answer to a finding",
    ActionRestates = "action-restates" Warning "an action repeats the finding",
    ActionDeclined = "action-declined" Warning "an action declines",
    ActionDeferred = "action-deferred" Note "an action puts the matter off",
    ActionConditional = "action-conditional" Note "an action depends on money or on somebody else",
    DoneNotShown = "done-not-shown" Note "something is said to be done, with nothing to show for it",
    ReferenceRepeated = "reference-repeated" Note "two actions have the same number",
    ReferenceMissing = "reference-missing" Note "an action has no number where the others have one",
    OneAgencyOwnsAll = "one-agency-owns-all" Note "one agency owns nearly every action",
    OneActionForMany = "one-action-for-many" Note "one action answers very many findings",
    VoiceAbsent = "voice-absent" Note "nothing in the statement hears children, parents or carers",
    PersonalData = "personal-data" Error "the statement holds personal data about a child or family",
    MarkedAsDraft = "marked-as-draft" Note "the statement calls itself a draft",
    PlaceholderLeft = "placeholder-left" Note "a place to be filled in was left open",
    SignOffAbsent = "sign-off-absent" Note "nobody signs the statement off",
    ReviewSuspect = "review-suspect" Warning "a person decided on words that are no longer there",
    ReviewUnused = "review-unused" Note "a decision is about something that the inspection does not ask",
    WaiverExpired = "waiver-expired" Warning "the last day of a waiver is over, and its item counts again",
    WaiverNotYet = "waiver-not-yet" Warning "a waiver is dated after the day of the check",
    WaiverUnused = "waiver-unused" Note "a waiver is about something that is not asked, or that is answered",
    DraftMarks = "draft-marks" Note "tracked changes or comments are left in the document",
}

impl Code {
    /// Returns the code of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// Whether it says that an item of the letter is open, and so no more of the item than its verdict does. What else is
    /// about an item, such as a decision that no longer holds, may be so where the item is answered.
    pub fn tells_verdict(self) -> bool {
        matches!(
            self,
            Self::FindingUnaddressed
                | Self::FindingPartial
                | Self::CannotTell
                | Self::AgencyWithoutAction
                | Self::NextStepUnmet
                | Self::PastDue
        )
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

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes = Self::ALL.iter().map(|code| {
            json_schema!({ "description": code.description(), "type": "string", "const": code.name() })
        });
        json_schema!({
            "description": "What can be wrong with a statement; `wsoa explain CODE` says more.",
            "oneOf": codes.collect::<Vec<_>>(),
        })
    }
}
