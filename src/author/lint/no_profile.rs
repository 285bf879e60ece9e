//! `no-profile`: an aspect with too few examples for likeness to tell it from its neighbours.

use super::Lint;
use super::desk::{Desk, aspects};
use crate::pack::{Aspect, Code, Problem};

pub(super) const LINT: Lint = Lint { code: Code::NoProfile, look };

/// How many sentences of either kind make a profile, as rules/README.md promises.
const ENOUGH: usize = 6;

/// With fewer than this the rules do not load.
const TOO_FEW_TO_LOAD: usize = 2;

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let aspects = desk.rules.inspections.iter().flat_map(aspects);
    aspects.filter_map(|(_, _, aspect)| doubt(desk, aspect)).collect()
}

fn doubt(desk: &Desk<'_>, aspect: &Aspect) -> Option<Problem> {
    let (accept, reject) = (aspect.accept.len(), aspect.reject.len());
    let is_enough = accept >= ENOUGH && reject >= ENOUGH;
    // Fewer than that is an error, which says enough.
    if is_enough || accept.min(reject) < TOO_FEW_TO_LOAD {
        return None;
    }
    let message = format!(
        "`{}` has {accept} accepted and {reject} rejected sentences, too few to tell it by",
        aspect.id
    );
    Some(desk.doubt(Code::NoProfile, &aspect.at, message))
}
