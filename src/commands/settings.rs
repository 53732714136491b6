//! `opstart settings`: every setting, its value and where it comes from.

use std::io::Write;

use super::{Failure, Place, print, told};
use crate::storage::folders;
use crate::storage::settings::{Origin, Value};
use crate::text::{Word, w};

pub(super) fn run(place: &Place, out: &mut dyn Write, aside: &mut dyn Write) -> Result<u8, Failure> {
    let text = &place.text;
    let mut lines = vec![];
    for Value { setting, value, origin } in &place.settings.values {
        let value =
            if value.is_empty() { text.get(w("settings-built-in")) } else { crate::catalog::clean::clean_line(value) };
        let mut meaning = text.get(Word(setting.word));
        let range = setting.takes.range();
        if !range.is_empty() {
            meaning = text.fmt(w("settings-choose"), &[("meaning", meaning.into()), ("values", range.into())]);
        }
        let origin = text.get(origin_word(*origin));
        lines.push(format!("{} = {value}\n    {meaning}\n    {origin}", setting.name));
    }
    if let Some(file) = folders::settings_file() {
        lines.push(format!("\n{}", text.fmt(w("settings-file"), &[("path", told::path(&file).into())])));
    }
    print(place, out, &(lines.join("\n") + "\n"))?;
    warn(place, aside)?;
    Ok(u8::from(!place.settings.mistakes.is_empty()))
}

/// Names the mistakes in the settings files.
pub(super) fn warn(place: &Place, aside: &mut dyn Write) -> Result<(), Failure> {
    place.settings.mistakes.iter().try_for_each(|mistake| {
        let (line, column, what) = told::setting(&place.text, &mistake.what);
        print(place, aside, &format!("{}:{line}:{column}: {what}\n", told::path(&mistake.path)))
    })
}

fn origin_word(origin: Origin) -> Word {
    match origin {
        Origin::Default => w("origin-default"),
        Origin::Here => w("origin-here"),
        Origin::Municipality => w("origin-municipality"),
        Origin::User => w("origin-user"),
        Origin::Locked => w("origin-locked"),
        Origin::Environment => w("origin-environment"),
        Origin::CommandLine => w("origin-command-line"),
    }
}
