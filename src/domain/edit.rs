//! The one change type. Every change of a session is an `Edit` on one record; applying it gives the edit that takes it back.
//! Undo, autosave revisions, merging and the property tests all rest on this.

use super::record::{Field, Id, Record, RecordType, Recorded, Value};
use super::session::Session;
use super::steps::Step;

/// A place in the session that holds records of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The meeting itself: always exactly one.
    Head,
    /// The citizen: always exactly one.
    Citizen,
    /// Members of a family plan.
    Members,
    /// Consents.
    Consents,
    /// Preparation: always exactly one.
    Preparation,
    /// Plans that exist already.
    Plans,
    /// Checklist.
    Checklist,
    /// Participants.
    Participants,
    /// Agenda.
    Agenda,
    /// Clock.
    Clock,
    /// Shared picture.
    Cards,
    /// Picked offers.
    Offers,
    /// Missing offers.
    Missing,
    /// Goals.
    Goals,
    /// Sub-goals of a goal.
    SubGoals(Id),
    /// Actions of a goal or a sub-goal.
    Actions(Id),
    /// Close: always exactly one.
    Close,
    /// Decisions.
    Decisions,
    /// Parking lot.
    Parked,
    /// The citizen's answers: always exactly one.
    Answers,
    /// Corrections after closing.
    Corrections,
    /// The offer on the desk: one, or none.
    Desk,
    /// What the offer on the desk rests on.
    Laws,
}

impl Slot {
    /// The step where its records are worked on.
    pub fn step(self) -> Step {
        match self {
            Self::Head
            | Self::Citizen
            | Self::Members
            | Self::Consents
            | Self::Preparation
            | Self::Plans
            | Self::Checklist => Step::Preparation,
            Self::Participants => Step::Roles,
            Self::Agenda | Self::Clock => Step::Agenda,
            Self::Cards => Step::Picture,
            Self::Offers | Self::Missing | Self::Desk | Self::Laws => Step::Offers,
            Self::Goals | Self::SubGoals(_) | Self::Actions(_) => Step::Goals,
            Self::Close | Self::Decisions | Self::Parked | Self::Answers | Self::Corrections => Step::Close,
        }
    }
}

impl Slot {
    /// Key of the name of the section it stands in.
    pub fn word(self) -> &'static str {
        match self {
            Self::Head | Self::Clock => "section-meeting",
            Self::Citizen | Self::Members => "section-citizen",
            Self::Consents => "section-consent",
            Self::Preparation => "section-purpose",
            Self::Plans => "section-plans",
            Self::Checklist => "section-checklist",
            Self::Participants => "section-participants",
            Self::Agenda => "section-agenda",
            Self::Cards => "section-picture",
            Self::Offers => "section-offers",
            Self::Missing => "section-missing",
            Self::Goals | Self::SubGoals(_) | Self::Actions(_) => "section-goals",
            Self::Close | Self::Corrections => "section-close",
            Self::Decisions => "section-decisions",
            Self::Parked => "section-parked",
            Self::Answers => "section-answers",
            Self::Desk => "section-offer",
            Self::Laws => "section-laws",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Replaces one field of a record.
    Set {
        /// The record.
        id: Id,
        /// Name of the field.
        field: &'static str,
        /// Its new content.
        value: Value,
    },
    /// Replaces what a record keeps beside its form (a status, a moment, a snapshot); fields and records inside stay.
    Keep(Box<Record>),
    /// Puts a record, without records inside it, into a list.
    Insert {
        /// The list.
        slot: Slot,
        /// Its place there.
        at: usize,
        /// The record.
        record: Box<Record>,
    },
    /// Takes a record, which must hold no others, out of its list.
    Remove(Id),
    /// Moves a record with all it holds.
    Move {
        /// The record.
        id: Id,
        /// The list it goes to.
        slot: Slot,
        /// Its place there, counted without itself.
        at: usize,
    },
}

/// Why an edit could not be applied; the session is then unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// No record with that id.
    #[error("no such record")]
    NoRecord,
    /// No such list, or a place beyond its end, or a list of another type.
    #[error("no such place")]
    NoPlace,
    /// The record has no such field, or the value is of another sort.
    #[error("no such field")]
    NoField,
    /// The record still holds others.
    #[error("the record holds others")]
    NotEmpty,
    /// A record with that id exists already.
    #[error("the id is taken")]
    Taken,
}

/// A list of records of one type, or a single one.
trait Shelf {
    fn look_mut(&mut self, at: usize) -> Option<&mut dyn Recorded>;
    fn put(&mut self, at: usize, record: Record) -> Result<(), Box<Record>>;
    fn push(&mut self, record: Record) -> Result<(), Box<Record>>;
    fn take(&mut self, at: usize) -> Option<Record>;
}

/// A list in the session.
struct Many<'a, T>(&'a mut Vec<T>);

impl<T: RecordType> Shelf for Many<'_, T> {
    fn look_mut(&mut self, at: usize) -> Option<&mut dyn Recorded> {
        self.0.get_mut(at).map(|r| r as &mut dyn Recorded)
    }
    fn put(&mut self, at: usize, record: Record) -> Result<(), Box<Record>> {
        if at > self.0.len() {
            return Err(Box::new(record));
        }
        self.0.insert(at, T::unwrap_from(record)?);
        Ok(())
    }
    fn push(&mut self, record: Record) -> Result<(), Box<Record>> {
        self.put(self.0.len(), record)
    }
    fn take(&mut self, at: usize) -> Option<Record> {
        (at < self.0.len()).then(|| self.0.remove(at).wrap())
    }
}

/// The one record of a part that always has exactly one: nothing can be put there or taken away.
struct One<'a, T>(&'a mut T);

impl<T: RecordType> Shelf for One<'_, T> {
    fn look_mut(&mut self, at: usize) -> Option<&mut dyn Recorded> {
        (at == 0).then_some(self.0 as &mut dyn Recorded)
    }
    fn put(&mut self, _: usize, record: Record) -> Result<(), Box<Record>> {
        Err(Box::new(record))
    }
    fn push(&mut self, record: Record) -> Result<(), Box<Record>> {
        Err(Box::new(record))
    }
    fn take(&mut self, _: usize) -> Option<Record> {
        None
    }
}

fn shelf(session: &mut Session, slot: Slot) -> Option<Box<dyn Shelf + '_>> {
    #[allow(clippy::unnecessary_wraps)] // so that the table below has one shape
    fn many<T: RecordType>(list: &mut Vec<T>) -> Option<Box<dyn Shelf + '_>> {
        Some(Box::new(Many(list)))
    }
    #[allow(clippy::unnecessary_wraps)] // as above
    fn one<T: RecordType>(record: &mut T) -> Option<Box<dyn Shelf + '_>> {
        Some(Box::new(One(record)))
    }
    match slot {
        Slot::Head => one(&mut session.head),
        Slot::Citizen => one(&mut session.citizen),
        Slot::Members => many(&mut session.citizen.members),
        Slot::Consents => many(&mut session.consents),
        Slot::Preparation => one(&mut session.preparation),
        Slot::Plans => many(&mut session.preparation.plans),
        Slot::Checklist => many(&mut session.preparation.checklist),
        Slot::Participants => many(&mut session.participants),
        Slot::Agenda => many(&mut session.agenda),
        Slot::Clock => many(&mut session.clock),
        Slot::Cards => many(&mut session.assessment),
        Slot::Offers => many(&mut session.offers),
        Slot::Missing => many(&mut session.missing_offers),
        Slot::Goals => many(&mut session.goals),
        Slot::SubGoals(goal) => many(&mut session.goals.iter_mut().find(|g| g.id == goal)?.sub_goals),
        Slot::Actions(of) => {
            for goal in &mut session.goals {
                if goal.id == of {
                    return many(&mut goal.actions);
                }
                if let Some(sub) = goal.sub_goals.iter_mut().find(|s| s.id == of) {
                    return many(&mut sub.actions);
                }
            }
            None
        }
        Slot::Close => one(&mut session.close),
        Slot::Decisions => many(&mut session.close.decisions),
        Slot::Parked => many(&mut session.close.parked),
        Slot::Answers => one(&mut session.answers),
        Slot::Corrections => many(&mut session.changes),
        Slot::Desk => one(&mut **session.desk.as_mut()?),
        Slot::Laws => many(&mut session.desk.as_mut()?.laws),
    }
}

impl Session {
    /// Calls `visit` for every record with its list and place, in the order of the file.
    pub fn visit<'a>(&'a self, visit: &mut dyn FnMut(Slot, usize, &'a dyn Recorded)) {
        fn list<'a, T: RecordType>(slot: Slot, l: &'a [T], visit: &mut dyn FnMut(Slot, usize, &'a dyn Recorded)) {
            for (at, record) in l.iter().enumerate() {
                visit(slot, at, record);
            }
        }
        visit(Slot::Head, 0, &self.head);
        visit(Slot::Citizen, 0, &self.citizen);
        list(Slot::Members, &self.citizen.members, visit);
        list(Slot::Consents, &self.consents, visit);
        visit(Slot::Preparation, 0, &self.preparation);
        list(Slot::Plans, &self.preparation.plans, visit);
        list(Slot::Checklist, &self.preparation.checklist, visit);
        list(Slot::Participants, &self.participants, visit);
        list(Slot::Agenda, &self.agenda, visit);
        list(Slot::Clock, &self.clock, visit);
        list(Slot::Cards, &self.assessment, visit);
        list(Slot::Offers, &self.offers, visit);
        list(Slot::Missing, &self.missing_offers, visit);
        for (at, goal) in self.goals.iter().enumerate() {
            visit(Slot::Goals, at, goal);
            for (at, sub) in goal.sub_goals.iter().enumerate() {
                visit(Slot::SubGoals(goal.id), at, sub);
                list(Slot::Actions(sub.id), &sub.actions, visit);
            }
            list(Slot::Actions(goal.id), &goal.actions, visit);
        }
        visit(Slot::Close, 0, &self.close);
        list(Slot::Decisions, &self.close.decisions, visit);
        list(Slot::Parked, &self.close.parked, visit);
        visit(Slot::Answers, 0, &self.answers);
        list(Slot::Corrections, &self.changes, visit);
        if let Some(desk) = &self.desk {
            visit(Slot::Desk, 0, &**desk);
            list(Slot::Laws, &desk.laws, visit);
        }
    }

    /// Where a record lies.
    pub fn find(&self, id: Id) -> Option<(Slot, usize, &dyn Recorded)> {
        let mut found = None;
        self.visit(&mut |slot, at, record| {
            if record.id() == id && found.is_none() {
                found = Some((slot, at, record));
            }
        });
        found
    }

    /// A record by its id.
    pub fn record(&self, id: Id) -> Option<&dyn Recorded> {
        self.find(id).map(|(_, _, record)| record)
    }

    /// How many records a list holds; `None` when there is no such list.
    pub fn count(&self, slot: Slot) -> Option<usize> {
        let exists = match slot {
            Slot::SubGoals(of) => self.goals.iter().any(|g| g.id == of),
            Slot::Actions(of) => self.goals.iter().any(|g| g.id == of || g.sub_goals.iter().any(|s| s.id == of)),
            Slot::Desk | Slot::Laws => self.desk.is_some(),
            _ => true,
        };
        let mut count = 0;
        self.visit(&mut |s, _, _| count += usize::from(s == slot));
        exists.then_some(count)
    }

    /// What a field holds.
    pub fn value(&self, id: Id, field: &str) -> Option<Value> {
        let record = self.record(id)?;
        record.field(field)?.read(record)
    }
}

/// Applies one edit and gives the edit that takes it back. On `Err` nothing has changed.
pub fn apply(session: &mut Session, edit: Edit) -> Result<Edit, Rejected> {
    match edit {
        Edit::Set { id, field, value } => set(session, id, field, value),
        Edit::Keep(record) => keep(session, *record),
        Edit::Insert { slot, at, record } => {
            let id = record.as_dyn().id();
            if record.as_dyn().has_children() {
                return Err(Rejected::NotEmpty);
            }
            if session.record(id).is_some() {
                return Err(Rejected::Taken);
            }
            shelf(session, slot).ok_or(Rejected::NoPlace)?.put(at, *record).map_err(|_| Rejected::NoPlace)?;
            Ok(Edit::Remove(id))
        }
        Edit::Remove(id) => {
            let (slot, at, record) = session.find(id).ok_or(Rejected::NoRecord)?;
            if record.has_children() {
                return Err(Rejected::NotEmpty);
            }
            let record = shelf(session, slot).and_then(|mut s| s.take(at)).map(Box::new).ok_or(Rejected::NoPlace)?;
            Ok(Edit::Insert { slot, at, record })
        }
        Edit::Move { id, slot, at } => shift(session, id, slot, at),
    }
}

fn set(session: &mut Session, id: Id, name: &'static str, value: Value) -> Result<Edit, Rejected> {
    let (slot, at, record) = session.find(id).ok_or(Rejected::NoRecord)?;
    let field: &'static Field = record.field(name).ok_or(Rejected::NoField)?;
    let mut shelf = shelf(session, slot).ok_or(Rejected::NoPlace)?;
    let record = shelf.look_mut(at).ok_or(Rejected::NoPlace)?;
    let old = (field.set)(record.as_any_mut(), value).ok_or(Rejected::NoField)?;
    Ok(Edit::Set { id, field: field.name, value: old })
}

/// What a record keeps beside its form is exchanged; its fields and the records inside stay as they are now.
fn keep(session: &mut Session, mut new: Record) -> Result<Edit, Rejected> {
    let (slot, at, old) = session.find(new.as_dyn().id()).ok_or(Rejected::NoRecord)?;
    if old.sort() != new.as_dyn().sort() {
        return Err(Rejected::NoPlace);
    }
    for field in old.fields() {
        if let Some(value) = field.read(old) {
            (field.set)(new.as_dyn_mut().as_any_mut(), value).ok_or(Rejected::NoField)?;
        }
    }
    let mut shelf = shelf(session, slot).ok_or(Rejected::NoPlace)?;
    let old = shelf.look_mut(at).ok_or(Rejected::NoPlace)?;
    exchange(old, &mut new).ok_or(Rejected::NoPlace)?;
    Ok(Edit::Keep(Box::new(new)))
}

/// Exchanges two records of the same type but for the records inside them.
fn exchange(old: &mut dyn Recorded, new: &mut Record) -> Option<()> {
    use Record as R;
    macro_rules! swap {
        ($($variant:ident $( $children:ident )*;)*) => {
            match new { $( R::$variant(new) => {
                let old = old.as_any_mut().downcast_mut::<super::session::$variant>()?;
                $( std::mem::swap(&mut old.$children, &mut new.$children); )*
                std::mem::swap(old, new);
            } )* }
        };
    }
    swap! {
        Head; Citizen members; Member; Consent; Preparation plans checklist; ExistingPlan; CheckItem; Participant;
        AgendaItem; ClockEvent; Card; PickedOffer; MissingOffer; Goal sub_goals actions; SubGoal actions; Action;
        Close decisions parked; Decision; Parked; Answers; Correction; OfferDraft laws; OfferLaw;
    }
    Some(())
}

fn shift(session: &mut Session, id: Id, slot: Slot, at: usize) -> Result<Edit, Rejected> {
    let (from, old_at, _) = session.find(id).ok_or(Rejected::NoRecord)?;
    let room = session.count(slot).ok_or(Rejected::NoPlace)? - usize::from(slot == from);
    let inside = matches!(slot, Slot::SubGoals(of) | Slot::Actions(of) if within(session, of, id));
    if at > room || inside {
        return Err(Rejected::NoPlace);
    }
    let record = shelf(session, from).and_then(|mut s| s.take(old_at)).ok_or(Rejected::NoPlace)?;
    let placed = match shelf(session, slot) {
        Some(mut target) => target.put(at, record),
        None => Err(Box::new(record)),
    };
    if let Err(record) = placed {
        // Back where it was: the list took it before, so it takes it again.
        if let Some(mut source) = shelf(session, from) {
            let _ = source.put(old_at, *record);
        }
        return Err(Rejected::NoPlace);
    }
    Ok(Edit::Move { id, slot: from, at: old_at })
}

/// True when `inner` is `outer` or lies inside it.
fn within(session: &Session, inner: Id, outer: Id) -> bool {
    inner == outer || session.goals.iter().any(|g| g.id == outer && g.sub_goals.iter().any(|s| s.id == inner))
}

/// Puts a record at the end of a list without asking whether its id is taken: for whoever builds a session up and knows
/// every id in it. False when there is no such list.
pub(super) fn append(session: &mut Session, slot: Slot, record: Record) -> bool {
    shelf(session, slot).is_some_and(|mut list| list.push(record).is_ok())
}

/// Empties every list.
pub(super) fn clear_lists(session: &mut Session) {
    session.citizen.members.clear();
    session.consents.clear();
    session.preparation.plans.clear();
    session.preparation.checklist.clear();
    session.participants.clear();
    session.agenda.clear();
    session.clock.clear();
    session.assessment.clear();
    session.offers.clear();
    session.missing_offers.clear();
    session.goals.clear();
    session.close.decisions.clear();
    session.close.parked.clear();
    session.changes.clear();
    if let Some(desk) = &mut session.desk {
        desk.laws.clear();
    }
}

/// The edits that take a record out together with everything inside it, innermost first.
pub fn removal(session: &Session, id: Id) -> Vec<Edit> {
    let mut doomed = vec![];
    session.visit(&mut |slot, _, record| {
        let inside = match slot {
            Slot::SubGoals(of) | Slot::Actions(of) => within(session, of, id),
            _ => false,
        };
        if record.id() == id || inside {
            doomed.push(Edit::Remove(record.id()));
        }
    });
    doomed.reverse();
    doomed
}
