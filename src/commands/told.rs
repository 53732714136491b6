//! What went wrong, in the words of the chosen language: what happened, what is safe, what to do.

use std::io;
use std::path::Path;

use crate::catalog::clean::{clean, clean_line};
use crate::catalog::library::What;
use crate::storage::exposure::Exposure;
use crate::storage::folders::Why;
use crate::storage::format::{Fault, ReadError};
use crate::storage::sessions::{NameError, OpenError};
use crate::storage::settings;
use crate::storage::vault::{Sealed, Standing};
use crate::text::{Text, w};

/// A text in which nothing steers the terminal.
pub fn harmless(text: &str) -> String {
    clean(text)
}

/// A path as one harmless line.
pub fn path(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

/// What the system said; the usual reasons in words, the others as the system has them.
pub fn system(text: &Text, error: &io::Error) -> String {
    use io::ErrorKind as K;
    match error.kind() {
        K::NotFound => text.get(w("system-not-found")),
        K::PermissionDenied | K::ReadOnlyFilesystem => text.get(w("system-not-allowed")),
        K::StorageFull | K::QuotaExceeded => text.get(w("system-full")),
        K::IsADirectory | K::NotADirectory | K::InvalidInput => text.get(w("system-not-a-file")),
        K::ResourceBusy => text.get(w("system-busy")),
        _ => clean_line(&error.to_string()),
    }
}

/// Why a file could not be read, without its name and place.
pub fn read(text: &Text, error: &ReadError) -> String {
    match error {
        ReadError::Empty => text.get(w("read-empty")),
        ReadError::NotUtf8 { .. } => text.get(w("read-not-utf8")),
        ReadError::TooBig { bytes } => {
            text.fmt(w("read-too-big"), &[("size", i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX).into())])
        }
        ReadError::Newer { version } => text.fmt(w("read-newer"), &[("version", i64::from(*version).into())]),
        ReadError::NotASession => text.get(w("read-not-a-session")),
        ReadError::Sealed(why) => sealed(text, *why),
        ReadError::Damaged { what, .. } => fault(text, what),
    }
}

/// Why something encrypted cannot be opened.
pub fn sealed(text: &Text, why: Sealed) -> String {
    text.get(match why {
        Sealed::Locked => w("sealed-locked"),
        Sealed::ForOthers => w("sealed-for-others"),
        Sealed::WrongPassphrase => w("sealed-wrong-passphrase"),
        Sealed::Damaged => w("sealed-damaged"),
    })
}

/// Line and column of what is wrong, counted from 1; the beginning where it concerns the file as a whole.
pub fn place(error: &ReadError) -> (usize, usize) {
    match error {
        ReadError::Damaged { line, column, .. } => (*line, *column),
        ReadError::NotUtf8 { line } => (*line, 1),
        _ => (1, 1),
    }
}

fn fault(text: &Text, fault: &Fault) -> String {
    match fault {
        Fault::Ends => text.get(w("fault-ends")),
        Fault::Missing(sign) => text.fmt(w("fault-missing"), &[("sign", (*sign).into())]),
        Fault::Word { found, allowed } => {
            let args = [("found", found.as_str().into()), ("allowed", allowed.join(", ").into())];
            text.fmt(w("fault-word"), &args)
        }
        Fault::Twice(field) => text.fmt(w("fault-twice"), &[("field", field.as_str().into())]),
        Fault::Value(what) => text.fmt(w("fault-value"), &[("what", what.as_str().into())]),
        Fault::DuplicateId(id) => text.fmt(w("fault-id"), &[("id", id.as_str().into())]),
        Fault::Other(what) => text.fmt(w("fault-other"), &[("what", what.as_str().into())]),
    }
}

/// Who holds a session, without what only a machine reads: the lock says user@machine, process and time.
pub fn holder(by: &str) -> String {
    clean_line(by).split_whitespace().next().unwrap_or_default().trim_start_matches("?@").to_owned()
}

/// Why a session could not be opened, with what is safe and what to do.
pub fn open(text: &Text, error: &OpenError) -> String {
    match error {
        OpenError::Missing { path: at } => text.fmt(w("open-missing"), &[("path", path(at).into())]),
        OpenError::Io { path: at, source } => {
            text.fmt(w("open-refused"), &[("path", path(at).into()), ("what", system(text, source).into())])
        }
        OpenError::Read { path: at, what } => {
            let (line, column) = place(what);
            let word = match what {
                ReadError::Newer { .. } => w("open-newer"),
                ReadError::Damaged { .. } | ReadError::NotUtf8 { .. } => w("open-damaged"),
                ReadError::Sealed(Sealed::ForOthers | Sealed::Locked) => w("open-sealed"),
                _ => w("open-unreadable"),
            };
            let args = [
                ("path", path(at).into()),
                ("what", read(text, what).into()),
                ("line", line.into()),
                ("column", column.into()),
            ];
            text.fmt(word, &args)
        }
    }
}

/// Why a name leads to no session.
pub fn name(text: &Text, error: &NameError, dir: &Path) -> String {
    match error {
        NameError::Unknown { name, near } if near.is_empty() => {
            text.fmt(w("name-unknown"), &[("name", clean_line(name).into()), ("dir", path(dir).into())])
        }
        NameError::Unknown { name, near } => text
            .fmt(w("name-near"), &[("name", clean_line(name).into()), ("near", clean_line(&near.join(", ")).into())]),
        NameError::Several { name, matches } => {
            let matches = clean_line(&matches.join(", "));
            text.fmt(w("name-several"), &[("name", clean_line(name).into()), ("matches", matches.into())])
        }
        NameError::Io(error) => folder(text, dir, error),
    }
}

/// The folder of sessions cannot be read.
pub fn folder(text: &Text, dir: &Path, error: &io::Error) -> String {
    text.fmt(w("fail-sessions"), &[("path", path(dir).into()), ("what", system(text, error).into())])
}

/// Why the screen could not be used.
pub fn terminal(text: &Text, error: &io::Error) -> String {
    if error.kind() == crate::terminal::guard::NO_TERMINAL {
        return text.get(w("fail-no-screen"));
    }
    text.fmt(w("fail-terminal"), &[("what", system(text, error).into())])
}

/// What is wrong in a file of the catalogue.
pub fn catalog(text: &Text, what: &What) -> String {
    match what {
        What::Damaged(what) => text.fmt(w("fault-other"), &[("what", what.as_str().into())]),
        What::UnknownField(field) => text.fmt(w("catalog-unknown-field"), &[("field", field.as_str().into())]),
        What::DuplicateId(id) => text.fmt(w("catalog-duplicate-id"), &[("id", id.as_str().into())]),
        What::DuplicateTemplate(key) => text.fmt(w("catalog-duplicate-template"), &[("key", key.as_str().into())]),
        What::NoId(name) => text.fmt(w("catalog-no-id"), &[("name", name.as_str().into())]),
        What::NoName(id) => text.fmt(w("catalog-no-name"), &[("id", id.as_str().into())]),
        What::NoPlain(id) => text.fmt(w("catalog-no-plain"), &[("id", id.as_str().into())]),
        What::UnknownDepartment { offer, key } => {
            text.fmt(w("catalog-unknown-department"), &[("id", offer.as_str().into()), ("key", key.as_str().into())])
        }
        What::UnknownTheme { offer, key } => {
            text.fmt(w("catalog-unknown-theme"), &[("id", offer.as_str().into()), ("key", key.as_str().into())])
        }
        What::DuplicateRule(id) => text.fmt(w("catalog-duplicate-rule"), &[("id", id.as_str().into())]),
        What::UnknownFile => text.get(w("catalog-unknown-file")),
    }
}

/// Why a file of the catalogue is no text.
pub fn unreadable(text: &Text, why: &Why) -> (usize, usize, String) {
    match why {
        Why::Io(error) => (1, 1, system(text, error)),
        Why::Text(error) => {
            let (line, column) = place(error);
            (line, column, read(text, error))
        }
    }
}

/// Why others may see a folder, and what to do about it.
pub fn exposure(text: &Text, exposure: &Exposure) -> String {
    match exposure {
        Exposure::Others => text.get(w("exposed-others")),
        Exposure::Synced(program) => text.fmt(w("exposed-synced"), &[("program", (*program).into())]),
        Exposure::GitWorkTree(tree) => text.fmt(w("exposed-git"), &[("tree", path(tree).into())]),
    }
}

/// How a folder's encryption stands: one word or two to stand beside the folder, and what to do about it, each empty where
/// there is nothing to say.
pub fn standing(text: &Text, standing: Standing) -> (String, String) {
    let (name, advice) = match standing {
        Standing::Off => return (String::new(), String::new()),
        Standing::Open => return (text.get(w("vault-is-sealed")), String::new()),
        Standing::Unfinished => (w("vault-is-partly-sealed"), w("vault-unfinished")),
        Standing::Locked => (w("vault-is-locked"), w("vault-locked")),
        Standing::NotMember => (w("vault-is-locked"), w("vault-not-member")),
        Standing::NoKey => (w("vault-is-locked"), w("vault-no-key")),
        Standing::Unknown => (w("vault-is-unknown"), w("vault-unknown")),
    };
    (text.get(name), text.get(advice))
}

/// What is wrong in a settings file, with its place.
pub fn setting(text: &Text, wrong: &settings::Wrong) -> (usize, usize, String) {
    match wrong {
        settings::Wrong::Io(what) => (1, 1, clean_line(what)),
        settings::Wrong::Read(error) => {
            let (line, column) = place(error);
            (line, column, read(text, error))
        }
        settings::Wrong::UnknownSetting(name) => {
            (1, 1, text.fmt(w("settings-unknown"), &[("name", clean_line(name).into())]))
        }
        settings::Wrong::Value { setting, value } => {
            let args = [("name", (*setting).into()), ("value", clean_line(value).into())];
            (1, 1, text.fmt(w("settings-value"), &args))
        }
    }
}
