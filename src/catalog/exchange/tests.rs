#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::clean::{clean, clean_line};
use super::*;
use crate::domain::offer::*;
use crate::domain::template::Named;

fn csv(text: &str) -> Imported {
    let package = Package { files: vec![("a.csv".into(), text.as_bytes().to_vec())] };
    import(Format::Csv, &package, &Municipality::default())
}

fn back_from_csv(library: &Library) -> Imported {
    let package = Package { files: vec![("a.csv".into(), export_csv(library))] };
    import(Format::Csv, &package, &Municipality::default())
}

fn back_from_hsds(library: &Library) -> Imported {
    import(Format::Hsds, &export_hsds(library), &Municipality::default())
}

fn package(files: &[(&str, &str)]) -> Package {
    Package { files: files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect() }
}

fn kinds(imported: &Imported) -> Vec<(Kind, usize)> {
    imported.report.notes.iter().map(|note| (note.kind, note.count)).collect()
}

#[test]
fn the_built_in_catalogue_survives_a_plain_file() {
    let library = Library::builtin();
    let back = back_from_csv(&library);
    assert_eq!(back.offers, library.offers);
    assert_eq!(back.report.notes, []);
}

#[test]
fn the_built_in_catalogue_survives_an_hsds_package() {
    let library = Library::builtin();
    let back = back_from_hsds(&library);
    assert_eq!(back.offers, library.offers);
    let bare = |list: &[Named]| {
        list.iter().map(|n| (n.key.clone(), n.name.clone())).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(bare(&back.municipality.departments), bare(&library.municipality.departments));
    let problems = back.report.notes.iter().filter(|note| !matches!(note.kind, Kind::NoPlace | Kind::MissingValue));
    assert_eq!(problems.collect::<Vec<_>>(), Vec::<&report::Note>::new());
}

#[test]
fn the_header_begins_as_the_plain_catalogue_file_is_documented() {
    let bytes = export_csv(&Library::builtin());
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.starts_with("\u{feff}id;navn;type;kategori;beskrivelse;lovgrundlag;"),
        "{}",
        text.lines().next().unwrap()
    );
}

#[test]
fn every_column_is_known_by_one_name_only() {
    for column in columns::COLUMNS {
        assert_eq!(columns::find(column.name).map(|at| columns::COLUMNS[at].name), Some(column.name));
        for alias in column.aliases {
            assert_eq!(columns::find(alias).map(|at| columns::COLUMNS[at].name), Some(column.name), "{alias}");
        }
    }
}

#[test]
fn a_bad_row_leaves_the_others_as_they_are() {
    let read = csv(
        "id;navn;alder_fra;afdeling;borgersprog\n1;A;atten;B;C\n;;;;\n2;D;18;B\n1;E;1;B;C\n;;9;;\n3;F;18;B;C;over\n",
    );
    let ids: Vec<&str> = read.offers.iter().map(|offer| offer.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!((read.offers[0].ages.from, read.offers[1].ages.from), (None, Some(18)));
    assert_eq!(
        kinds(&read),
        [
            (Kind::EmptyRow, 1),
            (Kind::ShortRow, 1),
            (Kind::LongRow, 1),
            (Kind::DuplicateId, 1),
            (Kind::MissingValue, 1),
            (Kind::BadValue, 1)
        ]
    );
}

#[test]
fn ids_are_kept_and_made_where_there_are_none() {
    let read = csv("navn;id\nBostøtte;\nBostøtte;\nBostøtte;bostoette\n???;\n");
    let ids: Vec<&str> = read.offers.iter().map(|offer| offer.id.as_str()).collect();
    assert_eq!(ids, ["bostoette-2", "bostoette-3", "bostoette", "tilbud"]);
}

#[test]
fn nothing_in_a_file_moves_the_cursor() {
    let read = csv("id;navn;beskrivelse\n\u{1b}[2Jx;A\u{1b}]0,t\u{7};\"<b>a</b>&#27;[31m\u{202e}b\0\"\n");
    let offer = &read.offers[0];
    assert_eq!((offer.id.as_str(), offer.description.as_str()), ("x", "ab"));
    assert!(read.report.count(Kind::Control) > 0 && read.report.count(Kind::Markup) == 1);
}

#[test]
fn a_missing_department_is_no_unknown_department() {
    let read = csv("id;navn\n1;A\n");
    assert_eq!(read.offers[0].department, "importeret");
    assert_eq!(read.municipality.departments[0].name, "Importeret");
    assert_eq!(csv("id;navn;afdeling\n1;A;\n").offers[0].department, "");
}

#[test]
fn more_than_the_limits_is_left_out_and_said() {
    let limits = Limits { bytes: 60, files: 2, rows: 1, text: 3 };
    let files =
        package(&[("a.csv", "id;navn\n1;Abcdef\n2;B\n"), ("b.csv", &"x".repeat(61)), ("c.csv", "id;navn\n3;C\n")]);
    let read = import_within(Format::Csv, &files, &Municipality::default(), limits);
    assert_eq!(read.offers.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["Abc"]);
    for kind in [Kind::TooBig, Kind::TooManyRows, Kind::CutText] {
        assert!(read.report.count(kind) > 0, "{kind:?}");
    }
    let deep = "[".repeat(100_000);
    let read = import(Format::Hsds, &package(&[("a.json", &deep)]), &Municipality::default());
    assert_eq!(read.report.count(Kind::Damaged), 1);
}

#[test]
fn a_package_never_reads_outside_itself() {
    let description =
        r#"{"resources": [{"name": "service", "path": "../services.csv"}, {"name": "service", "path": "s.csv"}]}"#;
    let files = package(&[("datapackage.json", description), ("s.csv", "id,name,status\n1,A,active\n")]);
    let read = import(Format::Hsds, &files, &Municipality::default());
    assert_eq!(read.offers.len(), 1);
    assert_eq!(read.report.count(Kind::OutsidePackage), 1);
}

#[test]
fn previous_values_are_never_read() {
    let json = r#"{"id": "1", "name": "A", "status": "active", "metadata": [{"previous_value": "Ann Persona"}]}"#;
    let read = import(Format::OpenReferralUk, &package(&[("a.json", json)]), &Municipality::default());
    assert_eq!(read.report.count(Kind::Metadata), 1);
    assert!(!format!("{:?}", read.offers).contains("Persona"));
}

/// Text as a catalogue holds it.
fn any_text() -> impl Strategy<Value = String> {
    let odd = "[ =+@'\"|\\\\;,<>&\\[\\]a§1\n-]{0,6}|(<b>|&lt;|\\\\n|alle| \\| ){0,3}|[æøåA-Z ]{0,8}";
    prop_oneof![3 => Just(String::new()), 4 => odd.prop_map(String::from), 1 => any::<String>()]
        .prop_map(|text| clean(&text))
}

fn any_list() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(any_text(), 0..3)
}

fn any_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1900i32..2200, 1u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap()))
}

fn any_legal() -> impl Strategy<Value = LegalBasis> {
    (any_text(), any_text(), any_day(), any_day(), any_day(), any_text(), any_text()).prop_map(
        |(law, paragraph, valid_from, valid_to, checked, replaced_by, source)| LegalBasis {
            law,
            paragraph,
            valid_from,
            valid_to,
            checked,
            replaced_by,
            source,
        },
    )
}

prop_compose! {
    fn any_offer(id: String)(
        texts in prop::collection::vec(any_text(), 28),
        lists in (any_list(), any_list(), any_list(), any_list()),
        maybe in (prop::option::of(any_list()), prop::option::of(any_list())),
        counts in prop::collection::vec(prop::option::of(any::<u16>()), 5),
        ages in (prop::option::of(any::<u8>()), prop::option::of(any::<u8>())),
        days in (any_day(), any_day(), any_day()),
        legal in prop::collection::vec(any_legal(), 0..3),
        choice in (0..6usize, 0..5usize, 0..4usize, 0..3usize, prop::collection::vec(0..6usize, 0..3)),
        yes_no in (any::<Option<bool>>(), any::<Option<bool>>(), any::<bool>()),
    ) -> Offer {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap();
        let providers = [Provider::Municipal, Provider::Region, Provider::State, Provider::Private, Provider::Voluntary];
        let accesses = [Access::Open, Access::Assessment, Access::Referral, Access::ViaStaff];
        let evidences = [Evidence::Proven, Evidence::Promising, Evidence::Practice];
        let states = [OfferState::Active, OfferState::UnderReview, OfferState::Closed];
        let forms = [Form::Individual, Form::Group, Form::Online, Form::Residential, Form::Company, Form::Benefit];
        Offer {
            id: id.clone(), name: clean_line(&text()), plain: text(), description: text(), department: clean_line(&text()),
            provider: providers.get(choice.0).copied(), legal: legal.clone(), target: text(),
            ages: Ages { from: ages.0, to: ages.1 },
            benefits: maybe.0.clone(), areas: maybe.1.clone(), excluded: text(), purpose: text(), content: text(),
            themes: lists.0.clone(), forms: choice.4.iter().map(|at| forms[*at]).collect(),
            duration: Duration { min_weeks: counts[0], max_weeks: counts[1], note: text() },
            intensity: text(), start: text(), capacity: counts[2], free: counts[3], waiting_weeks: counts[4],
            updated: days.0, access: accesses.get(choice.1).copied(), authority: text(), referral: text(), guarantee: text(),
            contact: Contact { name: text(), phone: text(), email: text(), hours: text() },
            place: text(), transport: text(), accessible: yes_no.0, languages: text(), anonymous: yes_no.1,
            price: text(), rate: text(), evidence: evidences.get(choice.2).copied(), combines_with: lists.1.clone(),
            requires: lists.2.clone(), keywords: lists.3.clone(), portal_id: text(), owner: text(), reviewed: days.1,
            next_review: days.2, state: states[choice.3], state_note: text(), unverified: yes_no.2,
        }
    }
}

fn any_library() -> impl Strategy<Value = Library> {
    let offers = (any_offer("a".into()), any_offer("=1+1".into()), any_offer("FFB:72a2".into()));
    let named = prop::collection::vec((any_text(), any_text()), 0..3);
    (offers, named).prop_map(|((a, b, c), named)| {
        let mut library = Library { offers: vec![a, b, c], ..Library::default() };
        let names: Vec<Named> = named
            .into_iter()
            .map(|(key, name)| Named { key: clean_line(&key), name: clean_line(&name), about: String::new() })
            .collect();
        library.municipality.departments.clone_from(&names);
        library.municipality.areas.clone_from(&names);
        library.municipality.themes = names;
        library
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_catalogue_survives_a_plain_file(library in any_library()) {
        for (back, offer) in back_from_csv(&library).offers.iter().zip(&library.offers) {
            prop_assert_eq!(back, offer);
        }
        prop_assert_eq!(back_from_csv(&library).offers.len(), 3);
    }

    #[test]
    fn any_catalogue_survives_an_hsds_package(library in any_library()) {
        for (back, offer) in back_from_hsds(&library).offers.iter().zip(&library.offers) {
            prop_assert_eq!(back, offer);
        }
        prop_assert_eq!(back_from_hsds(&library).offers.len(), 3);
    }

    #[test]
    fn no_cell_of_an_export_is_a_formula(library in any_library()) {
        let package = export_hsds(&library);
        let csv = ("a.csv".to_owned(), export_csv(&library));
        for (name, bytes) in package.files.iter().chain([&csv]).filter(|(name, _)| !name.contains("json")) {
            let separator = if name == "a.csv" { b';' } else { b',' };
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(bytes.as_slice());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}: {:?}", name, cell);
                }
            }
        }
    }

    #[test]
    fn any_bytes_give_a_report(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".*") {
        for name in ["services.csv", "a.json", "datapackage.json"] {
            for format in [Format::Csv, Format::Hsds, Format::OpenReferralUk] {
                for bytes in [bytes.clone(), text.clone().into_bytes()] {
                    let read = import(format, &Package { files: vec![(name.to_owned(), bytes)] }, &Municipality::default());
                    prop_assert!(!read.offers.is_empty() || !read.report.notes.is_empty());
                }
            }
        }
    }
}
