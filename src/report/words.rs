//! Dates, times and sentence ends in words, for screens and documents alike.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};

use crate::domain::compare::Counts;
use crate::domain::dates;
use crate::domain::merge::Noted;
use crate::domain::record::{Hour, Kind, Value, When};
use crate::domain::session::Participant;
use crate::domain::version::Reason;
use crate::text::{Text, Word, w};

/// "14.02".
pub fn clock_time(utc: DateTime<Utc>) -> String {
    dates::copenhagen(utc).format("%H.%M").to_string()
}

/// "14. marts 2027".
pub fn long_date(text: &Text, day: NaiveDate) -> String {
    let number = i64::from(day.day());
    text.fmt(
        w("date-long"),
        &[("day", number.into()), ("month", month(text, day).into()), ("year", day.year().to_string().into())],
    )
}

/// "søn. 14. marts 2027".
pub fn day(text: &Text, day: NaiveDate) -> String {
    format!("{} {}", weekday(text, day), long_date(text, day))
}

/// "14.03.2027": for lists, where columns must stand under one another.
pub fn short_date(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// "SEL § 85 → nu SEL § 82 b": a paragraph that ended or got another number. `new` empty = nothing took its place that is
/// known; `last` is the last day of the old one, where known.
pub fn changed_law(text: &Text, old: &str, new: &str, last: Option<NaiveDate>, today: NaiveDate) -> String {
    let coming = last.filter(|day| *day >= today);
    let word = match (coming, new.is_empty()) {
        (Some(_), false) => w("found-replaced-from"),
        (Some(_), true) => w("found-ends"),
        (None, false) => w("found-replaced"),
        (None, true) => w("found-ended"),
    };
    let last = last.map(short_date).unwrap_or_default();
    text.fmt(word, &[("old", old.into()), ("new", new.into()), ("last", last.into())])
}

fn month(text: &Text, day: NaiveDate) -> String {
    const MONTHS: [Word; 12] = [
        w("month-1"),
        w("month-2"),
        w("month-3"),
        w("month-4"),
        w("month-5"),
        w("month-6"),
        w("month-7"),
        w("month-8"),
        w("month-9"),
        w("month-10"),
        w("month-11"),
        w("month-12"),
    ];
    let at = usize::try_from(day.month0()).unwrap_or_default();
    MONTHS.get(at).map(|word| text.get(*word)).unwrap_or_default()
}

fn weekday(text: &Text, day: NaiveDate) -> String {
    text.get(match day.weekday() {
        Weekday::Mon => w("weekday-1"),
        Weekday::Tue => w("weekday-2"),
        Weekday::Wed => w("weekday-3"),
        Weekday::Thu => w("weekday-4"),
        Weekday::Fri => w("weekday-5"),
        Weekday::Sat => w("weekday-6"),
        Weekday::Sun => w("weekday-7"),
    })
}

/// "12:40", or "+1:15" when it is over time.
pub fn span(left: TimeDelta) -> String {
    let seconds = left.num_seconds();
    let sign = if seconds < 0 { "+" } else { "" };
    let seconds = seconds.unsigned_abs();
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

/// "12:40 tilbage" or "1:15 over tiden": words, so that nobody has to know what a sign means.
pub fn left(text: &Text, left: TimeDelta) -> String {
    let amount = span(left).trim_start_matches('+').to_owned();
    if left < TimeDelta::zero() {
        text.fmt(w("time-over"), &[("time", amount.into())])
    } else {
        text.fmt(w("time-left"), &[("time", amount.into())])
    }
}

/// A sentence without its full stop, to stand inside another.
pub fn without_stop(text: &str) -> &str {
    text.trim().trim_end_matches('.').trim_end()
}

/// A sentence as it stands inside another, after a name: with a small letter, unless its first word is an abbreviation.
pub fn inside(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    match first {
        Some(first) if first.is_uppercase() && second.is_none_or(|c| !c.is_uppercase()) => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// What to call a participant: the name, or the function while there is none.
pub fn person(participant: &Participant) -> &str {
    if participant.name.trim().is_empty() { &participant.function } else { &participant.name }
}

/// "22.11.2026 kl. 14.02".
pub fn moment(text: &Text, utc: DateTime<Utc>) -> String {
    let local = dates::copenhagen(utc);
    let time = text.fmt(w("at-time"), &[("time", local.format("%H.%M").to_string().into())]);
    format!("{} {time}", short_date(local.date()))
}

/// Why a version was kept.
pub fn reason(reason: Reason) -> Word {
    match reason {
        Reason::Opened => w("version-opened"),
        Reason::Step => w("version-step"),
        Reason::Timed => w("version-timed"),
        Reason::Left => w("version-left"),
        Reason::Restore => w("version-restore"),
        Reason::Outside => w("version-outside"),
        Reason::Update => w("version-update"),
    }
}

/// "2 ændret, 1 ny": how many records differ.
pub fn counts(text: &Text, counts: Counts) -> String {
    let Counts { added, removed, changed } = counts;
    let all = [(changed, w("counts-changed")), (added, w("counts-added")), (removed, w("counts-removed"))];
    let said =
        all.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| text.fmt(word, &[("count", count.into())]));
    let said = said.collect::<Vec<_>>().join(", ");
    if said.is_empty() { text.get(w("counts-none")) } else { said }
}

/// The line of the parking lot about what another machine had and could not stay.
pub fn noted(text: &Text, noted: &Noted) -> String {
    let what = text.get(Word(noted.word));
    let theirs = noted.theirs.as_ref().map(|value| value_of(text, noted, value)).unwrap_or_default();
    let theirs = if theirs.is_empty() { noted.text.clone() } else { theirs };
    if theirs.is_empty() {
        return text.fmt(w("noted-without"), &[("what", what.into())]);
    }
    text.fmt(w("noted-theirs"), &[("what", what.into()), ("theirs", theirs.into())])
}

fn value_of(text: &Text, noted: &Noted, value: &Value) -> String {
    let word = |place: u8| match noted.kind {
        Some(Kind::Choice(words, _) | Kind::Many(words)) => {
            words.get(usize::from(place)).map(|key| text.get(Word(key))).unwrap_or_default()
        }
        _ => String::new(),
    };
    match value {
        Value::Text(said) => said.clone(),
        Value::Number(number) => number.map(|n| n.to_string()).unwrap_or_default(),
        Value::Choice(place) => place.map(word).unwrap_or_default(),
        Value::Many(places) => places.iter().map(|place| word(*place)).collect::<Vec<_>>().join(", "),
        Value::Date(When::On(date)) => day(text, *date),
        Value::Time(Hour::At(time)) => text.fmt(w("at-time"), &[("time", time.format("%H.%M").to_string().into())]),
        Value::Date(When::Typed(typed)) | Value::Time(Hour::Typed(typed)) => typed.clone(),
        Value::Date(When::Unset) | Value::Time(Hour::Unset) | Value::Ref(_) | Value::Refs(_) => String::new(),
    }
}
