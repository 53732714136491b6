#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use unicode_normalization::is_nfc;

use super::*;
use crate::app::wrap::wrap;

fn at(at: usize) -> Cursor {
    Cursor { at, ..Cursor::default() }
}

fn selecting(from: usize, to: usize) -> Cursor {
    Cursor { at: to, anchor: Some(from), goal: None }
}

/// A text with `|` for the cursor and `^` for the other end of the selection.
fn marked(marked: &str) -> (String, Cursor) {
    let text = marked.replace(['|', '^'], "");
    let at = marked.replace('^', "").find('|').expect("a cursor");
    let anchor = marked.replace('|', "").find('^');
    (text, Cursor { at, anchor, goal: None })
}

fn unmarked(text: &str, cursor: Cursor) -> String {
    assert_eq!(cursor.anchor, None);
    format!("{}|{}", &text[..cursor.at], &text[cursor.at..])
}

fn changed(before: &str, change: Change<'_>) -> Option<String> {
    let (text, cursor) = marked(before);
    super::change(&text, cursor, change, true).map(|edited| unmarked(&edited.text, edited.cursor))
}

fn moved(before: &str, motion: Motion, width: u16) -> Option<String> {
    let (text, cursor) = marked(before);
    super::motion(&text, cursor, motion, false, &wrap(&text, width)).map(|cursor| unmarked(&text, cursor))
}

#[test]
fn typing_puts_the_letter_before_the_cursor() {
    assert_eq!(changed("k|n", Change::Insert("ø")).unwrap(), "kø|n");
}

#[test]
fn an_accent_typed_after_its_letter_composes() {
    assert_eq!(changed("cafe|!", Change::Insert("\u{301}")).unwrap(), "café|!");
}

#[test]
fn a_pasted_decomposed_letter_is_composed() {
    assert_eq!(changed("|", Change::Insert("A\u{30a}rhus")).unwrap(), "Århus|");
}

#[test]
fn a_letter_typed_before_a_stray_accent_takes_it() {
    let edited = change("\u{301}x", at(0), Change::Insert("e"), true).unwrap();
    assert_eq!(unmarked(&edited.text, edited.cursor), "é|x");
}

#[test]
fn removing_what_stood_between_a_letter_and_an_accent_composes_them() {
    let edited = change("e\n\u{301}x", at(2), Change::Backspace, true).unwrap();
    assert_eq!(unmarked(&edited.text, edited.cursor), "é|x");
}

#[test]
fn typing_replaces_the_selection() {
    assert_eq!(changed("jeg ^vil gerne| have", Change::Insert("kan")).unwrap(), "jeg kan| have");
}

#[test]
fn a_paste_of_nothing_but_control_characters_leaves_the_selection() {
    assert_eq!(changed("^jeg|", Change::Insert("\u{1b}\0\u{202e}")), None);
}

#[test]
fn backspace_removes_a_whole_grapheme() {
    assert_eq!(changed("x👩‍👩‍👧|", Change::Backspace).unwrap(), "x|");
    assert_eq!(changed("n\u{303}\u{301}|", Change::Backspace).unwrap(), "|");
}

#[test]
fn backspace_and_delete_at_the_ends_change_nothing() {
    assert_eq!(changed("|a", Change::Backspace), None);
    assert_eq!(changed("a|", Change::Delete), None);
    assert_eq!(changed("|a", Change::WordBackspace), None);
    assert_eq!(changed("a|", Change::WordDelete), None);
}

#[test]
fn delete_removes_the_grapheme_after_the_cursor_or_the_selection() {
    assert_eq!(changed("|🇩🇰!", Change::Delete).unwrap(), "|!");
    assert_eq!(changed("a|bc^d", Change::Delete).unwrap(), "a|d");
}

#[test]
fn a_new_line_belongs_to_fields_of_several_lines_only() {
    assert_eq!(changed("a|b", Change::Newline).unwrap(), "a\n|b");
    assert_eq!(change("ab", at(1), Change::Newline, false), None);
}

#[test]
fn pasted_lines_become_one_line_in_a_one_line_field() {
    let edited = change("", at(0), Change::Insert("Anna\r\n\r\nHansen"), false).unwrap();
    assert_eq!(edited.text, "Anna Hansen");
}

#[test]
fn cleaning_keeps_words_and_drops_what_could_deceive() {
    assert_eq!(clean("a\r\nb\rc\td", true), "a\nb\nc d");
    assert_eq!(clean("\u{1b}[31mrød\0\u{7}\u{9b}", true), "[31mrød");
    assert_eq!(clean("fil\u{202e}txt\u{2066}\u{200b}be\u{ad}skæftigelse", true), "filtxtbeskæftigelse");
    assert_eq!(clean("et \n to", false), "et  to");
    assert_eq!(clean("👩‍👧", false), "👩‍👧");
}

#[test]
fn word_backspace_and_word_delete_take_a_word() {
    assert_eq!(changed("på lørdag|", Change::WordBackspace).unwrap(), "på |");
    assert_eq!(changed("på |lørdag kl. 9", Change::WordDelete).unwrap(), "på |kl. 9");
}

#[test]
fn cut_takes_the_selection_and_nothing_without_one() {
    let (text, cursor) = marked("a^bc|d");
    let edited = change(&text, cursor, Change::Cut, true).unwrap();
    assert_eq!((edited.text.as_str(), edited.cut.as_deref()), ("ad", Some("bc")));
    assert_eq!(change("abc", at(1), Change::Cut, true), None);
}

#[test]
fn cutting_a_line_takes_it_with_its_newline() {
    for (before, after, cut) in [
        ("en\nt|o\ntre", "en\n|tre", Some("to")),
        ("en\nto\ntr|e", "en\nto|", Some("tre")),
        ("e|n", "|", Some("en")),
        ("e^n\nt|o\ntre", "|tre", Some("en\nto")),
        ("en\n|\ntre", "en\n|tre", None),
    ] {
        let (text, cursor) = marked(before);
        let edited = change(&text, cursor, Change::CutLine, true).unwrap();
        assert_eq!((unmarked(&edited.text, edited.cursor).as_str(), edited.cut.as_deref()), (after, cut));
    }
    assert_eq!(changed("|", Change::CutLine), None);
}

#[test]
fn left_and_right_move_by_grapheme() {
    assert_eq!(moved("a👩‍👧|b", Motion::Left, 9).unwrap(), "a|👩‍👧b");
    assert_eq!(moved("a|👩‍👧b", Motion::Right, 9).unwrap(), "a👩‍👧|b");
}

#[test]
fn left_and_right_leave_a_selection_at_its_ends() {
    assert_eq!(moved("a^bc|d", Motion::Left, 9).unwrap(), "a|bcd");
    assert_eq!(moved("a|bc^d", Motion::Right, 9).unwrap(), "abc|d");
}

#[test]
fn the_ends_of_the_text_lead_out_of_the_field() {
    assert_eq!(moved("|ab", Motion::Left, 9), None);
    assert_eq!(moved("ab|", Motion::Right, 9), None);
    assert_eq!(moved("a|b\ncd", Motion::Up, 9), None);
    assert_eq!(moved("ab\nc|d", Motion::Down, 9), None);
    assert_eq!(moved("ab\nc|d", Motion::PageDown(5), 9), None);
}

#[test]
fn a_selection_is_given_up_before_the_field_is_left() {
    assert_eq!(moved("a^b|", Motion::Down, 9).unwrap(), "ab|");
}

#[test]
fn selecting_never_leaves_the_field() {
    let lines = wrap("ab", 9);
    assert_eq!(motion("ab", at(1), Motion::Up, true, &lines), Some(Cursor { goal: Some(1), ..selecting(1, 0) }));
    assert_eq!(motion("ab", at(2), Motion::Right, true, &lines), Some(selecting(2, 2)));
}

#[test]
fn selecting_grows_from_where_it_began() {
    let lines = wrap("abc", 9);
    let cursor = motion("abc", at(0), Motion::Right, true, &lines).unwrap();
    let cursor = motion("abc", cursor, Motion::Right, true, &lines).unwrap();
    assert_eq!(selected("abc", cursor), Some("ab"));
}

#[test]
fn up_and_down_keep_the_column_over_short_lines() {
    let text = "lang linje\nåh\nlang linje";
    let lines = wrap(text, 40);
    let short = motion(text, at(7), Motion::Down, false, &lines).unwrap();
    let long = motion(text, short, Motion::Down, false, &lines).unwrap();
    assert_eq!(position(&lines, text, short.at), (1, 2));
    assert_eq!(position(&lines, text, long.at), (2, 7));
}

#[test]
fn sideways_motion_forgets_the_column() {
    let text = "lang linje\nåh\nlang linje";
    let lines = wrap(text, 40);
    let short = motion(text, at(7), Motion::Down, false, &lines).unwrap();
    let left = motion(text, short, Motion::Left, false, &lines).unwrap();
    let long = motion(text, left, Motion::Down, false, &lines).unwrap();
    assert_eq!(position(&lines, text, long.at), (2, 1));
}

#[test]
fn up_and_down_follow_wrapped_lines() {
    assert_eq!(moved("Vi s|es på onsdag", Motion::Down, 10).unwrap(), "Vi ses på onsd|ag");
    assert_eq!(moved("Vi ses på onsd|ag", Motion::Up, 10).unwrap(), "Vi s|es på onsdag");
}

#[test]
fn home_and_end_stay_on_the_wrapped_line() {
    assert_eq!(moved("Vi ses på on|sdag", Motion::LineStart, 10).unwrap(), "Vi ses på |onsdag");
    assert_eq!(moved("Vi |ses på onsdag", Motion::LineEnd, 10).unwrap(), "Vi ses på| onsdag");
    assert_eq!(moved("e|n\nto", Motion::LineEnd, 10).unwrap(), "en|\nto");
}

#[test]
fn a_page_moves_by_its_rows_and_stops_at_the_last() {
    assert_eq!(moved("|1\n2\n3\n4", Motion::PageDown(2), 9).unwrap(), "1\n2\n|3\n4");
    assert_eq!(moved("1\n|2\n3\n4", Motion::PageDown(9), 9).unwrap(), "1\n2\n3\n|4");
    assert_eq!(moved("1\n2\n3\n|4", Motion::PageUp(2), 9).unwrap(), "1\n|2\n3\n4");
}

#[test]
fn word_motion_stops_at_words_hyphens_and_newlines() {
    let stops = "|blå |start|-|møde, |§ |12.\n|  så";
    let text = stops.replace('|', "");
    let mut cursor = at(0);
    let mut seen = Vec::new();
    let expected = ["blå ", "start", "-", "møde", ", ", "§ ", "12", ".", "\n  ", "så"];
    while cursor.at < text.len() {
        let to = motion(&text, cursor, Motion::WordRight, false, &[]).unwrap();
        seen.push(&text[cursor.at..to.at]);
        cursor = to;
    }
    assert_eq!(seen, expected);
}

#[test]
fn word_motion_to_the_left_stops_at_starts() {
    let text = "blå start-møde, 12.\n  så";
    let mut cursor = at(text.len());
    let mut seen = Vec::new();
    while cursor.at > 0 {
        let to = motion(text, cursor, Motion::WordLeft, false, &[]).unwrap();
        seen.push(&text[to.at..cursor.at]);
        cursor = to;
    }
    assert_eq!(seen, ["så", "  ", "\n", ".", "12", ", ", "møde", "-", "start", "blå "]);
}

#[test]
fn an_old_cursor_is_put_on_a_grapheme() {
    assert_eq!(clamp("æ", Cursor { at: 1, anchor: Some(99), goal: None }), selecting(2, 0));
    assert_eq!(clamp("🇩🇰", at(4)), at(0));
}

#[derive(Clone, Debug)]
enum Step {
    Move(Motion, bool),
    Change(Kind, bool),
    Place(usize, Option<usize>),
}

#[derive(Clone, Debug)]
enum Kind {
    Insert(String),
    Other(Change<'static>),
}

fn pieces() -> impl Strategy<Value = String> {
    let hard = vec![
        "a", "æ", "e", "\u{301}", "\u{30a}", "A", " ", "-", "ord", "\n", "\r\n", "\r", "\t", "\u{200d}", "👩", "👧",
        "🇩", "🇰", "\u{1100}", "\u{1161}", "\u{11a8}", "日", "\u{1b}", "\u{202e}", "\u{323}", "\u{fe0f}", "\u{9be}",
        "\u{9c7}",
    ];
    prop_oneof![
        prop::collection::vec(prop::sample::select(hard), 0..5).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    use Motion::{Down, End, Left, LineEnd, LineStart, PageDown, PageUp, Right, Start, Up, WordLeft, WordRight};
    let motions = vec![
        Left,
        Right,
        WordLeft,
        WordRight,
        LineStart,
        LineEnd,
        Up,
        Down,
        PageUp(0),
        PageUp(2),
        PageDown(0),
        PageDown(3),
        Start,
        End,
    ];
    let changes = vec![
        Change::Newline,
        Change::Backspace,
        Change::Delete,
        Change::WordBackspace,
        Change::WordDelete,
        Change::CutLine,
        Change::Cut,
    ];
    prop_oneof![
        4 => (prop::sample::select(motions), any::<bool>()).prop_map(|(motion, select)| Step::Move(motion, select)),
        4 => (pieces(), any::<bool>()).prop_map(|(text, multiline)| Step::Change(Kind::Insert(text), multiline)),
        3 => (prop::sample::select(changes), any::<bool>())
            .prop_map(|(change, multiline)| Step::Change(Kind::Other(change), multiline)),
        1 => (0usize..60, prop::option::of(0usize..60)).prop_map(|(at, anchor)| Step::Place(at, anchor)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_the_cursor_stays_between_graphemes_and_the_text_composed(
        steps in prop::collection::vec(steps(), 0..40), width in 0u16..12,
    ) {
        let (mut text, mut cursor) = (String::new(), Cursor::default());
        for step in steps {
            match step {
                Step::Place(at, anchor) => cursor = clamp(&text, Cursor { at, anchor, goal: None }),
                Step::Move(way, select) => {
                    cursor = motion(&text, cursor, way, select, &wrap(&text, width)).unwrap_or(cursor);
                }
                Step::Change(kind, multiline) => {
                    let kind = match &kind { Kind::Insert(text) => Change::Insert(text), Kind::Other(change) => *change };
                    if let Some(edited) = change(&text, cursor, kind, multiline) {
                        text = edited.text;
                        cursor = edited.cursor;
                    }
                }
            }
            prop_assert_eq!(clamp(&text, cursor), cursor);
            prop_assert!(is_nfc(&text), "{:?}", text);
            prop_assert!(!text.contains(|char: char| char.is_control() && char != '\n'));
        }
    }

    #[test]
    fn any_text_and_any_cursor_can_be_edited(text in any::<String>(), at in any::<usize>(), anchor in prop::option::of(0usize..40)) {
        let cursor = Cursor { at, anchor, goal: Some(3) };
        for kind in [Change::Insert("\u{301}"), Change::Backspace, Change::Delete, Change::CutLine, Change::WordDelete] {
            if let Some(edited) = change(&text, cursor, kind, true) {
                prop_assert_eq!(clamp(&edited.text, edited.cursor), edited.cursor);
            }
        }
    }

    #[test]
    fn backspace_takes_back_a_typed_letter(before in "[a-zæøå \n]{0,20}", letter in "[a-zæøå]") {
        let typed = change(&before, at(before.len()), Change::Insert(&letter), true).unwrap();
        let back = change(&typed.text, typed.cursor, Change::Backspace, true).unwrap();
        prop_assert_eq!(back.text, before);
    }

    #[test]
    fn down_then_up_comes_back_to_the_column(text in "[a-zæøå日 \n]{0,60}", start in 0usize..80, width in 1u16..12) {
        let lines = wrap(&text, width);
        let cursor = clamp(&text, at(start));
        if let Some(down) = motion(&text, cursor, Motion::Down, false, &lines) {
            let up = motion(&text, down, Motion::Up, false, &lines).unwrap();
            prop_assert_eq!(position(&lines, &text, up.at), position(&lines, &text, cursor.at));
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in pieces(), multiline in any::<bool>()) {
        let once = clean(&text, multiline);
        prop_assert_eq!(clean(&once, multiline), once.clone());
    }
}
