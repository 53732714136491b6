//! What the program says can be read: whole, at every size the screens are made for, in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::collections::BTreeMap;

use driver::Driver;
use opstart::app::model::Message;
use opstart::app::msg::{Folder, Msg, SaveTrouble};
use opstart::app::overlay::Overlay;
use opstart::domain::record::Choice;
use opstart::domain::steps::Step;
use opstart::text::{Arg, Lang, Text, Word};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const LANGS: [Lang; 2] = [Lang::Da, Lang::En];
const SIZES: [(u16, u16); 3] = [(80, 24), (60, 16), (120, 40)];

/// The lines of the screen, from the top.
fn screen(d: &Driver) -> Vec<String> {
    let (width, height) = (d.model.size.width, d.model.size.height);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).unwrap();
    let buffer = terminal.backend().buffer();
    (0..height).map(|y| (0..width).map(|x| buffer[(x, y)].symbol()).collect()).collect()
}

/// Without white space: where a line ends is of no account.
fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn shows(d: &Driver, text: &str) -> bool {
    tight(&screen(d).concat()).contains(&tight(text))
}

fn in_language(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::with_size(size.0, size.1);
    d.model.text = Text::new(lang, None);
    d
}

/// Every word of the screen with the arguments its sentence names.
fn words(lang: Lang) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut words: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    let mut now = "";
    let (_, text) = lang.files().iter().find(|(name, _)| name.ends_with("opstart.ftl")).expect("the screen's words");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            now = key;
        }
        let name = |rest: &'static str| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
        words.entry(now).or_default().extend(line.split('$').skip(1).map(name));
    }
    words.remove("");
    words
}

#[test]
fn whatever_is_said_stands_whole_on_the_screen() {
    for lang in LANGS {
        for size in [(80, 24), (60, 16)] {
            let mut d = in_language(lang, size);
            d.keys("<ctrl+n><enter>");
            for (key, names) in words(lang) {
                let args: Vec<(&'static str, Arg<'_>)> =
                    names.into_iter().map(|name| (name, Arg::from("Boligsocial anvisning på Ærø"))).collect();
                let text = d.model.text.fmt(Word(key), &args);
                d.model.message = Some(Message { text: text.clone(), trouble: true, stays: false });
                assert!(shows(&d, &text), "{lang:?} {size:?} {key}: {text}\n{}", screen(&d).join("\n"));
            }
        }
    }
}

#[test]
fn a_warning_takes_nothing_away_of_the_field_one_writes_in() {
    for size in SIZES {
        let mut d = in_language(Lang::Da, size);
        d.keys("<ctrl+n><enter>").tab_to("reference");
        d.keys("Ærø 010180-1234");
        assert!(shows(&d, d.message()) && shows(&d, "Ærø 010180-1234"), "{}", screen(&d).join("\n"));
    }
}

#[test]
fn what_a_field_is_for_is_explained_in_whole_sentences() {
    for lang in LANGS {
        for (size, go) in [((80, 24), "<alt+1>"), ((60, 16), "<alt+1>"), ((80, 24), "<alt+7>"), ((60, 16), "<alt+4>")] {
            let mut d = in_language(lang, size);
            d.keys("<ctrl+n><enter>").keys(go);
            d.model.message = None;
            for _ in 0..25 {
                let field = opstart::app::context::field(d.work());
                let hint = field.and_then(|(_, field)| d.model.text.hint(Word(field.word))).unwrap_or_default();
                assert!(shows(&d, &hint), "{lang:?} {size:?}: {hint}\n{}", screen(&d).join("\n"));
                d.keys("<tab>");
                d.model.message = None;
            }
        }
    }
}

#[test]
fn no_step_is_cut_off_at_any_width() {
    for lang in LANGS {
        for width in [60, 80, 100, 116, 120, 160] {
            let mut d = in_language(lang, (width, 24));
            d.keys("<ctrl+n><enter>");
            for number in 1..=7 {
                d.keys(&format!("<alt+{number}>"));
                let tabs = screen(&d)[1].clone();
                assert!((1..=7).all(|n| tabs.contains(&format!("{n} ["))), "{lang:?} {width}: {tabs}");
                let name = d.model.t(Word(Step::ALL[number - 1].word()));
                assert!(tabs.contains(&name) && !tabs.contains('…'), "{lang:?} {width}: {tabs}");
            }
        }
    }
}

/// The list of sessions in a folder whose encryption stands so.
fn home(vault: &str, vault_advice: &str) -> Driver {
    let mut d = Driver::new();
    let folder = Folder {
        path: "/fælles/møder".into(),
        team: true,
        vault: vault.into(),
        vault_advice: vault_advice.into(),
        ..Folder::default()
    };
    d.send(Msg::ListDone { folder });
    d
}

#[test]
fn the_list_says_that_its_folder_is_encrypted_and_what_to_do_when_it_cannot_be_read() {
    assert!(screen(&home("", ""))[1].starts_with("Teammappe: /fælles/møder"));
    assert!(screen(&home("krypteret", ""))[1].starts_with("Teammappe (krypteret): /fælles/møder"));
    let advice = Text::new(Lang::Da, None).get(Word("vault-no-key"));
    let locked = home("krypteret og låst", &advice);
    assert!(shows(&locked, &advice), "also where there is nothing to be seen yet: {}", screen(&locked).join("\n"));
}

#[test]
fn in_a_window_too_small_no_key_acts_on_what_nobody_sees() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("AB");
    let (file, step) = (d.work().file.clone(), d.work().step);
    d.resize(40, 10).keys("<alt+6><f4><esc><tab><ctrl+p><ctrl+n><delete>");
    assert_eq!((&d.work().file, d.work().step, d.field()), (&file, step, Some("reference")));
    assert!(d.model.overlays.is_empty() && d.session().close.decisions.is_empty(), "{}", d.look());
    assert_eq!(d.session().citizen.reference, "AB");
    d.keys("<ctrl+q>");
    assert!(d.ended, "one can always leave");
}

#[test]
fn what_is_typed_in_a_window_too_small_is_kept_and_the_screen_says_so() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("wishes").keys("Jeg vil ");
    d.resize(40, 12).keys("sove\nog spise");
    assert_eq!(d.session().citizen.wishes, "Jeg vil sove\nog spise");
    assert!(shows(&d, "Det, du skriver, kommer i feltet som før."), "{}", screen(&d).join("\n"));
    assert!(shows(&d, "Ctrl+Q afslutter"), "{}", screen(&d).join("\n"));
}

#[test]
fn a_window_too_small_never_says_that_all_is_saved_when_it_is_not() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference");
    d.disk_trouble = Some(SaveTrouble::DiskFull);
    d.keys("AB").resize(50, 14);
    assert!(shows(&d, "IKKE GEMT") && !shows(&d, "Alt bliver gemt"), "{}", screen(&d).join("\n"));
    d.keys("<ctrl+q><enter>");
    assert!(!d.ended && shows(&d, "Vil du blive"), "a question nobody sees is told: {}", screen(&d).join("\n"));
    assert!(matches!(d.model.overlays.last(), Some(Overlay::Confirm(_))));
}

#[test]
fn a_question_that_wants_an_answer_in_writing_shows_the_line_to_write_on() {
    let mut d = Driver::new();
    d.with_catalog().keys("<f6><delete>");
    assert!(screen(&d).iter().any(|line| line.contains("> ____")), "{}", screen(&d).join("\n"));
    d.keys("Lukket");
    assert!(screen(&d).iter().any(|line| line.contains("> Lukket____")), "{}", screen(&d).join("\n"));
}

#[test]
fn three_buttons_stand_whole_on_the_smallest_screen() {
    for lang in LANGS {
        let mut d = in_language(lang, (60, 16));
        d.keys("<ctrl+n><enter>").tab_to("reference").keys("AB 1 <esc><esc><esc><delete>");
        let Some(Overlay::Confirm(confirm)) = d.model.overlays.last() else { panic!("{}", d.look()) };
        for part in [&confirm.text, &confirm.safe, confirm.also.as_ref().unwrap(), &confirm.act] {
            let seen: String = screen(&d).iter().map(|line| line.replace(['|', '>'], " ")).collect();
            assert!(tight(&seen).contains(&tight(part)), "{part}\n{}", screen(&d).join("\n"));
        }
    }
}

#[test]
fn a_missing_offer_is_noted_by_its_own_key_and_never_by_enter() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter><alt+5><f6>natbus<enter>");
    assert!(d.session().missing_offers.is_empty());
    assert!(d.message().contains("F10"), "{}", d.message());
    assert!(shows(&d, "F10 noterer ”natbus” som manglende tilbud"), "{}", screen(&d).join("\n"));
    d.keys("<f10>");
    assert_eq!(d.session().missing_offers[0].what, "natbus");
}
