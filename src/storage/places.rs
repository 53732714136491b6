//! Where in a session somebody works (*sted*), so that after a crash it opens there: one small file for each, in the
//! user's own folder. It holds names of parts of the program and ids, nothing of what was written.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use super::disk;

/// The longest place that is read, in bytes.
const LONGEST: u64 = 500;

fn file(folder: &Path, session: &Path) -> PathBuf {
    let whole = session.canonicalize().unwrap_or_else(|_| session.to_owned());
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    folder.join(format!("{:016x}.place", hasher.finish()))
}

/// Remembers the place, or forgets it.
pub fn write(folder: &Path, session: &Path, place: Option<&str>) -> io::Result<()> {
    let file = file(folder, session);
    match place {
        Some(place) => {
            disk::private_dir(folder)?;
            disk::atomic(&file, place.as_bytes())
        }
        None => match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        },
    }
}

/// The place that was remembered, if there is one.
pub fn read(folder: &Path, session: &Path) -> Option<String> {
    let file = file(folder, session);
    fs::metadata(&file).ok().filter(|about| about.len() <= LONGEST)?;
    fs::read_to_string(file).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_place_is_remembered_for_its_session_until_it_is_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, session) = (dir.path().join("places"), dir.path().join("a.ron"));
        assert_eq!(read(&folder, &session), None);
        write(&folder, &session, Some("3 abc")).unwrap();
        assert_eq!(read(&folder, &session).as_deref(), Some("3 abc"));
        assert_eq!(read(&folder, &dir.path().join("b.ron")), None);
        write(&folder, &session, None).unwrap();
        write(&folder, &session, None).unwrap();
        assert_eq!(read(&folder, &session), None);
    }
}
