//! What the shipped rules say about letters holds together, and faults in such rules are told.

use wsoa::pack::{Code, Source, load};

use crate::shipped;

#[test]
fn every_kind_of_letter_has_its_framework() {
    let rules = shipped();
    for kind in &rules.language.letters.kinds {
        let known = rules.frameworks.iter().any(|framework| framework.id == kind.framework);
        assert!(known, "there is no framework `{}`", kind.framework);
    }
}

#[test]
fn faults_are_told() {
    let faults = |text: &str| {
        let problems = load(vec![Source::new("rules/language/letters.toml", text)]).unwrap_err();
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(faults("[[letter]]\nframework = \"visit\"\n"), [Code::MissingKey]);
    assert_eq!(faults("[[letter_section]]\nrole = \"praise\"\nheading = 'x'\n"), [Code::UnknownName]);
    assert_eq!(faults("[[letter_section]]\nrole = \"strengths\"\nheading = '('\n"), [Code::QuerySyntax]);
    assert_eq!(faults("[[letter_section]]\nrole = \"strengths\"\n"), [Code::MissingKey]);
    assert_eq!(
        faults("[[letter_section]]\nrole = \"next-step\"\nheading = 'x'\nentries = \"demands\"\n"),
        [Code::MissingKey]
    );
    assert_eq!(faults("[[letter_sign]]\nof = \"end\"\npattern = 'x'\nwhen = 'y'\n"), [Code::UnknownKey]);
}
