#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::field_reassign_with_default
)]

use super::*;
use crate::domain::choices::{ActionState, AnswerMode, Approach, ConsentBy, GoalState, PlanGiven};
use crate::domain::record::{Hour, Id, When, YesNo};
use crate::domain::session::*;

fn id(n: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(n))
}

fn day() -> When {
    When::On(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
}

fn done(session: &Session, step: Step) -> (usize, usize, &'static str) {
    let p = progress(session, step);
    (p.done, p.total, p.mark())
}

#[test]
fn an_empty_session_has_begun_no_step() {
    for step in Step::ALL {
        assert_eq!(progress(&Session::default(), *step).mark(), "[ ]", "{step:?}");
    }
}

#[test]
fn a_list_without_records_is_not_done() {
    for step in [Step::Agenda, Step::Picture, Step::Offers, Step::Goals] {
        assert_eq!(done(&Session::default(), step), (0, 1, "[ ]"), "{step:?}");
    }
}

#[test]
fn preparation_counts_its_parts_and_every_check() {
    let mut s = Session::default();
    s.preparation.checklist =
        [CheckState::Open, CheckState::Done].map(|state| CheckItem { state, ..CheckItem::default() }).into();
    assert_eq!(done(&s, Step::Preparation), (1, 6, "[~]"));
    s.citizen.reference = "LM".into();
    s.preparation.purpose = "Job".into();
    s.preparation.approach = Some(Approach::JobFirst);
    s.consents = vec![Consent { given_by: Some(ConsentBy::Citizen), given_on: day(), ..Consent::default() }];
    s.preparation.checklist[0].state = CheckState::NotRelevant;
    assert_eq!(done(&s, Step::Preparation), (6, 6, "[x]"));
    s.consents[0].given_on = When::Typed("i går måske".into());
    assert_eq!(done(&s, Step::Preparation), (5, 6, "[~]"));
}

#[test]
fn roles_need_names_a_leader_and_a_writer() {
    let mut s = Session::default();
    let person = Participant { name: "Mette".into(), function: "Leder".into(), ..Participant::default() };
    s.participants = vec![Participant { duties: vec![Duty::Leads, Duty::Writes], ..person.clone() }, person];
    assert_eq!(done(&s, Step::Roles), (4, 4, "[x]"));
    s.participants[1].name = " ".into();
    s.participants[0].duties.pop();
    assert_eq!(done(&s, Step::Roles), (2, 4, "[~]"));
}

#[test]
fn the_agenda_is_planned_before_the_meeting_and_gone_through_in_it() {
    let mut s = Session::default();
    let item = |n| AgendaItem { id: id(n), minutes: Some(5), lead: "Mette".into(), ..AgendaItem::default() };
    s.agenda = vec![item(1), item(2)];
    assert_eq!(done(&s, Step::Agenda), (2, 3, "[~]"));
    s.head.date = day();
    s.head.time = Hour::At(chrono::NaiveTime::MIN);
    assert_eq!(done(&s, Step::Agenda), (3, 3, "[x]"));
    s.clock.push(ClockEvent { item: Some(id(1)), ..ClockEvent::default() });
    assert_eq!(done(&s, Step::Agenda), (1, 2, "[~]"));
}

#[test]
fn a_card_is_done_when_it_is_known_whether_it_matters() {
    let mut s = Session::default();
    s.assessment =
        [Some(YesNo::No), Some(YesNo::Yes), None].map(|relevant| Card { relevant, ..Card::default() }).into();
    assert_eq!(done(&s, Step::Picture), (2, 3, "[~]"));
}

#[test]
fn an_offer_is_done_when_it_is_known_why() {
    let mut s = Session::default();
    s.offers = vec![PickedOffer { why: "Ro".into(), ..PickedOffer::default() }, PickedOffer::default()];
    s.missing_offers = vec![MissingOffer { what: "Kor".into(), ..MissingOffer::default() }];
    assert_eq!(done(&s, Step::Offers), (2, 3, "[~]"));
}

#[test]
fn a_goal_is_whole_with_words_a_sentence_and_an_action_somebody_does_by_a_day() {
    let action = Action { who: Some(id(1)), until: day(), ..Action::default() };
    let goal = Goal { own_words: "Jeg".into(), title: "Mål".into(), actions: vec![action], ..Goal::default() };
    let whole = |goal: &Goal| {
        let s = Session { goals: vec![goal.clone()], ..Session::default() };
        progress(&s, Step::Goals).done == 1
    };
    assert!(whole(&goal));
    let breaks: [fn(&mut Goal); 5] = [
        |g| g.own_words.clear(),
        |g| g.title.clear(),
        |g| g.actions.clear(),
        |g| g.actions[0].who = None,
        |g| g.actions[0].until = When::Unset,
    ];
    for change in breaks {
        let mut other = goal.clone();
        change(&mut other);
        assert!(!whole(&other), "{other:?}");
    }
    let mut below = goal.clone();
    let actions = std::mem::take(&mut below.actions);
    below.sub_goals.push(SubGoal { actions, ..SubGoal::default() });
    assert!(whole(&below));
    let mut dropped = goal;
    dropped.actions[0].state = ActionState::Dropped;
    assert!(!whole(&dropped));
}

#[test]
fn a_dropped_goal_holds_nothing_up() {
    let dropped = Goal { state: GoalState::Dropped, ..Goal::default() };
    let s = Session { goals: vec![dropped], ..Session::default() };
    assert_eq!(done(&s, Step::Goals), (0, 1, "[ ]"));
}

#[test]
fn the_end_is_done_when_all_five_parts_are() {
    let mut s = Session::default();
    s.close.read_back = Some(YesNo::No);
    s.close.next_on = day();
    s.close.plan_given = Some(PlanGiven::Later);
    s.answers.mode = Some(AnswerMode::Later);
    assert_eq!(done(&s, Step::Close), (4, 5, "[~]"));
    s.head.status = Status::Closed;
    assert_eq!(done(&s, Step::Close), (5, 5, "[x]"));
}

#[test]
fn overall_is_the_sum_of_the_steps() {
    let mut s = Session::default();
    s.citizen.reference = "LM".into();
    s.close.read_back = Some(YesNo::Yes);
    let total: usize = Step::ALL.iter().map(|step| progress(&s, *step).total).sum();
    assert_eq!(overall(&s), Progress { done: 2, total });
}
