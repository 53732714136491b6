//! Changing offers from the list, and what comes back from the disk.

use super::super::super::browser::{Deed, current};
use super::super::super::command::Command;
use super::super::super::model::{Message, Model, Screen};
use super::super::super::msg::{Effect, Keep, KeepTrouble, Ready};
use super::super::super::overlay::{Ask, Confirm, Overlay};
use super::{ask_why_retired, desk, refresh, show};
use crate::domain::offer::{Offer, OfferState};
use crate::report::words;
use crate::text::{Arg, Word, w};

/// Commands that change the catalogue; false when it is none of them.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) -> bool {
    use Command as C;
    if !matches!(command, C::EditOffer | C::NewOffer | C::RetireOffer | C::ReviewedToday | C::VerifiedToday | C::Undo) {
        return false;
    }
    if !can_change(model, command) {
        return true;
    }
    let today = model.today();
    match command {
        C::EditOffer => desk::open(model, false),
        C::NewOffer => desk::open(model, true),
        C::RetireOffer => {
            if current(model).is_some_and(|(_, offer)| offer.state == OfferState::Closed) {
                model.say_word(w("retired-already"));
            } else {
                ask_why_retired(model);
            }
        }
        C::ReviewedToday => change(model, Deed::Review, effects, |offer| {
            // What was due is so no longer; the next time comes as long after this one as it did before.
            if let (Some(last), Some(next)) = (offer.reviewed, offer.next_review.filter(|next| *next <= today)) {
                offer.next_review = Some(today + (next - last)).filter(|next| *next > today);
            }
            offer.reviewed = Some(today);
        }),
        C::VerifiedToday => change(model, Deed::Verify, effects, |offer| {
            offer.unverified = false;
            offer.legal.iter_mut().for_each(|basis| basis.checked = Some(today));
        }),
        _ => take_back(model, effects),
    }
    true
}

/// Whether the catalogue can be changed now. Where it is the one in the program, asks whether to make a folder of it.
fn can_change(model: &mut Model, command: Command) -> bool {
    if model.browser.saving.is_some() {
        model.say_word(w("offer-saving"));
        return false;
    }
    if model.browser.folder.is_some() {
        return true;
    }
    let (safe, act) = (model.t(w("button-leave-built-in")), model.t(w("button-unfold")));
    model.overlays.push(Overlay::Confirm(Confirm::new(Ask::Unfold(command), model.t(w("ask-unfold")), safe, act)));
    false
}

/// Makes a folder of the catalogue in the program, and goes on with what was asked for when it is there.
pub fn unfold(model: &mut Model, then: Command, effects: &mut Vec<Effect>) {
    model.browser.waiting = Some(then);
    effects.push(Effect::Unfold);
}

/// Takes the offer under the cursor out of use, for a reason.
pub fn retire(model: &mut Model, reason: &str, effects: &mut Vec<Effect>) {
    let date = words::short_date(model.today());
    let note = model.text.fmt(w("retired-note"), &[("date", date.into()), ("reason", reason.into())]);
    change(model, Deed::Retire, effects, |offer| {
        offer.state = OfferState::Closed;
        offer.state_note = note;
    });
}

fn change(model: &mut Model, deed: Deed, effects: &mut Vec<Effect>, edit: impl FnOnce(&mut Offer)) {
    let Some((_, before)) = current(model) else { return };
    let before = before.clone();
    let mut offer = before.clone();
    edit(&mut offer);
    if offer == before {
        model.say_word(w("offer-unchanged"));
        return;
    }
    send(model, Some(before), offer, deed, effects);
}

/// The last change made here is taken back, if nobody has changed the offer since.
fn take_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(offer) = model.browser.undo.last().cloned() else { return };
    let before = model.library.offer(&offer.id).cloned();
    send(model, before, offer, Deed::TakeBack, effects);
}

/// Sends an offer to its file.
pub fn send(model: &mut Model, before: Option<Offer>, offer: Offer, deed: Deed, effects: &mut Vec<Effect>) {
    let at = before.as_ref().and_then(|b| model.library.offers.iter().position(|o| o.id == b.id));
    let file = match at.and_then(|at| model.library.origin(at)) {
        Some((file, _)) => file.to_owned(),
        None => super::super::super::browser::desk::new_file(&offer.department, &model.library),
    };
    let moves = before.as_ref().is_some_and(|before| before.department != offer.department);
    let to = moves.then(|| super::super::super::browser::desk::new_file(&offer.department, &model.library));
    let to = to.filter(|to| *to != file);
    model.browser.saving = Some(deed);
    match (&before, deed) {
        (_, Deed::TakeBack) => {}
        (Some(before), _) => model.browser.undo.push(before.clone()),
        (None, _) => {}
    }
    effects.push(Effect::Keep(Box::new(Keep { file, to, before, offer })));
}

/// An offer is on disk.
pub fn kept(model: &mut Model, id: &str, ready: Ready) {
    let deed = model.browser.saving.take();
    let is_new = model.library.offer(id).is_none();
    take_catalog(model, ready);
    if deed == Some(Deed::TakeBack) {
        model.browser.undo.pop();
    }
    model.browser.made = is_new;
    desk::kept(model, id);
    // What is gone through line by line stays filtered as it is, also when the offer no longer belongs there.
    if !matches!(deed, Some(Deed::Review | Deed::Verify)) {
        show(model, id);
    }
    let name = model.library.offer(id).map(|offer| offer.name.clone()).unwrap_or_default();
    let word = match deed {
        Some(Deed::Retire) => w("offer-retired"),
        Some(Deed::Review) => w("offer-reviewed-now"),
        Some(Deed::Verify) => w("offer-verified-now"),
        Some(Deed::TakeBack) => w("offer-taken-back"),
        Some(Deed::Save) | None => w("offer-saved"),
    };
    model.say_fmt(word, &[("name", Arg::from(name))]);
}

/// An offer is not on disk. Nothing was overwritten, and what was typed is still there.
pub fn not_kept(model: &mut Model, why: &KeepTrouble) {
    let deed = model.browser.saving.take();
    if !matches!(deed, Some(Deed::TakeBack) | None) {
        model.browser.undo.pop();
    }
    desk::not_kept(model, why);
    let text = match why {
        KeepTrouble::Changed if model.screen == Screen::Form => model.t(w("keep-changed-form")),
        KeepTrouble::Changed => model.t(w("keep-changed")),
        KeepTrouble::Gone => model.t(w("keep-gone")),
        KeepTrouble::Damaged => model.t(w("keep-damaged")),
        KeepTrouble::Unwritable => model.t(w("keep-unwritable")),
        KeepTrouble::Held(by) => model.text.fmt(w("keep-held"), &[("by", by.as_str().into())]),
        KeepTrouble::Disk(trouble) => {
            let cause = model.t(Word(trouble.word()));
            model.text.fmt(w("keep-disk"), &[("cause", cause.into())])
        }
    };
    model.message = Some(Message { text, trouble: true, stays: false });
}

/// The catalogue was read.
pub fn arrived(model: &mut Model, ready: Ready, effects: &mut Vec<Effect>) {
    take_catalog(model, ready);
    desk::rebase(model);
    let waiting = model.browser.waiting.take();
    if let Some(command) = waiting.filter(|_| model.screen == Screen::Catalog)
        && let Some(folder) = model.browser.folder.clone()
    {
        super::super::run(model, command, effects);
        if model.message.is_none() {
            model.say_fmt(w("unfolded"), &[("folder", Arg::from(folder))]);
        }
    }
}

fn take_catalog(model: &mut Model, ready: Ready) {
    // The place of the offer under the cursor may be another one in the new catalogue.
    let id = current(model).map(|(_, offer)| offer.id.clone());
    model.library = ready.library;
    model.index = ready.index;
    model.browser.folder = ready.folder;
    model.browser.read = true;
    if matches!(model.screen, Screen::Catalog | Screen::Form) {
        model.browser.hits.clear();
        refresh(model);
        if let Some(id) = id {
            super::put_cursor(model, &id);
        }
    }
}
