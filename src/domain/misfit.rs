//! What stood against an offer on the day it was picked all the same: copied into the session, so that it can be read when
//! rules and catalogue have long changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::is_default;

/// What of an offer is compared with what the session knows (*forhold*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Aspect {
    /// The citizen's age.
    Age,
    /// The citizen's benefit group.
    Benefit,
    /// Where the citizen lives.
    Area,
    /// Whether the offer can be used at all: its state, and the law it rests on.
    Validity,
    /// A rule of law or practice.
    #[default]
    Rule,
}

/// One thing that stood against an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Misfit {
    /// What it is about.
    pub aspect: Aspect,
    /// The sentence as it was shown.
    pub text: String,
    /// Id of the rule; empty when it was none.
    #[serde(skip_serializing_if = "is_default")]
    pub rule: String,
    /// Where the rule or the offer's basis was read.
    #[serde(skip_serializing_if = "is_default")]
    pub source: String,
    /// The day it was last checked then; `None` = never.
    #[serde(skip_serializing_if = "is_default")]
    pub checked: Option<NaiveDate>,
    /// The day it was noted.
    #[serde(skip_serializing_if = "is_default")]
    pub noted_on: Option<NaiveDate>,
}
