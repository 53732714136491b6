//! Sessions: opening one, making one, and the copies that examples open as.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};

use super::World;
use crate::app::keeping::Told;
use crate::app::model::Model;
use crate::app::msg::{Msg, ReadOnly};
use crate::commands::told::{self, holder};
use crate::domain::dates::copenhagen;
use crate::domain::session::Session;
use crate::storage::log::{self, Deed};
use crate::storage::sessions::{self, OpenError, Opened};
use crate::storage::{disk, folders, format};

impl World {
    pub(super) fn open(&mut self, path: &Path, model: &mut Model) {
        let opened = match sessions::open(path, model.now) {
            Ok(opened) => opened,
            Err(error) => {
                self.tell(model, Msg::NotOpened(told::open(&model.text, &error)));
                if matches!(error, OpenError::Read { .. }) {
                    self.rescue(path);
                }
                return;
            }
        };
        if opened.session.fictitious && opened.read_only.is_none() && !self.is_copy(path) {
            self.open_copy(&opened.session, path, model);
            return;
        }
        self.opened(opened, model);
    }

    pub(super) fn opened(&mut self, opened: Opened, model: &mut Model) {
        let file = opened.path.clone();
        let stale = match &opened.read_only {
            Some(sessions::ReadOnly::Held { by }) if disk::is_stale(by, model.now) => Some(holder(by)),
            _ => None,
        };
        let read_only = opened.read_only.clone().map(|why| match why {
            sessions::ReadOnly::UnknownFields(names) => ReadOnly::Unknown(names),
            sessions::ReadOnly::Held { by } => ReadOnly::Held(holder(&by)),
            sessions::ReadOnly::NotWritable => ReadOnly::NotWritable,
        });
        let writes = read_only.is_none();
        if writes {
            self.begin_keeping(&opened, model.now);
        }
        self.lock = opened.lock;
        self.watching = None;
        if !writes {
            self.watch(file.clone(), matches!(opened.read_only, Some(sessions::ReadOnly::Held { .. })));
        }
        if !opened.session.fictitious {
            let (file, now) = (file.clone(), model.now);
            // A slow share must not keep anyone waiting at the door.
            let _ = thread::Builder::new().name("log".into()).spawn(move || note(&file, Deed::Opened, now));
        }
        self.tell(model, Msg::Opened { file: file.clone(), session: Box::new(opened.session), read_only });
        if let Some(by) = stale {
            self.tell(model, Msg::Keeping(Told::Stale { file: file.clone(), by }));
        }
        if writes {
            self.place(&file, model);
        }
    }

    /// An example opens as a copy in a folder of its own that nobody else reads.
    fn open_copy(&mut self, session: &Session, path: &Path, model: &mut Model) {
        let made = self.copies().and_then(|folder| {
            let copy = folder.join(path.file_name().unwrap_or_default());
            disk::atomic(&copy, &format::bytes_for(&copy, session)?).map(|()| copy)
        });
        match made {
            Ok(copy) => self.open(&copy, model),
            Err(error) => self.failed(model, path, error),
        }
    }

    /// Where copies of examples lie: a new folder that no other user can have prepared, removed at the end.
    fn copies(&mut self) -> io::Result<PathBuf> {
        if let Some(folder) = &self.copies {
            return Ok(folder.clone());
        }
        let folder = folders::temporary()?;
        self.copies = Some(folder.clone());
        Ok(folder)
    }

    fn is_copy(&self, path: &Path) -> bool {
        self.copies.is_some() && path.parent() == self.copies.as_deref()
    }

    pub(super) fn create(&mut self, session: &Session, model: &mut Model) {
        let folder = if session.fictitious { self.copies() } else { Ok(self.sessions.clone()) };
        let date = copenhagen(model.now).date();
        match folder.and_then(|folder| sessions::create(&folder, session, date, model.now)) {
            Ok(path) => self.open(&path, model),
            Err(error) => self.failed(model, &self.sessions.clone(), error),
        }
    }
}

/// What cannot be written in the log keeps nobody from working: a folder one may only read has none.
pub(super) fn note(file: &Path, deed: Deed, now: DateTime<Utc>) {
    let _ = log::note(file, deed, "", now);
}
