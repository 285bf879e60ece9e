//! Pages made to exhaust or crash the reader.

use crate::{read, try_read};
use proptest::prelude::*;
use wsoa::document::{Limit, Limits, ReadError, html};

fn too_large(body: &str) -> String {
    beyond(&Limits::default(), body)
}

fn beyond(limits: &Limits, body: &str) -> String {
    match html::read("page.html", format!("<html>{body}").as_bytes(), limits) {
        Err(error @ ReadError::TooLarge { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

/// The limits as they are, but for one that is lower: what it bounds would be slow to build in a test.
fn lower(limit: Limit, value: usize) -> Limits {
    let mut limits = Limits::default();
    limits.set(limit, value);
    limits
}

#[test]
fn depth_is_bounded_while_the_page_is_parsed() {
    for tag in ["<div>", "<b>", "<table><tr><td>", "<svg>", "<template>"] {
        assert!(too_large(&tag.repeat(100_000)).contains("inside one another"), "{tag}");
    }
    let misnested: String = (0..100_000).map(|number| format!("<p><font id={number}>x")).collect();
    assert!(too_large(&misnested).contains("inside one another"));
}

#[test]
fn depth_within_the_limit_is_read_on_a_small_stack() {
    let page = "<table><tr><th>x<th>".repeat(48);
    let deep = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || read(&format!("<html>{page}")).blocks.len());
    assert_eq!(deep.unwrap().join().unwrap(), 1);
}

#[test]
fn tags_attributes_and_references_are_bounded_before_the_page_is_parsed() {
    let attributes: String = (0..300).map(|number| format!(" a{number}")).collect();
    insta::assert_snapshot!(too_large(&format!("<p{attributes}>x")), @"the file is too large to read safely: the number of attributes of one element is over the limit of 128");
    insta::assert_snapshot!(too_large(&format!("<script>if (a<b</script><p title='>'{attributes}>x")), @"the file is too large to read safely: the number of attributes of one element is over the limit of 128");
    insta::assert_snapshot!(too_large(&"<b>".repeat(1_100_000)), @"the file is too large to read safely: the number of tags is over the limit of 1,000,000");
    insta::assert_snapshot!(too_large(&"&amp;".repeat(1_100_000)), @"the file is too large to read safely: the number of character references is over the limit of 1,000,000");
    insta::assert_snapshot!(too_large(&"x".repeat(9 << 20)), @"the file is too large to read safely: the page is over the limit of 8 MiB");
    insta::assert_snapshot!(beyond(&lower(Limit::Nodes, 5_000), &"<p>x".repeat(4_000)), @"the file is too large to read safely: the number of elements and texts is over the limit of 5,000");
}

#[test]
fn scripts_may_look_like_tags() {
    let code = "i<n && (a b c d e f g h) ".repeat(100);
    assert_eq!(
        read(&format!("<html>{}<script>{code}</script>{}", "<p>A</p>", "<p>B</p>")).texts(),
        ["A", "B"]
    );
}

#[test]
fn cells_and_columns_are_bounded() {
    let row = format!("<tr>{}", "<td>".repeat(500));
    insta::assert_snapshot!(beyond(&lower(Limit::Cells, 5_000), &format!("<table>{}", row.repeat(11))), @"the file is too large to read safely: the number of table cells is over the limit of 5,000");
    insta::assert_snapshot!(too_large(&format!("<table><tr>{}", "<td colspan=1000>x".repeat(9))), @"the file is too large to read safely: the number of columns of a table is over the limit of 1,024");
}

#[test]
fn many_notes_and_rules_cost_little() {
    let marks = "<sup><a href='#n'>1</a></sup>".repeat(5_000);
    let links = "<a href='#m'>x</a>".repeat(5_000);
    assert_eq!(read(&format!("<html>A{marks}<div id=n>{links}</div>")).blocks.len(), 2);
    let rules: String = (0..5_000).map(|number| format!(".z{number} .a{{display:none}}")).collect();
    assert_eq!(
        read(&format!("<html><style>{rules}</style>{}", "<i class=a>x</i>".repeat(5_000))).blocks.len(),
        1
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_read(&bytes);
    }

    #[test]
    fn any_tags_are_read_twice_alike(tags in proptest::collection::vec(TAG, 0..80)) {
        let source = format!("<html>{}", tags.concat());
        let draw = || try_read(source.as_bytes()).map(|page| crate::support::outline(&page)).map_err(|error| error.to_string());
        prop_assert_eq!(draw(), draw());
    }

    #[test]
    fn every_word_outside_tables_stands_on_its_line(words in proptest::collection::vec("[a-z]{3,9}", 1..30), tags in proptest::collection::vec(INLINE, 1..30)) {
        let lines: Vec<String> = words.iter().zip(tags.iter().cycle()).map(|(word, tag)| format!("{tag}{word}")).collect();
        let page = read(&format!("<html>{}", lines.join("\n")));
        for block in &page.blocks {
            let line = block.location.line.unwrap() as usize;
            let first = block.text.split_whitespace().next().unwrap();
            prop_assert!(lines[line - 1].ends_with(first), "{first} is not on line {line}");
        }
    }
}

const TAG: &str = "(</?(p|b|i|table|tr|td|th|tbody|caption|ul|ol|li|div|a|details|summary|select|option|svg|title|math|template|dl|dt|dd|form|button|h1|pre|textarea|frameset)>|<td rowspan=[0-9] colspan=[0-9]>|<p style='display:none'>|&nbsp;|x|\n)";
const INLINE: &str = "(<p>|<div>|<b>|</b>|<br>|<span>|</p>|<li>|<pre>|</pre>| )";
