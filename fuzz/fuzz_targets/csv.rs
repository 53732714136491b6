//! Any bytes as a plain catalogue file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::catalog::exchange::Format;
use opstart_fuzz::holds;

fuzz_target!(|data: &[u8]| holds(Format::Csv, vec![(String::from("a.csv"), data.to_vec())]));
