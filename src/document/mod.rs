//! Documents: one reader per format turns bytes into blocks, each with a location a person can find.

pub mod docx;
mod error;
pub mod limits;
mod location;
mod model;

pub use error::ReadError;
pub use location::Location;
pub use model::{Block, BlockKind, Cell, Document, DraftMarks, Format, Row, Table, Unread};
