//! How closed lists and record types are declared: one row makes the field, its place in the file, its form, its audience
//! and the key of its label.

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

/// Declares record types. Each gets `id`, `member` and `seen_by`; `fields` are the form, `keeps` is data that no form shows
/// (for whoever sees the record, or for a circle of its own), `holds` are records inside it.
macro_rules! records {
    ($( $(#[$m:meta])* $name:ident $prefix:literal {
        $( $(#[$fm:meta])* $f:ident : $t:ty = $kind:expr, $aud:ident; )*
        $( => keeps { $( $(#[$km:meta])* $k:ident : $kt:ty $(, $kaud:ident)?; )* } )?
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
                fn set_id(&mut self, id: $crate::domain::record::Id) { self.id = id; }
                fn bare(&self) -> $crate::domain::record::Record {
                    let bare = Self {
                        id: self.id,
                        member: self.member,
                        seen_by: self.seen_by,
                        $( $f: self.$f.clone(), )*
                        $($( $k: self.$k.clone(), )*)?
                        $($( $c: vec![], )*)?
                    };
                    $crate::domain::record::Record::$name(bare)
                }
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
                        $($( $k: records!(@kept self $k audience $($kaud)?), )*)?
                        $($( $c: self.$c.iter().filter_map(|r| $crate::domain::record::RecordType::seen_by(r, audience)).collect(), )*)?
                    }
                }
            }
        )*
    };
    (@kept $self:ident $k:ident $audience:ident) => { $self.$k.clone() };
    (@kept $self:ident $k:ident $audience:ident $aud:ident) => {
        if $crate::domain::record::Audience::$aud <= $audience { $self.$k.clone() } else { Default::default() }
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

/// Declares the enums over all record types.
macro_rules! sorts {
    ($( $name:ident ),* $(,)?) => {
        /// The type of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Sort { $( #[allow(missing_docs)] $name, )* }

        impl Sort {
            /// All of them.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),* ];
            /// The form of this type.
            pub fn fields(self) -> &'static [Field] {
                match self { $( Self::$name => $name::FIELDS, )* }
            }
        }

        /// Any record by value, as an edit carries it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant)] // edits are few and short-lived
        pub enum Record { $( #[allow(missing_docs)] $name($name), )* }

        impl Record {
            /// The record behind it.
            pub fn as_dyn(&self) -> &dyn Recorded {
                match self { $( Self::$name(inner) => inner, )* }
            }
            /// The record behind it, to be written.
            pub fn as_dyn_mut(&mut self) -> &mut dyn Recorded {
                match self { $( Self::$name(inner) => inner, )* }
            }
        }
    };
}
pub(super) use sorts;
