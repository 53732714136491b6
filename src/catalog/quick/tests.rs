#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Debug;

use proptest::prelude::*;
use ron::extensions::Extensions;

use super::super::builtin::FILES;
use super::super::rules::Rule;
use super::super::synonyms::Synonyms;
use super::read;
use crate::domain::offer::Offer;
use crate::domain::session::Session;
use crate::domain::template::{Common, Municipality, Template};

const SESSION: &str = include_str!("../../../sessions/examples/2026-12-01-zz125e0b.ron");

fn in_full<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).ok()
}

/// What the quick reader reads, the full reader reads alike; gives whether it was read.
fn agree<T: serde::de::DeserializeOwned + PartialEq + Debug>(text: &str) -> bool {
    let quick: Option<T> = read(text);
    if quick.is_some() {
        assert_eq!(quick, in_full(text));
    }
    quick.is_some()
}

fn agree_on_file(name: &str, text: &str) -> bool {
    match name {
        "municipality.ron" => agree::<Municipality>(text),
        "rules.ron" => agree::<Vec<Rule>>(text),
        "synonyms.ron" => agree::<Synonyms>(text),
        "templates/common.ron" => agree::<Common>(text),
        _ if name.starts_with("templates/") => agree::<Template>(text),
        _ => agree::<Vec<Offer>>(text),
    }
}

#[test]
fn every_file_of_the_catalogue_and_a_session_are_plain_and_read_alike() {
    for (name, text) in FILES {
        assert!(agree_on_file(name, text), "{name}");
    }
    assert!(agree::<Session>(SESSION));
}

#[test]
fn what_is_not_plain_is_left_to_the_full_reader() {
    for text in [
        "[(id: r\"raw\")]",
        "[(id: \"a\\u{41}\")]",
        "#![enable(implicit_some)]\n[]",
        "[/* a comment */]",
        "[(id: \"a\", colour: \"unknown\")]",
        "[(id: \"a\", id: \"b\")]",
        "[(id: 7)]",
        "[(id: \"a\"]",
        "[Offer(id: \"a\")]",
        "[] []",
        "[(capacity: 99999)]",
        "[(capacity: 1_000)]",
        "",
    ] {
        assert!(read::<Vec<Offer>>(text).is_none(), "{text}");
    }
}

#[test]
fn a_value_may_stand_without_some_and_a_comment_at_the_end_of_a_line() {
    let offers: Vec<Offer> =
        read("// Our own\n[(id: \"a\", // no name yet\n capacity: 7, free: Some(2),),]\n").unwrap();
    assert_eq!((offers[0].capacity, offers[0].free, offers[0].waiting_weeks), (Some(7), Some(2), None));
}

/// Signs that mean something in RON, and some that do not.
const SIGNS: &[&str] = &[
    "\"", "\\", "(", ")", "[", "]", ",", ":", "//", "/*", "\n", " ", "-", "0", "7", "a", "Some", "None", "(x", "r#",
    "æ", "\r", "",
];

fn disturbed(text: &str, changes: &[(prop::sample::Index, usize, usize)]) -> String {
    let mut out = text.to_owned();
    for (place, sign, gone) in changes {
        let starts: Vec<usize> = out.char_indices().map(|(at, _)| at).collect();
        let from = place.index(starts.len());
        let to = starts.get(from + gone).copied().unwrap_or(out.len());
        out.replace_range(starts[from]..to, SIGNS[sign % SIGNS.len()]);
    }
    out
}

proptest! {
    #[test]
    fn a_disturbed_session_is_read_as_the_full_reader_reads_it_or_left_to_it(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..99, 0usize..3), 1..4)
    ) {
        agree::<Session>(&disturbed(SESSION, &changes));
    }

    #[test]
    fn a_disturbed_catalogue_is_read_as_the_full_reader_reads_it_or_left_to_it(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..99, 0usize..3), 1..4)
    ) {
        let (name, text) = FILES[file];
        agree_on_file(name, &disturbed(text, &changes));
    }
}
