//! The walk through the questions. Every decision is saved before the next question is asked.

use std::io;

use jiff::civil::Date;

use super::super::failure::Failure;
use super::super::lines::{Lines, Stop};
use super::screen::show;
use super::store::Store;
use wsoa::report::safe;
use wsoa::review::{Answer, Decision, Question, Rest, Shown, Written};

/// What is asked, and of what each decision is made.
pub(super) struct Session<'a> {
    pub(super) questions: &'a [Question<'a>],
    /// Finds the passage that holds words of the statement.
    pub(super) find: &'a dyn Fn(&str) -> Option<Shown>,
    /// The day of the decisions.
    pub(super) on: Date,
    /// Whether places must name their file.
    pub(super) several: bool,
    /// How wide the screen is, in characters.
    pub(super) width: usize,
}

/// What a person wants of a question.
enum Wish {
    Decide(Answer),
    Later,
    Undo,
}

/// The questions that were passed: for each how the file stood before its decision, or `None` where it was left for later.
type Passed = Vec<Option<Written>>;

impl Session<'_> {
    /// Asks until nothing is left, the person quits or the input ends, and says how much was decided.
    pub(super) fn run(
        &self,
        by: Option<&str>,
        mut store: Store,
        mut lines: Lines<'_, '_>,
    ) -> io::Result<Result<(), Failure>> {
        let mut passed = Passed::new();
        let walked = self.walk(by, &mut passed, &mut store, &mut lines);
        let told = match walked {
            Ok(()) | Err(Stop::Quit) => self.tell(&passed, &store, &mut lines),
            failed => failed,
        };
        match told {
            Ok(()) | Err(Stop::Quit) => Ok(Ok(())),
            Err(Stop::Failed(failure)) => Ok(Err(failure)),
            Err(Stop::Io(error)) => Err(error),
        }
    }

    fn walk(
        &self,
        by: Option<&str>,
        passed: &mut Passed,
        store: &mut Store,
        lines: &mut Lines<'_, '_>,
    ) -> Result<(), Stop> {
        let by = match by {
            Some(by) => safe(by).trim().to_owned(),
            None if self.questions.is_empty() => String::new(),
            None => lines.ask("Who decides? (a name or a post for the record, or nothing) ")?,
        };
        while let Some(question) = self.questions.get(passed.len()) {
            let count = (passed.len() + 1, self.questions.len());
            show(question, count, self.several, self.width, lines.out)?;
            match self.wish(lines)? {
                Wish::Later => passed.push(None),
                Wish::Undo => match passed.pop() {
                    Some(Some(before)) => store.go_back(before)?,
                    Some(None) => {}
                    None => lines.say("this is the first question: nothing to undo")?,
                },
                Wish::Decide(answer) => {
                    if let Some(decision) = self.decision(question, answer, &by, lines)? {
                        let before = store.now();
                        store.decide(&decision)?;
                        passed.push(Some(before));
                    }
                }
            }
        }
        Ok(())
    }

    fn wish(&self, lines: &mut Lines<'_, '_>) -> Result<Wish, Stop> {
        loop {
            let line = lines.ask("Is it met? y yes, n no, l later, u undo, q quit: ")?;
            match line.to_lowercase().as_str() {
                "y" | "yes" => return Ok(Wish::Decide(Answer::Met)),
                "n" | "no" => return Ok(Wish::Decide(Answer::NotMet)),
                "l" | "later" => return Ok(Wish::Later),
                "u" | "undo" => return Ok(Wish::Undo),
                "q" | "quit" => return Err(Stop::Quit),
                _ => lines.say("one letter, please: y, n, l, u or q")?,
            }
        }
    }

    /// Asks what a decision rests on and why it is so; `None` where the person goes back to the question.
    fn decision(
        &self,
        question: &Question<'_>,
        answer: Answer,
        by: &str,
        lines: &mut Lines<'_, '_>,
    ) -> Result<Option<Decision>, Stop> {
        let rests = match answer {
            Answer::NotMet => question.shown.iter().map(|shown| shown.rest.clone()).collect(),
            Answer::Met => self.rests(&question.shown, lines)?,
        };
        if answer == Answer::Met && rests.is_empty() {
            return Ok(None);
        }
        Ok(Some(Decision {
            item: question.finding.id.clone(),
            aspect: question.aspect.id.clone(),
            answer,
            rests,
            by: by.to_owned(),
            on: self.on,
            why: why(question.is_against_rules(answer), lines)?,
            rules_said: question.rules_say.clone(),
        }))
    }

    /// Asks on which passages a `yes` rests; none where the person goes back.
    fn rests(&self, shown: &[Shown], lines: &mut Lines<'_, '_>) -> Result<Vec<Rest>, Stop> {
        let numbers = match shown.len() {
            0 => String::new(),
            1 => "1, or ".to_owned(),
            last => format!("1 to {last}, or several as `1 2`, or "),
        };
        let asked =
            format!("By which passage? ({numbers}words copied from the statement; nothing goes back) ");
        loop {
            let line = lines.ask(&asked)?;
            if line.is_empty() {
                return Ok(Vec::new());
            }
            if let Some(numbers) = numbers_in(&line) {
                let rest = |number: &usize| Some(shown.get(number.checked_sub(1)?)?.rest.clone());
                match numbers.iter().map(rest).collect() {
                    Some(rests) => return Ok(rests),
                    None => lines.say("no passage has that number")?,
                }
            } else if let Some(found) = (self.find)(&line) {
                lines.say(&format!("found: {}: \"{}\"", found.location.text, found.rest.words))?;
                return Ok(vec![found.rest]);
            } else {
                lines.say("these words stand nowhere in the statement; copy three or more as they stand")?;
            }
        }
    }

    fn tell(&self, passed: &Passed, store: &Store, lines: &mut Lines<'_, '_>) -> Result<(), Stop> {
        let decided = passed.iter().flatten().count();
        let open = self.questions.len() - decided;
        let kept = if decided > 0 { format!("; kept in {}", store.path().display()) } else { String::new() };
        lines.say("")?;
        lines.say(&format!("{decided} decided, {open} open{kept}"))
    }
}

/// Asks why, until there is a reason where one is needed.
fn why(against_rules: bool, lines: &mut Lines<'_, '_>) -> Result<String, Stop> {
    let asked =
        if against_rules { "Why? (the rules say otherwise) " } else { "Why? (one line, or nothing) " };
    loop {
        let why = lines.ask(asked)?;
        if !why.is_empty() || !against_rules {
            return Ok(why);
        }
        lines.say("a reason is needed where a decision is against the rules")?;
    }
}

/// Returns the numbers that a line gives, each once; `None` where it gives none or something else.
fn numbers_in(line: &str) -> Option<Vec<usize>> {
    let pieces = line.split([' ', ',']).filter(|piece| !piece.is_empty());
    let mut numbers: Vec<usize> = pieces.map(|piece| piece.parse().ok()).collect::<Option<_>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    (!numbers.is_empty()).then_some(numbers)
}
