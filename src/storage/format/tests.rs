#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::{DateTime, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::catalog::library::Library;
use crate::domain::choices::{GoalState, Group, Tick};
use crate::domain::edit::{Edit, apply};
use crate::domain::offer::{LegalBasis, Offer};
use crate::domain::record::{Choice, Hour, Id, Kind, Value, When};
use crate::domain::session::*;
use crate::domain::start::{Start, fresh};

fn example() -> Session {
    let library = Library::builtin();
    let start = Start {
        common: &library.common,
        departments: &library.municipality.departments,
        template: &library.templates[0],
        group: Group::Adult,
        now: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
    };
    fresh(&start, "A.B. 14-2026", &mut fastrand::Rng::with_seed(7))
}

fn damaged(text: &str) -> (usize, usize, Fault) {
    match decode(text.as_bytes()) {
        Err(ReadError::Damaged { line, column, what }) => (line, column, what),
        other => panic!("not damaged: {other:?}"),
    }
}

/// What both writers make of a value; the quick one must not have given up.
fn written_twice<T: Serialize>(value: &T) -> (String, String) {
    (quick::write(value).expect("plain"), encode_fully(value).unwrap())
}

#[test]
fn the_quick_writer_writes_every_example_just_as_the_full_one_does() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples");
    let examples: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let sessions = examples.iter().filter(|path| path.extension().is_some_and(|end| end == "ron"));
    let sessions: Vec<Session> =
        sessions.map(|path| decode(&std::fs::read(path).unwrap()).unwrap().session).chain([example()]).collect();
    assert!(sessions.len() > 1);
    for session in &sessions {
        let (quick, full) = written_twice(session);
        assert_eq!(quick, full);
    }
    for offer in Library::builtin().offers {
        let (quick, full) = written_twice(&offer);
        assert_eq!(quick, full);
    }
}

#[test]
fn the_quick_writer_writes_every_letter_just_as_the_full_one_does() {
    for letters in ('\0'..=char::MAX).collect::<Vec<_>>().chunks(512) {
        let text: String = letters.iter().collect();
        let (quick, full) = written_twice(&text);
        assert_eq!(quick, full);
    }
}

#[test]
fn a_new_session_is_read_as_it_was_written() {
    let session = example();
    let decoded = decode(encode(&session).unwrap().as_bytes()).unwrap();
    assert_eq!(decoded, Decoded { session, unknown: vec![], migrated: None });
}

#[test]
fn the_version_stands_first() {
    let text = encode(&example()).unwrap();
    assert!(text.starts_with("(\n    version: 2,\n"), "{}", &text[..40]);
    assert!(text.ends_with(")\n"));
}

#[test]
fn a_file_of_the_first_version_is_one_of_this_version_with_nothing_in_what_is_new() {
    let text = "(version: 1, id: \"abc\", offers: [(why: \"Ro\", offer: (id: \"x\"))])";
    let session = decode(text.as_bytes()).unwrap().session;
    assert_eq!((session.version, session.offers[0].why.as_str()), (VERSION, "Ro"));
    assert_eq!((session.offers[0].despite.as_str(), session.offers[0].misfits.len()), ("", 0));
}

#[test]
fn a_file_from_notepad_is_read_as_the_same_session() {
    let session = example();
    let text = encode(&session).unwrap();
    let notepad = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(decode(notepad.as_bytes()).unwrap().session, session);
}

#[test]
fn a_file_written_by_hand_needs_no_some_and_no_ids() {
    let text = "(version: 1, // kort\n citizen: (reference: \"A.B.\", age: 34), goals: [(title: \"Job\", actions: [(what: \"Ring\")])])";
    let session = decode(text.as_bytes()).unwrap().session;
    assert_eq!(session.citizen.age, Some(34));
    assert_eq!(session.id.len(), 8);
    assert_ne!(session.goals[0].id, Id::default());
    assert_ne!(session.goals[0].actions[0].id, session.goals[0].id);
}

#[test]
fn nothing_and_only_zeros_are_empty() {
    for bytes in [&b""[..], b"\0\0\0", b" \r\n", "\u{feff}".as_bytes()] {
        assert_eq!(decode(bytes), Err(ReadError::Empty));
    }
}

#[test]
fn another_encoding_is_named_with_its_line() {
    assert_eq!(decode(b"(\n  version: 1,\n  id: \"bl\xe5\",\n)"), Err(ReadError::NotUtf8 { line: 3 }));
}

#[test]
fn a_file_that_is_far_too_big_is_not_read() {
    let bytes = vec![b'x'; 20_000_001];
    assert_eq!(decode(&bytes), Err(ReadError::TooBig { bytes: 20_000_001 }));
}

#[test]
fn a_newer_version_is_told_before_its_shape_is_looked_at() {
    assert_eq!(decode(b"(version: 3, id: 17, what: [is, this"), Err(ReadError::Newer { version: 3 }));
    assert_eq!(decode(b"(id: 17, version: 9)"), Err(ReadError::Newer { version: 9 }));
}

#[test]
fn a_file_that_says_no_version_is_no_session() {
    assert_eq!(decode(b"(name: \"Eksempel Kommune\")"), Err(ReadError::NotASession));
}

#[test]
fn an_unknown_field_is_named_with_where_it_lies() {
    let decoded = decode(b"(version: 1, mood: Happy(3), goals: [(titel: \"x\")])").unwrap();
    assert_eq!(decoded.unknown, ["mood", "goals.0.titel"]);
}

#[test]
fn a_missing_comma_is_found_at_its_place() {
    assert_eq!(damaged("(\n  version: 1,\n  id: \"a\"\n  follows: \"b\",\n)"), (4, 3, Fault::Missing(",")));
}

#[test]
fn a_truncated_file_stops_in_the_middle() {
    let text = encode(&example()).unwrap();
    let cut = text.find("\"A.B.").unwrap() + 3;
    assert_eq!(damaged(&text[..cut]).2, Fault::Ends);
}

#[test]
fn a_file_without_its_last_signs_stops_in_the_middle_wherever_that_is() {
    for text in ["(version: 1, id: \"a\"", "(version: 1,\n  citizen: (\n", "(version: 1, goals: [(title: \"å\""] {
        assert_eq!(damaged(text).2, Fault::Ends, "{text}");
    }
}

#[test]
fn a_truncated_file_never_reads_as_a_shorter_session() {
    let text = encode(&example()).unwrap();
    for cut in (0..text.trim_end().len()).step_by(97).filter(|cut| text.is_char_boundary(*cut)) {
        assert!(decode(&text.as_bytes()[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_word_that_cannot_stand_there_is_told_with_those_that_can() {
    let (line, _, what) = damaged("(version: 1,\nhead: (status: Lukket))");
    assert_eq!(line, 2);
    let Fault::Word { found, allowed } = what else { panic!("{what:?}") };
    assert_eq!(found, "Lukket");
    assert!(allowed.contains(&"Closed"));
}

#[test]
fn a_date_that_does_not_exist_is_found_at_its_place() {
    assert!(matches!(damaged("(version: 1,\n head: (date: On(\"2026-02-30\")))"), (2, _, Fault::Value(_))));
}

#[test]
fn the_second_of_two_equal_ids_is_found_at_its_place() {
    let text = "(version: 1, head: (id: \"abcdefgh\"),\n  goals: [(support: [\"abcdefgh\"]),\n    (id: \"abcdefgh\")])";
    assert_eq!(damaged(text), (3, 10, Fault::DuplicateId(String::from("abcdefgh"))));
}

#[test]
fn what_would_move_the_cursor_is_taken_out_of_the_text() {
    let text = "(version: 1, citizen: (wishes: \"en\\u{1b}[2J to\\u{202e}\\ttre\nfire\"))";
    assert_eq!(decode(text.as_bytes()).unwrap().session.citizen.wishes, "en to\ttre\nfire");
}

#[test]
fn what_is_quoted_from_a_damaged_file_is_harmless_too() {
    let Fault::Word { found, .. } = damaged("(version: 1, head: (status: r#Lu\u{1b}))").2 else { return };
    assert!(!found.contains('\u{1b}'));
}

/// One record of every type, with ids.
fn skeleton() -> Session {
    let text = "(version: 1, id: \"abc\", citizen: (members: [()]), consents: [()], preparation: (plans: [()], \
                checklist: [(), ()]), participants: [(), ()], agenda: [()], clock: [()], assessment: [()], offers: [()], \
                missing_offers: [()], goals: [(sub_goals: [(actions: [()])], actions: [()]), ()], \
                close: (decisions: [()], parked: [()]), changes: [()])";
    decode(text.as_bytes()).unwrap().session
}

/// Text as people and their keyboards make it, with what a file format could stumble over.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("æøå ÆØÅ"),
        Just("\n"),
        Just("\t"),
        Just("\""),
        Just("\\"),
        Just("\\u{41}"),
        Just("//"),
        Just("/*"),
        Just("\"#"),
        Just("#\"##"),
        Just("👩‍👩‍👧"),
        Just("e\u{301}"),
        Just(")],"),
        Just("Some("),
        Just("  "),
        Just("\u{a0}"),
    ];
    let pieces = prop_oneof![part.prop_map(String::from), "[ -~æøåéüß€]{0,12}"];
    prop::collection::vec(pieces, 0..6).prop_map(|parts| parts.concat())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..40_000i32).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(720_000 + n).unwrap())
}

fn id() -> impl Strategy<Value = Id> {
    any::<u64>().prop_map(|seed| Id::draw(&mut fastrand::Rng::with_seed(seed)))
}

fn content(kind: Kind) -> BoxedStrategy<Value> {
    let place = |words: &'static [&'static str]| 0..u8::try_from(words.len()).unwrap();
    match kind {
        Kind::Line(_) | Kind::Long(_) => words().prop_map(Value::Text).boxed(),
        Kind::Number(most) => prop::option::of(0..=most).prop_map(Value::Number).boxed(),
        Kind::Choice(words, true) => prop::option::of(place(words)).prop_map(Value::Choice).boxed(),
        Kind::Choice(words, false) => place(words).prop_map(|at| Value::Choice(Some(at))).boxed(),
        Kind::Many(words) => prop::collection::vec(place(words), 0..4).prop_map(Value::Many).boxed(),
        Kind::Date(_) => prop_oneof![Just(When::Unset), day().prop_map(When::On), words().prop_map(When::Typed)]
            .prop_map(Value::Date)
            .boxed(),
        Kind::Time => prop_oneof![
            Just(Hour::Unset),
            (0..86_400u32).prop_map(|s| Hour::At(NaiveTime::from_num_seconds_from_midnight_opt(s, 0).unwrap())),
            words().prop_map(Hour::Typed)
        ]
        .prop_map(Value::Time)
        .boxed(),
        Kind::Ref(_) => prop::option::of(id()).prop_map(Value::Ref).boxed(),
        Kind::Refs(_) => prop::collection::vec(id(), 0..3).prop_map(Value::Refs).boxed(),
    }
}

/// An edit for every field of every record.
fn edits() -> BoxedStrategy<Vec<Edit>> {
    let mut all = vec![];
    skeleton().visit(&mut |_, _, record| {
        let of = record.id();
        all.extend(record.fields().iter().map(|field| {
            let name = field.name;
            content(field.kind).prop_map(move |value| Edit::Set { id: of, field: name, value }).boxed()
        }));
    });
    all.boxed()
}

/// What no form shows.
fn kept() -> impl Strategy<Value = Session> {
    (words(), words(), day(), any::<i32>(), 0i64..4_000_000_000, 0..Tick::ALL.len()).prop_map(
        |(a, b, day, by, at, tick)| {
            let mut session = skeleton();
            let at = DateTime::from_timestamp(at, 250_000_000);
            let kept = &mut session;
            (kept.created, kept.fictitious, kept.head.closed_at) = (at, by > 0, at);
            kept.clock[0] = ClockEvent { id: kept.clock[0].id, what: Tick::ALL[tick], at, by, ..ClockEvent::default() };
            kept.offers[0].offer = Offer {
                name: a.clone(),
                benefits: (by > 0).then(|| vec![b.clone()]),
                legal: vec![LegalBasis { paragraph: b.clone(), valid_from: Some(day), ..LegalBasis::default() }],
                anonymous: Some(by % 2 == 0),
                ..Offer::default()
            };
            kept.goals[0].history = vec![StateChange { state: GoalState::default(), until: day }];
            let correction = &mut kept.changes[0];
            (correction.at, correction.who, correction.what, correction.reason) = (at, a, vec![b.clone()], b);
            session
        },
    )
}

#[test]
fn the_offer_on_the_desk_is_in_no_file() {
    let mut session = example();
    let without = encode(&session).unwrap();
    session.desk = Some(Box::new(OfferDraft { name: "Nyt tilbud".into(), ..OfferDraft::default() }));
    assert_eq!(encode(&session).unwrap(), without);
    let foreign = without.replacen("    id:", "    desk: Some((name: \"x\")),\n    id:", 1);
    let read = decode(foreign.as_bytes()).unwrap();
    assert_eq!((read.session.desk, read.unknown), (None, vec!["desk".to_owned()]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_is_read_as_it_was_written(mut session in kept(), edits in edits()) {
        for edit in edits {
            apply(&mut session, edit).unwrap();
        }
        let text = encode(&session).unwrap();
        prop_assert_eq!(decode(text.as_bytes()).unwrap(), Decoded { session, unknown: vec![], migrated: None });
    }

    #[test]
    fn both_writers_write_any_session_alike_and_both_readers_read_it_alike(mut session in kept(), edits in edits()) {
        for edit in edits {
            apply(&mut session, edit).unwrap();
        }
        let (quick, full) = written_twice(&session);
        // The one word they write in two ways; either reader reads both.
        let full = full.replace("Some(r#None)", "Some(None)").replace(": r#None", ": None");
        let read: Session = options().from_str(&quick).unwrap();
        prop_assert_eq!(catalog::quick::read(&quick).unwrap_or_else(|| read.clone()), read.clone());
        prop_assert_eq!(read, session);
        let unlike = quick.lines().zip(full.lines()).find(|(quick, full)| quick != full);
        prop_assert_eq!((unlike, quick.len()), (None, full.len()));
    }

    #[test]
    fn a_session_fits_its_mark_when_it_is_read_again_and_after_a_change_no_longer(
        mut session in kept(), edits in edits()
    ) {
        for edit in edits {
            apply(&mut session, edit).unwrap();
        }
        let bytes = marked_bytes_for(Path::new("x.ron"), &session, "abc:3").unwrap();
        let mark = mark_of(&bytes).unwrap();
        let mut read = decode(&bytes).unwrap().session;
        prop_assert_eq!(fits(&mark, &read), Some(true));
        let notepad = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        prop_assert_eq!(fits(&mark, &decode(notepad.as_bytes()).unwrap().session), Some(true));
        read.citizen.needs.push('!');
        prop_assert_eq!(fits(&mark, &read), Some(false));
        prop_assert_eq!(fits("abc:3", &read), None);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes);
    }

    #[test]
    fn a_file_with_one_byte_changed_is_read_or_refused_without_panic(at in 0usize..20_000, byte in any::<u8>()) {
        let mut bytes = encode(&example()).unwrap().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = decode(&bytes);
    }
}

#[test]
fn nesting_as_deep_as_the_file_is_long_is_an_error_and_no_crash() {
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")"), ("{\"a\":", "}")] {
        let text = format!("(version: 1, unknown: {}{})", open.repeat(200_000), close.repeat(200_000));
        assert!(matches!(decode(text.as_bytes()), Err(ReadError::Damaged { .. })), "{open}");
    }
}

#[test]
fn numbers_too_large_for_their_field_are_an_error() {
    for number in ["99999999999999999999999999999999999999999999", "-1", "1e400"] {
        let text = format!("(version: 1, head: (minutes: Some({number})))");
        assert!(matches!(decode(text.as_bytes()), Err(ReadError::Damaged { .. })), "{number}");
    }
}

#[test]
fn a_session_of_an_older_version_is_brought_up_to_date_and_says_which_it_was() {
    let mut session = Session { version: VERSION - 1, ..Session::default() };
    assert_eq!(migrate(&mut session, VERSION - 1), Some(VERSION - 1));
    assert_eq!(session.version, VERSION);
    assert_eq!(migrate(&mut session, VERSION), None);
}
