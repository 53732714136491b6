//! `opstart export`: documents about a session, to the screen or to a file.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, Place, json, print, told};
use crate::catalog::clean::clean_line;
use crate::cli::{Export, ExportForm, ExportKind};
use crate::domain::audience::{Seen, seen_by};
use crate::domain::record::Audience;
use crate::domain::session::Session;
use crate::report::document::{self, Block, Form};
use crate::report::insight::{self, Held};
use crate::report::readback;
use crate::storage::log::{self, Deed};
use crate::storage::{disk, sessions, versions};
use crate::text::w;

pub(super) fn run(asked: &Export, place: &Place, out: &mut dyn Write, aside: &mut dyn Write) -> Result<u8, Failure> {
    let path = place.session(&asked.session)?;
    let session = read(&path, place)?;
    let form = match asked.format {
        ExportForm::Text => Form::Text,
        ExportForm::Markdown => Form::Markdown,
    };
    let (mut found, mut complete) = (vec![path.clone()], true);
    let text = match asked.kind {
        ExportKind::Json => json(place, &session, true)?,
        ExportKind::Readback => document::write(&journal(&session, place), form),
        ExportKind::Insight => {
            let whole = insight(&path, &session, place, aside)?;
            (found, complete) = (whole.files, whole.unread.is_empty());
            document::write(&whole.blocks, form)
        }
    };
    match &asked.output {
        Some(file) => {
            // Never over a file that is there: it may be the meeting itself.
            match disk::atomic_over(file, text.as_bytes(), None) {
                Ok(Some(_)) => {}
                Ok(None) => {
                    return Err(Failure::new(
                        place.text.fmt(w("fail-export-there"), &[("path", told::path(file).into())]),
                    ));
                }
                Err(error) => {
                    let args = [("path", told::path(file).into()), ("what", told::system(&place.text, &error).into())];
                    return Err(Failure::new(place.text.fmt(w("fail-export"), &args)));
                }
            }
            print(place, aside, &format!("{}\n", place.text.fmt(w("exported"), &[("path", told::path(file).into())])))?;
        }
        None => print(place, out, &text)?,
    }
    if !session.fictitious {
        // What cannot be written in the log keeps nobody from working.
        for file in found {
            let _ = log::note(&file, Deed::Exported, asked.kind.name(), place.now);
        }
    }
    Ok(u8::from(!complete))
}

fn read(path: &Path, place: &Place) -> Result<Session, Failure> {
    let decoded = sessions::read(path).map_err(|error| Failure::new(told::open(&place.text, &error)))?;
    Ok(decoded.session)
}

/// The text that goes into the case system.
pub(super) fn journal(session: &Session, place: &Place) -> Vec<Block> {
    readback::document(&seen_by(session, Audience::Staff), &place.text)
}

/// An insight, with what it was made of.
struct Insight {
    blocks: Vec<Block>,
    /// The sessions in it.
    files: Vec<PathBuf>,
    /// Names of the files that could not be read: leaving them out without a word would make it a wrong one.
    unread: Vec<String>,
}

/// Everything in the folder of `path` that has the same reference; an example is among examples only.
fn insight(path: &Path, session: &Session, place: &Place, aside: &mut dyn Write) -> Result<Insight, Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let failed = |error: &std::io::Error| Failure::new(told::folder(&place.text, folder, error));
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let mut found: Vec<(String, usize, Seen)> = vec![];
    let mut unread = vec![];
    for name in sessions::names(folder).map_err(|error| failed(&error))?.unwrap_or_default() {
        let file = folder.join(&name);
        match sessions::read(&file) {
            Ok(other) => {
                let other = other.session;
                let belongs = same(&other.citizen.reference, &session.citizen.reference)
                    && other.fictitious == session.fictitious
                    && (!session.citizen.reference.trim().is_empty() || other.id == session.id);
                if belongs {
                    let versions = versions::list(&file).map_err(|error| failed(&error))?.len();
                    found.push((name, versions, seen_by(&other, Audience::Nobody)));
                }
            }
            Err(error) => {
                print(place, aside, &format!("{}\n", told::open(&place.text, &error)))?;
                unread.push(clean_line(&name));
            }
        }
    }
    found.sort_by_key(|(name, _, seen)| (seen.head.date.day(), seen.created, name.clone()));
    unread.sort();
    let held: Vec<Held<'_>> =
        found.iter().map(|(file, versions, seen)| Held { file, versions: *versions, seen }).collect();
    let blocks = insight::document(&session.citizen.reference, &held, &unread, &place.text);
    Ok(Insight { blocks, files: found.iter().map(|(name, ..)| folder.join(name)).collect(), unread })
}
