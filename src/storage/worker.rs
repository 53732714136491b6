//! Saving on a thread of its own: only the newest state of each file is written, and a save that fails is tried again.
//! What another machine did to the file meanwhile is put together with it. Beside the saves, when none is due, versions
//! are kept.

mod aside;
mod lineage;
mod outside;

use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

pub use aside::{Aside, Content};
pub use outside::{CameIn, Wording, Written};

use super::sessions::Opened;
use super::vault::VaultError;
use crate::domain::session::Session;
use outside::{Files, Opening};

/// Until a save that failed is tried again. Always the same, however long it has failed: what is on the screen is on the
/// disk within a second of there being room again, or of the share being back.
const RETRY: Duration = Duration::from_millis(700);

/// Between two saves of the same file: typing must not keep a network drive or a sync program busy, and a quarter of a
/// second is well within what may be lost.
const REST: Duration = Duration::from_millis(250);

/// What is to be saved.
#[derive(Clone, Debug)]
pub struct Job {
    /// The revision this state has in the history.
    pub revision: u64,
    /// The state.
    pub session: Arc<Session>,
    /// The file, whose folder exists.
    pub path: PathBuf,
    /// When it was asked for.
    pub at: DateTime<Utc>,
    /// Number of the last [`CameIn`] that this state holds already; 0 before the first.
    pub seen: u64,
}

/// What the thread tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// What became of a save.
    Save(SaveReport),
    /// Another machine had changed the file; both were put together, though nothing was to be saved.
    CameIn {
        /// The file of the session.
        path: PathBuf,
        /// What came in.
        came_in: CameIn,
    },
    /// A version could not be kept; the session itself is not touched by that.
    NotKept {
        /// The file of the session.
        path: PathBuf,
        /// Why.
        error: SaveError,
    },
    /// What became of a copy somewhere else.
    Copied {
        /// The file of the session.
        path: PathBuf,
        /// Where the copy is, or should have been.
        to: PathBuf,
        /// The revision in it.
        revision: u64,
        /// `Err`: there is no copy.
        result: Result<(), SaveError>,
    },
}

/// What became of a save. Sent for every try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveReport {
    /// The file.
    pub path: PathBuf,
    /// The revision that was to be written.
    pub revision: u64,
    /// `Ok`: that very revision is on the disk. `Err`: it is tried again until it succeeds or a newer one comes.
    pub result: Result<Written, SaveError>,
}

/// Why a save failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct SaveError {
    /// What can be done about it.
    pub kind: SaveErrorKind,
    /// What the system says.
    pub text: String,
}

/// The reasons that have a remedy of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveErrorKind {
    /// The disk, or the user's part of it, is full.
    DiskFull,
    /// The folder is gone.
    NoFolder,
    /// Writing is not allowed.
    NotAllowed,
    /// The folder is encrypted, and for whom is not known; nothing is written in the clear because of that.
    NoVault,
    /// The way to the disk is gone, as when a share is disconnected.
    NoShare,
    /// Anything else.
    Other,
}

/// What the systems say of a share that is gone where the library has no name for it. Windows: network path not found,
/// network busy, device gone, unexpected network error, network name deleted or not found, semaphore timeout, no network.
#[cfg(windows)]
const NO_SHARE: &[i32] = &[53, 54, 55, 59, 64, 67, 121, 1231, 1232];
/// Linux: the server is down, the device failed as a network drive does that is gone.
#[cfg(not(windows))]
const NO_SHARE: &[i32] = &[112, 121];

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as K;
        let no_vault = |inner: &(dyn std::error::Error + Send + Sync + 'static)| inner.is::<VaultError>();
        let kind = match error.kind() {
            _ if error.raw_os_error().is_some_and(|number| NO_SHARE.contains(&number)) => SaveErrorKind::NoShare,
            K::HostUnreachable
            | K::NetworkUnreachable
            | K::NetworkDown
            | K::NotConnected
            | K::ConnectionReset
            | K::ConnectionAborted
            | K::StaleNetworkFileHandle
            | K::TimedOut => SaveErrorKind::NoShare,
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => SaveErrorKind::DiskFull,
            K::NotFound | K::NotADirectory => SaveErrorKind::NoFolder,
            K::PermissionDenied | K::ReadOnlyFilesystem => SaveErrorKind::NotAllowed,
            _ if error.get_ref().is_some_and(no_vault) => SaveErrorKind::NoVault,
            _ => SaveErrorKind::Other,
        };
        Self { kind, text: error.to_string() }
    }
}

/// A job that is not on the disk yet.
struct Waiting {
    job: Job,
    not_before: Instant,
}

#[derive(Default)]
struct State {
    waiting: HashMap<PathBuf, Waiting>,
    /// In the order they were asked for.
    aside: VecDeque<Aside>,
    /// One of those is being done right now.
    in_aside: bool,
    /// The file and revision being written right now.
    writing: Option<(PathBuf, u64)>,
    /// The file that was written last, and when it may be written again.
    rest: Option<(PathBuf, Instant)>,
    closing: bool,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// Something was added, taken or finished.
    changed: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        held(&self.state)
    }
}

/// What a lock holds: nothing that is done under it can leave it half changed.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread that saves. When it is dropped, what waits is still tried once more; [`Saver::finish`] tells whether it
/// got there.
pub struct Saver {
    shared: Arc<Shared>,
    /// Files that were opened and that the thread has not heard of yet.
    openings: Arc<Mutex<Vec<Opening>>>,
}

/// What is left to the thread to decide.
pub struct Setup {
    /// Days that versions are kept, one a day.
    pub days: u32,
    /// How what could not stand beside the rest is told in the file.
    pub wording: Wording,
}

impl Saver {
    /// Starts the thread. `report` is called on it after every try. Fails when the system gives no thread.
    pub fn spawn(setup: Setup, report: impl Fn(Report) + Send + 'static) -> io::Result<Self> {
        let Setup { days, wording } = setup;
        let files = Arc::new(Mutex::new(Files::new(days, wording)));
        let openings = Arc::new(Mutex::new(vec![]));
        let theirs = Arc::clone(&openings);
        let told_of = Arc::clone(&files);
        let hear = move || held(&theirs).drain(..).for_each(|opening| held(&told_of).opened(opening));
        let (hear_too, files_too) = (hear.clone(), Arc::clone(&files));
        let write = move |job: &Job| {
            hear();
            held(&files).save(job)
        };
        let aside = move |task: &Aside| {
            hear_too();
            aside::run(task, days, &files_too)
        };
        let mut saver = Self::spawn_with(report, write, aside)?;
        saver.openings = openings;
        Ok(saver)
    }

    fn spawn_with(
        report: impl Fn(Report) + Send + 'static,
        write: impl Fn(&Job) -> Result<Written, SaveError> + Send + 'static,
        aside: impl Fn(&Aside) -> Option<Report> + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let run = move || run(&theirs, &report, &write, &aside);
        thread::Builder::new().name(String::from("save")).spawn(run)?;
        Ok(Self { shared, openings: Arc::default() })
    }

    /// Tells how the file stood when its session was opened: from then on what another does to it is noticed.
    pub fn opened(&self, opened: &Opened) {
        held(&self.openings).push(Opening::of(opened));
    }

    /// Has something done beside the saves, in turn.
    pub fn aside(&self, task: Aside) {
        let mut state = self.shared.state();
        state.aside.retain(|older| !task.replaces(older));
        state.aside.push_back(task);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// Has this state written. A state of the same file that still waits is replaced by it.
    pub fn save(&self, job: Job) {
        let mut state = self.shared.state();
        let rested = state.rest.as_ref().filter(|(path, _)| *path == job.path).map(|(_, at)| *at);
        let waiting = Waiting { not_before: rested.unwrap_or_else(Instant::now), job };
        state.waiting.insert(waiting.job.path.clone(), waiting);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// Waits, at most so long, until everything is on the disk and all else is done, trying again at once what had failed. `None`: it is;
    /// else the highest revision that is not.
    pub fn finish(&self, timeout: Duration) -> Option<u64> {
        let until = Instant::now() + timeout;
        let mut state = self.shared.state();
        for waiting in state.waiting.values_mut() {
            waiting.not_before = Instant::now();
        }
        self.shared.changed.notify_all();
        loop {
            let waiting = state.waiting.values().map(|w| w.job.revision);
            let unsaved = waiting.chain(state.writing.as_ref().map(|(_, revision)| *revision)).max();
            let left = until.saturating_duration_since(Instant::now());
            let idle = unsaved.is_none() && state.aside.is_empty() && !state.in_aside;
            if idle || left.is_zero() {
                return unsaved;
            }
            state = self.shared.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Saver {
    /// The file was deleted: what waits to be done with it is not done any more, and what is being done right now is waited
    /// for, at most so long. Else a save that had failed would bring it back.
    pub fn forget(&self, path: &Path, timeout: Duration) {
        let until = Instant::now() + timeout;
        let is_it = |other: &Path| other == path || same_place(other, path);
        let mut state = self.shared.state();
        loop {
            state.waiting.retain(|other, _| !is_it(other));
            state.aside.retain(|task| !is_it(task.path()));
            let busy = state.in_aside || state.writing.as_ref().is_some_and(|(other, _)| is_it(other));
            let left = until.saturating_duration_since(Instant::now());
            if !busy || left.is_zero() {
                return;
            }
            state = self.shared.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// Whether two paths mean the same name in the same folder; the file itself may be gone.
fn same_place(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| path.parent().and_then(|folder| folder.canonicalize().ok());
    one.file_name() == other.file_name() && folder(one).is_some_and(|one| Some(one) == folder(other))
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.shared.state().closing = true;
        self.shared.changed.notify_all();
    }
}

/// What is to be done next.
enum Next {
    Save(Waiting),
    Aside(Aside),
}

fn run(
    shared: &Shared,
    report: &dyn Fn(Report),
    write: &dyn Fn(&Job) -> Result<Written, SaveError>,
    aside: &dyn Fn(&Aside) -> Option<Report>,
) {
    // A listener that fails must not stop the saving.
    let tell = |told: Report| drop(catch_unwind(AssertUnwindSafe(|| report(told))));
    while let Some(next) = next(shared) {
        match next {
            Next::Save(waiting) => save(shared, waiting, write, &tell),
            Next::Aside(task) => {
                if let Ok(Some(told)) = catch_unwind(AssertUnwindSafe(|| aside(&task))) {
                    tell(told);
                }
                shared.state().in_aside = false;
            }
        }
        shared.changed.notify_all();
    }
}

fn save(
    shared: &Shared,
    mut waiting: Waiting,
    write: &dyn Fn(&Job) -> Result<Written, SaveError>,
    tell: &dyn Fn(Report),
) {
    let result = catch_unwind(AssertUnwindSafe(|| write(&waiting.job)))
        .unwrap_or_else(|panic| Err(SaveError { kind: SaveErrorKind::Other, text: said(panic.as_ref()) }));
    let failed = result.is_err();
    let Job { path, revision, .. } = waiting.job.clone();
    // Told before `finish` can return.
    tell(Report::Save(SaveReport { path: path.clone(), revision, result }));
    let mut state = shared.state();
    state.writing = None;
    state.rest = Some((path.clone(), Instant::now() + REST));
    if let Some(newer) = state.waiting.get_mut(&path) {
        newer.not_before = newer.not_before.max(Instant::now() + REST);
    }
    if failed && !state.closing {
        waiting.not_before = Instant::now() + RETRY;
        // A newer state that came meanwhile takes its place.
        state.waiting.entry(path).or_insert(waiting);
    }
}

/// Waits for something whose time has come, a save before all else; `None` when there will be no more.
fn next(shared: &Shared) -> Option<Next> {
    let mut state = shared.state();
    loop {
        let now = Instant::now();
        let due = state.waiting.values().min_by_key(|w| w.not_before).map(|w| (w.job.path.clone(), w.not_before));
        if let Some((path, _)) = due.as_ref().filter(|(_, at)| *at <= now || state.closing) {
            let waiting = state.waiting.remove(path)?;
            state.writing = Some((path.clone(), waiting.job.revision));
            return Some(Next::Save(waiting));
        }
        if let Some(task) = state.aside.pop_front() {
            state.in_aside = true;
            return Some(Next::Aside(task));
        }
        state = match due {
            Some((_, at)) => shared.changed.wait_timeout(state, at - now).unwrap_or_else(PoisonError::into_inner).0,
            None if state.closing => return None,
            None => shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
        };
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| String::from("the save stopped"))
}

#[cfg(test)]
mod tests;
