//! From what a person writes to a file: a path, a file's name, an id, or the beginning of either.

use std::io;
use std::path::{Path, PathBuf};

/// Why a name does not lead to one session.
#[derive(Debug, thiserror::Error)]
pub enum NameError {
    /// No session of that name.
    #[error("no session is called {name}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// Names that look like it, best first; without `.ron`.
        near: Vec<String>,
    },
    /// More than one.
    #[error("{name} is the beginning of {}", matches.join(", "))]
    Several {
        /// What was asked for.
        name: String,
        /// All that begin so; without `.ron`.
        matches: Vec<String>,
    },
    /// The folder cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// How many names that look alike are worth saying.
const NEAR: usize = 3;

/// The one session that `name` means. A path is followed only when it is an existing file; an id never leaves the folder.
pub fn resolve(dir: &Path, name: &str) -> Result<PathBuf, NameError> {
    let path = Path::new(name);
    let is_path = name.contains(['/', '\\']) || path.is_absolute() || super::is_session_name(name);
    if is_path && path.is_file() {
        return Ok(path.to_owned());
    }
    let mut files = super::names(dir)?.unwrap_or_default();
    files.sort_unstable();
    let wanted = stem(name).to_lowercase();
    let known: Vec<Known> = files.iter().map(|file| Known::of(file)).collect();
    let matches = matching(&known, &wanted);
    match matches.as_slice() {
        [one] => return Ok(dir.join(one)),
        [] => {}
        several => {
            let matches = several.iter().map(|file| stem(file).to_owned()).collect();
            return Err(NameError::Several { name: name.to_owned(), matches });
        }
    }
    // A file that somebody has renamed still knows its id.
    match by_content(dir, &files, &wanted) {
        Some(path) => Ok(path),
        None => Err(NameError::Unknown { name: name.to_owned(), near: near(&known, &wanted) }),
    }
}

/// A file with what it can be called, in small letters.
struct Known<'a> {
    file: &'a str,
    stem: String,
    /// What stands after the date, else all of it.
    id: String,
}

impl<'a> Known<'a> {
    fn of(file: &'a str) -> Self {
        let stem = stem(file).to_lowercase();
        let dated = stem.get(..10).is_some_and(|date| date.parse::<chrono::NaiveDate>().is_ok());
        let id = stem.get(11..).filter(|id| dated && !id.is_empty()).unwrap_or(&stem).to_owned();
        Self { file, stem, id }
    }
}

fn stem(name: &str) -> &str {
    match name.len().checked_sub(4).and_then(|at| name.split_at_checked(at)) {
        Some((stem, end)) if end.eq_ignore_ascii_case(".ron") => stem,
        _ => name,
    }
}

/// The whole name or id beats a beginning of it.
fn matching<'a>(known: &[Known<'a>], wanted: &str) -> Vec<&'a str> {
    if wanted.is_empty() {
        return vec![];
    }
    let pick = |fits: &dyn Fn(&str) -> bool| -> Vec<&'a str> {
        known.iter().filter(|k| fits(&k.stem) || fits(&k.id)).map(|k| k.file).collect()
    };
    let whole = pick(&|name| name == wanted);
    if whole.is_empty() { pick(&|name| name.starts_with(wanted)) } else { whole }
}

fn by_content(dir: &Path, files: &[String], wanted: &str) -> Option<PathBuf> {
    // Ids are eight letters and digits; anything else is not worth reading every file for.
    wanted.parse::<crate::domain::record::Id>().ok()?;
    files.iter().map(|file| dir.join(file)).find(|path| super::read(path).is_ok_and(|d| d.session.id == wanted))
}

/// Names that differ by little, measured against as much of them as was written.
fn near(known: &[Known<'_>], wanted: &str) -> Vec<String> {
    let length = wanted.chars().count();
    let allowed = (length / 3).clamp(1, 3);
    let mut found: Vec<(usize, &str)> = known
        .iter()
        .filter_map(|k| {
            let distance = |name: &str| changes(&name.chars().take(length).collect::<Vec<_>>(), wanted);
            let best = distance(&k.stem).min(distance(&k.id));
            (best <= allowed && best < length).then(|| (best, stem(k.file)))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(NEAR).map(|(_, name)| name.to_owned()).collect()
}

/// How many letters must be put in, left out or exchanged to make one of the other.
fn changes(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (place, wanted) in to.chars().enumerate() {
        let mut diagonal = place;
        let mut left = place + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (letter, cell) in from.iter().zip(row.iter_mut().skip(1)) {
            let exchanged = diagonal + usize::from(*letter != wanted);
            diagonal = *cell;
            left = exchanged.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
