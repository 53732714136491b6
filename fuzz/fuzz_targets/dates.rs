//! Any text as a day or a time of day.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::dates(data));
