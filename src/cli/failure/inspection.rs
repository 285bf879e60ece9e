//! Failures to tell which inspection is meant, or which part of it.

use super::{Exit, Failure};
use wsoa::letter::Letter;
use wsoa::pack::{Inspection, Rules, nearest};

impl Failure {
    /// `--pack` names no inspection.
    pub(crate) fn unknown_pack(id: &str, rules: &Rules) -> Self {
        let near =
            nearest(&id.to_lowercase(), rules.inspections.iter().map(|inspection| inspection.id.as_str()));
        let help = match near {
            Some(near) => format!("did you mean `{near}`? `wsoa rules list` shows every inspection"),
            None => "`wsoa rules list` shows every inspection".to_owned(),
        };
        Self::new(Exit::Usage, format!("there is no inspection `{id}` in the rules"), help)
    }

    /// The statement speaks of several inspections.
    pub(crate) fn several_packs(found: &[&Inspection]) -> Self {
        let ids: Vec<String> = found.iter().map(|inspection| format!("`{}`", inspection.id)).collect();
        let message = format!("the statement speaks of {} inspections: {}", found.len(), ids.join(", "));
        Self::new(Exit::Usage, message, "say which one it answers with `--pack ID`")
    }

    /// Nothing can be drafted from a letter; `otherwise` is what else can be done.
    pub(crate) fn no_draft(letter: &Letter, otherwise: &str) -> Self {
        let why = match &letter.framework {
            Some(_) => "nothing was found in it that is to be improved",
            None => "it does not show of what kind of inspection it is",
        };
        let help = format!("`wsoa letter {}` shows what was read of it; or {otherwise}", letter.file);
        Self::new(
            Exit::Unreadable,
            format!("no rules can be made from the letter `{}`: {why}", letter.file),
            help,
        )
    }

    /// Rules are to be drafted, and no letter is named.
    pub(crate) fn no_letter() -> Self {
        let message = "`--pack draft` makes rules from the letter, and no letter is named".to_owned();
        Self::new(Exit::Usage, message, "name the letter too, as in `--letter letter.pdf --pack draft`")
    }

    /// The statement speaks of no inspection that the rules know.
    pub(crate) fn no_pack(rules: &Rules) -> Self {
        let ids: Vec<&str> = rules.inspections.iter().map(|inspection| inspection.id.as_str()).collect();
        let message =
            "the statement does not say which inspection it answers, or the rules do not hold it".to_owned();
        let known = ids.join(", ");
        let help =
            format!("give its letter with `--letter FILE`, or say which with `--pack ID`, one of: {known}");
        Self::new(Exit::Usage, message, help)
    }

    /// A name given to `explain` or `rules show` is not known.
    pub(crate) fn unknown_name(name: &str, known: &[String]) -> Self {
        let help = match nearest(&name.to_lowercase(), known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "`wsoa rules show ID` lists the items of an inspection, `wsoa rules list` the inspections"
                    .to_owned()
            }
        };
        Self::new(Exit::Usage, format!("nothing is called `{name}`"), help)
    }

    /// What `rules why` was asked about is nothing that actions answer.
    pub(crate) fn no_aspect(item: &str, inspection: &Inspection) -> Self {
        let findings = inspection.findings.iter();
        let ids = findings.flat_map(|finding| {
            let aspects = finding.aspects.iter().map(|aspect| format!("{}.{}", finding.id, aspect.id));
            std::iter::once(finding.id.clone()).chain(aspects)
        });
        let ids: Vec<String> = ids.collect();
        let help = match nearest(item, ids.iter().map(String::as_str)) {
            _ if inspection.next_steps.iter().any(|step| step.id == item) => {
                format!("it is a next step, which no action answers; `wsoa explain {item}` says what does")
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`wsoa rules show {}` lists the findings and their aspects", inspection.id),
        };
        let message = format!("`{}` has no finding or aspect called `{item}`", inspection.id);
        Self::new(Exit::Usage, message, help)
    }

    /// An item is to be waived that the inspection does not ask for.
    pub(crate) fn no_item(item: &str, known: &[&str], inspection: &Inspection) -> Self {
        let help = match nearest(item, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`wsoa rules show {}` lists its items", inspection.id),
        };
        Self::new(Exit::Usage, format!("`{}` asks for no item `{item}`", inspection.id), help)
    }
}
