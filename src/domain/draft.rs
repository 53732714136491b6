//! An offer on the desk (*et tilbud, der rettes*): the form its description is edited with. It uses the same fields, edits and
//! undo as a meeting does, and is never part of a session's file.

use super::dates::Lean::{Future, Past};
use super::declare::records;
use super::offer::{Access, Evidence, Form, OfferState, Provider};
use super::record::{Choice, Kind, Suggest, When, YesNo};

const LINE: Kind = Kind::Line(None);
const LONG: Kind = Kind::Long(None);
/// More weeks or places than any offer has.
const MANY: Kind = Kind::Number(9999);
const AGE: Kind = Kind::Number(120);

const fn maybe<T: Choice>() -> Kind {
    Kind::Choice(T::WORDS, true)
}

records! {
    /// An offer as its form shows it: keys as names, lists as names with commas between.
    OfferDraft "draft" {
        /// Name.
        name: String = LINE, Everyone;
        /// The sentence to the citizen.
        plain: String = LONG, Everyone;
        /// Whether it can be used today.
        state: OfferState = Kind::Choice(OfferState::WORDS, false), Everyone;
        /// Why not, and from when.
        state_note: String = LINE, Everyone;
        /// Department.
        department: String = Kind::Line(Some(Suggest::Departments)), Everyone;
        /// Who runs it.
        provider: Option<Provider> = maybe::<Provider>(), Everyone;
        /// Themes.
        themes: String = Kind::Line(Some(Suggest::ThemeList)), Everyone;
        /// Other words people use for it.
        keywords: String = LONG, Everyone;
        /// What it is, for staff.
        description: String = LONG, Everyone;
        /// What happens in it.
        content: String = LONG, Everyone;
        /// What it is meant to change.
        purpose: String = LONG, Everyone;
        /// For whom.
        target: String = LONG, Everyone;
        /// Who cannot get it.
        excluded: String = LONG, Everyone;
        /// Youngest age.
        age_from: Option<u32> = AGE, Everyone;
        /// Oldest age.
        age_to: Option<u32> = AGE, Everyone;
        /// Benefit groups; empty = unknown.
        benefits: String = Kind::Line(Some(Suggest::BenefitList)), Everyone;
        /// Areas; empty = unknown.
        areas: String = Kind::Line(Some(Suggest::AreaList)), Everyone;
        /// Forms.
        forms: Vec<Form> = Kind::Many(Form::WORDS), Everyone;
        /// Shortest, in weeks.
        min_weeks: Option<u32> = MANY, Everyone;
        /// Longest, in weeks.
        max_weeks: Option<u32> = MANY, Everyone;
        /// How long, in words.
        duration_note: String = LINE, Everyone;
        /// How much.
        intensity: String = LINE, Everyone;
        /// When one can start.
        start: String = LINE, Everyone;
        /// Places in all.
        capacity: Option<u32> = MANY, Everyone;
        /// Free places.
        free: Option<u32> = MANY, Everyone;
        /// Waiting time in weeks.
        waiting_weeks: Option<u32> = MANY, Everyone;
        /// The day places and waiting time were told.
        updated: When = Kind::Date(Past), Everyone;
        /// How one gets in.
        access: Option<Access> = maybe::<Access>(), Everyone;
        /// Who decides.
        authority: String = LINE, Everyone;
        /// How to refer.
        referral: String = LONG, Everyone;
        /// A deadline or guarantee by law.
        guarantee: String = LONG, Everyone;
        /// Person or desk.
        contact_name: String = LINE, Everyone;
        /// Telephone.
        contact_phone: String = LINE, Everyone;
        /// E-mail.
        contact_email: String = LINE, Everyone;
        /// Hours.
        contact_hours: String = LINE, Everyone;
        /// Where.
        place: String = LINE, Everyone;
        /// How to get there.
        transport: String = LINE, Everyone;
        /// Step-free and otherwise accessible.
        accessible: Option<YesNo> = maybe::<YesNo>(), Everyone;
        /// Languages and interpreter.
        languages: String = LINE, Everyone;
        /// Can be used anonymously.
        anonymous: Option<YesNo> = maybe::<YesNo>(), Everyone;
        /// What the citizen pays.
        price: String = LINE, Everyone;
        /// What the municipality pays.
        rate: String = LINE, Everyone;
        /// How well the effect is known.
        evidence: Option<Evidence> = maybe::<Evidence>(), Everyone;
        /// Ids of offers that must come first.
        requires: String = Kind::Line(Some(Suggest::OfferList)), Everyone;
        /// Ids of offers it goes well with.
        combines_with: String = Kind::Line(Some(Suggest::OfferList)), Everyone;
        /// Number in Tilbudsportalen.
        portal_id: String = LINE, Everyone;
        /// Who keeps the description right.
        owner: String = LINE, Everyone;
        /// Last gone through.
        reviewed: When = Kind::Date(Past), Everyone;
        /// To be gone through again.
        next_review: When = Kind::Date(Future), Everyone;
        /// Law, duration and target group come from no source that was checked.
        unverified: Option<YesNo> = Kind::Choice(YesNo::WORDS, false), Everyone;
        => holds {
            /// What it rests on.
            laws: OfferLaw;
        }
    }

    /// One paragraph the offer rests on (*lovgrundlag*).
    OfferLaw "law" {
        /// Short name of the law.
        law: String = Kind::Line(Some(Suggest::Laws)), Everyone;
        /// Paragraph.
        paragraph: String = LINE, Everyone;
        /// First day it holds.
        valid_from: When = Kind::Date(Past), Everyone;
        /// Last day it holds.
        valid_to: When = Kind::Date(Future), Everyone;
        /// Last compared with the law.
        checked: When = Kind::Date(Past), Everyone;
        /// What took its place.
        replaced_by: String = LINE, Everyone;
        /// Where it was read.
        source: String = LINE, Everyone;
    }
}
