//! Imported offers into the files of a catalogue folder. What is there and not touched keeps every byte, comments too.

use std::collections::{BTreeMap, HashMap};

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::super::library::NamedText;
use super::Imported;
use super::cells::slug;
use super::names::List;
use crate::domain::offer::Offer;
use crate::domain::template::{Municipality, Named};

/// Name of the file with the departments and themes.
pub const MUNICIPALITY: &str = "municipality.ron";

/// Files to write, and what is new in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that are new or changed, whole. Empty when the folder already holds all of it.
    pub files: Vec<NamedText>,
    /// How many offers the folder did not have.
    pub added: usize,
    /// How many offers took the place of one with the same id.
    pub replaced: usize,
    /// How many offers were there already, exactly so.
    pub unchanged: usize,
}

/// A file of the folder that cannot be read, so that nothing may be written into the folder. Its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// What has to be written so that a folder with these files holds the imported offers: those with the same id are
/// replaced where they stand, new ones come at the end of their department's file, all others stay.
pub fn merged(files: &[NamedText], imported: &Imported) -> Result<Changes, Unreadable> {
    let mut changes = Changes::default();
    let municipality = files.iter().find(|file| file.name == MUNICIPALITY);
    if let Some(text) = with_names(municipality, &imported.municipality)? {
        changes.files.push(NamedText { name: MUNICIPALITY.to_owned(), text });
    }
    let mut there = Vec::new();
    for file in files.iter().filter(|file| file.name.starts_with("offers/")) {
        there.push(OfferFile::read(file)?);
    }
    let mut places: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, file) in there.iter().enumerate() {
        for (number, entry) in file.entries.iter().enumerate() {
            places.entry(entry.offer.id.clone()).or_insert((at, number));
        }
    }
    let mut edits: BTreeMap<&str, Edits> = BTreeMap::new();
    let mut new: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for offer in &imported.offers {
        let place = places.get(&offer.id).and_then(|(at, number)| {
            let file = there.get(*at)?;
            Some((file, file.entries.get(*number)?))
        });
        match place {
            Some((_, entry)) if entry.offer == *offer => changes.unchanged += 1,
            Some((file, entry)) => {
                changes.replaced += 1;
                edits.entry(&file.name).or_default().push((entry.from, entry.to, offer_text(offer)));
            }
            None => {
                changes.added += 1;
                new.entry(file_of(&offer.department)).or_default().push(offer_text(offer));
            }
        }
    }
    for file in &there {
        let mut edits = edits.remove(file.name.as_str()).unwrap_or_default();
        if let Some(added) = new.remove(&file.name) {
            match file.entries.last() {
                Some(last) => edits.push((last.to, last.to, format!(",\n    {}", added.join(",\n    ")))),
                None => edits.push((0, file.text.len(), list_text(&added))),
            }
        }
        if !edits.is_empty() {
            changes.files.push(NamedText { name: file.name.clone(), text: edited(file.text, edits) });
        }
    }
    changes.files.extend(new.into_iter().map(|(name, added)| NamedText { name, text: list_text(&added) }));
    Ok(changes)
}

/// Places of a text with what comes there instead.
type Edits = Vec<(usize, usize, String)>;

fn edited(text: &str, mut edits: Edits) -> String {
    edits.sort_by_key(|(from, ..)| *from);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to, instead) in edits {
        out.push_str(text.get(at..from).unwrap_or_default());
        out.push_str(&instead);
        at = to;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

struct OfferFile<'a> {
    name: String,
    text: &'a str,
    entries: Vec<Entry>,
}

struct Entry {
    offer: Offer,
    from: usize,
    to: usize,
}

impl<'a> OfferFile<'a> {
    fn read(file: &'a NamedText) -> Result<Self, Unreadable> {
        let broken = || Unreadable(file.name.clone());
        let raw: Vec<&RawValue> = options().from_str(bare(&file.text)).map_err(|_| broken())?;
        let mut entries = Vec::with_capacity(raw.len());
        for value in raw {
            let (from, to) = place(&file.text, value);
            let offer = options().from_str(value.get_ron()).map_err(|_| broken())?;
            entries.push(Entry { offer, from, to });
        }
        Ok(Self { name: file.name.clone(), text: &file.text, entries })
    }
}

fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Where a value stands in the text it was read from.
fn place(text: &str, value: &RawValue) -> (usize, usize) {
    let value = value.trim().get_ron();
    let from = (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    (from, (from + value.len()).min(text.len()))
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// A value as the files of the catalogue have it, at this depth. No text holds a bare line end, for they are escaped.
fn text_of(value: &impl Serialize, depth: usize) -> String {
    let pretty = PrettyConfig::new().new_line("\n").struct_names(false).compact_arrays(true);
    // The types of the catalogue can all be written; were one not, an empty record would stand there and be seen.
    let text = options().to_string_pretty(value, pretty).unwrap_or_else(|_| String::from("()"));
    text.replace('\n', &format!("\n{}", "    ".repeat(depth)))
}

fn offer_text(offer: &Offer) -> String {
    text_of(offer, 1)
}

fn list_text(entries: &[String]) -> String {
    format!("[\n    {},\n]\n", entries.join(",\n    "))
}

/// The file of a department.
fn file_of(department: &str) -> String {
    /// Names that Windows keeps for itself.
    const KEPT: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let stem = match slug(department) {
        stem if stem.is_empty() => String::from("uden-afdeling"),
        stem if KEPT.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit())) => format!("afdeling-{stem}"),
        stem => stem,
    };
    format!("offers/{stem}.ron")
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RawMunicipality<'a> {
    #[serde(borrow)]
    departments: Vec<&'a RawValue>,
    #[serde(borrow)]
    themes: Vec<&'a RawValue>,
    #[serde(borrow)]
    benefits: Vec<&'a RawValue>,
    #[serde(borrow)]
    areas: Vec<&'a RawValue>,
}

/// The municipality's file with the names that it lacks; `None` where it lacks none.
fn with_names(file: Option<&NamedText>, found: &Municipality) -> Result<Option<String>, Unreadable> {
    let Some(file) = file else { return Ok(Some(text_of(found, 0) + "\n")) };
    let broken = |_| Unreadable(file.name.clone());
    let mut there: Municipality = options().from_str(bare(&file.text)).map_err(broken)?;
    let raw: RawMunicipality<'_> = options().from_str(bare(&file.text)).map_err(broken)?;
    let mut edits = Edits::new();
    let mut whole = false;
    for list in List::ALL {
        let has = |named: &&Named| list.of(&there).iter().any(|known| known.key == named.key);
        let lacking: Vec<Named> = list.of(found).iter().filter(|named| !has(named)).cloned().collect();
        if lacking.is_empty() {
            continue;
        }
        let entries = match list {
            List::Departments => &raw.departments,
            List::Themes => &raw.themes,
            List::Benefits => &raw.benefits,
            List::Areas => &raw.areas,
        };
        match entries.last() {
            Some(last) => {
                let (_, to) = place(&file.text, last);
                let texts = lacking.iter().map(|named| format!(",\n        {}", text_of(named, 2)));
                edits.push((to, to, texts.collect()));
            }
            // There is no place in the text to add to.
            None => whole = true,
        }
        list.of_mut(&mut there).extend(lacking);
    }
    Ok(match (whole, edits.is_empty()) {
        (true, _) => Some(text_of(&there, 0) + "\n"),
        (false, true) => None,
        (false, false) => Some(edited(&file.text, edits)),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::catalog::library::Library;

    fn offer(id: &str, name: &str, department: &str) -> Offer {
        Offer { id: id.into(), name: name.into(), department: department.into(), ..Offer::default() }
    }

    fn imported(offers: &[Offer]) -> Imported {
        let named = |key: &str| Named { key: key.into(), name: key.to_uppercase(), about: String::new() };
        let municipality = Municipality { departments: vec![named("a"), named("b")], ..Municipality::default() };
        Imported { offers: offers.to_vec(), municipality, ..Imported::default() }
    }

    /// The folder after the changes.
    fn after(mut files: Vec<NamedText>, changes: &Changes) -> Vec<NamedText> {
        for changed in &changes.files {
            files.retain(|file| file.name != changed.name);
            files.push(changed.clone());
        }
        files
    }

    #[test]
    fn a_new_folder_reads_back_as_what_was_imported_and_a_second_import_changes_nothing() {
        let library = Library::builtin();
        let all = Imported {
            offers: library.offers.clone(),
            municipality: library.municipality.clone(),
            ..Imported::default()
        };
        let changes = merged(&[], &all).unwrap();
        assert_eq!((changes.added, changes.replaced, changes.unchanged), (library.offers.len(), 0, 0));
        let read = Library::read(&changes.files);
        assert_eq!(
            (read.offers, read.municipality, read.problems),
            (library.offers.clone(), library.municipality, vec![])
        );
        let again = merged(&changes.files, &all).unwrap();
        assert_eq!(again, Changes { unchanged: library.offers.len(), ..Changes::default() });
    }

    #[test]
    fn what_is_not_imported_keeps_every_byte() {
        let text = "// Øverst\r\n[\r\n  // den første\r\n  (id: \"x\", name: \"X\", department: \"a\"), // efter x\r\n  ( id: \"y\", name: \"Y\", department: \"a\" ) // sidst\r\n]\r\n";
        let municipality = "( // vores\n name: \"Her\", departments: [(key: \"a\", name: \"Afdeling A\") /* en */], )";
        let files = vec![
            NamedText { name: "offers/hus.ron".into(), text: text.into() },
            NamedText { name: MUNICIPALITY.into(), text: municipality.into() },
        ];
        let changes = merged(&files, &imported(&[offer("x", "Ny X", "b"), offer("z", "Z", "b")])).unwrap();
        assert_eq!((changes.added, changes.replaced), (1, 1));
        let after = after(files, &changes);
        let text_of = |name: &str| after.iter().find(|file| file.name == name).unwrap().text.clone();
        let hus = text_of("offers/hus.ron");
        assert!(hus.starts_with("// Øverst\r\n[\r\n  // den første\r\n  (\n"), "{hus}");
        assert!(
            hus.ends_with("), // efter x\r\n  ( id: \"y\", name: \"Y\", department: \"a\" ) // sidst\r\n]\r\n"),
            "{hus}"
        );
        assert!(
            text_of(MUNICIPALITY)
                .starts_with("( // vores\n name: \"Her\", departments: [(key: \"a\", name: \"Afdeling A\"),\n")
        );
        let library = Library::read(&after);
        assert_eq!(library.offers.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["Y", "Ny X", "Z"]);
        assert_eq!(library.department_name("a"), "Afdeling A");
        assert_eq!(library.department_name("b"), "B");
    }

    #[test]
    fn a_folder_with_a_damaged_file_is_left_alone() {
        let files = [NamedText { name: "offers/a.ron".into(), text: "[(id: ".into() }];
        assert_eq!(merged(&files, &imported(&[])), Err(Unreadable("offers/a.ron".into())));
    }

    #[test]
    fn no_department_gives_a_name_that_windows_cannot_write() {
        for (department, file) in
            [("aux", "offers/afdeling-aux.ron"), ("", "offers/uden-afdeling.ron"), ("../x", "offers/x.ron")]
        {
            assert_eq!(file_of(department), file);
        }
    }
}
