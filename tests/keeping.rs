//! Earlier versions on the command line, and what a file goes through when somebody brings one back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use chrono::{DateTime, TimeDelta, Utc};
use opstart::domain::version::Reason;
use opstart::storage::{disk, sessions, versions};

/// A session of three versions.
struct House {
    dir: tempfile::TempDir,
}

fn text(wishes: &str) -> String {
    format!(
        "(version: 1, id: \"abc12345\", citizen: (id: \"00000001\", wishes: \"{wishes}\"), head: (id: \"00000002\"), preparation: (id: \"00000003\"), close: (id: \"00000004\"), answers: (id: \"00000005\"))"
    )
}

/// A moment of today, whenever that is: versions of other days would be thinned.
fn now() -> DateTime<Utc> {
    Utc::now()
}

impl House {
    fn new() -> Self {
        let house = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(house.dir.path().join("sessions")).unwrap();
        let reasons = [Reason::Opened, Reason::Step, Reason::Timed];
        for ((number, wishes), reason) in ["en", "to", "tre"].into_iter().enumerate().zip(reasons) {
            let at = now() + TimeDelta::milliseconds(i64::try_from(number).unwrap());
            versions::keep(&house.path(), text(wishes).as_bytes(), reason, at, 30).unwrap();
        }
        fs::write(house.path(), text("nu")).unwrap();
        house
    }
    fn path(&self) -> PathBuf {
        self.dir.path().join("sessions/2026-11-03-abc12345.ron")
    }
    fn wishes(&self) -> String {
        sessions::read(&self.path()).unwrap().session.citizen.wishes
    }
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let here = self.dir.path();
        let output = Command::cargo_bin("opstart")
            .unwrap()
            .current_dir(here)
            .env_clear()
            .env("HOME", here)
            .args(args)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

#[test]
fn versions_are_listed_with_number_time_reason_and_what_was_changed_then() {
    let house = House::new();
    let (code, out, err) = house.run(&["historik", "abc"]);
    assert_eq!((code, err.as_str(), out.lines().count()), (0, "", 3), "{out}");
    let first = out.lines().next().unwrap();
    assert!(first.starts_with("1  ") && first.contains("kl. ") && first.contains("undervejs"), "{out}");
    assert!(first.contains("derefter 1 ændret"), "{out}");
    assert!(out.lines().last().unwrap().contains("da mødet blev åbnet"), "{out}");
}

#[test]
fn a_listed_version_has_the_documented_fields_and_no_others() {
    let house = House::new();
    let (_, out, _) = house.run(&["history", "abc", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut keys: Vec<&str> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["added", "at", "changed", "file", "number", "reason", "removed"]);
    assert_eq!((&list[0]["number"], &list[0]["reason"], &list[2]["changed"]), (&1.into(), &"timed".into(), &1.into()));
}

#[test]
fn a_version_is_brought_back_and_that_can_be_undone() {
    let house = House::new();
    let (code, out, err) = house.run(&["gendan", "abc", "3"]);
    assert_eq!((code, err.as_str(), house.wishes().as_str()), (0, "", "en"), "{out}");
    let (_, list, _) = house.run(&["history", "abc"]);
    assert!(list.lines().next().unwrap().contains("før en udgave blev hentet"), "{list}");
    assert_eq!(house.run(&["restore", "abc", "1"]).0, 0);
    assert_eq!(house.wishes(), "nu");
}

#[test]
fn a_version_can_be_written_to_a_new_file_but_never_over_one() {
    let house = House::new();
    assert_eq!(house.run(&["restore", "abc", "2", "-o", "kopi.ron"]).0, 0);
    let copy = house.dir.path().join("kopi.ron");
    assert_eq!(sessions::read(&copy).unwrap().session.citizen.wishes, "to");
    assert_eq!(house.wishes(), "nu");
    let before = fs::read(&copy).unwrap();
    let (code, _, err) = house.run(&["restore", "abc", "1", "-o", "kopi.ron"]);
    assert!(code == 1 && err.contains("findes allerede"), "{err}");
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn a_session_somebody_has_open_is_not_replaced_and_the_holder_is_named() {
    let house = House::new();
    let _lock = disk::lock(&house.path(), now()).unwrap();
    let (code, _, err) = house.run(&["restore", "abc", "1"]);
    assert!(code == 1 && err.contains("er åbent hos") && err.contains("Intet er ændret"), "{err}");
    assert_eq!(house.wishes(), "nu");
}

#[test]
fn a_damaged_session_is_brought_back_and_what_was_left_of_it_stays_a_version() {
    let house = House::new();
    fs::write(house.path(), "(version: 1, id: \"abc").unwrap();
    assert_eq!(house.run(&["restore", "2026-11-03-abc12345", "1"]).0, 0);
    assert_eq!(house.wishes(), "tre");
    let newest = &versions::list(&house.path()).unwrap()[0];
    assert_eq!(fs::read(versions::path(&house.path(), newest)).unwrap(), b"(version: 1, id: \"abc");
    let (_, out, _) = house.run(&["history", "abc"]);
    assert!(out.lines().next().unwrap().contains("kan ikke læses"), "{out}");
}

#[test]
fn a_session_whose_file_is_gone_can_be_brought_back() {
    let house = House::new();
    fs::remove_file(house.path()).unwrap();
    assert_eq!(house.run(&["restore", "2026-11-03-abc12345", "1"]).0, 0);
    assert_eq!(house.wishes(), "tre");
}

#[test]
fn a_number_that_no_version_has_changes_nothing() {
    let house = House::new();
    for number in ["0", "4"] {
        let (code, _, err) = house.run(&["restore", "abc", number]);
        assert!(code == 1 && err.contains("Der er 3"), "{err}");
    }
    assert_eq!(house.wishes(), "nu");
}

#[test]
fn deleting_a_session_deletes_its_versions() {
    let house = House::new();
    assert_eq!(sessions::delete(&house.path(), now()).unwrap(), 3);
    assert_eq!(fs::read_dir(house.dir.path().join("sessions")).unwrap().count(), 0);
}
