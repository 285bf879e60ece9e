//! The register: the ids that inspections, their items and aspects have for good, kept outside of the rules.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The ids that a register gives.
#[derive(Debug)]
pub struct Register {
    /// The inspections, by id.
    pub(super) inspections: BTreeMap<String, Items>,
}

/// The items of an inspection, by id, each with the ids of its aspects.
pub(super) type Items = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    inspection: Vec<Inspection>,
}

#[derive(Deserialize)]
struct Inspection {
    id: String,
    #[serde(default)]
    item: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    #[serde(default)]
    aspects: Vec<Aspect>,
}

#[derive(Deserialize)]
struct Aspect {
    id: String,
}

impl Register {
    /// Reads a register: TOML with an `[[inspection]]` for each inspection, under it an `[[inspection.item]]` for each
    /// finding and next step, and in that the list `aspects`, each with an `id`. Other keys are passed over.
    ///
    /// # Errors
    ///
    /// Says what keeps it from being read, and where.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            format!("line {}: {}", before.matches('\n').count() + 1, error.message().replace('\n', " "))
        })?;
        let aspects = |item: Item| (item.id, item.aspects.into_iter().map(|aspect| aspect.id).collect());
        let inspections = file
            .inspection
            .into_iter()
            .map(|inspection| (inspection.id, inspection.item.into_iter().map(aspects).collect()));
        Ok(Self { inspections: inspections.collect() })
    }
}
