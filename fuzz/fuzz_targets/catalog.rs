//! Any text as a file of the catalogue.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::catalog(data));
