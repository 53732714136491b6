//! Two write one session without a common lock, as two machines on a sync folder or after a take-over: every entry that
//! one of them was told is saved is found afterwards. Prints what it found: `cargo test --test two -- --nocapture`;
//! `OPSTART_TEST_WRITING` asks for more seconds of it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use chrono::Utc;
use common::House;
use opstart::domain::merge::{Noted, Past, merge};
use opstart::domain::record::Id;
use opstart::domain::session::{Decision, Session};
use opstart::domain::version::Reason;
use opstart::storage::worker::{Aside, Content, Job, Report, Saver, Setup};
use opstart::storage::{sessions, versions};

/// How long both write.
fn writing() -> Duration {
    let seconds = std::env::var("OPSTART_TEST_WRITING").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(4))
}

fn wording(noted: &Noted) -> String {
    format!("{} {:?} {}", noted.word, noted.theirs, noted.text)
}

/// Somebody at a machine of their own.
struct Machine {
    name: char,
    path: std::path::PathBuf,
    saver: Saver,
    reports: Receiver<Report>,
    session: Session,
    revision: u64,
    outside: u64,
    rng: fastrand::Rng,
    /// What was written, with the revision it came with.
    entries: Vec<(u64, String)>,
    acknowledged: u64,
    came_in: usize,
}

impl Machine {
    fn at(path: &Path, name: char) -> Self {
        let (send, reports) = channel();
        let setup = Setup { days: 30, wording: Box::new(wording) };
        let saver = Saver::spawn(setup, move |report| drop(send.send(report))).unwrap();
        // As without a lock: the other holds none, either.
        let opened = sessions::open(path, Utc::now()).unwrap();
        saver.opened(&opened);
        let rng = fastrand::Rng::with_seed(u64::from(u32::from(name)));
        let (session, path) = (opened.session, path.to_owned());
        Self {
            name,
            path,
            saver,
            reports,
            session,
            revision: 0,
            outside: 0,
            rng,
            entries: vec![],
            acknowledged: 0,
            came_in: 0,
        }
    }

    /// Writes something: a decision of its own or, now and then, a word more in a field both write in.
    fn write(&mut self) {
        let word = format!("{}{:05}", self.name, self.entries.len());
        if self.rng.u8(..) < 40 {
            self.session.citizen.wishes += &[" ", &word].concat();
        } else {
            let decision = Decision { id: Id::draw(&mut self.rng), text: word.clone(), ..Decision::default() };
            self.session.close.decisions.push(decision);
        }
        self.save();
        self.entries.push((self.revision, word));
    }

    fn save(&mut self) {
        self.revision += 1;
        let session = Arc::new(self.session.clone());
        let (revision, path, seen) = (self.revision, self.path.clone(), self.outside);
        self.saver.save(Job { revision, session, path, at: Utc::now(), seen });
    }

    /// Hears what became of it; true when something came in and is to be saved.
    fn hear(&mut self) -> bool {
        let mut changed = false;
        while let Ok(report) = self.reports.try_recv() {
            let Report::Save(report) = report else { continue };
            let Ok(written) = report.result else { continue };
            self.acknowledged = self.acknowledged.max(report.revision);
            assert_eq!(written.beside, None, "each reads what the other writes");
            if let Some(came_in) = written.came_in {
                let none = Past::default();
                self.session = merge(&came_in.sent, &none, &self.session, &came_in.merged, &wording).session;
                self.outside = came_in.number;
                self.came_in += 1;
                changed = true;
            }
        }
        changed
    }

    fn work(mut self, until: Instant) -> Self {
        while Instant::now() < until {
            self.write();
            if self.hear() {
                self.save();
            }
            thread::sleep(Duration::from_millis(self.rng.u64(1..30)));
        }
        // Leaving, as the program does it.
        self.saver.finish(Duration::from_secs(20));
        if self.hear() {
            self.save();
        }
        let content = Content::Session(Arc::new(self.session.clone()));
        self.saver.aside(Aside::Keep { path: self.path.clone(), content, reason: Reason::Left, at: Utc::now() });
        assert_eq!(self.saver.finish(Duration::from_secs(20)), None);
        self.hear();
        self
    }
}

#[test]
fn every_entry_two_savers_were_told_is_saved_is_found_afterwards() {
    let house = House::new();
    let path = house.session("A.B.");
    let until = Instant::now() + writing();
    let machines = ['a', 'b'].map(|name| Machine::at(&path, name));
    let done: Vec<Machine> = thread::scope(|scope| {
        let at_work: Vec<_> = machines.into_iter().map(|machine| scope.spawn(move || machine.work(until))).collect();
        at_work.into_iter().map(|at_work| at_work.join().unwrap()).collect()
    });
    let text = fs::read_to_string(&path).unwrap();
    let kept = all_versions(&path);
    let (mut all, mut in_file, mut in_versions, mut lost) = (0, 0, 0, vec![]);
    for machine in &done {
        for (_, word) in machine.entries.iter().filter(|(revision, _)| *revision <= machine.acknowledged) {
            all += 1;
            match (text.contains(word), kept.contains(word)) {
                (true, _) => in_file += 1,
                (false, true) => in_versions += 1,
                (false, false) => lost.push(word.clone()),
            }
        }
    }
    println!(
        "two savers for {:?}: {all} entries acknowledged; in the file {in_file}, only in a version {in_versions}, lost {}; \
         put together {} times; versions kept {}",
        writing(),
        lost.len(),
        done.iter().map(|machine| machine.came_in).sum::<usize>(),
        versions::list(&path).unwrap().len(),
    );
    assert!(lost.is_empty(), "{lost:?}");
    assert!(done.iter().all(|machine| machine.came_in > 0), "they did meet");
    let mut ids = vec![];
    sessions::read(&path).unwrap().session.visit(&mut |_, _, record| ids.push(record.id()));
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
}

fn all_versions(path: &Path) -> String {
    let all = versions::list(path).unwrap();
    all.iter().map(|version| fs::read_to_string(versions::path(path, version)).unwrap()).collect()
}

const F4: &str = "\x1bOS";
const F7: &str = "\x1b[18~";
const CTRL_Q: &str = "\x11";

#[test]
fn every_entry_in_two_real_programs_is_found_afterwards() {
    let house = House::new();
    let path = house.session("A.B.");
    let open = || {
        let terminal = house.program(&["open", path.to_str().unwrap()]).start();
        terminal.wait_for("Forberedelse");
        // On another machine nobody sees the lock.
        let mut lock = path.clone().into_os_string();
        lock.push(".lock");
        common::until(|| fs::remove_file(&lock).ok()).expect("a lock file");
        terminal
    };
    let mut programs = [open(), open()];
    let until = Instant::now() + writing();
    let mut entries = vec![];
    while Instant::now() < until {
        for (program, (key, name)) in programs.iter_mut().zip([(F4, 'a'), (F7, 'b')]) {
            let word = format!("{name}{:05}", entries.len());
            // Ten words to a decision, as somebody writes who follows what is said.
            if entries.len() % 20 < 2 {
                program.send(key);
                thread::sleep(Duration::from_millis(20));
            }
            program.send(&[&word, " "].concat());
            thread::sleep(Duration::from_millis(50));
            entries.push(word);
        }
    }
    for program in &mut programs {
        program.wait_until("all to be saved", |screen| {
            common::text_of(screen).lines().next().unwrap_or_default().contains("Gemt ")
        });
        program.send(CTRL_Q);
        assert!(program.wait_exit().success());
    }
    let (text, kept) = (fs::read_to_string(&path).unwrap(), all_versions(&path));
    let in_file = entries.iter().filter(|word| text.contains(*word)).count();
    let lost: Vec<_> = entries.iter().filter(|word| !text.contains(*word) && !kept.contains(*word)).collect();
    println!("two programs for {:?}: {} entries, in the file {in_file}, lost {}", writing(), entries.len(), lost.len());
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(in_file, entries.len());
}
