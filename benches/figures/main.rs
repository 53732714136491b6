//! Prints how long the program lets one wait, through a real terminal and with more data than any municipality has.
//! Judges nothing: `cargo bench --bench figures`, or with one of `start`, `catalog`, `keys`, `save` behind `--`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

#[cfg(unix)]
#[path = "../../tests/common/mod.rs"]
mod common;

#[cfg(unix)]
mod catalog;
#[cfg(unix)]
mod save;

#[cfg(unix)]
fn main() {
    figures::main();
}

#[cfg(not(unix))]
fn main() {
    println!("The figures need a pseudo-terminal of Unix.");
}

#[cfg(unix)]
mod figures {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::thread;
    use std::time::{Duration, Instant};

    use opstart::catalog::library::Library;

    use crate::common::{House, Program, Terminal, text_of};
    use crate::{catalog, save};

    const SESSIONS: usize = 2_000;
    const OFFERS: usize = 10_000;
    const STARTS: usize = 15;
    const KEYS: usize = 600;
    const BETWEEN_KEYS: Duration = Duration::from_millis(20);
    const WISHES: &str = "Ønsker til mødet";
    const F1: &str = "\x1bOP";
    const F6: &str = "\x1b[17~";
    const CTRL_K: &str = "\x0b";
    const ENTER: &str = "\r";

    pub fn main() {
        let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
        let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|w| w == name);
        let world = World::new();
        if is_wanted("start") {
            world.start();
        }
        if is_wanted("catalog") {
            catalog::print_all(&world.catalog);
        }
        if is_wanted("keys") {
            world.keys();
        }
        if is_wanted("save") {
            save::print_all(&world.house);
        }
    }

    /// A folder with many sessions and a catalogue with many offers.
    struct World {
        house: House,
        catalog: PathBuf,
    }

    impl World {
        fn new() -> Self {
            let house = House::new();
            let sessions = house.sessions();
            house.run(&["demo", "--many", &SESSIONS.to_string(), sessions.to_str().unwrap()]);
            let catalog = house.path().join("katalog");
            replicate(&catalog);
            Self { house, catalog }
        }

        fn program(&self, args: &[&str]) -> Program {
            self.house.program(args).env("OPSTART_CATALOG", &self.catalog)
        }

        fn start(&self) {
            heading(&format!("Start with {SESSIONS} sessions and {OFFERS} offers, {STARTS} times"));
            let (mut frame, mut keys, mut fifty, mut all, mut picker) = (vec![], vec![], vec![], vec![], vec![]);
            let mut steady = 0;
            for _ in 0..STARTS {
                let began = Instant::now();
                let mut terminal = self.program(&[]).start();
                let has_footer = |s: &vt100::Screen| text_of(s).lines().last().is_some_and(|l| l.contains("F1"));
                frame.push(terminal.wait_until("the first frame", has_footer) - began);
                terminal.send(F1);
                let helped = |s: &vt100::Screen| text_of(s).matches('┌').count() > 0;
                keys.push(terminal.wait_until("the help", helped) - began);
                drop(terminal);

                let began = Instant::now();
                let terminal = self.program(&[]).size(80, 60).start();
                let chosen = |s: &vt100::Screen| text_of(s).lines().find(|l| l.starts_with('▌')).map(str::to_owned);
                fifty.push(terminal.wait_until("fifty sessions", |s| dated(s) >= 50) - began);
                let first = terminal.look(chosen);
                let is_read = |s: &vt100::Screen| !text_of(s).contains("Henter") && dated(s) >= 50;
                all.push(terminal.wait_until("all sessions", is_read) - began);
                steady += usize::from(terminal.look(chosen) == first);
                drop(terminal);

                let began = Instant::now();
                let terminal = self.program(&["catalog"]).start();
                let count = format!("{OFFERS} af {OFFERS}");
                picker.push(terminal.wait_until("the offers", |s| digits(&text_of(s)).contains(&count)) - began);
            }
            print("first frame", &mut frame, 50.0);
            print("… and it has answered a key", &mut keys, 50.0);
            print("newest 50 listed", &mut fifty, 100.0);
            print("all listed and sorted", &mut all, 500.0);
            print("catalogue to search in", &mut picker, 300.0);
            println!("the row under the cursor stayed where it was: {steady} of {STARTS}");
        }

        fn keys(&self) {
            heading(&format!("Key to frame with {OFFERS} offers, saves in flight, {KEYS} keys each"));
            let file = self.house.session("A.B.");
            let mut terminal = self.program(&["open", file.to_str().unwrap()]).start();
            terminal.wait_for("Forberedelse");
            thread::sleep(Duration::from_secs(2));
            terminal.go_to(WISHES);
            // Short lines: a space at the end of a full one moves no cursor.
            let letters = "Jeg vil gerne i arbejde igen,\rmen ikke på fuld tid\rog ikke før min søn er faldet til.\r";
            let text: Vec<char> = letters.chars().cycle().take(KEYS).collect();
            let mut typing = Timing::default();
            for letter in text {
                typing.key(&mut terminal, &letter.to_string());
            }
            typing.print("in a text of several lines");

            terminal.send(F6);
            terminal.wait_until("the picker", |s| digits(&text_of(s)).contains(&format!("{OFFERS} af {OFFERS}")));
            let mut searching = Timing::default();
            let queries =
                ["støtte i hjemmet", "kontaktperson", "misbrug", "§ 85", "gæld", "angst og depression", "sport", "en"];
            let mut queries = queries.iter().cycle();
            while searching.took.len() < KEYS {
                for letter in queries.next().unwrap().chars() {
                    searching.key(&mut terminal, &letter.to_string());
                }
                // The offer under the cursor goes into the session, which is saved while the next query is typed.
                terminal.send(ENTER);
                thread::sleep(BETWEEN_KEYS);
                searching.key(&mut terminal, CTRL_K);
            }
            searching.print("in the search for offers");

            heading("Memory");
            let status = fs::read_to_string(format!("/proc/{}/status", terminal.process())).unwrap_or_default();
            for line in status.lines().filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM")) {
                println!("{line}   (goal: ≤ 60 MB resident)");
            }
        }
    }

    /// Times from keys to the frames that show them.
    #[derive(Default)]
    struct Timing {
        took: Vec<Duration>,
        /// What of it the thread that handles keys and draws was at work; on a busy machine it waits for the rest.
        worked: Vec<Duration>,
        saving: usize,
        /// The key that took longest, and the line of the screen it was typed in.
        slowest: (Duration, String),
    }

    impl Timing {
        /// Sends a key that moves the terminal's cursor, the last thing of every frame.
        fn key(&mut self, terminal: &mut Terminal, key: &str) {
            let before = terminal.look(vt100::Screen::cursor_position);
            let (sent, worked) = (Instant::now(), at_work(terminal.process()));
            terminal.send(key);
            let shown = terminal.wait_until("the key to show", |s| s.cursor_position() != before);
            self.took.push(shown - sent);
            self.worked.push(at_work(terminal.process()).saturating_sub(worked));
            if shown - sent > self.slowest.0 {
                let line = terminal.look(text_of).lines().nth(shown_row(terminal)).unwrap_or_default().to_owned();
                self.slowest = (shown - sent, format!("{key:?} in {:?}", line.trim()));
            }
            self.saving += usize::from(terminal.look(text_of).contains("Gemmer"));
            thread::sleep(BETWEEN_KEYS);
        }

        fn print(mut self, what: &str) {
            let (count, saving) = (self.took.len(), self.saving);
            print(what, &mut self.took, 5.0);
            print("    of it at work", &mut self.worked, 5.0);
            println!("    the slowest key: {}", self.slowest.1);
            if saving > 0 {
                println!("    {saving} of {count} frames said that a save was on its way");
            }
        }
    }

    fn shown_row(terminal: &Terminal) -> usize {
        usize::from(terminal.look(vt100::Screen::cursor_position).0)
    }

    /// How long the first thread of a process has been at work so far; nothing where the system does not tell.
    fn at_work(process: u32) -> Duration {
        let told = fs::read_to_string(format!("/proc/{process}/task/{process}/schedstat")).unwrap_or_default();
        Duration::from_nanos(told.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default())
    }

    /// Lines that begin with a day.
    fn dated(screen: &vt100::Screen) -> usize {
        let is_dated = |line: &&str| {
            let line = line.trim_start_matches(['▌', ' ']);
            line.starts_with(|c: char| c.is_ascii_digit()) && line.contains('.')
        };
        text_of(screen).lines().skip(3).filter(is_dated).count()
    }

    /// The text without the dots or spaces in its thousands.
    fn digits(text: &str) -> String {
        text.replace(['.', '\u{a0}'], "")
    }

    /// The example catalogue, over and over until there are enough offers.
    fn replicate(catalog: &Path) {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
        copy(&own, catalog);
        fs::remove_dir_all(catalog.join("offers")).unwrap();
        fs::create_dir(catalog.join("offers")).unwrap();
        let builtin = Library::builtin().offers;
        for (number, offers) in (0..OFFERS).collect::<Vec<_>>().chunks(1_000).enumerate() {
            let offers: Vec<_> = offers
                .iter()
                .map(|at| {
                    let mut offer = builtin[at % builtin.len()].clone();
                    offer.state = opstart::domain::offer::OfferState::Active;
                    if *at >= builtin.len() {
                        offer.id = format!("{}-{}", offer.id, at / builtin.len());
                        offer.name = format!("{} {}", offer.name, at / builtin.len());
                    }
                    offer
                })
                .collect();
            let text = ron::ser::to_string_pretty(&offers, ron::ser::PrettyConfig::default()).unwrap();
            fs::write(catalog.join("offers").join(format!("{number}.ron")), text).unwrap();
        }
    }

    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &target);
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }

    pub fn timed(work: impl FnOnce()) -> Duration {
        let began = Instant::now();
        work();
        began.elapsed()
    }

    pub fn heading(text: &str) {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').take(3).collect::<Vec<_>>().join(" ");
        println!("\n{text}   [load of the machine: {load}]");
    }

    /// Median, 99th of a hundred, and largest, in milliseconds.
    pub fn spread(took: &mut [Duration]) -> (f64, f64, f64) {
        took.sort_unstable();
        let at = |share: f64| took[((took.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1000.0;
        (at(0.5), at(0.99), at(1.0))
    }

    pub fn print(what: &str, took: &mut [Duration], goal: f64) {
        let (median, most, largest) = spread(took);
        println!("{what:<32} p50 {median:>8.2}  p99 {most:>8.2}  max {largest:>8.2} ms   (goal: ≤ {goal} ms)");
    }
}
