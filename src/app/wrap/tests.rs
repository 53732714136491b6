#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

fn shown(text: &str, width: u16) -> Vec<&str> {
    wrap(text, width).iter().map(|line| &text[line.start..line.end]).collect()
}

/// Texts made of the pieces that make wrapping hard.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "æ",
        "ord",
        "start-up",
        " ",
        "   ",
        "\n",
        "\r\n",
        "\r",
        "日本",
        "👩‍👩‍👧",
        "🇩🇰",
        "e\u{301}",
        "\u{301}",
        "\u{200b}",
        "§ 12",
        "og/eller",
        "(",
        ")",
        "!",
        "\u{a0}",
        "\t",
        "ｶ\u{ff9e}",
        "?",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat()), any::<String>()]
}

fn boundaries(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
}

#[test]
fn an_empty_text_is_one_empty_line() {
    assert_eq!(wrap("", 10), [Line { start: 0, end: 0, hard: true }]);
}

#[test]
fn words_move_to_the_next_line_whole() {
    assert_eq!(shown("Vi ses på onsdag", 10), ["Vi ses på ", "onsdag"]);
}

#[test]
fn a_line_breaks_after_a_hyphen() {
    assert_eq!(shown("arbejds-prøvning", 10), ["arbejds-", "prøvning"]);
}

#[test]
fn a_long_word_is_broken_by_grapheme() {
    assert_eq!(shown("beskæftigelse", 5), ["beskæ", "ftige", "lse"]);
    assert_eq!(shown("日本語", 5), ["日本", "語"]);
}

#[test]
fn newlines_end_lines_hard_and_a_last_newline_opens_a_line() {
    let lines = wrap("a\r\nb\n", 5);
    assert_eq!(shown("a\r\nb\n", 5), ["a", "b", ""]);
    assert!(lines.iter().all(|line| line.hard));
}

#[test]
fn spaces_past_the_edge_hang_and_do_not_open_a_line() {
    assert_eq!(shown("hej     du", 3), ["hej", "du"]);
    assert_eq!(shown("hej     ", 3), ["hej"]);
}

#[test]
fn a_line_breaks_at_a_space_before_an_exclamation_mark() {
    assert_eq!(shown("godt (    !", 6), ["godt (", "!"]);
}

#[test]
fn no_width_counts_as_one() {
    assert_eq!(shown("åb c", 0), ["å", "b", "c"]);
}

#[test]
fn a_family_emoji_is_two_cells_and_a_decomposed_letter_one() {
    assert_eq!(width("👩‍👩‍👧"), 2);
    assert_eq!(width("a\u{30a}"), 1);
    assert_eq!(width("Ærø 🇩🇰"), 6);
}

#[test]
fn a_cursor_at_a_soft_break_stands_on_the_next_line() {
    let text = "hej verden";
    assert_eq!(position(&wrap(text, 6), text, 4), (1, 0));
    let text = "abcdef";
    assert_eq!(position(&wrap(text, 3), text, 3), (1, 0));
}

#[test]
fn a_cursor_after_a_line_that_fills_the_width_stands_in_the_column_after_it() {
    let text = "abc\ndef";
    let lines = wrap(text, 3);
    assert_eq!(position(&lines, text, 3), (0, 3));
    assert_eq!(position(&lines, text, 7), (1, 3));
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_cursor_among_hanging_spaces_stands_at_the_visible_end() {
    let text = "hej     du";
    assert_eq!(position(&wrap(text, 4), text, 7), (0, 4));
}

#[test]
fn a_column_inside_a_wide_grapheme_is_its_start() {
    let text = "a日b";
    let lines = wrap(text, 10);
    assert_eq!(offset(&lines, text, 0, 2), 1);
    assert_eq!(offset(&lines, text, 0, 3), 4);
    assert_eq!(offset(&lines, text, 0, 99), 5);
}

#[test]
fn the_last_place_of_a_soft_line_is_before_its_last_grapheme() {
    let text = "hej verden";
    let lines = wrap(text, 6);
    assert_eq!(row_end(&lines, text, 0), 3);
    assert_eq!(row_end(&lines, text, 1), 10);
}

#[test]
fn a_clipped_text_ends_in_an_ellipsis_within_the_width() {
    assert_eq!(clip("Virksomhedspraktik", 8), "Virksom…");
    assert_eq!(clip("Job og uddannelse", 7), "Job og…");
    assert_eq!(clip("日本語", 4), "日…");
    assert_eq!(clip("Ærø", 3), "Ærø");
    assert_eq!(clip("Ærø", 0), "");
}

#[test]
fn a_clipped_text_is_one_line() {
    assert_eq!(clip("en\nto", 9), "en to");
}

#[test]
fn lines_of_another_text_do_no_harm() {
    let lines = wrap("en lang tekst med mange ord", 5);
    for at in 0..40 {
        let (row, column) = position(&lines, "æ", at);
        assert!(offset(&lines, "æ", row, column) <= "en lang tekst med mange ord".len());
    }
    assert_eq!(position(&[], "æ", 3), (0, 0));
    assert_eq!(offset(&[], "æ", 3, 3), 0);
}

proptest! {
    #[test]
    fn only_newlines_and_spaces_fall_between_lines(text in texts(), width in 0u16..12) {
        let lines = wrap(&text, width);
        prop_assert_eq!(lines[0].start, 0);
        for (row, line) in lines.iter().enumerate() {
            let next = lines.get(row + 1).map_or(text.len(), |line| line.start);
            let gap = text[line.end..next].trim_start_matches(' ');
            let last = row + 1 == lines.len();
            prop_assert_eq!(line.hard, last || matches!(gap, "\n" | "\r\n"));
            prop_assert_eq!(gap.is_empty(), last || !line.hard);
        }
    }

    #[test]
    fn no_line_is_too_wide_unless_it_is_one_grapheme(text in texts(), width in 0u16..12) {
        for line in wrap(&text, width) {
            let visible = &text[line.start..line.end];
            let wide = visible.graphemes(true).filter(|grapheme| grapheme_width(grapheme) > 0).count();
            prop_assert!(super::width(visible) <= usize::from(width.max(1)) || wide == 1, "{:?}", visible);
        }
    }

    #[test]
    fn lines_start_and_end_at_grapheme_boundaries(text in texts(), width in 0u16..12) {
        let boundaries = boundaries(&text);
        for line in wrap(&text, width) {
            prop_assert!(boundaries.contains(&line.start) && boundaries.contains(&line.end));
        }
    }

    #[test]
    fn a_place_on_screen_leads_back_to_the_same_place(text in texts(), width in 0u16..12) {
        let lines = wrap(&text, width);
        for at in boundaries(&text) {
            let (row, column) = position(&lines, &text, at);
            let back = offset(&lines, &text, row, column);
            prop_assert_eq!(position(&lines, &text, back), (row, column));
            // Only invisible graphemes and hanging spaces share a place.
            let passed = &text[back.min(at)..back.max(at)];
            prop_assert!(super::width(passed.trim_matches(' ')) == 0);
        }
    }

    #[test]
    fn every_row_can_be_reached_and_is_left_only_by_choice(text in texts(), width in 0u16..12, column in 0u16..20) {
        let lines = wrap(&text, width);
        let boundaries = boundaries(&text);
        for row in 0..lines.len() {
            for at in [offset(&lines, &text, row, column), row_end(&lines, &text, row)] {
                prop_assert!(boundaries.contains(&at));
                prop_assert_eq!(position(&lines, &text, at).0, row);
            }
        }
    }

    #[test]
    fn the_short_way_through_plain_letters_agrees_with_unicode(text in texts()) {
        let walked: Vec<&str> = cells(&text, 0).map(|cell| cell.grapheme).collect();
        prop_assert_eq!(walked, text.graphemes(true).collect::<Vec<_>>());
    }

    #[test]
    fn the_screen_uses_as_many_cells_as_counted(text in texts()) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2000, 1));
        let (end, _) = buffer.set_stringn(0, 0, &text, 2000, Style::default());
        prop_assert_eq!(usize::from(end), width(&text));
    }

    #[test]
    fn a_clipped_text_fits(text in texts(), width in 0usize..12) {
        prop_assert!(super::width(&clip(&text, width)) <= width);
    }

    #[test]
    fn no_word_moves_down_that_would_have_fitted(text in "[a-cæ .,/\n-]{0,80}", width in 1u16..20) {
        let lines = wrap(&text, width);
        for pair in lines.windows(2).filter(|pair| !pair[0].hard) {
            let rest = &text[pair[1].start..];
            let breaks = linebreaks(rest).map(|(at, _)| at).next().unwrap();
            let piece = rest[..breaks].trim_end_matches([' ', '\n']);
            let above = &text[pair[0].start..pair[1].start];
            prop_assert!(super::width(above) + super::width(piece) > usize::from(width), "{:?} {:?}", above, piece);
        }
    }
}
