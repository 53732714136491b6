//! `opstart catalog check`: what is wrong in the catalogue, and what somebody should look at.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::super::{Failure, Place, json, print, told};
use crate::catalog::check::{Flaw, HARDEST_LIX, Hard, LONGEST_SENTENCE, MOST_LONG_WORDS, Remark, check};
use crate::catalog::clean::clean_line;
use crate::catalog::library::{Library, builtin_files};
use crate::cli::Format;
use crate::storage::folders;
use crate::text::{Arg, Text, w};

/// One remark in `--format json`.
#[derive(Serialize)]
struct Row {
    file: String,
    line: usize,
    column: usize,
    /// `wrong` or `advice`.
    kind: &'static str,
    what: String,
}

pub(super) fn run(format: Format, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let text = &place.text;
    let dir = place.settings.catalog();
    let mut rows = vec![];
    let files = match &dir {
        None => builtin_files(),
        Some(dir) => {
            let found = folders::read_catalog(dir).map_err(|error| {
                let args = [("path", told::path(dir).into()), ("what", told::system(text, &error).into())];
                Failure::new(text.fmt(w("fail-catalog"), &args))
            })?;
            rows.extend(found.unreadable.iter().map(|bad| {
                let (line, column, what) = told::unreadable(text, &bad.why);
                Row { file: told::path(&dir.join(&bad.name)), line, column, kind: "wrong", what }
            }));
            found.files
        }
    };
    let library = Library::read(&files);
    let dir = dir.as_deref().unwrap_or(Path::new(""));
    rows.extend(check(&library, &files, place.today()).into_iter().map(|remark| {
        let Remark { file, line, column, flaw } = remark;
        let kind = if flaw.is_wrong() { "wrong" } else { "advice" };
        Row { file: told::path(&dir.join(file)), line, column, kind, what: in_words(text, &flaw) }
    }));
    let wrong = rows.iter().filter(|row| row.kind == "wrong").count();
    let printed = match format {
        Format::Json => json(place, &rows, true)?,
        Format::Text => lines(place, &rows, library.offers.len(), wrong),
    };
    print(place, out, &printed)?;
    Ok(u8::from(wrong > 0))
}

/// What is wrong first, for that must be mended.
fn lines(place: &Place, rows: &[Row], offers: usize, wrong: usize) -> String {
    let of = |kind: &'static str| rows.iter().filter(move |row| row.kind == kind);
    let line = |row: &Row, mark: &str| format!("{}:{}:{}: {mark}{}\n", row.file, row.line, row.column, row.what);
    let advice = place.text.get(w("checked-advice"));
    let mut printed: String = of("wrong").map(|row| line(row, "")).collect();
    printed.extend(of("advice").map(|row| line(row, &advice)));
    let args = [("offers", offers.into()), ("wrong", wrong.into()), ("advice", (rows.len() - wrong).into())];
    printed + &place.text.fmt(w("checked-catalog"), &args) + "\n"
}

fn in_words(text: &Text, flaw: &Flaw) -> String {
    let day = |day: &chrono::NaiveDate| day.format("%d.%m.%Y").to_string();
    let clean = |part: &str| Arg::from(clean_line(part));
    match flaw {
        Flaw::Read(what) => told::catalog(text, what),
        Flaw::SameName { offer, other } => {
            text.fmt(w("flaw-same-name"), &[("id", clean(offer)), ("other", clean(other))])
        }
        Flaw::UnknownKey { owner, field, key } => {
            let args = [("id", clean(owner)), ("field", (*field).into()), ("key", clean(key))];
            text.fmt(w("flaw-unknown-key"), &args)
        }
        Flaw::UnknownOffer { owner, field, id } => {
            let args = [("id", clean(owner)), ("field", (*field).into()), ("other", clean(id))];
            text.fmt(w("flaw-unknown-offer"), &args)
        }
        Flaw::NoDescription(id) => text.fmt(w("flaw-no-description"), &[("id", clean(id))]),
        Flaw::LawEnded { offer, paragraph, last } => {
            let args = [("id", clean(offer)), ("paragraph", clean(paragraph)), ("date", day(last).into())];
            text.fmt(w("flaw-law-ended"), &args)
        }
        Flaw::RuleWithoutOffers(id) => text.fmt(w("flaw-rule-without-offers"), &[("id", clean(id))]),
        Flaw::NeverReviewed(id) => text.fmt(w("flaw-never-reviewed"), &[("id", clean(id))]),
        Flaw::ReviewOverdue(id, due) => {
            text.fmt(w("flaw-review-overdue"), &[("id", clean(id)), ("date", day(due).into())])
        }
        Flaw::RuleNeverChecked(id) => text.fmt(w("flaw-rule-never-checked"), &[("id", clean(id))]),
        Flaw::RuleOverdue(id, last) => {
            text.fmt(w("flaw-rule-overdue"), &[("id", clean(id)), ("date", day(last).into())])
        }
        Flaw::RuleEnded(id, last) => text.fmt(w("flaw-rule-ended"), &[("id", clean(id)), ("date", day(last).into())]),
        Flaw::HardText(id, hard) => hard_text(text, &clean_line(id), hard),
    }
}

fn hard_text(text: &Text, id: &str, hard: &Hard) -> String {
    match hard {
        Hard::Sentence(words, begins) => {
            let args = [
                ("id", id.into()),
                ("words", (*words).into()),
                ("begins", clean_line(begins).into()),
                ("most", LONGEST_SENTENCE.into()),
            ];
            text.fmt(w("flaw-hard-sentence"), &args)
        }
        Hard::LongWords(share) => {
            let args = [("id", id.into()), ("share", (*share).into()), ("most", MOST_LONG_WORDS.into())];
            text.fmt(w("flaw-hard-words"), &args)
        }
        Hard::Lix(lix) => {
            text.fmt(w("flaw-hard-lix"), &[("id", id.into()), ("lix", (*lix).into()), ("most", HARDEST_LIX.into())])
        }
    }
}
