//! The catalogue to and from other formats: what is read of real data sets, and that nothing in a file can stop it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use opstart::catalog::exchange::report::Kind;
use opstart::catalog::exchange::{Format, Imported, Package, folder, import};
use opstart::domain::offer::Offer;
use opstart::domain::template::Municipality;
use opstart::storage::folders::read_package;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read(format: Format, name: &str) -> Imported {
    import(format, &Package { files: read_package(&data(name)).unwrap() }, &Municipality::default())
}

/// The report and the fullest of the offers, as text.
fn golden(imported: &Imported) -> String {
    let mut text = format!("{} offers\n", imported.offers.len());
    for note in &imported.report.notes {
        let first = &note.examples[0];
        let place = format!("{}:{}", note.file, first.row);
        writeln!(text, "{} {:?} {place} [{}] {}", note.count, note.kind, note.column, first.subject).unwrap();
    }
    let fullest = imported.offers.iter().rev().max_by_key(|offer| ron(offer).len());
    text + &fullest.map(ron).unwrap_or_default()
}

fn ron(offer: &Offer) -> String {
    ron::ser::to_string_pretty(offer, ron::ser::PrettyConfig::new().new_line("\n").struct_names(false)).unwrap()
}

/// Every data set that lies here, with its format.
const SETS: &[(Format, &str)] = &[
    (Format::Csv, "da-os2bos/paragraphs.csv"),
    (Format::Csv, "da-os2bos/activities.csv"),
    (Format::Csv, "da-os2bos/serviceproviders.csv"),
    (Format::Hsds, "ohana-sample"),
    (Format::Hsds, "hsds3-examples/csv"),
    (Format::Hsds, "hsds3-examples"),
    (Format::OpenReferralUk, "oruk-profile-examples/csv"),
    (Format::OpenReferralUk, "oruk-profile-examples/service_full.json"),
    (Format::OpenReferralUk, "oruk-profile-examples"),
];

#[test]
fn every_data_set_gives_the_report_that_was_approved() {
    for (format, name) in SETS {
        insta::assert_snapshot!(name.replace(['/', '.'], "_"), golden(&read(*format, name)));
    }
}

#[test]
fn an_import_that_is_done_twice_changes_nothing() {
    for (format, name) in SETS {
        let once = read(*format, name);
        assert_eq!(once, read(*format, name), "{name}");
        let written = folder::merged(&[], &once).unwrap();
        let again = folder::merged(&written.files, &once).unwrap();
        assert_eq!((again.files.len(), again.unchanged), (0, once.offers.len()), "{name}");
    }
}

/// Bytes that have broken readers before.
const POISON: &[&[u8]] = &[
    b"\"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n",
    b";;;;;;;;",
    b",,,,,,,",
    b"\x1b[2J\x1b]0;x\x07",
    b"\xc3",
    b"<script>",
    b"<!--",
    b"&#x1b;",
    b"\\",
    b" | ",
    b"'=",
    b"\xf0\x9f\x98\x80",
    b"\xe2\x80\xae",
    b"\t",
    b"99999999999999999999",
];

/// The bytes with something done to them at one of 200 places: cut, poisoned, or written in another encoding from there.
fn damaged(bytes: &[u8], number: usize) -> Vec<u8> {
    let at = bytes.len() * number / 200;
    let (before, after) = bytes.split_at(at);
    match number % 4 {
        0 => before.to_vec(),
        1 => after.to_vec(),
        2 => [before, POISON[number / 4 % POISON.len()], after].concat(),
        _ => {
            let text = String::from_utf8_lossy(after);
            let other = match number % 3 {
                0 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
                1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => text.replace('\n', "\r").into_bytes(),
            };
            [before, &other].concat()
        }
    }
}

/// The folders with tables, each once.
const TABLES: &[(Format, &str)] = &[
    (Format::Csv, "da-os2bos"),
    (Format::Hsds, "ohana-sample"),
    (Format::Hsds, "hsds3-examples/csv"),
    (Format::OpenReferralUk, "oruk-profile-examples/csv"),
];

#[test]
fn nothing_done_to_a_csv_file_at_200_places_stops_the_import() {
    for (format, name) in TABLES {
        for (file, bytes) in read_package(&data(name)).unwrap() {
            for number in 0..200 {
                let files = vec![(file.clone(), damaged(&bytes, number))];
                let read = import(*format, &Package { files }, &Municipality::default());
                assert!(!read.report.notes.is_empty() || !read.offers.is_empty(), "{name}/{file} {number}");
                let text = serde_json::to_string(&read.offers).unwrap();
                let moves = ["\\u00", "\\b", "\\f", "\\r", "\u{202e}", "\u{9b}", "\u{feff}", "\u{7f}"];
                assert!(!moves.iter().any(|sign| text.replace("\\\\", "").contains(sign)), "{name}/{file} {number}");
            }
        }
    }
}

#[test]
fn one_damaged_place_leaves_nearly_all_offers() {
    let (file, bytes) = read_package(&data("da-os2bos/paragraphs.csv")).unwrap().remove(0);
    for number in (2..200).step_by(4) {
        let files = vec![(file.clone(), damaged(&bytes, number))];
        let read = import(Format::Csv, &Package { files }, &Municipality::default());
        // What stands in the header can cost a column; what stands in a row costs that row.
        assert!(read.offers.len() >= 144 || number < 4, "place {number}: {} offers", read.offers.len());
    }
}

#[test]
fn the_same_rows_in_every_encoding_and_line_end_give_the_same_offers() {
    let text = "id;navn;beskrivelse;afdeling;borgersprog\n1;Bostøtte på Ærø;\"Åben\nrådgivning\";Bolig;Du får hjælp.\n";
    let from = |bytes: Vec<u8>| {
        import(Format::Csv, &Package { files: vec![("a.csv".into(), bytes)] }, &Municipality::default())
    };
    let expected = from(text.as_bytes().to_vec());
    assert_eq!(expected.report.notes, []);
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        let narrow: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for (bytes, notes) in
            [(text.clone().into_bytes(), 0), ([b"\xef\xbb\xbf", text.as_bytes()].concat(), 0), (narrow, 1)]
        {
            let read = from(bytes);
            assert_eq!(read.offers, expected.offers, "{end:?}");
            assert_eq!(read.report.count(Kind::Encoding), notes);
        }
    }
}

/// Exit code, standard output and standard error of the program in an empty folder.
fn run(here: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("opstart").unwrap();
    command.current_dir(here).env_clear().env("HOME", here).env("XDG_CONFIG_HOME", here.join("config")).env("PATH", "");
    let output = command.args(args).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Names and bytes of all files below a folder.
fn all_files(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = vec![];
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn what_the_program_exports_it_imports_as_the_same_catalogue() {
    let here = tempfile::tempdir().unwrap();
    let before = run(here.path(), &["catalog", "list", "--format", "json"]).1;
    for (format, file) in [("csv", "ud å/katalog.csv"), ("hsds", "ud å/pakke")] {
        let (code, out, err) = run(here.path(), &["catalog", "export", "--as", format, file]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        let into = format!("ind å/{format}");
        let (code, out, err) = run(here.path(), &["catalog", "import", "--from", format, file, "--into", &into]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        let key = |text: &str| {
            let mut offers: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
            offers.sort_by_key(|offer| offer["id"].to_string());
            offers
        };
        let after = run(here.path(), &["catalog", "list", "--format", "json", "--catalog", &into]).1;
        assert_eq!(key(&after), key(&before), "{format}");
        let written = all_files(&here.path().join(&into));
        run(here.path(), &["catalog", "import", "--from", format, file, "--into", &into]);
        assert_eq!(all_files(&here.path().join(&into)), written, "twice changes nothing");
    }
}

#[test]
fn a_folder_that_is_no_catalogue_is_left_alone() {
    let here = tempfile::tempdir().unwrap();
    std::fs::create_dir(here.path().join("billeder")).unwrap();
    std::fs::write(here.path().join("billeder/kat.txt"), "x").unwrap();
    std::fs::write(here.path().join("a.csv"), "id;navn\n1;A\n").unwrap();
    let (code, out, err) = run(here.path(), &["catalog", "import", "--from", "csv", "a.csv", "--into", "billeder"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("billeder") && err.contains("Intet er ændret"), "{err}");
    let (code, _, _) = run(here.path(), &["catalog", "export", "--as", "hsds", "billeder"]);
    assert_eq!(code, 1);
    assert_eq!(all_files(&here.path().join("billeder")).len(), 1);
}

#[test]
fn a_file_without_offers_writes_nothing_and_is_a_failure() {
    let here = tempfile::tempdir().unwrap();
    std::fs::write(here.path().join("a.csv"), "x;y\n1;A\n").unwrap();
    let (code, out, _) = run(here.path(), &["catalog", "import", "--from", "csv", "a.csv", "--into", "ny"]);
    assert_eq!(code, 1);
    assert!(out.contains("intet er skrevet"), "{out}");
    assert!(!here.path().join("ny").exists());
}

#[test]
fn the_report_as_json_has_the_documented_fields() {
    let here = tempfile::tempdir().unwrap();
    std::fs::write(here.path().join("a.csv"), "id;navn;x\n1;A;b\n").unwrap();
    let args = ["catalog", "import", "--from", "csv", "a.csv", "--into", "ny", "--format", "json"];
    let (code, out, _) = run(here.path(), &args);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&report["read"], &report["added"], &report["replaced"]), (&1.into(), &1.into(), &0.into()));
    let note = &report["notes"][0];
    assert_eq!((&note["kind"], &note["column"], &note["count"]), (&"unknown-column".into(), &"x".into(), &1.into()));
    assert_eq!((&note["file"], &note["examples"][0]["row"]), (&"a.csv".into(), &1.into()));
}

#[test]
fn every_column_of_the_plain_file_is_documented() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/import.md")).unwrap();
    let csv = opstart::catalog::exchange::export_csv(&opstart::catalog::library::Library::builtin());
    let csv = String::from_utf8(csv).unwrap();
    for column in csv.trim_start_matches('\u{feff}').lines().next().unwrap().split(';') {
        assert!(page.contains(&format!("`{column}`")), "{column}");
    }
}
