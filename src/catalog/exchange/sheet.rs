//! Tables of text: whatever separator, encoding and line ends they have, and a quotation mark astray here and there.

use std::borrow::Cow;

use super::decode::decode;
use super::report::{Kind, Report};
use super::{Limits, cells};

/// A table with its header.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Name of the file.
    pub file: String,
    /// The header, as it stands there.
    pub header: Vec<String>,
    /// The rows; each has as many cells as it has, trimmed and without the guard against formulas.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// Line it begins on, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The separators that are looked for; the first is the usual one in Denmark.
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// Reads a table. `is_column` says whether a name is one that a header may have.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    is_column: &dyn Fn(&str) -> bool,
    limits: Limits,
    report: &mut Report,
) -> Table {
    let text = text_of(file, bytes, report);
    let (separator, skipped) = match separator_line(&text) {
        Some((separator, rest)) => (separator, text.len() - rest.len()),
        None => (guess(&text, is_column), 0),
    };
    let body = text.get(skipped..).unwrap_or_default();
    let first_line = 1 + usize::from(skipped > 0);
    let mut table = Table { file: file.to_owned(), ..Table::default() };
    let records = records(body, separator);
    let mut records = records.into_iter();
    let Some(header) = records.next() else { return table };
    table.header = header.cells.iter().map(|cell| super::super::clean::clean_line(cells::unguarded(cell))).collect();
    if separator != ';' && separator != ',' {
        let name = if separator == '\t' { String::from("tab") } else { separator.to_string() };
        report.add(Kind::Separator, file, first_line, "", &name);
    }
    let mut astray = false;
    for record in records {
        let slice = body.get(record.from..record.to).unwrap_or_default();
        let row = |cells: Vec<String>, line: usize| Row {
            line,
            cells: cells.iter().map(|cell| cells::unguarded(cell).to_owned()).collect(),
        };
        let line = first_line + record.line;
        if is_astray(slice, record.cells.len(), table.header.len()) {
            astray = true;
            report.add(Kind::BrokenQuote, file, line, "", slice);
            let single = line_by_line(slice, separator, table.header.len());
            table.rows.extend(single.into_iter().map(|(at, cells)| row(cells, line + at)));
        } else {
            table.rows.push(row(record.cells, line));
        }
        if table.rows.len() > limits.rows {
            table.rows.truncate(limits.rows);
            report.add(Kind::TooManyRows, file, line, "", &limits.rows.to_string());
            break;
        }
    }
    // The rows a quotation mark swallowed may be there in part only.
    table.rows.retain(|row| !astray || row.cells.iter().any(|cell| !cell.is_empty()));
    table
}

/// The text with `\n` at the end of each line, and a word on how it was read.
pub(super) fn text_of(file: &str, bytes: &[u8], report: &mut Report) -> String {
    let decoded = decode(bytes);
    if let Some(name) = decoded.assumed {
        report.add(Kind::Encoding, file, 0, "", name);
    }
    if decoded.bad > 0 {
        report.add_many(Kind::BadCharacters, file, 0, "", "", decoded.bad);
    }
    let text: Cow<'_, str> = if decoded.text.contains('\r') {
        decoded.text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        decoded.text.into()
    };
    text.into_owned()
}

/// The separator that a spreadsheet wrote on a line of its own: `sep=;`.
fn separator_line(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut chars = first.trim().strip_prefix("sep=")?.chars();
    let separator = chars.next()?;
    (chars.next().is_none() && separator.is_ascii()).then_some((separator, rest))
}

/// The separator that gives the most columns with a name we know; then the one that gives the most columns.
fn guess(text: &str, is_column: &dyn Fn(&str) -> bool) -> char {
    let head = text.trim_start_matches('\n');
    let head = head.get(..head.len().min(LONGEST_HEADER)).unwrap_or(head);
    let worth = |separator: char| {
        let header =
            records_up_to(head, separator, 1).into_iter().next().map(|record| record.cells).unwrap_or_default();
        (header.iter().filter(|name| is_column(name)).count(), header.len())
    };
    let best = SEPARATORS.into_iter().enumerate().max_by_key(|(at, one)| (worth(*one), SEPARATORS.len() - at));
    best.map_or(';', |(_, separator)| separator)
}

/// As many bytes as a header may have to be looked at four times.
const LONGEST_HEADER: usize = 100_000;

struct Record {
    cells: Vec<String>,
    /// Line it begins on, from 0.
    line: usize,
    /// Where it stands in the text.
    from: usize,
    to: usize,
}

fn records(text: &str, separator: char) -> Vec<Record> {
    records_up_to(text, separator, usize::MAX)
}

fn records_up_to(text: &str, separator: char, most: usize) -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut line, mut counted) = (0, 0);
    // The text is UTF-8 and rows may have any length, so nothing can fail; if it does, what was read counts.
    while records.len() < most && reader.read_record(&mut record).unwrap_or(false) {
        let place = record.position().map_or(0, csv::Position::byte);
        let mut from = usize::try_from(place).unwrap_or(usize::MAX).min(text.len());
        // Blank lines belong to no record.
        while text.as_bytes().get(from) == Some(&b'\n') {
            from += 1;
        }
        let to = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
        line += text.get(counted..from).unwrap_or_default().matches('\n').count();
        counted = from.max(counted);
        records.push(Record { cells: record.iter().map(str::to_owned).collect(), line, from, to });
    }
    records
}

/// True for a record of several lines that a quotation mark astray made.
fn is_astray(slice: &str, cells: usize, columns: usize) -> bool {
    let slice = slice.trim_end();
    slice.contains('\n') && (cells != columns || !slice.matches('"').count().is_multiple_of(2))
}

/// The lines of a record, each as a row of its own: the first as it is, the others where they have all cells.
fn line_by_line(slice: &str, separator: char, columns: usize) -> Vec<(usize, Vec<String>)> {
    let read = |line: &str| -> Vec<String> {
        if line.matches('"').count().is_multiple_of(2) {
            let record = records_up_to(line, separator, 1).into_iter().next();
            return record.map(|record| record.cells).unwrap_or_default();
        }
        line.split(separator).map(|cell| cell.replace('"', "")).collect()
    };
    let rows = slice.lines().enumerate().map(|(at, line)| (at, read(line)));
    rows.filter(|(at, cells)| cells.len() == columns || (*at == 0 && cells.len() > 1)).collect()
}

/// A table as bytes that a Danish spreadsheet opens: semicolons, a byte order mark, `\r\n`.
pub(super) fn write_danish(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    out.extend(write(header, rows, b';'));
    out
}

/// A table as other programs read it: commas and `\r\n`.
pub(super) fn write(header: &[&str], rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| cells::guarded(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn table(text: &str) -> (Table, Report) {
        let mut report = Report::default();
        let known = |name: &str| ["id", "navn"].contains(&name);
        let table = read("a.csv", text.as_bytes(), &known, Limits::default(), &mut report);
        (table, report)
    }

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        table(text).0.rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn separator_and_line_ends_are_found_out() {
        for separator in [";", ",", "\t", "|"] {
            for end in ["\n", "\r\n", "\r"] {
                let text = format!("id{separator}navn{end}1{separator}\"a{end}b\"{end}{end}2{separator}c");
                let expected = [(2, vec!["1".into(), "a\nb".into()]), (5, vec!["2".into(), "c".to_owned()])];
                assert_eq!(rows(&text), expected, "{text:?}");
            }
        }
        assert_eq!(rows("sep=,\nid,navn\n1,a;b"), [(3, vec!["1".into(), "a;b".to_owned()])]);
    }

    #[test]
    fn a_separator_that_is_only_text_is_not_taken() {
        let (table, _) = table("id;navn;a,b,c,d\n1;x;y");
        assert_eq!(table.header, ["id", "navn", "a,b,c,d"]);
    }

    #[test]
    fn a_quotation_mark_astray_swallows_no_rows() {
        let text = "id;navn;tekst\n1;\"a;x\n2;b;y\n3;c;z\n";
        let (table, report) = table(text);
        assert_eq!(table.rows.iter().map(|row| row.cells[0].as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(report.count(Kind::BrokenQuote), 1);
    }

    #[test]
    fn an_empty_file_is_an_empty_table() {
        for text in ["", "\n\n", "\u{feff}"] {
            assert!(table(text).0.header.is_empty(), "{text:?}");
        }
    }
}
