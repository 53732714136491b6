//! HTML in a text becomes the text a reader would see.

/// Names of tags that are taken for markup. Anything else between angle brackets is text: `<18 år>`.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "label",
    "li",
    "link",
    "meta",
    "nav",
    "o:p",
    "object",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "u",
    "ul",
    "video",
];

/// Tags that end a line.
const BREAKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// Tags whose content is no text.
const SILENT: &[&str] = &["script", "style", "head", "title"];

/// Names of characters that are written out.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("aelig", "æ"),
    ("oslash", "ø"),
    ("aring", "å"),
    ("AElig", "Æ"),
    ("Oslash", "Ø"),
    ("Aring", "Å"),
    ("eacute", "é"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("hellip", "…"),
    ("sect", "§"),
    ("euro", "€"),
    ("pound", "£"),
    ("copy", "©"),
    ("reg", "®"),
    ("shy", ""),
];

/// As many bytes as a tag may have.
const LONGEST_TAG: usize = 2_000;

/// The text without markup; `None` where there is none in it.
pub(super) fn without(text: &str) -> Option<String> {
    if !text.contains(['<', '&']) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    let mut never = Never::default();
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let read = if from.starts_with('<') { tag(from, &mut out, &mut never) } else { entity(from, &mut out) };
        match read {
            Some(after) => {
                found = true;
                rest = after;
            }
            None => {
                let first = from.chars().next().map_or(0, char::len_utf8);
                out.push_str(from.get(..first).unwrap_or_default());
                rest = from.get(first..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// The text so that [`without`] gives it back.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What is known not to come any more, so that it is looked for once and not for every tag of a long text.
#[derive(Default)]
struct Never {
    comment_end: bool,
    /// Names of tags without content that are not closed.
    closed: Vec<String>,
}

/// What comes after the tag at the beginning of the text.
fn tag<'a>(text: &'a str, out: &mut String, never: &mut Never) -> Option<&'a str> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let after = if never.comment_end { None } else { comment.split_once("-->").map(|(_, after)| after) };
        never.comment_end = after.is_none();
        return after;
    }
    let inner = text.strip_prefix('<')?;
    let named = inner.strip_prefix('/').unwrap_or(inner);
    let end = named.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(named.len());
    let (name, after) = named.split_at(end);
    let name = name.to_ascii_lowercase();
    let fits = TAGS.contains(&name.as_str()) && after.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace());
    if !fits {
        return None;
    }
    let close = end_of_tag(after)?;
    let rest = after.get(close..)?;
    if BREAKS.contains(&name.as_str()) && !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    if name == "li" && !inner.starts_with('/') {
        out.push_str("- ");
    }
    if SILENT.contains(&name.as_str()) && !inner.starts_with('/') && !never.closed.contains(&name) {
        let after = behind(rest, &name);
        if after.is_none() {
            never.closed.push(name);
        }
        return Some(after.unwrap_or(rest));
    }
    Some(rest)
}

/// The place behind the bracket that closes a tag; brackets inside quotation marks do not.
fn end_of_tag(text: &str) -> Option<usize> {
    // Most of what has no end has no bracket at all.
    let first = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let mut quote = None;
    for (at, c) in text.char_indices().take(LONGEST_TAG) {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    // A quotation mark without its other half: the first bracket counts.
    Some(first + 1)
}

/// What comes after the closing tag of this name.
fn behind<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut closings = text.match_indices("</");
    closings.find_map(|(at, _)| {
        let rest = text.get(at + 2..)?;
        let named = rest.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
        if named { rest.split_once('>').map(|(_, after)| after) } else { None }
    })
}

/// What comes after the entity at the beginning of the text.
fn entity<'a>(text: &'a str, out: &mut String) -> Option<&'a str> {
    /// Letters of the longest name, or digits of the largest number.
    const LONGEST: usize = 10;
    let inner = text.strip_prefix('&')?;
    let end = inner.char_indices().take(LONGEST).find(|(_, c)| *c == ';').map(|(at, _)| at)?;
    let (name, after) = (inner.get(..end)?, inner.get(end + 1..)?);
    match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            out.push(char::from_u32(code)?);
        }
        None => out.push_str(ENTITIES.iter().find(|(known, _)| *known == name)?.1),
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_becomes_the_text_a_reader_sees() {
        for (html, text) in [
            ("<p>Ring <b>i dag</b>.</p><p>Eller skriv.</p>", "Ring i dag.\nEller skriv.\n"),
            ("<ul><li>Kaffe<li>Te</ul>", "- Kaffe\n- Te\n"),
            ("K&oslash;b &amp; salg&nbsp;&#167;&#x20;85", "Køb & salg § 85"),
            ("<a href=\"x>y\">her</a>", "her"),
            ("a<script>alert('<b>')</script>b", "ab"),
            ("a<!-- skjult -->b", "ab"),
            ("<BR/>ny<br>linje", "ny\nlinje"),
        ] {
            assert_eq!(without(html).as_deref(), Some(text), "{html}");
        }
    }

    #[test]
    fn brackets_and_signs_that_are_no_markup_stay() {
        for text in ["<18 år> & >60", "a < b", "R&D; &ukendt;", "<navn>", "x <", "&", "<b"] {
            assert_eq!(without(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_text_that_was_escaped_comes_back(text in ".*", html in "(<b>|&lt;|&amp;|<|&|x|;){0,12}") {
            for text in [text, html] {
                let escaped = escaped(&text);
                prop_assert_eq!(without(&escaped).unwrap_or(escaped), text);
            }
        }
    }
}
