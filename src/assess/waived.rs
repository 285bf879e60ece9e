//! A person's decision that an item is answered elsewhere or not owed, as an assessment carries it.

use jiff::civil::Date;

/// A recorded decision that an item of the letter need not be answered here. The item is still checked and shown, and
/// what is wrong with it makes no check fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The id of the item.
    pub item: String,
    /// Why it need not be answered here.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// The day of the decision.
    pub on: Date,
    /// The last day on which it holds; `None` where it has no end.
    pub until: Option<Date>,
}
