//! The report as a page for a browser and for paper: what was asked, what was answered, and on what evidence.

pub(crate) mod page;
pub(crate) mod parts;
