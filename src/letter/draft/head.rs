//! The head of a draft: what inspection the letter tells of, in the ids of the rules.

use jiff::civil::Date;

use super::slug::slug;
use crate::letter::{Item, Letter};
use crate::pack::{AgencyId, Framework, Rules};

/// What a draft begins with.
pub(super) struct Head<'r> {
    pub(super) id: String,
    pub(super) framework: &'r Framework,
    /// The area, where the letter names it.
    pub(super) area: Option<String>,
    pub(super) inspectorates: Vec<String>,
    pub(super) lead: AgencyId,
    pub(super) agencies: Vec<AgencyId>,
    /// The day of the letter, by which the names of agencies are told.
    published: Option<Date>,
}

impl<'r> Head<'r> {
    /// Returns the head of the draft of a letter; `None` where its kind is not known, or no agency to lead the answer.
    pub(super) fn of(letter: &Letter, rules: &'r Rules) -> Option<Self> {
        let id = letter.framework.as_ref()?;
        let framework = rules.frameworks.iter().find(|framework| framework.id == *id)?;
        let area = letter.area.clone();
        let year = letter.published.or(letter.fieldwork.map(|days| days.to)).map(Date::year);
        // Where the letter names no area, its file may.
        let place = area.as_deref().unwrap_or_else(|| stem(&letter.file));
        let name =
            format!("{} {place} {}", framework.id, year.map(|year| year.to_string()).unwrap_or_default());
        let published = letter.published;
        // Where the letter names nobody, the duty to answer lies on whom the framework says.
        let duty = framework.duties.first().map(|duty| duty.by.as_str()).unwrap_or_default();
        let leads = letter.lead.iter().map(String::as_str).chain([duty]);
        let lead = leads.flat_map(|name| agencies(name, published, rules)).next();
        // Such duties lie on local authorities, which the rules list first.
        let lead = lead.or_else(|| Some(rules.language.agencies.first()?.id.clone()))?;
        let mut named: Vec<AgencyId> = vec![lead.clone()];
        named.extend(letter.agencies.iter().flat_map(|name| agencies(name, published, rules)));
        if letter.agencies.is_empty() {
            // Later letters name in each item who must act, and nowhere all of them together.
            let texts = letter.to_be_put_right().filter(is_brief).flat_map(who);
            named.extend(texts.flat_map(|text| agencies(text, published, rules)));
        }
        let agencies = in_order(named, rules);
        Some(Self {
            id: slug(&name, usize::MAX),
            framework,
            area,
            inspectorates: letter.inspectorates.clone(),
            lead,
            agencies,
            published,
        })
    }

    /// Returns the agencies that an item names, or that are responsible for it; the one that leads where it names none.
    pub(super) fn agencies_in(&self, item: &Item, rules: &Rules) -> Vec<AgencyId> {
        let mut named: Vec<AgencyId> =
            who(item).flat_map(|text| agencies(text, self.published, rules)).collect();
        named.retain(|agency| self.agencies.contains(agency));
        if named.is_empty() { vec![self.lead.clone()] } else { in_order(named, rules) }
    }
}

/// Returns a file's name without its folders and its ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The most words of an item that may name who must act: a longer one speaks of many.
const BRIEF: usize = 40;

fn is_brief(item: &&Item) -> bool {
    item.text.split_whitespace().count() <= BRIEF
}

/// Returns the words of an item that may name who must act.
fn who(item: &Item) -> impl Iterator<Item = &String> {
    item.responsible.iter().chain([&item.text])
}

/// Returns the agencies that a text names, of those that had that name on a day.
fn agencies(text: &str, on: Option<Date>, rules: &Rules) -> Vec<AgencyId> {
    let named = rules.agencies_in(text).filter(|agency| {
        on.is_none_or(|day| {
            agency.from.is_none_or(|from| from <= day) && agency.until.is_none_or(|until| day <= until)
        })
    });
    named.map(|agency| agency.id.clone()).collect()
}

/// Returns agencies in the order of the rules, each once.
fn in_order(named: Vec<AgencyId>, rules: &Rules) -> Vec<AgencyId> {
    let known = rules.language.agencies.iter().map(|agency| &agency.id);
    known.filter(|id| named.contains(id)).cloned().collect()
}
