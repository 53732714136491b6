//! Any keys, pastes, times and sizes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::update(data));
