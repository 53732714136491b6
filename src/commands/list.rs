//! `opstart list`: the sessions, as lines or as JSON.

use std::collections::HashSet;
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Failure, Place, columns, json, new, print, told};
use crate::cli::{Format, List};
use crate::domain::choices::{MeetingKind, Status};
use crate::domain::record::Choice;
use crate::domain::summary::{Listed, Summary};
use crate::storage::sessions::{self, Scan};
use crate::storage::vault;
use crate::text::{Word, w};

/// One session in `--format json`. Dates are `YYYY-MM-DD` or null.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    file: &'a str,
    date: Option<String>,
    reference: &'a str,
    group: &'static str,
    kind: &'static str,
    status: &'static str,
    follow_up: Option<String>,
    fictitious: bool,
}

impl<'a> Row<'a> {
    fn of(summary: &'a Summary) -> Self {
        Self {
            id: &summary.id,
            file: &summary.file,
            date: summary.date.map(|day| day.to_string()),
            reference: &summary.reference,
            group: new::key(summary.group),
            kind: match summary.kind {
                MeetingKind::StartUp => "start-up",
                MeetingKind::Information => "information",
                MeetingKind::JobGoal => "job-goal",
                MeetingKind::FollowUp => "follow-up",
            },
            status: match summary.status {
                Status::Planned => "planned",
                Status::InProgress => "in-progress",
                Status::Closed => "closed",
                Status::Cancelled => "cancelled",
                Status::Moved => "moved",
                Status::NoShow => "no-show",
            },
            follow_up: summary.follow_up.map(|day| day.to_string()),
            fictitious: summary.fictitious,
        }
    }
}

pub(super) fn run(list: &List, place: &Place, out: &mut dyn Write, aside: &mut dyn Write) -> Result<u8, Failure> {
    let (mut found, damaged, scan) = read(place)?;
    for name in damaged {
        // Named beside the list; the list itself is whole without them.
        if let Err(error) = sessions::read(&place.settings.sessions().join(name)) {
            print(place, aside, &format!("{}\n", told::open(&place.text, &error)))?;
        }
    }
    if list.due {
        found = due(found, list.fictitious, place);
    } else {
        found.sort_by(|a, b| (b.date, &b.file).cmp(&(a.date, &a.file)));
    }
    let printed = match list.format.format {
        Format::Json => json(place, &found.iter().map(Row::of).collect::<Vec<_>>(), true)?,
        Format::Text if found.is_empty() => {
            let dir = told::path(&place.settings.sessions());
            let word = match (list.due, scan) {
                (true, _) => w("list-none-due"),
                (false, Scan::NoFolder) => w("list-no-folder"),
                (false, Scan::Read(_)) => w("list-none"),
            };
            format!("{}\n", place.text.fmt(word, &[("dir", dir.into())]))
        }
        Format::Text => columns(&found.iter().map(|summary| line(summary, place)).collect::<Vec<_>>()),
    };
    print(place, out, &printed)?;
    if list.format.format == Format::Text {
        say_sealed(place, aside)?;
    }
    Ok(0)
}

/// Beside the list: that the sessions lie encrypted, and what this user has to do to read them.
fn say_sealed(place: &Place, aside: &mut dyn Write) -> Result<(), Failure> {
    let dir = place.settings.sessions();
    let (name, advice) = told::standing(&place.text, vault::standing(&dir));
    if name.is_empty() {
        return Ok(());
    }
    let args = [("dir", told::path(&dir).into()), ("vault", name.into())];
    let line = place.text.fmt(w("list-vault"), &args);
    print(place, aside, &format!("{}\n", format!("{line} {advice}").trim_end()))
}

/// The sessions, the names of files that are none, and what the folder is.
fn read(place: &Place) -> Result<(Vec<Summary>, Vec<String>, Scan), Failure> {
    let dir = place.settings.sessions();
    let (mut found, mut damaged) = (vec![], vec![]);
    let scan = sessions::list(&dir, place.now, &mut |batch| {
        for listed in batch {
            match listed {
                Listed::Session(summary) => found.push(summary),
                Listed::Damaged { file, .. } => damaged.push(file),
            }
        }
        true
    });
    let scan = scan.map_err(|error| Failure::new(told::folder(&place.text, &dir, &error)))?;
    Ok((found, damaged, scan))
}

/// Days a session is kept after it was filed.
fn retention(place: &Place) -> u32 {
    place.settings.number("retention_days")
}

/// Those to be followed up by today or no longer needed here, the longest overdue first. One that has been followed up
/// already needs no follow-up.
fn due(all: Vec<Summary>, fictitious: bool, place: &Place) -> Vec<Summary> {
    let followed: HashSet<String> = all.iter().map(|s| s.follows.clone()).collect();
    let today = place.today();
    let since = |s: &Summary| {
        let follow_up = s.follow_up.filter(|_| !followed.contains(&s.id));
        let days = [follow_up, s.delete_from(retention(place))];
        days.into_iter().flatten().filter(|day| *day <= today).min()
    };
    let mut due: Vec<(NaiveDate, Summary)> =
        all.into_iter().filter(|s| fictitious || !s.fictitious).filter_map(|s| Some((since(&s)?, s))).collect();
    due.sort_by(|a, b| (a.0, &a.1.file).cmp(&(b.0, &b.1.file)));
    due.into_iter().map(|(_, summary)| summary).collect()
}

fn line(summary: &Summary, place: &Place) -> Vec<String> {
    let text = &place.text;
    let day = |day: Option<NaiveDate>| day.map_or_else(|| String::from("–"), |d| d.format("%d.%m.%Y").to_string());
    let follow_up = summary.follow_up.map(|due| text.fmt(w("list-follow-up"), &[("date", day(Some(due)).into())]));
    let delete = summary.delete_from(retention(place));
    let delete = delete.map(|from| text.fmt(w("list-delete"), &[("date", day(Some(from)).into())]));
    vec![
        day(summary.date),
        summary.id.clone(),
        if summary.fictitious {
            text.fmt(w("list-example"), &[("reference", summary.reference.as_str().into())])
        } else {
            summary.reference.clone()
        },
        text.get(Word(summary.kind.word())),
        text.get(Word(summary.status.word())),
        follow_up.unwrap_or_default(),
        delete.unwrap_or_default(),
    ]
}
