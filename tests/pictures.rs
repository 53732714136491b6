//! Pictures of every screen for the README, drawn from the real frames.

mod svg;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use driver::Driver;
use opstart::catalog::library::Library;
use opstart::domain::session::Session;
use opstart::domain::start::{Start, fresh};
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

/// The name of each picture, what it shows, and the keys that lead there.
const PICTURES: &[(&str, &str, fn(&mut Driver))] = &[
    ("home", "Listen over møder", |d| {
        d.keys("<ctrl+p>gå til listen<enter>");
    }),
    ("1-forberedelse", "Trin 1: Forberedelse", |d| {
        d.keys("<alt+1>");
    }),
    ("2-roller", "Trin 2: Roller", |d| {
        d.keys("<alt+2>");
    }),
    ("3-dagsorden", "Trin 3: Dagsorden", |d| {
        d.keys("<alt+3>");
    }),
    ("4-faelles-billede", "Trin 4: Fælles billede", |d| {
        d.keys("<alt+4>");
    }),
    ("5-tilbud", "Trin 5: Tilbud", |d| {
        d.keys("<alt+5>");
    }),
    ("6-maal", "Trin 6: Mål", |d| {
        d.keys("<alt+6>");
    }),
    ("7-afslutning", "Trin 7: Afslutning", |d| {
        d.keys("<alt+7>");
    }),
    ("moede-i-gang", "Mødet er i gang", |d| {
        begin(d);
    }),
    ("tilbudskatalog", "Tilbudskataloget med en søgning", |d| {
        d.keys("<f6>gæld");
    }),
    ("borgerskaerm", "Borgerskærmen", |d| {
        begin(d);
        d.keys("<f12>");
    }),
    ("borgerens-svar", "Borgerens tre spørgsmål", |d| {
        d.keys("<ctrl+p>borgeren svarer<enter>");
    }),
    ("hjaelp", "Hjælp", |d| {
        d.keys("<alt+5><f1>");
    }),
];

/// The meeting has run for eleven minutes and is at its second item.
fn begin(d: &mut Driver) {
    d.keys("<ctrl+p>begynd mødet<enter>").wait(6).keys("<f9>").wait(5);
}

/// When the training case has its meeting.
fn moment() -> DateTime<Utc> {
    "2026-03-04T12:00:00Z".parse().unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The training case; what it does not say (checklist, agenda, cards) comes from the catalogue, as in `opstart demo`.
fn training_case() -> Session {
    let bytes = std::fs::read(root().join("sessions/examples/traeningssag.ron")).unwrap();
    let mut session = format::decode(&bytes).unwrap().session;
    let library = Library::builtin();
    let start = Start {
        common: &library.common,
        departments: &library.municipality.departments,
        template: library.template(session.citizen.group).unwrap(),
        group: session.citizen.group,
        now: moment(),
    };
    let template = fresh(&start, "", &mut fastrand::Rng::with_seed(1));
    if session.agenda.is_empty() {
        session.agenda = template.agenda;
        session.head.minutes = template.head.minutes;
    }
    if session.assessment.is_empty() {
        session.assessment = template.assessment;
    }
    if session.preparation.checklist.is_empty() {
        session.preparation.checklist = template.preparation.checklist;
    }
    session
}

fn draw(title: &str, lead: fn(&mut Driver)) -> String {
    let mut d = Driver::with_size(WIDTH, HEIGHT);
    d.model.now = moment();
    d.put("traeningssag.ron", &training_case());
    d.keys("<enter>");
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
