//! Reading a whole folder of sessions, the newest first.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::thread;

use chrono::{DateTime, NaiveDate, Utc};

use super::super::disk;
use super::OpenError;
use crate::catalog::clean::clean_line;
use crate::domain::session::Session;
use crate::domain::summary::{Listed, Summary};

/// The first screen's worth: shown before the rest is read.
const FIRST: usize = 50;
const BATCH: usize = 200;

/// What a folder turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scan {
    /// It was read; the number of session files in it.
    Read(usize),
    /// There is no such folder yet: nothing has been saved.
    NoFolder,
}

/// Hands the sessions of a folder to `take`, batch by batch: first the newest fifty by the dates in their names, then the
/// rest. Who has one of them open `now` is said with it. `take` gives `false` to stop. A file that cannot be read is among them, named. Fails when the folder cannot be
/// read.
pub fn list(dir: &Path, now: DateTime<Utc>, take: &mut dyn FnMut(Vec<Listed>) -> bool) -> io::Result<Scan> {
    let Some((mut names, locked)) = super::names_and_locked(dir)? else { return Ok(Scan::NoFolder) };
    names.sort_by_cached_key(|name| Reverse((date_of(name), name.clone())));
    let (first, rest) = names.split_at(FIRST.min(names.len()));
    for batch in std::iter::once(first).filter(|batch| !batch.is_empty()).chain(rest.chunks(BATCH)) {
        let mut listed = read_batch(dir, batch);
        for line in &mut listed {
            name_holder(dir, line, &locked, now);
        }
        if !take(listed) {
            break;
        }
    }
    Ok(Scan::Read(names.len()))
}

/// Only of the few that are open is the lock file read.
fn name_holder(dir: &Path, line: &mut Listed, locked: &HashSet<String>, now: DateTime<Utc>) {
    if let Listed::Session(summary) = line
        && locked.contains(&summary.file)
    {
        let by = disk::holder(&dir.join(&summary.file), now);
        summary.held = by.map(|by| clean_line(by.split_whitespace().next().unwrap_or_default()));
    }
}

/// Hands every session of a folder to `take`, the oldest first, or why it could not be read; nothing when there is no such
/// folder. Fails when the folder cannot be read.
pub fn each(dir: &Path, take: &mut dyn FnMut(Result<Session, OpenError>)) -> io::Result<()> {
    let mut names = super::names(dir)?.unwrap_or_default();
    names.sort_by_cached_key(|name| (date_of(name), name.clone()));
    for name in &names {
        take(super::read(&dir.join(name)).map(|decoded| decoded.session));
    }
    Ok(())
}

/// The date a file's name begins with.
fn date_of(name: &str) -> Option<NaiveDate> {
    name.get(..10)?.parse().ok()
}

/// Reads on two threads: the disk of the one is the parsing of the other.
fn read_batch(dir: &Path, names: &[String]) -> Vec<Listed> {
    let read = |names: &[String]| names.iter().map(|name| read_one(dir, name)).collect::<Vec<_>>();
    let (left, right) = names.split_at(names.len().div_ceil(2));
    thread::scope(|scope| {
        let right = (!right.is_empty()).then(|| (right, scope.spawn(move || read(right))));
        let mut listed = read(left);
        if let Some((names, reading)) = right {
            // Should a file ever make the reader stop, the files are named rather than missing.
            listed.extend(reading.join().unwrap_or_else(|_| {
                names
                    .iter()
                    .map(|n| Listed::Damaged { file: n.clone(), what: String::from("could not be read") })
                    .collect()
            }));
        }
        listed
    })
}

fn read_one(dir: &Path, name: &str) -> Listed {
    match super::read(&dir.join(name)) {
        Ok(decoded) => Listed::Session(Summary::of(&decoded.session, name)),
        Err(error) => Listed::Damaged { file: name.to_owned(), what: without_path(&error) },
    }
}

fn without_path(error: &OpenError) -> String {
    match error {
        OpenError::Missing { .. } => String::from("is not there any more"),
        OpenError::Io { source, .. } => source.to_string(),
        OpenError::Read { what, .. } => what.to_string(),
    }
}
