//! `opstart catalog search`, `show` and `list`; the others have files of their own.

mod check;
mod exchange;
mod missing;

use std::io::Write;

use serde::Serialize;

use super::{Failure, Place, columns, json, print, told};
use crate::catalog::clean::clean_line;
use crate::catalog::library::Library;
use crate::catalog::search::{Filter, Hit, Index, Why};
use crate::cli::{CatalogCommand, Format, Search};
use crate::report::{offer, words};
use crate::storage::folders;
use crate::text::w;

/// How many names that look alike are worth saying.
const NEAR: usize = 3;

pub(super) fn run(
    command: &CatalogCommand,
    place: &Place,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<u8, Failure> {
    match command {
        CatalogCommand::Search(asked) => search(asked, &library(place, aside)?, place, out),
        CatalogCommand::Show { id, format } => show(id, format.format, &library(place, aside)?, place, out),
        CatalogCommand::List { format } => list(format.format, &library(place, aside)?, place, out),
        // What it writes into is named, whatever catalogue is used otherwise.
        CatalogCommand::Import(asked) => exchange::import(asked, place, out),
        CatalogCommand::Export(asked) => exchange::export(asked, &library(place, aside)?, place, out),
        CatalogCommand::Check { format } => check::run(format.format, place, out),
        CatalogCommand::Missing { fictitious, format } => missing::run(format.format, *fictitious, place, out, aside),
    }
}

/// The catalogue that is used; that something is wrong in it is said beside what is asked for.
fn library(place: &Place, aside: &mut dyn Write) -> Result<Library, Failure> {
    let (library, unreadable) = place.library()?;
    let problems = library.problems.len() + unreadable.len();
    if problems > 0 {
        print(place, aside, &format!("{}\n", place.text.fmt(w("catalog-problems"), &[("count", problems.into())])))?;
    }
    Ok(library)
}

/// One query with what was found, in `--format json`.
#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    hits: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    score: f32,
    why: Vec<Reason<'a>>,
}

/// Why an offer was found: the kind, what was typed and what stands in the offer; of a paragraph that changed, the old one
/// and the new one.
#[derive(Serialize)]
struct Reason<'a> {
    kind: &'static str,
    typed: &'a str,
    found: &'a str,
}

impl<'a> Reason<'a> {
    fn of(why: &'a Why) -> Self {
        let (kind, typed, found) = match why {
            Why::Paragraph(found) => ("paragraph", found, found),
            Why::Replaced { old, new, .. } => ("replaced", old, new),
            Why::Exact(found) => ("exact", found, found),
            Why::Prefix { typed, found } => ("prefix", typed, found),
            Why::Compound { typed, found } => ("compound", typed, found),
            Why::Inflection { typed, found } => ("inflection", typed, found),
            Why::Spelling { typed, found } => ("spelling", typed, found),
            Why::Synonym { typed, found } => ("synonym", typed, found),
            Why::Abbreviation(found) => ("abbreviation", found, found),
            Why::Description(found) => ("description", found, found),
        };
        Self { kind, typed, found }
    }

    fn in_words(why: &Why, place: &Place) -> String {
        if let Why::Replaced { old, new, last } = why {
            return words::changed_law(&place.text, old, new, *last, place.today());
        }
        let Reason { typed, found, .. } = Reason::of(why);
        if typed == found { found.to_owned() } else { format!("{typed} → {found}") }
    }
}

fn search(asked: &Search, library: &Library, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let queries = match &asked.queries {
        None => vec![asked.query.join(" ")],
        Some(file) => {
            let text = folders::read_text(file).map_err(|why| {
                let (_, _, what) = told::unreadable(&place.text, &why);
                Failure::new(
                    place.text.fmt(w("fail-queries"), &[("path", told::path(file).into()), ("what", what.into())]),
                )
            })?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(String::from).collect()
        }
    };
    let index = Index::new(&library.offers, &library.synonyms);
    for query in &queries {
        let hits = index.search(query, asked.limit, &Filter::default());
        let printed = match asked.format.format {
            Format::Json => json(place, &answer(query, &hits, library), false)?,
            Format::Text => lines(query, &hits, library, place, queries.len() > 1),
        };
        print(place, out, &printed)?;
    }
    Ok(0)
}

fn answer<'a>(query: &'a str, hits: &'a [Hit], library: &'a Library) -> Answer<'a> {
    let rows = hits.iter().filter_map(|hit| {
        let offer = library.offers.get(hit.offer)?;
        let why = hit.why.iter().map(Reason::of).collect();
        Some(Row { id: &offer.id, name: &offer.name, score: hit.score, why })
    });
    Answer { query, hits: rows.collect() }
}

fn lines(query: &str, hits: &[Hit], library: &Library, place: &Place, headed: bool) -> String {
    let shown = clean_line(query);
    if hits.is_empty() {
        return format!("{}\n", place.text.fmt(w("catalog-nothing"), &[("query", shown.into())]));
    }
    let rows = hits.iter().filter_map(|hit| {
        let offer = library.offers.get(hit.offer)?;
        let why: Vec<String> = hit.why.iter().map(|why| Reason::in_words(why, place)).collect();
        let department = library.department_name(&offer.department).to_owned();
        Some(vec![offer.id.clone(), offer.name.clone(), department, why.join(", ")])
    });
    let head = if headed { format!("# {shown}\n") } else { String::new() };
    head + &columns(&rows.collect::<Vec<_>>())
}

fn show(id: &str, format: Format, library: &Library, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let Some(offer) = library.offer(&id.to_lowercase()).or_else(|| library.offer(id)) else {
        let near =
            Index::new(&library.offers, &library.synonyms).search(&id.replace('-', " "), NEAR, &Filter::default());
        let near: Vec<&str> =
            near.iter().filter_map(|hit| library.offers.get(hit.offer)).map(|o| o.id.as_str()).collect();
        let args = [("id", clean_line(id).into()), ("near", near.join(", ").into())];
        let word = if near.is_empty() { w("fail-no-offer") } else { w("fail-no-offer-near") };
        return Err(Failure::new(place.text.fmt(word, &args)));
    };
    let printed = match format {
        Format::Json => json(place, offer, true)?,
        Format::Text => offer::sheet(offer, library, &place.text),
    };
    print(place, out, &printed)?;
    Ok(0)
}

fn list(format: Format, library: &Library, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let printed = match format {
        Format::Json => json(place, &library.offers, true)?,
        Format::Text => {
            let row = |offer: &crate::domain::offer::Offer| {
                vec![offer.id.clone(), offer.name.clone(), library.department_name(&offer.department).to_owned()]
            };
            columns(&library.offers.iter().map(row).collect::<Vec<_>>())
        }
    };
    print(place, out, &printed)?;
    Ok(0)
}
