#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use tempfile::TempDir;

use super::*;
use crate::domain::summary::Listed;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn session(id: &str) -> Session {
    let text = format!("(version: 1, id: \"{id}\", citizen: (reference: \"A.B.\"))");
    format::decode(text.as_bytes()).unwrap().session
}

fn folder(ids: &[(u32, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (date, id) in ids {
        create(dir.path(), &session(id), day(*date), now()).unwrap();
    }
    dir
}

fn listed(dir: &Path) -> Vec<Vec<String>> {
    let mut batches = vec![];
    list(dir, Utc::now(), &mut |batch| {
        batches.push(
            batch
                .into_iter()
                .map(|l| match l {
                    Listed::Session(summary) => summary.id,
                    Listed::Damaged { file, what } => format!("{file}: {what}"),
                })
                .collect(),
        );
        true
    })
    .unwrap();
    batches
}

#[test]
fn a_new_session_is_named_by_its_date_and_id_and_can_be_opened() {
    let dir = folder(&[]);
    let path = create(&dir.path().join("møder å"), &session("abc12345"), day(3), now()).unwrap();
    assert!(path.ends_with("møder å/2026-11-03-abc12345.ron"));
    let opened = open(&path, now()).unwrap();
    assert_eq!((opened.session, opened.read_only), (session("abc12345"), None));
    assert!(opened.lock.is_some());
}

#[cfg(unix)]
#[test]
fn the_folder_of_sessions_is_made_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder(&[]);
    let path = create(&dir.path().join("new"), &session("abc"), day(3), now()).unwrap();
    assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_session_never_takes_the_place_of_another() {
    let dir = folder(&[(3, "abc")]);
    let path = dir.path().join("2026-11-03-abc.ron");
    let before = fs::read(&path).unwrap();
    let mut other = session("abc");
    other.citizen.reference = String::from("C.D.");
    let error = create(dir.path(), &other, day(3), now()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_id_that_leads_out_of_the_folder_makes_no_file() {
    let dir = folder(&[]);
    for id in ["../x", "a/b", "", "a\\b", "a:b"] {
        let session = Session { id: id.to_owned(), ..session("x") };
        assert_eq!(create(dir.path(), &session, day(3), now()).unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn the_second_who_opens_a_session_reads_only_and_learns_who_has_it() {
    let dir = folder(&[(3, "abc")]);
    let path = dir.path().join("2026-11-03-abc.ron");
    let first = open(&path, now()).unwrap();
    let second = open(&path, now()).unwrap();
    let Some(ReadOnly::Held { by }) = second.read_only else { panic!("{:?}", second.read_only) };
    assert!(by.contains(&std::process::id().to_string()), "{by}");
    drop(first);
    assert_eq!(open(&path, now()).unwrap().read_only, None);
}

#[test]
fn a_file_with_unknown_fields_opens_for_reading_and_gets_no_lock_beside_it() {
    let dir = folder(&[]);
    let path = dir.path().join("x.ron");
    fs::write(&path, "(version: 1, mood: 3)").unwrap();
    let opened = open(&path, now()).unwrap();
    assert_eq!(opened.read_only, Some(ReadOnly::UnknownFields(vec![String::from("mood")])));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_not_there_is_told_from_one_that_is_damaged() {
    let dir = folder(&[]);
    let path = dir.path().join("x.ron");
    assert!(matches!(open(&path, now()), Err(OpenError::Missing { .. })));
    fs::write(&path, "(version: 1").unwrap();
    assert!(matches!(open(&path, now()), Err(OpenError::Read { .. })));
    assert!(matches!(open(dir.path(), now()), Err(OpenError::Io { .. })));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "no lock file stays");
}

#[test]
fn a_session_is_found_by_name_id_and_the_beginning_of_either() {
    let dir = folder(&[(3, "abc12345"), (4, "xyz12345")]);
    let path = dir.path().join("2026-11-03-abc12345.ron");
    let names =
        ["2026-11-03-abc12345.ron", "2026-11-03-abc12345", "abc12345", "ABC1", "2026-11-03", path.to_str().unwrap()];
    for name in names {
        assert_eq!(resolve(dir.path(), name).unwrap(), path, "{name}");
    }
}

#[test]
fn a_beginning_that_fits_several_names_them_all() {
    let dir = folder(&[(3, "abc1"), (4, "abc2"), (5, "xyz1")]);
    let Err(NameError::Several { matches, .. }) = resolve(dir.path(), "abc") else { panic!("not several") };
    assert_eq!(matches, ["2026-11-03-abc1", "2026-11-04-abc2"]);
}

#[test]
fn a_whole_id_is_found_though_another_begins_with_it() {
    let dir = folder(&[(3, "abc"), (4, "abc2")]);
    assert!(resolve(dir.path(), "abc").unwrap().ends_with("2026-11-03-abc.ron"));
}

#[test]
fn an_unknown_name_comes_with_those_that_look_like_it() {
    let dir = folder(&[(3, "abc12345"), (4, "xyz12345")]);
    let Err(NameError::Unknown { near, .. }) = resolve(dir.path(), "abd123") else { panic!("found") };
    assert_eq!(near, ["2026-11-03-abc12345"]);
}

#[test]
fn an_id_never_leads_out_of_the_folder() {
    let dir = folder(&[(3, "abc")]);
    let inside = dir.path().join("inside");
    fs::create_dir(&inside).unwrap();
    for name in ["../2026-11-03-abc", "..", "", ".", "/", "../abc"] {
        assert!(matches!(resolve(&inside, name), Err(NameError::Unknown { .. })), "{name}");
    }
}

#[test]
fn a_renamed_file_is_still_found_by_its_id() {
    let dir = folder(&[(3, "abc12345")]);
    let renamed = dir.path().join("Mødet med A.ron");
    fs::rename(dir.path().join("2026-11-03-abc12345.ron"), &renamed).unwrap();
    assert_eq!(resolve(dir.path(), "abc12345").unwrap(), renamed);
    assert_eq!(resolve(dir.path(), "mødet").unwrap(), renamed);
}

#[test]
fn a_list_begins_with_the_newest_fifty() {
    let dir = tempfile::tempdir().unwrap();
    for n in 0..120u32 {
        let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
        create(dir.path(), &session(&format!("s{n:03}")), date, now()).unwrap();
    }
    let batches = listed(dir.path());
    assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [50, 70]);
    assert_eq!((batches[0][0].as_str(), batches[1][69].as_str()), ("s119", "s000"));
}

#[test]
fn a_list_stops_when_it_is_told_to() {
    let dir = tempfile::tempdir().unwrap();
    for n in 0..60u32 {
        create(dir.path(), &session(&format!("s{n}")), day(1), now()).unwrap();
    }
    let mut batches = 0;
    list(dir.path(), Utc::now(), &mut |_| {
        batches += 1;
        false
    })
    .unwrap();
    assert_eq!(batches, 1);
}

#[test]
fn a_damaged_file_is_in_the_list_by_name_and_the_others_are_read() {
    let dir = folder(&[(3, "abc")]);
    fs::write(dir.path().join("2026-11-02-bad.ron"), "(version: 1,\n  id \"x\")").unwrap();
    assert_eq!(listed(dir.path()), [["abc", "2026-11-02-bad.ron: 2:5: expected `:`"]]);
}

#[test]
fn locks_temporary_files_and_notes_are_no_sessions() {
    let dir = folder(&[(3, "abc")]);
    for name in [".opstart-x.tmp", "2026-11-03-abc.ron.lock", ".hidden.ron", "notes.txt"] {
        fs::write(dir.path().join(name), "x").unwrap();
    }
    fs::create_dir(dir.path().join("folder.ron")).unwrap();
    assert_eq!(listed(dir.path()), [["abc"]]);
}

#[test]
fn no_folder_is_told_from_an_empty_one() {
    let dir = folder(&[]);
    assert_eq!(list(dir.path(), Utc::now(), &mut |_| true).unwrap(), Scan::Read(0));
    assert_eq!(list(&dir.path().join("none"), Utc::now(), &mut |_| true).unwrap(), Scan::NoFolder);
}

#[test]
fn a_deleted_session_leaves_nothing_behind() {
    let dir = folder(&[(3, "abc")]);
    let path = dir.path().join("2026-11-03-abc.ron");
    fs::write(dir.path().join("2026-11-03-abc.ron.lock"), "left by a dead process").unwrap();
    delete(&path, now()).unwrap();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn deleting_by_a_link_deletes_what_the_link_leads_to() {
    let (dir, elsewhere) = (folder(&[]), folder(&[(3, "abc")]));
    let path = elsewhere.path().join("2026-11-03-abc.ron");
    let link = dir.path().join("2026-11-03-abc.ron");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    delete(&link, now()).unwrap();
    assert!(!path.exists() && link.symlink_metadata().is_err());
}

#[test]
fn a_session_somebody_has_open_is_not_deleted() {
    let dir = folder(&[(3, "abc")]);
    let path = dir.path().join("2026-11-03-abc.ron");
    let _open = open(&path, now()).unwrap();
    assert_eq!(delete(&path, now()).unwrap_err().kind(), io::ErrorKind::ResourceBusy);
    assert!(path.exists());
}

#[test]
fn a_folder_that_knows_no_locks_is_still_written_to() {
    assert!(!may_not_write(&io::Error::from(io::ErrorKind::Unsupported)));
    assert!(may_not_write(&io::Error::from(io::ErrorKind::PermissionDenied)));
}

#[test]
fn a_write_protected_file_opens_for_reading() {
    let dir = folder(&[(3, "abc")]);
    let path = dir.path().join("2026-11-03-abc.ron");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    assert_eq!(open(&path, now()).unwrap().read_only, Some(ReadOnly::NotWritable));
}

#[test]
fn the_list_says_who_has_a_session_open_and_nothing_of_a_lock_that_was_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["open", "free", "forgotten"] {
        fs::write(dir.path().join(format!("{name}.ron")), format!("(version: 1, id: \"{name}\")")).unwrap();
    }
    let now = Utc::now();
    let _held = disk::lock(&dir.path().join("open.ron"), now).unwrap();
    let _forgotten = disk::lock(&dir.path().join("forgotten.ron"), now - chrono::TimeDelta::hours(30)).unwrap();
    let mut held = vec![];
    list(dir.path(), now, &mut |batch| {
        held.extend(batch.into_iter().filter_map(|line| match line {
            Listed::Session(summary) => summary.held.map(|by| (summary.id, by)),
            Listed::Damaged { .. } => None,
        }));
        true
    })
    .unwrap();
    assert_eq!(held, [("open".to_owned(), disk::who())]);
}
