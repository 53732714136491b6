//! The three ways to disk – [`atomic`], [`append`] and [`lock()`] – and nothing else in the project writes.

#[cfg(unix)]
mod acl;
pub mod calls;
#[cfg(windows)]
mod dacl;
mod lock;
mod team;

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};

use calls::{Calls, New, Old, System};
pub use lock::{Lock, LockError, holder, is_stale, lock, take_over, who};

/// How our own temporary files are told from everybody else's.
const TEMP_PREFIX: &str = ".opstart-";
const TEMP_SUFFIX: &str = ".tmp";

/// The oldest a temporary file of a living writer can be: writing, syncing and two seconds of patience, many times
/// over.
const TEMP_LIFE: TimeDelta = TimeDelta::minutes(1);

/// Milliseconds between the tries of a rename that a virus scanner or sync program refuses: two seconds in all.
const RENAME_WAITS: [u64; 8] = [10, 20, 40, 80, 160, 320, 500, 870];

/// As many links as a path may go through before it is called a circle.
const MOST_LINKS: usize = 40;

/// Replaces or creates the file with these bytes: afterwards it holds all of them, or what it held before, whatever
/// dies. On success they are on the disk itself, as far as the system can tell.
///
/// A new file is the user's alone (mode 0600), in a team's folder also its group's (0660) and of those its access list
/// for new files names. A replaced one keeps its mode and its access list, and its owner and group where that is allowed;
/// what cannot be kept leaves it to fewer people, never to more. A link keeps pointing at its file. Fails with
/// `PermissionDenied` when the file is write-protected.
pub fn atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    atomic_with(&System, path, bytes, Over::Anything).map(|_| ())
}

/// As [`atomic`], but only over the very file that `there` tells of (`None`: no file): `None`, and nothing is changed,
/// when it is another by now. Looked at in the last moment before the new file takes its place.
pub fn atomic_over(path: &Path, bytes: &[u8], there: Option<Stamp>) -> io::Result<Option<Stamp>> {
    atomic_with(&System, path, bytes, Over::This(there))
}

/// What a file may be put in the place of.
#[derive(Clone, Copy)]
enum Over {
    /// Whatever there is.
    Anything,
    /// This very file, or none.
    This(Option<Stamp>),
}

/// By what one file is known from another that has its name: size, time, and where the system has it, a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    changed: Option<SystemTime>,
    number: u64,
}

impl Stamp {
    fn of(file: &Metadata) -> Self {
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(file);
        #[cfg(not(unix))]
        let number = 0;
        Self { length: file.len(), changed: file.modified().ok(), number }
    }
}

/// The stamp of the file that is there now; `None` when there is none.
pub fn stamp(path: &Path) -> io::Result<Option<Stamp>> {
    Ok(metadata_of(path)?.as_ref().map(Stamp::of))
}

fn atomic_with(calls: &impl Calls, path: &Path, bytes: &[u8], over: Over) -> io::Result<Option<Stamp>> {
    let (target, replaced) = resolve(path)?;
    if replaced.as_ref().is_some_and(|file| file.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is write-protected"));
    }
    let folder = folder_of(&target);
    let (mut file, temp) = calls.create_temp(folder, TEMP_PREFIX, TEMP_SUFFIX)?;
    let old = replaced.as_ref().map(|about| Old { path: &target, about });
    let filled = fill(calls, (&mut file, &temp), old, bytes).and_then(|()| file.metadata());
    // Windows does not rename an open file.
    drop(file);
    let placed = filled.and_then(|ours| {
        if let Over::This(there) = over
            && stamp(&target)? != there
        {
            return Ok(None);
        }
        rename_patiently(calls, &temp, &target)?;
        Ok(Some(Stamp::of(&ours)))
    });
    if !matches!(placed, Ok(Some(_))) {
        // What cannot be removed now is swept later; the first error is the one that counts.
        let _ = calls.remove(&temp);
        return placed;
    }
    calls.sync_folder(folder)?;
    placed
}

fn fill(calls: &impl Calls, (file, path): (&mut File, &Path), old: Option<Old>, bytes: &[u8]) -> io::Result<()> {
    // Before the first byte: what is written is never open to more people than it will be.
    match old {
        // What was written counts more than who else may read it, and as it was made it is the user's alone. On Windows it
        // is its folder's, which may be more people than the old file was for.
        Some(old) => match calls.dress(New { file, path }, old) {
            Err(error) if cfg!(windows) => return Err(error),
            _ => {}
        },
        None => team::share(file, folder_of(path))?,
    }
    calls.write(file, bytes)?;
    calls.sync(file)
}

fn rename_patiently(calls: &impl Calls, from: &Path, to: &Path) -> io::Result<()> {
    for wait in RENAME_WAITS {
        match calls.rename(from, to) {
            Err(error) if calls.is_passing(&error) => calls.pause(Duration::from_millis(wait)),
            done => return done,
        }
    }
    calls.rename(from, to)
}

/// Adds one line to the end of a file, which is created (mode 0600) if it is not there. Writers in several processes
/// take turns; what a power cut left half written stays a line of its own. On success the line is on the disk.
///
/// Fails with `InvalidInput` when `line` holds a line end.
pub fn append(path: &Path, line: &str) -> io::Result<()> {
    append_with(&System, path, line)
}

fn append_with(calls: &impl Calls, path: &Path, line: &str) -> io::Result<()> {
    if line.contains(['\n', '\r']) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "more than one line"));
    }
    let (target, there) = resolve(path)?;
    let created = there.is_none();
    let mut file = calls.open_log(&target)?;
    // Released when the file is closed.
    calls.wait_turn(&file)?;
    if created {
        team::share(&file, folder_of(&target))?;
    }
    let before = file.seek(SeekFrom::End(0))?;
    let torn = !ends_with_line_end(&mut file)?;
    let text = format!("{}{line}\n", if torn { "\n" } else { "" });
    if let Err(error) = calls.write(&mut file, text.as_bytes()) {
        // Half a line is nothing to anybody; where it stays, the next line begins below it.
        let _ = calls.cut(&file, before);
        return Err(error);
    }
    calls.sync(&file)?;
    if created { calls.sync_folder(folder_of(&target)) } else { Ok(()) }
}

fn ends_with_line_end(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Creates a folder, with those above it, that only the user can enter (mode 0700), in a team's folder also its group. One
/// that exists stays as it is. On Windows it has the rights of the folder above, unless those let everybody with an account
/// read: then only the user, the system and its administrators get any, but on a share and in a folder of sessions.
pub fn private_dir(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    let builder = {
        let mut private = DirBuilder::new();
        std::os::unix::fs::DirBuilderExt::mode(&mut private, 0o700);
        private
    };
    #[cfg(not(unix))]
    let builder = DirBuilder::new();
    // From above: whose a folder is follows from the one it is made in.
    let missing: Vec<_> =
        path.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists()).collect();
    for folder in missing.into_iter().rev() {
        match builder.create(folder) {
            Ok(()) => team::share_dir(folder, folder_of(folder))?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    if path.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotADirectory.into()) }
}

/// Removes temporary files that dead processes left in a folder, and says how many. Those younger than a minute may
/// belong to a living writer and stay; so does one that cannot be removed.
pub fn sweep(folder: &Path, now: DateTime<Utc>) -> io::Result<usize> {
    sweep_with(&System, folder, now)
}

fn sweep_with(calls: &impl Calls, folder: &Path, now: DateTime<Utc>) -> io::Result<usize> {
    let mut removed = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if is_left_over(&entry, now) && calls.remove(&entry.path()).is_ok() {
            removed += 1;
        }
    }
    Ok(removed)
}

fn is_left_over(entry: &fs::DirEntry, now: DateTime<Utc>) -> bool {
    let name = entry.file_name();
    let ours = name.to_str().is_some_and(|name| name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX));
    // Asked of the entry itself, so that a link is never taken for a file; and only of ours, for a folder may hold many.
    let changed = || entry.metadata().ok().filter(Metadata::is_file).and_then(|file| file.modified().ok());
    ours && changed().is_some_and(|changed| now - DateTime::<Utc>::from(changed) > TEMP_LIFE)
}

/// The file a path means in the end, and what it is, if it is there: a rename would otherwise replace the link and leave
/// its file behind.
fn resolve(path: &Path) -> io::Result<(PathBuf, Option<Metadata>)> {
    let mut target = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(file) if file.file_type().is_symlink() => {
                target = folder_of(&target).join(fs::read_link(&target)?);
            }
            Ok(file) => return Ok((target, Some(file))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((target, None)),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "the links go in a circle"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn metadata_of(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::metadata(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether everybody with an account on this machine may read what lies in a folder.
#[cfg(windows)]
pub fn is_open_to_others(folder: &Path) -> bool {
    dacl::is_open_to_others(folder)
}

/// Asks that a file this call creates is the user's alone.
fn private_file(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    // On Windows a new file takes the rights of its folder.
    #[cfg(not(unix))]
    let _ = options;
}

#[cfg(test)]
mod tests;
