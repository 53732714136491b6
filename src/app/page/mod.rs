//! A step's page as rows: what stands there, where it lies at which width, what can have the focus. Pure geometry that
//! `update` and `ui` share, so that a cursor never moves to a place the screen shows elsewhere.

mod offer;
mod steps;

use crate::domain::audience::Seen;
use crate::domain::dates;
use crate::domain::edit::Slot;
use crate::domain::record::{Audience, Field, Hour, Id, Kind, Recorded, Sort, Value, When};
use crate::domain::session::PickedOffer;

use super::command::Command;
use super::fit;
use super::model::{Model, Spot, Work};
use super::notice;
use super::wrap::{Line, wrap};
use crate::report::show::Shower;
use crate::report::words;
use crate::text::{Word, w};

/// One row of a page.
#[derive(Debug)]
pub enum Row {
    /// A section's heading, with a count at its right end.
    Heading {
        /// What it says.
        text: String,
        /// At the right end.
        detail: String,
    },
    /// A sentence; `advice` marks it as something to look at.
    Note {
        /// The lines.
        lines: Vec<String>,
        /// Something to look at.
        advice: bool,
    },
    /// A field.
    Field {
        /// The record.
        id: Id,
        /// The field.
        field: &'static Field,
        /// Its label, wrapped.
        label: Vec<String>,
        /// Its content in words.
        content: String,
        /// How the content is wrapped.
        lines: Vec<Line>,
        /// What is shown dimmed behind or instead of it: how a typed date is understood, or that there is nothing yet.
        aside: String,
        /// How far it is indented.
        depth: u16,
    },
    /// A record in a list.
    Record {
        /// Its mark.
        mark: &'static str,
        /// Its name.
        title: String,
        /// What else there is to say.
        detail: String,
        /// Unfolded.
        open: bool,
        /// How far it is indented.
        depth: u16,
    },
    /// A row to press Enter on: add, do, open, go to.
    Button {
        /// What it says, wrapped.
        lines: Vec<String>,
        /// How far it is indented.
        depth: u16,
    },
    /// An empty row.
    Blank,
}

/// A row at its place.
#[derive(Debug)]
pub struct Placed {
    /// The row.
    pub row: Row,
    /// Its first line on the page.
    pub top: u32,
    /// Its lines.
    pub height: u16,
    /// What has the focus when this row has it; `None`: the row cannot have it.
    pub spot: Option<Spot>,
    /// Number of its section.
    pub section: usize,
}

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// The rows from top to bottom.
    pub rows: Vec<Placed>,
    /// Lines in all.
    pub height: u32,
    /// Columns of the labels.
    pub label_width: u16,
    /// Columns of the whole.
    pub width: u16,
    /// Where links go, by their number.
    pub links: Vec<(Id, &'static str)>,
    /// Titles of the sections.
    pub sections: Vec<String>,
}

/// Columns a row is indented by per level.
pub const INDENT: u16 = 2;
/// Columns in front of every row: the focus marker.
pub const MARGIN: u16 = 2;

impl Page {
    /// Number of the row that has the focus; the first that can have it when the spot is not on the page.
    pub fn row_of(&self, spot: Spot) -> Option<usize> {
        let same = self.rows.iter().position(|r| r.spot == Some(spot) && spot != Spot::Top);
        same.or_else(|| self.rows.iter().position(|r| r.spot.is_some()))
    }

    /// The row at a number.
    pub fn row(&self, at: usize) -> Option<&Placed> {
        self.rows.get(at)
    }

    /// The spot `by` rows on (or back, when negative) among those that can have the focus.
    pub fn step_from(&self, spot: Spot, by: i32) -> Option<Spot> {
        let spots: Vec<Spot> = self.rows.iter().filter_map(|r| r.spot).collect();
        let at = self.row_of(spot).and_then(|at| self.row(at)).and_then(|r| r.spot)?;
        let now = spots.iter().position(|s| *s == at)?;
        let by = isize::try_from(by).ok()?;
        let goal = now.checked_add_signed(by)?;
        spots.get(goal).copied()
    }

    /// The first spot of the next section (or of this one, else the one before, when going back).
    pub fn section_from(&self, spot: Spot, forward: bool) -> Option<Spot> {
        let now = self.row_of(spot)?;
        let section = self.row(now)?.section;
        let first = |of: usize| self.rows.iter().find(|r| r.section == of && r.spot.is_some()).and_then(|r| r.spot);
        if forward {
            return (section + 1..=self.sections.len()).find_map(first);
        }
        let own = first(section);
        if own.is_some() && own != self.row(now)?.spot {
            return own;
        }
        (0..section).rev().find_map(first)
    }
}

/// Columns and lines a page has on a terminal of the model's size.
pub fn room(model: &Model) -> (u16, u16) {
    let outline = if has_outline(model) { OUTLINE } else { 0 };
    // The last column says that there is more.
    let width = model.size.width.saturating_sub(outline + 1).min(MAX_WIDTH);
    // Two lines of header, a rule, the message and the footer; the meeting's clock takes one more.
    let clock = u16::from(model.clock().is_some_and(|c| c.began.is_some()));
    (width, model.size.height.saturating_sub(4 + notice::height(model) + clock))
}

/// Columns of the outline beside the page.
pub const OUTLINE: u16 = 30;
/// Lines longer than this are hard to read.
const MAX_WIDTH: u16 = 100;

/// Whether there is room for an outline of the sections beside the page.
pub fn has_outline(model: &Model) -> bool {
    model.size.width >= 110
}

/// The page of the step on screen.
pub fn page(model: &Model) -> Page {
    let Some(work) = &model.work else { return Page::default() };
    let (width, _) = room(model);
    let mut sheet = Sheet::new(model, work, width);
    match &work.seen.desk {
        Some(draft) => offer::rows(&mut sheet, draft),
        None => steps::rows(&mut sheet),
    }
    sheet.page
}

fn wrapped(text: &str, width: u16) -> Vec<String> {
    wrap(text, width).iter().map(|l| text.get(l.start..l.end).unwrap_or_default().to_owned()).collect()
}

/// A page in the making.
pub(super) struct Sheet<'a> {
    model: &'a Model,
    work: &'a Work,
    seen: &'a Seen,
    show: Shower<'a>,
    audience: Audience,
    page: Page,
    depth: u16,
    /// Fields left out in this section because they are not for everyone.
    closed: usize,
    section_key: &'static str,
}

impl<'a> Sheet<'a> {
    fn new(model: &'a Model, work: &'a Work, width: u16) -> Self {
        let seen = &work.seen;
        let label_width = (width / 3 + 2).clamp(18, 30);
        Self {
            model,
            work,
            seen,
            show: Shower { text: &model.text, seen },
            audience: seen.audience,
            page: Page { label_width, width, ..Page::default() },
            depth: 0,
            closed: 0,
            section_key: "",
        }
    }

    fn t(&self, word: Word) -> String {
        self.model.text.get(word)
    }

    fn push(&mut self, row: Row, height: u16, spot: Option<Spot>) {
        let section = self.page.sections.len();
        self.page.rows.push(Placed { row, top: self.page.height, height, spot, section });
        self.page.height += u32::from(height);
    }

    fn blank(&mut self) {
        self.push(Row::Blank, 1, None);
    }

    /// Begins a section.
    fn heading(&mut self, word: Word, detail: String) {
        self.close_section();
        if !self.page.rows.is_empty() {
            self.blank();
        }
        let text = self.t(word);
        self.page.sections.push(text.clone());
        self.section_key = word.0;
        self.push(Row::Heading { text, detail }, 1, None);
    }

    /// The one closed line over everything in this section that is not for everyone.
    fn close_section(&mut self) {
        self.close(Spot::Closed(self.section_key));
    }

    fn close(&mut self, spot: Spot) {
        let closed = std::mem::take(&mut self.closed);
        if closed > 0 {
            let text = self.model.text.fmt(w("closed-line"), &[("count", closed.into())]);
            self.button(&text, spot);
        }
    }

    fn note(&mut self, text: &str, advice: bool) {
        if text.trim().is_empty() {
            return;
        }
        let width = self.page.width.saturating_sub(MARGIN * 2 + self.depth * INDENT);
        let lines = wrapped(text, width);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        self.push(Row::Note { lines, advice }, height, None);
    }

    /// Something to look at in the field above, if there is.
    fn advice(&mut self, word: Option<Word>) {
        if let Some(word) = word {
            let text = self.t(word);
            self.note(&text, true);
        }
    }

    /// A sentence one reads aloud: it can have the focus, so that a long page can be read line by line.
    fn sentence(&mut self, text: &str, number: usize) {
        self.note(text, false);
        if let Some(row) = self.page.rows.last_mut() {
            row.spot = Some(Spot::Sentence(number));
        }
    }

    fn button(&mut self, text: &str, spot: Spot) {
        let depth = self.depth;
        let width = self.page.width.saturating_sub(MARGIN + depth * INDENT + 2);
        let lines = wrapped(text, width);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        self.push(Row::Button { lines, depth }, height, Some(spot));
    }

    fn command(&mut self, command: Command) {
        let text = self.model.text.get(Word(command.word()));
        self.button(&text, Spot::Do(command));
    }

    fn link(&mut self, text: &str, target: (Id, &'static str)) {
        let spot = Spot::Link(self.page.links.len());
        self.page.links.push(target);
        self.button(text, spot);
    }

    /// One field of a record, unless it is not for this audience.
    fn field(&mut self, record: &dyn Recorded, name: &str) {
        let Some(field) = record.field(name) else { return };
        let peeked = self.work.peek == Some((record.id(), field.name));
        let value = if peeked { self.work.session.value(record.id(), field.name) } else { field.read(record) };
        if field.audience > self.audience && !peeked {
            // Who may see a record is asked of every record: a line over that alone would say nothing.
            let is_about_the_record = matches!(field.name, "seen_by" | "member");
            self.closed += usize::from(!is_about_the_record);
            return;
        }
        let Some(value) = value else { return };
        let depth = self.depth;
        let indent = MARGIN + depth * INDENT;
        let label_width = self.page.label_width.saturating_sub(depth * INDENT).max(8);
        let room = self.page.width.saturating_sub(indent + label_width + 1).max(8);
        let label_text = self.show.label(field);
        let label = wrapped(&label_text, label_width);
        let content = self.show.value(field, &value);
        // Room for the cursor behind the last character.
        let lines = wrap(&content, room.saturating_sub(1));
        let aside = self.aside(field, &value);
        let height = u16::try_from(lines.len().max(label.len())).unwrap_or(u16::MAX);
        let spot = Some(Spot::Field(record.id(), field.name));
        let row = Row::Field { id: record.id(), field, label, content, lines, aside, depth };
        self.push(row, height, spot);
    }

    /// How a typed day or time is understood.
    fn aside(&self, field: &Field, value: &Value) -> String {
        let understood = match (field.kind, value) {
            (Kind::Date(lean), Value::Date(When::Typed(typed))) => {
                dates::parse_date(typed, self.model.today(), lean).map(|d| words::day(self.show.text, d))
            }
            (Kind::Time, Value::Time(Hour::Typed(typed))) => {
                dates::parse_time(typed).map(|t| self.show.hour(&Hour::At(t)))
            }
            _ => return String::new(),
        };
        understood.map_or_else(|| self.t(w("not-understood-yet")), |text| format!("→ {text}"))
    }

    fn fields(&mut self, record: &dyn Recorded, names: &[&str]) {
        for name in names {
            self.field(record, name);
        }
    }

    /// All fields of an unfolded record, in the order of its form.
    fn form(&mut self, record: &dyn Recorded) {
        let before = std::mem::take(&mut self.closed);
        for field in record.fields() {
            if self.applies(record, field) {
                self.field(record, field.name);
            }
        }
        self.close(Spot::ClosedIn(record.id()));
        self.closed = before;
    }

    /// Fields that make no sense (yet) for this record stay away.
    fn applies(&self, record: &dyn Recorded, field: &Field) -> bool {
        match field.name {
            "member" => !self.seen.citizen.members.is_empty() && record.sort() != Sort::Member,
            "clarity" | "hours_now" | "hours_goal" | "talked_with" => {
                record.field("job").and_then(|f| f.read(record)) != Some(Value::Choice(None))
            }
            "despite" => record.as_any().downcast_ref::<PickedOffer>().is_none_or(|pick| {
                !pick.misfits.is_empty()
                    || !pick.despite.is_empty()
                    || fit::of_pick(self.model, self.work, pick).misfits().next().is_some()
            }),
            "withdrawn_how" => {
                record.field("withdrawn_on").and_then(|f| f.read(record)) != Some(Value::Date(When::Unset))
            }
            "seen_by" => !matches!(record.sort(), Sort::OfferDraft | Sort::OfferLaw),
            _ => true,
        }
    }

    fn is_open(&self, id: Id) -> bool {
        self.work.open == Some(id)
    }

    /// The row of a record in a list; true when it is unfolded and its form is to follow.
    fn record(&mut self, record: &dyn Recorded) -> bool {
        let open = self.is_open(record.id());
        let title = self.show.title(record);
        let title = if title.is_empty() { self.t(w("unnamed")) } else { title };
        let row = Row::Record {
            mark: self.show.mark(record),
            title,
            detail: self.show.detail(record),
            open,
            depth: self.depth,
        };
        self.push(row, 1, Some(Spot::Record(record.id())));
        open
    }

    /// A list of records with their forms, and the row that adds one.
    fn list<R: Recorded>(&mut self, records: &[R], slot: Slot, add: Word, empty: Word) {
        if records.is_empty() {
            let text = self.t(empty);
            self.note(&text, false);
        }
        for record in records {
            if self.record(record) {
                self.depth += 1;
                self.form(record);
                self.depth -= 1;
            }
        }
        self.add(slot, add);
    }

    fn add(&mut self, slot: Slot, word: Word) {
        if self.work.read_only.is_none() {
            let text = self.t(word);
            self.button(&text, Spot::Add(slot));
        }
    }
}
