//! Any bytes as a package: files between lines that begin with ==, each with its name on that line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::catalog::exchange::Format;
use opstart_fuzz::holds;

fuzz_target!(|data: &[u8]| holds(Format::Hsds, files(data)));

/// The files of a package: `==services.csv`, its lines, `==phones.csv`, its lines.
fn files(data: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        match (line.strip_prefix(b"=="), files.last_mut()) {
            (Some(name), _) => files.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new())),
            (None, Some((_, bytes))) => bytes.extend_from_slice(line),
            (None, None) => files.push((String::from("services.csv"), line.to_vec())),
        }
    }
    files
}
