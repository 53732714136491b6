//! Our own name for a key press. Only `terminal` knows the terminal's names; everything else sees this.

/// A key on the keyboard, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character as typed, upper case when Shift made it so.
    Char(char),
    /// A function key, 1 to 12.
    F(u8),
    /// Enter.
    Enter,
    /// Tab; Shift+Tab is `Tab` with `shift`.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Escape.
    Esc,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key press with its modifiers. `AltGr` never appears here: the character it makes is plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl was down.
    pub ctrl: bool,
    /// Alt was down (not `AltGr`).
    pub alt: bool,
    /// Shift was down; always false for `Code::Char`, whose character already tells.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }
    /// A typed character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }
    /// With Ctrl.
    pub const fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true, alt: false, shift: false }
    }
    /// With Alt.
    pub const fn alt(code: Code) -> Self {
        Self { code, ctrl: false, alt: true, shift: false }
    }
    /// With Shift (not for characters).
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: true }
    }
    /// The character, when this key writes one.
    pub const fn text(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false, .. } => Some(c),
            _ => None,
        }
    }
}
