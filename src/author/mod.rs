//! The rule author's bench: what is doubtful in the rules, and what a change of them does, before anybody relies on it.

pub mod lint;
pub mod mend;
pub mod schema;
