//! CSV: read back by the rules of RFC 4180, and safe to open in a spreadsheet.

use wsoa::pack::Inspection;
use wsoa::report::{Outcome, Report, csv};

use crate::checked::{Checked, LOST, QUAY, inspection, quay, read};
use crate::runner::Desk;

/// Reads CSV as RFC 4180 has it.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut signs = text.chars().peekable();
    let mut quoted = false;
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'), "a row ends with both signs");
                rows.push(vec![String::new()]);
            }
            _ => cell.push(sign),
        }
    }
    assert!(!quoted, "every quote is closed");
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends as the others do");
    rows
}

/// Rows by the names of their columns.
fn table(outcomes: &[Outcome<'_>]) -> Vec<Vec<(String, String)>> {
    let text = csv(outcomes);
    let mut rows = rows(text.strip_prefix('\u{feff}').expect("Excel is told that it is UTF-8")).into_iter();
    let names = rows.next().unwrap();
    rows.map(|row| {
        assert_eq!(row.len(), names.len());
        names.iter().cloned().zip(row).collect()
    })
    .collect()
}

fn get<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no column {name}")).1
}

#[test]
fn each_aspect_and_next_step_is_a_row() {
    let shown = table(&[quay().outcome(), LOST]);
    let shown: Vec<String> = shown
        .iter()
        .map(|row| {
            let said = row.iter().filter(|(_, text)| !text.is_empty());
            said.map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>().join("\n")
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n\n"), @"
    statement: drafts/quay.md
    pack: visit-amber-quay-2031
    item: night-desk
    kind: finding
    summary: Somebody decides at night
    verdict: partial
    aspect: rota
    asks: A rota covers every night
    met: yes
    confidence: likely
    evidence: Publish a rota with two names for every night.
    place: Table 1, row 2, Action (line 5)
    owner: Superintendent, police
    due: 1 May 2031
    decided: decided: met, by Clerk to the Board on 2031-05-02: two names are enough

    statement: drafts/quay.md
    pack: visit-amber-quay-2031
    item: night-desk
    kind: finding
    summary: Somebody decides at night
    verdict: partial
    aspect: call-back
    asks: A call at night is returned within the hour
    met: no
    confidence: likely
    reason: deferred
    nearest: Calling back within the hour waits for the review next year.
    nearest place: Table 1, row 3, Action (line 6)
    nearest falls short: this puts the matter off

    statement: drafts/quay.md
    pack: visit-amber-quay-2031
    item: lost-letters
    kind: finding
    summary: Letters to families arrive
    verdict: unaddressed
    waived: waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it
    aspect: post-book
    asks: Each letter is entered in a post book
    met: no
    confidence: sure
    reason: no-tie

    statement: drafts/quay.md
    pack: visit-amber-quay-2031
    item: multi-agency
    kind: next-step
    summary: Both agencies own something
    verdict: partial
    note: no action is owned by the council

    statement: drafts/quay.md
    pack: visit-amber-quay-2031
    item: submission
    kind: next-step
    summary: Sent to the mailbox in time
    verdict: partial
    note: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when

    statement: drafts/lost.docx
    kind: not-checked
    note: `drafts/lost.docx` cannot be read: it is protected by a password
    ");
}

#[test]
fn the_file_is_named_where_a_statement_has_several() {
    let both = Checked::read(&[read("a.md", "Nothing yet.\n"), read("parts/quay.md", QUAY)]);
    let table = table(&[both.outcome()]);
    assert_eq!(get(&table[0], "statement"), "a.md, parts/quay.md");
    assert!(get(&table[0], "place").starts_with("parts/quay.md, Table 1"), "{:?}", table[0]);
}

#[test]
fn each_of_several_actions_in_one_cell_has_its_own_owner_and_day() {
    let numbered = "\
| Finding | Action | Lead | By |
| --- | --- | --- | --- |
| Night desk | 1. Publish a rota with two names for every night.<br>2. Each call at night is returned within one hour. \
| Superintendent, police<br>Desk officer, police | 1 May 2031<br>2 June 2031 |
";
    let table = table(&[Checked::of("quay.md", numbered).outcome()]);
    let told = |aspect: &str| {
        let row = table.iter().find(|row| get(row, "aspect") == aspect).unwrap();
        ["evidence", "place", "owner", "due"].map(|name| get(row, name).to_owned())
    };
    let (rota, call) = (told("rota"), told("call-back"));
    assert_eq!(rota[1], call[1], "they share a place");
    assert_eq!(rota[2..], ["Superintendent, police", "1 May 2031"], "{rota:?}");
    assert_eq!(call[2..], ["Desk officer, police", "2 June 2031"], "{call:?}");
}

#[test]
fn each_part_that_was_not_read_is_a_row_with_its_place() {
    let picture = Checked::with_picture("quay.md", QUAY);
    let table = table(&[picture.outcome()]);
    let unread: Vec<_> = table.iter().filter(|row| get(row, "kind") == "not-read").collect();
    assert_eq!(unread.len(), 1);
    for (name, text) in [
        ("statement", "quay.md"),
        ("note", "the picture may hold text"),
        ("place", "page 2"),
        ("verdict", ""),
        ("evidence", ""),
    ] {
        assert_eq!(get(unread[0], name), text, "{name}");
    }
}

#[test]
fn a_finding_of_drafted_rules_says_so() {
    let checked = quay();
    let draft = Inspection { draft: true, ..inspection().clone() };
    let drafted = Outcome::Checked(Report { inspection: &draft, ..checked.report() });
    for (outcome, said) in [(drafted, true), (checked.outcome(), false)] {
        let table = table(&[outcome]);
        let mut findings = table.iter().filter(|row| get(row, "kind") == "finding");
        assert!(findings.all(|row| get(row, "note").contains("rules drafted from the letter") == said));
    }
}

#[test]
fn what_a_spreadsheet_would_run_stays_text() {
    for start in ["=", "+", "-", "@", " =", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"] {
        let formula = format!("{start}HYPERLINK(\"https://example.org\",\"rota\") for every night");
        let hostile = QUAY.replace("Superintendent, police", &formula).replace("1 May 2031", "=2+3");
        let checked =
            Checked::of("=cmd.md", &hostile).waived("lost-letters", "=1+1").decided("rota", "", None);
        let text = csv(&[checked.outcome()]);
        for cell in rows(&text).iter().flatten() {
            let first = cell.trim_start_matches(['\u{feff}', ' ']).chars().next();
            assert!(
                !first.is_some_and(|sign| "=+-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(sign)),
                "{cell:?} in {text}"
            );
        }
        assert!(text.contains("'=cmd.md") && text.contains("HYPERLINK"), "{text}");
    }
}

#[test]
fn the_program_writes_it_to_a_file() {
    let desk = Desk::with("quay.md", QUAY);
    let args = ["check", "--each", "quay.md", "lost.md", "--rules", "RULES", "--as-of", "2031-06-04"];
    let run = desk.wsoa(&[&args[..], &["-o", "out.csv"]].concat());
    assert_eq!(run.code, Some(3), "{}", run.stderr);
    let text = std::fs::read_to_string(desk.path().join("out.csv")).unwrap();
    let rows = rows(&text);
    assert_eq!(rows.len(), 7, "names, three aspects, two next steps, a statement that is not there: {text}");
}
