//! Which room of the source may know which. Rooms that are not there yet are checked when they come.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with those it may name. What is not listed here (`main`, `lib`, `runtime`, `commands`) may name all.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &[]),
    ("catalog", &["domain"]),
    ("storage", &["domain", "catalog"]),
    ("report", &["domain", "catalog", "text"]),
    ("evaluation", &["domain", "catalog", "text"]),
    ("app", &["domain", "catalog", "report", "evaluation", "text"]),
    ("keys", &["domain", "catalog", "report", "evaluation", "text", "app"]),
    ("ui", &["domain", "catalog", "report", "evaluation", "text", "app", "keys"]),
    // Turns the terminal's key presses into our own.
    ("terminal", &["keys"]),
];

/// What only some rooms may say, and which.
const ONLY: &[(&[&str], &[&str])] = &[
    (&["crossterm"], &["terminal"]),
    (&["ratatui"], &["ui", "terminal"]),
    (&["std::fs", "fs::", "File::", "OpenOptions"], &["storage"]),
    (&["Utc::now", "Local::now", "SystemTime::now"], &["runtime", "commands"]),
    // How long something took is not the time of day: trying again and waiting need it.
    (&["Instant::now"], &["runtime", "commands", "storage", "terminal"]),
    (&["println!", "eprintln!", "print!", "eprint!"], &["main", "runtime", "commands", "cli"]),
];

/// Long enough to be a reason to look; and too long.
const LONG: usize = 400;
const TOO_LONG: usize = 600;

/// A source file without its comments and tests.
struct Source {
    /// Below `src`, with forward slashes.
    name: String,
    room: String,
    /// The module it makes: `["app", "update", "menu"]`.
    module: Vec<String>,
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    collect(&root, &mut files);
    files.sort();
    files.iter().filter_map(|file| source(&root, file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// `None` for a file of tests.
fn source(root: &Path, file: &Path) -> Option<Source> {
    let name = file.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/");
    let mut module: Vec<String> = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.iter().any(|part| part == "tests") {
        return None;
    }
    if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) && module.len() > 1 {
        module.pop();
    }
    let text = fs::read_to_string(file).expect("a source file");
    let lines = text.lines().count();
    let code = without_comments(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
    Some(Source { room: module.first()?.clone(), name, module, code, lines })
}

fn without_comments(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("//")).collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Places where `word` stands, not as a part of a longer name.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let open = word.ends_with(is_name);
        !(before.is_some_and(is_name) || open && after.is_some_and(is_name))
    })
}

/// The first names of a path or of a group of paths: `a::b` gives `a`, `{a::b, c}` gives `a` and `c`.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| is_name(*c)).collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("a part").push(c),
        }
    }
    parts.iter().map(|part| name(part)).collect()
}

/// Rooms a file names, by `crate::…` or by climbing up with `super::`.
fn named(source: &Source) -> Vec<String> {
    let code = &source.code;
    let mut rooms: Vec<String> = places(code, "crate::")
        .chain(places(code, "opstart::"))
        .flat_map(|at| heads(after_path(&code[at..])))
        .collect();
    for at in places(code, "super::") {
        // Only the first `super` of a chain counts its length.
        if code[..at].ends_with("super::") {
            continue;
        }
        let mut rest = &code[at..];
        let mut up = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            (rest, up) = (next, up + 1);
        }
        if up >= source.module.len() {
            rooms.extend(heads(rest));
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

fn after_path(text: &str) -> &str {
    text.split_once("::").map_or("", |(_, rest)| rest)
}

#[test]
fn each_room_names_only_those_it_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_NAME.iter().copied().collect();
    let mut wrong = vec![];
    for source in sources() {
        let Some(may) = allowed.get(source.room.as_str()) else { continue };
        for room in named(&source) {
            let known = allowed.contains_key(room.as_str()) || matches!(room.as_str(), "runtime" | "commands" | "cli");
            if known && room != source.room && !may.contains(&room.as_str()) {
                wrong.push(format!("{} names {room}", source.name));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn terminal_screen_disk_and_clock_have_one_room_each() {
    let mut wrong = vec![];
    for source in sources() {
        for (words, rooms) in ONLY {
            for word in words.iter().filter(|_| !rooms.contains(&source.room.as_str())) {
                if places(&source.code, word).next().is_some() {
                    wrong.push(format!("{} says {word}", source.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn terminal_sees_nothing_of_keys_but_their_names() {
    for source in sources().iter().filter(|s| s.room == "terminal") {
        for at in places(&source.code, "crate::keys") {
            assert!(source.code[at..].starts_with("crate::keys::key::"), "{}", source.name);
        }
    }
}

#[test]
fn screens_and_documents_take_no_whole_session() {
    for source in sources().iter().filter(|s| matches!(s.room.as_str(), "ui" | "report")) {
        for at in places(&source.code, "Session") {
            let before = source.code[..at].trim_end_matches("mut ").trim_end();
            let lifetime = before.rsplit(' ').next().is_some_and(|word| word.contains("&'"));
            assert!(!before.ends_with('&') && !lifetime, "{} takes a &Session", source.name);
        }
    }
}

#[test]
fn no_file_is_too_long() {
    let mut long: Vec<(usize, String)> = sources().into_iter().map(|s| (s.lines, s.name)).collect();
    long.retain(|(lines, _)| *lines > LONG);
    long.sort();
    for (lines, name) in &long {
        println!("{lines:5} {name}");
    }
    assert!(long.iter().all(|(lines, _)| *lines <= TOO_LONG), "over {TOO_LONG} lines: {long:?}");
}

#[test]
fn this_test_sees_what_it_looks_for() {
    let code = "use crate::{app::x, keys::{a, b}, ui};\nuse super::super::super::report::words;\nuse super::edit;\ncrate::text::w();";
    let module = ["app", "update", "menu"].map(str::to_owned).to_vec();
    let source = Source { name: "x".into(), room: "app".into(), module, code: code.into(), lines: 4 };
    let mut rooms = named(&source);
    rooms.sort();
    assert_eq!(rooms, ["app", "keys", "report", "text", "ui"]);
    assert_eq!(places("my_crossterm crossterm::event", "crossterm").count(), 1);
    assert_eq!(places("crate::fs::x profs::y fs::read", "fs::").count(), 2);
    assert!(sources().len() > 50);
}
