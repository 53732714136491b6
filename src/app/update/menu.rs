//! Lists, questions and single lines on top of the screen.

use super::super::command::Command;
use super::super::context::field;
use super::super::keeping::Keeping;
use super::super::model::{Model, Work};
use super::super::msg::Effect;
use super::super::overlay::{Ask, Button, Item, Menu, Overlay, Pick, Prompt, Wanted};
use super::{browser, edit, files, home, keeping, meeting, records, run};
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::Manner;
use crate::domain::record::{Field, Id, Kind, Suggest, Target, Value};
use crate::domain::start;
use crate::report::show::Shower;
use crate::report::words;
use crate::text::{Word, w};

/// Commands in a list or a line.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if matches!(model.overlays.last(), Some(Overlay::Prompt(_))) {
        in_prompt(model, command, effects);
        return;
    }
    let Some(Overlay::Menu(menu)) = model.overlays.last_mut() else { return };
    let last = menu.shown().len().saturating_sub(1);
    match command {
        Command::Up => menu.cursor = menu.cursor.checked_sub(1).unwrap_or(last),
        Command::Down => menu.cursor = if menu.cursor >= last { 0 } else { menu.cursor + 1 },
        Command::PageUp => menu.cursor = menu.cursor.saturating_sub(10),
        Command::PageDown => menu.cursor = (menu.cursor + 10).min(last),
        Command::First => menu.cursor = 0,
        Command::Last => menu.cursor = last,
        Command::Backspace => {
            menu.query.pop();
            menu.cursor = 0;
        }
        // In a list of several, Enter keeps what is marked and closes.
        Command::Activate if menu.marked => {
            model.overlays.pop();
        }
        Command::Activate => {
            choose(model, effects);
            if matches!(model.overlays.last(), Some(Overlay::Menu(menu)) if menu.marked) {
                model.overlays.pop();
            }
        }
        Command::Toggle => {
            // A filter that is marked shows at once what the others would leave then.
            let filters = matches!(menu.current().map(|i| &i.pick), Some(Pick::Filter(..) | Pick::NoFilter));
            let (query, cursor) = (menu.query.clone(), menu.cursor);
            choose(model, effects);
            if filters {
                browser::open_filters(model, &query, cursor);
            }
        }
        Command::Back if !menu.query.is_empty() => menu.query.clear(),
        Command::Back => {
            model.overlays.pop();
        }
        _ => {}
    }
}

fn choose(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Menu(menu)) = model.overlays.last_mut() else { return };
    let shown = menu.shown();
    let Some(item) = shown.get(menu.cursor).and_then(|at| menu.items.get_mut(*at)) else { return };
    if let Some(why) = item.off.clone() {
        model.say(why);
        return;
    }
    if item.pick == Pick::Mark {
        item.marked = item.marked.map(|m| !m);
        menu.marked = true;
        put_marks(model);
        return;
    }
    let (pick, field) = (item.pick.clone(), menu.field);
    model.overlays.pop();
    match pick {
        Pick::Nothing | Pick::Mark => {}
        Pick::Run(command) => run(model, command, effects),
        Pick::New(group) => home::create(model, group, effects),
        Pick::Put(value) => {
            if let Some((id, name)) = field {
                edit::set(model, id, name, value, Manner::Step);
                if let Some(work) = &mut model.work {
                    let end = super::focus::text_of(work).map(|t| t.len()).unwrap_or_default();
                    work.cursor = super::super::editor::Cursor { at: end, ..Default::default() };
                }
            }
        }
        Pick::Role(at) => records::add_role(model, at),
        Pick::Agenda(at) => take_agenda(model, at),
        Pick::Version(version) => {
            let file = model.work.as_ref().map(|work| work.file.clone());
            effects.extend(file.map(|file| Effect::Keeping(Keeping::Read { file, version })));
        }
        Pick::Filter(facet, value) => browser::filter(model, facet, value),
        Pick::NoFilter => browser::no_filter(model),
        Pick::Order(order) => browser::order(model, order),
        Pick::Offer(id) => browser::jump(model, &id),
    }
}

/// Several choices: what is marked is in the session at once.
fn put_marks(model: &mut Model) {
    let Some(Overlay::Menu(menu)) = model.overlays.last() else { return };
    let Some((id, name)) = menu.field else { return };
    let marked: Vec<usize> =
        menu.items.iter().enumerate().filter(|(_, i)| i.marked == Some(true)).map(|(at, _)| at).collect();
    let Some(work) = &model.work else { return };
    let Some(field) = work.session.record(id).and_then(|r| r.field(name)) else { return };
    let value = match field.kind {
        Kind::Many(_) => Value::Many(marked.iter().filter_map(|at| u8::try_from(*at).ok()).collect()),
        Kind::Refs(target) => {
            let ids = targets(work, target);
            // What the screen may not show stays as it was.
            let before = work.session.value(id, name);
            let hidden = match before {
                Some(Value::Refs(given)) => given.into_iter().filter(|id| !ids.contains(id)).collect(),
                _ => vec![],
            };
            let marked = marked.iter().filter_map(|at| ids.get(*at).copied());
            Value::Refs(marked.chain(hidden).collect())
        }
        _ => return,
    };
    edit::set(model, id, name, value, Manner::Step);
}

/// What a reference can point to, as far as the screen may show it.
fn targets(work: &Work, target: Target) -> Vec<Id> {
    let session = &work.seen;
    match target {
        Target::Participants => session.participants.iter().map(|p| p.id).collect(),
        Target::Goals => session.goals.iter().map(|g| g.id).collect(),
        Target::Offers => session.offers.iter().map(|o| o.id).collect(),
        Target::Members => session.citizen.members.iter().map(|m| m.id).collect(),
    }
}

fn plain(text: String, pick: Pick) -> Item {
    Item { text, detail: String::new(), pick, marked: None, off: None }
}

/// Opens the list of what the field under the focus can hold.
pub fn open_choices(model: &mut Model) {
    let Some(work) = &model.work else { return };
    let Some((id, field)) = field(work) else { return };
    let Some(value) = work.session.value(id, field.name) else { return };
    let items = items(model, work, field, &value);
    if items.is_empty() {
        model.say_word(w("nothing-to-choose"));
        return;
    }
    let title = model.t(Word(field.word));
    let mut menu = Menu::new(title, items);
    menu.field = Some((id, field.name));
    let current = |item: &Item| matches!(&item.pick, Pick::Put(v) if *v == value);
    menu.cursor = menu.items.iter().position(current).unwrap_or_default();
    model.overlays.push(Overlay::Menu(menu));
}

fn items(model: &Model, work: &Work, field: &'static Field, value: &Value) -> Vec<Item> {
    let show = Shower { text: &model.text, seen: &work.seen };
    let unknown = || plain(model.t(w("unknown")), Pick::Put(Value::Choice(None)));
    match (field.kind, value) {
        (Kind::Choice(words, optional), _) => {
            let all = (0..).zip(words).map(|(at, key)| plain(model.t(Word(key)), Pick::Put(Value::Choice(Some(at)))));
            optional.then(unknown).into_iter().chain(all).collect()
        }
        (Kind::Many(words), Value::Many(given)) => (0..)
            .zip(words)
            .map(|(at, key)| Item { marked: Some(given.contains(&at)), ..plain(model.t(Word(key)), Pick::Mark) })
            .collect(),
        (Kind::Ref(target), _) => {
            let nobody = plain(model.t(w("none-chosen")), Pick::Put(Value::Ref(None)));
            let all = targets(work, target).into_iter();
            let all = all.map(|id| plain(show.name(id), Pick::Put(Value::Ref(Some(id)))));
            std::iter::once(nobody).chain(all).collect()
        }
        (Kind::Refs(target), Value::Refs(given)) => targets(work, target)
            .into_iter()
            .map(|id| Item { marked: Some(given.contains(&id)), ..plain(show.name(id), Pick::Mark) })
            .collect(),
        (Kind::Line(Some(list)), Value::Text(now)) if is_list(list) => suggestions(model, work, list)
            .into_iter()
            .map(|(name, detail)| {
                let (text, there) = with_or_without(now, if detail.is_empty() { &name } else { &detail });
                Item { detail, marked: Some(there), ..plain(name, Pick::Put(Value::Text(text))) }
            })
            .collect(),
        (Kind::Line(Some(list)) | Kind::Long(Some(list)), _) => suggestions(model, work, list)
            .into_iter()
            .map(|(text, detail)| Item { detail, ..plain(text.clone(), Pick::Put(Value::Text(text))) })
            .collect(),
        _ => vec![],
    }
}

/// Lists with commas between: choosing adds to what is there, or takes away.
fn is_list(list: Suggest) -> bool {
    matches!(list, Suggest::ThemeList | Suggest::BenefitList | Suggest::AreaList | Suggest::OfferList)
}

/// A list with one part more, or without it where it was there, which the second value tells.
fn with_or_without(list: &str, part: &str) -> (String, bool) {
    let mut parts: Vec<&str> = list.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
    let there = parts.contains(&part);
    if there {
        parts.retain(|p| *p != part);
    } else {
        parts.push(part);
    }
    (parts.join(", "), there)
}

/// Words a text field offers, each with something to tell it by.
fn suggestions(model: &Model, work: &Work, list: Suggest) -> Vec<(String, String)> {
    let municipality = &model.library.municipality;
    let names = |named: &[crate::domain::template::Named]| {
        named.iter().map(|n| (n.name.clone(), String::new())).collect::<Vec<_>>()
    };
    match list {
        Suggest::Departments => names(&municipality.departments),
        Suggest::Themes | Suggest::ThemeList => names(&municipality.themes),
        Suggest::Benefits | Suggest::BenefitList => names(&municipality.benefits),
        Suggest::Areas | Suggest::AreaList => names(&municipality.areas),
        Suggest::Laws => municipality.laws.iter().map(|n| (n.key.clone(), n.name.clone())).collect(),
        Suggest::OfferList => model.library.offers.iter().map(|o| (o.name.clone(), o.id.clone())).collect(),
        Suggest::CaseSystems => names(&municipality.case_systems),
        Suggest::Functions => model.library.common.roles.iter().map(|r| (r.function.clone(), String::new())).collect(),
        Suggest::People => {
            let people = work.seen.participants.iter().map(|p| (words::person(p).to_owned(), p.function.clone()));
            people.filter(|(name, _)| !name.is_empty()).collect()
        }
        Suggest::Purposes => home::template(model, records::group(model))
            .map(|t| t.purposes.iter().map(|p| (p.text.clone(), p.name.clone())).collect())
            .unwrap_or_default(),
        Suggest::Plans => {
            use crate::domain::choices::SectorPlan;
            use crate::domain::record::Choice;
            SectorPlan::WORDS.iter().map(|key| (model.t(Word(key)), String::new())).collect()
        }
    }
}

/// Roles that can be added, those nobody has yet first.
pub fn open_roles(model: &mut Model) {
    let Some(work) = &model.work else { return };
    let taken = |key: &str| work.session.participants.iter().any(|p| p.role == key);
    let mut items: Vec<Item> = model
        .library
        .common
        .roles
        .iter()
        .enumerate()
        .map(|(at, role)| {
            let detail = if taken(&role.key) { model.t(w("role-taken")) } else { String::new() };
            Item { detail, ..plain(role.function.clone(), Pick::Role(at)) }
        })
        .collect();
    items.sort_by_key(|i| !i.detail.is_empty());
    let title = model.t(w("menu-roles"));
    model.overlays.push(Overlay::Menu(Menu::new(title, items)));
}

/// Ready-made agendas.
pub fn open_agendas(model: &mut Model) {
    let items = home::template(model, records::group(model))
        .map(|t| {
            let agendas = t.agendas.iter().enumerate();
            agendas
                .map(|(at, agenda)| {
                    let minutes = i64::from(agenda.minutes);
                    let text = model
                        .text
                        .fmt(w("agenda-choice"), &[("minutes", minutes.into()), ("items", agenda.items.len().into())]);
                    plain(text, Pick::Agenda(at))
                })
                .collect()
        })
        .unwrap_or_default();
    let title = model.t(w("menu-agendas"));
    model.overlays.push(Overlay::Menu(Menu::new(title, items)));
}

/// Takes a ready-made agenda in place of the one that stands there; one undo brings that back.
fn take_agenda(model: &mut Model, at: usize) {
    let library = model.library.clone();
    let group = records::group(model);
    let Some(agenda) = library.template(group).and_then(|t| t.agendas.get(at)) else { return };
    let items = start::agenda_items(agenda, &mut model.rng);
    let Some(work) = &model.work else { return };
    let mut edits: Vec<Edit> = work.session.agenda.iter().map(|i| Edit::Remove(i.id)).collect();
    for (at, item) in items.into_iter().enumerate() {
        let record = Box::new(crate::domain::record::RecordType::wrap(item));
        edits.push(Edit::Insert { slot: Slot::Agenda, at, record });
    }
    let id = work.session.head.id;
    edits.push(Edit::Set { id, field: "minutes", value: Value::Number(Some(u32::from(agenda.minutes))) });
    edit::change(model, edits, Manner::Step);
}

/// Asks why a closed session is corrected.
pub fn ask_reason(model: &mut Model) {
    let text = model.t(w("ask-reason"));
    model.overlays.push(Overlay::Prompt(Prompt { wanted: Wanted::Reason, text, typed: String::new() }));
}

fn in_prompt(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(Overlay::Prompt(prompt)) = model.overlays.last_mut() else { return };
    match command {
        Command::Backspace => {
            prompt.typed.pop();
        }
        Command::Toggle => prompt.typed.push(' '),
        Command::Back => {
            model.overlays.pop();
        }
        Command::Activate => {
            let (wanted, typed) = (prompt.wanted, prompt.typed.trim().to_owned());
            if typed.is_empty() {
                let needed = if wanted == Wanted::Reason { w("reason-needed") } else { w("path-needed") };
                model.say_word(needed);
                return;
            }
            model.overlays.pop();
            match wanted {
                Wanted::Reason => edit::begin_correction(model, typed),
                Wanted::Path => keeping::elsewhere(model, typed, effects),
                Wanted::Retired => browser::keep::retire(model, &typed, effects),
            }
        }
        _ => {}
    }
}

/// Commands in a question with buttons.
pub fn confirm(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(Overlay::Confirm(confirm)) = model.overlays.last_mut() else { return };
    match command {
        Command::Right | Command::NextField | Command::Down => confirm.turn(true),
        Command::Left | Command::PreviousField | Command::Up => confirm.turn(false),
        Command::Back => {
            model.overlays.pop();
        }
        Command::Activate | Command::Toggle => {
            // What is only shown comes back to the question, with the safe button first.
            let at = std::mem::take(&mut confirm.at);
            if let (Button::Also, Ask::Delete(file)) = (at, &confirm.ask) {
                effects.push(Effect::Journal(file.clone()));
                return;
            }
            let ask = confirm.ask.clone();
            model.overlays.pop();
            match (at, &ask) {
                (Button::Also, Ask::Clash(field)) => return browser::desk::chosen(model, field, true, effects),
                (Button::Also, Ask::NewOffer) => return browser::desk::save_and_leave(model, effects),
                (Button::Safe | Button::Also, _) => return,
                (Button::Act, _) => {}
            }
            match ask {
                Ask::Delete(file) => effects.push(Effect::Delete(file)),
                Ask::Close => meeting::close_now(model),
                Ask::QuitUnsaved => files::quit_now(model, effects),
                Ask::TakeOver(file) => effects.push(Effect::Keeping(Keeping::TakeOver(file))),
                Ask::Restore { version, session } => keeping::restore(model, &version, &session, effects),
                Ask::OpenCopy { file, version } => {
                    effects.push(Effect::Keeping(Keeping::OpenCopy { file, version }));
                }
                Ask::EndForgotten => keeping::end_forgotten(model),
                Ask::Unfold(then) => browser::keep::unfold(model, then, effects),
                Ask::Clash(field) => browser::desk::chosen(model, field, false, effects),
                Ask::NewOffer => browser::desk::drop(model),
            }
        }
        _ => {}
    }
}
