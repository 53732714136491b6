//! What can be wrong with a session file, as data. The words for it are in the locale files; `Display` is for logs.

use std::fmt;

use ron::Error;
use ron::error::SpannedError;

/// Why a file could not be read as a session. The file itself is never changed by reading.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it, or only zeros, as a power cut may leave it.
    #[error("the file is empty")]
    Empty,
    /// Not text in UTF-8; `line` counts from 1.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// The first line that cannot be read.
        line: usize,
    },
    /// Larger than [`super::MAX_BYTES`].
    #[error("the file is too big: {bytes} bytes")]
    TooBig {
        /// Its size.
        bytes: u64,
    },
    /// Written by a newer version of the program.
    #[error("the file has version {version}, newer than this program knows")]
    Newer {
        /// Version of its shape.
        version: u32,
    },
    /// Readable, but it does not say the version of a session file.
    #[error("the file is not a session")]
    NotASession,
    /// It is encrypted and cannot be opened.
    #[error("the file is encrypted: {0}")]
    Sealed(crate::storage::vault::Sealed),
    /// Something in it cannot be read. Line and column (in characters) count from 1.
    #[error("{line}:{column}: {what}")]
    Damaged {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// What is wrong there.
        what: Fault,
    },
}

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text stops in the middle.
    Ends,
    /// A sign is missing: `,`, `:`, `(`, `)`, `[`, `]` or `"`.
    Missing(&'static str),
    /// A word that is none of those that can stand there.
    Word {
        /// What stands there.
        found: String,
        /// What could.
        allowed: Vec<&'static str>,
    },
    /// The same field twice.
    Twice(String),
    /// Another sort of value than the field takes: a text for a number, a date that does not exist.
    Value(String),
    /// Two records have the same id.
    DuplicateId(String),
    /// Anything else, in the reader's own (English) words.
    Other(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ends => f.write_str("the text stops in the middle"),
            Self::Missing(sign) => write!(f, "expected `{sign}`"),
            Self::Word { found, allowed } => write!(f, "`{found}` is none of {}", allowed.join(", ")),
            Self::Twice(field) => write!(f, "the field `{field}` stands twice"),
            Self::Value(what) | Self::Other(what) => f.write_str(what),
            Self::DuplicateId(id) => write!(f, "the id {id} stands twice"),
        }
    }
}

/// The reader's error in this text as ours.
pub(super) fn of(error: &SpannedError, text: &str) -> ReadError {
    let what = match &error.code {
        // Whatever was expected there: nothing more comes.
        _ if is_at_end(error, text) => Fault::Ends,
        Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment | Error::UnclosedLineComment => Fault::Ends,
        Error::ExpectedComma => Fault::Missing(","),
        Error::ExpectedMapColon => Fault::Missing(":"),
        Error::ExpectedString => Fault::Missing("\""),
        Error::ExpectedArray => Fault::Missing("["),
        Error::ExpectedArrayEnd => Fault::Missing("]"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Fault::Missing("("),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Fault::Missing(")"),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            Fault::Word { found: plain(found), allowed: expected.to_vec() }
        }
        Error::DuplicateStructField { field, .. } => Fault::Twice((*field).to_owned()),
        code @ (Error::Message(_)
        | Error::InvalidValueForType { .. }
        | Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::ExpectedBoolean) => Fault::Value(plain(&code.to_string())),
        code => Fault::Other(plain(&code.to_string())),
    };
    ReadError::Damaged { line: error.span.start.line, column: error.span.start.col, what }
}

/// True when the reader got as far as the end of a text that does not end as it should.
fn is_at_end(error: &SpannedError, text: &str) -> bool {
    let written = text.trim_end();
    let line = written.lines().count();
    let column = written.lines().next_back().unwrap_or_default().chars().count();
    let (from, to) = (&error.span.start, &error.span.end);
    (from.line, from.col) > (1, 1) && (to.line, to.col) >= (line, column) && !written.ends_with(')')
}

/// What is quoted from a file goes to a screen: on one line, and nothing that moves the cursor.
fn plain(text: &str) -> String {
    crate::catalog::clean::clean_line(text)
}
