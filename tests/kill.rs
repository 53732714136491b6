//! The program is killed in the middle of typing, again and again, and what was typed is still there. Prints what it
//! found: `cargo test --test kill -- --nocapture`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use common::{House, Terminal, patience, text_of};

/// How often it is killed, in all; `OPSTART_TEST_KILLS` asks for another number.
const KILLS: usize = 200;
/// So many programs run beside each other.
const DESKS: usize = 4;
/// From the first key to the kill, in milliseconds: anything between.
const TYPING: std::ops::Range<u64> = 20..1600;
/// Between two keys: a fast typist needs a hundred.
const BETWEEN_KEYS: Duration = Duration::from_millis(6);
/// In every second round the typist stops now and then to think: time enough for a save to be called done.
const THINKING: Duration = Duration::from_millis(450);
/// What was entered longer than this before the kill must be there.
const LIMIT: Duration = Duration::from_secs(1);
/// The citizen's wishes, a field of several lines.
const WISHES: &str = "Ønsker til mødet";
const CTRL_A: &str = "\x01";

/// What a kill left.
#[derive(Default, Debug)]
struct Found {
    kills: usize,
    /// Kills after which the file did not load.
    broken: usize,
    /// Kills before which the screen had called something saved.
    acknowledged: usize,
    /// Kills after which something was missing that the screen had called saved.
    acknowledged_lost: usize,
    /// Kills after which the file held something that was never typed.
    garbled: usize,
    /// Kills in the middle of a save: half a file lay beside the whole one.
    in_mid_save: usize,
    /// Kills by which anything at all was lost.
    with_loss: usize,
    /// For each of them, how long before the kill the first key was typed that is missing.
    losses: Vec<Duration>,
    keys: usize,
}

#[test]
fn whatever_is_killed_while_typing_what_was_saved_is_there_and_no_more_than_a_second_is_missing() {
    let kills = std::env::var("OPSTART_TEST_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let found = Mutex::new(Found::default());
    let began = Instant::now();
    thread::scope(|scope| {
        for desk in 0..DESKS {
            let found = &found;
            scope.spawn(move || at_desk(desk, kills.div_ceil(DESKS), found));
        }
    });
    let mut found = found.into_inner().unwrap();
    found.losses.sort();
    let largest = found.losses.last().copied().unwrap_or_default();
    let median = found.losses.get(found.losses.len() / 2).copied().unwrap_or_default();
    println!(
        "{} kills in {:.0} s, {} keys typed, {} in the middle of a save\n\
         files that did not load: {}\nfiles that held what was never typed: {}\n\
         kills with something acknowledged: {}, of them with some of that lost: {}\nkills with any loss: {}, the oldest key lost {} ms before the kill (median {} ms)",
        found.kills,
        began.elapsed().as_secs_f32(),
        found.keys,
        found.in_mid_save,
        found.broken,
        found.garbled,
        found.acknowledged,
        found.acknowledged_lost,
        found.with_loss,
        largest.as_millis(),
        median.as_millis(),
    );
    assert_eq!((found.broken, found.garbled, found.acknowledged_lost), (0, 0, 0), "{found:?}");
    assert!(found.acknowledged > 0 && found.with_loss > 0, "it was killed while something was on its way: {found:?}");
    // On a machine that is given more patience everything takes longer, the disk too.
    let limit = LIMIT.mul_f64(patience().as_secs_f64() / 10.0);
    assert!(largest <= limit, "{largest:?} of typing lost");
}

/// One session that is typed into, killed and opened again, over and over.
fn at_desk(desk: usize, kills: usize, found: &Mutex<Found>) {
    let house = House::new();
    let file = house.session("A.B.");
    let mut chance = fastrand::Rng::with_seed(desk as u64 + 1);
    for round in 0..kills {
        let before = House::read(&file).citizen.wishes;
        let typed = type_until_killed(&house, &file, round, &mut chance);
        judge(&file, &before, &typed, &mut found.lock().unwrap());
    }
    clear_up(&house, &file);
}

/// What was typed in one round: the text, when each of its bytes was, and how much of it the screen had called saved.
struct Typed {
    text: String,
    when: Vec<Instant>,
    acknowledged: usize,
    killed: Instant,
}

fn type_until_killed(house: &House, file: &Path, round: usize, chance: &mut fastrand::Rng) -> Typed {
    let mut terminal = house.program(&["open", file.to_str().unwrap()]).start();
    terminal.wait_for("Forberedelse");
    // The first key then replaces what the round before left.
    terminal.go_to(WISHES);
    terminal.send(CTRL_A);
    let mut typed = Typed { text: String::new(), when: vec![], acknowledged: 0, killed: Instant::now() };
    let end = Instant::now() + Duration::from_millis(chance.u64(TYPING));
    'typing: for number in 0.. {
        for letter in format!("æ{round:03}ø{number:04} ").chars() {
            if Instant::now() >= end {
                break 'typing;
            }
            let mut bytes = [0; 4];
            terminal.send(letter.encode_utf8(&mut bytes));
            typed.text.push(letter);
            typed.when.resize(typed.text.len(), Instant::now());
            thread::sleep(BETWEEN_KEYS);
            typed.acknowledged = typed.acknowledged.max(acknowledged(&terminal, &typed.text));
        }
        if round % 2 == 1 && chance.u8(..) < 64 {
            thread::sleep(THINKING.min(end.saturating_duration_since(Instant::now())));
        }
    }
    typed.acknowledged = typed.acknowledged.max(acknowledged(&terminal, &typed.text));
    terminal.signal("KILL");
    typed.killed = Instant::now();
    terminal.wait_exit();
    typed
}

/// How much of the text the screen calls saved: all it shows, when it says "Gemt" and nothing else.
fn acknowledged(terminal: &Terminal, text: &str) -> usize {
    let shown = terminal.look(text_of);
    if !shown.lines().next().unwrap_or_default().contains("Gemt ") {
        return 0;
    }
    // The last word the screen shows in whole; words are numbered, so none is found twice.
    let words = text.match_indices(' ').map(|(at, _)| &text[..at]);
    words
        .filter(|until| until.rsplit(' ').next().is_some_and(|word| shown.contains(word)))
        .map(str::len)
        .max()
        .unwrap_or(0)
}

fn judge(file: &Path, before: &str, typed: &Typed, found: &mut Found) {
    found.kills += 1;
    found.keys += typed.text.chars().count();
    found.in_mid_save += usize::from(half_files(file).iter().any(|half| is_young(half)));
    let bytes = std::fs::read(file).unwrap();
    let Ok(decoded) = opstart::storage::format::decode(&bytes) else {
        found.broken += 1;
        return;
    };
    let held = decoded.session.citizen.wishes;
    // Before the first save of this round the file is as the round before left it.
    let kept = if held == before { 0 } else { held.len() };
    if kept > 0 && !typed.text.starts_with(&held) {
        found.garbled += 1;
        return;
    }
    found.acknowledged += usize::from(typed.acknowledged > 0);
    found.acknowledged_lost += usize::from(kept < typed.acknowledged);
    if let Some(first_lost) = typed.when.get(kept) {
        found.with_loss += 1;
        found.losses.push(typed.killed - *first_lost);
    }
}

/// What saves that were cut short left beside the file.
fn half_files(file: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "tmp")).collect()
}

fn is_young(file: &Path) -> bool {
    let changed = std::fs::metadata(file).and_then(|file| file.modified());
    changed.is_ok_and(|at| at.elapsed().unwrap_or_default() < Duration::from_secs(2))
}

/// An hour later the next start clears away all the halves.
fn clear_up(house: &House, file: &Path) {
    for half in half_files(file) {
        let half = std::fs::File::options().write(true).open(half).unwrap();
        half.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    }
    let mut terminal = house.program(&["open", file.to_str().unwrap()]).start();
    terminal.wait_for("Forberedelse");
    let swept = common::until(|| half_files(file).is_empty().then_some(()));
    assert!(swept.is_some(), "left over: {:?}", half_files(file));
    terminal.send("\x11");
    terminal.wait_exit();
    let names: Vec<_> = std::fs::read_dir(file.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    let others = names.iter().filter(|name| *name != ".versions" && *name != opstart::storage::log::NAME).count();
    assert_eq!(others, 1, "nothing but the session and its versions is left: {names:?}");
}
