//! Statements about what a user expects of the keys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use driver::Driver;
use opstart::app::command::Command;
use opstart::app::context::takes_text;
use opstart::app::model::Spot;
use opstart::app::msg::{Msg, SaveTrouble};
use opstart::app::overlay::{Overlay, Pick};
use opstart::app::page::page;
use opstart::domain::choices::{Duty, Status};
use opstart::domain::edit::Slot;
use opstart::domain::steps::Step;
use proptest::prelude::*;

fn new_session() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>");
    d
}

/// What is typed is never put into a field the page does not show.
fn focus_is_on_the_page(d: &Driver) -> bool {
    let Some(work) = &d.model.work else { return true };
    let shown = page(&d.model).rows.iter().any(|row| row.spot == Some(work.focus));
    shown || !matches!(work.focus, Spot::Field(..))
}

#[test]
fn coming_back_from_a_function_key_shows_the_field_one_left() {
    let mut d = new_session();
    d.keys("<alt+6><enter>Mine ord<f4>Mentor<esc>");
    assert!(focus_is_on_the_page(&d), "{}", d.look());
    d.keys("!");
    assert_eq!(d.session().goals[0].own_words, "Mine ord!");
}

#[test]
fn coming_back_to_a_step_shows_the_field_one_left() {
    let mut d = new_session();
    d.keys("<alt+6><enter>Mine ord<alt+7>");
    d.press_until("<down>", "the row that adds", |d| d.work().focus == Spot::Add(Slot::Decisions))
        .keys("<enter>Mentor<alt+6>");
    assert!(focus_is_on_the_page(&d), "{}", d.look());
}

#[test]
fn undo_while_the_meeting_runs_never_leaves_the_focus_in_a_hidden_field() {
    let mut d = new_session();
    d.keys("<alt+2><down><enter>").tab_to("brings").keys("Mappe<esc><alt+3><ctrl+end><up><enter><ctrl+z>");
    assert!(focus_is_on_the_page(&d), "{}", d.look());
}

#[test]
fn a_new_session_while_the_disk_is_full_loses_nothing() {
    let mut d = new_session();
    let file = d.work().file.clone();
    d.disk_trouble = Some(SaveTrouble::DiskFull);
    d.tab_to("place").keys("Lokale 2<ctrl+n><enter>");
    d.disk_trouble = None;
    d.keys("<ctrl+s>");
    let kept = d.files[file.to_str().unwrap()].contains("Lokale 2");
    assert!(kept || d.work().session.head.place == "Lokale 2", "what was typed is nowhere");
}

#[test]
fn opening_another_session_gives_the_first_file_free() {
    let mut d = new_session();
    d.keys("<ctrl+n><enter>");
    assert_eq!(d.released, 1);
}

#[test]
fn enter_closes_a_list_of_several_and_keeps_what_is_marked() {
    let mut d = new_session();
    d.keys("<alt+2><enter>").tab_to("duties").keys("<enter><space><enter>");
    assert_eq!((d.session().participants[0].duties.as_slice(), d.model.overlays.len()), (&[Duty::Leads][..], 0));
}

#[test]
fn enter_alone_in_a_list_of_several_takes_what_is_under_the_cursor() {
    let mut d = new_session();
    d.keys("<alt+2><enter>").tab_to("duties").keys("<enter><down><enter>");
    assert_eq!((d.session().participants[0].duties.as_slice(), d.model.overlays.len()), (&[Duty::Writes][..], 0));
}

#[test]
fn a_new_session_begins_with_the_reference_of_the_citizen() {
    let mut d = new_session();
    d.keys("LM-4711");
    assert_eq!(d.session().citizen.reference, "LM-4711");
}

#[test]
fn escape_does_not_jump_to_where_a_note_was_taken_long_ago() {
    let mut d = new_session();
    d.keys("<alt+3><ctrl+end><up><enter><f3>Træt<f9><alt+4><esc>");
    assert_eq!(d.work().step, Step::Picture);
}

#[test]
fn escape_folds_what_was_unfolded_by_choice_however_one_came_there() {
    let mut d = new_session();
    d.keys("<alt+5><f5>Job");
    d.press_until("<tab>", "the row that adds", |d| matches!(d.work().focus, Spot::Add(Slot::Actions(_))))
        .keys("<enter>Ring<esc>");
    let action = d.session().goals[0].actions[0].id;
    assert_eq!((d.work().step, d.work().focus), (Step::Goals, Spot::Record(action)));
}

#[test]
fn a_function_key_pressed_by_mistake_leaves_no_empty_record() {
    let mut d = new_session();
    d.keys("<f5><esc><f4><esc><f7><esc>");
    let s = d.session();
    assert_eq!((s.goals.len(), s.close.decisions.len(), s.close.parked.len()), (0, 0, 0));
}

#[test]
fn the_list_of_all_commands_holds_only_what_can_be_done_here() {
    let mut d = new_session();
    d.keys("<ctrl+p>");
    let Some(Overlay::Menu(menu)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    for command in [Command::Open, Command::Delete, Command::Refresh, Command::Up, Command::Backspace] {
        let free = menu.items.iter().any(|i| i.pick == Pick::Run(command) && i.off.is_none());
        assert!(!free, "{command:?} would do nothing, or something else, in a session");
    }
}

#[test]
fn a_closed_session_leads_to_its_follow_up() {
    let mut d = new_session();
    d.keys("<alt+7>");
    d.press_until("<down>", "closing", |d| d.work().focus == Spot::Do(Command::CloseSession))
        .keys("<enter><right><enter>");
    let offered = page(&d.model).rows.iter().any(|r| r.spot == Some(Spot::Do(Command::FollowUp)));
    assert!(offered, "{}", d.look());
}

#[test]
fn undo_after_closing_is_noted_as_a_correction() {
    let mut d = new_session();
    d.tab_to("place").keys("Lokale 2<alt+7>");
    d.press_until("<down>", "closing", |d| d.work().focus == Spot::Do(Command::CloseSession))
        .keys("<enter><right><enter>");
    d.press_until("<down>", "correcting", |d| d.work().focus == Spot::Do(Command::Correct))
        .keys("<enter>Fejl<enter><ctrl+z>");
    let noted = d.session().changes[0].what.contains(&"head-place".to_owned());
    assert!(noted || d.session().head.place == "Lokale 2", "{:?}", d.session().changes);
}

#[test]
fn a_correction_names_what_it_touched_by_words_and_not_by_inner_names() {
    let mut d = new_session();
    d.keys("<f5>Job<alt+7>");
    d.press_until("<down>", "closing", |d| d.work().focus == Spot::Do(Command::CloseSession))
        .keys("<enter><right><enter>");
    d.press_until("<down>", "correcting", |d| d.work().focus == Spot::Do(Command::Correct)).keys("<enter>Fejl<enter>6");
    d.press_until("<down>", "the row that adds", |d| matches!(d.work().focus, Spot::Add(Slot::Actions(_))))
        .keys("<enter>Ring");
    for word in &d.session().changes[0].what {
        assert!(!word.contains("Id(") && word.contains('-'), "{word} is no key of a word");
    }
}

#[test]
fn a_cancelled_meeting_has_no_running_clock() {
    let mut d = new_session();
    d.keys("<alt+3><ctrl+end><up><enter><ctrl+p>Mødet er aflyst<enter>");
    assert_eq!(d.session().head.status, Status::Cancelled, "{}", d.look());
    assert!(!d.model.clock().unwrap().is_on());
}

#[test]
fn a_citizen_who_only_presses_enter_does_not_disagree_strongly_three_times() {
    let mut d = new_session();
    d.keys("<alt+7>");
    d.press_until("<down>", "the questions", |d| d.work().focus == Spot::Do(Command::Questions))
        .keys("<enter><enter><enter><enter><enter>");
    assert_eq!(d.session().answers.heard, None);
}

#[test]
fn who_leads_writes_or_coordinates_is_known_from_the_role_and_not_marked_again() {
    for (role, duty) in [("Mødeleder", Duty::Leads), ("Referent", Duty::Writes), ("Koordinator", Duty::Coordinates)] {
        let mut d = new_session();
        d.keys("<alt+2>");
        d.press_until("<down>", "adding a role", |d| d.work().focus == Spot::Do(Command::AddRole)).keys("<enter>");
        d.line(role).keys("<enter>");
        assert_eq!(d.session().participants.last().map(|p| p.duties.as_slice()), Some(&[duty][..]), "{role}");
    }
}

#[test]
fn typing_in_a_filter_of_the_picker_searches() {
    let mut d = new_session();
    d.keys("<f6><tab>bo");
    assert!(matches!(d.model.overlays.last(), Some(Overlay::Picker(p)) if p.query == "bo"), "{}", d.look());
}

#[test]
fn enter_on_the_agenda_step_does_not_begin_the_meeting_by_itself() {
    let mut d = new_session();
    d.keys("<alt+3><enter>");
    assert!(d.session().clock.is_empty(), "who only came to look has not begun a meeting");
}

#[test]
fn a_meeting_that_is_planned_again_has_no_clock() {
    let mut d = new_session();
    d.keys("<alt+3><ctrl+end><up><enter>").wait(5);
    d.send(Msg::Command(Command::SetStatus(Status::Planned)));
    assert_eq!((d.session().clock.len(), d.session().head.status), (0, Status::Planned));
}

#[test]
fn a_digit_typed_on_a_choice_leads_nowhere() {
    let mut d = new_session();
    d.tab_to("kind").keys("om 2 uger");
    assert_eq!(d.work().step, Step::Preparation);
}

#[test]
fn the_first_digit_in_a_number_begins_a_new_number() {
    let mut d = new_session();
    d.tab_to("minutes").keys("75");
    assert_eq!(d.session().head.minutes, Some(75));
    d.keys("999");
    assert_eq!(d.session().head.minutes, Some(75), "a number that is too high is not taken in part");
    assert!(!d.message().is_empty());
}

#[test]
fn where_a_closed_meeting_was_filed_can_be_written_without_a_reason() {
    let mut d = new_session();
    d.send(Msg::Command(Command::CloseSession)).keys("<tab><enter>");
    d.tab_to("plan_given").keys("<right>").tab_to("filed_in").keys("ESDH<tab>i dag<tab>Mette");
    assert_eq!((d.session().head.filed_in.as_str(), d.session().head.filed_by.as_str()), ("ESDH", "Mette"));
    assert!(d.session().close.plan_given.is_some());
    d.keys("<alt+1>Nyt navn");
    assert_eq!(d.session().citizen.reference, "", "all else asks for a reason first");
}

#[test]
fn a_key_of_the_meeting_is_not_lost_in_a_list() {
    let mut d = new_session();
    d.keys("<alt+3><ctrl+end><up><enter><f6><f9>");
    assert_eq!(d.session().clock.len(), 2, "F9 begins the next item from anywhere while the meeting runs");
}

#[test]
fn lines_that_arrive_as_keys_all_at_once_are_one_paste_in_a_long_field() {
    let mut d = new_session();
    d.tab_to("wishes").keys("Ønsker: ").keys_at_once("ro på<enter><enter>og<tab>pauser<enter>");
    assert_eq!(d.session().citizen.wishes, "Ønsker: ro på\n\nog pauser\n");
    d.keys("!<ctrl+z><ctrl+z>");
    assert_eq!(d.session().citizen.wishes, "Ønsker: ", "one undo takes the whole paste back, and nothing else");
    d.keys("<ctrl+y>");
    assert_eq!(d.session().citizen.wishes, "Ønsker: ro på\n\nog pauser\n");
}

#[test]
fn lines_that_arrive_as_keys_all_at_once_stay_on_the_line_of_a_field_of_one() {
    let mut d = new_session();
    d.tab_to("place").keys_at_once("Rådhuset<enter>lokale 2<enter>3. sal");
    assert_eq!((d.field(), d.session().head.place.as_str()), (Some("place"), "Rådhuset lokale 2 3. sal"));
    d.keys("<ctrl+z>");
    assert_eq!(d.session().head.place, "");
}

#[test]
fn lines_that_arrive_as_keys_all_at_once_are_no_commands_where_nothing_is_typed() {
    let mut d = new_session();
    d.keys("<alt+2>");
    let before = (d.work().focus, d.session().clone());
    d.keys_at_once("5 mål<enter>7 dage<enter>");
    assert_eq!((d.work().step, (d.work().focus, d.session().clone())), (Step::Roles, before));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any keys in any order: what is typed is seen, and all of it is on disk.
    #[test]
    fn whatever_is_pressed_text_goes_only_where_it_is_seen(
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..60),
    ) {
        let mut d = new_session();
        for (n, key) in keys.iter().enumerate() {
            d.keys(key);
            if d.model.work.is_none() || d.ended {
                break;
            }
            let pressed = keys[..=n].concat();
            prop_assert!(!d.model.overlays.is_empty() || !takes_text(&d.model) || focus_is_on_the_page(&d), "{}", pressed);
            prop_assert_eq!(&d.on_disk(), d.session(), "{}", pressed);
        }
    }
}

const KEYS: &[&str] = &[
    "a",
    "ø",
    "7",
    "<space>",
    "<enter>",
    "<tab>",
    "<shift+tab>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<pagedown>",
    "<pageup>",
    "<home>",
    "<end>",
    "<esc>",
    "<backspace>",
    "<delete>",
    "<alt+1>",
    "<alt+2>",
    "<alt+3>",
    "<alt+4>",
    "<alt+5>",
    "<alt+6>",
    "<alt+7>",
    "<alt+up>",
    "<alt+down>",
    "<alt+left>",
    "<alt+right>",
    "<ctrl+z>",
    "<ctrl+y>",
    "<ctrl+d>",
    "<ctrl+o>",
    "<ctrl+v>",
    "<ctrl+a>",
    "<ctrl+x>",
    "<ctrl+k>",
    "<f2>",
    "<f3>",
    "<f4>",
    "<f5>",
    "<f6>",
    "<f7>",
    "<f8>",
    "<f9>",
    "<f10>",
    "<f12>",
    "<ctrl+up>",
    "<ctrl+home>",
    "<ctrl+end>",
];
