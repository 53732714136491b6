//! What a person meets when something went wrong: a kill, a damaged file, a forgotten lock, another machine, a folder that
//! is gone. In a real terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::path::Path;

use chrono::Utc;
use common::{House, Terminal};
use opstart::storage::{disk, format, sessions, versions};

const F4: &str = "\x1bOS";
const CTRL_P: &str = "\x10";
const CTRL_Q: &str = "\x11";
const REFERENCE: &str = "Initialer og sagsnummer";

fn open(house: &House, path: &Path) -> Terminal {
    house.program(&["open", path.to_str().unwrap()]).start()
}

/// An open session with the focus on the reference.
fn at_reference(house: &House, path: &Path) -> Terminal {
    let mut terminal = open(house, path);
    terminal.wait_for("Forberedelse");
    terminal.go_to(REFERENCE);
    terminal
}

fn wait_saved(terminal: &Terminal) {
    terminal.wait_until("it to be saved", |screen| {
        common::text_of(screen).lines().next().unwrap_or_default().contains("Gemt ")
    });
}

/// Opens a session, writes its reference and leaves.
fn worked(house: &House, path: &Path, reference: &str) {
    let mut terminal = at_reference(house, path);
    terminal.send(reference);
    terminal.wait_for(reference);
    wait_saved(&terminal);
    terminal.send(CTRL_Q);
    terminal.wait_exit();
}

/// A folder where reading one file takes for ever stands for a share that is gone: nothing fails, nothing answers.
#[test]
fn a_disk_that_does_not_answer_is_said_and_what_was_typed_meanwhile_is_saved_when_it_does() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut terminal = at_reference(&house, &path);
    let vault = path.parent().unwrap().join(".vault");
    let hanging = vault.join("recipients.txt");
    fs::create_dir(&vault).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&hanging).status().unwrap().success());
    terminal.send("Å");
    terminal.wait_for("svarer ikke");
    terminal.send("se 7");
    terminal.wait_for("Åse 7");
    // Opened for both, it hangs no more, and closed it is empty.
    let end = fs::OpenOptions::new().read(true).write(true).open(&hanging).unwrap();
    fs::remove_dir_all(&vault).unwrap();
    drop(end);
    wait_saved(&terminal);
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
    assert!(House::read(&path).citizen.reference.contains("Åse 7"));
}

#[test]
fn what_was_typed_right_before_the_window_is_closed_or_the_user_logs_off_is_saved() {
    for signal in ["HUP", "TERM"] {
        let house = House::new();
        let path = house.session("A.B.");
        let mut terminal = house.program(&["open", path.to_str().unwrap()]).start();
        terminal.wait_for("Forberedelse");
        terminal.send("lukket");
        terminal.wait_for("A.B.lukket");
        terminal.signal(signal);
        terminal.wait_exit();
        assert!(fs::read_to_string(&path).unwrap().contains("\"A.B.lukket\""), "{signal}");
    }
}

#[test]
fn after_a_kill_the_program_stands_at_the_same_step_and_field() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut terminal = house.program(&["open", path.to_str().unwrap()]).start();
    terminal.wait_for("Forberedelse");
    terminal.send("\x1b7");
    terminal.wait_for("Afslutning");
    terminal.send(F4);
    terminal.wait_until("the new decision", |screen| common::text_of(screen).contains("Esc går tilbage"));
    terminal.send("besluttet noget");
    terminal.wait_until("the decision, saved", |screen| {
        let text = common::text_of(screen);
        text.contains("besluttet noget") && text.contains("Gemt ")
    });
    common::until(|| {
        let folder = house.path().join(".local/state/opstart/places");
        let places = fs::read_dir(folder).ok()?;
        let mut texts = places.filter_map(|place| fs::read_to_string(place.ok()?.path()).ok());
        texts.find(|text| text.starts_with('6') && text.ends_with(" text"))
    })
    .expect("the place is remembered");
    terminal.signal("KILL");
    terminal.wait_exit();

    let mut again = house.program(&["open", path.to_str().unwrap()]).start();
    again.wait_for("Her slap du sidst");
    again.send("!");
    again.wait_for("besluttet noget!");
    again.send(CTRL_Q);
    again.wait_exit();
    // Left in order: the next time one begins at the beginning.
    let mut third = house.program(&["open", path.to_str().unwrap()]).start();
    third.wait_for("Forberedelse");
    assert!(!third.screen().contains("Her slap du sidst"), "{}", third.screen());
    third.send(CTRL_Q);
    third.wait_exit();
}

#[test]
fn a_damaged_file_stays_as_it_is_and_a_copy_of_its_newest_version_opens() {
    let house = House::new();
    let path = house.session("A.B.");
    worked(&house, &path, " med mere");
    let half = fs::read(&path).unwrap()[..200].to_vec();
    fs::write(&path, &half).unwrap();
    let mut terminal = open(&house, &path);
    terminal.wait_for("Åbn en kopi");
    terminal.send("\t\r");
    terminal.wait_for("Forberedelse");
    terminal.wait_for("A.B. med mere");
    terminal.send(CTRL_Q);
    terminal.wait_exit();
    assert_eq!(fs::read(&path).unwrap(), half);
    assert_eq!(House::read(&sessions_beside(&path)).citizen.reference, "A.B. med mere");
}

fn sessions_beside(path: &Path) -> std::path::PathBuf {
    path.with_file_name(format!("{}-kopi.ron", path.file_stem().unwrap().to_str().unwrap()))
}

#[test]
fn a_forgotten_lock_is_taken_over_after_a_question() {
    let house = House::new();
    let path = house.session("A.B.");
    let yesterday = Utc::now() - chrono::TimeDelta::hours(24);
    let _held = disk::lock(&path, yesterday).unwrap();
    let mut terminal = open(&house, &path);
    terminal.wait_for("Overtag mødet");
    terminal.send("\t\r");
    terminal.wait_gone("Overtag mødet");
    terminal.go_to(REFERENCE);
    terminal.send(" igen");
    wait_saved(&terminal);
    assert_eq!(House::read(&path).citizen.reference, "A.B. igen");
    terminal.send(CTRL_Q);
    terminal.wait_exit();
}

#[test]
fn a_lock_that_is_held_is_no_question() {
    let house = House::new();
    let path = house.session("A.B.");
    let _held = disk::lock(&path, Utc::now()).unwrap();
    let terminal = open(&house, &path);
    terminal.wait_for("Kun læsning");
    assert!(!terminal.screen().contains("Overtag"), "{}", terminal.screen());
}

#[test]
fn what_another_machine_writes_meanwhile_comes_onto_the_screen_with_the_next_save() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut terminal = at_reference(&house, &path);
    terminal.send("1");
    wait_saved(&terminal);
    let mut theirs = House::read(&path);
    "hos Anna".clone_into(&mut theirs.head.place);
    disk::atomic(&path, format::encode(&theirs).unwrap().as_bytes()).unwrap();
    terminal.send("2");
    terminal.wait_for("1 ændring kom ind udefra.");
    terminal.wait_for("hos Anna");
    wait_saved(&terminal);
    terminal.send(CTRL_Q);
    terminal.wait_exit();
    let both = House::read(&path);
    assert_eq!((both.citizen.reference.as_str(), both.head.place.as_str()), ("A.B.12", "hos Anna"));
}

#[test]
fn what_is_changed_by_hand_in_the_file_comes_in_with_the_first_key_after_a_while_and_without_a_mark() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut terminal = at_reference(&house, &path);
    terminal.send("1");
    wait_saved(&terminal);
    let text = fs::read_to_string(&path).unwrap();
    disk::atomic(&path, text.replace("\"A.B.1\"", "\"A.B.12 og C.D.\"").as_bytes()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2200));
    // A key that writes nothing.
    terminal.send("\x1b[C");
    terminal.wait_for("1 ændring kom ind udefra.");
    terminal.wait_for("A.B.12 og C.D.");
    assert!(!terminal.screen().contains("[ELLER]"), "{}", terminal.screen());
    terminal.send(CTRL_Q);
    terminal.wait_exit();
    assert_eq!(House::read(&path).citizen.reference, "A.B.12 og C.D.");
}

#[test]
fn a_second_program_reads_along_and_takes_over_the_writing_when_the_first_has_left() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut first = open(&house, &path);
    first.wait_for("Forberedelse");
    let mut second = open(&house, &path);
    second.wait_for("Kun læsning");
    first.go_to(REFERENCE);
    first.send(" og C.D.");
    second.wait_for("A.B. og C.D.");
    second.go_to(REFERENCE);
    second.send("x");
    second.wait_for("Du kan læse det");
    first.send(CTRL_Q);
    first.wait_exit();
    second.wait_for("har forladt mødet");
    second.send("\x12");
    second.wait_for("Nu kan du skrive");
    second.send("!");
    wait_saved(&second);
    assert_eq!(House::read(&path).citizen.reference, "A.B. og C.D.!");
    second.send(CTRL_Q);
    second.wait_exit();
}

#[test]
fn an_earlier_version_is_brought_back_by_name_from_the_palette() {
    let house = House::new();
    let path = house.session("A.B.");
    worked(&house, &path, "X");
    let mut terminal = open(&house, &path);
    terminal.wait_for("A.B.X");
    terminal.send(CTRL_P);
    terminal.wait_for("Alle handlinger");
    terminal.send("tidligere\r");
    terminal.wait_for("da mødet blev åbnet");
    terminal.send("\x1b[B\r");
    terminal.wait_for("Hent udgaven");
    terminal.send("\t\r");
    terminal.wait_for("er hentet");
    wait_saved(&terminal);
    assert_eq!(House::read(&path).citizen.reference, "A.B.");
    terminal.send("\x1a");
    terminal.wait_for("A.B.X");
    terminal.send(CTRL_Q);
    terminal.wait_exit();
    assert_eq!(House::read(&path).citizen.reference, "A.B.X");
}

#[test]
fn when_the_folder_is_gone_the_session_is_saved_elsewhere_and_that_is_said_at_the_end() {
    let house = House::new();
    let path = house.session("A.B.");
    let mut terminal = at_reference(&house, &path);
    fs::rename(house.sessions(), house.path().join("væk")).unwrap();
    terminal.send("!");
    terminal.wait_for("IKKE GEMT");
    terminal.send(CTRL_P);
    terminal.wait_for("Alle handlinger");
    terminal.send("gem et andet\r");
    terminal.wait_for("Hvor skal mødet gemmes?");
    terminal.send("\r");
    terminal.wait_for("Mødet er gemt i");
    terminal.send(CTRL_Q);
    assert!(!terminal.wait_exit().success());
    let copy = house.path().join(path.file_name().unwrap());
    assert!(terminal.screen().contains("ligger i"), "{}", terminal.screen());
    assert_eq!(House::read(&copy).citizen.reference, "A.B.!");
}

#[test]
fn every_opening_leaves_the_file_as_it_was_as_a_version() {
    let house = House::new();
    let path = house.session("A.B.");
    let before = fs::read(&path).unwrap();
    worked(&house, &path, "X");
    let kept = versions::list(&path).unwrap();
    let reasons: Vec<_> = kept.iter().map(|version| version.reason.key()).collect();
    assert_eq!(reasons, ["left", "opened"]);
    assert_eq!(fs::read(versions::path(&path, &kept[1])).unwrap(), before);
    assert_eq!(sessions::read(&versions::path(&path, &kept[0])).unwrap().session.citizen.reference, "A.B.X");
}
