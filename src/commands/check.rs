//! `opstart check`: every problem of sessions, catalogue and settings as `file:line:column: what`,
//! and as advice where something looks like a CPR number.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, Place, print, told};
use crate::catalog::library::Library;
use crate::domain::cpr;
use crate::storage::folders;
use crate::storage::format::{self, Decoded};
use crate::storage::sessions::{self, OpenError};
use crate::storage::settings::{self, Mistake, Settings};
use crate::text::w;

/// What has been looked at so far.
struct Checked<'a> {
    place: &'a Place,
    out: &'a mut dyn Write,
    problems: usize,
    sessions: usize,
    offers: usize,
}

pub(super) fn run(paths: &[PathBuf], place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut checked = Checked { place, out, problems: 0, sessions: 0, offers: 0 };
    if paths.is_empty() {
        checked.settings(&place.settings.mistakes)?;
        checked.catalog(place.settings.catalog().as_deref())?;
        let dir = place.settings.sessions();
        checked.folder(&dir, true)?;
    }
    for path in paths {
        checked.path(path)?;
    }
    let args =
        [("sessions", checked.sessions.into()), ("offers", checked.offers.into()), ("count", checked.problems.into())];
    let word = if checked.problems == 0 { w("check-fine") } else { w("check-found") };
    let line = place.text.fmt(word, &args);
    let problems = checked.problems;
    print(place, out, &format!("{line}\n"))?;
    Ok(u8::from(problems > 0))
}

/// Folders and files that make a folder a catalogue.
const CATALOG_SIGNS: [&str; 3] = ["municipality.ron", "offers", "templates"];
const CATALOG_FILES: [&str; 3] = ["municipality.ron", "synonyms.ron", "rules.ron"];

impl Checked<'_> {
    fn problem(&mut self, path: &Path, (line, column): (usize, usize), what: &str) -> Result<(), Failure> {
        self.problems += 1;
        // Where a place is not known, the beginning of the file stands for it.
        let line = format!("{}:{}:{}: {what}\n", told::path(path), line.max(1), column.max(1));
        print(self.place, self.out, &line)
    }

    fn path(&mut self, path: &Path) -> Result<(), Failure> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let parent = path.parent().unwrap_or(Path::new(""));
        let above = parent.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            if CATALOG_SIGNS.iter().any(|sign| path.join(sign).exists()) {
                self.catalog(Some(path))
            } else {
                self.folder(path, false)
            }
        } else if name == "settings.ron" {
            self.settings(&Settings::check_file(path))
        } else if CATALOG_FILES.contains(&name.as_str()) {
            self.catalog_file(parent, &name)
        } else if above == "offers" || above == "templates" {
            self.catalog_file(parent.parent().unwrap_or(Path::new("")), &format!("{above}/{name}"))
        } else {
            self.session(path)
        }
    }

    /// A folder that nobody asked about by name may well not exist yet.
    fn folder(&mut self, dir: &Path, may_be_missing: bool) -> Result<(), Failure> {
        match sessions::names(dir) {
            Ok(Some(mut files)) => {
                files.sort_unstable();
                files.iter().try_for_each(|file| self.session(&dir.join(file)))
            }
            Ok(None) if may_be_missing => Ok(()),
            Ok(None) => {
                let what = self.place.text.get(w("system-not-found"));
                self.problem(dir, (1, 1), &what)
            }
            Err(error) => {
                let what = told::system(&self.place.text, &error);
                self.problem(dir, (1, 1), &what)
            }
        }
    }

    fn session(&mut self, path: &Path) -> Result<(), Failure> {
        self.sessions += 1;
        self.cpr_numbers(path)?;
        let text = &self.place.text;
        let (place, what) = match sessions::read(path) {
            Ok(decoded) => return self.unknown_fields(path, &decoded),
            Err(OpenError::Missing { .. }) => ((1, 1), text.get(w("system-not-found"))),
            Err(OpenError::Io { source, .. }) => ((1, 1), told::system(text, &source)),
            Err(OpenError::Read { what, .. }) => (told::place(&what), told::read(text, &what)),
        };
        self.problem(path, place, &what)
    }

    /// Where something looks like a CPR number: only the place, for what is printed here is kept and passed on.
    fn cpr_numbers(&mut self, path: &Path) -> Result<(), Failure> {
        let content = sessions::plain_text(path).unwrap_or_default();
        for found in cpr::all(&content) {
            let before = content.get(..found.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let text = &self.place.text;
            let what = format!("{}{}", text.get(w("checked-advice")), text.get(w("gap-cpr")));
            print(self.place, self.out, &format!("{}:{line}:{column}: {what}\n", told::path(path)))?;
        }
        Ok(())
    }

    fn unknown_fields(&mut self, path: &Path, decoded: &Decoded) -> Result<(), Failure> {
        if decoded.unknown.is_empty() {
            return Ok(());
        }
        let content = sessions::plain_text(path).unwrap_or_default();
        for field in &decoded.unknown {
            let what = self.place.text.fmt(w("check-unknown-field"), &[("field", field.as_str().into())]);
            self.problem(path, format::place_of_field(&content, field), &what)?;
        }
        Ok(())
    }

    fn settings(&mut self, mistakes: &[Mistake]) -> Result<(), Failure> {
        for settings::Mistake { path, what } in mistakes {
            let (line, column, what) = told::setting(&self.place.text, what);
            self.problem(path, (line, column), &what)?;
        }
        Ok(())
    }

    /// All of a catalogue; `None` = the one in the program.
    fn catalog(&mut self, dir: Option<&Path>) -> Result<(), Failure> {
        self.catalog_files(dir, &|_| true)
    }

    /// One file of a catalogue, judged together with the others.
    fn catalog_file(&mut self, dir: &Path, name: &str) -> Result<(), Failure> {
        if dir.join(name).is_file() {
            self.catalog_files(Some(dir), &|file| file == name)
        } else {
            let what = self.place.text.get(w("system-not-found"));
            self.problem(&dir.join(name), (1, 1), &what)
        }
    }

    fn catalog_files(&mut self, dir: Option<&Path>, asked: &dyn Fn(&str) -> bool) -> Result<(), Failure> {
        let text = &self.place.text;
        let Some(dir) = dir else {
            self.offers += Library::builtin().offers.len();
            return Ok(());
        };
        let found = match folders::read_catalog(
            Some(dir).filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        ) {
            Ok(found) => found,
            Err(error) => return self.problem(dir, (1, 1), &told::system(text, &error)),
        };
        let library = Library::read(&found.files);
        self.offers += library.offers.len();
        for bad in found.unreadable.iter().filter(|bad| asked(&bad.name)) {
            let (line, column, what) = told::unreadable(text, &bad.why);
            self.problem(&dir.join(&bad.name), (line, column), &what)?;
        }
        for bad in library.problems.iter().filter(|bad| asked(&bad.file)) {
            self.problem(&dir.join(&bad.file), (bad.line, bad.column), &told::catalog(text, &bad.what))?;
        }
        Ok(())
    }
}
