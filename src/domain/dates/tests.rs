#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::Timelike;
use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in the table")
}

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time in the table")
}

/// A Wednesday in week 11 of 2026.
const TODAY: &str = "2026-03-11";

fn check(lean: Lean, table: &[(&str, &str)]) {
    for (input, expected) in table {
        assert_eq!(parse_date(input, date(TODAY), lean), Some(date(expected)), "{input}");
    }
}

fn check_none(inputs: &[&str]) {
    for input in inputs {
        assert_eq!(parse_date(input, date(TODAY), Lean::Future), None, "{input}");
    }
}

#[test]
fn day_and_month_are_read_in_every_usual_way() {
    check(
        Lean::Future,
        &[
            ("14/3", "2026-03-14"),
            ("14.3.", "2026-03-14"),
            ("14.03", "2026-03-14"),
            ("14. marts", "2026-03-14"),
            ("d. 14. MARTS.", "2026-03-14"),
            ("den 14 i 3", "2026-03-14"),
            (" 14   mar ", "2026-03-14"),
            ("14mar", "2026-03-14"),
            ("14 march", "2026-03-14"),
            ("March 14th", "2026-03-14"),
            ("the 1st of May", "2026-05-01"),
            ("1. okt", "2026-10-01"),
        ],
    );
}

#[test]
fn a_year_can_have_four_digits_or_two_and_stand_at_either_end() {
    check(
        Lean::Future,
        &[
            ("14-3-2027", "2027-03-14"),
            ("14/3 27", "2027-03-14"),
            ("14.3.27", "2027-03-14"),
            ("14 mar 2027", "2027-03-14"),
            ("March 14, 2027", "2027-03-14"),
            ("2027-03-14", "2027-03-14"),
            ("2027/3/4", "2027-03-04"),
            ("140327", "2027-03-14"),
            ("14032027", "2027-03-14"),
            ("20270314", "2027-03-14"),
            ("20032027", "2027-03-20"),
            ("14/3 97", "1997-03-14"),
        ],
    );
}

#[test]
fn without_a_year_the_next_one_is_meant_today_included() {
    check(
        Lean::Future,
        &[("11/3", "2026-03-11"), ("10/3", "2027-03-10"), ("29/2", "2028-02-29"), ("d. 10.", "2026-04-10")],
    );
}

#[test]
fn looking_back_the_last_one_is_meant_today_included() {
    check(
        Lean::Past,
        &[
            ("11/3", "2026-03-11"),
            ("12/3", "2025-03-12"),
            ("29/2", "2024-02-29"),
            ("14/3 85", "1985-03-14"),
            ("14/3 27", "1927-03-14"),
            ("140385", "1985-03-14"),
            ("fredag", "2026-03-06"),
            ("onsdag", "2026-03-04"),
            ("2 uger", "2026-02-25"),
            ("uge 11", "2026-03-09"),
            ("uge 12", "2025-03-17"),
            ("d. 31", "2026-01-31"),
        ],
    );
}

#[test]
fn days_near_today_have_names() {
    check(
        Lean::Future,
        &[
            ("i dag", "2026-03-11"),
            ("idag", "2026-03-11"),
            ("I  Morgen.", "2026-03-12"),
            ("i overmorgen", "2026-03-13"),
            ("overmorgen", "2026-03-13"),
            ("i går", "2026-03-10"),
            ("i gaar", "2026-03-10"),
            ("i forgårs", "2026-03-09"),
            ("today", "2026-03-11"),
            ("tomorrow", "2026-03-12"),
            ("the day after tomorrow", "2026-03-13"),
            ("yesterday", "2026-03-10"),
        ],
    );
}

#[test]
fn distances_are_counted_from_today() {
    check(
        Lean::Future,
        &[
            ("om 3 dage", "2026-03-14"),
            ("om fjorten dage", "2026-03-25"),
            ("om en uge", "2026-03-18"),
            ("om 2 uger", "2026-03-25"),
            ("om to ugers tid", "2026-03-25"),
            ("om et par uger", "2026-03-25"),
            ("2 uger", "2026-03-25"),
            ("om en måned", "2026-04-11"),
            ("om 3 maaneder", "2026-06-11"),
            ("om 3 mdr.", "2026-06-11"),
            ("om et halvt år", "2026-09-11"),
            ("om 1 aar", "2027-03-11"),
            ("in 2 weeks", "2026-03-25"),
            ("in a month", "2026-04-11"),
            ("in half a year", "2026-09-11"),
            ("for 2 uger siden", "2026-02-25"),
            ("for et halvt år siden", "2025-09-11"),
            ("3 days ago", "2026-03-08"),
        ],
    );
}

#[test]
fn a_month_after_the_31st_ends_on_the_last_day_there_is() {
    assert_eq!(parse_date("om en måned", date("2026-01-31"), Lean::Future), Some(date("2026-02-28")));
}

#[test]
fn a_decomposed_letter_is_read_like_a_composed_one() {
    check(Lean::Future, &[("om en ma\u{30a}ned", "2026-04-11")]);
}

#[test]
fn weekdays_are_the_next_ones_and_never_today() {
    check(
        Lean::Future,
        &[
            ("fredag", "2026-03-13"),
            ("på fredag", "2026-03-13"),
            ("paa fredag", "2026-03-13"),
            ("nu på fredag", "2026-03-13"),
            ("førstkommende fredag", "2026-03-13"),
            ("denne fredag", "2026-03-13"),
            ("næste fredag", "2026-03-20"),
            ("naeste fredag", "2026-03-20"),
            ("fredag i næste uge", "2026-03-20"),
            ("mandag om en uge", "2026-03-16"),
            ("onsdag", "2026-03-18"),
            ("søndag", "2026-03-15"),
            ("loerdag", "2026-03-14"),
            ("friday", "2026-03-13"),
            ("on friday", "2026-03-13"),
            ("next friday", "2026-03-20"),
            ("sidste fredag", "2026-03-06"),
            ("i fredags", "2026-03-06"),
        ],
    );
    check(Lean::Past, &[("på fredag", "2026-03-13"), ("last friday", "2026-03-06"), ("on friday", "2026-03-06")]);
}

#[test]
fn every_weekday_and_month_is_known_in_both_languages() {
    let weekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    for (days, (danish, english)) in weekdays.iter().zip(english).enumerate() {
        let expected = later(date("2026-03-16"), i64::try_from(days).unwrap());
        for name in [format!("næste {danish}"), format!("next {english}")] {
            assert_eq!(parse_date(&name, date(TODAY), Lean::Future), expected, "{name}");
        }
    }
    let danish = "januar februar marts april maj juni juli august september oktober november december";
    let english = "january february march april may june july august september october november december";
    for names in [danish, english] {
        for (month, name) in (1..).zip(names.split(' ')) {
            for name in [name, &name[..3]] {
                let expected = NaiveDate::from_ymd_opt(2030, month, 5);
                assert_eq!(parse_date(&format!("5. {name} 2030"), date(TODAY), Lean::Future), expected, "{name}");
            }
        }
    }
}

#[test]
fn a_weekday_beside_a_date_must_agree_with_it() {
    check(Lean::Future, &[("lørdag d. 14/3", "2026-03-14"), ("lør 14. marts 2026", "2026-03-14")]);
    check_none(&["fredag d. 14/3"]);
}

#[test]
fn weeks_begin_on_monday() {
    check(
        Lean::Future,
        &[
            ("uge 12", "2026-03-16"),
            ("i uge 12", "2026-03-16"),
            ("uge12", "2026-03-16"),
            ("week 12", "2026-03-16"),
            ("uge 10", "2027-03-08"),
            ("uge 1", "2027-01-04"),
            ("uge 53", "2026-12-28"),
            ("uge 12 2027", "2027-03-22"),
            ("fredag i uge 12", "2026-03-20"),
            ("mandag uge 12 2027", "2027-03-22"),
            ("næste uge", "2026-03-16"),
            ("i sidste uge", "2026-03-02"),
            ("next week", "2026-03-16"),
            ("næste måned", "2026-04-01"),
            ("næste år", "2027-01-01"),
        ],
    );
    check_none(&["uge 54", "uge 0", "uge 53 2027"]);
}

#[test]
fn a_week_that_has_begun_counts_from_today() {
    check(Lean::Future, &[("uge 11", TODAY)]);
}

#[test]
fn a_week_over_new_year_belongs_to_the_year_of_its_number() {
    assert_eq!(parse_date("uge 1", date("2025-12-28"), Lean::Future), Some(date("2025-12-29")));
    assert_eq!(parse_date("uge 53", date("2027-01-05"), Lean::Past), Some(date("2026-12-28")));
}

#[test]
fn what_is_no_date_is_none() {
    check_none(&[
        "",
        " ",
        ".",
        "31/2",
        "31/4",
        "29/2 2027",
        "0/1",
        "1/0",
        "14/13",
        "32/1",
        "-14/3",
        "/3",
        "14",
        "2027",
        "1/1/1899",
        "1/1 2200",
        "14/3 027",
        "hej",
        "om",
        "om uger",
        "om 99999 dage",
        "om 9999 år",
        "i",
        "den",
        "dag",
        "maj",
        "99999999",
        "000000",
        "14/3/2027/1",
        "14:3",
        "14+3",
        "næste",
        "fredag fredag",
        "٣/٤",
    ]);
}

#[test]
fn dates_outside_1900_to_2199_are_refused_at_both_ends() {
    check(Lean::Future, &[("1/1 1900", "1900-01-01"), ("31/12 2199", "2199-12-31")]);
}

#[test]
fn times_are_read_in_every_usual_way() {
    for (input, hour, minute) in [
        ("13", 13, 0),
        ("9", 9, 0),
        ("0", 0, 0),
        ("13.30", 13, 30),
        ("13:30", 13, 30),
        ("kl. 9", 9, 0),
        ("kl 9.15", 9, 15),
        ("Kl.9:15", 9, 15),
        ("klokken 9", 9, 0),
        ("1330", 13, 30),
        ("930", 9, 30),
        ("0905", 9, 5),
        (" 13 30 ", 13, 30),
        ("9.", 9, 0),
        ("23:59", 23, 59),
        ("at 10", 10, 0),
    ] {
        let time = parse_time(input).map(|time| (time.hour(), time.minute()));
        assert_eq!(time, Some((hour, minute)), "{input}");
    }
}

#[test]
fn what_is_no_time_is_none() {
    for input in
        ["", "24", "24.00", "13.60", "13.5", "-9", "9-10", "kl", "13.30.00", "12345", "1a", ":30", "æ9", "9ø0", "+9"]
    {
        assert_eq!(parse_time(input), None, "{input}");
    }
}

#[test]
fn danish_time_changes_at_one_utc_on_the_last_sundays() {
    for (utc, local) in [
        ("2026-03-29 00:59", "2026-03-29 01:59"),
        ("2026-03-29 01:00", "2026-03-29 03:00"),
        ("2026-10-25 00:59", "2026-10-25 02:59"),
        ("2026-10-25 01:00", "2026-10-25 02:00"),
        ("2027-03-28 01:00", "2027-03-28 03:00"),
        ("2024-03-31 01:00", "2024-03-31 03:00"),
        ("2026-12-31 23:30", "2027-01-01 00:30"),
    ] {
        assert_eq!(copenhagen(time(utc).and_utc()), time(local), "{utc}");
    }
}

#[test]
fn the_hour_that_comes_twice_is_the_first() {
    assert_eq!(to_utc(time("2026-10-25 02:30")), time("2026-10-25 00:30").and_utc());
    assert_eq!(to_utc(time("2026-10-25 03:00")), time("2026-10-25 02:00").and_utc());
}

#[test]
fn the_hour_that_does_not_exist_is_an_hour_later() {
    let instant = to_utc(time("2026-03-29 02:30"));
    assert_eq!(instant, time("2026-03-29 01:30").and_utc());
    assert_eq!(copenhagen(instant), time("2026-03-29 03:30"));
}

#[test]
fn the_ends_of_time_do_no_harm() {
    for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        copenhagen(instant);
        to_utc(instant.naive_utc());
    }
    for today in [NaiveDate::MIN, NaiveDate::MAX] {
        for input in ["i morgen", "i går", "14/3", "14/3 27", "fredag", "næste uge", "uge 12", "om 9999 år", "d. 31"]
        {
            for lean in [Lean::Future, Lean::Past] {
                parse_date(input, today, lean);
            }
        }
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_read(text in any::<String>(), digits in "[0-9./: -]{0,70}") {
        for text in [text, digits] {
            parse_date(&text, date(TODAY), Lean::Future);
            parse_date(&text, date(TODAY), Lean::Past);
            parse_time(&text);
        }
    }

    #[test]
    fn no_order_of_known_words_does_harm(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..5), numbers in prop::collection::vec(any::<u32>(), 0..3),
        days in -50_000i64..100_000, turn in 0usize..8,
    ) {
        let today = later(date(TODAY), days).unwrap();
        let mut parts: Vec<String> = words.iter().map(|(_, words)| words[0].to_owned()).collect();
        parts.extend(numbers.iter().map(ToString::to_string));
        let turns = turn % parts.len().max(1);
        parts.rotate_left(turns);
        for lean in [Lean::Future, Lean::Past] {
            if let Some(date) = parse_date(&parts.join(" "), today, lean) {
                prop_assert!((1900..=2199).contains(&date.year()));
            }
        }
    }

    #[test]
    fn a_date_without_a_year_is_within_reach_on_the_right_side(day in 1u32..=28, month in 1u32..=12, days in 0i64..20_000) {
        let today = later(date("2000-01-01"), days).unwrap();
        let text = format!("{day}/{month}");
        let next = parse_date(&text, today, Lean::Future).unwrap();
        let last = parse_date(&text, today, Lean::Past).unwrap();
        prop_assert!(last <= today && today <= next);
        prop_assert!((next - last).num_days() <= 366);
    }

    #[test]
    fn every_date_is_read_back_from_how_it_is_written(days in 0i64..109_500) {
        let written = later(date("1900-01-01"), days).unwrap();
        for format in ["%d/%m-%Y", "%-d.%-m.%Y", "%Y-%m-%d", "%d%m%Y", "%Y%m%d", "%-d %B %Y", "%A %-d %b %Y"] {
            prop_assert_eq!(parse_date(&written.format(format).to_string(), date(TODAY), Lean::Future), Some(written));
        }
    }

    #[test]
    fn danish_time_leads_back_to_the_instant(minutes in 0i64..60_000_000) {
        let instant = DateTime::from_timestamp(minutes * 60, 0).unwrap();
        let back = to_utc(copenhagen(instant));
        // Only the second of the two equal hours in October comes back as the first.
        prop_assert!(back == instant || back == instant - TimeDelta::hours(1));
        prop_assert_eq!(copenhagen(back), copenhagen(instant));
    }
}
