//! A team's folder (*teammappe*): one that its group may write to. What is made in it is for the group, too, and never for
//! others; everywhere else it is the user's alone. Those whom the folder's access list for new files names get what it
//! says.
//!
//! On Windows files and folders take the rights of the folder they are made in, which comes to the same; but a new folder
//! does not take over that it is open to everybody.

use std::fs::File;
use std::io;
use std::path::Path;

#[cfg(unix)]
use super::acl;

/// Gives a file that was just made in `folder` to the folder's group, if it is a team's folder.
#[cfg(unix)]
pub(super) fn share(file: &File, folder: &Path) -> io::Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let Some(group) = group_of(folder) else { return Ok(()) };
    // Where the folder's list for new files gave this one a list, that says what the group may do; the mode opens it.
    if !acl::has_list(file) && !acl::is_for_group(folder) {
        return Ok(());
    }
    // A group that cannot be given must not be replaced by the user's own.
    if file.metadata()?.gid() != group && fchown(file, None, Some(group)).is_err() {
        return Ok(());
    }
    file.set_permissions(Permissions::from_mode(0o660))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
pub(super) fn share(_file: &File, _folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a folder that was just made in a team's folder to the same group.
#[cfg(unix)]
pub(super) fn share_dir(made: &Path, folder: &Path) -> io::Result<()> {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::{PermissionsExt, chown};

    let Some(group) = group_of(folder) else { return Ok(()) };
    if !File::open(made).is_ok_and(|made| acl::has_list(&made)) && !acl::is_for_group(folder) {
        return Ok(());
    }
    if chown(made, None, Some(group)).is_err() {
        return Ok(());
    }
    // The bit in front: what is made in there later belongs to the group as well.
    set_permissions(made, Permissions::from_mode(0o2770))
}

/// Keeps a folder that was just made to the user alone, where the one above is open to everybody. A folder on a share is
/// a team's; what lies in a folder of sessions, by a name with a dot, goes with it.
#[cfg(windows)]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
pub(super) fn share_dir(made: &Path, folder: &Path) -> io::Result<()> {
    let is_part = made.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    if !is_part && crate::storage::exposure::kind(folder) == crate::storage::exposure::Kind::Own {
        // Where the system refuses, the list of sessions says that the folder is open.
        let _ = super::dacl::close(made);
    }
    Ok(())
}

/// The group of a team's folder; where it has an access list, that is one that anybody on it may write to.
#[cfg(unix)]
fn group_of(folder: &Path) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;

    let folder = std::fs::metadata(folder).ok()?;
    (folder.mode() & 0o020 != 0).then(|| folder.gid())
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::super::{append, atomic, lock, private_dir};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn folder(mode: u32) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(mode)).unwrap();
        dir
    }

    #[test]
    fn in_a_teams_folder_whatever_is_made_is_for_the_group_and_never_for_others() {
        let dir = folder(0o2775);
        let (file, log, inner) = (dir.path().join("a.ron"), dir.path().join("log"), dir.path().join("inner"));
        atomic(&file, b"x").unwrap();
        append(&log, "x").unwrap();
        private_dir(&inner).unwrap();
        let held = lock(&file, "2026-11-22T12:00:00Z".parse().unwrap()).unwrap();
        assert_eq!(mode(&dir.path().join("a.ron.lock")), 0o660);
        drop(held);
        assert_eq!((mode(&file), mode(&log), mode(&inner)), (0o660, 0o660, 0o2770));
    }

    #[test]
    fn a_folder_that_others_can_only_read_is_no_teams_folder() {
        let dir = folder(0o755);
        atomic(&dir.path().join("a.ron"), b"x").unwrap();
        assert_eq!(mode(&dir.path().join("a.ron")), 0o600);
    }

    #[test]
    fn a_file_that_is_replaced_keeps_its_mode_in_a_teams_folder_too() {
        let dir = folder(0o770);
        let file = dir.path().join("a.ron");
        atomic(&file, b"x").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        atomic(&file, b"y").unwrap();
        assert_eq!(mode(&file), 0o600);
    }
}
