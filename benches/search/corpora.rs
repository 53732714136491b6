//! The texts that are searched, the queries over them and the judging of an answer.

use std::path::Path;

use opstart::domain::offer::{LegalBasis, Offer};

/// A query with the ids that are right.
pub struct Case {
    pub class: String,
    pub query: String,
    pub relevant: Vec<String>,
}

/// The Danish catalogue of the evaluation.
pub fn danish(folder: &Path) -> Vec<Offer> {
    rows(&folder.join("corpus_da.csv"), b';', |row, at| Offer {
        id: row[at("id")].to_owned(),
        name: row[at("navn")].to_owned(),
        description: row[at("beskrivelse")].to_owned(),
        themes: row[at("kategori")]
            .split('>')
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect(),
        legal: match row[at("lovgrundlag")].trim() {
            "" => Vec::new(),
            paragraph => vec![LegalBasis { paragraph: paragraph.to_owned(), ..LegalBasis::default() }],
        },
        ..Offer::default()
    })
}

/// The services of an HSDS 1.x package: name and description, as the peers are given.
pub fn services(package: &Path) -> Vec<Offer> {
    rows(&package.join("data/services.csv"), b',', |row, at| Offer {
        id: format!("MIA:{}", &row[at("id")]),
        name: row[at("name")].to_owned(),
        description: row[at("description")].to_owned(),
        ..Offer::default()
    })
}

fn rows(file: &Path, delimiter: u8, offer: impl Fn(&csv::StringRecord, &dyn Fn(&str) -> usize) -> Offer) -> Vec<Offer> {
    let text = std::fs::read_to_string(file).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    reader.records().map(|row| offer(&row.unwrap(), &at)).collect()
}

/// The queries of a file with one JSON object on each line.
pub fn cases(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).unwrap();
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

/// The offers over and over, under other ids, until there are so many.
pub fn replicated(offers: &[Offer], count: usize) -> Vec<Offer> {
    let copy = |(number, offer): (usize, &Offer)| Offer { id: format!("{}#{number}", offer.id), ..offer.clone() };
    offers.iter().cycle().take(count).enumerate().map(copy).collect()
}

/// What a matcher without fields is given.
pub fn all_text(offer: &Offer) -> String {
    let legal: Vec<&str> = offer.legal.iter().map(|basis| basis.paragraph.as_str()).collect();
    format!("{} {} {} {}", offer.name, offer.themes.join(" "), legal.join(" "), offer.description)
}

/// Relevant among the first three of min(3, relevant); one over the place of the first relevant. A query that nothing
/// answers is right when nothing is found.
pub fn judge(found: &[String], relevant: &[String]) -> (f64, f64) {
    if relevant.is_empty() {
        let empty = f64::from(u8::from(found.is_empty()));
        return (empty, empty);
    }
    let among = found.iter().take(3).filter(|id| relevant.contains(id)).count();
    let first = found.iter().position(|id| relevant.contains(id));
    (among as f64 / relevant.len().min(3) as f64, first.map_or(0.0, |at| 1.0 / (at + 1) as f64))
}
