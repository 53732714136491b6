//! The seven steps of a meeting and how far each has come. Steps are never locked: progress is shown, not enforced.

use super::choices::{CheckState, Duty, GoalState, Status};
use super::record::Choice;
use super::session::{Goal, Session};

/// A step (*trin*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    /// Forberedelse.
    #[default]
    Preparation,
    /// Roller.
    Roles,
    /// Dagsorden.
    Agenda,
    /// Fælles billede.
    Picture,
    /// Tilbud.
    Offers,
    /// Mål.
    Goals,
    /// Afslutning.
    Close,
}

impl Choice for Step {
    const ALL: &'static [Self] =
        &[Self::Preparation, Self::Roles, Self::Agenda, Self::Picture, Self::Offers, Self::Goals, Self::Close];
    const WORDS: &'static [&'static str] =
        &["step-preparation", "step-roles", "step-agenda", "step-picture", "step-offers", "step-goals", "step-close"];
}

/// How much of a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Parts done.
    pub done: usize,
    /// Parts in all; at least one.
    pub total: usize,
}

impl Progress {
    fn of(parts: impl IntoIterator<Item = bool>) -> Self {
        let (mut done, mut total) = (0, 0);
        for part in parts {
            done += usize::from(part);
            total += 1;
        }
        Self { done, total: total.max(1) }
    }
    /// The mark in front of the step: `[ ]`, `[~]` or `[x]`.
    pub fn mark(self) -> &'static str {
        match self.done {
            0 => "[ ]",
            d if d >= self.total => "[x]",
            _ => "[~]",
        }
    }
}

/// How far a step has come.
pub fn progress(session: &Session, step: Step) -> Progress {
    let given = |text: &str| !text.trim().is_empty();
    match step {
        Step::Preparation => {
            let prep = &session.preparation;
            let parts = [
                given(&session.citizen.reference),
                given(&prep.purpose),
                prep.approach.is_some(),
                session
                    .consents
                    .iter()
                    .any(|c| c.given_by.is_some() && c.given_on.day().is_some() && c.withdrawn_on.day().is_none()),
            ];
            let checks = prep.checklist.iter().map(|c| c.state != CheckState::Open);
            Progress::of(parts.into_iter().chain(checks))
        }
        Step::Roles => {
            let people = &session.participants;
            let has = |duty| people.iter().any(|p| p.duties.contains(&duty));
            let parts = [has(Duty::Leads), has(Duty::Writes)];
            Progress::of(people.iter().map(|p| given(&p.name) && given(&p.function)).chain(parts))
        }
        Step::Agenda => {
            let begun = |item: &super::session::AgendaItem| session.clock.iter().any(|e| e.item == Some(item.id));
            if session.clock.is_empty() {
                let when = session.head.date.day().is_some() && session.head.time.time().is_some();
                let ready = session.agenda.iter().map(|i| i.minutes.is_some() && given(&i.lead));
                Progress::of(ready.chain([when]))
            } else {
                Progress::of(session.agenda.iter().map(begun))
            }
        }
        Step::Picture => Progress::of(session.assessment.iter().map(|c| c.relevant.is_some())),
        Step::Offers => {
            let picked = session.offers.iter().map(|o| given(&o.why));
            Progress::of(picked.chain(session.missing_offers.iter().map(|m| given(&m.what))))
        }
        Step::Goals => Progress::of(session.goals.iter().filter(|g| g.state != GoalState::Dropped).map(is_whole)),
        Step::Close => Progress::of([
            session.close.read_back.is_some(),
            session.close.next_on.day().is_some(),
            session.close.plan_given.is_some(),
            session.answers.mode.is_some(),
            session.head.status == Status::Closed,
        ]),
    }
}

/// A goal with the citizen's words, a sentence, and at least one action that somebody does by a day.
fn is_whole(goal: &Goal) -> bool {
    !goal.own_words.trim().is_empty()
        && !goal.title.trim().is_empty()
        && goal.actions_kept().any(|a| a.who.is_some() && a.until.day().is_some())
}

/// Parts done over all steps, for the list of sessions.
pub fn overall(session: &Session) -> Progress {
    let parts = Step::ALL.iter().map(|step| progress(session, *step));
    parts
        .fold(Progress { done: 0, total: 0 }, |sum, p| Progress { done: sum.done + p.done, total: sum.total + p.total })
}

#[cfg(test)]
mod tests;
