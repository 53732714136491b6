//! What each command does. One file per command; what needs the screen is handed on as a [`Start`].

mod catalog;
mod check;
mod delete;
mod demo;
mod export;
mod history;
mod keys;
mod list;
mod new;
mod settings;
pub mod told;
mod vault;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::catalog::clean::{clean, clean_line};
use crate::catalog::library::Library;
use crate::cli::{self, CatalogCommand, Cli, Command, Wrong};
use crate::domain::choices::Group;
use crate::domain::dates::copenhagen;
use crate::storage::folders::{self, Unreadable};
use crate::storage::sessions;
use crate::storage::settings::Settings;
use crate::text::{Lang, Text, w};

/// What the screen begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The list of sessions.
    Home,
    /// A session.
    Session(PathBuf),
    /// A new session.
    New {
        /// Which template.
        group: Group,
        /// The citizen's reference; may be empty.
        reference: String,
    },
    /// The citizen screen of a session, which follows the file.
    Citizen(PathBuf),
    /// The catalogue.
    Catalog,
    /// The training case, a file in a temporary folder.
    Demo(PathBuf),
}

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The screen goes on from here.
    Screen(Start),
    /// All is done; the exit code.
    Done(u8),
}

/// Why a command could not be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened, what is safe, what to do.
    pub text: String,
    /// Exit code: 1, or 2 for wrong usage.
    pub code: u8,
}

impl Failure {
    fn new(text: String) -> Self {
        Self { text, code: 1 }
    }
}

/// Where and when a command runs.
pub struct Place {
    /// The words.
    pub text: Text,
    /// The municipality's own words, as their file has them.
    pub words: Option<String>,
    /// The settings.
    pub settings: Settings,
    /// Now.
    pub now: DateTime<Utc>,
    /// True when there is a screen to draw on: standard output is a terminal.
    pub screen: bool,
}

impl Place {
    /// Today in Denmark.
    pub fn today(&self) -> NaiveDate {
        copenhagen(self.now).date()
    }

    /// The catalogue that is used, with what could not be read of it.
    pub fn library(&self) -> Result<(Library, Vec<Unreadable>), Failure> {
        let Some(dir) = self.settings.catalog() else { return Ok((Library::builtin(), vec![])) };
        let found = folders::read_catalog(&dir).map_err(|error| {
            let args = [("path", told::path(&dir).into()), ("what", told::system(&self.text, &error).into())];
            Failure::new(self.text.fmt(w("fail-catalog"), &args))
        })?;
        Ok((Library::read(&found.files), found.unreadable))
    }

    fn session(&self, name: &str) -> Result<PathBuf, Failure> {
        sessions::resolve(&self.settings.sessions(), name)
            .map_err(|error| Failure::new(told::name(&self.text, &error, &self.settings.sessions())))
    }
}

/// What was asked for, with all that is needed to do it; `Err` = help, version or a command line that is wrong.
pub fn prepare(args: Vec<OsString>, screen: bool) -> Result<(Cli, Place), Wrong> {
    let now = Utc::now();
    let variable = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let here = Path::new("");
    let language = cli::language_in(&args).as_deref().and_then(Lang::parse).unwrap_or_else(|| {
        let settings = Settings::read(&cli::from_environment(&variable), here);
        Lang::parse(settings.get("language")).unwrap_or_default()
    });
    let text = Text::new(language, None);
    let cli = Cli::read(args, &text)?;
    let settings = Settings::read(&cli.given(&variable), here);
    let language = Lang::parse(settings.get("language")).unwrap_or_default();
    let words = settings.catalog().and_then(|dir| folders::read_words(&dir, language.code()));
    let text = Text::new(language, words.as_deref());
    Ok((cli, Place { text, words, settings, now, screen }))
}

/// Carries a command out. What it prints goes to `out`, warnings beside it to `aside`.
pub fn dispatch(cli: Cli, place: &Place, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Outcome, Failure> {
    if !matches!(cli.command, Some(Command::Check { .. } | Command::Settings)) {
        // Something a user set does not hold, perhaps the folder of the sessions: said before anything looks empty.
        settings::warn(place, aside)?;
    }
    if reads_sessions(cli.command.as_ref()) {
        let file = match &cli.command {
            Some(Command::Open { session } | Command::Show { session }) => Some(Path::new(session)),
            _ => None,
        };
        vault::unlock_for(place, file)?;
    }
    let printed = match cli.command {
        None => return screen(place, Start::Home),
        Some(Command::Open { session }) => {
            let path = place.session(&session)?;
            return screen(place, Start::Session(path));
        }
        Some(Command::Show { session }) => {
            let path = place.session(&session)?;
            return screen(place, Start::Citizen(path));
        }
        Some(Command::Catalog { command: None }) => return screen(place, Start::Catalog),
        Some(Command::New(new)) => return new::run(new, place, out),
        Some(Command::Demo(demo)) => return demo::run(&demo, place, out),
        Some(Command::List(list)) => list::run(&list, place, out, aside),
        Some(Command::Export(asked)) => export::run(&asked, place, out, aside),
        Some(Command::Delete(asked)) => delete::run(&asked, place, out, aside),
        Some(Command::Vault { command }) => vault::run(&command, place, out, aside),
        Some(Command::History(asked)) => history::run(&asked, place, out),
        Some(Command::Restore(asked)) => history::restore(&asked, place, out),
        Some(Command::Check { paths }) => check::run(&paths, place, out),
        Some(Command::Catalog { command: Some(command) }) => catalog::run(&command, place, out, aside),
        Some(Command::Keys { markdown }) => keys::run(markdown, place, out),
        Some(Command::Settings) => settings::run(place, out, aside),
    };
    printed.map(Outcome::Done)
}

/// Commands that look into sessions, for which the user's key is needed where they are encrypted.
fn reads_sessions(command: Option<&Command>) -> bool {
    match command {
        Some(Command::Catalog { command }) => matches!(command, Some(CatalogCommand::Missing { .. })),
        Some(Command::Vault { .. } | Command::Settings | Command::Keys { .. } | Command::Demo(_)) => false,
        _ => true,
    }
}

fn screen(place: &Place, start: Start) -> Result<Outcome, Failure> {
    if place.screen { Ok(Outcome::Screen(start)) } else { Err(Failure::new(place.text.get(w("fail-no-screen")))) }
}

/// Prints; a reader that has gone (`opstart list | head`) is no failure, for it has what it wanted. Whatever a file or its
/// name brought along, nothing that steers a terminal gets past here.
fn print(place: &Place, out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match out.write_all(clean(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let what = told::system(&place.text, &error);
            Err(Failure::new(place.text.fmt(w("fail-print"), &[("what", what.into())])))
        }
        _ => Ok(()),
    }
}

/// JSON on one line, or spread over many for reading.
fn json(place: &Place, value: &impl serde::Serialize, pretty: bool) -> Result<String, Failure> {
    let written = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let written = written
        .map_err(|error| Failure::new(place.text.fmt(w("fail-print"), &[("what", error.to_string().into())])))?;
    Ok(written + "\n")
}

/// Rows in columns, each as wide as its widest cell on the screen. A cell is one line, so that none is taken for a row.
fn columns(rows: &[Vec<String>]) -> String {
    use unicode_width::UnicodeWidthStr;

    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean_line(cell)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
