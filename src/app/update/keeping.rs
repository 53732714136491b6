//! That nothing is lost: versions on the way, the place one works at, what came in from outside, bringing back.

use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;

use super::super::keeping::{Keeping, Line, Told};
use super::super::model::{Model, Spot, Work};
use super::super::msg::{Effect, ReadOnly};
use super::super::overlay::{Ask, Confirm, Item, Menu, Overlay, Pick, Prompt, Wanted};
use super::{edit, focus};
use crate::domain::clock::{self, last_event};
use crate::domain::compare::{Counts, counts, edits_between};
use crate::domain::edit::{Edit, Slot};
use crate::domain::history::Manner;
use crate::domain::merge::{Past, merge};
use crate::domain::record::{Choice, Id, RecordType};
use crate::domain::session::{ClockEvent, Session};
use crate::domain::steps::Step;
use crate::domain::version::{Reason, Version};
use crate::report::words;
use crate::text::{Text, Word, w};

/// At most so often is a version kept while one goes on working in one step.
const BETWEEN: TimeDelta = TimeDelta::minutes(10);

/// A meeting whose clock has not been touched for so long was left without being ended.
const FORGOTTEN: TimeDelta = TimeDelta::hours(8);

/// What every message ends with, after the save: the versions and the place that go with it.
pub fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now;
    // What has no file of its own, as the form of an offer, has no versions either.
    let Some(work) = model.work.as_mut().filter(|work| !work.file.as_os_str().is_empty()) else { return };
    let revision = work.history.revision();
    let reason = if work.step == work.kept.step {
        (now - work.kept.at >= BETWEEN).then_some(Reason::Timed)
    } else {
        Some(Reason::Step)
    };
    work.kept.step = work.step;
    if let Some(reason) = reason.filter(|_| revision > work.kept.revision) {
        effects.push(keep(work, reason));
        (work.kept.revision, work.kept.at) = (revision, now);
    }
    let comes_back = matches!(work.read_only, None | Some(ReadOnly::Closed)) && !work.session.fictitious;
    if comes_back && !model.quitting {
        let place = work.place();
        if work.told_place.as_ref() != Some(&place) {
            // Where a session opens is no place to come back to.
            if work.told_place.is_some() {
                effects.push(Effect::Keeping(Keeping::Place { file: work.file.clone(), place: Some(place.clone()) }));
            }
            work.told_place = Some(place);
        }
    }
}

fn keep(work: &Work, reason: Reason) -> Effect {
    let session = Arc::new(work.session.clone());
    Effect::Keeping(Keeping::Keep { file: work.file.clone(), reason, session })
}

/// The session is left: its last state is kept, and with `orderly` nothing is to be taken up again the next time.
pub fn left(work: &Work, orderly: bool, effects: &mut Vec<Effect>) {
    if work.file.as_os_str().is_empty() {
        return;
    }
    if work.history.revision() > work.kept.revision {
        effects.push(keep(work, Reason::Left));
    }
    // Whoever only looked leaves the place of the one who writes alone.
    if orderly && matches!(work.read_only, None | Some(ReadOnly::Closed)) {
        effects.push(Effect::Keeping(Keeping::Place { file: work.file.clone(), place: None }));
    }
}

/// What was told from outside the model.
pub fn told(model: &mut Model, told: Told) {
    let open = |model: &Model, file: &Path| model.work.as_ref().is_some_and(|work| work.file == file);
    match told {
        Told::CameIn { file, number, sent, merged, two_texts, noted } if open(model, &file) => {
            came_in(model, number, &sent, &merged, (two_texts, noted));
        }
        Told::Beside { file, beside } if open(model, &file) => {
            let told = model.work.as_mut().and_then(|work| work.saving.beside.replace(beside.clone()));
            // Every save goes there from now on; it is said once.
            if told.as_ref() == Some(&beside) {
                return;
            }
            model.say_fmt(w("saved-beside"), &[("path", path(&beside).into())]);
            trouble(model);
        }
        Told::NotKept(file) if open(model, &file) => {
            let said = model.work.as_mut().is_some_and(|work| std::mem::replace(&mut work.kept.failed, true));
            if !said {
                model.say_word(w("version-not-kept"));
            }
        }
        Told::Copied { file, to, revision, trouble: None } if open(model, &file) => {
            model.say_fmt(w("saved-elsewhere"), &[("path", path(&to).into())]);
            if let Some(work) = &mut model.work {
                work.saving.elsewhere = Some((revision, path(&to)));
            }
        }
        Told::Copied { file, to, trouble: Some(why), .. } if open(model, &file) => {
            let cause = model.t(Word(why.word()));
            model.say_fmt(w("not-saved-elsewhere"), &[("path", path(&to).into()), ("cause", cause.into())]);
            trouble(model);
        }
        Told::Place { file, place } if open(model, &file) => go_back_to(model, &place),
        Told::Changed { file, session } if open(model, &file) => refresh(model, *session),
        Told::Holder { file, by } if open(model, &file) => holder(model, by),
        Told::Reopened { file, place } if open(model, &file) => reopened(model, &place),
        Told::Stale { file, by } if open(model, &file) => {
            let text = model.text.fmt(w("ask-take-over"), &[("by", by.into())]);
            ask(model, Ask::TakeOver(file), text, [w("button-only-read"), w("button-take-over")]);
        }
        Told::Versions { file, lines } if open(model, &file) => show_versions(model, lines),
        Told::Version { file, version, session } if open(model, &file) => ask_restore(model, &version, session),
        Told::Suggested { file, to } if open(model, &file) => {
            let text = model.t(w("ask-elsewhere"));
            model.overlays.push(Overlay::Prompt(Prompt { wanted: Wanted::Path, text, typed: to }));
        }
        Told::Rescuable { file, version } => {
            let args = [("file", path(&file).into()), ("time", moment(&model.text, &version).into())];
            let text = model.text.fmt(w("ask-rescue"), &args);
            ask(model, Ask::OpenCopy { file, version }, text, [w("button-leave-it"), w("button-open-copy")]);
        }
        Told::VersionsGone(count) if count > 0 => model.say_fmt(w("deleted-versions"), &[("count", count.into())]),
        _ => {}
    }
}

/// A path as one harmless line.
fn path(path: &Path) -> String {
    crate::catalog::clean::clean_line(&path.to_string_lossy())
}

fn trouble(model: &mut Model) {
    if let Some(message) = &mut model.message {
        message.trouble = true;
    }
}

fn ask(model: &mut Model, ask: Ask, text: String, [safe, act]: [Word; 2]) {
    let confirm = Confirm::new(ask, text, model.t(safe), model.t(act));
    model.overlays.push(Overlay::Confirm(confirm));
}

/// What another machine wrote becomes one change of the open session.
fn came_in(model: &mut Model, number: u64, sent: &Session, merged: &Session, (two, noted): (usize, usize)) {
    let now = model.now;
    let Some(work) = &mut model.work else { return };
    let wording = |noted: &_| words::noted(&model.text, noted);
    let both = merge(sent, &Past::default(), &work.session, merged, &wording);
    let count = counts(&work.session, &both.session).all();
    let before = focus::text_of(work);
    let edits = edits_between(&work.session, &both.session);
    work.outside = number;
    if edits.is_empty() {
        return;
    }
    work.history.pause();
    work.change(edits, Manner::Step, now);
    focus::keep_cursor(work, before.as_ref());
    let (two, noted) = (two + both.two_texts, noted + both.noted);
    let mut text = model.text.fmt(w("came-in"), &[("count", count.into())]);
    if two > 0 {
        text += &model.text.fmt(w("came-in-two"), &[("count", two.into())]);
    }
    if noted > 0 {
        text += &model.text.fmt(w("came-in-noted"), &[("count", noted.into())]);
    }
    model.say(text);
}

/// Has the file looked at, where another may have changed it while nothing was saved here. What is only read is watched
/// all the time.
pub fn look(model: &Model, effects: &mut Vec<Effect>) {
    let writes = |work: &&Work| matches!(work.read_only, None | Some(ReadOnly::Closed)) && work.session.desk.is_none();
    if let Some(work) = model.work.as_ref().filter(writes).filter(|work| !work.file.as_os_str().is_empty()) {
        effects.push(Effect::Keeping(Keeping::Look(work.file.clone())));
    }
}

/// Whether somebody else writes in the session, or all that is known is how the file stands.
fn only_reads(work: &Work) -> bool {
    !matches!(work.read_only, None | Some(ReadOnly::Closed))
}

/// Shows what another has written in a session that is only read here.
fn refresh(model: &mut Model, session: Session) {
    let now = model.now;
    let Some(work) = model.work.as_mut().filter(|work| only_reads(work) && work.session != session) else { return };
    let before = focus::text_of(work);
    work.session = session;
    work.look(now);
    focus::keep_cursor(work, before.as_ref());
}

/// Who writes in a session that is only read here, where that has changed.
fn holder(model: &mut Model, by: Option<String>) {
    let Some(work) = &mut model.work else { return };
    let (now, said) = match (&work.read_only, by) {
        (Some(ReadOnly::Held(before)), None) => (ReadOnly::Free(before.clone()), (w("read-only-free"), before.clone())),
        (Some(ReadOnly::Free(_)), Some(by)) => (ReadOnly::Held(by.clone()), (w("read-only-held"), by)),
        _ => return,
    };
    work.read_only = Some(now);
    model.say_fmt(said.0, &[("by", said.1.into())]);
}

/// Asks to write in a session that is only read here because somebody else had it.
pub fn write(model: &Model, effects: &mut Vec<Effect>) {
    let write = |work: &Work| Keeping::Write { file: work.file.clone(), place: work.place() };
    effects.extend(model.work.as_ref().map(write).map(Effect::Keeping));
}

/// The session was opened once more: one goes on where one was reading.
fn reopened(model: &mut Model, place: &str) {
    go_to_place(model, place);
    if model.work.as_ref().is_some_and(|work| !only_reads(work)) && model.overlays.is_empty() {
        model.say_word(w("writes-now"));
    }
}

/// When a version was kept: "i dag 14.02" or with the date.
fn moment(text: &Text, version: &Version) -> String {
    words::moment(text, version.at)
}

/// The line a list has for a version.
fn line(text: &Text, line: &Line) -> (String, String) {
    let reason = text.get(words::reason(line.version.reason));
    let said = format!("{} · {reason}", moment(text, &line.version));
    let then = line.then.map_or_else(|| text.get(w("version-unreadable")), |then| words::counts(text, then));
    (said, then)
}

fn show_versions(model: &mut Model, lines: Vec<Line>) {
    if lines.is_empty() {
        model.say_word(w("no-versions"));
        return;
    }
    let items = lines.into_iter().map(|version| {
        let (text, detail) = line(&model.text, &version);
        let off = version.then.is_none().then(|| detail.clone());
        Item { text, detail, pick: Pick::Version(version.version), marked: None, off }
    });
    let menu = Menu::new(model.t(w("menu-versions")), items.collect());
    model.overlays.push(Overlay::Menu(menu));
}

fn ask_restore(model: &mut Model, version: &Version, session: Box<Session>) {
    let Some(work) = &model.work else { return };
    let back: Counts = counts(&work.session, &session);
    if back.all() == 0 && edits_between(&work.session, &session).is_empty() {
        model.say_word(w("version-is-the-same"));
        return;
    }
    let args = [("time", moment(&model.text, version).into()), ("changes", words::counts(&model.text, back).into())];
    let text = model.text.fmt(w("ask-restore"), &args);
    let restore = Ask::Restore { version: version.clone(), session };
    ask(model, restore, text, [w("button-keep-present"), w("button-restore")]);
}

/// Brings a version back, as one change.
pub fn restore(model: &mut Model, version: &Version, session: &Session, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    let Some(work) = &model.work else { return };
    let kept = keep(work, Reason::Restore);
    let edits = edits_between(&work.session, session);
    if edit::change(model, edits, Manner::Step) {
        effects.push(kept);
        if let Some(work) = &mut model.work {
            focus::put_cursor_at_end(work);
        }
        let time = moment(&model.text, version);
        model.say_fmt(w("restored"), &[("time", time.into())]);
    }
}

/// Lists the earlier versions of the open session.
pub fn list(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    effects.extend(model.work.as_ref().map(|work| Effect::Keeping(Keeping::List(work.file.clone()))));
}

/// Asks where to save instead.
pub fn suggest(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    effects.extend(model.work.as_ref().map(|work| Effect::Keeping(Keeping::Suggest(work.file.clone()))));
}

/// Saves to the place that was typed.
pub fn elsewhere(model: &mut Model, to: String, effects: &mut Vec<Effect>) {
    let Some(work) = &model.work else { return };
    let (file, revision) = (work.file.clone(), work.history.revision());
    let session = Arc::new(work.session.clone());
    effects.push(Effect::Keeping(Keeping::Elsewhere { file, to, revision, session }));
}

/// A meeting that runs since yesterday was not ended: one is asked.
pub fn ask_forgotten(model: &mut Model) {
    let Some(work) = model.work.as_ref().filter(|work| work.read_only.is_none()) else { return };
    let last = last_event(&work.session).filter(|_| work.clock(model.now).is_on());
    let Some(last) = last.filter(|last| model.now - *last >= FORGOTTEN) else { return };
    let text = model.text.fmt(w("ask-forgotten"), &[("time", words::moment(&model.text, last).into())]);
    ask(model, Ask::EndForgotten, text, [w("button-still-runs"), w("button-it-ended")]);
}

/// Ends a meeting that nobody ended, at the time it was to end; that this is assumed stands in the file.
pub fn end_forgotten(model: &mut Model) {
    let Some(work) = &model.work else { return };
    let Some(at) = clock::assumed_end(&work.session, model.now) else { return };
    let id = Id::draw(&mut model.rng);
    let what = crate::domain::choices::Tick::End;
    let record = ClockEvent { id, what, at: Some(at), assumed: true, ..ClockEvent::default() }.wrap();
    let place = work.session.clock.len();
    let insert = Edit::Insert { slot: Slot::Clock, at: place, record: Box::new(record) };
    if edit::change(model, vec![insert], Manner::Event) {
        let time = words::moment(&model.text, at);
        model.say_fmt(w("end-assumed"), &[("time", time.into())]);
    }
}

impl Work {
    /// Where one works, as one line: number of the step, id of the record, name of the field. Nothing of what is written.
    pub fn place(&self) -> String {
        let step = self.step.place().unwrap_or_default();
        match self.focus {
            Spot::Field(id, field) => format!("{step} {id} {field}"),
            Spot::Record(id) => format!("{step} {id}"),
            _ => step.to_string(),
        }
    }
}

/// Goes where one was, and says so.
fn go_back_to(model: &mut Model, place: &str) {
    if go_to_place(model, place).is_some() && model.message.is_none() {
        model.say_word(w("went-back-to"));
    }
}

/// Goes to a place that [`Work::place`] wrote; what is no more there is passed over. `None` when the step is all there is.
fn go_to_place(model: &mut Model, place: &str) -> Option<()> {
    let mut words = place.split_whitespace();
    let step = words.next().and_then(|step| step.parse().ok()).and_then(Step::at)?;
    focus::go_to_step(model, step);
    let id = words.next().and_then(|id| id.parse::<Id>().ok())?;
    let work = model.work.as_mut()?;
    let record = work.session.record(id)?;
    let spot = match words.next() {
        Some(name) => record.field(name).map(|field| Spot::Field(id, field.name)),
        None => Some(Spot::Record(id)),
    };
    let unfolded = matches!(spot, Some(Spot::Field(..))).then(|| focus::path(&work.session, id).last().copied());
    work.open = unfolded.flatten();
    if let Some(spot) = spot {
        focus::set(model, spot);
    }
    Some(())
}
