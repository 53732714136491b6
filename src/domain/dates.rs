//! Dates as people write and say them, and Danish local time.
//!
//! A date is read in three steps: the text becomes words and numbers without case, signs and Danish letters; a table
//! gives each word its sense; the order of the senses decides. What contradicts itself ("fredag 14/3" where the 14th
//! is a Monday) is no date rather than a guess.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use unicode_normalization::UnicodeNormalization;

/// Which way a date leans that does not say so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Plans and deadlines: "14/3" is the next one, today included.
    Future,
    /// What has happened, births: "14/3" is the last one, today included.
    Past,
}

/// What a word or number means in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// Value and number of digits.
    Number(u32, usize),
    /// A number in words, also "en" and "a".
    Count(u32),
    Half,
    Month(u32),
    Weekday(Weekday),
    /// "fredags": the last one.
    Weekdays(Weekday),
    Unit(Unit),
    /// Days from today.
    Day(i64),
    /// "næste", "denne", "sidste": periods from this one.
    Shift(i64),
    /// "om", "in".
    Ahead,
    /// "siden", "ago".
    Ago,
    /// "på", "kommende": the next one whichever way the date leans.
    Coming,
    /// "den", "the": makes a lone number a day.
    The,
    Noise,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Words by sense, lower case, with å, æ, ø as aa, ae, oe.
const WORDS: &[(Sense, &[&str])] = &[
    (Sense::Weekday(Weekday::Mon), &["mandag", "man", "monday", "mon"]),
    (Sense::Weekday(Weekday::Tue), &["tirsdag", "tirs", "tir", "tuesday", "tue"]),
    (Sense::Weekday(Weekday::Wed), &["onsdag", "ons", "wednesday", "wed"]),
    (Sense::Weekday(Weekday::Thu), &["torsdag", "tors", "tor", "thursday", "thu"]),
    (Sense::Weekday(Weekday::Fri), &["fredag", "fre", "friday", "fri"]),
    (Sense::Weekday(Weekday::Sat), &["loerdag", "loer", "saturday", "sat"]),
    (Sense::Weekday(Weekday::Sun), &["soendag", "soen", "sunday", "sun"]),
    (Sense::Weekdays(Weekday::Mon), &["mandags"]),
    (Sense::Weekdays(Weekday::Tue), &["tirsdags"]),
    (Sense::Weekdays(Weekday::Wed), &["onsdags"]),
    (Sense::Weekdays(Weekday::Thu), &["torsdags"]),
    (Sense::Weekdays(Weekday::Fri), &["fredags"]),
    (Sense::Weekdays(Weekday::Sat), &["loerdags"]),
    (Sense::Weekdays(Weekday::Sun), &["soendags"]),
    (Sense::Month(1), &["januar", "january", "jan"]),
    (Sense::Month(2), &["februar", "february", "feb"]),
    (Sense::Month(3), &["marts", "march", "mar"]),
    (Sense::Month(4), &["april", "apr"]),
    (Sense::Month(5), &["maj", "may"]),
    (Sense::Month(6), &["juni", "june", "jun"]),
    (Sense::Month(7), &["juli", "july", "jul"]),
    (Sense::Month(8), &["august", "aug"]),
    (Sense::Month(9), &["september", "sept", "sep"]),
    (Sense::Month(10), &["oktober", "october", "okt", "oct"]),
    (Sense::Month(11), &["november", "nov"]),
    (Sense::Month(12), &["december", "dec"]),
    (Sense::Unit(Unit::Day), &["dag", "dage", "dages", "doegn", "day", "days"]),
    (Sense::Unit(Unit::Week), &["uge", "uger", "uges", "ugers", "week", "weeks"]),
    (Sense::Unit(Unit::Month), &["maaned", "maaneder", "maaneds", "maaneders", "mdr", "md", "month", "months"]),
    (Sense::Unit(Unit::Year), &["aar", "aars", "year", "years"]),
    (Sense::Count(1), &["en", "et", "een", "a", "an", "one"]),
    (Sense::Count(2), &["to", "par", "two", "couple"]),
    (Sense::Count(3), &["tre", "three"]),
    (Sense::Count(4), &["fire", "four"]),
    (Sense::Count(5), &["fem", "five"]),
    (Sense::Count(6), &["seks", "six"]),
    (Sense::Count(7), &["syv", "seven"]),
    (Sense::Count(8), &["otte", "eight"]),
    (Sense::Count(9), &["ni", "nine"]),
    (Sense::Count(10), &["ti", "ten"]),
    (Sense::Count(11), &["elleve", "eleven"]),
    (Sense::Count(12), &["tolv", "twelve"]),
    (Sense::Count(14), &["fjorten", "fourteen"]),
    (Sense::Half, &["halv", "halvt", "half"]),
    (Sense::Day(0), &["idag", "today"]),
    (Sense::Day(1), &["morgen", "imorgen", "tomorrow"]),
    (Sense::Day(2), &["overmorgen", "iovermorgen"]),
    (Sense::Day(-1), &["gaar", "igaar", "yesterday"]),
    (Sense::Day(-2), &["forgaars", "iforgaars"]),
    (Sense::Shift(1), &["naeste", "next"]),
    (Sense::Shift(0), &["denne", "this"]),
    (Sense::Shift(-1), &["sidste", "forrige", "last"]),
    (Sense::Ahead, &["om", "in"]),
    (Sense::Ago, &["siden", "ago"]),
    (Sense::Coming, &["paa", "kommende", "foerstkommende", "coming"]),
    (Sense::The, &["d", "den", "the"]),
    (Sense::Noise, &["i", "for", "nu", "on", "of", "tid", "st", "nd", "rd", "th"]),
];

/// Phrases whose words alone mean something else, as days from today.
const PHRASES: &[(&str, i64)] = &[("i dag", 0), ("day after tomorrow", 2), ("day before yesterday", -2)];

/// Longer than any date people write.
const LONGEST: usize = 60;

/// Reads a date as people write or say it in Danish or English: "14/3", "14. marts 2027", "2027-03-14", "140327",
/// "i morgen", "om 2 uger", "for et år siden", "på fredag", "næste uge" (its Monday), "uge 12" (its Monday, or today
/// when that week has begun), "fredag i uge 12". A bare weekday is never today.
///
/// `None` for what is no date, does not exist (31/2) or lies outside the years 1900 to 2199. Without a year, `lean`
/// decides; it also places two-digit years.
pub fn parse_date(input: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let words = words(input)?;
    let phrase = words.strip_prefix("the ").unwrap_or(&words);
    let date = if let Some((_, days)) = PHRASES.iter().find(|(known, _)| *known == phrase) {
        later(today, *days)
    } else {
        let senses = words.split(' ').map(sense).collect::<Option<Vec<_>>>()?;
        Reader { today, lean }.date(&senses)
    }?;
    (1900..=2199).contains(&date.year()).then_some(date)
}

/// The text in lower-case ASCII words and numbers with one space between. `None` for signs no date has.
fn words(input: &str) -> Option<String> {
    let input = input.trim();
    if input.len() > LONGEST || !input.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut words = String::with_capacity(input.len() + 8);
    let mut after_digit = None;
    for char in input.nfc().flat_map(char::to_lowercase) {
        let digit = char.is_ascii_digit();
        if char.is_whitespace() || ".,/-–".contains(char) {
            after_digit = None;
            if !words.ends_with(' ') {
                words.push(' ');
            }
            continue;
        }
        if after_digit.is_some_and(|before| before != digit) {
            words.push(' ');
        }
        after_digit = Some(digit);
        match char {
            'å' => words.push_str("aa"),
            'æ' => words.push_str("ae"),
            'ø' => words.push_str("oe"),
            char if char.is_ascii_alphanumeric() => words.push(char),
            _ => return None,
        }
    }
    words.truncate(words.trim_end().len());
    Some(words)
}

fn sense(word: &str) -> Option<Sense> {
    if word.starts_with(|char: char| char.is_ascii_digit()) {
        return word.parse().ok().filter(|_| word.len() <= 8).map(|value| Sense::Number(value, word.len()));
    }
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(sense, _)| *sense)
}

/// What the order of the senses means on a given day.
#[derive(Clone, Copy)]
struct Reader {
    today: NaiveDate,
    lean: Lean,
}

impl Reader {
    fn date(self, senses: &[Sense]) -> Option<NaiveDate> {
        use Sense::{Ago, Ahead, Coming, Day, Noise, Number, Shift, The, Unit as U, Weekday as W, Weekdays};
        let senses: Vec<Sense> = senses.iter().copied().filter(|sense| *sense != Noise).collect();
        match *senses.as_slice() {
            [Coming, W(day)] => return self.weekday(day, Lean::Future),
            [The, Number(day, 1 | 2)] => return self.day_of_month(day),
            _ => {}
        }
        let senses: Vec<Sense> = senses.into_iter().filter(|sense| !matches!(sense, The | Coming)).collect();
        match *senses.as_slice() {
            [Day(days)] => later(self.today, days),
            [W(day)] => self.weekday(day, self.lean),
            [Weekdays(day)] | [Shift(-1), W(day)] => self.weekday(day, Lean::Past),
            [Shift(shift), W(day)] | [W(day), Shift(shift), U(Unit::Week)] => {
                on(day, later(self.today, shift.checked_mul(7)?)?)
            }
            [Shift(shift), U(unit)] => self.start_of(unit, shift),
            [U(Unit::Week), Number(week, 1 | 2)] => self.week(week),
            [U(Unit::Week), Number(week, 1 | 2), year] => {
                NaiveDate::from_isoywd_opt(self.year(year)?, week, Weekday::Mon)
            }
            [W(day), U(Unit::Week), Number(week, 1 | 2)] => {
                self.nearest(|year| NaiveDate::from_isoywd_opt(year, week, day))
            }
            [W(day), U(Unit::Week), Number(week, 1 | 2), year] => {
                NaiveDate::from_isoywd_opt(self.year(year)?, week, day)
            }
            [Ahead, ref span @ ..] => self.away(span, Lean::Future),
            [ref span @ .., Ago] => self.away(span, Lean::Past),
            [W(day), Ahead, ref span @ ..] => on(day, self.away(span, Lean::Future)?),
            [W(day), ref date @ ..] => self.calendar(date).filter(|date| date.weekday() == day),
            ref other => self.calendar(other).or_else(|| self.away(other, self.lean)),
        }
    }

    /// Day, month and perhaps year in any of the usual orders.
    fn calendar(self, senses: &[Sense]) -> Option<NaiveDate> {
        use Sense::{Month, Number};
        match *senses {
            [Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)] => ymd(year, month, day),
            [Number(day, 1 | 2), Number(month, 1 | 2) | Month(month)] | [Month(month), Number(day, 1 | 2)] => {
                self.nearest(|year| NaiveDate::from_ymd_opt(year, month, day))
            }
            [Number(day, 1 | 2), Number(month, 1 | 2) | Month(month), year]
            | [Month(month), Number(day, 1 | 2), year] => NaiveDate::from_ymd_opt(self.year(year)?, month, day),
            [Number(run, 6)] => {
                NaiveDate::from_ymd_opt(self.year(Number(run % 100, 2))?, run / 100 % 100, run / 10_000)
            }
            // The years 1900 to 2199 cannot be read as month and day, so only one of the two orders fits.
            [Number(run, 8)] => ymd(run % 10_000, run / 10_000 % 100, run / 1_000_000)
                .or_else(|| ymd(run / 10_000, run / 100 % 100, run % 100)),
            _ => None,
        }
    }

    /// A year of four digits, or of two: for plans at most 30 years back, for the past never ahead.
    fn year(self, sense: Sense) -> Option<i32> {
        let Sense::Number(value, digits) = sense else { return None };
        let value = i32::try_from(value).ok()?;
        let first = match (digits, self.lean) {
            (4, _) => return Some(value),
            (2, Lean::Future) => self.today.year() - 30,
            (2, Lean::Past) => self.today.year() - 99,
            _ => return None,
        };
        Some(first + (value - first).rem_euclid(100))
    }

    /// The date nearest to today, on the side the date leans to, among one for each year. Leap days are up to eight
    /// years apart.
    fn nearest(self, date: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        (-1..=9).find_map(|years| match self.lean {
            Lean::Future => date(self.today.year() + years).filter(|date| *date >= self.today),
            Lean::Past => date(self.today.year() - years).filter(|date| *date <= self.today),
        })
    }

    /// The next or last day of this number; months that lack it are skipped.
    fn day_of_month(self, day: u32) -> Option<NaiveDate> {
        let first = self.today.with_day(1)?;
        (0..=2).find_map(|months| match self.lean {
            Lean::Future => first.checked_add_months(Months::new(months))?.with_day(day).filter(|d| *d >= self.today),
            Lean::Past => first.checked_sub_months(Months::new(months))?.with_day(day).filter(|d| *d <= self.today),
        })
    }

    /// The nearest such weekday that is not today.
    fn weekday(self, day: Weekday, lean: Lean) -> Option<NaiveDate> {
        let ahead = i64::from(day.days_since(self.today.weekday()));
        match lean {
            Lean::Future => later(self.today, if ahead == 0 { 7 } else { ahead }),
            Lean::Past => later(self.today, ahead - 7),
        }
    }

    /// Monday of the week; for plans a week that has begun counts from today.
    fn week(self, week: u32) -> Option<NaiveDate> {
        let now = self.today.iso_week();
        if now.week() == week && self.lean == Lean::Future {
            return Some(self.today);
        }
        self.nearest(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
    }

    /// The first day of the period `shift` periods from this one.
    fn start_of(self, unit: Unit, shift: i64) -> Option<NaiveDate> {
        let there = move_by(self.today, unit, shift)?;
        match unit {
            Unit::Day => Some(there),
            Unit::Week => on(Weekday::Mon, there),
            Unit::Month => there.with_day(1),
            Unit::Year => NaiveDate::from_ymd_opt(there.year(), 1, 1),
        }
    }

    /// "2 uger", "et par dage", "et halvt år" away from today.
    fn away(self, span: &[Sense], lean: Lean) -> Option<NaiveDate> {
        use Sense::{Count, Half, Number, Unit as U};
        let (count, unit) = match *span {
            [Number(count, 1..=4) | Count(count), U(unit)] | [Count(1), Count(count), U(unit)] => (count, unit),
            [Half, U(Unit::Year)] | [Count(1), Half, U(Unit::Year)] | [Half, Count(1), U(Unit::Year)] => {
                (6, Unit::Month)
            }
            _ => return None,
        };
        let count = i64::from(count);
        move_by(self.today, unit, if lean == Lean::Past { -count } else { count })
    }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (1900..=2199).contains(&year))
}

fn later(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

/// The weekday in the week (Monday to Sunday) of a date.
fn on(day: Weekday, date: NaiveDate) -> Option<NaiveDate> {
    later(date, i64::from(day.num_days_from_monday()) - i64::from(date.weekday().num_days_from_monday()))
}

/// Months keep the day of the month, or take the last there is: a month after 31 January is 28 February.
fn move_by(date: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    let months = |each: u64| u32::try_from(count.unsigned_abs().checked_mul(each)?).ok().map(Months::new);
    let moved = |months| if count < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) };
    match unit {
        Unit::Day => later(date, count),
        Unit::Week => later(date, count.checked_mul(7)?),
        Unit::Month => moved(months(1)?),
        Unit::Year => moved(months(12)?),
    }
}

/// Reads a time of day: "13", "13.30", "13:30", "1330", "kl. 9", "kl 9.15". `None` for anything else; "24" is no time.
pub fn parse_time(input: &str) -> Option<NaiveTime> {
    let input = input.trim().to_lowercase();
    let input = ["klokken", "kl", "at"].iter().find_map(|word| input.strip_prefix(word)).unwrap_or(&input);
    let input = input.trim_start_matches(['.', ' ']).trim_end_matches(['.', ' ']);
    let (hour, minute) = match input.split_once(['.', ':', ',', ' ']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if matches!(input.len(), 3 | 4) => input.split_at_checked(input.len() - 2)?,
        None => (input, "00"),
        Some(_) => return None,
    };
    let number = |digits: &str| {
        let digits = Some(digits).filter(|digits| matches!(digits.len(), 1 | 2))?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// Danish wall time (*dansk tid*) of an instant: UTC+2 from the last Sunday of March 01:00 UTC to the last Sunday of
/// October 01:00 UTC, else UTC+1. The rule of the EU since 1996, used for all years.
pub fn copenhagen(utc: DateTime<Utc>) -> NaiveDateTime {
    let utc = utc.naive_utc();
    let hours = if is_summer(utc) { 2 } else { 1 };
    utc.checked_add_signed(TimeDelta::hours(hours)).unwrap_or(NaiveDateTime::MAX)
}

/// The instant of a Danish wall time. The hour that comes twice in October is taken the first time; an hour that does
/// not exist in March is an hour later.
pub fn to_utc(local: NaiveDateTime) -> DateTime<Utc> {
    let before = |hours| local.checked_sub_signed(TimeDelta::hours(hours)).unwrap_or(NaiveDateTime::MIN);
    let summer = before(2);
    if is_summer(summer) { summer.and_utc() } else { before(1).and_utc() }
}

fn is_summer(utc: NaiveDateTime) -> bool {
    // March and October both have 31 days.
    let change = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        later(last, -i64::from(last.weekday().num_days_from_sunday()))?.and_hms_opt(1, 0, 0)
    };
    match (change(3), change(10)) {
        (Some(start), Some(end)) => start <= utc && utc < end,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
