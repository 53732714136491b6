//! What lies on top of a screen: lists to choose from, questions with buttons, the picker, the citizen's questions.

use crate::catalog::browse::{Facet, Order, Value as FacetValue};
use crate::catalog::search::Filter;
use crate::catalog::suggest::Suggestion;
use crate::domain::choices::{Group, Likert};
use crate::domain::record::{Id, Value};
use crate::domain::session::Session;
use crate::domain::version::Version;

use super::browser::sheet::WIDEST;
use super::command::Command;
use super::fit::Before;
use super::model::{Model, Size};
use super::notice;
use super::wrap::wrap;

/// Something on top of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// A list to choose from.
    Menu(Menu),
    /// A question with buttons.
    Confirm(Confirm),
    /// The picker of offers.
    Picker(Picker),
    /// The citizen's three questions.
    Questions(Questions),
    /// The citizen screen.
    Citizen,
    /// One line to be typed.
    Prompt(Prompt),
    /// A text to be read and copied, over the whole screen.
    Document(Document),
}

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// Nothing: the line only tells.
    Nothing,
    /// Runs a command.
    Run(Command),
    /// A new session of this group.
    New(Group),
    /// Puts a value into the field the list was opened for.
    Put(Value),
    /// Adds or takes away one of several.
    Mark,
    /// Adds a participant for the role at this place of the role list.
    Role(usize),
    /// Takes the ready-made agenda at this place.
    Agenda(usize),
    /// Looks at an earlier version of the session.
    Version(Version),
    /// Sets a filter of the catalogue, or takes it away.
    Filter(Facet, FacetValue),
    /// Takes all filters of the catalogue away.
    NoFilter,
    /// Lists the catalogue in this order.
    Order(Order),
    /// Shows the offer with this id.
    Offer(String),
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// At its right end: a key, a hint.
    pub detail: String,
    /// What choosing it does.
    pub pick: Pick,
    /// Marked, in a list of several; `None` in all others.
    pub marked: Option<bool>,
    /// Why it cannot be chosen now.
    pub off: Option<String>,
}

/// A list to choose from. Typing narrows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    /// What it is about.
    pub title: String,
    /// All lines.
    pub items: Vec<Item>,
    /// The line under the cursor, among those shown.
    pub cursor: usize,
    /// What was typed to narrow it.
    pub query: String,
    /// The field it fills in.
    pub field: Option<(Id, &'static str)>,
    /// Something was marked, in a list of several: Enter then only closes.
    pub marked: bool,
}

impl Menu {
    /// A list with the cursor on its first line.
    pub fn new(title: String, items: Vec<Item>) -> Self {
        Self { title, items, cursor: 0, query: String::new(), field: None, marked: false }
    }
    /// Numbers of the lines that match what was typed.
    pub fn shown(&self) -> Vec<usize> {
        let words: Vec<String> = self.query.split_whitespace().map(str::to_lowercase).collect();
        let fits = |item: &Item| {
            let text = format!("{} {}", item.text, item.detail).to_lowercase();
            words.iter().all(|w| text.contains(w.as_str()))
        };
        self.items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(at, _)| at).collect()
    }
    /// The line under the cursor.
    pub fn current(&self) -> Option<&Item> {
        self.shown().get(self.cursor).and_then(|at| self.items.get(*at))
    }
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Delete this file for good.
    Delete(String),
    /// Close the session although something is missing.
    Close,
    /// End although the last revision is not on disk.
    QuitUnsaved,
    /// Open this session for writing although somebody has it.
    TakeOver(std::path::PathBuf),
    /// Bring an earlier version back.
    Restore {
        /// Which.
        version: Version,
        /// What it holds.
        session: Box<Session>,
    },
    /// Open a copy of a version of a damaged file.
    OpenCopy {
        /// The damaged file.
        file: std::path::PathBuf,
        /// The version.
        version: Version,
    },
    /// The meeting that still runs ended long ago.
    EndForgotten,
    /// Write the catalogue of the program into a folder, and then run this.
    Unfold(Command),
    /// Somebody else changed this field of the offer in the form as well: whose text shall stand.
    Clash(&'static str),
    /// Whether the new offer in the form shall be one.
    NewOffer,
}

/// A question that undo cannot answer afterwards. The safe button comes first and has the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    /// What it is about.
    pub ask: Ask,
    /// The question, with the name and what is lost.
    pub text: String,
    /// The verb on the safe button.
    pub safe: String,
    /// The verb on a button that does no harm and comes back to the question, where there is one.
    pub also: Option<String>,
    /// The verb on the last button.
    pub act: String,
    /// The button that has the focus.
    pub at: Button,
}

/// A button of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Button {
    /// Nothing happens.
    #[default]
    Safe,
    /// Something is shown first.
    Also,
    /// What was asked for is done.
    Act,
}

impl Confirm {
    /// A question with two buttons.
    pub fn new(ask: Ask, text: String, safe: String, act: String) -> Self {
        Self { ask, text, safe, also: None, act, at: Button::Safe }
    }
    /// The buttons, in order, with what stands on them.
    pub fn buttons(&self) -> Vec<(Button, &str)> {
        let also = self.also.as_deref().map(|verb| (Button::Also, verb));
        let safe = std::iter::once((Button::Safe, self.safe.as_str()));
        safe.chain(also).chain([(Button::Act, self.act.as_str())]).collect()
    }
    /// Moves the focus to the next button, or to the one before; the row has no end.
    pub fn turn(&mut self, forward: bool) {
        let buttons: Vec<Button> = self.buttons().into_iter().map(|(button, _)| button).collect();
        let at = buttons.iter().position(|button| *button == self.at).unwrap_or_default();
        let step = if forward { 1 } else { buttons.len() - 1 };
        self.at = buttons.get((at + step) % buttons.len()).copied().unwrap_or_default();
    }
}

/// A text over the whole screen: it is read, copied and left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// The text, as it is copied.
    pub text: String,
    /// First line on screen.
    pub scroll: usize,
}

impl Document {
    /// The text in lines that fit a screen.
    pub fn lines(&self, size: Size) -> Vec<String> {
        let wide = size.width.saturating_sub(4).clamp(1, WIDEST);
        wrap(&self.text, wide).iter().map(|l| self.text.get(l.start..l.end).unwrap_or_default().to_owned()).collect()
    }
    /// So many lines the screen shows: without title, rule, message and keys.
    pub fn room(model: &Model) -> usize {
        usize::from(model.size.height.saturating_sub(3 + notice::height(model))).max(1)
    }
}

/// The part of the picker that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The search line and the list.
    #[default]
    Search,
    /// The filter by department.
    Department,
    /// The filter by theme.
    Theme,
}

/// The picker of offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picker {
    /// What was typed.
    pub query: String,
    /// The filters.
    pub filter: Filter,
    /// Numbers of the offers found, best first; those around the cursor with why and where they matched.
    pub hits: Vec<crate::catalog::search::Hit>,
    /// Places of the hits that are explained.
    pub explained: std::ops::Range<usize>,
    /// The line under the cursor.
    pub cursor: usize,
    /// What has the focus.
    pub part: Part,
    /// The first hits, when nothing is searched for, with why they come first.
    pub suggested: Vec<Suggestion>,
    /// What was offered to the same citizen before.
    pub before: Before,
    /// How many sessions were listed when that was looked up.
    pub listed: usize,
}

impl Picker {
    /// Nothing is searched for and nothing is left out.
    pub fn is_whole(&self) -> bool {
        self.query.is_empty() && self.filter == Filter::default()
    }
}

/// The citizen's own screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// Number of the question, from 0; behind the last one it says thank you.
    pub at: usize,
    /// The answer under the cursor; none at first, so that Enter alone answers nothing.
    pub cursor: Option<usize>,
    /// What was answered, not yet part of the session.
    pub given: [Option<Likert>; 3],
}

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Why a closed session is corrected.
    Reason,
    /// Where to save instead.
    Path,
    /// Why an offer is taken out of use.
    Retired,
}

/// One line to be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub wanted: Wanted,
    /// The question.
    pub text: String,
    /// What was typed.
    pub typed: String,
}
