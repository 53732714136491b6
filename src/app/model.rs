//! The state of the program: all of it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::browser::Browser;
use super::command::Command;
use super::editor::Cursor;
use super::msg::{Folder, ReadOnly, SaveTrouble};
use super::overlay::Overlay;
use crate::catalog::library::Library;
use crate::catalog::search::Index;
use crate::domain::audience::{Seen, seen_by};
use crate::domain::clock::{self, Clock};
use crate::domain::dates;
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::{History, Manner};
use crate::domain::record::{Audience, Id};
use crate::domain::session::Session;
use crate::domain::steps::{self, Progress, Step};
use crate::domain::summary::Listed;
use crate::text::{Arg, Text, Word};

/// A size in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The smallest the screens are made for.
    pub const SMALLEST: Self = Self { width: 60, height: 16 };
    /// Too small to show anything but one sentence.
    pub fn is_too_small(self) -> bool {
        self.width < Self::SMALLEST.width || self.height < Self::SMALLEST.height
    }
}

/// What can have the focus on a step's page. Stays the same while rows come and go around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The first thing on the page.
    #[default]
    Top,
    /// A field of a record.
    Field(Id, &'static str),
    /// A record in a list.
    Record(Id),
    /// The row that adds a record to a list.
    Add(Slot),
    /// A row that does something.
    Do(Command),
    /// A closed line over what is not for everyone, by its section.
    Closed(&'static str),
    /// A closed line over what is not for everyone in an unfolded record.
    ClosedIn(Id),
    /// A sentence that is read aloud, by its number.
    Sentence(usize),
    /// A link to a field somewhere else, by its number on the page.
    Link(usize),
}

/// The line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// Whether something is wrong.
    pub trouble: bool,
    /// It is still said when the focus has moved on once: hands are quicker than eyes in a row of fields.
    pub stays: bool,
}

/// How the newest revision stands on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// The last revision handed over to be written.
    pub sent: u64,
    /// The last revision that is on disk.
    pub saved: u64,
    /// When that was.
    pub at: Option<DateTime<Utc>>,
    /// Why the last try failed, until one succeeds.
    pub trouble: Option<SaveTrouble>,
    /// The last revision that was saved to another place, and that place.
    pub elsewhere: Option<(u64, String)>,
    /// Where it is saved, when what lies in its place is something else.
    pub beside: Option<PathBuf>,
}

impl Saving {
    /// Whether this revision lies in another place, where the user asked for it.
    pub fn is_elsewhere(&self, revision: u64) -> bool {
        self.elsewhere.as_ref().is_some_and(|(saved, _)| *saved >= revision)
    }
}

/// What was kept last as a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The revision.
    pub revision: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// The step on screen then.
    pub step: Step,
    /// That one could not be kept was said already.
    pub failed: bool,
}

/// A session that is open.
#[derive(Debug)]
pub struct Work {
    /// The session as a whole; screens get `seen`.
    pub session: Session,
    /// What the screen may show now.
    pub seen: Seen,
    /// Undo, redo, revision.
    pub history: History,
    /// The file.
    pub file: PathBuf,
    /// Why it may only be read.
    pub read_only: Option<ReadOnly>,
    /// How it stands on disk.
    pub saving: Saving,
    /// The step on screen.
    pub step: Step,
    /// What has the focus.
    pub focus: Spot,
    /// Where the focus was in each step when it was left.
    pub places: [Spot; 7],
    /// The record that is unfolded.
    pub open: Option<Id>,
    /// The cursor in the text field that has the focus.
    pub cursor: Cursor,
    /// First line of the page on screen.
    pub scroll: u32,
    /// What is not for everyone is shown although the meeting runs.
    pub reveal: bool,
    /// The one field shown although it is not for everyone: a note that was asked for by its key.
    pub peek: Option<(Id, &'static str)>,
    /// The record that was added last.
    pub added: Option<Id>,
    /// Where Esc goes back to after a jump with a function key.
    pub back_to: Vec<(Step, Spot)>,
    /// The correction that takes note of changes after closing.
    pub correction: Option<Id>,
    /// The last version; at first the file as it was opened.
    pub kept: Kept,
    /// How often something came in from another machine and became part of this.
    pub outside: u64,
    /// The place that is remembered now, should the program end without being asked to.
    pub told_place: Option<String>,
}

impl Work {
    /// A session as it was opened.
    pub fn new(session: Session, file: PathBuf, read_only: Option<ReadOnly>, now: DateTime<Utc>) -> Self {
        let seen = Seen::default();
        let mut work = Self {
            session,
            seen,
            history: History::default(),
            file,
            read_only,
            saving: Saving::default(),
            step: Step::Preparation,
            focus: Spot::Top,
            places: [Spot::Top; 7],
            open: None,
            cursor: Cursor::default(),
            scroll: 0,
            reveal: false,
            peek: None,
            added: None,
            back_to: vec![],
            correction: None,
            kept: Kept { revision: 0, at: now, step: Step::Preparation, failed: false },
            outside: 0,
            told_place: None,
        };
        work.look(now);
        work
    }

    /// Whom the screen is for now: everyone while the meeting runs, unless it was asked otherwise.
    pub fn audience(&self, now: DateTime<Utc>) -> Audience {
        if self.clock(now).is_on() && !self.reveal { Audience::Everyone } else { Audience::Facilitator }
    }

    /// The meeting's clock.
    pub fn clock(&self, now: DateTime<Utc>) -> Clock {
        clock::read(&self.session, now)
    }

    /// What the citizen screen shows, whatever the other screen is opened for.
    pub fn for_citizen(&self) -> Seen {
        seen_by(&self.session, Audience::Everyone)
    }

    /// How far a step has come, whoever looks: it is a count.
    pub fn progress(&self, step: Step) -> Progress {
        steps::progress(&self.session, step)
    }

    /// Makes `seen` anew, after a change of the session or of the audience.
    pub fn look(&mut self, now: DateTime<Utc>) {
        self.seen = seen_by(&self.session, self.audience(now));
    }

    /// Applies edits as one change; false when they were refused, which leaves everything as it was.
    pub fn change(&mut self, edits: Vec<Edit>, manner: Manner, now: DateTime<Utc>) -> bool {
        let done = self.history.change(&mut self.session, edits, manner).is_ok();
        if done {
            self.look(now);
        }
        done
    }
}

/// The list of sessions.
#[derive(Debug, Default)]
pub struct Home {
    /// All lines, due ones first, then by date.
    pub sessions: Vec<Listed>,
    /// Still being read.
    pub reading: bool,
    /// Name of the file under the cursor; the list may grow around it.
    pub cursor: Option<String>,
    /// What is searched for; `None` = not searching.
    pub query: Option<String>,
    /// The folder.
    pub folder: Folder,
}

/// Which screen is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list of sessions.
    Home,
    /// A step of the open session.
    Work,
    /// The citizen screen as a window of its own: nothing can be changed.
    Show,
    /// The catalogue.
    Catalog,
    /// The form of an offer.
    Form,
}

/// All of it.
#[derive(Debug)]
pub struct Model {
    /// Words.
    pub text: Text,
    /// The catalogue and the municipality's data.
    pub library: Arc<Library>,
    /// The search over the catalogue.
    pub index: Arc<Index>,
    /// Size of the terminal.
    pub size: Size,
    /// The time of this message.
    pub now: DateTime<Utc>,
    /// Source of ids.
    pub rng: fastrand::Rng,
    /// Who works here, from the system.
    pub who: String,
    /// The list of sessions.
    pub home: Home,
    /// The open session.
    pub work: Option<Work>,
    /// The screen.
    pub screen: Screen,
    /// The catalogue on screen.
    pub browser: Browser,
    /// What lies on top, the last uppermost.
    pub overlays: Vec<Overlay>,
    /// The line above the footer.
    pub message: Option<Message>,
    /// First line of the citizen screen, where it has no room for all.
    pub citizen_from: usize,
    /// Everything is covered.
    pub privacy: bool,
    /// When a key was pressed last.
    pub touched: DateTime<Utc>,
    /// Ctrl+C was pressed at this time; a second one soon after ends the program.
    pub interrupted: Option<DateTime<Utc>>,
    /// The program ends as soon as everything is on disk.
    pub quitting: bool,
    /// What was cut or copied.
    pub clip: String,
    /// A session that was left while its last save was on the way, and why that is not on disk yet.
    pub left_unsaved: Option<(PathBuf, SaveTrouble)>,
}

/// What a model starts from.
pub struct Parts {
    /// Words.
    pub text: Text,
    /// The catalogue.
    pub library: Arc<Library>,
    /// The search over it.
    pub index: Arc<Index>,
    /// Size of the terminal.
    pub size: Size,
    /// Now.
    pub now: DateTime<Utc>,
    /// Seed of ids.
    pub seed: u64,
    /// Who works here.
    pub who: String,
}

impl Model {
    /// The home screen before anything was read.
    pub fn new(parts: Parts) -> Self {
        let Parts { text, library, index, size, now, seed, who } = parts;
        Self {
            text,
            library,
            index,
            size,
            now,
            rng: fastrand::Rng::with_seed(seed),
            who,
            home: Home { reading: true, ..Home::default() },
            work: None,
            screen: Screen::Home,
            browser: Browser::default(),
            overlays: vec![],
            message: None,
            citizen_from: 0,
            privacy: false,
            touched: now,
            interrupted: None,
            quitting: false,
            clip: String::new(),
            left_unsaved: None,
        }
    }

    /// A word.
    pub fn t(&self, word: Word) -> String {
        self.text.get(word)
    }

    /// Says something in the line above the footer.
    pub fn say(&mut self, text: String) {
        self.message = Some(Message { text, trouble: false, stays: false });
    }

    /// Says a word in the line above the footer.
    pub fn say_word(&mut self, word: Word) {
        self.say(self.text.get(word));
    }

    /// Says a word in the line above the footer, as something to look at.
    pub fn warn(&mut self, word: Word) {
        self.message = Some(Message { text: self.text.get(word), trouble: true, stays: true });
    }

    /// The message after the next thing that was done: gone, but for one that stays while the focus moves on.
    pub fn hear(&mut self, command: Option<Command>) {
        use Command as C;
        let moves = matches!(command, Some(C::NextField | C::PreviousField | C::Activate | C::Up | C::Down));
        self.message = self.message.take().filter(|message| message.stays && moves);
        if let Some(message) = &mut self.message {
            message.stays = false;
        }
    }

    /// Says a sentence in the line above the footer.
    pub fn say_fmt(&mut self, word: Word, args: &[(&'static str, Arg<'_>)]) {
        self.say(self.text.fmt(word, args));
    }

    /// Danish wall time now.
    pub fn local(&self) -> NaiveDateTime {
        dates::copenhagen(self.now)
    }

    /// Today in Denmark.
    pub fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// The clock of the open session.
    pub fn clock(&self) -> Option<Clock> {
        self.work.as_ref().map(|work| work.clock(self.now))
    }
}
