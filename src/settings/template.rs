//! The file of settings that `wsoa init` writes: every key with what it does, in plain words.

use super::FailOn;
use crate::review::quoted;

/// What is known of a statement when its settings are first written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// The inspection that it answers.
    pub pack: Option<String>,
    /// Its files, or patterns that find them.
    pub statement: Vec<String>,
    /// The letter.
    pub letter: Option<String>,
    /// What makes a check fail.
    pub fail_on: FailOn,
}

/// Returns a file of settings that says what is known, and of every other key what it would do.
pub fn template(start: &Start) -> String {
    let files: Vec<String> = start.statement.iter().map(|file| quoted(file)).collect();
    let pack = start.pack.as_deref().map(quoted);
    let statement = (!files.is_empty()).then(|| format!("[{}]", files.join(", ")));
    let letter = start.letter.as_deref().map(quoted);
    let known = |key: &str, value: Option<String>, example: &str| match value {
        Some(value) => format!("{key} = {value}"),
        None => format!("# {key} = {example}"),
    };
    format!(
        "\
# Settings of a written statement of action. `wsoa check` and `wsoa review` read this file where it stands in the folder
# of the statement or in one above it. What is said on the command line wins over what is said here, and `--no-config`
# leaves the file out. A line that begins with # is a remark; take the # away to make its key count. Files and folders are
# looked for from the folder of this file.

# The inspection that the statement answers, by its id, which `wsoa rules list` shows; or \"draft\", for rules made from the
# letter. Left out, it is recognised from the statement's own words, or from the letter.
{pack}

# The files of the statement, which together are one submission; patterns such as \"drafts/*.docx\" find several. They are
# checked where `wsoa check` names no file.
{statement}

# The letter of the inspection.
{letter}

# The decisions that people make with `wsoa review`. Left out, they are kept in review.toml beside the statement.
# review = \"review.toml\"

# A folder of rules that count in the place of the built-in ones.
# rules = \"rules\"

# The day on which the letter was received, from which the time to answer runs where the letter names no date.
# received = 2016-05-11

# The day of the check, from which days left are counted. Left out, it is the day on which the check is made.
# as_of = 2016-08-09

# What makes a check fail (exit code 1): \"error\", what is likely to send the statement back; \"warning\", also what is likely
# to be asked about; \"note\", anything; \"never\", nothing.
fail_on = {fail_on}

# How much a kind of problem matters here: \"error\", \"warning\", \"note\", or \"off\", which leaves it out. `wsoa explain CODE`
# says what each code means. What says that an item of the letter is open can be lowered, and not be off.
# [severity]
# action-without-measure = \"warning\"
# marked-as-draft = \"off\"

# Items of the letter that need not be answered here, one [[waiver]] each. A waived item is still checked and shown; what
# is wrong with it makes no check fail. After its last day, which may be left out, the item counts again.
# [[waiver]]
# item = \"submission\"
# reason = \"The inspectorate agreed to take it in the annual report.\"
# by = \"Director of children's services\"
# on = 2016-08-01
# until = 2016-12-31
",
        pack = known("pack", pack, "\"jtai-central-bedfordshire-2016\""),
        statement = known("statement", statement, "[\"plan.docx\"]"),
        letter = known("letter", letter, "\"letter.pdf\""),
        fail_on = quoted(start.fail_on.name()),
    )
}
