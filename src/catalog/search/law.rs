//! Paragraphs (*§*) in queries and in offers. They are matched exactly: § 85 is never § 95, and § 10 never § 104.

use super::fold::tokens;

/// Short names of laws and how people write them, folded; the first word of each row is the short name.
const LAWS: &[&[&str]] = &[
    &["sel", "serviceloven", "servicelov", "lss"],
    &["bl", "barnets lov", "barnetslov"],
    &["sul", "sundhedsloven", "sundhedslov"],
    &["lab", "beskaeftigelsesindsatsloven", "beskaeftigelsesindsats", "beskaeftigelsesloven"],
    &["las", "aktivloven", "aktivlov", "lov om aktiv socialpolitik"],
    &["abl", "almenboligloven", "almenboliglov", "almenboliglovens"],
    &["sdpl", "sygedagpengeloven", "sygedagpengelov", "dagpengeloven"],
    &["rsl", "retssikkerhedsloven", "retssikkerhedslov"],
    &["fvl", "forvaltningsloven", "forvaltningslov"],
    &["psl", "pensionsloven", "pensionslov"],
    &["kui", "kui loven"],
    &["fgu", "fgu loven"],
    &["stu", "stu loven"],
    &["ael", "aeldreloven", "aeldrelov"],
];

/// A reference to a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LawRef {
    /// Folded short name of the law; empty = not said.
    pub law: String,
    /// Number of the paragraph or chapter; of a range, the first.
    pub number: u16,
    /// Last number of a range; equal to `number` where it is one paragraph.
    pub to: u16,
    /// Letter after the number: § 82 **b**.
    pub letter: Option<char>,
    /// Subsection and number: § 52, stk. 3, nr. 6 is `[3, 6]`.
    pub path: Vec<u16>,
    /// A chapter (*kap.*) and not a paragraph.
    pub chapter: bool,
}

/// How people write § where they find no key for it.
const SIGN_WORDS: &[&str] = &["paragraf", "paragraffen", "paragraffer", "par", "pgf"];

/// Bytes of the longest name of a law, with room for other ways of writing it.
const LONGEST_LAW: usize = 40;

/// How well a reference in an offer answers the one that was typed: 0 = not at all, 1 = the very same.
pub(super) fn answers(typed: &LawRef, found: &LawRef) -> f32 {
    let law = if typed.law == found.law {
        1.0
    } else if typed.law.is_empty() || found.law.is_empty() {
        0.97
    } else {
        return 0.0;
    };
    if typed.number == 0 && typed.to == u16::MAX {
        return if law >= 1.0 { 0.9 } else { 0.0 };
    }
    if typed.chapter != found.chapter || typed.to < found.number || typed.number > found.to {
        return 0.0;
    }
    if typed.number != found.number || typed.to != found.to {
        return law * 0.9;
    }
    let letter = match (typed.letter, found.letter) {
        (a, b) if a == b => 1.0,
        (None, Some(_)) => 0.7,
        _ => return 0.0,
    };
    let same = typed.path.iter().zip(&found.path).all(|(a, b)| a == b);
    let path = match (same, typed.path.len(), found.path.len()) {
        (true, a, b) if a == b => 1.0,
        (true, a, b) if a < b => 0.85,
        (true, ..) => 0.4,
        (false, ..) => return 0.0,
    };
    law * letter * path
}

/// A paragraph as one writes it: `SEL § 52 a, stk. 3, nr. 6`.
pub(super) fn written(found: &LawRef) -> String {
    let mut out = if found.law.is_empty() { String::new() } else { format!("{} ", found.law.to_uppercase()) };
    out += if found.chapter { "kap. " } else { "§ " };
    out += &found.number.to_string();
    if found.to != found.number {
        out = format!("{out}-{}", found.to);
    }
    if let Some(letter) = found.letter {
        out.extend([' ', letter]);
    }
    for (name, part) in ["stk.", "nr.", "litra"].iter().zip(&found.path) {
        out = format!("{out}, {name} {part}");
    }
    out
}

/// A sign, number or word of the text, with the characters it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Sign { plural: bool },
    Number(u16),
    Word(&'a str),
    Mark(char),
    Space,
}

/// The references of a text, and the text without them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// References in the order they stand.
    pub refs: Vec<LawRef>,
    /// What is left, for the words.
    pub rest: String,
}

/// Reads all paragraphs of a text. `laws` are further short names of laws, folded.
pub(super) fn parse(text: &str, laws: &[String]) -> Parsed {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return match alone(text, laws) {
            Some(law) => Parsed { refs: vec![LawRef { law, to: u16::MAX, ..LawRef::default() }], rest: String::new() },
            None => Parsed { refs: Vec::new(), rest: text.to_owned() },
        };
    }
    let pieces = pieces(text);
    let mut reader = Reader { pieces: &pieces, at: 0, laws, plural: false, refs: Vec::new(), rest: String::new() };
    reader.run();
    Parsed { refs: reader.refs, rest: reader.rest }
}

/// A law and nothing else. Short names only in capitals: "sel" may be the beginning of "selvhjælp".
fn alone(text: &str, laws: &[String]) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST_LAW {
        return None;
    }
    let folded = super::fold::phrase(text);
    let key = law_key(text);
    let long = key != folded && LAWS.iter().any(|row| row.contains(&folded.as_str()));
    let short = text.chars().all(char::is_uppercase);
    (long || (short && laws.contains(&key))).then_some(key)
}

/// The short name of a law, however it is written.
pub(super) fn law_key(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    let folded = super::fold::phrase(name);
    let row = LAWS.iter().find(|row| row.contains(&folded.as_str()));
    row.and_then(|row| row.first()).map_or(folded, |key| (*key).to_owned())
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let here = rest;
        let mut take = |is_part: fn(char) -> bool| {
            let end = here.find(|c| !is_part(c)).unwrap_or(here.len());
            let (part, after) = here.split_at_checked(end.max(c.len_utf8())).unwrap_or((here, ""));
            rest = after;
            part
        };
        if c == '§' {
            let plural = take(|c| c == '§').chars().nth(1).is_some();
            out.push(Piece::Sign { plural });
        } else if c.is_ascii_digit() {
            let digits = take(|c| c.is_ascii_digit());
            out.push(digits.parse().map_or(Piece::Word(digits), Piece::Number));
        } else if c.is_alphabetic() {
            out.push(Piece::Word(take(|c| c.is_alphabetic() || is_mark(c))));
        } else if c.is_whitespace() {
            take(char::is_whitespace);
            if out.last() != Some(&Piece::Space) {
                out.push(Piece::Space);
            }
        } else {
            take(|_| false);
            out.push(Piece::Mark(if matches!(c, '‐' | '‑' | '–' | '—' | '−') { '-' } else { c }));
        }
    }
    out
}

fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

struct Reader<'a> {
    pieces: &'a [Piece<'a>],
    at: usize,
    laws: &'a [String],
    plural: bool,
    refs: Vec<LawRef>,
    rest: String,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut law = String::new();
        while let Some(piece) = self.pieces.get(self.at).copied() {
            match piece {
                Piece::Sign { plural } if self.number_after(1).is_some() => {
                    self.plural = plural;
                    self.at = self.number_after(1).unwrap_or(self.at + 1);
                    self.list(&law, false);
                    law.clear();
                }
                Piece::Word(_) => match self.law_at(self.at) {
                    Some((name, after)) if self.starts_reference(after) => {
                        self.at = after;
                        if let Some(number) = self.number_after(0) {
                            self.plural = false;
                            self.at = number;
                            self.list(&name, false);
                        } else {
                            law = name;
                        }
                    }
                    _ => self.word(&law),
                },
                Piece::Space => {
                    self.rest.push(' ');
                    self.at += 1;
                }
                Piece::Number(_) if self.is_before_law() => self.list("", false),
                other => {
                    push_piece(&mut self.rest, other);
                    self.at += 1;
                }
            }
        }
    }

    /// "85 SEL": a number without a sign, and the law right behind it.
    fn is_before_law(&self) -> bool {
        let mut ahead = Reader { rest: String::new(), refs: Vec::new(), ..*self };
        let alone =
            self.at.checked_sub(1).and_then(|before| self.pieces.get(before)).is_none_or(|p| *p == Piece::Space);
        alone && ahead.one("", false).is_some() && ahead.law_behind().is_some()
    }

    /// A word that is no law: a chapter, the sign in letters, or text.
    fn word(&mut self, law: &str) {
        let Some(piece) = self.pieces.get(self.at).copied() else { return };
        let Piece::Word(word) = piece else { return };
        let word = word.to_lowercase();
        let chapter = matches!(word.as_str(), "kap" | "kapitel");
        let sign = SIGN_WORDS.contains(&word.as_str());
        let dot = usize::from(self.pieces.get(self.at + 1) == Some(&Piece::Mark('.')));
        match self.number_after(1 + dot) {
            Some(number) if chapter || sign => {
                self.at = number;
                self.list(law, chapter);
            }
            _ => {
                push_piece(&mut self.rest, piece);
                self.at += 1;
            }
        }
    }

    /// Place of the number that follows `skip` pieces and perhaps a space or hyphen.
    fn number_after(&self, skip: usize) -> Option<usize> {
        let mut at = self.at + skip;
        while matches!(self.pieces.get(at), Some(Piece::Space | Piece::Mark('-' | '.' | ':')))
            && at < self.at + skip + 2
        {
            at += 1;
        }
        matches!(self.pieces.get(at), Some(Piece::Number(_))).then_some(at)
    }

    /// True where a number or § follows.
    fn starts_reference(&self, at: usize) -> bool {
        let after = |at: usize| match self.pieces.get(at) {
            Some(Piece::Number(_) | Piece::Sign { .. }) => true,
            Some(Piece::Word(word)) => {
                let word = word.to_lowercase();
                matches!(word.as_str(), "kap" | "kapitel") || SIGN_WORDS.contains(&word.as_str())
            }
            _ => false,
        };
        let gap = matches!(self.pieces.get(at), Some(Piece::Space | Piece::Mark('-' | '.' | ':' | ',')));
        let wide = gap && matches!(self.pieces.get(at + 1), Some(Piece::Space));
        after(at + usize::from(gap) + usize::from(wide))
    }

    /// The law whose name begins here, and the place after it.
    fn law_at(&self, at: usize) -> Option<(String, usize)> {
        let first = match self.pieces.get(at) {
            Some(Piece::Word(word)) if may_name_law(word, self.laws) => self.folded(at)?,
            _ => return None,
        };
        for row in LAWS {
            for name in row.iter().rev() {
                let mut words = name.split(' ');
                if words.next() != Some(first.as_str()) {
                    continue;
                }
                let mut end = at + 1;
                let all = words.all(|word| {
                    let here = self.folded(end + 1).as_deref() == Some(word);
                    end += 2;
                    here
                });
                if all {
                    return row.first().map(|key| ((*key).to_owned(), end));
                }
            }
        }
        self.laws.contains(&first).then(|| (first, at + 1))
    }

    fn folded(&self, at: usize) -> Option<String> {
        match self.pieces.get(at) {
            Some(Piece::Word(word)) => tokens(word).into_iter().next().map(|token| token.fold),
            _ => None,
        }
    }

    /// One or more references, beginning at a number.
    fn list(&mut self, law: &str, chapter: bool) {
        let first = self.refs.len();
        while let Some(found) = self.one(law, chapter) {
            self.refs.push(found);
            let Some(next) = self.next_in_list() else { break };
            self.at = next;
        }
        if law.is_empty()
            && let Some((name, after)) = self.law_behind()
        {
            self.at = after;
            for found in self.refs.iter_mut().skip(first) {
                found.law.clone_from(&name);
            }
        }
        self.rest.push(' ');
    }

    /// "§ 85 SEL", "§ 85 i serviceloven": only where no other reference belongs to that law.
    fn law_behind(&self) -> Option<(String, usize)> {
        let mut at = self.at;
        for _ in 0..3 {
            match self.pieces.get(at)? {
                Piece::Space | Piece::Mark(',') => at += 1,
                Piece::Word(word) if matches!(*word, "i" | "I" | "efter" | "af") => at += 1,
                _ => break,
            }
        }
        let (name, after) = self.law_at(at)?;
        (!self.starts_reference(after)).then_some((name, after))
    }

    /// A number with letter, subsection and range.
    fn one(&mut self, law: &str, chapter: bool) -> Option<LawRef> {
        let Some(Piece::Number(number)) = self.pieces.get(self.at) else { return None };
        self.at += 1;
        let mut found = LawRef { law: law.to_owned(), number: *number, to: *number, chapter, ..LawRef::default() };
        found.letter = self.letter();
        loop {
            if let Some(next) = self.subsection() {
                if let Some(Piece::Number(part)) = self.pieces.get(next) {
                    self.at = next + 1;
                    found.path.push(*part);
                } else {
                    self.at = next;
                    found.letter = self.letter();
                }
            } else if let Some((part, after)) = self.bare_part() {
                self.at = after;
                let range =
                    found.path.is_empty() && found.letter.is_none() && part > found.number && self.was_hyphen(after);
                if range {
                    found.to = part;
                } else {
                    found.path.push(part);
                }
            } else {
                break;
            }
        }
        Some(found)
    }

    fn was_hyphen(&self, after: usize) -> bool {
        (1..=4).filter_map(|back| after.checked_sub(back)).any(|at| self.pieces.get(at) == Some(&Piece::Mark('-')))
    }

    /// A letter that belongs to the number: `82a`, `82 a`, `101-a`. A loose `i` is the word "in".
    fn letter(&mut self) -> Option<char> {
        let gap = usize::from(matches!(self.pieces.get(self.at), Some(Piece::Space | Piece::Mark('-' | '.'))));
        let Some(Piece::Word(word)) = self.pieces.get(self.at + gap) else { return None };
        let mut chars = word.chars();
        let (Some(letter), None) = (chars.next(), chars.next()) else { return None };
        let letter = letter.to_ascii_lowercase();
        if !letter.is_ascii_lowercase() || (gap == 1 && (letter == 'i' || letter > 'n')) {
            return None;
        }
        self.at += gap + 1;
        Some(letter)
    }

    /// Place of what follows "stk." or "nr.".
    fn subsection(&self) -> Option<usize> {
        let mut at = self.at;
        while matches!(self.pieces.get(at), Some(Piece::Space | Piece::Mark(','))) {
            at += 1;
        }
        let Some(Piece::Word(word)) = self.pieces.get(at) else { return None };
        if !matches!(word.to_lowercase().as_str(), "stk" | "stykke" | "nr" | "nummer") {
            return None;
        }
        at += 1;
        while matches!(self.pieces.get(at), Some(Piece::Space | Piece::Mark('.'))) {
            at += 1;
        }
        match self.pieces.get(at) {
            Some(Piece::Number(_)) => Some(at),
            Some(Piece::Word(word)) if word.chars().count() == 1 => Some(at),
            _ => None,
        }
    }

    /// `-3.6`, `,3,9`, ` - 61`: a number that hangs on without a word.
    fn bare_part(&self) -> Option<(u16, usize)> {
        let mark = self.pieces.get(self.at);
        let next = self.pieces.get(self.at + 1);
        match (mark, next) {
            (Some(Piece::Mark('-' | '.')), Some(Piece::Number(part))) => Some((*part, self.at + 2)),
            (Some(Piece::Mark(',')), Some(Piece::Number(part))) if !self.plural => Some((*part, self.at + 2)),
            (Some(Piece::Space), Some(Piece::Mark('-'))) => {
                match (self.pieces.get(self.at + 2), self.pieces.get(self.at + 3)) {
                    (Some(Piece::Space), Some(Piece::Number(part))) => Some((*part, self.at + 4)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The next number of "§§ 83, 83 a og 86", or of "jf. 52".
    fn next_in_list(&self) -> Option<usize> {
        let mut at = self.at;
        let mut joined = false;
        loop {
            match self.pieces.get(at)? {
                Piece::Space => at += 1,
                Piece::Mark(',' | '/' | '-' | '.') => {
                    joined = true;
                    at += 1;
                }
                Piece::Word(word) => {
                    let word = word.to_lowercase();
                    let refers = matches!(word.as_str(), "jf" | "jfr" | "jvf");
                    if !(refers || self.plural && matches!(word.as_str(), "og" | "eller" | "samt")) {
                        return None;
                    }
                    joined = true;
                    at += 1;
                }
                Piece::Sign { .. } if joined => at += 1,
                Piece::Number(_) if joined => return Some(at),
                _ => return None,
            }
        }
    }
}

/// Bytes of the longest short name of a law.
const LONGEST_SHORT: usize = 4;

/// A quick look before folding: every word of every description with a § comes by here.
fn may_name_law(word: &str, laws: &[String]) -> bool {
    let ends = |end: &str| {
        let start = word.len().checked_sub(end.len());
        start.and_then(|start| word.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    let same = |name: &str| name.eq_ignore_ascii_case(word);
    ["lov", "loven", "lovens", "indsats"].iter().any(|end| ends(end))
        || same("barnets")
        || word.len() <= LONGEST_SHORT && LAWS.iter().copied().flatten().any(|name| same(name))
        || laws.iter().any(|law| !law.is_ascii() || same(law))
}

fn push_piece(out: &mut String, piece: Piece<'_>) {
    match piece {
        Piece::Sign { .. } => out.push('§'),
        Piece::Number(number) => out.push_str(&number.to_string()),
        Piece::Word(word) => out.push_str(word),
        Piece::Mark(mark) => out.push(mark),
        Piece::Space => out.push(' '),
    }
}

#[cfg(test)]
mod tests;
