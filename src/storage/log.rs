//! The log (*logbog*): who opened, exported, restored or deleted which session, and when. One line for each, beside the
//! sessions; never what is in a session, and never the citizen's reference.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

use super::disk;
use crate::catalog::clean::clean_line;

/// Name of the log in the folder of the sessions. The list passes it by, because it is no RON file.
pub const NAME: &str = "opstart.log";

/// What was done with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Opened to be worked on or only read.
    Opened,
    /// Printed, copied out or written to another file.
    Exported,
    /// An earlier version was brought back.
    Restored,
    /// Deleted for good.
    Deleted,
}

impl Deed {
    fn word(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Exported => "exported",
            Self::Restored => "restored",
            Self::Deleted => "deleted",
        }
    }
}

/// Notes what was done with the session in `file`, in the log of its folder. The line is tab-separated: instant (UTC), who
/// (`user@machine`, from the system), what, name of the file, and `detail`, which must hold nothing of the session.
pub fn note(file: &Path, deed: Deed, detail: &str, at: DateTime<Utc>) -> io::Result<()> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    // A name can hold anything; a line of the log is a line, and a cell a cell.
    let fields = [at.as_str(), &disk::who(), deed.word(), &name, detail].map(clean_line);
    disk::append(&path(file), fields.join("\t").trim_end())
}

/// The log that tells of the session in `file`.
pub fn path(file: &Path) -> PathBuf {
    file.with_file_name(NAME)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn every_deed_is_a_line_with_who_and_when_and_nothing_of_the_session() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("2026-12-01-zz125e0b.ron");
        let at = "2026-12-01T09:00:00Z".parse().unwrap();
        note(&file, Deed::Opened, "", at).unwrap();
        note(&file, Deed::Deleted, "not filed", at).unwrap();
        let text = std::fs::read_to_string(path(&file)).unwrap();
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0][0], "2026-12-01T09:00:00Z");
        assert!(lines[0][1].contains('@'));
        assert_eq!(lines[0][2..], ["opened", "2026-12-01-zz125e0b.ron"]);
        assert_eq!(lines[1][2..], ["deleted", "2026-12-01-zz125e0b.ron", "not filed"]);
    }

    #[test]
    fn a_name_with_a_line_end_stays_in_its_cell() {
        let dir = tempfile::tempdir().unwrap();
        note(&dir.path().join("a\n2026\tb.ron"), Deed::Opened, "", DateTime::UNIX_EPOCH).unwrap();
        let text = std::fs::read_to_string(dir.path().join(NAME)).unwrap();
        assert_eq!((text.lines().count(), text.matches('\t').count()), (1, 3));
    }
}
