//! What the screen begins with: the words, the colours, the threads, and where one lands.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use chrono::Utc;

use super::folder::sweep;
use super::{Event, World, offers, saves};
use crate::app::model::{Model, Parts, Screen, Size};
use crate::app::msg::Msg;
use crate::catalog::search::Index;
use crate::catalog::synonyms::Synonyms;
use crate::commands::{Place, Start};
use crate::terminal::input;
use crate::text::Text;
use crate::ui::theme::Theme;

/// The model before anything was read.
pub(super) fn model(place: &Place, (width, height): (u16, u16)) -> Model {
    Model::new(Parts {
        text: text(place),
        library: Arc::default(),
        index: Arc::new(Index::new(&[], &Synonyms::default())),
        size: Size { width, height },
        now: Utc::now(),
        seed: fastrand::u64(..),
        who: whoami(),
    })
}

pub(super) fn text(place: &Place) -> Text {
    Text::new(place.text.lang(), place.words.as_deref())
}

/// Colours unless they were declined: on the command line, by the settings, or by `NO_COLOR`.
pub(super) fn theme(place: &Place) -> Theme {
    let declined = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    match place.settings.get("color") {
        "always" => Theme::colour(),
        "never" => Theme::mono(),
        _ if declined => Theme::mono(),
        _ => Theme::colour(),
    }
}

/// The system's user, for corrections and locks.
fn whoami() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// Reads the catalogue on a thread of its own.
fn read_catalog(folder: Option<PathBuf>, tx: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("catalog".into()).spawn(move || {
        let _ = tx.send(Event::Msg(Msg::Catalog(offers::catalog(folder.as_deref()))));
    })?;
    Ok(())
}

impl World {
    /// Starts the threads that read the keyboard, the system's signals and the catalogue, and the one that saves.
    pub(super) fn new(place: &Place, tx: Sender<Event>) -> io::Result<Self> {
        input::spawn(tx.clone())?;
        input::signals(tx.clone())?;
        let catalog = place.settings.catalog();
        read_catalog(catalog.clone(), tx.clone())?;
        let saver = saves::saver(place, tx.clone())?;
        let sessions = place.settings.sessions();
        let retention_days = place.settings.number("retention_days");
        Ok(Self {
            tx,
            saver,
            sessions,
            lock: None,
            watching: None,
            catalog,
            keeping: None,
            asked: None,
            copies: None,
            waiting: None,
            retention_days,
            ending: false,
        })
    }

    pub(super) fn begin(&mut self, start: Start, model: &mut Model) {
        match start {
            Start::Home => self.list(),
            Start::Session(path) => {
                self.list();
                self.open(&path, model);
                // A file outside the folder of sessions may have been left by a program that died, too.
                let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
                let _ = thread::Builder::new().name("sweep".into()).spawn(move || sweep(&folder));
            }
            Start::Citizen(path) => {
                model.screen = Screen::Show;
                self.follow(path, model);
            }
            Start::Catalog => {
                model.screen = Screen::Catalog;
                model.browser.own_window = true;
            }
            Start::New { group, reference } => {
                self.list();
                self.waiting = Some((group, reference));
            }
            Start::Demo(path) => {
                self.sessions = path.parent().map(Path::to_path_buf).unwrap_or_default();
                self.list();
                self.open(&path, model);
            }
        }
    }
}
