//! Place: why the row or heading of an action names a finding under one version of the rules alone.

use super::held::Held;
use super::model::{Cause, Change};
use super::parts::{Asked, Eye, of_query};
use crate::pack::Finding;
use crate::query::Scan;
use crate::statement::Action;

/// Returns the cues that came or went and the parts of `about` that turned out otherwise, in what the place of an action
/// says; each once.
pub(super) fn causes(old: &Held<'_>, new: &Held<'_>, finding: &str, action: &Action) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    for pointer in &action.pointers {
        let (was, now) = (old.version.scan(&pointer.text), new.version.scan(&pointer.text));
        let mut found = cues(old, new, &was, Change::TakenOut);
        found.extend(cues(new, old, &now, Change::Added));
        let old_eye = Eye { version: old.version, text: &was };
        let new_eye = Eye { version: new.version, text: &now };
        let (was, now) = (old.finding(finding).and_then(about), new.finding(finding).and_then(about));
        let parts = of_query((finding, "about"), (old_eye, was), (new_eye, now));
        found.extend(parts.into_iter().map(Cause::Part));
        for cause in found {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
    }
    causes
}

fn about(finding: &Finding) -> Asked<'_> {
    finding.about.zip(finding.about_at.as_ref())
}

/// Returns the cues that `here` alone has, of any finding, and that stand in a text: a cue goes before what a finding is
/// about, so one of another finding counts too.
fn cues(here: &Held<'_>, there: &Held<'_>, text: &Scan<'_>, change: Change) -> Vec<Cause> {
    let mut causes = Vec::new();
    for finding in &here.inspection.findings {
        let known = there.finding(&finding.id).map(|other| other.cue_texts.as_slice()).unwrap_or_default();
        for (cue, query) in finding.cue_texts.iter().zip(&finding.cues) {
            if !known.contains(cue) && text.is_match(*query) {
                let place = here.version.place(&finding.at, 0);
                causes.push(Cause::Cue { cue: cue.clone(), change, place });
            }
        }
    }
    causes
}
