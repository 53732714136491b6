//! Rules of law and good practice as dated data (*regler*): `rules.ron`. They advise and never stop anybody, and each says
//! where it comes from and when it was last compared with the law.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::is_default;

/// How much weight an advice has (*niveau*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// Good to know (*info*).
    #[default]
    Info,
    /// Somebody should look at it before the plan stands (*advarsel*).
    Warning,
}

/// What a rule asks for. The first ones are about one picked offer, the last ones about the meeting as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// From first to last day at most so many weeks.
    LongestWeeks(u16),
    /// From first to last day at most so many months.
    LongestMonths(u16),
    /// The first day comes at most so many days after it was picked.
    StartsWithinDays(u16),
    /// Nobody new begins on this day or later.
    ClosedForNew(NaiveDate),
    /// The citizen is at most so many years old.
    OldestAge(u8),
    /// The citizen is at least so many years old.
    YoungestAge(u8),
    /// A consent is on file that has not run out and was not withdrawn.
    ConsentOnFile,
    /// The next meeting is at most so many months after this one.
    NextMeetingWithinMonths(u16),
    /// A plan that is worked into so many plans of authorities, or more, has a consent on file.
    ConsentForPlans(u16),
    /// The citizen's benefit is called by none of these names, which are out of use.
    BenefitNotCalled(Vec<String>),
}

impl Condition {
    /// Whether it is about a picked offer; else it is about the meeting.
    pub fn is_about_an_offer(&self) -> bool {
        !matches!(self, Self::NextMeetingWithinMonths(_) | Self::ConsentForPlans(_) | Self::BenefitNotCalled(_))
    }
}

/// One rule. `rules.ron` is one list of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Stable id, lower-case letters, digits and hyphens.
    pub id: String,
    /// The rule in one sentence, as it is shown.
    pub text: String,
    /// What it asks for.
    pub condition: Condition,
    /// Its weight.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Level,
    /// Ids of the offers it is about; empty for a rule about the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub offers: Vec<String>,
    /// Keys of the benefit groups it is for; empty = any.
    #[serde(default, skip_serializing_if = "is_default")]
    pub benefits: Vec<String>,
    /// First day it holds; `None` = unknown or always.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds; `None` = until further notice.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid_to: Option<NaiveDate>,
    /// Law or page it was read in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// The day somebody last compared it with the law; `None` = never.
    #[serde(default, skip_serializing_if = "is_default")]
    pub checked: Option<NaiveDate>,
    /// True where the source is second-hand or may be out of date (*ikke kontrolleret*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub unverified: bool,
}

impl Rule {
    /// Whether it holds on that day; both ends included.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}
