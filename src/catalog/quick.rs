//! A quick reader for plain RON: the files the program writes itself and most that people write, several times as fast as
//! the full reader. Whatever is unusual, unknown or wrong makes it give up: the full reader then reads the same text and
//! says what is wrong and where. What it does read, it reads just as the full reader does.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The value, if the text is plain and every field in it is known.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = Reader { text, at: 0 };
    let value = T::deserialize(&mut reader).ok()?;
    reader.space().ok()?;
    (reader.at == text.len()).then_some(value)
}

/// Not for the quick reader, or for the quick writer of sessions. It says nothing more, because the full one does.
#[derive(Debug)]
pub(crate) struct GiveUp;

impl fmt::Display for GiveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for GiveUp {}

impl de::Error for GiveUp {
    fn custom<T: fmt::Display>(_: T) -> Self {
        GiveUp
    }
    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        GiveUp
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        GiveUp
    }
}

type Read<T> = Result<T, GiveUp>;

/// Always at the beginning of a character.
struct Reader<'de> {
    text: &'de str,
    at: usize,
}

impl<'de> Reader<'de> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> Read<&'de str> {
        self.text.get(self.at..).ok_or(GiveUp)
    }

    /// White space and comments to the end of a line. Comments of several lines can be nested: not plain.
    fn space(&mut self) -> Read<()> {
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let blank = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r'));
            self.at += blank.unwrap_or(rest.len());
            match self.peek() {
                Some(b'/') => {
                    let rest = self.rest()?;
                    if !rest.starts_with("//") {
                        return Err(GiveUp);
                    }
                    self.at += rest.find('\n').ok_or(GiveUp)?;
                }
                _ => return Ok(()),
            }
        }
    }

    fn take(&mut self, sign: u8) -> bool {
        let here = self.peek() == Some(sign);
        self.at += usize::from(here);
        here
    }

    fn expect(&mut self, sign: u8) -> Read<()> {
        if self.take(sign) { Ok(()) } else { Err(GiveUp) }
    }

    /// Letters, digits and `_`, beginning with a letter or `_`.
    fn word(&mut self) -> Read<&'de str> {
        let rest = self.rest()?;
        let end = rest.bytes().position(|byte| !is_of_word(byte)).unwrap_or(rest.len());
        let word = rest.get(..end).ok_or(GiveUp)?;
        // `r"…"` and `r#…` are raw, other letters and signs may belong to a word we cannot judge.
        let unclear = matches!(rest.as_bytes().get(end), Some(b'"' | b'#' | b'.' | b'+' | b'-' | 0x80..));
        if unclear || !word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return Err(GiveUp);
        }
        self.at += end;
        Ok(word)
    }

    /// Whether this word and no longer one comes next.
    fn is_at(&self, word: &str) -> bool {
        let after = self.text.get(self.at..).and_then(|rest| rest.strip_prefix(word));
        after.is_some_and(|after| !after.bytes().next().is_some_and(|byte| is_of_word(byte) || byte >= 0x80))
    }

    fn string<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        self.expect(b'"')?;
        let mut unescaped: Option<String> = None;
        loop {
            let rest = self.rest()?;
            let end = rest.bytes().position(|byte| byte == b'"' || byte == b'\\').ok_or(GiveUp)?;
            let part = rest.get(..end).ok_or(GiveUp)?;
            self.at += end;
            if self.take(b'"') {
                return match unescaped {
                    None => visitor.visit_borrowed_str(part),
                    Some(text) => visitor.visit_string(text + part),
                };
            }
            self.at += 1;
            let escaped = match self.peek() {
                Some(b'n') => '\n',
                Some(b't') => '\t',
                Some(b'r') => '\r',
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                _ => return Err(GiveUp),
            };
            self.at += 1;
            let text = unescaped.get_or_insert_default();
            text.push_str(part);
            text.push(escaped);
        }
    }

    /// Plain decimal digits, perhaps with a minus.
    fn integer(&mut self) -> Read<i64> {
        let rest = self.rest()?;
        let mut bytes = rest.bytes().enumerate();
        let is_other = |at: usize, byte: u8| !byte.is_ascii_digit() && (at > 0 || byte != b'-');
        let end = bytes.find(|(at, byte)| is_other(*at, *byte)).map_or(rest.len(), |(at, _)| at);
        let unclear = rest.as_bytes().get(end).is_some_and(|byte| is_of_word(*byte) || *byte == b'.' || *byte >= 0x80);
        let digits = rest.get(..end).filter(|_| !unclear).ok_or(GiveUp)?;
        self.at += end;
        digits.parse().map_err(|_| GiveUp)
    }

    fn list<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        self.expect(b'[')?;
        let value = visitor.visit_seq(Parts { reader: self, end: b']', first: true })?;
        self.expect(b']')?;
        Ok(value)
    }

    fn record<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        self.expect(b'(')?;
        let value = visitor.visit_map(Parts { reader: self, end: b')', first: true })?;
        self.expect(b')')?;
        Ok(value)
    }

    fn boolean<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(GiveUp),
        }
    }

    /// `None`, `Some(…)`, or the value alone.
    fn option<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        if self.is_at("None") {
            self.at += "None".len();
            return visitor.visit_none();
        }
        if !self.is_at("Some") {
            return visitor.visit_some(self);
        }
        self.at += "Some".len();
        self.expect(b'(')?;
        let value = visitor.visit_some(&mut *self)?;
        self.space()?;
        self.expect(b')')?;
        Ok(value)
    }
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Every value begins after white space.
macro_rules! read_as {
    ($( $method:ident => |$reader:ident, $visitor:ident| $read:expr; )*) => { $(
        fn $method<V: Visitor<'de>>(self, $visitor: V) -> Read<V::Value> {
            self.space()?;
            let $reader = self;
            $read
        }
    )* };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = GiveUp;

    read_as! {
        deserialize_str => |reader, visitor| reader.string(visitor);
        deserialize_string => |reader, visitor| reader.string(visitor);
        deserialize_bool => |reader, visitor| reader.boolean(visitor);
        deserialize_i32 => |reader, visitor| visitor.visit_i64(reader.integer()?);
        deserialize_u8 => |reader, visitor| visitor.visit_i64(reader.integer()?);
        deserialize_u16 => |reader, visitor| visitor.visit_i64(reader.integer()?);
        deserialize_u32 => |reader, visitor| visitor.visit_i64(reader.integer()?);
        deserialize_option => |reader, visitor| reader.option(visitor);
        deserialize_seq => |reader, visitor| reader.list(visitor);
        deserialize_identifier => |reader, visitor| visitor.visit_borrowed_str(reader.word()?);
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Read<V::Value> {
        Err(GiveUp)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.space()?;
        self.record(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.space()?;
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
        ignored_any
    }
}

/// The fields of a record or the values of a list.
struct Parts<'a, 'de> {
    reader: &'a mut Reader<'de>,
    end: u8,
    first: bool,
}

impl Parts<'_, '_> {
    /// Comes to the next one; false where there is none. The last may have a comma behind it.
    fn next(&mut self) -> Read<bool> {
        self.reader.space()?;
        if !self.first && self.reader.peek() != Some(self.end) {
            self.reader.expect(b',')?;
            self.reader.space()?;
        }
        self.first = false;
        Ok(self.reader.peek() != Some(self.end))
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = GiveUp;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if self.next()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = GiveUp;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if self.next()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        self.reader.space()?;
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// A word, or a word with one value in brackets.
impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = GiveUp;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Read<(V::Value, Self)> {
        let value = seed.deserialize(&mut *self)?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = GiveUp;

    fn unit_variant(self) -> Read<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<T::Value> {
        self.expect(b'(')?;
        let value = seed.deserialize(&mut *self)?;
        self.space()?;
        self.expect(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Read<V::Value> {
        Err(GiveUp)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Read<V::Value> {
        Err(GiveUp)
    }
}

#[cfg(test)]
mod tests;
