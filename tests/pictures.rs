//! Pictures of every screen for the README, drawn from the real frames.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod svg;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use driver::Driver;
use opstart::storage::format;
use opstart::ui::{self, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[path = "common/driver.rs"]
mod driver;

/// Set to draw the pictures again instead of comparing them.
const AGAIN: &str = "OPSTART_PICTURES";
const WIDTH: u16 = 100;
const HEIGHT: u16 = 30;
/// No picture is heavier, in bytes: a README is read on slow lines, too.
const HEAVIEST: usize = 60_000;

/// Its name, what it shows, and the keys that lead there from the list.
type Picture = (&'static str, &'static str, fn(&mut Driver));

const PICTURES: &[Picture] = &[
    ("home", "Listen over møder", |_| {}),
    ("1-forberedelse", "Trin 1: Forberedelse", |d| at(d, PLANNED, "<alt+1>")),
    ("2-roller", "Trin 2: Roller", |d| at(d, PLANNED, "<alt+2>")),
    ("3-dagsorden", "Trin 3: Dagsorden", |d| at(d, PLANNED, "<alt+3>")),
    ("4-faelles-billede", "Trin 4: Fælles billede", |d| at(d, HELD, "<alt+4>")),
    ("5-tilbud", "Trin 5: Tilbud", |d| at(d, HELD, "<alt+5>")),
    ("6-maal", "Trin 6: Mål", |d| at(d, HELD, "<alt+6>")),
    ("7-afslutning", "Trin 7: Afslutning", |d| at(d, HELD, "<alt+7>")),
    ("moede-i-gang", "Mødet er i gang", |d| running(d, "<alt+3>")),
    ("tilbudskatalog", "Tilbudskataloget med en søgning", |d| at(d, PLANNED, "<f6>angst")),
    ("borgerskaerm", "Borgerskærmen", |d| at(d, HELD, "<f12>")),
    ("borgerens-svar", "Borgerens tre spørgsmål", |d| at(d, PLANNED, "<ctrl+p>borgeren svarer<enter>")),
    ("hjaelp", "Hjælp", |d| at(d, PLANNED, "<alt+6><f1>")),
];

/// The example that is to have its meeting, by its reference; and one that is closed.
const PLANNED: &str = "K.N.";
const HELD: &str = "L.K.";

/// Opens an example and presses keys.
fn at(d: &mut Driver, reference: &str, keys: &str) {
    d.keys(&format!("/{reference}<enter>"));
    assert!(d.model.work.is_some(), "{reference} is not open:\n{}", d.look());
    d.keys(keys);
}

/// Presses keys when the meeting has run for eight minutes and is at its second item.
fn running(d: &mut Driver, keys: &str) {
    at(d, PLANNED, "<ctrl+p>begynd mødet<enter>");
    d.wait(6).keys("<f9>").wait(2).keys(keys);
}

/// A moment in the middle of the planned example's meeting day.
fn moment() -> DateTime<Utc> {
    "2026-12-01T09:30:00Z".parse().unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped examples, in the folder before the program looks into it.
fn examples() -> Driver {
    let mut d = Driver::with_size(WIDTH, HEIGHT);
    d.model.now = moment();
    for entry in std::fs::read_dir(root().join("sessions/examples")).unwrap() {
        let path = entry.unwrap().path();
        let session = format::decode(&std::fs::read(&path).unwrap()).unwrap().session;
        d.files.insert(path.file_name().unwrap().to_string_lossy().into_owned(), driver::write(&session));
    }
    d.keys("<f5>");
    d
}

fn draw(title: &str, lead: fn(&mut Driver)) -> String {
    let mut d = examples();
    lead(&mut d);
    // What was said when it opened is not what the picture is about.
    d.model.message = None;
    let mut terminal = Terminal::new(TestBackend::new(WIDTH, HEIGHT)).unwrap();
    let buffer = terminal.draw(|frame| ui::draw(frame, &d.model, &Theme::colour())).unwrap().buffer.clone();
    // A frame without a cursor leaves it where it was: in the corner, where no text field is.
    let cursor = terminal.get_cursor_position().unwrap();
    svg::picture(title, &buffer, Some((cursor.x, cursor.y)).filter(|place| *place != (0, 0)))
}

fn file(name: &str) -> PathBuf {
    root().join("docs/pictures").join(format!("{name}.svg"))
}

#[test]
fn every_picture_shows_the_screen_as_it_is() {
    let again = std::env::var_os(AGAIN).is_some();
    let mut stale = vec![];
    for (name, title, lead) in PICTURES {
        let picture = draw(title, *lead);
        assert!(picture.len() <= HEAVIEST, "{name} is {} bytes", picture.len());
        if again {
            std::fs::create_dir_all(root().join("docs/pictures")).unwrap();
            std::fs::write(file(name), &picture).unwrap();
        } else if std::fs::read_to_string(file(name)).unwrap_or_default().replace('\r', "") != picture {
            stale.push(*name);
        }
    }
    assert!(
        stale.is_empty(),
        "these pictures no longer show the screens: {}; if the screens are right, draw them again with \
         `OPSTART_PICTURES=1 cargo test --test pictures` and look at them",
        stale.join(", ")
    );
}

#[test]
fn no_picture_is_left_over() {
    let shown = |name: &str| PICTURES.iter().any(|(picture, ..)| format!("{picture}.svg") == name);
    for entry in std::fs::read_dir(root().join("docs/pictures")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(shown(&name), "docs/pictures/{name} is drawn by nobody");
    }
}
