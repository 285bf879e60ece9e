//! What it costs to draw a page, told from its content before it is drawn: how many bytes of content it runs
//! through, forms within forms counted as often as they are drawn, and how much one operator is given.

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

use super::whole::is_whole;

/// The most bytes of content one page may run through: a map of a whole county takes some ten.
const MOST: u64 = 48 << 20;
/// The most bytes a single operator may be given, and the most corners a single shape may have.
const ONE: usize = 256 << 10;
/// What drawing any form costs, in bytes.
const FORM: u64 = 400;
/// How deep forms may be nested; the interpreter goes no deeper than 50.
const DEEPEST: usize = 50;

/// Returns what it costs to draw `page`, in bytes of content.
///
/// # Errors
///
/// Why it is not drawn, as a clause.
pub(super) fn cost(page: &Page<'_>) -> Result<u64, &'static str> {
    const TOO_MUCH: &str = "it draws more than any page does";
    let mut costs = Costs::default();
    let pinned = costs.annotations(page);
    // The parts of the content are put together before they are run through.
    let mut together = 0_u64;
    for part in parts(page) {
        let Some(part) = part else { return Err("a part of its content is missing") };
        if is(&part, b"Image") {
            return Err("its content is marked as a picture");
        }
        if !is_whole(&part) {
            return Err("its content is damaged");
        }
        together = together.saturating_add(costs.unpacked(&part));
        if together > MOST {
            return Err(TOO_MUCH);
        }
    }
    let content = page.page_stream().unwrap_or_default();
    let cost = pinned.saturating_add(costs.of(content, page.resources(), 0));
    if costs.oversized {
        Err("one of its shapes or lines of text is larger than any page")
    } else if cost > MOST {
        Err(TOO_MUCH)
    } else {
        Ok(cost)
    }
}

/// Returns the streams that are the content of a page, `None` for one that is not there.
fn parts<'a>(page: &'a Page<'a>) -> Vec<Option<Stream<'a>>> {
    let dictionary = page.raw();
    if let Some(parts) = dictionary.get::<Array<'_>>(b"Contents") {
        let found: Vec<_> = parts.iter::<Stream<'_>>().map(Some).collect();
        let missing = parts.raw_iter().count().saturating_sub(found.len());
        return found.into_iter().chain(std::iter::repeat_n(None, missing)).collect();
    }
    // A page without content is blank.
    let one = dictionary.contains_key(b"Contents").then(|| dictionary.get::<Stream<'_>>(b"Contents"));
    one.into_iter().collect()
}

/// Tells whether a stream is a form, or a picture.
fn is(stream: &Stream<'_>, kind: &[u8]) -> bool {
    stream.dict().get::<Name<'_>>(b"Subtype").is_some_and(|name| name.as_ref() == kind)
}

/// The costs of the forms met so far.
#[derive(Default)]
struct Costs {
    forms: BTreeMap<(u32, i32), u64>,
    /// How much streams unpack to.
    sizes: BTreeMap<(u32, i32), u64>,
    /// Whether an operator was given too much.
    oversized: bool,
}

impl Costs {
    /// Returns what it costs to run through `content`.
    fn of(&mut self, content: &[u8], resources: &Resources<'_>, depth: usize) -> u64 {
        let Glance { drawn, states, oversized } = glance(content);
        self.oversized |= oversized;
        let mut cost = content.len() as u64;
        for (name, times) in drawn {
            let each = resources.x_objects.get::<Stream<'_>>(&*name).map_or(0, |form| {
                let id = resources.x_objects.get_ref(&*name).map(|id| (id.obj_number, id.gen_number));
                self.form(&form, id, resources, depth)
            });
            cost = cost.saturating_add(each.saturating_mul(times));
        }
        for (name, times) in states {
            // A soft mask is unpacked whenever its state is set, and drawn never.
            let mask = resources
                .ext_g_states
                .get::<Dict<'_>>(&*name)
                .and_then(|state| state.get::<Dict<'_>>(b"SMask"));
            let group = mask.and_then(|mask| mask.get::<Stream<'_>>(b"G"));
            let each = group.map_or(0, |group| self.unpacked(&group));
            cost = cost.saturating_add(each.saturating_mul(times));
        }
        cost
    }

    /// Returns how much a stream unpacks to.
    fn unpacked(&mut self, stream: &Stream<'_>) -> u64 {
        let unpack = || stream.decoded_data().map_or(0, |data| data.len() as u64);
        *self.sizes.entry(id(stream)).or_insert_with(unpack)
    }

    /// Returns what it costs to draw what is pinned to a page.
    fn annotations(&mut self, page: &Page<'_>) -> u64 {
        let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return 0 };
        let mut cost = 0_u64;
        for annotation in annotations.iter::<Dict<'_>>() {
            let look = annotation.get::<Dict<'_>>(b"AP").and_then(|looks| looks.get::<Stream<'_>>(b"N"));
            let each = look.map_or(FORM, |look| self.form(&look, Some(id(&look)), page.resources(), 0));
            cost = cost.saturating_add(each);
            if cost > MOST {
                break;
            }
        }
        cost
    }

    fn form(
        &mut self,
        form: &Stream<'_>,
        id: Option<(u32, i32)>,
        around: &Resources<'_>,
        depth: usize,
    ) -> u64 {
        if let Some(cost) = id.and_then(|id| self.forms.get(&id)) {
            return *cost;
        }
        if is(form, b"Image") || depth >= DEEPEST || self.oversized {
            return FORM;
        }
        // A form that draws itself does so until it is too deep.
        if let Some(id) = id {
            self.forms.insert(id, MOST / DEEPEST as u64);
        }
        let Ok(content) = form.decoded_data() else { return FORM };
        let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
        let cost = self.of(&content, own.as_ref().unwrap_or(around), depth + 1).saturating_add(FORM);
        if let Some(id) = id {
            self.forms.insert(id, cost);
        }
        cost
    }
}

fn id(stream: &Stream<'_>) -> (u32, i32) {
    let id = stream.obj_id();
    (id.obj_number, id.gen_number)
}

/// What a look over content shows.
#[derive(Default)]
struct Glance {
    /// The names of the objects it draws, with how often.
    drawn: BTreeMap<Vec<u8>, u64>,
    /// The names of the graphics states it sets, with how often.
    states: BTreeMap<Vec<u8>, u64>,
    /// Whether an operator is given too much.
    oversized: bool,
}

/// Looks over content without running it.
fn glance(content: &[u8]) -> Glance {
    let mut glance = Glance::default();
    let mut name: &[u8] = &[];
    let mut corners = 0_usize;
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        let start = at;
        at = match byte {
            b'(' => string_end(content, at),
            b'[' => array_end(content, at),
            b'<' if content.get(at + 1) != Some(&b'<') => find(content, at, |byte| byte == b'>') + 1,
            b'%' => find(content, at, |byte| byte == b'\n' || byte == b'\r'),
            b'/' => word_end(content, at + 1),
            byte if is_regular(*byte) => word_end(content, at),
            _ => at + 1,
        };
        glance.oversized |= matches!(byte, b'(' | b'[' | b'<') && at - start > ONE && shows_text(content, at);
        match content.get(start..at).unwrap_or_default() {
            word if word.first() == Some(&b'/') => name = word.get(1..).unwrap_or_default(),
            b"Do" => *glance.drawn.entry(plain(name)).or_default() += 1,
            b"gs" => *glance.states.entry(plain(name)).or_default() += 1,
            b"l" | b"c" | b"v" | b"y" | b"re" | b"m" => corners += 1,
            b"f" | b"F" | b"f*" | b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" | b"n" => corners = 0,
            // The data of an inline picture may hold anything.
            b"ID" => at = image_end(content, at),
            _ => {}
        }
        glance.oversized |= corners > ONE;
    }
    glance
}

/// Tells whether the operator at `at` shows text.
fn shows_text(content: &[u8], at: usize) -> bool {
    let rest = content.get(at..).unwrap_or_default().trim_ascii_start();
    [&b"Tj"[..], b"TJ", b"'", b"\""].iter().any(|operator| rest.starts_with(operator))
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}

fn word_end(content: &[u8], from: usize) -> usize {
    find(content, from, |byte| !is_regular(byte))
}

/// Returns where the first byte that `is` stands from `from` on, or the end.
fn find(content: &[u8], from: usize, is: impl Fn(u8) -> bool) -> usize {
    let rest = content.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| is(*byte)).unwrap_or(rest.len())
}

/// Returns where the string that begins at `from` ends.
fn string_end(content: &[u8], from: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = from;
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at.min(content.len())
}

/// Returns where the array that begins at `from` ends.
fn array_end(content: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    while let Some(byte) = content.get(at) {
        match byte {
            b']' => return at + 1,
            b'(' => at = string_end(content, at),
            _ => at += 1,
        }
    }
    content.len()
}

/// Returns where the data of an inline picture ends.
fn image_end(content: &[u8], from: usize) -> usize {
    let rest = content.get(from..).unwrap_or_default();
    let end = rest.windows(4).position(|four| matches!(four, [before, b'E', b'I', after] if before.is_ascii_whitespace() && after.is_ascii_whitespace()));
    from + end.unwrap_or(rest.len())
}

/// Returns a name with its escapes undone.
fn plain(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let digits = name.get(at + 1..at + 3).filter(|_| *byte == b'#');
        let code = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        plain.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    plain
}
