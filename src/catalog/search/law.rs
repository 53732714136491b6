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

/// How well a reference in an offer answers the one that was typed: 0 = not at all, 1 = the very same.
pub(super) fn answers(typed: &LawRef, found: &LawRef) -> f32 {
    let law = if typed.law == found.law {
        1.0
    } else if typed.law.is_empty() || found.law.is_empty() {
        0.97
    } else {
        return 0.0;
    };
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

/// A sign, number or word of the text, with the characters it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Sign { plural: bool },
    Number(u16),
    Word(String),
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
    let pieces = pieces(text);
    let mut reader = Reader { pieces: &pieces, at: 0, laws, plural: false, refs: Vec::new(), rest: String::new() };
    reader.run();
    Parsed { refs: reader.refs, rest: reader.rest }
}

/// The short name of a law, however it is written.
pub(super) fn law_key(name: &str) -> String {
    let folded = super::fold::phrase(name);
    let row = LAWS.iter().find(|row| row.contains(&folded.as_str()));
    row.and_then(|row| row.first()).map_or(folded, |key| (*key).to_owned())
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '§' {
            let plural = chars.next_if_eq(&'§').is_some();
            while chars.next_if_eq(&'§').is_some() {}
            out.push(Piece::Sign { plural });
        } else if c.is_ascii_digit() {
            let mut digits = String::from(c);
            while let Some(next) = chars.next_if(char::is_ascii_digit) {
                digits.push(next);
            }
            out.push(digits.parse().map_or(Piece::Word(digits), Piece::Number));
        } else if c.is_alphabetic() {
            let mut word = String::from(c);
            while let Some(next) =
                chars.next_if(|next| next.is_alphabetic() || unicode_normalization::char::is_combining_mark(*next))
            {
                word.push(next);
            }
            out.push(Piece::Word(word));
        } else if c.is_whitespace() {
            if out.last() != Some(&Piece::Space) {
                out.push(Piece::Space);
            }
        } else {
            out.push(Piece::Mark(if matches!(c, '‐' | '‑' | '–' | '—' | '−') { '-' } else { c }));
        }
    }
    out
}

struct Reader<'a> {
    pieces: &'a [Piece],
    at: usize,
    laws: &'a [String],
    plural: bool,
    refs: Vec<LawRef>,
    rest: String,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut law = String::new();
        while let Some(piece) = self.pieces.get(self.at) {
            match piece {
                Piece::Sign { plural } if self.number_after(1).is_some() => {
                    self.plural = *plural;
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
                other => {
                    push_piece(&mut self.rest, other);
                    self.at += 1;
                }
            }
        }
    }

    /// A word that is no law: a chapter, or text.
    fn word(&mut self, law: &str) {
        let Some(piece) = self.pieces.get(self.at) else { return };
        let chapter = matches!(piece, Piece::Word(word) if matches!(word.to_lowercase().as_str(), "kap" | "kapitel"));
        let dot = usize::from(self.pieces.get(self.at + 1) == Some(&Piece::Mark('.')));
        match self.number_after(1 + dot) {
            Some(number) if chapter => {
                self.at = number;
                self.list(law, true);
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
            Some(Piece::Number(_)) => true,
            Some(Piece::Sign { .. }) => true,
            Some(Piece::Word(word)) => matches!(word.to_lowercase().as_str(), "kap" | "kapitel"),
            _ => false,
        };
        let gap = matches!(self.pieces.get(at), Some(Piece::Space | Piece::Mark('-' | '.' | ':' | ',')));
        let wide = gap && matches!(self.pieces.get(at + 1), Some(Piece::Space));
        after(at + usize::from(gap) + usize::from(wide))
    }

    /// The law whose name begins here, and the place after it.
    fn law_at(&self, at: usize) -> Option<(String, usize)> {
        let first = self.folded(at)?;
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
                Piece::Word(word) if matches!(word.as_str(), "i" | "I" | "efter" | "af") => at += 1,
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
                match self.pieces.get(next) {
                    Some(Piece::Number(part)) => {
                        self.at = next + 1;
                        found.path.push(*part);
                    }
                    _ => {
                        self.at = next;
                        found.letter = self.letter();
                    }
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

fn push_piece(out: &mut String, piece: &Piece) {
    match piece {
        Piece::Sign { .. } => out.push('§'),
        Piece::Number(number) => out.push_str(&number.to_string()),
        Piece::Word(word) => out.push_str(word),
        Piece::Mark(mark) => out.push(*mark),
        Piece::Space => out.push(' '),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    /// The references as one reads them: `sel 52a.3.6`, `57-61`.
    fn read(text: &str) -> Vec<String> {
        let show = |found: &LawRef| {
            let mut out = if found.law.is_empty() { String::new() } else { format!("{} ", found.law) };
            out += if found.chapter { "kap " } else { "" };
            out += &found.number.to_string();
            if found.to != found.number {
                out += &format!("-{}", found.to);
            }
            out.extend(found.letter);
            for part in &found.path {
                out += &format!(".{part}");
            }
            out
        };
        parse(text, &[]).refs.iter().map(show).collect()
    }

    #[test]
    fn a_paragraph_is_read_however_it_is_typed() {
        for text in ["SEL85", "sel-85", "sel § 85", "Serviceloven § 85", "§ 85 SEL", "§85 i serviceloven", "SEL 85"]
        {
            assert_eq!(read(text), ["sel 85"], "{text}");
        }
        assert_eq!(read("§ 82 a"), ["82a"]);
        assert_eq!(read("§82A"), ["82a"]);
        assert_eq!(read("Barnets Lov § 32"), ["bl 32"]);
    }

    #[test]
    fn subsections_are_read_in_words_and_in_figures() {
        for text in ["§ 52 stk 3 nr 6", "§ 52, stk. 3, nr. 6", "§ 52.3.6", "§ 52,3,6", "§ 52-3.6"] {
            assert_eq!(read(text), ["52.3.6"], "{text}");
        }
        assert_eq!(read("SEL-76-a"), ["sel 76a"]);
        assert_eq!(read("§ 76 stk. a"), ["76a"]);
    }

    #[test]
    fn ranges_and_lists_are_read() {
        assert_eq!(read("LAB §§ 57-61"), ["lab 57-61"]);
        assert_eq!(read("§§ 83, 83 a og 86"), ["83", "83a", "86"]);
        assert_eq!(read("§ 113 i Serviceloven"), ["sel 113"]);
        assert_eq!(read("SEL-44-jfr. §84 SEL-52-3.5"), ["sel 44", "sel 84", "sel 52.3.5"]);
        assert_eq!(read("LAB kap. 12"), ["lab kap 12"]);
    }

    #[test]
    fn ages_dates_and_counts_are_no_paragraphs() {
        for text in ["18-22 årige", "12 uger", "den 1. juli 2026", "selv 3 gange"] {
            assert!(read(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_words_around_a_paragraph_are_left_for_the_search() {
        assert_eq!(
            parse("bostøtte SEL § 85 til unge", &[]).rest.split_whitespace().collect::<Vec<_>>(),
            ["bostøtte", "til", "unge"]
        );
    }

    #[test]
    fn numbers_never_match_by_their_first_digits_or_by_likeness() {
        let one = |text: &str| parse(text, &[]).refs.remove(0);
        assert!(answers(&one("§ 10"), &one("§ 104")) == 0.0);
        assert!(answers(&one("§ 85"), &one("§ 95")) == 0.0);
        assert!(answers(&one("§ 82 a"), &one("§ 82 b")) == 0.0);
        assert!(answers(&one("SEL § 85"), &one("LAB § 85")) == 0.0);
        assert!(answers(&one("§ 59"), &one("§ 57-61")) > 0.8);
        assert!(answers(&one("SEL § 85"), &one("SEL § 85")) > answers(&one("SEL § 85"), &one("§ 85")));
        assert!(answers(&one("§ 101"), &one("§ 101")) > answers(&one("§ 101"), &one("§ 101 a")));
        assert!(answers(&one("§ 52 stk 3"), &one("§ 52 stk 4")) == 0.0);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            let _ = parse(&text, &[]);
        }

        #[test]
        fn any_mixture_of_signs_and_numbers_can_be_read(text in "(§|§§|SEL| |-|,|\\.|stk|nr|kap|jf|og|[0-9]{1,6}|[a-z]|–){0,20}") {
            let _ = parse(&text, &[]);
        }

        #[test]
        fn a_written_paragraph_is_read_back(number in 1u16..400, letter in prop::option::of("[a-h]")) {
            let letter = letter.unwrap_or_default();
            let refs = parse(&format!("SEL § {number} {letter}"), &[]).refs;
            prop_assert_eq!(refs.len(), 1);
            prop_assert_eq!((refs[0].number, refs[0].letter), (number, letter.chars().next()));
        }
    }
}
