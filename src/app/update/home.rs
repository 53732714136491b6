//! The list of sessions.

use super::super::command::Command;
use super::super::keeping::Keeping;
use super::super::model::{Home, Model};
use super::super::msg::Effect;
use super::super::overlay::{Ask, Confirm, Item, Menu, Overlay, Pick};
use crate::domain::choices::{Group, Status};
use crate::domain::record::Choice;
use crate::domain::session::Session;
use crate::domain::start::{self, Start};
use crate::domain::summary::{Listed, Summary};
use crate::domain::template::Template;
use crate::text::{Arg, Word, w};

/// The template of a group.
pub fn template(model: &Model, group: Group) -> Option<&Template> {
    model.library.template(group)
}

impl Listed {
    /// Name of its file.
    pub fn file(&self) -> &str {
        match self {
            Self::Session(summary) => &summary.file,
            Self::Damaged { file, .. } => file,
        }
    }
}

impl Home {
    /// The lines that match the search, in order.
    pub fn shown(&self) -> Vec<&Listed> {
        let query = self.query.as_deref().unwrap_or_default().to_lowercase();
        let fits = |line: &&Listed| match line {
            Listed::Session(s) => {
                let date = s.date.map(|d| d.format("%d.%m.%Y").to_string()).unwrap_or_default();
                query
                    .split_whitespace()
                    .all(|word| s.reference.to_lowercase().contains(word) || s.id.contains(word) || date.contains(word))
            }
            Listed::Damaged { file, .. } => file.to_lowercase().contains(&query),
        };
        self.sessions.iter().filter(fits).collect()
    }
    /// Number of the line under the cursor among those shown.
    pub fn at(&self) -> usize {
        let shown = self.shown();
        self.cursor.as_deref().and_then(|file| shown.iter().position(|l| l.file() == file)).unwrap_or_default()
    }
    /// The line under the cursor.
    pub fn current(&self) -> Option<&Listed> {
        self.shown().get(self.at()).copied()
    }
}

/// True when something is to be followed up today or before, and no session has done so.
pub fn is_due(summary: &Summary, all: &[Listed], today: chrono::NaiveDate) -> bool {
    let followed =
        || all.iter().any(|l| matches!(l, Listed::Session(s) if !s.id.is_empty() && s.follows == summary.id));
    summary.status == Status::Closed
        && !summary.fictitious
        && summary.follow_up.is_some_and(|d| d <= today)
        && !followed()
}

/// Due ones first, then by date, newest first; examples and damaged files last.
pub fn sort(model: &mut Model) {
    let today = model.today();
    let mut lines = std::mem::take(&mut model.home.sessions);
    let followed: std::collections::HashSet<String> = lines
        .iter()
        .filter_map(|l| match l {
            Listed::Session(s) if !s.follows.is_empty() => Some(s.follows.clone()),
            _ => None,
        })
        .collect();
    lines.sort_by_cached_key(|line| match line {
        Listed::Session(s) => {
            let due = s.status == Status::Closed
                && !s.fictitious
                && s.follow_up.is_some_and(|d| d <= today)
                && !followed.contains(&s.id);
            let class = if s.fictitious { 2u8 } else { u8::from(!due) };
            (class, std::cmp::Reverse(s.date), std::cmp::Reverse(s.created), s.file.clone())
        }
        Listed::Damaged { file, .. } => (3, std::cmp::Reverse(None), std::cmp::Reverse(None), file.clone()),
    });
    model.home.sessions = lines;
}

/// Commands on the list.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Up => go(model, -1),
        Command::Down => go(model, 1),
        Command::PageUp => go(model, -10),
        Command::PageDown => go(model, 10),
        Command::First => go(model, isize::MIN / 2),
        Command::Last => go(model, isize::MAX / 2),
        Command::Search => model.home.query = Some(model.home.query.take().unwrap_or_default()),
        Command::Backspace => {
            if let Some(query) = &mut model.home.query {
                query.pop();
            }
        }
        Command::Toggle => typed(model, " "),
        Command::Back => model.home.query = None,
        Command::Open | Command::Activate => open(model, effects),
        Command::Browse => super::browser::enter(model),
        Command::FollowUp => {
            if let Some(Listed::Session(s)) = model.home.current() {
                effects.push(Effect::FollowUp(s.file.clone()));
            }
        }
        Command::Delete | Command::Remove => ask_delete(model),
        Command::Refresh => {
            model.home.reading = true;
            model.home.sessions.clear();
            effects.push(Effect::List);
        }
        _ => {}
    }
}

/// Text typed into the search.
pub fn typed(model: &mut Model, input: &str) {
    if let Some(query) = &mut model.home.query {
        query.push_str(&super::super::editor::clean(input, false));
    }
}

fn go(model: &mut Model, by: isize) {
    let shown = model.home.shown();
    let last = shown.len().saturating_sub(1);
    let at = model.home.at().saturating_add_signed(by).min(last);
    let file = shown.get(at).map(|l| l.file().to_owned());
    model.home.cursor = file;
}

fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.home.current() {
        Some(Listed::Session(s)) => effects.push(Effect::Open(s.file.clone())),
        Some(Listed::Damaged { file, what }) => {
            effects.push(Effect::Keeping(Keeping::Rescue(file.clone())));
            let args = [("file", Arg::from(file.clone())), ("what", Arg::from(what.clone()))];
            model.say_fmt(w("file-damaged"), &args);
            if let Some(message) = &mut model.message {
                message.trouble = true;
            }
        }
        None => choose_group(model),
    }
}

/// Which group a new session is for.
pub fn choose_group(model: &mut Model) {
    let items = Group::ALL
        .iter()
        .map(|group| Item {
            text: model.t(Word(group.word())),
            detail: String::new(),
            pick: Pick::New(*group),
            marked: None,
            off: None,
        })
        .collect();
    let title = model.t(w("menu-new"));
    model.overlays.push(Overlay::Menu(Menu::new(title, items)));
}

/// Begins a session of a group with what the municipality has for it.
fn begin(model: &mut Model, group: Group, make: impl FnOnce(&Start<'_>, &mut fastrand::Rng) -> Session) -> Session {
    let library = model.library.clone();
    let none = Template::default();
    let start = Start {
        common: &library.common,
        departments: &library.municipality.departments,
        template: library.template(group).unwrap_or(&none),
        group,
        now: model.now,
    };
    make(&start, &mut model.rng)
}

/// A new session from the template of a group.
pub fn fresh(model: &mut Model, group: Group, reference: &str) -> Session {
    begin(model, group, |start, rng| start::fresh(start, reference, rng))
}

/// Makes a new session and opens it.
pub fn create(model: &mut Model, group: Group, effects: &mut Vec<Effect>) {
    if !super::files::leave(model, effects) {
        return;
    }
    let session = fresh(model, group, "");
    effects.push(Effect::Create(Box::new(session)));
}

/// Makes the follow-up of a session and opens it.
pub fn follow_up(model: &mut Model, before: &Session, effects: &mut Vec<Effect>) {
    let session = begin(model, before.citizen.group, |start, rng| start::follow_up(before, start, rng));
    effects.push(Effect::Create(Box::new(session)));
}

fn ask_delete(model: &mut Model) {
    let Some(line) = model.home.current() else { return };
    let mut filed = true;
    let (file, name) = match line {
        Listed::Session(s) if s.fictitious => {
            model.say_word(w("examples-stay"));
            return;
        }
        Listed::Session(s) => {
            let date = s.date.map(|d| d.format("%d.%m.%Y").to_string()).unwrap_or_default();
            filed = s.filed.is_some();
            (s.file.clone(), format!("{} {date}", s.reference))
        }
        Listed::Damaged { file, .. } => (file.clone(), file.clone()),
    };
    let (ask, act) = if filed {
        (w("ask-delete"), w("button-delete"))
    } else {
        (w("ask-delete-unfiled"), w("button-delete-unfiled"))
    };
    let question = model.text.fmt(ask, &[("name", Arg::from(name.trim()))]);
    let confirm = Confirm::new(Ask::Delete(file), question, model.t(w("button-keep")), model.t(act));
    let also = (!filed).then(|| model.t(w("button-show-journal")));
    model.overlays.push(Overlay::Confirm(Confirm { also, ..confirm }));
}
