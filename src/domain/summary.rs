//! One line about a session, for lists.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::choices::{Group, MeetingKind, Status};
use super::session::Session;
use super::steps::{Progress, overall};

/// What a list says about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Name of the file, without folder.
    pub file: String,
    /// Short id.
    pub id: String,
    /// Day of the meeting, else the day the session was made.
    pub date: Option<NaiveDate>,
    /// When it was made.
    pub created: Option<DateTime<Utc>>,
    /// The citizen's reference.
    pub reference: String,
    /// Adult, youth or family.
    pub group: Group,
    /// Kind of meeting.
    pub kind: MeetingKind,
    /// Where it stands.
    pub status: Status,
    /// When something is to be followed up: the next meeting or the first review of a goal, whichever comes first.
    pub follow_up: Option<NaiveDate>,
    /// The day it was filed in a case system (*journaliseret*).
    pub filed: Option<NaiveDate>,
    /// Id of the session it follows up.
    pub follows: String,
    /// An example or the demo.
    pub fictitious: bool,
    /// Parts done over all steps.
    pub progress: Progress,
    /// Who has it open for writing: `user@host`, or empty where that is not told; `None`: nobody.
    pub held: Option<String>,
    /// The offers that were picked.
    pub offers: Vec<Offered>,
}

/// An offer that was picked in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Id of the offer.
    pub offer: String,
    /// The day it was picked; `None` = not said.
    pub on: Option<NaiveDate>,
}

impl Summary {
    /// What to say about `session` in `file`.
    pub fn of(session: &Session, file: &str) -> Self {
        let reviews = session.goals.iter().filter_map(|g| g.review.day());
        Self {
            file: file.to_owned(),
            id: session.id.clone(),
            date: session.head.date.day().or_else(|| session.created.map(|c| super::dates::copenhagen(c).date())),
            created: session.created,
            reference: session.citizen.reference.clone(),
            group: session.citizen.group,
            kind: session.head.kind,
            status: session.head.status,
            follow_up: session.close.next_on.day().into_iter().chain(reviews).min(),
            filed: session.head.filed_on.day(),
            follows: session.follows.clone(),
            fictitious: session.fictitious,
            progress: overall(session),
            held: None,
            offers: session
                .offers
                .iter()
                .map(|pick| Offered { offer: pick.offer.id.clone(), on: pick.picked_on })
                .collect(),
        }
    }
}

impl Summary {
    /// The first day the session is no longer needed here: so many days after it was filed. `None` while it is not filed;
    /// what is not in the case system is never called superfluous.
    pub fn delete_from(&self, retention_days: u32) -> Option<NaiveDate> {
        self.filed?.checked_add_days(Days::new(retention_days.into()))
    }
}

/// A file in the folder of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A session.
    Session(Summary),
    /// A file that could not be read as one; nothing was changed in it.
    Damaged {
        /// Name of the file, without folder.
        file: String,
        /// What is wrong, with line and column where known.
        what: String,
    },
}
