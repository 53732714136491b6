//! A tabular package as one tree for each service, in the shape of the JSON form.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::report::{Kind, Report};
use super::super::sheet::{self, Table};
use super::super::{File, Limits};
use super::fields::{Entity, Use, entity_of};
use super::{Entry, OWN, washed_text};

/// Records of a kind by id, and by what they belong to.
#[derive(Default)]
struct Records {
    rows: Vec<(Map<String, Value>, String, usize)>,
    by_id: HashMap<String, usize>,
    by_link: HashMap<(&'static str, String), Vec<usize>>,
}

/// Fields that link a record to what it belongs to.
const LINKS: [&str; 6] =
    ["service_id", "location_id", "organization_id", "contact_id", "service_at_location_id", "link_id"];

/// What belongs to a service, to a place or to a service at a place: kind of record and name of the list.
const PARTS: [(&str, &str); 10] = [
    ("phone", "phones"),
    ("contact", "contacts"),
    ("schedule", "schedules"),
    ("language", "languages"),
    ("address", "addresses"),
    ("accessibility", "accessibility"),
    ("eligibility", "eligibilities"),
    ("cost_option", "cost_options"),
    ("required_document", "required_documents"),
    ("service_area", "service_areas"),
];

/// As many records as are put into one list of a tree. A service with more has a damaged table.
const MOST_PARTS: usize = 200;

/// Reads the tables of a package; `names` are the resources of its description.
pub(super) fn read(files: &[(&File, Option<String>)], limits: Limits, report: &mut Report) -> Vec<Entry> {
    let mut all: HashMap<&'static str, Records> = HashMap::new();
    for (file, name) in files {
        let stem = file.0.rsplit('/').next().unwrap_or(&file.0);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let Some(entity) = name.as_deref().and_then(entity_of).or_else(|| entity_of(stem)) else {
            report.add(Kind::UnknownFile, &file.0, 0, "", "");
            continue;
        };
        let is_column = |column: &str| entity.fate(&entity.field(column)) != Use::Unknown;
        let table = sheet::read(&file.0, &file.1, &is_column, limits, report);
        take(&table, entity, &mut all, limits, report);
    }
    let trees = Trees { all: &all };
    let services = all.get("service").map(|records| records.rows.as_slice()).unwrap_or_default();
    trees.strays(report);
    let mut entries = Vec::new();
    for (row, file, line) in services {
        entries.push(Entry { file: file.clone(), row: *line, service: trees.service(row, (file, *line), report) });
    }
    entries
}

/// A 1.x table of terms is called what a 3.0 table of vocabularies is called.
fn real_entity(entity: &'static Entity, fields: &[String]) -> &'static Entity {
    let is_terms = entity.name == "taxonomy" && fields.iter().any(|field| field == "parent_id");
    if is_terms { entity_of("taxonomy_term").unwrap_or(entity) } else { entity }
}

fn take(
    table: &Table,
    entity: &'static Entity,
    all: &mut HashMap<&'static str, Records>,
    limits: Limits,
    report: &mut Report,
) {
    let fields: Vec<String> = table.header.iter().map(|column| entity.field(column)).collect();
    let entity = real_entity(entity, &fields);
    if entity.is_passed_over() {
        if !table.rows.is_empty() {
            let kind = if entity.name == "metadata" { Kind::Metadata } else { Kind::NoPlace };
            report.add_many(kind, &table.file, 0, entity.name, "", table.rows.len());
        }
        return;
    }
    let fates: Vec<Use> = fields.iter().map(|field| entity.fate(field)).collect();
    for (column, _) in table.header.iter().zip(&fates).filter(|(name, fate)| **fate == Use::Unknown && !name.is_empty())
    {
        report.add(Kind::UnknownColumn, &table.file, 1, column, "");
    }
    if entity.name == "service" {
        for wanted in ["id", "name"].into_iter().filter(|wanted| !fields.iter().any(|field| field == wanted)) {
            report.add(Kind::MissingColumn, &table.file, 1, wanted, "");
        }
    }
    let records = all.entry(entity.name).or_default();
    for row in &table.rows {
        let mut map = Map::new();
        for ((cell, field), fate) in row.cells.iter().zip(&fields).zip(&fates) {
            match fate {
                _ if cell.is_empty() => {}
                Use::Read => {
                    map.insert(field.clone(), Value::String(cell.clone()));
                }
                Use::NoPlace => report.add(Kind::NoPlace, &table.file, row.line, field, cell),
                Use::Unknown => {}
            }
        }
        let own = map.get("taxonomy_term_id").and_then(Value::as_str).is_some_and(|id| id.starts_with(OWN));
        for (field, value) in &mut map {
            if let Value::String(cell) = value
                && !(own && field == "value")
            {
                *cell = washed_text(cell, (&table.file, row.line, field), limits, report);
            }
        }
        if row.cells.len() < fields.len() {
            report.add(Kind::ShortRow, &table.file, row.line, "", &row.cells.join(" "));
        }
        if !map.is_empty() {
            records.add(map, &table.file, row.line);
        }
    }
}

impl Records {
    fn add(&mut self, map: Map<String, Value>, file: &str, line: usize) {
        let at = self.rows.len();
        // The Ohana form calls the id of a term `taxonomy_id`.
        if let Some(id) = text(&map, "id").or_else(|| text(&map, "taxonomy_id")) {
            self.by_id.entry(id.to_owned()).or_insert(at);
        }
        for link in LINKS {
            if let Some(id) = text(&map, link) {
                self.by_link.entry((link, id.to_owned())).or_default().push(at);
            }
        }
        self.rows.push((map, file.to_owned(), line));
    }
}

fn text<'a>(map: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    map.get(field).and_then(Value::as_str).filter(|text| !text.is_empty())
}

struct Trees<'a> {
    all: &'a HashMap<&'static str, Records>,
}

impl Trees<'_> {
    fn by_id(&self, entity: &str, id: &str) -> Option<&Map<String, Value>> {
        let records = self.all.get(entity)?;
        let at = records.by_id.get(id)?;
        records.rows.get(*at).map(|(map, ..)| map)
    }

    fn linked(&self, entity: &str, link: &'static str, id: &str) -> Vec<Map<String, Value>> {
        let Some(records) = self.all.get(entity) else { return Vec::new() };
        let places = records.by_link.get(&(link, id.to_owned())).map(Vec::as_slice).unwrap_or_default();
        let rows = places.iter().filter_map(|at| records.rows.get(*at)).map(|(map, ..)| map.clone());
        // The same record may stand in two files of a package.
        let mut seen = HashSet::new();
        rows.filter(|map| text(map, "id").is_none_or(|id| seen.insert(id.to_owned()))).take(MOST_PARTS).collect()
    }

    /// The record with the lists of what belongs to it.
    fn with_parts(&self, map: &Map<String, Value>, link: &'static str, id: &str) -> Map<String, Value> {
        let mut map = map.clone();
        for (entity, list) in PARTS {
            let mut parts = self.linked(entity, link, id);
            if entity == "contact" {
                for contact in &mut parts {
                    let id = text(contact, "id").unwrap_or_default().to_owned();
                    put(contact, "phones", self.linked("phone", "contact_id", &id));
                }
            }
            // A field of the same name, as the Ohana form has it, is text and stays.
            if !parts.is_empty() && !map.contains_key(list) {
                put(&mut map, list, parts);
            }
        }
        map
    }

    fn service(
        &self,
        row: &Map<String, Value>,
        (file, line): (&str, usize),
        report: &mut Report,
    ) -> Map<String, Value> {
        let id = text(row, "id").unwrap_or_default();
        let mut service = if id.is_empty() { row.clone() } else { self.with_parts(row, "service_id", id) };
        for (link, entity) in [("organization_id", "organization"), ("program_id", "program")] {
            let Some(linked) = text(row, link) else { continue };
            match self.by_id(entity, linked) {
                Some(record) => {
                    service.insert(entity.to_owned(), Value::Object(record.clone()));
                }
                None => report.add(Kind::Dangling, file, line, link, linked),
            }
        }
        let places = self.places(row, id, (file, line), report);
        put(&mut service, "service_at_locations", places);
        if !service.contains_key("organization") {
            self.organization_of_place(&mut service);
        }
        put(&mut service, "attributes", self.terms(row, id, (file, line), report));
        service
    }

    fn places(
        &self,
        row: &Map<String, Value>,
        id: &str,
        (file, line): (&str, usize),
        report: &mut Report,
    ) -> Vec<Map<String, Value>> {
        let mut places = Vec::new();
        let mut links = if id.is_empty() { Vec::new() } else { self.linked("service_at_location", "service_id", id) };
        if let Some(location) = text(row, "location_id") {
            links.push(Map::from_iter([("location_id".to_owned(), Value::from(location))]));
        }
        for link in links {
            let mut place = match text(&link, "id") {
                Some(id) => self.with_parts(&link, "service_at_location_id", id),
                None => link.clone(),
            };
            let Some(linked) = text(&link, "location_id") else { continue };
            match self.by_id("location", linked) {
                Some(location) => {
                    let location = self.with_parts(location, "location_id", linked);
                    place.insert("location".to_owned(), Value::Object(location));
                }
                None => report.add(Kind::Dangling, file, line, "location_id", linked),
            }
            places.push(place);
        }
        places
    }

    /// Where services only say their place, the place says whose it is.
    fn organization_of_place(&self, service: &mut Map<String, Value>) {
        let first = service.get("service_at_locations").and_then(|places| places.get(0));
        let location = first.and_then(|place| place.get("location"));
        let id = location.and_then(|location| location.get("organization_id")).and_then(Value::as_str);
        if let Some(record) = id.and_then(|id| self.by_id("organization", id)) {
            let record = Value::Object(record.clone());
            service.insert("organization".to_owned(), record);
        }
    }

    fn terms(
        &self,
        row: &Map<String, Value>,
        id: &str,
        (file, line): (&str, usize),
        report: &mut Report,
    ) -> Vec<Map<String, Value>> {
        let mut attributes = self.linked("attribute", "link_id", id);
        attributes.extend(self.linked("attribute", "service_id", id));
        attributes.extend(self.linked("service_taxonomy", "service_id", id));
        attributes.extend(self.linked("service_taxonomy", "link_id", id));
        let several = text(row, "taxonomy_ids").unwrap_or_default().split([',', ';', '|']).map(str::trim);
        attributes.extend(
            several.filter(|id| !id.is_empty()).map(|id| Map::from_iter([("taxonomy_id".to_owned(), Value::from(id))])),
        );
        for attribute in &mut attributes {
            let link = text(attribute, "taxonomy_term_id").or_else(|| text(attribute, "taxonomy_id"));
            let Some(link) = link.map(str::to_owned) else { continue };
            match self.by_id("taxonomy_term", &link) {
                Some(term) => {
                    attribute.insert("taxonomy_term".to_owned(), Value::Object(term.clone()));
                }
                None if link.starts_with(OWN) => {}
                None => report.add(Kind::Dangling, file, line, "taxonomy_term_id", &link),
            }
        }
        attributes
    }

    /// Rows that belong to a service that is not there.
    fn strays(&self, report: &mut Report) {
        for entity in ["eligibility", "cost_option", "required_document", "service_area", "service_taxonomy"] {
            let Some(records) = self.all.get(entity) else { continue };
            for (map, file, line) in &records.rows {
                let id = text(map, "service_id").or_else(|| text(map, "link_id")).unwrap_or_default();
                if self.by_id("service", id).is_none() {
                    report.add(Kind::Dangling, file, *line, "service_id", id);
                }
            }
        }
    }
}

fn put(map: &mut Map<String, Value>, list: &str, parts: Vec<Map<String, Value>>) {
    if !parts.is_empty() {
        map.insert(list.to_owned(), parts.into_iter().map(Value::Object).collect());
    }
}
