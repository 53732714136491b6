//! What the picker says about an offer beside the offer itself: whether it fits, whether it was offered before, why it is
//! suggested. In words, so that nobody needs the colours.

use ratatui::style::Style;

use crate::app::fit;
use crate::app::model::Model;
use crate::app::overlay::Picker;
use crate::catalog::fit::{Known, Verdict};
use crate::catalog::suggest::Suggestion;
use crate::domain::offer::Offer;
use crate::report;
use crate::report::words::long_date;
use crate::text::w;

use super::theme::Theme;

fn suggestion<'a>(picker: &'a Picker, model: &Model, offer: &Offer) -> Option<&'a Suggestion> {
    let is_this = |s: &&Suggestion| model.library.offers.get(s.offer).is_some_and(|o| o.id == offer.id);
    picker.suggested.iter().find(is_this)
}

/// For a row of the list: a few words each. The verdict only where it is a yes or a no; that it is unknown is what most rows
/// would say, and the preview says of what.
pub fn in_row(model: &Model, picker: &Picker, known: Option<&Known>, offer: &Offer) -> Vec<String> {
    let mut parts = vec![];
    if let Some(known) = known {
        let fit = fit::of(model, offer, known);
        if known.is_any() && fit.verdict() != Verdict::Unknown {
            parts.push(report::fit::verdict(&model.text, &fit));
        }
        if picker.before.contains_key(&offer.id) {
            parts.push(model.t(w("offered-row")));
        }
    }
    if let Some(suggestion) = suggestion(picker, model, offer) {
        parts.push(report::fit::suggested(&model.text, &model.library, &suggestion.why));
    }
    parts
}

/// For the preview: whole sentences with their style.
pub fn in_preview(model: &Model, picker: &Picker, offer: &Offer, theme: &Theme) -> Vec<(String, Style)> {
    let mut lines = vec![];
    let (text, library) = (&model.text, &model.library);
    if let Some(known) = fit::known(model) {
        let fit = fit::of(model, offer, &known);
        let verdict = report::fit::verdict(text, &fit);
        match fit.verdict() {
            Verdict::Fits => lines.push((capital(&verdict), theme.done)),
            Verdict::Unknown => lines.push((capital(&verdict), theme.muted)),
            Verdict::DoesNotFit => lines.push((format!("! {}", capital(&verdict)), theme.warn)),
        }
        lines.extend(fit.misfits().map(|f| (report::fit::sentence(text, library, f), theme.warn)));
        if let Some((day, file)) = picker.before.get(&offer.id) {
            let args = [("date", long_date(text, *day).into()), ("file", file.as_str().into())];
            lines.push((text.fmt(w("offered-before"), &args), theme.key));
        }
        lines.extend(fit.reminders.iter().map(|f| {
            let rule = report::fit::sentence(text, library, f);
            (text.fmt(w("fit-remember"), &[("rule", rule.into())]), theme.muted)
        }));
    }
    if let Some(suggestion) = suggestion(picker, model, offer) {
        lines.push((capital(&report::fit::suggested(text, library, &suggestion.why)), theme.key));
    }
    lines
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}
