//! `opstart delete`: a session with everything the program keeps of it. Nothing is deleted without `--yes`, and what was
//! never filed only when that is said as well.

use std::io::Write;
use std::path::Path;

use super::{Failure, Place, export, print, told};
use crate::cli::Delete;
use crate::domain::session::Session;
use crate::report::document::{self, Form};
use crate::storage::log::{self, Deed};
use crate::storage::{sessions, vault};
use crate::text::w;

pub(super) fn run(asked: &Delete, place: &Place, out: &mut dyn Write, aside: &mut dyn Write) -> Result<u8, Failure> {
    let path = place.session(&asked.session)?;
    // What cannot be read can be deleted all the same; then nobody knows whether it was filed.
    let session = sessions::read(&path).ok().map(|decoded| decoded.session);
    if session.is_none() && !is_of_the_folder(&path, place) && !vault::is_sealed_file(&path) {
        // Whatever it is, it is not ours. An encrypted meeting is, wherever it lies.
        return Err(Failure::new(place.text.fmt(w("delete-no-meeting"), &[("path", told::path(&path).into())])));
    }
    let filed = session.as_ref().is_some_and(|s| s.head.filed_on.day().is_some());
    let shown = told::path(&path);
    let may = asked.yes && (filed || asked.unfiled || session.as_ref().is_some_and(|s| s.fictitious));
    if !may {
        let code = warn(session.as_ref(), filed, &shown, place, out, aside)?;
        if !filed && session.is_some_and(|session| !session.fictitious) {
            // Its text was printed.
            let _ = log::note(&path, Deed::Exported, "readback", place.now);
        }
        return Ok(code);
    }
    let versions = sessions::delete(&path, place.now).map_err(|error| {
        let args = [("path", shown.clone().into()), ("what", told::system(&place.text, &error).into())];
        Failure::new(place.text.fmt(w("fail-delete"), &args))
    })?;
    // The log tells that it was, whatever it held.
    let _ = log::note(&path, Deed::Deleted, if filed { "" } else { "not filed" }, place.now);
    let args = [("path", shown.into()), ("versions", versions.into())];
    let lines = [place.text.fmt(w("delete-done"), &args), place.text.get(w("delete-out-of-reach"))];
    print(place, out, &format!("{}\n", lines.join("\n")))?;
    Ok(0)
}

/// Whether a file that cannot be read lies where the meetings are, under a name that only a meeting has.
fn is_of_the_folder(path: &Path, place: &Place) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let is_ron = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ron"));
    is_ron && folder.and_then(whole).is_some_and(|folder| whole(&place.settings.sessions()) == Some(folder))
}

/// What would happen, and how to have it done; for what was not filed also the text that should be.
fn warn(
    session: Option<&Session>,
    filed: bool,
    path: &str,
    place: &Place,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<u8, Failure> {
    let args = [("path", path.to_owned().into())];
    let mut lines = vec![place.text.fmt(w("delete-would"), &args)];
    if filed {
        lines.push(place.text.get(w("delete-how")));
    } else {
        lines.push(place.text.get(w("delete-unfiled")));
        if let Some(session) = session {
            lines.push(place.text.get(w("delete-journal")));
            print(place, out, &document::write(&export::journal(session, place), Form::Text))?;
        }
    }
    print(place, aside, &format!("{}\n", lines.join("\n")))?;
    Ok(1)
}
