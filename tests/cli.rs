//! The command line as a user or a script has it, without a screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

/// The program in an empty folder of its own, with nothing of this machine's settings.
fn opstart(here: &Path) -> Command {
    let mut command = Command::cargo_bin("opstart").unwrap();
    command.current_dir(here).env_clear().env("HOME", here).env("XDG_CONFIG_HOME", here.join("config"));
    command.env("XDG_DATA_HOME", here.join("data")).env("PATH", "");
    command
}

fn run(here: &Path, args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = opstart(here).args(args).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn empty() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn new_without_a_screen_makes_the_file_and_prints_its_path() {
    let here = empty();
    let (code, out, err) =
        run(here.path(), &["ny", "--template", "youth", "--reference", "A.B. 12", "--sessions", "møder å"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let file = std::fs::read_to_string(here.path().join(out.trim_end())).unwrap();
    assert!(file.starts_with("(\n    version: 2,"));
    assert!(file.contains("reference: \"A.B. 12\"") && file.contains("group: Youth"));
}

#[test]
fn sessions_lie_here_where_the_folder_exists_and_else_with_the_user() {
    let here = empty();
    let (_, out, _) = run(here.path(), &["new"]);
    assert!(out.starts_with(here.path().join("data/opstart/sessions").to_str().unwrap()), "{out}");
    std::fs::create_dir(here.path().join("sessions")).unwrap();
    let (_, out, _) = run(here.path(), &["new"]);
    assert!(out.starts_with("sessions"), "{out}");
}

#[test]
fn a_listed_session_has_the_documented_fields_and_no_others() {
    let here = empty();
    run(here.path(), &["new", "--reference", "A.B.", "--sessions", "s"]);
    let (code, out, _) = run(here.path(), &["list", "--format", "json", "--sessions", "s"]);
    assert_eq!(code, 0);
    let list = json(&out);
    let row = list[0].as_object().unwrap();
    let mut keys: Vec<&str> = row.keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["date", "fictitious", "file", "follow_up", "group", "id", "kind", "reference", "status"]);
    assert_eq!((&row["reference"], &row["group"]), (&"A.B.".into(), &"adult".into()));
    assert_eq!((&row["kind"], &row["status"]), (&"start-up".into(), &"planned".into()));
    assert_eq!((&row["fictitious"], &row["follow_up"]), (&false.into(), &serde_json::Value::Null));
}

#[test]
fn no_sessions_is_an_empty_list_and_a_sentence() {
    let here = empty();
    assert_eq!(run(here.path(), &["list", "--format", "json"]).1, "[]\n");
    let (code, out, _) = run(here.path(), &["liste"]);
    assert_eq!(code, 0);
    assert!(out.contains("ingen møder"), "{out}");
}

#[test]
fn due_are_those_to_be_followed_up_and_not_yet_followed_up() {
    let here = empty();
    std::fs::create_dir(here.path().join("sessions")).unwrap();
    let write = |id: &str, rest: &str| {
        let text = format!("(version: 1, id: \"{id}\", {rest})");
        std::fs::write(here.path().join(format!("sessions/2026-01-01-{id}.ron")), text).unwrap();
    };
    write("due", "close: (next_on: On(\"2026-02-01\"))");
    write("later", "close: (next_on: On(\"2199-02-01\"))");
    write("followed", "close: (next_on: On(\"2026-02-01\"))");
    write("follower", "follows: \"followed\"");
    write("example", "fictitious: true, close: (next_on: On(\"2026-01-20\"))");
    let ids = |args: &[&str]| {
        let list = json(&run(here.path(), args).1);
        list.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["list", "--due", "--format", "json"]), ["due"]);
    assert_eq!(ids(&["list", "--due", "--fictitious", "--format", "json"]), ["example", "due"]);
}

/// A folder with one session of each kind: filed long ago, filed lately, and never filed.
fn some_filed() -> tempfile::TempDir {
    let here = empty();
    std::fs::create_dir(here.path().join("sessions")).unwrap();
    let today = chrono::Utc::now().date_naive();
    let filed = |days: i64| format!("filed_on: On(\"{}\"),", today - chrono::TimeDelta::days(days));
    for (id, head) in [("aaaaaaa1", filed(40)), ("aaaaaaa2", filed(3)), ("aaaaaaa3", String::new())] {
        let text = format!(
            "(version: 1, id: \"{id}\", head: ({head}), citizen: (reference: \"A.B. 7\"), \
             goals: [(id: \"bbbbbbb1\", own_words: \"Jeg vil sove\")])"
        );
        std::fs::write(here.path().join(format!("sessions/2026-01-01-{id}.ron")), text).unwrap();
    }
    here
}

#[test]
fn check_names_the_place_of_what_looks_like_a_cpr_number_and_never_the_number() {
    let here = empty();
    std::fs::create_dir(here.path().join("sessions")).unwrap();
    let text = "(version: 1, id: \"aaaaaaa1\",\n  citizen: (reference: \"Ærø 010180-1234, 0202901234\"))";
    std::fs::write(here.path().join("sessions/2026-01-01-aaaaaaa1.ron"), text).unwrap();
    let (code, out, err) = run(here.path(), &["check"]);
    assert_eq!(code, 0, "it is advice: {out}");
    let places: Vec<&str> = out.lines().filter(|line| line.contains("CPR")).collect();
    assert_eq!(places.len(), 2, "{out}");
    assert!(places[0].contains("aaaaaaa1.ron:2:29: ") && places[1].contains("aaaaaaa1.ron:2:42: "), "{out}");
    assert!(!out.contains("010180") && !out.contains("0202901234") && err.is_empty(), "{out}{err}");
}

#[test]
fn what_was_filed_more_than_thirty_days_ago_is_due_to_be_deleted() {
    let here = some_filed();
    let (_, out, _) = run(here.path(), &["list", "--due"]);
    assert!(out.contains("aaaaaaa1") && out.contains("slettes fra"), "{out}");
    assert!(!out.contains("aaaaaaa2") && !out.contains("aaaaaaa3"), "{out}");
}

#[test]
fn deleting_needs_a_word_and_what_was_never_filed_another_one() {
    let here = some_filed();
    let file = |id: &str| here.path().join(format!("sessions/2026-01-01-{id}.ron"));
    let (code, _, err) = run(here.path(), &["slet", "aaaaaaa1"]);
    assert!(code == 1 && err.contains("--yes") && file("aaaaaaa1").exists(), "{err}");
    let (code, out, err) = run(here.path(), &["delete", "aaaaaaa3", "--yes"]);
    assert!(code == 1 && err.contains("ikke journaliseret") && file("aaaaaaa3").exists(), "{err}");
    assert!(out.contains("Jeg vil sove"), "the text to be filed is printed: {out}");
    assert_eq!(run(here.path(), &["delete", "aaaaaaa1", "--yes"]).0, 0);
    assert_eq!(run(here.path(), &["delete", "aaaaaaa3", "--yes", "--unfiled"]).0, 0);
    assert!(!file("aaaaaaa1").exists() && !file("aaaaaaa3").exists() && file("aaaaaaa2").exists());
    let log = std::fs::read_to_string(here.path().join("sessions/opstart.log")).unwrap();
    assert!(log.contains("deleted\t2026-01-01-aaaaaaa3.ron\tnot filed") && !log.contains("A.B."), "{log}");
}

#[test]
fn nothing_but_a_meeting_is_ever_deleted() {
    let here = some_filed();
    std::fs::create_dir(here.path().join("andet")).unwrap();
    for (name, text) in [("budget.txt", "tal"), ("andet/arkiv.ron", "(år: 2026)"), ("sessions/opstart.log", "linje")] {
        let path = here.path().join(name);
        std::fs::write(&path, text).unwrap();
        let (code, out, err) = run(here.path(), &["delete", path.to_str().unwrap(), "--yes", "--unfiled"]);
        assert!(code == 1 && out.is_empty() && err.contains("er ikke et møde") && path.exists(), "{name} {err}");
    }
    assert!(!here.path().join("andet/opstart.log").exists(), "and nothing is left beside it");
    std::fs::write(here.path().join("sessions/2026-01-01-broken.ron"), "(version: 1, id").unwrap();
    assert_eq!(
        run(here.path(), &["delete", "2026-01-01-broken", "--yes", "--unfiled"]).0,
        0,
        "a damaged meeting can go"
    );
    let sealed = here.path().join("andet/2026-01-02-sealed.ron");
    std::fs::write(&sealed, "-----BEGIN AGE ENCRYPTED FILE-----\n").unwrap();
    let (code, ..) = run(here.path(), &["delete", sealed.to_str().unwrap(), "--yes", "--unfiled"]);
    assert!(code == 0 && !sealed.exists(), "so can an encrypted one, wherever it lies");
}

#[test]
fn an_insight_holds_every_session_of_the_reference_and_is_logged() {
    let here = some_filed();
    let other = "(version: 1, id: \"aaaaaaa4\", citizen: (reference: \"C.D. 8\"), head: (place: \"Et andet sted\"))";
    std::fs::write(here.path().join("sessions/2026-01-01-aaaaaaa4.ron"), other).unwrap();
    let (code, out, _) = run(here.path(), &["udskriv", "aaaaaaa1", "--as", "insight"]);
    assert_eq!((code, out.matches("Jeg vil sove").count()), (0, 3 + 3), "{out}");
    assert!(!out.contains("Et andet sted"));
    let log = std::fs::read_to_string(here.path().join("sessions/opstart.log")).unwrap();
    for id in ["aaaaaaa1", "aaaaaaa2", "aaaaaaa3"] {
        assert!(log.contains(&format!("exported\t2026-01-01-{id}.ron\tinsight")), "{log}");
    }
}

#[test]
fn an_insight_that_may_not_be_whole_says_so_and_counts_the_versions_that_are_kept() {
    let here = some_filed();
    std::fs::write(here.path().join("sessions/2026-01-01-broken.ron"), "(version: 1, id").unwrap();
    let kept = here.path().join("sessions/.versions/2026-01-01-aaaaaaa1");
    std::fs::create_dir_all(&kept).unwrap();
    std::fs::write(kept.join("20260101T120000000Z-step.ron"), "(version: 1)").unwrap();
    let (code, out, _) = run(here.path(), &["export", "aaaaaaa1", "--as", "insight"]);
    assert!(code == 1 && out.contains("2026-01-01-broken.ron") && out.contains("Tidligere udgaver: 1"), "{out}");
}

#[test]
fn a_document_goes_into_a_file_of_its_own() {
    let here = some_filed();
    let (code, out, err) =
        run(here.path(), &["export", "aaaaaaa1", "--as", "readback", "--format", "markdown", "-o", "ud.md"]);
    assert!(code == 0 && out.is_empty() && err.contains("ud.md"), "{err}");
    assert!(std::fs::read_to_string(here.path().join("ud.md")).unwrap().starts_with("# "));
}

#[test]
fn a_document_is_never_written_over_a_file_that_is_there() {
    let here = some_filed();
    let meeting = "sessions/2026-01-01-aaaaaaa1.ron";
    let before = std::fs::read(here.path().join(meeting)).unwrap();
    let (code, _, err) = run(here.path(), &["export", "aaaaaaa1", "--as", "insight", "-o", meeting]);
    assert!(code == 1 && err.contains("findes i forvejen"), "{err}");
    assert_eq!(std::fs::read(here.path().join(meeting)).unwrap(), before);
    let (code, _, err) = run(here.path(), &["catalog", "export", "--as", "csv", meeting]);
    assert!(code == 1 && err.contains("findes i forvejen"), "{err}");
    assert_eq!(std::fs::read(here.path().join(meeting)).unwrap(), before);
}

#[test]
fn many_fictitious_sessions_are_listed_and_never_due() {
    let here = empty();
    let (code, out, err) = run(here.path(), &["demo", "--many", "60", "s"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("60"), "{out}");
    let list = json(&run(here.path(), &["list", "--format", "json", "--sessions", "s"]).1);
    assert_eq!(list.as_array().unwrap().len(), 60);
    assert!(list.as_array().unwrap().iter().all(|row| row["fictitious"] == true));
    assert_eq!(run(here.path(), &["list", "--due", "--format", "json", "--sessions", "s"]).1, "[]\n");
    assert_eq!(run(here.path(), &["check", "s"]).0, 0);
}

#[test]
fn a_search_answers_in_one_line_of_json_for_each_query() {
    let here = empty();
    std::fs::write(here.path().join("q.txt"), "\u{feff}mentor\r\n\r\nSEL § 85\r\n").unwrap();
    let (code, out, err) =
        run(here.path(), &["catalog", "search", "--queries", "q.txt", "--limit", "3", "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let answers: Vec<_> = out.lines().map(json).collect();
    assert_eq!(answers.iter().map(|a| a["query"].as_str().unwrap()).collect::<Vec<_>>(), ["mentor", "SEL § 85"]);
    assert_eq!(answers[0]["hits"][0]["id"], "mentorstoette");
    let best = answers[1]["hits"][0].as_object().unwrap();
    assert_eq!(best["id"], "bostoette-sel-85");
    assert!(best["name"].is_string() && best["score"].is_number() && best["why"].is_array());
    assert!(answers.iter().all(|a| a["hits"].as_array().unwrap().len() <= 3));
}

#[test]
fn an_old_paragraph_finds_the_offer_and_says_what_took_its_place() {
    let here = empty();
    std::fs::create_dir_all(here.path().join("k/offers")).unwrap();
    let offer =
        |id: &str, basis: &str| format!("(id: \"{id}\", name: \"Støtte\", plain: \"Hjælp.\", legal: [({basis})]),");
    let replaced =
        offer("afloest", "law: \"SEL\", paragraph: \"85\", valid_to: \"2025-12-31\", replaced_by: \"SEL § 82 b\"");
    let later = offer("senere", "law: \"SEL\", paragraph: \"99\", valid_to: \"2999-12-31\", replaced_by: \"SEL § 98\"");
    let ended = offer("ophoert", "law: \"SEL\", paragraph: \"97\", valid_to: \"2025-12-31\"");
    std::fs::write(here.path().join("k/offers/a.ron"), format!("[{replaced}{later}{ended}]")).unwrap();
    let search = |query: &str, format: &str| {
        run(here.path(), &["catalog", "search", query, "--catalog", "k", "--format", format]).1
    };
    for query in ["§ 85", "§ 82 b"] {
        assert!(search(query, "text").contains("SEL § 85 → nu SEL § 82 b"), "{}", search(query, "text"));
    }
    assert!(search("§ 99", "text").contains("SEL § 99 til 31.12.2999, så SEL § 98"));
    assert!(search("§ 97", "text").contains("SEL § 97 gjaldt til 31.12.2025"));
    let why = &json(&search("SEL85", "json"))["hits"][0]["why"][0];
    assert_eq!((why["kind"].as_str(), why["typed"].as_str()), (Some("replaced"), Some("SEL § 85")));
    assert_eq!(why["found"], "SEL § 82 b");
}

#[test]
fn queries_can_come_through_a_pipe() {
    let here = empty();
    let asked = opstart(here.path())
        .args(["catalog", "search", "--queries", "-", "--format", "json"])
        .write_stdin("mentor\n")
        .output();
    let out = String::from_utf8(asked.unwrap().stdout).unwrap();
    assert_eq!(json(&out)["query"], "mentor");
}

#[test]
fn a_search_for_people_names_the_offers_and_why() {
    let here = empty();
    let (code, out, _) = run(here.path(), &["katalog", "søg", "mentro"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("mentorstoette ") && out.contains("mentro →"), "{out}");
    let (_, nothing, _) = run(here.path(), &["catalog", "search", "xyzzyq"]);
    assert!(nothing.contains("xyzzyq"), "{nothing}");
}

#[test]
fn an_offer_is_shown_as_a_sheet_or_as_it_stands_in_the_file() {
    let here = empty();
    let (code, out, _) = run(here.path(), &["catalog", "show", "bostoette-sel-85"]);
    assert_eq!(code, 0);
    assert!(out.contains("Lovgrundlag: SEL § 85"), "{out}");
    let (_, out, _) = run(here.path(), &["catalog", "show", "bostoette-sel-85", "--format", "json"]);
    assert_eq!(json(&out)["department"], "socialpsykiatri");
    let (code, _, err) = run(here.path(), &["catalog", "show", "bostotte"]);
    assert_eq!(code, 1);
    assert!(err.contains("bostoette-sel-85"), "{err}");
}

#[test]
fn the_list_of_offers_holds_all_of_them() {
    let here = empty();
    let offers = json(&run(here.path(), &["catalog", "list", "--format", "json"]).1);
    assert_eq!(offers.as_array().unwrap().len(), run(here.path(), &["catalog", "list"]).1.lines().count());
}

#[test]
fn settings_say_where_each_value_comes_from() {
    let here = empty();
    std::fs::create_dir_all(here.path().join("config/opstart")).unwrap();
    std::fs::write(here.path().join("config/opstart/settings.ron"), "(color: \"never\", sessions: \"mine\")").unwrap();
    let (code, out, _) = run(here.path(), &["settings", "--lang", "en", "--sessions", "other"]);
    assert_eq!(code, 0);
    assert!(out.contains("language = en\n") && out.contains("from the command line"), "{out}");
    assert!(out.contains("color = never\n") && out.contains("from your own settings.ron"), "{out}");
    assert!(out.contains("sessions = other\n") && out.contains("catalog = (the built-in one)"), "{out}");
}

#[test]
fn the_environment_says_folders_and_language() {
    let here = empty();
    let mut command = opstart(here.path());
    command.env("OPSTART_LANG", "en").env("OPSTART_SESSIONS", "from-env").env("OPSTART_CATALOG", "");
    let out = String::from_utf8(command.arg("list").output().unwrap().stdout).unwrap();
    assert!(out.contains("no sessions yet") && out.contains("from-env"), "{out}");
}

#[test]
fn wrong_usage_is_told_in_danish_with_exit_code_two() {
    let here = empty();
    let (code, out, err) = run(here.path(), &["lits"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("ingen kommando") && err.contains("Mente du »list«"), "{err}");
    let (code, _, err) = run(here.path(), &["lits", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("no command"), "{err}");
}

#[test]
fn help_is_danish_and_english_and_no_failure() {
    let here = empty();
    let (code, out, _) = run(here.path(), &["--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("Sådan skrives det: opstart [KOMMANDO] [VALG]") && out.contains("(åbn)"), "{out}");
    assert!(run(here.path(), &["new", "-h", "--lang", "en"]).1.contains("How to write it: opstart new [OPTIONS]"));
    assert!(run(here.path(), &["--version"]).1.starts_with("opstart 0."));
}

#[test]
fn the_keys_are_printed_for_reading_and_as_markdown() {
    let here = empty();
    let (code, plain, _) = run(here.path(), &["taster"]);
    assert_eq!(code, 0);
    assert!(plain.contains("Ctrl+Q"), "{plain}");
    let (_, markdown, _) = run(here.path(), &["keys", "--markdown"]);
    assert!(markdown.contains("| ") && markdown.contains("Ctrl+Q"), "{markdown}");
}

#[test]
fn what_needs_a_screen_says_so_where_there_is_none() {
    let here = empty();
    for args in [&[][..], &["catalog"], &["demo"]] {
        let (code, out, err) = run(here.path(), args);
        assert_eq!((code, out.as_str()), (1, ""), "{args:?}");
        assert!(err.contains("skærm"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let here = empty();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("opstart"))
        .args(["catalog", "list", "--format", "json"])
        .current_dir(here.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Closed before anything is read: the program writes more than a pipe holds.
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
fn a_municipality_has_its_own_words_beside_its_catalogue() {
    let here = empty();
    std::fs::create_dir(here.path().join("katalog")).unwrap();
    std::fs::write(here.path().join("katalog/words.da.ftl"), "list-no-folder = Her er der tomt i Eksempelby.\n")
        .unwrap();
    let (_, ours, _) = run(here.path(), &["list", "--catalog", "katalog"]);
    let (_, shipped, _) = run(here.path(), &["list"]);
    assert!(ours.contains("Eksempelby") && !shipped.contains("Eksempelby"), "{ours}\n{shipped}");
}
