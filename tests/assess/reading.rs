//! The reading of a statement against an inspection: several files, all kinds of passages.

use wsoa::assess::{Verdict, assess};

use super::{TODAY, inspection, read, row, rows, rules};

#[test]
fn an_answer_may_stand_in_the_second_file() {
    let first = read("> dark lamps\n");
    let mut second =
        read(&rows(&[row("dark lamps", "The coxswain will visit each lamp by night and sign its logbook.")]));
    second.file = "second.md".to_owned();
    let statement = wsoa::statement::read(&[first, second], rules(), None);
    let assessment = assess(&statement, rules(), inspection(), TODAY);
    let item = assessment.items.iter().find(|item| item.id() == "lamp-rounds").unwrap();
    assert_eq!(item.verdict(), Verdict::Addressed);
}

#[test]
fn a_quotation_of_one_file_says_nothing_of_the_next() {
    let first = read("> dark lamps\n");
    let second = read("- The coxswain will go round by night.\n");
    let statement = wsoa::statement::read(&[first, second], rules(), None);
    let assessment = assess(&statement, rules(), inspection(), TODAY);
    assert_eq!(assessment.answers, [Vec::<String>::new()]);
}
