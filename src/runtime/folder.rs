//! The folder of sessions: its list.

use std::path::Path;
use std::thread;

use chrono::Utc;

use super::{Event, World};
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::commands::told;
use crate::domain::summary::Listed;
use crate::storage::sessions::{self, OpenError};
use crate::storage::{disk, exposure, vault};

/// Folder of the examples within the folder of sessions.
const EXAMPLES: &str = "examples";

impl World {
    /// Reads the folder on a thread of its own; what it finds arrives in batches.
    pub(super) fn list(&self) {
        let (tx, folder) = (self.tx.clone(), self.sessions.clone());
        let read = move || {
            let _ = sessions::list(&folder, Utc::now(), &mut |lines| tx.send(Event::Msg(Msg::Listed(lines))).is_ok());
            let examples = folder.join(EXAMPLES);
            let _ = sessions::list(&examples, Utc::now(), &mut |mut lines| {
                lines.iter_mut().for_each(in_examples);
                tx.send(Event::Msg(Msg::Listed(lines))).is_ok()
            });
            sweep(&folder);
            let (exposed, kind) = (exposure::of(&folder), exposure::kind(&folder));
            let standing = vault::standing(&folder);
            let _ = tx.send(Event::ListDone(folder.canonicalize().unwrap_or(folder), kind, standing, exposed));
        };
        // Without a thread there is no list, and everything else still works.
        let _ = thread::Builder::new().name("list".into()).spawn(read);
    }

    /// What is wrong with a file, in the language of the screen.
    pub(super) fn in_words(&self, model: &Model, mut lines: Vec<Listed>) -> Vec<Listed> {
        for line in &mut lines {
            if let Listed::Damaged { file, what } = line
                && let Err(OpenError::Read { what: error, .. }) = sessions::read(&self.sessions.join(&*file))
            {
                let (row, column) = told::place(&error);
                *what = format!("{row}:{column}: {}", told::read(&model.text, &error));
            }
        }
        lines
    }
}

/// Clears away what dead programs left half written. What cannot be cleared does no harm where it is.
pub(super) fn sweep(folder: &Path) {
    let _ = disk::sweep(folder, Utc::now());
}

fn in_examples(line: &mut Listed) {
    match line {
        Listed::Session(summary) => summary.file = format!("{EXAMPLES}/{}", summary.file),
        Listed::Damaged { file, .. } => *file = format!("{EXAMPLES}/{file}"),
    }
}
