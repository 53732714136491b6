//! The steps of an atomic write, of an appended line and of a lock, one call each, so that a test can let any of them fail.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is asked of the system.
pub trait Calls {
    /// Creates a new, empty file in `folder` that only the user can read.
    fn create_temp(&self, folder: &Path, prefix: &str, suffix: &str) -> io::Result<(File, PathBuf)>;
    /// Gives the file the owner, mode and access list of the one it will replace, as far as is allowed; what is not
    /// leaves it for fewer people, never for more. Where this fails it is as it was made.
    fn dress(&self, new: New, old: Old) -> io::Result<()>;
    /// Writes all bytes.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the file's bytes are on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Gives the file a new name, in place of the file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the folder's names are on the disk, where the system can.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Opens a file to add to its end, which is created when it is not there.
    fn open_log(&self, path: &Path) -> io::Result<File>;
    /// Waits until nobody else holds the file; it is held until it is closed.
    fn wait_turn(&self, file: &File) -> io::Result<()>;
    /// Makes the file as long as this, in bytes.
    fn cut(&self, file: &File, length: u64) -> io::Result<()>;
    /// Opens a lock file, which is created when it is not there.
    fn open_lock(&self, path: &Path) -> io::Result<File>;
    /// Whether a refused rename may be allowed a moment later.
    fn is_passing(&self, error: &io::Error) -> bool;
    /// Lets that moment pass.
    fn pause(&self, time: Duration);
}

/// A temporary file that is being filled.
#[derive(Clone, Copy)]
pub struct New<'a> {
    /// The file, open.
    pub file: &'a File,
    /// Its name, by which Windows sets its rights.
    pub path: &'a Path,
}

/// The file that is there.
#[derive(Clone, Copy)]
pub struct Old<'a> {
    /// Its name, links resolved.
    pub path: &'a Path,
    /// Its owner, group and mode.
    pub about: &'a Metadata,
}

/// The system itself.
pub struct System;

impl Calls for System {
    fn create_temp(&self, folder: &Path, prefix: &str, suffix: &str) -> io::Result<(File, PathBuf)> {
        let temp = tempfile::Builder::new().prefix(prefix).suffix(suffix).rand_bytes(8).tempfile_in(folder)?;
        temp.keep().map_err(io::Error::from)
    }

    fn dress(&self, new: New, old: Old) -> io::Result<()> {
        dress(new, old)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn open_log(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        // Reading is needed to see how the file ends, and Windows locks nothing that is open for appending only.
        options.read(true).append(true).create(true);
        super::private_file(&mut options);
        options.open(path)
    }

    fn wait_turn(&self, file: &File) -> io::Result<()> {
        file.lock()
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
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

    fn is_passing(&self, error: &io::Error) -> bool {
        // Access denied and sharing violation: somebody has the file open, for a moment as a rule.
        cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32))
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// Owner first: changing it may clear bits of the mode. Only the system's administrator can give files away, so the
/// owner is tried and forgotten; a group that cannot be kept loses its access rather than passing it to another.
#[cfg(unix)]
fn dress(new: New, old: Old) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let (file, like) = (new.file, old.about);
    let now = file.metadata()?;
    if (now.uid(), now.gid(), now.mode() & 0o7777) == (like.uid(), like.gid(), like.mode() & 0o7777) {
        return Ok(());
    }
    if now.uid() != like.uid() {
        let _ = fchown(file, Some(like.uid()), None);
    }
    let same_group = now.gid() == like.gid() || fchown(file, None, Some(like.gid())).is_ok();
    if super::acl::copy(file, old.path, same_group)? {
        return Ok(());
    }
    let kept = if same_group { 0o7777 } else { 0o7707 };
    file.set_permissions(fs::Permissions::from_mode(like.permissions().mode() & kept))
}

/// The list is put on before the file has anything in it, and the rename that follows puts the file in place in one step.
/// (`ReplaceFile`, which the system has for this, takes two: between them there is no file.)
#[cfg(windows)]
fn dress(new: New, old: Old) -> io::Result<()> {
    super::dacl::copy(new.path, old.path)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};

    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Network folders, and folders one may write to but not list, know no such call.
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => Ok(()),
        done => done,
    }
}

/// Windows has no such call; its file system keeps names in a journal of its own.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
