//! The catalogue on screen: search while typing, filters, order, one offer, two offers, what belongs together.

pub mod desk;
pub mod keep;

use super::super::browser::sheet;
use super::super::browser::{View, compared, current, facet_name, order_name, value_name};
use super::super::command::Command;
use super::super::model::{Model, Screen};
use super::super::msg::Effect;
use super::super::overlay::{Item, Menu, Overlay, Pick, Prompt, Wanted};
use super::document;
use crate::catalog::browse::{self, Facet, Filters, Order, Tie, Value};
use crate::catalog::search::Hit;
use crate::report::offer;
use crate::text::{Arg, w};

/// More than anyone reads; the whole of a large catalogue when nothing is typed yet.
const MOST: usize = 20_000;
/// So many hits before and behind the cursor are explained at a time.
const AROUND: usize = 150;
/// More lines than a screen shows before or behind the cursor.
const IN_SIGHT: usize = 75;

/// Shows the catalogue.
pub fn enter(model: &mut Model) {
    model.screen = Screen::Catalog;
    model.browser.view = View::List;
    search(model);
}

/// Every offer the query finds, whatever the filters.
fn found(model: &Model) -> Vec<Hit> {
    model.index.search_where(&model.browser.query, MOST, 0..0, &|_| true)
}

/// Searches anew, with the cursor on the best hit.
pub fn search(model: &mut Model) {
    let today = model.today();
    let (library, browser) = (&model.library, &mut model.browser);
    let lets = |at: usize| library.offers.get(at).is_some_and(|o| browser.filters.let_through(o, today));
    // In their own order the first hits come explained; in another one it is not known yet which are the first.
    let explained = if browser.order == Order::Relevance { 0..AROUND } else { 0..0 };
    let mut hits = model.index.search_where(&browser.query, MOST, explained.clone(), &lets);
    if browser.order != Order::Relevance {
        let mut places: Vec<usize> = hits.iter().map(|hit| hit.offer).collect();
        browse::sort(library, &mut places, browser.order);
        let mut rank = vec![0; library.offers.len()];
        for (at, place) in places.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*place) {
                *rank = at;
            }
        }
        hits.sort_by_key(|hit| rank.get(hit.offer).copied());
    }
    browser.hits = hits;
    browser.cursor = 0;
    browser.scroll = 0;
    browser.explained = explained;
    explain(model);
}

/// Explains the hits in sight when the cursor has come to others.
fn explain(model: &mut Model) {
    let browser = &mut model.browser;
    let (at, known) = (browser.cursor, &browser.explained);
    if at.saturating_sub(IN_SIGHT) >= known.start && (at + IN_SIGHT).min(browser.hits.len()) <= known.end {
        return;
    }
    browser.explained = at.saturating_sub(AROUND)..(at + AROUND).min(browser.hits.len());
    if let Some(hits) = browser.hits.get_mut(browser.explained.clone()) {
        model.index.explain(&browser.query, hits);
    }
}

/// Searches anew and leaves the cursor on the offer it is on, or as near as can be.
pub fn refresh(model: &mut Model) {
    let id = current(model).map(|(_, offer)| offer.id.clone());
    let (at, view, scroll) = (model.browser.cursor, model.browser.view, model.browser.scroll);
    search(model);
    model.browser.cursor = at.min(model.browser.hits.len().saturating_sub(1));
    model.browser.view = view;
    model.browser.scroll = scroll;
    if let Some(id) = id {
        put_cursor(model, &id);
    }
    explain(model);
}

/// Puts the cursor on an offer, if it is listed.
fn put_cursor(model: &mut Model, id: &str) -> bool {
    let is_it = |hit: &Hit| model.library.offers.get(hit.offer).is_some_and(|offer| offer.id == id);
    let at = model.browser.hits.iter().position(is_it);
    if let Some(at) = at {
        model.browser.cursor = at;
        explain(model);
    }
    at.is_some()
}

/// Shows an offer, whatever is searched for: what hides it is taken away.
pub fn show(model: &mut Model, id: &str) {
    if put_cursor(model, id) {
        return;
    }
    let today = model.today();
    if let Some(offer) = model.library.offer(id) {
        let filters = &mut model.browser.filters;
        let hides = |(facet, value): &&(Facet, Value)| !browse::has(offer, *facet, value, today);
        let hiding: Vec<(Facet, Value)> = filters.set_ones().iter().filter(hides).cloned().collect();
        for (facet, value) in hiding {
            filters.turn(facet, value);
        }
        search(model);
        if !put_cursor(model, id) {
            model.browser.query.clear();
            search(model);
            put_cursor(model, id);
        }
    }
}

/// Text typed into the search.
pub fn typed(model: &mut Model, input: &str) {
    if model.browser.view != View::List {
        return;
    }
    model.browser.query.push_str(&super::super::editor::clean(input, false));
    model.browser.trail.clear();
    search(model);
}

/// Commands in the catalogue.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if act(model, command, effects) || keep::command(model, command, effects) {
        explain(model);
        return;
    }
    if model.browser.view == View::List {
        in_list(model, command);
    } else {
        in_sheet(model, command);
    }
    explain(model);
}

/// What can be done wherever one is in the catalogue.
fn act(model: &mut Model, command: Command, effects: &mut Vec<Effect>) -> bool {
    match command {
        Command::Filters => open_filters(model, "", 0),
        Command::Order => open_orders(model),
        Command::Compare => compare(model),
        Command::Related => open_related(model),
        Command::CopyContact => copy_contact(model, effects),
        Command::PrintOffer => {
            if let Some((_, offer)) = current(model) {
                let text = offer::markdown(offer, &model.library, &model.text);
                effects.push(Effect::Print { name: format!("{}.md", offer.id), text });
            }
        }
        Command::Back => back(model),
        _ => return false,
    }
    true
}

fn in_list(model: &mut Model, command: Command) {
    let browser = &mut model.browser;
    let last = browser.hits.len().saturating_sub(1);
    match command {
        Command::Up => browser.cursor = browser.cursor.saturating_sub(1),
        Command::Down => browser.cursor = (browser.cursor + 1).min(last),
        Command::PageUp => browser.cursor = browser.cursor.saturating_sub(10),
        Command::PageDown => browser.cursor = (browser.cursor + 10).min(last),
        Command::First => browser.cursor = 0,
        Command::Last => browser.cursor = last,
        Command::Activate if !browser.hits.is_empty() => {
            browser.view = View::Sheet;
            browser.scroll = 0;
        }
        Command::Toggle => typed(model, " "),
        Command::Backspace => {
            browser.query.pop();
            search(model);
        }
        Command::WordBackspace | Command::CutLine => {
            browser.query.clear();
            search(model);
        }
        Command::Paste => {
            let clip = model.clip.clone();
            typed(model, &clip);
        }
        _ => {}
    }
}

fn in_sheet(model: &mut Model, command: Command) {
    let (_, room) = sheet::room(model);
    let room = usize::from(room);
    let last = sheet::length(model).saturating_sub(room);
    let hits = model.browser.hits.len();
    let browser = &mut model.browser;
    let scroll = browser.scroll.min(last);
    browser.scroll = match command {
        Command::Left if browser.cursor > 0 => {
            browser.cursor -= 1;
            0
        }
        Command::Right if browser.cursor + 1 < hits => {
            browser.cursor += 1;
            0
        }
        Command::Activate => {
            browser.view = View::List;
            0
        }
        _ => document::scrolled(command, scroll, (last, room)),
    };
}

/// One level back: to the list, to the offer one came from, without search, without filters, out of the catalogue.
fn back(model: &mut Model) {
    let browser = &mut model.browser;
    if browser.view == View::Compare {
        browser.view = View::List;
        browser.beside = None;
    } else if let Some(id) = browser.trail.pop() {
        browser.scroll = 0;
        show(model, &id);
    } else if browser.view == View::Sheet {
        browser.view = View::List;
    } else if browser.beside.take().is_some() {
    } else if !browser.is_whole() {
        if browser.query.is_empty() {
            browser.filters = Filters::default();
        }
        browser.query.clear();
        refresh(model);
    } else if browser.own_window {
        model.say_word(w("esc-does-not-quit"));
    } else {
        model.screen = Screen::Home;
    }
}

fn plain(text: String, detail: String, pick: Pick) -> Item {
    Item { text, detail, pick, marked: None, off: None }
}

/// All filters in one list that typing narrows: each value with how many offers it would leave.
pub fn open_filters(model: &mut Model, query: &str, cursor: usize) {
    let places: Vec<usize> = found(model).iter().map(|hit| hit.offer).collect();
    let filters = &model.browser.filters;
    let today = model.today();
    let set = !filters.set_ones().is_empty();
    let none = set.then(|| {
        let text = model.t(w("filter-none"));
        Item { marked: Some(false), ..plain(text, places.len().to_string(), Pick::NoFilter) }
    });
    let mut items: Vec<Item> = none.into_iter().collect();
    for facet in Facet::ALL {
        let name = facet_name(model, facet);
        for choice in browse::choices(&model.library, &places, filters, facet, today) {
            let marked = Some(filters.get(facet) == Some(&choice.value));
            let text = format!("{name}: {}", value_name(model, facet, &choice.value));
            let pick = Pick::Filter(facet, choice.value);
            items.push(Item { marked, ..plain(text, choice.leaves.to_string(), pick) });
        }
    }
    let mut menu = Menu::new(model.t(w("menu-filters")), items);
    query.clone_into(&mut menu.query);
    menu.cursor = cursor.min(menu.shown().len().saturating_sub(1));
    model.overlays.push(Overlay::Menu(menu));
}

/// Sets a filter, or takes it away.
pub fn filter(model: &mut Model, facet: Facet, value: Value) {
    model.browser.filters.turn(facet, value);
    refresh(model);
}

/// Takes all filters away, also the one that hides what is closed.
pub fn no_filter(model: &mut Model) {
    model.browser.filters = Filters::none();
    refresh(model);
}

fn open_orders(model: &mut Model) {
    let items = Order::ALL.map(|order| plain(order_name(model, order), String::new(), Pick::Order(order)));
    let mut menu = Menu::new(model.t(w("menu-order")), items.into());
    menu.cursor = Order::ALL.iter().position(|o| *o == model.browser.order).unwrap_or_default();
    model.overlays.push(Overlay::Menu(menu));
}

/// Lists the offers in another order.
pub fn order(model: &mut Model, order: Order) {
    model.browser.order = order;
    search(model);
}

/// Marks the first of two offers, and shows both when the second is chosen.
fn compare(model: &mut Model) {
    let Some((_, offer)) = current(model) else { return };
    let (id, name) = (offer.id.clone(), offer.name.clone());
    if model.browser.beside.as_ref() == Some(&id) {
        model.browser.beside = None;
        model.say_word(w("compare-off"));
    } else if compared(model).is_some() {
        model.browser.view = View::Compare;
        model.browser.scroll = 0;
    } else {
        model.browser.beside = Some(id);
        model.browser.view = View::List;
        model.say_fmt(w("compare-with"), &[("name", Arg::from(name))]);
    }
}

fn open_related(model: &mut Model) {
    let Some((at, _)) = current(model) else { return };
    let reason = |tie: &Tie| match tie {
        Tie::Requires => model.t(w("tie-requires")),
        Tie::RequiredBy => model.t(w("tie-required-by")),
        Tie::Combines => model.t(w("tie-combines")),
        Tie::Themes(keys) => {
            let names: Vec<&str> = keys.iter().map(|key| model.library.theme_name(key)).collect();
            model.text.fmt(w("tie-themes"), &[("themes", names.join(", ").into())])
        }
    };
    let related = browse::related(&model.library, at);
    let items: Vec<Item> = related
        .iter()
        .filter_map(|(at, tie)| model.library.offers.get(*at).map(|offer| (offer, tie)))
        .map(|(offer, tie)| plain(offer.name.clone(), reason(tie), Pick::Offer(offer.id.clone())))
        .collect();
    if items.is_empty() {
        model.say_word(w("related-none"));
        return;
    }
    let menu = Menu::new(model.t(w("menu-related")), items);
    model.overlays.push(Overlay::Menu(menu));
}

/// Goes to a related offer; Esc comes back.
pub fn jump(model: &mut Model, id: &str) {
    let from = current(model).map(|(_, offer)| offer.id.clone());
    model.browser.trail.extend(from);
    model.browser.scroll = 0;
    show(model, id);
}

fn copy_contact(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some((_, offer)) = current(model) else { return };
    let contact = &offer.contact;
    let parts = [&contact.name, &contact.phone, &contact.email, &contact.hours];
    let lines: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    if lines.is_empty() {
        model.say_word(w("contact-none"));
        return;
    }
    let said = lines.join(", ");
    let text = std::iter::once(offer.name.as_str()).chain(lines).collect::<Vec<_>>().join("\n");
    model.clip.clone_from(&text);
    model.say_fmt(w("contact-copied"), &[("contact", Arg::from(said))]);
    effects.push(Effect::Clipboard(text));
}

/// Asks why an offer is taken out of use.
fn ask_why_retired(model: &mut Model) {
    let Some((_, offer)) = current(model) else { return };
    let text = model.text.fmt(w("ask-retired"), &[("name", offer.name.as_str().into())]);
    model.overlays.push(Overlay::Prompt(Prompt { wanted: Wanted::Retired, text, typed: String::new() }));
}
