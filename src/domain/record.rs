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

/// Declares a closed list of words with the key each is looked up by: `attendance-Coming`. The last part tells whether a
/// field of it always has a value (`always`, the first one being the default) or may be unknown.
macro_rules! choice {
    ($( $(#[$m:meta])* $name:ident $prefix:literal $( $always:ident )? { $( $(#[$vm:meta])* $v:ident ),* $(,)? } )*) => { $(
        $(#[$m])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $( $(#[$vm])* $v, )* }
        impl $crate::domain::record::Choice for $name {
            const ALL: &'static [Self] = &[ $( Self::$v ),* ];
            const WORDS: &'static [&'static str] = &[ $( concat!($prefix, "-", stringify!($v)) ),* ];
        }
        $( choice!(@$always $name); )?
    )* };
    (@always $name:ident) => {
        impl Default for $name {
            #[allow(clippy::indexing_slicing)] // a list of choices is never empty: this is checked when compiling
            fn default() -> Self {
                const FIRST: $name = <$name as $crate::domain::record::Choice>::ALL[0];
                FIRST
            }
        }
        impl $crate::domain::record::FieldValue for $name {
            fn get(&self) -> $crate::domain::record::Value {
                $crate::domain::record::Value::Choice($crate::domain::record::Choice::place(*self))
            }
            fn put(&mut self, value: $crate::domain::record::Value) -> Option<$crate::domain::record::Value> {
                let $crate::domain::record::Value::Choice(Some(new)) = value else { return None };
                let old = self.get();
                *self = $crate::domain::record::Choice::at(new)?;
                Some(old)
            }
        }
    };
}
pub(super) use choice;

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

/// Declares record types. Each gets `id`, `member` and `seen_by`; `fields` are the form, `keeps` is data that no form shows,
/// `holds` are records inside it.
macro_rules! records {
    ($( $(#[$m:meta])* $name:ident $prefix:literal {
        $( $(#[$fm:meta])* $f:ident : $t:ty = $kind:expr, $aud:ident; )*
        $( => keeps { $( $(#[$km:meta])* $k:ident : $kt:ty; )* } )?
        $( => holds { $( $(#[$cm:meta])* $c:ident : $ct:ty; )* } )?
    } )*) => {
        $(
            $(#[$m])*
            #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
            #[serde(default)]
            pub struct $name {
                /// Identity.
                pub id: $crate::domain::record::Id,
                /// Whom of a family plan it concerns; `None` = all.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub member: Option<$crate::domain::record::Id>,
                /// Who may see the record as a whole.
                #[serde(skip_serializing_if = "crate::domain::is_default")]
                pub seen_by: $crate::domain::record::Audience,
                $( $(#[$fm])* #[serde(skip_serializing_if = "crate::domain::is_default")] pub $f: $t, )*
                $($( $(#[$km])* #[serde(skip_serializing_if = "crate::domain::is_default")] pub $k: $kt, )*)?
                $($( $(#[$cm])* #[serde(skip_serializing_if = "Vec::is_empty")] pub $c: Vec<$ct>, )*)?
            }

            impl $name {
                /// The form, in order.
                pub const FIELDS: &'static [$crate::domain::record::Field] = &[
                    $( records!(@field $name $prefix $f $kind, $aud), )*
                    records!(@field $name "record" member $crate::domain::record::Kind::Ref($crate::domain::record::Target::Members), Staff),
                    records!(@field $name "record" seen_by $crate::domain::record::Kind::Choice(<$crate::domain::record::Audience as $crate::domain::record::Choice>::WORDS, false), Staff),
                ];
            }

            impl $crate::domain::record::Recorded for $name {
                fn id(&self) -> $crate::domain::record::Id { self.id }
                fn sort(&self) -> $crate::domain::record::Sort { $crate::domain::record::Sort::$name }
                fn fields(&self) -> &'static [$crate::domain::record::Field] { Self::FIELDS }
                fn audience(&self) -> $crate::domain::record::Audience { self.seen_by }
                fn has_children(&self) -> bool { false $($( || !self.$c.is_empty() )*)? }
                fn as_any(&self) -> &dyn std::any::Any { self }
                fn as_any_mut(&mut self) -> &mut dyn std::any::Any { self }
            }

            impl $crate::domain::record::RecordType for $name {
                fn wrap(self) -> $crate::domain::record::Record { $crate::domain::record::Record::$name(self) }
                fn unwrap_from(record: $crate::domain::record::Record) -> Result<Self, Box<$crate::domain::record::Record>> {
                    match record {
                        $crate::domain::record::Record::$name(inner) => Ok(inner),
                        other => Err(Box::new(other)),
                    }
                }
                fn seen_by(&self, audience: $crate::domain::record::Audience) -> Option<Self> {
                    (self.seen_by <= audience).then(|| self.fields_seen_by(audience))
                }
                fn fields_seen_by(&self, audience: $crate::domain::record::Audience) -> Self {
                    let _ = audience;
                    Self {
                        id: self.id,
                        member: self.member,
                        seen_by: self.seen_by,
                        $( $f: if $crate::domain::record::Audience::$aud <= audience { self.$f.clone() } else { Default::default() }, )*
                        $($( $k: self.$k.clone(), )*)?
                        $($( $c: self.$c.iter().filter_map(|r| $crate::domain::record::RecordType::seen_by(r, audience)).collect(), )*)?
                    }
                }
            }
        )*

        /// The type of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Sort { $( #[allow(missing_docs)] $name, )* }

        impl Sort {
            /// All of them.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),* ];
            /// The form of this type.
            pub fn fields(self) -> &'static [$crate::domain::record::Field] {
                match self { $( Self::$name => $name::FIELDS, )* }
            }
        }

        /// Any record by value, as an edit carries it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant)] // edits are few and short-lived
        pub enum Record { $( #[allow(missing_docs)] $name($name), )* }

        impl Record {
            /// The record behind it.
            pub fn as_dyn(&self) -> &dyn $crate::domain::record::Recorded {
                match self { $( Self::$name(inner) => inner, )* }
            }
            /// The record behind it, to be written.
            pub fn as_dyn_mut(&mut self) -> &mut dyn $crate::domain::record::Recorded {
                match self { $( Self::$name(inner) => inner, )* }
            }
        }
    };
    (@field $name:ident $prefix:literal $f:ident $kind:expr, $aud:ident) => {
        $crate::domain::record::Field {
            name: stringify!($f),
            word: concat!($prefix, "-", stringify!($f)),
            kind: $kind,
            audience: $crate::domain::record::Audience::$aud,
            get: |r| r.downcast_ref::<$name>().map(|r| $crate::domain::record::FieldValue::get(&r.$f)),
            set: |r, v| r.downcast_mut::<$name>().and_then(|r| $crate::domain::record::FieldValue::put(&mut r.$f, v)),
        }
    };
}
pub(super) use records;

pub use super::session::{Record, Sort};

#[cfg(test)]
mod tests;
