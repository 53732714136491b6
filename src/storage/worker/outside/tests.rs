#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::domain::record::Id;
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
    "ro".clone_into(&mut desk.mine.citizen.wishes);
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

#[test]
fn what_another_program_changed_by_hand_in_a_text_of_mine_is_taken_as_it_is() {
    let mut desk = desk();
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    desk.save().unwrap();
    let text = fs::read_to_string(&desk.path).unwrap();
    fs::write(&desk.path, text.replace("\"ro\"", "\"ro og et job\"")).unwrap();
    "bisidder".clone_into(&mut desk.mine.citizen.needs);
    let came_in = desk.save().unwrap().came_in.unwrap();
    let citizen = desk.on_disk().citizen;
    assert_eq!((citizen.wishes.as_str(), citizen.needs.as_str()), ("ro og et job", "bisidder"));
    assert_eq!((came_in.two_texts, came_in.noted), (0, 0));
}

#[test]
fn what_a_machine_wrote_that_never_had_my_last_text_stands_beside_it() {
    let mut desk = desk();
    let long_ago = fs::read_to_string(&desk.path).unwrap();
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    desk.save().unwrap();
    fs::write(&desk.path, long_ago.replace("\"A.B.\"", "\"A.B.\", wishes: \"et job\"")).unwrap();
    desk.save().unwrap();
    assert_eq!(desk.on_disk().citizen.wishes, "ro\n[ELLER]\net job");
}

#[test]
fn what_lies_there_already_is_not_written_again() {
    let mut desk = desk();
    desk.elsewhere(|theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    let stamp = disk::stamp(&desk.path).unwrap();
    desk.save().unwrap();
    assert_eq!(disk::stamp(&desk.path).unwrap(), stamp);
}

#[test]
fn a_look_takes_in_what_another_wrote_and_tells_it_once() {
    let mut desk = desk();
    let now = DateTime::UNIX_EPOCH;
    assert_eq!(desk.files.look(&desk.path, now), None);
    desk.elsewhere(|theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    let came_in = desk.files.look(&desk.path, now).unwrap();
    assert_eq!(came_in.merged.citizen.needs, "bisidder");
    assert_eq!(desk.files.look(&desk.path, now), None);
    fs::write(&desk.path, "(version: 1, id: \"ab").unwrap();
    assert_eq!(desk.files.look(&desk.path, now), None);
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), "(version: 1, id: \"ab", "a look writes nothing over it");
}

#[test]
fn a_look_at_what_another_brought_back_from_long_ago_puts_ours_back() {
    let mut desk = desk();
    let long_ago = fs::read(&desk.path).unwrap();
    "ro".clone_into(&mut desk.mine.citizen.wishes);
    desk.save().unwrap();
    fs::write(&desk.path, long_ago).unwrap();
    assert_eq!(desk.files.look(&desk.path, DateTime::UNIX_EPOCH), None, "nothing came in");
    assert_eq!(desk.on_disk().citizen.wishes, "ro");
}

#[test]
fn what_comes_in_after_a_session_was_opened_again_is_not_taken_for_what_was_told_before() {
    let mut desks = [desk(), desk()];
    for (number, text) in [(1, "bis"), (2, "bisidder")] {
        text.clone_into(&mut desks[0].mine.citizen.needs);
        desks[0].write();
        copy(&desks, 0);
        let Desk { files, path, .. } = &mut desks[1];
        assert_eq!(files.look(path, DateTime::UNIX_EPOCH).map(|came_in| came_in.number), Some(number));
        let opened = sessions::open(path, DateTime::UNIX_EPOCH).unwrap();
        files.opened(Opening::of(&opened));
    }
}

#[test]
fn what_comes_in_twice_before_the_screen_gives_a_new_state_is_no_second_text() {
    let mut desks = [desk(), desk()];
    for text in ["bis", "bisidder"] {
        text.clone_into(&mut desks[0].mine.citizen.needs);
        desks[0].write();
        copy(&desks, 0);
        desks[1].look();
        assert_eq!(desks[1].mine.citizen.needs, text);
    }
    "ro".clone_into(&mut desks[1].mine.citizen.wishes);
    desks[1].write();
    assert_eq!(desks[1].on_disk(), desks[1].mine);
}

/// Something that happens at one of two machines with a folder each and a program that copies the file between them,
/// whatever lies there.
#[derive(Clone, Debug)]
enum Happens {
    Write(usize, usize, String),
    Add(usize),
    TakeAway(usize),
    Save(usize),
    Look(usize),
    Copy(usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    let who = 0..2_usize;
    prop_oneof![
        4 => (who.clone(), 0..3_usize, "[a-z]{1,3}").prop_map(|(who, field, word)| Happens::Write(who, field, word)),
        2 => who.clone().prop_map(Happens::Add),
        1 => who.clone().prop_map(Happens::TakeAway),
        4 => who.clone().prop_map(Happens::Save),
        1 => who.clone().prop_map(Happens::Look),
        3 => who.prop_map(Happens::Copy),
    ]
}

/// The texts only one of the two writes in; two of them lie in one record.
fn texts_of(session: &mut Session, who: usize) -> [&mut String; 3] {
    let Session { head, citizen, preparation, .. } = session;
    if who == 0 {
        [&mut citizen.wishes, &mut preparation.purpose, &mut citizen.needs]
    } else {
        [&mut citizen.contact, &mut head.status_agreed, &mut preparation.handover]
    }
}

impl Desk {
    fn hear(&mut self, came_in: Option<CameIn>) {
        if let Some(came_in) = came_in {
            assert_eq!((came_in.two_texts, came_in.noted), (0, 0));
            // As the screen does it, which may have gone on meanwhile.
            let none = Past::default();
            let both = merge(&came_in.sent, &none, &self.mine, &came_in.merged, &|noted| noted.text.clone());
            assert_eq!((both.two_texts, both.noted), (0, 0));
            self.mine = both.session;
            self.seen = came_in.number;
        }
    }
    fn write(&mut self) {
        let written = self.save().unwrap();
        self.hear(written.came_in);
    }
    fn look(&mut self) {
        let came_in = self.files.look(&self.path, DateTime::UNIX_EPOCH);
        self.hear(came_in);
    }
}

fn copy(desks: &[Desk; 2], from: usize) {
    fs::write(&desks[1 - from].path, fs::read(&desks[from].path).unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_machines_that_change_different_things_end_with_both_and_without_a_mark(
        happened in proptest::collection::vec(happens(), 0..40)
    ) {
        let mut desks = [desk(), desk()];
        let mut should = desks[0].mine.clone();
        let mut mine: [Vec<Id>; 2] = [vec![], vec![]];
        let mut rng = fastrand::Rng::with_seed(1);
        for (at, happens) in happened.into_iter().enumerate() {
            match happens {
                Happens::Write(who, field, word) => {
                    let word = format!("{word}{at}");
                    texts_of(&mut should, who)[field].clone_from(&word);
                    *texts_of(&mut desks[who].mine, who)[field] = word;
                }
                Happens::Add(who) => {
                    let id = Id::draw(&mut rng);
                    desks[who].mine.close.decisions.push(Decision { id, ..Decision::default() });
                    mine[who].push(id);
                }
                Happens::TakeAway(who) => {
                    let taken = mine[who].pop();
                    desks[who].mine.close.decisions.retain(|decision| Some(decision.id) != taken);
                }
                Happens::Save(who) => desks[who].write(),
                Happens::Look(who) => desks[who].look(),
                Happens::Copy(from) => copy(&desks, from),
            }
        }
        for from in [0, 1, 0] {
            desks[from].write();
            copy(&desks, from);
        }
        desks[1].write();
        prop_assert_eq!(&desks[0].mine, &desks[1].mine);
        let both = &mut desks[0].mine;
        let mut decisions: Vec<Id> = both.close.decisions.drain(..).map(|decision| decision.id).collect();
        decisions.sort_unstable();
        let mut expected = mine.concat();
        expected.sort_unstable();
        prop_assert_eq!(decisions, expected);
        prop_assert_eq!(&*both, &should);
    }
}
