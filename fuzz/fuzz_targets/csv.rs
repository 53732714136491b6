//! Any bytes as a plain catalogue file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::csv(data));
