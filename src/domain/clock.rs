//! The meeting's clock, worked out from its events in the file: it survives a crash because nothing else is kept.

use chrono::{DateTime, TimeDelta, Utc};

use super::choices::Tick;
use super::record::{Id, YesNo};
use super::session::{AgendaItem, Session};

/// How the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The meeting has not begun.
    Waiting,
    /// An item is under way.
    Running,
    /// Paused.
    Paused,
    /// The meeting is over.
    Ended,
}

/// The clock at one moment. Durations may be negative: over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// How it stands.
    pub phase: Phase,
    /// When the meeting began.
    pub began: Option<DateTime<Utc>>,
    /// The item under way.
    pub current: Option<Id>,
    /// The item after it.
    pub next: Option<Id>,
    /// Left of the item under way; breaks by the pause key do not count.
    pub item_left: TimeDelta,
    /// Left of the time set aside; breaks do count, the room is booked all the same.
    pub total_left: TimeDelta,
    /// When it ends if every item left takes its time.
    pub expected_end: DateTime<Utc>,
    /// Time spent on each item so far.
    pub spent: Vec<(Id, TimeDelta)>,
}

fn minutes(count: i64) -> TimeDelta {
    TimeDelta::try_minutes(count).unwrap_or_default()
}

/// Minutes an item has, with what was added or taken during the meeting.
pub fn allotted(session: &Session, item: &AgendaItem) -> i64 {
    let stretched: i64 = session
        .clock
        .iter()
        .filter(|e| e.what == Tick::Stretch && e.item == Some(item.id))
        .map(|e| i64::from(e.by))
        .sum();
    (i64::from(item.minutes.unwrap_or(0)) + stretched).max(0)
}

/// Minutes of all items together.
pub fn planned(session: &Session) -> i64 {
    session.agenda.iter().map(|item| allotted(session, item)).sum()
}

/// Minutes set aside for the meeting: what was booked, else the sum of the items.
pub fn available(session: &Session) -> i64 {
    session.head.minutes.map_or_else(|| planned(session), i64::from)
}

/// True when the item is a break.
pub fn is_break(item: &AgendaItem) -> bool {
    item.pause == Some(YesNo::Yes)
}

/// The clock at `now`.
pub fn read(session: &Session, now: DateTime<Utc>) -> Clock {
    let mut phase = Phase::Waiting;
    let mut began = None;
    let mut ended = None;
    let mut current: Option<Id> = None;
    let mut since: Option<DateTime<Utc>> = None;
    let mut spent: Vec<(Id, TimeDelta)> = vec![];
    let mut book = |item: Option<Id>, since: Option<DateTime<Utc>>, until: DateTime<Utc>| {
        if let (Some(item), Some(since)) = (item, since) {
            let took = (until - since).max(TimeDelta::zero());
            match spent.iter_mut().find(|(id, _)| *id == item) {
                Some((_, sum)) => *sum += took,
                None => spent.push((item, took)),
            }
        }
    };
    for event in &session.clock {
        let Some(at) = event.at else { continue };
        match event.what {
            Tick::Begin => {
                book(current, since, at);
                began = began.or(Some(at));
                (phase, current, since, ended) = (Phase::Running, event.item, Some(at), None);
            }
            Tick::Pause if phase == Phase::Running => {
                book(current, since, at);
                (phase, since) = (Phase::Paused, None);
            }
            Tick::Resume if phase == Phase::Paused => (phase, since) = (Phase::Running, Some(at)),
            Tick::End => {
                book(current, since, at);
                (phase, since, ended) = (Phase::Ended, None, Some(at));
            }
            Tick::Pause | Tick::Resume | Tick::Stretch => {}
        }
    }
    book(current, since, now);
    let at = current.and_then(|id| session.agenda.iter().position(|i| i.id == id));
    let item_left = at
        .and_then(|at| session.agenda.get(at))
        .map_or(TimeDelta::zero(), |item| minutes(allotted(session, item)) - spent_on(&spent, item.id));
    let later = session.agenda.iter().skip(at.map_or(0, |at| at + 1));
    let ahead: i64 = later.clone().map(|item| allotted(session, item)).sum();
    let reference = ended.unwrap_or(now);
    let elapsed = began.map_or(TimeDelta::zero(), |began| reference - began);
    Clock {
        phase,
        began,
        current,
        next: later.map(|item| item.id).next(),
        item_left,
        total_left: minutes(available(session)) - elapsed,
        expected_end: reference + item_left.max(TimeDelta::zero()) + minutes(ahead),
        spent,
    }
}

fn spent_on(spent: &[(Id, TimeDelta)], item: Id) -> TimeDelta {
    spent.iter().find(|(id, _)| *id == item).map_or(TimeDelta::zero(), |(_, sum)| *sum)
}

/// When the clock was last touched.
pub fn last_event(session: &Session) -> Option<DateTime<Utc>> {
    session.clock.iter().filter_map(|event| event.at).max()
}

/// When a meeting that nobody ended may be taken to have ended: after the time set aside for it, but not before the last
/// that is known of it, nor after `now`. `None` when it never began.
pub fn assumed_end(session: &Session, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let began = read(session, now).began?;
    let booked = began + minutes(available(session));
    Some(last_event(session).map_or(booked, |last| booked.max(last)).min(now))
}

impl Clock {
    /// True while the meeting is under way, paused or not.
    pub fn is_on(&self) -> bool {
        matches!(self.phase, Phase::Running | Phase::Paused)
    }
    /// Time spent on an item.
    pub fn spent_on(&self, item: Id) -> TimeDelta {
        spent_on(&self.spent, item)
    }
}

#[cfg(test)]
mod tests;
