//! Statements about the meetings in `sessions/examples`: believable, whole, and about nobody.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{NaiveDate, TimeDelta};
use opstart::catalog::library::Library;
use opstart::domain::audience::seen_by;
use opstart::domain::choices::{Attendance, CheckState, ConsentBy, Duty, Group, Side, Status, Tick};
use opstart::domain::clock;
use opstart::domain::problems::problems;
use opstart::domain::record::{Audience, Hour, Id, Kind, Target, Value, When, YesNo};
use opstart::domain::session::{Action, Goal, Session};
use opstart::storage::format;

struct Example {
    file: String,
    text: String,
    session: Session,
    unknown: Vec<String>,
}

impl Example {
    /// The day of the meeting: what the examples say holds on that day.
    fn day(&self) -> NaiveDate {
        self.session.head.date.day().unwrap_or_else(|| panic!("{}: no day", self.file))
    }
}

fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples");
    let mut found: Vec<Example> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .map(|path| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            // A checkout on Windows may have changed the line ends.
            let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            let decoded = format::decode(text.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"));
            Example { file, text, session: decoded.session, unknown: decoded.unknown }
        })
        .collect();
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

fn closed() -> Vec<Example> {
    examples().into_iter().filter(|e| e.session.head.status == Status::Closed).collect()
}

fn of_group(group: Group) -> Example {
    closed().into_iter().find(|e| e.session.citizen.group == group).expect("a closed example of the group")
}

fn planned() -> Example {
    examples().into_iter().find(|e| e.session.head.status == Status::Planned).expect("a planned example")
}

fn actions(goal: &Goal) -> impl Iterator<Item = &Action> {
    goal.actions.iter().chain(goal.sub_goals.iter().flat_map(|sub| &sub.actions))
}

/// What everyone may see, as text.
fn for_everyone(example: &Example) -> String {
    format::encode(&seen_by(&example.session, Audience::Everyone)).unwrap().to_lowercase()
}

/// The text with every digit as a nine; places stay the same.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect()
}

#[test]
fn there_is_a_closed_meeting_of_every_group_and_a_planned_one() {
    let closed: Vec<Group> = closed().iter().map(|e| e.session.citizen.group).collect();
    for group in [Group::Adult, Group::Youth, Group::Family] {
        assert_eq!(closed.iter().filter(|g| **g == group).count(), 1, "{group:?}");
    }
    assert_eq!(planned().session.citizen.group, Group::Adult);
    assert_eq!(examples().len(), 4);
}

#[test]
fn every_example_is_marked_as_fictitious() {
    for example in examples() {
        assert!(example.session.fictitious, "{}", example.file);
    }
}

#[test]
fn every_field_of_an_example_is_known() {
    for example in examples() {
        assert_eq!(example.unknown, Vec::<String>::new(), "{}", example.file);
    }
}

#[test]
fn an_example_is_named_by_its_day_and_its_id() {
    for example in examples() {
        assert_eq!(example.file, format!("{}-{}.ron", example.day(), example.session.id));
        assert!(example.session.id.parse::<Id>().is_ok(), "{}", example.file);
    }
}

#[test]
fn an_example_is_exactly_what_the_program_writes() {
    for example in examples() {
        let written = format::encode(&example.session).unwrap();
        assert_eq!(format::decode(written.as_bytes()).unwrap().session, example.session, "{}", example.file);
        assert!(written == example.text, "{} would be written in another way", example.file);
    }
}

#[test]
fn every_record_of_an_example_has_an_id_of_its_own() {
    for example in examples() {
        let mut seen = BTreeSet::new();
        example.session.visit(&mut |slot, at, record| {
            assert_ne!(record.id(), Id::default(), "{}: {slot:?} {at}", example.file);
            assert!(seen.insert(record.id()), "{}: {} stands twice", example.file, record.id());
        });
    }
}

#[test]
fn every_reference_of_an_example_points_to_a_record_of_the_right_sort() {
    for Example { file, session, .. } in examples() {
        let exists = |target: Target, id: Id| match target {
            Target::Participants => session.participants.iter().any(|p| p.id == id),
            Target::Goals => session.goals.iter().any(|g| g.id == id),
            Target::Offers => session.offers.iter().any(|o| o.id == id),
            Target::Members => session.citizen.members.iter().any(|m| m.id == id),
        };
        session.visit(&mut |_, _, record| {
            for field in record.fields() {
                let (Kind::Ref(target) | Kind::Refs(target)) = field.kind else { continue };
                let ids = match field.read(record) {
                    Some(Value::Ref(id)) => id.into_iter().collect(),
                    Some(Value::Refs(ids)) => ids,
                    _ => vec![],
                };
                for id in ids {
                    assert!(exists(target, id), "{file}: {} of {} leads nowhere", field.word, record.id());
                }
            }
        });
        for event in &session.clock {
            let known = event.item.is_none_or(|id| session.agenda.iter().any(|item| item.id == id));
            assert!(known, "{file}: the clock names an item that is not on the agenda");
        }
    }
}

#[test]
fn a_closed_meeting_lasted_between_half_an_hour_and_two_hours() {
    for Example { file, session, .. } in closed() {
        let last = session.clock.last().and_then(|event| event.at).expect("a clock");
        let clock = clock::read(&session, last);
        assert_eq!(clock.phase, clock::Phase::Ended, "{file}");
        let lasted = last - clock.began.unwrap();
        let plausible = TimeDelta::try_minutes(30).unwrap()..=TimeDelta::try_minutes(120).unwrap();
        assert!(plausible.contains(&lasted), "{file}: {} minutes", lasted.num_minutes());
        let spent = clock.spent.iter().fold(TimeDelta::zero(), |sum, (_, took)| sum + *took);
        assert!(spent <= lasted, "{file}: more time spent than there was");
    }
}

#[test]
fn a_closed_meeting_went_through_its_agenda_in_order_and_without_long_silence() {
    for Example { file, session, .. } in closed() {
        let begun: Vec<Option<Id>> =
            session.clock.iter().filter(|e| e.what == Tick::Begin).map(|event| event.item).collect();
        let agenda: Vec<Option<Id>> = session.agenda.iter().map(|item| Some(item.id)).collect();
        assert_eq!(begun, agenda, "{file}");
        for pair in session.clock.windows(2) {
            let between = pair[1].at.unwrap() - pair[0].at.unwrap();
            assert!((1..=12 * 60).contains(&between.num_seconds()), "{file}: {} seconds", between.num_seconds());
        }
    }
}

#[test]
fn a_closed_meeting_shows_a_pause_and_an_item_that_got_more_time() {
    for Example { file, session, .. } in closed() {
        for what in [Tick::Pause, Tick::Resume, Tick::Stretch, Tick::End] {
            assert_eq!(session.clock.iter().filter(|e| e.what == what).count(), 1, "{file}: {what:?}");
        }
    }
}

#[test]
fn a_closed_meeting_was_filed_after_it_was_closed_and_closed_after_it_ended() {
    for Example { file, session, .. } in closed() {
        let ended = session.clock.last().and_then(|event| event.at).unwrap();
        let closed_at = session.head.closed_at.unwrap_or_else(|| panic!("{file}: not closed"));
        assert!(closed_at > ended, "{file}");
        assert!(session.answers.answered_at.is_some_and(|at| at > ended), "{file}");
        assert!(session.head.filed_on.day().unwrap() >= closed_at.date_naive(), "{file}");
    }
}

#[test]
fn exactly_one_leads_and_another_writes() {
    for Example { file, session, .. } in closed() {
        let with = |duty: Duty| -> Vec<Id> {
            session.participants.iter().filter(|p| p.duties.contains(&duty)).map(|p| p.id).collect()
        };
        let (leads, writes) = (with(Duty::Leads), with(Duty::Writes));
        assert_eq!((leads.len(), writes.len()), (1, 1), "{file}");
        assert_ne!(leads, writes, "{file}");
    }
}

#[test]
fn one_could_not_come_but_gave_a_contribution_and_one_came_late() {
    for Example { file, session, .. } in closed() {
        assert!((6..=9).contains(&session.participants.len()), "{file}");
        let people = &session.participants;
        assert!(
            people.iter().any(|p| p.attendance == Some(Attendance::Regrets) && !p.input.trim().is_empty()),
            "{file}: no regrets with a contribution"
        );
        assert!(people.iter().any(|p| matches!(p.came, Hour::At(_))), "{file}: nobody came late");
        assert!(people.iter().any(|p| p.side == Side::Citizen), "{file}: no citizen");
    }
}

#[test]
fn every_action_has_one_responsible_and_a_day_after_the_meeting() {
    for example in closed() {
        for action in example.session.goals.iter().flat_map(actions) {
            let who = action.who.and_then(|id| example.session.participants.iter().find(|p| p.id == id));
            assert!(who.is_some(), "{}: nobody does »{}«", example.file, action.what);
            let day = action.until.day().unwrap_or_else(|| panic!("{}: no day »{}«", example.file, action.what));
            assert!(day > example.day(), "{}: »{}« was due before it was agreed", example.file, action.what);
        }
    }
}

#[test]
fn a_closed_meeting_led_to_goals_with_actions_and_to_offers_for_them() {
    for Example { file, session, .. } in closed() {
        assert!((2..=3).contains(&session.goals.len()), "{file}: goals");
        assert!(session.goals.iter().all(|goal| actions(goal).next().is_some()), "{file}: a goal without action");
        assert!(session.goals.iter().any(|goal| goal.job.is_some()), "{file}: no job goal");
        assert!((3..=5).contains(&session.offers.len()), "{file}: offers");
        assert!(session.offers.iter().all(|o| o.goal.is_some() && !o.why.trim().is_empty()), "{file}: why an offer");
        assert!((1..=2).contains(&session.missing_offers.len()), "{file}: missing offers");
        assert!(!session.close.decisions.is_empty() && !session.close.parked.is_empty(), "{file}: close");
    }
}

#[test]
fn no_example_holds_anything_like_a_number_of_the_civil_register() {
    for example in examples() {
        let shape = shape(&example.text);
        for forbidden in ["999999-9999", "999999 9999", "9999999999"] {
            assert!(!shape.contains(forbidden), "{}: digits like {forbidden}", example.file);
        }
    }
}

#[test]
fn every_phone_number_of_an_example_is_fictitious() {
    for example in examples() {
        let shape = shape(&example.text);
        let mut found = 0;
        for (at, _) in shape.match_indices("99 99 99 99") {
            let number = &example.text[at..at + "99 99 99 99".len()];
            assert!(number.starts_with("70 00 ") || number.starts_with("70 01 "), "{}: {number}", example.file);
            found += 1;
        }
        assert!(found > 0, "{}: no phone number at all", example.file);
        assert!(!shape.contains("99999999"), "{}: eight digits in a row", example.file);
        assert!(!shape.contains("9999 9999"), "{}: a phone number written in another way", example.file);
    }
}

#[test]
fn every_address_of_an_example_ends_nowhere() {
    for example in examples() {
        let addresses = example.text.split(['"', ' ']).filter(|word| word.contains('@'));
        for address in addresses {
            assert!(address.ends_with(".invalid"), "{}: {address}", example.file);
        }
    }
}

#[test]
fn nothing_is_missing_in_a_closed_example() {
    let library = Library::builtin();
    for example in closed() {
        let gaps: Vec<&str> = problems(&example.session, &library.common, example.day())
            .into_iter()
            .map(|problem| problem.word)
            .filter(|word| word.starts_with("gap-"))
            .collect();
        assert_eq!(gaps, Vec::<&str>::new(), "{}", example.file);
    }
}

#[test]
fn the_planned_example_is_half_prepared() {
    let Example { session, .. } = planned();
    let count = |state: CheckState| session.preparation.checklist.iter().filter(|c| c.state == state).count();
    assert!(count(CheckState::Open) >= 5, "open items");
    assert!(count(CheckState::Done) >= 5, "done items");
    assert_eq!(session.preparation.pre_meeting, Some(YesNo::Yes));
    assert!(session.clock.is_empty() && session.goals.is_empty(), "the meeting has not been held");
    assert!(session.assessment.iter().all(|card| card.relevant.is_none()), "no card is filled in beforehand");
}

#[test]
fn every_picked_offer_is_in_the_catalogue() {
    let library = Library::builtin();
    for example in examples() {
        for pick in &example.session.offers {
            let known = library.offer(&pick.offer.id).unwrap_or_else(|| panic!("{}: {}", example.file, pick.offer.id));
            assert_eq!(pick.offer.department, known.department, "{}: {}", example.file, pick.offer.id);
        }
    }
}

#[test]
fn no_snapshot_of_an_offer_knows_what_came_after_the_day_it_was_picked() {
    for example in examples() {
        for pick in &example.session.offers {
            let picked = pick.picked_on.expect("a day it was picked");
            let offer = &pick.offer;
            let checked = offer.legal.iter().filter_map(|legal| legal.checked);
            for day in checked.chain(offer.updated).chain(offer.reviewed) {
                assert!(day <= picked, "{}: {} knows {day}", example.file, offer.id);
            }
        }
    }
}

#[test]
fn the_citizen_is_heard_everywhere() {
    let given = |text: &str| !text.trim().is_empty();
    for Example { file, session, .. } in examples() {
        assert!(given(&session.citizen.wishes), "{file}: wishes");
        assert!(session.consents.iter().all(|consent| given(&consent.limits)), "{file}: limits of a consent");
        for card in session.assessment.iter().filter(|card| card.relevant == Some(YesNo::Yes)) {
            assert!(given(&card.own_words) && given(&card.source), "{file}: {}", card.title);
        }
        for goal in &session.goals {
            assert!(given(&goal.own_words) && given(&goal.source), "{file}: {}", goal.title);
        }
    }
    for Example { file, session, .. } in closed() {
        for item in session.agenda.iter().filter(|item| !clock::is_break(item)) {
            assert!(given(&item.own_words), "{file}: {}", item.title);
        }
    }
}

#[test]
fn a_real_meeting_finds_some_cards_relevant_and_leaves_others() {
    for Example { file, session, .. } in closed() {
        let count = |answer: YesNo| session.assessment.iter().filter(|c| c.relevant == Some(answer)).count();
        assert_eq!(count(YesNo::Yes) + count(YesNo::No), 12, "{file}");
        assert!((5..=7).contains(&count(YesNo::Yes)), "{file}");
        assert!(session.assessment.iter().any(|c| c.goal.is_some()), "{file}: no card led to a goal");
    }
}

#[test]
fn the_family_example_has_goals_cards_and_consents_of_single_members() {
    let Example { session, .. } = of_group(Group::Family);
    let members = &session.citizen.members;
    assert_eq!(members.len(), 4);
    let with_member = |ids: Vec<Option<Id>>| ids.into_iter().flatten().collect::<BTreeSet<Id>>().len();
    assert!(with_member(session.goals.iter().map(|g| g.member).collect()) >= 2);
    assert!(session.goals.iter().any(|g| g.member.is_none()), "a goal they share");
    assert!(with_member(session.assessment.iter().map(|c| c.member).collect()) >= 2);
    let young = members.iter().find(|m| m.age == Some(16)).expect("a member of sixteen");
    let by = |who: ConsentBy| session.consents.iter().filter(move |c| c.given_by == Some(who));
    assert!(by(ConsentBy::Citizen).any(|c| c.member == Some(young.id)), "the young one's own consent");
    let children: BTreeSet<Option<Id>> = by(ConsentBy::Custody).map(|c| c.member).collect();
    let minors: BTreeSet<Option<Id>> =
        members.iter().filter(|m| m.age.is_some_and(|age| age < 18)).map(|m| Some(m.id)).collect();
    assert_eq!(children, minors, "consent of those who have custody, for every child");
}

#[test]
fn what_a_citizen_asked_to_keep_apart_is_not_for_everyone() {
    for (example, words) in [
        (of_group(Group::Adult), ["skilsmisse", "psykologen"]),
        (of_group(Group::Youth), ["ryge", "hash"]),
        (of_group(Group::Family), ["netbutik", "skilsmisse"]),
        (planned(), ["alkoholrådgivningen", "johan"]),
    ] {
        let shown = for_everyone(&example);
        let all = example.text.to_lowercase();
        for word in words {
            assert!(all.contains(word), "{}: »{word}« is in the file at all", example.file);
            assert!(!shown.contains(word), "{}: »{word}« is shown to everyone", example.file);
        }
    }
}

#[test]
fn what_was_agreed_is_for_everyone() {
    for Example { file, session, .. } in closed() {
        let shown = seen_by(&session, Audience::Everyone);
        assert_eq!(shown.goals.len(), session.goals.len(), "{file}: goals");
        for (shown, goal) in shown.goals.iter().zip(&session.goals) {
            assert_eq!(actions(shown).count(), actions(goal).count(), "{file}: {}", goal.title);
        }
        assert_eq!(shown.participants.len(), session.participants.len(), "{file}: participants");
        assert!(shown.close.decisions.len() >= 3, "{file}: decisions");
    }
}

#[test]
fn the_next_meeting_of_a_closed_example_is_a_weekday_within_three_months() {
    use chrono::{Datelike, Months, Weekday};
    for example in closed() {
        let When::On(next) = example.session.close.next_on else { panic!("{}: no next meeting", example.file) };
        assert!(next > example.day() && next <= example.day() + Months::new(3), "{}", example.file);
        for day in [next, example.day()] {
            assert!(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun), "{}: {day}", example.file);
        }
    }
}
