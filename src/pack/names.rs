//! The closed lists of names a rule may use, and the nearest name to a mistyped one.

use std::fmt;

use crate::personal::Proof;

/// A closed list of names that a rule file chooses from.
pub(crate) trait Choice: Copy + 'static {
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

        impl $list {
            /// Every member, in the order of the format's description.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];
        }

        impl Choice for $list {
            const ALL: &'static [Self] = Self::ALL;
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
    /// What is looked for in the actions of a statement, where its framework asks for it. Each is a code of the same
    /// name in [`crate::assess::Code`], which says what it means.
    Check {
        /// Finds an action names nobody.
        ActionWithoutOwner = "action-without-owner",
        /// Finds an action is owned by a group only.
        OwnerGroupOnly = "owner-group-only",
        /// Finds an owner is given by initials that are explained nowhere.
        OwnerUnknownInitials = "owner-unknown-initials",
        /// Finds an action has no date.
        ActionWithoutDate = "action-without-date",
        /// Finds an action has a date that names no day.
        DateVague = "date-vague",
        /// Finds an action has a date that does not exist or is mistyped.
        DateImpossible = "date-impossible",
        /// Finds an action is dated before the inspection.
        DateBeforeInspection = "date-before-inspection",
        /// Finds an action is due before the day of the check.
        DatePast = "date-past",
        /// Finds an action is due later than its framework looks.
        DateTooFar = "date-too-far",
        /// Finds an action is due on a day on which nobody works.
        DateOnWeekend = "date-on-weekend",
        /// Finds a row has several actions, and its owners or dates do not pair up with them.
        RowDoesNotPair = "row-does-not-pair",
        /// Finds an action does not say how success is known.
        ActionWithoutMeasure = "action-without-measure",
        /// Finds a measure counts what was done, and not what changed.
        MeasureCountsActivity = "measure-counts-activity",
        /// Finds training is the only answer to a finding.
        TrainingOnly = "training-only",
        /// Finds an action repeats the finding.
        ActionRestates = "action-restates",
        /// Finds an action declines.
        ActionDeclined = "action-declined",
        /// Finds an action puts the matter off.
        ActionDeferred = "action-deferred",
        /// Finds an action depends on money or on somebody else.
        ActionConditional = "action-conditional",
        /// Finds something is said to be done, with nothing to show for it.
        DoneNotShown = "done-not-shown",
        /// Finds two actions have the same number.
        ReferenceRepeated = "reference-repeated",
        /// Finds an action has no number where the others have one.
        ReferenceMissing = "reference-missing",
        /// Finds one agency owns nearly every action.
        OneAgencyOwnsAll = "one-agency-owns-all",
        /// Finds one action answers very many findings.
        OneActionForMany = "one-action-for-many",
        /// Finds nothing in the statement hears children, parents or carers.
        VoiceAbsent = "voice-absent",
        /// Finds the statement calls itself a draft.
        MarkedAsDraft = "marked-as-draft",
        /// Finds a place to be filled in was left open.
        PlaceholderLeft = "placeholder-left",
        /// Finds nobody signs the statement off.
        SignOffAbsent = "sign-off-absent",
    }
}

choices! {
    /// How much a check matters to a framework.
    Level {
        /// Likely to send the statement back.
        Error = "error",
        /// Likely to be asked about.
        Warning = "warning",
        /// Worth knowing.
        Note = "note",
        /// Not looked for.
        Off = "off",
    }
}

choices! {
    /// What words are a sign of.
    SignOf {
        /// An owner that is a group and no post.
        GroupOwner = "group-owner",
        /// An owner that is a post.
        Post = "post",
        /// A measure that counts what was done.
        Activity = "activity",
        /// A measure or action that looks at what changed.
        Effect = "effect",
        /// An action that is training or a briefing.
        Training = "training",
        /// Children, parents or carers being heard.
        Voice = "voice",
        /// A draft that says it is one.
        Draft = "draft",
        /// A place that is still to be filled in.
        Placeholder = "placeholder",
        /// Agencies that sign, approve or endorse.
        SignOff = "sign-off",
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
        /// How the plan itself is run: governance, oversight, sign-off. No action, but for an entry with somebody and a day.
        Administration = "administration",
        /// No longer part of the statement.
        Superseded = "superseded",
        /// A sentence that opens a part and says that the part is no longer the plan.
        SupersededNote = "superseded-note",
    }
}

choices! {
    /// What a part of an inspection letter does.
    LetterRole {
        /// Names what must be put right.
        Improvement = "improvement",
        /// Names what must be put right at once.
        PriorityAction = "priority-action",
        /// Says what must be sent, by whom, to whom and when.
        NextStep = "next-step",
        /// Praises.
        Strengths = "strengths",
        /// Tells what was found.
        Narrative = "narrative",
        /// Stands beside the letter: contents, contact details, how the inspection was made.
        Aside = "aside",
    }
}

choices! {
    /// What in a part of a letter is one item.
    Entries {
        /// An item of its list.
        Bullets = "bullets",
        /// A paragraph, with the list below it.
        Paragraphs = "paragraphs",
        /// All of it.
        Whole = "whole",
        /// A sentence that demands something.
        Demands = "demands",
    }
}

choices! {
    /// What a list within a list is.
    Nested {
        /// Items of their own.
        Own = "own",
        /// A part of the item above.
        Joined = "joined",
    }
}

choices! {
    /// A fact that a letter states.
    FactOf {
        /// Names the area that was inspected.
        Area = "area",
        /// Gives the day of the letter.
        Published = "published",
        /// Gives the days of the visit.
        Fieldwork = "fieldwork",
        /// Gives the day by which the answer is due.
        Due = "due",
        /// Gives the address to which the answer goes.
        SendTo = "send-to",
        /// Names who leads the answer.
        Lead = "lead",
        /// Names those who take part in the answer.
        Agencies = "agencies",
        /// Names an inspectorate that took part.
        Inspectorate = "inspectorate",
        /// Names whom the letter is addressed to.
        Addressee = "addressee",
    }
}

choices! {
    /// A part of a letter in which a fact is looked for.
    PartOfLetter {
        /// What stands before the first known heading.
        Head = "head",
        /// What stands before the salutation.
        Address = "address",
        /// What the parts about next steps say.
        NextSteps = "next-steps",
        /// All of it.
        Whole = "whole",
    }
}

choices! {
    /// What words of a letter are a sign of.
    LetterSignOf {
        /// The greeting, before which the addressees stand.
        Salutation = "salutation",
        /// The end of what the letter says.
        End = "end",
        /// An entry that asks nothing: that there are no areas for priority action, or what leads a list in.
        Nothing = "nothing",
        /// A sentence in praise or narrative that asks for something.
        Asks = "asks",
        /// A sentence of an item that says what is wrong or must be done, beside those that tell of strengths and events.
        Shortcoming = "shortcoming",
        /// A sentence of an item that only tells what came of what the one before it says, or gives a case of it.
        Consequence = "consequence",
        /// What parts one thing from the next in a sentence that demands several.
        Joins = "joins",
        /// Who must act, in the words of an item.
        Responsible = "responsible",
        /// The heading of a column that says who must act.
        ResponsibleColumn = "responsible-column",
        /// The heading of a part about somebody, who must act on what it asks.
        Party = "party",
        /// A name without its article, as the first group.
        Name = "name",
        /// A word that joins the last of several names.
        NameJoins = "name-joins",
        /// A name that ends here, so that `and` after it begins another.
        NameEnds = "name-ends",
        /// Words at the beginning that point back to what was said before.
        Refers = "refers",
        /// Words in the place of names that name nobody.
        Nobody = "nobody",
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
