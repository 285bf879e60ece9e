//! Queries: the small language in which rules say what an answer must speak of, parsed, compiled and matched.
//!
//! `parse` turns one query into an [`Ast`] or a list of problems, each with its place in the query.
//! A [`LibraryBuilder`] takes the named sets and all queries of all packs; the [`Library`] it builds matches
//! them all in one pass over the words of a text ([`Library::scan`]).

mod ast;
mod library;
mod parse;
mod scan;
mod trace;

pub use ast::{Ast, Node};
pub use library::{BuildProblem, Library, LibraryBuilder, QueryId};
pub use parse::{QueryProblem, parse};
pub use scan::{Match, Scan};
pub use trace::Trace;
