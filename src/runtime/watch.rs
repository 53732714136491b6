//! A file that another window writes: looked at again and again, for as long as it is shown here.

use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::Utc;

use super::opening::note;
use super::{Event, World};
use crate::app::keeping::Told;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::commands::told::{self, holder};
use crate::domain::session::Session;
use crate::storage::log::Deed;
use crate::storage::{disk, sessions};

/// How often it is looked whether the file has changed.
const FOLLOW: Duration = Duration::from_millis(300);

impl World {
    /// The citizen screen: reads the file now and whenever it changes.
    pub(super) fn follow(&mut self, path: PathBuf, model: &mut Model) {
        match sessions::read(&path) {
            Ok(decoded) => {
                if !decoded.session.fictitious {
                    note(&path, Deed::Opened, model.now);
                }
                self.tell(model, Msg::Followed(Box::new(decoded.session)));
            }
            Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
        }
        let tx = self.tx.clone();
        self.begin_watching(path, false, move |news| {
            if let News::Session(session) = news {
                let _ = tx.send(Event::Msg(Msg::Followed(session)));
            }
        });
    }

    /// Watches the file of a session that is only read here, and with `held` who has it.
    pub(super) fn watch(&mut self, file: PathBuf, held: bool) {
        let tx = self.tx.clone();
        self.begin_watching(file.clone(), held, move |news| {
            let file = file.clone();
            let told = match news {
                News::Session(session) => Told::Changed { file, session },
                News::Holder(by) => Told::Holder { file, by: by.map(|by| holder(&by)) },
            };
            let _ = tx.send(Event::Msg(Msg::Keeping(told)));
        });
    }

    /// Goes on until something else is watched, or nothing.
    fn begin_watching(&mut self, path: PathBuf, asks: bool, tell: impl Fn(News) + Send + 'static) {
        let alive = Arc::new(());
        // Somebody, to begin with: should they have left by now, that is news.
        let watch = Watch { path, state: None, asks, holder: Some(String::new()), shown: Arc::downgrade(&alive) };
        self.watching = Some(alive);
        // Without a thread it stays as it was opened.
        let _ = thread::Builder::new().name("watch".into()).spawn(move || watch.run(&tell));
    }
}

/// What a watch tells.
enum News {
    /// The file holds this now.
    Session(Box<Session>),
    /// Who has it open for writing.
    Holder(Option<String>),
}

struct Watch {
    path: PathBuf,
    /// Size and time at the last look.
    state: Option<(u64, SystemTime)>,
    /// Who has it open is watched, too.
    asks: bool,
    /// Who had it at the last look.
    holder: Option<String>,
    /// Lives as long as the file is shown.
    shown: Weak<()>,
}

impl Watch {
    fn run(mut self, tell: &dyn Fn(News)) {
        loop {
            thread::sleep(FOLLOW);
            if self.shown.strong_count() == 0 {
                return;
            }
            let state = sessions::state(&self.path);
            // A file that cannot be read at this moment is read at the next.
            if state != self.state
                && let Ok(decoded) = sessions::read(&self.path)
            {
                self.state = state;
                tell(News::Session(Box::new(decoded.session)));
            }
            let by = self.asks.then(|| disk::holder(&self.path, Utc::now())).flatten();
            if self.asks && by != self.holder {
                self.holder.clone_from(&by);
                tell(News::Holder(by));
            }
        }
    }
}
