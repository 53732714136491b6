//! All words, in Danish and English (Fluent files in `locales/`), which a municipality may override.
//!
//! Code names a word as `w("home-title")`, tables name it by its key; a test holds both against the files.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The key of a word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word(pub &'static str);

/// Names a word in code.
pub const fn w(key: &'static str) -> Word {
    Word(key)
}

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Dansk.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// By its two letters.
    pub fn parse(code: &str) -> Option<Self> {
        match code.trim().to_ascii_lowercase().get(..2)? {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }
    /// Its two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }
    fn id(self) -> LanguageIdentifier {
        let code = self.code();
        // Both codes are well formed; the undetermined language would only change plural rules.
        code.parse().unwrap_or_default()
    }
    /// The shipped files, by name and content.
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Da => &[
                ("opstart.ftl", include_str!("../locales/da/opstart.ftl")),
                ("cli.ftl", include_str!("../locales/da/cli.ftl")),
            ],
            Self::En => &[
                ("opstart.ftl", include_str!("../locales/en/opstart.ftl")),
                ("cli.ftl", include_str!("../locales/en/cli.ftl")),
            ],
        }
    }
}

/// The words of one language, with Danish behind it.
pub struct Text {
    lang: Lang,
    /// In the order they are asked.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({:?})", self.lang)
    }
}

fn bundle(lang: Lang, sources: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
    // Fluent marks arguments with invisible direction signs, which a terminal shows as boxes.
    bundle.set_use_isolating(false);
    for (_, source) in sources {
        // A file with a mistake gives what could be read of it; a test holds the shipped ones to being whole.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// True where no brackets stand deeper in one another than anybody writes them: the reader of such a file goes as deep as
/// they do, and the program with it.
fn is_shallow(source: &str) -> bool {
    const DEEPEST: usize = 50;
    let deeper = |depth: usize, byte: u8| match byte {
        b'{' | b'(' => depth + 1,
        b'}' | b')' => depth.saturating_sub(1),
        _ => depth,
    };
    let depths = source.bytes().scan(0, |depth, byte| {
        *depth = deeper(*depth, byte);
        Some(*depth)
    });
    depths.max().unwrap_or(0) <= DEEPEST
}

impl Text {
    /// The words of `lang`; `overrides` is the municipality's own Fluent text, when it has one.
    pub fn new(lang: Lang, overrides: Option<&str>) -> Self {
        let mut bundles = vec![];
        if let Some(own) = overrides.filter(|own| is_shallow(own)) {
            bundles.push(bundle(lang, &[("", own)]));
        }
        bundles.push(bundle(lang, lang.files()));
        if lang != Lang::Da {
            bundles.push(bundle(Lang::Da, Lang::Da.files()));
        }
        Self { lang, bundles }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn look(&self, key: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                None => message.value()?,
                Some(name) => message.get_attribute(name)?.value(),
            };
            let mut mistakes = vec![];
            Some(bundle.format_pattern(pattern, args, &mut mistakes).into_owned())
        })
    }

    /// The word; its key when there is none, which a test rules out for all shipped words.
    pub fn get(&self, word: Word) -> String {
        self.look(word.0, None, None).unwrap_or_else(|| word.0.to_owned())
    }

    /// The sentence with its arguments.
    pub fn fmt(&self, word: Word, args: &[(&'static str, Arg<'_>)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, FluentValue::from(value.clone()));
        }
        self.look(word.0, None, Some(&given)).unwrap_or_else(|| word.0.to_owned())
    }

    /// The hint that belongs to a field's label, when it has one.
    pub fn hint(&self, word: Word) -> Option<String> {
        self.look(word.0, Some("hint"), None)
    }
}

/// An argument of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number; plural forms follow it.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::String(text),
            Arg::Number(number) => FluentValue::from(number),
        }
    }
}
