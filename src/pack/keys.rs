//! The keys of every table of a rule file, in one place for the loader and for whoever describes the format.

/// The tables of an inspection file.
pub(super) const INSPECTION_FILE: &[&str] = &["inspection", "next_step", "finding"];
pub(super) const INSPECTION: &[&str] = &[
    "id",
    "title",
    "framework",
    "area",
    "inspectorates",
    "fieldwork",
    "published",
    "due",
    "send_to",
    "lead",
    "agencies",
    "standing",
    "recognise",
    "draft",
];
pub(super) const FIELDWORK: &[&str] = &["from", "to"];
pub(super) const NEXT_STEP: &[&str] = &["id", "asks", "where", "check", "shown_by"];
pub(super) const FINDING: &[&str] = &["id", "summary", "where", "agencies", "cues", "about", "aspect"];
pub(super) const ASPECT: &[&str] = &["id", "asks", "good", "met_by", "told_by", "not_by", "accept", "reject"];
pub(super) const PLACE: &[&str] = &["heading", "paragraph", "sentence", "bullet"];

/// The tables of a framework file.
pub(super) const FRAMEWORK_FILE: &[&str] = &["framework", "duty", "checks"];
pub(super) const FRAMEWORK: &[&str] = &["id", "name", "summary", "extends", "responses"];
pub(super) const DUTY: &[&str] = &["id", "asks", "by", "clock", "to", "contains", "source", "unsure"];
pub(super) const CLOCK: &[&str] = &["length", "unit", "count", "from"];
pub(super) const CHECK: &[&str] = &["level", "over"];

/// The tables of a language file.
pub(super) const LANGUAGE_FILE: &[&str] = &[
    "sets",
    "agency",
    "column",
    "clause",
    "commitment",
    "section",
    "words",
    "dates",
    "calendar",
    "personal",
    "sign",
    "letter",
    "letter_section",
    "letter_fact",
    "letter_sign",
    "topic",
    "demand",
];
pub(super) const AGENCY: &[&str] = &["id", "name", "owns", "from", "until"];
pub(super) const COLUMN: &[&str] = &["role", "heading"];
pub(super) const CLAUSE: &[&str] = &["role", "when"];
pub(super) const COMMITMENT: &[&str] = &["kind", "when", "note"];
pub(super) const SECTION: &[&str] = &["kind", "heading"];
pub(super) const SIGN: &[&str] = &["of", "when"];
pub(super) const PERSONAL: &[&str] = &["name", "pattern", "near", "except", "proof"];
pub(super) const LETTER: &[&str] = &["framework", "recognise"];
pub(super) const LETTER_SECTION: &[&str] =
    &["role", "heading", "lead", "entries", "nested", "demand", "frameworks"];
pub(super) const LETTER_FACT: &[&str] = &["fact", "in", "pattern", "value", "frameworks"];
pub(super) const LETTER_SIGN: &[&str] = &["of", "pattern", "frameworks"];
pub(super) const TOPIC: &[&str] = &["id", "asked", "answered", "told"];
pub(super) const DEMAND: &[&str] = &["check", "asked", "shown_by"];
pub(super) const WORDS: &[&str] = &["stems", "joined_prefixes", "abbreviations", "blank", "function"];
pub(super) const DATES: &[&str] = &["vague", "year_begins", "terms"];
pub(super) const CALENDAR: &[&str] = &["region", "from", "until", "holidays"];

/// The tables that stand at the outermost of a file, one list for each kind of file.
pub const FILES: &[&[&str]] = &[INSPECTION_FILE, FRAMEWORK_FILE, LANGUAGE_FILE];

/// Every table whose keys are fixed, by its way from the outermost, with its keys.
pub const TABLES: &[(&str, &[&str])] = &[
    ("inspection", INSPECTION),
    ("inspection.fieldwork", FIELDWORK),
    ("next_step", NEXT_STEP),
    ("next_step.where", PLACE),
    ("finding", FINDING),
    ("finding.where", PLACE),
    ("finding.aspect", ASPECT),
    ("framework", FRAMEWORK),
    ("duty", DUTY),
    ("duty.clock", CLOCK),
    ("checks.*", CHECK),
    ("agency", AGENCY),
    ("column", COLUMN),
    ("clause", CLAUSE),
    ("commitment", COMMITMENT),
    ("section", SECTION),
    ("sign", SIGN),
    ("personal", PERSONAL),
    ("letter", LETTER),
    ("letter_section", LETTER_SECTION),
    ("letter_fact", LETTER_FACT),
    ("letter_sign", LETTER_SIGN),
    ("topic", TOPIC),
    ("demand", DEMAND),
    ("words", WORDS),
    ("dates", DATES),
    ("calendar", CALENDAR),
];
