#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

/// The references as one reads them: `sel 52a.3.6`, `57-61`.
fn read(text: &str) -> Vec<String> {
    let show = |found: &LawRef| {
        let mut out = if found.law.is_empty() { String::new() } else { format!("{} ", found.law) };
        out += if found.chapter { "kap " } else { "" };
        out += &found.number.to_string();
        if found.to != found.number {
            out = format!("{out}-{}", found.to);
        }
        out.extend(found.letter);
        for part in &found.path {
            out = format!("{out}.{part}");
        }
        out
    };
    parse(text, &[]).refs.iter().map(show).collect()
}

#[test]
fn a_paragraph_is_read_however_it_is_typed() {
    for text in ["SEL85", "sel-85", "sel § 85", "Serviceloven § 85", "§ 85 SEL", "§85 i serviceloven", "SEL 85"] {
        assert_eq!(read(text), ["sel 85"], "{text}");
    }
    for text in ["85 SEL", "85 sel", "85 i serviceloven", "paragraf 85 SEL", "sel paragraf 85", "serviceloven par. 85"]
    {
        assert_eq!(read(text), ["sel 85"], "{text}");
    }
    for text in ["paragraf 85", "par. 85", "Paragraf 85"] {
        assert_eq!(read(text), ["85"], "{text}");
    }
    assert_eq!(read("82 a SEL"), ["sel 82a"]);
    assert_eq!(parse("85 støtte", &[]), Parsed { refs: vec![], rest: "85 støtte".into() });
    assert_eq!(read("§ 82 a"), ["82a"]);
    assert_eq!(read("§82A"), ["82a"]);
    assert_eq!(read("Barnets Lov § 32"), ["bl 32"]);
}

#[test]
fn a_law_alone_asks_for_all_that_rests_on_it() {
    let typed = parse("Serviceloven", &[]).refs.remove(0);
    let one = |text: &str| parse(text, &[]).refs.remove(0);
    assert!(answers(&typed, &one("SEL § 85")) > 0.0);
    assert!(answers(&typed, &one("LAB § 85")) == 0.0);
    assert_eq!(parse("SEL", &["sel".to_owned()]).refs.len(), 1);
    assert!(parse("sel", &["sel".to_owned()]).refs.is_empty());
}

#[test]
fn subsections_are_read_in_words_and_in_figures() {
    for text in ["§ 52 stk 3 nr 6", "§ 52, stk. 3, nr. 6", "§ 52.3.6", "§ 52,3,6", "§ 52-3.6"] {
        assert_eq!(read(text), ["52.3.6"], "{text}");
    }
    assert_eq!(read("SEL-76-a"), ["sel 76a"]);
    assert_eq!(read("§ 76 stk. a"), ["76a"]);
}

#[test]
fn ranges_and_lists_are_read() {
    assert_eq!(read("LAB §§ 57-61"), ["lab 57-61"]);
    assert_eq!(read("§§ 83, 83 a og 86"), ["83", "83a", "86"]);
    assert_eq!(read("§ 113 i Serviceloven"), ["sel 113"]);
    assert_eq!(read("SEL-44-jfr. §84 SEL-52-3.5"), ["sel 44", "sel 84", "sel 52.3.5"]);
    assert_eq!(read("LAB kap. 12"), ["lab kap 12"]);
}

#[test]
fn ages_dates_and_counts_are_no_paragraphs() {
    for text in ["18-22 årige", "12 uger", "den 1. juli 2026", "selv 3 gange"] {
        assert!(read(text).is_empty(), "{text}");
    }
}

#[test]
fn the_words_around_a_paragraph_are_left_for_the_search() {
    assert_eq!(
        parse("bostøtte SEL § 85 til unge", &[]).rest.split_whitespace().collect::<Vec<_>>(),
        ["bostøtte", "til", "unge"]
    );
}

#[test]
fn numbers_never_match_by_their_first_digits_or_by_likeness() {
    let one = |text: &str| parse(text, &[]).refs.remove(0);
    assert!(answers(&one("§ 10"), &one("§ 104")) == 0.0);
    assert!(answers(&one("§ 85"), &one("§ 95")) == 0.0);
    assert!(answers(&one("§ 82 a"), &one("§ 82 b")) == 0.0);
    assert!(answers(&one("SEL § 85"), &one("LAB § 85")) == 0.0);
    assert!(answers(&one("§ 59"), &one("§ 57-61")) > 0.8);
    assert!(answers(&one("SEL § 85"), &one("SEL § 85")) > answers(&one("SEL § 85"), &one("§ 85")));
    assert!(answers(&one("§ 101"), &one("§ 101")) > answers(&one("§ 101"), &one("§ 101 a")));
    assert!(answers(&one("§ 52 stk 3"), &one("§ 52 stk 4")) == 0.0);
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        let _ = parse(&text, &[]);
    }

    #[test]
    fn any_mixture_of_signs_and_numbers_can_be_read(text in "(§|§§|SEL| |-|,|\\.|stk|nr|kap|jf|og|[0-9]{1,6}|[a-z]|–){0,20}") {
        let _ = parse(&text, &[]);
    }

    #[test]
    fn a_written_paragraph_is_read_back(number in 1u16..400, letter in prop::option::of("[a-h]")) {
        let letter = letter.unwrap_or_default();
        let refs = parse(&format!("SEL § {number} {letter}"), &[]).refs;
        prop_assert_eq!(refs.len(), 1);
        prop_assert_eq!((refs[0].number, refs[0].letter), (number, letter.chars().next()));
    }
}
