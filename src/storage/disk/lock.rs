//! Who has a file open: one process at a time, and the others can read its name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

use super::calls::{Calls, System};
use crate::catalog::clean::clean_line;

/// Why a file could not be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it.
    #[error("locked by {by}")]
    Held {
        /// One line: `user@host`, process id, since when (UTC). Empty when the holder is only just writing it.
        by: String,
    },
    /// The lock file could not be made, or the folder's system knows no locks.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A file is locked for as long as this lives. The system itself unlocks it when the process dies, so a lock file
/// that a dead process left behind stops nobody.
#[derive(Debug)]
pub struct Lock {
    /// Closed before the file is removed on Windows, after it elsewhere.
    file: Option<File>,
    path: PathBuf,
}

/// Locks the file at `path`, which need not exist, by a file beside it with `.lock` after the name (mode 0600). That
/// file says in one line who has the lock since `now`; the data file itself is left alone, because each save puts a
/// new one in its place.
///
/// Elsewhere a lock is advice, and the text can be read while the file is locked. On Windows it would keep everybody
/// from reading the very line that says who; there the file is opened so that others may read it but not write to it,
/// which needs no second file and is released by the system in the same way.
pub fn lock(path: &Path, now: DateTime<Utc>) -> Result<Lock, LockError> {
    lock_with(&System, path, now)
}

pub(super) fn lock_with(calls: &impl Calls, path: &Path, now: DateTime<Utc>) -> Result<Lock, LockError> {
    let path = lock_path(&super::resolve(path)?.0);
    let mut file = take(calls, &path)?;
    let holder = format!("{} {} {}\n", who(), std::process::id(), now.to_rfc3339_opts(SecondsFormat::Secs, true));
    let written = calls.cut(&file, 0).and_then(|()| calls.write(&mut file, holder.as_bytes()));
    // From here on it is given back when it is dropped, as it is when its holder could not be written into it.
    let lock = Lock { file: Some(file), path };
    written?;
    Ok(lock)
}

/// Locks a file although another holds its lock: the lock file is put aside and a new one made. Only for a holder that
/// is gone for good; one that is not goes on without a lock. Fails where the system lets nobody put it aside.
pub fn take_over(path: &Path, now: DateTime<Utc>) -> Result<Lock, LockError> {
    let file = lock_path(&super::resolve(path)?.0);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    lock(path, now)
}

/// Who has a file open, as [`LockError::Held`] names them, without trying to lock it; `None` when nobody has, as far as the
/// lock file beside it tells: a holder that is gone for good is nobody.
pub fn holder(path: &Path, now: DateTime<Utc>) -> Option<String> {
    let by = line(&lock_path(&super::resolve(path).ok()?.0)).ok()?;
    Some(by).filter(|by| !is_stale(by, now))
}

/// How long a lock is believed, in hours: no meeting and no working day is as long.
const BELIEVED: i64 = 16;

/// Whether the holder, as [`LockError::Held`] names them, is gone for good: a process of this machine that is no more, or
/// a lock older than sixteen hours. What cannot be told is not gone.
pub fn is_stale(by: &str, now: DateTime<Utc>) -> bool {
    let mut words = by.split_whitespace();
    let (Some(holder), Some(process), Some(since)) = (words.next(), words.next(), words.next()) else { return false };
    let old = since.parse::<DateTime<Utc>>().is_ok_and(|since| (now - since).num_hours() >= BELIEVED);
    let here = holder.rsplit_once('@').map(|(_, host)| host) == who().rsplit_once('@').map(|(_, host)| host);
    old || (here && process.parse().is_ok_and(is_dead))
}

/// Linux alone tells this without asking the process.
fn is_dead(process: u32) -> bool {
    let processes = Path::new("/proc");
    cfg!(target_os = "linux") && processes.join("self").exists() && !processes.join(process.to_string()).exists()
}

impl Drop for Lock {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(file) = &self.file
            && !is_still_there(file, &self.path).unwrap_or(true)
        {
            // Somebody took it over: what lies there is theirs.
            return;
        }
        if cfg!(windows) {
            // An open file cannot be removed; if somebody takes the lock in between, theirs cannot be either.
            self.file = None;
        }
        let _ = fs::remove_file(&self.path);
    }
}

fn lock_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

#[cfg(not(windows))]
fn take(calls: &impl Calls, path: &Path) -> Result<File, LockError> {
    use std::fs::TryLockError;

    loop {
        let file = calls.open_lock(path)?;
        match file.try_lock() {
            // The holder before may have removed the file between our opening and locking it: then it is no lock.
            Ok(()) if is_still_there(&file, path)? => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held { by: line(path).unwrap_or_default() }),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let ours = file.metadata()?;
    Ok(fs::metadata(path).is_ok_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino())))
}

#[cfg(windows)]
fn take(calls: &impl Calls, path: &Path) -> Result<File, LockError> {
    /// The system's number for "somebody has it open and does not share".
    const SHARING_VIOLATION: i32 = 32;

    calls.open_lock(path).map_err(|error| match error.raw_os_error() {
        Some(SHARING_VIOLATION) => LockError::Held { by: line(path).unwrap_or_default() },
        _ => error.into(),
    })
}

/// The line that says who.
fn line(path: &Path) -> io::Result<String> {
    let mut text = vec![];
    File::open(path)?.take(LONGEST).read_to_end(&mut text)?;
    Ok(String::from_utf8_lossy(&text).lines().next().unwrap_or_default().trim().to_owned())
}

/// As much of a lock file as is read, in bytes; ours are a tenth of it.
const LONGEST: u64 = 1000;

/// `user@host`, with `?` for what the system does not tell.
pub fn who() -> String {
    let named = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|v| !v.is_empty());
    let user = named(["USER", "USERNAME"]).unwrap_or_else(|| "?".into());
    let host = named(["COMPUTERNAME", "HOSTNAME"])
        .or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok())
        .unwrap_or_else(|| "?".into());
    // One word each, whatever they are called: the line is taken apart at its spaces.
    let word = |name: &str| clean_line(name).replace(' ', "_");
    format!("{}@{}", word(&user), word(&host))
}
