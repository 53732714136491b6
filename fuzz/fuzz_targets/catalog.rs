//! Any text as the files of a catalogue: whatever it is, there is a library with a list of what is wrong.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::catalog::library::{Library, NamedText};
use opstart::catalog::search::{Filter, Index};

const NAMES: [&str; 6] =
    ["municipality.ron", "offers/a.ron", "synonyms.ron", "rules.ron", "templates/common.ron", "templates/adult.ron"];

fuzz_target!(|data: (u8, String, String)| {
    let (at, text, query) = data;
    let name = NAMES[usize::from(at) % NAMES.len()];
    let library = Library::read(&[NamedText { name: name.to_owned(), text }]);
    let index = Index::new(&library.offers, &library.synonyms);
    let hits = index.search(&query, 50, &Filter::default());
    assert!(hits.iter().all(|hit| hit.offer < library.offers.len()));
});
