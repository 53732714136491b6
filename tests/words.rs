//! Statements about the words: every one the code names is there in both languages, and none is there for nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use fluent_bundle::{FluentBundle, FluentResource};
use opstart::app::command::{Command, Context};
use opstart::app::msg::SaveTrouble;
use opstart::domain::choices::{Status, Tick};
use opstart::domain::dates;
use opstart::domain::record::{Choice, Field, Kind, Sort};
use opstart::domain::steps::Step;
use opstart::keys::table::{BINDINGS, WITHOUT_KEY};
use opstart::text::{Lang, Text, Word, w};

/// The width a label has beside its field on a screen of 80 columns.
const LABEL_CHARACTERS: usize = 28;
/// Two lines of a narrow screen.
const HINT_CHARACTERS: usize = 110;
const LANGS: [Lang; 2] = [Lang::Da, Lang::En];

/// What stands in the files about one word.
#[derive(Debug, Default, PartialEq, Eq)]
struct Entry {
    arguments: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

fn name_at(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The words of a language, read line by line: a name at the start of a line, everything after it belongs to it.
fn entries(lang: Lang) -> BTreeMap<String, Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut current = String::new();
    for line in lang.files().iter().flat_map(|(_, text)| text.lines()).filter(|l| !l.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            name_at(line).clone_into(&mut current);
            entries.entry(current.clone()).or_default();
        }
        let Some(entry) = entries.get_mut(&current) else { continue };
        if let Some(attribute) = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' ')) {
            entry.attributes.insert(name_at(attribute).to_owned());
        }
        entry.arguments.extend(line.match_indices('$').map(|(at, _)| name_at(&line[at + 1..]).to_owned()));
    }
    entries
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && path.file_name().is_some_and(|n| n != "tests.rs") {
            found.push(path);
        }
    }
}

/// The code of a file, without comments and tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// All code of the program.
fn all_code() -> String {
    let mut files = vec![];
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.iter().map(|f| code(f)).collect::<Vec<_>>().join("\n")
}

/// Where `w("…")` or `.word("…")` stands: the word, what stands before it and what after.
fn named(code: &str) -> Vec<(&str, &str, &str)> {
    let places = ["w(\"", "word(\""].into_iter().flat_map(|opening| code.match_indices(opening));
    places
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, opening)| {
            let rest = &code[at + opening.len()..];
            let (key, after) = rest.split_once("\")").unwrap();
            (key, &code[..at], after)
        })
        .collect()
}

/// Literals that begin so, in one file of the program.
fn literals(file: &str, beginning: &str) -> Vec<String> {
    let code = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file));
    let opening = format!("\"{beginning}");
    let literal = |(at, _): (usize, &str)| code[at + 1..].split('"').next().unwrap_or_default().to_owned();
    code.match_indices(&opening).map(literal).filter(|l| l != beginning).collect()
}

fn fields() -> impl Iterator<Item = &'static Field> {
    Sort::ALL.iter().flat_map(|sort| sort.fields())
}

fn commands() -> BTreeSet<&'static str> {
    let bound = BINDINGS.iter().map(|b| b.command);
    bound.chain(WITHOUT_KEY.iter().copied()).map(Command::word).collect()
}

fn troubles() -> impl Iterator<Item = SaveTrouble> {
    use SaveTrouble::{DiskFull, NoAnswer, NoFolder, NoShare, NoVault, NotAllowed, Other};
    [DiskFull, NoFolder, NotAllowed, NoVault, NoShare, NoAnswer, Other].into_iter()
}

/// Words the tables of the program name.
fn tables() -> BTreeSet<String> {
    let mut words: BTreeSet<&str> = commands();
    for field in fields() {
        words.insert(field.word);
        if let Kind::Choice(choices, _) | Kind::Many(choices) = field.kind {
            words.extend(choices);
        }
    }
    words.extend(Status::WORDS.iter().chain(Step::WORDS).chain(Tick::WORDS));
    words.extend(Context::ALL.iter().map(|c| c.word()));
    words.extend(BINDINGS.iter().map(|b| b.short).filter(|s| !s.is_empty()));
    words.extend(troubles().map(SaveTrouble::word));
    let mut words: BTreeSet<String> = words.into_iter().map(str::to_owned).collect();
    words.extend(literals("app/command.rs", "do-"));
    words.extend(literals("domain/problems.rs", "gap-"));
    words.extend(literals("domain/problems.rs", "advice-"));
    words
}

/// Every word the program can ask for: by name, in a table with a column `word`, or in one of the tables above.
fn used() -> BTreeSet<String> {
    let code = all_code();
    let column = "word: \"";
    let rows = code.match_indices(column).filter_map(|(at, _)| code[at + column.len()..].split('"').next());
    rows.chain(named(&code).into_iter().map(|(key, ..)| key)).map(str::to_owned).chain(tables()).collect()
}

#[test]
fn every_word_the_code_names_is_there_in_both_languages() {
    let used = used();
    for lang in LANGS {
        let there: BTreeSet<String> = entries(lang).into_keys().collect();
        let missing: Vec<_> = used.difference(&there).collect();
        assert!(missing.is_empty(), "{lang:?} lacks {missing:?}");
    }
}

#[test]
fn every_word_in_the_files_is_used() {
    let used = used();
    let there: BTreeSet<String> = entries(Lang::Da).into_keys().collect();
    let unused: Vec<_> = there.difference(&used).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn danish_and_english_have_the_same_words_hints_and_arguments() {
    let (da, en) = (entries(Lang::Da), entries(Lang::En));
    let keys = |of: &BTreeMap<String, Entry>| of.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&da), keys(&en));
    for (key, entry) in &da {
        assert_eq!(entry, &en[key], "{key}");
    }
}

#[test]
fn the_files_parse_and_no_word_stands_twice() {
    for lang in LANGS {
        let mut bundle = FluentBundle::new(vec![]);
        for (name, text) in lang.files() {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, mistakes)| panic!("{lang:?} {name}: {mistakes:?}"));
            bundle.add_resource(resource).unwrap_or_else(|twice| panic!("{lang:?} {name}: {twice:?}"));
        }
    }
}

/// The names in `("name", value)` up to the bracket that ends the list.
fn arguments(list: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let end = list.find(|c: char| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth < 0
    });
    let list = &list[..end.unwrap_or(list.len())];
    list.match_indices("(\"")
        .map(|(at, _)| &list[at + 2..])
        .filter(|rest| rest[name_at(rest).len()..].starts_with("\","))
        .map(|rest| name_at(rest).to_owned())
        .collect()
}

#[test]
fn sentences_name_only_what_the_code_gives_them() {
    let code = all_code();
    let files = entries(Lang::Da);
    let mut checked = 0;
    for (key, before, after) in named(&code) {
        let rest = after.trim_start().strip_prefix(',').map(str::trim_start);
        let given = if let Some(list) = rest.and_then(|r| r.strip_prefix("&[")) {
            arguments(list)
        } else if before.ends_with("get(") || before.ends_with("say_word(") || before.ends_with(".t(") {
            BTreeSet::new()
        } else {
            continue;
        };
        checked += 1;
        let wanted = &files[key].arguments;
        assert!(wanted.is_subset(&given), "{key} names {wanted:?} and is given {given:?}");
    }
    assert!(checked > 50, "only {checked} calls were understood");
}

#[test]
fn labels_of_fields_are_short_enough_to_stand_beside_them() {
    for lang in LANGS {
        let text = Text::new(lang, None);
        for field in fields() {
            let label = text.get(Word(field.word));
            assert!(label.chars().count() <= LABEL_CHARACTERS, "{lang:?} {}: {label}", field.word);
        }
    }
}

#[test]
fn every_field_and_every_command_is_explained_in_whole_sentences() {
    for lang in LANGS {
        let text = Text::new(lang, None);
        for word in fields().map(|f| f.word).chain(commands()) {
            let hint = text.hint(Word(word)).unwrap_or_else(|| panic!("{lang:?} {word} has no hint"));
            assert!(hint.ends_with(['.', '?']), "{lang:?} {word}: {hint}");
            assert!(hint.chars().count() <= HINT_CHARACTERS, "{lang:?} {word}: {hint}");
        }
    }
}

#[test]
fn footer_words_are_one_or_two() {
    for lang in LANGS {
        let text = Text::new(lang, None);
        for word in BINDINGS.iter().map(|b| b.short).filter(|s| !s.is_empty()) {
            let short = text.get(Word(word));
            assert!(short.split_whitespace().count() <= 2, "{lang:?} {word}: {short}");
        }
    }
}

#[test]
fn commands_that_can_be_chosen_from_a_list_have_names_of_their_own() {
    for lang in LANGS {
        let text = Text::new(lang, None);
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for word in commands() {
            if let Some(other) = names.insert(text.get(Word(word)), word) {
                panic!("{lang:?}: {word} and {other} are called the same");
            }
        }
    }
}

#[test]
fn no_word_is_left_to_be_written() {
    for (name, text) in LANGS.into_iter().flat_map(Lang::files) {
        for mark in ["TODO", "FIXME", "XXX", "???"] {
            assert!(!text.contains(mark), "{name}: {mark}");
        }
    }
}

/// What a hint gives as examples: "for eksempel 14/3, i morgen eller om 2 uger".
fn examples(lang: Lang, hint: &str) -> Vec<String> {
    let (opening, or) = match lang {
        Lang::Da => ("for eksempel ", " eller "),
        Lang::En => ("for example ", " or "),
    };
    let Some((_, list)) = hint.split_once(opening) else { return vec![] };
    list.trim_end_matches('.').split(or).flat_map(|part| part.split(", ")).map(str::to_owned).collect()
}

#[test]
fn examples_of_days_and_times_are_understood_when_typed() {
    let today = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    for lang in LANGS {
        let text = Text::new(lang, None);
        for field in fields().filter(|f| matches!(f.kind, Kind::Date(_) | Kind::Time)) {
            let examples = examples(lang, &text.hint(Word(field.word)).unwrap());
            assert!(!examples.is_empty(), "{lang:?} {} has no example", field.word);
            for example in examples {
                let understood = match field.kind {
                    Kind::Date(lean) => dates::parse_date(&example, today, lean).is_some(),
                    _ => dates::parse_time(&example).is_some(),
                };
                assert!(understood, "{lang:?} {}: {example}", field.word);
            }
        }
    }
}

/// In a window of 60 columns, with room for the program's name.
#[test]
fn that_something_is_not_saved_is_read_whole_in_the_narrowest_window() {
    for lang in LANGS {
        let text = Text::new(lang, None);
        for trouble in troubles() {
            let cause = text.get(Word(trouble.word()));
            let said = text.fmt(w("save-failed"), &[("cause", cause.into())]);
            assert!(said.chars().count() <= 60, "{said}");
        }
    }
}
