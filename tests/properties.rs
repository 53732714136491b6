//! What holds for every change of a session, whatever it is: it can be taken back, it leaves nothing half done, and nobody
//! sees what is not theirs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use opstart::catalog::library::Library;
use opstart::domain::audience::seen_by;
use opstart::domain::choices::*;
use opstart::domain::edit::{Edit, Rejected, Slot, apply, removal};
use opstart::domain::history::{History, Manner};
use opstart::domain::offer::Offer;
use opstart::domain::record::{Audience, Choice, Field, Hour, Id, Kind, Record, RecordType, Recorded, Value, When};
use opstart::domain::session::*;
use opstart::domain::start::{Start, fresh};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Does the same for every type of record.
macro_rules! each_sort {
    ($mac:ident) => {
        $mac! {
            Head Citizen Member Consent Preparation ExistingPlan CheckItem Participant AgendaItem ClockEvent Card
            PickedOffer MissingOffer Goal SubGoal Action Close Decision Parked Answers Correction OfferDraft
            OfferLaw
        }
    };
}

macro_rules! by_sort {
    ($($name:ident)*) => {
        /// An empty record.
        fn blank(sort: Sort, id: Id) -> Record {
            match sort { $( Sort::$name => $name { id, ..$name::default() }.wrap(), )* }
        }
        /// A record by value, with all it holds.
        fn copy(record: &dyn Recorded) -> Record {
            let any = record.as_any();
            $( if let Some(it) = any.downcast_ref::<$name>() { return it.clone().wrap(); } )*
            unreachable!("every record is of one of these types")
        }
    };
}
each_sort!(by_sort);

const FIXED: [Slot; 19] = [
    Slot::Head,
    Slot::Citizen,
    Slot::Members,
    Slot::Consents,
    Slot::Preparation,
    Slot::Plans,
    Slot::Checklist,
    Slot::Participants,
    Slot::Agenda,
    Slot::Clock,
    Slot::Cards,
    Slot::Offers,
    Slot::Missing,
    Slot::Goals,
    Slot::Close,
    Slot::Decisions,
    Slot::Parked,
    Slot::Answers,
    Slot::Corrections,
];

/// The type of the records in a list.
fn sort_in(slot: Slot) -> Sort {
    match slot {
        Slot::Head => Sort::Head,
        Slot::Citizen => Sort::Citizen,
        Slot::Members => Sort::Member,
        Slot::Consents => Sort::Consent,
        Slot::Preparation => Sort::Preparation,
        Slot::Plans => Sort::ExistingPlan,
        Slot::Checklist => Sort::CheckItem,
        Slot::Participants => Sort::Participant,
        Slot::Agenda => Sort::AgendaItem,
        Slot::Clock => Sort::ClockEvent,
        Slot::Cards => Sort::Card,
        Slot::Offers => Sort::PickedOffer,
        Slot::Missing => Sort::MissingOffer,
        Slot::Goals => Sort::Goal,
        Slot::SubGoals(_) => Sort::SubGoal,
        Slot::Actions(_) => Sort::Action,
        Slot::Close => Sort::Close,
        Slot::Decisions => Sort::Decision,
        Slot::Parked => Sort::Parked,
        Slot::Answers => Sort::Answers,
        Slot::Corrections => Sort::Correction,
        Slot::Desk => Sort::OfferDraft,
        Slot::Laws => Sort::OfferLaw,
    }
}

fn id_of(number: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(number))
}

/// A session from the shipped template, with one more record in every list and goals that hold others.
fn rich() -> Session {
    static RICH: LazyLock<Session> = LazyLock::new(make_rich);
    RICH.clone()
}

fn make_rich() -> Session {
    let library = Library::builtin();
    let start = Start {
        common: &library.common,
        departments: &library.municipality.departments,
        template: library.template(Group::Adult).expect("the adult template"),
        group: Group::Adult,
        now: moment(0),
    };
    let mut session = fresh(&start, "LM-4711", &mut fastrand::Rng::with_seed(7));
    let mut next = 1_000_000;
    let mut add = |session: &mut Session, slot: Slot| {
        next += 1;
        let (id, at) = (id_of(next), session.count(slot).expect("a list"));
        let insert = Edit::Insert { slot, at, record: Box::new(blank(sort_in(slot), id)) };
        apply(session, insert).ok().map(|_| id)
    };
    for slot in FIXED {
        add(&mut session, slot);
    }
    let goal = add(&mut session, Slot::Goals).expect("a goal");
    let sub = add(&mut session, Slot::SubGoals(goal)).expect("a sub-goal");
    add(&mut session, Slot::SubGoals(goal));
    for of in [goal, sub, sub] {
        add(&mut session, Slot::Actions(of));
    }
    session
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000 + seconds, 0).expect("a moment")
}

fn records(session: &Session) -> Vec<(Slot, Record)> {
    let mut all = vec![];
    session.visit(&mut |slot, _, record| all.push((slot, copy(record))));
    all
}

fn slots(session: &Session) -> Vec<Slot> {
    let mut all = FIXED.to_vec();
    for (slot, record) in records(session) {
        let id = record.as_dyn().id();
        match slot {
            Slot::Goals => all.extend([Slot::SubGoals(id), Slot::Actions(id)]),
            Slot::SubGoals(_) => all.push(Slot::Actions(id)),
            // Lists that are not there.
            Slot::Head => all.extend([Slot::SubGoals(id), Slot::Actions(id), Slot::SubGoals(id_of(1))]),
            _ => {}
        }
    }
    all
}

/// A change as chance makes it, before it is known what the session holds.
#[derive(Clone, Debug)]
enum Wish {
    Set { record: Index, field: Index, value: Value },
    SetFitting { record: Index, field: Index, text: String, number: u8, ids: Vec<Index> },
    SetUnknown { id: u64, value: Value },
    Keep { record: Index, number: u8 },
    KeepOther { record: Index, sort: Index },
    Insert { slot: Index, at: Index, id: u64 },
    InsertOther { slot: Index, sort: Index, id: u64 },
    InsertTaken { slot: Index, record: Index },
    Remove { record: Index },
    RemoveWhole { record: Index },
    Move { record: Index, slot: Index, at: Index },
    MoveAlike { record: Index, slot: Index, at: Index },
}

fn value() -> impl Strategy<Value = Value> {
    let id = any::<u64>().prop_map(id_of);
    prop_oneof![
        ".{0,12}".prop_map(Value::Text),
        any::<Option<u32>>().prop_map(Value::Number),
        proptest::option::of(0u8..12).prop_map(Value::Choice),
        vec(0u8..9, 0..5).prop_map(Value::Many),
        when().prop_map(Value::Date),
        hour().prop_map(Value::Time),
        proptest::option::of(id.clone()).prop_map(Value::Ref),
        vec(id, 0..4).prop_map(Value::Refs),
    ]
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        Just(When::Unset),
        (0i32..20_000).prop_map(|d| When::On(NaiveDate::from_epoch_days(d).expect("a day"))),
        ".{0,8}".prop_map(When::Typed),
    ]
}

fn hour() -> impl Strategy<Value = Hour> {
    prop_oneof![
        Just(Hour::Unset),
        (0u32..1440).prop_map(|m| Hour::At(NaiveTime::from_hms_opt(m / 60, m % 60, 0).expect("a time"))),
        ".{0,8}".prop_map(Hour::Typed),
    ]
}

fn wish() -> impl Strategy<Value = Wish> {
    let any_index = any::<Index>;
    prop_oneof![
        2 => (any_index(), any_index(), value()).prop_map(|(record, field, value)| Wish::Set { record, field, value }),
        6 => (any_index(), any_index(), ".{0,12}", any::<u8>(), vec(any_index(), 0..3))
            .prop_map(|(record, field, text, number, ids)| Wish::SetFitting { record, field, text, number, ids }),
        1 => (any::<u64>(), value()).prop_map(|(id, value)| Wish::SetUnknown { id, value }),
        3 => (any_index(), any::<u8>()).prop_map(|(record, number)| Wish::Keep { record, number }),
        1 => (any_index(), any_index()).prop_map(|(record, sort)| Wish::KeepOther { record, sort }),
        4 => (any_index(), any_index(), any::<u64>()).prop_map(|(slot, at, id)| Wish::Insert { slot, at, id }),
        1 => (any_index(), any_index(), any::<u64>()).prop_map(|(slot, sort, id)| Wish::InsertOther { slot, sort, id }),
        1 => (any_index(), any_index()).prop_map(|(slot, record)| Wish::InsertTaken { slot, record }),
        2 => any_index().prop_map(|record| Wish::Remove { record }),
        1 => any_index().prop_map(|record| Wish::RemoveWhole { record }),
        2 => (any_index(), any_index(), any_index()).prop_map(|(record, slot, at)| Wish::Move { record, slot, at }),
        4 => (any_index(), any_index(), any_index()).prop_map(|(record, slot, at)| Wish::MoveAlike { record, slot, at }),
    ]
}

/// Makes a wish an edit of this session: sometimes one that fits, sometimes one that must be refused.
fn edits(wish: &Wish, session: &Session) -> Vec<Edit> {
    let all = records(session);
    let record = |at: &Index| &all[at.index(all.len())].1;
    let id = |at: &Index| record(at).as_dyn().id();
    let slot = |at: &Index| {
        let slots = slots(session);
        slots[at.index(slots.len())]
    };
    // One beyond the end is asked for as well.
    let place = |at: &Index, slot: Slot| at.index(session.count(slot).unwrap_or(0) + 2);
    let insert = |slot, at, record| vec![Edit::Insert { slot, at, record: Box::new(record) }];
    match wish {
        Wish::Set { record: at, field, value } => {
            let fields = record(at).as_dyn().fields();
            vec![Edit::Set { id: id(at), field: fields[field.index(fields.len())].name, value: value.clone() }]
        }
        Wish::SetFitting { record: at, field, text, number, ids } => {
            let fields = record(at).as_dyn().fields();
            let field = &fields[field.index(fields.len())];
            let ids = ids.iter().map(id).collect();
            vec![Edit::Set { id: id(at), field: field.name, value: fitting(field, text, *number, ids) }]
        }
        Wish::SetUnknown { id, value } => {
            vec![Edit::Set { id: id_of(*id), field: "title", value: value.clone() }]
        }
        Wish::Keep { record: at, number } => vec![Edit::Keep(Box::new(kept(record(at), *number)))],
        Wish::KeepOther { record: at, sort } => {
            vec![Edit::Keep(Box::new(blank(Sort::ALL[sort.index(Sort::ALL.len())], id(at))))]
        }
        Wish::Insert { slot: at, at: to, id } => {
            let slot = slot(at);
            insert(slot, place(to, slot), blank(sort_in(slot), id_of(*id)))
        }
        Wish::InsertOther { slot: at, sort, id } => {
            insert(slot(at), 0, blank(Sort::ALL[sort.index(Sort::ALL.len())], id_of(*id)))
        }
        // Taken, and with a goal also one that holds others.
        Wish::InsertTaken { slot: at, record: of } => insert(slot(at), 0, record(of).clone()),
        Wish::Remove { record: at } => vec![Edit::Remove(id(at))],
        Wish::RemoveWhole { record: at } => removal(session, id(at)),
        Wish::Move { record: of, slot: at, at: to } => {
            let slot = slot(at);
            vec![Edit::Move { id: id(of), slot, at: place(to, slot) }]
        }
        Wish::MoveAlike { record: of, slot: at, at: to } => {
            let sort = record(of).as_dyn().sort();
            let slots: Vec<Slot> = slots(session).into_iter().filter(|s| sort_in(*s) == sort).collect();
            let slot = slots[at.index(slots.len())];
            vec![Edit::Move { id: id(of), slot, at: place(to, slot) }]
        }
    }
}

/// A value the field takes.
fn fitting(field: &Field, text: &str, number: u8, ids: Vec<Id>) -> Value {
    let of = |words: &[&str]| number % u8::try_from(words.len()).expect("few words");
    match field.kind {
        Kind::Line(_) | Kind::Long(_) => Value::Text(text.to_owned()),
        Kind::Number(_) => Value::Number((number > 20).then_some(u32::from(number))),
        Kind::Choice(words, true) if number.is_multiple_of(5) => Value::Choice(words.first().and(None)),
        Kind::Choice(words, _) => Value::Choice(Some(of(words))),
        Kind::Many(words) => Value::Many((0..of(words)).collect()),
        Kind::Date(_) if number.is_multiple_of(2) => Value::Date(When::Typed(text.to_owned())),
        Kind::Date(_) => Value::Date(When::On(NaiveDate::from_epoch_days(i32::from(number)).expect("a day"))),
        Kind::Time => Value::Time(Hour::Typed(text.to_owned())),
        Kind::Ref(_) => Value::Ref(ids.first().copied()),
        Kind::Refs(_) => Value::Refs(ids),
    }
}

/// The record with other data beside its form, and with another form too, which must not arrive.
fn kept(record: &Record, number: u8) -> Record {
    let n = usize::from(number);
    let word = format!("{number}");
    let day = NaiveDate::from_epoch_days(i32::from(number));
    let at = Some(moment(i64::from(number)));
    let mut record = record.clone();
    match &mut record {
        Record::Head(r) => (r.status, r.closed_at, r.place) = (Status::ALL[n % Status::ALL.len()], at, word),
        Record::CheckItem(r) => (r.why, r.text) = (word.clone(), word),
        Record::Participant(r) => (r.role, r.name) = (word.clone(), word),
        Record::ClockEvent(r) => (r.at, r.by, r.assumed) = (at, i32::from(number), n % 2 == 0),
        Record::Card(r) => (r.title, r.ask, r.note) = (word.clone(), word.clone(), word),
        Record::PickedOffer(r) => {
            (r.offer, r.picked_on, r.why) = (Offer { name: word.clone(), ..Offer::default() }, day, word);
        }
        Record::MissingOffer(r) => (r.noted_on, r.what) = (day, word),
        Record::Goal(r) => {
            r.history = day.map(|until| StateChange { state: GoalState::Reached, until }).into_iter().collect();
            r.title = word;
            r.actions.clear();
        }
        Record::Answers(r) => r.answered_at = at,
        Record::Correction(r) => (r.who, r.what) = (word.clone(), vec![word]),
        Record::Citizen(r) => r.members.clear(),
        Record::SubGoal(r) => r.title = word,
        _ => {}
    }
    record
}

fn all_ids(session: &Session) -> Vec<Id> {
    records(session).iter().map(|(_, r)| r.as_dyn().id()).collect()
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_edit_is_taken_back_by_its_inverse_or_changes_nothing(wishes in vec(wish(), 1..40)) {
        let mut session = rich();
        for wish in &wishes {
            for edit in edits(wish, &session) {
                let before = session.clone();
                let Ok(inverse) = apply(&mut session, edit.clone()) else {
                    prop_assert_eq!(&session, &before, "{:?} was refused", &edit);
                    continue;
                };
                let after = session.clone();
                let again = apply(&mut session, inverse.clone());
                prop_assert_eq!(&session, &before, "{:?} is not taken back by {:?}", &edit, &inverse);
                let again = again.and_then(|edit| apply(&mut session, edit));
                prop_assert_eq!(again.as_ref().err(), None, "{:?}", &edit);
                prop_assert_eq!(&session, &after, "{:?} is not done again", &edit);
            }
        }
    }

    #[test]
    fn ids_stay_unique(wishes in vec(wish(), 1..60)) {
        let mut session = rich();
        for wish in &wishes {
            for edit in edits(wish, &session) {
                let _ = apply(&mut session, edit.clone());
                let ids = all_ids(&session);
                prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{:?}", edit);
            }
        }
    }

    #[test]
    fn keeping_changes_no_field_and_no_record_inside(record in any::<Index>(), number in any::<u8>()) {
        let mut session = rich();
        let shape = |session: &Session| -> Vec<(Slot, Id, Vec<Option<Value>>)> {
            let all = records(session);
            let values = |r: &dyn Recorded| r.fields().iter().map(|f| f.read(r)).collect();
            all.iter().map(|(slot, r)| (*slot, r.as_dyn().id(), values(r.as_dyn()))).collect()
        };
        let before = shape(&session);
        for edit in edits(&Wish::Keep { record, number }, &session) {
            prop_assert!(apply(&mut session, edit).is_ok());
        }
        prop_assert_eq!(shape(&session), before);
    }

    #[test]
    fn a_record_leaves_with_all_it_holds(record in any::<Index>()) {
        let mut session = rich();
        let all = records(&session);
        let (slot, record) = &all[record.index(all.len())];
        let single = matches!(slot, Slot::Head | Slot::Citizen | Slot::Preparation | Slot::Close | Slot::Answers);
        let id = record.as_dyn().id();
        let mut history = History::default();
        let edits = removal(&session, id);
        let before = session.clone();
        let done = history.change(&mut session, edits, Manner::Step);
        prop_assert_eq!(done.is_err(), single);
        prop_assert_eq!(session.record(id).is_some(), single);
        while history.undo(&mut session).is_some() {}
        prop_assert_eq!(session, before);
    }
}

/// One thing that happens to a history.
#[derive(Clone, Debug)]
enum Deed {
    Step(Vec<Wish>),
    Typing { record: Index, field: Index, text: String },
    Pause,
    Undo,
    Redo,
    Tick(u8),
    Status(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => vec(wish(), 1..4).prop_map(Deed::Step),
        6 => (any::<Index>(), any::<Index>(), ".{0,6}").prop_map(|(record, field, text)| Deed::Typing { record, field, text }),
        1 => Just(Deed::Pause),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ]
}

fn deed_or_event() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => deed(),
        1 => any::<u8>().prop_map(Deed::Tick),
        1 => any::<u8>().prop_map(Deed::Status),
    ]
}

/// Does it; true when something was changed.
fn perform(deed: &Deed, session: &mut Session, history: &mut History) -> bool {
    let event =
        |session: &mut Session, history: &mut History, edits| history.change(session, edits, Manner::Event).is_ok();
    match deed {
        Deed::Step(wishes) => {
            let edits: Vec<Edit> = wishes.iter().flat_map(|wish| edits(wish, session)).collect();
            !edits.is_empty() && history.change(session, edits, Manner::Step).is_ok()
        }
        Deed::Typing { record, field, text } => {
            let edits = edits(&typing(*record, *field, text), session);
            let Some(Edit::Set { id, field, .. }) = edits.first() else { return false };
            let manner = Manner::Typing(*id, field);
            history.change(session, edits, manner).is_ok()
        }
        Deed::Pause => {
            history.pause();
            false
        }
        Deed::Undo => history.undo(session).is_some(),
        Deed::Redo => history.redo(session).is_some(),
        Deed::Tick(number) => {
            let (id, at) = (id_of(history.revision() + 5_000_000), session.clock.len());
            let tick = ClockEvent { id, at: Some(moment(i64::from(*number))), ..ClockEvent::default() };
            event(session, history, vec![Edit::Insert { slot: Slot::Clock, at, record: Box::new(tick.wrap()) }])
        }
        Deed::Status(number) => {
            let head = kept(&session.head.clone().wrap(), *number);
            event(session, history, vec![Edit::Keep(Box::new(head))])
        }
    }
}

/// Whether a step, which undo takes back, would touch what only events touch.
fn meddles(deed: &Deed, session: &Session) -> bool {
    let on_clock = |id: &Id| session.find(*id).is_some_and(|(slot, ..)| slot == Slot::Clock);
    let edits = match deed {
        Deed::Step(wishes) => wishes.iter().flat_map(|wish| edits(wish, session)).collect(),
        Deed::Typing { record, field, text } => edits(&typing(*record, *field, text), session),
        _ => vec![],
    };
    edits.iter().any(|edit| match edit {
        Edit::Keep(record) => record.as_dyn().sort() == Sort::Head || on_clock(&record.as_dyn().id()),
        Edit::Insert { slot, .. } => *slot == Slot::Clock,
        Edit::Remove(id) | Edit::Move { id, .. } | Edit::Set { id, .. } => on_clock(id),
    })
}

fn typing(record: Index, field: Index, text: &str) -> Wish {
    Wish::SetFitting { record, field, text: text.to_owned(), number: 2, ids: vec![] }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end(deeds in vec(deed(), 1..30)) {
        let start = rich();
        let (mut session, mut history) = (start.clone(), History::default());
        for deed in &deeds {
            perform(deed, &mut session, &mut history);
        }
        while history.redo(&mut session).is_some() {}
        prop_assert!(!history.can_redo());
        let end = session.clone();
        while history.undo(&mut session).is_some() {}
        prop_assert!(!history.can_undo());
        prop_assert_eq!(&session, &start);
        while history.redo(&mut session).is_some() {}
        prop_assert_eq!(&session, &end);
    }

    #[test]
    fn every_change_counts_and_a_refused_one_does_not(deeds in vec(deed_or_event(), 1..30)) {
        let (mut session, mut history) = (rich(), History::default());
        for deed in &deeds {
            let (before, revision) = (session.clone(), history.revision());
            if perform(deed, &mut session, &mut history) {
                prop_assert!(history.revision() > revision, "{deed:?}");
            } else {
                prop_assert_eq!(history.revision(), revision, "{:?}", deed);
                prop_assert_eq!(&session, &before, "{:?}", deed);
            }
        }
    }

    /// Events are moments of the clock and what the meeting keeps of its status.
    #[test]
    fn undo_passes_by_what_happened(deeds in vec(deed_or_event(), 1..30)) {
        let start = rich();
        let (mut session, mut history) = (start.clone(), History::default());
        for deed in &deeds {
            if !meddles(deed, &session) {
                perform(deed, &mut session, &mut history);
            }
        }
        let end = session.clone();
        while history.undo(&mut session).is_some() {}
        prop_assert!(!history.can_undo(), "no step of undo is lost on the way");
        let mut expected = start;
        expected.clock = end.clock;
        (expected.head.status, expected.head.closed_at) = (end.head.status, end.head.closed_at);
        prop_assert_eq!(session, expected);
    }

    #[test]
    fn undo_leaves_the_attendance_an_event_noted(
        before in proptest::option::of(0u8..5), event in 0u8..5, after in vec(deed(), 0..6),
    ) {
        let (mut session, mut history) = (rich(), History::default());
        let id = session.participants[1].id;
        let set = |place| vec![Edit::Set { id, field: "attendance", value: Value::Choice(place) }];
        prop_assert!(history.change(&mut session, set(before), Manner::Step).is_ok());
        prop_assert!(history.change(&mut session, set(Some(event)), Manner::Event).is_ok());
        for deed in &after {
            perform(deed, &mut session, &mut history);
        }
        while history.undo(&mut session).is_some() {}
        let now = session.participants[1].attendance;
        prop_assert_eq!(now, Attendance::at(event));
    }
}

/// A text that stands nowhere else, and who may see it.
struct Marker {
    word: String,
    seen_by: Audience,
    of: String,
}

/// Fills every field of every record; texts, days and times get words of their own.
fn fill(session: &mut Session, audiences: &[u8]) -> Vec<Marker> {
    let mut markers = vec![];
    let ids = all_ids(session);
    for (n, (slot, record)) in records(session).into_iter().enumerate() {
        let record = record.as_dyn();
        for field in record.fields() {
            let word = format!("mark{}end", markers.len());
            let value = match field.kind {
                Kind::Date(_) => Value::Date(When::Typed(word.clone())),
                Kind::Time => Value::Time(Hour::Typed(word.clone())),
                _ if field.name == "seen_by" => Value::Choice(Some(audiences[n % audiences.len()])),
                _ => fitting(field, &word, 7, ids.clone()),
            };
            apply(session, Edit::Set { id: record.id(), field: field.name, value })
                .expect("every field takes its value");
            if matches!(field.kind, Kind::Line(_) | Kind::Long(_) | Kind::Date(_) | Kind::Time) {
                let of = format!("{field:?} in {slot:?}");
                markers.push(Marker { word, seen_by: field.audience, of });
            }
        }
    }
    markers
}

/// The narrowest circle of a record and of those it lies in. The parts that are always there are for everyone as such.
fn circle(session: &Session, id: Id) -> Audience {
    let (slot, _, record) = session.find(id).expect("a record");
    match slot {
        Slot::Head | Slot::Citizen | Slot::Preparation | Slot::Close | Slot::Answers => Audience::Everyone,
        Slot::SubGoals(of) | Slot::Actions(of) => record.audience().max(circle(session, of)),
        _ => record.audience(),
    }
}

const CIRCLES: [Audience; 4] = [Audience::Everyone, Audience::Staff, Audience::Facilitator, Audience::Nobody];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nobody_sees_a_word_that_is_not_theirs_and_all_that_is(audiences in vec(0u8..3, 1..9)) {
        let mut session = rich();
        let mut markers = fill(&mut session, &audiences).into_iter();
        let mut known = vec![];
        // In the same order as they were filled in.
        session.visit(&mut |_, _, record| {
            for field in record.fields() {
                if matches!(field.kind, Kind::Line(_) | Kind::Long(_) | Kind::Date(_) | Kind::Time) {
                    let marker = markers.next().expect("a marker for every field");
                    known.push(Marker { seen_by: marker.seen_by.max(circle(&session, record.id())), ..marker });
                }
            }
        });
        for audience in CIRCLES {
            let seen = seen_by(&session, audience);
            let shown = [format!("{seen:?}"), ron::to_string(&*seen).expect("a session can be written")];
            for text in shown {
                // A word stands between other characters than these.
                let words: HashSet<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
                for marker in &known {
                    let theirs = marker.seen_by <= audience;
                    prop_assert_eq!(words.contains(marker.word.as_str()), theirs, "{} for {:?}", &marker.of, audience);
                }
            }
        }
    }

    #[test]
    fn a_wider_circle_sees_no_more_than_a_narrower_one(audiences in vec(0u8..3, 1..9), wishes in vec(wish(), 0..20)) {
        let mut session = rich();
        fill(&mut session, &audiences);
        for wish in &wishes {
            for edit in edits(wish, &session) {
                let _ = apply(&mut session, edit);
            }
        }
        for pair in CIRCLES.windows(2) {
            let (wide, narrow) = (seen_by(&session, pair[0]), seen_by(&session, pair[1]));
            wide.visit(&mut |slot, _, record| {
                let (other, _, same) = narrow.find(record.id()).expect("what everyone sees, staff sees");
                assert_eq!(other, slot);
                for field in record.fields().iter().filter(|f| f.audience <= pair[0]) {
                    assert_eq!(field.read(record), field.read(same), "{field:?}");
                }
            });
        }
    }

    #[test]
    fn the_citizens_answers_are_seen_by_nobody_else(given in 0u8..6) {
        let mut session = rich();
        let id = session.answers.id;
        for field in ["heard", "plan", "job_goal"] {
            apply(&mut session, Edit::Set { id, field, value: Value::Choice(Some(given)) }).expect("an answer");
        }
        for audience in [Audience::Everyone, Audience::Staff, Audience::Facilitator] {
            let seen = seen_by(&session, audience);
            prop_assert_eq!((seen.answers.heard, seen.answers.plan, seen.answers.job_goal), (None, None, None));
        }
    }

    #[test]
    fn a_session_comes_back_from_its_file_as_it_was(audiences in vec(0u8..3, 1..9), wishes in vec(wish(), 0..30)) {
        let mut session = rich();
        fill(&mut session, &audiences);
        for wish in &wishes {
            for edit in edits(wish, &session) {
                let _ = apply(&mut session, edit);
            }
        }
        let text = ron::ser::to_string_pretty(&session, ron::ser::PrettyConfig::default()).expect("it can be written");
        prop_assert_eq!(ron::from_str::<Session>(&text).expect("it can be read"), session);
    }
}

#[test]
fn every_field_of_every_type_is_found_in_a_rich_session() {
    let session = rich();
    let here: HashSet<Sort> = records(&session).iter().map(|(_, r)| r.as_dyn().sort()).collect();
    // The form of an offer lies on a desk without a meeting.
    let of_a_meeting = |sort: &&Sort| !matches!(sort, Sort::OfferDraft | Sort::OfferLaw);
    assert!(Sort::ALL.iter().filter(of_a_meeting).all(|sort| here.contains(sort)), "{here:?}");
}

#[test]
fn what_keeps_one_of_the_refusals_apart() {
    let mut session = rich();
    let goal = session.goals.iter().find(|g| !g.sub_goals.is_empty()).expect("a goal with sub-goals").clone();
    let (sub, unknown) = (goal.sub_goals[0].id, id_of(1));
    let insert = |slot, at, record| Edit::Insert { slot, at, record: Box::new(record) };
    let text = || Value::Text("x".to_owned());
    let set = |id, field, value| Edit::Set { id, field, value };
    let cases = [
        (set(unknown, "title", text()), Rejected::NoRecord),
        (set(goal.id, "nothing", text()), Rejected::NoField),
        (set(goal.id, "title", Value::Number(None)), Rejected::NoField),
        (set(goal.id, "state", Value::Choice(None)), Rejected::NoField),
        (set(goal.id, "state", Value::Choice(Some(200))), Rejected::NoField),
        (Edit::Remove(goal.id), Rejected::NotEmpty),
        (Edit::Remove(session.head.id), Rejected::NoPlace),
        (Edit::Remove(unknown), Rejected::NoRecord),
        (insert(Slot::Goals, 0, goal.clone().wrap()), Rejected::NotEmpty),
        (insert(Slot::Parked, 0, blank(Sort::Parked, sub)), Rejected::Taken),
        (insert(Slot::Parked, 99, blank(Sort::Parked, unknown)), Rejected::NoPlace),
        (insert(Slot::Goals, 0, blank(Sort::Action, unknown)), Rejected::NoPlace),
        (insert(Slot::Actions(unknown), 0, blank(Sort::Action, id_of(2))), Rejected::NoPlace),
        (Edit::Move { id: goal.id, slot: Slot::SubGoals(goal.id), at: 0 }, Rejected::NoPlace),
        (Edit::Move { id: sub, slot: Slot::Actions(sub), at: 0 }, Rejected::NoPlace),
        (Edit::Move { id: sub, slot: Slot::Goals, at: 0 }, Rejected::NoPlace),
    ];
    let before = session.clone();
    for (edit, why) in cases {
        assert_eq!(apply(&mut session, edit.clone()), Err(why), "{edit:?}");
        assert_eq!(session, before, "{edit:?}");
    }
}
