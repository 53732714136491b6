#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use super::*;
use crate::domain::session::{Decision, VERSION};

/// A session on disk, opened, and what the thread knows of it.
struct Desk {
    _dir: tempfile::TempDir,
    path: PathBuf,
    files: Files,
    mine: Session,
    revision: u64,
    seen: u64,
}

fn desk() -> Desk {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("2026-11-03-abc12345.ron");
    fs::write(&path, format!("(version: {VERSION}, id: \"abc12345\", citizen: (reference: \"A.B.\"))")).unwrap();
    let opened = sessions::open(&path, DateTime::UNIX_EPOCH).unwrap();
    let mut files = Files::new(30, Box::new(|noted| noted.text.clone()));
    files.opened(Opening::of(&opened));
    // As the first save of this program leaves it: with its ids.
    let mut desk = Desk { _dir: dir, path, files, mine: opened.session, revision: 0, seen: 0 };
    desk.save().unwrap();
    desk
}

impl Desk {
    fn save(&mut self) -> Result<Written, SaveError> {
        self.revision += 1;
        let session = Arc::new(self.mine.clone());
        let at = DateTime::UNIX_EPOCH;
        self.files.save(&Job { revision: self.revision, session, path: self.path.clone(), at, seen: self.seen })
    }
    fn on_disk(&self) -> Session {
        sessions::read(&self.path).unwrap().session
    }
    /// What another machine does to the file.
    fn elsewhere(&self, change: impl FnOnce(&mut Session)) {
        let mut session = self.on_disk();
        change(&mut session);
        fs::write(&self.path, format::encode(&session).unwrap()).unwrap();
    }
}

#[test]
fn a_file_nobody_else_touched_is_written_as_it_is() {
    let mut desk = desk();
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    assert_eq!(desk.save().unwrap(), Written::default());
    assert_eq!(desk.on_disk(), desk.mine);
}

#[test]
fn what_another_wrote_stands_beside_mine_and_is_told_once() {
    let mut desk = desk();
    desk.elsewhere(|theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    let came_in = desk.save().unwrap().came_in.unwrap();
    let citizen = desk.on_disk().citizen;
    assert_eq!((citizen.wishes.as_str(), citizen.needs.as_str()), ("ro", "bisidder"));
    assert_eq!((came_in.number, &*came_in.merged), (1, &desk.on_disk()));
    desk.mine = (*came_in.merged).clone();
    desk.seen = 1;
    assert_eq!(desk.save().unwrap(), Written::default());
}

#[test]
fn a_state_that_does_not_hold_yet_what_came_in_does_not_take_it_away_again() {
    let mut desk = desk();
    desk.elsewhere(|theirs| {
        theirs.close.decisions.push(Decision { id: "abcdefgh".parse().unwrap(), ..Decision::default() });
    });
    desk.save().unwrap();
    // Typed before the screen heard of it.
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    assert_eq!(desk.save().unwrap().came_in, None, "it was told already");
    assert_eq!((desk.on_disk().close.decisions.len(), desk.on_disk().citizen.wishes.as_str()), (1, "ro"));
}

#[test]
fn what_another_wrote_is_kept_as_a_version_too() {
    let mut desk = desk();
    desk.elsewhere(|theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    let theirs = fs::read(&desk.path).unwrap();
    desk.save().unwrap();
    let kept = versions::list(&desk.path).unwrap();
    assert_eq!(kept.iter().map(|v| v.reason).collect::<Vec<_>>(), [Reason::Outside]);
    assert_eq!(fs::read(versions::path(&desk.path, &kept[0])).unwrap(), theirs);
}

#[test]
fn a_file_that_was_only_touched_is_no_change() {
    let mut desk = desk();
    let bytes = fs::read(&desk.path).unwrap();
    fs::write(&desk.path, bytes).unwrap();
    assert_eq!(desk.save().unwrap(), Written::default());
}

#[test]
fn a_machine_that_writes_what_it_had_long_ago_takes_nothing_away() {
    let mut desk = desk();
    let long_ago = fs::read(&desk.path).unwrap();
    desk.mine.close.decisions.push(Decision { id: "abcdefgh".parse().unwrap(), ..Decision::default() });
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    desk.save().unwrap();
    fs::write(&desk.path, long_ago).unwrap();
    desk.save().unwrap();
    assert_eq!(desk.on_disk(), desk.mine);
}

#[test]
fn a_file_that_cannot_be_read_is_left_and_mine_is_written_beside_it() {
    for foreign in [
        "(version: 1, id: \"abc",
        "(version: 999)",
        "(version: 1, id: \"abc12345\", mood: 3)",
        "(version: 1, id: \"other\")",
    ] {
        let mut desk = desk();
        fs::write(&desk.path, foreign).unwrap();
        "ro".clone_into(&mut desk.mine.citizen.wishes);
        assert!(desk.save().is_err(), "it may be only half written: {foreign}");
        let beside = desk.save().unwrap().beside.unwrap();
        assert_eq!(fs::read_to_string(&desk.path).unwrap(), foreign);
        assert!(beside.ends_with("2026-11-03-abc12345-kopi.ron"), "{}", beside.display());
        desk.mine.citizen.wishes.push('!');
        assert_eq!(desk.save().unwrap().beside, Some(beside.clone()), "and goes on there");
        assert_eq!(sessions::read(&beside).unwrap().session, desk.mine);
    }
}

#[test]
fn a_file_that_is_half_written_for_a_moment_is_waited_for() {
    let mut desk = desk();
    let whole = fs::read(&desk.path).unwrap();
    fs::write(&desk.path, &whole[..whole.len() / 2]).unwrap();
    assert!(desk.save().is_err());
    fs::write(&desk.path, whole).unwrap();
    assert_eq!(desk.save().unwrap().beside, None);
}

#[test]
fn a_file_that_somebody_removed_is_written_again() {
    let mut desk = desk();
    fs::remove_file(&desk.path).unwrap();
    assert_eq!(desk.save().unwrap(), Written::default());
    assert_eq!(desk.on_disk(), desk.mine);
}

#[test]
fn what_came_in_before_a_save_that_failed_is_told_by_the_next() {
    let mut desk = desk();
    desk.elsewhere(|theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    let mut rights = fs::metadata(&desk.path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&desk.path, rights.clone()).unwrap();
    assert!(desk.save().is_err());
    #[allow(clippy::permissions_set_readonly_false)]
    rights.set_readonly(false);
    fs::set_permissions(&desk.path, rights).unwrap();
    assert_eq!(desk.save().unwrap().came_in.unwrap().number, 1);
    assert_eq!(desk.on_disk().citizen.needs, "bisidder");
}
