#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::choices::{ActionState, AnswerMode, Approach, ConsentBy, Firmness, GoalState, JobKind, PlanGiven};
use crate::domain::record::YesNo;
use crate::domain::session::*;
use crate::domain::template::RoleLine;

fn id(n: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(n))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn on(day: u32) -> When {
    When::On(NaiveDate::from_ymd_opt(2026, 11, day).unwrap())
}

fn common() -> Common {
    let role = |key: &str, core| RoleLine { key: key.into(), function: key.into(), core, ..RoleLine::default() };
    Common { roles: vec![role("facilitator", true), role("doctor", false)], ..Common::default() }
}

fn person(n: u64, name: &str, duties: &[Duty]) -> Participant {
    Participant { id: id(n), name: name.into(), function: name.into(), duties: duties.to_vec(), ..Default::default() }
}

/// A session with nothing to point out.
fn whole() -> Session {
    let text = || "tekst".to_owned();
    let action = Action { id: id(20), what: text(), who: Some(id(1)), until: on(30), ..Action::default() };
    Session {
        head: Head { id: id(10), status: Status::Closed, minutes: Some(60), ..Head::default() },
        citizen: Citizen { id: id(11), reference: text(), ..Citizen::default() },
        consents: vec![Consent { id: id(12), given_by: Some(ConsentBy::Citizen), until: on(22), ..Consent::default() }],
        preparation: Preparation {
            id: id(13),
            purpose: text(),
            approach: Some(Approach::JobFirst),
            plans: vec![ExistingPlan { id: id(14), deadline: on(22), ..ExistingPlan::default() }],
            checklist: vec![CheckItem { id: id(15), state: CheckState::Done, ..CheckItem::default() }],
            ..Preparation::default()
        },
        participants: vec![
            Participant { role: "facilitator".into(), ..person(1, "Mette", &[Duty::Leads]) },
            person(2, "Ole", &[Duty::Writes]),
        ],
        agenda: vec![AgendaItem { id: id(16), minutes: Some(60), ..AgendaItem::default() }],
        goals: vec![Goal { id: id(17), own_words: text(), title: text(), actions: vec![action], ..Goal::default() }],
        close: Close {
            id: id(18),
            read_back: Some(YesNo::Yes),
            next_on: on(30),
            plan_given: Some(PlanGiven::Paper),
            decisions: vec![Decision { id: id(21), firmness: Some(Firmness::Decided), ..Decision::default() }],
            ..Close::default()
        },
        answers: Answers { id: id(19), mode: Some(AnswerMode::Later), ..Answers::default() },
        ..Session::default()
    }
}

fn words(session: &Session) -> Vec<&'static str> {
    problems(session, &common(), today()).iter().map(|p| p.word).collect()
}

#[test]
fn a_whole_session_has_nothing_to_point_out() {
    assert_eq!(words(&whole()), Vec::<&str>::new());
}

#[test]
fn each_gap_and_advice_comes_with_its_cause_and_leads_to_where_it_is_mended() {
    type Break = fn(&mut Session);
    let rows: &[(&str, Option<&str>, Break)] = &[
        ("gap-reference", Some("reference"), |s| s.citizen.reference = "  ".into()),
        ("gap-cpr", Some("reference"), |s| s.citizen.reference = "AB 010180-1234".into()),
        ("gap-purpose", Some("purpose"), |s| s.preparation.purpose.clear()),
        ("gap-approach", Some("approach"), |s| s.preparation.approach = None),
        ("gap-consent", Some("given_by"), |s| s.consents[0].given_by = None),
        ("gap-consent", Some("given_by"), |s| s.consents[0].withdrawn_on = on(1)),
        ("gap-consent", Some("given_by"), |s| s.consents[0].until = on(21)),
        ("gap-consent", None, |s| s.consents.clear()),
        ("gap-checklist", Some("state"), |s| s.preparation.checklist[0].state = CheckState::Open),
        ("gap-plan-late", Some("deadline"), |s| s.preparation.plans[0].deadline = on(21)),
        ("advice-role-missing", None, |s| s.participants[0].role.clear()),
        ("advice-no-leader", Some("duties"), |s| s.participants[0].duties.clear()),
        ("advice-two-leaders", Some("duties"), |s| s.participants.push(person(3, "Eva", &[Duty::Leads]))),
        ("advice-no-writer", Some("duties"), |s| s.participants[1].duties.clear()),
        ("advice-no-writer", Some("duties"), |s| s.participants[1].attendance = Some(Attendance::NoShow)),
        ("advice-leader-writes", Some("duties"), |s| {
            s.participants[1].duties.clear();
            s.participants[0].duties.push(Duty::Writes);
        }),
        ("advice-many-professionals", None, |s| s.participants.extend((3..6).map(|n| person(n, "Fag", &[])))),
        ("advice-agenda-long", Some("minutes"), |s| s.agenda[0].minutes = Some(61)),
        ("gap-no-goal", None, |s| s.goals.clear()),
        ("gap-own-words", Some("own_words"), |s| s.goals[0].own_words.clear()),
        ("gap-clarity", Some("clarity"), |s| s.goals[0].job = Some(JobKind::Flex)),
        ("gap-no-action", Some("title"), |s| s.goals[0].actions.clear()),
        ("gap-action-what", Some("what"), |s| s.goals[0].actions[0].what.clear()),
        ("gap-action-who", Some("who"), |s| s.goals[0].actions[0].who = None),
        ("gap-action-who", Some("who"), |s| s.goals[0].actions[0].who = Some(id(99))),
        ("gap-action-until", Some("until"), |s| s.goals[0].actions[0].until = When::Unset),
        ("gap-firmness", Some("firmness"), |s| s.close.decisions[0].firmness = None),
        ("gap-read-back", Some("read_back"), |s| s.close.read_back = None),
        ("gap-next-meeting", Some("next_on"), |s| s.close.next_on = When::Unset),
        ("gap-plan-given", Some("plan_given"), |s| s.close.plan_given = None),
        ("gap-answers", Some("mode"), |s| s.answers.mode = None),
        ("gap-not-understood", Some("date"), |s| s.head.date = When::Typed("snart".into())),
        ("gap-not-understood", Some("next_at"), |s| s.close.next_at = Hour::Typed("tidligt".into())),
    ];
    for (word, field, change) in rows {
        let mut session = whole();
        change(&mut session);
        let found = problems(&session, &common(), today());
        assert_eq!(found.iter().map(|p| p.word).collect::<Vec<_>>(), [*word]);
        assert_eq!(found[0].at.map(|(_, field)| field), *field, "{word}");
        if let Some((id, field)) = found[0].at {
            assert!(session.value(id, field).is_some(), "{word} leads to a field that is there");
        }
    }
}

#[test]
fn a_role_that_sends_regrets_is_asked_for_input() {
    let mut s = whole();
    s.participants.push(person(3, "Eva", &[Duty::Leads]));
    s.participants[0].attendance = Some(Attendance::Regrets);
    assert_eq!(words(&s), ["advice-role-regrets"]);
    s.participants[0].input = "Hils".into();
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn a_role_is_known_by_its_function_too() {
    let mut s = whole();
    (s.participants[0].role, s.participants[0].function) = (String::new(), "Facilitator".into());
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn one_with_the_citizen_outweighs_many_professionals() {
    let mut s = whole();
    s.participants.extend((3..6).map(|n| person(n, "Fag", &[])));
    s.participants.push(Participant { side: Side::WithCitizen, ..person(9, "Bisidder", &[]) });
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn what_was_dropped_has_no_gaps() {
    let mut s = whole();
    s.goals[0].actions.push(Action { id: id(30), state: ActionState::Dropped, ..Action::default() });
    s.goals.push(Goal { id: id(31), state: GoalState::Dropped, ..Goal::default() });
    let sub = SubGoal { id: id(32), state: GoalState::Dropped, actions: vec![Action::default()], ..SubGoal::default() };
    s.goals[0].sub_goals.push(sub);
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn when_every_goal_was_dropped_there_is_none() {
    let mut s = whole();
    s.goals[0].state = GoalState::Dropped;
    assert_eq!(words(&s), ["gap-no-goal"]);
}

#[test]
fn an_action_of_a_sub_goal_is_an_action_of_the_goal() {
    let mut s = whole();
    let actions = std::mem::take(&mut s.goals[0].actions);
    s.goals[0].sub_goals.push(SubGoal { id: id(40), actions, ..SubGoal::default() });
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn before_the_meeting_nothing_is_missing_at_its_end() {
    let mut s = whole();
    s.head.status = Status::Planned;
    (s.close.read_back, s.close.next_on, s.close.plan_given, s.answers.mode) = (None, When::Unset, None, None);
    assert_eq!(words(&s), Vec::<&str>::new());
}

#[test]
fn they_come_in_the_order_of_the_steps() {
    let found = problems(&Session::default(), &common(), today());
    let steps: Vec<usize> = found
        .iter()
        .map(|p| <Step as crate::domain::record::Choice>::ALL.iter().position(|s| *s == p.step).unwrap())
        .collect();
    assert!(steps.is_sorted(), "{steps:?}");
}
