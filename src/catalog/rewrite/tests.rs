#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

use proptest::prelude::*;

use super::*;
use crate::catalog::library::{Library, NamedText};
use crate::domain::offer::{Access, Form, LegalBasis, OfferState};

const SMALL: &str = include_str!("../../../catalog/offers/bolig.ron");

/// A file of sixty offers, as two departments would fill it, with comments between and inside them.
fn sixty() -> String {
    let mut out = String::from("// Tilbud. Rettes på skærmen og i hånden.\n[\n");
    for number in 0..60 {
        out += &format!(
            "    // Nr. {number}: spørg Åse.\n    (\n        id: \"tilbud-{number}\",\n        name: \"Tilbud {number} på øen\",\n        \
             plain: \"Du får hjælp.\", // kort\n        department: \"bolig\",\n        themes: [\"bolig\"],\n        \
             eget_felt: \"bevares\",\n        contact: (name: \"Ærø\", phone: \"1\"),\n        reviewed: \"2026-01-01\",\n    ),\n"
        );
    }
    out + "]\n// slut\n"
}

fn offers(text: &str) -> Vec<Offer> {
    let files = [NamedText { name: "offers/x.ron".into(), text: text.into() }];
    let mut offers = Library::read(&files).offers;
    offers.sort_by_key(|o| text.find(&format!("\"{}\"", o.id)));
    offers
}

fn differing(before: &str, after: &str) -> Vec<(String, String)> {
    assert_eq!(before.split('\n').count(), after.split('\n').count());
    let lines = before.split('\n').zip(after.split('\n'));
    lines.filter(|(a, b)| a != b).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn editing_one_of_sixty_offers_changes_the_lines_of_what_was_edited_and_no_other() {
    let text = sixty();
    let before = offers(&text)[31].clone();
    let mut after = before.clone();
    "Du får hjælp af Søren, også på Læsø.".clone_into(&mut after.plain);
    after.contact.phone = "70 00 00 99".into();
    after.reviewed = "2026-11-22".parse().ok();
    let changed = change(&text, &before, &after).unwrap();
    assert_eq!(
        differing(&text, &changed),
        [
            (
                "        plain: \"Du får hjælp.\", // kort".to_owned(),
                "        plain: \"Du får hjælp af Søren, også på Læsø.\", // kort".to_owned()
            ),
            (
                "        contact: (name: \"Ærø\", phone: \"1\"),".to_owned(),
                "        contact: (name: \"Ærø\", phone: \"70 00 00 99\"),".to_owned()
            ),
            ("        reviewed: \"2026-01-01\",".to_owned(), "        reviewed: \"2026-11-22\",".to_owned()),
        ]
    );
    let read = offers(&changed);
    assert_eq!((read.len(), &read[31]), (60, &after));
}

#[test]
fn a_field_that_was_unknown_gets_a_line_of_its_own_and_one_that_is_emptied_loses_it() {
    let text = sixty();
    let before = offers(&text)[0].clone();
    let mut after = before.clone();
    after.state = OfferState::Closed;
    after.state_note = "Udgået 22.11.2026: pengene er brugt".into();
    after.reviewed = None;
    let changed = change(&text, &before, &after).unwrap();
    let entry = changed.split("// Nr. 1:").next().unwrap();
    assert!(entry.ends_with(
        "        contact: (name: \"Ærø\", phone: \"1\"),\n        state: Closed,\n        state_note: \"Udgået 22.11.2026: pengene er brugt\",\n    ),\n    "
    ), "{entry}");
    assert_eq!(change(&changed, &after, &before).map(|back| offers(&back)[0].clone()), Ok(before));
}

#[test]
fn a_field_this_version_does_not_know_survives() {
    let text = sixty();
    let before = offers(&text)[5].clone();
    let after = Offer { name: "Andet navn".into(), themes: vec![], ..before.clone() };
    let changed = change(&text, &before, &after).unwrap();
    assert_eq!(changed.matches("eget_felt: \"bevares\"").count(), 60);
}

#[test]
fn line_ends_and_the_mark_at_the_beginning_stay_as_they_are() {
    let text = format!("\u{feff}{}", sixty().replace('\n', "\r\n"));
    let before = offers(&text)[7].clone();
    let after = Offer {
        capacity: Some(12),
        legal: vec![LegalBasis { law: "SEL".into(), paragraph: "85".into(), ..LegalBasis::default() }],
        ..before.clone()
    };
    let changed = change(&text, &before, &after).unwrap();
    let added = add(&changed, &Offer { id: "nyt".into(), name: "Nyt".into(), ..Offer::default() }).unwrap();
    assert!(added.starts_with('\u{feff}'));
    assert_eq!(added.matches('\n').count(), added.matches("\r\n").count());
    assert_eq!(offers(&added).len(), 61);
}

#[test]
fn nothing_is_overwritten_that_somebody_else_changed() {
    let text = sixty();
    let before = offers(&text)[7].clone();
    let after = Offer { name: "Mit navn".into(), ..before.clone() };
    let theirs = text.replacen("Tilbud 7 på øen", "Deres navn", 1);
    assert_eq!(change(&theirs, &before, &after), Err(Refused::Changed));
    assert_eq!(change("[]", &before, &after), Err(Refused::Gone));
    assert_eq!(change("[(id: \"tilbud-7\"", &before, &after), Err(Refused::Damaged));
    let elsewhere = text.replacen("Tilbud 8 på øen", "Deres navn", 1);
    assert!(change(&elsewhere, &before, &after).is_ok(), "another offer of the file is no reason to stop");
}

#[test]
fn a_new_offer_comes_last_in_the_style_of_the_file() {
    let offer =
        Offer { id: "nyt".into(), name: "Nyt på øen".into(), themes: vec!["bolig".into()], ..Offer::default() };
    let changed = add(&sixty(), &offer).unwrap();
    assert!(changed.starts_with(sixty().strip_suffix("]\n// slut\n").unwrap()));
    assert!(changed.ends_with("        themes: [\"bolig\"],\n    ),\n]\n// slut\n"));
    assert_eq!(add(&changed, &offer), Err(Refused::Taken));
    assert_eq!(offers(&add("", &offer).unwrap()), std::slice::from_ref(&offer));
    assert_eq!(offers(&add("[(id: \"a\", name: \"A\")] // x", &offer).unwrap()).len(), 2);
}

#[test]
fn a_name_that_no_catalogue_may_hold_is_written_as_it_will_be_read() {
    let text = sixty();
    let before = offers(&text)[7].clone();
    let after = Offer { name: "To  mellemrum\u{1b}[31m".into(), ..before.clone() };
    let changed = change(&text, &before, &after).unwrap();
    assert_eq!(offers(&changed)[7].name, "To mellemrum");
}

/// One of many ways to change an offer.
fn touch(offer: &mut Offer, which: u8, text: &str, number: Option<u16>) {
    match which % 16 {
        0 => text.clone_into(&mut offer.plain),
        1 => text.clone_into(&mut offer.description),
        2 => offer.capacity = number,
        3 => offer.duration.max_weeks = number,
        4 => text.clone_into(&mut offer.duration.note),
        5 => offer.keywords = text.split(' ').map(str::to_owned).collect(),
        6 => offer.benefits = number.map(|n| vec![text.to_owned(); usize::from(n % 3)]),
        7 => text.clone_into(&mut offer.contact.phone),
        8 => offer.contact = crate::domain::offer::Contact::default(),
        9 => offer.legal.push(LegalBasis { law: text.to_owned(), ..LegalBasis::default() }),
        10 => {
            offer.legal.pop();
        }
        11 => {
            if let Some(first) = offer.legal.first_mut() {
                text.clone_into(&mut first.paragraph);
                first.checked = number.and_then(|n| {
                    chrono::NaiveDate::from_ymd_opt(2026, 1, 1)?.checked_add_days(chrono::Days::new(n.into()))
                });
            }
        }
        12 => offer.access = number.map(|n| if n % 2 == 0 { Access::Open } else { Access::Referral }),
        13 => offer.forms = number.map(|_| vec![Form::Group, Form::Online]).unwrap_or_default(),
        14 => offer.ages.from = number.and_then(|n| u8::try_from(n).ok()),
        _ => {
            offer.state = if number.is_some() { OfferState::Closed } else { OfferState::Active };
            text.clone_into(&mut offer.state_note);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_reads_as_it_should_and_leaves_all_others_byte_for_byte(
        which in 0usize..1000,
        touches in prop::collection::vec((any::<u8>(), "\\PC{0,12}", prop::option::of(0u16..300)), 1..6),
        windows in any::<bool>(),
    ) {
        let text = if windows { SMALL.replace('\n', "\r\n") } else { SMALL.to_owned() };
        let all = offers(&text);
        let before = &all[which % all.len()];
        let mut after = before.clone();
        for (kind, words, number) in &touches {
            touch(&mut after, *kind, words, *number);
        }
        let after = as_read(&after).unwrap();
        let changed = change(&text, before, &after).unwrap();
        let read = offers(&changed);
        for (old, new) in all.iter().zip(&read) {
            prop_assert_eq!(new, if old.id == before.id { &after } else { old });
        }
        let lines = |of: &str| of.split("\r\n").map(str::to_owned).collect::<Vec<_>>();
        if windows {
            prop_assert!(lines(&changed).iter().all(|line| !line.contains('\n')));
        }
        let before_it = &text[..text.find(&format!("id: \"{}\"", before.id)).unwrap()];
        prop_assert!(changed.starts_with(before_it));
    }
}

#[test]
fn an_offer_is_taken_out_and_everything_else_of_the_file_stays() {
    for (text, left) in [
        (
            "[\n  // før\n  (id: \"a\", name: \"A\"), // om a\n  (id: \"b\", name: \"B\"),\n]\n",
            "[\n  // før\n  (id: \"b\", name: \"B\"),\n]\n",
        ),
        ("[(id: \"a\", name: \"A\"), (id: \"b\", name: \"B\")]", "[ (id: \"b\", name: \"B\")]"),
        ("[\r\n    (id: \"a\", name: \"A\")\r\n]\r\n", "[\r\n]\r\n"),
    ] {
        let before = Offer { id: "a".into(), name: "A".into(), ..Offer::default() };
        assert_eq!(remove(text, &before).as_deref(), Ok(left));
        assert_eq!(remove(text, &Offer { name: "Ø".into(), ..before.clone() }), Err(Refused::Changed));
        assert_eq!(remove(left, &before), Err(Refused::Gone));
    }
    let last = "[\n  (id: \"a\"),\n  (id: \"b\")\n]\n";
    let before = Offer { id: "b".into(), ..Offer::default() };
    assert_eq!(remove(last, &before).as_deref(), Ok("[\n  (id: \"a\"),\n]\n"));
}
