//! What looks like a CPR number (*CPR-nummer*), wherever it was typed: the program needs none, and a reference of initials
//! and a case number is enough.
//!
//! Length and date decide, nothing else: since 1 October 2007 valid numbers need not pass the modulus-11 test.

use std::ops::Range;

use chrono::NaiveDate;

/// Where in the text something stands that looks like a CPR number: ten digits, with or without a hyphen or a space before
/// the last four, that begin with a date of birth. In bytes.
pub fn find(text: &str) -> Option<Range<usize>> {
    let mut rest = 0;
    while let Some(start) = text.get(rest..)?.find(|c: char| c.is_ascii_digit()).map(|at| rest + at) {
        let end = text.get(start..)?.find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |at| start + at);
        match end - start {
            10 if is_birthday(text.get(start..end)?) => return Some(start..end),
            6 => {
                let behind = text.get(end..)?.trim_start_matches([' ', '-', '\u{2010}', '\u{2011}', '\u{2013}']);
                let serial = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                let end = text.len() - behind.len() + 4;
                let digits = format!("{}{}", text.get(start..start + 6)?, behind.get(..4).unwrap_or_default());
                if serial == 4 && end - start <= 13 && is_birthday(&digits) {
                    return Some(start..end);
                }
            }
            _ => {}
        }
        rest = end;
    }
    None
}

/// Every such place in the text, in order.
pub fn all(text: &str) -> Vec<Range<usize>> {
    let (mut from, mut places) = (0, vec![]);
    while let Some(place) = text.get(from..).and_then(find) {
        places.push(from + place.start..from + place.end);
        from += place.end;
    }
    places
}

/// Whether the first six of ten digits are the date that the seventh puts into its century.
fn is_birthday(digits: &str) -> bool {
    let number = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(day), Some(month), Some(year), Some(seventh)) = (number(0..2), number(2..4), number(4..6), number(6..7))
    else {
        return false;
    };
    let century = match (seventh, year) {
        (0..=3, _) => 1900,
        (4 | 9, 0..=36) => 2000,
        (4 | 9, _) => 1900,
        (_, 0..=57) => 2000,
        _ => 1800,
    };
    i32::try_from(century + year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Option<&str> {
        find(text).and_then(|range| text.get(range))
    }

    #[test]
    fn ten_digits_that_begin_with_a_birthday_are_found_however_they_are_written() {
        for number in ["0101801234", "010180-1234", "010180 1234", "010180 - 1234", "311299–4321"] {
            assert_eq!(found(&format!("æøå: {number}, og mere")), Some(number));
        }
    }

    #[test]
    fn each_of_several_is_found() {
        let text = "æ 010180-1234, 70 00 00 11 og 3112994321";
        let found: Vec<_> = all(text).into_iter().map(|range| text.get(range).unwrap()).collect();
        assert_eq!(found, ["010180-1234", "3112994321"]);
    }

    #[test]
    fn a_number_that_fails_modulus_11_is_found_all_the_same() {
        assert_eq!(found("010165-1111"), Some("010165-1111"));
    }

    #[test]
    fn telephone_numbers_case_numbers_and_accounts_are_left_alone() {
        for text in
            ["70 00 00 11", "sag 4599123456", "3201801234", "01018012345", "2026-12-01", "010180-123", "310280 1234"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn the_seventh_digit_decides_the_century_of_a_leap_day() {
        assert_eq!(found("290200-4123"), Some("290200-4123"));
        assert_eq!(found("290200-1123"), None);
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_through(text in any::<String>()) {
            if let Some(range) = find(&text) {
                prop_assert!(text.get(range).is_some());
            }
            prop_assert!(all(&text).into_iter().all(|range| text.get(range).is_some()));
        }

        #[test]
        fn any_mixture_of_digits_and_hyphens_can_be_looked_through(text in "[0-9 –-]{0,30}") {
            if let Some(range) = find(&text) {
                prop_assert!(text.get(range).unwrap().ends_with(|c: char| c.is_ascii_digit()));
            }
        }
    }
}
