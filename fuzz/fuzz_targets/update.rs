//! Any keys, pastes, times and sizes: the program goes on, and every picture can be drawn.
#![no_main]

#[path = "../../tests/common/driver.rs"]
mod driver;

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use opstart::app::msg::{Msg, SaveTrouble};
use opstart::keys;
use opstart::keys::key::{Code, Key};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[derive(Arbitrary, Debug)]
enum Step<'a> {
    Key { code: u8, char: char, ctrl: bool, alt: bool, shift: bool },
    Paste(&'a str),
    Wait(u8),
    Resize(u8, u8),
    Trouble(bool),
    Idle,
}

fn code(number: u8, char: char) -> Code {
    match number % 24 {
        n @ 0..12 => Code::F(n + 1),
        12 => Code::Enter,
        13 => Code::Tab,
        14 => Code::Backspace,
        15 => Code::Delete,
        16 => Code::Esc,
        17 => Code::Up,
        18 => Code::Down,
        19 => Code::Left,
        20 => Code::Right,
        21 => Code::PageDown,
        22 => Code::Insert,
        _ => Code::Char(char),
    }
}

fuzz_target!(|steps: Vec<Step<'_>>| {
    let mut d = driver::Driver::new();
    for step in steps.into_iter().take(60) {
        match step {
            Step::Key { code: number, char, ctrl, alt, shift } => {
                let code = code(number, char);
                let shift = shift && !matches!(code, Code::Char(_));
                if let Some(msg) = keys::resolve(&d.model, Key { code, ctrl, alt, shift }) {
                    d.send(msg);
                }
            }
            Step::Paste(text) => drop(d.paste(text)),
            Step::Wait(minutes) => drop(d.wait(minutes.into())),
            Step::Resize(width, height) => drop(d.resize(width.max(1).into(), height.max(1).into())),
            Step::Trouble(on) => d.disk_trouble = on.then_some(SaveTrouble::DiskFull),
            Step::Idle => drop(d.send(Msg::Idle)),
        }
        if d.ended {
            return;
        }
    }
    let size = d.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).expect("a picture");
});
