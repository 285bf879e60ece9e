//! The files that a command is to write, held against those that it reads.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// Makes sure, before the work is done, that files may be written: none that is read, none twice, and none that is there
/// unless `over`.
pub(crate) fn may_be_written(targets: &[&Path], read: &[PathBuf], over: bool) -> Result<(), Failure> {
    let read: Vec<PathBuf> = read.iter().map(|path| whole(path)).collect();
    let mut seen: Vec<PathBuf> = Vec::new();
    for target in targets {
        let place = whole(target);
        if read.contains(&place) {
            return Err(Failure::over_what_is_read(target));
        }
        if seen.contains(&place) {
            return Err(Failure::written_twice(target));
        }
        seen.push(place);
    }
    let there = targets.iter().find(|target| !over && target.symlink_metadata().is_ok());
    there.map_or(Ok(()), |target| Err(Failure::unwritten(target, &ErrorKind::AlreadyExists.into())))
}

/// Whether two names are of one file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    whole(one) == whole(other)
}

/// Returns the one name of a file, whether it is there yet or not.
fn whole(path: &Path) -> PathBuf {
    let there = || path.canonicalize().ok();
    let to_be = || Some(Path::new(".").join(path.parent()?).canonicalize().ok()?.join(path.file_name()?));
    there().or_else(to_be).unwrap_or_else(|| path.to_owned())
}
