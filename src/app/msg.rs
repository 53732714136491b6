//! What can reach the program, and what it asks to be done.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::command::Command;
use super::keeping::{Keeping, Told};
use super::overlay::Menu;
use crate::catalog::library::Library;
use crate::catalog::search::Index;
use crate::domain::offer::Offer;
use crate::domain::session::Session;
use crate::domain::summary::Listed;

/// The catalogue with its search, ready to be used.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The catalogue.
    pub library: Arc<Library>,
    /// The search over it.
    pub index: Arc<Index>,
    /// The folder it was read from, for the screen; `None`: it is the one in the program.
    pub folder: Option<String>,
}

impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.library, &other.library) && Arc::ptr_eq(&self.index, &other.index)
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The catalogue was read.
    Catalog(Ready),
    /// The user asked for something.
    Command(Command),
    /// A character was typed where text is taken.
    Type(char),
    /// Text was pasted.
    Paste(String),
    /// Time passed.
    Tick,
    /// Nobody has touched the keyboard for as long as the settings say.
    Idle,
    /// The window came to the front.
    Focused,
    /// The terminal has a new size, in cells.
    Resize(u16, u16),
    /// A revision is on disk.
    Saved {
        /// The file.
        file: PathBuf,
        /// The revision.
        revision: u64,
        /// When.
        at: DateTime<Utc>,
    },
    /// A revision could not be written; it is tried again.
    SaveFailed {
        /// The file.
        file: PathBuf,
        /// Why.
        why: SaveTrouble,
    },
    /// More lines for the list of sessions.
    Listed(Vec<Listed>),
    /// The list is whole.
    ListDone {
        /// The folder.
        folder: Folder,
    },
    /// A session was opened.
    Opened {
        /// The file it is saved to.
        file: PathBuf,
        /// The session.
        session: Box<Session>,
        /// Why it may only be read.
        read_only: Option<ReadOnly>,
    },
    /// A session could not be opened; the sentence tells why.
    NotOpened(String),
    /// A session was read that a follow-up is to be made of.
    FollowUpOf(Box<Session>),
    /// A session was read whose text for the case system is wanted on screen.
    JournalOf(Box<Session>),
    /// The session of the citizen screen changed on disk.
    Followed(Box<Session>),
    /// A session was deleted.
    Deleted(String),
    /// An offer is on disk, and the catalogue was read anew.
    Kept {
        /// Its id.
        id: String,
        /// The catalogue with it.
        ready: Ready,
    },
    /// An offer could not be written; its file is as it was.
    NotKept(KeepTrouble),
    /// A sheet was written to this file.
    Printed(String),
    /// A list of keys and commands that was asked for.
    Menu(Menu),
    /// What was found so that nothing is lost.
    Keeping(Told),
    /// The system asks the program to end.
    Terminate,
}

/// The folder of the sessions, for the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Where it is.
    pub path: String,
    /// A group works in it.
    pub team: bool,
    /// How its encryption stands, in a word or two; empty where it has none.
    pub vault: String,
    /// What the user has to do about the encryption; empty where there is nothing to do.
    pub vault_advice: String,
    /// Why others may see what lies in it, and what to do about it: one sentence each.
    pub exposed: Vec<String>,
    /// Days a session is kept after it was filed.
    pub retention_days: u32,
}

/// Why a save failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveTrouble {
    /// No room on the disk.
    DiskFull,
    /// The folder is gone.
    NoFolder,
    /// Not allowed to write there.
    NotAllowed,
    /// The folder is encrypted, and for whom is not known.
    NoVault,
    /// The way to the disk is gone, as when a share is disconnected.
    NoShare,
    /// The disk has said nothing for some seconds.
    NoAnswer,
    /// Anything else.
    Other,
}

impl SaveTrouble {
    /// Key of the cause in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::DiskFull => "save-disk-full",
            Self::NoFolder => "save-no-folder",
            Self::NotAllowed => "save-not-allowed",
            Self::NoVault => "save-no-vault",
            Self::NoShare => "save-no-share",
            Self::NoAnswer => "save-no-answer",
            Self::Other => "save-other",
        }
    }
}

/// Why an offer was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepTrouble {
    /// Somebody else changed it since it was read.
    Changed,
    /// It is no longer in its file.
    Gone,
    /// The file cannot be read as a list of offers.
    Damaged,
    /// Another offer has its id, or it cannot be written so that it reads the same again.
    Unwritable,
    /// Somebody else is writing in the file.
    Held(String),
    /// The disk.
    Disk(SaveTrouble),
}

/// An offer on its way to its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Path of the file inside the folder of the catalogue it is in, or goes into when it is new.
    pub file: String,
    /// The file it moves to, because another department has it now.
    pub to: Option<String>,
    /// The offer as it was read; `None`: it is new.
    pub before: Option<Offer>,
    /// The offer as it shall be.
    pub offer: Offer,
}

/// Why a session may only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Somebody else has it open.
    Held(String),
    /// Somebody else had it open and has left it; it is not open for writing here yet.
    Free(String),
    /// It has fields this version does not know; these are their names.
    Unknown(Vec<String>),
    /// The file or its folder cannot be written to.
    NotWritable,
    /// The meeting is closed.
    Closed,
}

/// A list made from the key table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyList {
    /// What can be done here.
    Here,
    /// Every command by name.
    All,
}

/// Something to be done outside the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write this revision.
    Save {
        /// The file.
        file: PathBuf,
        /// The revision.
        revision: u64,
        /// Number of the last that came in from another machine and is part of it; 0 before the first.
        seen: u64,
        /// What to write.
        session: Arc<Session>,
    },
    /// Read the list of sessions anew.
    List,
    /// Open a session by the name of its file.
    Open(String),
    /// Write a new session and open it.
    Create(Box<Session>),
    /// Read a session and begin its follow-up.
    FollowUp(String),
    /// Read a session, for the text that goes into the case system.
    Journal(String),
    /// Delete a session for good.
    Delete(String),
    /// Answer at once with `Msg::Menu`: only the key table knows the keys.
    Menu(KeyList),
    /// Something so that nothing is lost.
    Keeping(Keeping),
    /// Give the file free again: it was left.
    Release,
    /// Write an offer into its file and read the catalogue anew.
    Keep(Box<Keep>),
    /// Write the catalogue of the program into a folder and read it from there.
    Unfold,
    /// Write a sheet to a file of this name.
    Print {
        /// Name of the file.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Put a text on the clipboard of the terminal.
    Clipboard(String),
    /// End the program, once everything is on disk.
    Quit,
}
