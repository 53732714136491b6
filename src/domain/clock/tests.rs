#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::session::{ClockEvent, Head};

/// A meeting of an hour with items of 10, 20 and 30 minutes.
fn meeting() -> Session {
    let item = |n, minutes| AgendaItem { id: id(n), minutes: Some(minutes), ..AgendaItem::default() };
    Session {
        head: Head { minutes: Some(60), ..Head::default() },
        agenda: vec![item(1, 10), item(2, 20), item(3, 30)],
        ..Session::default()
    }
}

fn id(n: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(n))
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + minutes(minute)
}

fn happens(session: &mut Session, what: Tick, minute: i64, item: Option<Id>) {
    session.clock.push(ClockEvent { what, at: Some(at(minute)), item, ..ClockEvent::default() });
}

fn stretched(session: &mut Session, item: Id, by: i32) {
    session.clock.push(ClockEvent { what: Tick::Stretch, at: Some(at(0)), item: Some(item), by, ..Default::default() });
}

#[test]
fn before_the_start_it_waits_with_all_time_left() {
    let clock = read(&meeting(), at(0));
    assert_eq!((clock.phase, clock.current, clock.next), (Phase::Waiting, None, Some(id(1))));
    assert_eq!((clock.total_left, clock.expected_end), (minutes(60), at(60)));
    assert!(!clock.is_on() && clock.spent.is_empty());
}

#[test]
fn after_the_start_the_first_item_runs() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    let clock = read(&s, at(4));
    assert_eq!((clock.phase, clock.began), (Phase::Running, Some(at(0))));
    assert_eq!((clock.current, clock.next), (Some(id(1)), Some(id(2))));
    assert_eq!((clock.item_left, clock.total_left, clock.spent_on(id(1))), (minutes(6), minutes(56), minutes(4)));
    assert_eq!(clock.expected_end, at(60));
}

#[test]
fn a_pause_does_not_count_on_the_item_but_on_the_meeting() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::Pause, 4, Some(id(1)));
    let paused = read(&s, at(9));
    assert_eq!((paused.phase, paused.item_left, paused.total_left), (Phase::Paused, minutes(6), minutes(51)));
    happens(&mut s, Tick::Resume, 9, Some(id(1)));
    let on = read(&s, at(10));
    assert_eq!((on.phase, on.item_left, on.total_left), (Phase::Running, minutes(5), minutes(50)));
    assert_eq!(on.expected_end, at(65), "the five minutes of pause come on top");
}

#[test]
fn a_second_pause_or_resume_changes_nothing() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::Resume, 1, None);
    happens(&mut s, Tick::Pause, 2, None);
    happens(&mut s, Tick::Pause, 3, None);
    assert_eq!(read(&s, at(5)).spent_on(id(1)), minutes(2));
}

#[test]
fn the_next_item_begins_also_out_of_a_pause() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::Pause, 3, None);
    happens(&mut s, Tick::Begin, 8, Some(id(2)));
    let clock = read(&s, at(10));
    assert_eq!((clock.phase, clock.current, clock.next), (Phase::Running, Some(id(2)), Some(id(3))));
    assert_eq!((clock.spent_on(id(1)), clock.spent_on(id(2))), (minutes(3), minutes(2)));
    assert_eq!(clock.began, Some(at(0)));
}

#[test]
fn the_last_item_has_none_after_it() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(3)));
    assert_eq!(read(&s, at(1)).next, None);
}

#[test]
fn an_item_one_comes_back_to_goes_on_where_it_was() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::Begin, 4, Some(id(2)));
    happens(&mut s, Tick::Begin, 6, Some(id(1)));
    assert_eq!(read(&s, at(7)).item_left, minutes(5));
}

#[test]
fn over_time_is_less_than_nothing_left() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    let clock = read(&s, at(63));
    assert_eq!((clock.item_left, clock.total_left), (minutes(-53), minutes(-3)));
    assert_eq!(clock.expected_end, at(113), "what is over is over; the rest takes its time");
}

#[test]
fn minutes_added_go_to_one_item_and_not_to_the_booked_time() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    stretched(&mut s, id(1), 5);
    stretched(&mut s, id(2), -3);
    let clock = read(&s, at(0));
    assert_eq!((clock.item_left, clock.total_left, clock.expected_end), (minutes(15), minutes(60), at(62)));
    assert_eq!((planned(&s), available(&s)), (62, 60));
}

#[test]
fn no_item_has_less_than_no_time() {
    let mut s = meeting();
    stretched(&mut s, id(1), -99);
    assert_eq!(allotted(&s, &s.agenda[0]), 0);
}

#[test]
fn without_a_booked_time_the_items_together_are_available() {
    let mut s = meeting();
    s.head.minutes = None;
    s.agenda[0].minutes = None;
    assert_eq!(available(&s), 50);
}

#[test]
fn the_end_stops_everything() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::End, 12, None);
    let clock = read(&s, at(500));
    assert_eq!((clock.phase, clock.total_left), (Phase::Ended, minutes(48)));
    assert_eq!(clock.spent_on(id(1)), minutes(12));
    assert!(!clock.is_on());
}

#[test]
fn a_meeting_that_begins_again_after_its_end_runs() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::End, 5, None);
    happens(&mut s, Tick::Begin, 20, Some(id(2)));
    let clock = read(&s, at(22));
    assert_eq!((clock.phase, clock.began, clock.total_left), (Phase::Running, Some(at(0)), minutes(38)));
    assert_eq!((clock.spent_on(id(1)), clock.spent_on(id(2))), (minutes(5), minutes(2)));
}

#[test]
fn a_clock_that_was_set_back_takes_no_time_away() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 10, Some(id(1)));
    happens(&mut s, Tick::Begin, 5, Some(id(2)));
    assert_eq!(read(&s, at(6)).spent_on(id(1)), TimeDelta::zero());
}

#[test]
fn after_a_crash_the_file_tells_the_same_time() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    happens(&mut s, Tick::Pause, 3, None);
    happens(&mut s, Tick::Resume, 6, None);
    stretched(&mut s, id(1), 2);
    let again: Session = ron::from_str(&ron::to_string(&s).unwrap()).unwrap();
    assert_eq!(read(&again, at(8)), read(&s, at(8)));
    assert_eq!(read(&again, at(8)).item_left, minutes(7));
}

#[test]
fn an_item_that_was_removed_leaves_the_meeting_running() {
    let mut s = meeting();
    happens(&mut s, Tick::Begin, 0, Some(id(1)));
    s.agenda.remove(0);
    let clock = read(&s, at(2));
    assert_eq!((clock.phase, clock.item_left, clock.next), (Phase::Running, TimeDelta::zero(), Some(id(2))));
}
