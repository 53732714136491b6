//! The form of an offer: opened, saved, left. It is worked on as a session is, in a model that holds no meeting.

use std::path::PathBuf;

use super::super::super::browser::desk::{self, Desk};
use super::super::super::browser::{Deed, current};
use super::super::super::model::{Model, Screen, Spot, Work};
use super::super::super::msg::{Effect, KeepTrouble};
use super::super::focus;
use super::keep::send;
use super::refresh;
use crate::domain::offer::Offer;
use crate::domain::session::Session;
use crate::domain::steps::Step;
use crate::text::{Arg, w};

/// Opens the form of the offer under the cursor, or of a new one; a draft that was left is taken up again.
pub fn open(model: &mut Model, new: bool) {
    let before = if new { None } else { current(model).map(|(_, offer)| offer.clone()) };
    if !new && before.is_none() {
        return;
    }
    let same = |desk: &Desk| desk.before.as_ref().map(|o| &o.id) == before.as_ref().map(|o| &o.id);
    if model.browser.kept.as_ref().is_some_and(|(desk, _)| same(desk)) {
        if let Some((desk, work)) = model.browser.kept.take() {
            model.browser.desk = Some(desk);
            model.work = Some(*work);
            model.screen = Screen::Form;
            model.say_word(w("draft-again"));
        }
        return;
    }
    let library = model.library.clone();
    let offer = before.clone().unwrap_or_default();
    let draft = desk::draft(&offer, &library, &model.text, &mut model.rng);
    let first = Spot::Field(draft.id, "name");
    let session = Session { desk: Some(Box::new(draft.clone())), ..Session::default() };
    let mut work = Work::new(session, PathBuf::new(), None, model.now);
    work.step = Step::Offers;
    model.work = Some(work);
    model.browser.desk = Some(Desk { before, opened: draft, leaving: false, sent: None, merge: false });
    model.screen = Screen::Form;
    focus::set(model, first);
}

/// Something in the form is not on disk.
pub fn is_dirty(model: &Model) -> bool {
    let desk = model.browser.desk.as_ref();
    desk.zip(desk::on_screen(model)).is_some_and(|(desk, now)| *now != desk.opened)
}

/// The name of an offer that would be lost if the program ended now.
pub fn unsaved(model: &Model) -> Option<String> {
    let kept = model.browser.kept.as_ref().and_then(|(_, work)| work.session.desk.as_ref());
    let now = desk::on_screen(model).filter(|_| is_dirty(model));
    now.or(kept.map(|draft| &**draft)).map(|draft| draft.name.clone())
}

/// The offer as the form has it now, with what is wrong with saving it.
fn offer_of(model: &Model) -> Option<(Option<Offer>, Offer)> {
    let desk = model.browser.desk.as_ref()?;
    let now = desk::on_screen(model)?;
    let base = desk.before.clone().unwrap_or_default();
    let mut offer = desk::offer(now, &desk.opened, &base, &model.library, &model.text);
    if desk.before.is_none() {
        offer.id = desk::new_id(&offer.name, &model.library);
    }
    Some((desk.before.clone(), offer))
}

/// Sends the form to the disk; says what is missing when it cannot be saved as it is. True when it is on its way.
pub fn save(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    focus::leave_field(model);
    if !is_dirty(model) {
        model.say_word(w("offer-unchanged"));
        return false;
    }
    if model.browser.saving.is_some() {
        model.say_word(w("offer-saving"));
        return false;
    }
    let Some(now) = desk::on_screen(model).cloned() else { return false };
    if now.name.trim().is_empty() {
        focus::set(model, Spot::Field(now.id, "name"));
        model.say_word(w("offer-needs-name"));
        return false;
    }
    if let Some((id, field)) = desk::unread_day(&now) {
        focus::go_to(model, id, Some(field));
        model.say_word(w("offer-needs-day"));
        return false;
    }
    let Some((before, offer)) = offer_of(model) else { return false };
    if let Some(desk) = &mut model.browser.desk {
        desk.sent = Some(now);
    }
    send(model, before, offer, Deed::Save, effects);
    true
}

/// Leaves the form. What was changed is saved first; what cannot be saved as it is waits as a draft.
pub fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    if !is_dirty(model) {
        close(model);
        return;
    }
    if save(model, effects) {
        if let Some(desk) = &mut model.browser.desk {
            desk.leaving = true;
        }
    } else if model.browser.saving.is_none() {
        let why = model.message.take().map(|m| m.text).unwrap_or_default();
        if let (Some(desk), Some(work)) = (model.browser.desk.take(), model.work.take()) {
            model.browser.kept = Some((desk, Box::new(work)));
        }
        close(model);
        model.say_fmt(w("draft-kept"), &[("why", Arg::from(why))]);
    }
}

fn close(model: &mut Model) {
    model.browser.desk = None;
    model.work = None;
    model.screen = Screen::Catalog;
    refresh(model);
}

/// The form's offer is on disk: from now on that is what it is compared with.
pub fn kept(model: &mut Model, id: &str) {
    let offer = model.library.offer(id).cloned();
    let Some(desk) = &mut model.browser.desk else { return };
    let Some(sent) = desk.sent.take() else { return };
    desk.before = offer;
    desk.opened = sent;
    if desk.leaving {
        desk.leaving = false;
        if !is_dirty(model) {
            close(model);
        }
    }
}

/// The form stays as it is.
pub fn not_kept(model: &mut Model, why: &KeepTrouble) {
    if let Some(desk) = &mut model.browser.desk {
        desk.leaving = false;
        desk.sent = None;
        desk.merge = *why == KeepTrouble::Changed;
    }
}

/// After somebody else changed the offer: the next saving puts what was changed here onto what they wrote.
pub fn rebase(model: &mut Model) {
    if let Some(desk) = &mut model.browser.desk
        && desk.merge
        && let Some(before) = &desk.before
    {
        desk.before = model.library.offer(&before.id).cloned();
        desk.merge = false;
    }
}

/// The system ends the program: what can be saved is sent on its way.
pub fn rescue(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.screen == Screen::Form && is_dirty(model) && model.browser.folder.is_some() {
        save(model, effects);
    }
}
