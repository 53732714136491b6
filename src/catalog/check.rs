//! What is wrong in a catalogue, and what somebody should look at (*katalogtjek*): each with file, line and column.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::library::{Library, NamedText, Problem, What};
use super::order::danish_key;
use super::readability::hard;
pub use super::readability::{HARDEST_LIX, Hard, LONGEST_SENTENCE, MOST_LONG_WORDS};
use super::rules::Rule;
use crate::domain::offer::{Offer, OfferState};
use crate::domain::template::Named;

/// A rule that nobody has compared with the law for so many days is overdue.
const RULE_DAYS: u64 = 365;

/// What is to be said, as data; the words for it are in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Seen while reading.
    Read(What),
    /// Two offers of one department have the same name.
    SameName {
        /// Id of the offer.
        offer: String,
        /// Id of the one that has it already.
        other: String,
    },
    /// A word that `municipality.ron` does not know.
    UnknownKey {
        /// Id of the offer or rule.
        owner: String,
        /// Field it stands in: `benefits`, `areas`, `law`, `replaced_by`, `themes`.
        field: &'static str,
        /// The word.
        key: String,
    },
    /// It names an offer that is not there, or itself.
    UnknownOffer {
        /// Id of the offer or rule.
        owner: String,
        /// Field it stands in.
        field: &'static str,
        /// The id.
        id: String,
    },
    /// The offer has no description for staff.
    NoDescription(String),
    /// A paragraph holds no longer, nothing took its place, and the offer is still in use.
    LawEnded {
        /// Id of the offer.
        offer: String,
        /// The paragraph as one writes it.
        paragraph: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// A rule is about offers and names none.
    RuleWithoutOffers(String),
    /// Nobody has gone through the offer yet.
    NeverReviewed(String),
    /// The offer should have been gone through again.
    ReviewOverdue(String, NaiveDate),
    /// A rule was never compared with the law.
    RuleNeverChecked(String),
    /// A rule was compared with the law this long ago.
    RuleOverdue(String, NaiveDate),
    /// A rule holds no longer.
    RuleEnded(String, NaiveDate),
    /// The text for the citizen is hard to read.
    HardText(String, Hard),
}

impl Flaw {
    /// Whether something is wrong; else it is an advice.
    pub fn is_wrong(&self) -> bool {
        !matches!(
            self,
            Self::NeverReviewed(_)
                | Self::ReviewOverdue(..)
                | Self::RuleNeverChecked(_)
                | Self::RuleOverdue(..)
                | Self::RuleEnded(..)
                | Self::HardText(..)
        )
    }
}

/// Something to be said about a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Name of the file inside the catalogue.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What.
    pub flaw: Flaw,
}

/// Everything there is to say about a catalogue that was read from these files, by file and line.
pub fn check(library: &Library, files: &[NamedText], today: NaiveDate) -> Vec<Remark> {
    let mut checking = Checking {
        library,
        today,
        lines: files.iter().map(|file| (file.name.as_str(), file.text.lines().collect())).collect(),
        ids: library.offers.iter().map(|offer| offer.id.as_str()).collect(),
        names: HashMap::new(),
        found: vec![],
    };
    for Problem { file, line, column, what } in &library.problems {
        let (line, column, flaw) = ((*line).max(1), (*column).max(1), Flaw::Read(what.clone()));
        checking.found.push(Remark { file: file.clone(), line, column, flaw });
    }
    // In the order of the files, so that of two alike the later one is named.
    let mut offers: Vec<((&str, u32), &Offer)> =
        library.offers.iter().enumerate().map(|(at, offer)| (library.origin(at).unwrap_or_default(), offer)).collect();
    offers.sort_by_key(|(origin, _)| *origin);
    for ((file, line), offer) in offers {
        checking.offer(offer, &Spot { file, line: usize::try_from(line).unwrap_or(0) });
    }
    for rule in &library.rules {
        checking.rule(rule);
    }
    checking.suggestions();
    let mut found = checking.found;
    found.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    found
}

/// Where a description begins: the line of its id.
struct Spot<'a> {
    file: &'a str,
    line: usize,
}

struct Checking<'a> {
    library: &'a Library,
    today: NaiveDate,
    /// The lines of each file: a long one is gone through once, not once for every remark.
    lines: HashMap<&'a str, Vec<&'a str>>,
    ids: HashSet<&'a str>,
    /// Offers by department and folded name.
    names: HashMap<(&'a str, Vec<u32>), &'a str>,
    found: Vec<Remark>,
}

impl<'a> Checking<'a> {
    /// Says something about the place where `needle` is written within the description that begins at `spot`; about the
    /// description as a whole where it is not found.
    fn say(&mut self, spot: &Spot<'_>, needle: &str, flaw: Flaw) {
        let lines = self.lines.get(spot.file).map(Vec::as_slice).unwrap_or_default();
        let (line, column) = place(lines, spot.line, needle);
        self.found.push(Remark { file: spot.file.to_owned(), line, column, flaw });
    }

    fn offer(&mut self, offer: &'a Offer, spot: &Spot<'_>) {
        let id = || offer.id.clone();
        self.name(offer, spot);
        if offer.description.trim().is_empty() {
            self.say(spot, "description:", Flaw::NoDescription(id()));
        }
        self.keys_of(offer, spot);
        self.law(offer, spot);
        self.offers_named(spot, &offer.id, "combines_with", &offer.combines_with);
        self.offers_named(spot, &offer.id, "requires", &offer.requires);
        match (offer.reviewed, offer.next_review) {
            // What is closed is kept for old cases only; nobody goes through it.
            _ if offer.state == OfferState::Closed => {}
            (None, _) => self.say(spot, "reviewed:", Flaw::NeverReviewed(id())),
            (_, Some(next)) if next < self.today => self.say(spot, "next_review:", Flaw::ReviewOverdue(id(), next)),
            _ => {}
        }
        for hard in hard(&offer.plain) {
            self.say(spot, "plain:", Flaw::HardText(id(), hard));
        }
    }

    fn name(&mut self, offer: &'a Offer, spot: &Spot<'_>) {
        let plain: String = offer.name.chars().filter(|c| c.is_alphanumeric()).collect();
        let key = (offer.department.as_str(), danish_key(&plain).0);
        if plain.is_empty() {
            return;
        }
        if let Some(other) = self.names.get(&key) {
            let flaw = Flaw::SameName { offer: offer.id.clone(), other: (*other).to_owned() };
            self.say(spot, "name:", flaw);
        } else {
            self.names.insert(key, &offer.id);
        }
    }

    fn keys_of(&mut self, offer: &Offer, spot: &Spot<'_>) {
        let municipality = &self.library.municipality;
        let lists = [
            ("benefits", offer.benefits.as_deref(), &municipality.benefits),
            ("areas", offer.areas.as_deref(), &municipality.areas),
        ];
        for (field, list, known) in lists {
            for key in list.unwrap_or_default().iter().filter(|key| !knows(known, key)) {
                self.unknown_key(spot, &offer.id, field, key);
            }
        }
        for basis in offer.legal.iter().filter(|basis| !knows(&municipality.laws, &basis.law)) {
            self.unknown_key(spot, &offer.id, "law", &basis.law);
        }
    }

    fn unknown_key(&mut self, spot: &Spot<'_>, owner: &str, field: &'static str, key: &str) {
        let flaw = Flaw::UnknownKey { owner: owner.to_owned(), field, key: key.to_owned() };
        self.say(spot, &format!("\"{key}\""), flaw);
    }

    /// Ids that are not there, and the owner's own.
    fn offers_named(&mut self, spot: &Spot<'_>, owner: &str, field: &'static str, ids: &[String]) {
        for id in ids {
            if id == owner || !self.ids.contains(id.as_str()) {
                let flaw = Flaw::UnknownOffer { owner: owner.to_owned(), field, id: id.clone() };
                self.say(spot, &format!("\"{id}\""), flaw);
            }
        }
    }

    fn law(&mut self, offer: &Offer, spot: &Spot<'_>) {
        for basis in &offer.legal {
            let by = basis.replaced_by.trim();
            let law = by.split_once(" § ").map_or(by, |(law, _)| law);
            if !by.is_empty() && !knows(&self.library.municipality.laws, law) {
                let key = basis.replaced_by.clone();
                let flaw = Flaw::UnknownKey { owner: offer.id.clone(), field: "replaced_by", key };
                self.say(spot, &format!("\"{}\"", basis.replaced_by), flaw);
            }
            let Some(last) = basis.valid_to.filter(|last| *last < self.today && by.is_empty()) else { continue };
            if offer.state == OfferState::Active {
                let flaw = Flaw::LawEnded { offer: offer.id.clone(), paragraph: basis.in_words(), last };
                self.say(spot, &format!("\"{last}\""), flaw);
            }
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let (file, id) = (super::library::RULES, || rule.id.clone());
        let line = self.lines.get(file).map_or(0, |lines| place(lines, 0, &format!("\"{}\"", rule.id)).0);
        let spot = Spot { file, line };
        self.offers_named(&spot, &rule.id, "offers", &rule.offers);
        for key in rule.benefits.iter().filter(|key| !knows(&self.library.municipality.benefits, key)) {
            self.unknown_key(&spot, &rule.id, "benefits", key);
        }
        if rule.condition.is_about_an_offer() && rule.offers.is_empty() {
            self.say(&spot, "condition:", Flaw::RuleWithoutOffers(id()));
        }
        if let Some(last) = rule.valid_to.filter(|last| *last < self.today) {
            self.say(&spot, "valid_to:", Flaw::RuleEnded(id(), last));
        }
        match rule.checked {
            None => self.say(&spot, "checked:", Flaw::RuleNeverChecked(id())),
            Some(day) if day.checked_add_days(Days::new(RULE_DAYS)).is_some_and(|due| due < self.today) => {
                self.say(&spot, "checked:", Flaw::RuleOverdue(id(), day));
            }
            Some(_) => {}
        }
    }

    fn suggestions(&mut self) {
        let spot = Spot { file: "templates/common.ron", line: 0 };
        for line in &self.library.common.suggestions {
            self.offers_named(&spot, "suggestions", "offers", &line.offers);
            for key in line.themes.iter().filter(|key| !knows(&self.library.municipality.themes, key)) {
                self.unknown_key(&spot, "suggestions", "themes", key);
            }
        }
    }
}

fn knows(list: &[Named], key: &str) -> bool {
    list.iter().any(|named| named.key == key)
}

/// Line and column where `needle` is first written from line `from` on, before the next id; line `from` when nowhere. Best
/// effort: the reader itself tells no places of what it read.
fn place(lines: &[&str], from: usize, needle: &str) -> (usize, usize) {
    let first = from.max(1);
    let lines = lines.iter().enumerate().skip(first - 1);
    for (at, line) in lines.take_while(|(at, line)| from == 0 || at + 1 == first || !begins_another(line)) {
        if let Some((before, _)) = line.split_once(needle) {
            return (at + 1, before.chars().count() + 1);
        }
    }
    (first, 1)
}

fn begins_another(line: &str) -> bool {
    line.trim_start().trim_start_matches('(').starts_with("id:")
}

#[cfg(test)]
mod tests;
