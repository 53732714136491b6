//! Records in lists: unfold, tick, add, remove, move, indent, share.

use super::super::model::{Model, Spot};
use super::super::page;
use super::{edit, focus};
use crate::domain::choices::{ActionState, CheckState, Group, Status};
use crate::domain::edit::{Edit, Slot, removal};
use crate::domain::history::Manner;
use crate::domain::record::{Audience, Choice, Id, Kind, Record, RecordType, Value, YesNo};
use crate::domain::session::*;
use crate::domain::start;
use crate::report::show::Shower;
use crate::text::{Arg, w};

/// Unfolds a record, or folds it. Only one is unfolded at a time, so that the page stays short.
pub fn fold(model: &mut Model, id: Id, open: bool) {
    if let Some(work) = &mut model.work {
        work.open = open.then_some(id);
    }
}

/// Space on a record: how far it has come.
pub fn tick(model: &mut Model, id: Id) {
    let Some(record) = model.work.as_ref().and_then(|w| w.session.record(id)) else { return };
    let any = record.as_any();
    let next = if let Some(item) = any.downcast_ref::<CheckItem>() {
        let next = match item.state {
            CheckState::Open => CheckState::Done,
            CheckState::Done => CheckState::NotRelevant,
            CheckState::NotRelevant => CheckState::Open,
        };
        Some(("state", next.place()))
    } else if let Some(action) = any.downcast_ref::<Action>() {
        let next = match action.state {
            ActionState::NotBegun => ActionState::Underway,
            ActionState::Underway => ActionState::Done,
            ActionState::Done | ActionState::Dropped => ActionState::NotBegun,
        };
        Some(("state", next.place()))
    } else if let Some(card) = any.downcast_ref::<Card>() {
        let next = match card.relevant {
            None => Some(YesNo::Yes),
            Some(YesNo::Yes) => Some(YesNo::No),
            Some(YesNo::No) => None,
        };
        Some(("relevant", next.and_then(Choice::place)))
    } else {
        None
    };
    match next {
        Some((field, place)) => {
            edit::set(model, id, field, Value::Choice(place), Manner::Step);
        }
        None => {
            let open = model.work.as_ref().is_some_and(|w| w.open == Some(id));
            fold(model, id, !open);
        }
    }
}

/// Who may see a new record. What everyone in the room makes or is told belongs to everyone; offers looked up before the
/// meeting are candidates among staff until somebody shares them.
pub fn audience(model: &Model, slot: Slot) -> Audience {
    let planned = model.work.as_ref().is_none_or(|w| w.session.head.status == Status::Planned);
    match slot {
        Slot::Offers if planned => Audience::Staff,
        Slot::Members
        | Slot::Participants
        | Slot::Agenda
        | Slot::Cards
        | Slot::Offers
        | Slot::Goals
        | Slot::SubGoals(_)
        | Slot::Actions(_)
        | Slot::Decisions
        | Slot::Parked => Audience::Everyone,
        _ => Audience::Staff,
    }
}

/// An empty record for a list; `None` for lists nothing is added to by hand.
fn blank(model: &mut Model, slot: Slot) -> Option<Record> {
    let id = Id::draw(&mut model.rng);
    let seen_by = audience(model, slot);
    let today = model.today();
    let same = |of: Id| {
        model
            .work
            .as_ref()
            .and_then(|w| w.session.record(of))
            .map_or(seen_by, crate::domain::record::Recorded::audience)
    };
    Some(match slot {
        Slot::Members => Member { id, seen_by, ..Member::default() }.wrap(),
        Slot::Consents => Consent { id, seen_by, ..Consent::default() }.wrap(),
        Slot::Plans => ExistingPlan { id, seen_by, ..ExistingPlan::default() }.wrap(),
        Slot::Checklist => CheckItem { id, seen_by, ..CheckItem::default() }.wrap(),
        Slot::Participants => Participant { id, seen_by, ..Participant::default() }.wrap(),
        Slot::Agenda => AgendaItem { id, seen_by, minutes: Some(5), ..AgendaItem::default() }.wrap(),
        Slot::Missing => MissingOffer { id, seen_by, noted_on: Some(today), ..MissingOffer::default() }.wrap(),
        Slot::Goals => Goal { id, seen_by, ..Goal::default() }.wrap(),
        Slot::SubGoals(of) => SubGoal { id, seen_by: same(of), ..SubGoal::default() }.wrap(),
        Slot::Actions(of) => Action { id, seen_by: same(of), ..Action::default() }.wrap(),
        Slot::Decisions => Decision { id, seen_by, ..Decision::default() }.wrap(),
        Slot::Parked => Parked { id, seen_by, ..Parked::default() }.wrap(),
        Slot::Laws => OfferLaw { id, seen_by: Audience::Everyone, ..OfferLaw::default() }.wrap(),
        _ => return None,
    })
}

/// Adds an empty record at the end of a list and begins with its first field.
pub fn add(model: &mut Model, slot: Slot) {
    let Some(record) = blank(model, slot) else { return };
    insert(model, slot, record, true);
}

/// Puts a record at the end of a list. With `begin` its form is opened at the first field.
pub fn insert(model: &mut Model, slot: Slot, record: Record, begin: bool) -> Option<Id> {
    let at = model.work.as_ref().and_then(|w| w.session.count(slot))?;
    let id = record.as_dyn().id();
    let first = record.as_dyn().fields().first().map(|f| f.name);
    if !edit::change(model, vec![Edit::Insert { slot, at, record: Box::new(record) }], Manner::Step) {
        return None;
    }
    if let Some(work) = &mut model.work {
        work.added = Some(id);
    }
    if begin {
        focus::go_to(model, id, first);
    }
    Some(id)
}

/// Takes a record that was added by one key and left without a word out again.
pub fn drop_if_blank(model: &mut Model) {
    let Some(work) = &model.work else { return };
    let Spot::Field(id, _) = work.focus else { return };
    let (Some(added), Some(record)) = (work.added, work.session.record(id)) else { return };
    let said = record.fields().iter().filter_map(|f| f.read(record)).any(|value| match value {
        Value::Text(text) => !text.trim().is_empty(),
        Value::Date(when) => when != crate::domain::record::When::Unset,
        Value::Time(hour) => hour != crate::domain::record::Hour::Unset,
        Value::Ref(id) => id.is_some(),
        Value::Many(_) | Value::Refs(_) | Value::Number(_) | Value::Choice(_) => false,
    });
    if added == id && !said && !record.has_children() {
        edit::change(model, vec![Edit::Remove(id)], Manner::Step);
    }
}

/// Adds the participant a role of the list describes.
pub fn add_role(model: &mut Model, at: usize) {
    let library = model.library.clone();
    let Some(role) = library.common.roles.get(at) else { return };
    let participant = start::participant(role, &library.municipality.departments, &mut model.rng);
    insert(model, Slot::Participants, participant.wrap(), true);
}

/// The record the focus is on or in, when it lies in a list that records can be taken from.
fn subject(model: &Model) -> Option<Id> {
    let work = model.work.as_ref()?;
    let (Spot::Record(id) | Spot::Field(id, _)) = work.focus else { return None };
    focus::path(&work.session, id).last().copied()
}

/// Removes the record under the focus, with all it holds. Undo brings it back.
pub fn remove(model: &mut Model) {
    let Some(id) = subject(model) else { return };
    let Some(work) = &model.work else { return };
    if matches!(work.session.find(id), Some((Slot::Cards, ..))) {
        model.say_word(w("cards-stay"));
        return;
    }
    let title = work.session.record(id).map(|r| Shower { text: &model.text, seen: &work.seen }.title(r));
    let edits = removal(&work.session, id);
    let next = neighbour(model, id);
    if edit::change(model, edits, Manner::Step) {
        if let Some(spot) = next {
            focus::set(model, spot);
        }
        let title = title.filter(|t| !t.is_empty()).unwrap_or_else(|| model.t(w("unnamed")));
        model.say_fmt(w("removed"), &[("title", Arg::from(title))]);
    }
}

/// What gets the focus when a record goes: the row after its last, else the one before it.
fn neighbour(model: &Model, id: Id) -> Option<Spot> {
    let page = page::page(model);
    let work = model.work.as_ref()?;
    let doomed = |spot: Spot| match spot {
        Spot::Record(r) | Spot::Field(r, _) => focus::path(&work.session, r).contains(&id),
        Spot::Add(Slot::Actions(of) | Slot::SubGoals(of)) => focus::path(&work.session, of).contains(&id),
        _ => false,
    };
    let spots: Vec<Spot> = page.rows.iter().filter_map(|r| r.spot).collect();
    let last = spots.iter().rposition(|s| doomed(*s))?;
    let first = spots.iter().position(|s| doomed(*s))?;
    let after = spots.get(last + 1..)?.iter().find(|s| matches!(s, Spot::Record(_) | Spot::Add(_)));
    after.or_else(|| first.checked_sub(1).and_then(|at| spots.get(at))).copied()
}

/// Moves the record under the focus up or down in its list.
pub fn shift(model: &mut Model, by: isize) {
    let Some(id) = subject(model) else { return };
    let Some((slot, at, _)) = model.work.as_ref().and_then(|w| w.session.find(id)) else { return };
    let count = model.work.as_ref().and_then(|w| w.session.count(slot)).unwrap_or_default();
    let Some(at) = at.checked_add_signed(by).filter(|at| *at < count) else { return };
    edit::change(model, vec![Edit::Move { id, slot, at }], Manner::Step);
}

/// Deeper: an action under the sub-goal above it, a goal without sub-goals under the goal above it.
pub fn indent(model: &mut Model) {
    let Some(id) = subject(model) else { return };
    let Some(session) = model.work.as_ref().map(|w| &w.session) else { return };
    let edits = match session.find(id) {
        Some((Slot::Actions(of), _, _)) => {
            let sub = session.goals.iter().find(|g| g.id == of).and_then(|g| g.sub_goals.last());
            sub.map(|s| vec![Edit::Move { id, slot: Slot::Actions(s.id), at: s.actions.len() }])
        }
        Some((Slot::Goals, at, _)) => goal_to_sub_goal(session, at),
        _ => None,
    };
    turned(model, id, edits);
}

/// Less deep: an action out of its sub-goal, a sub-goal to a goal of its own.
pub fn outdent(model: &mut Model) {
    let Some(id) = subject(model) else { return };
    let Some(session) = model.work.as_ref().map(|w| &w.session) else { return };
    let edits = match session.find(id) {
        Some((Slot::Actions(of), _, _)) => {
            let goal = session.goals.iter().find(|g| g.sub_goals.iter().any(|s| s.id == of));
            goal.map(|g| vec![Edit::Move { id, slot: Slot::Actions(g.id), at: g.actions.len() }])
        }
        Some((Slot::SubGoals(of), at, _)) => sub_goal_to_goal(session, of, at),
        _ => None,
    };
    turned(model, id, edits);
}

fn turned(model: &mut Model, id: Id, edits: Option<Vec<Edit>>) {
    let Some(edits) = edits else {
        model.say_word(w("cannot-indent"));
        return;
    };
    if edit::change(model, edits, Manner::Step) {
        focus::go_to(model, id, None);
    }
}

/// A goal becomes the last sub-goal of the goal above; what only goals have must be empty, or it would be lost.
fn goal_to_sub_goal(session: &Session, at: usize) -> Option<Vec<Edit>> {
    let goal = session.goals.get(at)?;
    let above = session.goals.get(at.checked_sub(1)?)?;
    let plain = Goal {
        id: goal.id,
        member: goal.member,
        seen_by: goal.seen_by,
        title: goal.title.clone(),
        success: goal.success.clone(),
        until: goal.until.clone(),
        state: goal.state,
        actions: goal.actions.clone(),
        ..Goal::default()
    };
    if plain != *goal {
        return None;
    }
    let sub = SubGoal {
        id: goal.id,
        member: goal.member,
        seen_by: goal.seen_by,
        title: goal.title.clone(),
        success: goal.success.clone(),
        until: goal.until.clone(),
        state: goal.state,
        actions: vec![],
    };
    let slot = Slot::SubGoals(above.id);
    Some(exchanged(session, goal.id, slot, above.sub_goals.len(), sub.wrap(), &goal.actions))
}

fn sub_goal_to_goal(session: &Session, of: Id, at: usize) -> Option<Vec<Edit>> {
    let place = session.goals.iter().position(|g| g.id == of)?;
    let sub = session.goals.get(place)?.sub_goals.get(at)?;
    let goal = Goal {
        id: sub.id,
        member: sub.member,
        seen_by: sub.seen_by,
        title: sub.title.clone(),
        success: sub.success.clone(),
        until: sub.until.clone(),
        state: sub.state,
        ..Goal::default()
    };
    Some(exchanged(session, sub.id, Slot::Goals, place + 1, goal.wrap(), &sub.actions))
}

/// Takes a record out with its actions and puts another with the same id and the same actions elsewhere.
fn exchanged(session: &Session, id: Id, slot: Slot, at: usize, record: Record, actions: &[Action]) -> Vec<Edit> {
    let mut edits = removal(session, id);
    edits.push(Edit::Insert { slot, at, record: Box::new(record) });
    for (at, action) in actions.iter().enumerate() {
        edits.push(Edit::Insert { slot: Slot::Actions(id), at, record: Box::new(action.clone().wrap()) });
    }
    edits
}

/// Everyone may see the record, or only staff again.
pub fn share(model: &mut Model) {
    let Some(id) = subject(model) else { return };
    let Some(record) = model.work.as_ref().and_then(|w| w.session.record(id)) else { return };
    if !record.fields().iter().any(|f| f.name == "seen_by" && matches!(f.kind, Kind::Choice(..))) {
        return;
    }
    let to = if record.audience() == Audience::Everyone { Audience::Staff } else { Audience::Everyone };
    if edit::set(model, id, "seen_by", Value::Choice(to.place()), Manner::Step) {
        model.say_word(if to == Audience::Everyone { w("shared") } else { w("unshared") });
    }
}

/// Which group the open session is of.
pub fn group(model: &Model) -> Group {
    model.work.as_ref().map(|w| w.session.citizen.group).unwrap_or_default()
}
