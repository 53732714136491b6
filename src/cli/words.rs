//! Help in the chosen language: one table from command or argument to its sentence.

use clap::Command;

use crate::text::{Text, Word, w};

/// Sentences by name of the command, and by name of the argument after a dash. What means the same everywhere stands
/// without a command.
const SENTENCES: &[(&str, Word)] = &[
    ("opstart", w("cli-opstart")),
    ("new", w("cli-new")),
    ("new-template", w("cli-new-template")),
    ("new-reference", w("cli-new-reference")),
    ("new-no_open", w("cli-new-no-open")),
    ("open", w("cli-open")),
    ("show", w("cli-show")),
    ("demo", w("cli-demo")),
    ("demo-many", w("cli-demo-many")),
    ("demo-dir", w("cli-demo-dir")),
    ("list", w("cli-list")),
    ("list-due", w("cli-list-due")),
    ("list-fictitious", w("cli-list-fictitious")),
    ("export", w("cli-export")),
    ("export-kind", w("cli-export-as")),
    ("export-format", w("cli-export-format")),
    ("export-output", w("cli-export-output")),
    ("delete", w("cli-delete")),
    ("delete-yes", w("cli-delete-yes")),
    ("delete-unfiled", w("cli-delete-unfiled")),
    ("vault", w("cli-vault")),
    ("vault init", w("cli-vault-init")),
    ("vault key", w("cli-vault-key")),
    ("vault add", w("cli-vault-add")),
    ("vault add-name", w("cli-vault-name")),
    ("vault add-key", w("cli-vault-add-key")),
    ("vault remove", w("cli-vault-remove")),
    ("vault remove-name", w("cli-vault-remove-name")),
    ("vault renew", w("cli-vault-renew")),
    ("vault off", w("cli-vault-off")),
    ("vault off-yes", w("cli-vault-off-yes")),
    ("vault status", w("cli-vault-status")),
    ("history", w("cli-history")),
    ("restore", w("cli-restore")),
    ("restore-version", w("cli-restore-version")),
    ("restore-output", w("cli-restore-output")),
    ("check", w("cli-check")),
    ("check-paths", w("cli-check-paths")),
    ("catalog", w("cli-catalog")),
    ("catalog search", w("cli-catalog-search")),
    ("catalog search-query", w("cli-catalog-search-query")),
    ("catalog search-queries", w("cli-catalog-search-queries")),
    ("catalog search-limit", w("cli-catalog-search-limit")),
    ("catalog show", w("cli-catalog-show")),
    ("catalog show-id", w("cli-catalog-show-id")),
    ("catalog list", w("cli-catalog-list")),
    ("catalog import", w("cli-catalog-import")),
    ("catalog import-from", w("cli-catalog-import-from")),
    ("catalog import-path", w("cli-catalog-import-path")),
    ("catalog import-into", w("cli-catalog-import-into")),
    ("catalog export", w("cli-catalog-export")),
    ("catalog export-format", w("cli-catalog-export-as")),
    ("catalog export-path", w("cli-catalog-export-path")),
    ("catalog check", w("cli-catalog-check")),
    ("catalog missing", w("cli-catalog-missing")),
    ("catalog missing-fictitious", w("cli-catalog-missing-fictitious")),
    ("keys", w("cli-keys")),
    ("keys-markdown", w("cli-keys-markdown")),
    ("settings", w("cli-settings")),
    ("-session", w("cli-arg-session")),
    ("-format", w("cli-arg-format")),
    ("-sessions", w("cli-arg-sessions")),
    ("-catalog", w("cli-arg-catalog")),
    ("-lang", w("cli-arg-lang")),
    ("-color", w("cli-arg-color")),
    ("-help", w("cli-arg-help")),
    ("-version", w("cli-arg-version")),
];

/// Place in the list of what is valid for every command.
const EVERYWHERE: usize = 100;

/// What stands for a value, by name of the argument.
const VALUES: &[(&str, Word)] = &[
    ("sessions", w("cli-value-dir")),
    ("catalog", w("cli-value-dir")),
    ("dir", w("cli-value-dir")),
    ("lang", w("cli-value-lang")),
    ("color", w("cli-value-color")),
    ("format", w("cli-value-format")),
    ("template", w("cli-value-template")),
    ("reference", w("cli-value-reference")),
    ("many", w("cli-value-number")),
    ("limit", w("cli-value-number")),
    ("queries", w("cli-value-file")),
    ("name", w("cli-value-name")),
    ("key", w("cli-value-key")),
    ("output", w("cli-value-file")),
    ("kind", w("cli-value-document")),
    ("session", w("cli-value-session")),
    ("version", w("cli-value-version")),
    ("paths", w("cli-value-path")),
    ("path", w("cli-value-path")),
    ("into", w("cli-value-dir")),
    ("from", w("cli-value-from")),
    ("query", w("cli-value-query")),
    ("id", w("cli-value-id")),
];

fn find(table: &[(&str, Word)], key: &str) -> Option<Word> {
    table.iter().find(|(name, _)| *name == key).map(|(_, word)| *word)
}

/// The definitions with every sentence in the language of `text`.
pub(super) fn explained(command: Command, text: &Text) -> Command {
    explain(command, "", text)
}

fn explain(command: Command, path: &str, text: &Text) -> Command {
    let usage = usage(&command, path, text);
    let key = if path.is_empty() { "opstart" } else { path };
    let about = find(SENTENCES, key).map(|word| text.get(word)).unwrap_or_default();
    let has = |present: bool, word: Word, part: &str| {
        if present { format!("\n\n{}\n{{{part}}}", text.get(word)) } else { String::new() }
    };
    let template = format!(
        "{{about}}\n\n{} {{usage}}{}{}{}\n",
        text.get(w("cli-heading-usage")),
        has(command.has_subcommands(), w("cli-heading-commands"), "subcommands"),
        has(command.get_positionals().next().is_some(), w("cli-heading-arguments"), "positionals"),
        has(true, w("cli-heading-options"), "options"),
    );
    command
        .about(about)
        .override_usage(usage)
        .help_template(template)
        .mut_args(|arg| {
            let id = arg.get_id().to_string();
            let word = find(SENTENCES, &format!("{path}-{id}")).or_else(|| find(SENTENCES, &format!("-{id}")));
            let arg = match find(VALUES, &id) {
                // The definitions want words that live as long as the program; there are a dozen of them.
                Some(name) => arg.value_name(&*text.get(name).leak()),
                None => arg,
            };
            // What is valid everywhere stands after what belongs to the command.
            let arg = if find(SENTENCES, &format!("-{id}")).is_some() { arg.display_order(EVERYWHERE) } else { arg };
            arg.help(word.map(|word| text.get(word)).unwrap_or_default())
        })
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            explain(sub, &if path.is_empty() { name } else { format!("{path} {name}") }, text)
        })
}

/// How a command is written, in one line.
fn usage(command: &Command, path: &str, text: &Text) -> String {
    let mut words = vec![String::from("opstart")];
    words.extend((!path.is_empty()).then(|| path.to_owned()));
    words.extend(command.has_subcommands().then(|| format!("[{}]", text.get(w("cli-value-command")))));
    for arg in command.get_positionals() {
        let name = find(VALUES, arg.get_id().as_str()).map(|word| text.get(word)).unwrap_or_default();
        let many = if arg.get_num_args().is_some_and(|range| range.max_values() > 1) { " …" } else { "" };
        words.push(if arg.is_required_set() { name } else { format!("[{name}{many}]") });
    }
    for arg in command.get_opts().filter(|arg| arg.is_required_set()) {
        let name = find(VALUES, arg.get_id().as_str()).map(|word| text.get(word)).unwrap_or_default();
        words.push(format!("--{} {name}", arg.get_long().unwrap_or_default()));
    }
    words.push(format!("[{}]", text.get(w("cli-value-options"))));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use crate::text::Lang;

    /// The names of all words in the file, which must be whole.
    fn names(lang: Lang) -> BTreeSet<String> {
        let (_, source) = lang.files().iter().find(|(name, _)| *name == "cli.ftl").unwrap();
        assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "{lang:?}");
        source.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name.to_owned()).collect()
    }

    #[test]
    fn the_words_of_the_command_line_are_whole_and_the_same_in_both_languages() {
        assert_eq!(names(Lang::Da), names(Lang::En));
    }
}
