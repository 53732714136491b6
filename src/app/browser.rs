//! The catalogue on screen (*tilbudskataloget*): what is looked for, what is shown of it, and the offer on the desk.

pub mod desk;
pub mod sheet;

use std::ops::Range;

use super::command::Command;
use super::model::{Model, Work};
use crate::catalog::browse::{Facet, Filters, Order, Value};
use crate::catalog::search::Hit;
use crate::domain::offer::{Offer, OfferState};
use crate::domain::record::Choice;
use crate::text::{Arg, Word, w};
use desk::Desk;

/// What of the catalogue is on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The list, with what the offer under the cursor is.
    #[default]
    List,
    /// One offer over the whole screen.
    Sheet,
    /// Two offers side by side.
    Compare,
}

/// What is being done to an offer, for the sentence that says it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A new offer, or a changed one.
    Save,
    /// Taken out of use.
    Retire,
    /// Gone through today.
    Review,
    /// Compared with its sources.
    Verify,
    /// The change before it was taken back.
    TakeBack,
}

/// The catalogue as a screen.
#[derive(Debug, Default)]
pub struct Browser {
    /// What was typed.
    pub query: String,
    /// The filters.
    pub filters: Filters,
    /// The order.
    pub order: Order,
    /// The offers found, in order; those around the cursor with why.
    pub hits: Vec<Hit>,
    /// Places of the hits that are explained.
    pub explained: Range<usize>,
    /// The line under the cursor.
    pub cursor: usize,
    /// What is on screen.
    pub view: View,
    /// First line on screen of what scrolls.
    pub scroll: usize,
    /// Id of the offer the next one is compared with.
    pub beside: Option<String>,
    /// Ids of the offers one came from, by jumping to related ones.
    pub trail: Vec<String>,
    /// The program was started for the catalogue alone: leaving it ends the program.
    pub own_window: bool,
    /// The folder, for the screen; `None`: the catalogue is the one in the program, which cannot be changed.
    pub folder: Option<String>,
    /// The catalogue has been read.
    pub read: bool,
    /// What waits until the catalogue is in a folder.
    pub waiting: Option<Command>,
    /// What is on its way to the disk.
    pub saving: Option<Deed>,
    /// Offers as they were before each change made here, the last one last.
    pub undo: Vec<Offer>,
    /// The last change made here was a new offer, which is not taken back.
    pub made: bool,
    /// The offer in the form, while it is on screen.
    pub desk: Option<Desk>,
    /// A draft that was left and cannot be saved as it is.
    pub kept: Option<(Desk, Box<Work>)>,
}

impl Browser {
    /// Nothing typed, and no filter but the usual one.
    pub fn is_whole(&self) -> bool {
        self.query.is_empty() && self.filters == Filters::default()
    }
}

/// The offer under the cursor, with its place in the library.
pub fn current(model: &Model) -> Option<(usize, &Offer)> {
    let at = model.browser.hits.get(model.browser.cursor)?.offer;
    Some((at, model.library.offers.get(at)?))
}

/// The two offers that are compared: the one that was marked, and the one under the cursor.
pub fn compared(model: &Model) -> Option<(&Offer, &Offer)> {
    let first = model.library.offer(model.browser.beside.as_deref()?)?;
    Some((first, current(model)?.1))
}

/// The name of a filter.
pub fn facet_name(model: &Model, facet: Facet) -> String {
    model.t(match facet {
        Facet::Department => w("filter-department"),
        Facet::Theme => w("filter-theme"),
        Facet::Benefit => w("filter-benefit"),
        Facet::Age => w("filter-age"),
        Facet::Access => w("filter-access"),
        Facet::Price => w("filter-price"),
        Facet::Duration => w("filter-duration"),
        Facet::Reviewed => w("filter-reviewed"),
        Facet::State => w("filter-state"),
    })
}

/// A value of a filter in words.
pub fn value_name(model: &Model, facet: Facet, value: &Value) -> String {
    let named = |word, name, number: i64| model.text.fmt(word, &[(name, Arg::from(number))]);
    match value {
        Value::Unknown if facet == Facet::Reviewed => model.t(w("value-never")),
        Value::Unknown => model.t(w("value-unknown")),
        Value::Key(key) => key_name(model, facet, key).to_owned(),
        Value::Years(0, to) => named(w("value-years-to"), "to", i64::from(*to)),
        Value::Years(from, u8::MAX) => named(w("value-years-from"), "from", i64::from(*from)),
        Value::Years(from, to) => {
            model.text.fmt(w("value-years"), &[("from", i64::from(*from).into()), ("to", i64::from(*to).into())])
        }
        Value::Access(access) => model.t(Word(access.word())),
        Value::Free => model.t(w("value-free")),
        Value::Costs => model.t(w("value-costs")),
        Value::Weeks(from, to) => {
            model.text.fmt(w("value-weeks"), &[("from", i64::from(*from).into()), ("to", i64::from(*to).into())])
        }
        Value::Longer => model.t(w("value-longer")),
        Value::Recently => model.t(w("value-recently")),
        Value::LongAgo => model.t(w("value-long-ago")),
        Value::Overdue => model.t(w("value-overdue")),
        Value::InUse => model.t(w("value-in-use")),
        Value::State(state) => model.t(Word(state.word())),
    }
}

fn key_name<'a>(model: &'a Model, facet: Facet, key: &'a str) -> &'a str {
    let list = match facet {
        Facet::Theme => &model.library.municipality.themes,
        Facet::Benefit => &model.library.municipality.benefits,
        _ => &model.library.municipality.departments,
    };
    list.iter().find(|n| n.key == key && !n.name.is_empty()).map_or(key, |n| n.name.as_str())
}

/// The name of an order.
pub fn order_name(model: &Model, order: Order) -> String {
    model.t(match order {
        Order::Relevance => w("order-relevance"),
        Order::Name => w("order-name"),
        Order::Department => w("order-department"),
        Order::Reviewed => w("order-reviewed"),
        Order::Waiting => w("order-waiting"),
    })
}

/// What is wrong with using an offer today, in words; `None` when nothing is.
pub fn warning(model: &Model, offer: &Offer) -> Option<String> {
    let state = (offer.state != OfferState::Active).then(|| model.t(Word(offer.state.word())))?;
    Some(format!("{state} {}", offer.state_note).trim_end().to_owned())
}
