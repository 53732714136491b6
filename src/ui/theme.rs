//! What roles look like: in sixteen colours, or in none. Colour is never the only sign.

use ratatui::style::{Color, Modifier, Style};

/// Styles by role, and the signs that go with them.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The program's and the screen's name.
    pub title: Style,
    /// A section's heading.
    pub heading: Style,
    /// The row that has the focus.
    pub focus: Style,
    /// What is selected: text, a line in a list.
    pub selected: Style,
    /// Done.
    pub done: Style,
    /// Something to look at.
    pub warn: Style,
    /// Something is wrong.
    pub error: Style,
    /// What matters less.
    pub muted: Style,
    /// The citizen's own words.
    pub words: Style,
    /// A key's name.
    pub key: Style,
    /// Matched letters.
    pub mark: Style,
    /// Signs outside plain ASCII may be drawn.
    pub signs: Signs,
}

/// Signs on screen, each with a plain twin.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    /// In front of what has the focus.
    pub focus: &'static str,
    /// A record that can be unfolded.
    pub folded: &'static str,
    /// A record that is unfolded.
    pub unfolded: &'static str,
    /// A row to press Enter on.
    pub button: &'static str,
    /// A line across.
    pub rule: &'static str,
    /// More above.
    pub above: &'static str,
    /// More below.
    pub below: &'static str,
    /// Around a choice: left and right.
    pub choice: (&'static str, &'static str),
}

const FINE: Signs = Signs {
    focus: "▌",
    folded: "▸",
    unfolded: "▾",
    button: "›",
    rule: "─",
    above: "↑",
    below: "↓",
    choice: ("‹ ", " ›"),
};

const PLAIN: Signs = Signs {
    focus: ">",
    folded: "+",
    unfolded: "-",
    button: "*",
    rule: "-",
    above: "^",
    below: "v",
    choice: ("< ", " >"),
};

impl Theme {
    /// Sixteen colours of the terminal's own palette, no backgrounds: readable on light and dark alike.
    pub const fn colour() -> Self {
        let plain = Style::new();
        Self {
            title: plain.add_modifier(Modifier::BOLD),
            heading: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            focus: plain.add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            done: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            error: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            muted: plain.add_modifier(Modifier::DIM),
            words: plain.add_modifier(Modifier::ITALIC),
            key: plain.fg(Color::Cyan),
            mark: plain.add_modifier(Modifier::UNDERLINED).add_modifier(Modifier::BOLD),
            signs: FINE,
        }
    }

    /// No colours: bold, underlined and reversed only, and plain signs.
    pub const fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            title: bold,
            heading: bold.add_modifier(Modifier::UNDERLINED),
            focus: bold,
            selected: plain.add_modifier(Modifier::REVERSED),
            done: plain,
            warn: bold,
            error: bold.add_modifier(Modifier::REVERSED),
            muted: plain,
            words: plain,
            key: bold,
            mark: plain.add_modifier(Modifier::UNDERLINED),
            signs: PLAIN,
        }
    }
}
