//! Who sees what: the one way from a session to a screen or a document.

use std::ops::Deref;

use super::record::{Audience, RecordType};
use super::session::Session;

/// A session as one audience may see it. Built by copying what is allowed, so that what nobody thought of stays out.
/// Screens and documents take this and never a `Session`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    session: Session,
    /// For whom.
    pub audience: Audience,
    /// Whether the citizen has answered the three questions; what was answered is not here.
    pub answered: bool,
}

impl Deref for Seen {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.session
    }
}

/// What `audience` may see of `session`.
pub fn seen_by(session: &Session, audience: Audience) -> Seen {
    fn list<T: RecordType>(records: &[T], audience: Audience) -> Vec<T> {
        records.iter().filter_map(|r| r.seen_by(audience)).collect()
    }
    let Session {
        version,
        id,
        created,
        fictitious,
        follows,
        head,
        citizen,
        consents,
        preparation,
        participants,
        agenda,
        clock,
        assessment,
        offers,
        missing_offers,
        goals,
        close,
        answers,
        changes,
        desk,
    } = session;
    let session = Session {
        version: *version,
        id: id.clone(),
        created: *created,
        fictitious: *fictitious,
        follows: follows.clone(),
        head: head.fields_seen_by(audience),
        citizen: citizen.fields_seen_by(audience),
        consents: list(consents, audience),
        preparation: preparation.fields_seen_by(audience),
        participants: list(participants, audience),
        agenda: list(agenda, audience),
        // The clock holds times and ids of agenda items, nothing that anybody said.
        clock: clock.clone(),
        assessment: list(assessment, audience),
        offers: list(offers, audience),
        missing_offers: list(missing_offers, audience),
        goals: list(goals, audience),
        close: close.fields_seen_by(audience),
        answers: answers.fields_seen_by(audience),
        changes: list(changes, audience),
        // Nothing of a meeting.
        desk: desk.clone(),
    };
    Seen { session, audience, answered: answers.answered_at.is_some() }
}
