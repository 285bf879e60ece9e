//! Everything that can be wrong with a rule file, each with a name of its own.

use std::fmt;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The rules cannot be used.
    Error,
    /// The rules can be used, but something in them is probably not meant.
    Warning,
}

macro_rules! codes {
    ($($code:ident = $name:literal $severity:ident $description:literal $help:literal,)+) => {
        /// A kind of problem in a rule file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $description] $code,)+ }

        impl Code {
            /// Every code, in alphabetical order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// Returns the name a person sees: `unknown-key`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// Returns how much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// Returns what it means, in one line.
            pub fn description(self) -> &'static str {
                match self { $(Self::$code => $description,)+ }
            }

            /// Returns what to do about it, where a problem does not say so itself.
            pub fn help(self) -> &'static str {
                match self { $(Self::$code => $help,)+ }
            }
        }
    };
}

codes! {
    AmbiguousAccept = "ambiguous-accept" Warning
        "An accepted sentence is rather an answer to another aspect of the same inspection"
        "reword it so that it does what this aspect asks, or move it to the other one",
    BadDate = "bad-date" Error
        "A date is no calendar date, or comes before one that it must follow"
        "write a date as 2016-08-15, without quotes or a time",
    BadId = "bad-id" Error
        "An id has other characters than small letters, digits and hyphens"
        "write an id in small letters and digits with hyphens between, such as `missing-risk`",
    BadNumber = "bad-number" Error
        "A number is outside its range"
        "count places from 1, and months from 1 to 12",
    CueTwice = "cue-twice" Warning
        "A cue of one finding names another finding too"
        "give each finding cues of its own, of the words by which only it is called",
    DuplicateId = "duplicate-id" Error
        "Two things of one kind have the same id or name"
        "give one of the two another id, or remove it",
    EmptyText = "empty-text" Error
        "A text or list that must say something is empty"
        "fill it in, or remove the key where it is optional",
    ExampleTwice = "example-twice" Warning
        "A sentence stands twice among the examples, or nearly so"
        "remove one of the two, or say the other in another voice",
    ExpiredFact = "expired-fact" Warning
        "A fact had come to an end before the day on which it is relied on"
        "look up what holds on that day",
    FewExamples = "few-examples" Error
        "An aspect has fewer than two `accept` or two `reject` sentences"
        "write at least two sentences of your own that meet it, and two near misses that do not",
    FileName = "file-name" Warning
        "A file is not named after the inspection in it"
        "name the file after the inspection's id, so that people find it",
    LetterWords = "letter-words" Warning
        "A text repeats eight or more words of the letter in a row"
        "say it in your own words; of a letter only a cue of a few words may stand here",
    MatchesNearlyAny = "matches-nearly-any" Warning
        "A query matches many sentences that other findings accept"
        "ask for the matter too: join what it is about with `AND`, or rule its neighbours out with `not_by`",
    MissingKey = "missing-key" Error
        "A key that must be there is missing"
        "add the key; rules/README.md shows each table with all of its keys",
    NeverMatches = "never-matches" Warning
        "A query, or a part of one, matches nothing that it is meant for"
        "rules/README.md describes the query language",
    NoAspects = "no-aspects" Error
        "A finding has no aspects, so nothing could ever meet it"
        "add at least one [[finding.aspect]] under it",
    NoProfile = "no-profile" Warning
        "An aspect has fewer than six `accept` or `reject` sentences, and is left to its queries alone"
        "write at least six of either, in different voices",
    NoRules = "no-rules" Error
        "No rule file was found"
        "give a folder that holds `inspections`, `frameworks` and `language`, with .toml files in them",
    NotUtf8 = "not-utf-8" Error
        "A rule file is not UTF-8 text"
        "save the file as UTF-8",
    QuerySet = "query-set" Error
        "A query uses a set that does not exist, or a set that uses itself"
        "define the set in a [sets] table of a language file",
    QueryString = "query-string" Error
        "A query is written in a string with backslash escapes"
        "write the query between single quotes, '...', where a backslash is just a backslash",
    QuerySyntax = "query-syntax" Error
        "A query cannot be understood"
        "rules/README.md describes the query language",
    SameExample = "same-example" Error
        "One sentence is both accepted and rejected"
        "decide which it is, and remove the other",
    ShadowedSynonym = "shadowed-synonym" Warning
        "A choice finds nothing that another choice beside it does not find"
        "leave it out",
    SlowPattern = "slow-pattern" Warning
        "A pattern has to be tried against nearly every word"
        "give it more letters to begin with, or write the words out",
    TomlSyntax = "toml-syntax" Error
        "A rule file is not well-formed TOML"
        "mend the line; texts stand in quotes, tables in [brackets], list items are parted by commas",
    Unfinished = "unfinished" Warning
        "A draft made from a letter still has a blank"
        "fill it in; when nothing is blank any more, take `draft = true` out",
    UnknownAgency = "unknown-agency" Error
        "An agency is named that no language file defines"
        "use the id of an [[agency]], or define one in a language file",
    UnknownFramework = "unknown-framework" Error
        "A framework is named that no framework file defines"
        "use the id of a framework file, or add one",
    UnknownItem = "unknown-item" Warning
        "An id differs from the register"
        "write the id as the register has it; ids are final",
    UnknownKey = "unknown-key" Error
        "A key is not part of the format"
        "rules/README.md shows each table with all of its keys",
    UnknownName = "unknown-name" Error
        "A name is not one of those to choose from"
        "rules/README.md lists the names",
    Unreadable = "unreadable" Error
        "A rule file or folder cannot be read"
        "check the path, and that you may read it",
    UnusedSet = "unused-set" Warning
        "No query uses a set"
        "remove it, or use it",
    WrongType = "wrong-type" Error
        "A value is of another kind than its key needs"
        "rules/README.md shows how each key is written",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
