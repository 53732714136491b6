//! The JSON form: a service, a list of them, a page of an answer, an organisation with its services.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::report::{Kind, Report};
use super::super::{File, Limits, sheet};
use super::fields::{Use, entity_of};
use super::{Entry, OWN, washed_text};

/// Fields that only a service has.
const SERVICE_FIELDS: [&str; 9] = [
    "status",
    "organization",
    "service_at_locations",
    "service_areas",
    "cost_options",
    "eligibility_description",
    "minimum_age",
    "application_process",
    "fees_description",
];

/// As deep as services are looked for.
const DEEPEST: usize = 6;

/// Reads the JSON files of a package. The fullest record of each id counts.
pub(super) fn read(files: &[&File], limits: Limits, report: &mut Report) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for file in files {
        let text = sheet::text_of(&file.0, &file.1, report);
        let value: Value = match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(error) => {
                report.add(Kind::Damaged, &file.0, error.line(), "", &error.to_string());
                continue;
            }
        };
        let mut found = Vec::new();
        find(value, DEEPEST, &mut found);
        if found.is_empty() {
            report.add(Kind::UnknownFile, &file.0, 0, "", "");
        }
        if found.len() > limits.rows {
            found.truncate(limits.rows);
            report.add(Kind::TooManyRows, &file.0, 0, "", &limits.rows.to_string());
        }
        for (at, service) in found.into_iter().enumerate() {
            let entry = Entry { file: file.0.clone(), row: at + 1, service };
            let id = entry.service.get("id").map(Value::to_string).unwrap_or_default();
            match by_id.get(&id).and_then(|at| entries.get_mut(*at)) {
                Some(other) if !id.is_empty() => {
                    report.add(Kind::DuplicateId, &entry.file, entry.row, "", id.trim_matches('"'));
                    if weight(&entry.service) > weight(&other.service) {
                        *other = entry;
                    }
                }
                _ => {
                    by_id.insert(id, entries.len());
                    entries.push(entry);
                }
            }
        }
    }
    for entry in &mut entries {
        let place = (entry.file.as_str(), entry.row);
        walk(&mut entry.service, "service", place, limits, report);
    }
    entries
}

fn weight(service: &Map<String, Value>) -> usize {
    serde_json::to_string(service).map_or(0, |text| text.len())
}

/// All services in a value, wherever they are.
fn find(value: Value, deep: usize, found: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(items) if deep > 0 => items.into_iter().for_each(|item| find(item, deep - 1, found)),
        Value::Object(mut map) => {
            if is_service(&map) {
                found.push(map);
                return;
            }
            if let Some(Value::Object(mut service)) = map.remove("service") {
                // A service at a place: the place belongs to the service.
                service.entry("service_at_locations").or_insert_with(|| Value::Array(vec![Value::Object(map)]));
                found.push(service);
                return;
            }
            if let Some(Value::Array(services)) = map.remove("services") {
                let before = found.len();
                if deep > 0 {
                    for service in services {
                        find_under(service, deep - 1, found);
                    }
                }
                let organization = Value::Object(map);
                for service in found.iter_mut().skip(before) {
                    service.entry("organization").or_insert_with(|| organization.clone());
                }
                return;
            }
            if deep > 0 {
                for list in ["contents", "content", "data", "items", "results"] {
                    if let Some(inner @ Value::Array(_)) = map.remove(list) {
                        find(inner, deep - 1, found);
                    }
                }
            }
        }
        _ => {}
    }
}

/// What stands in a list of services is one, however little it says.
fn find_under(value: Value, deep: usize, found: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Object(map) if map.contains_key("name") => found.push(map),
        other => find(other, deep, found),
    }
}

fn is_service(map: &Map<String, Value>) -> bool {
    map.contains_key("name")
        && !map.contains_key("latitude")
        && !map.contains_key("services")
        && SERVICE_FIELDS.iter().any(|field| map.contains_key(*field))
}

/// Washes all texts below a record and says which fields have no place.
fn walk(map: &mut Map<String, Value>, name: &str, place: (&str, usize), limits: Limits, report: &mut Report) {
    let (file, row) = place;
    let entity = entity_of(name);
    let is_own = |value: Option<&Value>| value.and_then(Value::as_str).is_some_and(|id| id.starts_with(OWN));
    let own = is_own(map.get("taxonomy_term_id")) || is_own(map.get("taxonomy_term").and_then(|term| term.get("id")));
    for (field, value) in map.iter_mut() {
        match value {
            Value::Object(inner) => walk_part(inner, field, place, limits, report),
            Value::Array(items) if field == "metadata" => {
                if !items.is_empty() {
                    report.add_many(Kind::Metadata, file, row, field, "", items.len());
                }
            }
            Value::Array(items) => {
                for item in items {
                    match item {
                        Value::Object(inner) => walk_part(inner, field, place, limits, report),
                        Value::String(text) => *text = washed_text(text, (file, row, field), limits, report),
                        _ => {}
                    }
                }
            }
            Value::Null => {}
            scalar => {
                let text = scalar.as_str().map_or_else(|| scalar.to_string(), str::to_owned);
                let fate = entity.map_or(Use::Unknown, |entity| entity.fate(field));
                match fate {
                    _ if text.is_empty() => {}
                    Use::Read if own && field == "value" => {}
                    Use::Read => *scalar = Value::String(washed_text(&text, (file, row, field), limits, report)),
                    Use::NoPlace => report.add(Kind::NoPlace, file, row, &format!("{name}.{field}"), &text),
                    Use::Unknown => report.add(Kind::UnknownColumn, file, row, &format!("{name}.{field}"), &text),
                }
            }
        }
    }
}

fn walk_part(map: &mut Map<String, Value>, name: &str, place: (&str, usize), limits: Limits, report: &mut Report) {
    match entity_of(name) {
        Some(entity) if entity.is_passed_over() => {
            let kind = if entity.name == "metadata" { Kind::Metadata } else { Kind::NoPlace };
            report.add(kind, place.0, place.1, entity.name, "");
        }
        Some(entity) => walk(map, entity.name, place, limits, report),
        None => report.add(Kind::UnknownColumn, place.0, place.1, name, ""),
    }
}
