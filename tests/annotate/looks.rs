//! What a person sees of the comments in a file.

use crate::part;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Returns each comment of a Word file: who wrote it, the words that it is about, and what it says, a line for each paragraph.
pub(crate) fn in_word(bytes: &[u8]) -> String {
    let (main, comments) = (part(bytes, "word/document.xml"), part(bytes, "word/comments.xml"));
    let (main, comments) =
        (roxmltree::Document::parse(&main).unwrap(), roxmltree::Document::parse(&comments).unwrap());
    let mut seen = String::new();
    for comment in comments.root_element().children().filter(|node| node.has_tag_name((W, "comment"))) {
        let id = comment.attribute((W, "id")).unwrap();
        let mut open = false;
        let mut words = String::new();
        for node in main.descendants() {
            let own = node.attribute((W, "id")) == Some(id);
            match node.tag_name().name() {
                "commentRangeStart" if own => open = true,
                "commentRangeEnd" if own => open = false,
                "p" if open && !words.is_empty() => words.push_str(" / "),
                "t" if open => words.push_str(node.text().unwrap_or_default()),
                _ => {}
            }
        }
        let reference = main.descendants().filter(|node| node.has_tag_name((W, "commentReference")));
        assert_eq!(reference.filter(|node| node.attribute((W, "id")) == Some(id)).count(), 1, "comment {id}");
        seen.push_str(&format!("{} on \"{words}\"\n", comment.attribute((W, "author")).unwrap()));
        for paragraph in comment.children().filter(|node| node.has_tag_name((W, "p"))) {
            let texts = paragraph.descendants().filter(|node| node.has_tag_name((W, "t")));
            let text: String = texts.filter_map(|node| node.text()).collect();
            seen.push_str(&format!("  {text}\n"));
        }
    }
    seen
}

/// Returns each note of the sheet of a part of notes: its cell and what it says.
pub(crate) fn in_sheet(bytes: &[u8], comments: &str) -> String {
    let comments = part(bytes, comments);
    let tree = roxmltree::Document::parse(&comments).unwrap();
    let list = tree.root_element().children().find(|node| node.tag_name().name() == "commentList").unwrap();
    let notes = list.children().filter(|node| node.is_element()).map(|note| {
        let texts = note.descendants().filter(|node| node.tag_name().name() == "t");
        let text: String = texts.filter_map(|node| node.text()).collect();
        format!("{}:\n  {}\n", note.attribute("ref").unwrap(), text.replace('\n', "\n  "))
    });
    notes.collect()
}
