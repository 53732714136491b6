//! Saving on a thread of its own: only the newest state of each file is written, and a save that fails is tried again.

use std::any::Any;
use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{disk, format};
use crate::domain::session::Session;

/// Seconds until a save that failed is tried again: the first time, the second, …; the last one from then on.
const WAITS: [u64; 4] = [1, 2, 5, 10];

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
}

/// What became of a save. Sent for every try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveReport {
    /// The file.
    pub path: PathBuf,
    /// The revision that was to be written.
    pub revision: u64,
    /// `Ok`: that very revision is on the disk. `Err`: it is tried again until it succeeds or a newer one comes.
    pub result: Result<(), SaveError>,
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
    /// Anything else.
    Other,
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as K;
        let kind = match error.kind() {
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => SaveErrorKind::DiskFull,
            K::NotFound | K::NotADirectory => SaveErrorKind::NoFolder,
            K::PermissionDenied | K::ReadOnlyFilesystem => SaveErrorKind::NotAllowed,
            _ => SaveErrorKind::Other,
        };
        Self { kind, text: error.to_string() }
    }
}

/// A job that is not on the disk yet.
struct Waiting {
    job: Job,
    /// Tries that failed.
    failed: usize,
    not_before: Instant,
}

#[derive(Default)]
struct State {
    waiting: HashMap<PathBuf, Waiting>,
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
        // Nothing that is done under the lock can leave the state half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread that saves. When it is dropped, what waits is still tried once more; [`Saver::finish`] tells whether it
/// got there.
pub struct Saver {
    shared: Arc<Shared>,
}

impl Saver {
    /// Starts the thread. `report` is called on it after every try. Fails when the system gives no thread.
    pub fn spawn(report: impl Fn(SaveReport) + Send + 'static) -> io::Result<Self> {
        Self::spawn_with(report, |job| write(&job.session, &job.path))
    }

    fn spawn_with(
        report: impl Fn(SaveReport) + Send + 'static,
        write: impl Fn(&Job) -> Result<(), SaveError> + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        thread::Builder::new().name(String::from("save")).spawn(move || run(&theirs, &report, &write))?;
        Ok(Self { shared })
    }

    /// Has this state written. A state of the same file that still waits is replaced by it.
    pub fn save(&self, job: Job) {
        let mut state = self.shared.state();
        let rested = state.rest.as_ref().filter(|(path, _)| *path == job.path).map(|(_, at)| *at);
        let waiting = Waiting { failed: 0, not_before: rested.unwrap_or_else(Instant::now), job };
        state.waiting.insert(waiting.job.path.clone(), waiting);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// Waits, at most so long, until everything is on the disk, trying again at once what had failed. `None`: it is;
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
            if unsaved.is_none() || left.is_zero() {
                return unsaved;
            }
            state = self.shared.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.shared.state().closing = true;
        self.shared.changed.notify_all();
    }
}

fn write(session: &Session, path: &Path) -> Result<(), SaveError> {
    let bytes = format::bytes_for(path, session).map_err(SaveError::from)?;
    disk::atomic(path, &bytes).map_err(SaveError::from)
}

fn run(shared: &Shared, report: &dyn Fn(SaveReport), write: &dyn Fn(&Job) -> Result<(), SaveError>) {
    while let Some(mut waiting) = next(shared) {
        let result = catch_unwind(AssertUnwindSafe(|| write(&waiting.job)))
            .unwrap_or_else(|panic| Err(SaveError { kind: SaveErrorKind::Other, text: said(panic.as_ref()) }));
        let failed = result.is_err();
        let Job { path, revision, .. } = waiting.job.clone();
        // Told before `finish` can return; a listener that fails must not stop the saving.
        let _ = catch_unwind(AssertUnwindSafe(|| report(SaveReport { path: path.clone(), revision, result })));
        let mut state = shared.state();
        state.writing = None;
        state.rest = Some((path.clone(), Instant::now() + REST));
        if let Some(newer) = state.waiting.get_mut(&path) {
            newer.not_before = newer.not_before.max(Instant::now() + REST);
        }
        if failed && !state.closing {
            let wait = WAITS.get(waiting.failed).or(WAITS.last()).copied().unwrap_or(1);
            waiting.failed += 1;
            waiting.not_before = Instant::now() + Duration::from_secs(wait);
            // A newer state that came meanwhile takes its place.
            state.waiting.entry(path).or_insert(waiting);
        }
        drop(state);
        shared.changed.notify_all();
    }
}

/// Waits for a job whose time has come; `None` when there will be no more.
fn next(shared: &Shared) -> Option<Waiting> {
    let mut state = shared.state();
    loop {
        let now = Instant::now();
        let due = state.waiting.values().min_by_key(|w| w.not_before).map(|w| (w.job.path.clone(), w.not_before));
        state = match due {
            Some((path, at)) if at <= now || state.closing => {
                let waiting = state.waiting.remove(&path)?;
                state.writing = Some((path, waiting.job.revision));
                return Some(waiting);
            }
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
