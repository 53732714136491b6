//! One whole meeting as a facilitator would press it, part by part. Each part says in assertions what it is about; the rest
//! stands in `tests/golden/meeting.ron`.

use opstart::app::command::Command;
use opstart::app::model::Spot;
use opstart::domain::choices::*;
use opstart::domain::edit::Slot;
use opstart::domain::record::{Audience, Id, YesNo};
use opstart::domain::steps::Step;

use super::driver::Driver;

/// From a new session to the end of the meeting; what is left is to close it.
pub fn until_the_end(d: &mut Driver) {
    citizen_and_meeting(d);
    consent(d);
    purpose_and_approach(d);
    plans_and_checklist(d);
    people(d);
    agenda(d);
    start(d);
    words_and_clock(d);
    picture(d);
    offers(d);
    goal(d);
    actions(d);
    decisions(d);
    answers(d);
    end(d);
}

/// Goes to the top of the page and down from there.
fn seek(d: &mut Driver, what: &str, holds: impl Fn(&Driver) -> bool) {
    let mut before = None;
    while !holds(d) && before != Some(d.work().focus) {
        before = Some(d.work().focus);
        d.keys("<pageup>");
    }
    d.press_until("<tab>", what, holds);
}

fn seek_spot(d: &mut Driver, spot: Spot) {
    seek(d, &format!("{spot:?}"), |d| d.work().focus == spot);
}

fn run(d: &mut Driver, command: Command) {
    seek_spot(d, Spot::Do(command));
    d.keys("<enter>");
}

fn add(d: &mut Driver, slot: Slot) {
    seek_spot(d, Spot::Add(slot));
    d.keys("<enter>");
}

/// Unfolds a record; the focus is on its row.
fn unfold(d: &mut Driver, id: Id) {
    seek_spot(d, Spot::Record(id));
    d.keys("<enter>");
    assert_eq!(d.work().open, Some(id));
}

/// Goes down to fields, one after the other, and types.
fn fill(d: &mut Driver, fields: &[(&str, &str)]) {
    for (field, keys) in fields {
        d.tab_to(field).keys(keys);
    }
}

fn citizen_and_meeting(d: &mut Driver) {
    d.keys("LM-4711");
    fill(
        d,
        &[
            ("age", "34"),
            ("benefit", "<enter><down><enter>"),
            ("area", "Vollsmose"),
            ("contact", "Mette Møller, 12 34 56 78"),
            ("wishes", "Jeg vil helst sidde ved døren.<enter>Og holde pause."),
            ("needs", "Et stille lokale."),
            ("date", "torsdag 26/11"),
            ("time", "13.30"),
            ("minutes", "<backspace><backspace>75"),
            ("place", "Rådhuset, lokale 2"),
            ("referred", "1/10"),
            ("screened", "15/10"),
            ("screening", "<right>"),
            ("screening_why", "Flere sager og et ønske om arbejde."),
        ],
    );
}

fn consent(d: &mut Driver) {
    let id = d.session().consents[0].id;
    unfold(d, id);
    fill(
        d,
        &[
            ("given_by", "<right>"),
            ("given_on", "20/11"),
            ("form", "<right>"),
            ("purpose", "Arbejde og bolig"),
            ("kinds", "<enter><space><down><space><enter>"),
            ("from", "<enter><enter>"),
            ("to", "<enter><down><enter>"),
            ("until", "1/6"),
            ("limits", "Ikke noget om min bror."),
            ("informed", "<right>"),
        ],
    );
    assert_eq!(d.session().consents[0].kinds, [Information::Health, Information::Substances]);
}

fn purpose_and_approach(d: &mut Driver) {
    fill(
        d,
        &[
            ("purpose", "At finde ud af, om Lene kan begynde i Genbrugen."),
            ("may_wait", "Gælden."),
            ("approach", "<right>"),
            ("approach_why", "Lene vil selv arbejde."),
            ("pre_meeting", "<right>"),
            ("pre_meeting_on", "20/11"),
            ("pre_meeting_with", "Mette og Ole"),
            ("handover_from", "Per Poulsen"),
            ("handover_on", "19/11"),
            ("handover", "Korte møder om formiddagen hjalp."),
        ],
    );
}

fn plans_and_checklist(d: &mut Driver) {
    add(d, Slot::Plans);
    d.keys("<enter><down><enter>");
    fill(d, &[("owner", "Ole Øst"), ("deadline", "1/3"), ("note", "Praktik står allerede i planen.")]);
    let first = d.session().preparation.checklist[0].id;
    seek_spot(d, Spot::Record(first));
    d.keys("<space><down><space><space>");
    add(d, Slot::Checklist);
    d.keys("Kaffe og vand er bestilt.<tab><right>");
    fill(d, &[("if_absent", "<right>"), ("if_absent_agreed", "Mette ringer samme dag.")]);
    let checks = &d.session().preparation.checklist;
    assert_eq!((checks[0].state, checks[1].state), (CheckState::Done, CheckState::NotRelevant));
    assert_eq!(checks.last().map(|c| c.state), Some(CheckState::Done));
}

fn people(d: &mut Driver) {
    d.keys("<alt+2>");
    let ids: Vec<Id> = d.session().participants.iter().map(|p| p.id).collect();
    unfold(d, ids[0]);
    fill(d, &[("name", "Lene"), ("attendance", "<right>")]);
    unfold(d, ids[1]);
    fill(
        d,
        &[
            ("name", "Mette Møller"),
            ("duties", "<enter><down><space><enter>"),
            ("says", " Jeg skriver ned, hvad du siger."),
            ("contact", "12 34 56 78"),
            ("attendance", "<right>"),
            ("brings", " Kontaktkortet."),
        ],
    );
    unfold(d, ids[2]);
    fill(d, &[("name", "Ole Øst"), ("attendance", "<right><right><right>"), ("input", "Boligen er fundet.")]);
    run(d, Command::AddRole);
    d.line("Mødeleder").keys("<enter>Anna Ask").tab_to("attendance").keys("<right>");
    add(d, Slot::Participants);
    fill(d, &[("name", "Bo"), ("function", "Bisidder"), ("side", "<right><right>"), ("from", "26/11")]);
    // The roles that nobody fills this time go, and one comes back by a second thought.
    seek_spot(d, Spot::Record(ids[4]));
    d.keys("<delete>");
    seek_spot(d, Spot::Record(ids[3]));
    d.keys("<delete><ctrl+z>");

    let people = &d.session().participants;
    let names: Vec<&str> = people.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Lene", "Mette Møller", "Ole Øst", "", "Anna Ask", "Bo"]);
    assert_eq!((people[1].duties.as_slice(), people[4].duties.as_slice()), (&[Duty::Writes][..], &[Duty::Leads][..]));
}

fn agenda(d: &mut Driver) {
    d.keys("<alt+3>");
    let first = d.session().agenda[0].id;
    let count = d.session().agenda.len();
    add(d, Slot::Agenda);
    d.keys("Transport").tab_to("minutes").keys("<backspace>10");
    fill(d, &[("lead", "<enter><down><enter>"), ("aim", "Lene ved, hvordan hun kommer frem.")]);
    d.keys("<esc><alt+up><alt+up>");
    unfold(d, first);
    d.tab_to("minutes").keys("<right><right>");

    let agenda = &d.session().agenda;
    assert_eq!((agenda.len(), agenda[count - 2].title.as_str()), (count + 1, "Transport"));
    assert_eq!((agenda[0].minutes, agenda[count - 2].minutes), (Some(7), Some(10)));
    assert_eq!(agenda[count - 2].lead, "Mette Møller");
}

fn start(d: &mut Driver) {
    // Thursday 26 November, 13.30 in Denmark.
    d.wait(4 * 24 * 60 + 30);
    run(d, Command::StartMeeting);
    assert_eq!((d.session().head.status, d.work().step), (Status::InProgress, Step::Agenda));
    assert_eq!(d.session().participants[1].attendance, Some(Attendance::Attended), "who was to come is here");
    assert_eq!(d.session().participants[2].attendance, Some(Attendance::InputReceived), "who was not, is not");
}

fn words_and_clock(d: &mut Driver) {
    d.keys("<f2>Jeg er nervøs.<esc><f3>Holder øje med uret.<esc>");
    d.wait(4).keys("<f9>").wait(6).keys("<f9><ctrl+up><ctrl+up><ctrl+down><alt+4>");
    d.keys("<f2>Jeg drømmer om at arbejde med møbler.<esc>");
    assert_eq!(d.work().step, Step::Picture, "Esc comes back to the step the words were noted from");
    d.wait(3).keys("<f8>").wait(5).keys("<f8>");

    let s = d.session();
    assert_eq!(
        (s.agenda[0].own_words.as_str(), s.agenda[0].notes.as_str()),
        ("Jeg er nervøs.", "Holder øje med uret.")
    );
    assert_eq!(s.agenda[2].own_words, "Jeg drømmer om at arbejde med møbler.");
    let clock = d.model.clock().expect("a clock");
    let spent: Vec<i64> = s.agenda.iter().map(|i| clock.spent_on(i.id).num_minutes()).collect();
    assert_eq!(spent[..4], [4, 6, 3, 0], "five minutes of break count on no item");
    assert_eq!(clock.total_left.num_minutes(), 75 - 18);
    let given = i64::from(s.agenda[2].minutes.unwrap_or_default());
    assert_eq!(clock.item_left.num_minutes(), given + 1 - 3, "one minute more, all in all");
}

fn picture(d: &mut Driver) {
    let cards: Vec<Id> = d.session().assessment.iter().map(|c| c.id).collect();
    seek_spot(d, Spot::Record(cards[0]));
    d.keys("<space><down><space><space>");
    unfold(d, cards[0]);
    fill(
        d,
        &[("own_words", "Et værksted"), ("source", "<enter><enter>"), ("leaning", "<right>"), ("priority", "<right>")],
    );
    // What is not for everyone is opened for a moment.
    d.keys("<ctrl+o>");
    fill(d, &[("note", "Møder stabilt."), ("level", "<right><right>"), ("support", "<right><right>")]);
    d.keys("<ctrl+o>");
    let cards = &d.session().assessment;
    assert_eq!((cards[0].relevant, cards[1].relevant), (Some(YesNo::Yes), Some(YesNo::No)));
    assert_eq!((cards[0].source.as_str(), cards[0].note.as_str()), ("Lene", "Møder stabilt."));
}

fn offers(d: &mut Driver) {
    d.keys("<alt+5><f6>bostøtte<enter><ctrl+k>mentor<enter><ctrl+k>kor i Vollsmose<f10>");
    let picked: Vec<Id> = d.session().offers.iter().map(|o| o.id).collect();
    assert_eq!(picked.len(), 2);
    d.keys("<esc><alt+5>");
    unfold(d, picked[0]);
    fill(d, &[("why", "Hjælp til hverdagen"), ("state", "<right>"), ("when", "Tirsdage 10-12"), ("starts", "1/12")]);
    unfold(d, picked[1]);
    d.tab_to("why").keys("En at ringe til.");

    let s = d.session();
    assert!(s.offers[0].offer.name.starts_with("Bostøtte"), "{}", s.offers[0].offer.name);
    assert_eq!(s.offers[0].seen_by, Audience::Everyone, "what is found in the meeting is for everyone in it");
    assert_eq!(s.missing_offers[0].what, "kor i Vollsmose");
}

fn goal(d: &mut Driver) {
    d.keys("<f5>Jeg vil have et arbejde.");
    fill(
        d,
        &[
            ("source", "<enter><enter>"),
            ("title", "Lene begynder i praktik i Genbrugen"),
            ("theme", "<enter><enter>"),
            ("job", "<right><right>"),
            ("clarity", "<right>"),
            ("hours_now", "0"),
            ("hours_goal", "15"),
            ("support", "<enter><down><enter>"),
            ("success", "Hun er der tre dage om ugen."),
            ("starts", "1/12"),
            ("until", "1/3"),
            ("review", "1/2"),
            ("state", "<right>"),
            ("reservations", "Ikke om natten."),
        ],
    );
    let goal = &d.session().goals[0];
    assert_eq!((goal.job, goal.clarity), (Some(JobKind::FewHours), Some(Clarity::Clear)));
    assert_eq!((goal.hours_now, goal.hours_goal), (Some(0), Some(15)));
    assert_eq!(goal.support, [d.session().participants[1].id]);
}

fn actions(d: &mut Driver) {
    let goal = d.session().goals[0].id;
    add(d, Slot::Actions(goal));
    d.keys("Ring til Genbrugen");
    fill(d, &[("who", "<enter><down><down><enter>"), ("until", "om 14 dage"), ("firmness", "<right>")]);
    unfold(d, goal);
    add(d, Slot::SubGoals(goal));
    d.keys("Lene har set stedet");
    fill(d, &[("success", "Hun har været der en formiddag."), ("until", "15/12")]);
    unfold(d, goal);
    add(d, Slot::Actions(goal));
    d.keys("Følg med på besøget");
    fill(d, &[("who", "<enter><down><enter>"), ("until", "10/12"), ("offer", "<enter><down><enter>")]);
    d.keys("<esc><alt+right>");

    let s = d.session();
    let goal = &s.goals[0];
    assert_eq!((goal.actions.len(), goal.sub_goals[0].actions.len()), (1, 1), "the second went under the sub-goal");
    assert_eq!((goal.actions[0].who, goal.actions[0].firmness), (Some(s.participants[1].id), Some(Firmness::Decided)));
    let below = &goal.sub_goals[0].actions[0];
    assert_eq!((below.who, below.offer), (Some(s.participants[0].id), Some(s.offers[0].id)));
}

fn decisions(d: &mut Driver) {
    d.keys("<f4>Lene får en mentor.<tab><right><tab>Jobcentret<esc>");
    d.keys("<f4>Mere bostøtte til foråret.<tab><right><right><esc>");
    d.keys("<f4>Bevilling af kørsel.<tab><right><right><right>").tab_to("until").keys("1/1<esc>");
    d.keys("<f7>Cykel<tab>Bo<esc>");
    let close = &d.session().close;
    let firmness: Vec<Option<Firmness>> = close.decisions.iter().map(|d| d.firmness).collect();
    assert_eq!(firmness, [Some(Firmness::Decided), Some(Firmness::Suggested), Some(Firmness::Awaiting)]);
    assert_eq!(close.parked[0].text, "Cykel");
}

fn answers(d: &mut Driver) {
    d.keys("<alt+7>");
    seek(d, "the read-back", |d| d.field() == Some("read_back"));
    d.keys("<right>");
    fill(
        d,
        &[
            ("next_on", "11/1"),
            ("next_at", "10.15"),
            ("next_place", "Samme sted"),
            ("next_with", "Mette og Lene"),
            ("if_wrong", "Jeg ringer til Mette."),
        ],
    );
    run(d, Command::Questions);
    d.keys("<down><down><down><down><down><enter><down><down><down><down><enter><up><enter><enter>");
    let answers = &d.session().answers;
    assert_eq!(answers.mode, Some(AnswerMode::Screen));
    assert_eq!((answers.heard, answers.plan), (Some(Likert::StronglyAgree), Some(Likert::Agree)));
    assert_eq!(answers.job_goal, Some(Likert::NoAnswer));
}

fn end(d: &mut Driver) {
    while d.model.clock().is_some_and(|c| c.next.is_some()) {
        d.wait(5).keys("<f9>");
    }
    d.wait(2).keys("<alt+3>");
    run(d, Command::EndMeeting);
    assert_eq!(d.work().step, Step::Close);
    assert_eq!(d.session().clock.last().map(|e| e.what), Some(Tick::End));
    seek(d, "the consent", |d| d.field() == Some("consent_holds"));
    d.keys("<right>");
    fill(
        d,
        &[
            ("plan_given", "<right>"),
            ("worked_into", "<enter><space><down><space><enter>"),
            ("note", "Planen er sendt til Min Plan."),
            ("filed_in", "<enter><enter>"),
            ("filed_on", "26/11"),
            ("filed_by", "Anna Ask"),
        ],
    );
}

/// Closes the session, after thinking better of it once.
pub fn close(d: &mut Driver) {
    run(d, Command::CloseSession);
    d.keys("<enter>");
    assert_eq!(d.session().head.status, Status::InProgress, "the safe button has the focus");
    close_now(d);
    assert_eq!(d.session().head.closed_at, Some(d.model.now));
}

/// Closes the session from its last step.
pub fn close_now(d: &mut Driver) {
    run(d, Command::CloseSession);
    d.keys("<right><enter>");
    assert_eq!(d.session().head.status, Status::Closed);
}

/// The day after: the place of the next meeting was wrong.
pub fn correct(d: &mut Driver) {
    d.wait(24 * 60);
    run(d, Command::Correct);
    d.keys("Forkert sted<enter>");
    seek(d, "the next place", |d| d.field() == Some("next_place"));
    d.keys("<ctrl+a>Biblioteket");
    let s = d.session();
    assert_eq!(s.close.next_place, "Biblioteket");
    assert_eq!(
        (s.changes[0].reason.as_str(), s.changes[0].what.as_slice()),
        ("Forkert sted", &["close-next_place".to_owned()][..])
    );
}
