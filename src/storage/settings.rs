//! Settings (*indstillinger*): the user's `settings.ron` over what `municipality.ron` says for everyone, which may lock a
//! value. What is said for one run, on the command line or in the environment, goes before both.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::folders;
use super::format::{self, MAX_BYTES, ReadError};
use crate::domain::template::{Municipality, Preset};

/// One row of the table of settings.
#[derive(Debug)]
pub struct Setting {
    /// Name in the files, and of the flag on the command line.
    pub name: &'static str,
    /// Values it can have.
    pub takes: Takes,
    /// Key of the sentence that says what it means.
    pub word: &'static str,
    get: fn(&Preset) -> Option<String>,
}

/// Values a setting can have, with the one it has when nobody says anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One of these; the first is the default.
    OneOf(&'static [&'static str]),
    /// A folder; [`folders`] works out the default.
    Folder,
    /// A whole number up to `most`.
    Number {
        /// The largest.
        most: u32,
        /// When nobody says anything.
        default: u32,
    },
}

/// All settings.
pub const SETTINGS: [Setting; 6] = [
    Setting {
        name: "language",
        takes: Takes::OneOf(&["da", "en"]),
        word: "setting-language",
        get: |p| p.language.clone(),
    },
    Setting {
        name: "color",
        takes: Takes::OneOf(&["auto", "always", "never"]),
        word: "setting-color",
        get: |p| p.color.clone(),
    },
    Setting { name: "sessions", takes: Takes::Folder, word: "setting-sessions", get: |p| p.sessions.clone() },
    CATALOG,
    Setting {
        name: "idle_minutes",
        takes: Takes::Number { most: 480, default: 10 },
        word: "setting-idle_minutes",
        get: |p| p.idle_minutes.map(|minutes| minutes.to_string()),
    },
    Setting {
        name: "retention_days",
        takes: Takes::Number { most: 3650, default: 30 },
        word: "setting-retention_days",
        get: |p| p.retention_days.map(|days| days.to_string()),
    },
];

const CATALOG: Setting =
    Setting { name: "catalog", takes: Takes::Folder, word: "setting-catalog", get: |p| p.catalog.clone() };

/// Where a value comes from, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The program's own.
    Default,
    /// A folder found where the program was started.
    Here,
    /// `municipality.ron`.
    Municipality,
    /// The user's `settings.ron`.
    User,
    /// `municipality.ron`, locked: the user's own value does not count.
    Locked,
    /// A variable of the environment.
    Environment,
    /// The command line.
    CommandLine,
}

/// A setting with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Which.
    pub setting: &'static Setting,
    /// Its value; empty for the catalogue = the one in the program.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A mistake in a settings file; what it is about counts as not said.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub path: PathBuf,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong in a settings file.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The system does not let us read it. What it says.
    Io(String),
    /// It cannot be read.
    Read(ReadError),
    /// There is no such setting.
    UnknownSetting(String),
    /// A setting with a value it cannot have.
    Value {
        /// Name of the setting.
        setting: &'static str,
        /// What stands there.
        value: String,
    },
}

/// What is said for this run: name, value and whether on the command line or in the environment.
pub type Given = Vec<(&'static str, String, Origin)>;

/// All settings as they hold now.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Every setting, in the order of the table.
    pub values: Vec<Value>,
    /// Mistakes in the files.
    pub mistakes: Vec<Mistake>,
}

impl Settings {
    /// Reads the files and settles every value. `here` is the folder the program was started in.
    pub fn read(given: &Given, here: &Path) -> Self {
        Self::read_from(given, here, folders::settings_file().as_deref())
    }

    fn read_from(given: &Given, here: &Path, file: Option<&Path>) -> Self {
        let mut mistakes = vec![];
        let user: Preset = file.map(|file| load(file, &mut mistakes)).unwrap_or_default();
        // The catalogue first: the municipality's own file lies in it.
        let catalog = settle(&CATALOG, given, &user, &Preset::default(), here);
        let theirs = (!catalog.value.is_empty()).then(|| Path::new(&catalog.value).join("municipality.ron"));
        // What is wrong in it is told by those who read the catalogue.
        let municipality: Municipality = theirs.as_deref().map(|file| load(file, &mut vec![])).unwrap_or_default();
        for (preset, path) in [(&user, file), (&municipality.settings, theirs.as_deref())] {
            mistakes.extend(path.into_iter().flat_map(|path| wrong_values(preset, path)));
        }
        let preset = municipality.settings;
        Self { values: SETTINGS.iter().map(|setting| settle(setting, given, &user, &preset, here)).collect(), mistakes }
    }

    /// Mistakes in a settings file.
    pub fn check_file(path: &Path) -> Vec<Mistake> {
        let mut mistakes = vec![];
        let preset: Preset = load(path, &mut mistakes);
        mistakes.extend(wrong_values(&preset, path));
        mistakes
    }

    /// The value of the setting with that name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|v| v.setting.name == name).map_or("", |v| &v.value)
    }
    /// The value of a setting that is a number; 0 when there is none.
    pub fn number(&self, name: &str) -> u32 {
        self.get(name).parse().unwrap_or(0)
    }
    /// Folder of the sessions.
    pub fn sessions(&self) -> PathBuf {
        self.get("sessions").into()
    }
    /// Folder of the catalogue; `None` = the one in the program.
    pub fn catalog(&self) -> Option<PathBuf> {
        Some(self.get("catalog")).filter(|path| !path.is_empty()).map(PathBuf::from)
    }
}

/// The value from the strongest that says one.
fn settle(setting: &'static Setting, given: &Given, user: &Preset, municipality: &Preset, here: &Path) -> Value {
    let (value, origin) = given
        .iter()
        .find(|(name, ..)| *name == setting.name)
        .map(|(_, value, origin)| (value.clone(), *origin))
        .or_else(|| {
            let locked = municipality.locked.iter().any(|name| name == setting.name);
            let theirs = setting.said_in(municipality);
            let own = setting.said_in(user).map(|value| (value, Origin::User));
            let order = if locked {
                [theirs.map(|value| (value, Origin::Locked)), own]
            } else {
                [own, theirs.map(|value| (value, Origin::Municipality))]
            };
            order.into_iter().flatten().next()
        })
        .unwrap_or_else(|| default(setting, here));
    Value { setting, value, origin }
}

fn default(setting: &Setting, here: &Path) -> (String, Origin) {
    let path = |path: Option<PathBuf>| path.map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
    match setting.name {
        "sessions" => {
            let folder = folders::sessions(here);
            let local = folder == Some(here.join("sessions"));
            (path(folder), if local { Origin::Here } else { Origin::Default })
        }
        "catalog" => {
            let folder = folders::catalog(here);
            let origin = if folder.is_some() { Origin::Here } else { Origin::Default };
            (path(folder), origin)
        }
        _ => (setting.takes.default(), Origin::Default),
    }
}

impl PartialEq for Setting {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Setting {}

impl Setting {
    /// The value said there, if it is one the setting can have.
    fn said_in(&self, preset: &Preset) -> Option<String> {
        (self.get)(preset).filter(|value| self.takes.value(value))
    }
}

impl Takes {
    /// True for a value the setting can have.
    pub fn value(self, value: &str) -> bool {
        match self {
            Self::OneOf(values) => values.contains(&value),
            Self::Folder => !value.trim().is_empty(),
            Self::Number { most, .. } => value.parse::<u32>().is_ok_and(|number| number <= most),
        }
    }

    fn default(self) -> String {
        match self {
            Self::OneOf(values) => values.first().copied().unwrap_or_default().to_owned(),
            Self::Folder => String::new(),
            Self::Number { default, .. } => default.to_string(),
        }
    }

    /// What can stand there, for people; empty for a folder.
    pub fn range(self) -> String {
        match self {
            Self::OneOf(values) => values.join(", "),
            Self::Folder => String::new(),
            Self::Number { most, .. } => format!("0–{most}"),
        }
    }
}

fn wrong_values(preset: &Preset, path: &Path) -> Vec<Mistake> {
    let values = SETTINGS.iter().filter_map(|setting| {
        let value = (setting.get)(preset).filter(|value| !setting.takes.value(value))?;
        Some(Wrong::Value { setting: setting.name, value })
    });
    let locks = preset.locked.iter().filter(|name| SETTINGS.iter().all(|s| s.name != name.as_str()));
    let wrong = values.chain(locks.map(|name| Wrong::UnknownSetting(name.clone())));
    wrong.map(|what| Mistake { path: path.to_owned(), what }).collect()
}

/// What is in the file; the default of the type where it is not there or cannot be read.
fn load<T: Default + DeserializeOwned>(path: &Path, mistakes: &mut Vec<Mistake>) -> T {
    let mut mistake = |what| mistakes.push(Mistake { path: path.to_owned(), what });
    match bytes(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => T::default(),
        Err(error) => {
            mistake(Wrong::Io(error.to_string()));
            T::default()
        }
        Ok(bytes) => match format::decode_plain(&bytes) {
            Ok((value, unknown)) => {
                for name in unknown {
                    mistake(Wrong::UnknownSetting(name));
                }
                value
            }
            Err(error) => {
                mistake(Wrong::Read(error));
                T::default()
            }
        },
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let size = fs::metadata(path)?.len();
    if size > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "the file is too big"));
    }
    fs::read(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    struct Place {
        dir: tempfile::TempDir,
        file: PathBuf,
    }

    /// A folder with the two files.
    fn place(user: &str, municipality: &str) -> Place {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("settings.ron");
        fs::write(&file, user).unwrap();
        fs::create_dir(dir.path().join("catalog")).unwrap();
        fs::write(dir.path().join("catalog/municipality.ron"), municipality).unwrap();
        Place { dir, file }
    }

    fn read(place: &Place, given: &Given) -> Settings {
        Settings::read_from(given, place.dir.path(), Some(&place.file))
    }

    fn language(settings: &Settings) -> (&str, Origin) {
        (&settings.values[0].value, settings.values[0].origin)
    }

    #[test]
    fn the_users_own_value_goes_before_the_municipalitys() {
        let place = place("(language: \"en\")", "(settings: (language: \"da\", color: \"never\"))");
        let settings = read(&place, &vec![]);
        assert_eq!(language(&settings), ("en", Origin::User));
        assert_eq!((settings.get("color"), settings.values[1].origin), ("never", Origin::Municipality));
        assert_eq!(settings.mistakes, []);
    }

    #[test]
    fn a_locked_value_of_the_municipality_goes_before_the_users_own() {
        let place =
            place("(language: \"en\")", "(settings: (language: \"da\", locked: [\"language\"]), departments: [])");
        assert_eq!(language(&read(&place, &vec![])), ("da", Origin::Locked));
    }

    #[test]
    fn the_command_line_goes_before_everything() {
        let place = place("(language: \"da\")", "(settings: (language: \"da\", locked: [\"language\"]))");
        let given = vec![("language", String::from("en"), Origin::CommandLine)];
        assert_eq!(language(&read(&place, &given)), ("en", Origin::CommandLine));
    }

    #[test]
    fn a_file_that_is_not_there_is_no_mistake() {
        let mut place = place("", "()");
        place.file = place.dir.path().join("none.ron");
        let settings = read(&place, &vec![]);
        assert_eq!(settings.mistakes, []);
        assert_eq!(language(&settings), ("da", Origin::Default));
    }

    #[test]
    fn a_damaged_file_is_named_with_its_place_and_the_defaults_hold() {
        let place = place("(\n  language \"en\",\n)", "()");
        let settings = read(&place, &vec![]);
        assert_eq!(language(&settings), ("da", Origin::Default));
        assert!(matches!(
            &settings.mistakes[..],
            [Mistake { what: Wrong::Read(ReadError::Damaged { line: 2, .. }), .. }]
        ));
    }

    #[test]
    fn a_value_a_setting_cannot_have_counts_as_not_said() {
        let place = place("(color: \"pink\", size: 3)", "()");
        let settings = read(&place, &vec![]);
        assert_eq!(settings.get("color"), "auto");
        let what: Vec<_> = settings.mistakes.iter().map(|m| &m.what).collect();
        let pink = Wrong::Value { setting: "color", value: String::from("pink") };
        assert_eq!(what, [&Wrong::UnknownSetting(String::from("size")), &pink]);
    }

    #[test]
    fn a_number_has_a_default_and_an_upper_limit() {
        assert_eq!(read(&place("()", "()"), &vec![]).number("idle_minutes"), 10);
        assert_eq!(read(&place("(idle_minutes: 0)", "()"), &vec![]).number("idle_minutes"), 0);
        let settings = read(&place("(idle_minutes: 5000)", "()"), &vec![]);
        assert_eq!((settings.number("idle_minutes"), settings.mistakes.len()), (10, 1));
    }

    #[test]
    fn a_folder_in_the_settings_goes_before_one_found_here() {
        let place = place("(catalog: \"/elsewhere\")", "()");
        let settings = read(&place, &vec![]);
        assert_eq!(settings.catalog(), Some(PathBuf::from("/elsewhere")));
    }
}
