//! `opstart demo`: the training case in a temporary folder, or many fictitious sessions.

mod sample;

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, Outcome, Place, Start, print, screen, told};
use crate::cli::Demo;
use crate::domain::edit::{Edit, apply};
use crate::domain::record::{Kind, Value, When};
use crate::domain::session::Session;
use crate::storage::{folders, format, sessions};
use crate::text::w;

/// The training case: the example whose meeting is still to be held.
const TRAINING_CASE: &str = include_str!("../../sessions/examples/2026-12-01-zz125e0b.ron");

/// The same folder of sessions every time.
const SEED: u64 = 1;

pub(super) fn run(demo: &Demo, place: &Place, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let failed = |path: &Path, error: &std::io::Error| {
        let args = [("path", told::path(path).into()), ("what", told::system(&place.text, error).into())];
        Failure::new(place.text.fmt(w("fail-create"), &args))
    };
    let (Some(many), Some(dir)) = (demo.many, &demo.dir) else {
        let dir = folders::temporary().map_err(|error| failed(&PathBuf::from("…"), &error))?;
        let session = training_case(place)?;
        let path = sessions::create(&dir, &session, place.today(), place.now).map_err(|error| failed(&dir, &error))?;
        return screen(place, Start::Demo(path));
    };
    let (library, _) = place.library()?;
    let mut rng = fastrand::Rng::with_seed(SEED);
    for _ in 0..many {
        let (session, made) = sample::session(&library, place, &mut rng);
        match sessions::create(dir, &session, made, place.now) {
            Ok(_) => {}
            Err(error) => return Err(failed(dir, &error)),
        }
    }
    let args = [("count", i64::from(many).into()), ("dir", told::path(dir).into())];
    print(place, out, &format!("{}\n", place.text.fmt(w("demo-written"), &args)))?;
    Ok(Outcome::Done(0))
}

/// The training case as if its meeting were today.
fn training_case(place: &Place) -> Result<Session, Failure> {
    let decoded =
        format::decode(TRAINING_CASE.as_bytes()).map_err(|error| Failure::new(told::read(&place.text, &error)))?;
    let mut session = decoded.session;
    session.id = String::from("demo");
    session.created = Some(place.now);
    if let Some(meeting) = session.head.date.day() {
        move_dates(&mut session, place.today() - meeting);
    }
    Ok(session)
}

/// Moves every day in every form by the same time.
fn move_dates(session: &mut Session, by: chrono::TimeDelta) {
    let mut edits = vec![];
    session.visit(&mut |_, _, record| {
        for field in record.fields().iter().filter(|field| matches!(field.kind, Kind::Date(_))) {
            if let Some(Value::Date(When::On(day))) = field.read(record)
                && let Some(moved) = day.checked_add_signed(by)
            {
                edits.push(Edit::Set { id: record.id(), field: field.name, value: Value::Date(When::On(moved)) });
            }
        }
    });
    for edit in edits {
        // Every edit names a field that was just read, so none is refused.
        let _ = apply(session, edit);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::DateTime;

    use super::*;
    use crate::catalog::library::Library;
    use crate::storage::settings::Settings;
    use crate::text::{Lang, Text};

    fn place() -> Place {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Place { text: Text::new(Lang::Da, None), words: None, settings: Settings::default(), now, screen: false }
    }

    #[test]
    fn the_training_case_is_whole_fictitious_and_today() {
        let place = place();
        let session = training_case(&place).unwrap();
        assert!(session.fictitious);
        assert_eq!(session.head.date, When::On(place.today()));
        assert!(!session.agenda.is_empty() && !session.participants.is_empty() && !session.assessment.is_empty());
        assert!(format::decode(TRAINING_CASE.as_bytes()).unwrap().unknown.is_empty());
        let text = format::encode(&session).unwrap();
        assert_eq!(format::decode(text.as_bytes()).unwrap().session, session);
    }

    #[test]
    fn many_sessions_are_fictitious_different_and_the_same_every_time() {
        let (place, library) = (place(), Library::builtin());
        let draw = || {
            let mut rng = fastrand::Rng::with_seed(SEED);
            (0..40).map(|_| sample::session(&library, &place, &mut rng)).collect::<Vec<_>>()
        };
        let drawn = draw();
        assert_eq!(drawn, draw());
        assert!(drawn.iter().all(|(session, _)| session.fictitious));
        let ids: std::collections::HashSet<_> = drawn.iter().map(|(session, _)| &session.id).collect();
        assert_eq!(ids.len(), drawn.len());
        for (session, _) in &drawn {
            let text = format::encode(session).unwrap();
            assert_eq!(&format::decode(text.as_bytes()).unwrap().session, session);
        }
    }
}
