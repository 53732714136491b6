//! One offer as lines of text. What is unknown is left out, except where a guess could hurt: there it says so.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::catalog::library::Library;
use crate::domain::offer::{LegalBasis, Offer, OfferState};
use crate::domain::record::Choice;
use crate::domain::template::Named;
use crate::text::{Text, Word, w};

/// The sheet of an offer: its name, the sentence to the citizen, and what is known.
pub fn sheet(offer: &Offer, library: &Library, text: &Text) -> String {
    let mut lines = vec![offer.name.clone(), String::from("=").repeat(offer.name.chars().count()), offer.plain.clone()];
    lines.push(String::new());
    let label_and_value = rows(offer, library, text);
    let known = label_and_value.iter().filter(|(_, value)| !value.is_empty());
    lines.extend(known.map(|(label, value)| format!("{}: {value}", text.get(*label))));
    lines.join("\n") + "\n"
}

/// The same as Markdown, to be printed or sent on.
pub fn markdown(offer: &Offer, library: &Library, text: &Text) -> String {
    let mut out = format!("# {}\n\n{}\n\n", escaped(&offer.name), escaped(&offer.plain));
    for (label, value) in rows(offer, library, text).iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(out, "- **{}:** {}", text.get(*label), escaped(value));
    }
    out
}

/// Text in which no sign is taken for one of Markdown's, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// All that can be said of an offer, in the order of its sheet: label and value, the value empty where there is nothing.
pub fn rows(offer: &Offer, library: &Library, text: &Text) -> Vec<(Word, String)> {
    let unknown = || text.get(w("row-unknown"));
    let yes_no =
        |value: Option<bool>| value.map_or_else(unknown, |yes| text.get(if yes { w("row-yes") } else { w("row-no") }));
    let day = |day: Option<NaiveDate>| day.map(|d| d.format("%d.%m.%Y").to_string()).unwrap_or_default();
    let number = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
    let themes: Vec<&str> = offer.themes.iter().map(|key| library.theme_name(key)).collect();
    let forms: Vec<String> = offer.forms.iter().map(|form| text.get(Word(form.word()))).collect();
    let contact = [&offer.contact.name, &offer.contact.phone, &offer.contact.email, &offer.contact.hours];
    let contact: Vec<&str> = contact.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let or_unknown = |value: &String| if value.is_empty() { unknown() } else { value.clone() };
    vec![
        (w("row-id"), offer.id.clone()),
        (w("row-state"), state(offer, text)),
        (w("row-department"), library.department_name(&offer.department).to_owned()),
        (w("row-provider"), offer.provider.map(|p| text.get(Word(p.word()))).unwrap_or_default()),
        (w("row-legal"), offer.legal.iter().map(paragraph).collect::<Vec<_>>().join(", ")),
        (w("row-target"), offer.target.clone()),
        (w("row-ages"), ages(offer, text)),
        (w("row-benefits"), keys(offer.benefits.as_deref(), &library.municipality.benefits, text)),
        (w("row-areas"), keys(offer.areas.as_deref(), &library.municipality.areas, text)),
        (w("row-excluded"), offer.excluded.clone()),
        (w("row-purpose"), offer.purpose.clone()),
        (w("row-description"), offer.description.clone()),
        (w("row-content"), offer.content.clone()),
        (w("row-themes"), themes.join(", ")),
        (w("row-forms"), forms.join(", ")),
        (w("row-duration"), duration(offer, text)),
        (w("row-intensity"), offer.intensity.clone()),
        (w("row-start"), offer.start.clone()),
        (w("row-capacity"), number(offer.capacity)),
        (w("row-free"), number(offer.free)),
        (w("row-waiting"), number(offer.waiting_weeks)),
        (w("row-updated"), day(offer.updated)),
        (w("row-access"), offer.access.map_or_else(unknown, |access| text.get(Word(access.word())))),
        (w("row-authority"), offer.authority.clone()),
        (w("row-referral"), offer.referral.clone()),
        (w("row-guarantee"), offer.guarantee.clone()),
        (w("row-contact"), contact.join(", ")),
        (w("row-place"), offer.place.clone()),
        (w("row-transport"), offer.transport.clone()),
        (w("row-accessible"), yes_no(offer.accessible)),
        (w("row-languages"), offer.languages.clone()),
        (w("row-anonymous"), yes_no(offer.anonymous)),
        (w("row-price"), or_unknown(&offer.price)),
        (w("row-rate"), offer.rate.clone()),
        (w("row-evidence"), offer.evidence.map(|e| text.get(Word(e.word()))).unwrap_or_default()),
        (w("row-requires"), offer.requires.join(", ")),
        (w("row-combines"), offer.combines_with.join(", ")),
        (w("row-keywords"), offer.keywords.join(", ")),
        (w("row-portal"), offer.portal_id.clone()),
        (w("row-owner"), offer.owner.clone()),
        (w("row-reviewed"), day(offer.reviewed)),
        (w("row-next-review"), day(offer.next_review)),
        (w("row-unverified"), if offer.unverified { text.get(w("row-yes")) } else { String::new() }),
    ]
}

fn state(offer: &Offer, text: &Text) -> String {
    let word = match offer.state {
        OfferState::Active => return offer.state_note.clone(),
        OfferState::UnderReview => w("row-state-under-review"),
        OfferState::Closed => w("row-state-closed"),
    };
    [text.get(word), offer.state_note.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}

/// A paragraph that was replaced leads to what took its place.
fn paragraph(basis: &LegalBasis) -> String {
    let words = basis.in_words();
    if basis.replaced_by.is_empty() { words } else { format!("{words} → {}", basis.replaced_by) }
}

fn ages(offer: &Offer, text: &Text) -> String {
    let year = |age: u8| crate::text::Arg::from(i64::from(age));
    match (offer.ages.from, offer.ages.to) {
        (None, None) => String::new(),
        (Some(from), None) => text.fmt(w("row-ages-from"), &[("from", year(from))]),
        (None, Some(to)) => text.fmt(w("row-ages-to"), &[("to", year(to))]),
        (Some(from), Some(to)) => text.fmt(w("row-ages-between"), &[("from", year(from)), ("to", year(to))]),
    }
}

/// `None` = unknown, an empty list = for all.
fn keys(list: Option<&[String]>, names: &[Named], text: &Text) -> String {
    match list {
        None => text.get(w("row-unknown")),
        Some([]) => text.get(w("row-all")),
        Some(list) => {
            let name = |key: &String| names.iter().find(|n| n.key == *key).map_or(key.clone(), |n| n.name.clone());
            list.iter().map(name).collect::<Vec<_>>().join(", ")
        }
    }
}

fn duration(offer: &Offer, text: &Text) -> String {
    let weeks = |weeks: u16| crate::text::Arg::from(i64::from(weeks));
    let length = match (offer.duration.min_weeks, offer.duration.max_weeks) {
        (None, None) => String::new(),
        (Some(least), Some(most)) if least != most => {
            text.fmt(w("row-weeks-between"), &[("from", weeks(least)), ("to", weeks(most))])
        }
        (Some(least), None) => text.fmt(w("row-weeks-from"), &[("weeks", weeks(least))]),
        (_, Some(most)) => text.fmt(w("row-weeks"), &[("weeks", weeks(most))]),
    };
    [length, offer.duration.note.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}
