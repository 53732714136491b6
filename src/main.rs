//! The program: parse, call the library, print the error, exit code.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use opstart::commands::{Failure, Outcome, dispatch, prepare, told};
use opstart::runtime;
use opstart::storage::vault;

fn main() -> ExitCode {
    let code = run();
    vault::forget();
    code
}

fn run() -> ExitCode {
    let (cli, place) = match prepare(std::env::args_os().collect(), io::stdout().is_terminal()) {
        Ok(ready) => ready,
        Err(wrong) if wrong.code == 0 => {
            // Nobody may be reading any more; then there is nobody to tell, either.
            let _ = io::stdout().write_all(wrong.text.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(wrong) => return failed(&Failure { text: wrong.text, code: wrong.code }),
    };
    match dispatch(cli, &place, &mut io::stdout().lock(), &mut io::stderr()) {
        Ok(Outcome::Done(code)) => ExitCode::from(code),
        Ok(Outcome::Screen(start)) => match runtime::run(start, &place) {
            Ok(None) => ExitCode::SUCCESS,
            Ok(Some(unsaved)) => failed(&Failure { text: unsaved, code: 1 }),
            Err(error) => failed(&Failure { text: told::terminal(&place.text, &error), code: 1 }),
        },
        Err(failure) => failed(&failure),
    }
}

fn failed(failure: &Failure) -> ExitCode {
    let _ = writeln!(io::stderr(), "{}", told::harmless(&failure.text));
    ExitCode::from(failure.code)
}
