//! The skeleton of every page for a browser: one file with its style inside, no script, good on paper.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::safe::is_unsafe;

/// What a page looks like, on a screen in light and dark and on paper.
const STYLE: &str =
    concat!(include_str!("style.css"), include_str!("report.css"), include_str!("compare.css"));

/// A page, to be written as one file that needs nothing else.
pub(crate) struct Page<'a> {
    /// What the tab of a browser and the print-out are called.
    pub(crate) title: &'a str,
    /// What it opens with: its one `h1` and the facts under it.
    pub(crate) opening: Markup,
    /// Links to its parts, each with the `id` of the part; no links where there are none.
    pub(crate) contents: &'a [(String, String)],
    /// Its parts: each a `section` with an `h2` and below it `h3`, none left out between.
    pub(crate) body: Markup,
    /// What stands under it: what it was made by and from.
    pub(crate) foot: Markup,
}

impl Page<'_> {
    /// Returns the page as HTML. Whatever text it was made from, nothing in it can turn the reading order: control and
    /// bidirectional signs are taken out here, once for all of it, as `maud` escapes all that is HTML.
    pub(crate) fn write(&self) -> String {
        cleaned(&self.markup().into_string())
    }

    fn markup(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#main" { "Skip to the report" }
                    header { (self.opening) }
                    @if !self.contents.is_empty() {
                        nav.contents aria-label="Parts of this page" {
                            ul {
                                @for (id, name) in self.contents {
                                    li { a href={ "#" (id) } { (name) } }
                                }
                            }
                        }
                    }
                    main #main tabindex="-1" { (self.body) }
                    footer { (self.foot) }
                }
            }
        }
    }
}

fn cleaned(page: &str) -> String {
    page.chars()
        .map(|sign| match sign {
            '\n' => '\n',
            '\t' | '\r' => ' ',
            sign if is_unsafe(sign) => '\u{fffd}',
            sign => sign,
        })
        .collect()
}
