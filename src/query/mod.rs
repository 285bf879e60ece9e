//! Queries: the small language in which rules say what an answer must speak of, parsed, compiled and matched.
//!
//! `parse` turns one query into an [`Ast`] or a list of problems, each with its place in the query.
//! A [`LibraryBuilder`] takes the named sets and all queries of all packs; the [`Library`] it builds matches
//! them all in one pass over the words of a text ([`Library::scan`]).
//!
//! Compiling makes each distinct pattern stand once (`patterns`) and each distinct condition once (`goals`);
//! a scan finds the patterns (`pass`) and then judges only the conditions that something found leads to.

mod ast;
mod goals;
mod lex;
mod library;
mod mend;
mod parse;
mod pass;
mod patterns;
mod regexes;
mod scan;
mod sets;
mod span;
mod trace;

pub use ast::{Ast, Node};
pub use library::{BuildProblem, Library, LibraryBuilder, QueryId};
pub use parse::{QueryProblem, parse};
pub use scan::{Match, Scan};
pub use trace::Trace;
