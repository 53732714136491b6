//! Finds a paste among plain key presses. Windows gives no paste event, and some Unix terminals lack bracketed
//! paste: the pasted text then arrives as keys, and its first line end would submit whatever has the focus.

use crate::keys::key::{Code, Key};

use super::input::Input;

/// Fewer text characters than this are never taken for a paste: on a line that stalls, a fast typist gets one or two
/// characters and an Enter queued behind each other.
const LEAST_TEXT: usize = 3;

/// Keys that arrived in one go, held back until it is known what they are.
///
/// Only a line end with text queued *after* it makes a paste: nobody types Enter and the next word within one read.
/// So typing, held-down keys, arrows, and a script that sends a word and Enter stay keys, and a burst of letters
/// without a line end is the same text either way. A lone Tab decides nothing, because filling a form is text and
/// Tab too. A line end that comes last, with no other before it, stays Enter.
#[derive(Debug, Default)]
pub struct Burst {
    held: Vec<Key>,
}

impl Burst {
    /// Takes the next key; `queued` says that more input already waits behind it. Gives what is now certain, in order.
    pub fn feed(&mut self, key: Key, queued: bool) -> Vec<Input> {
        if !may_be_pasted(key) {
            let mut out = self.flush();
            out.push(Input::Key(key));
            return out;
        }
        self.held.push(key);
        if queued { Vec::new() } else { self.flush() }
    }

    /// Gives everything held back, because something other than a key came or nothing more waits.
    pub fn flush(&mut self) -> Vec<Input> {
        let keys = std::mem::take(&mut self.held);
        if is_paste(&keys) {
            vec![Input::Paste(keys.into_iter().filter_map(pasted_char).collect())]
        } else {
            keys.into_iter().map(Input::Key).collect()
        }
    }

    /// True when a moment's patience may change the answer, with `next` (if any) behind what is held: a paste
    /// delivered in pieces can pause right after a line end, or in the middle of a line.
    pub fn worth_waiting(&self, next: Option<Key>) -> bool {
        let text = self.held.iter().filter(|key| key.text().is_some()).count();
        text >= LEAST_TEXT
            && next.is_none_or(may_be_pasted)
            && (next.or(self.held.last().copied()).is_some_and(is_line_end) || is_paste(&self.held))
    }
}

fn is_line_end(key: Key) -> bool {
    key == Key::plain(Code::Enter)
}

fn may_be_pasted(key: Key) -> bool {
    pasted_char(key).is_some()
}

/// What a key is within a paste: a tab becomes a space, as no field holds tabs.
fn pasted_char(key: Key) -> Option<char> {
    match key {
        _ if is_line_end(key) => Some('\n'),
        _ if key == Key::plain(Code::Tab) => Some(' '),
        _ => key.text(),
    }
}

fn is_paste(keys: &[Key]) -> bool {
    let text = keys.iter().filter(|key| key.text().is_some()).count();
    let after_a_line_end = keys.iter().skip_while(|key| !is_line_end(**key));
    text >= LEAST_TEXT && after_a_line_end.clone().any(|key| key.text().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that comes out when `keys` are all queued behind each other.
    fn all_at_once(keys: &[Key]) -> Vec<Input> {
        let mut burst = Burst::default();
        let last = keys.len().saturating_sub(1);
        keys.iter().enumerate().flat_map(|(at, key)| burst.feed(*key, at != last)).collect()
    }

    fn one_by_one(keys: &[Key]) -> Vec<Input> {
        let mut burst = Burst::default();
        keys.iter().flat_map(|key| burst.feed(*key, false)).collect()
    }

    /// Keys of a text in which `\n` stands for Enter and `\t` for Tab.
    fn keys(text: &str) -> Vec<Key> {
        text.chars()
            .map(|c| match c {
                '\n' => Key::plain(Code::Enter),
                '\t' => Key::plain(Code::Tab),
                c => Key::char(c),
            })
            .collect()
    }

    fn as_keys(keys: &[Key]) -> Vec<Input> {
        keys.iter().copied().map(Input::Key).collect()
    }

    fn paste(text: &str) -> Vec<Input> {
        vec![Input::Paste(text.into())]
    }

    #[test]
    fn two_lines_queued_together_are_one_paste() {
        assert_eq!(all_at_once(&keys("Bor alene\nmed søn")), paste("Bor alene\nmed søn"));
    }

    #[test]
    fn the_last_line_end_of_several_pasted_lines_does_not_submit() {
        assert_eq!(all_at_once(&keys("første\nanden\n")), paste("første\nanden\n"));
    }

    #[test]
    fn empty_lines_inside_a_paste_are_kept() {
        assert_eq!(all_at_once(&keys("et\n\nto")), paste("et\n\nto"));
    }

    #[test]
    fn a_paste_may_begin_with_a_line_end() {
        assert_eq!(all_at_once(&keys("\nhej")), paste("\nhej"));
    }

    #[test]
    fn a_tab_inside_a_paste_is_a_space() {
        assert_eq!(all_at_once(&keys("navn\tJobcenter\nAnna")), paste("navn Jobcenter\nAnna"));
    }

    #[test]
    fn a_word_and_enter_queued_together_still_submits() {
        let script = keys("mentor\n");
        assert_eq!(all_at_once(&script), as_keys(&script));
    }

    #[test]
    fn text_and_tabs_queued_together_still_move_between_fields() {
        let script = keys("Anna\tJobcenter\t");
        assert_eq!(all_at_once(&script), as_keys(&script));
    }

    #[test]
    fn lines_typed_by_hand_stay_keys() {
        let typed = keys("en linje\nen til\n");
        assert_eq!(one_by_one(&typed), as_keys(&typed));
    }

    #[test]
    fn a_held_letter_or_enter_stays_keys() {
        let letters = keys("jjjjjjjj");
        let enters = keys("\n\n\n\n");
        assert_eq!(all_at_once(&letters), as_keys(&letters));
        assert_eq!(all_at_once(&enters), as_keys(&enters));
    }

    #[test]
    fn two_characters_around_an_enter_are_typing_on_a_slow_line() {
        let typed = keys("a\nb");
        assert_eq!(all_at_once(&typed), as_keys(&typed));
    }

    #[test]
    fn queued_arrows_stay_keys_and_nothing_is_held_back() {
        let mut burst = Burst::default();
        let down = Key::plain(Code::Down);
        assert_eq!(burst.feed(down, true), [Input::Key(down)]);
    }

    #[test]
    fn another_key_ends_the_burst_and_comes_after_it() {
        let esc = Key::plain(Code::Esc);
        let mut script = keys("a1\nb2");
        script.push(esc);
        assert_eq!(all_at_once(&script), [Input::Paste("a1\nb2".into()), Input::Key(esc)]);
    }

    #[test]
    fn a_chord_is_never_part_of_a_paste() {
        let save = Key::ctrl(Code::Char('s'));
        let script = [keys("ab\ncd"), vec![save], keys("x")].concat();
        let expected = [paste("ab\ncd"), as_keys(&[save, Key::char('x')])].concat();
        assert_eq!(all_at_once(&script), expected);
    }

    #[test]
    fn waiting_pays_only_where_a_paste_may_have_paused() {
        let mut burst = Burst::default();
        assert!(!burst.worth_waiting(Some(Key::char('a'))), "a single key is delivered at once");
        for key in keys("note") {
            burst.feed(key, true);
        }
        assert!(!burst.worth_waiting(Some(Key::char('r'))), "letters alone are the same text either way");
        assert!(burst.worth_waiting(Some(Key::plain(Code::Enter))));
        burst.feed(Key::plain(Code::Enter), true);
        assert!(burst.worth_waiting(None), "the Enter may be the end of a pasted line");
        for key in keys("mere") {
            burst.feed(key, true);
        }
        assert!(burst.worth_waiting(Some(Key::char('x'))), "the paste may go on");
        assert!(!burst.worth_waiting(Some(Key::plain(Code::Down))));
    }
}
