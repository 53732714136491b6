//! Who besides the user may come to see a folder of sessions: what the system tells of its rights, and what its place in
//! the file system gives away.

use std::fs;
use std::path::{Path, PathBuf};

/// A reason why others may see what lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Everybody with an account on this machine may look into it.
    Others,
    /// A program copies it to another company's machines; its name.
    Synced(&'static str),
    /// It lies in a git work tree, whose folder this is: what lies there is easily published along with other files.
    GitWorkTree(PathBuf),
}

/// For whom a folder is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The user alone (*egen mappe*).
    #[default]
    Own,
    /// A group (*teammappe*).
    Team,
}

/// Parts of a path by which a sync program's folder is known, in lower case, with the program's name.
const SYNC_FOLDERS: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mit drev", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
    ("sharepoint", "SharePoint"),
];

/// Every reason why others may see what lies in this folder. A folder that is not there yet is judged by where it will be.
pub fn of(folder: &Path) -> Vec<Exposure> {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mut found = vec![];
    if is_open_to_others(&folder) {
        found.push(Exposure::Others);
    }
    found.extend(sync_program(&folder).map(Exposure::Synced));
    let tree = folder.ancestors().find(|above| above.join(".git").exists());
    found.extend(tree.map(|tree| Exposure::GitWorkTree(tree.to_owned())));
    found
}

/// For whom the folder is, as far as the system tells: a folder its group may write to is the group's. On Windows, where
/// rights are inherited, a folder on a share is taken for a team's.
pub fn kind(folder: &Path) -> Kind {
    #[cfg(unix)]
    let team = {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(folder).is_ok_and(|folder| folder.mode() & 0o020 != 0)
    };
    #[cfg(not(unix))]
    let team = fs::canonicalize(folder).is_ok_and(|folder| folder.to_string_lossy().starts_with(r"\\?\UNC\"));
    if team { Kind::Team } else { Kind::Own }
}

#[cfg(unix)]
fn is_open_to_others(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    // Nobody comes into a folder whose way there is barred further up.
    let open = |path: &Path| fs::metadata(path).is_ok_and(|folder| folder.mode() & 0o001 != 0);
    let readable = fs::metadata(folder).is_ok_and(|folder| folder.mode() & 0o006 != 0);
    readable && folder.ancestors().filter(|above| !above.as_os_str().is_empty()).all(open)
}

/// Nobody needs a right to the folders above to come into a Windows folder.
#[cfg(windows)]
fn is_open_to_others(folder: &Path) -> bool {
    super::disk::is_open_to_others(folder)
}

fn sync_program(folder: &Path) -> Option<&'static str> {
    folder.iter().find_map(|part| {
        let part = part.to_string_lossy().to_lowercase();
        SYNC_FOLDERS.iter().find(|(sign, _)| part.starts_with(sign)).map(|(_, name)| *name)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A folder nobody else can come into.
    fn own() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        #[cfg(unix)]
        fs::set_permissions(dir.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        dir
    }

    #[test]
    fn a_folder_of_ones_own_is_exposed_to_nobody() {
        let dir = own();
        assert_eq!((of(dir.path()), kind(dir.path())), (vec![], Kind::Own));
    }

    #[test]
    fn a_folder_in_a_git_work_tree_names_the_tree() {
        let dir = own();
        fs::create_dir_all(dir.path().join(".git")).unwrap();
        fs::create_dir_all(dir.path().join("a/sessions")).unwrap();
        let tree = dir.path().canonicalize().unwrap();
        assert_eq!(of(&dir.path().join("a/sessions")), [Exposure::GitWorkTree(tree)]);
    }

    #[test]
    fn a_folder_of_a_sync_program_is_known_by_its_name() {
        let dir = own();
        for (name, program) in [("OneDrive - Eksempel Kommune", "OneDrive"), ("Dropbox (Privat)", "Dropbox")] {
            let folder = dir.path().join(name).join("møder");
            fs::create_dir_all(&folder).unwrap();
            assert_eq!(of(&folder), [Exposure::Synced(program)]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_everybody_can_come_into_is_exposed() {
        use std::os::unix::fs::PermissionsExt;

        let dir = own();
        let inner = dir.path().join("sessions");
        fs::create_dir(&inner).unwrap();
        fs::set_permissions(&inner, fs::Permissions::from_mode(0o777)).unwrap();
        assert_eq!(of(&inner), [], "the folder above lets nobody in");
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!((of(&inner), kind(&inner)), (vec![Exposure::Others], Kind::Team));
    }
}
