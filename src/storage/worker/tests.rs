#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::mpsc::{self, Receiver, Sender};

use super::*;

const SOON: Duration = Duration::from_secs(20);

fn job(path: &str, revision: u64) -> Job {
    let session = Session { version: 1, id: revision.to_string(), ..Session::default() };
    Job { revision, session: Arc::new(session), path: PathBuf::from(path), at: DateTime::UNIX_EPOCH, seen: 0 }
}

fn full() -> SaveError {
    SaveError { kind: SaveErrorKind::DiskFull, text: String::from("full") }
}

fn saved(report: Report) -> SaveReport {
    match report {
        Report::Save(saved) => saved,
        other => panic!("{other:?}"),
    }
}

fn setup() -> Setup {
    Setup { days: 30, wording: Box::new(|noted| noted.text.clone()) }
}

/// A saver whose writes wait for `go` and then end as it says; `begun` tells which revision is being written.
struct Held {
    saver: Saver,
    begun: Receiver<u64>,
    go: Sender<Result<Written, SaveError>>,
    reports: Receiver<SaveReport>,
}

fn held() -> Held {
    let (begin, started) = mpsc::channel();
    let (go, gone) = mpsc::channel();
    let (report, reports) = mpsc::channel();
    let saver = Saver::spawn_with(
        move |r| drop(report.send(saved(r))),
        move |job| {
            begin.send(job.revision).unwrap();
            gone.recv().unwrap()
        },
        |_| None,
    );
    Held { saver: saver.unwrap(), begun: started, go, reports }
}

#[test]
fn what_was_saved_is_on_the_disk_with_the_revision_that_was_reported() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("møde å.ron");
    let (send, reports) = mpsc::channel();
    let saver = Saver::spawn(setup(), move |r| drop(send.send(saved(r)))).unwrap();
    saver.save(Job { path: path.clone(), ..job("", 3) });
    assert_eq!(saver.finish(SOON), None);
    assert_eq!(reports.recv().unwrap(), SaveReport { path: path.clone(), revision: 3, result: Ok(Written::default()) });
    assert_eq!(super::super::sessions::read(&path).unwrap().session.id, "3");
}

#[test]
fn only_the_newest_of_the_waiting_states_of_a_file_is_written() {
    let held = held();
    held.saver.save(job("a", 1));
    assert_eq!(held.begun.recv_timeout(SOON), Ok(1));
    for revision in 2..=9 {
        held.saver.save(job("a", revision));
    }
    held.go.send(Ok(Written::default())).unwrap();
    assert_eq!(held.begun.recv_timeout(SOON), Ok(9));
    held.go.send(Ok(Written::default())).unwrap();
    assert_eq!(held.saver.finish(SOON), None);
    assert_eq!(held.reports.try_iter().map(|r| r.revision).collect::<Vec<_>>(), [1, 9]);
}

#[test]
fn a_save_that_failed_does_not_bring_back_a_file_that_was_deleted() {
    let held = held();
    held.saver.save(job("a", 1));
    assert_eq!(held.begun.recv_timeout(SOON), Ok(1));
    held.go.send(Err(full())).unwrap();
    assert_eq!(held.reports.recv_timeout(SOON).map(|report| report.revision), Ok(1));
    held.saver.save(job("b", 2));
    held.saver.forget(Path::new("a"), SOON);
    assert_eq!(held.begun.recv_timeout(SOON), Ok(2));
    held.go.send(Ok(Written::default())).unwrap();
    assert_eq!(held.saver.finish(SOON), None);
    assert!(held.begun.try_recv().is_err(), "nothing more is written");
}

#[test]
fn a_file_does_not_push_out_another() {
    let held = held();
    held.saver.save(job("a", 1));
    held.begun.recv_timeout(SOON).unwrap();
    held.saver.save(job("b", 2));
    held.saver.save(job("c", 3));
    (0..3).for_each(|_| held.go.send(Ok(Written::default())).unwrap());
    assert_eq!(held.saver.finish(SOON), None);
    assert_eq!(held.reports.try_iter().count(), 3);
}

#[test]
fn a_failed_save_is_told_and_tried_again_by_itself() {
    let held = held();
    held.saver.save(job("a", 1));
    held.go.send(Err(full())).unwrap();
    held.go.send(Ok(Written::default())).unwrap();
    assert_eq!(held.reports.recv_timeout(SOON).unwrap().result, Err(full()));
    assert_eq!(held.reports.recv_timeout(SOON).unwrap().result, Ok(Written::default()));
}

#[test]
fn a_newer_state_goes_at_once_in_place_of_one_that_failed() {
    let held = held();
    held.saver.save(job("a", 1));
    held.begun.recv_timeout(SOON).unwrap();
    held.saver.save(job("a", 2));
    held.go.send(Err(full())).unwrap();
    held.go.send(Ok(Written::default())).unwrap();
    assert_eq!(held.begun.recv_timeout(SOON), Ok(2));
    assert_eq!(held.saver.finish(SOON), None);
}

#[test]
fn finishing_names_the_revision_that_did_not_get_to_the_disk() {
    let held = held();
    held.saver.save(job("a", 5));
    held.go.send(Err(full())).unwrap();
    assert_eq!(held.saver.finish(Duration::from_millis(50)), Some(5));
}

#[test]
fn a_panic_while_saving_is_reported_and_the_next_save_works() {
    let (send, reports) = mpsc::channel();
    let write = |job: &Job| if job.revision == 1 { panic!("broken") } else { Ok(Written::default()) };
    let saver = Saver::spawn_with(move |r| drop(send.send(saved(r))), write, |_| None).unwrap();
    saver.save(job("a", 1));
    let first = reports.recv_timeout(SOON).unwrap();
    assert_eq!(first.result, Err(SaveError { kind: SaveErrorKind::Other, text: String::from("broken") }));
    saver.save(job("a", 2));
    assert_eq!(reports.recv_timeout(SOON).unwrap().result, Ok(Written::default()));
}

#[test]
fn a_listener_that_panics_does_not_stop_the_saving() {
    let saver = Saver::spawn_with(|_| panic!("listener"), |_| Ok(Written::default()), |_| None).unwrap();
    saver.save(job("a", 1));
    assert_eq!(saver.finish(SOON), None);
    saver.save(job("a", 2));
    assert_eq!(saver.finish(SOON), None);
}

#[test]
fn a_folder_that_is_gone_is_told_as_such() {
    let dir = tempfile::tempdir().unwrap();
    let (send, reports) = mpsc::channel();
    let saver = Saver::spawn(setup(), move |r| drop(send.send(saved(r)))).unwrap();
    saver.save(Job { path: dir.path().join("gone/a.ron"), ..job("", 1) });
    let result = reports.recv_timeout(SOON).unwrap().result;
    assert_eq!(result.unwrap_err().kind, SaveErrorKind::NoFolder);
}

#[test]
fn a_full_disk_is_told_as_such() {
    let error = SaveError::from(io::Error::from(io::ErrorKind::StorageFull));
    assert_eq!(error.kind, SaveErrorKind::DiskFull);
}
