//! Any bytes as a session file: read or refused, and what was read can be written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::storage::format::{decode, encode};

fuzz_target!(|data: &[u8]| {
    if let Ok(decoded) = decode(data) {
        let text = encode(&decoded.session).expect("what was read can be written");
        assert_eq!(decode(text.as_bytes()).expect("what was written can be read").session, decoded.session);
    }
});
