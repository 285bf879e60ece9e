//! Files that are written over: a link stays one, and no file of the user's is in the way.

use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::runner::Desk;

const SETTINGS: &str = "# Ours.\n";

fn waive(desk: &Desk) {
    let args = ["waive", "night-desk", "--by", "Harbour Board", "--reason", "In the harbour plan"];
    let run = desk.wsoa(&args);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

#[test]
fn settings_that_are_a_link_stay_one_and_the_file_behind_it_is_written() {
    let desk = Desk::with("shared/harbour.toml", SETTINGS);
    let (link, file) = (desk.path().join("wsoa.toml"), desk.path().join("shared/harbour.toml"));
    symlink("shared/harbour.toml", &link).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    waive(&desk);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&file).unwrap().contains("item = \"night-desk\""));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    let left: Vec<_> = std::fs::read_dir(desk.path().join("shared")).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_file_of_the_users_with_the_name_of_a_part_is_kept() {
    let desk = Desk::with("wsoa.toml", SETTINGS);
    for name in ["wsoa.toml.part", "wsoa.toml.part1"] {
        desk.put(name, "my own");
    }
    waive(&desk);
    for name in ["wsoa.toml.part", "wsoa.toml.part1"] {
        assert_eq!(std::fs::read_to_string(desk.path().join(name)).unwrap(), "my own");
    }
    assert!(std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap().contains("[[waiver]]"));
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 3);
}
