//! Broken files: each is named with what is wrong, none is changed, and the others go on working.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const GOOD: &str = "(version: 1, id: \"goodgood\", citizen: (reference: \"G.G.\"))";

/// A folder with one good session and perhaps a bad one.
struct Folder {
    dir: tempfile::TempDir,
}

impl Folder {
    fn new() -> Self {
        let folder = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(folder.sessions()).unwrap();
        fs::write(folder.sessions().join("2026-11-03-goodgood.ron"), GOOD).unwrap();
        folder
    }
    fn sessions(&self) -> PathBuf {
        self.dir.path().join("sessions")
    }
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let here = self.dir.path();
        let mut command = Command::cargo_bin("opstart").unwrap();
        command.current_dir(here).env_clear().env("HOME", here).args(args);
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
    /// Every file with its bytes.
    fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all: Vec<_> = fs::read_dir(self.sessions())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).unwrap_or_default()))
            .collect();
        all.sort();
        all
    }
}

/// Puts the bytes beside the good session, and holds that `check` and `list` name them with the place and the words, that
/// the good one is listed, and that no byte has changed.
fn named(bytes: &[u8], place: &str, words: &str) {
    let folder = Folder::new();
    fs::write(folder.sessions().join("2026-11-04-bad.ron"), bytes).unwrap();
    let before = folder.bytes();
    let (code, out, _) = folder.run(&["check"]);
    assert_eq!(code, 1);
    let path = Path::new("sessions").join("2026-11-04-bad.ron");
    let line = format!("{}:{place}: ", path.display());
    assert!(out.lines().any(|l| l.starts_with(&line) && l.contains(words)), "{line} {words} in:\n{out}");
    let (code, out, err) = folder.run(&["list"]);
    assert_eq!(code, 0);
    assert!(out.contains("goodgood") && err.contains("2026-11-04-bad.ron") && err.contains(words), "{out}{err}");
    assert!(folder.bytes() == before, "a file was changed or added");
}

/// As [`named`], for a file that opens.
fn fine(bytes: &[u8]) {
    let folder = Folder::new();
    fs::write(folder.sessions().join("2026-11-04-odd.ron"), bytes).unwrap();
    let before = folder.bytes();
    let (code, out, err) = folder.run(&["check"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(folder.run(&["list"]).1.contains("oddoddod"));
    assert!(folder.bytes() == before);
}

#[test]
fn an_empty_file() {
    named(b"", "1:1", "tom");
}

#[test]
fn a_file_of_zeros_as_a_power_cut_leaves_it() {
    named(&[0; 4096], "1:1", "tom");
}

#[test]
fn a_file_in_latin_1() {
    named(b"(version: 1,\n id: \"x\",\n citizen: (wishes: \"f\xe5 ro\"))", "3:1", "UTF-8");
}

#[test]
fn a_truncated_file() {
    named(&GOOD.as_bytes()[..GOOD.len() - 8], "1:50", "stopper");
}

#[test]
fn a_file_with_the_same_id_twice() {
    let text = "(version: 1,\n consents: [\n  (id: \"abcdefgh\"),\n  (id: \"abcdefgh\"),\n])";
    named(text.as_bytes(), "4:8", "abcdefgh");
}

#[test]
fn a_file_of_a_newer_version() {
    named(b"(version: 3, whatever: [this, is", "1:1", "version 3");
}

#[test]
fn a_file_with_an_unknown_field() {
    let folder = Folder::new();
    fs::write(folder.sessions().join("2026-11-04-odd.ron"), "(version: 1, id: \"oddoddod\",\n mood: 3)").unwrap();
    let before = folder.bytes();
    let (code, out, _) = folder.run(&["check"]);
    assert_eq!(code, 1);
    assert!(out.contains("2026-11-04-odd.ron:2:2: ") && out.contains("»mood«"), "{out}");
    assert!(folder.run(&["list"]).1.contains("oddoddod"), "it can still be read");
    assert!(folder.bytes() == before);
}

#[test]
fn a_file_of_fifty_megabytes() {
    let mut bytes = b"(version: 1, id: \"".to_vec();
    bytes.resize(50_000_000, b'x');
    named(&bytes, "1:1", "50 MB");
}

#[test]
fn a_file_that_is_something_else() {
    named(b"(name: \"Eksempel Kommune\")", "1:1", "ikke et møde");
}

#[test]
fn a_file_from_notepad_with_mark_and_line_ends() {
    fine(b"\xef\xbb\xbf(\r\n    version: 1,\r\n    id: \"oddoddod\",\r\n)\r\n");
}

#[test]
fn escape_sequences_in_a_file_never_reach_the_terminal() {
    let folder = Folder::new();
    let text = "(version: 1, id: \"oddoddod\", citizen: (reference: \"A\\u{1b}[2J\\u{202e}B\"))";
    fs::write(folder.sessions().join("2026-11-04-odd.ron"), text).unwrap();
    let (_, out, _) = folder.run(&["list"]);
    assert!(out.contains("AB") && !out.contains('\u{1b}') && !out.contains('\u{202e}'), "{out:?}");
}

#[test]
fn a_folder_of_sessions_that_is_a_file() {
    let folder = Folder::new();
    fs::write(folder.dir.path().join("file"), "x").unwrap();
    for command in ["list", "new"] {
        let (code, out, err) = folder.run(&[command, "--sessions", "file"]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains("file") && err.contains("Intet er ændret"), "{err}");
    }
    assert_eq!(fs::read(folder.dir.path().join("file")).unwrap(), b"x");
}

#[test]
fn a_catalogue_folder_that_is_missing() {
    let folder = Folder::new();
    let (code, _, err) = folder.run(&["catalog", "list", "--catalog", "none"]);
    assert_eq!(code, 1);
    assert!(err.contains("none") && err.contains("findes ikke"), "{err}");
}

#[test]
fn a_path_that_is_missing_is_a_problem_of_its_own() {
    let folder = Folder::new();
    let (code, out, _) = folder.run(&["check", "none.ron", "sessions"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("none.ron:1:1: "), "{out}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let closed = folder.dir.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(closed.join("probe"), "").is_ok() {
        // The administrator may write anywhere; a folder under a file stands for it.
        fs::write(folder.dir.path().join("file"), "").unwrap();
        let (code, out, err) = folder.run(&["new", "--sessions", "file/inside"]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains("kan ikke laves"), "{err}");
        return;
    }
    let (code, out, err) = folder.run(&["new", "--sessions", "closed"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("kan ikke laves i closed: du har ikke lov"), "{err}");
}

#[test]
fn a_name_that_no_session_has() {
    let folder = Folder::new();
    let (code, _, err) = folder.run(&["open", "goodgoof"]);
    assert_eq!(code, 1);
    assert!(err.contains("»goodgoof«") && err.contains("2026-11-03-goodgood"), "{err}");
    let (code, _, err) = folder.run(&["open", "../sessions/2026-11-03-goodgood"]);
    assert_eq!(code, 1);
    assert!(err.contains("intet møde"), "{err}");
}

#[test]
fn a_name_that_several_sessions_have() {
    let folder = Folder::new();
    fs::write(folder.sessions().join("2026-11-05-goodmore.ron"), GOOD).unwrap();
    let (code, _, err) = folder.run(&["show", "good"]);
    assert_eq!(code, 1);
    assert!(err.contains("2026-11-03-goodgood") && err.contains("2026-11-05-goodmore"), "{err}");
}

#[test]
fn a_settings_file_that_is_damaged() {
    let folder = Folder::new();
    let dir = folder.dir.path().join(".config/opstart");
    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("settings.ron"), "(\n language \"en\")").unwrap();
    let (code, out, _) = folder.run(&["check"]);
    if cfg!(unix) {
        assert_eq!(code, 1);
        assert!(out.contains("settings.ron:2:"), "{out}");
    }
    let (code, _, err) = folder.run(&["list"]);
    assert_eq!(code, 0, "the program works on");
    if cfg!(unix) {
        assert!(err.contains("settings.ron:2:"), "and says that a setting may not hold: {err}");
    }
}

#[test]
fn a_damaged_file_of_the_catalogue() {
    let folder = Folder::new();
    let offers = folder.dir.path().join("catalog/offers");
    fs::create_dir_all(&offers).unwrap();
    fs::write(offers.join("a.ron"), "[(id: \"a\", name: \"A\", plain: \"a\")").unwrap();
    fs::write(offers.join("b.ron"), b"[(id: \"b\xf8\")]").unwrap();
    fs::write(offers.join("c.ron"), "[(id: \"c\", name: \"C\", plain: \"c\")]").unwrap();
    let (code, out, _) = folder.run(&["check", "catalog"]);
    assert_eq!(code, 1);
    assert!(out.contains("a.ron:1:") && out.contains("b.ron:1:1: "), "{out}");
    let (code, out, err) = folder.run(&["catalog", "list"]);
    assert_eq!((code, out.starts_with("c  C")), (0, true), "{out}");
    assert!(err.contains("opstart check"), "{err}");
}
