//! How much a document may cost to read, and why that much.
//!
//! A statement is a few hundred kilobytes of XML. The limits lie far above any statement and keep hostile input
//! within two seconds and 256 MiB.

/// Bytes of a file. The largest real plans are some 50 MB, nearly all of it pictures.
pub const FILE_BYTES: usize = 128 << 20;

/// Files in an archive. A document with a thousand pictures has some two thousand; each costs memory before its
/// name is known.
pub const ARCHIVE_ENTRIES: usize = 10_000;

/// Bytes one part may unpack to. A plan of 300 pages is about 15 MB of XML.
pub const PART_BYTES: u64 = 32 << 20;

/// Bytes that all parts together may unpack to, since each is held in memory.
pub const TOTAL_BYTES: u64 = 64 << 20;

/// How many times its packed size a part may unpack to, once past [`RATIO_GRACE`]. Table-heavy XML reaches about
/// 60; a bomb reaches 1,000.
pub const RATIO: u64 = 200;

/// Bytes a part may unpack to whatever its ratio, so that a short file of repeated rows is not refused.
pub const RATIO_GRACE: u64 = 4 << 20;

/// How deep XML elements may nest. Tables in tables in content controls reach some 40; our readers recurse, and
/// this keeps them well inside a stack of 2 MiB.
pub const XML_DEPTH: usize = 200;

/// Tags or attributes in a part: the parser reserves about 80 bytes for each before it starts.
pub const XML_ITEMS: usize = 1_000_000;

/// Attributes on one element, of which the parser compares each pair. Word's root elements have about 40.
pub const XML_ATTRIBUTES: usize = 128;

/// Namespace prefixes in scope at one place, which the parser searches for each name. Word declares about 35.
pub const XML_NAMESPACES: usize = 256;

/// Cells of all tables. A plan of 500 rows and 12 columns has 6,000.
pub const TABLE_CELLS: usize = 200_000;

/// Columns of a table: Word's own limit is 63.
pub const TABLE_COLUMNS: usize = 1_024;

/// How many styles one style may build on, one on the other: a loop would not end otherwise.
pub const STYLE_CHAIN: usize = 64;
