//! Statements about whole sentences: what is pointed out to the facilitator, and what is read aloud to the citizen.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use opstart::domain::audience::seen_by;
use opstart::domain::choices::{
    Attendance, CheckState, Clarity, Duty, Firmness, JobKind, PickState, PlanGiven, Side, Status,
};
use opstart::domain::offer::Offer;
use opstart::domain::problems::problems;
use opstart::domain::record::{Audience, Hour, Id, When};
use opstart::domain::session::{
    Action, AgendaItem, CheckItem, Decision, ExistingPlan, Goal, Head, Participant, PickedOffer, Session, SubGoal,
};
use opstart::domain::template::{Common, RoleLine};
use opstart::report::readback;
use opstart::text::{Arg, Lang, Text, Word};

const LANGS: [Lang; 2] = [Lang::Da, Lang::En];

fn id(number: u64) -> Id {
    Id::draw(&mut fastrand::Rng::with_seed(number))
}

fn day(month: u32, day: u32) -> When {
    When::On(NaiveDate::from_ymd_opt(2027, month, day).unwrap())
}

fn person(number: u64, name: &str, side: Side, duties: &[Duty]) -> Participant {
    let seen_by = Audience::Everyone;
    Participant { id: id(number), seen_by, name: name.to_owned(), side, duties: duties.to_vec(), ..Default::default() }
}

/// Sessions that between them have something of everything to point out.
fn troubled() -> [Session; 3] {
    let empty = Session::default();
    let mut goals = Session { head: Head { status: Status::InProgress, ..Head::default() }, ..Session::default() };
    let action = Action { what: "ringer".to_owned(), ..Action::default() };
    goals.goals = vec![
        Goal {
            title: "Arbejde".to_owned(),
            job: Some(JobKind::Flex),
            clarity: Some(Clarity::Unclear),
            ..Goal::default()
        },
        Goal { actions: vec![action, Action::default()], ..Goal::default() },
    ];
    goals.close.decisions = vec![Decision { text: "Mentor".to_owned(), ..Decision::default() }];
    goals.close.next_on = When::Typed("snart".to_owned());
    goals.preparation.checklist = vec![CheckItem { state: CheckState::Open, ..CheckItem::default() }];
    let late = ExistingPlan { name: "Min Plan".to_owned(), deadline: day(1, 1), ..ExistingPlan::default() };
    goals.preparation.plans = vec![late];
    "010180-1234".clone_into(&mut goals.citizen.reference);
    goals.head.minutes = Some(30);
    goals.agenda = vec![AgendaItem { minutes: Some(45), ..AgendaItem::default() }];
    goals.participants = (0..6).map(|n| person(n, "", Side::Professional, &[])).collect();
    goals.participants[0].duties = vec![Duty::Leads, Duty::Writes];
    goals.participants[0].attendance = Some(Attendance::Coming);
    goals.participants[1].duties = vec![Duty::Leads];
    let mut over = goals.clone();
    over.close.next_on = When::Unset;
    over.participants[2].role = "core".into();
    over.participants[2].name = "Karen".into();
    over.participants[2].attendance = Some(Attendance::Regrets);
    over.participants[1].duties.clear();
    [empty, goals, over]
}

#[test]
fn every_gap_and_every_advice_is_a_whole_sentence() {
    let today = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    let core = RoleLine { key: "core".to_owned(), function: "Mentor".to_owned(), core: true, ..RoleLine::default() };
    let common = Common { roles: vec![core], ..Common::default() };
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for session in troubled() {
        for problem in problems(&session, &common, today) {
            seen.insert(problem.word);
            let args: Vec<_> = problem.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
            for lang in LANGS {
                let sentence = Text::new(lang, None).fmt(Word(problem.word), &args);
                assert!(!sentence.contains("{$") && sentence.contains(' '), "{lang:?} {sentence}");
            }
        }
    }
    let source = include_str!("../src/domain/problems.rs");
    let words = source.split('"').skip(1).step_by(2).filter(|w| w.starts_with("gap-") || w.starts_with("advice-"));
    assert_eq!(seen, words.collect());
}

fn picked(name: &str, state: PickState, authority: &str) -> PickedOffer {
    let offer = Offer { name: name.to_owned(), ..Offer::default() };
    PickedOffer { seen_by: Audience::Everyone, offer, state, authority: authority.to_owned(), ..Default::default() }
}

fn agreed(what: &str, who: Option<Id>, until: When) -> Action {
    Action { seen_by: Audience::Everyone, what: what.to_owned(), who, until, ..Action::default() }
}

fn decided(text: &str, firmness: Option<Firmness>) -> Decision {
    Decision { seen_by: Audience::Everyone, text: text.to_owned(), firmness, ..Decision::default() }
}

/// A meeting with one of everything that is read aloud.
fn finished() -> Session {
    let (maria, yusuf) = (id(1), id(2));
    let step =
        SubGoal { seen_by: Audience::Everyone, title: "En prøvedag på værkstedet".to_owned(), ..Default::default() };
    let actions = vec![
        agreed("ringer til bostøtten", Some(maria), day(3, 14)),
        agreed("viser dig værkstedet.", Some(yusuf), When::Typed("på fredag".to_owned())),
        agreed("skriver til lægen", Some(maria), When::Unset),
        agreed("finder en mentor", None, day(4, 1)),
        agreed("", Some(maria), day(4, 1)),
    ];
    let goal = Goal {
        seen_by: Audience::Everyone,
        own_words: "Jeg vil ud og lave noget med hænderne.".to_owned(),
        title: "Et job med få timer om ugen".to_owned(),
        sub_goals: vec![step],
        actions,
        ..Goal::default()
    };
    let mut session = Session {
        participants: vec![person(1, "Maria", Side::Professional, &[]), person(2, "Yusuf", Side::Professional, &[])],
        goals: vec![goal, Goal { seen_by: Audience::Everyone, ..Goal::default() }],
        offers: vec![
            picked("bostøtte", PickState::Suggested, "Kommunens visitation"),
            picked("gældsrådgivning", PickState::AppliedFor, ""),
            picked("mentor", PickState::Granted, "Kommunen"),
            picked("Værkstedet", PickState::Started, "Kommunen"),
        ],
        ..Session::default()
    };
    session.citizen.contact = "Karen, 12 34 56 78".into();
    session.close.decisions = vec![
        decided("du får bostøtte hver tirsdag.", Some(Firmness::Decided)),
        decided("et kursus i marts", Some(Firmness::Suggested)),
        decided("fleksjob", Some(Firmness::Awaiting)),
        decided("en mentor", None),
    ];
    session.close.if_wrong = "ring til Karen".into();
    session.close.next_on = day(4, 9);
    session.close.next_at = Hour::At(NaiveTime::from_hms_opt(10, 30, 0).unwrap());
    session.close.next_place = "Rådhuset, lokale 3".into();
    session.close.plan_given = Some(PlanGiven::Paper);
    session
}

fn read_aloud(session: &Session, lang: Lang) -> Vec<String> {
    let seen = seen_by(session, Audience::Everyone);
    readback::sentences(&seen, &Text::new(lang, None)).into_iter().map(|s| s.text).collect()
}

#[test]
fn what_was_agreed_can_be_read_aloud_to_the_citizen() {
    let expected = [
        "Du har sagt: ”Jeg vil ud og lave noget med hænderne.”",
        "Dit mål er: Et job med få timer om ugen",
        "Et skridt på vejen er: En prøvedag på værkstedet",
        "Maria ringer til bostøtten senest 14. marts 2027.",
        "Yusuf viser dig værkstedet senest på fredag.",
        "Maria skriver til lægen. Vi har ikke aftalt hvornår.",
        "Vi har ikke aftalt, hvem der gør dette: finder en mentor.",
        "Her er en aftale, hvor vi ikke har skrevet, hvad der skal gøres.",
        "Vi har ikke skrevet målet endnu.",
        "Vi har talt om bostøtte. Det er et forslag og ikke besluttet endnu. Det afgøres af: Kommunens visitation.",
        "Der er søgt om gældsrådgivning. Der er ikke svar endnu.",
        "Du har fået ja til mentor.",
        "Du er i gang med Værkstedet.",
        "Det er besluttet: du får bostøtte hver tirsdag.",
        "Det er foreslået, men ikke besluttet: et kursus i marts.",
        "Det venter på en afgørelse: fleksjob.",
        "Vi har ikke sagt, om det er besluttet eller foreslået: en mentor.",
        "Din kontaktperson er Karen, 12 34 56 78.",
        "Hvis det går anderledes, end vi har aftalt: ring til Karen.",
        "Vi mødes igen 9. april 2027 kl. 10.30. Stedet er Rådhuset, lokale 3.",
        "Sådan får du planen: På papir nu.",
    ];
    assert_eq!(read_aloud(&finished(), Lang::Da), expected);
}

#[test]
fn the_next_meeting_reads_well_without_time_and_place() {
    let mut session = Session::default();
    session.close.next_on = day(4, 9);
    assert_eq!(read_aloud(&session, Lang::Da), ["Vi mødes igen 9. april 2027."]);
    assert_eq!(read_aloud(&session, Lang::En), ["We meet again on 9 April 2027."]);
}

#[test]
fn the_english_read_back_has_no_holes_and_no_danish() {
    let (da, en) = (read_aloud(&finished(), Lang::Da), read_aloud(&finished(), Lang::En));
    for (da, en) in da.iter().zip(&en) {
        assert!(da != en && !en.contains("{$") && !en.contains("  "), "{en}");
    }
}

#[test]
fn counts_follow_the_plural_rules() {
    let text = Text::new(Lang::Da, None);
    let say = |key, name, count: i64| text.fmt(Word(key), &[(name, count.into())]);
    assert_eq!(say("people", "count", 1), "1 deltager");
    assert_eq!(say("people", "count", 7), "7 deltagere");
    assert_eq!(say("offer-waiting", "weeks", 1), "1 uges ventetid");
    assert_eq!(say("offer-waiting", "weeks", 6), "6 ugers ventetid");
    assert_eq!(say("ask-close", "count", 0), "Vil du lukke mødet? Bagefter kan det kun rettes med en begrundelse.");
    assert_eq!(
        say("ask-close", "count", 1),
        "Der mangler 1 ting. Vil du lukke mødet alligevel? Bagefter kan det kun rettes med en begrundelse."
    );
}
