//! Documents: one reader per format turns bytes into blocks, each with a location a person can find.

pub mod docx;
mod error;
pub mod limits;
mod location;
pub mod markdown;
mod model;
mod read;
pub mod text;

pub use error::ReadError;
pub use location::Location;
pub use model::{Block, BlockKind, Cell, Document, DraftMarks, Format, Row, Table, Unread};
pub use read::read;
