//! What must hold whatever bytes a reader is given and whatever keys are pressed. The fuzz targets in `fuzz/` try it on
//! random input; `tests/fuzzed.rs` tries it with the stable compiler on examples and on everything that was ever found.

// Each program uses its own part of this.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::items_after_statements, clippy::case_sensitive_file_extension_comparisons)]

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path};
use std::sync::OnceLock;

use chrono::NaiveDate;
use opstart::app::model::Screen;
use opstart::app::msg::{Msg, SaveTrouble};
use opstart::catalog::check::check;
use opstart::catalog::exchange::{Format, Imported, Package, export_csv, export_hsds, folder, import};
use opstart::catalog::library::{Library, NamedText};
use opstart::catalog::rewrite;
use opstart::catalog::search::{Filter, Index};
use opstart::domain::audience::seen_by;
use opstart::domain::dates::{Lean, parse_date, parse_time};
use opstart::domain::record::Audience;
use opstart::domain::session::Session;
use opstart::domain::template::Municipality;
use opstart::report::{insight, offer, readback};
use opstart::storage::format::{decode, encode};
use opstart::storage::settings::Settings;
use opstart::storage::{disk, places, vault, versions};
use opstart::text::{Lang, Text, w};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::driver::{Driver, noon, parse};

/// What is held of any bytes.
pub type Holds = fn(&[u8]);

/// The targets, by name.
pub const TARGETS: [(&str, Holds); 8] = [
    ("session", session),
    ("catalog", catalog),
    ("csv", csv),
    ("hsds", hsds),
    ("oruk", oruk),
    ("dates", dates),
    ("beside", beside),
    ("update", update),
];

/// True for what steers a terminal or turns the direction of writing.
fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

fn assert_harmless(text: &str) {
    assert!(!text.chars().any(is_harmful), "{text:?}");
}

/// Every text in a value.
fn assert_all_harmless(value: &impl serde::Serialize) {
    fn walk(value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => assert_harmless(text),
            serde_json::Value::Array(items) => items.iter().for_each(walk),
            serde_json::Value::Object(fields) => fields.values().for_each(walk),
            _ => {}
        }
    }
    walk(&serde_json::to_value(value).expect("a value"));
}

fn words() -> &'static Text {
    static WORDS: OnceLock<Text> = OnceLock::new();
    WORDS.get_or_init(|| Text::new(Lang::Da, None))
}

/// Any bytes as a session file, as [`session_file`]; what was read can be shown on every page and read aloud.
pub fn session(data: &[u8]) {
    if let Some(session) = session_file(data) {
        shown(&session);
    }
}

/// Any bytes as a session file: read or refused; what was read holds nothing harmful and can be written, and reads the same
/// again, by the quick reader and by the full one.
pub fn session_file(data: &[u8]) -> Option<Session> {
    let decoded = match decode(data) {
        Ok(decoded) => decoded,
        Err(error) => {
            assert_harmless(&error.to_string());
            return None;
        }
    };
    decoded.unknown.iter().for_each(|name| assert_harmless(name));
    let session = decoded.session;
    assert_all_harmless(&session);
    let text = encode(&session).expect("what was read can be written");
    let again = decode(text.as_bytes()).expect("what was written can be read");
    assert_eq!((&again.session, again.unknown.len(), again.migrated), (&session, 0, None));
    // The quick reader knows no such comments.
    let fully = decode(format!("/**/{text}").as_bytes()).expect("what was written can be read by the full reader");
    assert_eq!(fully.session, session);
    Some(session)
}

/// All that is made of a session for the screen and for paper.
fn shown(session: &Session) {
    for audience in [Audience::Staff, Audience::Nobody] {
        let seen = seen_by(session, audience);
        for sentence in readback::sentences(&seen, words()) {
            assert_harmless(&sentence.text);
        }
        let held = [insight::Held { file: "a.ron", versions: 1, seen: &seen }];
        let _ = insight::document(&session.citizen.reference, &held, &[], words());
    }
    let mut d = Driver::new();
    d.put("a.ron", session);
    drawn(&d);
    d.send(Msg::Opened { file: "a.ron".into(), session: Box::new(session.clone()), read_only: None });
    for step in ["<alt+1>", "<alt+2>", "<alt+3>", "<alt+4>", "<alt+5>", "<alt+6>", "<alt+7>", "<f10>"] {
        d.keys(step);
        drawn(&d);
    }
}

/// The picture of a program at work: nothing outside the frame, and no cell holds what steers a terminal.
fn drawn(d: &Driver) {
    let size = d.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).expect("a picture");
    terminal.backend().buffer().content().iter().for_each(|cell| assert_harmless(cell.symbol()));
}

const NAMES: [&str; 6] =
    ["offers/a.ron", "municipality.ron", "synonyms.ron", "rules.ron", "templates/common.ron", "templates/adult.ron"];

/// Any text as a file of the catalogue, named by the first byte: there is a library with a list of what is wrong, the quick
/// reader and the full one read the same, and every offer can be found, shown, changed, exported and read again.
pub fn catalog(data: &[u8]) {
    let Some((at, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = |text: String| NamedText { name: NAMES[usize::from(*at) % NAMES.len()].to_owned(), text };
    let library = Library::read(&[file(text.to_owned())]);
    let mut fully = Library::read(&[file(format!("/**/{text}"))]);
    fully.problems.clone_from(&library.problems);
    fully.origins.clone_from(&library.origins);
    assert_eq!(fully, library);
    assert_all_harmless(&library.offers);
    assert_all_harmless(&library.municipality);
    assert_all_harmless(&library.common);
    assert_eq!(library.offers.iter().map(|o| &o.id).collect::<HashSet<_>>().len(), library.offers.len());
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    for remark in check(&library, &[file(text.to_owned())], today) {
        assert_harmless(&remark.file);
    }
    let index = Index::new(&library.offers, &library.synonyms);
    let query: String = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').take(30).collect();
    for query in [query.as_str(), "§ 85", ""] {
        let hits = index.search(query, 50, &Filter::default());
        assert!(hits.iter().all(|hit| hit.offer < library.offers.len()));
    }
    for offer in library.offers.iter().take(3) {
        assert_harmless(&offer::sheet(offer, &library, words()));
        let mut changed = offer.clone();
        changed.plain.push_str(" nyt");
        if let Ok(written) = rewrite::change(text, offer, &changed) {
            let read = Library::read(&[file(written)]);
            assert_eq!(read.offer(&changed.id), Some(&changed), "what was changed reads as it was meant");
            assert_eq!(read.offers.len(), library.offers.len(), "and all others are there");
        }
    }
    exported(&library);
}

/// What a catalogue is exported as is read again as the same offers, no cell is a formula, and no file lies elsewhere.
fn exported(library: &Library) {
    let csv = export_csv(library);
    no_formula(&csv);
    let package = Package { files: vec![(String::from("a.csv"), csv)] };
    assert_eq!(import(Format::Csv, &package, &library.municipality).offers, library.offers);
    for (name, bytes) in export_hsds(library).files {
        assert_inside(&name);
        if name.ends_with(".csv") {
            no_formula(&bytes);
        }
    }
}

fn no_formula(bytes: &[u8]) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    for between in [b';', b','] {
        let mut reader = csv::ReaderBuilder::new().delimiter(between).flexible(true).from_reader(bytes);
        if reader.headers().expect("a header").len() < 2 {
            continue;
        }
        for cell in reader.records().flat_map(|row| row.expect("a row").iter().map(String::from).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "{cell:?}");
        }
    }
}

/// The name of a file that is written: inside its folder, also on Windows.
fn assert_inside(name: &str) {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    assert!(plain && !name.is_empty() && !name.contains(['\\', ':']) && !name.chars().any(is_harmful), "{name:?}");
}

/// Any bytes as a plain catalogue file.
pub fn csv(data: &[u8]) {
    package(Format::Csv, vec![(String::from("a.csv"), data.to_vec())]);
}

/// Any bytes as a JSON document.
pub fn oruk(data: &[u8]) {
    package(Format::OpenReferralUk, vec![(String::from("a.json"), data.to_vec())]);
}

/// Any bytes as a package: `==services.csv`, its lines, `==phones.csv`, its lines.
pub fn hsds(data: &[u8]) {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        match (line.strip_prefix(b"=="), files.last_mut()) {
            (Some(name), _) => files.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new())),
            (None, Some((_, bytes))) => bytes.extend_from_slice(line),
            (None, None) => files.push((String::from("services.csv"), line.to_vec())),
        }
    }
    package(Format::Hsds, files);
}

/// Always a report, the same twice, nothing that steers a terminal; a folder whose files lie in it and that does not change
/// the second time; and an export that reads as the same offers.
fn package(format: Format, files: Vec<(String, Vec<u8>)>) {
    let package = Package { files };
    let read = import(format, &package, &Municipality::default());
    assert!(!read.offers.is_empty() || !read.report.notes.is_empty());
    assert_eq!(import(format, &package, &Municipality::default()), read);
    assert_all_harmless(&read.offers);
    assert_all_harmless(&read.municipality);
    assert_all_harmless(&read.report.notes);
    assert!(read.offers.iter().all(|offer| !offer.id.is_empty()));
    assert_eq!(read.offers.iter().map(|o| &o.id).collect::<HashSet<_>>().len(), read.offers.len());
    let changes = folder::merged(&[], &read).expect("an empty folder can be written into");
    changes.files.iter().for_each(|file| assert_inside(&file.name));
    let again = folder::merged(&changes.files, &read).expect("what was written can be read");
    assert!(again.files.is_empty(), "twice changes nothing");
    let Imported { offers, municipality, .. } = read;
    let library = Library { offers, municipality, ..Library::default() };
    exported(&library);
    let mut written = Library::read(&changes.files).offers;
    let mut offers = library.offers;
    written.sort_by(|a, b| a.id.cmp(&b.id));
    offers.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(written, offers, "the folder holds what was read");
}

/// Any text as a day or a time of day, today being any day: what is read is read again when it is written out.
pub fn dates(data: &[u8]) {
    let Some((day, text)) = data.split_at_checked(4) else { return };
    let day = i32::from_le_bytes(day.try_into().expect("four bytes"));
    let (Some(today), Ok(text)) = (NaiveDate::from_num_days_from_ce_opt(day % 1_000_000), std::str::from_utf8(text))
    else {
        return;
    };
    for lean in [Lean::Future, Lean::Past] {
        let Some(date) = parse_date(text, today, lean) else { continue };
        for form in ["%Y-%m-%d", "%d.%m.%Y", "%d/%m %Y", "%-d. %B %Y"] {
            let written = date.format(form).to_string();
            assert_eq!(parse_date(&written, today, lean), Some(date), "{text:?} {written}");
        }
    }
    if let Some(time) = parse_time(text) {
        for form in ["%H.%M", "%H:%M", "kl. %-H.%M"] {
            let written = time.format(form).to_string();
            assert_eq!(parse_time(&written), Some(time), "{text:?} {written}");
        }
    }
}

/// Any bytes as one of the small files beside the sessions, chosen by the first byte: settings, members of a vault, a lock
/// and who holds it, the name of a version, the place where one worked, a municipality's own words.
pub fn beside(data: &[u8]) {
    let Some((which, bytes)) = data.split_first() else { return };
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let dir = FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder")).path();
    let text = String::from_utf8_lossy(bytes);
    let put = |name: &str| {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    };
    match which % 6 {
        0 => {
            for mistake in Settings::check_file(&put("settings.ron")) {
                assert_harmless(&opstart::commands::told::setting(words(), &mistake.what).2);
            }
        }
        1 => {
            put(".vault/recipients.txt");
            if let Ok(Some(members)) = vault::members(dir) {
                for member in &members {
                    assert_harmless(&member.name);
                    assert_harmless(&member.key);
                }
                vault::set_members(dir, &members).expect("what was read can be written");
                assert_eq!(vault::members(dir).expect("a list"), Some(members));
            }
        }
        2 => {
            let _ = disk::is_stale(&text, noon());
            assert_harmless(&opstart::commands::told::holder(&text));
        }
        3 => {
            let name: String = text.chars().filter(|c| !matches!(c, '/' | '\0')).take(60).collect();
            let session = dir.join("v.ron");
            let folder = versions::folder(&session).expect("a folder");
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            if fs::write(folder.join(&name), "(version: 1)").is_ok() {
                for version in versions::list(&session).expect("a list") {
                    assert_eq!(version.file, name);
                    let _ = versions::read(&session, &version);
                }
            }
        }
        4 => {
            let session = put("p.ron");
            let places = dir.join("places");
            places::write(&places, &session, Some(&text)).expect("a place");
            let place = places::read(&places, &session);
            let mut d = Driver::new();
            d.keys("<ctrl+n><enter>");
            let file = d.work().file.clone();
            if let Some(place) = place {
                d.send(Msg::Keeping(opstart::app::keeping::Told::Place { file, place }));
            }
            drawn(&d);
        }
        _ => {
            let words = Text::new(Lang::Da, Some(&text));
            for word in [w("home-title"), w("privacy-screen"), w("yes")] {
                let _ = words.get(word);
                let _ = words.fmt(word, &[("count", 3_i64.into())]);
            }
        }
    }
}

/// As many keys as one script has.
const KEYS: usize = 120;

/// Any keys, pastes, times and sizes, written as the journeys in the tests are, with a few words more: the program goes on,
/// every picture can be drawn, and what is saved reads as what is worked on.
pub fn update(data: &[u8]) {
    let script = String::from_utf8_lossy(data);
    let mut d = Driver::new();
    for (n, key) in pieces(&script).into_iter().take(KEYS).enumerate() {
        act(&mut d, key);
        if d.ended {
            return;
        }
        if n % 8 == 7 {
            drawn(&d);
        }
    }
    drawn(&d);
    d.disk_trouble = None;
    d.keys("<ctrl+s>");
    if d.model.work.is_some() && d.model.screen == Screen::Work {
        let text = encode(d.session()).expect("the model can be written");
        assert_eq!(&decode(text.as_bytes()).expect("and read").session, d.session());
    }
}

/// One key or word at a time: `<…>` or a character.
fn pieces(script: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.find('>').filter(|_| c == '<').map(|at| at + 1);
        let (piece, after) = rest.split_at(named.unwrap_or(c.len_utf8()));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn act(d: &mut Driver, piece: &str) {
    let Some(name) = piece.strip_prefix('<').and_then(|p| p.strip_suffix('>')) else {
        if piece != "<" {
            d.keys(piece);
        }
        return;
    };
    let (word, rest) = name.split_once(' ').unwrap_or((name, ""));
    match word {
        "wait" => drop(d.wait(rest.parse::<u16>().unwrap_or(1).into())),
        "size" => {
            let (width, height) = rest.split_once('x').unwrap_or(("80", "24"));
            let cells = |text: &str| text.parse::<u8>().unwrap_or(20).max(1).into();
            d.resize(cells(width), cells(height));
        }
        "paste" => drop(d.paste(rest)),
        "burst" => drop(d.keys_at_once(&rest.replace('<', ""))),
        "full" => d.disk_trouble = Some(SaveTrouble::DiskFull),
        "free" => d.disk_trouble = None,
        "idle" => drop(d.send(Msg::Idle)),
        "folder" => drop(d.with_catalog()),
        "example" => d.put("2026-12-01-zz125e0b.ron", example()),
        _ if is_key(name) => drop(d.keys(piece)),
        _ => {}
    }
}

fn example() -> &'static Session {
    static EXAMPLE: OnceLock<Session> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let text = include_str!("../../sessions/examples/2026-12-01-zz125e0b.ron");
        decode(text.as_bytes()).expect("the example").session
    })
}

fn is_key(name: &str) -> bool {
    let mut rest = name;
    while let Some((modifier, after)) = rest.split_once('+') {
        if !matches!(modifier, "ctrl" | "alt" | "shift") {
            return false;
        }
        rest = after;
    }
    const NAMED: [&str; 16] = [
        "enter",
        "tab",
        "backspace",
        "delete",
        "insert",
        "esc",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "space",
        "lt",
    ];
    let function = rest.strip_prefix('f').and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=12).contains(&n));
    NAMED.contains(&rest) || function || rest.chars().count() == 1 && !parse(rest).is_empty()
}
