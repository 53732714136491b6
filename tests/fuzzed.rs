//! What the fuzz targets hold on random input, held here on what was found with it and on the files that lie here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;
#[path = "common/holds.rs"]
mod holds;

use std::fs;
use std::path::Path;
use std::time::Instant;

use holds::TARGETS;

fn here(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file found by fuzzing is named after its target: `session-….ron`.
#[test]
fn what_fuzzing_found_holds_now() {
    let mut tried = 0;
    for entry in fs::read_dir(here("tests/data/fuzzed")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let (_, holds) = TARGETS.iter().find(|(target, _)| name.starts_with(&format!("{target}-"))).expect("a target");
        eprintln!("{name}");
        holds(&fs::read(&path).unwrap());
        tried += 1;
    }
    assert!(tried > 0);
}

#[test]
fn the_examples_hold_what_is_held_of_any_session() {
    for entry in fs::read_dir(here("sessions/examples")).unwrap() {
        holds::session(&fs::read(entry.unwrap().path()).unwrap());
    }
}

#[test]
fn the_catalogue_holds_what_is_held_of_any_catalogue() {
    for entry in fs::read_dir(here("catalog/offers")).unwrap() {
        holds::catalog(&[b"\0", fs::read(entry.unwrap().path()).unwrap().as_slice()].concat());
    }
    for (at, file) in (1..).zip(["municipality.ron", "synonyms.ron", "rules.ron", "templates/common.ron"]) {
        holds::catalog(&[&[at], fs::read(here("catalog").join(file)).unwrap().as_slice()].concat());
    }
}

#[test]
fn keys_with_pastes_times_and_sizes_hold() {
    holds::update(
        b"<example><enter><alt+6><paste en\tto\x1b[2J><size 9x3><wait 90><burst a\nb><full>x<free><idle><esc>",
    );
}

/// Files in which something is repeated, with the name of the target they are for.
fn repeated(size: usize) -> Vec<(&'static str, String)> {
    let many = |begin: &str, each: &dyn Fn(usize) -> String, end: &str| {
        let mut text = String::from(begin);
        for n in 0.. {
            if text.len() > size {
                break;
            }
            text += &each(n);
        }
        text + end
    };
    let deep = |sign: &str| sign.repeat(size / 2);
    let same = |text: &'static str| move |_| text.to_owned();
    vec![
        ("session", deep("(")),
        ("session", format!("(version: 1, x: {}", deep("["))),
        ("session", format!("(version: 1, x: {}", deep("Some("))),
        ("session", format!("(version: 1, citizen: (age: {}))", deep("9"))),
        ("session", format!("(version: {})", deep("9"))),
        ("session", format!("/*{}", deep("/*"))),
        ("session", format!("(version: 1, citizen: (reference: r{}\"", deep("#"))),
        ("session", many("(version: 1", &|n| format!(", a{n}: 1"), ")")),
        ("session", many("(version: 1, goals: [", &same("(x: 1),"), "])")),
        ("session", many("(version: 1, goals: [", &same("(title: \"a\"),"), "])")),
        ("session", many("(version: 1, participants: [", &same("(name: \"a\"),"), "])")),
        ("session", many("(version: 1, citizen: (wishes: \"", &same("\\u{301}"), "\"))")),
        ("session", many("(version: 1, citizen: (wishes: \"", &same("\u{1b}]"), "\"))")),
        ("session", many("(version: 1, citizen: (wishes: \"", &same("a\n"), "\"))")),
        ("catalog", many("\0[", &|n| format!("(id: \"{n}\", b{n}: 1),"), "]")),
        ("catalog", many("\0[", &|n| format!("(id: \"{n}\", name: \"Navn {n}\", plain: \"a\"),"), "]")),
        ("catalog", many("\0[", &same("(id: \"a\"),"), "]")),
        ("catalog", many("\0[(id: \"a\", name: \"", &same("a"), "\")]")),
        ("catalog", many("\0[(id: \"a\", description: \"", &same("§ 85 stk. 2, "), "\")]")),
        ("catalog", many("\0[(id: \"a\", keywords: [", &|n| format!("\"ord{n}\","), "])]")),
        ("catalog", many("\x02(words: [", &|n| format!("[\"a{n}\", \"b{n}\"],"), "])")),
        ("catalog", many("\x03[", &same("(id: \"a\"),"), "]")),
        ("csv", many("id;navn\n", &|n| format!("{n};a\n"), "")),
        ("csv", many("id;navn\n", &same("a;\"a\n"), "")),
        ("csv", many("id;navn\n1;", &same("\""), "")),
        ("csv", many("id;navn\n1;", &same("<script>"), "")),
        ("csv", many("id;navn\n1;", &same("<b "), "")),
        ("csv", many("id;navn\n1;", &same("<!--"), "")),
        ("csv", many("id;navn\n1;", &same("&"), "")),
        ("csv", many("", &|n| format!("x{n};"), "\n1;2\n")),
        ("csv", many("navn\n", &same("a\n"), "")),
        ("oruk", deep("[")),
        ("oruk", deep("{\"a\":")),
        ("oruk", format!("[{{\"name\":\"a\",\"status\":{}}}]", deep("9"))),
        ("oruk", many("[{\"name\":\"a\",\"status\":\"x\"", &|n| format!(",\"x{n}\":1"), "}]")),
        ("oruk", many("{\"name\":\"a\",\"services\":[", &same("{\"name\":\"b\"},"), "{\"name\":\"b\"}]}")),
        (
            "hsds",
            many("==services.csv\nid,name\n1,a\n==phones.csv\nid,service_id,number\n", &|n| format!("{n},1,{n}\n"), ""),
        ),
        ("hsds", many("==services.csv\nid,name\n", &|n| format!("{n},a\n"), "==locations.csv\nid,name\n1,a\n")),
        (
            "hsds",
            many("==datapackage.json\n{\"resources\":[", &|n| format!("{{\"name\":\"a\",\"path\":\"{n}\"}},"), "{}]}"),
        ),
        ("beside", format!("\x05a = {}", deep("{"))),
        ("beside", format!("\x05a = {{ {}", deep("F("))),
        ("beside", many("\x05", &|n| format!("a{n} = b\n"), "")),
        ("beside", many("\0(", &|n| format!("a{n}: 1,"), ")")),
        ("beside", many("\x01", &same("#a\n"), "")),
        ("beside", many("\x02", &same("a "), "")),
    ]
}

/// How long each of them takes, on a thread with as little room as any of the program's has.
/// Prints how long it took: what is quadratic is seen at once.
fn tried(target: &str, text: String) {
    let (_, holds) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let head: String = text.chars().take(60).collect();
    let began = Instant::now();
    std::thread::Builder::new().stack_size(2_000_000).spawn(move || holds(text.as_bytes())).unwrap().join().unwrap();
    eprintln!("{:>10.1?} {target} {head:?}", began.elapsed());
}

#[test]
fn a_file_in_which_something_is_repeated_without_end_is_no_trap() {
    for (target, text) in repeated(20_000) {
        tried(target, text);
    }
}
