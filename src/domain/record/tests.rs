#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

#[test]
fn an_id_is_eight_letters_and_digits_and_comes_back() {
    let mut rng = fastrand::Rng::with_seed(3);
    let edges = [Id(0), Id(1), Id(31), Id(32), Id((1 << ID_BITS) - 1)];
    for id in (0..1000).map(|_| Id::draw(&mut rng)).chain(edges) {
        let printed = id.to_string();
        assert_eq!(printed.len(), 8, "{printed}");
        assert_eq!(printed.parse(), Ok(id));
    }
}

#[test]
fn a_drawn_id_is_never_the_empty_one() {
    let mut rng = fastrand::Rng::with_seed(4);
    assert!((0..1000).all(|_| Id::draw(&mut rng) != Id::default()));
}

#[test]
fn what_is_no_id_is_refused() {
    for wrong in ["", "1234567", "123456789", "abcdefgi", "ABCDEFGH", "abc defg", "æøåæ", "12345-78"] {
        assert!(wrong.parse::<Id>().is_err(), "{wrong}");
    }
}

#[test]
fn an_id_stands_in_a_file_as_it_is_printed() {
    let id = Id(33);
    assert_eq!(ron::to_string(&id).unwrap(), "\"00000011\"");
    assert_eq!(ron::from_str::<Id>("\"00000011\""), Ok(id));
}

#[test]
fn every_choice_has_a_word_and_its_place() {
    for (at, choice) in Audience::ALL.iter().enumerate() {
        assert_eq!(choice.place(), u8::try_from(at).ok());
        assert_eq!(choice.word(), Audience::WORDS[at]);
        assert_eq!(Audience::at(choice.place().unwrap()), Some(*choice));
    }
}

#[test]
fn what_is_for_the_citizen_alone_cannot_be_chosen() {
    assert_eq!(Audience::Nobody.place(), None);
    assert_eq!(Audience::at(3), None);
}

#[test]
fn no_field_stands_twice_in_a_form() {
    for sort in Sort::ALL {
        let mut names: Vec<_> = sort.fields().iter().map(|f| f.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{sort:?}");
    }
}
