//! The program: parse, call the library, print the error, exit code.
fn main() {}
