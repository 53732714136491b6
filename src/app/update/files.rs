//! What comes back from the disk, and leaving a session.

use super::super::model::{Message, Model, Screen, Work};
use super::super::msg::{Effect, Msg, ReadOnly};
use super::super::page;
use super::{browser, document, focus, home, keeping};
use crate::domain::choices::Status;
use crate::domain::clock::Phase;
use crate::text::{Arg, Word, w};

/// Messages that are no commands.
pub fn arrived(model: &mut Model, msg: Msg, effects: &mut Vec<Effect>) {
    match msg {
        Msg::Catalog(ready) => browser::keep::arrived(model, ready, effects),
        Msg::Kept { id, ready } => browser::keep::kept(model, &id, ready),
        Msg::NotKept(why) => browser::keep::not_kept(model, &why),
        Msg::Printed(file) => model.say_fmt(w("printed"), &[("file", Arg::from(file))]),
        Msg::Saved { file, revision, at } => {
            if let Some(work) = model.work.as_mut().filter(|w| w.file == file) {
                work.saving.saved = work.saving.saved.max(revision);
                work.saving.at = Some(at);
                if work.saving.trouble.take().is_some() {
                    // What was said about it is no longer true.
                    model.message = None;
                }
            } else if model.left_unsaved.take_if(|(left, _)| *left == file).is_some() {
                model.say_word(w("saved-after-all"));
            }
        }
        Msg::SaveFailed { file, why } => {
            if let Some(work) = model.work.as_mut().filter(|w| w.file == file) {
                // It keeps failing: there is another way.
                let again = work.saving.trouble.replace(why).is_some();
                if again && model.message.is_none() {
                    let cause = model.text.get(Word(why.word()));
                    model.say_fmt(w("save-hint"), &[("cause", Arg::from(cause))]);
                }
            } else {
                // It was left while its last save was on the way.
                let cause = model.t(Word(why.word()));
                let text = model.text.fmt(w("save-failed"), &[("cause", Arg::from(cause))]);
                model.message = Some(Message { text, trouble: true, stays: false });
                model.left_unsaved = Some((file, why));
            }
        }
        Msg::Listed(lines) => {
            let home = &mut model.home;
            // The first line that arrives gets the cursor, and keeps it when others come in above it.
            home.sessions.extend(lines);
            home::sort(model);
            if model.home.cursor.is_none() {
                model.home.cursor = model.home.sessions.first().map(|l| l.file().to_owned());
            }
        }
        Msg::ListDone { folder } => {
            model.home.reading = false;
            model.home.folder = folder;
        }
        Msg::Opened { file, session, read_only } => {
            let closed = (session.head.status == Status::Closed).then_some(ReadOnly::Closed);
            let why = read_only.clone();
            model.work = Some(Work::new(*session, file, read_only.or(closed), model.now));
            model.screen = Screen::Work;
            model.overlays.clear();
            focus::go_to_step(model, start_step(model));
            greet(model, why);
            warn_of_exposure(model);
            if let Some(work) = &mut model.work {
                work.kept.step = work.step;
            }
            keeping::ask_forgotten(model);
        }
        Msg::NotOpened(why) => {
            model.say(why);
            if let Some(message) = &mut model.message {
                message.trouble = true;
            }
        }
        Msg::FollowUpOf(before) => home::follow_up(model, &before, effects),
        Msg::JournalOf(session) => document::journal(model, &session),
        Msg::Followed(session) => follow(model, *session),
        Msg::Deleted(file) => {
            let at = model.home.at();
            model.home.sessions.retain(|l| l.file() != file);
            let shown = model.home.shown();
            let next = shown.get(at).or(shown.last()).map(|l| l.file().to_owned());
            model.home.cursor = next;
            model.say_word(w("deleted"));
        }
        Msg::Menu(menu) => model.overlays.push(super::super::overlay::Overlay::Menu(menu)),
        Msg::Idle => idle(model),
        Msg::Keeping(told) => keeping::told(model, told),
        Msg::Terminate => {
            browser::desk::rescue(model, effects);
            // Nobody asked for it: the next start goes on from here.
            focus::leave_field(model);
            if let Some(work) = &model.work {
                keeping::left(work, false, effects);
            }
            end(model, effects);
        }
        Msg::Command(_) | Msg::Type(_) | Msg::Paste(_) | Msg::Tick | Msg::Focused | Msg::Resize(..) => {}
    }
}

/// Nobody has touched the keyboard for a while. In a running meeting people talk, and what is on the wall is for everyone:
/// there only what was opened is closed again. Else the screen is covered.
fn idle(model: &mut Model) {
    let runs = model.clock().is_some_and(|c| c.phase == Phase::Running);
    if !runs {
        focus::leave_field(model);
        model.privacy = true;
        return;
    }
    let now = model.now;
    let Some(work) = &mut model.work else { return };
    work.reveal = false;
    work.peek = None;
    work.look(now);
    // What is typed next must not go where nobody sees it.
    let page = page::page(model);
    let shown = |spot| page.rows.iter().any(|row| row.spot == Some(spot));
    let first = page.rows.iter().find_map(|row| row.spot);
    if let Some(first) = first.filter(|_| model.work.as_ref().is_some_and(|w| !shown(w.focus))) {
        focus::set(model, first);
    }
}

/// Where a session opens: at the meeting while it runs, at the end when it is over, else at the beginning.
fn start_step(model: &Model) -> crate::domain::steps::Step {
    use crate::domain::steps::Step;
    match model.work.as_ref().map(|w| (w.clock(model.now).is_on(), w.session.head.status)) {
        Some((true, _)) => Step::Agenda,
        Some((_, Status::Closed)) => Step::Close,
        _ => Step::Preparation,
    }
}

fn greet(model: &mut Model, why: Option<ReadOnly>) {
    match why {
        Some(ReadOnly::Held(by)) => model.say_fmt(w("read-only-held"), &[("by", Arg::from(by))]),
        Some(ReadOnly::Free(by)) => model.say_fmt(w("read-only-free"), &[("by", Arg::from(by))]),
        Some(ReadOnly::Unknown(names)) => {
            model.say_fmt(w("read-only-unknown"), &[("fields", Arg::from(names.join(", ")))]);
        }
        Some(ReadOnly::NotWritable) => model.say_word(w("read-only-file")),
        Some(ReadOnly::Closed) => model.say_word(w("read-only-closed")),
        None if model.work.as_ref().is_some_and(|w| w.session.fictitious) => model.say_word(w("example-copy")),
        None => {}
    }
}

/// What a real session gives away by lying where it does is said when one begins to work on it.
fn warn_of_exposure(model: &mut Model) {
    let is_real = model.work.as_ref().is_some_and(|w| !w.session.fictitious && w.read_only.is_none());
    if let Some(sentence) = model.home.folder.exposed.first().filter(|_| is_real && model.message.is_none()) {
        model.message = Some(Message { text: sentence.clone(), trouble: true, stays: false });
    }
}

/// The citizen screen in a window of its own shows what is in the file now.
fn follow(model: &mut Model, session: crate::domain::session::Session) {
    match &mut model.work {
        Some(work) => {
            work.session = session;
            work.look(model.now);
        }
        None => model.work = Some(Work::new(session, std::path::PathBuf::new(), Some(ReadOnly::Closed), model.now)),
    }
}

/// Answers Ctrl+S: it is saved anyway.
pub fn save_now(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    if model.screen == Screen::Form {
        browser::desk::save(model, effects);
        return;
    }
    let Some(work) = &mut model.work else { return };
    if let Some(trouble) = work.saving.trouble {
        let revision = work.history.revision();
        let session = std::sync::Arc::new(work.session.clone());
        effects.push(Effect::Save { file: work.file.clone(), revision, seen: work.outside, session });
        let cause = model.text.get(Word(trouble.word()));
        model.say_fmt(w("saving-again"), &[("cause", Arg::from(cause))]);
    } else {
        model.say_word(w("saves-itself"));
    }
}

/// Back to the list; the file is free for others.
pub fn go_home(model: &mut Model, effects: &mut Vec<Effect>) {
    if leave(model, effects) {
        model.home.reading = true;
        model.home.sessions.clear();
        effects.push(Effect::List);
    }
}

/// Leaves the open session, when there is one. False when it has to stay: what was typed is not on disk yet.
pub fn leave(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    focus::leave_field(model);
    if let Some(work) = model.work.as_mut()
        && let Some(trouble) = work.saving.trouble
    {
        let cause = model.text.get(Word(trouble.word()));
        model.say_fmt(w("stay-unsaved"), &[("cause", Arg::from(cause))]);
        return false;
    }
    if let Some(work) = model.work.take() {
        keeping::left(&work, true, effects);
        let revision = work.history.revision();
        if revision > work.saving.sent {
            let session = std::sync::Arc::new(work.session);
            effects.push(Effect::Save { file: work.file.clone(), revision, seen: work.outside, session });
        }
        model.home.cursor = work.file.file_name().map(|f| f.to_string_lossy().into_owned());
        effects.push(Effect::Release);
    }
    model.screen = Screen::Home;
    true
}

/// Ends the program without another question; what is typed is on its way to the disk.
pub fn quit_now(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    if let Some(work) = &model.work {
        keeping::left(work, true, effects);
    }
    end(model, effects);
}

fn end(model: &mut Model, effects: &mut Vec<Effect>) {
    model.quitting = true;
    effects.push(Effect::Quit);
}
