//! A plan with what a person may do to it.

/// A plan: its parts in order.
#[derive(Debug, Clone)]
pub(crate) struct Plan(pub(crate) Vec<Part>);

/// A heading with a table under it.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) heading: String,
    pub(crate) rows: Vec<Row>,
}

/// A row: finding, action, owner, date, measure.
pub(crate) type Row = [String; 5];

/// The columns of a row.
pub(crate) const FINDING: usize = 0;
pub(crate) const ACTION: usize = 1;
pub(crate) const OWNER: usize = 2;
pub(crate) const DUE: usize = 3;
pub(crate) const MEASURE: usize = 4;

/// Twenty-six actions under four headings.
const ROWS: [(&str, &[[&str; 5]]); 4] = [
    (
        "Lamps",
        &[
            [
                "Dark lamps",
                "Every lamp on the north pier will be visited at night by two officers.",
                "Sergeant, Gull Rock Police",
                "1 October 2031",
                "Visits counted by month",
            ],
            [
                "Dark lamps",
                "The lamp logbook will be written up before each watch ends.",
                "Inspector, Gull Rock Police",
                "1 September 2031",
                "Logbook read by the inspector",
            ],
            [
                "Dark lamps",
                "Broken glass will be replaced within three days of a report.",
                "Stores manager, council",
                "30 June 2031",
                "Days to repair",
            ],
            [
                "Dark lamps",
                "Oil will be bought in bulk so that no wick runs dry over winter.",
                "Head of finance, council",
                "31 July 2031",
                "Stock at the end of March",
            ],
            [
                "Dark lamps",
                "A second ladder will be fixed to the east tower.",
                "Surveyor, council",
                "15 August 2031",
                "Ladder passed by the surveyor",
            ],
            [
                "Dark lamps",
                "Spare mantles will be kept in a locked chest on each landing.",
                "Stores manager, council",
                "30 June 2031",
                "Chest checked weekly",
            ],
            [
                "Dark lamps",
                "The signal mast will be painted white and red.",
                "Surveyor, council",
                "31 May 2032",
                "Photograph of the mast",
            ],
        ],
    ),
    (
        "Ropes",
        &[
            [
                "Frayed ropes",
                "All ropes in the store will be counted and their age written on a tag.",
                "Matron, Gull Rock Health Trust",
                "1 July 2031",
                "Count signed by two people",
            ],
            [
                "Frayed ropes",
                "Ropes older than five years will be burnt.",
                "Matron, Gull Rock Health Trust",
                "1 December 2031",
                "Ashes weighed",
            ],
            [
                "Frayed ropes",
                "Two coils will be lent to the lifeboat crew each spring.",
                "Coxswain, health trust",
                "1 April 2032",
                "Receipt of the crew",
            ],
            [
                "Frayed ropes",
                "A splicing class will be held for new hands.",
                "Bosun, health trust",
                "30 September 2031",
                "Names of those who came",
            ],
            [
                "Frayed ropes",
                "The tar barrel will be moved out of the sleeping quarters.",
                "Bosun, health trust",
                "31 May 2031",
                "Barrel stands in the yard",
            ],
            [
                "Frayed ropes",
                "Knots taught to recruits will be shown on a board in the hall.",
                "Bosun, health trust",
                "31 October 2031",
                "Board is up",
            ],
        ],
    ),
    (
        "Songs",
        &[
            [
                "Shanties",
                "The choir will practise a shanty on the quay every Sunday with fiddle and drum.",
                "Chair, safeguarding board",
                "1 June 2031",
                "Sundays sung",
            ],
            [
                "Shanties",
                "Keepers will teach a shanty to each class of the village school.",
                "Chair, safeguarding board",
                "1 November 2031",
                "Classes visited",
            ],
            [
                "Shanties",
                "A fiddle with four strings will be bought for the quay.",
                "Treasurer, safeguarding board",
                "1 August 2031",
                "Invoice",
            ],
            [
                "Shanties",
                "The drum skins will be stretched by the tanner.",
                "Treasurer, safeguarding board",
                "1 August 2031",
                "Sound of the drum",
            ],
            [
                "Shanties",
                "Verses that frighten small children will be left out.",
                "Chair, safeguarding board",
                "1 June 2031",
                "List of verses",
            ],
            [
                "Shanties",
                "A prize will be given for the loudest chorus.",
                "Mayor, council",
                "24 December 2031",
                "Prize handed over",
            ],
            [
                "Shanties",
                "Song sheets will be printed in large type for older singers.",
                "Printer, council",
                "1 July 2031",
                "Copies printed",
            ],
        ],
    ),
    (
        "Boats",
        &[
            [
                "Boats",
                "The ferry will carry a bell that is rung in fog.",
                "Harbour master, council",
                "1 October 2031",
                "Bell heard at the pier",
            ],
            [
                "Boats",
                "Oars will be numbered and hung in pairs.",
                "Harbour master, council",
                "1 October 2031",
                "Pairs complete",
            ],
            [
                "Boats",
                "A chart of the sandbanks will be drawn after each storm.",
                "Pilot, council",
                "1 January 2032",
                "Date on the chart",
            ],
            [
                "Boats",
                "Passengers will be told the times of the tide by a slate.",
                "Ferryman, council",
                "1 June 2031",
                "Slate is true",
            ],
            [
                "Boats",
                "The slipway will be scraped of weed twice a year.",
                "Harbour master, council",
                "31 March 2032",
                "Nobody slips",
            ],
            [
                "Boats",
                "Lifejackets for infants will be sewn by the sailmaker.",
                "Sailmaker, council",
                "1 September 2031",
                "Jackets tried on",
            ],
        ],
    ),
];

impl Plan {
    pub(crate) fn new() -> Self {
        let part = |(heading, rows): &(&str, &[[&str; 5]])| Part {
            heading: (*heading).to_owned(),
            rows: rows.iter().map(|row| row.map(str::to_owned)).collect(),
        };
        Self(ROWS.iter().map(part).collect())
    }

    /// Returns the row whose action holds these words.
    pub(crate) fn row(&mut self, words: &str) -> &mut Row {
        let mut rows = self.0.iter_mut().flat_map(|part| &mut part.rows);
        rows.find(|row| row[ACTION].contains(words)).unwrap()
    }

    pub(crate) fn part(&mut self, heading: &str) -> &mut Part {
        self.0.iter_mut().find(|part| part.heading == heading).unwrap()
    }

    /// Takes the row whose action holds these words out.
    pub(crate) fn take(&mut self, words: &str) -> Row {
        let part = self.0.iter_mut().find(|part| part.rows.iter().any(|row| row[ACTION].contains(words)));
        let rows = &mut part.unwrap().rows;
        let place = rows.iter().position(|row| row[ACTION].contains(words)).unwrap();
        rows.remove(place)
    }

    /// Says something else in a column of the row whose action holds these words.
    pub(crate) fn set(&mut self, words: &str, column: usize, to: &str) {
        to.clone_into(&mut self.row(words)[column]);
    }

    /// Puts a row into a part.
    pub(crate) fn put(&mut self, heading: &str, place: usize, row: Row) {
        self.part(heading).rows.insert(place, row);
    }

    pub(crate) fn markdown(&self) -> String {
        let mut text = "# Answer to the visit to the lights of Gull Rock\n".to_owned();
        for part in &self.0 {
            text.push_str(&format!(
                "\n## {}\n\n| Finding | Action | Lead | By when | Measure |\n",
                part.heading
            ));
            text.push_str("| --- | --- | --- | --- | --- |\n");
            for row in &part.rows {
                text.push_str(&format!("| {} |\n", row.join(" | ")));
            }
        }
        text
    }
}

/// Returns a row under a finding that says who, when and how success is known.
pub(crate) fn row(finding: &str, action: &str) -> Row {
    [finding, action, "Sergeant, Gull Rock Police", "1 October 2031", "All of them, by month"]
        .map(str::to_owned)
}
