#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::choices::Status;
use crate::domain::edit::Slot;
use crate::domain::record::{Record, RecordType, Value};
use crate::domain::session::{Close, Head, Parked};
use crate::domain::session::{OfferDraft, OfferLaw};

const PLACE: &str = "place";
const FILED: &str = "filed_by";

fn session() -> Session {
    let mut rng = fastrand::Rng::with_seed(1);
    Session {
        head: Head { id: Id::draw(&mut rng), ..Head::default() },
        close: Close { id: Id::draw(&mut rng), ..Close::default() },
        ..Session::default()
    }
}

fn set(session: &Session, field: &'static str, text: &str) -> Vec<Edit> {
    vec![Edit::Set { id: session.head.id, field, value: Value::Text(text.to_owned()) }]
}

fn types(history: &mut History, session: &mut Session, field: &'static str, text: &str) {
    let manner = Manner::Typing(session.head.id, field);
    history.change(session, set(session, field, text), manner).unwrap();
}

#[test]
fn typing_in_one_field_is_one_step() {
    let (mut s, mut h) = (session(), History::default());
    for text in ["L", "Lo", "Lok"] {
        types(&mut h, &mut s, PLACE, text);
    }
    h.undo(&mut s);
    assert_eq!((s.head.place.as_str(), h.can_undo()), ("", false));
    h.redo(&mut s);
    assert_eq!(s.head.place, "Lok");
}

#[test]
fn a_pause_begins_a_new_step() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "Lo");
    h.pause();
    types(&mut h, &mut s, PLACE, "Lokale");
    h.undo(&mut s);
    assert_eq!(s.head.place, "Lo");
}

#[test]
fn another_field_begins_a_new_step() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "Lo");
    types(&mut h, &mut s, FILED, "M");
    types(&mut h, &mut s, PLACE, "Lok");
    h.undo(&mut s);
    assert_eq!((s.head.place.as_str(), s.head.filed_by.as_str()), ("Lo", "M"));
    h.undo(&mut s);
    assert_eq!((s.head.place.as_str(), s.head.filed_by.as_str()), ("Lo", ""));
}

#[test]
fn typing_taken_up_again_joins_its_step_after_a_pause() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "Lo");
    h.pause();
    h.resume(s.head.id, PLACE);
    types(&mut h, &mut s, PLACE, "Lokale");
    h.undo(&mut s);
    assert_eq!(s.head.place, "");
}

#[test]
fn typing_in_another_field_is_not_taken_up_again() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, FILED, "M");
    h.pause();
    h.resume(s.head.id, PLACE);
    types(&mut h, &mut s, FILED, "Me");
    h.undo(&mut s);
    assert_eq!(s.head.filed_by, "M");
}

#[test]
fn typing_after_undo_gives_up_what_could_be_done_again() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "Lo");
    types(&mut h, &mut s, FILED, "M");
    h.undo(&mut s);
    assert!(h.can_redo());
    types(&mut h, &mut s, PLACE, "Lok");
    assert!(!h.can_redo());
    assert_eq!(h.redo(&mut s), None);
    assert_eq!((s.head.place.as_str(), s.head.filed_by.as_str()), ("Lok", ""));
}

#[test]
fn an_event_is_passed_by_and_leaves_redo_alone() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "Lo");
    h.undo(&mut s);
    let head = Head { status: Status::InProgress, ..s.head.clone() };
    h.change(&mut s, vec![Edit::Keep(Box::new(Record::Head(head)))], Manner::Event).unwrap();
    assert!(!h.can_undo() && h.can_redo());
    h.redo(&mut s);
    assert_eq!((s.head.place.as_str(), s.head.status), ("Lo", Status::InProgress));
}

#[test]
fn what_an_event_set_is_not_undone_by_the_steps_before_it() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, FILED, "M");
    types(&mut h, &mut s, PLACE, "Lo");
    let event = set(&s, PLACE, "Rådhuset");
    h.change(&mut s, event, Manner::Event).unwrap();
    h.undo(&mut s);
    assert_eq!((s.head.place.as_str(), s.head.filed_by.as_str()), ("Rådhuset", ""));
    assert!(!h.can_undo());
}

#[test]
fn edits_that_belong_together_are_undone_together() {
    let (mut s, mut h) = (session(), History::default());
    let both = [set(&s, PLACE, "Lo"), set(&s, FILED, "M")].concat();
    h.change(&mut s, both, Manner::Step).unwrap();
    let touched = h.undo(&mut s).unwrap();
    assert_eq!((touched.id, touched.field), (s.head.id, Some(PLACE)));
    assert_eq!(s, session());
}

#[test]
fn when_one_of_several_is_refused_none_is_done() {
    let (mut s, mut h) = (session(), History::default());
    let edits = [set(&s, PLACE, "Lo"), set(&s, "nothing", "M")].concat();
    assert_eq!(h.change(&mut s, edits, Manner::Step), Err(Rejected::NoField));
    assert_eq!((&s, h.revision(), h.can_undo()), (&session(), 0, false));
}

#[test]
fn every_change_undo_and_redo_is_a_revision_of_its_own() {
    let (mut s, mut h) = (session(), History::default());
    types(&mut h, &mut s, PLACE, "L");
    types(&mut h, &mut s, PLACE, "Lo");
    assert_eq!(h.revision(), 2);
    h.undo(&mut s);
    h.redo(&mut s);
    assert_eq!(h.revision(), 4);
    h.redo(&mut s);
    h.change(&mut s, vec![], Manner::Step).unwrap();
    assert_eq!(h.revision(), 4);
}

#[test]
fn undo_tells_the_record_it_brought_back() {
    let (mut s, mut h) = (session(), History::default());
    let id = Id::draw(&mut fastrand::Rng::with_seed(9));
    let parked = Parked { id, ..Parked::default() }.wrap();
    let insert = Edit::Insert { slot: Slot::Parked, at: 0, record: Box::new(parked) };
    h.change(&mut s, vec![insert], Manner::Step).unwrap();
    h.change(&mut s, vec![Edit::Remove(id)], Manner::Step).unwrap();
    assert_eq!(h.undo(&mut s), Some(Touched { id, field: None }));
    assert_eq!(s.close.parked[0].id, id);
}

#[test]
fn the_form_of_an_offer_is_undone_and_redone_as_a_meeting_is() {
    let mut rng = fastrand::Rng::with_seed(5);
    let draft = OfferDraft { id: Id::draw(&mut rng), name: "Før".into(), ..OfferDraft::default() };
    let mut s = Session { desk: Some(Box::new(draft.clone())), ..Session::default() };
    let mut h = History::default();
    let name = Edit::Set { id: draft.id, field: "name", value: Value::Text("Efter".into()) };
    let law = OfferLaw { id: Id::draw(&mut rng), law: "SEL".into(), ..OfferLaw::default() };
    h.change(&mut s, vec![name], Manner::Step).unwrap();
    h.change(&mut s, vec![Edit::Insert { slot: Slot::Laws, at: 0, record: Box::new(law.wrap()) }], Manner::Step)
        .unwrap();
    let after = s.clone();
    h.undo(&mut s);
    h.undo(&mut s);
    assert_eq!(s.desk.as_deref(), Some(&draft));
    h.redo(&mut s);
    h.redo(&mut s);
    assert_eq!(s, after);
}
