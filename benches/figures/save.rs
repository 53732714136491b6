//! What a save costs beside the bare calls on the same bytes, in the clear and encrypted, all in turns.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use opstart::domain::session::Session;
use opstart::storage::vault::{self, Member};
use opstart::storage::worker::{Job, Report, Saver, Setup};
use opstart::storage::{disk, format};

use crate::common::House;
use crate::figures::{heading, spread, timed};

const ROUNDS: usize = 400;
/// Recipients of the encrypted folders.
const MEMBERS: [usize; 2] = [1, 5];

/// A small session as one begins with, and one of a whole meeting.
pub fn print_all(house: &House) {
    heading(&format!("Save, {ROUNDS} times in turns with the bare calls"));
    println!("A save is all of it: handed to the thread that saves, looked for changes from outside, made into text,");
    println!("encrypted where there is a vault, written, told. The bare calls are handed to a thread as well.");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples");
    for (name, session) in [
        ("a session just made", House::read(&house.session("A.B."))),
        ("a whole meeting", House::read(&examples.join("2026-12-01-zz125e0b.ron"))),
    ] {
        // On the disk where the project lies: the temporary folder may be memory.
        let folder = tempfile::Builder::new().tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        one(name, &session, folder.path());
    }
}

/// Times of one way to save.
struct Way {
    name: String,
    run: Box<dyn FnMut(usize)>,
    took: Vec<Duration>,
}

impl Way {
    fn new(name: impl Into<String>, run: impl FnMut(usize) + 'static) -> Self {
        Self { name: name.into(), run: Box::new(run), took: vec![] }
    }
}

fn one(name: &str, session: &Session, folder: &Path) {
    // Something is different every time, and equally long.
    let states: Vec<Arc<Session>> = ["A", "B"]
        .map(|letter| {
            let mut state = session.clone();
            state.citizen.wishes = format!("{letter}{}", state.citizen.wishes);
            Arc::new(state)
        })
        .to_vec();
    let text = format::encode(&states[0]).unwrap().into_bytes();
    println!("\n{name}, {} bytes", text.len());
    let clear = made(folder, "clear", 0);
    let mut ways = vec![bare("bare", &clear, text.clone()), saver("save", &clear, &states)];
    let encoded = Arc::clone(&states[0]);
    ways.push(Way::new("  of it the text", move |_| drop(format::encode(&encoded).unwrap())));
    let alone = clear.join("alone.ron");
    ways.push(Way::new("  of it the writing", move |_| disk::atomic(&alone, &text).unwrap()));
    for members in MEMBERS {
        let sealed = made(folder, &format!("sealed-{members}"), members);
        let bytes = format::bytes_for(&sealed.join("x.ron"), session).unwrap();
        ways.push(bare(&format!("bare, encrypted to {members}"), &sealed, bytes));
        ways.push(saver(&format!("save, encrypted to {members}"), &sealed, &states));
        let encoded = Arc::clone(&states[0]);
        let path = sealed.join("x.ron");
        let run = move |_| drop(format::bytes_for(&path, &encoded).unwrap());
        ways.push(Way::new("  of it text and encryption", run));
    }
    for round in 0..ROUNDS {
        // Each has the others before and behind it equally often.
        let count = ways.len();
        for at in 0..count {
            let way = &mut ways[(at + round) % count];
            way.took.push(timed(|| (way.run)(round)));
        }
    }
    let mut last_bare = (0.0, 0.0);
    for Way { name, mut took, .. } in ways {
        let (median, most, _) = spread(&mut took);
        if name.starts_with("bare") {
            last_bare = (median, most);
        }
        let share = format!("{:.2} × bare", median / last_bare.0);
        println!("{name:<30} p50 {median:>7.3}  p99 {most:>7.3} ms   {share}");
    }
    println!("goal: save ≤ 1.3 × bare");
}

/// A folder of its own, encrypted to so many.
fn made(folder: &Path, name: &str, members: usize) -> PathBuf {
    let made = folder.join(name);
    disk::private_dir(&made).unwrap();
    let key = || age::x25519::Identity::generate().to_public().to_string();
    let list: Vec<Member> = (0..members).map(|at| Member { name: format!("Nr. {at}"), key: key() }).collect();
    if members > 0 {
        vault::set_members(&made, &list).unwrap();
    }
    made
}

/// The program's own way: two files by turns, because it lets one and the same rest between two saves.
fn saver(name: &str, folder: &Path, states: &[Arc<Session>]) -> Way {
    let (tx, rx) = channel();
    let setup = Setup { days: 30, wording: Box::new(|_| String::new()) };
    let saver = Saver::spawn(setup, move |report| tx.send(report).unwrap()).unwrap();
    let (folder, states) = (folder.to_owned(), states.to_vec());
    let mut revision = 0;
    Way::new(name, move |round| {
        revision += 1;
        let session = Arc::clone(&states[round / 2 % 2]);
        let path = folder.join(format!("saved-{}.ron", round % 2));
        saver.save(Job { revision, session, path, at: chrono::Utc::now(), seen: 0 });
        match rx.recv().unwrap() {
            Report::Save(report) => assert!(report.result.is_ok(), "{report:?}"),
            other => panic!("{other:?}"),
        }
    })
}

/// The bare calls on a thread that is told to and tells.
fn bare(name: &str, folder: &Path, bytes: Vec<u8>) -> Way {
    let (to, asked): (Sender<usize>, Receiver<usize>) = channel();
    let (tell, done) = channel();
    let folder = folder.to_owned();
    thread::spawn(move || {
        for round in asked {
            bare_save(&folder, &folder.join(format!("bare-{}.ron", round % 2)), &bytes);
            if tell.send(Instant::now()).is_err() {
                return;
            }
        }
    });
    Way::new(name, move |round| {
        to.send(round).unwrap();
        done.recv().unwrap();
    })
}

/// Temporary file, write, sync, rename, sync the folder: with nothing around it.
fn bare_save(folder: &Path, target: &Path, bytes: &[u8]) {
    let temp = folder.join("bare.tmp");
    let mut file = File::options().write(true).create_new(true).open(&temp).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    drop(file);
    fs::rename(&temp, target).unwrap();
    File::open(folder).unwrap().sync_all().unwrap();
}
