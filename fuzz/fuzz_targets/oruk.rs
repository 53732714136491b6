//! Any bytes as a JSON document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::catalog::exchange::Format;
use opstart_fuzz::holds;

fuzz_target!(|data: &[u8]| holds(Format::OpenReferralUk, vec![(String::from("a.json"), data.to_vec())]));
