//! The names of HSDS 1.x to 3.0 and of Open Referral UK: which table is which, and which fields have a place in the
//! catalogue.

/// A kind of record.
pub(super) struct Entity {
    /// Our name for it: that of HSDS 3.0.
    pub name: &'static str,
    /// What tables and lists of it are called, without a plural s or es.
    aliases: &'static [&'static str],
    /// Fields that are read.
    used: &'static [&'static str],
    /// Fields the standard has and the catalogue has no place for.
    unused: &'static [&'static str],
}

const fn entity(
    name: &'static str,
    aliases: &'static [&'static str],
    used: &'static [&'static str],
    unused: &'static [&'static str],
) -> Entity {
    Entity { name, aliases, used, unused }
}

/// All kinds of record. Where `used` is empty, nothing is read from the table.
const ENTITIES: &[Entity] = &[
    entity(
        "organization",
        &[],
        &["name", "email"],
        &[
            "alternate_name",
            "description",
            "website",
            "url",
            "tax_status",
            "tax_id",
            "year_incorporated",
            "legal_status",
            "logo",
            "uri",
            "accreditations",
            "date_incorporated",
            "funding_sources",
            "licenses",
        ],
    ),
    entity(
        "service",
        &[],
        &[
            "name",
            "alternate_name",
            "description",
            "url",
            "website",
            "email",
            "status",
            "interpretation_services",
            "application_process",
            "wait_time",
            "fees",
            "fees_description",
            "eligibility_description",
            "eligibility",
            "audience",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "assurer_email",
            "alert",
            "keywords",
            "languages",
            "taxonomy_ids",
            "required_documents",
            "service_areas",
        ],
        &[
            "accreditations",
            "licenses",
            "last_modified",
            "accepted_payments",
            "funding_sources",
            "deliverable_type",
            "attending_type",
            "attending_access",
        ],
    ),
    entity("program", &[], &["name"], &["alternate_name", "description"]),
    entity("service_at_location", &["services_at_location"], &[], &["description"]),
    entity(
        "location",
        &[],
        &["name", "transportation", "accessibility", "url", "location_type"],
        &[
            "alternate_name",
            "description",
            "latitude",
            "longitude",
            "external_identifier",
            "external_identifier_type",
            "admin_emails",
            "email",
            "languages",
            "short_desc",
            "website",
            "virtual",
        ],
    ),
    entity(
        "address",
        &["physical_addresse", "physical_address", "addresse"],
        &["address_1", "address_2", "city", "postal_code", "address_type"],
        &["attention", "region", "state_province", "country"],
    ),
    entity(
        "phone",
        &[],
        &["number", "extension", "type", "number_type"],
        &["description", "department", "country_prefix", "vanity_number", "language"],
    ),
    entity(
        "contact",
        &[],
        &["name", "title", "email"],
        &["department", "phone_number", "phone_areacode", "phone_extension"],
    ),
    entity(
        "schedule",
        &["regular_schedule"],
        &["description", "opens_at", "closes_at", "byday", "weekday", "original_text"],
        &[
            "valid_from",
            "valid_to",
            "dtstart",
            "timezone",
            "until",
            "count",
            "wkst",
            "freq",
            "interval",
            "byweekno",
            "bymonthday",
            "byyearday",
            "schedule_link",
            "attending_type",
            "notes",
        ],
    ),
    entity("language", &[], &["name", "language", "code"], &["note"]),
    entity(
        "accessibility",
        &["accessibility_for_disabilitie", "accessibility_for_disabilities"],
        &["accessibility", "description", "details"],
        &["url"],
    ),
    entity(
        "eligibility",
        &["eligibilitie", "eligibilitys"],
        &["eligibility", "minimum_age", "maximum_age"],
        &["gender", "household", "disability", "employment_status"],
    ),
    entity("cost_option", &[], &["option", "amount", "currency", "amount_description"], &["valid_from", "valid_to"]),
    entity("required_document", &[], &["document"], &["uri"]),
    entity("service_area", &[], &["name", "service_area"], &["description", "extent", "extent_type", "uri"]),
    entity("attribute", &["service_attribute", "other_attribute"], &["value"], &["link_type", "link_entity"]),
    entity(
        "service_taxonomy",
        &["services_taxonomy", "service_taxonomie", "service_taxonomys", "link_taxonomie", "link_taxonomy"],
        &[],
        &["taxonomy_detail", "link_type"],
    ),
    entity(
        "taxonomy_term",
        &[],
        &["name", "term"],
        &[
            "code",
            "description",
            "taxonomy",
            "language",
            "term_uri",
            "parent_name",
            "vocabulary",
            "taxonomy_facet",
            "version",
        ],
    ),
    entity(
        "taxonomy",
        &["taxonomie", "taxonomy_detail"],
        &[],
        &["name", "description", "uri", "version", "vocabulary", "parent_name", "taxonomy_facet"],
    ),
    entity("metadata", &[], &[], &[]),
    entity("funding", &[], &[], &["source"]),
    entity("organization_identifier", &[], &[], &["identifier_scheme", "identifier_type", "identifier"]),
    entity("holiday_schedule", &[], &[], &["start_date", "end_date", "closed", "opens_at", "closes_at"]),
    entity(
        "postal_address",
        &["postal_addresse", "mail_address", "mail_addresse"],
        &[],
        &["attention", "address_1", "address_2", "city", "state_province", "postal_code", "country", "region"],
    ),
    entity("payment_accepted", &["payments_accepted"], &[], &["payment"]),
    entity("meta_table_description", &[], &[], &["name", "language", "character_set"]),
    entity("review", &[], &[], &["title", "description", "date", "score", "url", "widget"]),
];

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// It is read, or it only links records.
    Read,
    /// The catalogue has no place for it.
    NoPlace,
    /// No version of the standard has it.
    Unknown,
}

/// The kind of record a table or list holds.
pub(super) fn entity_of(name: &str) -> Option<&'static Entity> {
    let name = name.trim().to_lowercase();
    let single = name.strip_suffix('s').unwrap_or(&name);
    let is = |entity: &&Entity| {
        [name.as_str(), single].iter().any(|name| entity.name == *name || entity.aliases.contains(name))
    };
    ENTITIES.iter().find(is)
}

impl Entity {
    /// What becomes of a field of this record.
    pub(super) fn fate(&self, field: &str) -> Use {
        if field == "id" || field.ends_with("_id") || self.used.contains(&field) {
            Use::Read
        } else if self.unused.contains(&field) {
            Use::NoPlace
        } else {
            Use::Unknown
        }
    }

    /// True where nothing is read from such a table, so that its rows as a whole have no place.
    pub(super) fn is_passed_over(&self) -> bool {
        self.used.is_empty() && !matches!(self.name, "service_at_location" | "service_taxonomy")
    }

    /// The name of a column as HSDS 3.0 has it.
    pub(super) fn field(&self, column: &str) -> String {
        let field = column.trim().to_lowercase().replace([' ', '-'], "_");
        let Some(linked) = field.strip_suffix("_recordid") else { return field };
        if entity_of(linked).is_some_and(|entity| entity.name == self.name) {
            String::from("id")
        } else {
            format!("{linked}_id")
        }
    }
}
