//! The vault (*boks*): sessions encrypted at rest, when a municipality turns it on for a folder.
//!
//! The files are in the `age` format (age-encryption.org/v1, armoured), so that they can be opened without this program by
//! any other that reads it. Each is encrypted to everybody whose public key is in `.vault/recipients.txt` of its folder. The
//! private key of each of them lies in their own settings folder, encrypted with a passphrase; it is unlocked once for a
//! process. Whoever loses both key and passphrase, and is alone, has lost the files: that is what encryption means.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{PoisonError, RwLock};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::format::unmarked;
use super::{disk, folders};

/// Folder of the vault's own files within a folder of sessions.
pub const FOLDER: &str = ".vault";
const RECIPIENTS: &str = "recipients.txt";
/// There while files are being encrypted anew; what it leaves behind when that was cut short is told by [`status`].
const UNFINISHED: &str = "unfinished";
/// The first line of every encrypted file.
const HEAD: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// So many folders above a file are looked into for a vault: earlier versions lie deeper than sessions.
const DEPTH: usize = 4;
/// The most an encrypted file may hold when opened: a small one must not fill the memory.
const MOST: u64 = super::format::MAX_BYTES;

/// The private key this process has unlocked.
static UNLOCKED: RwLock<Option<Identity>> = RwLock::new(None);

/// Somebody the files are encrypted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who, as written in the list.
    pub name: String,
    /// Public key: `age1…`.
    pub key: String,
}

/// Why an encrypted file, or the key itself, cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Sealed {
    /// The key has not been unlocked.
    #[error("locked")]
    Locked,
    /// The file is encrypted to others only.
    #[error("for others")]
    ForOthers,
    /// The passphrase is not the right one.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The file is damaged or was tampered with.
    #[error("damaged")]
    Damaged,
}

/// What can go wrong with the vault's own files.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The key cannot be opened.
    #[error(transparent)]
    Sealed(#[from] Sealed),
    /// A line of the list of members, or what was given as a key, is no public key.
    #[error("no public key: {0}")]
    NoKey(String),
    /// There are encrypted files, or a vault's folder, but no list of who they are for: sync programs and hands lose
    /// files. Nothing is written in the clear because of that.
    #[error("the list of who may read is gone")]
    NoList,
}

/// How a folder stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Everybody the files are encrypted to; empty = the vault is not turned on.
    pub members: Vec<Member>,
    /// Files that are encrypted.
    pub sealed: usize,
    /// Files that are not, by path.
    pub plain: Vec<PathBuf>,
    /// Encrypting anew was cut short; some files may be readable to those who were removed, and not to those added.
    pub unfinished: bool,
}

/// What a folder's encryption means for this user now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The folder has no vault.
    Off,
    /// Encrypted, and this user can read it.
    Open,
    /// Encrypted, but encrypting anew was cut short: some files may not be, or not to everybody they should.
    Unfinished,
    /// Encrypted, and this process has not unlocked the user's key.
    Locked,
    /// Encrypted, and the user's key is not among those it is encrypted to.
    NotMember,
    /// Encrypted, and the user has no key.
    NoKey,
    /// The list of members cannot be read.
    Unknown,
}

/// What the folder's encryption means for this user now. Looks into no session.
pub fn standing(folder: &Path) -> Standing {
    let unfinished = folder.join(FOLDER).join(UNFINISHED).exists();
    match members(folder) {
        Ok(None) => Standing::Off,
        Ok(Some(members)) => stands(&members, own_key().as_deref(), is_unlocked(), unfinished),
        Err(_) => Standing::Unknown,
    }
}

fn stands(members: &[Member], own: Option<&str>, unlocked: bool, unfinished: bool) -> Standing {
    match own {
        None => Standing::NoKey,
        Some(own) if !members.iter().any(|member| member.key == own) => Standing::NotMember,
        Some(_) if !unlocked => Standing::Locked,
        Some(_) if unfinished => Standing::Unfinished,
        Some(_) => Standing::Open,
    }
}

/// Whether these bytes are an encrypted file.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(HEAD)
}

/// Whether an encrypted file lies there.
pub fn is_sealed_file(path: &Path) -> bool {
    let mut head = [0; HEAD.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && is_sealed(&head)
}

/// Whether a new file would lie beside encrypted ones.
fn is_among_sealed(path: &Path) -> bool {
    let Some(entries) = path.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return false };
    let is_ron = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ron"));
    entries.flatten().map(|entry| entry.path()).filter(is_ron).any(|path| is_sealed_file(&path))
}

/// Who the files of the folder in which `path` lies are encrypted to; `None` when it has no vault.
pub fn members_for(path: &Path) -> Result<Option<Vec<Member>>, VaultError> {
    // By its real place: a link, or a path that begins here, may lie deeper than it looks.
    let parent = path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let real = parent.and_then(|parent| parent.canonicalize().ok());
    let from_real = real.iter().flat_map(|folder| folder.ancestors().take(DEPTH));
    for folder in path.ancestors().skip(1).take(DEPTH).chain(from_real) {
        if let Some(members) = members(folder)? {
            return Ok(Some(members));
        }
    }
    Ok(None)
}

/// Who the files of this folder are encrypted to; `None` when the vault is not turned on. Fails with
/// [`VaultError::NoList`] where there is a vault, but not for whom.
pub fn members(folder: &Path) -> Result<Option<Vec<Member>>, VaultError> {
    let own = folder.join(FOLDER);
    let mut text = String::new();
    let file = fs::File::open(own.join(RECIPIENTS));
    match file.and_then(|file| file.take(MOST).read_to_string(&mut text)) {
        Ok(_) => {}
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return if own.is_dir() { Err(VaultError::NoList) } else { Ok(None) };
        }
        Err(error) => return Err(error.into()),
    }
    let mut name = String::new();
    let mut members = vec![];
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(comment) = line.strip_prefix('#') {
            name = crate::catalog::clean::clean_line(comment);
            continue;
        }
        recipient(line)?;
        members.push(Member { name: std::mem::take(&mut name), key: line.to_owned() });
    }
    if members.is_empty() { Err(VaultError::NoList) } else { Ok(Some(members)) }
}

fn recipient(key: &str) -> Result<Recipient, VaultError> {
    Recipient::from_str(key).map_err(|_| VaultError::NoKey(crate::catalog::clean::clean_line(key)))
}

/// The bytes as they are to lie at `path`: encrypted where its folder has a vault. Needs no private key. Fails with
/// [`VaultError::NoList`] where they would be put over an encrypted file in the clear.
pub fn seal<'a>(path: &Path, plain: &'a [u8]) -> Result<Cow<'a, [u8]>, VaultError> {
    match members_for(path)? {
        None if is_sealed_file(path) || (!path.exists() && is_among_sealed(path)) => Err(VaultError::NoList),
        None => Ok(Cow::Borrowed(plain)),
        Some(members) => Ok(Cow::Owned(seal_to(&members, plain)?)),
    }
}

/// The bytes, encrypted where the folder has a vault and they are not yet.
pub fn sealed(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, VaultError> {
    if is_sealed(&bytes) { Ok(bytes) } else { Ok(seal(path, &bytes)?.into_owned()) }
}

fn seal_to(members: &[Member], plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let recipients = members.iter().map(|member| recipient(&member.key)).collect::<Result<Vec<_>, _>>()?;
    let encryptor = Encryptor::with_recipients(recipients.iter().map(|r| r as &dyn age::Recipient))
        .map_err(|error| io::Error::other(error.to_string()))?;
    Ok(armoured(encryptor, plain)?)
}

fn armoured(encryptor: Encryptor, plain: &[u8]) -> io::Result<Vec<u8>> {
    let armour = ArmoredWriter::wrap_output(vec![], Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armour)?;
    writer.write_all(plain)?;
    writer.finish()?.finish()
}

/// What an encrypted file holds, with the key this process has unlocked. The bytes are wiped from memory after use.
pub fn open(sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Sealed> {
    let unlocked = UNLOCKED.read().unwrap_or_else(PoisonError::into_inner);
    let identity = unlocked.as_ref().ok_or(Sealed::Locked)?;
    open_with(identity, sealed)
}

/// Whether two encrypted files hold the same session, whoever wrote them; false as well when nobody here can tell.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one == other || open(one).is_ok_and(|one| open(other).is_ok_and(|other| unmarked(&one) == unmarked(&other)))
}

fn open_with(identity: &dyn age::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Sealed> {
    let failed = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys => Sealed::ForOthers,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Sealed::WrongPassphrase,
        _ => Sealed::Damaged,
    };
    let decryptor = Decryptor::new(ArmoredReader::new(sealed)).map_err(failed)?;
    let reader = decryptor.decrypt(std::iter::once(identity)).map_err(failed)?;
    // Room for all of it from the start: a vector that grows leaves copies behind that nobody wipes.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    // One byte more than allowed: what is cut off must never be taken for the whole.
    reader.take(MOST + 1).read_to_end(&mut plain).map_err(|_| Sealed::Damaged)?;
    if plain.len() as u64 > MOST { Err(Sealed::Damaged) } else { Ok(plain) }
}

/// Where this user's private key lies, encrypted; `None` when the system knows no home folder.
pub fn key_file() -> Option<PathBuf> {
    folders::own_config().map(|folder| folder.join("key.age"))
}

fn public_file() -> Option<PathBuf> {
    folders::own_config().map(|folder| folder.join("key.txt"))
}

fn no_home() -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, "there is no home folder")
}

/// This user's public key, which may be known to everybody; `None` when there is no key yet.
pub fn own_key() -> Option<String> {
    let text = fs::read_to_string(public_file()?).ok()?;
    Some(text.trim().to_owned()).filter(|key| recipient(key).is_ok())
}

/// Makes a key for this user, encrypted with the passphrase, and unlocks it. Gives the public key. Fails with
/// `AlreadyExists` when there is one: whatever is encrypted to it could not be opened any more.
pub fn make_key(passphrase: SecretString) -> Result<String, VaultError> {
    let (file, public) = key_file().zip(public_file()).ok_or_else(no_home)?;
    if file.exists() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "there is a key").into());
    }
    let identity = Identity::generate();
    let key = identity.to_public().to_string();
    let sealed =
        armoured(Encryptor::with_user_passphrase(passphrase), identity.to_string().expose_secret().as_bytes())?;
    if let Some(folder) = file.parent() {
        disk::private_dir(folder)?;
    }
    disk::atomic(&file, &sealed)?;
    disk::atomic(&public, format!("{key}\n").as_bytes())?;
    keep(identity);
    Ok(key)
}

/// Unlocks this user's key for the rest of the process.
pub fn unlock(passphrase: SecretString) -> Result<(), VaultError> {
    let file = key_file().ok_or_else(no_home)?;
    let sealed = fs::read(file)?;
    let plain = open_with(&age::scrypt::Identity::new(passphrase), &sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|_| Sealed::Damaged)?;
    keep(Identity::from_str(text.trim()).map_err(|_| Sealed::Damaged)?);
    Ok(())
}

/// Whether this process has unlocked a key.
pub fn is_unlocked() -> bool {
    UNLOCKED.read().unwrap_or_else(PoisonError::into_inner).is_some()
}

fn keep(identity: Identity) {
    *UNLOCKED.write().unwrap_or_else(PoisonError::into_inner) = Some(identity);
}

/// Wipes the key this process has unlocked from memory, as is to be done before it ends.
pub fn forget() {
    *UNLOCKED.write().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Sets who the files of this folder are encrypted to. Files are encrypted anew by [`renew`] only.
pub fn set_members(folder: &Path, members: &[Member]) -> Result<(), VaultError> {
    let own = folder.join(FOLDER);
    let mut text = String::from(HEADING);
    for Member { name, key } in members {
        recipient(key)?;
        text.extend(["\n# ", &crate::catalog::clean::clean_line(name), "\n", key, "\n"]);
    }
    disk::private_dir(&own)?;
    disk::atomic(&own.join(UNFINISHED), b"")?;
    disk::atomic(&own.join(RECIPIENTS), text.as_bytes())?;
    Ok(())
}

/// The first lines of the list of members. Not taken for a name, because an empty line follows.
const HEADING: &str = "# Who the sessions in this folder are encrypted to (age-encryption.org/v1): a name, and below it the public key.\n";

/// Encrypts every session of the folder and its versions to the present members. Gives those that could not be: by path
/// and why. Files that somebody has open are among them. When all is done, nothing is unfinished any more.
pub fn renew(folder: &Path, now: DateTime<Utc>) -> Result<Vec<(PathBuf, String)>, VaultError> {
    let members = members(folder)?.ok_or(VaultError::NoList)?;
    let left = each(folder, |path| renew_one(path, Some(&members), now))?;
    if left.is_empty() {
        gone(fs::remove_file(folder.join(FOLDER).join(UNFINISHED)))?;
    }
    Ok(left)
}

/// Turns the vault off: every session of the folder and its versions is written in the clear, and when all are, the list of
/// members is removed. Gives those that could not be; then the vault stays on, and the next save encrypts again.
pub fn turn_off(folder: &Path, now: DateTime<Utc>) -> Result<Vec<(PathBuf, String)>, VaultError> {
    members(folder)?.ok_or(VaultError::NoList)?;
    disk::atomic(&folder.join(FOLDER).join(UNFINISHED), b"")?;
    let left = each(folder, |path| renew_one(path, None, now))?;
    if left.is_empty() {
        gone(fs::remove_dir_all(folder.join(FOLDER)))?;
    }
    Ok(left)
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Does it with every file, and gives those with which it failed, and why.
fn each(folder: &Path, change: impl Fn(&Path) -> Result<(), VaultError>) -> Result<Vec<(PathBuf, String)>, VaultError> {
    let files = files(folder)?.into_iter();
    Ok(files.filter_map(|path| change(&path).err().map(|error| (path, error.to_string()))).collect())
}

/// `None`: in the clear.
fn renew_one(path: &Path, members: Option<&[Member]>, now: DateTime<Utc>) -> Result<(), VaultError> {
    // Whoever has it open would write over it, or take what we write for a change from outside.
    let lock = disk::lock(path, now).map_err(|error| io::Error::new(io::ErrorKind::ResourceBusy, error.to_string()))?;
    let bytes = Zeroizing::new(fs::read(path)?);
    let plain = if is_sealed(&bytes) { open(&bytes)? } else { bytes };
    match members {
        Some(members) => disk::atomic(path, &seal_to(members, &plain)?)?,
        None => disk::atomic(path, &plain)?,
    }
    drop(lock);
    Ok(())
}

/// How this folder stands.
pub fn status(folder: &Path) -> Result<Status, VaultError> {
    let mut status = Status { members: members(folder)?.unwrap_or_default(), ..Status::default() };
    status.unfinished = folder.join(FOLDER).join(UNFINISHED).exists();
    for path in files(folder)? {
        if is_sealed_file(&path) {
            status.sealed += 1;
        } else {
            status.plain.push(path);
        }
    }
    Ok(status)
}

/// Every session file of the folder and of those below it that hold its earlier versions; examples are no secret.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = vec![];
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            // A folder one may not look into is named as what could not be done, not the end of everything.
            Err(_) if depth > 0 => {
                found.push(folder);
                continue;
            }
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_dir() && depth + 1 < DEPTH && name != FOLDER && name != "examples" {
                folders.push((path, depth + 1));
            } else if kind.is_file() && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ron")) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests;
