//! The pages of a PDF, each drawn to a list of what is seen on it.

use std::panic::{self, AssertUnwindSafe};

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name};
use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::hayro_syntax::page::Pages;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect as Area};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::canvas::{Canvas, TooManyMarks};
use super::fonts::Fonts;
use super::page::{Page, Rect};
use super::ruled::take_text_rules;
use super::seen::{keep_once, keep_seen};
use crate::document::{DraftMarks, Limit, Limits, ReadError};

/// A page, or why it could not be drawn, as a clause.
pub(super) type Outcome = Result<Page, &'static str>;

/// A file with all its pages.
pub(super) struct File {
    pub(super) outcomes: Vec<Outcome>,
    pub(super) marks: DraftMarks,
}

/// Reads all pages of the file `bytes`.
///
/// # Errors
///
/// [`ReadError::PasswordProtected`], [`ReadError::Damaged`], or [`ReadError::TooLarge`] when it has too many pages or
/// marks.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<File, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::PasswordProtected,
        _ => ReadError::Damaged { part: "the file".to_owned(), why: "it cannot be opened".to_owned() },
    })?;
    let sources = pdf.pages();
    limits.hold(Limit::Pages, sources.len(), || "the number of pages".to_owned())?;
    let comments = sources.iter().map(comments).sum();
    let marks = DraftMarks { comments, ..DraftMarks::default() };
    Ok(File { outcomes: draw_all(sources, limits), marks })
}

fn draw_all(sources: &Pages<'_>, limits: &Limits) -> Vec<Outcome> {
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::default();
    let pages = sources.iter().enumerate();
    pages.map(|(at, source)| draw(source, at as u32 + 1, sources, &cache, &mut fonts, limits)).collect()
}

/// Draws one page. What the interpreter does not foresee may make it panic: the page is then said not to be read.
fn draw<'a>(
    source: &Source<'a>,
    number: u32,
    sources: &Pages<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    limits: &Limits,
) -> Outcome {
    let (width, height) = source.render_dimensions();
    let area = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    let drawing = AssertUnwindSafe(|| {
        let whole = Area::new(0.0, 0.0, f64::from(width), f64::from(height));
        let start = Affine::new(source.initial_transform(true).as_coeffs());
        let mut context = Context::new(start, whole, cache, sources.xref(), InterpreterSettings::default());
        fonts.start_page(source.resources(), &mut context);
        let mut canvas = Canvas::new(area, fonts, limits.of(Limit::PageMarks));
        interpret_page(source, &mut context, &mut canvas);
        finish(canvas, number, (width, height))
    });
    panic::catch_unwind(drawing).map_err(|cause| match cause.is::<TooManyMarks>() {
        true => "it draws more than any page does",
        false => "it is damaged",
    })
}

/// Makes a page of what was drawn.
fn finish(canvas: Canvas<'_>, number: u32, (width, height): (f32, f32)) -> Page {
    let Canvas { mut glyphs, inks, fills, strokes, images, shapes, .. } = canvas;
    keep_seen(&mut glyphs, &inks, &fills, &images, height);
    keep_once(&mut glyphs);
    let mut page = Page { number, width, height, glyphs, strokes, images, shapes };
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
