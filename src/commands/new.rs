//! `opstart new`: a new session from a template.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Failure, Outcome, Place, Start, print, told};
use crate::catalog::library::Library;
use crate::cli::{New, Template};
use crate::domain::choices::Group;
use crate::domain::session::Session;
use crate::domain::start::{self, fresh};
use crate::domain::template;
use crate::storage::sessions;
use crate::text::w;

/// How often another id is drawn when the file's name is taken.
const TRIES: usize = 5;

impl Template {
    /// The group it is for.
    pub fn group(self) -> Group {
        match self {
            Self::Adult => Group::Adult,
            Self::Youth => Group::Youth,
            Self::Family => Group::Family,
        }
    }
}

/// Key of the group's template in the catalogue.
pub(super) fn key(group: Group) -> &'static str {
    match group {
        Group::Adult => "adult",
        Group::Youth => "youth",
        Group::Family => "family",
    }
}

/// Where there is a screen the session opens there; else its file is made and the path printed.
pub(super) fn run(new: New, place: &Place, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let group = new.template.group();
    let reference = crate::catalog::clean::clean_line(&new.reference.unwrap_or_default());
    if place.screen && !new.no_open {
        return Ok(Outcome::Screen(Start::New { group, reference }));
    }
    let (library, _) = place.library()?;
    let mut rng = fastrand::Rng::new();
    let path = make(place, || blank(&library, group, &reference, place, &mut rng))?;
    print(place, out, &format!("{}\n", path.display()))?;
    Ok(Outcome::Done(0))
}

/// A new session of the group. A catalogue without its template gives one without ready-made texts.
pub(super) fn blank(lib: &Library, group: Group, reference: &str, place: &Place, rng: &mut fastrand::Rng) -> Session {
    let none = template::Template::default();
    let start = start::Start {
        common: &lib.common,
        departments: &lib.municipality.departments,
        template: lib.templates.iter().find(|t| t.key == key(group)).unwrap_or(&none),
        group,
        now: place.now,
    };
    fresh(&start, reference, rng)
}

fn make(place: &Place, mut draw: impl FnMut() -> Session) -> Result<PathBuf, Failure> {
    let dir = place.settings.sessions();
    let mut result = sessions::create(&dir, &draw(), place.today(), place.now);
    for _ in 1..TRIES {
        match result {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                result = sessions::create(&dir, &draw(), place.today(), place.now);
            }
            _ => break,
        }
    }
    result.map_err(|error| {
        let args = [("path", told::path(&dir).into()), ("what", told::system(&place.text, &error).into())];
        Failure::new(place.text.fmt(w("fail-create"), &args))
    })
}
