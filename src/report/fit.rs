//! In words, whether an offer fits and why it is suggested.

use chrono::NaiveDate;

use super::words::{long_date, without_stop};
use crate::catalog::fit::{Because, Finding, Fit, Verdict};
use crate::catalog::library::Library;
use crate::catalog::suggest::Reason;
use crate::domain::choices::Approach;
use crate::domain::misfit::Aspect;
use crate::domain::offer::Ages;
use crate::domain::template::Named;
use crate::text::{Text, w};

/// What came out, with the aspects that decided it: "passer ikke: alder, område".
pub fn verdict(text: &Text, fit: &Fit) -> String {
    let verdict = fit.verdict();
    let mut aspects: Vec<Aspect> = fit.with(verdict).map(|finding| finding.aspect).collect();
    aspects.dedup();
    let names = aspects.iter().map(|a| aspect(text, *a)).collect::<Vec<_>>().join(", ");
    match verdict {
        Verdict::Fits => text.get(w("fit-fits")),
        Verdict::Unknown => text.fmt(w("fit-unknown"), &[("aspects", names.into())]),
        Verdict::DoesNotFit => text.fmt(w("fit-not"), &[("aspects", names.into())]),
    }
}

fn aspect(text: &Text, aspect: Aspect) -> String {
    text.get(match aspect {
        Aspect::Age => w("aspect-Age"),
        Aspect::Benefit => w("aspect-Benefit"),
        Aspect::Area => w("aspect-Area"),
        Aspect::Validity => w("aspect-Validity"),
        Aspect::Rule => w("aspect-Rule"),
    })
}

/// Why one aspect came out as it did, in one sentence.
pub fn because(text: &Text, library: &Library, finding: &Finding) -> String {
    let is_benefit = finding.aspect == Aspect::Benefit;
    let named = if is_benefit { &library.municipality.benefits } else { &library.municipality.areas };
    match &finding.because {
        Because::AgeInside => text.get(w("fit-age-inside")),
        Because::AgeOutside { ages: limits, age } => {
            text.fmt(w("fit-age-outside"), &[("ages", ages(text, *limits).into()), ("age", i64::from(*age).into())])
        }
        Because::AgeUnknown(limits) => text.fmt(w("fit-age-unknown"), &[("ages", ages(text, *limits).into())]),
        Because::ForAll => text.get(if is_benefit { w("fit-benefit-all") } else { w("fit-area-all") }),
        Because::Among => text.get(if is_benefit { w("fit-benefit-among") } else { w("fit-area-among") }),
        Because::NotAmong(keys) => {
            let word = if is_benefit { w("fit-benefit-other") } else { w("fit-area-other") };
            text.fmt(word, &[("names", names(keys, named).into())])
        }
        Because::OfferSilent => text.get(if is_benefit { w("fit-benefit-silent") } else { w("fit-area-silent") }),
        Because::CitizenSilent(keys) => {
            let word = if is_benefit { w("fit-benefit-citizen") } else { w("fit-area-citizen") };
            text.fmt(word, &[("names", names(keys, named).into())])
        }
        Because::Closed(note) => with_note(text.get(w("fit-closed")), note),
        Because::UnderReview(note) => with_note(text.get(w("fit-under-review")), note),
        Because::LawEnded { paragraph, last } => {
            let args = [("paragraph", paragraph.as_str().into()), ("date", long_date(text, *last).into())];
            text.fmt(w("fit-law-ended"), &args)
        }
        Because::Rule { text, .. } => text.clone(),
    }
}

fn with_note(sentence: String, note: &str) -> String {
    if note.trim().is_empty() { sentence } else { format!("{sentence} {}", note.trim()) }
}

/// When that was last checked: "kontrolleret 14. marts 2026".
pub fn checked(text: &Text, day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => text.fmt(w("fit-checked"), &[("date", long_date(text, day).into())]),
        None => text.get(w("fit-never-checked")),
    }
}

/// The sentence with the day of its last check behind it.
pub fn sentence(text: &Text, library: &Library, finding: &Finding) -> String {
    format!("{} ({}).", without_stop(&because(text, library, finding)), checked(text, finding.checked))
}

fn ages(text: &Text, ages: Ages) -> String {
    let year = |age: u8| crate::text::Arg::from(i64::from(age));
    match (ages.from, ages.to) {
        (None, None) => String::new(),
        (Some(from), None) => text.fmt(w("fit-ages-from"), &[("from", year(from))]),
        (None, Some(to)) => text.fmt(w("fit-ages-to"), &[("to", year(to))]),
        (Some(from), Some(to)) => text.fmt(w("fit-ages-between"), &[("from", year(from)), ("to", year(to))]),
    }
}

fn names(keys: &[String], list: &[Named]) -> String {
    let name = |key: &String| list.iter().find(|n| n.key == *key).map_or(key.clone(), |n| n.name.clone());
    keys.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Why an offer is listed first: "forslag: relation først · Netværk".
pub fn suggested(text: &Text, library: &Library, why: &[Reason]) -> String {
    let reason = |reason: &Reason| match reason {
        Reason::Approach(Approach::JobFirst) => text.get(w("suggest-job-first")),
        Reason::Approach(Approach::RelationFirst) => text.get(w("suggest-relation-first")),
        Reason::Approach(Approach::TonedDown) => text.get(w("suggest-toned-down")),
        Reason::Theme(key) => library.theme_name(key).to_owned(),
    };
    let reasons = why.iter().map(reason).collect::<Vec<_>>().join(" · ");
    text.fmt(w("suggested"), &[("reasons", reasons.into())])
}
