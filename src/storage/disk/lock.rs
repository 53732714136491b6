//! Who has a file open: one process at a time, and the others can read its name.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

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
    let path = lock_path(&super::resolve(path)?);
    let mut file = take(&path)?;
    let holder = format!("{} {} {}\n", who(), std::process::id(), now.to_rfc3339_opts(SecondsFormat::Secs, true));
    file.set_len(0)?;
    file.write_all(holder.as_bytes())?;
    Ok(Lock { file: Some(file), path })
}

impl Drop for Lock {
    fn drop(&mut self) {
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

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    super::private_file(&mut options);
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 1);
    let is_new = !path.exists();
    let file = options.open(path)?;
    if is_new {
        super::team::share(&file, super::folder_of(path))?;
    }
    Ok(file)
}

#[cfg(not(windows))]
fn take(path: &Path) -> Result<File, LockError> {
    use std::fs::TryLockError;

    loop {
        let file = open(path)?;
        match file.try_lock() {
            // The holder before may have removed the file between our opening and locking it: then it is no lock.
            Ok(()) if is_still_there(&file, path)? => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held { by: holder(path) }),
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
fn take(path: &Path) -> Result<File, LockError> {
    /// The system's number for "somebody has it open and does not share".
    const SHARING_VIOLATION: i32 = 32;

    open(path).map_err(|error| match error.raw_os_error() {
        Some(SHARING_VIOLATION) => LockError::Held { by: holder(path) },
        _ => error.into(),
    })
}

fn holder(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default().trim().to_owned()
}

/// `user@host`, with `?` for what the system does not tell.
pub fn who() -> String {
    let named = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|v| !v.is_empty());
    let user = named(["USER", "USERNAME"]).unwrap_or_else(|| "?".into());
    let host = named(["COMPUTERNAME", "HOSTNAME"])
        .or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok())
        .unwrap_or_else(|| "?".into());
    format!("{}@{}", user.trim(), host.trim())
}
