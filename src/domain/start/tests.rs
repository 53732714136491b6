#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::choices::*;
use crate::domain::record::Hour;
use crate::domain::template::{AgendaLine, CardLine, CheckLine, Purpose};

fn common() -> Common {
    let role = |key: &str, department: &str, core| RoleLine {
        key: key.into(),
        function: format!("funktion {key}"),
        department: department.into(),
        core,
        says: format!("siger {key}"),
        brings: format!("har {key}"),
    };
    Common {
        checklist: vec![
            CheckLine { text: "før".into(), owner: "alle".into(), why: "fordi".into(), at_pre_meeting: false },
            CheckLine { text: "på".into(), at_pre_meeting: true, ..CheckLine::default() },
        ],
        roles: vec![
            role("citizen", "", true),
            role("job-consultant", "job", true),
            role("interpreter", "", false),
            role("doctor", "ukendt", false),
        ],
        cards: vec![CardLine { theme: "bolig".into(), title: "Bolig".into(), ask: "Hvor bor du?".into(), ffb: vec![] }],
        ..Common::default()
    }
}

fn template() -> Template {
    let purpose = |text: &str| Purpose { name: text.into(), text: text.into() };
    let item = AgendaLine { title: "Pause".into(), minutes: 5, cue: "Kaffe".into(), pause: true, ..Default::default() };
    let agenda = |minutes| Agenda { minutes, items: vec![item.clone(), AgendaLine::default()] };
    Template {
        purposes: vec![purpose("første"), purpose("opfølgning")],
        agendas: vec![agenda(60), agenda(90)],
        ..Template::default()
    }
}

fn begun(make: impl FnOnce(&Start<'_>, &mut fastrand::Rng) -> Session) -> Session {
    let (common, template) = (common(), template());
    let departments = [Named { key: "job".into(), name: "Jobcenter".into(), ..Named::default() }];
    let start =
        Start { common: &common, departments: &departments, template: &template, group: Group::Youth, now: now() };
    make(&start, &mut fastrand::Rng::with_seed(1))
}

fn followed(before: &Session) -> Session {
    begun(|start, _| follow_up(before, start, &mut fastrand::Rng::with_seed(2)))
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

fn new() -> Session {
    begun(|start, rng| fresh(start, "LM-4711", rng))
}

fn ids(session: &Session) -> Vec<Id> {
    let mut ids = vec![];
    session.visit(&mut |_, _, record| ids.push(record.id()));
    ids
}

#[test]
fn a_new_session_knows_who_when_and_for_which_group() {
    let s = new();
    assert_eq!((s.version, s.created, s.citizen.group), (VERSION, Some(now()), Group::Youth));
    assert_eq!((s.citizen.reference.as_str(), s.head.status), ("LM-4711", Status::Planned));
    assert!(s.id.parse::<Id>().is_ok(), "{}", s.id);
    assert!(!s.fictitious && s.follows.is_empty());
}

#[test]
fn every_record_of_a_new_session_has_an_id_of_its_own() {
    let ids = ids(&new());
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    assert!(!ids.contains(&Id::default()));
}

#[test]
fn two_sessions_share_no_id() {
    let common = common();
    let template = template();
    let start = Start { common: &common, departments: &[], template: &template, group: Group::Adult, now: now() };
    let mut rng = fastrand::Rng::with_seed(1);
    let (one, two) = (fresh(&start, "", &mut rng), fresh(&start, "", &mut rng));
    assert_ne!(one.id, two.id);
    assert!(ids(&one).iter().all(|id| !ids(&two).contains(id)));
}

#[test]
fn the_texts_of_checklist_cards_and_purpose_are_copied() {
    let s = new();
    let check = &s.preparation.checklist[0];
    assert_eq!((check.text.as_str(), check.owner.as_str(), check.why.as_str()), ("før", "alle", "fordi"));
    assert_eq!((check.phase, s.preparation.checklist[1].phase), (Phase::Before, Phase::AtPreMeeting));
    assert_eq!(check.state, CheckState::Open);
    let card = &s.assessment[0];
    assert_eq!((card.theme.as_str(), card.title.as_str(), card.ask.as_str()), ("bolig", "Bolig", "Hvor bor du?"));
    assert_eq!(s.preparation.purpose_general, "første");
}

#[test]
fn the_usual_agenda_sets_the_time() {
    let s = new();
    assert_eq!((s.head.minutes, s.agenda.len()), (Some(60), 2));
    assert_eq!((s.agenda[0].pause, s.agenda[1].pause), (Some(YesNo::Yes), None));
    assert_eq!((s.agenda[0].minutes, s.agenda[0].cue.as_str()), (Some(5), "Kaffe"));
}

#[test]
fn only_core_roles_sit_at_the_table_from_the_start() {
    let s = new();
    let roles: Vec<&str> = s.participants.iter().map(|p| p.role.as_str()).collect();
    assert_eq!(roles, ["citizen", "job-consultant"]);
    let consultant = &s.participants[1];
    assert_eq!((consultant.department.as_str(), consultant.side), ("Jobcenter", Side::Professional));
    assert_eq!((consultant.says.as_str(), consultant.brings.as_str()), ("siger job-consultant", "har job-consultant"));
    assert!(consultant.name.is_empty());
}

#[test]
fn everyone_sits_on_their_side_of_the_table() {
    let mut rng = fastrand::Rng::with_seed(2);
    let sides: Vec<Side> = common().roles.iter().map(|r| participant(r, &[], &mut rng).side).collect();
    assert_eq!(sides, [Side::Citizen, Side::Professional, Side::WithCitizen, Side::Professional]);
}

#[test]
fn what_everyone_works_on_is_for_everyone_and_the_rest_for_staff() {
    let s = new();
    let everyone = [s.participants[0].seen_by, s.agenda[0].seen_by, s.assessment[0].seen_by];
    assert_eq!(everyone, [Audience::Everyone; 3]);
    assert_eq!([s.consents[0].seen_by, s.preparation.checklist[0].seen_by], [Audience::Staff; 2]);
}

#[test]
fn an_empty_template_still_gives_a_session() {
    let (common, template) = (Common::default(), Template::default());
    let start = Start { common: &common, departments: &[], template: &template, group: Group::Adult, now: now() };
    let s = fresh(&start, "", &mut fastrand::Rng::with_seed(1));
    assert_eq!((s.agenda.len(), s.head.minutes, s.consents.len()), (0, None, 1));
}

/// A closed meeting with something in every part.
fn held() -> Session {
    let mut s = new();
    let day = |d| When::On(NaiveDate::from_ymd_opt(2027, 1, d).unwrap());
    s.head =
        Head { status: Status::Closed, closed_at: Some(now()), place: "Rådhuset".into(), referred: day(2), ..s.head };
    s.citizen.wishes = "Døren".into();
    s.consents[0].purpose = "Job".into();
    s.consents[0].confirmed_on = day(3);
    s.preparation.purpose = "Dengang".into();
    s.preparation.approach = Some(Approach::RelationFirst);
    s.preparation.checklist[0].state = CheckState::Done;
    s.participants[1] = Participant {
        name: "Mette".into(),
        attendance: Some(Attendance::Attended),
        came: Hour::Typed("sent".into()),
        left: Hour::Typed("før".into()),
        input: "Hils".into(),
        ..s.participants[1].clone()
    };
    s.agenda[0].own_words = "Sagt".into();
    s.clock.push(ClockEvent { id: Id::draw(&mut fastrand::Rng::with_seed(5)), ..ClockEvent::default() });
    s.assessment[0].own_words = "Fugt".into();
    s.offers = vec![PickedOffer { why: "Ro".into(), ..PickedOffer::default() }];
    s.missing_offers = vec![MissingOffer::default()];
    s.goals = vec![Goal { title: "Job".into(), actions: vec![Action::default()], ..Goal::default() }];
    s.close = Close {
        next_on: day(11),
        next_at: Hour::At(NaiveTime::from_hms_opt(10, 15, 0).unwrap()),
        next_place: "Genbrugen".into(),
        read_back: Some(YesNo::Yes),
        decisions: vec![Decision::default()],
        parked: vec![Parked { text: "Cykel".into(), ..Parked::default() }],
        ..s.close
    };
    s.answers.heard = Some(Likert::Agree);
    s.answers.answered_at = Some(now());
    s.changes = vec![Correction::default()];
    s
}

#[test]
fn a_follow_up_takes_place_when_and_where_it_was_agreed() {
    let (before, s) = (held(), followed(&held()));
    assert_eq!(
        (s.head.date, s.head.time, s.head.place),
        (before.close.next_on, before.close.next_at, "Genbrugen".into())
    );
    assert_eq!((s.head.kind, s.follows, s.head.referred), (MeetingKind::FollowUp, before.id, before.head.referred));
}

#[test]
fn a_day_that_was_not_understood_does_not_come_along() {
    let mut before = held();
    before.close.next_on = When::Typed("til foråret".into());
    assert_eq!(followed(&before).head.date, When::Unset);
}

#[test]
fn a_follow_up_brings_the_citizen_the_people_and_the_plan() {
    let (before, s) = (held(), followed(&held()));
    assert_eq!((&s.citizen, &s.goals, &s.offers), (&before.citizen, &before.goals, &before.offers));
    assert_eq!((&s.assessment, &s.close.parked), (&before.assessment, &before.close.parked));
    assert_eq!((s.preparation.approach, s.consents[0].purpose.as_str()), (Some(Approach::RelationFirst), "Job"));
    assert_eq!((s.participants[1].name.as_str(), s.participants[1].id), ("Mette", before.participants[1].id));
    assert_eq!(s.preparation.purpose_general, "opfølgning");
}

#[test]
fn a_follow_up_leaves_behind_what_belonged_to_that_meeting() {
    let (before, s) = (held(), followed(&held()));
    assert_ne!((&s.id, s.head.id), (&before.id, before.head.id));
    assert_eq!((s.head.status, s.head.closed_at), (Status::Planned, None));
    let p = &s.participants[1];
    assert_eq!((p.attendance, &p.came, &p.left, p.input.as_str()), (None, &Hour::Unset, &Hour::Unset, ""));
    assert_eq!((s.preparation.purpose.as_str(), s.preparation.checklist[0].state), ("", CheckState::Open));
    assert_eq!((s.agenda[0].own_words.as_str(), s.clock.len(), s.missing_offers.len()), ("", 0, 0));
    assert_eq!((s.close.read_back, s.close.decisions.len(), &s.close.next_on), (None, 0, &When::Unset));
    assert_eq!((s.answers.heard, s.answers.answered_at, s.changes.len()), (None, None, 0));
    assert_eq!(s.consents[0].confirmed_on, When::Unset, "that the consent holds is confirmed at every meeting");
}

#[test]
fn the_follow_up_of_an_example_is_an_example() {
    let before = Session { fictitious: true, ..held() };
    assert!(followed(&before).fictitious);
}
