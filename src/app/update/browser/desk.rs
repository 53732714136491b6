//! The form of an offer: opened, saved, left. It is worked on as a session is, in a model that holds no meeting.

use std::path::PathBuf;

use super::super::super::browser::desk::{self, Desk};
use super::super::super::browser::{Deed, current};
use super::super::super::model::{Model, Screen, Spot, Work};
use super::super::super::msg::{Effect, KeepTrouble};
use super::super::super::overlay::{Ask, Confirm, Overlay};
use super::super::super::wrap::clip;
use super::super::{edit, focus};
use super::keep::send;
use super::refresh;
use crate::domain::draft::{OfferDraft, OfferLaw};
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::Manner;
use crate::domain::offer::Offer;
use crate::domain::record::{RecordType, Recorded};
use crate::domain::session::Session;
use crate::domain::steps::Step;
use crate::report::show::Shower;
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
    model.browser.desk = Some(Desk::new(before, draft));
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

/// What came of wanting to save the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It is on its way to the disk.
    Sent,
    /// Something has to be answered first.
    Asked,
    /// It cannot be saved as it is; why was said.
    Refused,
}

/// Sends the form to the disk; says what is missing when it cannot be saved as it is, and asks where somebody else changed
/// the same field.
pub fn save(model: &mut Model, effects: &mut Vec<Effect>) -> Sending {
    focus::leave_field(model);
    if !is_dirty(model) {
        model.say_word(w("offer-unchanged"));
        return Sending::Refused;
    }
    if model.browser.saving.is_some() {
        model.say_word(w("offer-saving"));
        return Sending::Refused;
    }
    let Some(now) = desk::on_screen(model).cloned() else { return Sending::Refused };
    if now.name.trim().is_empty() {
        focus::set(model, Spot::Field(now.id, "name"));
        model.say_word(w("offer-needs-name"));
        return Sending::Refused;
    }
    if let Some((id, field)) = desk::unread_day(&now) {
        focus::go_to(model, id, Some(field));
        model.say_word(w("offer-needs-day"));
        return Sending::Refused;
    }
    if ask_which(model, &now) {
        return Sending::Asked;
    }
    let Some((before, offer)) = offer_of(model) else { return Sending::Refused };
    if let Some(desk) = &mut model.browser.desk {
        desk.sent = Some(now);
    }
    send(model, before, offer, Deed::Save, effects);
    Sending::Sent
}

/// The most of a text that a question shows.
const SHOWN: usize = 240;

/// Asks which of two texts shall stand in the first field both changed; false when there is none.
fn ask_which(model: &mut Model, now: &OfferDraft) -> bool {
    let Some((desk, work)) = model.browser.desk.as_ref().zip(model.work.as_ref()) else { return false };
    let (Some(name), Some(theirs)) = (desk.clashes.first().copied(), &desk.theirs) else { return false };
    let show = Shower { text: &model.text, seen: &work.seen };
    let field = now.field(name);
    let said = |draft: &OfferDraft| {
        let text = match field {
            Some(field) => field.read(draft).map(|value| show.value(field, &value)).unwrap_or_default(),
            None => draft.laws.iter().map(|law| show.title(law)).collect::<Vec<_>>().join(", "),
        };
        if text.trim().is_empty() { "–".to_owned() } else { clip(&text, SHOWN) }
    };
    let label = field.map_or_else(|| model.t(w("section-laws")), |field| show.label(field));
    let args = [("field", Arg::from(label)), ("theirs", Arg::from(said(theirs))), ("mine", Arg::from(said(now)))];
    let question = model.text.fmt(w("ask-clash"), &args);
    let (safe, act) = (model.t(w("button-edit-on")), model.t(w("button-mine")));
    let also = Some(model.t(w("button-theirs")));
    model.overlays.push(Overlay::Confirm(Confirm { also, ..Confirm::new(Ask::Clash(name), question, safe, act) }));
    true
}

/// One of the two texts was chosen; on to the next field, and when there is none, to the disk.
pub fn chosen(model: &mut Model, name: &'static str, take_theirs: bool, effects: &mut Vec<Effect>) {
    let now = desk::on_screen(model).cloned();
    let Some((desk, now)) = model.browser.desk.as_mut().zip(now) else { return };
    desk.clashes.retain(|clash| *clash != name);
    if let Some(theirs) = desk.theirs.as_ref().filter(|_| take_theirs) {
        let value = theirs.field(name).and_then(|field| field.read(theirs));
        let edits = match value {
            Some(value) => vec![Edit::Set { id: now.id, field: name, value }],
            None => {
                let mine = now.laws.iter().map(|law| Edit::Remove(law.id));
                let insert = |(at, law): (usize, &OfferLaw)| Edit::Insert {
                    slot: Slot::Laws,
                    at,
                    record: Box::new(law.clone().wrap()),
                };
                mine.chain(theirs.laws.iter().enumerate().map(insert)).collect()
            }
        };
        edit::change(model, edits, Manner::Step);
    }
    save(model, effects);
}

/// Leaves the form. What was changed is saved first; what cannot be saved as it is waits as a draft. Whether a new offer
/// shall be one at all is asked.
pub fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    if !is_dirty(model) {
        close(model);
        return;
    }
    let new = model.browser.desk.as_ref().is_some_and(|desk| desk.before.is_none());
    if new && model.browser.saving.is_none() {
        let name = desk::on_screen(model).map(|draft| draft.name.trim().to_owned()).unwrap_or_default();
        let question = model.text.fmt(w("ask-new-offer"), &[("name", Arg::from(name))]);
        let (safe, act) = (model.t(w("button-edit-on")), model.t(w("button-drop-offer")));
        let also = Some(model.t(w("button-save-offer")));
        model.overlays.push(Overlay::Confirm(Confirm { also, ..Confirm::new(Ask::NewOffer, question, safe, act) }));
        return;
    }
    save_and_leave(model, effects);
}

/// Saves and leaves; what cannot be saved as it is waits as a draft.
pub fn save_and_leave(model: &mut Model, effects: &mut Vec<Effect>) {
    match save(model, effects) {
        Sending::Sent => {
            if let Some(desk) = &mut model.browser.desk {
                desk.leaving = true;
            }
        }
        Sending::Refused if model.browser.saving.is_none() => {
            let why = model.message.take().map(|m| m.text).unwrap_or_default();
            if let (Some(desk), Some(work)) = (model.browser.desk.take(), model.work.take()) {
                model.browser.kept = Some((desk, Box::new(work)));
            }
            close(model);
            model.say_fmt(w("draft-kept"), &[("why", Arg::from(why))]);
        }
        Sending::Refused | Sending::Asked => {}
    }
}

/// Leaves the form and keeps nothing of it.
pub fn drop(model: &mut Model) {
    close(model);
    model.say_word(w("offer-dropped"));
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

/// After somebody else changed the offer: the next saving puts what was changed here onto what they wrote. Where both
/// changed a field, it is asked first.
pub fn rebase(model: &mut Model) {
    let library = model.library.clone();
    let Some(now) = desk::on_screen(model).cloned() else { return };
    let Some(desk) = model.browser.desk.as_mut().filter(|desk| desk.merge) else { return };
    desk.merge = false;
    let Some(theirs) = desk.before.as_ref().and_then(|before| library.offer(&before.id)).cloned() else { return };
    let form = desk::draft(&theirs, &library, &model.text, &mut model.rng);
    desk.clashes = desk::clashes(&now, &desk.opened, &form);
    desk.theirs = Some(form);
    desk.before = Some(theirs);
}

/// The system ends the program: what can be saved is sent on its way.
pub fn rescue(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.screen == Screen::Form && is_dirty(model) && model.browser.folder.is_some() {
        save(model, effects);
    }
}
