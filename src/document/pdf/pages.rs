//! The pages of a PDF, each drawn to a list of what is seen on it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name};
use hayro_interpret::hayro_syntax::page::{Page as Source, Pages};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect as Area};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::bombs::defused;
use super::canvas::Canvas;
use super::cost;
use super::fonts::Fonts;
use super::page::{Page, Rect};
use super::ruled::take_text_rules;
use super::seen::{keep_once, keep_seen};
use super::unread::has_end;
use crate::document::{DraftMarks, Limit, Limits, ReadError};

/// A page, or why it could not be drawn, as a clause.
pub(super) type Outcome = Result<Page, &'static str>;

/// A file with all its pages.
pub(super) struct File {
    pub(super) outcomes: Vec<Outcome>,
    pub(super) marks: DraftMarks,
}

/// The stack of the threads that draw: forms may be nested in forms fifty deep. Only what is used of it is taken.
const STACK: usize = 64 << 20;
/// The fewest pages that are worth a second thread.
const PAGES_FOR_TWO: usize = 6;

/// Reads all pages of the file `bytes`.
///
/// # Errors
///
/// [`ReadError::PasswordProtected`], [`ReadError::Truncated`], [`ReadError::Damaged`], or [`ReadError::TooLarge`]
/// when it has too many pages or marks, or unpacks to too much.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<File, ReadError> {
    let safe = defused(bytes, limits)?;
    // A file is opened and drawn on threads of their own for the sake of their stacks. What the interpreter does not
    // foresee may make it panic: that ends the page it happens on, or the opening, and nothing else.
    let opened = on_a_thread(|| open(safe)).unwrap_or(Err(LoadPdfError::Invalid));
    let pdf = opened.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::PasswordProtected,
        _ => broken(bytes),
    })?;
    let sources = pdf.pages();
    limits.hold(Limit::Pages, sources.len(), || "the number of pages".to_owned())?;
    if sources.is_empty() {
        return Err(ReadError::Damaged { part: "the file".to_owned(), why: "it has no pages".to_owned() });
    }
    let left = Left {
        marks: AtomicUsize::new(limits.of(Limit::PageMarks)),
        content: AtomicUsize::new(limits.of(Limit::TotalBytes)),
    };
    let outcomes = draw_all(sources, &left);
    if left.marks.load(Ordering::Relaxed) == 0 {
        return Err(limits.too_large(Limit::PageMarks, "what the pages draw"));
    }
    if left.content.load(Ordering::Relaxed) == 0 {
        return Err(limits.too_large(Limit::TotalBytes, "what the pages draw"));
    }
    let comments = sources.iter().map(comments).sum();
    Ok(File { outcomes, marks: DraftMarks { comments, ..DraftMarks::default() } })
}

/// What all pages together may still cost. Both threads count down to nothing, so that being over does not depend on
/// which comes first.
struct Left {
    marks: AtomicUsize,
    /// Bytes of content; the streams that are shared count for each page.
    content: AtomicUsize,
}

/// Takes `amount` from what is left; false when that is all, or more.
pub(super) fn take(left: &AtomicUsize, amount: usize) -> bool {
    let rest = |left: usize| Some(left.saturating_sub(amount));
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, rest).is_ok_and(|left| left > amount)
}

fn open(bytes: Vec<u8>) -> Result<Pdf, LoadPdfError> {
    panic::catch_unwind(|| Pdf::new(bytes)).unwrap_or(Err(LoadPdfError::Invalid))
}

/// Says why a file could not be opened.
fn broken(bytes: &[u8]) -> ReadError {
    if !has_end(bytes) {
        return ReadError::Truncated { why: "it has no end mark".to_owned() };
    }
    ReadError::Damaged { part: "the file".to_owned(), why: "its pages cannot be found".to_owned() }
}

/// Runs `work` on a thread with a large stack; `None` when there is none to be had.
fn on_a_thread<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        thread.ok()?.join().ok()
    })
}

/// Draws all pages: on two threads where there are many pages, every
/// other page on each, so that what is drawn does not depend on which is faster.
fn draw_all(sources: &Pages<'_>, left: &Left) -> Vec<Outcome> {
    let count = if sources.len() < PAGES_FOR_TWO { 1 } else { 2 };
    let every = |first: usize| {
        let cache = InterpreterCache::new();
        let mut fonts = Fonts::default();
        let pages = sources.iter().enumerate().skip(first).step_by(count);
        pages
            .map(|(at, source)| draw(source, at as u32 + 1, sources, &cache, &mut fonts, left))
            .collect::<Vec<_>>()
    };
    let mut parts: Vec<_> = thread::scope(|scope| {
        let every = &every;
        let threads: Vec<_> = (0..count)
            .map(|first| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || every(first)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.ok()?.join().ok())
            .map(|part| part.unwrap_or_default().into_iter())
            .collect()
    });
    let outcome = |at: usize| {
        parts.get_mut(at % count).and_then(Iterator::next).unwrap_or(Err("it could not be drawn"))
    };
    (0..sources.len()).map(outcome).collect()
}

/// Draws one page.
fn draw<'a>(
    source: &Source<'a>,
    number: u32,
    sources: &Pages<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    left: &Left,
) -> Outcome {
    let drawing = AssertUnwindSafe(|| {
        let cost = cost::cost(source)?;
        if !take(&left.content, usize::try_from(cost).unwrap_or(usize::MAX)) {
            return Err("the pages before it drew too much");
        }
        let (width, height) = source.render_dimensions();
        if !(1.0..=100_000.0).contains(&width) || !(1.0..=100_000.0).contains(&height) {
            return Err("it has no size");
        }
        let area = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        let whole = Area::new(0.0, 0.0, f64::from(width), f64::from(height));
        let start = Affine::new(source.initial_transform(true).as_coeffs());
        let mut context = Context::new(start, whole, cache, sources.xref(), InterpreterSettings::default());
        fonts.start_page(source.resources(), &mut context);
        let mut canvas = Canvas::new(area, fonts, &left.marks);
        interpret_page(source, &mut context, &mut canvas);
        Ok(finish(canvas, number, (width, height)))
    });
    panic::catch_unwind(drawing).unwrap_or(Err("it is damaged, or draws more than any page does"))
}

/// Makes a page of what was drawn.
fn finish(canvas: Canvas<'_>, number: u32, (width, height): (f32, f32)) -> Page {
    let Canvas { mut glyphs, inks, fills, strokes, images, shapes, askew, .. } = canvas;
    keep_seen(&mut glyphs, &inks, &fills, &images, height);
    keep_once(&mut glyphs);
    let mut page = Page { number, width, height, glyphs, strokes, images, shapes, askew };
    take_text_rules(&mut page);
    page
}

/// Counts the comments on a page: notes and marks of a reviewer, answers to them not counted.
fn comments(page: &Source<'_>) -> usize {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return 0 };
    let is_comment = |annotation: &Dict<'_>| {
        let kind = annotation.get::<Name<'_>>(b"Subtype");
        let marks: [&[u8]; 7] =
            [b"Text", b"Highlight", b"Underline", b"Squiggly", b"StrikeOut", b"Caret", b"FileAttachment"];
        kind.is_some_and(|kind| marks.contains(&kind.as_ref())) && !annotation.contains_key(b"IRT")
    };
    annotations.iter::<Dict<'_>>().take(10_000).filter(is_comment).count()
}
