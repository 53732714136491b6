//! Other words for the same thing (*synonymer*), as data that a municipality edits: `synonyms.ron`.

use serde::{Deserialize, Serialize};

use crate::domain::is_default;

/// Why two words go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// What citizens say for what staff say.
    #[default]
    Lay,
    /// An older name for a newer one.
    Older,
    /// A short form.
    Short,
    /// A part or kind of the wider thing.
    Narrower,
}

/// One entry: who types `from` also looks for each of `to`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Synonym {
    /// The word or words typed.
    pub from: String,
    /// Words or phrases that are looked for too; a phrase must be found whole, in any order.
    pub to: Vec<String>,
    /// True where who types one of `to` also looks for `from`.
    #[serde(skip_serializing_if = "is_default")]
    pub both: bool,
    /// Why they go together.
    #[serde(skip_serializing_if = "is_default")]
    pub relation: Relation,
    /// Where it was read, if it needs proof; empty = common usage.
    #[serde(skip_serializing_if = "is_default")]
    pub source: String,
}

/// `synonyms.ron`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Synonyms {
    /// All entries; their order does not matter.
    pub entries: Vec<Synonym>,
}
