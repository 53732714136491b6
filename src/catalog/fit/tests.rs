#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::choices::{ConsentBy, SectorPlan};
use crate::domain::offer::LegalBasis;
use crate::domain::record::{Id, When};
use crate::domain::session::{Consent, Member};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

/// For all ages, benefits and areas.
fn open() -> Offer {
    Offer { id: "x".into(), benefits: Some(vec![]), areas: Some(vec![]), ..Offer::default() }
}

fn aged(age: Option<u32>) -> Known {
    Known { ages: vec![age], ..Known::default() }
}

fn between(from: Option<u8>, to: Option<u8>) -> Offer {
    Offer { ages: Ages { from, to }, ..open() }
}

fn rule(condition: Condition) -> Rule {
    Rule {
        id: "r".into(),
        text: "Reglen.".into(),
        condition,
        level: Level::Warning,
        offers: vec!["x".into()],
        benefits: vec![],
        valid_from: None,
        valid_to: None,
        source: "Loven".into(),
        checked: None,
        unverified: false,
    }
}

fn verdict(offer: &Offer, known: &Known) -> Verdict {
    fit(offer, known, &[], today()).verdict()
}

fn judged(rule: Rule, known: &Known) -> Fit {
    fit(&open(), known, &[rule], today())
}

#[test]
fn both_ends_of_an_age_limit_fit() {
    let offer = between(Some(18), Some(30));
    for (age, wanted) in
        [(17, Verdict::DoesNotFit), (18, Verdict::Fits), (30, Verdict::Fits), (31, Verdict::DoesNotFit)]
    {
        assert_eq!(verdict(&offer, &aged(Some(age))), wanted, "{age}");
    }
}

#[test]
fn an_age_nobody_has_said_is_unknown_and_not_a_no() {
    assert_eq!(verdict(&between(Some(18), None), &aged(None)), Verdict::Unknown);
    assert_eq!(verdict(&between(None, None), &aged(None)), Verdict::Fits, "nobody asks for the age");
}

#[test]
fn in_a_family_one_of_the_right_age_is_enough_and_none_is_only_said_when_all_ages_are_known() {
    let offer = between(Some(6), Some(18));
    let family = |ages: &[Option<u32>]| Known { ages: ages.to_vec(), ..Known::default() };
    assert_eq!(verdict(&offer, &family(&[Some(41), Some(9)])), Verdict::Fits);
    assert_eq!(verdict(&offer, &family(&[Some(41), None])), Verdict::Unknown);
    assert_eq!(verdict(&offer, &family(&[Some(41), Some(44)])), Verdict::DoesNotFit);
}

#[test]
fn benefits_and_areas_have_four_answers() {
    let list = |keys: &[&str]| Some(keys.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>());
    let own = Known { benefit: Some("su".into()), area: Some("nord".into()), ..Known::default() };
    let rows = [
        (None, &own, Verdict::Unknown),
        (list(&[]), &Known::default(), Verdict::Fits),
        (list(&["su", "nord"]), &own, Verdict::Fits),
        (list(&["dagpenge", "syd"]), &own, Verdict::DoesNotFit),
        (list(&["dagpenge", "syd"]), &Known::default(), Verdict::Unknown),
    ];
    for (keys, known, wanted) in rows {
        assert_eq!(verdict(&Offer { benefits: keys.clone(), ..open() }, known), wanted, "{keys:?}");
        assert_eq!(verdict(&Offer { areas: keys.clone(), ..open() }, known), wanted, "{keys:?}");
    }
}

#[test]
fn one_no_weighs_more_than_all_unknowns_and_one_unknown_more_than_all_yes() {
    let offer = Offer { benefits: None, ..between(Some(18), None) };
    assert_eq!(verdict(&offer, &aged(Some(17))), Verdict::DoesNotFit);
    assert_eq!(verdict(&offer, &aged(Some(40))), Verdict::Unknown);
}

#[test]
fn a_finding_tells_when_the_offer_was_last_gone_through() {
    let offer = Offer { reviewed: Some(day("2026-09-14")), ..between(Some(18), None) };
    let found = fit(&offer, &aged(Some(12)), &[], today());
    assert_eq!(
        found.misfits().map(|f| (f.aspect, f.checked)).collect::<Vec<_>>(),
        [(Aspect::Age, Some(day("2026-09-14")))]
    );
}

#[test]
fn a_closed_offer_does_not_fit_and_one_under_review_is_unknown() {
    assert_eq!(verdict(&Offer { state: OfferState::Closed, ..open() }, &aged(None)), Verdict::DoesNotFit);
    assert_eq!(verdict(&Offer { state: OfferState::UnderReview, ..open() }, &aged(None)), Verdict::Unknown);
}

#[test]
fn a_paragraph_past_its_last_day_counts_unless_another_took_its_place() {
    let ended = LegalBasis { law: "LAB".into(), valid_to: Some(day("2026-01-31")), ..LegalBasis::default() };
    let moved = LegalBasis { replaced_by: "BL § 32".into(), ..ended.clone() };
    let alive = LegalBasis { law: "SEL".into(), ..LegalBasis::default() };
    let rests_on = |legal: &[&LegalBasis]| Offer { legal: legal.iter().map(|l| (*l).clone()).collect(), ..open() };
    let no_one = aged(None);
    assert_eq!(verdict(&rests_on(&[&ended]), &no_one), Verdict::DoesNotFit);
    assert_eq!(verdict(&rests_on(&[&ended, &alive]), &no_one), Verdict::Unknown);
    assert_eq!(verdict(&rests_on(&[&moved]), &no_one), Verdict::Fits);
    let last_day = fit(&rests_on(&[&ended]), &no_one, &[], day("2026-01-31"));
    assert_eq!(last_day.verdict(), Verdict::Fits, "the last day still counts");
}

#[test]
fn a_period_may_be_as_long_as_the_rule_says_and_not_a_day_longer() {
    let period =
        |starts: &str, ends: &str| Known { starts: Some(day(starts)), ends: Some(day(ends)), ..Known::default() };
    let rows = [
        (Condition::LongestWeeks(4), "2026-12-29", true),
        (Condition::LongestWeeks(4), "2026-12-30", false),
        (Condition::LongestMonths(3), "2027-03-01", true),
        (Condition::LongestMonths(3), "2027-03-02", false),
    ];
    for (condition, ends, fits) in rows {
        let found = judged(rule(condition.clone()), &period("2026-12-01", ends));
        assert_eq!(found.misfits().next().is_none(), fits, "{condition:?} {ends}");
    }
}

#[test]
fn a_rule_about_days_that_are_not_chosen_is_a_reminder_and_no_verdict() {
    let found = judged(rule(Condition::LongestWeeks(4)), &aged(None));
    assert_eq!((found.verdict(), found.reminders.len()), (Verdict::Fits, 1));
}

#[test]
fn a_rule_for_some_benefits_is_unknown_where_the_benefit_is() {
    let only = Rule { benefits: vec!["dagpenge".into()], ..rule(Condition::ConsentOnFile) };
    let on = |benefit: Option<&str>| Known { benefit: benefit.map(str::to_owned), ..aged(None) };
    assert_eq!(judged(only.clone(), &on(Some("dagpenge"))).verdict(), Verdict::DoesNotFit);
    assert_eq!(judged(only.clone(), &on(None)).verdict(), Verdict::Unknown);
    assert_eq!(judged(only, &on(Some("su"))).verdict(), Verdict::Fits);
}

#[test]
fn a_rule_out_of_its_validity_does_not_fire() {
    let from = Rule { valid_from: Some(day("2026-11-23")), ..rule(Condition::ConsentOnFile) };
    let to = Rule { valid_to: Some(day("2026-11-21")), ..rule(Condition::ConsentOnFile) };
    let both = Rule { valid_from: Some(today()), valid_to: Some(today()), ..rule(Condition::ConsentOnFile) };
    assert_eq!(judged(from.clone(), &aged(None)).verdict(), Verdict::Fits);
    assert_eq!(judged(to, &aged(None)).verdict(), Verdict::Fits);
    assert_eq!(judged(both, &aged(None)).verdict(), Verdict::DoesNotFit);
    let later = Known { starts: Some(day("2026-11-23")), ..aged(None) };
    assert_eq!(judged(from, &later).verdict(), Verdict::DoesNotFit, "the first day decides");
}

#[test]
fn nobody_new_begins_from_the_day_a_scheme_closes() {
    let closed = || rule(Condition::ClosedForNew(day("2026-02-01")));
    let starting = |starts: &str| Known { starts: Some(day(starts)), ..aged(None) };
    assert_eq!(judged(closed(), &starting("2026-01-31")).verdict(), Verdict::Fits);
    assert_eq!(judged(closed(), &starting("2026-02-01")).verdict(), Verdict::DoesNotFit);
    assert_eq!(judged(closed(), &aged(None)).verdict(), Verdict::DoesNotFit, "today is later");
}

#[test]
fn a_late_first_day_is_counted_from_the_day_of_picking() {
    let picked = |starts: &str| Known { picked: Some(today()), starts: Some(day(starts)), ..aged(None) };
    assert_eq!(judged(rule(Condition::StartsWithinDays(14)), &picked("2026-12-06")).verdict(), Verdict::Fits);
    assert_eq!(judged(rule(Condition::StartsWithinDays(14)), &picked("2026-12-07")).verdict(), Verdict::DoesNotFit);
}

#[test]
fn age_rules_keep_both_ends_and_say_nothing_of_an_unknown_age() {
    for (condition, age, wanted) in [
        (Condition::OldestAge(25), Some(25), Verdict::Fits),
        (Condition::OldestAge(25), Some(26), Verdict::DoesNotFit),
        (Condition::YoungestAge(18), Some(18), Verdict::Fits),
        (Condition::YoungestAge(18), Some(17), Verdict::DoesNotFit),
        (Condition::YoungestAge(18), None, Verdict::Unknown),
    ] {
        assert_eq!(judged(rule(condition.clone()), &aged(age)).verdict(), wanted, "{condition:?} {age:?}");
    }
}

#[test]
fn a_benefit_and_an_area_are_known_by_name_or_key_in_any_case_and_by_nothing_else() {
    let library = Library::builtin();
    let known = |benefit: &str| {
        let mut session = Session::default();
        session.citizen.benefit = benefit.to_owned();
        Known::of(&session, &library, today()).benefit
    };
    assert_eq!(known(" kontantHJÆLP "), Some("kontanthjaelp".to_owned()));
    assert_eq!(known("kontanthjaelp"), Some("kontanthjaelp".to_owned()));
    assert_eq!(known("kontanthjælp, tror jeg"), None);
    assert_eq!(known(""), None);
}

#[test]
fn an_offer_for_one_of_a_family_is_judged_by_that_member_alone() {
    let library = Library::builtin();
    let mut session = Session::default();
    session.citizen.group = Group::Family;
    let ids: Vec<Id> = (0..2).map(|n| Id::draw(&mut fastrand::Rng::with_seed(n))).collect();
    session.citizen.members =
        [(ids[0], 41), (ids[1], 9)].map(|(id, age)| Member { id, age: Some(age), ..Member::default() }).to_vec();
    let pick = PickedOffer { member: Some(ids[1]), ..PickedOffer::default() };
    assert_eq!(Known::of_pick(&session, &pick, &library, today()).ages, [Some(9)]);
    assert_eq!(Known::of(&session, &library, today()).ages, [Some(41), Some(9)]);
}

#[test]
fn rules_about_the_meeting_say_what_is_not_kept() {
    let about = |condition| Rule { offers: vec![], ..rule(condition) };
    let rules = [
        about(Condition::NextMeetingWithinMonths(6)),
        about(Condition::ConsentForPlans(2)),
        about(Condition::BenefitNotCalled(vec!["uddannelseshjælp".into()])),
    ];
    let mut session = Session::default();
    assert_eq!(meeting(&session, &rules, today()).len(), 0);
    session.head.date = When::On(day("2026-11-26"));
    session.close.next_on = When::On(day("2027-05-27"));
    session.close.worked_into = vec![SectorPlan::MyPlan, SectorPlan::ActionPlan];
    session.citizen.benefit = "Uddannelseshjælp".into();
    assert_eq!(meeting(&session, &rules, today()).len(), 3);
    session.close.next_on = When::On(day("2027-05-26"));
    session.consents.push(Consent { given_by: Some(ConsentBy::Citizen), ..Consent::default() });
    session.citizen.benefit = "Kontanthjælp".into();
    assert_eq!(meeting(&session, &rules, today()).len(), 0);
}
