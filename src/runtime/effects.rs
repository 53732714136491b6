//! What the model is told, and what it asks for done.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::Utc;

use super::opening::note;
use super::{Event, World};
use crate::app::keeping::Told;
use crate::app::model::Model;
use crate::app::msg::{Effect, Folder, Msg};
use crate::app::update::{fresh, update};
use crate::commands::told;
use crate::keys;
use crate::storage::exposure;
use crate::storage::log::{self, Deed};
use crate::storage::sessions::{self, OpenError};
use crate::storage::versions;
use crate::storage::worker::Job;
use crate::terminal::clipboard;
use crate::terminal::input::Input;

impl World {
    pub(super) fn take(&mut self, model: &mut Model, event: Event) {
        model.now = Utc::now();
        let msg = match event {
            Event::Msg(Msg::Listed(lines)) => Some(Msg::Listed(self.in_words(model, lines))),
            Event::Msg(msg) => Some(msg),
            Event::ListDone(folder, kind, standing, exposed) => {
                let (vault, vault_advice) = told::standing(&model.text, standing);
                Some(Msg::ListDone {
                    folder: Folder {
                        path: folder.display().to_string(),
                        team: kind == exposure::Kind::Team,
                        vault,
                        vault_advice,
                        exposed: exposed.iter().map(|exposure| told::exposure(&model.text, exposure)).collect(),
                        retention_days: self.retention_days,
                    },
                })
            }
            Event::Input(Input::Key(key)) => keys::resolve(model, key),
            Event::Input(Input::Paste(text)) => Some(Msg::Paste(text)),
            Event::Input(Input::Focused) => Some(Msg::Focused),
            Event::Input(Input::Resize(width, height)) => Some(Msg::Resize(width, height)),
            Event::Input(Input::Terminate | Input::Closed) => Some(Msg::Terminate),
        };
        if let Some(msg) = msg {
            self.tell(model, msg);
        }
    }

    pub(super) fn tell(&mut self, model: &mut Model, msg: Msg) {
        let ready = matches!(msg, Msg::Catalog(_));
        let is_example = model.work.as_ref().is_some_and(|work| work.session.fictitious);
        if let Msg::Keeping(Told::Copied { file, trouble: None, .. }) = &msg
            && !is_example
        {
            note(file, Deed::Exported, model.now);
        }
        if matches!(msg, Msg::Saved { .. } | Msg::SaveFailed { .. }) {
            self.asked = None;
        }
        for effect in update(model, msg) {
            self.act(effect, model);
        }
        if ready && let Some((group, reference)) = self.waiting.take() {
            let session = fresh(model, group, &reference);
            self.create(&session, model);
        }
    }

    fn act(&mut self, effect: Effect, model: &mut Model) {
        match effect {
            Effect::Save { file, revision, seen, session } => {
                self.asked.get_or_insert_with(|| (file.clone(), Instant::now()));
                self.saver.save(Job { revision, session, path: file, at: model.now, seen });
            }
            Effect::Keeping(asked) => self.keep(asked, model),
            Effect::List => self.list(),
            Effect::Open(name) => self.open(&self.sessions.join(name), model),
            Effect::Create(session) => self.create(&session, model),
            Effect::FollowUp(name) => match sessions::read(&self.sessions.join(name)) {
                Ok(decoded) => self.tell(model, Msg::FollowUpOf(Box::new(decoded.session))),
                Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
            },
            Effect::Journal(name) => match sessions::read(&self.sessions.join(&name)) {
                Ok(decoded) => {
                    // As the command line tells it when the same text is taken out there.
                    let _ = log::note(&self.sessions.join(&name), Deed::Exported, "readback", model.now);
                    self.tell(model, Msg::JournalOf(Box::new(decoded.session)));
                }
                Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
            },
            Effect::Delete(name) => match sessions::delete(&self.sessions.join(&name), model.now) {
                Ok(versions) => {
                    self.gone(&self.sessions.join(&name), model);
                    note(&self.sessions.join(&name), Deed::Deleted, model.now);
                    self.tell(model, Msg::Deleted(name));
                    self.tell(model, Msg::Keeping(Told::VersionsGone(versions)));
                }
                Err(error) => self.failed(model, &self.sessions.join(&name), error),
            },
            Effect::Release => {
                // The list that is read next shall show what was just written.
                self.saver.finish(Duration::from_secs(1));
                self.lock = None;
                self.watching = None;
            }
            Effect::Keep(asked) => self.keep_offer(*asked, model),
            Effect::Unfold => self.unfold(model),
            Effect::Print { name, text } => self.print(name, &text, model),
            Effect::Clipboard(text) => {
                // The program's own clipboard has it, whatever the terminal does.
                let _ = clipboard::copy(&text);
            }
            Effect::Menu(which) => {
                let menu = keys::list(model, which);
                self.tell(model, Msg::Menu(menu));
            }
            Effect::Quit => self.ending = true,
        }
    }

    /// Sees to it that nothing that was still to be written brings back what was deleted.
    fn gone(&self, path: &Path, model: &Model) {
        self.saver.forget(path, Duration::from_secs(1));
        let _ = versions::remove_all(path);
        if path.is_file() {
            let _ = sessions::delete(path, model.now);
        }
    }

    pub(super) fn failed(&mut self, model: &mut Model, path: &Path, source: io::Error) {
        let error = OpenError::Io { path: path.to_owned(), source };
        self.tell(model, Msg::NotOpened(told::open(&model.text, &error)));
    }
}
