//! The command line: what can be written, in which language it is explained, and what is said when it is wrong.
//!
//! The definitions have English names with Danish ones beside them; every sentence comes from the words of the chosen
//! language, because clap itself speaks English only.

mod mistake;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use mistake::Wrong;

use crate::storage::settings::{Given, Origin, SETTINGS};
use crate::text::Text;

/// All that can be written after `opstart`.
#[derive(Debug, Parser)]
#[command(
    name = "opstart",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// Valid for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; nothing = the home screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Valid for every command.
#[derive(Debug, Default, Args)]
pub struct Global {
    /// Folder of the sessions.
    #[arg(long, global = true)]
    pub sessions: Option<PathBuf>,
    /// Folder of the catalogue.
    #[arg(long, global = true)]
    pub catalog: Option<PathBuf>,
    /// Language.
    #[arg(long, global = true, value_parser = ["da", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// Colours.
    #[arg(long, global = true, value_parser = ["auto", "always", "never"], hide_possible_values = true)]
    pub color: Option<String>,
    #[arg(short = 'h', long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A new session.
    #[command(alias = "ny")]
    New(New),
    /// Opens a session.
    #[command(alias = "åbn")]
    Open {
        /// File, id or the beginning of either.
        session: String,
    },
    /// The citizen screen of a session.
    #[command(alias = "vis")]
    Show {
        /// File, id or the beginning of either.
        session: String,
    },
    /// The training case, or many fictitious sessions.
    Demo(Demo),
    /// Lists sessions.
    #[command(alias = "liste")]
    List(List),
    /// A document about a session.
    #[command(alias = "udskriv")]
    Export(Export),
    /// Deletes a session.
    #[command(alias = "slet")]
    Delete(Delete),
    /// Encryption of the folder of sessions.
    #[command(alias = "boks")]
    Vault {
        /// What to do with it.
        #[command(subcommand)]
        command: VaultCommand,
    },
    /// Earlier versions of a session.
    #[command(alias = "historik")]
    History(History),
    /// Brings an earlier version back.
    #[command(alias = "gendan")]
    Restore(Restore),
    /// Tests sessions, catalogue and settings.
    #[command(alias = "tjek")]
    Check {
        /// Files and folders; none = all that this program would use.
        paths: Vec<PathBuf>,
    },
    /// The catalogue of offers.
    #[command(alias = "katalog")]
    Catalog {
        /// What to do with it; nothing = browse it on the screen.
        #[command(subcommand)]
        command: Option<CatalogCommand>,
    },
    /// Prints the keys.
    #[command(alias = "taster")]
    Keys {
        /// As the page in `docs`.
        #[arg(long)]
        markdown: bool,
    },
    /// Prints the settings.
    #[command(alias = "indstillinger")]
    Settings,
}

/// `opstart new`.
#[derive(Debug, Args)]
pub struct New {
    /// Which template.
    #[arg(long, value_enum, default_value = "adult", hide_possible_values = true, hide_default_value = true)]
    pub template: Template,
    /// The citizen's reference.
    #[arg(long)]
    pub reference: Option<String>,
    /// Only makes the file and prints its path.
    #[arg(long)]
    pub no_open: bool,
}

/// A group of citizens with a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Template {
    /// Adults.
    Adult,
    /// Young people.
    Youth,
    /// Families.
    Family,
}

/// `opstart demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// How many sessions to write into the folder.
    #[arg(long, requires = "dir")]
    pub many: Option<u32>,
    /// The folder.
    #[arg(requires = "many")]
    pub dir: Option<PathBuf>,
}

/// `opstart list`.
#[derive(Debug, Args)]
pub struct List {
    /// Only those to be followed up now.
    #[arg(long)]
    pub due: bool,
    /// Fictitious sessions among those due, too.
    #[arg(long)]
    pub fictitious: bool,
    /// How to print.
    #[command(flatten)]
    pub format: FormatArg,
}

/// `opstart history`.
#[derive(Debug, Args)]
pub struct History {
    /// File, id or the beginning of either.
    pub session: String,
    /// How to print.
    #[command(flatten)]
    pub format: FormatArg,
}

/// `opstart restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// File, id or the beginning of either.
    pub session: String,
    /// Number of the version as `history` lists it.
    pub version: usize,
    /// Where to write it, in place of the session's own file.
    #[arg(short = 'o', long)]
    pub output: Option<PathBuf>,
}

/// `opstart export`.
#[derive(Debug, Args)]
pub struct Export {
    /// File, id or the beginning of either.
    pub session: String,
    /// Which document.
    #[arg(long = "as", value_enum, hide_possible_values = true)]
    pub kind: ExportKind,
    /// In which form.
    #[arg(long, value_enum, default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub format: ExportForm,
    /// The file to write; none = standard output.
    #[arg(short = 'o', long)]
    pub output: Option<PathBuf>,
}

/// Documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportKind {
    /// Everything about the same reference.
    Insight,
    /// What was agreed, as sentences.
    Readback,
    /// The session as data.
    Json,
}

impl ExportKind {
    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Insight => "insight",
            Self::Readback => "readback",
            Self::Json => "json",
        }
    }
}

/// Forms of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// Lines.
    Text,
    /// Markdown.
    Markdown,
}

/// `opstart vault …`.
#[derive(Debug, Subcommand)]
pub enum VaultCommand {
    /// Turns encryption on.
    Init,
    /// Prints one's own public key, which is made where there is none.
    #[command(alias = "nøgle")]
    Key,
    /// Lets a colleague read and write.
    #[command(alias = "tilføj")]
    Add {
        /// Who.
        name: String,
        /// Their public key.
        key: String,
    },
    /// Shuts a colleague out.
    #[command(alias = "fjern")]
    Remove {
        /// Name or public key.
        name: String,
    },
    /// Encrypts everything anew, after it was cut short.
    #[command(alias = "forny")]
    Renew,
    /// Turns encryption off.
    #[command(alias = "fra")]
    Off {
        /// Does it; without this it is only told what would happen.
        #[arg(long)]
        yes: bool,
    },
    /// Who can read, and which files are encrypted.
    Status,
}

/// `opstart delete`.
#[derive(Debug, Args)]
pub struct Delete {
    /// File, id or the beginning of either.
    pub session: String,
    /// Does it; without this it is only told what would happen.
    #[arg(long)]
    pub yes: bool,
    /// Also when the session was never filed.
    #[arg(long)]
    pub unfiled: bool,
}

/// How to print.
#[derive(Debug, Args)]
pub struct FormatArg {
    /// How to print.
    #[arg(long, value_enum, default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// `opstart catalog …`.
#[derive(Debug, Subcommand)]
pub enum CatalogCommand {
    /// Searches.
    #[command(alias = "søg")]
    Search(Search),
    /// Shows one offer.
    #[command(alias = "vis")]
    Show {
        /// Its id.
        id: String,
        /// How to print.
        #[command(flatten)]
        format: FormatArg,
    },
    /// Lists all offers.
    #[command(alias = "liste")]
    List {
        /// How to print.
        #[command(flatten)]
        format: FormatArg,
    },
    /// Reads another format into a catalogue folder.
    #[command(alias = "indlæs")]
    Import(Import),
    /// Writes the catalogue in another format.
    #[command(alias = "udlæs")]
    Export(CatalogExport),
    /// Tests the catalogue.
    #[command(alias = "tjek")]
    Check {
        /// How to print.
        #[command(flatten)]
        format: FormatArg,
    },
    /// What sessions lacked.
    #[command(alias = "mangler")]
    Missing {
        /// Fictitious sessions, too.
        #[arg(long)]
        fictitious: bool,
        /// How to print.
        #[command(flatten)]
        format: FormatArg,
    },
}

/// `opstart catalog import`.
#[derive(Debug, Args)]
pub struct Import {
    /// What it is.
    #[arg(long, value_enum, hide_possible_values = true)]
    pub from: ImportFormat,
    /// The file, or the folder of a package.
    pub path: PathBuf,
    /// The folder of the catalogue.
    #[arg(long)]
    pub into: PathBuf,
    /// How to print.
    #[command(flatten)]
    pub format: FormatArg,
}

/// A format a catalogue is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// A plain table.
    Csv,
    /// HSDS.
    Hsds,
    /// Open Referral UK.
    Oruk,
}

/// `opstart catalog export`.
#[derive(Debug, Args)]
pub struct CatalogExport {
    /// What it becomes.
    #[arg(long = "as", value_enum, hide_possible_values = true)]
    pub format: ExportFormat,
    /// The file, or the folder of a package.
    pub path: PathBuf,
}

/// A format a catalogue is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A plain table.
    Csv,
    /// An HSDS 3.0 package.
    Hsds,
}

/// `opstart catalog search`.
#[derive(Debug, Args)]
pub struct Search {
    /// The words to search for.
    pub query: Vec<String>,
    /// A file with one query per line; `-` = standard input.
    #[arg(long, conflicts_with = "query")]
    pub queries: Option<PathBuf>,
    /// Most hits to print for a query.
    #[arg(long, default_value_t = 10, hide_default_value = true)]
    pub limit: usize,
    /// How to print.
    #[command(flatten)]
    pub format: FormatArg,
}

impl Cli {
    /// Reads the command line. Help and version come back as [`Wrong`] with exit code 0.
    pub fn read(args: impl IntoIterator<Item = OsString>, text: &Text) -> Result<Self, Wrong> {
        let mut command = words::explained(Cli::command(), text);
        let read = command.try_get_matches_from_mut(args).and_then(|matches| Self::from_arg_matches(&matches));
        read.map_err(|error| mistake::told(&error, text))
    }

    /// What is said for this run, by the command line or by variables of the environment; an empty variable says nothing.
    pub fn given(&self, variable: &dyn Fn(&str) -> Option<String>) -> Given {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|p| p.to_string_lossy().into_owned());
        let Global { sessions, catalog, lang, color, help: _ } = &self.global;
        let flags = [
            ("language", lang.clone()),
            ("color", color.clone()),
            ("sessions", path(sessions)),
            ("catalog", path(catalog)),
        ];
        let mut given: Given =
            flags.into_iter().filter_map(|(name, value)| Some((name, value?, Origin::CommandLine))).collect();
        given.extend(from_environment(variable));
        given
    }
}

/// The variables that stand for a flag.
const VARIABLES: [(&str, &str); 3] =
    [("language", "OPSTART_LANG"), ("sessions", "OPSTART_SESSIONS"), ("catalog", "OPSTART_CATALOG")];

/// What the environment says. A value that a setting cannot have is passed over: the variable may be meant for others.
pub fn from_environment(variable: &dyn Fn(&str) -> Option<String>) -> Given {
    let said = VARIABLES.iter().filter_map(|(name, variable_name)| {
        let value = variable(variable_name).filter(|value| !value.is_empty())?;
        let setting = SETTINGS.iter().find(|s| s.name == *name)?;
        setting.takes.value(&value).then_some((*name, value, Origin::Environment))
    });
    said.collect()
}

/// The language asked for on the command line, found before it is read, so that a mistake is told in that language.
pub fn language_in(args: &[OsString]) -> Option<String> {
    let words: Vec<&str> = args.iter().map_while(|arg| arg.to_str().filter(|arg| *arg != "--")).collect();
    words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(at + 1).map(|next| (*next).to_owned()),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;
    use crate::text::Lang;

    fn read(line: &str) -> Result<Cli, Wrong> {
        Cli::read(line.split(' ').map(OsString::from), &Text::new(Lang::Da, None))
    }

    #[test]
    fn the_definitions_hold_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_danish_name_means_the_english_one() {
        for line in [
            "opstart ny",
            "opstart åbn x",
            "opstart vis x",
            "opstart liste",
            "opstart historik x",
            "opstart gendan x 1",
            "opstart tjek",
            "opstart taster",
            "opstart indstillinger",
            "opstart katalog søg x",
            "opstart katalog indlæs --from csv x --into y",
            "opstart katalog udlæs --as csv x",
            "opstart katalog tjek",
            "opstart katalog mangler",
        ] {
            assert!(read(line).is_ok(), "{line}");
        }
    }

    #[test]
    fn the_flags_of_all_commands_may_stand_before_or_after_the_command() {
        for line in ["opstart --sessions /x list", "opstart list --sessions /x"] {
            assert_eq!(read(line).unwrap().global.sessions, Some(PathBuf::from("/x")), "{line}");
        }
    }

    #[test]
    fn the_language_of_a_mistake_is_found_before_the_mistake() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language_in(&args("opstart lits --lang en")).as_deref(), Some("en"));
        assert_eq!(language_in(&args("opstart --lang=en lits")).as_deref(), Some("en"));
        assert_eq!(language_in(&args("opstart new --reference en")), None);
    }

    #[test]
    fn an_empty_variable_says_nothing() {
        let given = from_environment(&|name| (name == "OPSTART_SESSIONS").then(String::new));
        assert_eq!(given, []);
    }

    #[test]
    fn a_flag_goes_before_a_variable() {
        let cli = read("opstart --lang en").unwrap();
        let given = cli.given(&|name| (name == "OPSTART_LANG").then(|| String::from("da")));
        assert_eq!(given.first(), Some(&("language", String::from("en"), Origin::CommandLine)));
    }

    #[test]
    fn no_english_is_left_in_the_danish_help() {
        let mut open = vec![words::explained(Cli::command(), &Text::new(Lang::Da, None))];
        while let Some(mut command) = open.pop() {
            let help = command.render_long_help().to_string();
            for english in
                ["Usage", "Options", "Commands", "Print", "default", "possible", "aliases", "cli-", "OPTIONS", "env:"]
            {
                assert!(!help.contains(english), "{english} in:\n{help}");
            }
            open.extend(command.get_subcommands().cloned());
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            let mut open = vec![words::explained(Cli::command(), &Text::new(lang, None))];
            while let Some(command) = open.pop() {
                assert!(command.get_about().is_some_and(|about| !about.to_string().starts_with("cli-")), "{command}");
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty() && !help.starts_with("cli-"), "{command} {}", arg.get_id());
                }
                open.extend(command.get_subcommands().cloned());
            }
        }
    }
}
