//! A quick writer: the very text the full writer gives, several times as fast, because it looks only at the letters that
//! have to be written in another way. (But a choice that is called `None` is written so and not `r#None`, which people
//! should not have to read; both readers know it either way.) Whatever is unusual makes it give up: the full writer then writes the same value.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeSeq, SerializeStruct};

use crate::catalog::quick::GiveUp;

/// What one level is further in than the one around it.
const INDENT: &str = "    ";

/// Room from the start for nearly every session: a text that grows leaves copies of itself behind in memory.
const ROOM: usize = 1 << 16;

/// The value as text, one line for each field, without a line end behind it. `None`: not for the quick writer.
pub(super) fn write<T: Serialize>(value: &T) -> Option<String> {
    let mut writer = Writer { text: String::with_capacity(ROOM), depth: 0 };
    value.serialize(&mut writer).ok()?;
    Some(writer.text)
}

impl ser::Error for GiveUp {
    fn custom<T: fmt::Display>(_: T) -> Self {
        GiveUp
    }
}

type Wrote = Result<(), GiveUp>;

struct Writer {
    text: String,
    /// How many lists and records are open.
    depth: usize,
}

impl Writer {
    #[allow(clippy::unnecessary_wraps, reason = "most kinds of value end with it")]
    fn plain(&mut self, value: &str) -> Wrote {
        self.text.push_str(value);
        Ok(())
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str(INDENT);
        }
    }

    fn in_brackets<T: Serialize + ?Sized>(&mut self, value: &T) -> Wrote {
        self.text.push('(');
        value.serialize(&mut *self)?;
        self.plain(")")
    }

    fn open(&mut self, begin: char, end: char) -> Parts<'_> {
        self.text.push(begin);
        self.depth += 1;
        Parts { writer: self, end, empty: true }
    }
}

/// Letters that stand in a text as they are: what is most of Danish, and no sign of the file itself.
fn stands_as_it_is(c: char) -> bool {
    matches!(c, ' '..='~' if !matches!(c, '"' | '\'' | '\\')) || matches!(c, '\u{c0}'..='\u{17f}')
}

/// Every kind of value that no session has.
macro_rules! give_up {
    ($( $method:ident($($kind:ty),*) )*) => { $(
        fn $method(self, $(_: $kind),*) -> Wrote {
            Err(GiveUp)
        }
    )* };
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = GiveUp;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Impossible<(), GiveUp>;
    type SerializeTupleStruct = Impossible<(), GiveUp>;
    type SerializeTupleVariant = Impossible<(), GiveUp>;
    type SerializeMap = Impossible<(), GiveUp>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Impossible<(), GiveUp>;

    give_up! {
        serialize_i8(i8) serialize_i16(i16) serialize_i64(i64) serialize_f32(f32) serialize_f64(f64)
        serialize_char(char) serialize_bytes(&[u8]) serialize_unit() serialize_unit_struct(&'static str)
    }

    fn serialize_bool(self, value: bool) -> Wrote {
        self.plain(if value { "true" } else { "false" })
    }

    fn serialize_i32(self, value: i32) -> Wrote {
        self.plain(&value.to_string())
    }

    fn serialize_u8(self, value: u8) -> Wrote {
        self.plain(&value.to_string())
    }

    fn serialize_u16(self, value: u16) -> Wrote {
        self.plain(&value.to_string())
    }

    fn serialize_u32(self, value: u32) -> Wrote {
        self.plain(&value.to_string())
    }

    fn serialize_u64(self, value: u64) -> Wrote {
        self.plain(&value.to_string())
    }

    fn serialize_str(self, value: &str) -> Wrote {
        self.text.push('"');
        let mut rest = value;
        while let Some(at) = rest.find(|c| !stands_as_it_is(c)) {
            let (plain, from) = rest.split_at(at);
            self.text.push_str(plain);
            let mut chars = from.chars();
            self.text.extend(chars.next().into_iter().flat_map(char::escape_debug));
            rest = chars.as_str();
        }
        self.text.push_str(rest);
        self.plain("\"")
    }

    fn serialize_none(self) -> Wrote {
        self.plain("None")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Wrote {
        self.text.push_str("Some");
        self.in_brackets(value)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Wrote {
        self.plain(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Wrote {
        Err(GiveUp)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Wrote {
        self.text.push_str(variant);
        self.in_brackets(value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, GiveUp> {
        Ok(self.open('[', ']'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, GiveUp> {
        Ok(self.open('(', ')'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, GiveUp> {
        Err(GiveUp)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, GiveUp> {
        Err(GiveUp)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, GiveUp> {
        Err(GiveUp)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, GiveUp> {
        Err(GiveUp)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, GiveUp> {
        Err(GiveUp)
    }
}

/// The values of a list or the fields of a record, each on a line of its own and with a comma behind it.
struct Parts<'a> {
    writer: &'a mut Writer,
    end: char,
    empty: bool,
}

impl Parts<'_> {
    fn next(&mut self) {
        if !self.empty {
            self.writer.text.push(',');
        }
        self.empty = false;
        self.writer.line();
    }

    fn close(self) {
        self.writer.depth -= 1;
        if !self.empty {
            self.writer.text.push(',');
            self.writer.line();
        }
        self.writer.text.push(self.end);
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = GiveUp;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Wrote {
        self.next();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Wrote {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = GiveUp;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Wrote {
        self.next();
        self.writer.text.push_str(key);
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Wrote {
        self.close();
        Ok(())
    }
}
