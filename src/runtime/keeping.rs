//! What is done so that nothing is lost: versions, places, other places to save to, damaged files. Whatever reads or writes
//! does it on the thread that saves or on one of its own: the screen never waits.

use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};

use super::opening::note;
use super::saves::trouble;
use super::{Event, World};
use crate::app::keeping::{Keeping, Line, Told};
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::commands::told;
use crate::domain::version::{Reason, Version};
use crate::storage::log::Deed;
use crate::storage::sessions::{self, Opened, RestoreError};
use crate::storage::worker::{Aside, CameIn, Content, Report, Written};
use crate::storage::{folders, places, versions};
use crate::text::w;

/// What else came of a save than that it is on disk.
pub(super) fn written(file: &Path, written: Written) -> impl Iterator<Item = Msg> {
    let Written { came_in, beside } = written;
    let came_in = came_in.map(|came_in| came(file, came_in));
    let beside = beside.map(|beside| Told::Beside { file: file.to_owned(), beside });
    came_in.into_iter().chain(beside).map(Msg::Keeping)
}

fn came(file: &Path, came_in: CameIn) -> Told {
    let CameIn { number, sent, merged, two_texts, noted } = came_in;
    Told::CameIn { file: file.to_owned(), number, sent, merged, two_texts, noted }
}

/// What came of something that was done beside the saves.
pub(super) fn told_by(report: Report) -> Option<Msg> {
    let told = match report {
        Report::Save(_) => return None,
        Report::CameIn { path, came_in } => came(&path, came_in),
        Report::NotKept { path, .. } => Told::NotKept(path),
        Report::Copied { path: file, to, revision, result } => {
            Told::Copied { file, to, revision, trouble: result.err().map(|error| trouble(error.kind)) }
        }
    };
    Some(Msg::Keeping(told))
}

/// What to say when the program ends and the last revision is not where it belongs.
pub(super) fn left_unsaved(model: &Model) -> String {
    let work = model.work.as_ref().filter(|work| work.saving.is_elsewhere(work.history.revision()));
    match work.and_then(|work| work.saving.elsewhere.as_ref()) {
        Some((_, path)) => model.text.fmt(w("left-elsewhere"), &[("path", path.as_str().into())]),
        None => model.text.get(w("left-unsaved")),
    }
}

impl World {
    pub(super) fn keep(&mut self, asked: Keeping, model: &mut Model) {
        match asked {
            Keeping::Keep { file, reason, session } => {
                if reason == Reason::Restore && !session.fictitious {
                    note(&file, Deed::Restored, model.now);
                }
                let content = Content::Session(session);
                self.saver.aside(Aside::Keep { path: file, content, reason, at: model.now });
            }
            Keeping::Place { file, place } => {
                if let Some(folder) = folders::places() {
                    self.saver.aside(Aside::Place { path: file, folder, place });
                }
            }
            Keeping::List(file) => self.aside("versions", move || Some(Told::Versions { lines: lines(&file), file })),
            Keeping::Read { file, version } => self.read_version(file, version, model),
            Keeping::Suggest(file) => {
                let to = suggested(&file).to_string_lossy().into_owned();
                self.tell(model, Msg::Keeping(Told::Suggested { file, to }));
            }
            Keeping::Elsewhere { file, to, revision, session } => {
                let to = folders::typed(&to, Path::new(file.file_name().unwrap_or_default()));
                self.saver.aside(Aside::Copy { path: file, to: free(to), revision, session });
            }
            Keeping::Look(path) => self.saver.aside(Aside::Look { path, at: model.now }),
            Keeping::Write { file, place } => {
                self.open(&file, model);
                self.tell(model, Msg::Keeping(Told::Reopened { file, place }));
            }
            Keeping::TakeOver(path) => match sessions::take_over(&path, model.now) {
                Ok(opened) => self.opened(opened, model),
                Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
            },
            Keeping::Rescue(name) => self.rescue(&self.sessions.join(name)),
            Keeping::OpenCopy { file, version } => self.open_rescued(&file, &version, model),
        }
    }

    /// What a session begins with: the file is known, and what it held is a version.
    pub(super) fn begin_keeping(&self, opened: &Opened, now: DateTime<Utc>) {
        self.saver.opened(opened);
        let reason = if opened.migrated.is_some() { Reason::Update } else { Reason::Opened };
        let content = Content::Bytes(opened.bytes.clone());
        self.saver.aside(Aside::Keep { path: opened.path.clone(), content, reason, at: now });
    }

    /// Goes where one was when the program last ended without being asked to.
    pub(super) fn place(&mut self, file: &Path, model: &mut Model) {
        let place = folders::places().and_then(|folder| places::read(&folder, file));
        if let Some(place) = place {
            self.tell(model, Msg::Keeping(Told::Place { file: file.to_owned(), place }));
        }
    }

    /// Finds out, on a thread of its own, whether a damaged file has a version that can be read.
    pub(super) fn rescue(&self, path: &Path) {
        let file = path.to_owned();
        self.aside("rescue", move || {
            let (version, _) = versions::newest_readable(&file)?;
            Some(Told::Rescuable { file, version })
        });
    }

    fn aside(&self, name: &str, find: impl FnOnce() -> Option<Told> + Send + 'static) {
        let tx = self.tx.clone();
        let run = move || {
            if let Some(told) = find() {
                let _ = tx.send(Event::Msg(Msg::Keeping(told)));
            }
        };
        // Without a thread there is no answer, and everything else still works.
        let _ = thread::Builder::new().name(name.to_owned()).spawn(run);
    }

    fn read_version(&mut self, file: PathBuf, version: Version, model: &mut Model) {
        let msg = match versions::read(&file, &version) {
            Ok(decoded) => Msg::Keeping(Told::Version { file, version, session: Box::new(decoded.session) }),
            Err(error) => Msg::NotOpened(told::open(&model.text, &error)),
        };
        self.tell(model, msg);
    }

    /// A version of a damaged file becomes a file of its own beside it.
    fn open_rescued(&mut self, file: &Path, version: &Version, model: &mut Model) {
        let copy = sessions::beside(file);
        match sessions::restore_to(file, version, &copy) {
            Ok(()) => self.open(&copy, model),
            Err(RestoreError::Version(error)) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
            Err(RestoreError::Io(error)) => self.failed(model, &copy, error),
            Err(RestoreError::Held { .. }) => {}
        }
    }
}

/// The versions of a file, as the list shows them.
fn lines(file: &Path) -> Vec<Line> {
    let compared = versions::compared(file).unwrap_or_default();
    compared.into_iter().map(|(version, then)| Line { version, then }).collect()
}

/// A place among the user's documents, under the name of the file.
fn suggested(file: &Path) -> PathBuf {
    let folder = folders::documents().unwrap_or_else(std::env::temp_dir);
    folder.join(file.file_name().unwrap_or_default())
}

/// The path, or one like it where nothing lies yet.
fn free(path: PathBuf) -> PathBuf {
    if path.exists() { sessions::beside(&path) } else { path }
}
