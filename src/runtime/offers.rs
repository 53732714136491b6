//! The catalogue: reading it, writing an offer of it, and printing a sheet.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use chrono::{DateTime, Utc};

use super::saves::trouble;
use super::{Event, World};
use crate::app::model::Model;
use crate::app::msg::{Keep, KeepTrouble, Msg, Ready, SaveTrouble};
use crate::catalog::library::Library;
use crate::catalog::rewrite::Refused;
use crate::catalog::search::Index;
use crate::commands::told::{self, holder};
use crate::storage::folders;
use crate::storage::offers::{self, KeepError};
use crate::storage::worker::SaveError;

/// Folder of printed sheets within the folder of sessions.
const PRINTS: &str = "prints";

/// The catalogue of a folder with its search. One that cannot be read at all leaves the built-in one in its place.
pub(super) fn catalog(folder: Option<&Path>) -> Ready {
    let found = folder.and_then(|folder| folders::read_catalog(folder).ok().map(|found| (folder, found)));
    let shown = found.as_ref().map(|(folder, _)| told::path(&folder.canonicalize().unwrap_or(folder.to_path_buf())));
    let library = found.map_or_else(Library::builtin, |(_, found)| Library::read(&found.files));
    let index = Index::new(&library.offers, &library.synonyms);
    Ready { library: Arc::new(library), index: Arc::new(index), folder: shown }
}

/// Writes an offer into its file and reads the catalogue anew. What comes back, in order.
fn keep(folder: &Path, keep: &Keep, now: DateTime<Utc>) -> Vec<Msg> {
    let Keep { file, to, before, offer } = keep;
    let kept = match (to, before) {
        (Some(to), Some(before)) => offers::move_to(folder, file, to, before, offer, now),
        _ => offers::keep(folder, file, before.as_ref(), offer, now),
    };
    match kept {
        Ok(()) => vec![Msg::Kept { id: offer.id.clone(), ready: catalog(Some(folder)) }],
        // What stands there now is shown, so that nobody has to guess.
        Err(error) => vec![Msg::NotKept(keep_trouble(error)), Msg::Catalog(catalog(Some(folder)))],
    }
}

fn keep_trouble(error: KeepError) -> KeepTrouble {
    match error {
        KeepError::Refused(Refused::Changed) => KeepTrouble::Changed,
        KeepError::Refused(Refused::Gone) => KeepTrouble::Gone,
        KeepError::Refused(Refused::Damaged) => KeepTrouble::Damaged,
        KeepError::Refused(Refused::Taken | Refused::Unwritable) => KeepTrouble::Unwritable,
        KeepError::Held(by) => KeepTrouble::Held(holder(&by)),
        KeepError::Io(error) => KeepTrouble::Disk(trouble(SaveError::from(error).kind)),
    }
}

impl World {
    /// Writes an offer on a thread of its own: a large catalogue takes a while to be read again.
    pub(super) fn keep_offer(&mut self, asked: Keep, model: &mut Model) {
        let Some(folder) = self.catalog.clone() else {
            self.tell(model, Msg::NotKept(KeepTrouble::Disk(SaveTrouble::NoFolder)));
            return;
        };
        let (tx, now) = (self.tx.clone(), model.now);
        let write = move || {
            for msg in keep(&folder, &asked, now) {
                let _ = tx.send(Event::Msg(msg));
            }
        };
        match thread::Builder::new().name("keep".into()).spawn(write) {
            Ok(handle) => self.keeping = Some(handle),
            Err(_) => self.tell(model, Msg::NotKept(KeepTrouble::Disk(SaveTrouble::Other))),
        }
    }

    /// Writes the catalogue of the program into the user's folder, where it can be changed.
    pub(super) fn unfold(&mut self, model: &mut Model) {
        match offers::unfold() {
            Ok(folder) => {
                let ready = catalog(Some(&folder));
                self.catalog = Some(folder);
                self.tell(model, Msg::Catalog(ready));
            }
            Err(error) => self.failed(model, &folders::own_catalog().unwrap_or_default(), error),
        }
    }

    /// Writes a sheet into a file of its own and says where.
    pub(super) fn print(&mut self, name: String, text: &str, model: &mut Model) {
        let folder = self.sessions.join(PRINTS);
        match offers::print(&folder, &name, text) {
            Ok(file) => self.tell(model, Msg::Printed(told::path(&file))),
            Err(error) => self.failed(model, &folder.join(name), error),
        }
    }
}
