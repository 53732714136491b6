#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

const MUNICIPALITY: &str = r#"(
    name: "Eksempel",
    departments: [(key: "social", name: "Social"), (key: "job", name: "Job og uddannelse")],
    themes: [(key: "bolig", name: "Bolig")],
)"#;

fn read(files: &[(&str, &str)]) -> Library {
    let files: Vec<NamedText> =
        files.iter().map(|(name, text)| NamedText { name: (*name).into(), text: (*text).into() }).collect();
    Library::read(&files)
}

fn offer(id: &str, name: &str, department: &str) -> String {
    format!("(\n id: \"{id}\", name: \"{name}\", plain: \"Hjælp.\", department: \"{department}\", themes: [],\n)")
}

#[test]
fn a_damaged_file_is_named_with_its_place_and_the_others_are_read() {
    let good = format!("[{}]", offer("a", "Mentor", "job"));
    let library = read(&[
        ("municipality.ron", MUNICIPALITY),
        ("offers/good.ron", &good),
        ("offers/bad.ron", "[\n  (id: \"b\", name: 7)]"),
    ]);
    assert_eq!(library.offers.len(), 1);
    assert_eq!(library.problems.len(), 1);
    let problem = &library.problems[0];
    assert_eq!((problem.file.as_str(), problem.line), ("offers/bad.ron", 2));
    assert!(problem.column > 1 && matches!(problem.what, What::Damaged(_)));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let text = format!("\u{feff}[{}]", offer("a", "Mentor", "job")).replace('\n', "\r\n");
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", &text)]);
    assert_eq!((library.offers.len(), library.problems.len()), (1, 0));
}

#[test]
fn an_option_needs_no_some() {
    let text = "[(id: \"a\", name: \"A\", plain: \"p\", department: \"job\", access: Open, capacity: 8)]";
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", text)]);
    assert_eq!(library.offers[0].capacity, Some(8));
}

#[test]
fn an_unknown_field_is_named_with_its_place_and_the_offer_is_kept() {
    let text = "[(id: \"a\", name: \"A\", plain: \"p\", department: \"job\",\n  farve: \"blå\")]";
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", text)]);
    assert_eq!(library.offers.len(), 1);
    let expected =
        Problem { file: "offers/a.ron".into(), line: 2, column: 3, what: What::UnknownField("0.farve".into()) };
    assert_eq!(library.problems, [expected]);
}

#[test]
fn the_second_offer_with_an_id_is_left_out_and_named_with_its_line() {
    let text = format!("[\n{},\n{}]", offer("a", "Første", "job"), offer("a", "Anden", "job"));
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", &text)]);
    assert_eq!(library.offers.len(), 1);
    assert_eq!(library.offers[0].name, "Første");
    assert_eq!((library.problems[0].line, &library.problems[0].what), (6, &What::DuplicateId("a".into())));
}

#[test]
fn departments_and_themes_that_do_not_exist_and_empty_texts_are_problems() {
    let text = "[(id: \"a\", department: \"hav\", themes: [\"bolig\", \"vejr\"])]";
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", text)]);
    let whats: Vec<&What> = library.problems.iter().map(|problem| &problem.what).collect();
    assert_eq!(
        whats,
        [
            &What::NoName("a".into()),
            &What::NoPlain("a".into()),
            &What::UnknownDepartment { offer: "a".into(), key: "hav".into() },
            &What::UnknownTheme { offer: "a".into(), key: "vejr".into() },
        ]
    );
}

#[test]
fn an_offer_without_an_id_is_left_out_because_a_session_could_not_name_it() {
    let library =
        read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", &format!("[{}]", offer("", "Løs", "job")))]);
    assert!(library.offers.is_empty());
    assert_eq!(library.problems[0].what, What::NoId("Løs".into()));
}

#[test]
fn offers_come_by_department_and_then_in_danish_order() {
    let text = format!(
        "[{},{},{},{}]",
        offer("1", "Åben rådgivning", "social"),
        offer("2", "Aftensamtale", "social"),
        offer("3", "Ældrehjælp", "social"),
        offer("4", "Fleksjob", "job")
    );
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", &text)]);
    let names: Vec<&str> = library.offers.iter().map(|offer| offer.name.as_str()).collect();
    assert_eq!(names, ["Aftensamtale", "Ældrehjælp", "Åben rådgivning", "Fleksjob"]);
}

#[test]
fn escape_sequences_in_an_offer_never_reach_the_screen() {
    let text = "[(id: \"a\", name: \"Bo\\u{1b}[31mstøtte\", plain: \"x\\u{202e}y\", department: \"job\", keywords: [\"a\\u{7}b\"])]";
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", text)]);
    let offer = &library.offers[0];
    assert_eq!((offer.name.as_str(), offer.plain.as_str(), offer.keywords[0].as_str()), ("Bostøtte", "xy", "ab"));
}

#[test]
fn the_same_files_in_another_order_give_the_same_library() {
    let a = format!("[{}]", offer("a", "A", "job"));
    let b = format!("[{}]", offer("a", "B", "job"));
    let files = [("municipality.ron", MUNICIPALITY), ("offers/a.ron", a.as_str()), ("offers/b.ron", b.as_str())];
    let mut turned = files;
    turned.reverse();
    assert_eq!(read(&files), read(&turned));
}

#[test]
fn rules_are_read_in_order_and_one_whose_id_is_taken_is_left_out() {
    let rule = |id: &str, more: &str| format!("(id: \"{id}\", text: \"T.\", condition: LongestWeeks(4){more}),\n");
    let text = format!("[\n{}{}{}]", rule("b", ""), rule("a", ", mood: 3"), rule("b", ""));
    let library = read(&[("rules.ron", &text)]);
    assert_eq!(library.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    let wrong: Vec<(usize, &What)> = library.problems.iter().map(|p| (p.line, &p.what)).collect();
    assert_eq!(wrong[0].0, 3, "{wrong:?}");
    assert!(matches!(wrong[0].1, What::UnknownField(field) if field.ends_with("mood")));
    assert_eq!(wrong[1], (4, &What::DuplicateRule("b".to_owned())));
}

#[test]
fn rules_that_cannot_be_read_are_named_and_the_offers_are_there_all_the_same() {
    let offers = format!("[{}]", offer("a", "A", "job"));
    let library = read(&[
        ("municipality.ron", MUNICIPALITY),
        ("offers/a.ron", &offers),
        ("rules.ron", "[(id: \"x\", text: \"T.\", condition: Sometimes)]"),
    ]);
    assert_eq!((library.offers.len(), library.rules.len()), (1, 0));
    assert!(
        matches!(library.problems.as_slice(), [Problem { file, what: What::Damaged(_), .. }] if file == "rules.ron")
    );
}

#[test]
fn a_ron_file_without_a_place_is_named_and_other_files_are_not() {
    let library = read(&[("sundhed.ron", "[]"), ("README.md", "# x"), ("rules.ron", "[]")]);
    let files: Vec<&str> = library.problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["sundhed.ron"]);
}

#[test]
fn templates_come_as_adult_youth_family_and_then_the_municipalitys_own() {
    let library = read(&[
        ("templates/family.ron", "(key: \"family\")"),
        ("templates/elder.ron", "(key: \"elder\")"),
        ("templates/adult.ron", "(key: \"adult\")"),
        ("templates/youth.ron", "(key: \"youth\")"),
    ]);
    let keys: Vec<&str> = library.templates.iter().map(|template| template.key.as_str()).collect();
    assert_eq!(keys, ["adult", "youth", "family", "elder"]);
}

#[test]
fn a_name_is_shown_where_it_is_known_and_the_key_elsewhere() {
    let library = read(&[("municipality.ron", MUNICIPALITY)]);
    assert_eq!(library.department_name("job"), "Job og uddannelse");
    assert_eq!(library.theme_name("bolig"), "Bolig");
    assert_eq!(library.theme_name("vejr"), "vejr");
}

#[test]
fn the_catalogue_inside_the_program_has_no_damaged_file() {
    let library = Library::builtin();
    let damaged: Vec<&Problem> =
        library.problems.iter().filter(|problem| matches!(problem.what, What::Damaged(_))).collect();
    assert!(damaged.is_empty(), "{damaged:?}");
    assert!(library.templates.iter().any(|template| template.key == "adult"));
}

#[test]
fn every_offer_knows_its_file_and_line_whatever_the_order() {
    let a = format!("[\n{},\n{}]", offer("z", "Årstidshold", "job"), offer("m", "Mentor", "job"));
    let b = format!("[{}]", offer("b", "Bostøtte", "social"));
    let library = read(&[("municipality.ron", MUNICIPALITY), ("offers/a.ron", &a), ("offers/b.ron", &b)]);
    let places: Vec<(&str, &str, u32)> = library
        .offers
        .iter()
        .enumerate()
        .map(|(at, offer)| (offer.id.as_str(), library.origin(at).unwrap().0, library.origin(at).unwrap().1))
        .collect();
    assert_eq!(places, [("b", "offers/b.ron", 2), ("m", "offers/a.ron", 6), ("z", "offers/a.ron", 3)]);
}
