//! The access list of a file (POSIX ACL): those who may read or write it besides its owner and its group.
//!
//! Linux keeps it as an attribute of the file. The bits of the mode that else are the group's are then the most that
//! anybody on the list may do; so a mode that is widened opens the file to the whole list, and a file that is made as
//! the user's alone is closed to all of it, whatever list its folder gave it.

#[cfg(target_os = "linux")]
pub(super) use linux::{copy, has_list, is_for_group};

#[cfg(not(target_os = "linux"))]
pub(super) use elsewhere::{copy, has_list, is_for_group};

#[cfg(target_os = "linux")]
mod linux {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use xattr::FileExt;

    /// Where the kernel keeps it: four bytes of version, then eight for each entry, all little-endian: whom it is for
    /// (two bytes), what they may (two), and their number (four).
    pub(super) const NAME: &str = "system.posix_acl_access";
    const HEAD: usize = 4;
    const ENTRY: usize = 8;
    /// The entry of the file's own group.
    const GROUP: u8 = 4;
    const WRITE: u8 = 2;

    /// Gives a file the list of the one at `old`, and with it its mode; without `same_group` its own group gets nothing.
    /// `false`: there is no list, and the one its folder gave the new file is gone, so that its mode says all.
    ///
    /// Where this fails the file is as it was.
    pub fn copy(file: &File, old: &Path, same_group: bool) -> io::Result<bool> {
        let list = match xattr::get_deref(old, NAME) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(false),
            list => list?,
        };
        let Some(mut list) = list else {
            if file.get_xattr(NAME)?.is_some() {
                file.remove_xattr(NAME)?;
            }
            return Ok(false);
        };
        if !same_group {
            entries(&mut list).filter(|entry| entry.starts_with(&[GROUP])).for_each(close);
        }
        file.set_xattr(NAME, &list).map(|()| true)
    }

    /// Whether a file has a list.
    pub fn has_list(file: &File) -> bool {
        matches!(file.get_xattr(NAME), Ok(Some(_)))
    }

    /// Whether a folder that somebody else may write to is one its own group may write to.
    pub fn is_for_group(folder: &Path) -> bool {
        let Ok(Some(mut list)) = xattr::get_deref(folder, NAME) else { return true };
        entries(&mut list).any(|entry| matches!(entry, [GROUP, 0, may, ..] if *may & WRITE != 0))
    }

    fn entries(list: &mut [u8]) -> impl Iterator<Item = &mut [u8]> {
        list.get_mut(HEAD..).unwrap_or_default().chunks_exact_mut(ENTRY)
    }

    fn close(entry: &mut [u8]) {
        if let Some(may) = entry.get_mut(2..4) {
            may.fill(0);
        }
    }
}

/// macOS keeps such lists where only its own calls reach them.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "Linux can fail here")]
mod elsewhere {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    pub fn copy(_file: &File, _old: &Path, _same_group: bool) -> io::Result<bool> {
        Ok(false)
    }

    pub fn has_list(_file: &File) -> bool {
        false
    }

    pub fn is_for_group(_folder: &Path) -> bool {
        true
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
