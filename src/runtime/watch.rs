//! Files that are only read are watched: by the citizen screen, and where somebody else writes in a session. On threads of
//! their own, so that nothing on screen waits.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::Utc;

use super::{Event, World};
use crate::app::keeping::Told;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::commands::told;
use crate::domain::session::Session;
use crate::storage::{disk, sessions};

/// How often a file is looked at.
const FOLLOW: Duration = Duration::from_millis(300);

/// What is seen.
enum News {
    /// The file holds this now.
    Session(Box<Session>),
    /// Who has it open for writing.
    Holder(Option<String>),
}

/// Looks at a file again and again.
struct Watch {
    path: PathBuf,
    state: Option<(u64, SystemTime)>,
    /// Who has it open is watched, too.
    asks: bool,
    /// Who had it at the last look.
    holder: Option<String>,
}

impl Watch {
    /// Goes on until `tell` gives `false`.
    fn run(mut self, tell: &dyn Fn(News) -> bool) {
        let mut goes_on = true;
        while goes_on {
            thread::sleep(FOLLOW);
            let state = sessions::state(&self.path);
            // A file that cannot be read at this moment is read at the next.
            if state != self.state
                && let Ok(decoded) = sessions::read(&self.path)
            {
                self.state = state;
                goes_on = tell(News::Session(Box::new(decoded.session)));
            }
            let by = self.asks.then(|| disk::holder(&self.path, Utc::now())).flatten();
            if goes_on && self.asks && by != self.holder {
                self.holder.clone_from(&by);
                goes_on = tell(News::Holder(by));
            }
        }
    }
}

impl World {
    /// The citizen screen: reads the file now and whenever it changes.
    pub(super) fn follow(&mut self, path: PathBuf, model: &mut Model) {
        match sessions::read(&path) {
            Ok(decoded) => self.tell(model, Msg::Followed(Box::new(decoded.session))),
            Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
        }
        let tx = self.tx.clone();
        let tell = move |news| match news {
            News::Session(session) => tx.send(Event::Msg(Msg::Followed(session))).is_ok(),
            News::Holder(_) => true,
        };
        let watch = Watch { path, state: None, asks: false, holder: None };
        let _ = thread::Builder::new().name("follow".into()).spawn(move || watch.run(&tell));
    }

    /// Watches the file of a session that is only read here, and with `held` who has it, until what this gives is dropped.
    pub(super) fn watch(&self, file: PathBuf, held: bool) -> Arc<()> {
        let alive = Arc::new(());
        let (tx, watched, path) = (self.tx.clone(), Arc::downgrade(&alive), file.clone());
        let tell = move |news| {
            let told = match news {
                News::Session(session) => Told::Changed { file: file.clone(), session },
                News::Holder(by) => Told::Holder { file: file.clone(), by: by.map(|by| told::holder(&by)) },
            };
            watched.strong_count() > 0 && tx.send(Event::Msg(Msg::Keeping(told))).is_ok()
        };
        // Somebody, to begin with: should they have left by now, that is news.
        let watch = Watch { path, state: None, asks: held, holder: Some(String::new()) };
        // Without a thread it stays as it was opened.
        let _ = thread::Builder::new().name("watch".into()).spawn(move || watch.run(&tell));
        alive
    }
}
