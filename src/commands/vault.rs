//! `opstart vault`: encryption of the folder of sessions – turning it on, colleagues, how it stands. A lost key is explained
//! before anything is encrypted.

use std::io::{self, Write};
use std::path::PathBuf;

use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::{Failure, Place, print, told};
use crate::cli::VaultCommand;
use crate::storage::disk;
use crate::storage::vault::{self, Member, Sealed, Standing, Status, VaultError};
use crate::terminal::hidden::Hidden;
use crate::text::{Word, w};

/// So often a passphrase may be mistyped.
const TRIES: usize = 3;
/// Shorter ones are advised against.
const GOOD_LENGTH: usize = 12;

pub(super) fn run(
    command: &VaultCommand,
    place: &Place,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<u8, Failure> {
    let folder = place.settings.sessions();
    let failed = |error: VaultError| failure(&error, place);
    let members = match (command, vault::members(&folder)) {
        // The way out when the list is lost: a new one. What is encrypted to others only is left and named.
        (VaultCommand::Init, Err(VaultError::NoList)) => None,
        (_, members) => members.map_err(failed)?,
    };
    match (command, members) {
        (VaultCommand::Status, _) => status(place, out),
        (VaultCommand::Key, _) => {
            let key = own_key(place, aside)?;
            print(place, out, &format!("{key}\n"))?;
            Ok(0)
        }
        (VaultCommand::Init, Some(_)) => Err(Failure::new(place.text.get(w("vault-is-on")))),
        (VaultCommand::Init, None) => {
            print(place, aside, &format!("{}\n", place.text.get(w("vault-explained"))))?;
            let key = own_key(place, aside)?;
            if !vault::is_unlocked() {
                ask(place)?;
            }
            set(&[Member { name: disk::who(), key }], place, out)
        }
        (_, None) => Err(Failure::new(place.text.get(w("vault-is-off")))),
        (VaultCommand::Add { name, key }, Some(mut members)) => {
            unlock(place)?;
            members.retain(|member| member.key != *key);
            members.push(Member { name: name.clone(), key: key.clone() });
            set(&members, place, out)
        }
        (VaultCommand::Remove { name }, Some(members)) => {
            let (gone, left): (Vec<Member>, Vec<Member>) =
                members.into_iter().partition(|member| member.name == *name || member.key == *name);
            if gone.is_empty() || left.is_empty() {
                let word = if gone.is_empty() { w("vault-no-such-member") } else { w("vault-last-member") };
                return Err(Failure::new(
                    place.text.fmt(word, &[("name", crate::catalog::clean::clean_line(name).into())]),
                ));
            }
            unlock(place)?;
            let code = set(&left, place, out)?;
            print(place, out, &format!("{}\n", place.text.get(w("vault-removed"))))?;
            Ok(code)
        }
        (VaultCommand::Renew, Some(members)) => {
            unlock(place)?;
            set(&members, place, out)
        }
        (VaultCommand::Off { yes: false }, Some(_)) => Err(Failure::new(place.text.get(w("vault-off-would")))),
        (VaultCommand::Off { yes: true }, Some(_)) => {
            unlock(place)?;
            let left = vault::turn_off(&folder, place.now).map_err(failed)?;
            told_left(&left, w("vault-off-left"), place, out)
        }
    }
}

/// Unlocks the user's key where the folder of sessions, or the file that is meant, is encrypted.
pub(super) fn unlock_for(place: &Place, file: Option<&std::path::Path>) -> Result<(), Failure> {
    let failed = |error: VaultError| failure(&error, place);
    let folder = place.settings.sessions();
    let is_on = match vault::members(&folder) {
        // What is encrypted can be read without the list; only nothing can be written.
        Err(VaultError::NoList) => true,
        members => members.map_err(failed)?.is_some(),
    };
    let is_meant = |file| matches!(vault::members_for(file), Ok(Some(_))) || vault::is_sealed_file(file);
    if is_on || file.is_some_and(is_meant) { unlock(place) } else { Ok(()) }
}

fn unlock(place: &Place) -> Result<(), Failure> {
    if vault::is_unlocked() {
        return Ok(());
    }
    if vault::own_key().is_none() {
        return Err(Failure::new(place.text.get(w("vault-no-key"))));
    }
    ask(place)
}

/// Asks for the passphrase until it is the right one, three times at most.
fn ask(place: &Place) -> Result<(), Failure> {
    let hidden = Hidden::begin().map_err(|error| no_terminal(place, &error))?;
    for tried in 1..=TRIES {
        let word = if tried == 1 { w("vault-passphrase") } else { w("vault-passphrase-again") };
        match vault::unlock(SecretString::from(typed(place, &hidden, word)?.as_str())) {
            Err(VaultError::Sealed(Sealed::WrongPassphrase)) if tried < TRIES => {}
            done => return done.map_err(|error| failure(&error, place)),
        }
    }
    Ok(())
}

fn typed(place: &Place, hidden: &Hidden, word: Word) -> Result<Zeroizing<String>, Failure> {
    hidden.line(&told::harmless(&place.text.get(word))).map_err(|error| no_terminal(place, &error))
}

fn no_terminal(place: &Place, error: &io::Error) -> Failure {
    let word = if error.kind() == io::ErrorKind::Interrupted { w("vault-stopped") } else { w("vault-no-terminal") };
    Failure::new(place.text.get(word))
}

/// This user's public key; where there is none, one is made, with a passphrase that is typed twice.
fn own_key(place: &Place, aside: &mut dyn Write) -> Result<String, Failure> {
    if let Some(key) = vault::own_key() {
        return Ok(key);
    }
    print(place, aside, &format!("{}\n", place.text.get(w("vault-choose"))))?;
    let hidden = Hidden::begin().map_err(|error| no_terminal(place, &error))?;
    let first = typed(place, &hidden, w("vault-passphrase"))?;
    let second = typed(place, &hidden, w("vault-passphrase-repeat"))?;
    drop(hidden);
    if *first != *second || first.trim().is_empty() {
        return Err(Failure::new(place.text.get(w("vault-not-the-same"))));
    }
    if first.chars().count() < GOOD_LENGTH {
        print(place, aside, &format!("{}\n", place.text.get(w("vault-short"))))?;
    }
    let key = vault::make_key(SecretString::from(first.as_str())).map_err(|error| failure(&error, place))?;
    let file = vault::key_file().map(|file| told::path(&file)).unwrap_or_default();
    print(place, aside, &format!("{}\n", place.text.fmt(w("vault-key-made"), &[("path", file.into())])))?;
    Ok(key)
}

/// Sets the members and encrypts everything to them.
fn set(members: &[Member], place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = place.settings.sessions();
    let failed = |error: VaultError| failure(&error, place);
    vault::set_members(&folder, members).map_err(failed)?;
    let left = vault::renew(&folder, place.now).map_err(failed)?;
    told_left(&left, w("vault-left"), place, out)
}

/// Names the files that could not be changed, each with why, and how the folder stands now.
fn told_left(left: &[(PathBuf, String)], word: Word, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    for (path, why) in left {
        let args = [("path", told::path(path).into()), ("what", crate::catalog::clean::clean_line(why).into())];
        print(place, out, &format!("{}\n", place.text.fmt(word, &args)))?;
    }
    status(place, out)?;
    Ok(u8::from(!left.is_empty()))
}

fn status(place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = place.settings.sessions();
    let Status { members, sealed, plain, unfinished } = match vault::status(&folder) {
        Err(VaultError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Status::default(),
        status => status.map_err(|error| failure(&error, place))?,
    };
    let text = &place.text;
    let mut lines = vec![];
    if members.is_empty() {
        lines.push(text.fmt(w("vault-off"), &[("dir", told::path(&folder).into())]));
        if sealed > 0 {
            // Encrypted files, but no vault: its folder is lost.
            lines.push(text.get(w("vault-no-list")));
        }
    } else {
        let args = [("dir", told::path(&folder).into()), ("sealed", sealed.into()), ("plain", plain.len().into())];
        lines.push(text.fmt(w("vault-on"), &args));
        let own = vault::own_key();
        for Member { name, key } in &members {
            let you = if own.as_deref() == Some(key) { text.get(w("vault-you")) } else { String::new() };
            lines.push(format!("  {name} {key} {you}").trim_end().to_owned());
        }
        lines.extend(plain.iter().map(|path| text.fmt(w("vault-plain"), &[("path", told::path(path).into())])));
        let standing = vault::standing(&folder);
        // Asking how it stands is no reason to ask for the passphrase.
        let said = matches!(standing, Standing::NoKey | Standing::NotMember | Standing::Unknown);
        lines.extend(said.then(|| told::standing(text, standing).1));
        if unfinished {
            lines.push(text.get(w("vault-unfinished")));
        }
        if members.len() == 1 {
            lines.push(text.get(w("vault-alone")));
        }
    }
    print(place, out, &format!("{}\n", lines.join("\n")))?;
    Ok(u8::from(if members.is_empty() { sealed > 0 } else { unfinished || !plain.is_empty() }))
}

fn failure(error: &VaultError, place: &Place) -> Failure {
    let text = &place.text;
    Failure::new(match error {
        VaultError::Io(error) => text.fmt(w("vault-failed"), &[("what", told::system(text, error).into())]),
        VaultError::NoKey(key) => text.fmt(w("vault-bad-key"), &[("key", key.as_str().into())]),
        VaultError::Sealed(sealed) => told::sealed(text, *sealed),
        VaultError::NoList => text.get(w("vault-no-list")),
    })
}
