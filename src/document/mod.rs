//! Documents: one reader per format turns bytes into blocks, each with a location a person can find.

pub(crate) mod archive;
pub mod docx;
mod error;
mod flow;
pub mod html;
mod limits;
mod location;
pub mod markdown;
mod model;
pub mod odt;
pub(crate) mod package;
pub mod pdf;
mod read;
pub mod sheet;
mod sniff;
pub mod text;
pub(crate) mod xml;

pub use error::ReadError;
pub use limits::{Limit, Limits};
pub use location::{Anchor, Location};
pub use model::{Block, BlockKind, Cell, Document, DraftMarks, Format, Row, Table, Unread};
pub use read::read;
