//! Why an offer was found, in words: the picker and the browser say it alike.

use super::model::Model;
use crate::catalog::search::Why;
use crate::report::words;
use crate::text::w;

/// Why an offer was found.
pub fn reason(model: &Model, why: &Why) -> String {
    let one = |word, found: &String| model.text.fmt(word, &[("found", found.as_str().into())]);
    let both = |word, typed: &String, found: &String| {
        model.text.fmt(word, &[("typed", typed.as_str().into()), ("found", found.as_str().into())])
    };
    match why {
        Why::Paragraph(found) => one(w("found-paragraph"), found),
        Why::Replaced { old, new, last } => words::changed_law(&model.text, old, new, *last, model.today()),
        Why::Exact(found) => one(w("found-exact"), found),
        Why::Prefix { typed, found } => both(w("found-prefix"), typed, found),
        Why::Compound { typed, found } => both(w("found-compound"), typed, found),
        Why::Inflection { typed, found } => both(w("found-inflection"), typed, found),
        Why::Spelling { typed, found } => both(w("found-spelling"), typed, found),
        Why::Synonym { typed, found } => both(w("found-synonym"), typed, found),
        Why::Abbreviation(found) => one(w("found-abbreviation"), found),
        Why::Description(found) => one(w("found-description"), found),
    }
}

/// Found by its very words: the marked letters tell that by themselves.
pub fn is_plain(why: &Why) -> bool {
    matches!(why, Why::Exact(_) | Why::Prefix { .. })
}
