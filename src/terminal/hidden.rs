//! A line typed without being shown: passphrases.

use std::io::{self, Write};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use zeroize::Zeroizing;

/// As long as this lives the terminal shows nothing of what is typed, also between two lines and while a passphrase is
/// being tried, which takes a second.
pub struct Hidden(());

impl Hidden {
    /// Fails where there is no terminal to type in.
    pub fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self(()))
    }

    /// Asks, and reads a line. Ctrl+C and Esc fail with `Interrupted`. The line is wiped from memory after use.
    pub fn line(&self, question: &str) -> io::Result<Zeroizing<String>> {
        /// Longer ones are nobody's; a line that grows beyond its room would leave a copy behind in memory.
        const MOST: usize = 1000;
        say(&format!("{question} "))?;
        let mut line = Zeroizing::new(String::with_capacity(MOST));
        loop {
            let Event::Key(key) = read()? else { continue };
            if key.kind == KeyEventKind::Release {
                continue;
            }
            let ctrl = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
            match key.code {
                KeyCode::Enter => break,
                KeyCode::Esc => return Err(stopped()),
                KeyCode::Char('c' | 'C') if ctrl => return Err(stopped()),
                KeyCode::Char('j' | 'm') if ctrl => break,
                KeyCode::Char(_) if ctrl => {}
                KeyCode::Char(c) if line.len() + c.len_utf8() <= MOST => line.push(c),
                KeyCode::Backspace => drop(line.pop()),
                _ => {}
            }
        }
        say("\r\n")?;
        Ok(line)
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // A terminal that cannot be given back is told of by itself.
        let _ = disable_raw_mode();
    }
}

fn stopped() -> io::Error {
    let _ = say("\r\n");
    io::ErrorKind::Interrupted.into()
}

/// Questions stand beside what is printed, so that `> file` takes none of them along.
fn say(text: &str) -> io::Result<()> {
    let mut out = io::stderr();
    out.write_all(text.as_bytes())?;
    out.flush()
}
