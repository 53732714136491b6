//! A disk that fills up while somebody types. Needs the right to mount a small disk, which an administrator has; says so
//! where it is not there. Prints what it measured: `cargo test --test small_disk -- --nocapture`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use common::{House, until};

const WISHES: &str = "Ønsker til mødet";
/// How soon after there is room again everything must be on the disk.
const LIMIT: Duration = Duration::from_secs(1);

/// A disk of 256 KB in memory, unmounted at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs"]).arg(at).output();
        mount.is_ok_and(|done| done.status.success()).then(|| Self(at.to_owned()))
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut size = 1 << 16;
        let mut filler = vec![];
        while size > 0 {
            filler.resize(filler.len() + size, b'x');
            if std::fs::write(self.0.join("filler"), &filler).is_err() {
                filler.truncate(filler.len() - size);
                size /= 2;
            }
        }
        let _ = std::fs::write(self.0.join("filler"), &filler);
    }

    fn make_room(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_all_is_saved_within_a_second_of_there_being_room() {
    let house = House::new();
    let Some(disk) = SmallDisk::mount(&house.path().join("lille disk")) else {
        println!("not run: a small disk cannot be mounted here");
        return;
    };
    let made = house.session("A.B. 12");
    let file = disk.0.join(made.file_name().unwrap());
    std::fs::copy(&made, &file).unwrap();
    let mut terminal = house.program(&["--sessions", disk.0.to_str().unwrap(), "open", file.to_str().unwrap()]).start();
    terminal.wait_for("Forberedelse");
    terminal.go_to(WISHES);
    terminal.send("før ");
    terminal.wait_for("Gemt ");
    until(|| House::read(&file).citizen.wishes.contains("før").then_some(()));
    disk.fill();
    terminal.send("mens der er fyldt ");
    terminal.wait_for("IKKE GEMT");
    terminal.wait_for("ikke mere plads");
    // Long enough for a program that tries less and less often to be caught at it.
    std::thread::sleep(Duration::from_secs(12));
    terminal.send("og videre");
    terminal.wait_for("og videre");
    let before = House::read(&file).citizen.wishes;
    assert_eq!(before.trim(), "før", "the old file stands while nothing can be written");
    let began = Instant::now();
    disk.make_room();
    let took =
        until(|| (House::read(&file).citizen.wishes == "før mens der er fyldt og videre").then(|| began.elapsed()));
    let took = took.expect("saved after there was room");
    println!("saved {} ms after there was room", took.as_millis());
    terminal.wait_gone("IKKE GEMT");
    let left: Vec<String> = std::fs::read_dir(&disk.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".tmp"))
        .collect();
    assert_eq!(left, [] as [String; 0], "no half files pile up");
    assert!(took <= LIMIT, "saved only after {took:?}");
}
