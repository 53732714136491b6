//! What the open session says to an offer: whether it fits, whether it was offered before, and what stands against those
//! that were picked. All of it is for staff: it tells the citizen's age, benefit and earlier meetings.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::model::{Model, Work};
use crate::catalog::fit::{self, Because, Fit, Known};
use crate::domain::choices::PickState;
use crate::domain::edit::Edit;
use crate::domain::misfit::Misfit;
use crate::domain::offer::Offer;
use crate::domain::problems::{Problem, problems};
use crate::domain::record::{Audience, Id, Record};
use crate::domain::session::PickedOffer;
use crate::domain::steps::Step;
use crate::domain::summary::Listed;
use crate::report;
use crate::report::show::Shower;
use crate::text::w;

/// What the session knows that offers ask for; `None` when no session is open, or the screen is for everyone.
pub fn known(model: &Model) -> Option<Known> {
    let work = model.work.as_ref().filter(|work| work.seen.audience >= Audience::Staff)?;
    Some(Known::of(&work.seen, &model.library, model.today()))
}

/// Whether an offer of the catalogue fits.
pub fn of(model: &Model, offer: &Offer, known: &Known) -> Fit {
    fit::fit(offer, known, &model.library.rules, model.today())
}

/// Whether a picked offer fits, with the days chosen for it. What held when it was picked decides, so that an old session
/// does not turn wrong when the law changes.
pub fn of_pick(model: &Model, work: &Work, pick: &PickedOffer) -> Fit {
    let day = pick.picked_on.unwrap_or_else(|| model.today());
    let known = Known::of_pick(&work.session, pick, &model.library, day);
    fit::fit(&pick.offer, &known, &model.library.rules, day)
}

/// Where and when each offer was picked before for the same citizen, the latest time.
pub type Before = HashMap<String, (NaiveDate, String)>;

/// What earlier sessions of the same reference picked. A fictitious session knows only of fictitious ones, a real one only of
/// real ones; the open session is not among them.
pub fn before(model: &Model) -> Before {
    let mut before = Before::new();
    let Some(work) = &model.work else { return before };
    let reference = one_word(&work.session.citizen.reference);
    if reference.is_empty() {
        return before;
    }
    for line in &model.home.sessions {
        let Listed::Session(other) = line else { continue };
        let is_other = other.id != work.session.id && other.fictitious == work.session.fictitious;
        if !is_other || one_word(&other.reference) != reference {
            continue;
        }
        for picked in &other.offers {
            let Some(day) = picked.on.or(other.date) else { continue };
            let known = before.entry(picked.offer.clone()).or_insert_with(|| (day, other.file.clone()));
            if known.0 < day {
                *known = (day, other.file.clone());
            }
        }
    }
    before
}

/// A reference as people compare it: without spaces and in one case.
fn one_word(reference: &str) -> String {
    reference.split_whitespace().collect::<String>().to_lowercase()
}

/// What stands against a picked offer now, as it is kept in the session.
pub fn misfits(model: &Model, fit: &Fit) -> Vec<Misfit> {
    let kept = fit.misfits().map(|finding| {
        let (rule, source) = match &finding.because {
            Because::Rule { id, source, .. } => (id.clone(), source.clone()),
            _ => Default::default(),
        };
        Misfit {
            aspect: finding.aspect,
            text: report::fit::because(&model.text, &model.library, finding),
            rule,
            source,
            checked: finding.checked,
            noted_on: Some(model.today()),
        }
    });
    kept.collect()
}

/// The edit that keeps what an offer is held on to in spite of: what stood against it when it was picked and what has come
/// since, by other dates or another age. `None` when all of it is kept already.
pub fn keep(model: &Model, pick: Id) -> Option<Edit> {
    let work = model.work.as_ref()?;
    let pick = work.session.offers.iter().find(|p| p.id == pick && !p.despite.trim().is_empty())?;
    let mut kept = pick.clone();
    for new in misfits(model, &of_pick(model, work, pick)) {
        let same = |old: &Misfit| (old.aspect, &old.rule, &old.text) == (new.aspect, &new.rule, &new.text);
        if !kept.misfits.iter().any(same) {
            kept.misfits.push(new);
        }
    }
    (kept.misfits.len() > pick.misfits.len()).then(|| Edit::Keep(Box::new(Record::PickedOffer(kept))))
}

/// Everything worth a look: what the session itself shows, and what the catalogue and its rules say to it.
pub fn all_problems(model: &Model, work: &Work) -> Vec<Problem> {
    let mut found = problems(&work.session, &model.library.common, model.today());
    let held = |pick: &&PickedOffer| {
        pick.despite.trim().is_empty() && !matches!(pick.state, PickState::Finished | PickState::Refused)
    };
    for pick in work.session.offers.iter().filter(held) {
        let fit = of_pick(model, work, pick);
        let why: Vec<String> = fit.misfits().map(|f| report::fit::sentence(&model.text, &model.library, f)).collect();
        if !why.is_empty() {
            let offer = Shower { text: &model.text, seen: &work.seen }.title(pick);
            let args = vec![("offer", offer), ("why", why.join(" "))];
            let at = Some((pick.id, "despite"));
            found.push(Problem { step: Step::Offers, at, word: w("advice-misfit").0, args });
        }
    }
    for rule in fit::meeting(&work.session, &model.library.rules, model.today()) {
        let checked = report::fit::checked(&model.text, rule.checked);
        let (step, at) = place(work, &rule.condition);
        let args = vec![("text", rule.text.clone()), ("checked", checked)];
        found.push(Problem { step, at, word: w("advice-rule").0, args });
    }
    found.sort_by_key(|problem| crate::domain::record::Choice::place(problem.step));
    found
}

/// The field that mends what a rule about the meeting asks for.
fn place(work: &Work, condition: &crate::catalog::rules::Condition) -> (Step, Option<(Id, &'static str)>) {
    use crate::catalog::rules::Condition as C;
    let session = &work.session;
    match condition {
        C::NextMeetingWithinMonths(_) => (Step::Close, Some((session.close.id, "next_on"))),
        C::BenefitNotCalled(_) => (Step::Preparation, Some((session.citizen.id, "benefit"))),
        _ => (Step::Preparation, session.consents.first().map(|consent| (consent.id, "given_by"))),
    }
}
