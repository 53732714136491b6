//! The meeting itself: its clock, and what is noted in the middle of it by one key.

use super::super::command::Command;
use super::super::model::{Model, Screen};
use super::super::overlay::{Ask, Confirm, Overlay};
use super::{edit, focus, menu, picker, questions, records};
use crate::domain::choices::{Attendance, Status, Tick};
use crate::domain::clock::Phase;
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::Manner;
use crate::domain::record::{Choice, Id, Record, RecordType, Value};
use crate::domain::session::ClockEvent;
use crate::text::{Arg, w};

/// Commands about the meeting, which work from every step, text fields too. False when the command is another's.
pub fn command(model: &mut Model, command: Command) -> bool {
    if model.screen != Screen::Work {
        return false;
    }
    match command {
        Command::StartMeeting => start(model),
        Command::EndMeeting => end(model),
        Command::Pause => pause(model),
        Command::NextItem => next_item(model),
        Command::MoreTime => stretch(model, 1),
        Command::LessTime => stretch(model, -1),
        Command::OwnWords => note(model, "own_words"),
        Command::Note => note(model, "notes"),
        Command::Decision => jot(model, Slot::Decisions),
        Command::Goal => jot(model, Slot::Goals),
        Command::Park => jot(model, Slot::Parked),
        Command::MissingOffer => {
            // What was looked for and not found is noted from the picker.
            if !picker::note_missing(model) {
                picker::open(model);
            }
        }
        Command::Offer => picker::open(model),
        Command::ReadyAgenda => menu::open_agendas(model),
        Command::AddRole => menu::open_roles(model),
        Command::Questions => questions::open(model),
        Command::CloseSession => close(model),
        Command::SetStatus(status) => set_status(model, status),
        Command::Correct => menu::ask_reason(model),
        _ => return false,
    }
    true
}

fn event(model: &mut Model, what: Tick, item: Option<Id>, by: i32) -> bool {
    let id = Id::draw(&mut model.rng);
    let record = ClockEvent { id, what, at: Some(model.now), item, by, ..ClockEvent::default() }.wrap();
    let at = model.work.as_ref().map(|w| w.session.clock.len()).unwrap_or_default();
    let edits = vec![Edit::Insert { slot: Slot::Clock, at, record: Box::new(record) }];
    edit::change(model, edits, Manner::Event)
}

/// The status as something that happened: undo does not touch it.
fn status(model: &mut Model, status: Status) -> bool {
    let closed_at = (status == Status::Closed).then_some(model.now);
    let Some(mut head) = model.work.as_ref().map(|w| w.session.head.clone()) else { return false };
    (head.status, head.closed_at) = (status, closed_at);
    edit::change(model, vec![Edit::Keep(Box::new(Record::Head(head)))], Manner::Event)
}

fn start(model: &mut Model) {
    // A meeting that was ended goes on where it stopped.
    let stopped = model.clock().and_then(|c| c.current);
    let Some(first) = stopped.or(model.work.as_ref().and_then(|w| w.session.agenda.first()).map(|i| i.id)) else {
        focus::go_to_step(model, crate::domain::steps::Step::Agenda);
        model.say_word(w("why-no-agenda"));
        return;
    };
    focus::leave_field(model);
    if status(model, Status::InProgress) && event(model, Tick::Begin, Some(first), 0) {
        arrive(model);
        focus::go_to(model, first, None);
        if let Some(work) = &mut model.work {
            work.open = Some(first);
        }
        model.say_word(w("meeting-started"));
    }
}

/// Those who were to come are noted as present; who is missing is corrected in step 2.
fn arrive(model: &mut Model) {
    let Some(work) = &model.work else { return };
    let coming = work.session.participants.iter().filter(|p| p.attendance == Some(Attendance::Coming));
    let value = Value::Choice(Attendance::Attended.place());
    let edits: Vec<Edit> = coming.map(|p| Edit::Set { id: p.id, field: "attendance", value: value.clone() }).collect();
    edit::change(model, edits, Manner::Event);
}

fn end(model: &mut Model) {
    if event(model, Tick::End, None, 0) {
        focus::go_to_step(model, crate::domain::steps::Step::Close);
        model.say_word(w("meeting-ended"));
    }
}

fn pause(model: &mut Model) {
    let Some(clock) = model.clock() else { return };
    let what = if clock.phase == Phase::Paused { Tick::Resume } else { Tick::Pause };
    event(model, what, clock.current, 0);
}

fn next_item(model: &mut Model) {
    let Some(clock) = model.clock() else { return };
    let Some(next) = clock.next else {
        model.say_word(w("last-item"));
        return;
    };
    if event(model, Tick::Begin, Some(next), 0) {
        if let Some(work) = &mut model.work {
            work.back_to.clear();
        }
        let on_agenda = model.work.as_ref().is_some_and(|w| w.step == crate::domain::steps::Step::Agenda);
        if on_agenda {
            focus::go_to(model, next, None);
            if let Some(work) = &mut model.work {
                work.open = Some(next);
            }
        }
        let title = model.work.as_ref().and_then(|w| w.session.agenda.iter().find(|i| i.id == next));
        let title = title.map(|i| i.title.clone()).unwrap_or_default();
        model.say_fmt(w("item-begins"), &[("title", Arg::from(title))]);
    }
}

fn stretch(model: &mut Model, by: i32) {
    let current = model.clock().and_then(|c| c.current);
    event(model, Tick::Stretch, current, by);
}

/// Goes to a field of the item under way; Esc comes back.
fn note(model: &mut Model, field: &'static str) {
    let Some(work) = &model.work else { return };
    let item = work.clock(model.now).current.or_else(|| work.session.agenda.first().map(|i| i.id));
    let Some(id) = item else { return };
    if work.focus == super::super::model::Spot::Field(id, field) {
        return;
    }
    focus::remember(model);
    if let Some(work) = &mut model.work {
        work.peek = Some((id, field));
    }
    focus::go_to(model, id, Some(field));
    // Going there may have changed the step, which closes everything that was opened.
    let Some(work) = &mut model.work else { return };
    work.peek = Some((id, field));
    let shown = work.seen.value(id, field) == work.session.value(id, field) && field == "own_words";
    model.say_word(if shown { w("esc-goes-back") } else { w("note-is-visible") });
}

/// A new record by one key, with the focus in it; Esc comes back.
fn jot(model: &mut Model, slot: Slot) {
    focus::remember(model);
    records::add(model, slot);
    model.say_word(w("esc-goes-back"));
}

fn close(model: &mut Model) {
    focus::leave_field(model);
    let Some(work) = &model.work else { return };
    let found = super::super::fit::all_problems(model, work);
    let text = model.text.fmt(w("ask-close"), &[("count", Arg::from(found.len()))]);
    let (safe, act) = (model.t(w("button-not-yet")), model.t(w("button-close")));
    model.overlays.push(Overlay::Confirm(Confirm::new(Ask::Close, text, safe, act)));
}

/// Closes the session: from now on it can only be corrected, with a reason.
pub fn close_now(model: &mut Model) {
    if model.clock().is_some_and(|c| c.is_on()) && !event(model, Tick::End, None, 0) {
        return;
    }
    if status(model, Status::Closed) {
        let now = model.now;
        if let Some(work) = &mut model.work {
            work.read_only = Some(super::super::msg::ReadOnly::Closed);
            work.correction = None;
            work.look(now);
        }
        model.say_word(w("session-closed"));
    }
}

fn set_status(model: &mut Model, to: Status) {
    if model.clock().is_some_and(|c| c.is_on()) && !event(model, Tick::End, None, 0) {
        return;
    }
    if to == Status::Planned {
        // It did not take place: what its clock counted belongs to no meeting.
        let ticks = model.work.as_ref().map(|w| w.session.clock.iter().map(|e| Edit::Remove(e.id)).collect());
        edit::change(model, ticks.unwrap_or_default(), Manner::Event);
    }
    if status(model, to) {
        let head = model.work.as_ref().map(|w| w.session.head.id);
        if to != Status::Planned
            && let Some(head) = head
            && let Some(work) = &mut model.work
        {
            work.step = crate::domain::steps::Step::Close;
            focus::set(model, super::super::model::Spot::Field(head, "status_why"));
            model.say_word(w("say-why"));
        }
    }
}
