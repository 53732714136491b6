//! What two states have in common, for want of the state both had: what differs counts as written by both.

use std::collections::HashMap;

use super::super::compare::{Path, id_of, listed, singles};
use super::super::edit::{apply, removal};
use super::super::record::{Field, Id, Record};
use super::super::session::Session;
use super::with_fields_of;

/// `one`, without the records that `other` does not have, and with every field empty that is not the same in both. As the
/// base of a merge it takes nothing away from either.
pub fn common(one: &Session, other: &Session) -> Session {
    let others: HashMap<Id, Record> = listed(other).into_iter().map(|lying| (id_of(&lying), lying.record)).collect();
    let mut path = Path { session: one.clone(), edits: vec![] };
    for lying in listed(one).into_iter().rev() {
        let id = id_of(&lying);
        let kept = others.get(&id).and_then(|other| alike(&lying.record, other));
        if kept.is_none_or(|kept| path.content(id, &kept).is_none()) {
            for edit in removal(&path.session, id) {
                let _ = apply(&mut path.session, edit);
            }
        }
    }
    for (one, other) in singles(one).into_iter().zip(singles(other)) {
        let _ = path.content(id_of(&one), &emptied(&one.record, &other.record).0);
    }
    path.session
}

/// What two records under one id have in common; `None` where their fields alone do not tell.
fn alike(one: &Record, other: &Record) -> Option<Record> {
    let comparable = one.as_dyn().sort() == other.as_dyn().sort() && with_fields_of(other, one.as_dyn()) == *one;
    let (kept, all) = comparable.then(|| emptied(one, other))?;
    all.then_some(kept)
}

/// The one record, with every field empty that is not the same in the other; `false` when one of them cannot be empty.
fn emptied(one: &Record, other: &Record) -> (Record, bool) {
    let (mut kept, mut all) = (one.clone(), true);
    let differ = |field: &&Field| field.read(one.as_dyn()) != field.read(other.as_dyn());
    for field in one.as_dyn().fields().iter().filter(differ) {
        let set = field.empty().and_then(|empty| (field.set)(kept.as_dyn_mut().as_any_mut(), empty));
        all &= set.is_some();
    }
    (kept, all)
}
