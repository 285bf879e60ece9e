//! Pages with far more marks than any plan: they end soon, and their text is still there.

use std::time::{Duration, Instant};

use crate::drawn::Sheet;
use crate::read;

/// Far above what it takes, and far below what a search that grows with the square would.
const SOON: Duration = Duration::from_secs(30);

/// Returns numbers that look random, the same each time, below `below`.
fn scattered(below: f32) -> impl FnMut() -> f32 {
    let mut state = 1_u32;
    move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        below * (state >> 8) as f32 / (1 << 24) as f32
    }
}

#[test]
fn fifty_thousand_lines_are_a_drawing() {
    let mut sheet = Sheet::new();
    let (mut x, mut y) = (scattered(800.0), scattered(590.0));
    for _ in 0..25_000 {
        let (left, top) = (x(), y());
        sheet.line((left, top), (left + 30.0, top)).line((left, top), (left, top + 30.0));
    }
    sheet.text(50.0, 100.0, "Harbour");
    let start = Instant::now();
    let document = read(&[sheet]);
    assert!(start.elapsed() < SOON);
    assert!(document.texts().join(" ").contains("Harbour") || !document.unread.is_empty());
}

#[test]
fn squared_paper_under_text_is_no_table_of_a_thousand_cells() {
    let mut sheet = Sheet::new();
    let columns: Vec<f32> = (0..280).map(|at| 3.0 * at as f32).collect();
    let rows: Vec<f32> = (0..190).map(|at| 3.0 * at as f32).collect();
    sheet.grid(&columns, &rows);
    for at in 0..40 {
        sheet.text(
            50.0,
            50.0 + 12.0 * at as f32,
            "The keepers read the log each night and the board reads it each month",
        );
    }
    let start = Instant::now();
    let document = read(&[sheet]);
    assert!(start.elapsed() < SOON);
    assert!(document.texts().join(" ").contains("keepers"));
}

#[test]
fn eighty_pages_are_one_table() {
    let columns = [50.0, 200.0, 400.0, 600.0];
    let rows: Vec<f32> = (0..25).map(|at| 60.0 + 20.0 * at as f32).collect();
    let sheets: Vec<Sheet> = (0..80)
        .map(|page| {
            let mut sheet = Sheet::new();
            sheet.grid(&columns, &rows);
            for (at, y) in rows.iter().take(24).enumerate() {
                sheet.row(&columns, y + 14.0, &[&format!("{page}.{at}"), "Walk the pier", "Mate"]);
            }
            sheet
        })
        .collect();
    let start = Instant::now();
    let document = read(&sheets);
    assert!(start.elapsed() < SOON);
    let tables = crate::tables(&document);
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [1_920]);
}
