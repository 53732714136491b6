//! Any text as a day or a time of day.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use opstart::domain::dates::{Lean, parse_date, parse_time};

fuzz_target!(|data: (i32, &str)| {
    let (day, text) = data;
    let Some(today) = NaiveDate::from_num_days_from_ce_opt(day % 1_000_000) else { return };
    for lean in [Lean::Future, Lean::Past] {
        let _ = parse_date(text, today, lean);
    }
    let _ = parse_time(text);
});
