//! Whether an offer fits (*passer*) what the session knows of the citizen: fits, does not fit because …, or unknown. Nothing
//! is guessed: what either side does not say is unknown, and an unknown is never counted as a yes.

use chrono::{Days, Months, NaiveDate};

use super::library::Library;
use super::rules::{Condition, Level, Rule};
use crate::domain::choices::Group;
use crate::domain::misfit::Aspect;
use crate::domain::offer::{Ages, Offer, OfferState};
use crate::domain::problems::has_consent;
use crate::domain::session::{PickedOffer, Session};
use crate::domain::template::Named;

/// How an aspect or a whole offer comes out, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Passer.
    Fits,
    /// Uvist: one side does not say.
    Unknown,
    /// Passer ikke.
    DoesNotFit,
}

/// Why, as data; the words for it are in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The citizen has the age it is for.
    AgeInside,
    /// The citizen is younger or older than it is for.
    AgeOutside {
        /// The offer's limits.
        ages: Ages,
        /// The citizen's age in years.
        age: u32,
    },
    /// It has limits, and nobody has said how old the citizen is.
    AgeUnknown(Ages),
    /// It is for all.
    ForAll,
    /// The citizen's is among those it is for.
    Among,
    /// It is for these keys, and the citizen's is another.
    NotAmong(Vec<String>),
    /// The offer does not say.
    OfferSilent,
    /// It is for these keys, and the session does not say where the citizen belongs, or not in a word that is known.
    CitizenSilent(Vec<String>),
    /// Closed for new citizens, with the note that says why.
    Closed(String),
    /// Being reconsidered, with the note that says why.
    UnderReview(String),
    /// A paragraph it rests on holds no longer, and none has taken its place.
    LawEnded {
        /// The paragraph as one writes it: `LAB kap. 19`.
        paragraph: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// A rule.
    Rule {
        /// Its id.
        id: String,
        /// Its sentence.
        text: String,
        /// Where it comes from.
        source: String,
        /// Its weight.
        level: Level,
    },
}

/// How one aspect comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is compared.
    pub aspect: Aspect,
    /// How it comes out.
    pub verdict: Verdict,
    /// Why.
    pub because: Because,
    /// The day what it rests on was last checked; `None` = never.
    pub checked: Option<NaiveDate>,
}

/// How an offer comes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// What could be said, by aspect.
    pub findings: Vec<Finding>,
    /// Rules that can only be judged when the first and last day are chosen.
    pub reminders: Vec<Finding>,
}

impl Fit {
    /// The worst of its findings; unknown where nothing at all could be said.
    pub fn verdict(&self) -> Verdict {
        self.findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Unknown)
    }

    /// What stands against it.
    pub fn misfits(&self) -> impl Iterator<Item = &Finding> {
        self.with(Verdict::DoesNotFit)
    }

    /// The findings with this verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.verdict == verdict)
    }
}

/// What the session knows that offers ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Age of each person it may be for; `None` = not said. Several in a family plan.
    pub ages: Vec<Option<u32>>,
    /// Key of the benefit group; `None` = not said, or not in a word that is known.
    pub benefit: Option<String>,
    /// Key of the area; `None` = not said, or not in a word that is known.
    pub area: Option<String>,
    /// A consent is on file.
    pub consent: bool,
    /// The day the offer was picked; `None` = it is only looked at.
    pub picked: Option<NaiveDate>,
    /// Its first day.
    pub starts: Option<NaiveDate>,
    /// Its last day.
    pub ends: Option<NaiveDate>,
}

impl Known {
    /// What the session knows while an offer is looked at.
    pub fn of(session: &Session, library: &Library, today: NaiveDate) -> Self {
        let citizen = &session.citizen;
        let family = citizen.group == Group::Family && !citizen.members.is_empty();
        let ages = if family { citizen.members.iter().map(|m| m.age).collect() } else { vec![citizen.age] };
        Self {
            ages,
            benefit: key_of(&citizen.benefit, &library.municipality.benefits),
            area: key_of(&citizen.area, &library.municipality.areas),
            consent: has_consent(session, today),
            ..Self::default()
        }
    }

    /// What it knows about an offer that was picked.
    pub fn of_pick(session: &Session, pick: &PickedOffer, library: &Library, today: NaiveDate) -> Self {
        let mut known = Self::of(session, library, today);
        if let Some(member) = pick.member.and_then(|id| session.citizen.members.iter().find(|m| m.id == id)) {
            known.ages = vec![member.age];
        }
        known.picked = pick.picked_on;
        (known.starts, known.ends) = (pick.starts.day(), pick.ends.day());
        known
    }

    /// Whether anything is known that an offer could be compared with.
    pub fn is_any(&self) -> bool {
        self.ages.iter().any(Option::is_some) || self.benefit.is_some() || self.area.is_some()
    }
}

/// The key whose name or key was written, whatever the case; `None` for any other word: what is not known is not guessed.
fn key_of(written: &str, list: &[Named]) -> Option<String> {
    let written = written.trim().to_lowercase();
    let named = list.iter().find(|n| n.name.to_lowercase() == written || n.key == written)?;
    (!written.is_empty()).then(|| named.key.clone())
}

/// Compares an offer with what is known. `today` decides which rules and paragraphs hold, unless the offer has a first day.
pub fn fit(offer: &Offer, known: &Known, rules: &[Rule], today: NaiveDate) -> Fit {
    let day = known.starts.unwrap_or(today);
    let mut fit = Fit::default();
    let said = [
        age(offer, known).map(|found| (Aspect::Age, found)),
        Some((Aspect::Benefit, listed(offer.benefits.as_deref(), known.benefit.as_deref()))),
        Some((Aspect::Area, listed(offer.areas.as_deref(), known.area.as_deref()))),
    ];
    for (aspect, (verdict, because)) in said.into_iter().flatten() {
        fit.findings.push(Finding { aspect, verdict, because, checked: offer.reviewed });
    }
    validity(offer, day, &mut fit.findings);
    for rule in rules.iter().filter(|r| r.offers.contains(&offer.id) && r.holds_on(day)) {
        apply(rule, known, today, &mut fit);
    }
    fit
}

fn age(offer: &Offer, known: &Known) -> Option<(Verdict, Because)> {
    let Ages { from, to } = offer.ages;
    if from.is_none() && to.is_none() {
        return None;
    }
    let inside = |age: u32| from.is_none_or(|from| u32::from(from) <= age) && to.is_none_or(|to| age <= u32::from(to));
    let said = || known.ages.iter().flatten().copied();
    Some(if said().any(inside) {
        (Verdict::Fits, Because::AgeInside)
    } else if let (Some(age), false) = (said().next(), known.ages.contains(&None)) {
        (Verdict::DoesNotFit, Because::AgeOutside { ages: offer.ages, age })
    } else {
        (Verdict::Unknown, Because::AgeUnknown(offer.ages))
    })
}

fn listed(offered: Option<&[String]>, own: Option<&str>) -> (Verdict, Because) {
    match (offered, own) {
        (None, _) => (Verdict::Unknown, Because::OfferSilent),
        (Some([]), _) => (Verdict::Fits, Because::ForAll),
        (Some(keys), None) => (Verdict::Unknown, Because::CitizenSilent(keys.to_vec())),
        (Some(keys), Some(own)) if keys.iter().any(|key| key == own) => (Verdict::Fits, Because::Among),
        (Some(keys), Some(_)) => (Verdict::DoesNotFit, Because::NotAmong(keys.to_vec())),
    }
}

fn validity(offer: &Offer, day: NaiveDate, findings: &mut Vec<Finding>) {
    let mut say = |verdict, because, checked| {
        findings.push(Finding { aspect: Aspect::Validity, verdict, because, checked });
    };
    match offer.state {
        OfferState::Active => {}
        OfferState::UnderReview => {
            say(Verdict::Unknown, Because::UnderReview(offer.state_note.clone()), offer.reviewed);
        }
        OfferState::Closed => say(Verdict::DoesNotFit, Because::Closed(offer.state_note.clone()), offer.reviewed),
    }
    // A paragraph that only got another number carries the offer on.
    let ended = |basis: &&crate::domain::offer::LegalBasis| {
        basis.replaced_by.is_empty() && basis.valid_to.is_some_and(|last| last < day)
    };
    let all = offer.legal.iter().all(|basis| ended(&basis));
    for basis in offer.legal.iter().filter(ended) {
        let (Some(last), verdict) = (basis.valid_to, if all { Verdict::DoesNotFit } else { Verdict::Unknown }) else {
            continue;
        };
        say(verdict, Because::LawEnded { paragraph: basis.in_words(), last }, basis.checked);
    }
}

/// Yes, no or unknown.
type Answer = Option<bool>;

/// Judges one rule that is about the offer and holds. What it cannot be judged on before the days are chosen is a reminder.
fn apply(rule: &Rule, known: &Known, today: NaiveDate, fit: &mut Fit) {
    let concerns: Answer = match &known.benefit {
        _ if rule.benefits.is_empty() => Some(true),
        None => None,
        Some(own) => Some(rule.benefits.contains(own)),
    };
    let (kept, is_dated) = kept(&rule.condition, known, today);
    let verdict = match (concerns, kept) {
        (Some(false), _) | (_, Some(true)) => return,
        (Some(true), Some(false)) => Verdict::DoesNotFit,
        _ => Verdict::Unknown,
    };
    let because =
        Because::Rule { id: rule.id.clone(), text: rule.text.clone(), source: rule.source.clone(), level: rule.level };
    let finding = Finding { aspect: Aspect::Rule, verdict, because, checked: rule.checked };
    if is_dated && kept.is_none() { fit.reminders.push(finding) } else { fit.findings.push(finding) }
}

/// Whether an offer's condition is kept, and whether only its days can tell.
fn kept(condition: &Condition, known: &Known, today: NaiveDate) -> (Answer, bool) {
    let period = known.starts.zip(known.ends);
    // A period that begins and ends on days of the same name is so many weeks or months long, not a day more.
    let within = |last: Option<NaiveDate>, day: NaiveDate| last.is_none_or(|last| day <= last);
    match condition {
        Condition::LongestWeeks(weeks) => {
            let most = Days::new(u64::from(*weeks) * 7);
            (period.map(|(first, last)| within(first.checked_add_days(most), last)), true)
        }
        Condition::LongestMonths(months) => {
            let most = Months::new(u32::from(*months));
            (period.map(|(first, last)| within(first.checked_add_months(most), last)), true)
        }
        Condition::StartsWithinDays(days) => {
            let most = Days::new(u64::from(*days));
            let both = known.picked.zip(known.starts);
            (both.map(|(picked, first)| within(picked.checked_add_days(most), first)), true)
        }
        Condition::ClosedForNew(from) => (Some(known.starts.unwrap_or(today) < *from), false),
        Condition::OldestAge(oldest) => (each_age(known, |age| age <= u32::from(*oldest)), false),
        Condition::YoungestAge(youngest) => (each_age(known, |age| age >= u32::from(*youngest)), false),
        Condition::ConsentOnFile => (Some(known.consent), false),
        Condition::NextMeetingWithinMonths(_) | Condition::ConsentForPlans(_) | Condition::BenefitNotCalled(_) => {
            (Some(true), false)
        }
    }
}

/// Kept when it holds for one the offer may be for; broken when it holds for none of them.
fn each_age(known: &Known, holds: impl Fn(u32) -> bool) -> Answer {
    if known.ages.iter().flatten().any(|age| holds(*age)) {
        Some(true)
    } else {
        (!known.ages.is_empty() && !known.ages.contains(&None)).then_some(false)
    }
}

/// Rules about the meeting as a whole that are not kept, in the order of the file.
pub fn meeting<'a>(session: &Session, rules: &'a [Rule], today: NaiveDate) -> Vec<&'a Rule> {
    let broken = |rule: &&Rule| match &rule.condition {
        Condition::NextMeetingWithinMonths(months) => {
            let this = session.head.date.day().unwrap_or(today);
            let last = this.checked_add_months(Months::new(u32::from(*months)));
            session.close.next_on.day().zip(last).is_some_and(|(next, last)| next > last)
        }
        Condition::ConsentForPlans(plans) => {
            session.close.worked_into.len() >= usize::from(*plans) && !has_consent(session, today)
        }
        Condition::BenefitNotCalled(names) => {
            let own = session.citizen.benefit.to_lowercase();
            names.iter().any(|name| !name.is_empty() && own.contains(&name.to_lowercase()))
        }
        _ => false,
    };
    rules.iter().filter(|rule| rule.holds_on(today)).filter(broken).collect()
}

#[cfg(test)]
mod tests;
