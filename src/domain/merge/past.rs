//! What this machine wrote since a state that both had: whoever else writes one of these values only had it from here.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::compare::{id_of, listed, singles};
use super::super::record::{Id, Record, Value};
use super::super::session::Session;
use super::field::parts_of;

/// Fingerprints of what the fields of one session have held, and when last.
#[derive(Clone, Debug, Default)]
pub struct Past {
    values: HashMap<u64, u64>,
    /// Counts the states.
    now: u64,
    /// What was written up to here is left out of account.
    from: u64,
}

impl Past {
    /// How many states were noted.
    pub fn now(&self) -> u64 {
        self.now
    }

    /// Whether nothing counts.
    pub(super) fn is_empty(&self) -> bool {
        self.now <= self.from
    }

    /// From now on only what was noted after so many states counts.
    pub fn count_from(&mut self, state: u64) {
        self.from = state;
    }

    /// Takes note of every value of `now` that is not the same in `before`.
    pub fn note(&mut self, before: &Session, now: &Session) {
        self.now += 1;
        let old: HashMap<Id, Record> =
            listed(before).into_iter().chain(singles(before)).map(|l| (id_of(&l), l.record)).collect();
        for lying in listed(now).into_iter().chain(singles(now)) {
            let old = old.get(&id_of(&lying));
            if old != Some(&lying.record) {
                self.note_record(old, &lying.record);
            }
        }
    }

    fn note_record(&mut self, old: Option<&Record>, now: &Record) {
        let (id, record) = (now.as_dyn().id(), now.as_dyn());
        for field in record.fields() {
            let Some(value) = field.read(record) else { continue };
            if old.and_then(|old| field.read(old.as_dyn())).as_ref() != Some(&value) {
                self.values.insert(mark(id, field.name, &value), self.now);
                if let Value::Text(text) = &value {
                    let parts = parts_of(text, field.kind);
                    let marks = parts.map(|part| mark(id, field.name, &Value::Text(part.to_owned())));
                    self.values.extend(marks.map(|mark| (mark, self.now)));
                }
            }
        }
        self.values.insert(mark_beside(now), self.now);
    }

    /// Whether the field has held this since.
    pub(super) fn has(&self, id: Id, field: &str, value: &Value) -> bool {
        self.counts(mark(id, field, value))
    }

    /// Whether the record has kept the same beside its form since.
    pub(super) fn has_beside(&self, record: &Record) -> bool {
        self.counts(mark_beside(record))
    }

    fn counts(&self, mark: u64) -> bool {
        self.values.get(&mark).is_some_and(|at| *at > self.from)
    }

    /// Whether there is nothing in `theirs` but what stood in `base` or was written here since.
    pub(super) fn knows(&self, base: Option<&Record>, theirs: &Record) -> bool {
        let record = theirs.as_dyn();
        let id = record.id();
        record.fields().iter().all(|field| {
            let Some(value) = field.read(record) else { return true };
            let old = base.and_then(|base| field.read(base.as_dyn()));
            old.as_ref() == Some(&value) || self.has(id, field.name, &value)
        })
    }
}

fn mark(id: Id, field: &str, value: &Value) -> u64 {
    hash(&(id, field, print(value)))
}

fn mark_beside(record: &Record) -> u64 {
    hash(&(record.as_dyn().id(), beside(record)))
}

/// What a record keeps beside its form, as text to compare.
pub(super) fn beside(record: &Record) -> String {
    let mut blank = record.clone();
    for field in record.as_dyn().fields() {
        let empty = field.empty().unwrap_or(Value::Choice(Some(0)));
        let _ = (field.set)(blank.as_dyn_mut().as_any_mut(), empty);
    }
    format!("{blank:?}")
}

pub(super) fn print(value: &Value) -> String {
    format!("{value:?}")
}

fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// An id that follows from something: always the same one.
pub(super) fn draw(from: &impl Hash) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(hash(from)))
}
