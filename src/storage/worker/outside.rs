//! What the thread knows of each file, and what it does when another has changed it: put both together.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::super::disk::{self, Stamp};
use super::super::{format, sessions, versions};
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
    /// What was to be written.
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

/// What is known of one file.
struct Known {
    /// The last state that both, we and another, are known to have had.
    base: Arc<Session>,
    /// What we wrote since.
    past: Past,
    /// What we wrote or read last.
    last: Arc<Session>,
    bytes: Vec<u8>,
    stamp: Option<Stamp>,
    /// What came in and is not part of the states we are given yet.
    pending: Option<CameIn>,
    number: u64,
    /// The last of them that was told.
    told: u64,
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
        self.known.insert(path, Known::new(session, bytes, stamp));
    }

    /// Writes a state to its file, or together with what another wrote there.
    pub(super) fn save(&mut self, job: &Job) -> Result<Written, SaveError> {
        let Some(known) = self.known.get_mut(&job.path) else {
            // A file nobody opened: there is nothing to compare it with but what it will be from now on.
            let bytes = format::bytes_for(&job.path, &job.session)?;
            disk::atomic(&job.path, &bytes)?;
            let stamp = disk::stamp(&job.path).unwrap_or_default();
            let known = Known::new(Arc::clone(&job.session), bytes, stamp);
            self.known.insert(job.path.clone(), known);
            return Ok(Written::default());
        };
        known.save(job, &self.wording, self.days)
    }
}

/// What lies in the place of the file.
enum There {
    /// What we wrote, or nothing.
    Ours,
    Theirs(Box<Session>, Vec<u8>, Option<Stamp>),
    /// Something that is no session of this meeting.
    Foreign,
}

impl Known {
    fn new(session: Arc<Session>, bytes: Vec<u8>, stamp: Option<Stamp>) -> Self {
        Self {
            base: Arc::clone(&session),
            past: Past::default(),
            last: session,
            bytes,
            stamp,
            pending: None,
            number: 0,
            told: 0,
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
            match self.look(&job.path, &session)? {
                There::Ours => {}
                There::Theirs(theirs, bytes, stamp) => {
                    self.keep(job, &bytes, days);
                    session = self.take_in(job, &session, *theirs, (bytes, stamp), wording);
                }
                There::Foreign => {
                    let beside = sessions::beside(&job.path);
                    disk::atomic(&beside, &format::bytes_for(&job.path, &session)?)?;
                    self.beside = Some(beside.clone());
                    return Ok(Written { came_in: self.untold(), beside: Some(beside) });
                }
            }
            let bytes = format::bytes_for(&job.path, &session)?;
            if let Some(stamp) = disk::atomic_over(&job.path, &bytes, self.stamp)? {
                self.past.note(&self.last, &session);
                (self.last, self.bytes, self.stamp) = (session, bytes, Some(stamp));
                return Ok(Written { came_in: self.untold(), beside: None });
            }
        }
        Err(SaveError { kind: SaveErrorKind::Other, text: String::from("the file is changed all the time") })
    }

    /// The state, with what came in before and is not part of it yet.
    fn with_pending(&mut self, job: &Job, wording: &Wording) -> Arc<Session> {
        self.pending = self.pending.take().filter(|pending| job.seen < pending.number);
        let Some(pending) = &self.pending else { return Arc::clone(&job.session) };
        let none = Past::default();
        Arc::new(merge(&pending.sent, &none, &job.session, &pending.merged, wording).session)
    }

    /// Whether the file is still the one we know, cheaply first.
    fn look(&mut self, path: &Path, ours: &Session) -> Result<There, SaveError> {
        let stamp = disk::stamp(path)?;
        if stamp.is_none() || stamp == self.stamp {
            self.stamp = stamp;
            return Ok(There::Ours);
        }
        let bytes = sessions::bytes(path)?;
        if bytes.as_ref().is_ok_and(|bytes| *bytes == self.bytes) {
            self.stamp = stamp;
            return Ok(There::Ours);
        }
        match bytes.and_then(|bytes| Ok((format::decode(&bytes)?, bytes))) {
            Ok((decoded, bytes)) if decoded.unknown.is_empty() && decoded.session.id == ours.id => {
                self.unreadable = false;
                Ok(There::Theirs(Box::new(decoded.session), bytes, stamp))
            }
            _ if self.unreadable => Ok(There::Foreign),
            _ => {
                // A sync program may be in the middle of writing it: the next try tells.
                self.unreadable = true;
                Err(io::Error::other("the file is not the one that was opened").into())
            }
        }
    }

    fn take_in(
        &mut self,
        job: &Job,
        ours: &Session,
        theirs: Session,
        (bytes, stamp): (Vec<u8>, Option<Stamp>),
        wording: &Wording,
    ) -> Arc<Session> {
        let Merged { session, two_texts, noted } = merge(&self.base, &self.past, ours, &theirs, wording);
        let (theirs, merged) = (Arc::new(theirs), Arc::new(session));
        (self.base, self.past) = (Arc::clone(&theirs), Past::default());
        (self.last, self.bytes, self.stamp) = (theirs, bytes, stamp);
        self.number += 1;
        let sent = Arc::clone(&job.session);
        self.pending = Some(CameIn { number: self.number, sent, merged: Arc::clone(&merged), two_texts, noted });
        merged
    }

    /// What came in and was not told yet: a save that failed told nothing.
    fn untold(&mut self) -> Option<CameIn> {
        let told = std::mem::replace(&mut self.told, self.number);
        self.pending.clone().filter(|pending| pending.number > told)
    }

    /// What the others wrote is kept as they wrote it. That it could not be is no reason not to save.
    fn keep(&mut self, job: &Job, bytes: &[u8], days: u32) {
        if self.kept_outside.is_none_or(|last| job.at - last >= KEEP_OUTSIDE) {
            self.kept_outside = Some(job.at);
            let _ = versions::keep(&job.path, bytes, Reason::Outside, job.at, days);
        }
    }
}

#[cfg(test)]
mod tests;
