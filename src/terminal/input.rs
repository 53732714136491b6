//! Reads the keyboard on a thread of its own and turns the terminal's events into ours.

use std::io;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::burst::Burst;
use super::ending;
use crate::keys::key::{Code, Key};

/// How long a paste may pause between two of its pieces. Long against a terminal that writes in blocks, short
/// against a hand: the Enter of a script that sends a word and Enter at once is this much late.
const PAUSE_IN_PASTE: Duration = Duration::from_millis(10);

/// What comes from outside: keys, pasted text, the terminal's size and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats while it is held.
    Key(Key),
    /// Text was pasted; lines end in `\n`, tabs are spaces, other control characters are as they came.
    Paste(String),
    /// The terminal is now this many columns and rows.
    Resize(u16, u16),
    /// The window came to the front; not every terminal tells.
    Focused,
    /// Somebody asks the program to end: SIGINT, SIGTERM or SIGHUP from outside, or the window was closed.
    Terminate,
    /// The keyboard cannot be read any more; no further input comes.
    Closed,
}

/// Starts the reader thread. It ends when the keyboard fails (after `Closed`) or when nobody receives any more; it
/// cannot be stopped from outside, so it is started once and left running. Whoever asks for the terminal's size after
/// this misses no change of it. Fails when the keyboard cannot be opened.
///
/// `T` is whatever the caller's channel carries, so that one channel can serve input and everything else.
pub fn spawn<T: From<Input> + Send + 'static>(tx: Sender<T>) -> io::Result<JoinHandle<()>> {
    // The first question opens the keyboard and listens for new sizes; on the thread it would come some time later.
    event::poll(Duration::ZERO)?;
    thread::Builder::new().name("input".into()).spawn(move || read_until_closed(&tx))
}

/// Sends `Input::Terminate` when the program is asked to end from outside. May be called once per process.
///
/// On Windows, where the system asks because the window closes or the user logs off, it then waits some five seconds for
/// the process to end by itself.
pub fn signals<T: From<Input> + Send + 'static>(tx: Sender<T>) -> io::Result<()> {
    // Nobody receiving means the program is already ending.
    ending::listen(move || drop(tx.send(Input::Terminate.into())))
}

fn read_until_closed<T: From<Input>>(tx: &Sender<T>) {
    let mut reader = Reader::default();
    loop {
        let (inputs, open) = match event::read() {
            Ok(event) => (reader.take(event, more_waits), true),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => (reader.close(), false),
        };
        for input in inputs {
            if tx.send(input.into()).is_err() {
                return;
            }
        }
        if !open {
            return;
        }
    }
}

/// Whether an event comes within `patience`. A failing terminal says no; the next read tells.
fn more_waits(patience: Duration) -> bool {
    event::poll(patience).unwrap_or(false)
}

/// What has to be remembered from one event to the next.
#[derive(Default)]
struct Reader {
    burst: Burst,
    pressed_symbols: Vec<char>,
}

impl Reader {
    fn take(&mut self, event: Event, more_waits: impl Fn(Duration) -> bool) -> Vec<Input> {
        match event {
            Event::Key(key) => self.key(key, more_waits),
            Event::Paste(text) => self.after_burst(Input::Paste(clean_paste(&text))),
            Event::Resize(columns, rows) => self.after_burst(Input::Resize(columns, rows)),
            Event::FocusGained => self.after_burst(Input::Focused),
            Event::FocusLost | Event::Mouse(_) => self.nothing(more_waits),
        }
    }

    /// An event that means nothing, yet may be the one that a held key saw waiting behind it.
    fn nothing(&mut self, more_waits: impl Fn(Duration) -> bool) -> Vec<Input> {
        if more_waits(self.patience(None)) { Vec::new() } else { self.burst.flush() }
    }

    fn patience(&self, next: Option<Key>) -> Duration {
        if self.burst.worth_waiting(next) { PAUSE_IN_PASTE } else { Duration::ZERO }
    }

    fn close(&mut self) -> Vec<Input> {
        self.after_burst(Input::Closed)
    }

    fn after_burst(&mut self, input: Input) -> Vec<Input> {
        let mut out = self.burst.flush();
        out.push(input);
        out
    }

    fn key(&mut self, event: KeyEvent, more_waits: impl Fn(Duration) -> bool) -> Vec<Input> {
        match self.pressed(event).and_then(translate) {
            Some(key) => self.burst.feed(key, more_waits(self.patience(Some(key)))),
            // On Windows a release follows every press and must not tear a paste apart.
            None => self.nothing(more_waits),
        }
    }

    /// The event as a press, or none for a release. One kind of release carries text: the Windows console delivers
    /// pasted symbols that the keyboard lacks (dashes, curly quotes) as Alt codes, which end in the release of Alt
    /// and were never pressed.
    fn pressed(&mut self, event: KeyEvent) -> Option<KeyEvent> {
        let symbol = match event.code {
            KeyCode::Char(c) if is_off_the_keyboard(c) => Some(c),
            _ => None,
        };
        if event.kind != KeyEventKind::Release {
            if let Some(c) = symbol.filter(|c| !self.pressed_symbols.contains(c)) {
                self.pressed_symbols.push(c);
            }
            return Some(event);
        }
        let c = symbol?;
        if let Some(at) = self.pressed_symbols.iter().position(|pressed| *pressed == c) {
            self.pressed_symbols.swap_remove(at);
            return None;
        }
        Some(KeyEvent::new(event.code, KeyModifiers::NONE))
    }
}

/// Symbols that no key of a Danish keyboard writes. A release of any other character may be that of a key whose
/// Shift was let go first, so it is never text.
fn is_off_the_keyboard(c: char) -> bool {
    !c.is_ascii() && !c.is_alphabetic() && !"½§¤£€´¨".contains(c)
}

/// The terminal's key as ours; none for keys the program has no name for.
fn translate(event: KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let (code, shift) = match event.code {
        KeyCode::Char(c) => return Some(character(c, ctrl, alt)),
        KeyCode::BackTab => (Code::Tab, true),
        other => (named(other)?, shift),
    };
    Some(Key { code, ctrl, alt, shift })
}

fn named(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::F(n @ 1..=12) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Esc => Code::Esc,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}

fn character(c: char, ctrl: bool, alt: bool) -> Key {
    match (c.to_ascii_lowercase(), ctrl, alt) {
        // Windows reports AltGr as Ctrl+Alt. AltGr never writes a plain letter, digit or space, so those stay chords.
        (low, true, true) if !low.is_ascii_alphanumeric() && c != ' ' => Key::char(c),
        // Older terminals send Ctrl+H for Backspace, and Ctrl+J is a line feed; no terminal tells them apart.
        ('h', true, false) => Key::plain(Code::Backspace),
        ('j', true, false) => Key::plain(Code::Enter),
        // Shift and Caps Lock do not make another chord.
        (_, true, _) | (_, _, true) => {
            Key { code: Code::Char(c.to_lowercase().next().unwrap_or(c)), ctrl, alt, shift: false }
        }
        _ => Key::char(c),
    }
}

/// Line ends of every system become `\n` and tabs spaces, as when the paste arrives as keys.
fn clean_paste(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn release(c: char) -> Event {
        Event::Key(KeyEvent::new_with_kind(KeyCode::Char(c), KeyModifiers::NONE, KeyEventKind::Release))
    }

    /// What one event becomes when nothing waits behind it.
    fn one(event: Event) -> Vec<Input> {
        Reader::default().take(event, |_| false)
    }

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Vec<Input> {
        one(event(code, modifiers))
    }

    /// What `events` become when all of them are queued behind each other.
    fn all_at_once(events: Vec<Event>) -> Vec<Input> {
        let mut reader = Reader::default();
        let count = events.len();
        events.into_iter().enumerate().flat_map(|(at, event)| reader.take(event, |_| at + 1 < count)).collect()
    }

    /// Press and release of each character, as Windows reports them.
    fn windows(text: &str) -> Vec<Event> {
        text.chars()
            .map(|c| if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) })
            .flat_map(|code| {
                [KeyEventKind::Press, KeyEventKind::Release]
                    .map(|kind| Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)))
            })
            .collect()
    }

    const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

    #[test]
    fn danish_letters_are_text() {
        for c in "æøåÆØÅ".chars() {
            let shift = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            assert_eq!(pressed(KeyCode::Char(c), shift), [Input::Key(Key::char(c))]);
        }
    }

    #[test]
    fn altgr_characters_are_text_though_windows_calls_them_ctrl_alt() {
        for c in "@£$€{[]}\\|~µ".chars() {
            assert_eq!(pressed(KeyCode::Char(c), ALT_GR), [Input::Key(Key::char(c))], "{c}");
        }
    }

    #[test]
    fn ctrl_alt_and_a_letter_is_a_chord_and_not_text() {
        let expected = Key { code: Code::Char('a'), ctrl: true, alt: true, shift: false };
        assert_eq!(pressed(KeyCode::Char('a'), ALT_GR), [Input::Key(expected)]);
    }

    #[test]
    fn a_chord_is_the_same_with_caps_lock_or_shift() {
        let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        assert_eq!(pressed(KeyCode::Char('S'), both), [Input::Key(Key::ctrl(Code::Char('s')))]);
        assert_eq!(pressed(KeyCode::Char('Å'), KeyModifiers::ALT), [Input::Key(Key::alt(Code::Char('å')))]);
    }

    #[test]
    fn alt_and_a_digit_is_a_chord() {
        assert_eq!(pressed(KeyCode::Char('3'), KeyModifiers::ALT), [Input::Key(Key::alt(Code::Char('3')))]);
    }

    #[test]
    fn shift_is_told_for_arrows_and_tab_and_never_for_characters() {
        assert_eq!(pressed(KeyCode::Left, KeyModifiers::SHIFT), [Input::Key(Key::shift(Code::Left))]);
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), [Input::Key(Key::shift(Code::Tab))]);
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::NONE), [Input::Key(Key::shift(Code::Tab))]);
        assert_eq!(pressed(KeyCode::Tab, KeyModifiers::SHIFT), [Input::Key(Key::shift(Code::Tab))]);
        assert_eq!(pressed(KeyCode::Char('A'), KeyModifiers::SHIFT), [Input::Key(Key::char('A'))]);
    }

    #[test]
    fn ctrl_h_is_backspace_and_ctrl_j_is_enter() {
        assert_eq!(pressed(KeyCode::Char('h'), KeyModifiers::CONTROL), [Input::Key(Key::plain(Code::Backspace))]);
        assert_eq!(pressed(KeyCode::Char('j'), KeyModifiers::CONTROL), [Input::Key(Key::plain(Code::Enter))]);
    }

    #[test]
    fn a_repeated_key_counts_and_a_release_does_not() {
        let repeat = KeyEvent::new_with_kind(KeyCode::Char('x'), KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(one(Event::Key(repeat)), [Input::Key(Key::char('x'))]);
        assert_eq!(one(release('x')), []);
    }

    #[test]
    fn a_release_after_shift_was_let_go_first_writes_nothing() {
        let mut reader = Reader::default();
        reader.take(event(KeyCode::Char('§'), KeyModifiers::SHIFT), |_| false);
        assert_eq!(reader.take(release('½'), |_| false), []);
    }

    #[test]
    fn a_symbol_that_only_arrives_as_a_release_is_text() {
        assert_eq!(one(release('–')), [Input::Key(Key::char('–'))]);
        assert_eq!(one(release('”')), [Input::Key(Key::char('”'))]);
    }

    #[test]
    fn a_symbol_that_was_pressed_is_not_written_again_by_its_release() {
        assert_eq!(all_at_once(windows("–")), [Input::Key(Key::char('–'))]);
    }

    #[test]
    fn releases_do_not_tear_a_windows_paste_apart() {
        assert_eq!(all_at_once(windows("én linje\nto")), [Input::Paste("én linje\nto".into())]);
    }

    #[test]
    fn a_pasted_word_with_its_line_end_still_submits_on_windows() {
        let expected = [Key::char('j'), Key::char('o'), Key::char('b'), Key::plain(Code::Enter)].map(Input::Key);
        assert_eq!(all_at_once(windows("job\n")), expected);
    }

    #[test]
    fn a_paste_that_pauses_after_a_line_end_goes_on() {
        let waits = RefCell::new(Vec::new());
        let mut reader = Reader::default();
        for c in "note".chars() {
            assert_eq!(reader.take(event(KeyCode::Char(c), KeyModifiers::NONE), |_| true), []);
        }
        let patient = |patience| {
            waits.borrow_mut().push(patience);
            !Duration::is_zero(&patience)
        };
        assert_eq!(reader.take(event(KeyCode::Enter, KeyModifiers::NONE), patient), []);
        assert_eq!(
            reader.take(event(KeyCode::Char('x'), KeyModifiers::NONE), |_| false),
            [Input::Paste("note\nx".into())]
        );
        assert_eq!(*waits.borrow(), [PAUSE_IN_PASTE]);
    }

    #[test]
    fn keys_the_program_has_no_name_for_are_passed_over() {
        assert_eq!(pressed(KeyCode::F(13), KeyModifiers::NONE), []);
        assert_eq!(pressed(KeyCode::CapsLock, KeyModifiers::NONE), []);
        assert_eq!(one(Event::FocusLost), []);
    }

    #[test]
    fn a_window_that_comes_to_the_front_tells() {
        assert_eq!(one(Event::FocusGained), [Input::Focused]);
    }

    #[test]
    fn function_keys_keep_their_number() {
        assert_eq!(pressed(KeyCode::F(12), KeyModifiers::NONE), [Input::Key(Key::plain(Code::F(12)))]);
    }

    #[test]
    fn pasted_line_ends_of_every_system_become_one_kind() {
        assert_eq!(one(Event::Paste("a\r\nb\rc\nd\te".into())), [Input::Paste("a\nb\nc\nd e".into())]);
    }

    #[test]
    fn a_key_is_not_kept_back_by_an_event_that_means_nothing() {
        let mut reader = Reader::default();
        assert_eq!(reader.take(event(KeyCode::Char('a'), KeyModifiers::NONE), |_| true), []);
        assert_eq!(reader.take(Event::FocusLost, |_| false), [Input::Key(Key::char('a'))]);
    }

    #[test]
    fn held_keys_come_before_a_new_size() {
        let mut reader = Reader::default();
        reader.take(event(KeyCode::Char('a'), KeyModifiers::NONE), |_| true);
        let expected = [Input::Key(Key::char('a')), Input::Resize(60, 16)];
        assert_eq!(reader.take(Event::Resize(60, 16), |_| false), expected);
    }
}
