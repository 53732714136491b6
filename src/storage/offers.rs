//! Writing the catalogue: one offer in its file, the catalogue of the program as a folder, a sheet to print. All of it by
//! [`disk::atomic`], under [`disk::lock()`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::disk::{self, LockError};
use super::folders::{self, Why, read_text};
use crate::catalog::library::{Library, NamedText};
use crate::catalog::rewrite::{self, Refused};
use crate::domain::offer::Offer;

/// Why an offer was not written. The file is then as it was.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The text of the file does not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Somebody else is writing in the file.
    #[error("locked by {0}")]
    Held(String),
    /// The file could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes an offer into its file inside the folder of the catalogue: in place of `before`, or at the end when that is `None`;
/// a file that is not there is made. Nothing is overwritten that changed since `before` was read.
pub fn keep(
    catalog: &Path,
    file: &str,
    before: Option<&Offer>,
    offer: &Offer,
    now: DateTime<Utc>,
) -> Result<(), KeepError> {
    let path = catalog.join(file);
    if before.is_none()
        && let Some(folder) = path.parent()
    {
        fs::create_dir_all(folder)?;
    }
    // Held until the new text is on disk.
    let _lock = lock(&path, now)?;
    let text = text_of(&path, before.is_none())?;
    let changed = match before {
        Some(before) => rewrite::change(&text, before, offer)?,
        None => rewrite::add(&text, offer)?,
    };
    disk::atomic(&path, changed.as_bytes())?;
    Ok(())
}

/// Writes an offer into another file and takes it out of the one it was in. The new one is on disk before the old one goes:
/// what is cut short between the two leaves the offer twice, which the catalogue tolerates and `check` names, and never lost.
/// Tried again, it goes on from there.
pub fn move_to(
    catalog: &Path,
    from: &str,
    to: &str,
    before: &Offer,
    offer: &Offer,
    now: DateTime<Utc>,
) -> Result<(), KeepError> {
    let (old, new) = (catalog.join(from), catalog.join(to));
    if let Some(folder) = new.parent() {
        fs::create_dir_all(folder)?;
    }
    let _locks = (lock(&old, now)?, lock(&new, now)?);
    let without = rewrite::remove(&text_of(&old, false)?, before)?;
    let there = text_of(&new, true)?;
    match rewrite::add(&there, offer) {
        // The very same: as an earlier try left it.
        Err(Refused::Taken) if rewrite::remove(&there, offer).is_ok() => {}
        with => disk::atomic(&new, with?.as_bytes())?,
    }
    disk::atomic(&old, without.as_bytes())?;
    Ok(())
}

fn lock(path: &Path, now: DateTime<Utc>) -> Result<disk::Lock, KeepError> {
    disk::lock(path, now).map_err(|error| match error {
        LockError::Held { by } => KeepError::Held(by),
        LockError::Io(error) => KeepError::Io(error),
    })
}

fn text_of(path: &Path, may_be_missing: bool) -> Result<String, KeepError> {
    match read_text(path) {
        Ok(text) => Ok(text),
        Err(Why::Io(error)) if error.kind() == io::ErrorKind::NotFound && may_be_missing => Ok(String::new()),
        Err(Why::Io(error)) => Err(error.into()),
        Err(Why::Text(_)) => Err(Refused::Damaged.into()),
    }
}

/// Writes the catalogue of the program into the user's folder, so that it can be edited, and gives the folder. A file that is
/// there already stays. Fails when the system knows no home folder.
pub fn unfold() -> io::Result<PathBuf> {
    let folder = folders::own_catalog().ok_or(io::ErrorKind::NotFound)?;
    unfold_into(&folder, &Library::builtin_files())?;
    Ok(folder)
}

fn unfold_into(folder: &Path, files: &[NamedText]) -> io::Result<()> {
    for NamedText { name, text } in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        if !path.exists() {
            disk::atomic(&path, text.as_bytes())?;
        }
    }
    Ok(())
}

/// Writes a sheet into a folder, which is made if it is not there, and gives the file with its whole path. The name may come
/// from a file of the catalogue: whatever could lead out of the folder becomes a hyphen.
pub fn print(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    disk::private_dir(folder)?;
    let leaf = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let name: String = name.trim_start_matches('.').chars().map(leaf).collect();
    let path = folder.join(name);
    disk::atomic(&path, text.as_bytes())?;
    Ok(path.canonicalize().unwrap_or(path))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-22T12:00:00Z".parse().unwrap()
    }

    fn read(folder: &Path) -> Library {
        Library::read(&folders::read_catalog(folder).unwrap().files)
    }

    fn folder() -> tempfile::TempDir {
        let dir = tempfile::Builder::new().prefix("på øen ").tempdir().unwrap();
        unfold_into(dir.path(), &Library::builtin_files()).unwrap();
        dir
    }

    #[test]
    fn the_catalogue_of_the_program_becomes_a_folder_and_no_file_that_is_there_is_touched() {
        let dir = folder();
        assert_eq!(read(dir.path()).offers, Library::builtin().offers);
        fs::write(dir.path().join("offers/bolig.ron"), "[]").unwrap();
        unfold_into(dir.path(), &Library::builtin_files()).unwrap();
        assert_eq!(fs::read_to_string(dir.path().join("offers/bolig.ron")).unwrap(), "[]");
    }

    #[test]
    fn an_offer_is_changed_and_a_new_one_added_and_no_other_file_is_written() {
        let dir = folder();
        let library = read(dir.path());
        let before = library.offer("boligstoette").or(library.offers.first()).unwrap().clone();
        let at = library.offers.iter().position(|o| o.id == before.id).unwrap();
        let file = library.origin(at).unwrap().0.to_owned();
        let after = Offer { plain: "Du får hjælp på Ærø.".into(), ..before.clone() };
        keep(dir.path(), &file, Some(&before), &after, now()).unwrap();
        let new = Offer { id: "nyt".into(), name: "Nyt".into(), department: "nye".into(), ..Offer::default() };
        keep(dir.path(), "offers/nye.ron", None, &new, now()).unwrap();
        let read = read(dir.path());
        assert_eq!((read.offer(&before.id), read.offer("nyt")), (Some(&after), Some(&new)));
        assert_eq!(read.offers.len(), library.offers.len() + 1);
        let left: Vec<_> = fs::read_dir(dir.path().join("offers")).unwrap().flatten().map(|e| e.file_name()).collect();
        assert!(left.iter().all(|name| name.to_string_lossy().ends_with(".ron")), "{left:?}");
    }

    #[test]
    fn an_offer_that_moves_is_in_the_new_file_alone_and_both_files_keep_everything_else() {
        let dir = folder();
        let library = read(dir.path());
        let before = library.offers.iter().find(|o| o.department == "bolig").unwrap().clone();
        let other = library.offers.iter().find(|o| o.department != "bolig").unwrap();
        let after = Offer { department: other.department.clone(), ..before.clone() };
        move_to(dir.path(), "offers/bolig.ron", "offers/ungdom-ny.ron", &before, &after, now()).unwrap();
        let moved = read(dir.path());
        assert_eq!((moved.offers.len(), &moved.problems), (library.offers.len(), &library.problems));
        assert_eq!(moved.offer(&before.id), Some(&after));
        let old = fs::read_to_string(dir.path().join("offers/bolig.ron")).unwrap();
        assert!(!old.contains(&format!("id: \"{}\"", before.id)));
    }

    #[test]
    fn a_move_that_was_cut_short_between_the_two_files_is_finished_when_it_is_tried_again() {
        let dir = folder();
        let library = read(dir.path());
        let before = library.offers.iter().find(|o| o.department == "bolig").unwrap().clone();
        let after = Offer { plain: "Flyttet.".into(), ..before.clone() };
        let (from, to) = (dir.path().join("offers/bolig.ron"), dir.path().join("offers/ny.ron"));
        let old = fs::read(&from).unwrap();
        move_to(dir.path(), "offers/bolig.ron", "offers/ny.ron", &before, &after, now()).unwrap();
        let (without, with) = (fs::read(&from).unwrap(), fs::read(&to).unwrap());
        // As it is when only the first of the two was written.
        fs::write(&from, old).unwrap();
        let another = Offer { plain: "Et andet.".into(), ..after.clone() };
        let refused = move_to(dir.path(), "offers/bolig.ron", "offers/ny.ron", &before, &another, now());
        assert!(matches!(refused, Err(KeepError::Refused(Refused::Taken))), "{refused:?}");
        move_to(dir.path(), "offers/bolig.ron", "offers/ny.ron", &before, &after, now()).unwrap();
        assert_eq!((fs::read(&from).unwrap(), fs::read(&to).unwrap()), (without, with));
    }

    #[test]
    fn an_offer_somebody_else_changed_does_not_move_and_neither_file_is_written() {
        let dir = folder();
        let stands = read(dir.path()).offers.iter().find(|o| o.department == "bolig").unwrap().clone();
        let old = Offer { plain: "Som jeg så det.".into(), ..stands };
        let refused = move_to(dir.path(), "offers/bolig.ron", "offers/ny.ron", &old, &old, now());
        assert!(matches!(refused, Err(KeepError::Refused(Refused::Changed))), "{refused:?}");
        assert!(!dir.path().join("offers/ny.ron").exists());
    }

    #[test]
    fn what_changed_on_disk_since_it_was_read_is_not_overwritten() {
        let dir = folder();
        let before = read(dir.path()).offers[0].clone();
        let file = "offers/beskaeftigelse.ron";
        let theirs = Offer { plain: "Deres.".into(), ..before.clone() };
        keep(dir.path(), file, Some(&before), &theirs, now()).unwrap();
        let text = fs::read(dir.path().join(file)).unwrap();
        let mine = Offer { plain: "Mit.".into(), ..before.clone() };
        let refused = keep(dir.path(), file, Some(&before), &mine, now());
        assert!(matches!(refused, Err(KeepError::Refused(Refused::Changed))));
        assert_eq!(fs::read(dir.path().join(file)).unwrap(), text);
    }

    #[test]
    fn nobody_writes_while_somebody_else_does() {
        let dir = folder();
        let file = dir.path().join("offers/bolig.ron");
        let held = disk::lock(&file, now()).unwrap();
        let offer = Offer { id: "x".into(), ..Offer::default() };
        assert!(matches!(keep(dir.path(), "offers/bolig.ron", None, &offer, now()), Err(KeepError::Held(_))));
        drop(held);
        keep(dir.path(), "offers/bolig.ron", None, &offer, now()).unwrap();
    }
}
