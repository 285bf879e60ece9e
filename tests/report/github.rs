//! GitHub annotations: workflow commands, read back as the runner of GitHub Actions reads them.

use wsoa::report::{Failed, Outcome, github};

use crate::checked::{Checked, LOST, QUAY, gone, quay};
use crate::runner::{Desk, wsoa};

/// A workflow command: its level, its properties, its message.
struct Command {
    level: String,
    properties: Vec<(String, String)>,
    message: String,
}

impl Command {
    /// Reads a line as the runner does: `::level name=value,name=value::message`, and then the escapes.
    fn of(line: &str) -> Self {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (level, properties) = head.split_once(' ').unwrap();
        let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        let properties = properties.split(',').map(|property| {
            let (name, value) = property.split_once('=').unwrap();
            (name.to_owned(), data(&value.replace("%3A", ":").replace("%2C", ",")))
        });
        Self { level: level.to_owned(), properties: properties.collect(), message: data(message) }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

fn commands(outcomes: &[Outcome<'_>]) -> Vec<Command> {
    github(outcomes).lines().map(Command::of).collect()
}

#[test]
fn each_problem_is_an_annotation_at_its_line() {
    let shown: Vec<String> = commands(&[quay().outcome(), LOST])
        .iter()
        .map(|command| {
            let properties: Vec<&str> = command.properties.iter().map(|(_, value)| value.as_str()).collect();
            let first = command.message.lines().next().unwrap();
            format!("{} | {} | {first}", command.level, properties.join(" | "))
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @"
    warning | drafts/quay.md | 6 | 16 | night-desk (finding-partial) | Somebody decides at night: the finding is answered in part
    notice | drafts/quay.md | lost-letters (finding-unaddressed) | Letters to families arrive: no committed action answers the finding
    error | drafts/quay.md | multi-agency (agency-without-action) | no action is owned by the council
    warning | drafts/quay.md | submission (next-step-unmet) | Sent to the mailbox in time: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when
    notice | drafts/quay.md | 6 | 16 | action-without-owner | an action names nobody: `Calling back within the hour waits for the review...`
    notice | drafts/quay.md | decided by people | night-desk.rota: decided: met, by Clerk to the Board on 2031-05-02: two names are enough
    error | drafts/lost.docx | not checked | `drafts/lost.docx` cannot be read: it is protected by a password
    ");
}

#[test]
fn an_annotation_says_what_to_do_what_comes_near_and_who_decided() {
    let commands = commands(&[quay().outcome()]);
    let gap = commands.iter().find(|one| one.get("title") == Some("night-desk (finding-partial)")).unwrap();
    insta::assert_snapshot!(gap.message, @r#"
    Somebody decides at night: the finding is answered in part
    add an action with an owner and a date that commits to this: A call at night is returned within the hour
    met (likely): A rota covers every night
      Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
      decided: met, by Clerk to the Board on 2031-05-02: two names are enough
    not met (deferred, likely): A call at night is returned within the hour
      near: Table 1, row 3, Action (line 6): "Calling back within the hour waits for the review next year." (this puts the matter off)
      near: Table 1, row 2, Action (line 5): "Publish a rota with two names for every night." (this speaks of a neighbouring matter)
      near: Table 1, row 2, column 1 (line 5): "Night desk" (this only repeats what the inspectors wrote)
    "#);
    let waived =
        commands.iter().find(|one| one.get("title") == Some("lost-letters (finding-unaddressed)")).unwrap();
    assert_eq!(waived.level, "notice");
    insta::assert_snapshot!(waived.message, @"
    Letters to families arrive: no committed action answers the finding
    add an action with an owner and a date that commits to this: Each letter is entered in a post book
    not met (no-tie, sure): Each letter is entered in a post book
    waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it
    ");
}

#[test]
fn what_people_decided_is_told_once_for_all() {
    let suspect = Checked::of("quay.md", QUAY).decided("rota", "", Some(gone()));
    let commands = commands(&[quay().outcome(), suspect.outcome()]);
    let decided: Vec<&str> = commands
        .iter()
        .filter(|one| one.get("title") == Some("decided by people"))
        .map(|one| one.message.as_str())
        .collect();
    insta::assert_debug_snapshot!(decided, @r#"
    [
        "night-desk.rota: decided: met, by Clerk to the Board on 2031-05-02: two names are enough",
        "night-desk.rota: ! suspect, decided before: met, by Clerk to the Board on 2031-05-02; the words it rests on changed: \"A rota with names.\"; now Table 1, row 2, Action: \"Publish a rota.\"",
    ]
    "#);
}

#[test]
fn a_place_without_lines_is_told_in_words() {
    let args = ["check", "tests/statements/harbour-plan.docx", "--pack", "jtai-central-bedfordshire-2016"];
    let run = wsoa(&[&args[..], &["--as-of", "2016-08-09", "--format", "github"]].concat());
    let commands: Vec<Command> = run.stdout.lines().map(Command::of).collect();
    assert!(commands.iter().all(|one| one.get("line").is_none() && one.get("col").is_none()));
    let words = commands.iter().filter(|one| one.message.lines().next().unwrap().contains("[Table "));
    assert!(words.count() > 3, "{}", run.stdout);
}

#[test]
fn what_was_not_read_is_a_warning() {
    let commands = commands(&[Checked::with_picture("quay.md", QUAY).outcome()]);
    let unread = commands.iter().find(|one| one.get("title") == Some("not read")).unwrap();
    assert_eq!(
        (unread.level.as_str(), unread.message.as_str()),
        ("warning", "the picture may hold text [page 2]")
    );
}

#[test]
fn nothing_in_a_statement_or_a_name_ends_a_command() {
    let name = "a,line=1::b%0A::error title=x::\r\n::error::y.md";
    let hostile = QUAY.replace("Calling back", "100% ::error file=x::Calling %0A::warning:: back");
    let checked =
        Checked::of(name, &hostile).waived("lost-letters", "so\n::error::it\r::error:: is, all: 50%");
    let lost = Outcome::Failed(Failed { files: &[name], why: "it\n::error::is empty" });
    let text = github(&[checked.outcome(), lost]);
    let plain = github(&[Checked::of("a.md", QUAY).waived("lost-letters", "so").outcome(), LOST]);
    assert_eq!(text.lines().count(), plain.lines().count(), "{text}");
    assert!(!text.contains('\r'));
    let expected = name.replace(['\r', '\n'], " ");
    for line in text.lines() {
        let command = Command::of(line);
        assert_eq!(command.get("file"), Some(expected.as_str()), "{line}");
        assert!(["error", "warning", "notice"].contains(&command.level.as_str()));
    }
    assert!(
        text.contains("100%25 ::error file=x::Calling %250A"),
        "what was written is shown as it was: {text}"
    );
}

#[test]
fn a_statement_with_nothing_wrong_is_not_annotated() {
    let mut checked = Checked::of("quay.md", QUAY);
    checked.diagnostics.clear();
    assert_eq!(github(&[checked.outcome()]), "");
}

#[test]
fn the_program_prints_nothing_but_commands() {
    let desk = Desk::with("quay.md", QUAY);
    let args = ["check", "--each", "quay.md", "lost.md", "--rules", "RULES", "--as-of", "2031-06-04"];
    let run = desk.wsoa(&[&args[..], &["--format", "github"]].concat());
    assert_eq!(run.code, Some(3));
    let commands: Vec<Command> = run.stdout.lines().map(Command::of).collect();
    assert!(commands.iter().any(|one| one.get("file") == Some("lost.md") && one.level == "error"));
}
