//! Any bytes as a package: files between lines that begin with `==`, each with its name on that line.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opstart_fuzz::holds::hsds(data));
