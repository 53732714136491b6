//! Where the time goes until a large catalogue can be searched.

use std::path::Path;

use opstart::catalog::library::Library;
use opstart::catalog::search::Index;
use opstart::storage::folders;

use crate::figures::{heading, print, timed};

const ROUNDS: usize = 30;

/// In this process and again and again, so without what a process pays for its first memory.
pub fn print_all(catalog: &Path) {
    heading(&format!("Reading the catalogue, {ROUNDS} times"));
    let (mut files, mut offers, mut index, mut all) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        all.push(timed(|| {
            let (mut found, mut library, mut built) = (None, None, None);
            files.push(timed(|| found = folders::read_catalog(catalog).ok()));
            let found = found.unwrap();
            offers.push(timed(|| library = Some(Library::read(&found.files))));
            let library = library.unwrap();
            index.push(timed(|| built = Some(Index::new(&library.offers, &library.synonyms))));
            drop(built);
        }));
    }
    print("the files", &mut files, 300.0);
    print("the offers in them", &mut offers, 300.0);
    print("the index", &mut index, 300.0);
    print("all of it", &mut all, 300.0);
}
