//! How a page is built: what a browser, a keyboard and a screen reader find their way by.

use std::collections::BTreeSet;

use wsoa::report::{Failed, Outcome, html};

use super::{Check, Parsed, check, plan};

/// Pages of every make: one statement, one without anything, several.
fn pages() -> Vec<Parsed> {
    let full = plan().waiving("songs").unread("a picture was not read");
    let (empty, other) = (check("Nothing is planned."), plan());
    let failed =
        Outcome::Failed(Failed { files: &["old.doc"], why: "`old.doc` cannot be read; save it anew" });
    let several = html(&[full.outcome(), failed, empty.outcome(), other.outcome()]);
    vec![
        full.page(),
        empty.page(),
        Parsed::of(&several),
        Parsed::of(&html(&[failed])),
        Parsed::of(&html(&[])),
    ]
}

fn levels(page: &Parsed) -> Vec<u32> {
    let names = page.pieces.iter().filter_map(|piece| piece.name.strip_prefix('h'));
    names.filter_map(|level| level.parse().ok()).collect()
}

#[test]
fn a_browser_has_nothing_to_make_good() {
    for page in pages() {
        assert_eq!(page.errors, [""; 0]);
    }
}

#[test]
fn every_element_that_is_opened_is_closed_in_turn() {
    let empty = ["meta", "br", "input", "wbr"];
    for page in pages() {
        let mut open: Vec<&str> = Vec::new();
        for piece in page.pieces.iter().filter(|piece| !empty.contains(&piece.name.as_str())) {
            match piece.name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name)),
                None => open.push(&piece.name),
            }
        }
        assert_eq!(open, [""; 0]);
    }
}

#[test]
fn headings_begin_with_the_only_first_one_and_leave_no_level_out() {
    for page in pages() {
        let levels = levels(&page);
        assert_eq!(levels.first(), Some(&1));
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{levels:?}");
        }
    }
}

#[test]
fn ids_are_unique_and_every_link_and_label_finds_its_own() {
    for page in pages() {
        let ids: Vec<&String> = page.pieces.iter().filter_map(|piece| piece.attributes.get("id")).collect();
        let known: BTreeSet<&str> = ids.iter().map(|id| id.as_str()).collect();
        assert_eq!(known.len(), ids.len());
        for piece in &page.pieces {
            if let Some(target) = piece.attributes.get("href") {
                assert!(known.contains(target.strip_prefix('#').unwrap()), "{target}");
            }
            for label in piece.attributes.get("aria-labelledby").into_iter().flat_map(|ids| ids.split(' ')) {
                assert!(known.contains(label), "{label}");
            }
        }
    }
}

#[test]
fn the_page_needs_no_other_file_and_no_script() {
    for page in pages() {
        for name in ["script", "link", "img", "iframe", "object", "embed", "form"] {
            assert_eq!(page.all(name).count(), 0, "{name}");
        }
        let style: String = page.all("style").map(|piece| piece.text.as_str()).collect();
        assert!(!style.contains("url(") && !style.contains("@import"));
        for piece in &page.pieces {
            let loads = ["src", "srcset", "onclick", "onload", "style"];
            assert!(loads.iter().all(|name| !piece.attributes.contains_key(*name)), "{piece:?}");
        }
    }
}

#[test]
fn the_page_has_language_title_skip_link_and_landmarks() {
    for page in pages() {
        let html = page.all("html").next().unwrap();
        assert_eq!(html.attributes["lang"], "en-GB");
        assert!(!page.texts("title").first().unwrap().is_empty());
        let first_link = page.all("a").next().unwrap();
        assert_eq!(first_link.attributes["href"], "#main");
        for name in ["main", "footer"] {
            assert_eq!(page.all(name).count(), 1, "{name}");
        }
    }
}

#[test]
fn tables_have_captions_scopes_and_a_group_that_the_keyboard_reaches() {
    for page in pages() {
        assert_eq!(page.all("table").count(), page.all("caption").count());
        assert!(page.all("th").all(|cell| ["col", "row"].contains(&cell.attributes["scope"].as_str())));
        for (before, piece) in page.pieces.iter().zip(page.pieces.iter().skip(1)) {
            if piece.name == "table" {
                assert_eq!(before.attributes["role"], "group");
                assert_eq!(before.attributes["tabindex"], "0");
            }
        }
    }
}

#[test]
fn pictures_say_what_they_show_or_are_hidden_from_those_who_do_not_see_them() {
    for page in pages() {
        for svg in page.all("svg") {
            let hidden = svg.attributes.get("aria-hidden").is_some_and(|hidden| hidden == "true");
            assert!(hidden || svg.attributes["role"] == "img");
        }
    }
}

#[test]
fn the_same_statement_gives_the_same_page() {
    assert_eq!(plan().html(), plan().html());
    assert_eq!(plan().markdown(), plan().markdown());
}

#[test]
fn every_item_action_and_matter_is_on_the_page() {
    let Check { statement, assessment, diagnostics, .. } = plan();
    let page = plan().page();
    let text = page.texts("body").remove(0);
    for item in &assessment.items {
        assert!(!page.text_of(&format!("item_{}", item.id())).is_empty());
    }
    for action in &statement.actions {
        assert!(page.part("actions").contains(&action.text));
    }
    for found in diagnostics.iter().filter(|found| found.item.is_none()) {
        assert!(text.contains(&found.code.to_string()));
    }
}
