//! The rules, loaded once however many statements they are held against.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use wsoa::pack::{Problems, Rules};

/// Which rules: those of a folder, or the built-in ones with the items of one inspection or of none.
type Key = (Option<PathBuf>, Option<String>);

/// Rules that were loaded, to be taken again.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<BTreeMap<Key, Arc<Rules>>>);

impl Shelf {
    /// Takes the rules from the shelf, or loads them; another who asks for them meanwhile waits.
    pub(super) fn take(
        &self,
        folder: Option<&PathBuf>,
        id: Option<&str>,
        load: impl FnOnce() -> Result<Rules, Problems>,
    ) -> Result<Arc<Rules>, Problems> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (folder.cloned(), id.map(str::to_owned));
        if let Some(rules) = shelf.get(&key) {
            return Ok(Arc::clone(rules));
        }
        let rules = Arc::new(load()?);
        shelf.insert(key, Arc::clone(&rules));
        Ok(rules)
    }
}
