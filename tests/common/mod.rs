//! A real terminal for the tests: runs a program in a pseudo-terminal and reads what a user would see.
//!
//! Wait for text, never for time. The terminal answers no questions, so a program that asks one hangs here as it
//! would in the poorest terminal.

// Each test program uses its own part of this.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};

/// How long anything may take before a test gives up; `OPSTART_TEST_SECONDS` makes it longer on a slow machine.
pub fn patience() -> Duration {
    let seconds = std::env::var("OPSTART_TEST_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(10))
}

/// A program about to be started: 80×24, the environment of the tests without what would change its looks.
pub struct Program {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Program {
    /// The program in this file; the product's own is `env!("CARGO_BIN_EXE_opstart")`.
    pub fn new(file: impl AsRef<OsStr>) -> Self {
        let mut command = CommandBuilder::new(file);
        for name in ["NO_COLOR", "COLORTERM", "OPSTART_LANG", "OPSTART_SESSIONS", "OPSTART_CATALOG"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        if let Ok(folder) = std::env::current_dir() {
            command.cwd(folder);
        }
        Self { command, size: (80, 24) }
    }

    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// The folder it runs in; the tests' own otherwise.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.cwd(folder);
        self
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub fn start(self) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(columns, rows)).expect("a pseudo-terminal");
        #[cfg(unix)]
        let settings_before = settings(&*pair.master);
        let child = pair.slave.spawn_command(self.command).expect("the program starts");
        let shown = Arc::new(Glass {
            shown: Mutex::new(Shown {
                parser: vt100::Parser::new(cells(rows), cells(columns), 0),
                bytes: Vec::new(),
                at: Instant::now(),
            }),
            changed: Condvar::new(),
        });
        let mut reader = pair.master.try_clone_reader().expect("the terminal's output");
        let sink = Arc::clone(&shown);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let at = Instant::now();
                let mut shown = sink.look();
                shown.parser.process(&buffer[..count]);
                shown.bytes.extend_from_slice(&buffer[..count]);
                shown.at = at;
                sink.changed.notify_all();
            }
        });
        Terminal {
            keyboard: pair.master.take_writer().expect("the terminal's keyboard"),
            child,
            shown,
            #[cfg(unix)]
            settings_before,
            // Held so that the settings the program leaves behind can still be read when it has ended.
            _slave: pair.slave,
            master: pair.master,
        }
    }
}

struct Shown {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// When the last of them arrived.
    at: Instant,
}

/// What is shown, and a bell that rings whenever it changes.
struct Glass {
    shown: Mutex<Shown>,
    changed: Condvar,
}

impl Glass {
    fn look(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running program and the terminal it runs in. Dropping it ends the program.
pub struct Terminal {
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Glass>,
    #[cfg(unix)]
    settings_before: String,
    _slave: Box<dyn SlavePty + Send>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Types text as it is; Enter is `\r`, Esc `\x1b`, Ctrl+Q `\x11`.
    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).and_then(|()| self.keyboard.flush()).expect("the keyboard");
    }

    /// Pastes as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// The text on the screen, one line per row, without trailing blanks.
    pub fn screen(&self) -> String {
        self.look(text_of)
    }

    /// Anything else the screen can tell: a cell's colour, the cursor, a mode.
    pub fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.shown.look().parser.screen())
    }

    /// Every byte the program has written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.shown.look().bytes.clone()
    }

    /// Waits until the screen shows `text`, and fails with the screen when it does not come.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(&format!("the screen to show {text:?}"), |screen| text_of(screen).contains(text));
    }

    /// Tabs from field to field until the one with this label has the focus.
    pub fn go_to(&mut self, label: &str) {
        let focused = |screen: &vt100::Screen| text_of(screen).lines().find(|l| l.starts_with('▌')).map(str::to_owned);
        self.wait_until("something to have the focus", |screen| focused(screen).is_some());
        for _ in 0..60 {
            let here = self.look(focused);
            if here.as_ref().is_some_and(|line| line.contains(label)) {
                return;
            }
            self.send("\t");
            self.wait_until("the focus to move", |screen| focused(screen).is_some_and(|line| Some(line) != here));
        }
        panic!("no field is called {label:?}; the screen was:\n{}", self.screen());
    }

    /// The number of the process, while it runs.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Waits until the screen no longer shows `text`.
    pub fn wait_gone(&self, text: &str) {
        self.wait_until(&format!("{text:?} to go away"), |screen| !text_of(screen).contains(text));
    }

    /// Waits until the screen is as told, and gives the moment the last of it arrived.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> Instant {
        let came = self.within(patience(), holds);
        came.unwrap_or_else(|| panic!("waited in vain for {what}; the screen was:\n{}", self.screen()))
    }

    /// The same for so long; `None` when it did not come to be.
    pub fn within(&self, time: Duration, holds: impl Fn(&vt100::Screen) -> bool) -> Option<Instant> {
        let end = Instant::now() + time;
        let mut shown = self.shown.look();
        loop {
            if holds(shown.parser.screen()) {
                return Some(shown.at);
            }
            let left = end.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())?;
            shown = self.shown.changed.wait_timeout(shown, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.shown.look().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(pty_size(columns, rows)).expect("a new size");
    }

    /// Sends a signal by name: `TERM`, `HUP`, `INT`, `KILL`.
    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let pid = self.process().to_string();
        let sent = std::process::Command::new("kill").args([&format!("-{name}"), &pid]).status();
        assert!(sent.expect("kill runs").success(), "signal {name} to {pid}");
    }

    /// Waits until the program has ended and all it wrote is on the screen.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let ended = until(|| self.child.try_wait().expect("a process"));
        let status = ended.unwrap_or_else(|| panic!("it does not end; the screen was:\n{}", self.screen()));
        // Nobody writes any more, so whatever is still on its way arrives within a few reads.
        let mut seen = self.bytes().len();
        loop {
            thread::sleep(Duration::from_millis(20));
            let now = self.bytes().len();
            if now == seen {
                return status;
            }
            seen = now;
        }
    }

    /// Fails unless the terminal is as it was before the program: main screen, cursor, no paste or mouse mode, plain
    /// colours, line editing and echo. Call it after `wait_exit`.
    pub fn assert_given_back(&self) {
        self.look(|screen| {
            assert!(!screen.alternate_screen(), "the alternate screen is still up");
            assert!(!screen.bracketed_paste(), "bracketed paste is still on");
            assert!(!screen.hide_cursor(), "the cursor is still hidden");
            assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is still taken");
            assert!(!screen.inverse() && !screen.bold(), "text is still marked");
            assert_eq!(screen.fgcolor(), vt100::Color::Default, "text is still coloured");
        });
        #[cfg(unix)]
        assert_eq!(settings(&*self.master), self.settings_before, "the terminal's settings are not as they were");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// The text on a screen, one line per row, without trailing blanks.
pub fn text_of(screen: &vt100::Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Asks again and again, until there is an answer or patience is over.
pub fn until<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience();
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() > end {
            return answer;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The terminal's settings (line editing, echo, …) as text; their type has no name here.
#[cfg(unix)]
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has at least one row and column")
}

/// A folder of its own for one test: with an å and a space in its name, and nothing of this machine's settings.
pub struct House {
    folder: tempfile::TempDir,
}

impl House {
    pub fn new() -> Self {
        Self { folder: tempfile::Builder::new().prefix("på kontoret ").tempdir().expect("a temporary folder") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of sessions; it is not there before the first session is.
    pub fn sessions(&self) -> std::path::PathBuf {
        self.path().join("møder på gården")
    }

    /// Where the program finds its own: nothing but what this test put there.
    pub fn environment(&self) -> Vec<(&'static str, std::path::PathBuf)> {
        vec![
            ("HOME", self.path().to_owned()),
            ("XDG_CONFIG_HOME", self.path().join("config")),
            ("XDG_DATA_HOME", self.path().join("data")),
            ("OPSTART_SESSIONS", self.sessions()),
        ]
    }

    /// The program, about to be started in a terminal.
    pub fn program(&self, args: &[&str]) -> Program {
        let program = Program::new(env!("CARGO_BIN_EXE_opstart")).args(args).folder(self.path());
        self.environment().into_iter().fold(program, |program, (name, value)| program.env(name, value))
    }

    /// What the program prints where there is no screen.
    pub fn run(&self, args: &[&str]) -> String {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_opstart"));
        command.args(args).current_dir(self.path()).envs(self.environment()).stdin(std::process::Stdio::null());
        let output = command.output().expect("the program runs");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// What lies in the folder of sessions, but for the log and the earlier versions.
    pub fn in_sessions(&self) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(self.sessions()).expect("the folder of sessions");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        paths.filter(|path| !path.ends_with(opstart::storage::log::NAME) && !path.ends_with(".versions")).collect()
    }

    /// Every file below the house, with what is in it.
    pub fn everything(&self) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let mut folders = vec![self.path().to_owned()];
        let mut files = vec![];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).expect("a file");
                    files.push((path, bytes));
                }
            }
        }
        files
    }

    /// A new session; gives its file.
    pub fn session(&self, reference: &str) -> std::path::PathBuf {
        self.run(&["new", "--reference", reference]).trim_end().into()
    }

    /// The session a file holds now.
    pub fn read(file: &Path) -> opstart::domain::session::Session {
        let bytes = std::fs::read(file).expect("the file is there");
        opstart::storage::format::decode(&bytes).expect("the file loads").session
    }
}
