//! Two states of one session put together (*flettes*), record by record and field by field, against the state both have
//! seen. Nothing that anybody wrote is lost: where both changed one text both stand there with a mark between them; where
//! both changed anything else mine holds and theirs is noted in the parking lot; what one removed and the other changed
//! stays.

mod common;
mod field;
mod order;
mod past;

use std::collections::{HashMap, HashSet};

use super::compare::{Lying, Path, id_of, listed, singles};
use super::edit::{self, Edit, Slot};
use super::record::{Audience, Id, Kind, Record, Recorded, Value};
use super::session::{ClockEvent, Parked, Session};

pub use common::common;
pub use field::{OR_IN_LINE, OR_IN_TEXT};
pub use past::Past;

/// What both had and only one of them could keep: it is noted in the parking lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Key of the field's label; of the section when it is about more than one field.
    pub word: &'static str,
    /// The field; `None` when it is about what a record keeps beside its form, or about a whole record.
    pub field: Option<(Id, &'static str)>,
    /// How that field is filled in.
    pub kind: Option<Kind>,
    /// What the other had there; `None` when it is the citizen's alone.
    pub theirs: Option<Value>,
    /// The words of it, where it is a text or the name of another record.
    pub text: String,
}

/// Two states put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Both.
    pub session: Session,
    /// Fields that now hold two texts.
    pub two_texts: usize,
    /// What could not stand beside mine and is noted.
    pub noted: usize,
}

/// Puts `mine` and `theirs` together. `base` is the last state both are known to have had, `past` what mine was on the way
/// from there; `wording` makes the line of the parking lot that tells of what could not stand beside mine.
pub fn merge(
    base: &Session,
    past: &Past,
    mine: &Session,
    theirs: &Session,
    wording: &dyn Fn(&Noted) -> String,
) -> Merged {
    if let Some(session) = only_one_changed(base, past, mine, theirs) {
        return Merged { session: session.clone(), two_texts: 0, noted: 0 };
    }
    let mut merger = Merger {
        base: by_id(base),
        mine: by_id(mine),
        theirs: by_id(theirs),
        past,
        taken: singles(mine).iter().map(id_of).collect(),
        session: mine.clone(),
        other: theirs,
        two_texts: 0,
        notes: vec![],
    };
    merger.session.version = mine.version.max(theirs.version);
    if mine.follows == base.follows {
        merger.session.follows.clone_from(&theirs.follows);
    }
    merger.singles(base, theirs);
    merger.lists(base, mine, theirs);
    merger.note(wording);
    let Merger { session, two_texts, notes, .. } = merger;
    Merged { session, two_texts, noted: notes.len() }
}

/// The state of the one who alone changed something: the usual case, and then there is nothing to go through.
fn only_one_changed<'a>(base: &Session, past: &Past, mine: &'a Session, theirs: &'a Session) -> Option<&'a Session> {
    if mine == theirs || theirs == base {
        return Some(mine);
    }
    (mine == base && past.is_empty()).then_some(theirs)
}

/// What was noted, with the identity that any machine gives the same note.
struct Note {
    id: Id,
    noted: Noted,
    seen_by: Audience,
}

type ById = HashMap<Id, Lying>;

fn by_id(session: &Session) -> ById {
    listed(session).into_iter().map(|lying| (id_of(&lying), lying)).collect()
}

struct Merger<'a> {
    base: ById,
    mine: ById,
    theirs: ById,
    past: &'a Past,
    /// Ids of the parts a session has exactly one of.
    taken: HashSet<Id>,
    /// Begins as mine.
    session: Session,
    other: &'a Session,
    two_texts: usize,
    notes: Vec<Note>,
}

impl Merger<'_> {
    /// The parts a session has exactly one of; they are known by their place.
    fn singles(&mut self, base: &Session, theirs: &Session) {
        let mine = singles(&self.session);
        let mut path = Path { session: std::mem::take(&mut self.session), edits: vec![] };
        for ((old, my), their) in singles(base).into_iter().zip(mine).zip(singles(theirs)) {
            let id = id_of(&my);
            let [mut old, mut their] = [old.record, their.record];
            old.as_dyn_mut().set_id(id);
            their.as_dyn_mut().set_id(id);
            let merged = self.record(Some(&old), &my.record, &their, my.slot);
            if merged != my.record {
                let _ = path.content(id, &merged);
            }
        }
        self.session = path.session;
    }

    fn lists(&mut self, base: &Session, mine: &Session, theirs: &Session) {
        let kept = self.kept();
        let mut chosen: HashMap<Slot, HashSet<Id>> = HashMap::new();
        for id in &kept {
            if let Some(slot) = self.slot(*id) {
                chosen.entry(slot).or_default().insert(*id);
            }
        }
        let orders = [order::lists(base), order::lists(mine), order::lists(theirs)];
        edit::clear_lists(&mut self.session);
        let mut left: HashSet<Id> = kept;
        let outer: Vec<Slot> = chosen.keys().copied().filter(|slot| parent(*slot).is_none()).collect();
        self.fill(outer, &mut chosen, &orders, &mut left);
        // A sub-goal of what is itself a sub-goal now lies beside it.
        let lost = chosen.keys().copied().filter_map(|slot| Some((slot, self.instead_of(slot)?)));
        for (slot, instead) in lost.collect::<Vec<_>>() {
            let ids = chosen.remove(&slot).unwrap_or_default();
            chosen.insert(instead, ids);
            self.fill(vec![instead], &mut chosen, &orders, &mut left);
        }
        self.clock_in_order(mine, theirs);
        let mut left: Vec<Id> = left.into_iter().collect();
        left.sort_unstable();
        for id in left {
            self.note_whole(id);
        }
    }

    /// Fills lists with what was chosen for them, then the lists inside those records.
    fn fill(
        &mut self,
        mut slots: Vec<Slot>,
        chosen: &mut HashMap<Slot, HashSet<Id>>,
        orders: &[HashMap<Slot, Vec<Id>>; 3],
        left: &mut HashSet<Id>,
    ) {
        while !slots.is_empty() {
            let mut inner = vec![];
            for slot in slots {
                let Some(ids) = chosen.remove(&slot) else { continue };
                let [b, m, t] = orders.each_ref().map(|lists| lists.get(&slot).map_or(&[][..], Vec::as_slice));
                for id in order::merged(b, m, t, &ids) {
                    if self.put(slot, id) {
                        left.remove(&id);
                        // Only where there is such a list: what lies in a record that is of another type now is placed
                        // afterwards.
                        match slot {
                            Slot::Goals => inner.extend([Slot::SubGoals(id), Slot::Actions(id)]),
                            Slot::SubGoals(_) => inner.push(Slot::Actions(id)),
                            _ => {}
                        }
                    }
                }
            }
            slots = inner;
        }
    }

    /// Where records go whose list is no more, because what they lay in became a sub-goal.
    fn instead_of(&self, slot: Slot) -> Option<Slot> {
        let Slot::SubGoals(of) = slot else { return None };
        self.session.find(of).map(|(slot, _, _)| slot).filter(|slot| matches!(slot, Slot::SubGoals(_)))
    }

    /// Every record of the result: what one of both changed or added stays, with the records it lies in.
    fn kept(&self) -> HashSet<Id> {
        let ids: HashSet<Id> = self.mine.keys().chain(self.theirs.keys()).copied().collect();
        let mut kept: HashSet<Id> = ids.into_iter().filter(|id| self.stays(*id)).collect();
        let mut open: Vec<Id> = kept.iter().copied().collect();
        while let Some(id) = open.pop() {
            let above = self.slot(id).and_then(parent);
            open.extend(above.filter(|above| kept.insert(*above)));
        }
        kept
    }

    fn stays(&self, id: Id) -> bool {
        let base = self.base.get(&id);
        let same_as_base =
            |lying: &Lying| base.is_some_and(|b| b.record == lying.record && parent(b.slot) == parent(lying.slot));
        match (self.mine.get(&id), self.theirs.get(&id)) {
            (Some(_), Some(_)) => true,
            (Some(mine), None) => !same_as_base(mine),
            // What the other never changed since they had it from here stays removed.
            (None, Some(theirs)) => !(same_as_base(theirs) || self.past.knows(base.map(|b| &b.record), &theirs.record)),
            (None, None) => false,
        }
    }

    /// The list a record lies in: where one of both moved it to, mine before theirs.
    fn slot(&self, id: Id) -> Option<Slot> {
        match (self.mine.get(&id), self.theirs.get(&id)) {
            (Some(mine), Some(theirs)) if self.theirs_is_of_another_sort(id) => {
                Some(if self.takes_theirs(id) { theirs.slot } else { mine.slot })
            }
            (Some(mine), Some(theirs)) => {
                let moved = self.base.get(&id).is_none_or(|base| base.slot != mine.slot);
                Some(if moved { mine.slot } else { theirs.slot })
            }
            (mine, theirs) => mine.or(theirs).or(self.base.get(&id)).map(|lying| lying.slot),
        }
    }

    fn theirs_is_of_another_sort(&self, id: Id) -> bool {
        let sort = |of: &ById| of.get(&id).map(|lying| lying.record.as_dyn().sort());
        sort(&self.mine) != sort(&self.theirs)
    }

    /// Of two records of different types under one id, the one that is not as it was.
    fn takes_theirs(&self, id: Id) -> bool {
        let sort = |of: &ById| of.get(&id).map(|lying| lying.record.as_dyn().sort());
        sort(&self.base).is_some() && sort(&self.mine) == sort(&self.base)
    }

    /// Puts a record at the end of a list; false when there is no such list.
    fn put(&mut self, slot: Slot, id: Id) -> bool {
        let Some(record) = self.content(slot, id) else { return false };
        !self.taken.contains(&id) && edit::append(&mut self.session, slot, record)
    }

    /// What a record holds in the result.
    fn content(&mut self, slot: Slot, id: Id) -> Option<Record> {
        let base = self.base.get(&id).map(|lying| lying.record.clone());
        let mine = self.mine.get(&id).map(|lying| lying.record.clone());
        let theirs = self.theirs.get(&id).map(|lying| lying.record.clone());
        match (mine, theirs) {
            (Some(mine), Some(theirs)) if self.theirs_is_of_another_sort(id) => {
                let [taken, other] = if self.takes_theirs(id) { [theirs, mine] } else { [mine, theirs] };
                // What the other never changed has nothing to say.
                if base.as_ref() != Some(&other) {
                    self.note_texts(&other, Some(&taken), slot);
                }
                Some(taken)
            }
            (Some(mine), Some(theirs)) => {
                let base = base.filter(|b| b.as_dyn().sort() == mine.as_dyn().sort());
                Some(self.record(base.as_ref(), &mine, &theirs, slot))
            }
            (mine, theirs) => mine.or(theirs).or(base),
        }
    }

    /// One record of both, which are of one type.
    fn record(&mut self, base: Option<&Record>, mine: &Record, theirs: &Record, slot: Slot) -> Record {
        if mine == theirs {
            return mine.clone();
        }
        let id = mine.as_dyn().id();
        // What it keeps beside its form first; the fields are then set one by one.
        let mut merged = self.beside(base, mine, theirs, slot);
        for field in mine.as_dyn().fields() {
            let read = |record: &Record| field.read(record.as_dyn());
            let (Some(my), Some(their)) = (read(mine), read(theirs)) else { continue };
            let old = base.and_then(read);
            let told = my != their && self.told(note_id(id, field.name, &my));
            let three = field::Three { base: old.as_ref(), mine: my, theirs: their, told };
            let (value, both) = three.merged(field, &|value| self.past.has(id, field.name, value));
            match both {
                field::Both::Agree => {}
                field::Both::Stand => self.two_texts += 1,
                field::Both::Noted(theirs) => {
                    let open = field.audience < Audience::Nobody;
                    let text = self.words_of(&theirs);
                    let note = Noted {
                        kind: Some(field.kind),
                        word: field.word,
                        field: Some((id, field.name)),
                        text,
                        theirs: open.then_some(theirs.clone()),
                    };
                    self.add_note(note_id(id, field.name, &theirs), note, field.audience);
                }
            }
            let _ = (field.set)(merged.as_dyn_mut().as_any_mut(), value);
        }
        merged
    }

    /// A record with what one of both changed beside the form, and with my fields.
    fn beside(&mut self, base: Option<&Record>, mine: &Record, theirs: &Record, slot: Slot) -> Record {
        let theirs = with_fields_of(theirs, mine.as_dyn());
        let base = base.map(|base| with_fields_of(base, mine.as_dyn()));
        if theirs == *mine || base.as_ref() == Some(&theirs) || self.past.has_beside(&theirs) {
            return mine.clone();
        }
        if base.as_ref() == Some(mine) {
            return theirs;
        }
        let (my_note, their_note) = (beside_note(mine), beside_note(&theirs));
        if self.told(my_note) {
            return theirs;
        }
        let note = Noted { word: slot.word(), field: None, kind: None, theirs: None, text: String::new() };
        self.add_note(their_note, note, Audience::Staff);
        mine.clone()
    }

    /// Whether the other has taken note of what mine was: then it gave way to theirs there, and does here.
    fn told(&self, note: Id) -> bool {
        self.theirs.contains_key(&note)
    }

    fn words_of(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Ref(Some(id)) => self.other.record(*id).map(first_words).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// A record that found no place: its words at least are noted.
    fn note_whole(&mut self, id: Id) {
        let Some(lying) = self.mine.get(&id).or(self.theirs.get(&id)).cloned() else { return };
        self.note_texts(&lying.record, None, lying.slot);
    }

    /// Notes the words of a record that another does not hold.
    fn note_texts(&mut self, record: &Record, taken: Option<&Record>, slot: Slot) {
        let held: Vec<String> = taken.map(|taken| texts(taken.as_dyn())).unwrap_or_default();
        let texts: Vec<String> = texts(record.as_dyn()).into_iter().filter(|text| !held.contains(text)).collect();
        if !texts.is_empty() {
            let text = texts.join(" · ");
            let id = note_id(record.as_dyn().id(), "", &Value::Text(text.clone()));
            let seen_by = record.as_dyn().audience();
            self.add_note(id, Noted { word: slot.word(), field: None, kind: None, theirs: None, text }, seen_by);
        }
    }

    fn add_note(&mut self, id: Id, noted: Noted, field: Audience) {
        if !self.notes.iter().any(|note| note.id == id) {
            self.notes.push(Note { id, noted, seen_by: field.max(Audience::Staff).min(Audience::Facilitator) });
        }
    }

    /// Puts what was noted into the parking lot. A note that stands there already, or was taken away again, is not made
    /// a second time.
    fn note(&mut self, wording: &dyn Fn(&Noted) -> String) {
        let session = &mut self.session;
        let (base, mine) = (&self.base, &self.mine);
        self.notes.retain(|note| {
            let parked = Parked { id: note.id, seen_by: note.seen_by, text: wording(&note.noted), ..Parked::default() };
            let at = session.close.parked.len();
            let record = Box::new(Record::Parked(parked));
            let known = base.contains_key(&note.id) || mine.contains_key(&note.id);
            !known && edit::apply(session, Edit::Insert { slot: Slot::Parked, at, record }).is_ok()
        });
    }

    /// Moments of two clocks stand in the order of time, when those of each did.
    fn clock_in_order(&mut self, mine: &Session, theirs: &Session) {
        let sorted = |clock: &[ClockEvent]| clock.is_sorted_by_key(|event| event.at);
        if sorted(&mine.clock) && sorted(&theirs.clock) {
            self.session.clock.sort_by_key(|event| event.at);
        }
    }
}

/// The record whose list it is.
fn parent(slot: Slot) -> Option<Id> {
    match slot {
        Slot::SubGoals(of) | Slot::Actions(of) => Some(of),
        _ => None,
    }
}

/// What a record keeps beside its form, with the form of another of its type.
fn with_fields_of(kept: &Record, form: &dyn Recorded) -> Record {
    let mut record = kept.clone();
    for field in form.fields() {
        if let Some(value) = field.read(form) {
            let _ = (field.set)(record.as_dyn_mut().as_any_mut(), value);
        }
    }
    record.as_dyn_mut().set_id(form.id());
    record
}

/// The texts a record holds.
fn texts(record: &dyn Recorded) -> Vec<String> {
    record.fields().iter().map(|field| field.text(record)).filter(|text| !text.trim().is_empty()).collect()
}

/// What one would call a record: the first text it has.
fn first_words(record: &dyn Recorded) -> String {
    texts(record).into_iter().next().unwrap_or_default()
}

/// The identity of a note: the same on every machine, so that each knows what the other has noted.
fn note_id(record: Id, field: &str, value: &Value) -> Id {
    past::draw(&(record, field, past::print(value)))
}

fn beside_note(record: &Record) -> Id {
    let blank = with_fields_of(record, record.as_dyn());
    past::draw(&(record.as_dyn().id(), past::beside(&blank)))
}
