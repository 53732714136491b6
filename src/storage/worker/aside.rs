//! What is done beside the saves: keeping versions, a copy somewhere else, the place where one works.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use super::super::{disk, format, places, vault, versions};
use super::outside::Files;
use super::{Report, SaveError, held};
use crate::domain::session::Session;
use crate::domain::version::Reason;

/// What a version is made of.
#[derive(Clone, Debug)]
pub enum Content {
    /// A state of the session.
    Session(Arc<Session>),
    /// A file as it was.
    Bytes(Vec<u8>),
}

/// Something to be done beside the saves.
#[derive(Clone, Debug)]
pub enum Aside {
    /// Keeps a version.
    Keep {
        /// The file of the session.
        path: PathBuf,
        /// What is kept.
        content: Content,
        /// Why.
        reason: Reason,
        /// When.
        at: DateTime<Utc>,
    },
    /// Writes the session to another place, in a folder that is made when it is not there. Never over another file.
    Copy {
        /// The file of the session.
        path: PathBuf,
        /// Where to.
        to: PathBuf,
        /// The revision.
        revision: u64,
        /// The session.
        session: Arc<Session>,
    },
    /// Remembers where in a session one works; `None` forgets it.
    Place {
        /// The file of the session.
        path: PathBuf,
        /// The folder of such places.
        folder: PathBuf,
        /// The place, as one line without any content.
        place: Option<String>,
    },
    /// Looks whether another changed the file of a session that is open for writing, and takes that in.
    Look {
        /// The file of the session.
        path: PathBuf,
        /// When.
        at: DateTime<Utc>,
    },
}

impl Aside {
    /// The file of the session.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Keep { path, .. } | Self::Copy { path, .. } | Self::Place { path, .. } | Self::Look { path, .. } => {
                path
            }
        }
    }

    /// Whether this makes an older one needless that was not done yet.
    pub(super) fn replaces(&self, older: &Self) -> bool {
        match (self, older) {
            (Self::Place { path, .. }, Self::Place { path: other, .. })
            | (Self::Look { path, .. }, Self::Look { path: other, .. }) => path == other,
            _ => false,
        }
    }
}

/// Does it, and tells what somebody should know.
pub(super) fn run(task: &Aside, days: u32, files: &Mutex<Files>) -> Option<Report> {
    match task {
        Aside::Look { path, at } => {
            held(files).look(path, *at).map(|came_in| Report::CameIn { path: path.clone(), came_in })
        }
        Aside::Keep { path, content, reason, at } => {
            let kept = match content {
                Content::Session(session) => versions::keep_session(path, session, *reason, *at, days),
                Content::Bytes(bytes) => versions::keep(path, bytes, *reason, *at, days),
            };
            kept.err().map(|error| Report::NotKept { path: path.clone(), error: error.into() })
        }
        Aside::Copy { path, to, revision, session } => {
            let result = copy(path, to, session).map_err(SaveError::from);
            Some(Report::Copied { path: path.clone(), to: to.clone(), revision: *revision, result })
        }
        Aside::Place { path, folder, place } => {
            // Losing it costs a few keys.
            let _ = places::write(folder, path, place.as_deref());
            None
        }
    }
}

/// Encrypted as the session itself is, wherever the copy goes; else as the folder it goes to is.
fn copy(path: &Path, to: &Path, session: &Session) -> io::Result<()> {
    let bytes = vault::sealed(to, format::bytes_for(path, session)?).map_err(io::Error::other)?;
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        disk::private_dir(folder)?;
    }
    let placed = disk::atomic_over(to, &bytes, None)?;
    placed.map(drop).ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::storage::vault::{Member, set_members};

    #[test]
    fn a_copy_into_a_folder_with_a_vault_is_encrypted_although_the_session_is_not() {
        let (plain, sealed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let key = age::x25519::Identity::generate().to_public().to_string();
        set_members(sealed.path(), &[Member { name: String::from("Anna"), key }]).unwrap();
        let to = sealed.path().join("kopi.ron");
        let mut session = Session::default();
        "Jeg vil bo alene".clone_into(&mut session.citizen.wishes);
        copy(&plain.path().join("a.ron"), &to, &session).unwrap();
        assert!(vault::is_sealed_file(&to));
    }
}
