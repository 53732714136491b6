//! The columns of the plain catalogue file: each field of an offer with its Danish name, the other names it is known by,
//! and how its cell is read and written. The attributes of our own in an HSDS package are the same cells.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::super::clean::{clean, clean_line};
use super::cells::{day, day_text, entries, is_all, joined, number, places, slug, yes_no, yes_no_text};
use super::legal;
use super::names::{List, Names, written};
use crate::domain::offer::{Access, Evidence, Form, LegalBasis, Offer, OfferState, Provider};
use crate::domain::template::Municipality;

/// A column.
pub(super) struct Column {
    /// Its name in the header that is written.
    pub name: &'static str,
    /// Other names it is known by, as [`slug`] makes them.
    pub aliases: &'static [&'static str],
    kind: Kind,
}

/// What a cell holds, and where it is in the offer.
enum Kind {
    Line(fn(&mut Offer) -> &mut String),
    Text(fn(&mut Offer) -> &mut String),
    Count(fn(&mut Offer) -> &mut Option<u16>),
    Age(fn(&mut Offer) -> &mut Option<u8>),
    Day(fn(&mut Offer) -> &mut Option<NaiveDate>),
    YesNo(fn(&mut Offer) -> &mut Option<bool>),
    Flag(fn(&mut Offer) -> &mut bool),
    Words(fn(&mut Offer) -> &mut Vec<String>),
    Keys(List, fn(&mut Offer) -> &mut Vec<String>),
    MaybeKeys(List, fn(&mut Offer) -> &mut Option<Vec<String>>),
    Key(List, fn(&mut Offer) -> &mut String),
    Provider,
    Access,
    Evidence,
    State,
    Forms,
    Legal,
    LegalDay(fn(&mut LegalBasis) -> &mut Option<NaiveDate>),
    LegalText(fn(&mut LegalBasis) -> &mut String),
}

macro_rules! row {
    ($name:literal, [$($alias:literal),*], $kind:expr) => {
        Column { name: $name, aliases: &[$($alias),*], kind: $kind }
    };
}

/// All columns, in the order they are written. What is read goes in this order too: paragraphs before their dates.
pub(super) const COLUMNS: &[Column] = &[
    row!("id", ["noegle", "key", "tilbudsid", "tilbuds-id", "nr", "nummer", "aktivitet"], Kind::Line(|o| &mut o.id)),
    row!(
        "navn",
        ["name", "title", "titel", "tilbud", "tilbudsnavn", "betegnelse", "aktivitetnavn", "firma"],
        Kind::Line(|o| &mut o.name)
    ),
    row!("type", ["form", "forms", "ydelsestype"], Kind::Forms),
    row!(
        "kategori",
        ["kategorier", "category", "categories", "tema", "temaer", "theme", "themes", "livsomraader"],
        Kind::Keys(List::Themes, |o| &mut o.themes)
    ),
    row!("beskrivelse", ["description", "faglig-beskrivelse", "tekst", "text"], Kind::Text(|o| &mut o.description)),
    row!("lovgrundlag", ["legal", "legal-basis", "law", "paragraf", "paragraffer"], Kind::Legal),
    row!(
        "borgersprog",
        ["plain", "plain-language", "i-borgersprog", "kort-beskrivelse", "short-description"],
        Kind::Text(|o| &mut o.plain)
    ),
    row!(
        "afdeling",
        ["department", "center", "forvaltning", "organisation", "organization"],
        Kind::Key(List::Departments, |o| &mut o.department)
    ),
    row!("leverandør", ["provider", "udbyder"], Kind::Provider),
    row!("målgruppe", ["target", "target-group", "for-whom", "for-hvem"], Kind::Text(|o| &mut o.target)),
    row!("alder_fra", ["age-from", "minimum-age", "min-alder"], Kind::Age(|o| &mut o.ages.from)),
    row!("alder_til", ["age-to", "maximum-age", "max-alder"], Kind::Age(|o| &mut o.ages.to)),
    row!("ydelsesgrupper", ["benefits", "ydelsesgruppe"], Kind::MaybeKeys(List::Benefits, |o| &mut o.benefits)),
    row!("områder", ["areas", "area", "omraade"], Kind::MaybeKeys(List::Areas, |o| &mut o.areas)),
    row!("udelukkelse", ["excluded", "not-for", "ikke-for"], Kind::Text(|o| &mut o.excluded)),
    row!("formål", ["purpose"], Kind::Text(|o| &mut o.purpose)),
    row!("indhold", ["content", "indhold-og-metode", "metode", "method"], Kind::Text(|o| &mut o.content)),
    row!("varighed_min_uger", ["min-weeks", "varighed-min"], Kind::Count(|o| &mut o.duration.min_weeks)),
    row!("varighed_max_uger", ["max-weeks", "varighed-max"], Kind::Count(|o| &mut o.duration.max_weeks)),
    row!("varighed", ["duration"], Kind::Text(|o| &mut o.duration.note)),
    row!("intensitet", ["intensity", "omfang"], Kind::Text(|o| &mut o.intensity)),
    row!("opstart", ["start"], Kind::Text(|o| &mut o.start)),
    row!("pladser", ["capacity", "places", "kapacitet", "normering"], Kind::Count(|o| &mut o.capacity)),
    row!("ledige_pladser", ["free", "free-places", "vacancies"], Kind::Count(|o| &mut o.free)),
    row!(
        "ventetid_uger",
        ["waiting-weeks", "ventetid", "ventetid-i-uger", "waiting-time"],
        Kind::Count(|o| &mut o.waiting_weeks)
    ),
    row!("oplyst", ["updated", "opdateret", "pladser-og-ventetid-oplyst"], Kind::Day(|o| &mut o.updated)),
    row!("adgang", ["access"], Kind::Access),
    row!("afgørelse", ["authority", "hvem-traeffer-afgoerelse"], Kind::Text(|o| &mut o.authority)),
    row!("henvisning", ["referral", "saadan-henvises"], Kind::Text(|o| &mut o.referral)),
    row!("frist", ["guarantee", "garanti", "frist-garanti", "frist-eller-garanti"], Kind::Text(|o| &mut o.guarantee)),
    row!("kontakt", ["contact", "kontaktperson"], Kind::Text(|o| &mut o.contact.name)),
    row!("telefon", ["phone", "tlf", "telephone"], Kind::Text(|o| &mut o.contact.phone)),
    row!("mail", ["email", "e-mail"], Kind::Text(|o| &mut o.contact.email)),
    row!("åbningstid", ["hours", "opening-hours", "aabningstider"], Kind::Text(|o| &mut o.contact.hours)),
    row!("sted", ["place", "adresse", "address"], Kind::Text(|o| &mut o.place)),
    row!("transport", [], Kind::Text(|o| &mut o.transport)),
    row!("tilgængelig", ["accessible", "fysisk-tilgaengelighed"], Kind::YesNo(|o| &mut o.accessible)),
    row!("sprog", ["languages", "sprog-tolk", "sprog-og-tolk"], Kind::Text(|o| &mut o.languages)),
    row!("anonymt", ["anonymous", "anonym"], Kind::YesNo(|o| &mut o.anonymous)),
    row!("egenbetaling", ["price", "pris", "pris-for-borger"], Kind::Text(|o| &mut o.price)),
    row!("takst", ["rate", "takst-for-kommunen"], Kind::Text(|o| &mut o.rate)),
    row!("evidens", ["evidence"], Kind::Evidence),
    row!(
        "går_godt_med",
        ["combines-with", "kan-kombineres-med", "gaar-godt-sammen-med"],
        Kind::Words(|o| &mut o.combines_with)
    ),
    row!("kræver", ["requires", "kraever-foerst"], Kind::Words(|o| &mut o.requires)),
    row!("nøgleord", ["keywords", "andre-ord", "soegeord"], Kind::Words(|o| &mut o.keywords)),
    row!(
        "tilbudsportal_id",
        ["portal-id", "tilbudsportalen", "nummer-i-tilbudsportalen"],
        Kind::Text(|o| &mut o.portal_id)
    ),
    row!("ejer", ["owner", "ejer-af-beskrivelsen", "kilde", "source"], Kind::Text(|o| &mut o.owner)),
    row!("gennemgået", ["reviewed", "sidst-gennemgaaet"], Kind::Day(|o| &mut o.reviewed)),
    row!("næste_gennemgang", ["next-review"], Kind::Day(|o| &mut o.next_review)),
    row!("status", ["state", "tilstand"], Kind::State),
    row!("status_note", ["state-note", "statusnote"], Kind::Text(|o| &mut o.state_note)),
    row!("ikke_kontrolleret", ["unverified"], Kind::Flag(|o| &mut o.unverified)),
    row!("lov_fra", ["valid-from", "gyldig-fra"], Kind::LegalDay(|b| &mut b.valid_from)),
    row!("lov_til", ["valid-to", "gyldig-til"], Kind::LegalDay(|b| &mut b.valid_to)),
    row!("lov_kontrolleret", ["checked", "kontrolleret"], Kind::LegalDay(|b| &mut b.checked)),
    row!("lov_erstattet_af", ["replaced-by", "erstattet-af"], Kind::LegalText(|b| &mut b.replaced_by)),
    row!("lov_kilde", ["legal-source"], Kind::LegalText(|b| &mut b.source)),
];

/// Words for a value; the first is written, all are read.
type Words<T> = &'static [(T, &'static [&'static str])];

const PROVIDERS: Words<Provider> = &[
    (Provider::Municipal, &["kommunen", "kommune", "kommunal", "kommunalt", "municipal"]),
    (Provider::Region, &["regionen", "region", "regional", "regionalt"]),
    (Provider::State, &["staten", "stat", "statslig", "selvejende", "state"]),
    (Provider::Private, &["privat", "private", "firma"]),
    (Provider::Voluntary, &["civilsamfund", "frivillig", "frivillige", "forening", "voluntary"]),
];
const ACCESSES: Words<Access> = &[
    (Access::Open, &["åben", "åbent", "åbent for alle", "uden visitation", "open"]),
    (Access::Assessment, &["afgørelse", "kræver en afgørelse", "visitation", "visiteret", "assessment"]),
    (Access::Referral, &["henvisning", "kræver henvisning", "kræver en henvisning", "referral"]),
    (Access::ViaStaff, &["fagperson", "gennem fagpersonen", "gennem en fagperson", "via staff", "viastaff"]),
];
const EVIDENCES: Words<Evidence> = &[
    (Evidence::Proven, &["virker", "evidensbaseret", "virker ifølge undersøgelser", "proven"]),
    (Evidence::Promising, &["lovende", "promising"]),
    (Evidence::Practice, &["praksis", "kendt fra praksis", "practice"]),
];
const STATES: Words<OfferState> = &[
    (OfferState::Active, &["aktiv", "aktivt", "åben", "active"]),
    (OfferState::UnderReview, &["under vurdering", "underreview", "under review"]),
    (OfferState::Closed, &["lukket", "udgået", "lukket for nye", "nedlagt", "closed"]),
];
const FORMS: Words<Form> = &[
    (Form::Individual, &["enkeltvis", "individuel", "individuelt", "individual"]),
    (Form::Group, &["gruppe", "hold", "gruppeforløb", "group"]),
    (Form::Online, &["online", "på skærm", "digital"]),
    (Form::Residential, &["ophold", "døgn", "døgnophold", "residential"]),
    (Form::Company, &["virksomhed", "i virksomhed", "company"]),
    (Form::Benefit, &["ydelse", "hjælpemiddel", "benefit"]),
];

fn word_of<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    let row = words.iter().find(|(one, _)| one == value);
    row.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}

fn value_of<T: Copy>(words: Words<T>, cell: &str) -> Option<T> {
    let cell = clean_line(cell).to_lowercase();
    words.iter().find(|(_, names)| names.contains(&cell.as_str())).map(|(value, _)| *value)
}

/// Every name a column is known by, as [`slug`] makes it.
static PLACES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let names = |column: &Column| {
        let aliases = column.aliases.iter().map(|alias| (*alias).to_owned());
        std::iter::once(slug(column.name)).chain(aliases).collect::<Vec<_>>()
    };
    COLUMNS.iter().enumerate().flat_map(|(at, column)| names(column).into_iter().map(move |name| (name, at))).collect()
});

/// The column a header names, by its place in [`COLUMNS`].
pub(super) fn find(header: &str) -> Option<usize> {
    PLACES.get(&slug(header)).copied()
}

impl Column {
    /// The cell of an offer, before it is made harmless for a spreadsheet. Takes the offer to itself because the fields
    /// are reached for changing.
    pub(super) fn cell(&self, offer: &mut Offer, municipality: &Municipality) -> String {
        let keys = |list: List, keys: &[String]| {
            let texts: Vec<String> = keys.iter().map(|key| written(list, key, municipality)).collect();
            joined(texts.iter().map(String::as_str))
        };
        match &self.kind {
            Kind::Line(field) | Kind::Text(field) => field(offer).clone(),
            Kind::Count(field) => field(offer).map(|n| n.to_string()).unwrap_or_default(),
            Kind::Age(field) => field(offer).map(|n| n.to_string()).unwrap_or_default(),
            Kind::Day(field) => field(offer).map(day_text).unwrap_or_default(),
            Kind::YesNo(field) => field(offer).map(yes_no_text).unwrap_or_default().to_owned(),
            Kind::Flag(field) => {
                if *field(offer) {
                    yes_no_text(true).to_owned()
                } else {
                    String::new()
                }
            }
            Kind::Words(field) => joined(field(offer).iter().map(String::as_str)),
            Kind::Keys(list, field) => keys(*list, field(offer)),
            Kind::MaybeKeys(list, field) => match field(offer).as_deref() {
                None => String::new(),
                Some([]) => String::from("alle"),
                Some(some) => keys(*list, some),
            },
            Kind::Key(list, field) => match field(offer).as_str() {
                "" => String::new(),
                key => written(*list, key, municipality),
            },
            Kind::Provider => offer.provider.map(|v| word_of(PROVIDERS, &v)).unwrap_or_default().to_owned(),
            Kind::Access => offer.access.map(|v| word_of(ACCESSES, &v)).unwrap_or_default().to_owned(),
            Kind::Evidence => offer.evidence.map(|v| word_of(EVIDENCES, &v)).unwrap_or_default().to_owned(),
            Kind::State => word_of(STATES, &offer.state).to_owned(),
            Kind::Forms => joined(offer.forms.iter().map(|form| word_of(FORMS, form))),
            Kind::Legal => legal::cell(&offer.legal),
            Kind::LegalDay(field) => beside(offer.legal.iter_mut().map(|b| field(b).map(day_text).unwrap_or_default())),
            Kind::LegalText(field) => beside(offer.legal.iter_mut().map(|basis| field(basis).clone())),
        }
    }

    /// Makes the field empty or unknown.
    pub(super) fn clear(&self, offer: &mut Offer) {
        match &self.kind {
            Kind::Line(field) | Kind::Text(field) | Kind::Key(_, field) => reset(field(offer)),
            Kind::Count(field) => reset(field(offer)),
            Kind::Age(field) => reset(field(offer)),
            Kind::Day(field) => reset(field(offer)),
            Kind::YesNo(field) => reset(field(offer)),
            Kind::Flag(field) => reset(field(offer)),
            Kind::Words(field) | Kind::Keys(_, field) => reset(field(offer)),
            Kind::MaybeKeys(_, field) => reset(field(offer)),
            Kind::Provider => reset(&mut offer.provider),
            Kind::Access => reset(&mut offer.access),
            Kind::Evidence => reset(&mut offer.evidence),
            Kind::State => reset(&mut offer.state),
            Kind::Forms => reset(&mut offer.forms),
            Kind::Legal => reset(&mut offer.legal),
            Kind::LegalDay(part) => offer.legal.iter_mut().for_each(|basis| reset(part(basis))),
            Kind::LegalText(part) => offer.legal.iter_mut().for_each(|basis| reset(part(basis))),
        }
    }

    /// Takes a cell, cleaned and not empty, into the offer. `Err` holds what could not be understood.
    pub(super) fn take(&self, offer: &mut Offer, cell: &str, names: &mut Names<'_>) -> Result<(), String> {
        let bad = || cell.to_owned();
        match &self.kind {
            Kind::Line(field) => *field(offer) = clean_line(cell),
            Kind::Text(field) => *field(offer) = clean(cell),
            Kind::Count(field) => *field(offer) = Some(number(cell).ok_or_else(bad)?),
            Kind::Age(field) => *field(offer) = Some(number(cell).ok_or_else(bad)?),
            Kind::Day(field) => *field(offer) = Some(day(cell).ok_or_else(bad)?),
            Kind::YesNo(field) => *field(offer) = Some(yes_no(cell).ok_or_else(bad)?),
            Kind::Flag(field) => *field(offer) = yes_no(cell).ok_or_else(bad)?,
            Kind::Words(field) => *field(offer) = entries(cell, &[',', ';']),
            Kind::Keys(list, field) => {
                *field(offer) = entries(cell, &['>', '/', ',', ';']).iter().map(|e| names.key(*list, e)).collect();
            }
            Kind::MaybeKeys(_, field) if is_all(cell) => *field(offer) = Some(Vec::new()),
            Kind::MaybeKeys(list, field) => {
                *field(offer) = Some(entries(cell, &[',', ';']).iter().map(|e| names.key(*list, e)).collect());
            }
            Kind::Key(list, field) => *field(offer) = names.key(*list, cell),
            Kind::Provider => offer.provider = Some(value_of(PROVIDERS, cell).ok_or_else(bad)?),
            Kind::Access => offer.access = Some(value_of(ACCESSES, cell).ok_or_else(bad)?),
            Kind::Evidence => offer.evidence = Some(value_of(EVIDENCES, cell).ok_or_else(bad)?),
            Kind::State => offer.state = value_of(STATES, cell).ok_or_else(bad)?,
            Kind::Forms => return forms(offer, cell),
            Kind::Legal => offer.legal = legal::read(cell),
            Kind::LegalDay(field) => return legal_days(offer, cell, *field),
            Kind::LegalText(field) => {
                for (basis, text) in offer.legal.iter_mut().zip(places(cell)) {
                    *field(basis) = text.unwrap_or_default();
                }
            }
        }
        Ok(())
    }
}

/// Makes a field what it is in a new offer.
fn reset<T: Default>(field: &mut T) {
    *field = T::default();
}

/// A list that stands beside the paragraphs: one entry for each, and nothing at all where there is nothing to say.
fn beside(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    if texts.iter().all(String::is_empty) { String::new() } else { joined(texts.iter().map(String::as_str)) }
}

/// What is no form is a word people may search for.
fn forms(offer: &mut Offer, cell: &str) -> Result<(), String> {
    let (mut known, mut other) = (Vec::new(), Vec::new());
    for entry in entries(cell, &[',', ';', '/']) {
        match value_of(FORMS, &entry) {
            Some(form) => known.push(form),
            None => other.push(entry),
        }
    }
    offer.forms = known;
    if other.is_empty() { Ok(()) } else { Err(other.join(", ")) }
}

fn legal_days(
    offer: &mut Offer,
    cell: &str,
    field: fn(&mut LegalBasis) -> &mut Option<NaiveDate>,
) -> Result<(), String> {
    let mut bad = Vec::new();
    for (basis, text) in offer.legal.iter_mut().zip(places(cell)) {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        match day(&text) {
            Some(day) => *field(basis) = Some(day),
            None => bad.push(text),
        }
    }
    if bad.is_empty() { Ok(()) } else { Err(bad.join(", ")) }
}
