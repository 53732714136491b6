//! The program without a terminal: keys go through the key table into `update`, and a store in memory answers what
//! `update` asks for. What is stored went through the file format and back.
//!
//! Keys are written as people say them: `"Anna<tab><ctrl+z><alt+3><f9>"`; `<lt>` is the character `<`.

// Each test program uses its own part of this.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta, Utc};
use opstart::app::browser;
use opstart::app::keeping::{Keeping, Line, Told};
use opstart::app::model::{Model, Parts, Screen, Size, Spot, Work};
use opstart::app::msg::{Effect, Folder, Keep, KeepTrouble, Msg, Ready, SaveTrouble};
use opstart::app::overlay::Overlay;
use opstart::app::page::{self, Row};
use opstart::app::update::update;
use opstart::catalog::library::{Library, NamedText};
use opstart::catalog::rewrite::{self, Refused};
use opstart::catalog::search::Index;
use opstart::domain::compare::Counts;
use opstart::domain::offer::Offer;
use opstart::domain::session::Session;
use opstart::domain::summary::{Listed, Summary};
use opstart::domain::version::Version;
use opstart::keys;
use opstart::keys::key::{Code, Key};
use opstart::storage::format;
use opstart::terminal::burst::Burst;
use opstart::terminal::input::Input;
use opstart::text::{Lang, Text};

/// A program at work, and all it has written.
pub struct Driver {
    pub model: Model,
    /// Files by name, as they are written.
    pub files: BTreeMap<String, String>,
    /// The last revision of each file.
    pub revisions: BTreeMap<String, u64>,
    /// While set, nothing can be written.
    pub disk_trouble: Option<SaveTrouble>,
    /// The program has ended.
    pub ended: bool,
    /// How often a file was given free.
    pub released: usize,
    /// Everything that was asked so that nothing is lost.
    pub asked: Vec<Keeping>,
    /// How often the file was to be looked at.
    pub looked: usize,
    /// The versions that were kept, as their files hold them.
    pub versions: Vec<(Version, String)>,
    /// The files of the catalogue; `None` while it is the one in the program.
    pub catalog: Option<BTreeMap<String, String>>,
    /// Sheets that were printed, by name.
    pub printed: BTreeMap<String, String>,
    /// What the terminal's clipboard was given last.
    pub clipboard: String,
}

/// The moment every journey begins: Sunday 22 November 2026, 13.00 in Denmark.
pub fn noon() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

impl Driver {
    /// The home screen with an empty folder, at 80×24, in Danish.
    pub fn new() -> Self {
        Self::with_size(80, 24)
    }

    pub fn with_size(width: u16, height: u16) -> Self {
        let (library, index) = builtin();
        let model = Model::new(Parts {
            text: Text::new(Lang::Da, None),
            library,
            index,
            size: Size { width, height },
            now: noon(),
            seed: 1,
            who: "test".to_owned(),
        });
        let mut driver = Self {
            model,
            files: BTreeMap::new(),
            revisions: BTreeMap::new(),
            disk_trouble: None,
            ended: false,
            released: 0,
            asked: vec![],
            looked: 0,
            versions: vec![],
            catalog: None,
            printed: BTreeMap::new(),
            clipboard: String::new(),
        };
        driver.answer(vec![Effect::List]);
        driver
    }

    /// Puts a session into the folder.
    pub fn put(&mut self, file: &str, session: &Session) {
        self.files.insert(file.to_owned(), write(session));
        self.answer(vec![Effect::List]);
    }

    /// Presses keys.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for key in parse(script) {
            if let Some(msg) = keys::resolve(&self.model, key) {
                self.send(msg);
            }
        }
        self
    }

    /// Lets keys arrive all at once, as a terminal without pastes delivers pasted text.
    pub fn keys_at_once(&mut self, script: &str) -> &mut Self {
        let pressed = parse(script);
        let mut burst = Burst::default();
        let inputs: Vec<Input> =
            pressed.iter().enumerate().flat_map(|(at, key)| burst.feed(*key, at + 1 < pressed.len())).collect();
        for input in inputs {
            let msg = match input {
                Input::Key(key) => keys::resolve(&self.model, key),
                Input::Paste(text) => Some(Msg::Paste(text)),
                other => panic!("no key gives {other:?}"),
            };
            if let Some(msg) = msg {
                self.send(msg);
            }
        }
        self
    }

    /// What one key means now.
    pub fn meaning(&self, key: &str) -> Option<Msg> {
        let key = parse(key).into_iter().next().expect("a key");
        keys::resolve(&self.model, key)
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()))
    }

    /// Lets time pass.
    pub fn wait(&mut self, minutes: i64) -> &mut Self {
        self.model.now += TimeDelta::minutes(minutes);
        self.send(Msg::Tick)
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.send(Msg::Resize(width, height))
    }

    pub fn send(&mut self, msg: Msg) -> &mut Self {
        let effects = update(&mut self.model, msg);
        self.answer(effects);
        self
    }

    fn answer(&mut self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            for msg in self.perform(effect) {
                waiting.extend(update(&mut self.model, msg));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Save { file, revision, session, .. } => {
                if let Some(why) = self.disk_trouble {
                    return vec![Msg::SaveFailed { file, why }];
                }
                let name = name_of(&file);
                self.files.insert(name.clone(), write(&session));
                self.revisions.insert(name, revision);
                vec![Msg::Saved { file, revision, at: self.model.now }]
            }
            Effect::List => vec![
                Msg::Listed(self.files.iter().map(|(file, text)| listed(file, text)).collect()),
                Msg::ListDone { folder: Folder { path: "sessions".to_owned(), ..Folder::default() } },
            ],
            Effect::Open(name) => match self.files.get(&name) {
                Some(text) => vec![Msg::Opened { file: name.into(), session: Box::new(read(text)), read_only: None }],
                None => vec![Msg::NotOpened(name)],
            },
            Effect::Create(session) => {
                let day = session.created.expect("a new session has a moment").format("%Y-%m-%d");
                let name = format!("{day}-{}.ron", session.id);
                self.files.insert(name.clone(), write(&session));
                vec![Msg::Opened { file: name.into(), session, read_only: None }]
            }
            Effect::FollowUp(name) => {
                self.files.get(&name).map(|text| Msg::FollowUpOf(Box::new(read(text)))).into_iter().collect()
            }
            Effect::Journal(name) => vec![Msg::JournalOf(Box::new(read(&self.files[&name])))],
            Effect::Delete(name) => {
                self.files.remove(&name);
                vec![Msg::Deleted(name)]
            }
            Effect::Keeping(asked) => self.keeping(asked),
            Effect::Keep(keep) => self.keep(&keep),
            Effect::Unfold => {
                self.catalog = Some(Library::builtin_files().into_iter().map(|f| (f.name, f.text)).collect());
                vec![Msg::Catalog(self.ready())]
            }
            Effect::Print { name, text } => {
                self.printed.insert(name.clone(), text);
                vec![Msg::Printed(format!("prints/{name}"))]
            }
            Effect::Clipboard(text) => {
                self.clipboard = text;
                vec![]
            }
            Effect::Menu(which) => vec![Msg::Menu(keys::list(&self.model, which))],
            Effect::Release => {
                self.released += 1;
                vec![]
            }
            Effect::Quit => {
                self.ended = true;
                vec![]
            }
        }
    }

    /// Answers what is asked so that nothing is lost, with versions in memory.
    fn keeping(&mut self, asked: Keeping) -> Vec<Msg> {
        if matches!(asked, Keeping::Look(_)) {
            // Nobody else writes here.
            self.looked += 1;
            return vec![];
        }
        self.asked.push(asked.clone());
        let told = match asked {
            Keeping::Keep { reason, session, .. } => {
                let at = self.model.now;
                let version = Version { file: self.versions.len().to_string(), at, reason };
                self.versions.push((version, write(&session)));
                return vec![];
            }
            Keeping::List(file) => {
                let then = Some(Counts::default());
                let lines = self.versions.iter().rev().map(|(version, _)| Line { version: version.clone(), then });
                Told::Versions { file, lines: lines.collect() }
            }
            Keeping::Read { file, version } => {
                let kept = self.versions.iter().find(|(other, _)| other.file == version.file).expect("a version");
                let session = Box::new(read(&kept.1));
                Told::Version { file, version, session }
            }
            Keeping::Suggest(file) => Told::Suggested { file, to: "/hjemme/kopi.ron".to_owned() },
            Keeping::Elsewhere { file, to, revision, session } => {
                self.files.insert(to.clone(), write(&session));
                Told::Copied { file, to: to.into(), revision, trouble: None }
            }
            Keeping::Look(_)
            | Keeping::Write { .. }
            | Keeping::Place { .. }
            | Keeping::TakeOver(_)
            | Keeping::Rescue(_)
            | Keeping::OpenCopy { .. } => return vec![],
        };
        vec![Msg::Keeping(told)]
    }

    /// The catalogue as its files have it now.
    fn ready(&self) -> Ready {
        let files = self.catalog.iter().flatten();
        let files: Vec<NamedText> =
            files.map(|(name, text)| NamedText { name: name.clone(), text: text.clone() }).collect();
        let library = Library::read(&files);
        let index = Index::new(&library.offers, &library.synonyms);
        Ready { library: Arc::new(library), index: Arc::new(index), folder: Some("catalog".to_owned()) }
    }

    fn keep(&mut self, keep: &Keep) -> Vec<Msg> {
        if let Some(why) = self.disk_trouble {
            return vec![Msg::NotKept(KeepTrouble::Disk(why))];
        }
        let files = self.catalog.as_mut().expect("a catalogue that can be changed");
        let text = files.get(&keep.file).cloned().unwrap_or_default();
        if let (Some(to), Some(before)) = (&keep.to, &keep.before) {
            let there = files.get(to).cloned().unwrap_or_default();
            let both = rewrite::add(&there, &keep.offer).and_then(|new| Ok((new, rewrite::remove(&text, before)?)));
            let (new, old) = both.expect("an offer that can be moved");
            files.extend([(to.clone(), new), (keep.file.clone(), old)]);
            return vec![Msg::Kept { id: keep.offer.id.clone(), ready: self.ready() }];
        }
        let changed = match &keep.before {
            Some(before) => rewrite::change(&text, before, &keep.offer),
            None => rewrite::add(&text, &keep.offer),
        };
        match changed {
            Ok(text) => {
                files.insert(keep.file.clone(), text);
                vec![Msg::Kept { id: keep.offer.id.clone(), ready: self.ready() }]
            }
            Err(Refused::Changed) => vec![Msg::NotKept(KeepTrouble::Changed), Msg::Catalog(self.ready())],
            Err(_) => vec![Msg::NotKept(KeepTrouble::Unwritable), Msg::Catalog(self.ready())],
        }
    }

    /// Lets the catalogue be a folder, which can be changed.
    pub fn with_catalog(&mut self) -> &mut Self {
        self.put_catalog(Library::builtin_files())
    }

    /// Lets the catalogue be a folder with these files.
    pub fn put_catalog(&mut self, files: Vec<NamedText>) -> &mut Self {
        self.catalog = Some(files.into_iter().map(|f| (f.name, f.text)).collect());
        let ready = self.ready();
        self.send(Msg::Catalog(ready))
    }

    /// The offer under the cursor of the catalogue.
    pub fn offer(&self) -> &Offer {
        browser::current(&self.model).unwrap_or_else(|| panic!("no offer is listed:\n{}", self.look())).1
    }

    pub fn work(&self) -> &Work {
        self.model.work.as_ref().unwrap_or_else(|| panic!("no session is open:\n{}", self.look()))
    }

    pub fn session(&self) -> &Session {
        &self.work().session
    }

    /// What is on disk of the open session.
    pub fn on_disk(&self) -> Session {
        read(self.text_on_disk())
    }

    /// The file of the open session, as it is.
    pub fn text_on_disk(&self) -> &str {
        &self.files[&name_of(&self.work().file)]
    }

    /// Name of the field that has the focus; `None` when it is on something else.
    pub fn field(&self) -> Option<&'static str> {
        match self.work().focus {
            Spot::Field(_, name) => Some(name),
            _ => None,
        }
    }

    /// Presses Tab until the field has the focus.
    pub fn tab_to(&mut self, field: &str) -> &mut Self {
        self.press_until("<tab>", &format!("the field `{field}`"), |d| d.field() == Some(field))
    }

    /// Presses a key until something holds.
    pub fn press_until(&mut self, key: &str, what: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        for _ in 0..200 {
            if holds(self) {
                return self;
            }
            self.keys(key);
        }
        panic!("{key} never leads to {what}:\n{}", self.look());
    }

    /// Moves down a list on top of the screen to the line that begins like this.
    pub fn line(&mut self, begins: &str) -> &mut Self {
        let on = |d: &Self| match d.model.overlays.last() {
            Some(Overlay::Menu(menu)) => menu.current().is_some_and(|item| item.text.starts_with(begins)),
            _ => false,
        };
        self.press_until("<down>", &format!("the line {begins:?}"), on)
    }

    /// The line above the footer.
    pub fn message(&self) -> &str {
        self.model.message.as_ref().map_or("", |m| m.text.as_str())
    }

    /// Everything as rough text, for the messages of failing tests.
    pub fn look(&self) -> String {
        let mut out = String::new();
        match self.model.screen {
            Screen::Home => {
                for line in self.model.home.shown() {
                    out += &format!("{line:?}\n");
                }
            }
            Screen::Catalog => {
                out += &format!("catalogue {:?} {:?}\n", self.model.browser.query, self.model.browser.filters);
                for (n, hit) in self.model.browser.hits.iter().enumerate().take(20) {
                    let here = if n == self.model.browser.cursor { ">" } else { " " };
                    out += &format!("{here} {}\n", self.model.library.offers[hit.offer].name);
                }
            }
            _ => out += &self.page(),
        }
        for overlay in &self.model.overlays {
            match overlay {
                Overlay::Menu(menu) => {
                    out += &format!("== {} ({})\n", menu.title, menu.query);
                    for (n, at) in menu.shown().into_iter().enumerate() {
                        let item = &menu.items[at];
                        let here = if n == menu.cursor { ">" } else { " " };
                        out += &format!("{here} {} · {} {:?} {:?}\n", item.text, item.detail, item.marked, item.off);
                    }
                }
                Overlay::Picker(picker) => {
                    out += &format!("== picker {:?} {:?}\n", picker.query, picker.filter);
                    for (n, hit) in picker.hits.iter().enumerate().take(10) {
                        let here = if n == picker.cursor { ">" } else { " " };
                        out += &format!("{here} {}\n", self.model.library.offers[hit.offer].name);
                    }
                }
                other => out += &format!("== {other:?}\n"),
            }
        }
        out += &format!("-- {}\n", self.message());
        out
    }

    fn page(&self) -> String {
        let mut out = String::new();
        let Some(work) = &self.model.work else { return out };
        let page = page::page(&self.model);
        let focused = page.row_of(work.focus);
        let around = focused.unwrap_or_default();
        for (n, placed) in page.rows.iter().enumerate().filter(|(n, _)| n.abs_diff(around) < 15) {
            let here = if focused == Some(n) { ">" } else { " " };
            let says = match &placed.row {
                Row::Heading { text, detail } => format!("# {text} {detail}"),
                Row::Note { lines, advice } => format!("{} {}", if *advice { "!" } else { "." }, lines.join(" ")),
                Row::Field { field, content, aside, depth, .. } => {
                    format!("{}{}: {content} {aside}", "  ".repeat(usize::from(*depth)), field.word)
                }
                Row::Record { mark, title, detail, depth, .. } => {
                    format!("{}{mark} {title} – {detail}", "  ".repeat(usize::from(*depth)))
                }
                Row::Button { lines, depth } => format!("{}<{}>", "  ".repeat(usize::from(*depth)), lines.join(" ")),
                Row::Blank => String::new(),
            };
            out += &format!("{here} {says}\n");
        }
        out
    }
}

/// The catalogue of the program with its search, made once.
fn builtin() -> (Arc<Library>, Arc<Index>) {
    static BUILTIN: OnceLock<(Arc<Library>, Arc<Index>)> = OnceLock::new();
    let made = BUILTIN.get_or_init(|| {
        let library = Library::builtin();
        let index = Index::new(&library.offers, &library.synonyms);
        (Arc::new(library), Arc::new(index))
    });
    made.clone()
}

fn name_of(file: &std::path::Path) -> String {
    file.file_name().expect("a file name").to_string_lossy().into_owned()
}

fn listed(file: &str, text: &str) -> Listed {
    match format::decode(text.as_bytes()) {
        Ok(decoded) => Listed::Session(Summary::of(&decoded.session, file)),
        Err(error) => Listed::Damaged { file: file.to_owned(), what: format!("{error:?}") },
    }
}

/// A session as its file holds it.
pub fn write(session: &Session) -> String {
    format::encode(session).expect("a session can be written")
}

/// A session from its file.
pub fn read(text: &str) -> Session {
    format::decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}\n{text}")).session
}

/// The keys of a script.
pub fn parse(script: &str) -> Vec<Key> {
    let mut keys = vec![];
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '<' {
            let (name, after) = rest.split_once('>').unwrap_or_else(|| panic!("no `>` after `<{rest}`"));
            rest = after;
            keys.push(named(name));
        } else if c == '\n' {
            keys.push(Key::plain(Code::Enter));
        } else {
            keys.push(Key::char(c));
        }
    }
    keys
}

fn named(name: &str) -> Key {
    let mut key = Key::plain(Code::Esc);
    let mut rest = name;
    while let Some((modifier, after)) = rest.split_once('+') {
        match modifier {
            "ctrl" => key.ctrl = true,
            "alt" => key.alt = true,
            "shift" => key.shift = true,
            other => panic!("no modifier {other:?} in <{name}>"),
        }
        rest = after;
    }
    key.code = match rest {
        "enter" => Code::Enter,
        "tab" => Code::Tab,
        "backspace" => Code::Backspace,
        "delete" => Code::Delete,
        "insert" => Code::Insert,
        "esc" => Code::Esc,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pageup" => Code::PageUp,
        "pagedown" => Code::PageDown,
        "space" => Code::Char(' '),
        "lt" => Code::Char('<'),
        other => {
            let mut chars = other.chars();
            match (chars.next(), chars.as_str()) {
                (Some(c), "") => Code::Char(c),
                (Some('f'), number) => Code::F(number.parse().expect("the number of a function key")),
                _ => panic!("no key <{name}>"),
            }
        }
    };
    key
}
