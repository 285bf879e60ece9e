//! PDF files built from their objects.

/// A PDF in the making: its objects, numbered from 1. Object 1 is the catalog, object 2 the page tree.
pub(crate) struct Pdf {
    objects: Vec<Vec<u8>>,
    trailer: String,
}

/// The objects of a page of text in Helvetica, from number 3 on: the page, its font and its contents.
pub(crate) const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>";
pub(crate) const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

impl Pdf {
    /// Starts a file with these objects.
    pub(crate) fn of<const N: usize>(objects: [&str; N]) -> Self {
        Self {
            objects: objects.iter().map(|text| text.as_bytes().to_vec()).collect(),
            trailer: String::new(),
        }
    }

    /// Starts a file of one page with this in its contents.
    pub(crate) fn page(contents: &str) -> Self {
        let tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        Self::of(["<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE, FONT]).stream("", contents.as_bytes())
    }

    /// Adds an object.
    pub(crate) fn object(mut self, text: &str) -> Self {
        self.objects.push(text.as_bytes().to_vec());
        self
    }

    /// Puts another object in the place of one.
    pub(crate) fn with(mut self, number: usize, text: &str) -> Self {
        self.objects[number - 1] = text.as_bytes().to_vec();
        self
    }

    /// Adds a stream with these entries in its dictionary.
    pub(crate) fn stream(mut self, entries: &str, contents: &[u8]) -> Self {
        let head = format!("<< {entries} /Length {} >>\nstream\n", contents.len());
        self.objects.push([head.as_bytes(), contents, b"\nendstream"].concat());
        self
    }

    /// Adds entries to the trailer.
    pub(crate) fn trailer(mut self, entries: &str) -> Self {
        self.trailer.push_str(entries);
        self
    }

    /// Writes the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(&self.objects) {
            places.push(bytes.len());
            bytes.extend(format!("{number} 0 obj\n").bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let table = bytes.len();
        bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
        let (size, more) = (places.len() + 1, &self.trailer);
        bytes.extend(
            format!("trailer\n<< /Size {size} /Root 1 0 R {more} >>\nstartxref\n{table}\n%%EOF\n").bytes(),
        );
        bytes
    }
}

/// Packs bytes as the streams of a PDF are packed: a zlib stream of stored and run blocks, made without a compressor.
pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    // A zip archive's stream without its frame is what zlib holds between its head and its sum.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("x", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(bytes).unwrap();
    let archive = writer.finish().unwrap().into_inner();
    let central = archive.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    let name = usize::from(u16::from_le_bytes([archive[26], archive[27]]));
    let extra = usize::from(u16::from_le_bytes([archive[28], archive[29]]));
    let packed = u32::from_le_bytes(archive[central + 20..central + 24].try_into().unwrap()) as usize;
    let start = 30 + name + extra;
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    [&[0x78, 0x9C], &archive[start..start + packed], &((high << 16) | low).to_be_bytes()].concat()
}
