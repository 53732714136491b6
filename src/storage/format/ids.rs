//! Ids of a file that was written by hand: those missing are drawn, those that stand twice are an error.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::fault::{Fault, ReadError};
use crate::domain::record::Id;
use crate::domain::session::{Action, Session};
use crate::domain::start::short_id;

/// Gives every record an id of its own. `text` is the file: the same text always gives the same ids, so that a file that
/// is only looked at has ids one can rely on.
pub(super) fn complete(session: &mut Session, text: &str) -> Result<(), ReadError> {
    let mut taken = HashSet::new();
    let mut missing = session.id.is_empty();
    let mut twice = None;
    session.visit(&mut |_, _, record| {
        let id = record.id();
        missing |= id == Id::default();
        if id != Id::default() && !taken.insert(id) {
            twice = twice.or(Some(id));
        }
    });
    if let Some(id) = twice {
        return Err(duplicate(id, text));
    }
    if missing {
        let mut rng = fastrand::Rng::with_seed(seed(text));
        if session.id.is_empty() {
            session.id = short_id(&mut rng);
        }
        each(session, &mut |id| {
            while *id == Id::default() {
                *id = Some(Id::draw(&mut rng)).filter(|new| taken.insert(*new)).unwrap_or_default();
            }
        });
    }
    Ok(())
}

fn seed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The second place where the id is written as one.
fn duplicate(id: Id, text: &str) -> ReadError {
    let id = id.to_string();
    let quoted = format!("\"{id}\"");
    let mut places = text.lines().enumerate().flat_map(|(line, content)| {
        let ends = content.match_indices(&quoted);
        ends.filter(|(at, _)| is_id_field(content.get(..*at).unwrap_or_default()))
            .map(|(at, _)| (line + 1, content.get(..at).unwrap_or_default().chars().count() + 1))
            .collect::<Vec<_>>()
    });
    let (line, column) = places.nth(1).unwrap_or((1, 1));
    ReadError::Damaged { line, column, what: Fault::DuplicateId(id) }
}

/// True when what comes next is the value of a field called `id`.
fn is_id_field(before: &str) -> bool {
    let name = before.trim_end().strip_suffix(':').map(str::trim_end).and_then(|b| b.strip_suffix("id"));
    name.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Calls `change` for the id of every record, in the order of `Session::visit`.
fn each(session: &mut Session, change: &mut dyn FnMut(&mut Id)) {
    macro_rules! list {
        ($records:expr) => {
            $records.iter_mut().for_each(|record| change(&mut record.id))
        };
    }
    change(&mut session.head.id);
    change(&mut session.citizen.id);
    list!(session.citizen.members);
    list!(session.consents);
    change(&mut session.preparation.id);
    list!(session.preparation.plans);
    list!(session.preparation.checklist);
    list!(session.participants);
    list!(session.agenda);
    list!(session.clock);
    list!(session.assessment);
    list!(session.offers);
    list!(session.missing_offers);
    for goal in &mut session.goals {
        change(&mut goal.id);
        for sub in &mut goal.sub_goals {
            change(&mut sub.id);
            sub.actions.iter_mut().for_each(|action: &mut Action| change(&mut action.id));
        }
        list!(goal.actions);
    }
    change(&mut session.close.id);
    list!(session.close.decisions);
    list!(session.close.parked);
    change(&mut session.answers.id);
    list!(session.changes);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::*;

    /// One record of every type.
    fn full() -> Session {
        let mut session = Session { version: VERSION, ..Session::default() };
        session.citizen.members.push(Member::default());
        session.consents.push(Consent::default());
        session.preparation.plans.push(ExistingPlan::default());
        session.preparation.checklist.push(CheckItem::default());
        session.participants.push(Participant::default());
        session.agenda.push(AgendaItem::default());
        session.clock.push(ClockEvent::default());
        session.assessment.push(Card::default());
        session.offers.push(PickedOffer::default());
        session.missing_offers.push(MissingOffer::default());
        let sub = SubGoal { actions: vec![Action::default()], ..SubGoal::default() };
        session.goals.push(Goal { sub_goals: vec![sub], actions: vec![Action::default()], ..Goal::default() });
        session.close.decisions.push(Decision::default());
        session.close.parked.push(Parked::default());
        session.changes.push(Correction::default());
        session
    }

    fn ids(session: &Session) -> Vec<Id> {
        let mut ids = vec![];
        session.visit(&mut |_, _, record| ids.push(record.id()));
        ids
    }

    #[test]
    fn every_type_of_record_gets_an_id_of_its_own() {
        let mut session = full();
        let mut sorts = HashSet::new();
        session.visit(&mut |_, _, record| {
            sorts.insert(record.sort());
        });
        // The form of an offer and its paragraphs are in no file.
        assert_eq!(sorts.len(), Sort::ALL.len() - 2, "the example holds every type");
        complete(&mut session, "x").unwrap();
        let ids = ids(&session);
        assert!(!ids.contains(&Id::default()));
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    }

    #[test]
    fn the_same_text_gives_the_same_ids_and_another_text_others() {
        let drawn = |text| {
            let mut session = full();
            complete(&mut session, text).unwrap();
            (session.id.clone(), ids(&session))
        };
        assert_eq!(drawn("a"), drawn("a"));
        assert_ne!(drawn("a"), drawn("b"));
    }

    #[test]
    fn ids_that_are_there_stay() {
        let mut session = full();
        let mine: Id = "abcdefgh".parse().unwrap();
        session.close.id = mine;
        complete(&mut session, "x").unwrap();
        assert_eq!(session.close.id, mine);
    }
}
