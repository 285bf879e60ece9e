//! Cases of tables: workbooks that claim more than they hold, or hold more than anybody reads; and tables of documents.

use crate::case::{Case, case};
use crate::packages::{excel, open_document, packed, part, word};

/// A workbook of one sheet.
fn workbook(sheet: &str, strings: &[&str]) -> Vec<u8> {
    packed(&excel("", sheet, strings))
}

/// An OpenDocument workbook of one sheet.
fn open_sheet(rows: &str) -> Vec<u8> {
    packed(&open_document(
        "spreadsheet",
        "",
        &format!("<table:table table:name=\"Plan\">{rows}</table:table>"),
    ))
}

fn open_cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
}

pub(crate) fn cases() -> Vec<Case> {
    let mut all = excel_cases();
    all.extend(open_cases());
    all.push(case("a million cells", "million.docx", || {
        let row = format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(100));
        packed(&word("", &format!("<w:tbl>{}</w:tbl>", row.repeat(10_000))))
    }));
    all.push(case("a million cells with text", "words.docx", || {
        let row = format!("<w:tr>{}</w:tr>", "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>".repeat(20));
        packed(&word("", &format!("<w:tbl>{}</w:tbl>", row.repeat(50_000))))
    }));
    all.push(case("cells that span four thousand million columns", "wide.docx", || {
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p><w:r><w:t>Wide</w:t></w:r></w:p></w:tc>";
        packed(&word("", &format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(20))))
    }));
    all
}

fn excel_cases() -> Vec<Case> {
    vec![
        case("said to have 1,048,576 rows and 16,384 columns", "claims.xlsx", || {
            workbook(
                "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Action</t></is></c></row></sheetData>",
                &[],
            )
        }),
        case("one cell in the first corner and one in the last", "corners.xlsx", || {
            let cell = |row: u32, name: &str| {
                format!("<row r=\"{row}\"><c r=\"{name}\" t=\"inlineStr\"><is><t>Action</t></is></c></row>")
            };
            workbook(
                &format!("<sheetData>{}{}</sheetData>", cell(1, "A1"), cell(1_048_576, "XFD1048576")),
                &[],
            )
        }),
        case("cells at places that no sheet has", "nowhere.xlsx", || {
            let cell = |name: &str| {
                format!(
                    "<row r=\"4294967295\"><c r=\"{name}\" t=\"inlineStr\"><is><t>Action</t></is></c></row>"
                )
            };
            workbook(
                &format!("<sheetData>{}{}{}</sheetData>", cell("ZZZZZZZ99999999999"), cell("A0"), cell("1A")),
                &[],
            )
        }),
        case("a million cells", "million.xlsx", || {
            let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
            workbook(&format!("<sheetData>{}</sheetData>", row.repeat(10_000)), &[])
        }),
        case("one text of 100,000 signs in 50,000 cells", "shared.xlsx", || {
            let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(50));
            workbook(&format!("<sheetData>{}</sheetData>", row.repeat(1_000)), &[&"gull ".repeat(20_000)])
        }),
        case("texts asked for that are not there", "missing.xlsx", || {
            workbook(
                "<sheetData><row><c t=\"s\"><v>4294967295</v></c><c t=\"s\"><v>-1</v></c><c s=\"99999\"><v>1</v></c></row></sheetData>",
                &["x"],
            )
        }),
        case("a merged cell over the whole sheet, and 100,000 others", "merged.xlsx", || {
            let others: String =
                (1..=100_000).map(|row| format!("<mergeCell ref=\"A{row}:C{row}\"/>")).collect();
            let cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Action</t></is></c></row>";
            workbook(
                &format!(
                    "<sheetData>{cell}</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/>{others}</mergeCells>"
                ),
                &[],
            )
        }),
        case("hidden rows and columns without end", "hidden.xlsx", || {
            let rows: String = (1..=50_000).map(|row| format!("<row r=\"{row}\" hidden=\"1\"/>")).collect();
            workbook(
                &format!(
                    "<cols><col min=\"1\" max=\"4294967295\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData>"
                ),
                &[],
            )
        }),
        case("10,000 sheets that are one file", "sheets.xlsx", || {
            let mut parts =
                excel("", "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>", &["Action"]);
            let sheets: String = (0..10_000)
                .map(|at| format!("<sheet name=\"S{at}\" sheetId=\"{}\" r:id=\"rId1\"/>", at + 1))
                .collect();
            let (_, book) = parts.iter_mut().find(|(name, _)| name == "xl/workbook.xml").unwrap();
            let text = String::from_utf8(book.clone()).unwrap();
            let (head, tail) = text.split_once("<sheets>").unwrap();
            *book =
                format!("{head}<sheets>{sheets}</sheets>{}", tail.split_once("</sheets>").unwrap().1).into();
            packed(&parts)
        }),
        case("a date a thousand times the age of the world away", "dates.xlsx", || {
            let styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
            let cells = ["1e300", "-1e300", "NaN", "99999999999999", "2958466"]
                .map(|value| format!("<c s=\"1\"><v>{value}</v></c>"));
            let mut parts = excel("", &format!("<sheetData><row>{}</row></sheetData>", cells.concat()), &[]);
            parts.push(part("xl/styles.xml", styles));
            let (_, links) = parts.iter_mut().find(|(name, _)| name == "xl/_rels/workbook.xml.rels").unwrap();
            let link = "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
            *links = String::from_utf8(links.clone()).unwrap().replace("</Relationships>", link).into();
            packed(&parts)
        }),
    ]
}

fn open_cases() -> Vec<Case> {
    const ENDLESS: &str = "table:number-rows-repeated=\"1048576\"";
    const WIDE: &str = "table:number-columns-repeated=\"16384\"";
    vec![
        case("blank rows to the end of the sheet", "blank.ods", || {
            let action = format!("<table:table-row>{}</table:table-row>", open_cell("", "Action"));
            open_sheet(&format!(
                "{action}<table:table-row {ENDLESS}><table:table-cell {WIDE}/></table:table-row>"
            ))
        }),
        case("one cell said 17 thousand million times", "claims.ods", || {
            open_sheet(&format!("<table:table-row {ENDLESS}>{}</table:table-row>", open_cell(WIDE, "Action")))
        }),
        case("a row of 100,000 signs said 100,000 times", "long.ods", || {
            let text = "gull ".repeat(20_000);
            open_sheet(&format!(
                "<table:table-row table:number-rows-repeated=\"100000\">{}</table:table-row>",
                open_cell("", &text)
            ))
        }),
        case("repeated as often as no number can say", "overflow.ods", || {
            let huge = "99999999999999999999999";
            open_sheet(&format!(
                "<table:table-row table:number-rows-repeated=\"{huge}\">{}</table:table-row>",
                open_cell(
                    &format!("table:number-columns-repeated=\"{huge}\" table:number-rows-spanned=\"{huge}\""),
                    "Action"
                )
            ))
        }),
        case("a million cells", "million.ods", || {
            let row = format!("<table:table-row>{}</table:table-row>", "<table:table-cell/>".repeat(99));
            open_sheet(&row.repeat(9_000))
        }),
        case("one cell said a million times in a table", "claims.odt", || {
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1000\">{}</table:table-row>",
                open_cell("table:number-columns-repeated=\"1000\"", "x")
            );
            packed(&open_document("text", "", &format!("<table:table table:name=\"T\">{row}</table:table>")))
        }),
        case("100 million blanks said by one tag", "spaces.odt", || {
            packed(&open_document("text", "", "<text:p>Action<text:s text:c=\"100000000\"/>here</text:p>"))
        }),
        case("tables in tables, 60 deep", "nested.odt", || {
            let (start, end) = (
                "<table:table table:name=\"T\"><table:table-row><table:table-cell>".repeat(60),
                "</table:table-cell></table:table-row></table:table>".repeat(60),
            );
            packed(&open_document("text", "", &format!("{start}<text:p>Deep</text:p>{end}")))
        }),
    ]
}
