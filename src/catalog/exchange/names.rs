//! Departments, themes, benefit groups and areas: a file says their names, an offer holds their keys.

use std::collections::HashSet;

use super::super::clean::clean_line;
use super::cells::{pair, slug, unpaired};
use crate::domain::template::{Municipality, Named};

/// Which list of the municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Departments,
    Themes,
    Benefits,
    Areas,
}

impl List {
    pub(super) const ALL: [List; 4] = [List::Departments, List::Themes, List::Benefits, List::Areas];

    pub(super) fn of(self, municipality: &Municipality) -> &[Named] {
        match self {
            List::Departments => &municipality.departments,
            List::Themes => &municipality.themes,
            List::Benefits => &municipality.benefits,
            List::Areas => &municipality.areas,
        }
    }

    pub(super) fn of_mut(self, municipality: &mut Municipality) -> &mut Vec<Named> {
        match self {
            List::Departments => &mut municipality.departments,
            List::Themes => &mut municipality.themes,
            List::Benefits => &mut municipality.benefits,
            List::Areas => &mut municipality.areas,
        }
    }
}

/// The lists of the catalogue an import goes into, and what the import adds to them.
pub(super) struct Names<'a> {
    known: &'a Municipality,
    /// What was found, also where it was known.
    pub found: Municipality,
    /// Which keys are in `found`.
    there: HashSet<(List, String)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(known: &'a Municipality) -> Self {
        Self { known, found: Municipality::default(), there: HashSet::new() }
    }

    /// The key of what a file calls so. A name nobody knows gets a key of its own.
    pub(super) fn key(&mut self, list: List, written: &str) -> String {
        let (key, name) = read(written);
        let known = list.of(self.known);
        let by_key = |key: &str| known.iter().find(|named| named.key == key);
        let by_name = || known.iter().find(|named| same(&named.name, &name));
        let found = match key {
            Some(key) => by_key(&key).cloned().unwrap_or(Named { key, name, about: String::new() }),
            None => {
                let made = made_key(&name);
                let known = by_key(&name).or_else(|| by_key(&made)).or_else(by_name).cloned();
                known.unwrap_or(Named { key: made, name, about: String::new() })
            }
        };
        let key = found.key.clone();
        if self.there.insert((list, key.clone())) {
            list.of_mut(&mut self.found).push(found);
        }
        key
    }
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn made_key(name: &str) -> String {
    let key = slug(name);
    if key.is_empty() { name.to_owned() } else { key }
}

/// Key, where it is said, and name: `Børn og familie [familie]`.
fn read(written: &str) -> (Option<String>, String) {
    if let Some((key, name)) = unpaired(written) {
        return (Some(key), name);
    }
    let split = written.strip_suffix(']').and_then(|head| head.rsplit_once('['));
    match split {
        Some((name, key)) if !key.is_empty() && !name.trim().is_empty() => (Some(key.to_owned()), clean_line(name)),
        _ => (None, clean_line(written)),
    }
}

/// How a key is written into a file: its name where that gives the key back, else both.
pub(super) fn written(list: List, key: &str, municipality: &Municipality) -> String {
    let named = list.of(municipality).iter().find(|named| named.key == key);
    let name = named.map_or(key, |named| &named.name);
    let both = format!("{name} [{key}]");
    let gives = |text: &str| {
        let (read_key, read_name) = read(text);
        let key_of = read_key.unwrap_or_else(|| made_key(&read_name));
        key_of == key && read_name == name
    };
    [name, &both].into_iter().find(|text| gives(text)).map_or_else(|| pair(key, name), str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    fn municipality(key: &str, name: &str) -> Municipality {
        let named = Named { key: key.into(), name: name.into(), about: String::new() };
        Municipality { departments: vec![named], ..Municipality::default() }
    }

    #[test]
    fn a_known_name_gives_the_key_it_has_there() {
        let known = municipality("familie", "Børn og familie");
        for written in ["Børn og familie", "børn og Familie", "familie", "Familie"] {
            assert_eq!(Names::new(&known).key(List::Departments, written), "familie", "{written}");
        }
        assert_eq!(Names::new(&known).key(List::Departments, "Børn"), "boern");
        assert_eq!(Names::new(&known).key(List::Themes, "Børn og familie"), "boern-og-familie");
    }

    #[test]
    fn a_name_that_does_not_give_its_key_is_written_with_it() {
        assert_eq!(
            written(List::Departments, "familie", &municipality("familie", "Børn og familie")),
            "Børn og familie [familie]"
        );
        assert_eq!(written(List::Departments, "bolig", &municipality("bolig", "Bolig")), "Bolig");
        assert_eq!(written(List::Departments, "ukendt", &municipality("bolig", "Bolig")), "ukendt");
    }

    proptest! {
        #[test]
        fn any_key_and_name_come_back(key in "[a-z]{0,3}|.*", name in "[A-Za-z \\[\\]\"]{0,4}|.*") {
            let there = municipality(&key, &name);
            let nobody = Municipality::default();
            let mut names = Names::new(&nobody);
            let cell = written(List::Departments, &key, &there);
            prop_assert_eq!(names.key(List::Departments, &cell), key);
            prop_assert_eq!(&names.found.departments, &there.departments);
        }
    }
}
