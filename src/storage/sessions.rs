//! The folder of sessions: opening, making, finding by name, listing and deleting. A file that cannot be read is named
//! and left as it is; the others go on working.

mod find;
mod list;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use zeroize::Zeroizing;

pub use find::{NameError, resolve};
pub use list::{Scan, each, list};

use super::disk::{self, Lock, LockError};
use super::format::{self, Decoded, MAX_BYTES, ReadError};
use super::vault;
use crate::domain::session::Session;
use crate::domain::version::{Reason, Version};

/// A session that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The session.
    pub session: Session,
    /// Its file.
    pub path: PathBuf,
    /// Why it must not be written; `None` when it may.
    pub read_only: Option<ReadOnly>,
    /// Held as long as the session is open for writing.
    pub lock: Option<Lock>,
    /// The file as it was read.
    pub bytes: Vec<u8>,
    /// By which that file is known from one that takes its place.
    pub stamp: Option<disk::Stamp>,
    /// The version of the file's shape, where it was an older one than this program writes.
    pub migrated: Option<u32>,
}

/// Why a session can only be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The file holds fields this version does not know; they would be lost.
    UnknownFields(Vec<String>),
    /// Somebody has it open. One line: who, which process, since when; may be empty.
    Held {
        /// Who.
        by: String,
    },
    /// The file or its folder cannot be written to.
    NotWritable,
}

/// Why a session could not be opened. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No such file.
    #[error("{path} is not there")]
    Missing {
        /// Its path.
        path: PathBuf,
    },
    /// It may not be read, or it is no file.
    #[error("{path}: {source}")]
    Io {
        /// Its path.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It was read and is no session this version knows.
    #[error("{path}: {what}")]
    Read {
        /// Its path.
        path: PathBuf,
        /// What is wrong.
        what: ReadError,
    },
}

/// Reads a session file. Never changes anything.
pub fn read(path: &Path) -> Result<Decoded, OpenError> {
    read_file(path).map(|(decoded, _)| decoded)
}

/// The session with the bytes it was read from.
fn read_file(path: &Path) -> Result<(Decoded, Vec<u8>), OpenError> {
    let bytes = bytes(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => OpenError::Missing { path: path.to_owned() },
        _ => OpenError::Io { path: path.to_owned(), source },
    })?;
    let decoded = bytes.and_then(|bytes| Ok((format::decode(&bytes)?, bytes)));
    decoded.map_err(|what| OpenError::Read { path: path.to_owned(), what })
}

/// The text of the file as it was written, opened where it is encrypted; `None` when it cannot be read or is no text.
pub fn plain_text(path: &Path) -> Option<Zeroizing<String>> {
    let bytes = Zeroizing::new(bytes(path).ok()?.ok()?);
    let plain = if vault::is_sealed(&bytes) { vault::open(&bytes).ok()? } else { bytes };
    std::str::from_utf8(&plain).ok().map(|text| Zeroizing::new(text.to_owned()))
}

/// The inner error is for a file that is there and should not be read.
pub(super) fn bytes(path: &Path) -> io::Result<Result<Vec<u8>, ReadError>> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    if about.len() > MAX_BYTES {
        return Ok(Err(ReadError::TooBig { bytes: about.len() }));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // One byte more than allowed, so that a file that grows meanwhile is seen to be too big.
    File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// Size and time of a file, to see that it changed; `None` when it is not there.
pub fn state(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    let about = fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// Opens a session for writing, or for reading only where writing would lose or overwrite something.
pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Opened, OpenError> {
    // Looked at first: a file that is not there or damaged must not get a lock file beside it.
    let first = Looked::at(path)?;
    if let Some(unknown) = first.unknown() {
        return Ok(first.opened(path, Some(unknown), None));
    }
    if fs::metadata(path).is_ok_and(|about| about.permissions().readonly()) {
        return Ok(first.opened(path, Some(ReadOnly::NotWritable), None));
    }
    match disk::lock(path, now) {
        Err(LockError::Held { by }) => {
            let by = crate::catalog::clean::clean_line(&by);
            Ok(first.opened(path, Some(ReadOnly::Held { by }), None))
        }
        Err(LockError::Io(error)) => {
            let read_only = may_not_write(&error).then_some(ReadOnly::NotWritable);
            Ok(first.opened(path, read_only, None))
        }
        Ok(lock) => locked(path, Some(lock)),
    }
}

/// Reads again: between the first look and the lock somebody may have saved and left.
fn locked(path: &Path, lock: Option<Lock>) -> Result<Opened, OpenError> {
    let looked = Looked::at(path)?;
    let unknown = looked.unknown();
    Ok(looked.opened(path, unknown, lock))
}

/// Opens a session although another has it: as the question whether to take it over was answered. Where the lock cannot
/// be had all the same, one works without; what both write is put together when it is saved.
pub fn take_over(path: &Path, now: DateTime<Utc>) -> Result<Opened, OpenError> {
    locked(path, disk::take_over(path, now).ok())
}

/// A file that was read.
struct Looked {
    decoded: Decoded,
    bytes: Vec<u8>,
    stamp: Option<disk::Stamp>,
}

impl Looked {
    fn at(path: &Path) -> Result<Self, OpenError> {
        // The stamp first: what changes while it is read is then seen to have changed.
        let stamp = disk::stamp(path).ok().flatten();
        let (decoded, bytes) = read_file(path)?;
        Ok(Self { decoded, bytes, stamp })
    }

    fn unknown(&self) -> Option<ReadOnly> {
        let fields = &self.decoded.unknown;
        (!fields.is_empty()).then(|| ReadOnly::UnknownFields(fields.clone()))
    }

    fn opened(self, path: &Path, read_only: Option<ReadOnly>, lock: Option<Lock>) -> Opened {
        let Self { decoded: Decoded { session, migrated, .. }, bytes, stamp } = self;
        Opened { session, path: path.to_owned(), read_only, lock, bytes, stamp, migrated }
    }
}

/// Whether a lock failed because nothing may be written there at all. Any other reason is a folder that knows no locks, as
/// some network drives: there one works without, rather than not at all.
fn may_not_write(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// The lock, where the folder knows locks; `taken` is what to say when somebody else has it.
fn lock_for_change(path: &Path, now: DateTime<Utc>, taken: impl Fn(String) -> io::Error) -> io::Result<Option<Lock>> {
    match disk::lock(path, now) {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Held { by }) => Err(taken(by)),
        Err(LockError::Io(error)) if may_not_write(&error) => Err(error),
        Err(LockError::Io(_)) => Ok(None),
    }
}

/// Writes a new session into the folder, which is made when it is not there, and gives its path.
/// Fails with `AlreadyExists`, and changes nothing, when the name is taken, and with `InvalidInput` when the session's id
/// cannot be part of a file's name.
pub fn create(dir: &Path, session: &Session, date: NaiveDate, now: DateTime<Utc>) -> io::Result<PathBuf> {
    if session.id.is_empty() || !session.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the session's id cannot be part of a file's name"));
    }
    disk::private_dir(dir)?;
    let path = dir.join(format!("{date}-{}.ron", session.id));
    let bytes = format::bytes_for(&path, session)?;
    let taken = || io::Error::new(io::ErrorKind::AlreadyExists, "a session of that name exists");
    // The lock is what makes looking and writing one step for another process of ours.
    let _lock = lock_for_change(&path, now, |_| taken())?;
    if path.symlink_metadata().is_ok() {
        return Err(taken());
    }
    disk::atomic(&path, &bytes)?;
    Ok(path)
}

/// Deletes a session with its versions, the lock file beside it, the place where one worked in it and what dead processes
/// left half written in the folder, and says how many versions there were. Where `path` is a link, its file goes, too. Fails
/// with `ResourceBusy` when somebody has it open, and with `InvalidInput` for a name that no session has. The versions go first: what fails half way leaves the session itself.
pub fn delete(path: &Path, now: DateTime<Utc>) -> io::Result<usize> {
    if !path.is_file() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "no such file"));
    }
    if !path.file_name().and_then(|name| name.to_str()).is_some_and(is_session_name) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a session"));
    }
    let _lock = lock_for_change(path, now, |by| io::Error::new(io::ErrorKind::ResourceBusy, by))?;
    let versions = super::versions::remove_all(path)?;
    // While the file is there: the place is known by its whole path.
    if let Some(places) = super::folders::places() {
        let _ = super::places::write(&places, path, None);
    }
    let target = fs::canonicalize(path)?;
    fs::remove_file(&target)?;
    if path.symlink_metadata().is_ok() {
        fs::remove_file(path)?;
    }
    if let Some(folder) = target.parent() {
        let _ = disk::sweep(folder, now);
    }
    Ok(versions)
}

/// Why a version could not be brought back. Nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// Somebody has the session open. One line: who, which process, since when; may be empty.
    #[error("held by {by}")]
    Held {
        /// Who.
        by: String,
    },
    /// The version cannot be read.
    #[error(transparent)]
    Version(#[from] OpenError),
    /// Something could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Puts a version in the place of the session. What stood there is kept as a version first, readable or not, so that this
/// can be undone in the same way.
pub fn restore(path: &Path, version: &Version, now: DateTime<Utc>, days: u32) -> Result<(), RestoreError> {
    let bytes = restorable(path, version)?;
    let _lock = match disk::lock(path, now) {
        Err(LockError::Held { by }) => return Err(RestoreError::Held { by }),
        Err(LockError::Io(error)) if may_not_write(&error) => return Err(error.into()),
        Err(LockError::Io(_)) => None,
        Ok(lock) => Some(lock),
    };
    match fs::read(path) {
        Ok(present) => drop(super::versions::keep(path, &present, Reason::Restore, now, days)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    Ok(disk::atomic(path, &bytes)?)
}

/// Writes a version into a file of its own. Fails with `AlreadyExists` when there is one of that name.
pub fn restore_to(path: &Path, version: &Version, to: &Path) -> Result<(), RestoreError> {
    match disk::atomic_over(to, &restorable(path, version)?, None)? {
        Some(_) => Ok(()),
        None => Err(io::Error::from(io::ErrorKind::AlreadyExists).into()),
    }
}

/// The bytes of a version that can be read: as they are, so that nothing in them is lost on the way. One that lies in the
/// clear in a folder with a vault is encrypted.
fn restorable(path: &Path, version: &Version) -> Result<Vec<u8>, RestoreError> {
    let (_, bytes) = read_file(&super::versions::path(path, version))?;
    Ok(super::vault::sealed(path, bytes).map_err(io::Error::other)?)
}

/// A path beside `path` where nothing lies yet: `<name>-kopi.ron`, `<name>-kopi-2.ron` …
pub fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let named = |number: usize| {
        let end = if number < 2 { String::new() } else { format!("-{number}") };
        path.with_file_name(format!("{stem}-kopi{end}.ron"))
    };
    (1..1000).map(named).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| named(1000))
}

/// True for a name that can be a session: not a temporary file, a lock or anything hidden.
fn is_session_name(name: &str) -> bool {
    let ends = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("ron"));
    ends && !name.starts_with('.')
}

/// Names of the session files in a folder, unordered; `None` when there is no such folder.
pub fn names(dir: &Path) -> io::Result<Option<Vec<String>>> {
    Ok(names_and_locked(dir)?.map(|(names, _)| names))
}

/// As [`names`], with those of them that have a lock file beside them: one look at the folder gives both.
fn names_and_locked(dir: &Path) -> io::Result<Option<(Vec<String>, HashSet<String>)>> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let (mut names, mut locked) = (vec![], HashSet::new());
    for entry in entries {
        let entry = entry?;
        // A folder called `x.ron` is no session; a link may well be one.
        let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(of) = name.strip_suffix(".lock") {
            locked.insert(of.to_owned());
        } else if !folder && is_session_name(&name) {
            names.push(name);
        }
    }
    Ok(Some((names, locked)))
}

#[cfg(test)]
mod tests;
