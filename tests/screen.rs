//! The program as a user has it: in a real terminal, in a folder with an å and a space in its name.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::path::Path;
use std::time::Duration;

use common::{House, Terminal, text_of};

const CTRL_C: &str = "\x03";
const CTRL_N: &str = "\x0e";
const CTRL_P: &str = "\x10";
const CTRL_Q: &str = "\x11";
const ENTER: &str = "\r";

/// The citizen's reference: a field of one line.
const REFERENCE: &str = "Initialer og sagsnummer";
/// The citizen's wishes: a field of several lines.
const WISHES: &str = "Ønsker til mødet";

/// A session on screen, with the focus in the citizen's reference.
fn open(house: &House, file: &Path) -> Terminal {
    let mut terminal = house.program(&["open", file.to_str().unwrap()]).start();
    terminal.wait_for("Forberedelse");
    terminal.go_to(REFERENCE);
    terminal
}

/// Waits until the screen shows this text and calls it saved.
fn wait_saved(terminal: &Terminal, text: &str) {
    terminal.wait_until(&format!("{text:?} to be saved"), |screen| {
        let shown = text_of(screen);
        shown.contains(text) && shown.lines().next().unwrap_or_default().contains("Gemt ")
    });
}

#[test]
fn the_first_start_says_what_to_press_and_the_first_session_is_made_by_keys_alone() {
    let house = House::new();
    let mut terminal = house.program(&[]).start();
    terminal.wait_for("Her kommer jeres møder til at stå.");
    terminal.wait_for("Ctrl+N");
    terminal.wait_for("Eksempel");
    terminal.send(CTRL_N);
    terminal.wait_for("Hvem er det for?");
    terminal.send(ENTER);
    terminal.wait_for("Forberedelse");
    terminal.go_to(REFERENCE);
    terminal.send("Søren Ærø 12");
    wait_saved(&terminal, "Søren Ærø 12");
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
    terminal.assert_given_back();
    let mut made: Vec<_> = std::fs::read_dir(house.sessions()).unwrap().map(|entry| entry.unwrap().path()).collect();
    made.retain(|path| !path.ends_with(".versions"));
    assert_eq!(made.len(), 1, "one file and no lock or half file beside it: {made:?}");
    assert_eq!(House::read(&made[0]).citizen.reference, "Søren Ærø 12");
}

#[test]
fn danish_letters_typed_whole_or_in_parts_are_the_same_letters() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.send("æøåÆØÅ ");
    terminal.send("a\u{30a}");
    wait_saved(&terminal, "æøåÆØÅ å");
    assert_eq!(House::read(&file).citizen.reference, "æøåÆØÅ å");
}

#[test]
fn a_paste_of_several_lines_is_text_and_runs_no_commands() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.go_to(WISHES);
    terminal.paste("Første linje?\r\n1 er ikke et trin\r\n\x11\t/søg");
    wait_saved(&terminal, "/søg");
    assert_eq!(House::read(&file).citizen.wishes, "Første linje?\n1 er ikke et trin\n /søg");
    assert!(terminal.screen().contains("Forberedelse"), "{}", terminal.screen());
}

#[test]
fn a_paste_into_a_field_of_one_line_becomes_one_line() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.paste("A.B.\n12");
    wait_saved(&terminal, "A.B. 12");
    assert_eq!(House::read(&file).citizen.reference, "A.B. 12");
}

#[test]
fn typing_goes_on_and_is_saved_while_the_window_is_too_small() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.send("før ");
    terminal.wait_for("før");
    for (columns, rows) in [(20, 5), (1, 1), (2, 1), (1, 40)] {
        terminal.resize(columns, rows);
        terminal.send("x");
    }
    terminal.resize(20, 5);
    terminal.wait_for("Alt bliver");
    terminal.resize(80, 24);
    wait_saved(&terminal, "før xxxx");
    assert_eq!(House::read(&file).citizen.reference, "før xxxx");
}

#[test]
fn a_resize_in_the_middle_of_a_paste_loses_none_of_it() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.go_to(WISHES);
    terminal.send("\x1b[200~halv");
    terminal.resize(20, 5);
    terminal.send(" og hel\x1b[201~");
    terminal.resize(100, 30);
    wait_saved(&terminal, "halv og hel");
    assert_eq!(House::read(&file).citizen.wishes, "halv og hel");
}

#[test]
fn one_ctrl_c_asks_and_the_second_quits_with_all_on_disk() {
    let house = House::new();
    let file = house.session("");
    let mut terminal = open(&house, &file);
    terminal.send("Anna B. 7");
    terminal.wait_for("Anna B. 7");
    terminal.send(CTRL_C);
    terminal.wait_for("Tryk Ctrl+C igen");
    terminal.send("!");
    terminal.wait_for("Anna B. 7!");
    terminal.send(CTRL_C);
    terminal.send(CTRL_C);
    assert!(terminal.wait_exit().success());
    terminal.assert_given_back();
    assert_eq!(House::read(&file).citizen.reference, "Anna B. 7!");
}

#[test]
fn a_signal_from_outside_finds_the_last_word_on_disk_and_the_terminal_given_back() {
    for signal in ["TERM", "HUP"] {
        let house = House::new();
        let file = house.session("");
        let mut terminal = open(&house, &file);
        terminal.send("det allersidste ord");
        // Seen, and so taken in; most likely not yet saved.
        terminal.wait_for("det allersidste ord");
        terminal.signal(signal);
        assert!(terminal.wait_exit().success(), "{signal}");
        terminal.assert_given_back();
        assert_eq!(House::read(&file).citizen.reference, "det allersidste ord", "{signal}");
    }
}

/// Whether the program wrote a colour: any of 30–37, 40–47, 90–97, 100–107, or one by number.
fn writes_colour(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let looks = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m').map(|(codes, _)| codes));
    looks.filter(|codes| codes.bytes().all(|b| b.is_ascii_digit() || b == b';')).any(|codes| {
        codes.split(';').any(|code| matches!(code.parse().unwrap_or(0), 30..=38 | 40..=48 | 90..=97 | 100..=107))
    })
}

#[test]
fn without_colours_what_is_chosen_is_still_marked() {
    let house = House::new();
    let file = house.session("");
    for (name, coloured) in [("NO_COLOR", false), ("SOMETHING_ELSE", true)] {
        let terminal = house.program(&["open", file.to_str().unwrap()]).env(name, "1").start();
        terminal.wait_for("Forberedelse");
        assert_eq!(writes_colour(&terminal.bytes()), coloured, "{name}");
        let (row, columns) = (1, 0..80);
        let marked =
            terminal.look(|screen| columns.clone().any(|x| screen.cell(row, x).is_some_and(vt100::Cell::inverse)));
        assert!(marked, "{name}: the step one is at is shown in reverse");
    }
}

#[test]
fn the_citizen_screen_in_another_window_follows_what_is_written() {
    let house = House::new();
    let file = house.session("A.B.");
    let show = house.program(&["show", file.to_str().unwrap()]).start();
    show.wait_for("A.B.");
    let mut terminal = open(&house, &file);
    terminal.send(" og C.D.");
    show.wait_for("A.B. og C.D.");
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
}

#[test]
fn the_citizen_screen_changes_nothing_and_holds_no_lock() {
    let house = House::new();
    let file = house.session("A.B.");
    let before = std::fs::read(&file).unwrap();
    let mut show = house.program(&["show", file.to_str().unwrap()]).start();
    show.wait_for("A.B.");
    show.send("xyz1234567\r\t \x7f");
    show.send(CTRL_Q);
    assert!(show.wait_exit().success());
    show.assert_given_back();
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn where_there_is_no_terminal_a_sentence_says_so() {
    let house = House::new();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_opstart"));
    let output = command.envs(house.environment()).current_dir(house.path()).stdin(std::process::Stdio::null());
    let output = output.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("Det kræver en skærm og et tastatur."));
}

#[test]
fn a_screen_without_a_keyboard_is_no_terminal_and_is_left_as_it_was() {
    let house = House::new();
    let program = env!("CARGO_BIN_EXE_opstart");
    let mut terminal = common::Program::new("/bin/sh").args(["-c", &format!("'{program}' </dev/null")]).start();
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    assert!(terminal.screen().contains("Det kræver en skærm"), "{}", terminal.screen());
    assert!(!terminal.bytes().contains(&b'\x1b'), "not one control code was written");
    drop(house);
}

#[test]
fn a_second_program_may_read_and_is_told_who_has_the_session() {
    let house = House::new();
    let file = house.session("A.B.");
    let first = house.program(&["open", file.to_str().unwrap()]).env("USER", "mette").start();
    first.wait_for("A.B.");
    let mut second = house.program(&["open", file.to_str().unwrap()]).env("USER", "second").start();
    second.wait_for("Mødet er åbent hos mette@");
    second.wait_for("Kun læsning");
    second.go_to(REFERENCE);
    second.send("overskrevet");
    second.send(CTRL_Q);
    assert!(second.wait_exit().success());
    assert_eq!(House::read(&file).citizen.reference, "A.B.");
    drop(first);
}

#[test]
fn a_session_is_free_again_when_its_program_was_killed() {
    let house = House::new();
    let file = house.session("A.B.");
    let mut first = open(&house, &file);
    first.signal("KILL");
    first.wait_exit();
    let mut second = open(&house, &file);
    second.send(" igen");
    wait_saved(&second, "A.B. igen");
}

#[test]
fn a_meeting_whose_program_was_killed_goes_on_with_its_clock() {
    let house = House::new();
    let file = house.session("A.B.");
    let mut first = open(&house, &file);
    first.send(CTRL_P);
    first.send("begynd mødet");
    first.wait_for("Begynd mødet");
    first.send(ENTER);
    wait_saved(&first, "Nu: ");
    let began = House::read(&file).clock[0].at;
    first.signal("KILL");
    first.wait_exit();

    let second = house.program(&["open", file.to_str().unwrap()]).start();
    second.wait_for("Nu: ");
    assert_eq!(House::read(&file).clock[0].at, began, "it runs from when it began");
    let line = |screen: &vt100::Screen| text_of(screen).lines().find(|l| l.contains("Nu: ")).map(str::to_owned);
    let before = second.look(line);
    second.wait_until("the clock to move", |screen| line(screen) != before);
}

#[test]
fn nothing_is_drawn_and_nothing_runs_while_nothing_happens() {
    let house = House::new();
    let file = house.session("A.B.");
    let terminal = open(&house, &file);
    terminal.wait_for("A.B.");
    let quiet = |terminal: &Terminal| {
        let (bytes, switches) = (terminal.bytes().len(), wakeups(terminal.process()));
        std::thread::sleep(Duration::from_millis(700));
        // A thread that ended meanwhile takes its count with it: that is no quiet, either.
        (terminal.bytes().len() - bytes, wakeups(terminal.process()).abs_diff(switches))
    };
    // The first look may still see what the start left over.
    let settled = common::until(|| Some(quiet(&terminal)).filter(|seen| *seen == (0, 0)));
    assert_eq!(settled, Some((0, 0)), "bytes written and times woken in 0.7 s");
}

/// How often the threads of a process have been woken so far.
fn wakeups(process: u32) -> u64 {
    let mut all = 0;
    for thread in std::fs::read_dir(format!("/proc/{process}/task")).unwrap() {
        let status = std::fs::read_to_string(thread.unwrap().path().join("status")).unwrap_or_default();
        let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        all += count.and_then(|count| count.trim().parse::<u64>().ok()).unwrap_or_default();
    }
    all
}
