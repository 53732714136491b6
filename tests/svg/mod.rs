//! A frame as an SVG picture: each run of cells is a text of its own with a fixed width, so that every cell is where the
//! terminal has it, whatever font the reader has.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A cell in pixels, and the room around the frame.
const CELL: (f32, f32) = (8.4, 18.0);
const ROOM: f32 = 14.0;
/// From the top of a line to where its letters stand.
const BASELINE: f32 = 13.5;

const PAPER: &str = "#1c2128";
const INK: &str = "#d3dae3";

/// How a cell looks, and what is drawn together.
#[derive(Clone, PartialEq)]
struct Look {
    ink: &'static str,
    paper: Option<&'static str>,
    /// Letters of the classes that the style sheet knows.
    classes: String,
    /// Signs that many fonts lack come from another font with other widths: they are never in one run with letters.
    sign: bool,
}

struct Run {
    column: usize,
    line: usize,
    cells: usize,
    text: String,
    look: Look,
}

/// The picture of `buffer` with the text cursor, called `title` for those who do not see it.
pub fn picture(title: &str, buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let area = buffer.area;
    let width = f32::from(area.width) * CELL.0 + 2.0 * ROOM;
    let height = f32::from(area.height) * CELL.1 + 2.0 * ROOM;
    let runs: Vec<Run> = (0..area.height).flat_map(|y| runs(buffer, y)).collect();
    let mut inks: BTreeMap<&str, usize> = BTreeMap::new();
    for run in &runs {
        let next = inks.len();
        inks.entry(run.look.ink).or_insert(next);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" xml:space=\"preserve\" role=\"img\" aria-label=\"{0}\">\n<title>{0}</title>\n<style>text{{font:14px \
         'DejaVu Sans Mono','Cascadia Mono',Consolas,Menlo,monospace;white-space:pre}}\
         .b{{font-weight:bold}}.d{{opacity:.62}}.i{{font-style:italic}}.u{{text-decoration:underline}}",
        escaped(title)
    );
    for (ink, number) in &inks {
        let _ = write!(out, ".c{number}{{fill:{ink}}}");
    }
    let _ = writeln!(out, "</style>\n<rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"{PAPER}\"/>");
    for run in &runs {
        let (x, y) = (ROOM + number(run.column) * CELL.0, ROOM + number(run.line) * CELL.1);
        let wide = number(run.cells) * CELL.0;
        if let Some(paper) = run.look.paper {
            let _ = writeln!(
                out,
                "<rect x=\"{x:.1}\" y=\"{y:.0}\" width=\"{wide:.1}\" height=\"{:.0}\" fill=\"{paper}\"/>",
                CELL.1
            );
        }
        if !run.text.trim().is_empty() {
            let class = inks.get(run.look.ink).copied().unwrap_or_default();
            let _ = writeln!(
                out,
                "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" class=\"c{class}{}\">{}</text>",
                y + BASELINE,
                run.look.classes,
                escaped(&run.text)
            );
        }
    }
    if let Some((x, y)) = cursor {
        let (x, y) = (ROOM + f32::from(x) * CELL.0, ROOM + f32::from(y) * CELL.1);
        let _ = writeln!(out, "<rect x=\"{x:.1}\" y=\"{y:.0}\" width=\"2\" height=\"{:.0}\" fill=\"{INK}\"/>", CELL.1);
    }
    out + "</svg>\n"
}

fn number(cells: usize) -> f32 {
    f32::from(u16::try_from(cells).unwrap())
}

/// The line in runs of one look; empty cells belong to none unless they can be seen.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    let mut x = 0;
    let mut blanks = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let wide = cell.symbol().width().max(1);
        let look = look(cell);
        let empty = cell.symbol().trim().is_empty() && look.paper.is_none() && !look.classes.contains('u');
        match runs.last_mut() {
            // One blank between two words of a look keeps them together.
            Some(run)
                if !empty && run.look == look && blanks <= 1 && run.column + run.cells + blanks == usize::from(x) =>
            {
                run.text += &" ".repeat(blanks);
                run.text += cell.symbol();
                run.cells += blanks + wide;
            }
            _ if !empty => {
                runs.push(Run { column: x.into(), line: y.into(), cells: wide, text: cell.symbol().to_owned(), look });
            }
            _ => {}
        }
        blanks = if empty { blanks + 1 } else { 0 };
        x += u16::try_from(wide).unwrap();
    }
    runs
}

fn look(cell: &Cell) -> Look {
    let has = |modifier| cell.modifier.contains(modifier);
    let (ink, paper) = (colour(cell.fg).unwrap_or(INK), colour(cell.bg));
    let (ink, paper) = if has(Modifier::REVERSED) { (paper.unwrap_or(PAPER), Some(ink)) } else { (ink, paper) };
    let classes: String =
        [(Modifier::BOLD, " b"), (Modifier::DIM, " d"), (Modifier::ITALIC, " i"), (Modifier::UNDERLINED, " u")]
            .into_iter()
            .filter(|(modifier, _)| has(*modifier))
            .map(|(_, class)| class)
            .collect();
    let sign = cell.symbol().chars().any(|c| c >= '\u{2190}' || (c > '\u{17f}' && c < '\u{2010}'));
    Look { ink, paper, classes, sign }
}

/// The sixteen colours as a terminal with a dark background shows them; `None` = the terminal's own.
fn colour(colour: Color) -> Option<&'static str> {
    Some(match colour {
        Color::Reset => return None,
        Color::Black => "#2d333b",
        Color::Red => "#f47067",
        Color::Green => "#6bc46d",
        Color::Yellow => "#daaa3f",
        Color::Blue => "#6cb6ff",
        Color::Magenta => "#dcbdfb",
        Color::Cyan => "#56d4dd",
        Color::Gray => "#adbac7",
        Color::DarkGray => "#768390",
        Color::LightRed => "#ff938a",
        Color::LightGreen => "#8ddb8c",
        Color::LightYellow => "#eac55f",
        Color::LightBlue => "#96d0ff",
        Color::LightMagenta => "#e5ccff",
        Color::LightCyan => "#76e3ea",
        Color::White => "#ffffff",
        other => panic!("{other:?} is not one of the sixteen colours"),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
