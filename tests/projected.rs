//! While the meeting runs, the screen hangs on the wall: what is not for everyone is on none of its pages, lists and
//! windows, until it is opened on purpose.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::collections::BTreeSet;

use driver::Driver;
use opstart::app::command::Command;
use opstart::app::model::{Screen, Spot};
use opstart::domain::edit::{Edit, Slot, apply};
use opstart::domain::misfit::Misfit;
use opstart::domain::offer::Offer;
use opstart::domain::record::{Audience, Hour, Id, Kind, Record, RecordType, Recorded, Sort, Target, Value, When};
use opstart::domain::session::*;
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Every marker begins like this and has six characters. No word of the program holds it, so that a part is found too.
const MARK: &str = "qz";
const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (110, 40);
/// Lists that records can be added to, with the type of their records.
const LISTS: [(Slot, Sort); 13] = [
    (Slot::Members, Sort::Member),
    (Slot::Consents, Sort::Consent),
    (Slot::Plans, Sort::ExistingPlan),
    (Slot::Checklist, Sort::CheckItem),
    (Slot::Participants, Sort::Participant),
    (Slot::Agenda, Sort::AgendaItem),
    (Slot::Cards, Sort::Card),
    (Slot::Offers, Sort::PickedOffer),
    (Slot::Missing, Sort::MissingOffer),
    (Slot::Goals, Sort::Goal),
    (Slot::Decisions, Sort::Decision),
    (Slot::Parked, Sort::Parked),
    (Slot::Corrections, Sort::Correction),
];

macro_rules! blank {
    ($sort:expr, $id:expr, $seen_by:expr; $($name:ident)*) => {
        match $sort { $( Sort::$name => $name { id: $id, seen_by: $seen_by, ..$name::default() }.wrap(), )* }
    };
}

/// What nobody in the room may read: each marker with the field it stands in.
type Secrets = Vec<(String, String)>;

/// A session with records of every type for every audience, and a marker in every text that is not for everyone.
fn secrets_everywhere(session: &Session) -> (Session, Secrets) {
    let mut session = session.clone();
    let mut rng = fastrand::Rng::with_seed(3);
    for seen_by in [Audience::Everyone, Audience::Staff, Audience::Facilitator] {
        for (slot, sort) in LISTS {
            let id = insert(&mut session, &mut rng, slot, sort, seen_by);
            if sort == Sort::Goal {
                for inner in [Audience::Everyone, Audience::Staff] {
                    insert(&mut session, &mut rng, Slot::Actions(id), Sort::Action, inner);
                    let sub = insert(&mut session, &mut rng, Slot::SubGoals(id), Sort::SubGoal, inner);
                    insert(&mut session, &mut rng, Slot::Actions(sub), Sort::Action, seen_by);
                }
            }
        }
    }
    let secrets = mark(&mut session);
    (session, secrets)
}

fn insert(session: &mut Session, rng: &mut fastrand::Rng, slot: Slot, sort: Sort, seen_by: Audience) -> Id {
    let id = Id::draw(rng);
    let mut record = blank!(sort, id, seen_by;
        Head Citizen Member Consent Preparation ExistingPlan CheckItem Participant AgendaItem ClockEvent Card PickedOffer
        MissingOffer Goal SubGoal Action Close Decision Parked Answers Correction OfferDraft OfferLaw);
    let secret = if seen_by == Audience::Everyone { String::new() } else { format!("{MARK}keeps") };
    match &mut record {
        Record::PickedOffer(pick) => {
            pick.offer = Offer { id: id.to_string(), name: secret.clone(), plain: secret, ..Offer::default() };
            // What stood against an offer is for staff alone, whoever may see the offer.
            pick.misfits = vec![Misfit { text: format!("{MARK}keeps"), ..Misfit::default() }];
        }
        Record::Card(card) => (card.title, card.ask) = (secret.clone(), secret),
        Record::CheckItem(item) => item.why = format!("{MARK}keeps"),
        Record::Correction(correction) => correction.reason = format!("{MARK}keeps"),
        _ => {}
    }
    let at = session.count(slot).expect("a list");
    apply(session, Edit::Insert { slot, at, record: Box::new(record) }).expect("it fits");
    id
}

/// For whom a record is, with those it lies in; the parts a session has one of are for everyone as far as their fields are.
fn circle(session: &Session, slot: Slot, record: &dyn Recorded) -> Audience {
    match slot {
        Slot::Head | Slot::Citizen | Slot::Preparation | Slot::Close | Slot::Answers => Audience::Everyone,
        Slot::SubGoals(of) | Slot::Actions(of) => {
            let (slot, _, around) = session.find(of).expect("what it lies in");
            record.audience().max(circle(session, slot, around))
        }
        _ => record.audience(),
    }
}

/// Fills every text that is not for everyone with a marker, and points every reference at the last record there is, which
/// is not for everyone either.
fn mark(session: &mut Session) -> Secrets {
    let mut edits = vec![];
    let mut secrets = vec![];
    session.visit(&mut |slot, _, record| {
        let circle = circle(session, slot, record);
        for field in record.fields() {
            let hidden = circle.max(field.audience) > Audience::Everyone;
            let marker = format!("{MARK}{:03}z", secrets.len());
            let value = match field.kind {
                Kind::Line(_) | Kind::Long(_) if hidden => Value::Text(marker.clone()),
                Kind::Date(_) if hidden => Value::Date(When::Typed(marker.clone())),
                Kind::Time if hidden => Value::Time(Hour::Typed(marker.clone())),
                Kind::Ref(target) => Value::Ref(last(session, target)),
                Kind::Refs(target) => Value::Refs(last(session, target).into_iter().collect()),
                _ => continue,
            };
            if !matches!(field.kind, Kind::Ref(_) | Kind::Refs(_)) {
                secrets.push((marker, format!("{} of a record for {:?}", field.word, record.audience())));
            }
            edits.push(Edit::Set { id: record.id(), field: field.name, value });
        }
    });
    for edit in edits {
        apply(session, edit).expect("the field is there");
    }
    secrets
}

fn last(session: &Session, target: Target) -> Option<Id> {
    match target {
        Target::Participants => session.participants.last().map(|r| r.id),
        Target::Goals => session.goals.last().map(|r| r.id),
        Target::Offers => session.offers.last().map(|r| r.id),
        Target::Members => session.citizen.members.last().map(|r| r.id),
    }
}

/// The session with secrets in it, its meeting under way.
fn running(size: (u16, u16)) -> (Driver, Secrets) {
    let mut d = Driver::with_size(size.0, size.1);
    d.keys("<ctrl+n><enter>");
    let (session, secrets) = secrets_everywhere(d.session());
    let file = d.files.keys().next().expect("a file").clone();
    d.keys("<esc>");
    d.put(&file, &session);
    d.keys("<enter><alt+3>");
    d.press_until("<tab>", "the start", |d| d.work().focus == Spot::Do(Command::StartMeeting)).keys("<enter>");
    assert!(d.model.clock().is_some_and(|c| c.is_on()), "{}", d.look());
    (d, secrets)
}

/// What is on the screen, line by line.
fn frame(d: &Driver) -> String {
    let size = d.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).expect("a picture");
    let cells = terminal.backend().buffer().content();
    let line = |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n";
    cells.chunks(usize::from(size.width)).map(line).collect()
}

fn assert_nothing_shows(d: &Driver, secrets: &Secrets) {
    let frame = frame(d);
    if !frame.contains(MARK) {
        return;
    }
    let shown: Vec<_> = secrets.iter().filter(|(marker, _)| frame.contains(marker)).map(|(_, field)| field).collect();
    panic!("this is not for everyone: {shown:?}\n{frame}");
}

/// Goes down the page of a step, unfolds every record on the way, and looks at the screen after every key.
fn walk(d: &mut Driver, mut look: impl FnMut(&mut Driver)) {
    let place = |d: &Driver| (d.work().focus, d.work().cursor.at, d.work().open);
    let mut before = None;
    while before != Some(place(d)) {
        before = Some(place(d));
        if let Spot::Record(id) = d.work().focus
            && d.work().open != Some(id)
        {
            d.keys("<enter>");
            look(d);
        }
        d.keys("<down>");
        look(d);
    }
}

fn every_page(d: &mut Driver, mut look: impl FnMut(&mut Driver)) {
    for step in 1..=7 {
        d.keys(&format!("<alt+{step}>"));
        look(d);
        walk(d, &mut look);
    }
}

#[test]
fn no_page_shows_what_is_not_for_everyone() {
    let (mut d, secrets) = running(SMALL);
    let mut frames = 0;
    every_page(&mut d, |d| {
        frames += 1;
        assert_nothing_shows(d, &secrets);
    });
    assert!(frames > 300, "only {frames} pictures");
}

#[test]
fn no_list_of_choices_shows_what_is_not_for_everyone() {
    let (mut d, secrets) = running(LARGE);
    let mut lists = 0;
    every_page(&mut d, |d| {
        assert_nothing_shows(d, &secrets);
        if !matches!(d.work().focus, Spot::Field(..)) {
            return;
        }
        d.keys("<alt+down>");
        if !d.model.overlays.is_empty() {
            lists += 1;
            assert_nothing_shows(d, &secrets);
            d.keys("<esc>");
        }
    });
    assert!(lists > 50, "only {lists} lists");
}

#[test]
fn no_window_on_top_shows_what_is_not_for_everyone() {
    for size in [SMALL, LARGE] {
        let (mut d, secrets) = running(size);
        for keys in ["<f12>", "<f6>", "<f6><tab>", "<f1>", "<ctrl+p>", "<ctrl+l>"] {
            for step in 1..=7 {
                d.keys(&format!("<alt+{step}>{keys}"));
                assert_nothing_shows(&d, &secrets);
                d.press_until("<esc>", "the page", |d| d.model.overlays.is_empty());
            }
        }
        d.keys("<alt+7>");
        d.press_until("<tab>", "the questions", |d| d.work().focus == Spot::Do(Command::Questions)).keys("<enter>");
        assert_nothing_shows(&d, &secrets);
    }
}

#[test]
fn the_citizen_screen_never_shows_what_is_not_for_everyone() {
    for size in [SMALL, LARGE] {
        let (mut d, secrets) = running(size);
        d.keys("<ctrl+o><f12>");
        assert_nothing_shows(&d, &secrets);
        d.keys("<f12>");
        d.model.screen = Screen::Show;
        assert_nothing_shows(&d, &secrets);
        // Before and after the meeting it is the same screen.
        d.model.work.as_mut().expect("a session").session.clock.clear();
        d.send(opstart::app::msg::Msg::Tick);
        assert_nothing_shows(&d, &secrets);
    }
}

#[test]
fn what_is_opened_on_purpose_is_all_there() {
    let (mut d, secrets) = running(LARGE);
    let mut seen = BTreeSet::new();
    for step in 1..=7 {
        d.keys(&format!("<alt+{step}><ctrl+o>"));
        walk(&mut d, |d| {
            let frame = frame(d);
            seen.extend(frame.match_indices(MARK).filter_map(|(at, _)| frame.get(at..at + 6)).map(str::to_owned));
        });
    }
    let missed: Vec<&str> =
        secrets.iter().filter(|(marker, _)| !seen.contains(marker)).map(|(_, field)| field.as_str()).collect();
    // Asked for only when a meeting did not take place.
    let elsewhere = |field: &&str| field.starts_with("head-status_");
    assert_eq!(missed.into_iter().filter(|f| !elsewhere(f)).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(seen.len() > 150, "only {} secrets", seen.len());
}

#[test]
fn leaving_the_step_closes_what_was_opened() {
    for away in ["<alt+2>", "<ctrl+pagedown>", "<f5><esc>", "<f9><f2>"] {
        let (mut d, secrets) = running(SMALL);
        d.keys("<alt+1><ctrl+o>");
        assert!(frame(&d).contains(MARK), "{}", d.look());
        d.keys(away);
        assert_nothing_shows(&d, &secrets);
        d.keys("<alt+1>");
        assert_nothing_shows(&d, &secrets);
    }
}

#[test]
fn a_note_asked_for_by_its_key_shows_that_note_alone() {
    let (mut d, secrets) = running(SMALL);
    d.keys("<f3>qznote");
    let shown = frame(&d);
    assert_eq!(shown.matches(MARK).count(), 2, "the note and what was typed\n{shown}");
    d.keys("<esc>");
    assert_nothing_shows(&d, &secrets);
}
