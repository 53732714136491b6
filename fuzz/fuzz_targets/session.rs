//! Any bytes as a session file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::session(data));
