//! Text from files is data: whatever stands in a file, or in its name, nothing of it steers the terminal, forges a line or
//! leads to another file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use driver::Driver;
use opstart::app::msg::{Folder, Msg, ReadOnly};
use opstart::domain::session::Session;
use opstart::domain::summary::Listed;
use opstart::text::{Lang, Text, w};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Clears the screen, sets its title, turns the line, rings; as raw characters.
const EVIL: &str = "A\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\u{200f}\u{7f}B";

/// The same as a RON text spells it, with a zero.
const EVIL_RON: &str = "A\\u{1b}[2J\\u{1b}]0;x\\u{7}\\u{9b}31m\\u{202e}\\u{200f}\\u{7f}\\0\\x07\\rB";

fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// A session and a catalogue that hold what is evil wherever text can stand.
struct House {
    dir: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let house = Self { dir: tempfile::tempdir().unwrap() };
        house.put("sessions/2026-11-03-goodgood.ron", session("goodgood"));
        let offer = format!(
            "[(id: \"evil\", name: \"{EVIL_RON}\", plain: \"{EVIL_RON}\", description: \"{EVIL_RON}\", department: \"{EVIL_RON}\", \
             themes: [\"{EVIL_RON}\"], keywords: [\"{EVIL_RON}\"], {EVIL_NAME}: 1), (id: \"{EVIL_RON}\", name: \"x\"), \
             (id: \"{EVIL_RON}\", name: \"y\")]"
        );
        house.put("catalog/offers/a.ron", offer);
        house.put("catalog/municipality.ron", format!("(name: \"{EVIL_RON}\", settings: (color: \"{EVIL_RON}\"))"));
        house.put("catalog/rules.ron", format!("[(id: \"{EVIL_RON}\"), (id: \"{EVIL_RON}\")]"));
        house.put("catalog/templates/x.ron", format!("(key: {EVIL}"));
        house.put(".config/opstart/settings.ron", format!("(color: \"{EVIL_RON}\", {EVIL_NAME}: 1)"));
        house.put("catalog/words.da.ftl", format!("check-found = {EVIL} {{\"\\u001B[2J\"}} {{ $count }}\n"));
        house
    }

    fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let here = self.dir.path();
        let mut command = Command::cargo_bin("opstart").unwrap();
        command.current_dir(here).env_clear().env("HOME", here).env("USER", format!("Eva {EVIL}\nB")).args(args);
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    /// Runs it and holds that it printed something, and nothing harmful.
    fn harmless(&self, args: &[&str]) -> String {
        let (code, out, err) = self.run(args);
        let printed = out + &err;
        assert!(!printed.trim().is_empty() && code < 2, "{args:?} {code} {printed:?}");
        assert!(!printed.chars().any(is_harmful), "{args:?} {printed:?}");
        printed
    }
}

/// A field with a name that no program knows; as a name it can hold signs that steer when it is raw.
const EVIL_NAME: &str = "r#mood";

fn session(id: &str) -> String {
    format!(
        "(version: 1, id: \"{id}\", citizen: (reference: \"{EVIL_RON}\", wishes: \"{EVIL_RON}\"), \
         head: (place: \"{EVIL_RON}\", date: Typed(\"{EVIL_RON}\")), \
         participants: [(name: \"{EVIL_RON}\", organisation: \"{EVIL_RON}\")], \
         goals: [(title: \"{EVIL_RON}\", own_words: \"{EVIL_RON}\", actions: [(what: \"{EVIL_RON}\")])], \
         missing_offers: [(need: \"{EVIL_RON}\")])"
    )
}

#[test]
fn nothing_in_a_file_steers_the_terminal_whatever_prints_it() {
    let house = House::new();
    house.put("sessions/2026-11-04-odd.ron", format!("(version: 1, id: \"{EVIL_RON}\", {EVIL_NAME}: 3)"));
    house.put("sessions/2026-11-05-bad.ron", format!("(version: 1, head: (status: \"{EVIL}\"))"));
    house.put("sessions/2026-11-06-bad.ron", format!("(version: 1, {EVIL}: 1)"));
    for args in [
        "list",
        "list --format json",
        "check",
        "history goodgood",
        "export goodgood --as readback",
        "export goodgood --as readback --format markdown",
        "export goodgood --as insight",
        "export goodgood --as json",
        "delete goodgood",
        "settings",
        "catalog list",
        "catalog list --format json",
        "catalog show evil",
        "catalog show evil --format json",
        "catalog show nothing",
        "catalog search evil",
        "catalog search evil --format json",
        "catalog check",
        "catalog check --format json",
        "catalog missing --fictitious",
        "catalog missing --format json --fictitious",
    ] {
        house.harmless(&args.split(' ').collect::<Vec<_>>());
    }
}

#[cfg(unix)]
#[test]
fn nothing_in_the_name_of_a_file_steers_the_terminal_or_forges_a_line() {
    let house = House::new();
    let name = format!("2026-11-04-{EVIL}\nx");
    house.put(&format!("sessions/{name}.ron"), session("evilevil"));
    house.put(&format!("sessions/{name}2.ron"), "(version: 1,");
    house.put(&format!("catalog/offers/{name}.ron"), "[(id: ");
    house.put(&format!("catalog/{name}.ron"), b"\xff");
    house.put(&format!("pakke/{name}.csv"), format!("id;navn;{EVIL}\n1;{EVIL};{EVIL}\n2;=1+1;x\n"));
    house.put(
        &format!("json/{name}.json"),
        format!("[{{\"name\":\"a\",\"status\":\"x\",\"x\u{9b}\u{202e}{0}\":1}}]", "y"),
    );
    let whole = format!("sessions/{name}.ron");
    for args in [
        vec!["list"],
        vec!["list", "--format", "json"],
        vec!["check"],
        vec!["check", &whole],
        vec!["check", &format!("sessions/{name}2.ron")],
        vec!["export", &whole, "--as", "insight"],
        vec!["export", &format!("sessions/{name}2.ron"), "--as", "json"],
        vec!["export", &whole, "--as", "json", "-o", &whole],
        vec!["history", &whole],
        vec!["delete", &whole],
        vec!["restore", &whole, "1"],
        vec!["list", "--sessions", &whole],
        vec!["export", "2026-11-04", "--as", "json"],
        vec!["export", &name, "--as", "json"],
        vec!["catalog", "check"],
        vec!["catalog", "list", "--catalog", &name],
        vec!["catalog", "search", "--queries", &name],
        vec!["catalog", "import", "--from", "csv", "pakke", "--into", "ny"],
        vec!["catalog", "import", "--from", "csv", "pakke", "--into", "ny2", "--format", "json"],
        vec!["catalog", "import", "--from", "oruk", "json", "--into", "ny3"],
        vec!["catalog", "import", "--from", "csv", "pakke", "--into", "catalog"],
        vec!["catalog", "export", "--as", "csv", &format!("ud/{name}.csv")],
    ] {
        let printed = house.harmless(&args);
        assert!(!printed.lines().any(|line| line.starts_with("x.ron") || line.starts_with("x2.ron")), "{printed}");
    }
}

#[test]
fn a_line_end_in_a_session_or_an_offer_forges_no_row_of_a_list() {
    let house = House::new();
    house.put("sessions/2026-11-03-goodgood.ron", "(version: 1, id: \"good\\ngood\", citizen: (reference: \"A\\nB\"))");
    let (_, out, _) = house.run(&["list"]);
    assert_eq!(out.lines().count(), 1, "{out}");
    house.put("catalog/offers/a.ron", "[(id: \"a\", name: \"A\", department: \"b\")]");
    house.put("catalog/municipality.ron", "(departments: [(key: \"b\", name: \"B\\nC\")])");
    let (_, out, _) = house.run(&["catalog", "list"]);
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn the_list_of_members_of_a_vault_is_printed_harmless() {
    let house = House::new();
    let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    house.put("sessions/.vault/recipients.txt", format!("# {EVIL}\n{key}\n"));
    assert!(house.harmless(&["vault", "status"]).contains(key));
    house.put("sessions/.vault/recipients.txt", format!("# x\n{EVIL}\n"));
    house.harmless(&["vault", "status"]);
}

#[test]
fn what_a_lock_says_of_its_holder_is_printed_harmless() {
    let house = House::new();
    let path = house.dir.path().join("sessions/2026-11-03-goodgood.ron.lock");
    fs::write(&path, format!("{EVIL}\nforged@line 1 2026-11-22T12:00:00Z\n")).unwrap();
    let file = fs::File::open(&path).unwrap();
    file.lock().unwrap();
    house.harmless(&["delete", "goodgood", "--yes", "--unfiled"]);
    house.harmless(&["restore", "goodgood", "1"]);
}

#[test]
fn the_log_has_one_line_for_each_deed_and_words_that_stay_in_their_cells_whoever_is_logged_on() {
    let house = House::new();
    house.harmless(&["export", "goodgood", "--as", "json"]);
    let log = fs::read_to_string(house.dir.path().join("sessions/opstart.log")).unwrap();
    assert!(!log.chars().any(is_harmful), "{log:?}");
    let cells: Vec<&str> = log.trim_end().split('\t').collect();
    assert_eq!((log.lines().count(), cells.len(), cells[2]), (1, 5, "exported"), "{log:?}");
    assert!(!cells[1].contains(' '), "a name is one word, so that the line of a lock can be taken apart: {log:?}");
}

#[test]
fn an_id_is_never_read_as_a_path() {
    let house = House::new();
    house.put("outside.ron", session("outside1"));
    house.put("sessions/2026-11-04-odd.ron", session("../outside"));
    for name in ["../outside", "..", "outside", "/etc/passwd", "2026-11-04-odd/../../outside"] {
        let (code, out, err) = house.run(&["export", name, "--as", "json"]);
        assert_eq!((code, out.as_str()), (1, ""), "{name}: {err}");
    }
    let (_, out, _) = house.run(&["history", "2026-11-04-odd"]);
    assert!(!out.contains("outside"));
    let before = fs::read_dir(house.dir.path()).unwrap().count();
    house.run(&["delete", "2026-11-04-odd", "--yes", "--unfiled"]);
    assert_eq!(fs::read_dir(house.dir.path()).unwrap().count(), before);
    assert!(house.dir.path().join("outside.ron").exists());
}

#[test]
fn a_sheet_named_after_an_offer_stays_in_its_folder() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("sessions/prints");
    for id in ["../../out", "/tmp/out", "..\\out", "c:out", "...", "a/b\u{1b}\n"] {
        let file = opstart::storage::offers::print(&folder, &format!("{id}.md"), "x").unwrap();
        assert_eq!(file.parent(), Some(folder.canonicalize().unwrap().as_path()), "{id}");
    }
    assert_eq!(fs::read_dir(dir.path().join("sessions")).unwrap().count(), 1);
}

#[test]
fn names_of_files_and_people_are_drawn_harmless() {
    let mut d = Driver::new();
    let what = EVIL.to_owned();
    d.send(Msg::Listed(vec![Listed::Damaged { file: format!("{EVIL}.ron"), what: what.clone() }]));
    d.send(Msg::ListDone { folder: Folder { path: what.clone(), exposed: vec![what.clone()], ..Folder::default() } });
    drawn(&d);
    d.send(Msg::NotOpened(what.clone()));
    drawn(&d);
    d.send(Msg::Printed(what.clone()));
    drawn(&d);
    for why in [ReadOnly::Held(what.clone()), ReadOnly::Unknown(vec![what.clone()])] {
        let session = Box::new(Session { version: 2, ..Session::default() });
        d.send(Msg::Opened { file: format!("{EVIL}.ron").into(), session, read_only: Some(why) });
        drawn(&d);
    }
}

fn drawn(d: &Driver) {
    let size = d.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).unwrap();
    for cell in terminal.backend().buffer().content() {
        assert!(!cell.symbol().chars().any(is_harmful), "{:?}", cell.symbol());
    }
}

#[test]
fn words_of_a_municipality_that_are_nested_too_deep_are_not_read() {
    for sign in ["{", "{ F(", "{ F(\n "] {
        let own = format!("home-title = {}\n", sign.repeat(200_000));
        assert_eq!(
            Text::new(Lang::Da, Some(&own)).get(w("home-title")),
            Text::new(Lang::Da, None).get(w("home-title"))
        );
    }
    assert_eq!(Text::new(Lang::Da, Some("home-title = Vores {\"møder\"}\n")).get(w("home-title")), "Vores møder");
}

#[test]
fn deep_nesting_and_huge_numbers_in_a_file_are_an_error_with_a_place() {
    let house = House::new();
    for (n, text) in [
        format!("(version: 1, x: {})", "[".repeat(200_000)),
        format!("(version: 1, citizen: (age: {}))", "Some(".repeat(200_000)),
        format!("(version: 1, citizen: (age: {}))", "9".repeat(200_000)),
        String::from("(version: 99999999999999999999999)"),
        String::from("(version: 1, citizen: (age: 1e400))"),
        String::from("(version: 1, citizen: (age: -1))"),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("sessions/2026-11-1{n}-bad.ron");
        house.put(&name, &text);
        let (code, out, _) = house.run(&["check", &name]);
        assert_eq!(code, 1, "{out}");
        assert!(out.starts_with(&format!("{}:1:", Path::new(&name).display())), "{out}");
        assert!(out.lines().next().unwrap().chars().count() < 1_000, "a number is not printed whole");
    }
}
