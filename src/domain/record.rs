//! What a record is: the smallest thing with an id of its own. Each record type is declared once, in `record!`, and from
//! that one list of fields come the struct, the file, the form, the audience filter and the labels.
//!
//! Labels are word keys: the field `own_words` of `Goal` is `goal-own_words`, its hint the attribute `.hint` of that word.

use std::any::Any;
use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::dates::Lean;
use super::declare::{choice, sorts};
use super::session::*;

/// Identity of a record, unique within a session and, being random, across copies of it. Written as eight letters and digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u64);

/// Letters and digits that nobody mistakes for one another on paper or over the telephone.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const ID_BITS: u32 = 40;

impl Id {
    /// Draws the next id.
    pub fn draw(rng: &mut fastrand::Rng) -> Self {
        Self(rng.u64(1..1 << ID_BITS))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..8).rev() {
            let digit = (self.0 >> (place * 5)) & 31;
            let letter = usize::try_from(digit).ok().and_then(|d| ALPHABET.get(d)).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

impl FromStr for Id {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let wrong = || format!("`{s}` is not an id of eight letters and digits");
        if s.len() != 8 {
            return Err(wrong());
        }
        s.bytes()
            .try_fold(0u64, |acc, b| {
                let digit = ALPHABET.iter().position(|a| *a == b)?;
                Some((acc << 5) | u64::try_from(digit).ok()?)
            })
            .map(Self)
            .ok_or_else(wrong)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Who may see something (*må ses af*), from the widest circle to the narrowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Audience {
    /// Everyone in the room, the citizen first (*alle*).
    Everyone,
    /// Those who work on the case (*fagpersoner*). What is new is not for everyone until somebody says so.
    #[default]
    Staff,
    /// Only who leads the meeting (*kun mødelederen*).
    Facilitator,
    /// The citizen alone: no list, form or document shows it (*kun borgeren*).
    Nobody,
}

/// A day that may still be on its way into the field (*dato*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// Nothing yet.
    #[default]
    Unset,
    /// A day.
    On(NaiveDate),
    /// What was typed and is not (yet) understood as a day; kept word for word.
    Typed(String),
}

impl When {
    /// The day, when there is one.
    pub fn day(&self) -> Option<NaiveDate> {
        if let Self::On(day) = self { Some(*day) } else { None }
    }
}

/// A time of day that may still be on its way into the field (*klokkeslæt*). Local time in Denmark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hour {
    /// Nothing yet.
    #[default]
    Unset,
    /// A time of day.
    At(NaiveTime),
    /// What was typed and is not (yet) understood.
    Typed(String),
}

impl Hour {
    /// The time of day, when there is one.
    pub fn time(&self) -> Option<NaiveTime> {
        if let Self::At(time) = self { Some(*time) } else { None }
    }
}

/// The content of any field, free of its record type: what an edit carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text of one or many lines.
    Text(String),
    /// A whole number, `None` = not given.
    Number(Option<u32>),
    /// The place in the list of choices, `None` = unknown.
    Choice(Option<u8>),
    /// Several places in the list of choices, in the order of that list.
    Many(Vec<u8>),
    /// A day.
    Date(When),
    /// A time of day.
    Time(Hour),
    /// Another record of the session.
    Ref(Option<Id>),
    /// Other records of the session.
    Refs(Vec<Id>),
}

/// Lists that a text field offers words from; the text stays free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggest {
    /// Departments of the municipality.
    Departments,
    /// Functions from the role list.
    Functions,
    /// Themes.
    Themes,
    /// Benefit groups.
    Benefits,
    /// Areas.
    Areas,
    /// Ready-made purposes.
    Purposes,
    /// Names of participants.
    People,
    /// Case systems.
    CaseSystems,
    /// Names of plans that authorities make.
    Plans,
    /// Short names of laws.
    Laws,
    /// Several themes, with commas between.
    ThemeList,
    /// Several benefit groups, with commas between.
    BenefitList,
    /// Several areas, with commas between.
    AreaList,
    /// Ids of several offers, with commas between.
    OfferList,
}

/// Which records a reference may point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Participants of the meeting.
    Participants,
    /// Goals.
    Goals,
    /// Picked offers.
    Offers,
    /// Members of a family plan.
    Members,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line(Option<Suggest>),
    /// Many lines of text.
    Long(Option<Suggest>),
    /// A whole number up to the given one.
    Number(u32),
    /// One of these words; `true`: may be left unknown.
    Choice(&'static [&'static str], bool),
    /// Any of these words.
    Many(&'static [&'static str]),
    /// A day; which way a day without a year leans.
    Date(Lean),
    /// A time of day.
    Time,
    /// Another record.
    Ref(Target),
    /// Other records.
    Refs(Target),
}

/// One field of a record type: one row of its form.
pub struct Field {
    /// Name in the file and in edits.
    pub name: &'static str,
    /// Key of its label.
    pub word: &'static str,
    /// How it is filled in.
    pub kind: Kind,
    /// The widest circle that may see it.
    pub audience: Audience,
    pub(super) get: fn(&dyn Any) -> Option<Value>,
    pub(super) set: fn(&mut dyn Any, Value) -> Option<Value>,
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}

impl Field {
    /// What the field holds in `record`; `None` when the field is of another record type.
    pub fn read(&self, record: &dyn Recorded) -> Option<Value> {
        (self.get)(record.as_any())
    }
    /// The empty content of such a field; `None` when there is none, as where something is always chosen.
    pub fn empty(&self) -> Option<Value> {
        match self.kind {
            Kind::Line(_) | Kind::Long(_) => Some(Value::Text(String::new())),
            Kind::Number(_) => Some(Value::Number(None)),
            Kind::Choice(_, may_be_unknown) => may_be_unknown.then_some(Value::Choice(None)),
            Kind::Many(_) => Some(Value::Many(vec![])),
            Kind::Date(_) => Some(Value::Date(When::Unset)),
            Kind::Time => Some(Value::Time(Hour::Unset)),
            Kind::Ref(_) => Some(Value::Ref(None)),
            Kind::Refs(_) => Some(Value::Refs(vec![])),
        }
    }
    /// The text of a text field, a typed date or time; empty for all else.
    pub fn text(&self, record: &dyn Recorded) -> String {
        match self.read(record) {
            Some(Value::Text(text) | Value::Date(When::Typed(text)) | Value::Time(Hour::Typed(text))) => text,
            _ => String::new(),
        }
    }
}

/// Any record, whatever its type.
pub trait Recorded: Any {
    /// Its identity.
    fn id(&self) -> Id;
    /// Its type.
    fn sort(&self) -> Sort;
    /// Its form.
    fn fields(&self) -> &'static [Field];
    /// Who may see it at all.
    fn audience(&self) -> Audience;
    /// Whether it holds records of its own.
    fn has_children(&self) -> bool;
    /// Gives it another identity.
    fn set_id(&mut self, id: Id);
    /// The record by value, without the records inside it.
    fn bare(&self) -> Record;
    /// For the fields' own reading.
    fn as_any(&self) -> &dyn Any;
    /// For the fields' own writing.
    fn as_any_mut(&mut self) -> &mut dyn Any;

    /// The field of that name.
    fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.name == name)
    }
}

/// A type of record that `record!` made.
pub trait RecordType: Recorded + Clone + Default {
    /// Puts it among all records.
    fn wrap(self) -> Record;
    /// Takes it out again; gives the record back when it is of another type.
    fn unwrap_from(record: Record) -> Result<Self, Box<Record>>;
    /// What this audience may see of it; `None` when not even that it exists.
    fn seen_by(&self, audience: Audience) -> Option<Self>;
    /// The fields this audience may see, whoever may see the record as a whole.
    fn fields_seen_by(&self, audience: Audience) -> Self;
}

/// How a Rust type stands in a field.
pub trait FieldValue {
    /// As a value.
    fn get(&self) -> Value;
    /// Takes the value and gives the old one; `None` and unchanged when the value is of another sort.
    fn put(&mut self, value: Value) -> Option<Value>;
}

macro_rules! plain_value {
    ($($t:ty = $variant:ident;)*) => { $(
        impl FieldValue for $t {
            fn get(&self) -> Value {
                Value::$variant(self.clone())
            }
            fn put(&mut self, value: Value) -> Option<Value> {
                let Value::$variant(new) = value else { return None };
                Some(Value::$variant(std::mem::replace(self, new)))
            }
        }
    )* };
}
plain_value! {
    String = Text;
    Option<u32> = Number;
    When = Date;
    Hour = Time;
    Option<Id> = Ref;
    Vec<Id> = Refs;
}

/// A closed list of words.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them, in the order shown.
    const ALL: &'static [Self];
    /// Their word keys, in the same order.
    const WORDS: &'static [&'static str];
    /// Key of its word.
    fn word(self) -> &'static str {
        Self::ALL.iter().position(|c| *c == self).and_then(|at| Self::WORDS.get(at)).copied().unwrap_or_default()
    }
    /// Its place in the list.
    fn place(self) -> Option<u8> {
        Self::ALL.iter().position(|c| *c == self).and_then(|at| u8::try_from(at).ok())
    }
    /// The one at a place.
    fn at(place: u8) -> Option<Self> {
        Self::ALL.get(usize::from(place)).copied()
    }
}

impl<T: Choice> FieldValue for Option<T> {
    fn get(&self) -> Value {
        Value::Choice(self.and_then(Choice::place))
    }
    fn put(&mut self, value: Value) -> Option<Value> {
        let Value::Choice(new) = value else { return None };
        let old = self.get();
        *self = match new {
            None => None,
            Some(place) => Some(T::at(place)?),
        };
        Some(old)
    }
}

impl<T: Choice> FieldValue for Vec<T> {
    fn get(&self) -> Value {
        Value::Many(self.iter().filter_map(|c| c.place()).collect())
    }
    fn put(&mut self, value: Value) -> Option<Value> {
        let Value::Many(new) = value else { return None };
        let old = self.get();
        *self = new.into_iter().map(T::at).collect::<Option<_>>()?;
        Some(old)
    }
}

choice! {
    /// Yes or no; unknown is the absence of either.
    YesNo "yesno" {
        /// Ja.
        Yes,
        /// Nej.
        No,
    }
}

impl Choice for Audience {
    const ALL: &'static [Self] = &[Self::Everyone, Self::Staff, Self::Facilitator];
    const WORDS: &'static [&'static str] = &["audience-Everyone", "audience-Staff", "audience-Facilitator"];
}

impl FieldValue for Audience {
    fn get(&self) -> Value {
        Value::Choice(self.place())
    }
    fn put(&mut self, value: Value) -> Option<Value> {
        let Value::Choice(Some(new)) = value else { return None };
        let old = self.get();
        *self = Self::at(new)?;
        Some(old)
    }
}

sorts! {
    Head, Citizen, Member, Consent, Preparation, ExistingPlan, CheckItem, Participant, AgendaItem, ClockEvent, Card, PickedOffer, MissingOffer, Goal, SubGoal, Action, Close, Decision, Parked, Answers, Correction, OfferDraft, OfferLaw,
}

#[cfg(test)]
mod tests;
