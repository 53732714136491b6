//! Every screen as text, at every size the screens are made for, empty, typical and overfull. One file holds one screen in
//! one state at all sizes; under each picture stands a number for its styles, so that a changed colour is seen too.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::hash::{DefaultHasher, Hash, Hasher};

use driver::Driver;
use opstart::app::model::Spot;
use opstart::catalog::library::{Library, NamedText};
use opstart::domain::record::{Audience, Id};
use opstart::domain::session::*;
use opstart::domain::summary::Listed;
use opstart::text::{Lang, Text};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (60, 16), (40, 10)];

const ADULT: &str = include_str!("../sessions/examples/2026-09-15-703x0y6k.ron");
const PLANNED: &str = include_str!("../sessions/examples/2026-12-01-zz125e0b.ron");

/// A name with everything that could break a column: long, decomposed, wide.
const LONG: &str =
    "Åse-Marie Kjærsgaard-Brandenburg-Østergaard Æbeløe 田中さくら cafe\u{301} med et navn, der ikke vil holde op";

fn decode(text: &str) -> Session {
    opstart::storage::format::decode(text.as_bytes()).expect("a session").session
}

/// What a screen is shown with.
#[derive(Clone, Copy, Debug)]
enum State {
    Empty,
    Typical,
    Overfull,
}

/// A meeting on its day: all that the example has, with the meeting itself still to come.
fn typical() -> Session {
    let mut session = decode(ADULT);
    session.head.status = opstart::domain::choices::Status::Planned;
    session.head.closed_at = None;
    session.head.date = opstart::domain::record::When::On("2026-11-22".parse().expect("a day"));
    session.clock.clear();
    session.changes.clear();
    session.answers.answered_at = None;
    session
}

/// A session with far too much of everything.
fn overfull() -> Session {
    let mut session = decode(PLANNED);
    let mut rng = fastrand::Rng::with_seed(7);
    LONG.clone_into(&mut session.citizen.reference);
    session.head.place = LONG.repeat(3);
    session.preparation.purpose = LONG.repeat(12);
    session.citizen.wishes = format!("{}\n\n{}", LONG.repeat(5), "ord".repeat(200));
    for number in 0..60 {
        let name = format!("{LONG} {number}");
        let id = Id::draw(&mut rng);
        let seen_by = Audience::Everyone;
        session.participants.push(Participant {
            id,
            seen_by,
            name: name.clone(),
            function: name.clone(),
            ..Participant::default()
        });
        let item = Id::draw(&mut rng);
        session.agenda.push(AgendaItem {
            id: item,
            seen_by,
            title: name.clone(),
            minutes: Some(240),
            lead: name.clone(),
            ..AgendaItem::default()
        });
        let goal = Id::draw(&mut rng);
        let what = Action { id: Id::draw(&mut rng), seen_by, what: name.clone(), who: Some(id), ..Action::default() };
        let goal = Goal {
            id: goal,
            seen_by,
            own_words: LONG.repeat(4),
            title: name.clone(),
            actions: vec![what],
            ..Goal::default()
        };
        session.goals.push(goal);
        let decision = Decision { id: Id::draw(&mut rng), seen_by, text: name, ..Decision::default() };
        session.close.decisions.push(decision);
    }
    session
}

fn with(state: State, size: (u16, u16), lang: Lang) -> Driver {
    // In a window too small no key leads anywhere; what is drawn there is decided by the frame.
    let mut d = Driver::with_size(size.0.max(60), size.1.max(16));
    d.model.text = Text::new(lang, None);
    "sessions".clone_into(&mut d.model.home.folder.path);
    match state {
        State::Empty => {}
        State::Typical => d.put("2026-09-15-703x0y6k.ron", &typical()),
        State::Overfull => d.put("2026-12-01-zz125e0b.ron", &overfull()),
    }
    if matches!(state, State::Typical) {
        d.put("2026-12-01-zz125e0b.ron", &decode(PLANNED));
    }
    d
}

/// A session on screen: a fresh one, the planned example, or the overfull one.
fn opened(state: State, size: (u16, u16), lang: Lang) -> Driver {
    let mut d = with(state, size, lang);
    match state {
        State::Empty => d.keys("<ctrl+n><enter>"),
        State::Typical => d.keys("/L.K.<enter>"),
        State::Overfull => d.keys("<enter>"),
    };
    d.model.message = None;
    d
}

fn picture(d: &Driver, size: (u16, u16), theme: &Theme) -> String {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &d.model, theme)).expect("a picture");
    let buffer = terminal.backend().buffer();
    let mut hasher = DefaultHasher::new();
    let mut out = format!("--- {}×{}\n", size.0, size.1);
    for y in 0..size.1 {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..size.0 {
            let cell = &buffer[(x, y)];
            format!("{:?}{:?}", cell.fg, cell.modifier).hash(&mut hasher);
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(cell.symbol());
            skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        }
        out += line.trim_end();
        out.push('\n');
    }
    out + &format!("styles {:016x}\n", hasher.finish())
}

fn all_sizes(state: State, lang: Lang, go: impl Fn(&mut Driver), open: bool) -> String {
    SIZES
        .iter()
        .map(|size| {
            let mut d = if open { opened(state, *size, lang) } else { with(state, *size, lang) };
            go(&mut d);
            picture(&d, *size, &Theme::colour())
        })
        .collect()
}

/// A screen's name, whether it needs an open session, and the way to it.
type Way = (&'static str, bool, fn(&mut Driver));

/// Every screen with the way to it. The flag: it needs an open session.
fn screens() -> Vec<Way> {
    vec![
        ("home", false, |_| {}),
        ("home-search", false, |d| {
            d.keys("/ab");
        }),
        ("home-open-elsewhere", false, |d| {
            if let Some(Listed::Session(summary)) = d.model.home.sessions.first_mut() {
                summary.held = Some("anna.kirstine@jobcenter-12".to_owned());
            }
        }),
        ("new", false, |d| {
            d.keys("<ctrl+n>");
        }),
        ("step1-preparation", true, |d| {
            d.keys("<alt+1>");
        }),
        ("step1-checklist", true, |d| {
            d.keys("<alt+1>");
            for _ in 0..9 {
                d.keys("<pagedown>");
            }
            d.keys("<down><enter>");
        }),
        ("step2-roles", true, |d| {
            d.keys("<alt+2><down><enter>");
        }),
        ("step3-agenda", true, |d| {
            d.keys("<alt+3>");
        }),
        ("step4-picture", true, |d| {
            d.keys("<alt+4><enter>");
        }),
        ("step5-offers", true, |d| {
            d.keys("<alt+5>");
        }),
        ("step6-goals", true, |d| {
            d.keys("<alt+6><enter>");
        }),
        ("step7-close", true, |d| {
            d.keys("<alt+7>");
        }),
        ("step7-end", true, |d| {
            d.keys("<alt+7><ctrl+end>");
        }),
        ("meeting", true, |d| {
            d.keys("<alt+3><ctrl+end><up><enter>");
            d.wait(7).keys("<f2>");
        }),
        ("meeting-closed-line", true, |d| {
            d.keys("<alt+3><ctrl+end><up><enter><alt+1>");
            d.wait(3);
        }),
        ("picker", true, |d| {
            d.keys("<f6>bost");
        }),
        ("picker-nothing", true, |d| {
            d.keys("<f6>qwxzqwxz");
        }),
        ("citizen", true, |d| {
            d.keys("<f12>");
        }),
        ("help", true, |d| {
            d.keys("<f1>");
        }),
        ("palette", true, |d| {
            d.keys("<ctrl+p>");
        }),
        ("privacy", true, |d| {
            d.keys("<ctrl+l>");
        }),
    ]
}

/// The catalogue, where no meeting is open.
fn catalog_screens() -> Vec<Way> {
    vec![
        ("catalog", false, |d| {
            d.keys("<f6>bost");
        }),
        ("catalog-nothing", false, |d| {
            d.keys("<f6>qwxzqwxz");
        }),
        ("catalog-filters", false, |d| {
            d.keys("<f6><tab><down><down><space>");
        }),
        ("catalog-sheet", false, |d| {
            d.keys("<f6>bost<enter>");
        }),
        ("catalog-compare", false, |d| {
            d.keys("<f6>bost<f4><down><f4>");
        }),
        ("catalog-related", false, |d| {
            d.keys("<f6>bost<f5>");
        }),
        ("catalog-form", false, |d| {
            d.keys("<f6>bost<f2><tab> Også på Ærø.");
        }),
        ("catalog-form-law", false, |d| {
            d.keys("<f6>bost<f2>");
            d.press_until("<pagedown>", "the laws", |d| matches!(d.work().focus, Spot::Record(_)));
            d.keys("<enter><down>");
        }),
    ]
}

/// A catalogue whose every offer is far too long.
fn long_catalog() -> Vec<NamedText> {
    let mut files = Library::builtin_files();
    for file in files.iter_mut().filter(|f| f.name.starts_with("offers/")) {
        for field in ["name: \"", "plain: \"", "department: \"", "phone: \""] {
            file.text = file.text.replace(field, &format!("{field}{LONG} "));
        }
    }
    files
}

/// The catalogue as a folder, at a size, in a language.
fn catalog(files: Vec<NamedText>, size: (u16, u16), lang: Lang) -> Driver {
    let mut d = with(State::Empty, size, lang);
    d.put_catalog(files);
    d.model.message = None;
    d
}

fn compare_catalog(files: &[NamedText], lang: Lang, suffix: &str) {
    approved(|| {
        for (name, _, go) in catalog_screens() {
            let pictures = SIZES.iter().map(|size| {
                let mut d = catalog(files.to_vec(), *size, lang);
                go(&mut d);
                picture(&d, *size, &Theme::colour())
            });
            insta::assert_snapshot!(format!("{name}-{suffix}"), pictures.collect::<String>());
        }
    });
}

fn compare(state: State, lang: Lang, suffix: &str) {
    approved(|| {
        for (name, open, go) in screens() {
            insta::assert_snapshot!(format!("{name}-{suffix}"), all_sizes(state, lang, go, open));
        }
    });
}

fn approved(compare: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(compare);
}

#[test]
fn the_catalogue_on_an_ordinary_day() {
    compare_catalog(&Library::builtin_files(), Lang::Da, "typical");
}

#[test]
fn the_catalogue_with_far_too_much() {
    compare_catalog(&long_catalog(), Lang::Da, "overfull");
}

#[test]
fn the_catalogue_in_english() {
    compare_catalog(&Library::builtin_files(), Lang::En, "english");
}

#[test]
fn a_catalogue_without_offers_and_one_that_cannot_be_changed() {
    let mut d = catalog(vec![], (80, 24), Lang::Da);
    d.keys("<f6>");
    let empty = picture(&d, (80, 24), &Theme::colour());
    let mut d = with(State::Empty, (80, 24), Lang::Da);
    d.keys("<f6><f2>");
    approved(|| insta::assert_snapshot!("catalog-empty", empty + &picture(&d, (80, 24), &Theme::colour())));
}

#[test]
fn no_size_makes_the_catalogue_fail_to_draw() {
    for (name, _, go) in catalog_screens() {
        let mut d = catalog(long_catalog(), (80, 24), Lang::Da);
        go(&mut d);
        for (width, height) in (0..=150).step_by(13).flat_map(|w| (0..=44).step_by(7).map(move |h| (w, h))) {
            d.resize(width, height);
            let text = picture(&d, (width, height), &Theme::colour());
            assert!(text.contains("styles"), "{name} at {width}×{height}");
        }
    }
}

#[test]
fn every_screen_when_there_is_nothing_yet() {
    compare(State::Empty, Lang::Da, "empty");
}

#[test]
fn every_screen_on_an_ordinary_day() {
    compare(State::Typical, Lang::Da, "typical");
}

#[test]
fn every_screen_with_far_too_much() {
    compare(State::Overfull, Lang::Da, "overfull");
}

#[test]
fn every_screen_in_english() {
    compare(State::Typical, Lang::En, "english");
}

#[test]
fn the_questions_show_one_statement_and_large_answers() {
    let mut d = opened(State::Typical, (80, 24), Lang::Da);
    d.keys("<alt+7>");
    d.send(opstart::app::msg::Msg::Command(opstart::app::command::Command::Questions));
    insta::assert_snapshot!("questions", picture(&d, (80, 24), &Theme::colour()));
}

#[test]
fn without_colours_every_sign_is_still_there() {
    let mut d = opened(State::Typical, (80, 24), Lang::Da);
    d.keys("<alt+2><down><enter>");
    insta::assert_snapshot!("roles-mono", picture(&d, (80, 24), &Theme::mono()));
}

#[test]
fn no_size_makes_drawing_fail() {
    for (name, open, go) in screens() {
        let size = (80, 24);
        let mut d = if open { opened(State::Overfull, size, Lang::Da) } else { with(State::Typical, size, Lang::Da) };
        go(&mut d);
        for (width, height) in (0..=150).step_by(13).flat_map(|w| (0..=44).step_by(7).map(move |h| (w, h))) {
            d.resize(width, height);
            let text = picture(&d, (width, height), &Theme::colour());
            assert!(text.contains("styles"), "{name} at {width}×{height}");
        }
    }
}
