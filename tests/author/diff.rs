//! Diff: the same changes that assessing everything twice finds, whatever it leaves out to be quick.

use std::collections::BTreeSet;

use wsoa::assess::{Assessor, ItemOutcome};
use wsoa::author::diff::{Cause, Diff, Sample, Version, compare};
use wsoa::document::Document;
use wsoa::pack::{self, Rules, Source};
use wsoa::statement;

use super::{AS_OF, BEDFORDSHIRE, read, statements};

/// Returns the shipped rules for the samples, each file changed by `edit`.
fn rules(edit: impl Fn(&Source) -> String) -> Rules {
    let mut sources = pack::embedded();
    sources.retain(|source| !source.name.contains("/inspections/") || source.stem() == BEDFORDSHIRE);
    pack::load(sources.iter().map(|source| Source::new(&source.name, &edit(source))).collect()).unwrap()
}

fn unchanged() -> Rules {
    rules(|source| source.text.to_string())
}

/// Returns the shipped rules with the first `from` of a file changed.
fn edited(file: &str, from: &str, to: &str) -> Rules {
    rules(|source| {
        if source.stem() != file || source.name.contains("/frameworks/") {
            return source.text.to_string();
        }
        assert!(source.text.contains(from), "{file} holds no {from}");
        source.text.replacen(from, to, 1)
    })
}

fn samples() -> Vec<Sample> {
    let names = statements().into_iter().map(|path| path.to_str().unwrap().to_owned());
    let pack = Some(BEDFORDSHIRE.to_owned());
    names.map(|name| Sample { name, pack: pack.clone(), as_of: Some(AS_OF) }).collect()
}

fn open(sample: &Sample) -> Result<Vec<Document>, String> {
    Ok(read(sample.name.as_ref()))
}

/// A statement, an aspect, and all that is said of it.
type Said = (String, String, String);

/// Returns what is said of each aspect of each sample, assessed in full.
fn said(rules: &Rules) -> BTreeSet<Said> {
    let inspection = rules.inspection(BEDFORDSHIRE).unwrap();
    let assessor = Assessor::new(rules, inspection);
    let mut said = BTreeSet::new();
    for sample in samples() {
        let statement = statement::read(&open(&sample).unwrap(), rules, inspection.published);
        for item in assessor.assess(&statement, AS_OF).items {
            let ItemOutcome::Finding(finding) = item else { continue };
            for aspect in finding.aspects {
                let evidence = aspect.evidence.iter().map(|one| (&one.location.text, &one.quote, one.tie));
                let nearest = aspect.nearest.iter().map(|one| (&one.location.text, &one.quote, one.why));
                let (evidence, nearest): (Vec<_>, Vec<_>) = (evidence.collect(), nearest.collect());
                let told = format!("{} {:?} {evidence:?} {nearest:?}", aspect.met, aspect.confidence);
                said.insert((sample.name.clone(), format!("{}.{}", finding.id, aspect.id), told));
            }
        }
    }
    said
}

/// Returns the aspects of which a diff says that something changed.
fn changed(diff: &Diff) -> BTreeSet<(String, String)> {
    let mut changed = BTreeSet::new();
    for statement in &diff.statements {
        for item in &statement.items {
            for aspect in &item.aspects {
                changed.insert((statement.statement.clone(), format!("{}.{}", item.id, aspect.id)));
            }
        }
    }
    changed
}

#[test]
fn what_is_not_assessed_again_would_have_been_the_same() {
    let was = Version::new(unchanged(), "rules");
    let before = said(&was.rules);
    let (mut spared, mut differing) = (0, 0);
    let vague =
        "[[commitment]]\nkind = \"vague\"\nwhen = 'zeppelin'\nnote = \"in the air\"\n\n[[commitment]]\n";
    for (file, from, to) in [
        ("general", "OR \"each fortnight\" OR", "OR"),
        ("health-and-tool", "OR afresh OR", "OR"),
        ("missing", "history OR background OR", "background OR anecdote OR"),
        (
            "missing",
            "history OR background OR",
            "history OR background OR zeppelin OR (gondola NEAR/3 history) OR",
        ),
        ("exploitation", "OR premises OR", "OR premise* OR"),
        ("commitment", "[[commitment]]\n", vague),
    ] {
        let now = Version::new(edited(file, from, to), "rules");
        let diff = compare(&was, &now, &samples(), open);
        let after = said(&now.rules);
        let differ = before.symmetric_difference(&after).map(|(name, id, _)| (name.clone(), id.clone()));
        assert_eq!(changed(&diff), differ.collect(), "{file}: {from}");
        assert_eq!(diff.counts.statements.compared, samples().len());
        assert_eq!(diff.counts.aspects.compared, before.len());
        spared += diff.counts.untouched;
        differing += diff.statements.len();
    }
    assert!(spared > 15 && differing > 2, "both are common: {spared} spared, {differing} differ");
}

#[test]
fn words_that_no_statement_holds_and_another_order_spare_them_all() {
    let was = Version::new(unchanged(), "rules");
    for to in ["history OR background OR zeppelin OR", "background OR history OR"] {
        let now = Version::new(edited("missing", "history OR background OR", to), "rules");
        let diff = compare(&was, &now, &samples(), open);
        assert_eq!((diff.counts.untouched, diff.statements.len()), (samples().len(), 0), "{to}");
        assert_eq!(diff.files.len(), 1);
    }
}

#[test]
fn examples_that_change_are_told_as_likeness() {
    let was = Version::new(unchanged(), "rules");
    let words = "The board reads the chronology, the flags and the earlier logs of a child before any episode is graded";
    let reject: String = (1..=12).map(|month| format!("  \"{words}, in month {month}.\",\n")).collect();
    let now = rules(|source| {
        if source.stem() != BEDFORDSHIRE {
            return source.text.to_string();
        }
        let aspect = source.text.find("id = \"whole-history\"").unwrap();
        let list = "reject = [\n";
        let at = aspect + source.text[aspect..].find(list).unwrap() + list.len();
        format!("{}{reject}{}", &source.text[..at], &source.text[at..])
    });
    let diff = compare(&was, &Version::new(now, "rules"), &samples(), open);
    let aspects =
        diff.statements.iter().flat_map(|statement| &statement.items).flat_map(|item| &item.aspects);
    let turned = aspects.filter(|aspect| aspect.id == "whole-history").flat_map(|aspect| &aspect.turned_on);
    let causes: Vec<&Cause> = turned.flat_map(|turned| &turned.causes).collect();
    assert!(!causes.is_empty(), "rejected examples so near to the accepted ones change something");
    for cause in causes {
        let Cause::Likeness(change) = cause else { panic!("{cause:?}") };
        assert_eq!((change.rejects_added, change.accepts_added), (12, 0));
    }
}
