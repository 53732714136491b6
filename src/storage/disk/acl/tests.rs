#![allow(clippy::unwrap_used)]

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;

use tempfile::TempDir;

use super::super::{append, atomic, private_dir};
use super::linux::{NAME, copy};

/// The list for what is made in a folder.
const DEFAULT: &str = "system.posix_acl_default";
/// Somebody who has no account here.
const BIRTE: u32 = 4711;

/// A list that gives `birte` to that one user, `group` to the file's own group, and lets nobody do more than `most`.
fn list(birte: u16, group: u16, most: u16) -> Vec<u8> {
    const NOBODY: u32 = u32::MAX;
    let entries = [(1, 6, NOBODY), (2, birte, BIRTE), (4, group, NOBODY), (0x10, most, NOBODY), (0x20, 0, NOBODY)];
    let bytes = entries.iter().flat_map(|(whom, may, number): &(u16, u16, u32)| {
        [&whom.to_le_bytes()[..], &may.to_le_bytes(), &number.to_le_bytes()].concat()
    });
    2_u32.to_le_bytes().into_iter().chain(bytes).collect()
}

fn of(path: &Path) -> Option<Vec<u8>> {
    xattr::get(path, NAME).unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A folder on a file system that knows lists.
fn folder() -> Option<TempDir> {
    let dir = tempfile::tempdir().unwrap();
    match xattr::set(dir.path(), NAME, &list(7, 5, 7)) {
        Ok(()) => {
            xattr::remove(dir.path(), NAME).unwrap();
            set_mode(dir.path(), 0o700);
            Some(dir)
        }
        Err(error) => {
            println!("not tested: the file system of {} knows no access lists: {error}", dir.path().display());
            None
        }
    }
}

#[test]
fn a_replaced_file_keeps_its_access_list() {
    let Some(dir) = folder() else { return };
    let file = dir.path().join("a.ron");
    fs::write(&file, "old").unwrap();
    xattr::set(&file, NAME, &list(6, 4, 6)).unwrap();
    atomic(&file, b"new").unwrap();
    assert_eq!((of(&file), mode(&file)), (Some(list(6, 4, 6)), 0o660));
    assert_eq!(fs::read(&file).unwrap(), b"new");
}

#[test]
fn a_replaced_file_without_a_list_gets_none_from_its_folder() {
    let Some(dir) = folder() else { return };
    let file = dir.path().join("a.ron");
    fs::write(&file, "old").unwrap();
    set_mode(&file, 0o660);
    xattr::set(dir.path(), DEFAULT, &list(6, 4, 6)).unwrap();
    atomic(&file, b"new").unwrap();
    assert_eq!((of(&file), mode(&file)), (None, 0o660));
}

#[test]
fn a_list_that_cannot_be_copied_leaves_the_new_file_to_the_user_alone() {
    let Some(dir) = folder() else { return };
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    fs::write(&new, "").unwrap();
    set_mode(&new, 0o600);
    // Nothing there to copy from is the one refusal that can be had everywhere.
    assert!(copy(&File::open(&new).unwrap(), &old, true).is_err());
    assert_eq!((of(&new), mode(&new)), (None, 0o600));
}

#[test]
fn a_group_that_cannot_be_kept_gets_nothing_by_the_list_either() {
    let Some(dir) = folder() else { return };
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    for file in [&old, &new] {
        fs::write(file, "").unwrap();
    }
    xattr::set(&old, NAME, &list(6, 6, 6)).unwrap();
    assert!(copy(&File::open(&new).unwrap(), &old, false).unwrap());
    assert_eq!(of(&new), Some(list(6, 0, 6)));
}

#[test]
fn in_a_teams_folder_what_is_made_is_for_those_its_list_names_and_never_for_others() {
    let Some(dir) = folder() else { return };
    xattr::set(dir.path(), NAME, &list(7, 5, 7)).unwrap();
    xattr::set(dir.path(), DEFAULT, &list(6, 4, 6)).unwrap();
    let (file, log, inner) = (dir.path().join("a.ron"), dir.path().join("log"), dir.path().join("inner"));
    atomic(&file, b"x").unwrap();
    append(&log, "x").unwrap();
    private_dir(&inner).unwrap();
    assert_eq!((of(&file), of(&log)), (Some(list(6, 4, 6)), Some(list(6, 4, 6))));
    assert_eq!(mode(&inner), 0o2770);
    assert_eq!(xattr::get(&inner, DEFAULT).unwrap(), Some(list(6, 4, 6)));
}

#[test]
fn in_a_folder_of_ones_own_a_list_for_new_files_opens_nothing() {
    let Some(dir) = folder() else { return };
    xattr::set(dir.path(), DEFAULT, &list(6, 4, 6)).unwrap();
    let file = dir.path().join("a.ron");
    atomic(&file, b"x").unwrap();
    assert_eq!((of(&file), mode(&file)), (Some(list(6, 4, 0)), 0o600));
}

#[test]
fn a_group_that_may_not_write_to_the_folder_may_not_read_what_another_on_its_list_makes() {
    let Some(dir) = folder() else { return };
    xattr::set(dir.path(), NAME, &list(7, 5, 7)).unwrap();
    let (file, inner) = (dir.path().join("a.ron"), dir.path().join("inner"));
    atomic(&file, b"x").unwrap();
    private_dir(&inner).unwrap();
    assert_eq!((mode(&file), mode(&inner)), (0o600, 0o700));
}

#[test]
fn a_list_survives_a_change_of_owner() {
    let Some(dir) = folder() else { return };
    let file = dir.path().join("a.ron");
    fs::write(&file, "old").unwrap();
    xattr::set(&file, NAME, &list(4, 0, 4)).unwrap();
    // Only the administrator can give a file away; elsewhere there is nothing to keep.
    if chown(&file, Some(BIRTE), Some(BIRTE)).is_err() {
        return;
    }
    atomic(&file, b"new").unwrap();
    assert_eq!((of(&file), mode(&file)), (Some(list(4, 0, 4)), 0o640));
}
