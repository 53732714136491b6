//! What is said when the command line is wrong: the sentence, and where to look further.

use clap::Error;
use clap::error::{ContextKind as Part, ContextValue, ErrorKind as Kind};

use crate::catalog::clean::clean_line;
use crate::text::{Text, Word, w};

/// A command line that is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What to print: help on standard output when `code` is 0, else a mistake on standard error.
    pub text: String,
    /// Exit code: 0 or 2.
    pub code: u8,
}

/// Sentences by kind of mistake. Each may use `arg`, `value` and `other`.
const SENTENCES: &[(Kind, Word)] = &[
    (Kind::InvalidValue, w("cli-wrong-value")),
    (Kind::ValueValidation, w("cli-wrong-value")),
    (Kind::UnknownArgument, w("cli-wrong-argument")),
    (Kind::InvalidSubcommand, w("cli-wrong-command")),
    (Kind::ArgumentConflict, w("cli-wrong-conflict")),
    (Kind::MissingRequiredArgument, w("cli-wrong-missing")),
    (Kind::TooFewValues, w("cli-wrong-no-value")),
    (Kind::WrongNumberOfValues, w("cli-wrong-no-value")),
    (Kind::NoEquals, w("cli-wrong-no-value")),
    (Kind::TooManyValues, w("cli-wrong-argument")),
    (Kind::InvalidUtf8, w("cli-wrong-utf8")),
];

pub(super) fn told(error: &Error, text: &Text) -> Wrong {
    if matches!(error.kind(), Kind::DisplayHelp | Kind::DisplayVersion) {
        return Wrong { text: error.render().to_string(), code: 0 };
    }
    let part = |part| error.get(part).map(written).filter(|written| !written.is_empty());
    let value = part(Part::InvalidValue);
    let sentence = match SENTENCES.iter().find(|(kind, _)| *kind == error.kind()) {
        Some((Kind::InvalidValue, _)) if value.is_none() => w("cli-wrong-no-value"),
        Some((_, word)) => *word,
        None => w("cli-wrong"),
    };
    let arg = part(Part::InvalidSubcommand).or_else(|| part(Part::InvalidArg)).unwrap_or_default();
    let args = [
        ("arg", arg.into()),
        ("value", value.unwrap_or_default().into()),
        ("other", part(Part::PriorArg).unwrap_or_default().into()),
    ];
    let mut lines = vec![text.fmt(sentence, &args)];
    let meant = [Part::SuggestedSubcommand, Part::SuggestedArg, Part::SuggestedValue];
    let meant = meant.into_iter().find_map(|part| error.get(part)).map(nearest).filter(|meant| !meant.is_empty());
    if let Some(meant) = meant {
        lines.push(text.fmt(w("cli-wrong-meant"), &[("meant", meant.into())]));
    } else if let Some(valid) = part(Part::ValidValue) {
        lines.push(text.fmt(w("cli-wrong-choose"), &[("valid", valid.into())]));
    }
    lines.push(text.get(w("cli-wrong-help")));
    Wrong { text: lines.join("\n"), code: 2 }
}

/// What was written is shown as one harmless line.
fn written(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => clean_line(one),
        ContextValue::Strings(many) => clean_line(&many.join(", ")),
        ContextValue::StyledStr(styled) => clean_line(&styled.to_string()),
        _ => String::new(),
    }
}

/// Of several suggestions the last: they come in order of likeness.
fn nearest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(many) => many.last().map(|last| clean_line(last)).unwrap_or_default(),
        one => written(one),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::ffi::OsString;

    use super::*;
    use crate::cli::Cli;
    use crate::text::Lang;

    fn wrong(line: &str, lang: Lang) -> Wrong {
        Cli::read(line.split(' ').map(OsString::from), &Text::new(lang, None)).unwrap_err()
    }

    #[test]
    fn an_unknown_command_is_told_with_the_one_that_was_meant() {
        let wrong = wrong("opstart lits", Lang::Da);
        assert_eq!(wrong.code, 2);
        assert!(wrong.text.contains("lits") && wrong.text.contains("list"), "{}", wrong.text);
    }

    #[test]
    fn a_wrong_value_is_told_with_those_that_can_be() {
        let text = wrong("opstart --color pink", Lang::Da).text;
        assert!(text.contains("pink") && text.contains("always"), "{text}");
    }

    #[test]
    fn every_mistake_has_a_sentence_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            for line in [
                "opstart --color",
                "opstart --color x",
                "opstart open",
                "opstart list --dum",
                "opstart open a b",
                "opstart x",
                "opstart catalog search --limit x",
                "opstart catalog search a --queries b",
                "opstart demo x",
            ] {
                let wrong = wrong(line, lang);
                assert_eq!(wrong.code, 2, "{line}");
                assert!(!wrong.text.contains("cli-") && !wrong.text.contains('{'), "{line}: {}", wrong.text);
            }
        }
    }

    #[test]
    fn help_and_version_are_no_mistakes() {
        assert_eq!(wrong("opstart --help", Lang::Da).code, 0);
        assert_eq!(wrong("opstart list -h", Lang::Da).code, 0);
        assert!(wrong("opstart --version", Lang::En).text.starts_with("opstart "));
    }
}
