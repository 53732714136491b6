//! Earlier versions of a session (*tidligere udgaver*): why each was kept, and which are let go with age.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::dates::copenhagen;

/// Days that versions are kept, one a day, unless the settings say otherwise.
pub const DAYS: u32 = 30;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// As the file was when it was opened.
    Opened,
    /// Another step was begun.
    Step,
    /// Ten minutes of work.
    Timed,
    /// The session was left.
    Left,
    /// What stood there when an older version was brought back.
    Restore,
    /// As another machine had left the file, before both were put together.
    Outside,
    /// The original, before it was brought to the present shape of the file.
    Update,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Opened, Self::Step, Self::Timed, Self::Left, Self::Restore, Self::Outside, Self::Update];

    /// Its name in the names of files and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Step => "step",
            Self::Timed => "timed",
            Self::Left => "left",
            Self::Restore => "restore",
            Self::Outside => "outside",
            Self::Update => "update",
        }
    }

    /// The reason of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Name of its file, without folder.
    pub file: String,
    /// When it was kept.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
}

/// Places of the versions that are let go: kept are the newest, all of today and of what lies ahead, the last of each of
/// the `days` before today, and originals as long as those. Days are Danish ones.
pub fn thinned(versions: &[Version], now: DateTime<Utc>, days: u32) -> Vec<usize> {
    let today = copenhagen(now).date();
    let newest = newest_of(versions, |_| true);
    let mut last_of_day: HashMap<NaiveDate, usize> = HashMap::new();
    for (place, version) in versions.iter().enumerate() {
        let last = last_of_day.entry(day_of(version)).or_insert(place);
        if versions.get(*last).is_some_and(|other| other.at <= version.at) {
            *last = place;
        }
    }
    let stays = |place: usize, version: &Version| {
        let day = day_of(version);
        let age = (today - day).num_days();
        let young = age <= i64::from(days);
        let chosen = version.reason == Reason::Update || last_of_day.get(&day) == Some(&place);
        Some(place) == newest || age <= 0 || (young && chosen)
    };
    versions.iter().enumerate().filter(|(place, version)| !stays(*place, version)).map(|(place, _)| place).collect()
}

fn day_of(version: &Version) -> NaiveDate {
    copenhagen(version.at).date()
}

/// Place of the newest version that `fits`; of several of one moment the last.
pub fn newest_of(versions: &[Version], fits: impl Fn(&Version) -> bool) -> Option<usize> {
    versions.iter().enumerate().filter(|(_, v)| fits(v)).max_by_key(|(place, v)| (v.at, *place)).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use std::collections::HashSet;

    use chrono::TimeDelta;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-22T12:00:00Z".parse().unwrap()
    }

    fn version(minutes_ago: i64, reason: Reason) -> Version {
        Version { file: String::new(), at: now() - TimeDelta::minutes(minutes_ago), reason }
    }

    fn kept(versions: &[Version], days: u32) -> Vec<Version> {
        let gone: HashSet<usize> = thinned(versions, now(), days).into_iter().collect();
        versions.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, v)| v.clone()).collect()
    }

    #[test]
    fn all_of_today_is_kept_and_the_last_of_each_day_before() {
        let day = 24 * 60;
        let minutes = [5, 60, day, day + 10, 3 * day, 29 * day, 40 * day];
        let versions: Vec<_> = minutes.iter().map(|ago| version(*ago, Reason::Step)).collect();
        let left: Vec<_> = kept(&versions, 30).iter().map(|v| (now() - v.at).num_minutes()).collect();
        assert_eq!(left, [5, 60, day, 3 * day, 29 * day]);
    }

    #[test]
    fn an_original_is_kept_beside_the_last_of_its_day() {
        let versions = [version(24 * 60 + 90, Reason::Update), version(24 * 60, Reason::Left)];
        assert_eq!(kept(&versions, 30).len(), 2);
        assert_eq!(kept(&versions, 0).len(), 1);
    }

    #[test]
    fn a_days_version_is_counted_by_the_danish_clock() {
        // Half past midnight in Denmark, the evening before in UTC.
        let early: DateTime<Utc> = "2026-11-21T23:30:00Z".parse().unwrap();
        let versions = [Version { at: early, ..version(0, Reason::Step) }, version(1, Reason::Step)];
        assert_eq!(kept(&versions, 30).len(), 2);
    }

    #[test]
    fn names_of_reasons_lead_back_to_them() {
        for reason in Reason::ALL {
            assert_eq!(Reason::of_key(reason.key()), Some(reason));
        }
    }

    fn any_version() -> impl Strategy<Value = Version> {
        (-3_000i64..90_000, 0..Reason::ALL.len()).prop_map(|(ago, reason)| version(ago, Reason::ALL[reason]))
    }

    proptest! {
        #[test]
        fn the_newest_is_always_kept(versions in vec(any_version(), 1..60), days in 0u32..60) {
            let newest = versions.iter().map(|v| v.at).max().unwrap();
            prop_assert!(kept(&versions, days).iter().any(|v| v.at == newest));
        }

        #[test]
        fn there_is_never_more_than_one_a_day_before_today_besides_originals(versions in vec(any_version(), 0..60), days in 0u32..60) {
            let today = copenhagen(now()).date();
            let old: Vec<_> = kept(&versions, days).into_iter().filter(|v| day_of(v) < today && v.reason != Reason::Update).collect();
            let distinct: HashSet<_> = old.iter().map(day_of).collect();
            prop_assert_eq!(old.len(), distinct.len());
            prop_assert!(old.len() <= usize::try_from(days).unwrap() + 1);
        }

        #[test]
        fn thinning_again_lets_nothing_more_go(versions in vec(any_version(), 0..60), days in 0u32..60) {
            let once = kept(&versions, days);
            prop_assert_eq!(kept(&once, days), once);
        }

        #[test]
        fn today_is_kept_whole(versions in vec(any_version(), 0..60), days in 0u32..60) {
            let today = copenhagen(now()).date();
            let of_today = |all: &[Version]| all.iter().filter(|v| day_of(v) >= today).count();
            prop_assert_eq!(of_today(&kept(&versions, days)), of_today(&versions));
        }
    }
}
