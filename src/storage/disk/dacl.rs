//! The access list of a file or folder on Windows (DACL). A file system that has none makes nothing of it here.

use std::io;
use std::path::Path;

use windows_permissions::constants::{SeObjectType, SecurityInformation};
use windows_permissions::utilities::current_process_sid;
use windows_permissions::wrappers::{
    ConvertSecurityDescriptorToStringSecurityDescriptor, GetNamedSecurityInfo, SetNamedSecurityInfo,
};
use windows_permissions::{LocalBox, SecurityDescriptor};

use crate::storage::sddl;

/// Gives a new file the list of the one at `old`, which lies in the same folder. A list that cannot be given leaves the
/// new file to the user alone; fails where even that is refused, for the folder's own rights may be wider.
pub(super) fn copy(new: &Path, old: &Path) -> io::Result<()> {
    let (Ok(theirs), Ok(ours)) = (read(old), read(new)) else { return Ok(()) };
    if theirs == ours {
        return Ok(());
    }
    write(new, &theirs).or_else(|_| write(new, &of_user_alone()?))
}

/// Keeps a folder that was just made to the user alone, if it would else be open to everybody with an account.
pub(super) fn close(made: &Path) -> io::Result<()> {
    if is_open_to_others(made) { write(made, &of_user_alone()?) } else { Ok(()) }
}

/// Whether everybody with an account may read what lies in a folder.
pub(super) fn is_open_to_others(folder: &Path) -> bool {
    read(folder).is_ok_and(|list| sddl::is_open_to_others(&list))
}

fn of_user_alone() -> io::Result<String> {
    Ok(sddl::of_user_alone(&current_process_sid()?.to_string()))
}

fn read(path: &Path) -> io::Result<String> {
    let found = GetNamedSecurityInfo(path.as_os_str(), SeObjectType::SE_FILE_OBJECT, SecurityInformation::Dacl)?;
    let text = ConvertSecurityDescriptorToStringSecurityDescriptor(&found, SecurityInformation::Dacl)?;
    Ok(text.to_string_lossy().into_owned())
}

fn write(path: &Path, list: &str) -> io::Result<()> {
    // No list at all cannot be given on, and need not be.
    if sddl::is_missing(list) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let made: LocalBox<SecurityDescriptor> = list.parse()?;
    let inherits = if sddl::is_protected(list) {
        SecurityInformation::ProtectedDacl
    } else {
        SecurityInformation::UnprotectedDacl
    };
    let what = SecurityInformation::Dacl | inherits;
    // To set none would open the file to everybody.
    let dacl = made.dacl().ok_or(io::ErrorKind::InvalidData)?;
    SetNamedSecurityInfo(path.as_os_str(), SeObjectType::SE_FILE_OBJECT, what, None, None, Some(dacl), None)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use super::*;

    #[test]
    fn a_replaced_file_keeps_its_access_list() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.ron");
        fs::write(&file, "old").unwrap();
        write(&file, &of_user_alone().unwrap()).unwrap();
        let before = read(&file).unwrap();
        super::super::atomic(&file, b"new").unwrap();
        assert_eq!((fs::read_to_string(&file).unwrap(), read(&file).unwrap()), ("new".into(), before));
    }

    /// Not under Wine, which keeps no lists but the bits of a mode, and gives the administrators' to everybody.
    #[test]
    fn a_folder_that_is_made_where_everybody_may_read_is_the_users_alone() {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), "D:P(A;OICI;FA;;;WD)").unwrap();
        assert!(is_open_to_others(dir.path()));
        let made = dir.path().join("møder");
        super::super::private_dir(&made).unwrap();
        assert!(!is_open_to_others(&made));
    }
}
