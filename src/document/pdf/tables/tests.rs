//! tests
use super::super::{lines::lines, page::Page};
use super::{Content, FoundTable, find};
use crate::document::Limits;
use crate::document::pdf::pages;

fn show(table: &FoundTable, pages: &[Page], depth: usize) {
    let pad = "    ".repeat(depth);
    println!(
        "{pad}TABLE pages {:?} cols {} rows {}",
        table
            .parts
            .iter()
            .map(|p| (p.0, p.1.left as i32, p.1.top as i32, p.1.right as i32, p.1.bottom as i32))
            .collect::<Vec<_>>(),
        table.columns,
        table.rows.len()
    );
    for (n, row) in table.rows.iter().enumerate() {
        println!("{pad}  row {}{}", n + 1, if row.header { " HEADER" } else { "" });
        for cell in &row.cells {
            print!("{pad}    c{}", cell.column);
            if cell.columns > 1 {
                print!("+{}", cell.columns)
            }
            if cell.rows > 1 {
                print!(" rows={}", cell.rows)
            }
            print!(": ");
            for content in &cell.content {
                match content {
                    Content::Glyphs { page, glyphs } => {
                        let page = &pages[*page];
                        let g: Vec<_> = glyphs.iter().map(|g| &page.glyphs[*g]).collect();
                        print!("{} ", lines(&g).iter().map(|l| l.text()).collect::<Vec<_>>().join(" / "));
                    }
                    Content::Table(t) => {
                        println!();
                        show(t, pages, depth + 2)
                    }
                }
            }
            println!();
        }
    }
    if !table.repeated.is_empty() {
        println!("{pad}  repeated {:?}", table.repeated.iter().map(|(p, g)| (p, g.len())).collect::<Vec<_>>())
    }
}

#[test]
#[ignore]
fn dump() {
    for file in std::env::var("PDF").unwrap().split(' ') {
        let bytes = std::fs::read(file).unwrap();
        let pages = match pages::read(&bytes, &Limits::default()) {
            Ok(p) => {
                let mut pages = p.outcomes.into_iter().map(Result::unwrap_or_default).collect::<Vec<Page>>();
                super::super::furniture::mark(&mut pages);
                pages
            }
            Err(e) => {
                println!("{file}: {e}");
                continue;
            }
        };
        let at = std::time::Instant::now();
        let tables = find(&pages);
        println!("=== {file}: {} pages, {} tables, {:?}", pages.len(), tables.len(), at.elapsed());
        for t in &tables {
            show(t, &pages, 0)
        }
    }
}

#[test]
#[ignore]
fn strokes() {
    let bytes = std::fs::read(std::env::var("PDF").unwrap()).unwrap();
    let n: usize = std::env::var("PAGE").unwrap().parse().unwrap();
    let pages = pages::read(&bytes, &Limits::default()).unwrap();
    let page = pages.outcomes.into_iter().nth(n).unwrap().unwrap();
    println!("{} glyphs {} strokes", page.glyphs.len(), page.strokes.len());
    for s in page.strokes.iter().take(80) {
        println!(
            "{:?} edge {} {:.1} {:.1} {:.1} {:.1}",
            s.kind, s.edge, s.rect.left, s.rect.top, s.rect.right, s.rect.bottom
        )
    }
    let (regions, lone) = super::regions::regions(&super::rulings::rulings(&page));
    println!("{} regions, {} lone", regions.len(), lone.len());
    for r in &regions {
        let f = super::faces::faces(r);
        println!("{:?} -> {:?}", r.rect(), f.map(|f| (f.columns, f.rows, f.faces.len(), f.ragged)));
    }
    for l in &lone {
        println!("{l:?}")
    }
}
