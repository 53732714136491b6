//! The terminal is given back however the program ends, and keys arrive as the user meant them: in a real terminal.
//!
//! The program in the terminal is this very test program, told by an environment variable to play a part.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::io::Write;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use opstart::keys::key::{Code, Key};
use opstart::terminal::guard::{NO_TERMINAL, Screen, TerminalGuard};
use opstart::terminal::input::{self, Input};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Text};

use common::{Program, Terminal};

const PART: &str = "OPSTART_TEST_PART";

/// Not a test by itself: what the child process does. Started only by the tests below.
#[test]
#[ignore = "plays the program inside the terminal of the other tests"]
fn child() {
    let Ok(part) = std::env::var(PART) else { return };
    if part == "without terminal" {
        assert_eq!(TerminalGuard::enter().unwrap_err().kind(), NO_TERMINAL);
        println!("refused");
        return;
    }
    let guard = TerminalGuard::enter().unwrap();
    let mut screen = guard.screen().unwrap();
    let (tx, inputs) = channel();
    input::spawn(tx.clone()).unwrap();
    input::signals(tx).unwrap();
    match part.as_str() {
        "echo" => echo(&mut screen, &inputs),
        "panic" => {
            show(&mut screen, &["about to fail".into()]);
            wait_for_key(&inputs);
            panic!("the owner failed");
        }
        "panic while drawing" => {
            show(&mut screen, &["about to fail".into()]);
            wait_for_key(&inputs);
            screen.backend_mut().write_all(b"debris").unwrap();
            panic!("drawing failed");
        }
        "worker" => {
            let failed = thread::Builder::new().name("saver".into()).spawn(|| panic!("the worker failed"));
            assert!(failed.unwrap().join().is_err());
            show(&mut screen, &["still here".into()]);
            wait_for_key(&inputs);
            guard.leave().unwrap();
        }
        "twice" => {
            guard.leave().unwrap();
            let again = TerminalGuard::enter().unwrap();
            show(&mut again.screen().unwrap(), &["here again".into()]);
            wait_for_key(&inputs);
        }
        other => panic!("no such part: {other}"),
    }
}

/// Shows every input until Ctrl+Q or the end.
fn echo(screen: &mut Screen, inputs: &Receiver<Input>) {
    let mut lines = vec!["ready".to_owned()];
    show(screen, &lines);
    for input in inputs {
        match input {
            Input::Key(key) if key == Key::ctrl(Code::Char('q')) => return,
            Input::Terminate => return,
            Input::Resize(columns, rows) => lines.push(format!("size {columns}x{rows}")),
            Input::Key(key) => lines.push(key.text().map_or(format!("{:?}", key.code), |c| format!("text {c}"))),
            Input::Paste(text) => lines.push(format!("paste {text:?}")),
            Input::Focused => lines.push("in front".into()),
            Input::Closed => lines.push("closed".into()),
        }
        show(screen, &lines);
    }
}

fn show(screen: &mut Screen, lines: &[String]) {
    let marked = Style::new().fg(Color::Cyan).add_modifier(Modifier::REVERSED);
    let text: Text = lines.iter().map(|line| Line::styled(line.as_str(), marked)).collect();
    screen.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
}

fn wait_for_key(inputs: &Receiver<Input>) {
    while !matches!(inputs.recv().unwrap(), Input::Key(_)) {}
}

fn program(part: &str) -> Program {
    Program::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(PART, part)
}

fn start(part: &str) -> Terminal {
    program(part).start()
}

#[test]
fn the_program_takes_the_whole_screen_and_asks_for_pastes_but_not_for_the_mouse() {
    let terminal = start("echo");
    terminal.wait_for("ready");
    terminal.look(|screen| {
        assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    });
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.send("\x11");
    assert!(terminal.wait_exit().success());
    terminal.assert_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_and_leaves_a_readable_message() {
    for part in ["panic", "panic while drawing"] {
        let mut terminal = start(part);
        terminal.wait_for("about to fail");
        terminal.send("x");
        assert!(!terminal.wait_exit().success());
        terminal.assert_given_back();
        assert!(terminal.screen().contains("failed"), "{part}: {}", terminal.screen());
        assert!(!terminal.screen().contains("debris"), "{part}: {}", terminal.screen());
    }
}

#[test]
fn a_panicking_worker_leaves_the_screen_alone_and_is_heard_afterwards() {
    let mut terminal = start("worker");
    terminal.wait_for("still here");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(!terminal.screen().contains("worker failed"), "{}", terminal.screen());
    terminal.send("x");
    assert!(terminal.wait_exit().success());
    terminal.assert_given_back();
    assert!(terminal.screen().contains("the worker failed"), "{}", terminal.screen());
}

#[test]
fn signals_from_outside_end_the_program_and_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = start("echo");
        terminal.wait_for("ready");
        terminal.signal(signal);
        assert!(terminal.wait_exit().success(), "{signal}");
        terminal.assert_given_back();
    }
}

#[test]
fn the_terminal_can_be_taken_again_after_it_was_given_back() {
    let mut terminal = start("twice");
    terminal.wait_for("here again");
    terminal.send("x");
    assert!(terminal.wait_exit().success());
    terminal.assert_given_back();
}

#[test]
fn without_a_terminal_the_program_is_told_so_and_writes_no_codes() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(PART, "without terminal")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("refused"), "{said}");
    assert!(!said.contains('\x1b'));
}

#[test]
fn danish_letters_arrive_as_typed() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.send("æ");
    terminal.wait_for("text æ");
    terminal.send("Å");
    terminal.wait_for("text Å");
}

#[test]
fn a_bracketed_paste_is_one_paste() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.paste("første\r\nanden\tlinje");
    terminal.wait_for(r#"paste "første\nanden linje""#);
}

#[test]
fn a_paste_without_brackets_does_not_submit_its_lines() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.send("første linje\randen linje\r");
    terminal.wait_for(r#"anden linje\n""#);
    assert!(!terminal.screen().contains("Enter"), "{}", terminal.screen());
}

#[test]
fn a_word_and_enter_sent_together_end_in_enter() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.send("abc\r");
    terminal.wait_for("text c\nEnter");
}

#[test]
fn a_new_size_is_told_and_drawn_without_asking_the_terminal() {
    let mut terminal = start("echo");
    terminal.wait_for("ready");
    terminal.resize(60, 16);
    terminal.wait_for("size 60x16");
    let asked = terminal.bytes().windows(4).any(|bytes| bytes == b"\x1b[6n");
    assert!(!asked, "the program asked where the cursor is");
}

#[test]
fn marked_text_stays_marked_under_no_color() {
    let terminal = program("echo").env("NO_COLOR", "1").start();
    terminal.wait_for("ready");
    terminal.wait_until("a marked word", |screen| {
        screen.contents().contains("ready") && screen.cell(0, 0).is_some_and(vt100::Cell::inverse)
    });
}
