#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tempfile::TempDir;

use super::*;

/// The system with a fault in it: the step numbered `fault` (from 1) fails, and the ones after it too when the
/// process is dead by then. A failing write has written half.
struct Faulty {
    fault: usize,
    dead: bool,
    step: Cell<usize>,
    /// So many renames are refused for the moment.
    refusals: Cell<usize>,
    waited: Cell<Duration>,
}

impl Faulty {
    fn once(fault: usize) -> Self {
        Self { fault, dead: false, step: Cell::new(0), refusals: Cell::new(0), waited: Cell::default() }
    }

    fn dead(fault: usize) -> Self {
        Self { dead: true, ..Self::once(fault) }
    }

    fn refusing(renames: usize) -> Self {
        Self { refusals: Cell::new(renames), ..Self::once(0) }
    }

    fn step(&self) -> io::Result<()> {
        let step = self.step.get() + 1;
        self.step.set(step);
        if step == self.fault || (self.dead && step > self.fault) { Err(io::Error::other("fault")) } else { Ok(()) }
    }
}

impl Calls for Faulty {
    fn create_temp(&self, folder: &Path, prefix: &str, suffix: &str) -> io::Result<(File, PathBuf)> {
        self.step()?;
        System.create_temp(folder, prefix, suffix)
    }
    fn dress(&self, new: New, old: Old) -> io::Result<()> {
        self.step()?;
        System.dress(new, old)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(fault) = self.step() {
            System.write(file, &bytes[..bytes.len() / 2])?;
            return Err(fault);
        }
        System.write(file, bytes)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.step()?;
        System.sync(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if let Some(left) = self.refusals.get().checked_sub(1) {
            self.refusals.set(left);
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        self.step()?;
        System.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        System.sync_folder(folder)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        System.remove(path)
    }
    fn open_log(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        System.open_log(path)
    }
    fn wait_turn(&self, file: &File) -> io::Result<()> {
        self.step()?;
        System.wait_turn(file)
    }
    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        self.step()?;
        System.cut(file, length)
    }
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        System.open_lock(path)
    }
    fn is_passing(&self, error: &io::Error) -> bool {
        error.kind() == io::ErrorKind::ResourceBusy
    }
    fn pause(&self, time: Duration) {
        self.waited.set(self.waited.get() + time);
    }
}

/// Create, dress, write, sync, rename, sync the folder.
const STEPS: usize = 6;
/// To give the new file the rights of the old.
const DRESS: usize = 2;

fn folder_with(text: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("møde på å.ron");
    fs::write(&file, text).unwrap();
    (folder, file)
}

fn names_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_write_that_succeeds_takes_these_steps_and_no_more() {
    let (_folder, file) = folder_with("old");
    let calls = Faulty::once(0);
    atomic_with(&calls, &file, b"new", Over::Anything).unwrap();
    assert_eq!(calls.step.get(), STEPS);
    assert_eq!(read(&file), "new");
}

#[test]
fn whichever_step_fails_the_file_is_old_or_new_and_nothing_is_left_beside_it() {
    for fault in 1..=STEPS {
        let (folder, file) = folder_with("the old text");
        let done = atomic_with(&Faulty::once(fault), &file, b"the new text", Over::Anything);
        let only_narrower = cfg!(unix) && fault == DRESS;
        assert_eq!(done.is_ok(), only_narrower, "fault {fault}");
        let expected = if fault == STEPS || only_narrower { "the new text" } else { "the old text" };
        assert_eq!(read(&file), expected, "fault {fault}");
        assert_eq!(names_in(folder.path()).len(), 1, "fault {fault}");
    }
}

#[test]
fn wherever_the_process_dies_the_file_is_old_or_new_and_the_rest_is_swept_later() {
    println!("atomic: {} faults, each once and each as a death", STEPS * 2);
    for fault in 1..=STEPS {
        let (folder, file) = folder_with("the old text");
        atomic_with(&Faulty::dead(fault), &file, b"the new text", Over::Anything).unwrap_err();
        let expected = if fault == STEPS { "the new text" } else { "the old text" };
        assert_eq!(read(&file), expected, "fault {fault}");
        let left = names_in(folder.path()).len() - 1;
        assert!(left <= 1, "fault {fault}");

        atomic(&file, b"the next text").unwrap();
        let later = DateTime::<Utc>::from(fs::metadata(&file).unwrap().modified().unwrap()) + TimeDelta::minutes(2);
        assert_eq!(sweep(folder.path(), later).unwrap(), left, "fault {fault}");
        assert_eq!(names_in(folder.path()).len(), 1, "fault {fault}");
        assert_eq!(read(&file), "the next text");
    }
}

#[test]
fn a_new_file_that_fails_half_way_is_not_there() {
    for fault in 1..STEPS - 1 {
        let folder = TempDir::new().unwrap();
        atomic_with(&Faulty::once(fault), &folder.path().join("new.ron"), b"text", Over::Anything).unwrap_err();
        assert_eq!(names_in(folder.path()), [""; 0], "fault {fault}");
    }
}

#[test]
fn a_refused_rename_is_tried_again() {
    let (_folder, file) = folder_with("old");
    let calls = Faulty::refusing(3);
    atomic_with(&calls, &file, b"new", Over::Anything).unwrap();
    assert_eq!(read(&file), "new");
    assert_eq!(calls.waited.get(), Duration::from_millis(10 + 20 + 40));
}

#[test]
fn after_two_seconds_of_refusals_the_write_fails_and_the_old_file_stands() {
    let (folder, file) = folder_with("old");
    let calls = Faulty::refusing(usize::MAX);
    assert_eq!(atomic_with(&calls, &file, b"new", Over::Anything).unwrap_err().kind(), io::ErrorKind::ResourceBusy);
    assert_eq!(calls.waited.get(), Duration::from_secs(2));
    assert_eq!((read(&file).as_str(), names_in(folder.path()).len()), ("old", 1));
}

#[test]
fn a_file_that_was_changed_meanwhile_is_not_replaced() {
    let (folder, file) = folder_with("read");
    let seen = stamp(&file).unwrap();
    fs::write(&file, "changed by another").unwrap();
    assert_eq!(atomic_over(&file, b"mine", seen).unwrap(), None);
    assert_eq!((read(&file).as_str(), names_in(folder.path()).len()), ("changed by another", 1));
    let written = atomic_over(&file, b"mine", stamp(&file).unwrap()).unwrap();
    assert_eq!((read(&file).as_str(), written), ("mine", stamp(&file).unwrap()));
}

#[test]
fn a_file_that_came_meanwhile_is_not_replaced() {
    let (_folder, file) = folder_with("from another");
    assert_eq!(atomic_over(&file, b"mine", None).unwrap(), None);
    assert_eq!(read(&file), "from another");
}

#[test]
fn a_file_name_without_a_folder_means_the_folder_one_is_in() {
    assert_eq!(folder_of(Path::new("x.ron")), Path::new("."));
}

#[test]
fn a_missing_folder_is_an_error() {
    let folder = TempDir::new().unwrap();
    let error = atomic(&folder.path().join("none").join("x.ron"), b"").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[test]
fn only_old_temporary_files_of_our_own_are_swept() {
    let (folder, file) = folder_with("kept");
    let now = time("2026-03-14T12:00:00Z");
    let cases = [
        (".opstart-old.tmp", TimeDelta::seconds(61), false),
        (".opstart-young.tmp", TimeDelta::seconds(59), true),
        (".opstart-future.tmp", TimeDelta::hours(-1), true),
        (".opstart-notes.ron", TimeDelta::hours(9), true),
        ("other.tmp", TimeDelta::hours(9), true),
    ];
    for (name, age, _) in cases {
        let left = File::create(folder.path().join(name)).unwrap();
        left.set_modified((now - age).into()).unwrap();
    }
    assert_eq!(sweep(folder.path(), now).unwrap(), 1);
    for (name, _, stays) in cases {
        assert_eq!(folder.path().join(name).exists(), stays, "{name}");
    }
    assert!(file.exists());
}

#[test]
fn appended_lines_follow_each_other() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    append(&log, "første").unwrap();
    append(&log, "anden").unwrap();
    assert_eq!(read(&log), "første\nanden\n");
}

#[test]
fn lines_of_many_writers_stay_whole() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let line = "en linje, som er lang nok til at blive delt ".repeat(40);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..25).for_each(|_| append(&log, &line).unwrap()));
        }
    });
    let text = read(&log);
    assert_eq!(text.lines().count(), 100);
    assert!(text.lines().all(|found| found == line));
}

/// Open, take turns, write, sync; a new file also syncs the folder.
const LINE_STEPS: usize = 5;

#[test]
fn whichever_step_of_a_line_fails_the_lines_before_are_whole_and_the_next_follows_them() {
    let mut tried = 0;
    for fault in 1..=LINE_STEPS {
        for (calls, old) in [
            (Faulty::once(fault), Some("første\n")),
            (Faulty::dead(fault), Some("første\n")),
            (Faulty::once(fault), None),
            (Faulty::dead(fault), None),
        ] {
            let folder = TempDir::new().unwrap();
            let log = folder.path().join("log");
            if let Some(old) = old {
                fs::write(&log, old).unwrap();
            }
            let failed = append_with(&calls, &log, "anden linje").is_err();
            assert_eq!(failed, old.is_none() || fault < LINE_STEPS, "fault {fault}");
            append(&log, "tredje").unwrap();
            let text = read(&log);
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(
                lines.first().copied().filter(|_| old.is_some()),
                old.map(str::trim_end),
                "fault {fault}: {text}"
            );
            assert_eq!(lines.last(), Some(&"tredje"), "fault {fault}: {text}");
            let between = &lines[usize::from(old.is_some())..lines.len() - 1];
            let half = !between.is_empty() && "anden linje".starts_with(between[0]);
            assert!(between.is_empty() || (between.len() == 1 && half), "fault {fault}: {text}");
            tried += 1;
        }
    }
    println!("append: {tried} faults, no line lost");
}

#[test]
fn a_write_that_fails_leaves_no_half_line() {
    let (_folder, log) = folder_with("første\n");
    append_with(&Faulty::once(3), &log, "anden").unwrap_err();
    assert_eq!(read(&log), "første\n");
}

#[test]
fn whichever_step_of_a_lock_fails_nobody_is_locked_out_and_the_file_is_untouched() {
    let now = time("2026-03-14T12:00:00Z");
    let mut tried = 0;
    // Open, empty, write the holder.
    for fault in 1..=3 {
        for calls in [Faulty::once(fault), Faulty::dead(fault)] {
            let (folder, file) = folder_with("the text");
            assert!(matches!(lock::lock_with(&calls, &file, now), Err(LockError::Io(_))), "fault {fault}");
            assert_eq!(read(&file), "the text");
            drop(lock(&file, now).unwrap());
            assert_eq!(names_in(folder.path()).len(), 1, "fault {fault}");
            tried += 1;
        }
    }
    println!("lock: {tried} faults, nobody locked out");
}

#[test]
fn a_line_that_a_power_cut_tore_does_not_swallow_the_next() {
    let (_folder, log) = folder_with("hel\nhal");
    append(&log, "ny").unwrap();
    assert_eq!(read(&log), "hel\nhal\nny\n");
}

#[test]
fn a_line_with_a_line_end_inside_is_refused() {
    let (_folder, log) = folder_with("");
    for line in ["to\nlinjer", "to\rlinjer"] {
        assert_eq!(append(&log, line).unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
    assert_eq!(read(&log), "");
}

#[test]
fn a_second_lock_is_refused_and_names_the_holder_and_the_hour() {
    let (_folder, file) = folder_with("");
    let _held = lock(&file, time("2026-03-14T12:00:00Z")).unwrap();
    let Err(LockError::Held { by }) = lock(&file, time("2026-03-14T12:05:00Z")) else { panic!("not held") };
    let words: Vec<_> = by.split(' ').collect();
    assert!(words[0].contains('@'), "{by}");
    assert_eq!(words[1..], [std::process::id().to_string().as_str(), "2026-03-14T12:00:00Z"]);
}

#[test]
fn a_lock_given_back_leaves_no_file_and_can_be_taken_again() {
    let (folder, file) = folder_with("");
    let now = time("2026-03-14T12:00:00Z");
    drop(lock(&file, now).unwrap());
    assert_eq!(names_in(folder.path()).len(), 1);
    assert!(lock(&file, now).is_ok());
}

#[test]
fn a_lock_is_stale_when_its_process_is_gone_or_it_is_older_than_any_meeting() {
    let (_folder, file) = folder_with("");
    let now = time("2026-03-14T12:00:00Z");
    let _held = lock(&file, now).unwrap();
    let Err(LockError::Held { by }) = lock(&file, now) else { panic!("not held") };
    assert!(!is_stale(&by, now), "{by} is this very process");
    assert!(is_stale(&by, now + TimeDelta::hours(16)), "{by}");
    let dead = by.replace(&std::process::id().to_string(), "4194305");
    assert_eq!(is_stale(&dead, now), cfg!(target_os = "linux"), "{dead}");
    let elsewhere = "anna@elsewhere 4194305 2026-03-14T11:00:00Z";
    assert!(!is_stale(elsewhere, now), "nobody can tell from here");
    for unclear in ["", "anna", "anna@jobcenter x y"] {
        assert!(!is_stale(unclear, now), "{unclear:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_taken_over_belongs_to_the_new_holder_alone() {
    let (folder, file) = folder_with("");
    let now = time("2026-03-14T12:00:00Z");
    let old = lock(&file, now).unwrap();
    let new = take_over(&file, now + TimeDelta::hours(20)).unwrap();
    let Err(LockError::Held { by }) = lock(&file, now) else { panic!("not held") };
    assert!(by.ends_with("2026-03-15T08:00:00Z"), "{by}");
    // The one who had it comes back to life and leaves: what lies there is not theirs.
    drop(old);
    assert!(matches!(lock(&file, now), Err(LockError::Held { .. })));
    drop(new);
    assert_eq!(names_in(folder.path()).len(), 1);
}

#[test]
fn what_a_dead_process_left_behind_stops_nobody() {
    let (folder, file) = folder_with("");
    let left = folder.path().join("møde på å.ron.lock");
    fs::write(&left, "anna@jobcenter 4711 2026-03-13T08:00:00Z, og noget mere, som er længere end det nye\n").unwrap();
    let _lock = lock(&file, time("2026-03-14T12:00:00Z")).unwrap();
    let text = read(&left);
    assert!(text.ends_with("2026-03-14T12:00:00Z\n") && text.lines().count() == 1, "{text}");
}

#[test]
fn a_locked_file_can_still_be_read_and_replaced() {
    let (_folder, file) = folder_with("old");
    let _lock = lock(&file, time("2026-03-14T12:00:00Z")).unwrap();
    atomic(&file, b"new").unwrap();
    assert_eq!(read(&file), "new");
}

#[test]
fn a_lock_never_has_two_holders_however_often_it_changes_hands() {
    let (_folder, file) = folder_with("");
    let (holders, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while taken.load(Ordering::SeqCst) < 600 {
                    match lock(&file, DateTime::UNIX_EPOCH) {
                        Ok(lock) => {
                            assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "two holders");
                            taken.fetch_add(1, Ordering::SeqCst);
                            thread::yield_now();
                            holders.fetch_sub(1, Ordering::SeqCst);
                            drop(lock);
                        }
                        Err(LockError::Held { .. }) => {}
                        Err(LockError::Io(error)) => panic!("{error}"),
                    }
                }
            });
        }
    });
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn whatever_is_new_is_the_users_alone() {
        let folder = TempDir::new().unwrap();
        let (file, log, inner) =
            (folder.path().join("a.ron"), folder.path().join("log"), folder.path().join("å/møder"));
        atomic(&file, b"text").unwrap();
        append(&log, "line").unwrap();
        private_dir(&inner).unwrap();
        let _lock = lock(&file, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!((mode(&file), mode(&log), mode(&folder.path().join("a.ron.lock"))), (0o600, 0o600, 0o600));
        assert_eq!((mode(&inner), mode(&folder.path().join("å"))), (0o700, 0o700));
    }

    #[test]
    fn a_folder_that_exists_keeps_its_mode() {
        let folder = TempDir::new().unwrap();
        set_mode(folder.path(), 0o750);
        private_dir(folder.path()).unwrap();
        assert_eq!(mode(folder.path()), 0o750);
    }

    #[test]
    fn folders_in_a_teams_folder_are_for_the_team_however_many_are_made_at_once() {
        let folder = TempDir::new().unwrap();
        set_mode(folder.path(), 0o770);
        let made = folder.path().join(".versions/a");
        private_dir(&made).unwrap();
        assert_eq!((mode(made.parent().unwrap()) & 0o777, mode(&made) & 0o777), (0o770, 0o770));
        atomic(&made.join("x.ron"), b"new").unwrap();
        assert_eq!(mode(&made.join("x.ron")), 0o660);
    }

    #[test]
    fn a_replaced_file_keeps_its_mode() {
        let (_folder, file) = folder_with("old");
        set_mode(&file, 0o640);
        atomic(&file, b"new").unwrap();
        assert_eq!(mode(&file), 0o640);
    }

    #[test]
    fn a_replaced_file_keeps_owner_and_group_where_the_system_allows() {
        let (_folder, file) = folder_with("old");
        // Only the administrator can give a file away; elsewhere there is nothing to keep.
        if chown(&file, Some(4711), Some(4712)).is_err() {
            return;
        }
        set_mode(&file, 0o660);
        atomic(&file, b"new").unwrap();
        let kept = fs::metadata(&file).unwrap();
        assert_eq!((kept.uid(), kept.gid(), mode(&file)), (4711, 4712, 0o660));
    }

    #[test]
    fn rights_that_cannot_be_kept_leave_the_file_to_the_user_alone_and_what_was_written_is_saved() {
        let (_folder, file) = folder_with("old");
        set_mode(&file, 0o664);
        atomic_with(&Faulty::once(DRESS), &file, b"new", Over::Anything).unwrap();
        assert_eq!((read(&file).as_str(), mode(&file)), ("new", 0o600));
    }

    #[test]
    fn a_write_protected_file_is_refused_and_stays() {
        let (folder, file) = folder_with("old");
        set_mode(&file, 0o400);
        assert_eq!(atomic(&file, b"new").unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        assert_eq!((read(&file).as_str(), names_in(folder.path()).len()), ("old", 1));
    }

    #[test]
    fn a_link_keeps_pointing_at_the_file_that_is_replaced() {
        let (folder, file) = folder_with("old");
        let elsewhere = TempDir::new().unwrap();
        let (link, relative) = (elsewhere.path().join("link"), folder.path().join("relative"));
        symlink(&file, &link).unwrap();
        symlink("møde på å.ron", &relative).unwrap();
        for (path, text) in [(&link, "by the link"), (&relative, "by the relative link")] {
            atomic(path, text.as_bytes()).unwrap();
            assert_eq!(read(&file), text);
            assert!(fs::symlink_metadata(path).unwrap().file_type().is_symlink());
        }
    }

    #[test]
    fn a_link_to_a_file_that_is_not_there_yet_creates_it() {
        let folder = TempDir::new().unwrap();
        let (file, link) = (folder.path().join("new.ron"), folder.path().join("link"));
        symlink(&file, &link).unwrap();
        atomic(&link, b"text").unwrap();
        assert_eq!(read(&file), "text");
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let folder = TempDir::new().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        symlink(&a, &b).unwrap();
        symlink(&b, &a).unwrap();
        assert_eq!(atomic(&a, b"").unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }

    #[test]
    fn two_ways_to_one_file_share_one_lock() {
        let (folder, file) = folder_with("");
        let link = folder.path().join("link");
        symlink(&file, &link).unwrap();
        let _held = lock(&file, DateTime::UNIX_EPOCH).unwrap();
        assert!(matches!(lock(&link, DateTime::UNIX_EPOCH), Err(LockError::Held { .. })));
    }
}
