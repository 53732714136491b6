//! An offer (*tilbud*) of the cross-departmental catalogue (*tværgående tilbudskatalog*).
//!
//! Wherever a guess could hurt, a value is optional and `None` means *unknown*, which is not the same as "no" or "none".
//! Fields follow what municipalities and Tilbudsportalen record about an offer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::declare::choice;
use super::is_default;

choice! {
    /// Who runs the offer (*leverandør*).
    Provider "provider" {
        /// The municipality itself.
        Municipal,
        /// The region (hospitals, psychiatry).
        Region,
        /// The state or a self-governing institution.
        State,
        /// A private supplier.
        Private,
        /// Civil society (*civilsamfund*).
        Voluntary,
    }

    /// How one gets in (*adgang*).
    Access "access" {
        /// Open to anyone, no decision needed (*åbent tilbud*).
        Open,
        /// An authority decides (*visitation/afgørelse*).
        Assessment,
        /// A doctor or the region refers (*henvisning*).
        Referral,
        /// Only staff asks for it (*via fagpersonen*).
        ViaStaff,
    }

    /// How it is given (*form*).
    Form "form" {
        /// One to one.
        Individual,
        /// In a group (*hold/gruppe*).
        Group,
        /// On a screen.
        Online,
        /// One lives there (*ophold*).
        Residential,
        /// In a company (*virksomhed*).
        Company,
        /// A sum of money or a thing (*ydelse*).
        Benefit,
    }

    /// How well the effect is known (*evidens*).
    Evidence "evidence" {
        /// Studies show it works.
        Proven,
        /// Promising.
        Promising,
        /// Known from practice only.
        Practice,
    }

    /// Whether the offer can be used today (*status*).
    OfferState "offerstate" always {
        /// In use (*aktiv*).
        Active,
        /// Being reconsidered (*under vurdering*).
        UnderReview,
        /// No longer given to new citizens (*udgået / lukket for nye*).
        Closed,
    }
}

/// One paragraph the offer rests on (*lovgrundlag*), as dated data: the law changes every year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LegalBasis {
    /// Short name of the law: `LAB`, `SEL`, `SUL` …
    pub law: String,
    /// Paragraph as one says it: `85`, `82 a`, `57-61`, `kap. 12`. Empty: the law as a whole.
    #[serde(skip_serializing_if = "is_default")]
    pub paragraph: String,
    /// First day it holds; `None` = unknown or always.
    #[serde(skip_serializing_if = "is_default")]
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds; `None` = unknown or until further notice.
    #[serde(skip_serializing_if = "is_default")]
    pub valid_to: Option<NaiveDate>,
    /// The day somebody last compared it with the law; `None` = never.
    #[serde(skip_serializing_if = "is_default")]
    pub checked: Option<NaiveDate>,
    /// The paragraph that took its place, as one writes it: `SEL § 82 b`.
    #[serde(skip_serializing_if = "is_default")]
    pub replaced_by: String,
    /// Where it was read.
    #[serde(skip_serializing_if = "is_default")]
    pub source: String,
}

impl LegalBasis {
    /// Law and paragraph as one writes them: `SEL § 85`, `LAB kap. 12`.
    pub fn in_words(&self) -> String {
        match self.paragraph.chars().next() {
            None => self.law.clone(),
            Some(first) if first.is_ascii_digit() => format!("{} § {}", self.law, self.paragraph),
            Some(_) => format!("{} {}", self.law, self.paragraph),
        }
    }
}

/// Age limits in whole years, both ends included; `None` = no known limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ages {
    /// Youngest age.
    #[serde(skip_serializing_if = "is_default")]
    pub from: Option<u8>,
    /// Oldest age.
    #[serde(skip_serializing_if = "is_default")]
    pub to: Option<u8>,
}

/// How long it lasts (*varighed*), in weeks, with the words people use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Duration {
    /// Shortest, in weeks.
    #[serde(skip_serializing_if = "is_default")]
    pub min_weeks: Option<u16>,
    /// Longest, in weeks.
    #[serde(skip_serializing_if = "is_default")]
    pub max_weeks: Option<u16>,
    /// In words: "løbende", "3 faser à ca. 3 måneder".
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
}

/// How the offer is reached (*kontakt*). In the example catalogue plainly fictitious.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Person or desk.
    #[serde(skip_serializing_if = "is_default")]
    pub name: String,
    /// Telephone.
    #[serde(skip_serializing_if = "is_default")]
    pub phone: String,
    /// E-mail.
    #[serde(skip_serializing_if = "is_default")]
    pub email: String,
    /// Hours (*åbningstid*).
    #[serde(skip_serializing_if = "is_default")]
    pub hours: String,
}

/// An offer (*tilbud*). An offer file is one list of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offer {
    /// Stable id, lower-case letters, digits and hyphens: `bostoette-sel-85`.
    pub id: String,
    /// Name as staff say it (*navn*).
    pub name: String,
    /// One or two short sentences to the citizen, at most 200 characters (*i borgersprog*).
    pub plain: String,
    /// What it is, for staff (*faglig beskrivelse*).
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Key of the department in `municipality.ron` (*afdeling*).
    pub department: String,
    /// Who runs it; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub provider: Option<Provider>,
    /// What it rests on; empty = no special law.
    #[serde(skip_serializing_if = "is_default")]
    pub legal: Vec<LegalBasis>,
    /// For whom (*målgruppe*), in words.
    #[serde(skip_serializing_if = "is_default")]
    pub target: String,
    /// Age limits.
    #[serde(skip_serializing_if = "is_default")]
    pub ages: Ages,
    /// Keys of the benefit groups (*ydelsesgrupper*) it is for; `None` = unknown, empty list = any.
    #[serde(skip_serializing_if = "is_default")]
    pub benefits: Option<Vec<String>>,
    /// Areas of the municipality it serves; `None` = unknown, empty list = all.
    #[serde(skip_serializing_if = "is_default")]
    pub areas: Option<Vec<String>>,
    /// Who cannot get it (*udelukkelse*).
    #[serde(skip_serializing_if = "is_default")]
    pub excluded: String,
    /// What it is meant to change (*formål*).
    #[serde(skip_serializing_if = "is_default")]
    pub purpose: String,
    /// What happens in it (*indhold og metode*).
    #[serde(skip_serializing_if = "is_default")]
    pub content: String,
    /// Keys of the themes (*temaer*) in `municipality.ron`.
    pub themes: Vec<String>,
    /// Forms; empty = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub forms: Vec<Form>,
    /// How long.
    #[serde(skip_serializing_if = "is_default")]
    pub duration: Duration,
    /// How much (*intensitet*): "1 time om ugen".
    #[serde(skip_serializing_if = "is_default")]
    pub intensity: String,
    /// When one can start (*opstart*): "løbende", "hold i marts og september".
    #[serde(skip_serializing_if = "is_default")]
    pub start: String,
    /// Places in all; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub capacity: Option<u16>,
    /// Free places (*ledige pladser*) on the day `updated`.
    #[serde(skip_serializing_if = "is_default")]
    pub free: Option<u16>,
    /// Waiting time (*ventetid*) in weeks on the day `updated`.
    #[serde(skip_serializing_if = "is_default")]
    pub waiting_weeks: Option<u16>,
    /// The day capacity and waiting time were told.
    #[serde(skip_serializing_if = "is_default")]
    pub updated: Option<NaiveDate>,
    /// How one gets in; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub access: Option<Access>,
    /// Who decides (*hvem træffer afgørelse*).
    #[serde(skip_serializing_if = "is_default")]
    pub authority: String,
    /// How to refer (*sådan henvises*).
    #[serde(skip_serializing_if = "is_default")]
    pub referral: String,
    /// A deadline or guarantee by law (*frist/garanti*).
    #[serde(skip_serializing_if = "is_default")]
    pub guarantee: String,
    /// How it is reached.
    #[serde(skip_serializing_if = "is_default")]
    pub contact: Contact,
    /// Where (*sted*).
    #[serde(skip_serializing_if = "is_default")]
    pub place: String,
    /// How to get there (*transport*).
    #[serde(skip_serializing_if = "is_default")]
    pub transport: String,
    /// Step-free and otherwise accessible; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub accessible: Option<bool>,
    /// Languages and interpreter (*sprog/tolk*).
    #[serde(skip_serializing_if = "is_default")]
    pub languages: String,
    /// Can be used anonymously; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub anonymous: Option<bool>,
    /// What the citizen pays (*egenbetaling*): "gratis", "250 kr. for materialer"; empty = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub price: String,
    /// What the municipality pays (*takst*).
    #[serde(skip_serializing_if = "is_default")]
    pub rate: String,
    /// How well the effect is known; `None` = unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub evidence: Option<Evidence>,
    /// Ids of offers it goes well with.
    #[serde(skip_serializing_if = "is_default")]
    pub combines_with: Vec<String>,
    /// Ids of offers that must come first.
    #[serde(skip_serializing_if = "is_default")]
    pub requires: Vec<String>,
    /// Other words people use for it.
    #[serde(skip_serializing_if = "is_default")]
    pub keywords: Vec<String>,
    /// Number in Tilbudsportalen.
    #[serde(skip_serializing_if = "is_default")]
    pub portal_id: String,
    /// Who keeps this description right (*ejer*).
    #[serde(skip_serializing_if = "is_default")]
    pub owner: String,
    /// The day it was last gone through (*sidst gennemgået*); `None` = never.
    #[serde(skip_serializing_if = "is_default")]
    pub reviewed: Option<NaiveDate>,
    /// The day it should be gone through again.
    #[serde(skip_serializing_if = "is_default")]
    pub next_review: Option<NaiveDate>,
    /// Whether it can be used today.
    #[serde(skip_serializing_if = "is_default")]
    pub state: OfferState,
    /// Why it is closed or under review, and from when.
    #[serde(skip_serializing_if = "is_default")]
    pub state_note: String,
    /// True where law, duration and target group come from no source that was checked (*ikke kontrolleret*).
    #[serde(skip_serializing_if = "is_default")]
    pub unverified: bool,
}
