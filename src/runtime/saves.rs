//! The thread that saves: starting it, and what it tells.

use std::io;
use std::sync::mpsc::Sender;

use chrono::{DateTime, Utc};

use super::start::text;
use super::{Event, keeping};
use crate::app::msg::{Msg, SaveTrouble};
use crate::commands::Place;
use crate::domain::merge::Noted;
use crate::report::words;
use crate::storage::worker::{Report, SaveErrorKind, SaveReport, Saver, Setup};

/// The thread that saves.
pub(super) fn saver(place: &Place, tx: Sender<Event>) -> io::Result<Saver> {
    // The words once more: the thread tells in the file what could not stand beside the rest.
    let words = text(place);
    let wording = Box::new(move |noted: &Noted| words::noted(&words, noted));
    let setup = Setup { days: place.settings.versions_days(), wording };
    Saver::spawn(setup, move |report| {
        for msg in told_by(report, Utc::now()) {
            let _ = tx.send(Event::Msg(msg));
        }
    })
}

fn told_by(report: Report, at: DateTime<Utc>) -> Vec<Msg> {
    let SaveReport { path: file, revision, result } = match report {
        Report::Save(report) => report,
        other => return keeping::told_by(other).into_iter().collect(),
    };
    match result {
        Ok(written) => {
            let mut told = vec![Msg::Saved { file: file.clone(), revision, at }];
            told.extend(keeping::written(&file, written));
            told
        }
        Err(error) => vec![Msg::SaveFailed { file, why: trouble(error.kind) }],
    }
}

pub(super) fn trouble(kind: SaveErrorKind) -> SaveTrouble {
    match kind {
        SaveErrorKind::DiskFull => SaveTrouble::DiskFull,
        SaveErrorKind::NoFolder => SaveTrouble::NoFolder,
        SaveErrorKind::NotAllowed => SaveTrouble::NotAllowed,
        SaveErrorKind::NoVault => SaveTrouble::NoVault,
        SaveErrorKind::NoShare => SaveTrouble::NoShare,
        SaveErrorKind::Other => SaveTrouble::Other,
    }
}
