//! Inspection letters: what they ask, item by item, and the facts they state.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod cut;
mod draft;
mod facts;
mod items;
mod kinds;
mod laws;
mod rules;
mod send;
mod unsure;
#[allow(dead_code, reason = "the tests of the Word reader use the rest")]
#[path = "../support/word.rs"]
mod word;

use std::sync::OnceLock;

use wsoa::document::{self, Limits};
use wsoa::letter::{self, Letter};
use wsoa::pack::Rules;

/// The rules as shipped.
fn shipped() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| Rules::embedded_for(None).unwrap())
}

/// Reads a letter; the ending of `name` says what it is.
fn read(name: &str, bytes: impl AsRef<[u8]>) -> Letter {
    let document = document::read(name, bytes.as_ref(), &Limits::default()).unwrap();
    letter::read(&document, &shipped().language)
}

/// Reads the body of a web page as a letter.
fn page(body: &str) -> Letter {
    read("letter.html", format!("<html><body>{body}</body></html>"))
}

/// Shows what a letter asks, a line an item: kind, place and text.
fn asked(letter: &Letter) -> String {
    let line = |item: &letter::Item| {
        let who = if item.responsible.is_empty() { "" } else { " <- " };
        let text = item.text.replace('\n', " / ");
        let who = format!("{who}{}", item.responsible.join("; "));
        format!("{} {} [{}] {text}{who}\n", item.order, item.kind.name(), item.location.text)
    };
    letter.items.iter().map(line).collect()
}

/// A letter after a joint inspection, as they are laid out today.
const JOINT: &str = "
<p>4 March 2031</p>
<p>Harbour Master, Gull Rock Council</p>
<p>Chief Nurse, Gull Rock Care Board</p>
<p>Dear Gull Rock partnership</p>
<h1>Joint targeted area inspection of Gull Rock</h1>
<p>We came to see how lamps are kept.</p>
<p>This inspection took place from 6 to 10 January 2031. It was carried out by inspectors from Ofsted and the Care
Quality Commission (CQC).</p>
<h1>Headline findings</h1>
<p>The lamps are bright. Keepers must write down when a lamp goes out.</p>
<h1>Areas for priority action</h1>
<ul><li>Gull Rock Council needs to take urgent action about the pier. This includes:
<ul><li>mending the rail</li><li>lighting the steps</li></ul></li></ul>
<h1>What needs to improve?</h1>
<ul><li>How often ropes are looked at.</li><li>The fog bell at night.</li></ul>
<h1>Strengths</h1>
<ul><li>Boats are painted each spring.</li></ul>
<h1>Practice study: highly effective practice</h1>
<p>One keeper rowed out in a gale.</p>
<h1>Practice study: area for improvement</h1>
<p>A boat drifted for a night.</p><p>Nobody asked why.</p>
<h1>Next steps</h1>
<p>We have determined that Gull Rock Council is the principal authority, and it must bring one answer together. It must be a joint answer involving the coastguard, Gull Rock Council and the Pilots and Mates Board.
We enjoyed our visit.</p>
<p>Gull Rock Council should send the statement to lamps@example.org by Tuesday 10 June 2031.</p>
<p>Yours sincerely</p><p>An inspector must sign here.</p>";
