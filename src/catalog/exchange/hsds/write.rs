//! A catalogue as an HSDS 3.0 tabular package. What the standard has no place for is an attribute of our own, so that
//! the package reads back as the same catalogue.

use serde_json::json;

use super::super::cells::day_text;
use super::super::columns::COLUMNS;
use super::super::report::Report;
use super::super::{File, Limits, Package, markup, sheet};
use super::{OWN, description, import};
use crate::catalog::library::Library;
use crate::domain::offer::{Offer, OfferState};
use crate::domain::template::{Municipality, Named};

/// Name of the vocabulary of our own terms.
const VOCABULARY: &str = "opstart";

/// A table: resource, file, columns.
const TABLES: [(&str, &str, &[&str]); 11] = [
    ("organization", "organizations.csv", &["id", "name", "description"]),
    (
        "service",
        "services.csv",
        &[
            "id",
            "organization_id",
            "name",
            "description",
            "status",
            "interpretation_services",
            "application_process",
            "fees_description",
            "wait_time",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "alert",
            "email",
        ],
    ),
    ("location", "locations.csv", &["id", "location_type", "name", "transportation"]),
    ("service_at_location", "service_at_location.csv", &["id", "service_id", "location_id"]),
    ("contact", "contacts.csv", &["id", "service_id", "name"]),
    ("phone", "phones.csv", &["id", "service_id", "number"]),
    ("schedule", "schedules.csv", &["id", "service_id", "description"]),
    ("service_area", "service_areas.csv", &["id", "service_id", "name"]),
    ("taxonomy_term", "taxonomy_terms.csv", &["id", "code", "name", "description", "taxonomy", "taxonomy_id"]),
    ("taxonomy", "taxonomies.csv", &["id", "name", "description"]),
    ("attribute", "attributes.csv", &["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value"]),
];

/// Columns that HSDS cannot do without.
const REQUIRED: &[(&str, &str)] = &[
    ("organization", "name"),
    ("organization", "description"),
    ("service", "organization_id"),
    ("service", "name"),
    ("service", "status"),
    ("location", "location_type"),
    ("service_at_location", "service_id"),
    ("service_at_location", "location_id"),
    ("phone", "number"),
    ("taxonomy_term", "name"),
    ("taxonomy_term", "description"),
    ("taxonomy", "name"),
    ("taxonomy", "description"),
    ("attribute", "link_id"),
    ("attribute", "taxonomy_term_id"),
    ("attribute", "link_entity"),
];

/// The package.
pub(in crate::catalog::exchange) fn export(library: &Library) -> Package {
    let mut tables = Tables::default();
    tables.names(&library.municipality);
    for offer in &library.offers {
        tables.offer(offer, &library.municipality);
    }
    // What others can read may not be all: what would come back otherwise, or not at all, is said in our own words.
    let files = tables.files();
    let files: Vec<&File> = files.iter().collect();
    let back = import(&files, &Municipality::default(), Limits::default(), Report::default());
    let back: std::collections::HashMap<&str, &Offer> =
        back.offers.iter().map(|offer| (offer.id.as_str(), offer)).collect();
    for offer in &library.offers {
        tables.own(offer, back.get(offer.id.as_str()).copied(), &library.municipality);
    }
    let mut package = Package { files: tables.files() };
    package.files.push((description::NAME.to_owned(), described()));
    package.files.sort();
    package
}

/// The rows of each of [`TABLES`].
#[derive(Default)]
struct Tables {
    rows: [Vec<Vec<String>>; TABLES.len()],
}

impl Tables {
    /// Adds a record: fields in any order, those that are not named are empty.
    fn add(&mut self, table: &str, fields: &[(&str, &str)]) {
        let Some(at) = TABLES.iter().position(|(name, ..)| *name == table) else { return };
        let Some((_, _, columns)) = TABLES.get(at) else { return };
        let cell = |column: &&str| {
            let value = fields.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value);
            let verbatim = table == "attribute" && *column == "value";
            if !verbatim && markup::without(value).is_some() { markup::escaped(value) } else { value.to_owned() }
        };
        if let Some(rows) = self.rows.get_mut(at) {
            rows.push(columns.iter().map(cell).collect());
        }
    }

    fn names(&mut self, municipality: &Municipality) {
        for Named { key, name, about } in &municipality.departments {
            self.add("organization", &[("id", key), ("name", name), ("description", about)]);
        }
        self.add("taxonomy", &[("id", "themes"), ("name", "Temaer"), ("description", "Themes of the catalogue")]);
        for Named { key, name, about } in &municipality.themes {
            let id = format!("theme-{key}");
            let fields = [("id", &*id), ("code", key), ("name", name), ("description", about)];
            self.add("taxonomy_term", &[&fields[..], &[("taxonomy", "Temaer"), ("taxonomy_id", "themes")]].concat());
        }
        let about = "Fields of the catalogue that HSDS has no place for: each value is a cell of the plain CSV form";
        self.add("taxonomy", &[("id", VOCABULARY), ("name", VOCABULARY), ("description", about)]);
        for column in COLUMNS {
            let id = format!("{OWN}{}", column.name);
            let fields = [("id", &*id), ("code", column.name), ("name", column.name), ("description", column.name)];
            self.add(
                "taxonomy_term",
                &[&fields[..], &[("taxonomy", VOCABULARY), ("taxonomy_id", VOCABULARY)]].concat(),
            );
        }
    }

    fn offer(&mut self, offer: &Offer, municipality: &Municipality) {
        let number = |value: Option<u8>| value.map(|n| n.to_string()).unwrap_or_default();
        let weeks = |n: u16| format!("{n} {}", if n == 1 { "week" } else { "weeks" });
        let state = match offer.state {
            OfferState::Active => "active",
            OfferState::UnderReview => "temporarily closed",
            OfferState::Closed => "inactive",
        };
        let wait = offer.waiting_weeks.map(weeks).unwrap_or_default();
        let assured = offer.reviewed.map(day_text).unwrap_or_default();
        let known = municipality.departments.iter().any(|named| named.key == offer.department);
        let organization = if known { offer.department.as_str() } else { "" };
        self.add(
            "service",
            &[
                ("id", &offer.id),
                ("organization_id", organization),
                ("name", &offer.name),
                ("description", if offer.description.is_empty() { &offer.plain } else { &offer.description }),
                ("status", state),
                ("interpretation_services", &offer.languages),
                ("application_process", &offer.referral),
                ("fees_description", &offer.price),
                ("wait_time", &wait),
                ("eligibility_description", &offer.target),
                ("minimum_age", &number(offer.ages.from)),
                ("maximum_age", &number(offer.ages.to)),
                ("assured_date", &assured),
                ("alert", &offer.state_note),
                ("email", &offer.contact.email),
            ],
        );
        self.parts(offer, municipality);
    }

    fn parts(&mut self, offer: &Offer, municipality: &Municipality) {
        let id = &offer.id;
        if !offer.place.is_empty() {
            let fields =
                [("location_type", "physical"), ("name", &*offer.place), ("transportation", &*offer.transport)];
            self.add("location", &[&[("id", id.as_str())], &fields[..]].concat());
            self.add("service_at_location", &[("id", id), ("service_id", id), ("location_id", id)]);
        }
        let single = [
            ("contact", "name", &offer.contact.name),
            ("phone", "number", &offer.contact.phone),
            ("schedule", "description", &offer.contact.hours),
        ];
        for (table, field, value) in single {
            if !value.is_empty() {
                self.add(table, &[("id", id), ("service_id", id), (field, value)]);
            }
        }
        for area in offer.areas.iter().flatten() {
            let name = municipality.areas.iter().find(|named| named.key == *area).map_or(area, |named| &named.name);
            self.add("service_area", &[("id", &format!("{id}:{area}")), ("service_id", id), ("name", name)]);
        }
        for theme in offer.themes.iter().filter(|theme| municipality.themes.iter().any(|t| t.key == **theme)) {
            let fields =
                [("id", &*format!("{id}:{theme}")), ("link_id", id), ("taxonomy_term_id", &format!("theme-{theme}"))];
            self.add("attribute", &[&fields[..], &[("link_type", "theme"), ("link_entity", "service")]].concat());
        }
    }

    /// Attributes for the fields that would come back otherwise.
    fn own(&mut self, offer: &Offer, back: Option<&Offer>, municipality: &Municipality) {
        let (mut offer, mut back) = (offer.clone(), back.cloned().unwrap_or_default());
        for column in COLUMNS.iter().skip(1) {
            let cell = column.cell(&mut offer, municipality);
            if cell == column.cell(&mut back, municipality) {
                continue;
            }
            let fields = [
                ("id", &*format!("{}:{}", offer.id, column.name)),
                ("link_id", &offer.id),
                ("taxonomy_term_id", &format!("{OWN}{}", column.name)),
                ("link_type", VOCABULARY),
                ("link_entity", "service"),
                ("value", &cell),
            ];
            self.add("attribute", &fields);
        }
    }

    fn files(&self) -> Vec<File> {
        let tables = TABLES.iter().zip(&self.rows);
        tables.map(|((_, file, columns), rows)| ((*file).to_owned(), sheet::write(columns, rows, b','))).collect()
    }
}

/// The description of the package.
fn described() -> Vec<u8> {
    let resource = |(name, path, columns): &(&str, &str, &[&str])| {
        let field = |column: &&str| {
            let required = *column == "id" || REQUIRED.contains(&(name, column));
            json!({ "name": column, "type": "string", "constraints": { "required": required } })
        };
        let schema = json!({ "primaryKey": "id", "fields": columns.iter().map(field).collect::<Vec<_>>() });
        json!({
            "name": name, "path": path, "format": "csv", "mediatype": "text/csv",
            "profile": "tabular-data-resource", "schema": schema,
        })
    };
    let described = json!({
        "name": "human_services_data",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "http://docs.openreferral.org",
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    });
    format!("{described:#}\n").into_bytes()
}
