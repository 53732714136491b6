//! Any bytes as one of the small files beside the sessions.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::beside(data));
