//! One offer as lines, and two beside one another: pure geometry that `update` and `ui` share.

use super::{compared, current, warning};
use crate::app::model::Model;
use crate::app::notice;
use crate::app::why::reason;
use crate::app::wrap::wrap;
use crate::catalog::search::Hit;
use crate::domain::offer::Offer;
use crate::domain::record::Choice;
use crate::report::offer::rows;
use crate::text::{Word, w};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A name.
    Title,
    /// Text.
    Plain,
    /// Something to look at.
    Warning,
    /// Why it was found.
    Why,
    /// What matters less.
    Muted,
}

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// What it is.
    pub tone: Tone,
}

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// What is compared; true where the two differ.
    Label(String, bool),
    /// Left and right.
    Texts(String, String),
}

/// Lines of text wider than this are hard to read.
pub const WIDEST: u16 = 90;
/// Columns between two offers.
pub const GAP: u16 = 3;

/// Rows of the printed sheet that the first lines on screen say already.
const SAID: [&str; 4] = ["row-state", "row-department", "row-access", "row-waiting"];
/// What people look for first.
const FIRST: [&str; 8] = [
    "row-target",
    "row-description",
    "row-contact",
    "row-referral",
    "row-duration",
    "row-price",
    "row-legal",
    "row-reviewed",
];

/// The wrapped lines of a text.
fn wrapped(text: &str, width: u16) -> Vec<String> {
    wrap(text, width.max(1)).iter().map(|l| text.get(l.start..l.end).unwrap_or_default().to_owned()).collect()
}

/// An offer as lines of a width in cells; with a hit, also why it was found.
pub fn lines(model: &Model, offer: &Offer, hit: Option<&Hit>, width: u16) -> Vec<Line> {
    let mut out = vec![];
    let mut say = |text: &str, tone: Tone| {
        if !text.trim().is_empty() {
            out.extend(wrapped(text, width).into_iter().map(|text| Line { text, tone }));
        }
    };
    say(&offer.name, Tone::Title);
    if let Some(warning) = warning(model, offer) {
        say(&format!("! {warning}"), Tone::Warning);
    }
    say(&offer.plain, Tone::Plain);
    for why in hit.iter().flat_map(|hit| &hit.why) {
        say(&reason(model, why), Tone::Why);
    }
    let unknown = || model.t(w("value-unknown"));
    let short = [
        model.library.department_name(&offer.department).to_owned(),
        offer.access.map_or_else(unknown, |access| model.t(Word(access.word()))),
        match offer.waiting_weeks {
            Some(0) => model.t(w("offer-waiting-none")),
            Some(weeks) => model.text.fmt(w("offer-waiting"), &[("weeks", i64::from(weeks).into())]),
            None => model.t(w("offer-waiting-unknown")),
        },
    ];
    say(&short.join(" · "), Tone::Muted);
    let mut rest = rows(offer, &model.library, &model.text);
    rest.retain(|(label, value)| !value.trim().is_empty() && !SAID.contains(&label.0));
    // The others keep the order of the printed sheet.
    rest.sort_by_key(|(label, _)| FIRST.iter().position(|key| *key == label.0).unwrap_or(FIRST.len()));
    for (label, value) in rest {
        say(&format!("{}: {value}", model.t(label)), Tone::Plain);
    }
    out
}

/// Two offers beside one another, in a width of cells for both together: only what is known of one of them.
pub fn comparison(model: &Model, left: &Offer, right: &Offer, width: u16) -> Vec<Beside> {
    let column = width.saturating_sub(GAP) / 2;
    let mut out = vec![];
    let mut row = |label: String, a: &str, b: &str| {
        if a.trim().is_empty() && b.trim().is_empty() {
            return;
        }
        out.push(Beside::Label(label, a != b));
        let (a, b) = (wrapped(a, column), wrapped(b, column));
        for at in 0..a.len().max(b.len()) {
            let of = |list: &[String]| list.get(at).cloned().unwrap_or_default();
            out.push(Beside::Texts(of(&a), of(&b)));
        }
    };
    row(model.t(w("compare-plain")), &left.plain, &right.plain);
    let pairs = rows(left, &model.library, &model.text).into_iter().zip(rows(right, &model.library, &model.text));
    for ((label, a), (_, b)) in pairs.filter(|((label, _), _)| label.0 != "row-id") {
        row(model.t(label), &a, &b);
    }
    out
}

/// Columns and lines of what scrolls over the whole screen.
pub fn room(model: &Model) -> (u16, u16) {
    // A header line, a rule, the message and the footer; the names of two offers take a line more.
    let above = if super::View::Compare == model.browser.view { 4 } else { 3 };
    (model.size.width.saturating_sub(3), model.size.height.saturating_sub(above + notice::height(model)))
}

/// How many lines what scrolls has.
pub fn length(model: &Model) -> usize {
    let (width, _) = room(model);
    match model.browser.view {
        super::View::List => 0,
        super::View::Sheet => {
            let hit = model.browser.hits.get(model.browser.cursor);
            current(model).map_or(0, |(_, offer)| lines(model, offer, hit, width.min(WIDEST)).len())
        }
        super::View::Compare => compared(model).map_or(0, |(a, b)| comparison(model, a, b, width).len()),
    }
}
