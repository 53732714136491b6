//! Where things lie: sessions, catalogue and settings of this user.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::disk;
use super::format::ReadError;
use crate::catalog::library::NamedText;

/// Name of our folder among those of other programs.
const OWN: &str = "opstart";

/// The largest catalogue file that is read, in bytes: some two hundred thousand offers.
const MAX_CATALOG_BYTES: u64 = 100_000_000;

/// How many folders deep a catalogue is read.
const CATALOG_DEPTH: usize = 3;

/// Folder of the sessions when nobody says otherwise: `sessions` here if it exists, else in the user's data folder. It may
/// not exist yet. `None` when the system knows no home folder.
pub fn sessions(here: &Path) -> Option<PathBuf> {
    let local = here.join("sessions");
    if local.is_dir() { Some(local) } else { Some(user()?.data_dir().join(OWN).join("sessions")) }
}

/// Folder of the places where somebody works, of this user alone. `None` when the system knows no home folder.
pub fn places() -> Option<PathBuf> {
    let user = user()?;
    let folder = user.state_dir().unwrap_or_else(|| user.data_dir());
    Some(folder.join(OWN).join("places"))
}

/// Where a session could be saved when its own folder cannot be written to: among the user's documents.
pub fn documents() -> Option<PathBuf> {
    let home = user()?.home_dir().to_owned();
    let named = ["Documents", "Dokumenter"].map(|name| home.join(name));
    Some(named.into_iter().find(|folder| folder.is_dir()).unwrap_or(home))
}

/// A path as somebody types it: `~` is the home folder, and a folder means a file of this name in it.
pub fn typed(path: &str, name: &Path) -> PathBuf {
    let rest = path.strip_prefix("~/").or_else(|| path.strip_prefix("~\\"));
    let home = || user().map(|user| user.home_dir().to_owned());
    let path = match rest.and_then(|rest| Some(home()?.join(rest))) {
        Some(path) => path,
        None => PathBuf::from(path),
    };
    if path.is_dir() { path.join(name) } else { path }
}

/// Folder of the catalogue when nobody says otherwise: `catalog` here if it exists, else the user's own if that does;
/// `None` = the one in the program.
pub fn catalog(here: &Path) -> Option<PathBuf> {
    [Some(here.join("catalog")), own_catalog()].into_iter().flatten().find(|folder| folder.is_dir())
}

/// The user's own folder of the catalogue, which may not exist; `None` when the system knows no home folder.
pub fn own_catalog() -> Option<PathBuf> {
    Some(user()?.data_dir().join(OWN).join("catalog"))
}

/// The user's own folder for settings and keys, which may not exist; `None` when the system knows no home folder.
pub fn own_config() -> Option<PathBuf> {
    Some(user()?.config_dir().join(OWN))
}

/// The user's settings file, which may not exist; `None` when the system knows no home folder.
pub fn settings_file() -> Option<PathBuf> {
    Some(own_config()?.join("settings.ron"))
}

/// A new, empty folder for the user alone, which the system clears away in its own time.
pub fn temporary() -> io::Result<PathBuf> {
    Ok(tempfile::Builder::new().prefix("opstart-").tempdir()?.keep())
}

fn user() -> Option<impl BaseStrategy> {
    etcetera::choose_base_strategy().ok()
}

/// What was found in a catalogue folder.
#[derive(Debug, Default)]
pub struct CatalogFiles {
    /// Its RON files, for `Library::read`.
    pub files: Vec<NamedText>,
    /// Files that are there and could not be read as text; the others are used.
    pub unreadable: Vec<Unreadable>,
}

/// A file that could not be read as text.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {why}")]
pub struct Unreadable {
    /// Path inside the folder, with forward slashes.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why a file could not be read as text.
#[derive(Debug, thiserror::Error)]
pub enum Why {
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no text, or too much of it.
    #[error(transparent)]
    Text(#[from] ReadError),
}

/// Reads the RON files of a catalogue folder. Fails when there is no such folder or it may not be read.
pub fn read_catalog(dir: &Path) -> io::Result<CatalogFiles> {
    let mut found = CatalogFiles::default();
    let entries = fs::read_dir(dir)?;
    collect(entries, "", CATALOG_DEPTH, &mut found);
    found.files.sort_by(|a, b| a.name.cmp(&b.name));
    found.unreadable.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn collect(entries: fs::ReadDir, above: &str, depth: usize, found: &mut CatalogFiles) {
    for entry in entries.flatten() {
        let leaf = entry.file_name().to_string_lossy().into_owned();
        let name = if above.is_empty() { leaf.clone() } else { format!("{above}/{leaf}") };
        let path = entry.path();
        if leaf.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            match fs::read_dir(&path) {
                Ok(inner) if depth > 1 => collect(inner, &name, depth - 1, found),
                Ok(_) => {}
                Err(error) => found.unreadable.push(Unreadable { name, why: error.into() }),
            }
        } else if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ron")) {
            match read_text(&path) {
                Ok(text) => found.files.push(NamedText { name, text }),
                Err(why) => found.unreadable.push(Unreadable { name, why }),
            }
        }
    }
}

/// How many folders deep a package of another format is read.
const PACKAGE_DEPTH: usize = 4;

/// The most bytes of one file of a package that are read.
const MAX_PACKAGE_FILE: u64 = 100_000_000;

/// The most bytes of a package that are read.
const MAX_PACKAGE_BYTES: u64 = 400_000_000;

/// Endings of the files that a package of another format can have.
const PACKAGE_ENDINGS: [&str; 4] = ["csv", "json", "tsv", "txt"];

/// The files of a package of another format: the file itself, or those below the folder, by their path in it with
/// forward slashes. Links are not followed, so that nothing outside the folder is read. A file that is larger than may
/// be read comes with one byte more than that. Fails when the path or a file in it cannot be read, or all of them are
/// more than 400 MB.
pub fn read_package(path: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![];
    let mut left = MAX_PACKAGE_BYTES;
    if path.is_dir() {
        collect_package(path, "", PACKAGE_DEPTH, &mut left, &mut files)?;
    } else {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((name, read_some(path, &mut left)?));
    }
    files.sort();
    Ok(files)
}

fn collect_package(
    dir: &Path,
    above: &str,
    depth: usize,
    left: &mut u64,
    files: &mut Vec<(String, Vec<u8>)>,
) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(dir)?.collect::<io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let leaf = entry.file_name().to_string_lossy().into_owned();
        let name = if above.is_empty() { leaf.clone() } else { format!("{above}/{leaf}") };
        let kind = entry.file_type()?;
        let path = entry.path();
        let is_data =
            path.extension().is_some_and(|end| PACKAGE_ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known)));
        if leaf.starts_with('.') {
            continue;
        }
        if kind.is_dir() && depth > 1 {
            collect_package(&path, &name, depth - 1, left, files)?;
        } else if kind.is_file() && is_data {
            files.push((name, read_some(&path, left)?));
        }
    }
    Ok(())
}

fn read_some(path: &Path, left: &mut u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![];
    if *left == 0 {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    File::open(path)?.take(MAX_PACKAGE_FILE + 1).read_to_end(&mut bytes)?;
    *left = left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    Ok(bytes)
}

/// What a folder is that a catalogue is to be written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Not there, or empty.
    New,
    /// A catalogue.
    Catalog,
    /// Something else, which is left alone.
    Other,
}

/// Looks at a folder before a catalogue is written into it. Fails when it may not be looked at.
pub fn target(dir: &Path) -> io::Result<Target> {
    let mut entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Target::New),
        entries => entries?,
    };
    if dir.join("municipality.ron").is_file() || dir.join("offers").is_dir() {
        return Ok(Target::Catalog);
    }
    Ok(if entries.next().is_none() { Target::New } else { Target::Other })
}

/// True for a folder that is not there, is empty or already holds a package, which is then replaced.
pub fn may_hold_package(dir: &Path) -> bool {
    dir.join("datapackage.json").is_file() || matches!(target(dir), Ok(Target::New))
}

/// Writes a file whole or not at all, with the folders above it.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        disk::private_dir(folder)?;
    }
    disk::atomic(path, bytes)
}

/// Writes files of a catalogue below a folder, each whole or not at all. Names are paths with forward slashes.
pub fn write_catalog(dir: &Path, files: &[NamedText]) -> io::Result<()> {
    write_package(dir, files.iter().map(|file| (file.name.as_str(), file.text.as_bytes())))
}

/// Writes files below a folder, each whole or not at all. Names are paths with forward slashes.
pub fn write_package<'a>(dir: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<()> {
    for (name, bytes) in files {
        let path = name.split('/').fold(dir.to_path_buf(), |path, part| path.join(part));
        write_file(&path, bytes)?;
    }
    Ok(())
}

/// Removes a folder of copies that this program made among the system's temporary files. Any other folder stays.
pub fn discard(dir: &Path) {
    if dir.parent() == Some(std::env::temp_dir().as_path()) {
        // What cannot be removed is left to the system, as temporary files are.
        let _ = fs::remove_dir_all(dir);
    }
}

/// The municipality's own words in a language: the Fluent file `words.da.ftl` beside the catalogue, when there is one.
pub fn read_words(catalog: &Path, code: &str) -> Option<String> {
    read_text(&catalog.join(format!("words.{code}.ftl"))).ok()
}

/// The text of a file; of standard input for `-`. Fails when it is no UTF-8 or larger than a catalogue file may be.
pub fn read_text(path: &Path) -> Result<String, Why> {
    let mut bytes = vec![];
    if path == Path::new("-") {
        io::stdin().take(MAX_CATALOG_BYTES + 1).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path)?;
        let size = file.metadata()?.len().min(MAX_CATALOG_BYTES);
        bytes.reserve(usize::try_from(size).unwrap_or_default() + 1);
        file.take(MAX_CATALOG_BYTES + 1).read_to_end(&mut bytes)?;
    }
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_CATALOG_BYTES {
        return Err(ReadError::TooBig { bytes: size }.into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        ReadError::NotUtf8 { line: before.split(|b| *b == b'\n').count() }.into()
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::catalog::library::Library;

    #[test]
    fn the_catalogue_folder_reads_as_the_one_in_the_program() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
        let found = read_catalog(&dir).unwrap();
        assert!(found.unreadable.is_empty());
        assert_eq!(Library::read(&found.files).offers, Library::builtin().offers);
    }

    #[test]
    fn a_file_that_is_no_text_is_named_with_its_line_and_the_others_are_read() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("offers")).unwrap();
        fs::write(dir.path().join("offers/a.ron"), b"[\n// bl\xe5\n]").unwrap();
        fs::write(dir.path().join("offers/b.ron"), "[]").unwrap();
        fs::write(dir.path().join("offers/.hidden.ron"), "x").unwrap();
        fs::write(dir.path().join("README.md"), "x").unwrap();
        let found = read_catalog(dir.path()).unwrap();
        assert_eq!(found.files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["offers/b.ron"]);
        assert_eq!(found.unreadable[0].to_string(), "offers/a.ron: line 2 is not UTF-8");
    }

    #[test]
    fn a_folder_here_goes_before_that_of_the_user() {
        let here = tempfile::tempdir().unwrap();
        assert_ne!(sessions(here.path()), Some(here.path().join("sessions")));
        assert_eq!(catalog(here.path()), own_catalog().filter(|own| own.is_dir()));
        fs::create_dir(here.path().join("sessions")).unwrap();
        fs::create_dir(here.path().join("catalog")).unwrap();
        assert_eq!(sessions(here.path()), Some(here.path().join("sessions")));
        assert_eq!(catalog(here.path()), Some(here.path().join("catalog")));
    }
}
