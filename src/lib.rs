//! Checks a written statement of action against the inspection that asked for it.
//!
//! The stages are plain values handed on one way only; no stage knows a later one:
//!
//! ```text
//! rules/*.toml --> pack --------------------+
//!                                           +--> assess --> Assessment --> review --> report --> annotate
//! draft.docx --> document --> statement ----+
//! letter.pdf --> document --> letter         wsoa.toml --> settings
//! two Assessments --> compare --> Comparison --> report
//! ```
//!
//! Nothing here prints, exits, reads the clock or opens a connection; that is left to the binary.
#![forbid(unsafe_code)]

pub mod annotate;
pub mod assess;
pub mod author;
pub mod clock;
pub mod compare;
pub mod dates;
pub mod document;
pub mod letter;
pub mod pack;
pub mod personal;
pub mod query;
pub mod report;
pub mod review;
pub mod settings;
pub mod statement;
pub mod text;
