//! Earlier versions of the sessions, each a whole session file: `.versions/<name of the session>/<when>-<why>.ron` beside
//! the sessions, where no list looks. The names hold a moment and a reason, nothing of the citizen.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::disk;
use super::format::{self, Decoded};
use super::sessions::{self, OpenError};
use super::vault;
use crate::domain::compare::{Counts, counts};
use crate::domain::version::{Reason, Version, newest_of, thinned};

/// The folder beside the sessions.
const FOLDER: &str = ".versions";

/// How a moment is written in a name: UTC, in the order of time.
const MOMENT: &str = "%Y%m%dT%H%M%S%3fZ";

/// Where the versions of a session lie; the folder need not exist. `None` for a path that names no file.
pub fn folder(session: &Path) -> Option<PathBuf> {
    let dir = session.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(dir.join(FOLDER).join(session.file_stem()?))
}

/// The path of one version.
pub fn path(session: &Path, version: &Version) -> PathBuf {
    folder(session).unwrap_or_default().join(&version.file)
}

fn name(at: DateTime<Utc>, reason: Reason) -> String {
    format!("{}-{}.ron", at.format(MOMENT), reason.key())
}

fn named(file: &str) -> Option<Version> {
    let (moment, reason) = file.strip_suffix(".ron")?.split_once('-')?;
    let at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?.and_utc();
    Some(Version { file: file.to_owned(), at, reason: Reason::of_key(reason)? })
}

/// The versions of a session, the newest first; none when nothing was ever kept. Files that are none are passed over.
pub fn list(session: &Path) -> io::Result<Vec<Version>> {
    let Some(folder) = folder(session) else { return Ok(vec![]) };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        entries => entries?,
    };
    let mut versions = vec![];
    for entry in entries {
        versions.extend(entry?.file_name().to_str().and_then(named));
    }
    versions.sort_by(|a, b| (b.at, &b.file).cmp(&(a.at, &a.file)));
    Ok(versions)
}

/// Reads a version as a session.
pub fn read(session: &Path, version: &Version) -> Result<Decoded, OpenError> {
    sessions::read(&path(session, version))
}

/// The versions of a session, the newest first, each with what was changed from it to the next newer one, or to what
/// stands in the file now; `None` for one that cannot be read.
pub fn compared(session: &Path) -> io::Result<Vec<(Version, Option<Counts>)>> {
    let mut newer = sessions::read(session).ok().map(|decoded| decoded.session);
    let mut all = vec![];
    for version in list(session)? {
        let held = read(session, &version).ok().map(|decoded| decoded.session);
        let then = held.as_ref().map(|held| newer.as_ref().map(|newer| counts(held, newer)).unwrap_or_default());
        all.push((version, then));
        newer = held.or(newer);
    }
    Ok(all)
}

/// The newest version that can be read, with its session.
pub fn newest_readable(session: &Path) -> Option<(Version, Decoded)> {
    let versions = list(session).ok()?;
    versions.into_iter().find_map(|version| read(session, &version).ok().map(|decoded| (version, decoded)))
}

/// Keeps these bytes as a version and lets old ones go, one a day for so many days. `None` when they are what the newest
/// version holds already.
pub fn keep(session: &Path, bytes: &[u8], reason: Reason, at: DateTime<Utc>, days: u32) -> io::Result<Option<Version>> {
    let folder = folder(session).ok_or(io::ErrorKind::InvalidInput)?;
    // Whoever wrote it: the same content is the same version.
    let bytes = if vault::is_sealed(bytes) { bytes } else { format::unmarked(bytes) };
    let mut versions = list(session)?;
    let newest = newest_of(&versions, |_| true).and_then(|place| versions.get(place));
    if newest.is_some_and(|newest| same(&path(session, newest), bytes)) {
        return Ok(None);
    }
    // Never the folder of the sessions itself: one that is gone may be a share that comes back.
    if !folder.parent().and_then(Path::parent).is_some_and(Path::is_dir) {
        return Err(io::ErrorKind::NotFound.into());
    }
    disk::private_dir(&folder)?;
    let taken = |at: DateTime<Utc>| versions.iter().any(|v| v.at == at);
    let mut at = at;
    while taken(at) {
        at += TimeDelta::milliseconds(1);
    }
    let file = name(at, reason);
    let bytes = vault::sealed(session, bytes.to_vec()).map_err(io::Error::other)?;
    disk::atomic(&folder.join(&file), &bytes)?;
    // The moment as its name tells it: what is finer than that is forgotten.
    let version = named(&file).unwrap_or(Version { file, at, reason });
    versions.push(version.clone());
    for place in thinned(&versions, at, days) {
        if let Some(old) = versions.get(place) {
            // One that cannot be removed does no harm; it is tried again the next time.
            let _ = fs::remove_file(path(session, old));
        }
    }
    Ok(Some(version))
}

/// Keeps the state of a session as a version.
pub fn keep_session(
    path: &Path,
    session: &crate::domain::session::Session,
    reason: Reason,
    at: DateTime<Utc>,
    days: u32,
) -> io::Result<Option<Version>> {
    keep(path, &format::bytes_for(path, session)?, reason, at, days)
}

fn same(path: &Path, bytes: &[u8]) -> bool {
    if vault::is_sealed(bytes) {
        // Encrypting the same text twice gives different bytes.
        return fs::read(path).is_ok_and(|there| vault::same(&there, bytes));
    }
    let long = fs::metadata(path).is_ok_and(|file| file.len() == bytes.len() as u64);
    long && fs::read(path).is_ok_and(|there| there == bytes)
}

/// Removes all versions of a session and says how many there were. Fails when one of them stays.
pub fn remove_all(session: &Path) -> io::Result<usize> {
    let Some(folder) = folder(session) else { return Ok(0) };
    let count = list(session)?.len();
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // Gone with the last session that had versions.
    let _ = folder.parent().map(fs::remove_dir);
    Ok(count)
}

/// Removes what dead processes left half written among the versions of a session.
pub fn sweep(session: &Path, now: DateTime<Utc>) {
    if let Some(folder) = folder(session) {
        let _ = disk::sweep(&folder, now);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    const DAYS: u32 = 30;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn session() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::Builder::new().prefix("møder å ").tempdir().unwrap();
        let path = dir.path().join("2026-11-03-abc12345.ron");
        fs::write(&path, "(version: 1)").unwrap();
        (dir, path)
    }

    #[test]
    fn a_version_is_named_by_moment_and_reason_beside_the_sessions() {
        let (dir, path) = session();
        let version = keep(&path, b"(version: 1)", Reason::Step, at("2026-11-22T18:45:12.5Z"), DAYS).unwrap().unwrap();
        let file = dir.path().join(".versions/2026-11-03-abc12345/20261122T184512500Z-step.ron");
        assert_eq!((fs::read(&file).unwrap().as_slice(), self::path(&path, &version)), (&b"(version: 1)"[..], file));
        assert_eq!(list(&path).unwrap(), [version]);
        assert_eq!(sessions::names(dir.path()).unwrap().unwrap(), ["2026-11-03-abc12345.ron"], "no list shows them");
    }

    #[test]
    fn the_newest_comes_first_and_other_files_are_passed_over() {
        let (_dir, path) = session();
        keep(&path, b"1", Reason::Opened, at("2026-11-22T10:00:00Z"), DAYS).unwrap();
        keep(&path, b"2", Reason::Left, at("2026-11-22T11:00:00Z"), DAYS).unwrap();
        for name in ["notes.txt", "20261122T184512500Z-odd.ron", "x-step.ron", ".opstart-x.tmp"] {
            fs::write(folder(&path).unwrap().join(name), "x").unwrap();
        }
        let reasons: Vec<_> = list(&path).unwrap().iter().map(|v| v.reason).collect();
        assert_eq!(reasons, [Reason::Left, Reason::Opened]);
    }

    #[test]
    fn what_the_newest_version_holds_already_is_not_kept_twice() {
        let (_dir, path) = session();
        let now = at("2026-11-22T10:00:00Z");
        assert!(keep(&path, b"one", Reason::Opened, now, DAYS).unwrap().is_some());
        assert_eq!(keep(&path, b"one", Reason::Left, now + TimeDelta::hours(1), DAYS).unwrap(), None);
        assert!(keep(&path, b"two", Reason::Left, now + TimeDelta::hours(2), DAYS).unwrap().is_some());
    }

    #[test]
    fn two_versions_of_one_moment_do_not_replace_each_other() {
        let (_dir, path) = session();
        let now = at("2026-11-22T10:00:00Z");
        keep(&path, b"one", Reason::Step, now, DAYS).unwrap();
        keep(&path, b"two", Reason::Step, now, DAYS).unwrap();
        assert_eq!(list(&path).unwrap().len(), 2);
    }

    #[test]
    fn old_versions_are_let_go_when_a_new_one_is_kept() {
        let (_dir, path) = session();
        for moment in ["2026-09-01T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", "2026-11-22T10:00:00Z"] {
            keep(&path, moment.as_bytes(), Reason::Step, at(moment), DAYS).unwrap();
        }
        let left: Vec<_> = list(&path).unwrap().iter().map(|v| v.at).collect();
        assert_eq!(left, [at("2026-11-22T10:00:00Z"), at("2026-11-20T11:00:00Z")]);
    }

    #[test]
    fn a_folder_of_sessions_that_is_gone_is_not_made_again() {
        let (dir, path) = session();
        fs::remove_dir_all(dir.path()).unwrap();
        let error = keep(&path, b"one", Reason::Step, at("2026-11-22T10:00:00Z"), DAYS).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert!(!dir.path().exists());
    }

    #[test]
    fn a_session_without_versions_has_an_empty_list() {
        let (_dir, path) = session();
        assert_eq!(list(&path).unwrap(), []);
        assert_eq!(remove_all(&path).unwrap(), 0);
    }

    #[test]
    fn the_newest_readable_version_is_found_behind_a_damaged_one() {
        let (_dir, path) = session();
        keep(&path, b"(version: 1, id: \"good\")", Reason::Step, at("2026-11-22T10:00:00Z"), DAYS).unwrap();
        keep(&path, b"(version: 1, id", Reason::Step, at("2026-11-22T11:00:00Z"), DAYS).unwrap();
        let (version, decoded) = newest_readable(&path).unwrap();
        assert_eq!((version.at, decoded.session.id.as_str()), (at("2026-11-22T10:00:00Z"), "good"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_into_the_folder() {
        use std::os::unix::fs::PermissionsExt;
        let (dir, path) = session();
        let version = keep(&path, b"one", Reason::Step, at("2026-11-22T10:00:00Z"), DAYS).unwrap().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&dir.path().join(".versions")), 0o700);
        assert_eq!((mode(&folder(&path).unwrap()), mode(&self::path(&path, &version))), (0o700, 0o600));
    }
}
