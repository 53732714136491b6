//! What holds when two states of one session are put together, whatever they are: nothing that anybody wrote is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::DateTime;
use opstart::catalog::library::Library;
use opstart::domain::choices::Group;
use opstart::domain::compare::{counts, edits_between};
use opstart::domain::edit::{Edit, Slot, apply, removal};
use opstart::domain::merge::{Merged, Noted, Past, merge};
use opstart::domain::record::{Audience, Hour, Id, Kind, Record, RecordType, Recorded, Value, When};
use opstart::domain::session::*;
use opstart::domain::start::{Start, fresh};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A session from the shipped template with a few records in the lists that are empty there.
fn base() -> Session {
    static BASE: LazyLock<Session> = LazyLock::new(|| {
        let library = Library::builtin();
        let start = Start {
            common: &library.common,
            departments: &library.municipality.departments,
            template: library.template(Group::Adult).expect("the adult template"),
            group: Group::Adult,
            now: DateTime::from_timestamp(1_795_000_000, 0).expect("a moment"),
        };
        let mut session = fresh(&start, "LM-4711", &mut fastrand::Rng::with_seed(7));
        for number in 0..3 {
            let goal = Goal { id: id(number), title: format!("goal{number}"), ..Goal::default() };
            session.goals.push(goal);
            session.close.decisions.push(Decision {
                id: id(10 + number),
                text: format!("d{number}"),
                ..Decision::default()
            });
        }
        session.goals[0].sub_goals.push(SubGoal { id: id(20), ..SubGoal::default() });
        session.goals[0].actions.push(Action { id: id(21), what: "ring".to_owned(), ..Action::default() });
        session.goals[0].sub_goals[0].actions.push(Action { id: id(22), ..Action::default() });
        session
    });
    BASE.clone()
}

fn id(number: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(1_000_000 + number))
}

/// Something that somebody does.
#[derive(Clone, Debug)]
enum Deed {
    Write { record: Index, field: Index, word: String, number: u8 },
    Add { list: Index, id: u64, word: String },
    Remove { record: Index },
    Move { record: Index, at: Index },
    Keep { record: Index, number: u8 },
    Exchange { goal: Index },
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = any::<Index>;
    prop_oneof![
        6 => (at(), at(), "[a-z]{6}( [a-z]{3}){0,2}", any::<u8>())
            .prop_map(|(record, field, word, number)| Deed::Write { record, field, word, number }),
        3 => (at(), any::<u64>(), "[a-z]{6}").prop_map(|(list, id, word)| Deed::Add { list, id, word }),
        2 => at().prop_map(|record| Deed::Remove { record }),
        2 => (at(), at()).prop_map(|(record, at)| Deed::Move { record, at }),
        1 => (at(), any::<u8>()).prop_map(|(record, number)| Deed::Keep { record, number }),
        1 => at().prop_map(|goal| Deed::Exchange { goal }),
    ]
}

fn ids(session: &Session) -> Vec<Id> {
    let mut ids = vec![];
    session.visit(&mut |_, _, record| ids.push(record.id()));
    ids
}

fn lists(session: &Session) -> Vec<Slot> {
    let mut lists =
        vec![Slot::Members, Slot::Participants, Slot::Decisions, Slot::Parked, Slot::Goals, Slot::Checklist];
    for goal in &session.goals {
        lists.extend([Slot::SubGoals(goal.id), Slot::Actions(goal.id)]);
        lists.extend(goal.sub_goals.iter().map(|sub| Slot::Actions(sub.id)));
    }
    lists
}

fn new_record(slot: Slot, id: Id, word: String) -> Record {
    match slot {
        Slot::Members => Member { id, name: word, ..Member::default() }.wrap(),
        Slot::Participants => Participant { id, name: word, ..Participant::default() }.wrap(),
        Slot::Decisions => Decision { id, text: word, ..Decision::default() }.wrap(),
        Slot::Parked => Parked { id, text: word, ..Parked::default() }.wrap(),
        Slot::Goals => Goal { id, title: word, ..Goal::default() }.wrap(),
        Slot::SubGoals(_) => SubGoal { id, title: word, ..SubGoal::default() }.wrap(),
        Slot::Actions(_) => Action { id, what: word, ..Action::default() }.wrap(),
        _ => CheckItem { id, text: word, ..CheckItem::default() }.wrap(),
    }
}

fn value(kind: Kind, word: String, number: u8, ids: &[Id]) -> Value {
    let some = Some(ids[usize::from(number) % ids.len()]);
    match kind {
        Kind::Line(_) | Kind::Long(_) => Value::Text(word),
        Kind::Number(_) => Value::Number(Some(u32::from(number))),
        Kind::Choice(words, _) => Value::Choice(Some(number % u8::try_from(words.len()).unwrap())),
        Kind::Many(words) => Value::Many((0..number % u8::try_from(words.len()).unwrap()).collect()),
        Kind::Date(_) => Value::Date(When::Typed(word)),
        Kind::Time => Value::Time(Hour::Typed(word)),
        Kind::Ref(_) => Value::Ref(some),
        Kind::Refs(_) => Value::Refs(some.into_iter().collect()),
    }
}

/// Does it, as far as it can be done there.
fn act(session: &mut Session, deed: &Deed, may: &dyn Fn(Id) -> bool) {
    let all: Vec<Id> = ids(session).into_iter().filter(|id| may(*id)).collect();
    let pick = |at: &Index| all[at.index(all.len())];
    let edits = match deed {
        Deed::Write { record, field, word, number } => {
            let id = pick(record);
            let fields = session.record(id).unwrap().fields();
            let field = &fields[field.index(fields.len())];
            vec![Edit::Set { id, field: field.name, value: value(field.kind, word.clone(), *number, &ids(session)) }]
        }
        Deed::Add { list, id: number, word } => {
            let lists = lists(session);
            let slot = lists[list.index(lists.len())];
            let record = Box::new(new_record(slot, id(100 + *number), word.clone()));
            vec![Edit::Insert { slot, at: session.count(slot).unwrap(), record }]
        }
        Deed::Remove { record } => removal(session, pick(record)),
        Deed::Move { record, at } => {
            let id = pick(record);
            let alike = |slot: &Slot| match session.find(id).unwrap().0 {
                Slot::Actions(_) => matches!(slot, Slot::Actions(_)),
                Slot::SubGoals(_) => matches!(slot, Slot::SubGoals(_)),
                own => *slot == own,
            };
            let slots: Vec<Slot> = lists(session).into_iter().filter(alike).collect();
            if slots.is_empty() {
                return;
            }
            let slot = slots[at.index(slots.len())];
            vec![Edit::Move { id, slot, at: at.index(session.count(slot).unwrap().max(1)) }]
        }
        Deed::Keep { record, number } => {
            let mut record = session.record(pick(record)).unwrap().bare();
            match &mut record {
                Record::Participant(p) => p.role = format!("role{number}"),
                Record::CheckItem(c) => c.why = format!("why{number}"),
                Record::Card(c) => c.title = format!("title{number}"),
                _ => {}
            }
            vec![Edit::Keep(Box::new(record))]
        }
        // A goal becomes a sub-goal of another, under the same id.
        Deed::Exchange { goal } => {
            if session.goals.len() < 2 {
                return;
            }
            let at = 1 + goal.index(session.goals.len() - 1);
            let (goal, above) = (session.goals[at].clone(), session.goals[0].id);
            let mut edits = removal(session, goal.id);
            let sub = SubGoal { id: goal.id, title: goal.title, ..SubGoal::default() }.wrap();
            edits.push(Edit::Insert { slot: Slot::SubGoals(above), at: 0, record: Box::new(sub) });
            edits
        }
    };
    let mut tried = session.clone();
    if edits.into_iter().all(|edit| apply(&mut tried, edit).is_ok()) {
        *session = tried;
    }
}

fn after(session: &Session, deeds: &[Deed]) -> Session {
    let mut session = session.clone();
    for deed in deeds {
        act(&mut session, deed, &|_| true);
    }
    session
}

/// Everything that is noted, with all its words.
fn wording(noted: &Noted) -> String {
    format!("{} {:?} {}", noted.word, noted.theirs, noted.text)
}

fn both(base: &Session, mine: &Session, theirs: &Session) -> Merged {
    merge(base, &Past::default(), mine, theirs, &wording)
}

/// The words of every text, by record and field.
fn words(session: &Session) -> Vec<(Id, &'static str, String)> {
    let mut words = vec![];
    session.visit(&mut |_, _, record| {
        for field in record.fields() {
            let text = field.text(record);
            if !text.is_empty() {
                words.push((record.id(), field.name, text));
            }
        }
    });
    words
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    vec(deed(), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_both_did_alike_stands_as_they_did_it(x in deeds()) {
        let mine = after(&base(), &x);
        let merged = both(&base(), &mine, &mine);
        prop_assert_eq!(&merged, &Merged { session: mine, two_texts: 0, noted: 0 });
    }

    #[test]
    fn what_only_one_did_stands_as_they_did_it(x in deeds()) {
        let changed = after(&base(), &x);
        prop_assert_eq!(&both(&base(), &changed, &base()).session, &changed);
        prop_assert_eq!(&both(&base(), &base(), &changed).session, &changed);
    }

    #[test]
    fn every_text_that_anybody_wrote_is_somewhere_in_the_result(x in deeds(), y in deeds()) {
        let base = base();
        let (mine, theirs) = (after(&base, &x), after(&base, &y));
        let merged = both(&base, &mine, &theirs).session;
        let old: HashSet<_> = words(&base).into_iter().collect();
        let all: Vec<String> = words(&merged).into_iter().map(|(_, _, text)| text).collect();
        for written in words(&mine).into_iter().chain(words(&theirs)).filter(|word| !old.contains(word)) {
            prop_assert!(all.iter().any(|text| text.contains(&written.2)), "{:?} is lost", written);
        }
    }

    #[test]
    fn every_id_stands_once_and_every_record_that_was_added_or_changed_is_there(x in deeds(), y in deeds()) {
        let base = base();
        let (mine, theirs) = (after(&base, &x), after(&base, &y));
        let merged = both(&base, &mine, &theirs).session;
        let ids = ids(&merged);
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
        for added in self::ids(&mine).into_iter().chain(self::ids(&theirs)).filter(|id| base.record(*id).is_none()) {
            prop_assert!(ids.contains(&added));
        }
    }

    #[test]
    fn changes_that_do_not_touch_come_to_the_same_in_either_order(x in deeds(), y in deeds()) {
        let base = base();
        let even = |id: Id| ids(&base).iter().position(|other| *other == id).is_none_or(|at| at % 2 == 0);
        let write = |deed: &&Deed| matches!(deed, Deed::Write { .. } | Deed::Keep { .. });
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        x.iter().filter(write).for_each(|deed| act(&mut mine, deed, &|id| even(id)));
        y.iter().filter(write).for_each(|deed| act(&mut theirs, deed, &|id| !even(id)));
        let one_way = both(&base, &mine, &theirs);
        prop_assert_eq!(&one_way, &both(&base, &theirs, &mine));
        prop_assert_eq!((one_way.two_texts, one_way.noted), (0, 0));
    }

    #[test]
    fn the_other_machine_comes_to_the_same_when_it_reads_what_was_put_together(x in deeds(), y in deeds()) {
        let base = base();
        let write = |deed: &Deed| matches!(deed, Deed::Write { .. } | Deed::Keep { .. });
        let [x, y] = [x, y].map(|deeds| deeds.into_iter().filter(write).collect::<Vec<_>>());
        let (mine, theirs) = (after(&base, &x), after(&base, &y));
        let merged = both(&base, &mine, &theirs).session;
        prop_assert_eq!(&both(&base, &theirs, &merged).session, &merged);
    }

    #[test]
    fn nobody_sees_more_of_a_record_than_either_allowed(x in deeds(), y in deeds()) {
        let base = base();
        let (mine, theirs) = (after(&base, &x), after(&base, &y));
        let merged = both(&base, &mine, &theirs).session;
        let seen_by = |session: &Session, id| session.record(id).map(Recorded::audience);
        for id in ids(&merged) {
            let [old, my, their] = [&base, &mine, &theirs].map(|session| seen_by(session, id));
            if my != old && their != old && let (Some(my), Some(their)) = (my, their) {
                prop_assert_eq!(seen_by(&merged, id), Some(my.max(their)));
            }
        }
    }

    #[test]
    fn what_the_other_only_had_from_here_never_comes_back(x in deeds(), y in deeds(), z in deeds()) {
        let base = base();
        let write = |deed: &Deed| matches!(deed, Deed::Write { .. });
        let [x, y, z] = [x, y, z].map(|deeds| deeds.into_iter().filter(write).collect::<Vec<_>>());
        let first = after(&base, &x);
        let (mine, theirs) = (after(&first, &y), after(&first, &z));
        let mut past = Past::default();
        past.note(&base, &first);
        past.note(&first, &mine);
        let known = merge(&base, &past, &mine, &first, &wording);
        prop_assert_eq!(&known, &Merged { session: mine.clone(), two_texts: 0, noted: 0 });
        // And beside it stands all that the other did then.
        let merged = merge(&base, &past, &mine, &theirs, &wording).session;
        let all: Vec<String> = words(&merged).into_iter().map(|(_, _, text)| text).collect();
        let old: HashSet<_> = words(&first).into_iter().collect();
        for written in words(&mine).into_iter().chain(words(&theirs)).filter(|word| !old.contains(word)) {
            prop_assert!(all.iter().any(|text| text.contains(&written.2)), "{:?} is lost", written);
        }
    }

    #[test]
    fn the_edits_between_two_states_lead_from_the_one_to_the_other_and_back(x in deeds(), y in deeds()) {
        let (from, to) = (after(&base(), &x), after(&base(), &y));
        let mut session = from.clone();
        let edits = edits_between(&from, &to);
        let mut back: Vec<Edit> = edits.into_iter().map(|edit| apply(&mut session, edit).unwrap()).collect();
        prop_assert_eq!(&session, &to);
        back.reverse();
        for edit in back {
            apply(&mut session, edit).unwrap();
        }
        prop_assert_eq!(&session, &from);
    }

    #[test]
    fn nothing_is_counted_between_equal_states(x in deeds()) {
        let session = after(&base(), &x);
        prop_assert_eq!(counts(&session, &session).all(), 0);
        prop_assert_eq!(edits_between(&session, &session), vec![]);
    }
}

/// How long it takes to put together what a long meeting holds: `cargo test --test merging -- --nocapture`.
#[test]
fn ten_times_as_many_records_take_no_more_than_thirty_times_as_long() {
    let of = |count: u64| {
        let mut base = base();
        for number in 0..count {
            let text = format!("beslutning {number} om noget, der er talt om");
            base.close.decisions.push(Decision { id: id(1000 + number), text, ..Decision::default() });
        }
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.close.decisions[7].text.push_str(" her");
        theirs.close.decisions[9].text.push_str(" der");
        theirs.close.decisions.push(Decision { id: id(99), ..Decision::default() });
        let took = (0..5).map(|_| {
            let began = std::time::Instant::now();
            let merged = both(&base, &mine, &theirs).session;
            let merging = began.elapsed();
            // What is left to the screen, when nothing was typed meanwhile.
            let began = std::time::Instant::now();
            let shown = both(&mine, &mine, &merged).session;
            let edits = edits_between(&mine, &shown);
            assert_eq!((edits.len(), counts(&mine, &shown).all()), (2, 2));
            (merging + began.elapsed(), merging, began.elapsed())
        });
        let (all, merging, screen) = took.min().expect("five");
        println!("{} records: put together in {merging:?}, {screen:?} of work for the screen", ids(&base).len());
        all
    };
    let (few, many) = (of(250), of(2500));
    assert!(many < few * 30, "{few:?} {many:?}");
}

/// The base with one text field of the citizen written.
fn wishing(text: &str) -> Session {
    let mut session = base();
    text.clone_into(&mut session.citizen.wishes);
    session
}

#[test]
fn both_texts_of_one_field_stand_in_it_with_a_mark_between() {
    let merged = both(&base(), &wishing("et job"), &wishing("ro"));
    assert_eq!(merged.session.citizen.wishes, "et job\n[ELLER]\nro");
    assert_eq!((merged.two_texts, merged.noted), (1, 0));
}

#[test]
fn a_text_that_holds_both_already_is_not_doubled() {
    let together = wishing("et job\n[ELLER]\nro");
    assert_eq!(both(&base(), &wishing("ro"), &together).session, together);
    assert_eq!(both(&base(), &together, &wishing("ro")).session, together);
}

#[test]
fn a_person_who_made_one_of_two_texts_is_right() {
    let two = wishing("et job\n[ELLER]\nro");
    assert_eq!(both(&two, &wishing("et job og ro"), &two).session.citizen.wishes, "et job og ro");
}

#[test]
fn of_two_days_mine_holds_and_theirs_is_noted_for_those_who_work_on_the_case() {
    let on = |text: &str| {
        let mut session = base();
        session.close.next_on = When::Typed(text.to_owned());
        session
    };
    let merged = both(&base(), &on("14/3"), &on("15/3"));
    assert_eq!(merged.session.close.next_on, When::Typed("14/3".to_owned()));
    let note = merged.session.close.parked.last().unwrap();
    assert!(note.text.contains("15/3"), "{note:?}");
    assert_eq!((note.seen_by, merged.noted), (Audience::Staff, 1));
    // The other machine gives way, and makes no note of its own.
    assert_eq!(both(&base(), &on("15/3"), &merged.session).session, merged.session);
}

#[test]
fn what_the_citizen_answered_alone_is_noted_without_the_answer() {
    use opstart::domain::choices::Likert;
    let answer = |likert| {
        let mut session = base();
        session.answers.heard = Some(likert);
        session
    };
    let merged = merge(&base(), &Past::default(), &answer(Likert::Agree), &answer(Likert::Disagree), &|noted| {
        assert_eq!(noted.theirs, None);
        noted.text.clone()
    });
    assert_eq!((merged.session.answers.heard, merged.noted), (Some(Likert::Agree), 1));
}

#[test]
fn what_one_removed_and_the_other_wrote_in_stays_with_what_it_lies_in() {
    let mut mine = base();
    let goal = mine.goals.remove(0).id;
    let mut theirs = base();
    theirs.goals[0].sub_goals[0].actions[0].what = "skriv".to_owned();
    for merged in [both(&base(), &mine, &theirs), both(&base(), &theirs, &mine)] {
        let kept = merged.session.goals.iter().find(|g| g.id == goal).unwrap();
        assert_eq!(kept.sub_goals[0].actions[0].what, "skriv");
        assert!(kept.actions.is_empty(), "what nobody wrote in stays removed");
    }
}

#[test]
fn what_was_written_here_and_never_read_there_is_not_taken_for_removed() {
    let mut mine = base();
    mine.close.decisions.push(Decision { id: id(99), text: "ny".to_owned(), ..Decision::default() });
    let mut past = Past::default();
    past.note(&base(), &mine);
    assert_eq!(merge(&base(), &past, &mine, &base(), &wording).session, mine);
}

#[test]
fn the_moments_of_two_clocks_stand_in_the_order_of_time() {
    let tick = |number, at| ClockEvent { id: id(number), at: DateTime::from_timestamp(at, 0), ..ClockEvent::default() };
    let with = |events: &[ClockEvent]| Session { clock: events.to_vec(), ..base() };
    let merged = both(&base(), &with(&[tick(51, 10), tick(52, 30)]), &with(&[tick(53, 20)]));
    assert_eq!(merged.session.clock.iter().map(|e| e.id).collect::<Vec<_>>(), [id(51), id(53), id(52)]);
}
