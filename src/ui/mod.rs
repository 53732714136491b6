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
use crate::text::{Word, w};

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

/// What stands there instead of a screen that does not fit.
fn too_small(model: &Model) -> String {
    let size = Size::SMALLEST;
    let args = [("width", i64::from(size.width).into()), ("height", i64::from(size.height).into())];
    let trouble = model.work.as_ref().and_then(|work| work.saving.trouble);
    let sentence = match trouble {
        None => model.text.fmt(w("too-small"), &args),
        Some(trouble) => {
            let cause = model.t(Word(trouble.word()));
            let saving = model.text.fmt(w("save-failed"), &[("cause", cause.into())]);
            format!("{saving}. {}", model.text.fmt(w("too-small-unsaved"), &args))
        }
    };
    let said = model.message.as_ref().map(|message| format!("\n\n{}", message.text)).unwrap_or_default();
    sentence + &said
}

fn view(paint: &mut Paint<'_>, model: &Model, size: Size) {
    if model.privacy {
        paint.middle(&model.t(w("privacy-screen")));
        return;
    }
    if size.is_too_small() {
        paint.middle(&too_small(model));
        return;
    }
    if let Some(Overlay::Document(document)) = model.overlays.last() {
        overlays::document(paint, model, document);
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
