//! What an import says about what it read, as data; the words for it are in the locale files.

use serde::Serialize;

use super::super::clean::clean_line;

/// As many places as a note names; the others are counted.
const EXAMPLES: usize = 20;

/// As many characters as an example shows of a text.
const SHOWN: usize = 80;

/// What is said about a file, a column or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    // What stopped something from being read.
    /// The file is larger than what is read, or there are too many of them.
    TooBig,
    /// The file is no JSON, or nested deeper than 128 levels.
    Damaged,
    /// A package names a file outside itself; it was not read.
    OutsidePackage,
    /// Nothing in it is an offer.
    NothingFound,
    /// More rows than are read; the others were left out.
    TooManyRows,
    /// A text longer than what is read; the end was left out.
    CutText,
    // What was assumed.
    /// The description of a package (`datapackage.json`) cannot be read; its files are known by their names.
    NoDescription,
    /// A package names a file that is not there.
    MissingFile,
    /// A file or table that nothing is read from.
    UnknownFile,
    /// The encoding that was assumed where it is not UTF-8.
    Encoding,
    /// Characters that could not be read in that encoding.
    BadCharacters,
    /// The separator between the cells, where it is neither semicolon nor comma.
    Separator,
    // Rows.
    /// Neither name nor id: the row was left out.
    EmptyRow,
    /// The row has fewer cells than the header.
    ShortRow,
    /// The row has more cells than the header; those without a name were left out.
    LongRow,
    /// A quotation mark without its other half: the lines it swallowed were read one by one.
    BrokenQuote,
    /// The id stands more than once; one was read: of rows the first, of JSON records the fullest.
    DuplicateId,
    /// The same name and text as an offer with another id; both were read.
    LooksAlike,
    /// Points to a row that is not there.
    Dangling,
    // Columns and values.
    /// A column nobody knows.
    UnknownColumn,
    /// A second column for the same field; it was used where the first is empty.
    DoubleColumn,
    /// A column that is needed is not there.
    MissingColumn,
    /// A value that is needed is not there.
    MissingValue,
    /// An id was made from the name.
    MadeId,
    /// The value could not be understood and was left unknown.
    BadValue,
    /// HTML was turned into text.
    Markup,
    /// Control characters, escape sequences or marks that turn the line were removed.
    Control,
    /// Line ends written as `\n` became line ends.
    WrittenLineEnds,
    /// The catalogue has no place for this field.
    NoPlace,
    /// Earlier values and who changed them: never read, for they may be about persons.
    Metadata,
}

impl Kind {
    /// True where offers or parts of them could not be read.
    pub fn is_failure(self) -> bool {
        self <= Kind::CutText
    }
}

/// Where something was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// Line of the file, or number of the entry in a JSON file, from 1; 0 = the file as a whole.
    pub row: usize,
    /// What it is about: an id, a name, a value.
    pub subject: String,
}

/// One thing that was seen, as often as it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What.
    pub kind: Kind,
    /// Name of the file inside the package.
    pub file: String,
    /// Name of the column or field; empty = none.
    pub column: String,
    /// How many times.
    pub count: usize,
    /// The first of them.
    pub examples: Vec<Example>,
}

/// All that was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Notes by file, then kind, then column.
    pub notes: Vec<Note>,
}

impl Report {
    /// Notes something about a row.
    pub(super) fn add(&mut self, kind: Kind, file: &str, row: usize, column: &str, subject: &str) {
        self.add_many(kind, file, row, column, subject, 1);
    }

    /// Notes something that was seen `count` times at once.
    pub(super) fn add_many(&mut self, kind: Kind, file: &str, row: usize, column: &str, subject: &str, count: usize) {
        // Both come from the package: names of files, columns and fields can be anything.
        let (file, column) = (clean_line(file), shown(column));
        let (file, column) = (file.as_str(), column.as_str());
        let order = |note: &Note| (note.file.as_str(), note.kind, note.column.as_str()).cmp(&(file, kind, column));
        let at = match self.notes.binary_search_by(order) {
            Ok(at) => at,
            Err(at) => {
                let note =
                    Note { kind, file: file.to_owned(), column: column.to_owned(), count: 0, examples: Vec::new() };
                self.notes.insert(at, note);
                at
            }
        };
        let Some(note) = self.notes.get_mut(at) else { return };
        note.count += count;
        if note.examples.len() < EXAMPLES {
            note.examples.push(Example { row, subject: shown(subject) });
        }
    }

    /// How often something of this kind was seen.
    pub fn count(&self, kind: Kind) -> usize {
        self.notes.iter().filter(|note| note.kind == kind).map(|note| note.count).sum()
    }
}

/// One harmless line of a text, cut where it grows long.
pub(super) fn shown(text: &str) -> String {
    let head: String = text.chars().take(4 * SHOWN).collect();
    let line = clean_line(&head);
    match line.char_indices().nth(SHOWN) {
        None => line,
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
    }
}
