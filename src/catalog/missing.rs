//! What sessions lacked (*manglende tilbud*), over all of them: the list a municipality decides on what to offer from. It
//! holds what was missing, where and when; no person, no reference and no note.

use chrono::NaiveDate;
use serde::Serialize;

use super::order::danish_key;
use crate::domain::cpr;
use crate::domain::dates::copenhagen;
use crate::domain::session::Session;

/// One kind of offer that was missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What, as it was first written.
    pub what: String,
    /// Theme; may be empty.
    pub theme: String,
    /// Department that could have it; may be empty.
    pub department: String,
    /// How many times.
    pub count: usize,
    /// The days it was noted, the first first, each as often as it was noted.
    pub dates: Vec<NaiveDate>,
}

/// How often something was missing in one theme or department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Its name; empty where none was given.
    pub name: String,
    /// How many times.
    pub count: usize,
}

/// What was missing over all sessions, ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// How many sessions were looked through.
    pub sessions: usize,
    /// Each kind of offer, the most missed first.
    pub missing: Vec<Row>,
    /// By theme, the most missed first.
    pub themes: Vec<Sum>,
    /// By department, the most missed first.
    pub departments: Vec<Sum>,
}

impl Missing {
    /// Adds what a session lacked.
    pub fn add(&mut self, session: &Session) {
        self.sessions += 1;
        for missing in session.missing_offers.iter().filter(|m| !m.what.trim().is_empty()) {
            let made = session.created.map(|at| copenhagen(at).date());
            let on = missing.noted_on.or_else(|| session.head.date.day()).or(made);
            self.note(missing.what.trim(), missing.theme.trim(), missing.department.trim(), on);
        }
    }

    fn note(&mut self, what: &str, theme: &str, department: &str, on: Option<NaiveDate>) {
        let same =
            |row: &&mut Row| alike(&row.what, what) && alike(&row.theme, theme) && alike(&row.department, department);
        if let Some(row) = self.missing.iter_mut().find(same) {
            row.count += 1;
            row.dates.extend(on);
        } else {
            let (what, theme, department) = (one_line(what), one_line(theme), one_line(department));
            self.missing.push(Row { what, theme, department, count: 1, dates: on.into_iter().collect() });
        }
        add_to(&mut self.themes, theme);
        add_to(&mut self.departments, department);
    }

    /// Puts what was missed most first; what was missed equally often in Danish order.
    pub fn rank(&mut self) {
        self.missing.iter_mut().for_each(|row| row.dates.sort_unstable());
        self.missing.sort_by_cached_key(|row| {
            let names = [&row.what, &row.theme, &row.department].map(|name| danish_key(name));
            (std::cmp::Reverse(row.count), names)
        });
        for sums in [&mut self.themes, &mut self.departments] {
            sums.sort_by_cached_key(|sum| (std::cmp::Reverse(sum.count), sum.name.is_empty(), danish_key(&sum.name)));
        }
    }
}

fn add_to(sums: &mut Vec<Sum>, name: &str) {
    if let Some(sum) = sums.iter_mut().find(|sum| alike(&sum.name, name)) {
        sum.count += 1;
    } else {
        sums.push(Sum { name: one_line(name), count: 1 });
    }
}

/// The same words, whatever the case and the spaces between them.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    a == b || words(a) == words(b)
}

/// One line, without what looks like a CPR number: this list is about offers, not about people.
fn one_line(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(number) = cpr::find(&text) {
        text.replace_range(number, "[…]");
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn what_looks_like_a_cpr_number_is_left_out() {
        assert_eq!(one_line("hjælp til  010180-1234 og 0101801234"), "hjælp til […] og […]");
    }
    use crate::domain::session::MissingOffer;

    fn lacking(rows: &[(&str, &str, &str)]) -> Session {
        let mut session = Session::default();
        session.citizen.reference = "A.B. 14-2026".to_owned();
        session.missing_offers = rows
            .iter()
            .map(|(what, theme, day)| MissingOffer {
                what: (*what).to_owned(),
                theme: (*theme).to_owned(),
                note: "for Anna".to_owned(),
                noted_on: day.parse().ok(),
                ..MissingOffer::default()
            })
            .collect();
        session
    }

    fn of(sessions: &[Session]) -> Missing {
        let mut missing = Missing::default();
        for session in sessions {
            missing.add(session);
        }
        missing.rank();
        missing
    }

    #[test]
    fn what_was_missed_most_comes_first_with_every_day() {
        let missing = of(&[
            lacking(&[("Kor", "Fritid", "2026-05-02"), ("Svømning", "", "2026-03-01")]),
            lacking(&[("svømning ", "", "2026-02-01")]),
        ]);
        let rows: Vec<(&str, usize)> = missing.missing.iter().map(|row| (row.what.as_str(), row.count)).collect();
        assert_eq!(rows, [("Svømning", 2), ("Kor", 1)]);
        assert_eq!(
            missing.missing[0].dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2026-02-01", "2026-03-01"]
        );
    }

    #[test]
    fn themes_are_counted_and_those_without_one_come_last_among_equals() {
        let missing = of(&[lacking(&[("Kor", "", "2026-05-02"), ("Mad", "Hverdag", "2026-05-02")])]);
        assert_eq!(missing.themes.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Hverdag", ""]);
    }

    #[test]
    fn no_person_and_no_note_is_in_it() {
        let text = serde_json::to_string(&of(&[lacking(&[("Kor", "", "2026-05-02")])])).unwrap();
        assert!(!text.contains("A.B.") && !text.contains("Anna"), "{text}");
    }

    #[test]
    fn an_empty_note_is_no_missing_offer() {
        let missing = of(&[lacking(&[("  ", "Fritid", "2026-05-02")])]);
        assert_eq!((missing.sessions, missing.missing.len(), missing.themes.len()), (1, 0, 0));
    }
}
