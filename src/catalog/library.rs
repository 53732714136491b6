//! Everything a municipality edits, read from named texts. A damaged file is named and left out; the rest is used.

use std::borrow::Cow;
use std::collections::HashSet;
use std::panic::resume_unwind;
use std::thread;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::builtin;
use super::clean::{clean_all, clean_line, is_suspicious};
use super::order::danish_order;
use super::quick;
use super::rules::Rule;
use super::synonyms::Synonyms;
use crate::domain::choices::Group;
use crate::domain::offer::Offer;
use crate::domain::template::{Common, Municipality, Named, Template};

/// Name of the file of rules.
pub(super) const RULES: &str = "rules.ron";

/// A file of the catalogue folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedText {
    /// Path inside the folder, with forward slashes: `offers/social.ron`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// What is wrong, as data; the words for it are in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file cannot be read and was left out. The reader's own words, in English.
    Damaged(String),
    /// A field this version does not know; it was passed over.
    UnknownField(String),
    /// The id has been used before; this offer was left out.
    DuplicateId(String),
    /// The template key has been used before; this template was left out.
    DuplicateTemplate(String),
    /// The offer has no id and was left out. Its name.
    NoId(String),
    /// The offer has no name. Its id.
    NoName(String),
    /// The offer has no sentence to the citizen. Its id.
    NoPlain(String),
    /// The offer's department is not in `municipality.ron`.
    UnknownDepartment {
        /// Id of the offer.
        offer: String,
        /// The key that is not known.
        key: String,
    },
    /// One of the offer's themes is not in `municipality.ron`.
    UnknownTheme {
        /// Id of the offer.
        offer: String,
        /// The key that is not known.
        key: String,
    },
    /// The id of a rule has been used before, or is empty; this rule was left out.
    DuplicateRule(String),
    /// A RON file the catalogue has no place for; it was not read.
    UnknownFile,
}

/// Something wrong in a file. `line` and `column` count from 1; 0 = not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file as given.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
    /// What is wrong.
    pub what: What,
}

/// Where an offer was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Place of the file in [`Library::files`].
    pub file: u32,
    /// Line of its id, from 1; 0 = not known.
    pub line: u32,
}

/// The catalogue with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Names, departments, themes.
    pub municipality: Municipality,
    /// What all kinds of session share.
    pub common: Common,
    /// Templates: adult, youth, family, then others by key.
    pub templates: Vec<Template>,
    /// Offers by department, then name in Danish order.
    pub offers: Vec<Offer>,
    /// Where each of `offers` was read, in the same order; empty for a catalogue that was read from no file.
    pub origins: Vec<Origin>,
    /// Names of the files that `origins` points to.
    pub files: Vec<String>,
    /// Other words for the same thing.
    pub synonyms: Synonyms,
    /// Rules of law and practice, in the order of their file.
    pub rules: Vec<Rule>,
    /// All that is wrong, by file and line.
    pub problems: Vec<Problem>,
}

impl Library {
    /// Reads a catalogue folder. Files that are not RON are passed over without a word.
    pub fn read(files: &[NamedText]) -> Library {
        let mut names: Vec<&NamedText> = files.iter().collect();
        names.sort_by(|a, b| a.name.cmp(&b.name));
        let (offers, others): (Vec<&NamedText>, Vec<&NamedText>) =
            names.into_iter().partition(|file| file.name.starts_with("offers/"));
        // The offers are nearly all there is to read, and no file of them depends on another.
        let (first, second) = offers.split_at(middle(&offers));
        let (mut reading, rest) = thread::scope(|scope| {
            let rest = scope.spawn(|| Reading::of(second));
            (Reading::of(&[others.as_slice(), first].concat()), rest.join())
        });
        match rest {
            Ok(rest) => reading.add(rest),
            Err(panic) => resume_unwind(panic),
        }
        reading.finish()
    }

    /// The example catalogue compiled into the program.
    pub fn builtin() -> Library {
        Library::read(&Library::builtin_files())
    }

    /// The files of the example catalogue.
    pub fn builtin_files() -> Vec<NamedText> {
        let named = |(name, text): &(&str, &str)| NamedText { name: (*name).to_owned(), text: (*text).to_owned() };
        builtin::FILES.iter().map(named).collect()
    }

    /// The offer with this id.
    pub fn offer(&self, id: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// File and line the offer at this place was read from.
    pub fn origin(&self, at: usize) -> Option<(&str, u32)> {
        let origin = self.origins.get(at)?;
        let file = self.files.get(usize::try_from(origin.file).ok()?)?;
        Some((file, origin.line))
    }

    /// The template of a group.
    pub fn template(&self, group: Group) -> Option<&Template> {
        let key = match group {
            Group::Adult => "adult",
            Group::Youth => "youth",
            Group::Family => "family",
        };
        self.templates.iter().find(|t| t.key == key)
    }

    /// The department's name on screen; the key itself where it is unknown.
    pub fn department_name<'a>(&'a self, key: &'a str) -> &'a str {
        name_of(&self.municipality.departments, key)
    }

    /// The theme's name on screen; the key itself where it is unknown.
    pub fn theme_name<'a>(&'a self, key: &'a str) -> &'a str {
        name_of(&self.municipality.themes, key)
    }
}

/// How many of the files hold the first half of the text, or a little more.
fn middle(files: &[&NamedText]) -> usize {
    let whole: usize = files.iter().map(|file| file.text.len()).sum();
    let mut before = 0;
    let reached = files.iter().position(|file| {
        let is_half = 2 * before >= whole;
        before += file.text.len();
        is_half
    });
    reached.unwrap_or(files.len())
}

/// The files of the example catalogue compiled into the program.
pub fn builtin_files() -> Vec<NamedText> {
    let file = |(name, text): &(&str, &str)| NamedText { name: (*name).to_owned(), text: (*text).to_owned() };
    builtin::FILES.iter().map(file).collect()
}

fn name_of<'a>(list: &'a [Named], key: &'a str) -> &'a str {
    list.iter().find(|named| named.key == key && !named.name.is_empty()).map_or(key, |named| &named.name)
}

/// An offer with the file and line it was read from.
struct Placed {
    offer: Offer,
    /// By which its name stands among the others.
    order: Vec<u32>,
    file: String,
    line: usize,
}

#[derive(Default)]
struct Reading {
    library: Library,
    placed: Vec<Placed>,
}

impl Reading {
    fn of(files: &[&NamedText]) -> Self {
        let mut reading = Self::default();
        for file in files {
            reading.file(&clean_line(&file.name), &file.text);
        }
        reading
    }

    /// Takes over what was read of other files of offers.
    fn add(&mut self, other: Self) {
        self.placed.extend(other.placed);
        self.library.problems.extend(other.library.problems);
    }

    fn file(&mut self, name: &str, text: &str) {
        let (folder, leaf) = name.rsplit_once('/').unwrap_or(("", name));
        if leaf.rsplit_once('.').is_none_or(|(_, end)| !end.eq_ignore_ascii_case("ron")) {
            return;
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text: &str = &if text.contains('\r') { Cow::from(text.replace("\r\n", "\n")) } else { Cow::from(text) };
        match (folder, leaf) {
            ("", RULES) => self.rules(name, text),
            ("", "municipality.ron") => self.library.municipality = self.parse(name, text).unwrap_or_default(),
            ("", "synonyms.ron") => self.library.synonyms = self.parse(name, text).unwrap_or_default(),
            ("templates", "common.ron") => self.library.common = self.parse(name, text).unwrap_or_default(),
            ("templates", _) => self.template(name, text),
            ("offers", _) => self.offers(name, text),
            _ => self.problem(name, (0, 0), What::UnknownFile),
        }
    }

    fn problem(&mut self, file: &str, place: (usize, usize), what: What) {
        self.library.problems.push(Problem { file: file.to_owned(), line: place.0, column: place.1, what });
    }

    fn parse<T: Serialize + DeserializeOwned>(&mut self, name: &str, text: &str) -> Option<T> {
        let mut ignored = Vec::new();
        match quick::read(text).map_or_else(|| read_ron::<T>(text, &mut ignored), Ok) {
            Ok(value) => {
                for field in ignored {
                    self.problem(name, place_of_field(text, &field), What::UnknownField(clean_line(&field)));
                }
                if is_suspicious(text) { clean_all(&value).or(Some(value)) } else { Some(value) }
            }
            Err(error) => {
                let place = (error.span.start.line, error.span.start.col);
                self.problem(name, place, What::Damaged(clean_line(&error.code.to_string())));
                None
            }
        }
    }

    fn template(&mut self, name: &str, text: &str) {
        let Some(template) = self.parse::<Template>(name, text) else { return };
        if self.library.templates.iter().any(|known| known.key == template.key) {
            let place = place_of_value(text, "key", &template.key, 0);
            self.problem(name, place, What::DuplicateTemplate(template.key));
        } else {
            self.library.templates.push(template);
        }
    }

    fn rules(&mut self, name: &str, text: &str) {
        for rule in self.parse::<Vec<Rule>>(name, text).unwrap_or_default() {
            let taken = self.library.rules.iter().any(|known| known.id == rule.id);
            if taken || rule.id.is_empty() {
                let place = place_of_value(text, "id", &rule.id, usize::from(taken));
                self.problem(name, place, What::DuplicateRule(rule.id));
            } else {
                self.library.rules.push(rule);
            }
        }
    }

    fn offers(&mut self, name: &str, text: &str) {
        let offers = self.parse::<Vec<Offer>>(name, text).unwrap_or_default();
        let mut lines = LinesOfIds::of(text);
        self.placed.reserve(offers.len());
        for mut offer in offers {
            let line = lines.next(&offer.id);
            offer.id = clean_line(&offer.id);
            offer.name = clean_line(&offer.name);
            self.placed.push(Placed { order: danish_order(&offer.name), offer, file: name.to_owned(), line });
        }
    }

    fn finish(mut self) -> Library {
        let mut placed = std::mem::take(&mut self.placed);
        let doubles = doubles(&placed);
        let mut kept: Vec<(usize, Origin)> = Vec::with_capacity(placed.len());
        for (at, (Placed { offer, file, line, .. }, is_double)) in placed.iter().zip(doubles).enumerate() {
            let here = (*line, usize::from(*line > 0));
            for what in self.check(offer) {
                self.problem(file, here, what);
            }
            if offer.id.is_empty() {
                self.problem(file, here, What::NoId(offer.name.clone()));
            } else if is_double {
                self.problem(file, here, What::DuplicateId(offer.id.clone()));
            } else {
                let origin = Origin { file: self.number_of(file), line: u32::try_from(*line).unwrap_or(0) };
                kept.push((at, origin));
            }
        }
        let mut library = self.library;
        sort_offers(&mut kept, &placed, &library.municipality);
        let offer = |(at, origin): (usize, Origin)| Some((std::mem::take(&mut placed.get_mut(at)?.offer), origin));
        (library.offers, library.origins) = kept.into_iter().filter_map(offer).unzip();
        sort_templates(&mut library.templates);
        library.problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        library
    }

    /// The place of a file among those offers were read from. Offers of one file come one after the other.
    fn number_of(&mut self, file: &str) -> u32 {
        if self.library.files.last().is_none_or(|last| last != file) {
            self.library.files.push(file.to_owned());
        }
        u32::try_from(self.library.files.len() - 1).unwrap_or(u32::MAX)
    }

    fn check(&self, offer: &Offer) -> Vec<What> {
        let known = |list: &[Named], key: &str| list.iter().any(|named| named.key == key);
        let mut whats = Vec::new();
        if offer.name.is_empty() {
            whats.push(What::NoName(offer.id.clone()));
        }
        if offer.plain.trim().is_empty() {
            whats.push(What::NoPlain(offer.id.clone()));
        }
        if !known(&self.library.municipality.departments, &offer.department) {
            whats.push(What::UnknownDepartment { offer: offer.id.clone(), key: offer.department.clone() });
        }
        for theme in offer.themes.iter().filter(|theme| !known(&self.library.municipality.themes, theme)) {
            whats.push(What::UnknownTheme { offer: offer.id.clone(), key: theme.clone() });
        }
        whats
    }
}

/// As many unknown fields of a file are named: the place of each is looked for in all of it.
const MOST_UNKNOWN: usize = 20;

fn read_ron<T: DeserializeOwned>(text: &str, ignored: &mut Vec<String>) -> ron::error::SpannedResult<T> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let mut reader = ron::Deserializer::from_str_with_options(text, &options)?;
    let passed_over = |path: serde_ignored::Path<'_>| {
        if ignored.len() < MOST_UNKNOWN {
            ignored.push(path.to_string());
        }
    };
    let value = serde_ignored::deserialize(&mut reader, passed_over).map_err(|code| reader.span_error(code))?;
    reader.end().map_err(|code| reader.span_error(code))?;
    Ok(value)
}

/// One entry of an offer file, read as the whole file is; `None` when it cannot be.
pub(super) fn read_offer(text: &str) -> Option<Offer> {
    let text: &str = &if text.contains('\r') { Cow::from(text.replace("\r\n", "\n")) } else { Cow::from(text) };
    let offer: Offer = read_ron(text, &mut Vec::new()).ok()?;
    let mut offer = if is_suspicious(text) { clean_all(&offer).unwrap_or(offer) } else { offer };
    offer.id = clean_line(&offer.id);
    offer.name = clean_line(&offer.name);
    Some(offer)
}

/// Which of the offers have an id that one before them has.
fn doubles(placed: &[Placed]) -> Vec<bool> {
    let mut ids = HashSet::with_capacity(placed.len());
    placed.iter().map(|one| !ids.insert(one.offer.id.as_str())).collect()
}

/// Offers of unknown departments come last.
fn sort_offers(kept: &mut [(usize, Origin)], placed: &[Placed], municipality: &Municipality) {
    let department = |offer: &Offer| municipality.departments.iter().position(|named| named.key == offer.department);
    let key = |at: usize| {
        let one = placed.get(at)?;
        let place = department(&one.offer).unwrap_or(usize::MAX);
        Some((place, one.order.as_slice(), one.offer.name.as_str(), one.offer.id.as_str()))
    };
    kept.sort_by_cached_key(|(at, _)| key(*at));
}

fn sort_templates(templates: &mut [Template]) {
    const USUAL: [&str; 3] = ["adult", "youth", "family"];
    templates.sort_by_key(|template| {
        (USUAL.iter().position(|key| *key == template.key).unwrap_or(USUAL.len()), template.key.clone())
    });
}

/// The lines on which each id is written. Best effort: the reader itself tells no places of what it read.
struct LinesOfIds<'a> {
    /// By id, those of one id by line.
    lines: Vec<(&'a str, usize)>,
    /// How often the id at this place, the first of its like, was asked for.
    asked: Vec<usize>,
}

impl<'a> LinesOfIds<'a> {
    fn of(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let (mut line, mut counted) = (1, 0);
        for (colon, _) in text.match_indices(':') {
            let Some((at, value)) = id_before(text, colon) else { continue };
            line += text.get(counted..at).map_or(0, |between| between.bytes().filter(|byte| *byte == b'\n').count());
            counted = at;
            lines.push((value, line));
        }
        lines.sort_unstable();
        Self { asked: vec![0; lines.len()], lines }
    }

    /// The line of the next offer with this id; 0 = not found.
    fn next(&mut self, id: &str) -> usize {
        let first = self.lines.partition_point(|(known, _)| *known < id);
        let Some(asked) = self.asked.get_mut(first) else { return 0 };
        let found = self.lines.get(first + *asked).filter(|(known, _)| *known == id);
        *asked += usize::from(found.is_some());
        found.map_or(0, |(_, line)| *line)
    }
}

/// The id whose field has its colon at this place, and where the field begins.
fn id_before(text: &str, colon: usize) -> Option<(usize, &str)> {
    let at = text.get(..colon)?.trim_end().strip_suffix("id")?.len();
    value_at(text, at, "id").map(|value| (at, value))
}

/// `x` of a line that holds `field: "x"`, where the field begins a word.
fn value_on_line<'a>(line: &'a str, field: &str) -> Option<&'a str> {
    line.match_indices(field).find_map(|(at, _)| value_at(line, at, field))
}

/// The value of the field whose name stands at this place, if it is a field and a plain text.
fn value_at<'a>(text: &'a str, at: usize, field: &str) -> Option<&'a str> {
    let rest = text.get(at + field.len()..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let begins = text.get(..at)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
    if begins { rest.split_once('"').map(|(value, _)| value) } else { None }
}

fn place_of_value(text: &str, field: &str, value: &str, nth: usize) -> (usize, usize) {
    let mut hits = text.lines().enumerate().filter(|(_, line)| value_on_line(line, field) == Some(value));
    hits.nth(nth).map_or((0, 0), |(number, _)| (number + 1, 1))
}

/// Best effort: the first place where the last part of the path is written as a field.
fn place_of_field(text: &str, path: &str) -> (usize, usize) {
    let field = path.rsplit('.').next().unwrap_or(path);
    for (number, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices(field) {
            let before = line.get(..at).unwrap_or_default();
            let begins = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
            let ends = line.get(at + field.len()..).is_some_and(|rest| rest.trim_start().starts_with(':'));
            if begins && ends {
                return (number + 1, before.chars().count() + 1);
            }
        }
    }
    (0, 0)
}

#[cfg(test)]
mod tests;
