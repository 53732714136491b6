//! The session file as text: RON with the version first. What is read is cleaned, and every record gets an id.

mod fault;
mod ids;
mod quick;

use std::io;
use std::path::Path;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use fault::{Fault, ReadError};

use super::vault::{self, VaultError};
use crate::catalog;
use crate::catalog::clean::{clean_all, clean_line, is_suspicious};
use crate::domain::session::{Session, VERSION};

/// The largest file that is read, in bytes. A session of a whole day is a hundredth of it.
pub const MAX_BYTES: u64 = 20_000_000;

/// How far into a file the version is looked for before all of it is read, in bytes.
const HEAD: usize = 400;

/// What the mark at the end of a file begins with.
const MARK: &str = "// opstart: ";

/// What the print in a mark begins with.
const PRINT: char = '=';

/// As many unknown fields are named: the place of each is looked for in the whole file.
const MOST_UNKNOWN: usize = 20;

/// A session as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The session; every record has an id of its own.
    pub session: Session,
    /// Names of the first fields this version does not know, as paths. When there are any, the file must not be written.
    pub unknown: Vec<String>,
    /// The version the file has, where it is older than what this program writes: the session is already brought up to
    /// date, the file is not.
    pub migrated: Option<u32>,
}

/// The text of the file. Fails only when the text cannot be written in RON at all.
pub fn encode(session: &Session) -> Result<String, ron::Error> {
    let mut text = quick::write(session).map_or_else(|| encode_fully(session), Ok)?;
    text.push('\n');
    Ok(text)
}

/// One line per field and no raw strings: a file that passes through Notepad or a sync program stays the same session.
fn encode_fully<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    ron::ser::to_string_pretty(value, PrettyConfig::new().new_line("\n").struct_names(false))
}

/// The bytes a session has in the file at `path`: encrypted where its folder has a vault.
pub fn bytes_for(path: &Path, session: &Session) -> io::Result<Vec<u8>> {
    sealed_for(path, &Zeroizing::new(encode(session).map_err(io::Error::other)?))
}

/// As [`bytes_for`], with a mark at the end that [`mark_of`] finds again: one line without any content, and a comment to
/// every reader. It ends with a print of what it stands under, by which [`fits`] knows whether that was changed since.
pub(super) fn marked_bytes_for(path: &Path, session: &Session, mark: &str) -> io::Result<Vec<u8>> {
    let mut text = Zeroizing::new(encode(session).map_err(io::Error::other)?);
    // Room for all of it at once: a text that grows leaves a copy behind that nobody wipes.
    let line = format!("{MARK}{mark} {}\n", print_of(&text));
    if text.capacity() - text.len() < line.len() {
        let mut roomy = Zeroizing::new(String::with_capacity(text.len() + line.len()));
        roomy.push_str(&text);
        text = roomy;
    }
    text.push_str(&line);
    sealed_for(path, &text)
}

fn sealed_for(path: &Path, text: &str) -> io::Result<Vec<u8>> {
    match vault::seal(path, text.as_bytes()) {
        Ok(bytes) => Ok(bytes.into_owned()),
        Err(VaultError::Io(error)) => Err(error),
        // Nothing is ever written in the clear because a list of keys is wrong.
        Err(error) => Err(io::Error::other(error)),
    }
}

/// The mark at the end of a file, also of an encrypted one whose key is unlocked; `None` when it has none.
pub(super) fn mark_of(bytes: &[u8]) -> Option<String> {
    if vault::is_sealed(bytes) {
        return vault::open(bytes).ok().and_then(|plain| mark_of_plain(&plain));
    }
    mark_of_plain(bytes)
}

fn mark_of_plain(bytes: &[u8]) -> Option<String> {
    let mark = bytes.get(unmarked(bytes).len()..).and_then(|mark| std::str::from_utf8(mark).ok())?;
    mark.strip_prefix(MARK).map(|mark| mark.trim().to_owned())
}

/// Whether a session is the one that a mark was written under; `None` when the mark does not tell. A file that was changed
/// by hand below its mark, or cut and pasted under another, does not fit.
pub(super) fn fits(mark: &str, session: &Session) -> Option<bool> {
    let print = mark.split_whitespace().find(|word| word.starts_with(PRINT))?;
    Some(encode(session).is_ok_and(|text| print_of(&Zeroizing::new(text)) == print))
}

/// A short print (FNV-1a, 64 bits) of the text of a file: of the session's content only, so that other line ends and
/// spaces are no change. It guards against accidents, not against malice.
fn print_of(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{PRINT}{hash:016x}")
}

/// A file that is not encrypted without its mark.
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    let text = bytes.trim_ascii_end();
    let line = text.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let is_mark = text.get(line..).is_some_and(|line| line.starts_with(MARK.as_bytes()));
    if is_mark { bytes.get(..line).unwrap_or_default() } else { bytes }
}

/// Reads the bytes of a file, also those of an encrypted one whose key is unlocked. The same bytes always give the same
/// session, ids that were missing included.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if vault::is_sealed(bytes) {
        return decode_plain_text(&vault::open(bytes).map_err(ReadError::Sealed)?);
    }
    decode_plain_text(bytes)
}

fn decode_plain_text(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let text = readable(bytes)?;
    if let Some(version) = version_in_head(text).filter(|v| *v > VERSION) {
        return Err(ReadError::Newer { version });
    }
    let (mut session, unknown) = match parse::<Session>(text) {
        Ok(read) => read,
        Err(error) => {
            let newer = version_anywhere(text).filter(|v| *v > VERSION);
            return Err(newer.map_or_else(|| fault::of(&error, text), |version| ReadError::Newer { version }));
        }
    };
    let migrated = match session.version {
        0 => return Err(ReadError::NotASession),
        version if version > VERSION => return Err(ReadError::Newer { version }),
        version => migrate(&mut session, version),
    };
    if is_suspicious(text) {
        session = clean_all(&session).unwrap_or(session);
    }
    ids::complete(&mut session, text)?;
    Ok(Decoded { session, unknown, migrated })
}

/// Brings a session of an older version up to date and says which version it was. A field that came with a newer version
/// has its empty value without any help, as those of version 2 have; what needs more than that is done here, version by
/// version.
fn migrate(session: &mut Session, from: u32) -> Option<u32> {
    session.version = VERSION;
    (from < VERSION).then_some(from)
}

/// The text of the bytes, without the mark that Notepad puts first.
fn readable(bytes: &[u8]) -> Result<&str, ReadError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_BYTES {
        return Err(ReadError::TooBig { bytes: size });
    }
    // A file full of zeros is what some systems leave after a power cut.
    if bytes.iter().all(|b| *b == 0 || b.is_ascii_whitespace()) {
        return Err(ReadError::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        ReadError::NotUtf8 { line: before.split(|b| *b == b'\n').count() }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(text) }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[derive(Deserialize)]
struct OnlyVersion {
    version: u32,
}

/// The version, when it stands first as we write it: read without going through the whole file.
fn version_in_head(text: &str) -> Option<u32> {
    let head = text.get(..HEAD.min(text.len())).unwrap_or_default();
    let (first, _) = head.split_once(',')?;
    options().from_str::<OnlyVersion>(&format!("{first})")).ok().map(|v| v.version)
}

/// The version wherever it stands, for a file that could not be read as this version.
fn version_anywhere(text: &str) -> Option<u32> {
    options().from_str::<OnlyVersion>(text).ok().map(|v| v.version)
}

/// The value, and the names of fields that were passed over.
fn parse<T: DeserializeOwned>(text: &str) -> ron::error::SpannedResult<(T, Vec<String>)> {
    if let Some(value) = catalog::quick::read(text) {
        return Ok((value, vec![]));
    }
    let options = options();
    let mut reader = ron::Deserializer::from_str_with_options(text, &options)?;
    let mut unknown = vec![];
    let passed_over = |path: serde_ignored::Path<'_>| {
        if unknown.len() < MOST_UNKNOWN {
            unknown.push(clean_line(&path.to_string()));
        }
    };
    let value = serde_ignored::deserialize(&mut reader, passed_over).map_err(|code| reader.span_error(code))?;
    reader.end().map_err(|code| reader.span_error(code))?;
    Ok((value, unknown))
}

/// Reads a small file that is not a session, such as the settings, with the names of fields nobody knows.
pub(super) fn decode_plain<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, Vec<String>), ReadError> {
    let text = readable(bytes)?;
    parse(text).map_err(|error| fault::of(&error, text))
}

/// Where a field of which only the path is known is written: line and column, counted from 1; the first place of that
/// name, for the reader tells no places of what it passes over.
pub fn place_of_field(text: &str, path: &str) -> (usize, usize) {
    let field = path.rsplit('.').next().unwrap_or(path);
    let in_line = |line: &str| {
        let mut places = line.match_indices(field).map(|(at, _)| line.split_at(at));
        places.find_map(|(before, from)| {
            let begins = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let ends = from.strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with(':'));
            (begins && ends).then(|| before.chars().count() + 1)
        })
    };
    text.lines().enumerate().find_map(|(line, content)| in_line(content).map(|at| (line + 1, at))).unwrap_or((1, 1))
}

#[cfg(test)]
mod tests;
