//! What the thread knows of each file, and what it does when another has changed it: put both together.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::super::disk::{self, Stamp};
use super::super::{format, sessions, versions};
use super::lineage::Lineage;
use super::{Job, SaveError, SaveErrorKind};
use crate::domain::merge::{Merged, Noted, Past, merge};
use crate::domain::session::Session;
use crate::domain::version::Reason;
use sessions::Opened;

/// Makes the line in the parking lot that tells what could not stand beside the rest.
pub type Wording = Box<dyn Fn(&Noted) -> String + Send>;

/// How often the file may be changed between looking and writing before the save counts as failed.
const TRIES: usize = 5;

/// At most so often is a file of the others kept as a version.
const KEEP_OUTSIDE: TimeDelta = TimeDelta::minutes(1);

/// What was written besides the state that was to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What came in from another machine.
    pub came_in: Option<CameIn>,
    /// The file it was written to instead, when what lies in its place cannot be read and must not be lost.
    pub beside: Option<PathBuf>,
}

/// A state that was put together with what another machine had written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameIn {
    /// Counts them, from 1.
    pub number: u64,
    /// What was to be written, with all that came in and was told before: what the screen is known to have had.
    pub sent: Arc<Session>,
    /// What was written.
    pub merged: Arc<Session>,
    /// Fields that hold two texts since.
    pub two_texts: usize,
    /// What could not stand beside ours and was noted in the parking lot.
    pub noted: usize,
}

/// A file as it was when its session was opened.
pub(super) struct Opening {
    path: PathBuf,
    session: Arc<Session>,
    bytes: Vec<u8>,
    stamp: Option<Stamp>,
}

impl Opening {
    pub(super) fn of(opened: &Opened) -> Self {
        let session = Arc::new(opened.session.clone());
        Self { path: opened.path.clone(), session, bytes: opened.bytes.clone(), stamp: opened.stamp }
    }
}

/// What came in and is not part of every state we are given yet.
struct Pending {
    came_in: CameIn,
    /// What was to be written, as it was given.
    given: Arc<Session>,
    /// What was told before it, from when on the states given descend from what was sent.
    since: u64,
}

/// What is known of one file.
struct Known {
    lineage: Lineage,
    /// What lies there, as far as is known.
    bytes: Vec<u8>,
    stamp: Option<Stamp>,
    /// The state we were given last.
    given: Job,
    pending: Option<Pending>,
    /// How often something came in.
    number: u64,
    /// The last of them that was told.
    told: Option<CameIn>,
    /// The file in its place could not be read the last time, either.
    unreadable: bool,
    /// Written here from now on.
    beside: Option<PathBuf>,
    kept_outside: Option<DateTime<Utc>>,
}

/// What is known of all files.
pub(super) struct Files {
    days: u32,
    wording: Wording,
    known: HashMap<PathBuf, Known>,
}

impl Files {
    pub(super) fn new(days: u32, wording: Wording) -> Self {
        Self { days, wording, known: HashMap::new() }
    }

    pub(super) fn opened(&mut self, opening: Opening) {
        let Opening { path, session, bytes, stamp } = opening;
        let given = Job { revision: 0, session, path, at: DateTime::UNIX_EPOCH, seen: 0 };
        // Numbers go on: what is told late of the time before must not pass for what comes in from now on.
        let number = self.known.get(&given.path).map_or(0, |before| before.number);
        self.known.insert(given.path.clone(), Known { number, ..Known::new(given, bytes, stamp) });
    }

    /// Writes a state to its file, or together with what another wrote there.
    pub(super) fn save(&mut self, job: &Job) -> Result<Written, SaveError> {
        let Some(known) = self.known.get_mut(&job.path) else {
            // A file nobody opened: there is nothing to compare it with but what it will be from now on.
            let bytes = format::bytes_for(&job.path, &job.session)?;
            disk::atomic(&job.path, &bytes)?;
            let stamp = disk::stamp(&job.path).unwrap_or_default();
            self.known.insert(job.path.clone(), Known::new(job.clone(), bytes, stamp));
            return Ok(Written::default());
        };
        known.given = job.clone();
        known.save(job, &self.wording, self.days)
    }

    /// Looks whether another changed the file, and takes that in. Costs next to nothing when nobody did.
    pub(super) fn look(&mut self, path: &Path, at: DateTime<Utc>) -> Option<CameIn> {
        self.known.get_mut(path)?.glance(at, &self.wording, self.days)
    }
}

/// What lies in the place of the file.
enum There {
    /// What we wrote, or nothing.
    Ours,
    Theirs(Box<Session>, Vec<u8>),
    /// Nothing that is a session of this meeting.
    Unreadable,
}

impl Known {
    fn new(given: Job, bytes: Vec<u8>, stamp: Option<Stamp>) -> Self {
        let mark = format::mark_of(&bytes);
        Self {
            lineage: Lineage::of(Arc::clone(&given.session), mark.as_deref()),
            bytes,
            stamp,
            given,
            pending: None,
            number: 0,
            told: None,
            unreadable: false,
            beside: None,
            kept_outside: None,
        }
    }

    fn save(&mut self, job: &Job, wording: &Wording, days: u32) -> Result<Written, SaveError> {
        let mut session = self.with_pending(job, wording);
        if let Some(beside) = self.beside.clone() {
            disk::atomic(&beside, &format::bytes_for(&job.path, &session)?)?;
            return Ok(Written { came_in: None, beside: Some(beside) });
        }
        for _ in 0..TRIES {
            let stamp = disk::stamp(&job.path)?;
            match self.there(&job.path, stamp)? {
                There::Ours => self.stamp = stamp,
                There::Theirs(theirs, bytes) => {
                    self.unreadable = false;
                    (self.bytes, self.stamp) = (bytes, stamp);
                    let ours = session;
                    session = self.take_in(job, Arc::clone(&ours), *theirs, wording);
                    self.keep(job, session == ours, days);
                }
                There::Unreadable if self.unreadable => {
                    let beside = sessions::beside(&job.path);
                    disk::atomic(&beside, &format::bytes_for(&job.path, &session)?)?;
                    self.beside = Some(beside.clone());
                    return Ok(Written { came_in: self.untold(), beside: Some(beside) });
                }
                There::Unreadable => {
                    // A sync program may be in the middle of writing it: the next try tells.
                    self.unreadable = true;
                    return Err(io::Error::other("the file is not the one that was opened").into());
                }
            }
            // It lies there already: whoever looks at the file next has nothing to take in.
            if stamp.is_some() && !self.lineage.is_new() && *session == *self.lineage.last() {
                return Ok(Written { came_in: self.untold(), beside: None });
            }
            let holds = self.lineage.next(&session);
            let bytes = format::marked_bytes_for(&job.path, &session, &holds.mark())?;
            if let Some(stamp) = disk::atomic_over(&job.path, &bytes, self.stamp)? {
                self.lineage.wrote(session, holds);
                (self.bytes, self.stamp) = (bytes, Some(stamp));
                return Ok(Written { came_in: self.untold(), beside: None });
            }
        }
        Err(SaveError { kind: SaveErrorKind::Other, text: String::from("the file is changed all the time") })
    }

    /// Takes in what another wrote, when it is there and can be read. What cannot is left to the next save.
    fn glance(&mut self, at: DateTime<Utc>, wording: &Wording, days: u32) -> Option<CameIn> {
        let stamp = disk::stamp(&self.given.path).ok()?;
        if self.beside.is_some() || stamp.is_none() || stamp == self.stamp {
            return None;
        }
        match self.there(&self.given.path, stamp).ok()? {
            There::Ours => self.stamp = stamp,
            There::Theirs(..) => {
                let job = Job { at, ..self.given.clone() };
                return self.save(&job, wording, days).map_or_else(|_| self.untold(), |written| written.came_in);
            }
            There::Unreadable => {}
        }
        None
    }

    /// The state, with what came in before and is not part of it yet.
    fn with_pending(&mut self, job: &Job, wording: &Wording) -> Arc<Session> {
        self.pending = self.pending.take().filter(|pending| job.seen < pending.came_in.number);
        let Some(Pending { came_in, given, since }) = &self.pending else { return Arc::clone(&job.session) };
        let base = if job.seen < *since { given } else { &came_in.sent };
        Arc::new(merge(base, &Past::default(), &job.session, &came_in.merged, wording).session)
    }

    /// What the screen is known to have had before it hears of the next that comes in: what it gave, and what it was told.
    fn on_screen(&self, job: &Job, wording: &Wording) -> Arc<Session> {
        let Some(told) = self.told.as_ref().filter(|told| job.seen < told.number) else {
            return Arc::clone(&job.session);
        };
        Arc::new(merge(&told.sent, &Past::default(), &job.session, &told.merged, wording).session)
    }

    /// Whether the file is still the one we know, cheaply first.
    fn there(&self, path: &Path, stamp: Option<Stamp>) -> Result<There, SaveError> {
        if stamp.is_none() || stamp == self.stamp {
            return Ok(There::Ours);
        }
        let Ok(bytes) = sessions::bytes(path)? else { return Ok(There::Unreadable) };
        if bytes == self.bytes {
            return Ok(There::Ours);
        }
        Ok(match format::decode(&bytes) {
            Ok(decoded) if decoded.unknown.is_empty() && decoded.session.id == self.lineage.last().id => {
                There::Theirs(Box::new(decoded.session), bytes)
            }
            _ => There::Unreadable,
        })
    }

    /// Puts ours and theirs together.
    fn take_in(&mut self, job: &Job, ours: Arc<Session>, theirs: Session, wording: &Wording) -> Arc<Session> {
        let (theirs, mark) = (Arc::new(theirs), format::mark_of(&self.bytes));
        let (base, past) = self.lineage.read(Arc::clone(&theirs), mark.as_deref());
        let Merged { session, two_texts, noted } = merge(&base, past, &ours, &theirs, wording);
        if session == *ours {
            return ours;
        }
        self.number += 1;
        let (sent, merged) = (self.on_screen(job, wording), Arc::new(session));
        let came_in = CameIn { number: self.number, sent, merged: Arc::clone(&merged), two_texts, noted };
        let since = self.told.as_ref().map_or(0, |told| told.number);
        self.pending = Some(Pending { came_in, given: Arc::clone(&job.session), since });
        merged
    }

    /// What came in and was not told yet: a save that failed told nothing.
    fn untold(&mut self) -> Option<CameIn> {
        let told = self.told.as_ref().map_or(0, |told| told.number);
        let untold = self.pending.as_ref().map(|pending| &pending.came_in).filter(|came_in| came_in.number > told)?;
        self.told = Some(untold.clone());
        self.told.clone()
    }

    /// What the others wrote is kept as they wrote it, always where nothing of it came in. That it could not be is no
    /// reason not to save.
    fn keep(&mut self, job: &Job, nothing_came_in: bool, days: u32) {
        let is_due = |last: DateTime<Utc>| (job.at - last).abs() >= KEEP_OUTSIDE;
        if nothing_came_in || self.kept_outside.is_none_or(is_due) {
            self.kept_outside = Some(job.at);
            let _ = versions::keep(&job.path, &self.bytes, Reason::Outside, job.at, days);
        }
    }
}

#[cfg(test)]
mod tests;
