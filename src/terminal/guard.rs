//! Takes the terminal and gives it back, exactly once, however the program ends.

use std::io::{self, IsTerminal, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

use crossterm::cursor::Show;
#[cfg(unix)]
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::queue;
use crossterm::style::{ResetColor, SetAttribute, force_color_output};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;

/// The kind of the error `TerminalGuard::enter` gives when input or output is not a terminal, and only then.
pub const NO_TERMINAL: io::ErrorKind = io::ErrorKind::NotConnected;

/// The screen the program draws on. Force a full repaint with `resize(area)`; its `clear()` asks the terminal where
/// the cursor is, and waits two seconds where nobody answers.
pub type Screen = ratatui::Terminal<CrosstermBackend<Frames>>;

/// Draws everything anew at a size, in columns and rows. `clear` would ask the terminal where the cursor is; this does not.
pub fn repaint(screen: &mut Screen, (width, height): (u16, u16)) -> io::Result<()> {
    screen.resize(ratatui::layout::Rect::new(0, 0, width, height))
}

/// True while the terminal is ours. Whoever turns it to false gives the terminal back; nobody else does.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// The thread that took the terminal: its panic ends the program, any other thread's does not.
static OWNER: Mutex<Option<ThreadId>> = Mutex::new(None);
/// Panics of other threads while the screen was ours, to be printed once it no longer is.
static HELD_BACK: Mutex<Vec<String>> = Mutex::new(Vec::new());
static HOOK: Once = Once::new();

/// The terminal is ours while this lives: raw mode, alternate screen, bracketed paste where the system has it, and word of
/// the window coming to the front where the terminal gives it. The
/// mouse stays the user's, for marking and copying.
///
/// Dropping it gives the terminal back. Never call `std::process::exit` while it lives.
#[derive(Debug)]
#[must_use = "the terminal is given back when this is dropped"]
pub struct TerminalGuard(());

impl TerminalGuard {
    /// Takes the terminal for this thread. Fails with [`NO_TERMINAL`] when standard input or output is not one, with
    /// `AlreadyExists` when it is taken already; after any failure the terminal is as it was.
    pub fn enter() -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(NO_TERMINAL.into());
        }
        if TAKEN.swap(true, Ordering::SeqCst) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        *patiently(&OWNER) = Some(thread::current().id());
        HOOK.call_once(install_hook);
        // From here on dropping the guard undoes whatever was reached.
        let guard = Self(());
        // The theme decides about colour, NO_COLOR included; the library would eat bold and reverse with it.
        force_color_output(true);
        enable_raw_mode()?;
        let mut out = io::stdout();
        queue!(out, EnterAlternateScreen)?;
        // Windows has no paste event: with this on, a paste would arrive wrapped in escape codes as if typed.
        #[cfg(unix)]
        queue!(out, EnableBracketedPaste, EnableFocusChange)?;
        out.flush()?;
        Ok(guard)
    }

    /// The screen to draw on. What it draws after the terminal was given back goes nowhere.
    pub fn screen(&self) -> io::Result<Screen> {
        Screen::new(CrosstermBackend::new(Frames::default()))
    }

    /// Gives the terminal back now and says whether that went well; dropping does the same in silence.
    pub fn leave(self) -> io::Result<()> {
        restore()
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = restore();
    }
}

/// Gives the terminal back if it is ours, from whatever thread; does nothing the second time. Tries every step even
/// if one fails, and gives the first error. Then prints what other threads had to say when they panicked.
pub fn restore() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    #[cfg(unix)]
    let paste = queue!(out, DisableFocusChange, DisableBracketedPaste);
    #[cfg(not(unix))]
    let paste = Ok(());
    let look = queue!(out, ResetColor, SetAttribute(crossterm::style::Attribute::Reset), Show);
    let screen = queue!(out, LeaveAlternateScreen);
    let flushed = out.flush();
    let cooked = disable_raw_mode();
    for message in std::mem::take(&mut *patiently(&HELD_BACK)) {
        let _ = writeln!(io::stderr(), "{message}");
    }
    paste.and(look).and(screen).and(flushed).and(cooked)
}

/// The first panic of the owner gives the terminal back, then the hook that was there speaks. A panic elsewhere must
/// not ruin a screen that lives on, so its message waits.
fn install_hook() {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let is_owner = *patiently(&OWNER) == Some(thread::current().id());
        if is_owner {
            let _ = restore();
        } else if TAKEN.load(Ordering::SeqCst) {
            patiently(&HELD_BACK).push(describe(info));
            return;
        }
        previous(info);
    }));
}

fn describe(info: &PanicHookInfo<'_>) -> String {
    let thread = thread::current();
    format!("thread '{}' {info}", thread.name().unwrap_or("?"))
}

/// A panic elsewhere cannot leave these values half written, so a poisoned lock is as good as any.
fn patiently<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Collects a frame and sends it to standard output in one piece, so that no half frame is ever seen. Once the
/// terminal is given back it sends nothing: a panic in the middle of drawing leaves no debris behind.
#[derive(Debug, Default)]
pub struct Frames {
    pending: Vec<u8>,
}

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let sent = send(&self.pending);
        self.pending.clear();
        sent
    }
}

/// Writes to the terminal in one piece, if it is ours.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    // Asked under the lock: whoever gives the terminal back writes after this frame or keeps it from being written.
    let mut out = io::stdout().lock();
    if !TAKEN.load(Ordering::SeqCst) {
        return Ok(());
    }
    out.write_all(bytes)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn giving_back_a_terminal_that_was_not_taken_does_nothing() {
        assert!(restore().is_ok());
    }

    #[test]
    fn what_is_drawn_while_the_terminal_is_not_ours_goes_nowhere() {
        let mut frames = Frames::default();
        frames.write_all(b"debris").unwrap();
        frames.flush().unwrap();
        assert!(frames.pending.is_empty(), "and it does not come later either");
    }
}
