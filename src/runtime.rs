//! The loop: receive, update, do what was asked, draw once. Knows all rooms; the only one besides `commands` that reads the
//! clock.

mod effects;
mod folder;
mod keeping;
mod offers;
mod opening;
mod saves;
mod start;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::Utc;

use crate::app::model::{Model, Screen};
use crate::app::msg::{Msg, SaveTrouble};
use crate::commands::{Place, Start};
use crate::domain::choices::Group;
use crate::storage::disk::Lock;
use crate::storage::exposure::{self, Exposure};
use crate::storage::folders;
use crate::storage::vault::Standing;
use crate::storage::worker::Saver;
use crate::terminal::guard::{self, TerminalGuard};
use crate::terminal::input::Input;
use crate::ui;
use crate::ui::theme::Theme;

/// How long leaving waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);
/// The most that is taken in before the next picture.
const MOST_EVENTS: usize = 256;

/// So long a disk may take for a save before it is said that nothing is heard of it.
const ANSWERED: Duration = Duration::from_secs(3);

enum Event {
    Input(Input),
    Msg(Msg),
    /// The list of sessions is whole: the folder, for whom it is, how its encryption stands, and who else may see it.
    ListDone(PathBuf, exposure::Kind, Standing, Vec<Exposure>),
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        Self::Input(input)
    }
}

/// Everything outside the model.
struct World {
    tx: Sender<Event>,
    saver: Saver,
    sessions: PathBuf,
    /// Held while a session is open.
    lock: Option<Lock>,
    /// Lives while a session is open that is only read here.
    watching: Option<Arc<()>>,
    /// Folder of the catalogue; `None`: the one in the program.
    catalog: Option<PathBuf>,
    /// An offer that is being written.
    keeping: Option<JoinHandle<()>>,
    /// The session whose save nothing was heard of yet, and since when.
    asked: Option<(PathBuf, Instant)>,
    /// Where copies of examples lie, once there is one.
    copies: Option<PathBuf>,
    /// A new session that waits for the catalogue.
    waiting: Option<(Group, String)>,
    /// Days a session is kept after it was filed.
    retention_days: u32,
    ending: bool,
}

/// Runs the screen until the user leaves. The terminal is given back before this returns. Gives a sentence when something
/// is not on disk.
pub fn run(start: Start, place: &Place) -> io::Result<Option<String>> {
    let theme = start::theme(place);
    let guard = TerminalGuard::enter()?;
    let mut screen = guard.screen()?;
    let (tx, rx) = channel::<Event>();
    let mut world = World::new(place, tx)?;
    let size = screen.size()?;
    let mut model = start::model(place, (size.width, size.height));
    world.begin(start, &mut model);
    let idle = Duration::from_secs(60 * u64::from(place.settings.number("idle_minutes")));
    let shown = show(&mut screen, &theme, (&mut world, &mut model), (&rx, idle));
    if shown.is_err() {
        // The terminal is gone; what was written is not to go with it.
        world.tell(&mut model, Msg::Terminate);
    }
    let unsaved = world.end();
    let left = guard.leave();
    match unsaved {
        Some(_) => Ok(Some(keeping::left_unsaved(&model))),
        None => shown.and(left).map(|()| None),
    }
}

/// Draws and takes what comes until the end is asked for. Fails when there is nothing to draw on.
fn show(
    screen: &mut guard::Screen,
    theme: &Theme,
    (world, model): (&mut World, &mut Model),
    (rx, idle): (&Receiver<Event>, Duration),
) -> io::Result<()> {
    let mut drawn = (model.size.width, model.size.height);
    let mut touched = Instant::now();
    while !world.ending {
        let now = (model.size.width, model.size.height);
        if now != drawn {
            guard::repaint(screen, now)?;
            drawn = now;
        }
        screen.draw(|frame| ui::draw(frame, model, theme))?;
        let covered = idle_at(model, touched, idle).map(|at| (at, Msg::Idle));
        let Some(first) = wait(rx, model, covered.into_iter().chain(world.unanswered())) else { break };
        if matches!(first, Event::Input(_) | Event::Msg(Msg::Idle)) && !matches!(first, Event::Input(Input::Focused)) {
            touched = Instant::now();
        }
        world.take(model, first);
        // What has queued up meanwhile is taken in before the next picture.
        for event in rx.try_iter().take(MOST_EVENTS) {
            world.take(model, event);
            if world.ending {
                break;
            }
        }
    }
    Ok(())
}

/// When the screen is covered because nobody has touched the keyboard. The citizen screen of a window of its own is not: it
/// has no keys to uncover it by, and shows nothing that is not for everyone.
fn idle_at(model: &Model, touched: Instant, idle: Duration) -> Option<Instant> {
    (!idle.is_zero() && !model.privacy && model.screen != Screen::Show).then(|| touched + idle)
}

/// The next event, or what is due before there is one. While a clock shows, that is a second at most; else what stands
/// in `due`, and without it there is no limit.
fn wait(rx: &Receiver<Event>, model: &Model, due: impl IntoIterator<Item = (Instant, Msg)>) -> Option<Event> {
    let ticking = model.clock().is_some_and(|c| c.is_on());
    let second = Duration::from_millis(u64::from(1000 - Utc::now().timestamp_subsec_millis().min(999)));
    let tick = ticking.then(|| (Instant::now() + second, Msg::Tick));
    let Some((at, then)) = due.into_iter().chain(tick).min_by_key(|(at, _)| *at) else { return rx.recv().ok() };
    match rx.recv_timeout(at.saturating_duration_since(Instant::now())) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => Some(Event::Msg(then)),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

impl World {
    /// When a save has taken so long that it must be said: a share that is gone often answers nothing for a minute.
    fn unanswered(&self) -> Option<(Instant, Msg)> {
        let (file, since) = self.asked.clone()?;
        Some((since + ANSWERED, Msg::SaveFailed { file, why: SaveTrouble::NoAnswer }))
    }

    /// Waits for what is still being written. The highest revision that is not on disk.
    fn end(&mut self) -> Option<u64> {
        if let Some(keeping) = self.keeping.take() {
            let _ = keeping.join();
        }
        let unsaved = self.saver.finish(PATIENCE);
        drop(self.lock.take());
        if let Some(folder) = self.copies.take() {
            folders::discard(&folder);
        }
        unsaved
    }
}
