//! Any bytes as a JSON document.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::oruk(data));
