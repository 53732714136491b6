//! Prints how good and how fast the search is, beside a plain subsequence matcher over the same texts.
//! Judges nothing. Needs the folder with `corpus_da.csv` and `queries_da.jsonl` in `OPSTART_SEARCH_EVAL`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use opstart::catalog::library::Library;
use opstart::catalog::search::{Filter, Index};
use opstart::domain::offer::{LegalBasis, Offer};

struct Case {
    class: String,
    query: String,
    relevant: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Score {
    recall: f64,
    rank: f64,
    count: usize,
}

fn main() {
    let Some(folder) = std::env::var_os("OPSTART_SEARCH_EVAL") else {
        println!("Set OPSTART_SEARCH_EVAL to the folder with corpus_da.csv and queries_da.jsonl to see the figures.");
        return;
    };
    let offers = corpus(Path::new(&folder));
    let cases = cases(Path::new(&folder));
    let synonyms = Library::builtin().synonyms;
    println!("{} offers, {} queries, {} synonyms", offers.len(), cases.len(), synonyms.entries.len());
    let index = Index::new(&offers, &synonyms);
    let filter = Filter { include_closed: true, ..Filter::default() };
    quality(&offers, &cases, &index, &filter);
    speed("as they are", &offers, &cases, &filter);
    speed("10,000", &replicated(&offers, 10_000), &cases, &filter);
}

fn quality(offers: &[Offer], cases: &[Case], index: &Index, filter: &Filter) {
    let ours = |query: &str| {
        let hits = index.search(query, 10, filter);
        hits.into_iter().map(|hit| offers[hit.offer].id.clone()).collect::<Vec<_>>()
    };
    let texts: Vec<String> = offers.iter().map(all_text).collect();
    let matcher = SkimMatcherV2::default();
    let plain = |query: &str| {
        let mut found: Vec<(i64, &str)> = texts
            .iter()
            .zip(offers)
            .filter_map(|(text, offer)| matcher.fuzzy_match(text, query).map(|score| (-score, offer.id.as_str())))
            .collect();
        found.sort_unstable();
        found.into_iter().take(10).map(|(_, id)| id.to_owned()).collect::<Vec<_>>()
    };
    let verbose = std::env::var_os("OPSTART_SEARCH_VERBOSE").is_some();
    let ours = table(cases, ours, verbose);
    let plain = table(cases, plain, false);
    println!("{:<14}{:>5}  {:>15}  {:>15}", "class", "n", "opstart", "fuzzy-matcher");
    for (class, score) in &ours {
        let (a, b) = (score.mean(), plain[class].mean());
        println!("{class:<14}{:>5}  {:>7.3}/{:<7.3}  {:>7.3}/{:<7.3}", score.count, a.0, a.1, b.0, b.1);
    }
}

impl Score {
    fn mean(self) -> (f64, f64) {
        let count = self.count.max(1) as f64;
        (self.recall / count, self.rank / count)
    }
}

fn table(cases: &[Case], search: impl Fn(&str) -> Vec<String>, verbose: bool) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for case in cases {
        let found = search(&case.query);
        let (recall, rank) = judge(&found, &case.relevant);
        if verbose && (recall < 1.0 || rank < 1.0) {
            println!(
                "{} {:?} {recall:.2} {rank:.2}\n   want {:?}\n   got  {:?}",
                case.class, case.query, case.relevant, found
            );
        }
        for class in [case.class.as_str(), "~ all"] {
            let score = scores.entry(class.to_owned()).or_default();
            score.recall += recall;
            score.rank += rank;
            score.count += 1;
        }
    }
    scores
}

/// Relevant among the first three of min(3, relevant); one over the place of the first relevant.
fn judge(found: &[String], relevant: &[String]) -> (f64, f64) {
    if relevant.is_empty() {
        let empty = f64::from(u8::from(found.is_empty()));
        return (empty, empty);
    }
    let among = found.iter().take(3).filter(|id| relevant.contains(id)).count();
    let first = found.iter().position(|id| relevant.contains(id));
    (among as f64 / relevant.len().min(3) as f64, first.map_or(0.0, |at| 1.0 / (at + 1) as f64))
}

fn speed(title: &str, offers: &[Offer], cases: &[Case], filter: &Filter) {
    let synonyms = Library::builtin().synonyms;
    let start = Instant::now();
    let index = Index::new(offers, &synonyms);
    let built = start.elapsed();
    let mut times: Vec<(Duration, String)> = Vec::new();
    for case in cases {
        for (end, letter) in case.query.char_indices() {
            let prefix = &case.query[..end + letter.len_utf8()];
            let best = (0..3).map(|_| {
                let start = Instant::now();
                black_box(index.search(black_box(prefix), 50, filter));
                start.elapsed()
            });
            times.push((best.min().unwrap(), prefix.to_owned()));
        }
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].0;
    println!(
        "{title}: {} offers, built in {built:.1?}; {} prefixes: p50 {:.2?}, p99 {:.2?}, slowest {:.2?} ({:?})",
        offers.len(),
        times.len(),
        at(50),
        at(99),
        at(100),
        times.last().unwrap().1
    );
}

fn replicated(offers: &[Offer], count: usize) -> Vec<Offer> {
    let copy = |(number, offer): (usize, &Offer)| Offer { id: format!("{}#{number}", offer.id), ..offer.clone() };
    offers.iter().cycle().take(count).enumerate().map(copy).collect()
}

fn all_text(offer: &Offer) -> String {
    let legal: Vec<&str> = offer.legal.iter().map(|basis| basis.paragraph.as_str()).collect();
    format!("{} {} {} {}", offer.name, offer.themes.join(" "), legal.join(" "), offer.description)
}

fn cases(folder: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(folder.join("queries_da.jsonl")).unwrap();
    let case = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let relevant = value["relevant"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned());
        Case {
            class: value["class"].as_str().unwrap().to_owned(),
            query: value["query"].as_str().unwrap().to_owned(),
            relevant: relevant.collect(),
        }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(case).collect()
}

fn corpus(folder: &Path) -> Vec<Offer> {
    let text = std::fs::read_to_string(folder.join("corpus_da.csv")).unwrap();
    let mut rows = rows(text.trim_start_matches('\u{feff}')).into_iter();
    let header = rows.next().unwrap();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (id, name, path, text, law) = (at("id"), at("navn"), at("kategori"), at("beskrivelse"), at("lovgrundlag"));
    rows.map(|row| Offer {
        id: row[id].clone(),
        name: row[name].clone(),
        description: row[text].clone(),
        themes: row[path].split('>').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect(),
        legal: match row[law].trim() {
            "" => Vec::new(),
            paragraph => vec![LegalBasis { paragraph: paragraph.to_owned(), ..LegalBasis::default() }],
        },
        ..Offer::default()
    })
    .collect()
}

/// Rows of a semicolon file with quoted fields.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = vec![String::new()];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => row.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(std::mem::replace(&mut row, vec![String::new()])),
            '\r' if !quoted => {}
            _ => row.last_mut().unwrap().push(c),
        }
    }
    if row.len() > 1 {
        rows.push(row);
    }
    rows
}
