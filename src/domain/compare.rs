//! What lies between two states of one session: as edits that lead from the one to the other, and as counts for people.

use std::collections::{HashMap, HashSet};

use super::edit::{Edit, Slot, apply, removal};
use super::record::{Id, Record};
use super::session::Session;

/// How many records differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the second state only.
    pub added: usize,
    /// In the first state only.
    pub removed: usize,
    /// In both, with another content.
    pub changed: usize,
}

impl Counts {
    /// All together.
    pub fn all(self) -> usize {
        self.added + self.removed + self.changed
    }
}

/// A record by value, without those inside it, and the list it lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lying {
    pub(super) slot: Slot,
    pub(super) record: Record,
}

/// True for the parts a session has exactly one of.
fn is_single(slot: Slot) -> bool {
    matches!(slot, Slot::Head | Slot::Citizen | Slot::Preparation | Slot::Close | Slot::Answers)
}

/// Every record of a session that lies in a list, in the order of the file.
pub(super) fn listed(session: &Session) -> Vec<Lying> {
    let mut all = vec![];
    session.visit(&mut |slot, _, record| {
        if !is_single(slot) {
            all.push(Lying { slot, record: record.bare() });
        }
    });
    all
}

/// The parts a session has exactly one of.
pub(super) fn singles(session: &Session) -> Vec<Lying> {
    let mut all = vec![];
    session.visit(&mut |slot, _, record| {
        if is_single(slot) {
            all.push(Lying { slot, record: record.bare() });
        }
    });
    all
}

pub(super) fn id_of(lying: &Lying) -> Id {
    lying.record.as_dyn().id()
}

/// How many records were added, removed and changed from the one state to the other. A record that only changed its place
/// among the others is not counted.
pub fn counts(from: &Session, to: &Session) -> Counts {
    let before: HashMap<Id, Lying> = listed(from).into_iter().map(|l| (id_of(&l), l)).collect();
    let after = listed(to);
    let (mut counts, mut kept) = (Counts::default(), 0);
    for lying in &after {
        match before.get(&id_of(lying)) {
            None => counts.added += 1,
            Some(old) => {
                kept += 1;
                counts.changed += usize::from(old != lying);
            }
        }
    }
    counts.removed = before.len().saturating_sub(kept);
    let pairs = singles(from).into_iter().zip(singles(to));
    counts.changed += pairs.filter(|(old, new)| old != new).count();
    counts
}

/// The edits that make `from` what `to` is, as one change: each fits what the one before left. What no edit reaches (the
/// session's own id, when it was made) stays as it is in `from`.
pub fn edits_between(from: &Session, to: &Session) -> Vec<Edit> {
    let mut path = Path { session: from.clone(), edits: vec![] };
    if path.lists_gently(to).is_none() {
        path = Path { session: from.clone(), edits: vec![] };
        path.lists_anew(to);
    }
    path.singles(to);
    path.edits
}

/// What was walked so far.
pub(super) struct Path {
    pub(super) session: Session,
    pub(super) edits: Vec<Edit>,
}

impl Path {
    /// Applies an edit and notes it; `None` when it was refused.
    fn walk(&mut self, edit: Edit) -> Option<()> {
        apply(&mut self.session, edit.clone()).ok()?;
        self.edits.push(edit);
        Some(())
    }

    /// Changes only what differs. `None` when that way leads nowhere, as with an id that means another type of record now.
    fn lists_gently(&mut self, to: &Session) -> Option<()> {
        let wanted = listed(to);
        let had: HashMap<Id, Lying> = listed(&self.session).into_iter().map(|lying| (id_of(&lying), lying)).collect();
        for lying in &wanted {
            let (id, slot) = (id_of(lying), lying.slot);
            let there = had.get(&id).map(|had| had.slot);
            if there != Some(slot) {
                let at = self.session.count(slot)?;
                self.walk(match there {
                    None => Edit::Insert { slot, at, record: Box::new(lying.record.clone()) },
                    Some(_) => Edit::Move { id, slot, at },
                })?;
            }
        }
        let stays: HashSet<Id> = wanted.iter().map(id_of).collect();
        if had.keys().any(|id| !stays.contains(id)) {
            for lying in listed(&self.session).into_iter().rev().filter(|lying| !stays.contains(&id_of(lying))) {
                self.walk(Edit::Remove(id_of(&lying)))?;
            }
        }
        self.in_order(&wanted)?;
        for lying in &wanted {
            if had.get(&id_of(lying)).is_some_and(|had| had.record != lying.record) {
                self.content(id_of(lying), &lying.record)?;
            }
        }
        (listed(&self.session) == wanted).then_some(())
    }

    /// Moves the records within their lists, which hold the right ones, to their places.
    fn in_order(&mut self, wanted: &[Lying]) -> Option<()> {
        let mut lists: HashMap<Slot, Vec<Id>> = HashMap::new();
        for lying in listed(&self.session) {
            lists.entry(lying.slot).or_default().push(id_of(&lying));
        }
        let mut places: HashMap<Slot, usize> = HashMap::new();
        for Lying { slot, record } in wanted {
            let (slot, id) = (*slot, record.as_dyn().id());
            let place = places.entry(slot).or_default();
            let list = lists.get_mut(&slot)?;
            if list.get(*place) != Some(&id) {
                let from = list.iter().position(|other| *other == id)?;
                list.remove(from);
                list.insert(*place, id);
                self.walk(Edit::Move { id, slot, at: *place })?;
            }
            *place += 1;
        }
        Some(())
    }

    /// Takes everything out and puts everything in.
    fn lists_anew(&mut self, to: &Session) {
        let ids: Vec<Id> = listed(&self.session).iter().map(id_of).collect();
        for id in ids {
            for edit in removal(&self.session, id) {
                let _ = self.walk(edit);
            }
        }
        for Lying { slot, record } in listed(to) {
            let at = self.session.count(slot).unwrap_or_default();
            let _ = self.walk(Edit::Insert { slot, at, record: Box::new(record) });
        }
    }

    fn singles(&mut self, to: &Session) {
        for (old, new) in singles(&self.session).into_iter().zip(singles(to)) {
            let _ = self.content(id_of(&old), &new.record);
        }
    }

    /// Gives a record the content of another of its type; its id stays. `None` when not all of it could be given.
    pub(super) fn content(&mut self, id: Id, wanted: &Record) -> Option<()> {
        let mut wanted = wanted.clone();
        wanted.as_dyn_mut().set_id(id);
        if self.session.record(id)?.bare() == wanted {
            return Some(());
        }
        let record = wanted.as_dyn();
        for field in record.fields() {
            let value = field.read(record)?;
            if self.session.value(id, field.name).as_ref() != Some(&value) {
                let _ = self.walk(Edit::Set { id, field: field.name, value });
            }
        }
        if self.session.record(id)?.bare() != wanted {
            self.walk(Edit::Keep(Box::new(wanted.clone())))?;
        }
        (self.session.record(id)?.bare() == wanted).then_some(())
    }
}
