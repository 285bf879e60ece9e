//! Completions for shells, and manual pages.

use crate::runner::{Desk, wsoa};

#[test]
fn every_shell_gets_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = wsoa(&["completions", shell]);
        assert_eq!(run.code, Some(0), "{shell}: {}", run.stderr);
        for word in ["check", "review", "letter", "explain", "fail-on"] {
            assert!(run.stdout.contains(word), "{shell} completes {word}");
        }
    }
}

#[test]
fn every_command_has_a_manual_page_with_its_examples() {
    let desk = Desk::new();
    let run = desk.wsoa(&["man", "--output", "."]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = |name: &str| std::fs::read_to_string(desk.path().join(format!("{name}.1"))).unwrap();
    assert!(page("wsoa").contains(".TH wsoa 1"));
    assert!(page("wsoa-check").contains("drafts/*.docx"), "examples are kept");
    assert!(page("wsoa-rules-lint").contains("fix"));
    assert_eq!(desk.wsoa(&["man", "--output", "."]).code, Some(2), "no page is written over");
}
