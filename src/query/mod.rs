//! Queries: the small language in which rules say what an answer must speak of, parsed, compiled and matched.
//!
//! `parse` turns one query into an [`Ast`] or a list of problems, each with its place in the query.
//! A [`LibraryBuilder`] takes the named sets and all queries of all packs; the [`Library`] it builds matches
//! them all in one pass over the words of a text ([`Library::scan`]).
//!
//! Queries come in groups that are asked together of one kind of text, such as all that judge a sentence. A group is
//! compiled when it is first asked for (`group`), and a scan reads its text once for each group it is asked about.
//! Compiling makes each distinct pattern stand once (`patterns`) and each distinct condition once (`goals`); to read
//! a text is to find the patterns (`pass`) and then to judge only the conditions that something found leads to.

mod ast;
mod goals;
mod group;
mod guard;
mod lex;
mod library;
mod mend;
mod parse;
mod pass;
mod patterns;
mod regexes;
mod scan;
mod sets;
mod shape;
mod span;
mod trace;

pub use ast::{Ast, Node};
pub use library::{BuildProblem, Library, LibraryBuilder, QueryId};
pub use parse::{QueryProblem, parse};
pub use scan::{Match, Scan};
pub use shape::{Alike, Shapes};
pub use trace::Trace;

/// Checks a regular expression as rules write it, without regard to case.
///
/// # Errors
///
/// What is wrong with it, in words.
pub fn check_pattern(pattern: &str) -> Result<(), String> {
    regexes::check(pattern).map_err(|problem| problem.message)
}
