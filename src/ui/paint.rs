//! Putting text into the frame: clipped to it, counted by what a terminal shows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use crate::app::wrap::{clip, width, wrap};
use crate::catalog::clean::{clean, is_suspicious};

/// The frame and how to paint in it.
pub struct Paint<'a> {
    buffer: &'a mut Buffer,
    /// Styles.
    pub theme: &'a Theme,
    /// Where the terminal's cursor stands, when a text has the focus.
    pub cursor: Option<(u16, u16)>,
}

impl<'a> Paint<'a> {
    /// For one frame.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme, cursor: None }
    }

    /// The whole frame.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Writes a text, shortened with … to `room` cells; gives the column behind it.
    pub fn put(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() || room == 0 {
            return x;
        }
        let room = room.min(area.right() - x);
        let text = clip(text, usize::from(room));
        // What stands in a file is clean already; its name may not be. What is taken away takes no cell.
        let text = if is_suspicious(&text) { clean(&text) } else { text };
        let (end, _) = self.buffer.set_stringn(x, y, &text, usize::from(room), style);
        end
    }

    /// Writes a text that ends at column `end` (excluded), using at most `room` cells; gives its first column.
    pub fn put_right(&mut self, end: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let text = clip(text, usize::from(room));
        let wide = u16::try_from(width(&text)).unwrap_or(room);
        let x = end.saturating_sub(wide);
        self.put(x, y, wide, &text, style);
        x
    }

    /// A line across the frame.
    pub fn rule(&mut self, y: u16) {
        let area = self.buffer.area;
        let line = self.theme.signs.rule.repeat(usize::from(area.width));
        self.put(area.x, y, area.width, &line, self.theme.muted);
    }

    /// The signs that there is more above or below what scrolls: `room` lines from line `y` on, `first` the first of `all`.
    pub fn more(&mut self, first: usize, all: usize, y: u16, room: u16) {
        let (above, below) = (self.theme.signs.above, self.theme.signs.below);
        let x = self.area().right().saturating_sub(1);
        if first > 0 {
            self.put(x, y, 1, above, self.theme.key);
        }
        if all > first + usize::from(room) {
            self.put(x, y + room.saturating_sub(1), 1, below, self.theme.key);
        }
    }

    /// Changes the style of cells.
    pub fn tint(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, style);
    }

    /// Empties an area and draws a frame around it; gives what is inside.
    pub fn boxed(&mut self, width: u16, height: u16, title: &str) -> Rect {
        let whole = self.buffer.area;
        let (width, height) = (width.min(whole.width), height.min(whole.height));
        let area =
            Rect { x: whole.x + (whole.width - width) / 2, y: whole.y + (whole.height - height) / 2, width, height };
        if width < 4 || height < 3 {
            return Rect { width: 0, height: 0, ..area };
        }
        let blank = " ".repeat(usize::from(width));
        for y in area.top()..area.bottom() {
            self.buffer.set_stringn(area.x, y, &blank, usize::from(width), Style::reset());
        }
        let fine = self.theme.signs.rule == "─";
        let (corners, side) = if fine { (["┌", "┐", "└", "┘"], "│") } else { (["+", "+", "+", "+"], "|") };
        let line = self.theme.signs.rule.repeat(usize::from(width - 2));
        let [top_left, top_right, low_left, low_right] = corners;
        self.put(area.x, area.y, width, &format!("{top_left}{line}{top_right}"), Style::new());
        self.put(area.x, area.bottom() - 1, width, &format!("{low_left}{line}{low_right}"), Style::new());
        for y in area.top() + 1..area.bottom() - 1 {
            self.put(area.x, y, 1, side, Style::new());
            self.put(area.right() - 1, y, 1, side, Style::new());
        }
        if !title.is_empty() {
            let title = format!(" {title} ");
            self.put(area.x + 2, area.y, width.saturating_sub(4), &title, self.theme.title);
        }
        Rect { x: area.x + 2, y: area.y + 1, width: width - 4, height: height - 2 }
    }

    /// Writes a text over several lines; gives the line below it.
    pub fn paragraph(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let mut y = area.y;
        for line in wrap(text, area.width) {
            if y >= area.bottom() {
                break;
            }
            self.put(area.x, y, area.width, text.get(line.start..line.end).unwrap_or_default(), style);
            y += 1;
        }
        y
    }

    /// One sentence in the middle of an otherwise empty frame.
    pub fn middle(&mut self, text: &str) {
        let area = self.buffer.area;
        let room = area.width.saturating_sub(2).max(1);
        let lines = wrap(text, room);
        let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let mut y = area.y + area.height.saturating_sub(count) / 2;
        for line in lines {
            let text = text.get(line.start..line.end).unwrap_or_default();
            let wide = u16::try_from(width(text)).unwrap_or(room);
            self.put(area.x + area.width.saturating_sub(wide) / 2, y, room, text, Style::new());
            y = y.saturating_add(1);
        }
    }
}
