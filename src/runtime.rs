//! The loop: receive, update, do what was asked, draw once. Knows all rooms; the only one besides `commands` that reads the
//! clock.

mod keeping;
mod offers;
mod watch;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use crate::app::keeping::Told;
use crate::app::model::{Model, Parts, Screen, Size};
use crate::app::msg::{Effect, Folder, Msg, ReadOnly, SaveTrouble};
use crate::app::update::{fresh, update};
use crate::catalog::search::Index;
use crate::commands::told::holder;
use crate::commands::{Place, Start, told};
use crate::domain::choices::Group;
use crate::domain::dates::copenhagen;
use crate::domain::merge::Noted;
use crate::domain::session::Session;
use crate::domain::summary::Listed;
use crate::keys;
use crate::storage::disk::{self, Lock};
use crate::storage::exposure::{self, Exposure};
use crate::storage::folders;
use crate::storage::log::{self, Deed};
use crate::storage::sessions::{self, OpenError, Opened};
use crate::storage::worker::{Job, Report, SaveErrorKind, SaveReport, Saver, Setup};
use crate::terminal::clipboard;
use crate::terminal::guard::{self, TerminalGuard};
use crate::terminal::input::{self, Input};
use crate::text::Text;
use crate::ui::{self, theme::Theme};

/// How long leaving waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);
/// Folder of the examples within the folder of sessions.
const EXAMPLES: &str = "examples";
/// Folder of printed sheets within the folder of sessions.
const PRINTS: &str = "prints";

enum Event {
    Input(Input),
    Msg(Msg),
    /// The list of sessions is whole: the folder, for whom it is, and who else may see it.
    ListDone(PathBuf, exposure::Kind, Vec<Exposure>),
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
    /// Lives while a session is open that is only read here.
    watching: Option<Arc<()>>,
    /// Folder of the catalogue; `None`: the one in the program.
    catalog: Option<PathBuf>,
    /// An offer that is being written.
    keeping: Option<JoinHandle<()>>,
    /// A new session that waits for the catalogue.
    waiting: Option<(Group, String)>,
    /// Days a session is kept after it was filed.
    retention_days: u32,
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
    // The words once more: the thread tells in the file what could not stand beside the rest.
    let words = Text::new(place.text.lang(), place.words.as_deref());
    let wording = Box::new(move |noted: &Noted| crate::report::words::noted(&words, noted));
    let setup = Setup { days: place.settings.versions_days(), wording };
    let saver = Saver::spawn(setup, move |report| {
        for msg in told_by(report, Utc::now()) {
            let _ = reports.send(Event::Msg(msg));
        }
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
    let retention_days = place.settings.number("retention_days");
    let catalog = place.settings.catalog();
    let mut world = World {
        tx,
        saver,
        sessions,
        lock: None,
        watching: None,
        catalog,
        keeping: None,
        waiting: None,
        retention_days,
        ending: false,
    };
    world.begin(start, &mut model);
    let mut drawn = (size.width, size.height);
    let idle = Duration::from_secs(60 * u64::from(place.settings.number("idle_minutes")));
    let mut touched = Instant::now();
    while !world.ending {
        let now = (model.size.width, model.size.height);
        if now != drawn {
            guard::repaint(&mut screen, now)?;
            drawn = now;
        }
        screen.draw(|frame| ui::draw(frame, &model, &theme))?;
        let Some(first) = wait(&rx, &model, idle_at(&model, touched, idle)) else { break };
        if matches!(first, Event::Input(_) | Event::Msg(Msg::Idle)) && !matches!(first, Event::Input(Input::Focused)) {
            touched = Instant::now();
        }
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
    Ok(unsaved.map(|_| keeping::left_unsaved(&model)))
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

/// When the screen is covered because nobody has touched the keyboard. The citizen screen of a window of its own is not: it
/// has no keys to uncover it by, and shows nothing that is not for everyone.
fn idle_at(model: &Model, touched: Instant, idle: Duration) -> Option<Instant> {
    (!idle.is_zero() && !model.privacy && model.screen != Screen::Show).then(|| touched + idle)
}

/// The next event. While a clock shows, a second is as long as nothing happens; else until `idle`, and without it there is
/// no limit.
fn wait(rx: &Receiver<Event>, model: &Model, idle: Option<Instant>) -> Option<Event> {
    let ticking = model.clock().is_some_and(|c| c.is_on());
    let second = Duration::from_millis(u64::from(1000 - Utc::now().timestamp_subsec_millis().min(999)));
    let left = idle.map(|at| at.saturating_duration_since(Instant::now()));
    let (limit, then) = match (ticking, left) {
        (false, None) => return rx.recv().ok(),
        (true, Some(left)) if left > second => (second, Msg::Tick),
        (true, None) => (second, Msg::Tick),
        (_, Some(left)) => (left, Msg::Idle),
    };
    match rx.recv_timeout(limit) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => Some(Event::Msg(then)),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Reads the catalogue on a thread of its own.
fn read_catalog(folder: Option<PathBuf>, tx: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("catalog".into()).spawn(move || {
        let _ = tx.send(Event::Msg(Msg::Catalog(offers::catalog(folder.as_deref()))));
    })?;
    Ok(())
}

fn told_by(report: Report, at: DateTime<Utc>) -> Vec<Msg> {
    let SaveReport { path: file, revision, result } = match report {
        Report::Save(report) => report,
        other => return keeping::told_by(other).into_iter().collect(),
    };
    match result {
        Ok(written) => {
            let mut told = vec![Msg::Saved { file: file.clone(), revision, at }];
            told.extend(keeping::written(&file, written));
            told
        }
        Err(error) => vec![Msg::SaveFailed { file, why: trouble(error.kind) }],
    }
}

fn trouble(kind: SaveErrorKind) -> SaveTrouble {
    match kind {
        SaveErrorKind::DiskFull => SaveTrouble::DiskFull,
        SaveErrorKind::NoFolder => SaveTrouble::NoFolder,
        SaveErrorKind::NotAllowed => SaveTrouble::NotAllowed,
        SaveErrorKind::Other => SaveTrouble::Other,
    }
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
            Event::ListDone(folder, kind, exposed) => Some(Msg::ListDone {
                folder: Folder {
                    path: folder.display().to_string(),
                    team: kind == exposure::Kind::Team,
                    exposed: exposed.iter().map(|exposure| told::exposure(&model.text, exposure)).collect(),
                    retention_days: self.retention_days,
                },
            }),
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
            Effect::Save { file, revision, session } => {
                // A session that was left says nothing of it; what came in is then put together once more.
                let seen = model.work.as_ref().filter(|work| work.file == file).map_or(0, |work| work.outside);
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
            Effect::Delete(name) => match sessions::delete(&self.sessions.join(&name), model.now) {
                Ok(versions) => {
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

    fn failed(&mut self, model: &mut Model, path: &Path, source: io::Error) {
        let error = OpenError::Io { path: path.to_owned(), source };
        self.tell(model, Msg::NotOpened(told::open(&model.text, &error)));
    }

    /// Reads the folder on a thread of its own; what it finds arrives in batches.
    fn list(&self) {
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
            let _ = tx.send(Event::ListDone(folder.canonicalize().unwrap_or(folder), kind, exposed));
        };
        // Without a thread there is no list, and everything else still works.
        let _ = thread::Builder::new().name("list".into()).spawn(read);
    }

    fn open(&mut self, path: &Path, model: &mut Model) {
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
        if opened.session.fictitious && opened.read_only.is_none() && !is_copy(path) {
            self.open_copy(&opened.session, path, model);
            return;
        }
        self.opened(opened, model);
    }

    fn opened(&mut self, opened: Opened, model: &mut Model) {
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
        let held = matches!(opened.read_only, Some(sessions::ReadOnly::Held { .. }));
        self.watching = (!writes).then(|| self.watch(file.clone(), held));
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
        let folder = copies();
        let copy = folder.join(path.file_name().unwrap_or_default());
        let made = disk::private_dir(&folder)
            .and_then(|()| disk::atomic(&copy, &crate::storage::format::bytes_for(&copy, session)?));
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
}

/// What cannot be written in the log keeps nobody from working: a folder one may only read has none.
fn note(file: &Path, deed: Deed, now: DateTime<Utc>) {
    let _ = log::note(file, deed, "", now);
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
