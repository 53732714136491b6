//! A fictitious session drawn by chance: enough of everything to fill a list, a search and the figures.

use chrono::{Days, NaiveDate, TimeDelta};
use fastrand::Rng;

use super::super::{Place, new};
use crate::catalog::library::Library;
use crate::domain::choices::{
    ActionState, Attendance, Clarity, ConsentBy, ConsentForm, Duty, Firmness, GoalState, Group, JobKind, Leaning,
    Likert, MeetingKind, PickState, Priority, Status,
};
use crate::domain::record::{Audience, Choice, Hour, Id, When, YesNo};
use crate::domain::session::{Action, Goal, MissingOffer, PickedOffer, Session};

/// First names of people who do not exist.
const NAMES: &[&str] = &[
    "Aisha",
    "Bo",
    "Camilla",
    "Dorte",
    "Esben",
    "Frederikke",
    "Gitte",
    "Hassan",
    "Inge",
    "Jørn",
    "Kåre",
    "Lærke",
    "Mikkel",
    "Nadia",
    "Ole",
    "Pernille",
    "Rune",
    "Søren",
    "Tove",
    "Ulla",
    "Viggo",
    "Yasmin",
    "Åse",
];

/// What citizens say, with the goal it leads to and the first step towards it.
const GOALS: &[(&str, &str, &str)] = &[
    (
        "Jeg vil gerne ud og lave noget med dyr.",
        "Jeg arbejder få timer om ugen et sted med dyr.",
        "Ring til dyreinternatet",
    ),
    (
        "Jeg kan ikke overskue mine breve.",
        "Jeg åbner min post hver uge sammen med en, jeg kender.",
        "Gennemgå posten sammen",
    ),
    ("Jeg vil sove om natten.", "Jeg står op før klokken ni på hverdage.", "Aftal en tid hos lægen"),
    ("Jeg savner nogen at snakke med.", "Jeg kommer et fast sted en gang om ugen.", "Besøg værestedet sammen"),
    (
        "Jeg vil have styr på min gæld.",
        "Jeg kender al min gæld og har en aftale om den.",
        "Book tid hos gældsrådgiveren",
    ),
    ("Jeg drømmer om at blive kok.", "Jeg prøver et køkken af i fire uger.", "Find et køkken, der vil have mig med"),
    ("Jeg vil beholde min lejlighed.", "Huslejen er betalt den første hver måned.", "Opret fast betaling i banken"),
    ("Jeg vil have det bedre i kroppen.", "Jeg bevæger mig to gange om ugen.", "Prøv holdet onsdag"),
];

const MISSING: &[&str] =
    &["Mentor om aftenen", "Hold for unge uden venteliste", "Kørsel til første fremmøde", "Plads med hund"];

/// A session and the day it was made.
pub(super) fn session(library: &Library, place: &Place, rng: &mut Rng) -> (Session, NaiveDate) {
    let group = pick(rng, &[Group::Adult, Group::Adult, Group::Youth, Group::Family]);
    let initials = format!("{}.{}.", letter(rng), letter(rng));
    let mut session =
        new::blank(library, group, &format!("{initials} {}-{}", rng.u32(100..9999), rng.u32(24..27)), place, rng);
    // Half a year back and two months ahead: something is planned, something over, something due.
    let meeting = place.today() - Days::new(180) + Days::new(rng.u64(0..240));
    let made = meeting - Days::new(rng.u64(7..35));
    session.fictitious = true;
    session.created = Some(place.now - (place.today() - made));
    session.head.kind = *rng.choice(MeetingKind::ALL).unwrap_or(&MeetingKind::StartUp);
    session.head.date = When::On(meeting);
    session.head.time = Hour::At(chrono::NaiveTime::from_hms_opt(rng.u32(8..16), 30, 0).unwrap_or_default());
    session.citizen.age = Some(if group == Group::Youth { rng.u32(18..30) } else { rng.u32(25..64) });
    prepare(&mut session, made, rng);
    if meeting < place.today() {
        hold(&mut session, library, meeting, place, rng);
    }
    (session, made)
}

fn letter(rng: &mut Rng) -> char {
    rng.uppercase()
}

fn pick<T: Copy>(rng: &mut Rng, list: &[T; 4]) -> T {
    let [a, b, c, d] = *list;
    match rng.u8(0..4) {
        0 => a,
        1 => b,
        2 => c,
        _ => d,
    }
}

fn any<T: Choice>(rng: &mut Rng) -> Option<T> {
    rng.choice(T::ALL).copied()
}

/// What is there before the meeting.
fn prepare(session: &mut Session, made: NaiveDate, rng: &mut Rng) {
    session.preparation.purpose = String::from("At blive enige om de første skridt.");
    session.preparation.approach = any(rng);
    session.head.referred = When::On(made);
    for consent in &mut session.consents {
        consent.given_by = Some(ConsentBy::Citizen);
        consent.given_on = When::On(made);
        consent.form = any::<ConsentForm>(rng);
        consent.informed = Some(YesNo::Yes);
    }
    for item in &mut session.preparation.checklist {
        item.state = any(rng).unwrap_or_default();
    }
    for (at, person) in session.participants.iter_mut().enumerate() {
        rng.choice(NAMES).copied().unwrap_or_default().clone_into(&mut person.name);
        person.attendance = Some(Attendance::Coming);
        match at {
            1 => person.duties = vec![Duty::Leads],
            2 => person.duties = vec![Duty::Writes],
            _ => {}
        }
    }
}

/// What a meeting that was held leaves behind.
fn hold(session: &mut Session, library: &Library, meeting: NaiveDate, place: &Place, rng: &mut Rng) {
    let other = any(rng).unwrap_or_default();
    session.head.status = pick(rng, &[Status::Closed, Status::Closed, Status::Closed, other]);
    if session.head.status != Status::Closed {
        return;
    }
    session.head.closed_at = Some(place.now - (place.today() - meeting) + TimeDelta::hours(1));
    session.participants.iter_mut().for_each(|p| p.attendance = any(rng));
    for card in &mut session.assessment {
        card.relevant = any(rng);
        card.leaning = any::<Leaning>(rng);
        card.priority = any::<Priority>(rng);
    }
    let people: Vec<Id> = session.participants.iter().map(|p| p.id).collect();
    for _ in 0..rng.usize(1..4) {
        let goal = goal(&people, meeting, rng);
        session.goals.push(goal);
    }
    let goals: Vec<Id> = session.goals.iter().map(|g| g.id).collect();
    for _ in 0..rng.usize(0..4) {
        let Some(offer) = rng.choice(&library.offers) else { break };
        session.offers.push(PickedOffer {
            id: Id::draw(rng),
            seen_by: Audience::Everyone,
            why: String::from("Det passer til det, borgeren selv peger på."),
            goal: rng.choice(&goals).copied(),
            state: any::<PickState>(rng).unwrap_or_default(),
            picked_on: Some(meeting),
            offer: offer.clone(),
            ..PickedOffer::default()
        });
    }
    if rng.u8(0..4) == 0 {
        let what = rng.choice(MISSING).copied().unwrap_or_default().to_owned();
        session.missing_offers.push(MissingOffer {
            id: Id::draw(rng),
            what,
            noted_on: Some(meeting),
            ..MissingOffer::default()
        });
    }
    let close = &mut session.close;
    close.read_back = Some(YesNo::Yes);
    close.plan_given = any(rng);
    close.next_on = When::On(meeting + Days::new(rng.u64(28..120)));
    session.answers.mode = any(rng);
    session.answers.heard = any::<Likert>(rng);
    session.answers.plan = any::<Likert>(rng);
    session.answers.job_goal = any::<Likert>(rng);
    session.answers.answered_at = session.head.closed_at;
}

fn goal(people: &[Id], meeting: NaiveDate, rng: &mut Rng) -> Goal {
    let (own_words, title, step) = rng.choice(GOALS).copied().unwrap_or_default();
    let until = meeting + Days::new(rng.u64(14..90));
    let action = Action {
        id: Id::draw(rng),
        seen_by: Audience::Everyone,
        what: step.to_owned(),
        who: rng.choice(people).copied(),
        until: When::On(until),
        firmness: any::<Firmness>(rng),
        state: any::<ActionState>(rng).unwrap_or_default(),
        ..Action::default()
    };
    Goal {
        id: Id::draw(rng),
        seen_by: Audience::Everyone,
        own_words: own_words.to_owned(),
        title: title.to_owned(),
        job: any::<JobKind>(rng),
        clarity: any::<Clarity>(rng),
        review: When::On(until),
        state: any::<GoalState>(rng).unwrap_or_default(),
        actions: vec![action],
        ..Goal::default()
    }
}
