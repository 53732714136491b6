//! `opstart catalog check` and `missing` as a user or a script has them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn run(here: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("opstart").unwrap();
    command.current_dir(here).env_clear().env("HOME", here).env("XDG_CONFIG_HOME", here.join("config"));
    let output = command.env("XDG_DATA_HOME", here.join("data")).env("PATH", "").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A folder with a small catalogue and some sessions.
fn folder(offers: &str) -> tempfile::TempDir {
    let here = tempfile::tempdir().unwrap();
    fs::create_dir_all(here.path().join("catalog/offers")).unwrap();
    fs::create_dir(here.path().join("sessions")).unwrap();
    let municipality = "(departments: [(key: \"job\", name: \"Job\")])";
    fs::write(here.path().join("catalog/municipality.ron"), municipality).unwrap();
    fs::write(here.path().join("catalog/offers/job.ron"), offers).unwrap();
    here
}

const GOOD: &str =
    "(id: \"a\", name: \"A\", plain: \"Du bor.\", description: \"x\", department: \"job\", reviewed: \"2026-09-01\")";

#[test]
fn a_catalogue_with_something_wrong_ends_with_one_and_the_place() {
    let here = folder(&format!("[\n    {GOOD},\n    {}\n]", GOOD.replace("\"a\"", "\"b\"").replace("job", "zob")));
    let (code, out, _) = run(here.path(), &["catalog", "check"]);
    assert_eq!(code, 1);
    let first = out.lines().next().unwrap();
    assert!(first.starts_with("catalog/offers/job.ron:3:"), "{out}");
    assert!(first.contains("zob"), "{out}");
}

#[test]
fn what_is_overdue_is_an_advice_and_fails_nothing() {
    let here = folder(&format!("[{}]", GOOD.replace("reviewed", "next_review: \"2020-01-01\", reviewed")));
    let (code, out, _) = run(here.path(), &["katalog", "tjek"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("råd: ") && out.contains("01.01.2020"), "{out}");
}

#[test]
fn remarks_are_data_too() {
    let here = folder(&format!("[{}]", GOOD.replace("\"x\"", "\"\"")));
    let (code, out, _) = run(here.path(), &["catalog", "check", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut keys: Vec<&str> = rows[0].as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!((code, keys), (1, vec!["column", "file", "kind", "line", "what"]));
    assert_eq!(rows[0]["kind"], "wrong");
}

#[test]
fn the_catalogue_in_the_program_has_nothing_wrong_in_it() {
    let here = tempfile::tempdir().unwrap();
    let (code, out, _) = run(here.path(), &["catalog", "check"]);
    assert_eq!(code, 0, "{out}");
}

/// Sessions that lacked offers, one of them fictitious and one damaged.
fn lacking() -> tempfile::TempDir {
    let here = folder("[]");
    let write = |id: &str, rest: &str| {
        let text = format!("(version: 2, id: \"{id}\", citizen: (reference: \"A.B. 14\"), {rest})");
        fs::write(here.path().join(format!("sessions/2026-01-01-{id}.ron")), text).unwrap();
    };
    let missing = |what: &str, day: &str| {
        format!("missing_offers: [(what: \"{what}\", theme: \"Fritid\", note: \"til Anna\", noted_on: \"{day}\")]")
    };
    write("1-one", &missing("Kor", "2026-02-03"));
    write("2-two", &missing("kor", "2026-05-06"));
    write("three", &missing("Svømning", "2026-05-07"));
    write("example", &format!("fictitious: true, {}", missing("Drager", "2026-05-08")));
    fs::write(here.path().join("sessions/2026-01-01-bad.ron"), "(version: 2").unwrap();
    here
}

#[test]
fn missing_offers_come_ranked_with_days_and_without_any_person() {
    let here = lacking();
    let (code, out, err) = run(here.path(), &["catalog", "mangler"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[1].starts_with("2 ×") && lines[1].contains("03.02.2026–06.05.2026"), "{out}");
    assert!(lines[2].starts_with("1 ×") && lines[2].contains("Svømning"), "{out}");
    assert!(!out.contains("A.B.") && !out.contains("Anna") && !out.contains("Drager"), "{out}");
    assert!(err.contains("bad.ron"), "a file that cannot be read is named: {err}");
}

#[test]
fn fictitious_sessions_are_counted_only_when_they_are_asked_for() {
    let here = lacking();
    let (_, out, _) = run(here.path(), &["catalog", "missing", "--fictitious", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((found["sessions"].as_u64(), found["missing"].as_array().unwrap().len()), (Some(4), 3));
    assert_eq!((&found["missing"][0]["what"], &found["missing"][0]["count"]), (&"Kor".into(), &2.into()));
    assert_eq!(found["missing"][0]["dates"].as_array().unwrap().len(), 2);
    assert_eq!((&found["themes"][0]["name"], &found["themes"][0]["count"]), (&"Fritid".into(), &4.into()));
    assert!(!out.contains("A.B."), "{out}");
}

#[test]
fn no_folder_of_sessions_is_no_missing_offer() {
    let here = tempfile::tempdir().unwrap();
    let (code, out, _) = run(here.path(), &["catalog", "missing"]);
    assert_eq!(code, 0);
    assert!(out.contains("0 møder"), "{out}");
}
