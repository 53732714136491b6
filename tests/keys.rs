//! The key table: whole, without contradictions, and kind to a Danish keyboard.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::collections::HashSet;

use driver::Driver;
use opstart::app::command::Command::{self, *};
use opstart::app::context::is_text;
use opstart::app::model::Spot;
use opstart::app::msg::Msg;
use opstart::domain::choices::Status;
use opstart::domain::record::Choice;
use opstart::domain::steps::Step;
use opstart::keys::key::{Code, Key};
use opstart::keys::table::{BINDINGS, WITHOUT_KEY};
use opstart::keys::{bound, markdown, plain, resolve};

/// What a Danish keyboard writes only with `AltGr`, and the keys that wait for a letter.
const ALTGR_OR_DEAD: &str = "@£$€{}[]|~\\µ´`¨^";

/// Every command. A new one does not compile before it stands here.
macro_rules! commands {
    ($($name:ident)*) => {
        fn every_command() -> Vec<Command> {
            fn listed(command: Command) -> bool {
                match command { $( $name )|* => true, GoTo(_) | SetStatus(_) => false }
            }
            let mut all = vec![$( $name ),*];
            assert!(all.iter().all(|c| listed(*c)));
            all.extend(Step::ALL.iter().map(|step| GoTo(*step)));
            // The other two follow from starting and from closing.
            all.extend([Status::Planned, Status::Cancelled, Status::Moved, Status::NoShow].map(SetStatus));
            all
        }
    };
}

commands! {
    Help Palette Privacy Quit Interrupt SaveNow Undo Redo Back
    Up Down Left Right PageUp PageDown First Last NextField PreviousField Activate Toggle Remove Choices
    MoveUp MoveDown Indent Outdent
    NextStep PreviousStep Reveal ShareRecord CitizenScreen Home
    New Open FollowUp Delete Search Refresh
    StartMeeting EndMeeting OwnWords Note Decision Goal Offer Park Pause NextItem MoreTime LessTime
    ReadyAgenda AddRole MissingOffer Questions CloseSession Correct Write Versions SaveElsewhere
    Browse Filters Order Compare Related CopyContact CopyText PrintOffer
    EditOffer NewOffer RetireOffer ReviewedToday VerifiedToday
    CharLeft CharRight WordLeft WordRight LineStart LineEnd TextStart TextEnd
    SelectLeft SelectRight SelectUp SelectDown SelectWordLeft SelectWordRight SelectLineStart SelectLineEnd SelectAll
    Backspace DeleteChar WordBackspace WordDelete Newline Cut CutLine Paste
}

fn keys() -> impl Iterator<Item = (&'static str, Key)> {
    BINDINGS.iter().flat_map(|b| b.keys.iter().map(|key| (b.command.word(), *key)))
}

fn in_session() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>");
    d
}

#[test]
fn no_key_stands_twice_in_one_place() {
    let mut seen = HashSet::new();
    for binding in BINDINGS {
        for key in binding.keys {
            assert!(seen.insert((binding.context, *key)), "{key:?} stands twice in {:?}", binding.context);
        }
    }
}

#[test]
fn every_command_has_a_key_or_is_listed_as_having_none() {
    for command in every_command() {
        assert!(bound(command) != WITHOUT_KEY.contains(&command), "{command:?}");
    }
}

#[test]
fn every_row_has_a_key() {
    assert!(BINDINGS.iter().all(|b| !b.keys.is_empty()));
}

#[test]
fn no_key_needs_altgr_or_a_dead_key_on_a_danish_keyboard() {
    for (word, key) in keys() {
        if let Code::Char(c) = key.code {
            assert!(!ALTGR_OR_DEAD.contains(c), "{word}: {key:?}");
        }
    }
}

#[test]
fn no_key_is_one_that_terminals_send_as_another() {
    for (word, key) in keys().filter(|(_, key)| key.ctrl) {
        assert!(!matches!(key.code, Code::Char('h' | 'i' | 'j' | 'm' | '[')), "{word}: {key:?}");
    }
}

#[test]
fn ctrl_and_alt_never_come_together() {
    // That is AltGr on Windows, and so a character.
    assert!(keys().all(|(_, key)| !(key.ctrl && key.alt)));
}

#[test]
fn what_stands_in_the_footer_has_a_short_word() {
    for binding in BINDINGS {
        assert_eq!(binding.rank.is_some(), !binding.short.is_empty(), "{binding:?}");
    }
}

#[test]
fn danish_letters_and_altgr_characters_are_text_in_every_text_field() {
    in_every_text_field(|d, field| {
        for c in "æøåÆØÅéü/?1234567890".chars().chain(ALTGR_OR_DEAD.chars()) {
            assert_eq!(resolve(&d.model, Key::char(c)), Some(Msg::Type(c)), "{c} in {field}");
        }
    });
}

#[test]
fn a_letter_is_never_a_command_where_text_can_be_typed() {
    in_every_text_field(|d, field| {
        for (word, key) in keys() {
            let Some(c) = key.text() else { continue };
            assert_eq!(resolve(&d.model, key), Some(Msg::Type(c)), "{word} in {field}");
        }
    });
}

#[test]
fn the_keys_of_the_running_meeting_work_in_every_text_field() {
    const KEYS: [(u8, Command); 9] = [
        (2, OwnWords),
        (3, Note),
        (4, Decision),
        (5, Goal),
        (6, Offer),
        (7, Park),
        (8, Pause),
        (9, NextItem),
        (12, CitizenScreen),
    ];
    let mut d = in_session();
    d.keys("<alt+3><ctrl+end><up><enter><alt+1>");
    assert!(d.model.clock().is_some_and(|c| c.is_on()));
    let mut seen = 0;
    walk(&mut d, |d, field| {
        for (number, command) in KEYS {
            assert_eq!(resolve(&d.model, Key::plain(Code::F(number))), Some(Msg::Command(command)), "{field}");
        }
        seen += 1;
    });
    assert!(seen > 5, "{seen} text fields");
}

#[test]
fn digits_are_text_in_a_text_field_and_lead_to_a_step_outside() {
    let mut d = in_session();
    d.tab_to("reference").keys("1234567");
    assert_eq!((d.work().step, d.session().citizen.reference.as_str()), (Step::Preparation, "1234567"));
    d.press_until("<tab>", "a row", |d| matches!(d.work().focus, Spot::Record(_))).keys("6");
    assert_eq!(d.work().step, Step::Goals);
}

#[test]
fn alt_and_a_digit_lead_to_a_step_from_everywhere() {
    let mut d = in_session();
    d.tab_to("wishes").keys("<alt+1>").tab_to("minutes").keys("<alt+4>");
    assert_eq!((d.work().step, d.session().citizen.wishes.as_str()), (Step::Picture, ""));
    assert_eq!(d.session().head.minutes, Some(60), "the digit is not part of the number");
}

#[test]
fn both_lists_of_keys_name_every_row() {
    let text = in_session().model.text;
    let (long, short) = (markdown(&text), plain(&text));
    assert_eq!(long.lines().filter(|l| l.starts_with("| `")).count(), BINDINGS.len());
    assert_eq!(short.lines().filter(|l| l.starts_with("  ")).count(), BINDINGS.len());
}

fn in_every_text_field(mut check: impl FnMut(&Driver, &str)) {
    let mut d = in_session();
    let mut seen = 0;
    for step in 1..=7 {
        d.keys(&format!("<alt+{step}>"));
        walk(&mut d, |d, field| {
            check(d, field);
            seen += 1;
        });
    }
    assert!(seen > 20, "{seen} text fields");
}

/// Goes down the page, unfolding every record, and stops at every text field.
fn walk(d: &mut Driver, mut visit: impl FnMut(&Driver, &str)) {
    let mut before = None;
    while before != Some(d.work().focus) {
        before = Some(d.work().focus);
        match d.work().focus {
            Spot::Record(id) if d.work().open != Some(id) => {
                d.keys("<enter>");
            }
            Spot::Field(id, name) => {
                let field = d.session().record(id).and_then(|r| r.field(name)).expect("a field");
                if is_text(field.kind) {
                    visit(d, name);
                }
            }
            _ => {}
        }
        // Down leaves a field of one line; out of a long text it leads from its last row.
        d.keys("<down>");
    }
}
