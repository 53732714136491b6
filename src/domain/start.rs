//! How a session begins: from a template, or as the follow-up of an earlier one.

use chrono::{DateTime, Utc};

use super::choices::{Duty, Group, MeetingKind, Phase, Side};
use super::record::{Audience, Id, When, YesNo};
use super::session::*;
use super::template::{Agenda, Common, Named, RoleLine, Template};

/// What a new session needs to know.
pub struct Start<'a> {
    /// What all sessions share.
    pub common: &'a Common,
    /// Names of the departments, which the role list has by key.
    pub departments: &'a [Named],
    /// The template of the group.
    pub template: &'a Template,
    /// The group.
    pub group: Group,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The short id of a new session: part of its file's name.
pub fn short_id(rng: &mut fastrand::Rng) -> String {
    Id::draw(rng).to_string()
}

/// A new session from a template, with every text copied.
pub fn fresh(start: &Start<'_>, reference: &str, rng: &mut fastrand::Rng) -> Session {
    let mut session = Session {
        version: VERSION,
        id: short_id(rng),
        created: Some(start.now),
        head: Head { id: Id::draw(rng), ..Head::default() },
        citizen: Citizen {
            id: Id::draw(rng),
            reference: reference.to_owned(),
            group: start.group,
            ..Citizen::default()
        },
        consents: vec![Consent { id: Id::draw(rng), ..Consent::default() }],
        preparation: Preparation {
            id: Id::draw(rng),
            purpose_general: start.template.purposes.first().map(|p| p.text.clone()).unwrap_or_default(),
            ..Preparation::default()
        },
        close: Close { id: Id::draw(rng), ..Close::default() },
        answers: Answers { id: Id::draw(rng), ..Answers::default() },
        ..Session::default()
    };
    session.preparation.checklist = checklist(start.common, rng);
    session.participants =
        start.common.roles.iter().filter(|r| r.core).map(|r| participant(r, start.departments, rng)).collect();
    if let Some(agenda) = start.template.agendas.first() {
        session.head.minutes = Some(u32::from(agenda.minutes));
        session.agenda = agenda_items(agenda, rng);
    }
    session.assessment = start
        .common
        .cards
        .iter()
        .map(|card| Card {
            id: Id::draw(rng),
            seen_by: Audience::Everyone,
            theme: card.theme.clone(),
            title: card.title.clone(),
            ask: card.ask.clone(),
            ..Card::default()
        })
        .collect();
    session
}

fn checklist(common: &Common, rng: &mut fastrand::Rng) -> Vec<CheckItem> {
    common
        .checklist
        .iter()
        .map(|line| CheckItem {
            id: Id::draw(rng),
            text: line.text.clone(),
            owner: line.owner.clone(),
            why: line.why.clone(),
            phase: if line.at_pre_meeting { Phase::AtPreMeeting } else { Phase::Before },
            ..CheckItem::default()
        })
        .collect()
}

/// A participant for a role of the list; the name is still open.
pub fn participant(role: &RoleLine, departments: &[Named], rng: &mut fastrand::Rng) -> Participant {
    let side = match (role.key.as_str(), role.department.is_empty()) {
        ("citizen", _) => Side::Citizen,
        ("companion" | "relative" | "interpreter" | "guardian" | "party-representative", _) => Side::WithCitizen,
        _ => Side::Professional,
    };
    let duties = match role.key.as_str() {
        "facilitator" => vec![Duty::Leads],
        "note-taker" => vec![Duty::Writes],
        "coordinator" => vec![Duty::Coordinates],
        _ => vec![],
    };
    Participant {
        id: Id::draw(rng),
        duties,
        seen_by: Audience::Everyone,
        function: role.function.clone(),
        department: departments.iter().find(|d| d.key == role.department).map(|d| d.name.clone()).unwrap_or_default(),
        says: role.says.clone(),
        brings: role.brings.clone(),
        side,
        role: role.key.clone(),
        ..Participant::default()
    }
}

/// The items of a ready-made agenda.
pub fn agenda_items(agenda: &Agenda, rng: &mut fastrand::Rng) -> Vec<AgendaItem> {
    agenda
        .items
        .iter()
        .map(|line| AgendaItem {
            id: Id::draw(rng),
            seen_by: Audience::Everyone,
            title: line.title.clone(),
            minutes: Some(u32::from(line.minutes)),
            lead: line.lead.clone(),
            aim: line.aim.clone(),
            cue: line.cue.clone(),
            pause: line.pause.then_some(YesNo::Yes),
            ..AgendaItem::default()
        })
        .collect()
}

/// The follow-up of a session: the citizen, the people, the goals and what was agreed come along; what belonged to that
/// meeting does not.
pub fn follow_up(before: &Session, start: &Start<'_>, rng: &mut fastrand::Rng) -> Session {
    let mut session = fresh(start, "", rng);
    session.fictitious = before.fictitious;
    session.follows.clone_from(&before.id);
    session.head.kind = MeetingKind::FollowUp;
    session.head.date = before.close.next_on.day().map_or(When::Unset, When::On);
    session.head.time = before.close.next_at.clone();
    session.head.place.clone_from(&before.close.next_place);
    session.head.referred = before.head.referred.clone();
    session.citizen = before.citizen.clone();
    session.consents = before.consents.iter().map(|c| Consent { confirmed_on: When::Unset, ..c.clone() }).collect();
    if let Some(purpose) = start.template.purposes.last() {
        session.preparation.purpose_general.clone_from(&purpose.text);
    }
    session.preparation.approach = before.preparation.approach;
    session.preparation.approach_why.clone_from(&before.preparation.approach_why);
    session.preparation.plans.clone_from(&before.preparation.plans);
    session.participants = before
        .participants
        .iter()
        .map(|p| Participant {
            attendance: None,
            came: super::record::Hour::Unset,
            left: super::record::Hour::Unset,
            input: String::new(),
            ..p.clone()
        })
        .collect();
    session.assessment.clone_from(&before.assessment);
    session.offers.clone_from(&before.offers);
    session.goals.clone_from(&before.goals);
    session.close.parked.clone_from(&before.close.parked);
    session
}

#[cfg(test)]
mod tests;
