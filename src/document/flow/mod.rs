//! What the readers of word-processor files share: where a block stands, what its style and list make of it, and which
//! pictures are likely scans.

mod numerals;
mod places;
mod roles;
mod scans;
mod writing;

pub(super) use numerals::numeral;
pub(super) use places::{Place, Places, name_file};
pub(super) use roles::{Role, named_role};
pub(super) use scans::scanned_pages;
pub(super) use writing::{Gathered, Item, SYMBOL, is_symbol, note};
