//! Reports of a comparison: what changed between two drafts, for a person or a program; one file per output.

mod pieces;
mod text;
mod told;

pub use text::text;
