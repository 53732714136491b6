//! What is asked and told so that nothing is lost: versions, the place one works at, files changed from outside.

use std::path::PathBuf;
use std::sync::Arc;

use super::msg::SaveTrouble;
use crate::domain::compare::Counts;
use crate::domain::session::Session;
use crate::domain::version::{Reason, Version};

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// Keep this state as a version.
    Keep {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: Reason,
        /// The state.
        session: Arc<Session>,
    },
    /// Remember where in the session one works; `None` forgets it.
    Place {
        /// The file.
        file: PathBuf,
        /// The place, as [`super::model::Work::place`] writes it.
        place: Option<String>,
    },
    /// List the versions of a file.
    List(PathBuf),
    /// Read a version.
    Read {
        /// The file.
        file: PathBuf,
        /// The version.
        version: Version,
    },
    /// Where a session could be saved else.
    Suggest(PathBuf),
    /// Save to another place.
    Elsewhere {
        /// The file.
        file: PathBuf,
        /// Where to.
        to: String,
        /// The revision.
        revision: u64,
        /// What to write.
        session: Arc<Session>,
    },
    /// See whether another has changed the file, which is open for writing here.
    Look(PathBuf),
    /// Open a session that is read here for writing, now that nobody else has it.
    Write {
        /// The file.
        file: PathBuf,
        /// Where in it one is, as [`super::model::Work::place`] writes it.
        place: String,
    },
    /// Open a session although somebody has it.
    TakeOver(PathBuf),
    /// See whether there are versions of a damaged file, by its name in the folder of sessions.
    Rescue(String),
    /// Open a copy of a version of a damaged file, which itself stays.
    OpenCopy {
        /// The damaged file.
        file: PathBuf,
        /// The version.
        version: Version,
    },
}

/// A version as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The version.
    pub version: Version,
    /// What was changed from it to the next newer one, or to what stands on disk now; `None` when it cannot be read.
    pub then: Option<Counts>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Another machine had changed the file; both were put together on disk.
    CameIn {
        /// The file.
        file: PathBuf,
        /// Counts them, from 1.
        number: u64,
        /// What was to be written.
        sent: Arc<Session>,
        /// What was written.
        merged: Arc<Session>,
        /// Fields with two texts.
        two_texts: usize,
        /// What is noted in the parking lot.
        noted: usize,
    },
    /// What lies in the place of the file cannot be read; the session is saved to another file from now on.
    Beside {
        /// The file.
        file: PathBuf,
        /// Where it is saved.
        beside: PathBuf,
    },
    /// A version could not be kept.
    NotKept(PathBuf),
    /// It was saved to another place, or not.
    Copied {
        /// The file.
        file: PathBuf,
        /// Where to.
        to: PathBuf,
        /// The revision.
        revision: u64,
        /// Why not.
        trouble: Option<SaveTrouble>,
    },
    /// Where one worked in the session when the program ended without being asked to.
    Place {
        /// The file.
        file: PathBuf,
        /// The place.
        place: String,
    },
    /// The file of a session that is only read here was changed.
    Changed {
        /// The file.
        file: PathBuf,
        /// What it holds now.
        session: Box<Session>,
    },
    /// Somebody else has a session open for writing that is only read here; `None`: nobody has any more.
    Holder {
        /// The file.
        file: PathBuf,
        /// Who.
        by: Option<String>,
    },
    /// It was asked for to write in a session that was only read here, and it was opened anew.
    Reopened {
        /// The file.
        file: PathBuf,
        /// Where in it one was.
        place: String,
    },
    /// Who has the session open seems to be gone.
    Stale {
        /// The file.
        file: PathBuf,
        /// Who.
        by: String,
    },
    /// The versions of a file, the newest first.
    Versions {
        /// The file.
        file: PathBuf,
        /// The versions.
        lines: Vec<Line>,
    },
    /// A version that was read.
    Version {
        /// The file.
        file: PathBuf,
        /// The version.
        version: Version,
        /// What it holds.
        session: Box<Session>,
    },
    /// A place to save to.
    Suggested {
        /// The file.
        file: PathBuf,
        /// The place.
        to: String,
    },
    /// A damaged file has a version that can be read.
    Rescuable {
        /// The file.
        file: PathBuf,
        /// The newest that can.
        version: Version,
    },
    /// So many versions were deleted with their session.
    VersionsGone(usize),
}
