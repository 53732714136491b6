//! Encryption as two colleagues have it: each with a key of their own, in real terminals.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{House, Terminal};

const CTRL_Q: &str = "\x11";
const ENTER: &str = "\r";
const WORDS: &str = "fire rolige ord her\r";

/// Runs a command to its end, with what is typed when it asks.
fn run(house: &House, args: &[&str], typed: &[(&str, &str)]) -> Terminal {
    let mut terminal = house.program(args).start();
    for (asked, answer) in typed {
        terminal.wait_for(asked);
        terminal.send(answer);
    }
    terminal.wait_exit();
    terminal
}

/// Opens a session and unlocks the key.
fn open(house: &House, file: &std::path::Path) -> Terminal {
    let mut terminal = house.program(&["open", file.to_str().unwrap()]).start();
    terminal.wait_for("Adgangssætning:");
    terminal.send(WORDS);
    terminal.wait_for("Forberedelse");
    terminal
}

fn turn_on(house: &House) {
    let done = run(house, &["vault", "init"], &[("Adgangssætning:", WORDS), ("Skriv den igen:", WORDS)]);
    done.wait_for("0 er ikke");
}

#[test]
fn a_session_in_the_vault_is_opened_worked_on_and_never_lies_in_the_clear() {
    let house = House::new();
    let file = house.session("");
    turn_on(&house);
    let mut terminal = open(&house, &file);
    terminal.go_to("Initialer og sagsnummer");
    terminal.send("Åse 99");
    terminal.wait_for("Åse 99");
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
    let everything = house.everything();
    assert!(everything.iter().all(|(_, bytes)| !contains(bytes, "Åse 99")), "somewhere it lies in the clear");
    let shown = run(&house, &["export", file.to_str().unwrap(), "--as", "json"], &[("Adgangssætning:", WORDS)]);
    shown.wait_for("\"close\"");
}

#[test]
fn the_list_says_that_its_folder_is_encrypted_on_screen_and_on_the_command_line() {
    let house = House::new();
    house.session("");
    turn_on(&house);
    run(&house, &["list"], &[("Adgangssætning:", WORDS)]).wait_for("Mappe (krypteret): ");
    let mut terminal = house.program(&[]).start();
    terminal.wait_for("Adgangssætning:");
    terminal.send(WORDS);
    terminal.wait_for("Egen mappe (krypteret): ");
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_wrong_passphrase_is_asked_for_again_and_opens_nothing() {
    let house = House::new();
    house.session("");
    turn_on(&house);
    let done =
        run(&house, &["list"], &[("Adgangssætning:", "forkert\r"), ("Prøv igen:", "forkert\r"), ("Prøv igen:", ENTER)]);
    done.wait_for("ikke den rigtige");
}

#[test]
fn what_is_typed_ahead_while_a_passphrase_is_tried_is_never_shown() {
    let house = House::new();
    house.session("");
    turn_on(&house);
    let mut terminal = house.program(&["list"]).start();
    terminal.wait_for("Adgangssætning:");
    terminal.send("hemmelig1\rhemmelig2\rhemm");
    terminal.wait_for("Prøv igen:");
    terminal.send("elig3\r");
    terminal.wait_exit();
    terminal.wait_for("ikke den rigtige");
    assert!(!contains(&terminal.bytes(), "hemm"), "{}", terminal.screen());
    terminal.assert_given_back();
}

#[test]
fn a_colleague_is_let_in_and_shut_out_again() {
    let house = House::new();
    let file = house.session("");
    turn_on(&house);
    let stranger = age::x25519::Identity::generate();
    let key = stranger.to_public().to_string();
    run(&house, &["vault", "add", "Bo", &key], &[("Adgangssætning:", WORDS)]);
    assert!(age_opens(&stranger, &file), "the other's key opens the file, with any program that reads the format");
    run(&house, &["vault", "remove", "Bo"], &[("Adgangssætning:", WORDS)]);
    assert!(!age_opens(&stranger, &file));
}

#[test]
fn when_the_list_of_who_may_read_is_lost_nothing_is_written_in_the_clear_and_a_new_list_mends_it() {
    let house = House::new();
    let file = house.session("");
    turn_on(&house);
    let mut terminal = open(&house, &file);
    let vault = file.parent().unwrap().join(".vault");
    std::fs::remove_dir_all(&vault).unwrap();
    terminal.go_to("Initialer og sagsnummer");
    terminal.send("Åse 99");
    terminal.wait_for("IKKE GEMT");
    assert!(std::fs::read(&file).unwrap().starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
    // Another terminal: the file that is open is left, but the list is there again.
    run(&house, &["vault", "init"], &[("Adgangssætning:", WORDS)]).wait_for("er ikke krypteret igen");
    terminal.wait_for("Gemt");
    terminal.send(CTRL_Q);
    assert!(terminal.wait_exit().success());
    let shown = run(&house, &["export", file.to_str().unwrap(), "--as", "json"], &[("Adgangssætning:", WORDS)]);
    assert!(contains(&shown.bytes(), "Åse 99"), "{}", shown.screen());
}

#[test]
fn turned_off_the_files_can_be_read_by_anything_and_without_the_word_nothing_happens() {
    let house = House::new();
    let file = house.session("");
    turn_on(&house);
    run(&house, &["vault", "off"], &[]).wait_for("--yes");
    assert!(std::fs::read(&file).unwrap().starts_with(b"-----BEGIN"));
    run(&house, &["vault", "off", "--yes"], &[("Adgangssætning:", WORDS)]).wait_for("ikke krypteret.");
    assert!(std::fs::read_to_string(&file).unwrap().contains("version: "));
}

/// As another program that knows the format would.
fn age_opens(identity: &age::x25519::Identity, file: &std::path::Path) -> bool {
    age::decrypt(identity, &std::fs::read(file).unwrap()).is_ok_and(|plain| contains(&plain, "version: "))
}
