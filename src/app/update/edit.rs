//! Changing the session: the one way from a command to an edit, with what a closed meeting asks for.

use super::super::fit;
use super::super::model::Model;
use super::super::msg::ReadOnly;
use super::focus;
use crate::domain::edit::Edit;
use crate::domain::history::Manner;
use crate::domain::record::{Choice, Id, Record, Value};
use crate::domain::session::{Correction, Goal, StateChange};
use crate::text::{Arg, w};

/// Applies edits as one change. Says why when the session may only be read. False when nothing was changed.
pub fn change(model: &mut Model, edits: Vec<Edit>, manner: Manner) -> bool {
    let now = model.now;
    let Some(work) = &mut model.work else { return false };
    match &work.read_only {
        None => {}
        Some(ReadOnly::Closed) if edits.iter().all(is_afterwards) => {}
        Some(ReadOnly::Closed) => {
            model.say_word(w("read-only-closed"));
            return false;
        }
        Some(ReadOnly::NotWritable) => {
            model.say_word(w("read-only-file"));
            return false;
        }
        Some(ReadOnly::Held(by)) => {
            let by = by.clone();
            model.say_fmt(w("read-only-held"), &[("by", Arg::from(by))]);
            return false;
        }
        Some(ReadOnly::Free(by)) => {
            let by = by.clone();
            model.say_fmt(w("read-only-free"), &[("by", Arg::from(by))]);
            return false;
        }
        Some(ReadOnly::Unknown(names)) => {
            let names = names.join(", ");
            model.say_fmt(w("read-only-unknown"), &[("fields", Arg::from(names))]);
            return false;
        }
    }
    let words = touched_words(work.correction.is_some(), &edits, &work.session);
    let left = states_left(&edits, work, now);
    let excused = excused(&edits);
    let done = work.change(edits, manner, now);
    if done {
        work.change(left, Manner::Event, now);
    }
    if done && let Some(id) = work.correction {
        note_correction(work, id, words, now);
    }
    if done {
        keep_misfits(model, &excused);
    }
    done
}

/// Picked offers that got a word on why they were picked all the same.
fn excused(edits: &[Edit]) -> Vec<Id> {
    let word = |edit: &Edit| match edit {
        Edit::Set { id, field: "despite", .. } => Some(*id),
        _ => None,
    };
    edits.iter().filter_map(word).collect()
}

/// What the word was given for stands in the file beside it.
fn keep_misfits(model: &mut Model, picks: &[Id]) {
    let now = model.now;
    for pick in picks {
        if let Some(keep) = fit::keep(model, *pick)
            && let Some(work) = &mut model.work
        {
            work.change(vec![keep], Manner::Event, now);
        }
    }
}

/// What can only be known once the meeting is closed: where it was filed, and that the plan was given and worked in.
fn is_afterwards(edit: &Edit) -> bool {
    const AFTERWARDS: [&str; 5] = ["filed_in", "filed_on", "filed_by", "plan_given", "worked_into"];
    matches!(edit, Edit::Set { field, .. } if AFTERWARDS.contains(field))
}

/// Sets one field.
pub fn set(model: &mut Model, id: Id, field: &'static str, value: Value, manner: Manner) -> bool {
    change(model, vec![Edit::Set { id, field, value }], manner)
}

/// A goal remembers the status it leaves, and when.
fn states_left(edits: &[Edit], work: &super::super::model::Work, now: chrono::DateTime<chrono::Utc>) -> Vec<Edit> {
    let until = crate::domain::dates::copenhagen(now).date();
    let left = edits.iter().filter_map(|edit| match edit {
        Edit::Set { id, field: "state", value } => {
            let goal = work.session.goals.iter().find(|g| g.id == *id)?;
            let changes = *value != Value::Choice(goal.state.place());
            let mut goal = goal.clone();
            goal.history.push(StateChange { state: goal.state, until });
            changes.then(|| Edit::Keep(Box::new(Record::Goal(Goal { sub_goals: vec![], actions: vec![], ..goal }))))
        }
        _ => None,
    });
    left.collect()
}

/// Labels of what the edits touch, while a closed session is being corrected.
fn touched_words(wanted: bool, edits: &[Edit], session: &crate::domain::session::Session) -> Vec<String> {
    if !wanted {
        return vec![];
    }
    let word = |edit: &Edit| match edit {
        Edit::Set { id, field, .. } => session.record(*id).and_then(|r| r.field(field)).map(|f| f.word.to_owned()),
        Edit::Insert { slot, .. } => Some(slot.word().to_owned()),
        Edit::Remove(id) | Edit::Move { id, .. } => session.find(*id).map(|(slot, _, _)| slot.word().to_owned()),
        Edit::Keep(_) => None,
    };
    edits.iter().filter_map(word).collect()
}

fn note_correction(
    work: &mut super::super::model::Work,
    id: Id,
    words: Vec<String>,
    now: chrono::DateTime<chrono::Utc>,
) {
    let Some(mut correction) = work.session.changes.iter().find(|c| c.id == id).cloned() else { return };
    let before = correction.what.len();
    for word in words {
        if !correction.what.contains(&word) {
            correction.what.push(word);
        }
    }
    if correction.what.len() > before {
        work.change(vec![Edit::Keep(Box::new(Record::Correction(correction)))], Manner::Event, now);
    }
}

/// Opens a closed session for correction: the reason is in the file before the first change.
pub fn begin_correction(model: &mut Model, reason: String) {
    let id = Id::draw(&mut model.rng);
    let (now, who) = (model.now, model.who.clone());
    let Some(work) = &mut model.work else { return };
    let record = Record::Correction(Correction { id, at: Some(now), who, reason, ..Correction::default() });
    let at = work.session.changes.len();
    let slot = crate::domain::edit::Slot::Corrections;
    if work.change(vec![Edit::Insert { slot, at, record: Box::new(record) }], Manner::Event, now) {
        // What was done before the meeting was closed stays done.
        work.history.seal();
        work.read_only = None;
        work.correction = Some(id);
        model.say_word(w("correcting"));
    }
}

/// Undo and redo; the focus goes to what changed.
pub fn turn(model: &mut Model, back: bool) {
    focus::leave_field(model);
    let now = model.now;
    let Some(work) = &mut model.work else { return };
    if work.read_only.is_some() {
        model.say_word(w("why-read-only"));
        return;
    }
    let touched = if back { work.history.undo(&mut work.session) } else { work.history.redo(&mut work.session) };
    work.look(now);
    let Some(touched) = touched else { return };
    if model.work.as_ref().is_some_and(|w| w.session.record(touched.id).is_some()) {
        focus::go_to(model, touched.id, touched.field);
    }
    model.say_word(if back { w("undone") } else { w("redone") });
}
