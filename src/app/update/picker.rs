//! The picker of offers: search while typing, narrow, add several in one go, note what is missing.

use super::super::command::Command;
use super::super::fit;
use super::super::model::{Model, Screen};
use super::super::overlay::{Overlay, Part, Picker};
use super::{edit, focus, records};
use crate::catalog::fit::Verdict;
use crate::catalog::search::{Filter, Hit};
use crate::catalog::suggest::suggestions;
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::Manner;
use crate::domain::offer::Offer;
use crate::domain::record::{Audience, Id, RecordType};
use crate::domain::session::{MissingOffer, PickedOffer};
use crate::domain::steps::Step;
use crate::text::{Arg, w};

/// More than anyone reads; the whole of a large catalogue when nothing is typed yet.
const MOST: usize = 20_000;

/// Opens the picker with the whole list.
pub fn open(model: &mut Model) {
    if matches!(model.overlays.last(), Some(Overlay::Picker(_))) {
        return;
    }
    focus::leave_field(model);
    let mut picker = Picker::default();
    search(model, &mut picker);
    model.overlays.push(Overlay::Picker(picker));
}

/// So many hits before and behind the cursor are explained at a time.
const AROUND: usize = 150;
/// More lines than a screen shows before or behind the cursor.
const IN_SIGHT: usize = 75;

fn search(model: &Model, picker: &mut Picker) {
    picker.cursor = 0;
    find(model, picker);
}

fn find(model: &Model, picker: &mut Picker) {
    picker.explained = picker.cursor.saturating_sub(AROUND)..picker.cursor + AROUND;
    picker.hits = model.index.search_explaining(&picker.query, MOST, picker.explained.clone(), &picker.filter);
    if picker.listed != model.home.sessions.len() {
        picker.listed = model.home.sessions.len();
        picker.before = fit::before(model);
    }
    picker.suggested.clear();
    if picker.query.trim().is_empty() {
        suggest(model, picker);
    }
}

/// Lists first what goes with the approach and the cards. What is not suggested keeps its order.
fn suggest(model: &Model, picker: &mut Picker) {
    let Some(work) = &model.work else { return };
    let known = fit::known(model);
    let fits = |offer: &Offer| {
        known.as_ref().is_none_or(|known| fit::of(model, offer, known).verdict() != Verdict::DoesNotFit)
    };
    // What the screen may show decides: on a projected screen the order tells nothing of the preparation.
    picker.suggested = suggestions(&model.library, &work.seen, fits);
    picker.suggested.retain(|suggestion| picker.hits.iter().any(|hit| hit.offer == suggestion.offer));
    let place = |hit: &Hit| picker.suggested.iter().position(|s| s.offer == hit.offer).unwrap_or(usize::MAX);
    picker.hits.sort_by_key(place);
}

/// Explains the hits in sight when the cursor has come to others.
fn explain(model: &mut Model) {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return };
    let (at, known) = (picker.cursor, &picker.explained);
    let is_known = at.saturating_sub(IN_SIGHT) >= known.start && (at + IN_SIGHT).min(picker.hits.len()) <= known.end;
    if is_known {
        return;
    }
    let Some(Overlay::Picker(mut picker)) = model.overlays.pop() else { return };
    find(model, &mut picker);
    model.overlays.push(Overlay::Picker(picker));
}

/// Works on the open picker and searches anew.
fn again(model: &mut Model, change: impl FnOnce(&Model, &mut Picker)) {
    let Some(Overlay::Picker(mut picker)) = model.overlays.pop() else { return };
    change(model, &mut picker);
    search(model, &mut picker);
    model.overlays.push(Overlay::Picker(picker));
}

/// Text typed into the search.
pub fn typed(model: &mut Model, input: &str) {
    let input = super::super::editor::clean(input, false);
    let filter = matches!(model.overlays.last(), Some(Overlay::Picker(p)) if p.part != Part::Search);
    if filter && input == " " {
        command(model, Command::Toggle);
        return;
    }
    again(model, |_, picker| {
        picker.part = Part::Search;
        picker.query.push_str(&input);
    });
}

/// Commands in the picker.
pub fn command(model: &mut Model, command: Command) {
    act(model, command);
    explain(model);
}

fn act(model: &mut Model, command: Command) {
    let Some(Overlay::Picker(picker)) = model.overlays.last_mut() else { return };
    let last = picker.hits.len().saturating_sub(1);
    let part = picker.part;
    match command {
        Command::Up => picker.cursor = picker.cursor.saturating_sub(1),
        Command::Down => picker.cursor = (picker.cursor + 1).min(last),
        Command::PageUp => picker.cursor = picker.cursor.saturating_sub(10),
        Command::PageDown => picker.cursor = (picker.cursor + 10).min(last),
        Command::First => picker.cursor = 0,
        Command::Last => picker.cursor = last,
        Command::NextField => {
            picker.part = match part {
                Part::Search => Part::Department,
                Part::Department => Part::Theme,
                Part::Theme => Part::Search,
            }
        }
        Command::PreviousField => {
            picker.part = match part {
                Part::Search => Part::Theme,
                Part::Department => Part::Search,
                Part::Theme => Part::Department,
            }
        }
        Command::Left | Command::Right if part != Part::Search => {
            let by = if command == Command::Right { 1 } else { -1 };
            again(model, |model, picker| narrow(model, &mut picker.filter, part, by));
        }
        Command::Toggle if part == Part::Search => typed(model, " "),
        Command::Toggle => again(model, |model, picker| narrow(model, &mut picker.filter, part, 1)),
        Command::Backspace => again(model, |_, picker| {
            picker.query.pop();
        }),
        Command::WordBackspace | Command::CutLine => again(model, |_, picker| picker.query.clear()),
        Command::Paste => {
            let clip = model.clip.clone();
            typed(model, &clip);
        }
        Command::Activate => add(model),
        Command::Remove => take_back(model),
        Command::Back => {
            if picker.is_whole() {
                close(model);
            } else {
                again(model, |_, picker| *picker = Picker::default());
            }
        }
        _ => {}
    }
}

/// The next department or theme, with "all" as one of them.
fn narrow(model: &Model, filter: &mut Filter, part: Part, by: isize) {
    let municipality = &model.library.municipality;
    let (list, now) = match part {
        Part::Department => (&municipality.departments, &mut filter.department),
        Part::Theme => (&municipality.themes, &mut filter.theme),
        Part::Search => return,
    };
    let at = now.as_ref().and_then(|key| list.iter().position(|n| n.key == *key)).map_or(0, |at| at + 1);
    let all = list.len() + 1;
    let next = (at + all).checked_add_signed(by).map_or(0, |n| n % all);
    *now = next.checked_sub(1).and_then(|at| list.get(at)).map(|n| n.key.clone());
}

fn close(model: &mut Model) {
    model.overlays.pop();
    if model.screen != Screen::Work {
        return;
    }
    let newest = model.work.as_ref().filter(|w| w.step == Step::Offers).and_then(|w| w.seen.offers.last());
    if let Some((id, field)) = newest.map(|o| (o.id, wants_a_word(o).then_some("despite"))) {
        focus::go_to(model, id, field);
    }
}

/// Something stands against it and nobody has said yet why it was picked all the same.
fn wants_a_word(pick: &PickedOffer) -> bool {
    !pick.misfits.is_empty() && pick.despite.trim().is_empty()
}

/// The offer under the cursor.
fn current(model: &Model) -> Option<&crate::domain::offer::Offer> {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return None };
    model.library.offers.get(picker.hits.get(picker.cursor)?.offer)
}

/// Adds the offer under the cursor; the picker stays, so that several go in one go.
fn add(model: &mut Model) {
    if model.work.is_none() {
        return;
    }
    let Some(offer) = current(model).cloned() else {
        // What is missing is noted by its own key only: Enter is pressed before one has read that nothing was found.
        let typed = matches!(model.overlays.last(), Some(Overlay::Picker(p)) if !p.query.trim().is_empty());
        model.say_word(if typed { w("nothing-found-note") } else { w("nothing-found") });
        return;
    };
    let name = offer.name.clone();
    let picked = model.work.as_ref().and_then(|w| w.session.offers.iter().find(|o| o.offer.id == offer.id));
    if picked.is_some() {
        model.say_fmt(w("already-picked"), &[("name", Arg::from(name))]);
        return;
    }
    let open = offer.access == Some(crate::domain::offer::Access::Open);
    let authority = match offer.authority.trim() {
        _ if open => String::new(),
        "" => model.library.department_name(&offer.department).to_owned(),
        authority => authority.to_owned(),
    };
    let mut record = PickedOffer {
        id: Id::draw(&mut model.rng),
        seen_by: records::audience(model, Slot::Offers),
        authority,
        picked_on: Some(model.today()),
        offer,
        ..PickedOffer::default()
    };
    let fit = model.work.as_ref().map(|work| fit::of_pick(model, work, &record)).unwrap_or_default();
    record.misfits = fit::misfits(model, &fit);
    // On a projected screen the offer is picked without a word about what stands against it.
    let verdict = model.work.as_ref().filter(|w| w.seen.audience >= Audience::Staff && wants_a_word(&record));
    let verdict = verdict.map(|_| crate::report::fit::verdict(&model.text, &fit));
    if records::insert(model, Slot::Offers, record.wrap(), false).is_some() {
        match verdict {
            Some(verdict) => {
                model.say_fmt(w("picked-misfit"), &[("name", Arg::from(name)), ("verdict", Arg::from(verdict))]);
            }
            None => model.say_fmt(w("picked"), &[("name", Arg::from(name))]),
        }
    }
}

/// Takes the offer under the cursor out of the picked ones again.
fn take_back(model: &mut Model) {
    let id = current(model).map(|o| o.id.clone());
    let picked = model.work.as_ref().zip(id).and_then(|(w, id)| w.session.offers.iter().find(|o| o.offer.id == id));
    let Some((id, name)) = picked.map(|o| (o.id, o.offer.name.clone())) else { return };
    if edit::change(model, vec![Edit::Remove(id)], Manner::Step) {
        model.say_fmt(w("removed"), &[("title", Arg::from(name))]);
    }
}

/// Notes what was searched for as a missing offer, with the filters as its theme and department. False when no picker is
/// open or nothing was typed.
pub fn note_missing(model: &mut Model) -> bool {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return false };
    let what = picker.query.trim().to_owned();
    if what.is_empty() {
        return false;
    }
    let theme = picker.filter.theme.as_deref().map(|key| model.library.theme_name(key).to_owned());
    let department = picker.filter.department.as_deref().map(|key| model.library.department_name(key).to_owned());
    let record = MissingOffer {
        id: Id::draw(&mut model.rng),
        what: what.clone(),
        theme: theme.unwrap_or_default(),
        department: department.unwrap_or_default(),
        noted_on: Some(model.today()),
        ..MissingOffer::default()
    };
    let id = record.id;
    if records::insert(model, Slot::Missing, record.wrap(), false).is_none() {
        return true;
    }
    model.overlays.pop();
    // On a projected screen the list of what was missing is closed: the note has to wait, the fact is kept.
    if model.work.as_ref().is_some_and(|w| w.seen.record(id).is_some()) {
        focus::remember(model);
        focus::go_to(model, id, Some("note"));
    }
    model.say_fmt(w("missing-noted"), &[("what", Arg::from(what))]);
    true
}
