//! What a municipality edits besides offers: its departments, words and the templates a new session starts from.
//! A session copies the texts it uses, so that an old session never changes because a template did.

use serde::{Deserialize, Serialize};

use super::choices::Approach;

/// `municipality.ron`: names, departments, themes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Municipality {
    /// Name shown on screen and in documents.
    pub name: String,
    /// Departments (*afdelinger*), in the order they are listed.
    pub departments: Vec<Named>,
    /// Themes (*temaer*), the keys of the twelve cards of step 4.
    pub themes: Vec<Named>,
    /// Benefit groups (*ydelsesgrupper*).
    pub benefits: Vec<Named>,
    /// Areas (*områder*) of the municipality.
    pub areas: Vec<Named>,
    /// Short names of laws and what they stand for: key `SEL`, name `Serviceloven`.
    pub laws: Vec<Named>,
    /// Case systems (*fagsystemer*) a session can be filed in.
    pub case_systems: Vec<Named>,
    /// Settings for everyone in the municipality.
    #[serde(skip_serializing_if = "super::is_default")]
    pub settings: Preset,
}

/// Values of settings (*indstillinger*): a user's own, or the municipality's for everyone. `None` = not said here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preset {
    /// `da` or `en`.
    pub language: Option<String>,
    /// `auto`, `always` or `never`.
    pub color: Option<String>,
    /// Folder of the sessions.
    pub sessions: Option<String>,
    /// Folder of the catalogue.
    pub catalog: Option<String>,
    /// Minutes without a key until the screen is covered; 0 = never.
    pub idle_minutes: Option<u32>,
    /// Days a session is kept after it was filed in a case system.
    pub retention_days: Option<u32>,
    /// Days that earlier versions of a session are kept, one a day.
    pub versions_days: Option<u32>,
    /// Names of settings that a user cannot change; only the municipality's count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locked: Vec<String>,
}

/// A key with the name people see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    /// Stable key: lower-case letters, digits, hyphens (laws: their short name).
    pub key: String,
    /// Name on screen.
    pub name: String,
    /// One plain sentence, may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// `templates/common.ron`: what all kinds of session share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Common {
    /// The pre-meeting checklist (*tjekliste*).
    pub checklist: Vec<CheckLine>,
    /// The roles that are offered, core roles first.
    pub roles: Vec<RoleLine>,
    /// The cards of the shared picture (*fælles billede*), in order.
    pub cards: Vec<CardLine>,
    /// One-line prompts to the facilitator during the meeting.
    pub prompts: Vec<String>,
    /// What is suggested first for each approach (*tilgang*).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<ApproachLine>,
}

/// What an approach puts first in the catalogue; all else can still be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApproachLine {
    /// The approach.
    pub approach: Approach,
    /// Ids of offers that go with it before all others.
    #[serde(default)]
    pub offers: Vec<String>,
    /// Keys of themes whose offers go with it.
    #[serde(default)]
    pub themes: Vec<String>,
}

/// One item of the pre-meeting checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckLine {
    /// Done before the pre-meeting (`false`) or at it (`true`).
    pub at_pre_meeting: bool,
    /// What is to be done, in one sentence.
    pub text: String,
    /// Who usually does it: "koordinator".
    pub owner: String,
    /// Why it matters, in one sentence.
    pub why: String,
}

/// One role around the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleLine {
    /// Stable key: `citizen`, `employment-caseworker` …
    pub key: String,
    /// The function as people say it: "Sagsbehandler, beskæftigelse".
    pub function: String,
    /// Key of the department; empty for the citizen and relatives.
    pub department: String,
    /// A meeting without it deserves an advice.
    pub core: bool,
    /// What they do in the meeting, said to the citizen: "Hjælper med …".
    pub says: String,
    /// What they bring.
    pub brings: String,
}

/// One card of the shared picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardLine {
    /// Key of the theme in `municipality.ron`.
    pub theme: String,
    /// Title on the card.
    pub title: String,
    /// A question to the citizen, with "du".
    pub ask: String,
    /// Names of themes in Fælles Faglige Begreber this card covers.
    pub ffb: Vec<String>,
}

/// `templates/adult.ron`, `youth.ron`, `family.ron`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Template {
    /// Stable key: `adult`, `youth`, `family`.
    pub key: String,
    /// Name on screen.
    pub name: String,
    /// General purposes (*formål*) to choose from; the first is the usual one.
    pub purposes: Vec<Purpose>,
    /// Agendas by length; the first is the usual one.
    pub agendas: Vec<Agenda>,
}

/// A ready-made purpose sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Purpose {
    /// When to choose it: "Job", "Relation først", "Opfølgning".
    pub name: String,
    /// The sentence, said to the citizen.
    pub text: String,
}

/// A ready-made agenda (*dagsorden*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agenda {
    /// Minutes in all.
    pub minutes: u16,
    /// The items in order.
    pub items: Vec<AgendaLine>,
}

/// One item of a ready-made agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaLine {
    /// Title the citizen can read.
    pub title: String,
    /// Minutes set aside.
    pub minutes: u16,
    /// Who leads it: "Mødeleder", "Du" (the citizen) …
    pub lead: String,
    /// What should come out of it (*udbytte*).
    pub aim: String,
    /// What the facilitator may say; only the facilitator sees it.
    pub cue: String,
    /// A break (*pause*): nothing is expected to come out of it.
    pub pause: bool,
}
