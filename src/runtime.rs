//! The loop: receive, update, do what was asked, draw once. Knows all rooms; the only one besides `commands` that reads the
//! clock.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::app::model::{Model, Parts, Screen, Size};
use crate::app::msg::{Effect, Keep, KeepTrouble, Msg, ReadOnly, Ready, SaveTrouble};
use crate::app::update::{fresh, update};
use crate::catalog::library::Library;
use crate::catalog::rewrite::Refused;
use crate::catalog::search::Index;
use crate::commands::{Place, Start, told};
use crate::domain::choices::Group;
use crate::domain::dates::copenhagen;
use crate::domain::session::Session;
use crate::domain::summary::Listed;
use crate::keys;
use crate::storage::disk::{self, Lock};
use crate::storage::folders;
use crate::storage::offers::{self, KeepError};
use crate::storage::sessions::{self, OpenError};
use crate::storage::worker::{Job, SaveError, SaveErrorKind, SaveReport, Saver};
use crate::terminal::clipboard;
use crate::terminal::guard::{self, TerminalGuard};
use crate::terminal::input::{self, Input};
use crate::text::{Text, w};
use crate::ui::{self, theme::Theme};

/// How often the citizen screen looks whether its file has changed.
const FOLLOW: Duration = Duration::from_millis(300);
/// How long leaving waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);
/// Folder of the examples within the folder of sessions.
const EXAMPLES: &str = "examples";
/// Folder of printed sheets within the folder of sessions.
const PRINTS: &str = "prints";

enum Event {
    Input(Input),
    Msg(Msg),
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        Self::Input(input)
    }
}

/// Everything outside the model.
struct World {
    tx: Sender<Event>,
    saver: Saver,
    sessions: PathBuf,
    /// Held while a session is open.
    lock: Option<Lock>,
    /// Folder of the catalogue; `None`: the one in the program.
    catalog: Option<PathBuf>,
    /// An offer that is being written.
    keeping: Option<JoinHandle<()>>,
    /// A new session that waits for the catalogue.
    waiting: Option<(Group, String)>,
    ending: bool,
}

/// Runs the screen until the user leaves. The terminal is given back before this returns. Gives a sentence when something
/// is not on disk.
pub fn run(start: Start, place: &Place) -> io::Result<Option<String>> {
    let text = Text::new(place.text.lang(), place.words.as_deref());
    let theme = theme(place);
    let guard = TerminalGuard::enter()?;
    let mut screen = guard.screen()?;
    let (tx, rx) = channel::<Event>();
    input::spawn(tx.clone())?;
    input::signals(tx.clone())?;
    read_catalog(place.settings.catalog(), tx.clone())?;
    let reports = tx.clone();
    let saver = Saver::spawn(move |report| {
        let _ = reports.send(Event::Msg(saved(report, Utc::now())));
    })?;
    let size = screen.size()?;
    let mut model = Model::new(Parts {
        text,
        library: Arc::default(),
        index: Arc::new(Index::new(&[], &crate::catalog::synonyms::Synonyms::default())),
        size: Size { width: size.width, height: size.height },
        now: Utc::now(),
        seed: fastrand::u64(..),
        who: whoami(),
    });
    let sessions = place.settings.sessions();
    let catalog = place.settings.catalog();
    let mut world = World { tx, saver, sessions, lock: None, catalog, keeping: None, waiting: None, ending: false };
    world.begin(start, &mut model);
    let mut drawn = (size.width, size.height);
    while !world.ending {
        let now = (model.size.width, model.size.height);
        if now != drawn {
            guard::repaint(&mut screen, now)?;
            drawn = now;
        }
        screen.draw(|frame| ui::draw(frame, &model, &theme))?;
        let Some(first) = wait(&rx, &model) else { break };
        world.take(&mut model, first);
        // What has queued up meanwhile is taken in before the next picture.
        for event in rx.try_iter().take(256) {
            world.take(&mut model, event);
            if world.ending {
                break;
            }
        }
    }
    if let Some(keeping) = world.keeping.take() {
        let _ = keeping.join();
    }
    let unsaved = world.saver.finish(PATIENCE);
    drop(world.lock.take());
    folders::discard(&copies());
    guard.leave()?;
    Ok(unsaved.map(|_| model.text.get(w("left-unsaved"))))
}

/// Colours unless they were declined: on the command line, by the settings, or by `NO_COLOR`.
fn theme(place: &Place) -> Theme {
    let declined = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    match place.settings.get("color") {
        "always" => Theme::colour(),
        "never" => Theme::mono(),
        _ if declined => Theme::mono(),
        _ => Theme::colour(),
    }
}

/// The next event. While a clock shows, a second is as long as nothing happens; else there is no limit.
fn wait(rx: &Receiver<Event>, model: &Model) -> Option<Event> {
    let ticking = model.clock().is_some_and(|c| c.is_on());
    if !ticking {
        return rx.recv().ok();
    }
    let into = Utc::now().timestamp_subsec_millis().min(999);
    match rx.recv_timeout(Duration::from_millis(u64::from(1000 - into))) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => Some(Event::Msg(Msg::Tick)),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Reads the catalogue on a thread of its own.
fn read_catalog(folder: Option<PathBuf>, tx: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("catalog".into()).spawn(move || {
        let _ = tx.send(Event::Msg(Msg::Catalog(catalog(folder.as_deref()))));
    })?;
    Ok(())
}

/// The catalogue of a folder with its search. One that cannot be read at all leaves the built-in one in its place.
fn catalog(folder: Option<&Path>) -> Ready {
    let found = folder.and_then(|folder| folders::read_catalog(folder).ok().map(|found| (folder, found)));
    let shown = found.as_ref().map(|(folder, _)| told::path(&folder.canonicalize().unwrap_or(folder.to_path_buf())));
    let library = found.map_or_else(Library::builtin, |(_, found)| Library::read(&found.files));
    let index = Index::new(&library.offers, &library.synonyms);
    Ready { library: Arc::new(library), index: Arc::new(index), folder: shown }
}

/// Writes an offer into its file and reads the catalogue anew. What comes back, in order.
fn keep(folder: &Path, keep: &Keep, now: DateTime<Utc>) -> Vec<Msg> {
    let Keep { file, before, offer } = keep;
    match offers::keep(folder, file, before.as_ref(), offer, now) {
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
        KeepError::Io(error) => KeepTrouble::Disk(save_trouble(SaveError::from(error).kind)),
    }
}

fn save_trouble(kind: SaveErrorKind) -> SaveTrouble {
    match kind {
        SaveErrorKind::DiskFull => SaveTrouble::DiskFull,
        SaveErrorKind::NoFolder => SaveTrouble::NoFolder,
        SaveErrorKind::NotAllowed => SaveTrouble::NotAllowed,
        SaveErrorKind::Other => SaveTrouble::Other,
    }
}

fn saved(report: SaveReport, at: DateTime<Utc>) -> Msg {
    let SaveReport { path: file, revision, result } = report;
    match result {
        Ok(()) => Msg::Saved { file, revision, at },
        Err(error) => Msg::SaveFailed { file, why: save_trouble(error.kind) },
    }
}

/// Who holds a session, without what only a machine reads: the lock says user@machine, process and time.
fn holder(by: &str) -> String {
    by.split_whitespace().next().unwrap_or_default().trim_start_matches("?@").to_owned()
}

/// The system's user, for corrections and locks.
fn whoami() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

impl World {
    fn begin(&mut self, start: Start, model: &mut Model) {
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

    fn take(&mut self, model: &mut Model, event: Event) {
        model.now = Utc::now();
        let msg = match event {
            Event::Msg(Msg::Listed(lines)) => Some(Msg::Listed(self.in_words(model, lines))),
            Event::Msg(msg) => Some(msg),
            Event::Input(Input::Key(key)) => keys::resolve(model, key),
            Event::Input(Input::Paste(text)) => Some(Msg::Paste(text)),
            Event::Input(Input::Resize(width, height)) => Some(Msg::Resize(width, height)),
            Event::Input(Input::Terminate | Input::Closed) => Some(Msg::Terminate),
        };
        if let Some(msg) = msg {
            self.tell(model, msg);
        }
    }

    /// What is wrong with a file, in the language of the screen.
    fn in_words(&self, model: &Model, mut lines: Vec<Listed>) -> Vec<Listed> {
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

    fn tell(&mut self, model: &mut Model, msg: Msg) {
        let ready = matches!(msg, Msg::Catalog(_));
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
            Effect::Save { file, revision, session } => self.saver.save(Job { revision, session, path: file }),
            Effect::List => self.list(),
            Effect::Open(name) => self.open(&self.sessions.join(name), model),
            Effect::Create(session) => self.create(&session, model),
            Effect::FollowUp(name) => match sessions::read(&self.sessions.join(name)) {
                Ok(decoded) => self.tell(model, Msg::FollowUpOf(Box::new(decoded.session))),
                Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
            },
            Effect::Delete(name) => match sessions::delete(&self.sessions.join(&name), model.now) {
                Ok(()) => self.tell(model, Msg::Deleted(name)),
                Err(error) => self.failed(model, &self.sessions.join(&name), error),
            },
            Effect::Release => {
                // The list that is read next shall show what was just written.
                self.saver.finish(Duration::from_secs(1));
                self.lock = None;
            }
            Effect::Keep(asked) => self.keep(*asked, model),
            Effect::Unfold => match offers::unfold() {
                Ok(folder) => {
                    let ready = catalog(Some(&folder));
                    self.catalog = Some(folder);
                    self.tell(model, Msg::Catalog(ready));
                }
                Err(error) => self.failed(model, &folders::own_catalog().unwrap_or_default(), error),
            },
            Effect::Print { name, text } => {
                let folder = self.sessions.join(PRINTS);
                match offers::print(&folder, &name, &text) {
                    Ok(file) => self.tell(model, Msg::Printed(told::path(&file))),
                    Err(error) => self.failed(model, &folder.join(name), error),
                }
            }
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

    /// Writes an offer on a thread of its own: a large catalogue takes a while to be read again.
    fn keep(&mut self, asked: Keep, model: &mut Model) {
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

    fn failed(&mut self, model: &mut Model, path: &Path, source: io::Error) {
        let error = OpenError::Io { path: path.to_owned(), source };
        self.tell(model, Msg::NotOpened(told::open(&model.text, &error)));
    }

    /// Reads the folder on a thread of its own; what it finds arrives in batches.
    fn list(&self) {
        let (tx, folder) = (self.tx.clone(), self.sessions.clone());
        let read = move || {
            let _ = sessions::list(&folder, &mut |lines| tx.send(Event::Msg(Msg::Listed(lines))).is_ok());
            let examples = folder.join(EXAMPLES);
            let _ = sessions::list(&examples, &mut |mut lines| {
                lines.iter_mut().for_each(in_examples);
                tx.send(Event::Msg(Msg::Listed(lines))).is_ok()
            });
            sweep(&folder);
            let shown = folder.canonicalize().unwrap_or(folder);
            let _ = tx.send(Event::Msg(Msg::ListDone { folder: shown.display().to_string() }));
        };
        // Without a thread there is no list, and everything else still works.
        let _ = thread::Builder::new().name("list".into()).spawn(read);
    }

    fn open(&mut self, path: &Path, model: &mut Model) {
        let opened = match sessions::open(path, model.now) {
            Ok(opened) => opened,
            Err(error) => {
                self.tell(model, Msg::NotOpened(told::open(&model.text, &error)));
                return;
            }
        };
        if opened.session.fictitious && opened.read_only.is_none() && !is_copy(path) {
            self.open_copy(&opened.session, path, model);
            return;
        }
        let read_only = opened.read_only.map(|why| match why {
            sessions::ReadOnly::UnknownFields(names) => ReadOnly::Unknown(names),
            sessions::ReadOnly::Held { by } => ReadOnly::Held(holder(&by)),
            sessions::ReadOnly::NotWritable => ReadOnly::NotWritable,
        });
        self.lock = opened.lock;
        let file = opened.path;
        self.tell(model, Msg::Opened { file, session: Box::new(opened.session), read_only });
    }

    /// An example opens as a copy in a folder of its own that nobody else reads.
    fn open_copy(&mut self, session: &Session, path: &Path, model: &mut Model) {
        let folder = copies();
        let copy = folder.join(path.file_name().unwrap_or_default());
        let made = disk::private_dir(&folder).and_then(|()| {
            let text = crate::storage::format::encode(session).map_err(io::Error::other)?;
            disk::atomic(&copy, text.as_bytes())
        });
        match made {
            Ok(()) => self.open(&copy, model),
            Err(error) => self.failed(model, &copy, error),
        }
    }

    fn create(&mut self, session: &Session, model: &mut Model) {
        let folder = if session.fictitious { copies() } else { self.sessions.clone() };
        let date = copenhagen(model.now).date();
        let made = disk::private_dir(&folder).and_then(|()| sessions::create(&folder, session, date, model.now));
        match made {
            Ok(path) => self.open(&path, model),
            Err(error) => self.failed(model, &folder, error),
        }
    }

    /// The citizen screen: reads the file now and whenever it changes.
    fn follow(&mut self, path: PathBuf, model: &mut Model) {
        let tx = self.tx.clone();
        match sessions::read(&path) {
            Ok(decoded) => self.tell(model, Msg::Followed(Box::new(decoded.session))),
            Err(error) => self.tell(model, Msg::NotOpened(told::open(&model.text, &error))),
        }
        let watch = move || {
            let mut last = None;
            loop {
                thread::sleep(FOLLOW);
                let state = sessions::state(&path);
                if state == last {
                    continue;
                }
                last = state;
                // A file that cannot be read at this moment is read at the next.
                if let Ok(decoded) = sessions::read(&path)
                    && tx.send(Event::Msg(Msg::Followed(Box::new(decoded.session)))).is_err()
                {
                    return;
                }
            }
        };
        let _ = thread::Builder::new().name("follow".into()).spawn(watch);
    }
}

/// Clears away what dead programs left half written. What cannot be cleared does no harm where it is.
fn sweep(folder: &Path) {
    let _ = disk::sweep(folder, Utc::now());
}

fn in_examples(line: &mut Listed) {
    match line {
        Listed::Session(summary) => summary.file = format!("{EXAMPLES}/{}", summary.file),
        Listed::Damaged { file, .. } => *file = format!("{EXAMPLES}/{file}"),
    }
}

/// Where copies of examples lie.
fn copies() -> PathBuf {
    std::env::temp_dir().join(format!("opstart-{}", std::process::id()))
}

fn is_copy(path: &Path) -> bool {
    path.parent() == Some(copies().as_path())
}
