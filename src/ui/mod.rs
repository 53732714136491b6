//! Drawing: takes the model, changes nothing. The only room besides `terminal` that knows ratatui.
//!
//! Nothing here reads a session as a whole: screens get `Seen`. Nothing writes outside the frame, whatever its size.

mod browser;
mod citizen;
mod fit;
mod frame;
mod home;
mod offers;
mod overlays;
mod page;
mod paint;
pub mod theme;

use ratatui::Frame;

use crate::app::model::{Model, Screen, Size};
use crate::app::overlay::Overlay;
use crate::text::w;

use paint::Paint;
use theme::Theme;

/// Draws the whole screen.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: &Theme) {
    let area = frame.area();
    let mut paint = Paint::new(frame.buffer_mut(), theme);
    view(&mut paint, model, Size { width: area.width, height: area.height });
    let cursor = paint.cursor;
    if let Some((x, y)) = cursor {
        frame.set_cursor_position((x, y));
    }
}

fn view(paint: &mut Paint<'_>, model: &Model, size: Size) {
    if model.privacy {
        paint.middle(&model.t(w("privacy-screen")));
        return;
    }
    if size.is_too_small() {
        let args =
            [("width", i64::from(Size::SMALLEST.width).into()), ("height", i64::from(Size::SMALLEST.height).into())];
        paint.middle(&model.text.fmt(w("too-small"), &args));
        return;
    }
    if let Some(Overlay::Document(document)) = model.overlays.last() {
        overlays::document(paint, document, size);
        frame::bottom(paint, model);
        return;
    }
    match (model.screen, &model.work) {
        (Screen::Show, Some(work)) => {
            citizen::draw(paint, model, &work.for_citizen());
            return;
        }
        (Screen::Work, Some(work)) => match model.overlays.last() {
            Some(Overlay::Citizen) => {
                citizen::draw(paint, model, &work.for_citizen());
                return;
            }
            Some(Overlay::Questions(questions)) => {
                overlays::questions(paint, model, questions);
                return;
            }
            Some(Overlay::Picker(picker)) => offers::draw(paint, model, picker),
            _ => page::draw(paint, model, work),
        },
        (Screen::Form, Some(work)) => page::draw(paint, model, work),
        (Screen::Catalog, _) => browser::draw(paint, model),
        _ => home::draw(paint, model),
    }
    frame::bottom(paint, model);
    for overlay in &model.overlays {
        match overlay {
            Overlay::Menu(menu) => overlays::menu(paint, model, menu),
            Overlay::Confirm(confirm) => overlays::confirm(paint, confirm),
            Overlay::Prompt(prompt) => overlays::prompt(paint, prompt),
            Overlay::Picker(_) | Overlay::Questions(_) | Overlay::Citizen | Overlay::Document(_) => {}
        }
    }
}
