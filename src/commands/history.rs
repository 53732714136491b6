//! `opstart history` and `opstart restore`: the earlier versions of a session, and bringing one back.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::SecondsFormat;
use serde::Serialize;

use super::{Failure, Place, columns, json, print, told};
use crate::cli::{Format, History, Restore};
use crate::domain::compare::Counts;
use crate::domain::version::Version;
use crate::report::words;
use crate::storage::log::{self, Deed};
use crate::storage::sessions::{self, NameError, RestoreError};
use crate::storage::versions;
use crate::text::w;

/// One version in `--format json`, the newest first; `at` is in UTC, the counts are null for one that cannot be read.
#[derive(Serialize)]
struct Row<'a> {
    number: usize,
    at: String,
    reason: &'static str,
    file: &'a str,
    added: Option<usize>,
    removed: Option<usize>,
    changed: Option<usize>,
}

/// A version with what was changed from it to the next newer one, or to what stands in the file now.
type Line = (Version, Option<Counts>);

pub(super) fn run(history: &History, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let path = session(place, &history.session)?;
    let lines = versions::compared(&path).map_err(|error| failed(place, &path, &error))?;
    let printed = match history.format.format {
        Format::Json => json(place, &lines.iter().enumerate().map(row).collect::<Vec<_>>(), true)?,
        Format::Text if lines.is_empty() => format!("{}\n", place.text.get(w("history-none"))),
        Format::Text => columns(&lines.iter().enumerate().map(|numbered| line(numbered, place)).collect::<Vec<_>>()),
    };
    print(place, out, &printed)?;
    Ok(0)
}

/// The file of a session. One that is damaged, or gone, may still have versions, so a name that only they have will do.
fn session(place: &Place, name: &str) -> Result<PathBuf, Failure> {
    let dir = place.settings.sessions();
    sessions::resolve(&dir, name).or_else(|error| {
        let gone = dir.join(format!("{}.ron", name.strip_suffix(".ron").unwrap_or(name)));
        let plain = !name.contains(['/', '\\']) && matches!(error, NameError::Unknown { .. });
        if plain && versions::list(&gone).is_ok_and(|versions| !versions.is_empty()) {
            return Ok(gone);
        }
        Err(Failure::new(told::name(&place.text, &error, &dir)))
    })
}

fn row((at, (version, then)): (usize, &Line)) -> Row<'_> {
    Row {
        number: at + 1,
        at: version.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        reason: version.reason.key(),
        file: &version.file,
        added: then.map(|c| c.added),
        removed: then.map(|c| c.removed),
        changed: then.map(|c| c.changed),
    }
}

fn line((at, (version, then)): (usize, &Line), place: &Place) -> Vec<String> {
    let text = &place.text;
    let then = match *then {
        None => text.get(w("version-unreadable")),
        Some(then) => text.fmt(w("history-then"), &[("changes", words::counts(text, then).into())]),
    };
    let reason = text.get(words::reason(version.reason));
    vec![(at + 1).to_string(), words::moment(text, version.at), reason, then]
}

pub(super) fn restore(restore: &Restore, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let path = session(place, &restore.session)?;
    let all = versions::list(&path).map_err(|error| failed(place, &path, &error))?;
    let Some(version) = restore.version.checked_sub(1).and_then(|at| all.get(at)) else {
        let args = [("number", restore.version.into()), ("count", all.len().into())];
        return Err(Failure::new(place.text.fmt(w("restore-no-version"), &args)));
    };
    let days = place.settings.versions_days();
    let (done, to, word) = match &restore.output {
        Some(to) => (sessions::restore_to(&path, version, to), to, w("restore-written")),
        None => (sessions::restore(&path, version, place.now, days), &path, w("restore-done")),
    };
    done.map_err(|error| match error {
        RestoreError::Held { by } => {
            Failure::new(place.text.fmt(w("restore-held"), &[("by", told::holder(&by).into())]))
        }
        RestoreError::Version(error) => Failure::new(told::open(&place.text, &error)),
        RestoreError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Failure::new(place.text.fmt(w("restore-taken"), &[("path", told::path(to).into())]))
        }
        RestoreError::Io(error) => failed(place, to, &error),
    })?;
    let (deed, detail) = if restore.output.is_some() { (Deed::Exported, "version") } else { (Deed::Restored, "") };
    // What cannot be written in the log keeps nobody from working.
    let _ = log::note(&path, deed, detail, place.now);
    let time = words::moment(&place.text, version.at);
    let line = place.text.fmt(word, &[("time", time.into()), ("path", told::path(to).into())]);
    print(place, out, &format!("{line}\n"))?;
    Ok(0)
}

fn failed(place: &Place, path: &Path, error: &io::Error) -> Failure {
    let args = [("path", told::path(path).into()), ("what", told::system(&place.text, error).into())];
    Failure::new(place.text.fmt(w("fail-restore"), &args))
}
