//! Which writes a state of a file holds: by that it is known what somebody who changed the file had before them, and so
//! which of its words are theirs.

use std::sync::Arc;

use super::super::format;
use crate::domain::compare::edits_between;
use crate::domain::merge::{Past, common};
use crate::domain::session::Session;

/// So many programs are named in a file: more than write in one session on one day.
const WRITERS: usize = 12;

/// So many states are remembered, the older the fewer.
const STATES: usize = 64;

/// The longest name of a program.
const NAME: usize = 16;

/// The number of the last write of each program that a state holds, the newest writer first. In the file it is a comment
/// at the end: `// opstart: 7k2m9x4a:17 q8d1z3w6:4`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Holds(Vec<(String, u64)>);

impl Holds {
    /// What the mark of a file says; what is no such thing in it is passed over.
    pub(super) fn read(mark: &str) -> Self {
        let one = |word: &str| {
            let (writer, number) = word.split_once(':')?;
            let plain = !writer.is_empty() && writer.len() <= NAME && writer.bytes().all(|b| b.is_ascii_alphanumeric());
            plain.then_some(())?;
            Some((writer.to_owned(), number.parse().ok()?))
        };
        Self(mark.split_whitespace().filter_map(one).take(WRITERS).collect())
    }

    /// As it stands in the file.
    pub(super) fn mark(&self) -> String {
        self.0.iter().map(|(writer, number)| format!("{writer}:{number}")).collect::<Vec<_>>().join(" ")
    }

    fn of(&self, writer: &str) -> u64 {
        self.0.iter().find(|(name, _)| name == writer).map_or(0, |(_, number)| *number)
    }

    fn put(&mut self, writer: &str, number: u64) {
        self.0.retain(|(name, _)| name != writer);
        self.0.insert(0, (writer.to_owned(), number));
        self.0.truncate(WRITERS);
    }

    fn join(&mut self, other: &Self) {
        for (writer, number) in other.0.iter().rev() {
            if *number > self.of(writer) {
                self.put(writer, *number);
            }
        }
    }

    /// Whether all of it is in the other, too.
    fn within(&self, other: &Self) -> bool {
        self.0.iter().all(|(writer, number)| other.of(writer) >= *number)
    }

    /// What of it is not in the other.
    fn beyond(&self, other: &Self) -> Self {
        Self(self.0.iter().filter(|(writer, number)| other.of(writer) < *number).cloned().collect())
    }
}

/// A state the file had.
struct State {
    /// What it holds beyond the file as it was opened.
    holds: Holds,
    session: Arc<Session>,
    /// How many states the past knew then.
    past: u64,
}

/// The states one file had here.
pub(super) struct Lineage {
    writer: String,
    /// Number of our last write, done or tried.
    number: u64,
    /// What the file held as it was opened, without the write that made it.
    opened: Holds,
    holds: Holds,
    /// In the order of time; the first is the file as it was opened.
    states: Vec<State>,
    last: Arc<Session>,
    past: Past,
}

impl Lineage {
    /// A file as it was opened, with its mark.
    pub(super) fn of(session: Arc<Session>, mark: Option<&str>) -> Self {
        let writer = std::iter::repeat_with(fastrand::alphanumeric).take(8).collect::<String>().to_ascii_lowercase();
        let mut holds = mark.map(Holds::read).unwrap_or_default();
        let mut number = 0;
        // Changed by hand since that mark was written: a state that nobody has who goes by the mark.
        if mark.is_some_and(|mark| format::fits(mark, &session) == Some(false)) {
            number = 1;
            holds.put(&writer, number);
        }
        let mut opened = holds.clone();
        let newest = Holds(opened.0.drain(..1.min(opened.0.len())).collect());
        let first = State { holds: newest, session: Arc::clone(&session), past: 0 };
        Self { writer, number, opened, holds, states: vec![first], last: session, past: Past::default() }
    }

    /// The state the file had last, as far as is known here.
    pub(super) fn last(&self) -> &Session {
        &self.last
    }

    /// Whether the file is still as it was opened.
    pub(super) fn is_new(&self) -> bool {
        self.states.len() < 2
    }

    /// A state is about to be written: what it will hold. Should it be on disk although the write fails, it is known for
    /// our own all the same.
    pub(super) fn next(&mut self, session: &Session) -> Holds {
        self.past.note(&self.last, session);
        self.number += 1;
        let mut holds = self.holds.clone();
        holds.put(&self.writer, self.number);
        holds
    }

    /// That state is on disk.
    pub(super) fn wrote(&mut self, session: Arc<Session>, holds: Holds) {
        self.holds = holds;
        self.push(self.holds.beyond(&self.opened), session);
    }

    /// Another's state was read: gives the last state that both had, and what was written here since.
    pub(super) fn read(&mut self, theirs: Arc<Session>, mark: Option<&str>) -> (Arc<Session>, &Past) {
        let mut held = mark.map(|mark| Holds::read(mark).beyond(&self.opened));
        let fits = mark.and_then(|mark| format::fits(mark, &theirs));
        let fork = self.fork(&theirs, held.as_ref()).and_then(|at| self.states.get(at));
        let (base, from, mut holds) = match fork {
            Some(state) => (Arc::clone(&state.session), self.known_since(state, held.as_ref()), state.holds.clone()),
            None => (self.before_opened(&theirs, &mut held, fits), self.past.now(), Holds::default()),
        };
        match held.filter(|held| fits != Some(false) && self.states.iter().all(|state| state.holds != *held)) {
            Some(held) => holds = held,
            // Changed by hand, or older than what is known: only what is written here afterwards comes from that state.
            None => {
                self.number += 1;
                holds.put(&self.writer, self.number);
            }
        }
        self.holds.join(&holds);
        self.push(holds, theirs);
        self.past.count_from(from);
        (base, &self.past)
    }

    /// What to compare a state with that was made from an older one than the file was opened with, as when a sync program
    /// comes late or somebody puts a copy back. One that is just that old state has nothing to say: it is its own base.
    /// What an older one holds is forgotten: it cannot be told from what else was not there yet.
    fn before_opened(&self, theirs: &Arc<Session>, held: &mut Option<Holds>, fits: Option<bool>) -> Arc<Session> {
        let opened = self.states.first();
        let older = held.take_if(|held| opened.is_some_and(|opened| held.within(&opened.holds)));
        if older.is_some() && fits == Some(true) {
            return Arc::clone(theirs);
        }
        Arc::new(common(opened.map_or(&self.last, |state| &state.session), theirs))
    }

    /// From where on what was written here was not theirs before they read it: from that state, or from before those of
    /// our writes which they hold and that state does not. Where they hold no write of ours beyond it, all that stands there
    /// is theirs, also what stood here for a while.
    fn known_since(&self, base: &State, held: Option<&Holds>) -> u64 {
        let Some(held) = held else { return base.past };
        let crossed = self.states.iter().filter(|state| state.holds.within(held) && !state.holds.within(&base.holds));
        let first = crossed.map(|state| state.past.saturating_sub(1)).min();
        let has_ours = held.of(&self.writer) > base.holds.of(&self.writer);
        first.map_or(if has_ours { base.past } else { self.past.now() }, |past| past.min(base.past))
    }

    fn push(&mut self, holds: Holds, session: Arc<Session>) {
        self.last = Arc::clone(&session);
        self.states.push(State { holds, session, past: self.past.now() });
        if self.states.len() > STATES {
            let mut at = 0;
            self.states.retain(|_| {
                at += 1;
                at == 1 || at > STATES / 2 || at % 2 == 0
            });
        }
    }

    /// The state that another's was made from: the newest all of which it holds; `None` when it was made from none of them.
    /// Where the file does not tell, the one that is most like it; of those the oldest, which takes nothing from what was
    /// written here.
    fn fork(&self, theirs: &Session, held: Option<&Holds>) -> Option<usize> {
        match held {
            Some(held) => self.states.iter().rposition(|state| state.holds.within(held)),
            None => {
                let differ = |at: &usize| self.states.get(*at).map(|state| edits_between(&state.session, theirs).len());
                (0..self.states.len()).min_by_key(differ)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn wishing(text: &str) -> Arc<Session> {
        let mut session = Session::default();
        session.citizen.id = "abcdefgh".parse().unwrap();
        text.clone_into(&mut session.citizen.wishes);
        Arc::new(session)
    }

    fn write(lineage: &mut Lineage, session: &Arc<Session>) -> String {
        let holds = lineage.next(session);
        let mark = holds.mark();
        lineage.wrote(Arc::clone(session), holds);
        mark
    }

    #[test]
    fn what_a_mark_says_is_read_back_and_everything_else_in_it_is_passed_over() {
        let holds = Holds::read("abc:3 nonsense x!:1 :4 def:5 ghi:-1");
        assert_eq!(holds.mark(), "abc:3 def:5");
        assert_eq!(Holds::read(&holds.mark()), holds);
    }

    #[test]
    fn a_state_that_was_made_from_an_earlier_write_is_compared_with_that_one() {
        let mut lineage = Lineage::of(wishing(""), None);
        let first = write(&mut lineage, &wishing("a"));
        let second = write(&mut lineage, &wishing("ab"));
        assert_eq!(lineage.read(wishing("ax"), Some(&first)).0, wishing("a"));
        assert_eq!(lineage.read(wishing("ay"), Some(&second)).0, wishing("ab"));
        assert_eq!(lineage.read(wishing("z"), Some("")).0, wishing(""), "it had none of our writes");
    }

    #[test]
    fn what_another_program_goes_on_with_is_compared_with_what_was_read_of_it_last() {
        let mut lineage = Lineage::of(wishing(""), None);
        let ours = write(&mut lineage, &wishing("a"));
        lineage.read(wishing("b"), Some("other:1"));
        let both = write(&mut lineage, &wishing("a b"));
        assert_eq!(lineage.read(wishing("ac"), Some(&ours)).0, wishing("a"), "not what was read meanwhile");
        assert_eq!(lineage.read(wishing("a b c"), Some(&format!("other:3 {both}"))).0, wishing("a b"));
        assert_eq!(lineage.read(wishing("d"), Some(&format!("other:4 {both}"))).0, wishing("a b c"));
    }

    #[test]
    fn what_both_read_of_each_other_crosswise_is_known_on_both_sides() {
        let mut lineage = Lineage::of(wishing(""), None);
        let ours = write(&mut lineage, &wishing("a"));
        let mut theirs = (*wishing("")).clone();
        "ro".clone_into(&mut theirs.citizen.needs);
        lineage.read(Arc::new(theirs.clone()), Some("other:1"));
        let mut mine = theirs.clone();
        "ab".clone_into(&mut mine.citizen.wishes);
        // Now they have read our first write, and we go on.
        "a".clone_into(&mut theirs.citizen.wishes);
        "rolig".clone_into(&mut theirs.citizen.needs);
        let (base, past) = lineage.read(Arc::new(theirs.clone()), Some(&format!("other:2 {ours}")));
        let merged = crate::domain::merge::merge(&base, past, &mine, &theirs, &|_| String::new());
        let citizen = merged.session.citizen;
        assert_eq!((citizen.wishes.as_str(), citizen.needs.as_str()), ("ab", "rolig"));
    }

    #[test]
    fn however_much_was_written_the_state_that_was_opened_and_the_last_ones_are_known() {
        let mut lineage = Lineage::of(wishing(""), None);
        let marks: Vec<String> = (0..1000).map(|n| write(&mut lineage, &wishing(&n.to_string()))).collect();
        assert!(lineage.states.len() <= STATES);
        assert_eq!(lineage.read(wishing("x"), Some("")).0, wishing(""));
        let last = marks.iter().rev().nth(5).unwrap();
        assert_eq!(lineage.read(wishing("y"), Some(last)).0, wishing("994"));
    }

    #[test]
    fn what_another_wrote_without_having_read_ours_is_theirs_although_it_stood_here_for_a_while() {
        let mut lineage = Lineage::of(wishing(""), None);
        let read = write(&mut lineage, &wishing(""));
        write(&mut lineage, &wishing("Ja"));
        write(&mut lineage, &wishing(""));
        assert_eq!(merged(&mut lineage, &wishing(""), &wishing("Ja"), &format!("other:1 {read}")), *wishing("Ja"));
    }

    #[test]
    fn without_a_mark_the_state_that_is_most_alike_is_taken() {
        let mut lineage = Lineage::of(wishing(""), None);
        write(&mut lineage, &wishing("a"));
        let mut more = (*wishing("a")).clone();
        "ro".clone_into(&mut more.citizen.needs);
        assert_eq!(lineage.read(Arc::new(more), None).0, wishing("a"));
        assert_eq!(lineage.read(wishing("b"), None).0, wishing(""), "nothing tells: nothing is taken away");
    }

    #[test]
    fn what_a_write_that_failed_left_on_disk_is_known_for_our_own() {
        let mut lineage = Lineage::of(wishing(""), None);
        let holds = lineage.next(&wishing("ab"));
        let (base, past) = lineage.read(wishing("ab"), Some(&holds.mark()));
        let merged = crate::domain::merge::merge(&base, past, &wishing("abc"), &wishing("ab"), &|_| String::new());
        assert_eq!(merged.session, *wishing("abc"));
    }

    fn marked(holds: &str, session: &Session) -> String {
        let bytes = format::marked_bytes_for(std::path::Path::new("x.ron"), session, holds).unwrap();
        format::mark_of(&bytes).unwrap()
    }

    fn merged(lineage: &mut Lineage, mine: &Session, theirs: &Arc<Session>, mark: &str) -> Session {
        let (base, past) = lineage.read(Arc::clone(theirs), Some(mark));
        crate::domain::merge::merge(&base, past, mine, theirs, &|_| String::new()).session
    }

    #[test]
    fn a_machine_that_had_not_seen_what_was_opened_here_takes_nothing_of_it_away() {
        let opened = wishing("what was written yesterday");
        let mut lineage = Lineage::of(Arc::clone(&opened), Some(&marked("yesterday:9 before:3", &opened)));
        let mut theirs = (*wishing("")).clone();
        "bisidder".clone_into(&mut theirs.citizen.needs);
        let mark = marked("late:1 before:3", &theirs);
        let both = merged(&mut lineage, &opened, &Arc::new(theirs.clone()), &mark).citizen;
        assert_eq!((both.wishes.as_str(), both.needs.as_str()), ("what was written yesterday", "bisidder"));
        // It goes on, still without.
        "bisidder og tolk".clone_into(&mut theirs.citizen.needs);
        let mark = marked("late:2 before:3", &theirs);
        let mine = Session { citizen: both, ..(*opened).clone() };
        let both = merged(&mut lineage, &mine, &Arc::new(theirs), &mark).citizen;
        assert_eq!((both.wishes.as_str(), both.needs.as_str()), ("what was written yesterday", "bisidder og tolk"));
    }

    #[test]
    fn an_old_copy_that_is_put_back_changes_nothing_and_one_that_was_edited_brings_its_words() {
        for mark_of_old in ["before:3", "yesterday:8 before:3"] {
            let opened = wishing("new");
            let mut lineage = Lineage::of(Arc::clone(&opened), Some(&marked("yesterday:9 before:3", &opened)));
            let old = wishing("old");
            let mark = marked(mark_of_old, &old);
            assert_eq!(merged(&mut lineage, &opened, &old, &mark), *opened);
            let mut edited = (*old).clone();
            "typed in Notepad".clone_into(&mut edited.citizen.needs);
            let both = merged(&mut lineage, &opened, &Arc::new(edited), &mark).citizen;
            assert_eq!(both.needs, "typed in Notepad");
            assert!(both.wishes.contains("new"), "{}", both.wishes);
        }
    }

    #[test]
    fn words_typed_by_hand_under_an_old_mark_before_the_file_was_opened_are_not_taken_for_removed() {
        let written = wishing("");
        let mark = marked("before:3", &written);
        // This machine opened the file with them, the other before.
        let mut lineage = Lineage::of(wishing("typed by hand"), Some(&mark));
        let mut theirs = (*written).clone();
        "bisidder".clone_into(&mut theirs.citizen.needs);
        let mark = marked("other:1 before:3", &theirs);
        let both = merged(&mut lineage, &wishing("typed by hand"), &Arc::new(theirs), &mark).citizen;
        assert_eq!((both.wishes.as_str(), both.needs.as_str()), ("typed by hand", "bisidder"));
    }

    #[test]
    fn words_typed_by_hand_under_the_mark_of_a_state_long_forgotten_are_not_taken_for_removed_by_those_who_had_it() {
        let mut lineage = Lineage::of(wishing(""), None);
        let marks: Vec<String> = (0..200).map(|n| write(&mut lineage, &wishing(&n.to_string()))).collect();
        let forgotten =
            marks.iter().find(|mark| lineage.states.iter().all(|state| state.holds.mark() != **mark)).unwrap();
        let mut by_hand = (*wishing("199")).clone();
        "typed by hand".clone_into(&mut by_hand.citizen.needs);
        let print = marked(forgotten, &wishing("another"));
        let mine = merged(&mut lineage, &wishing("199"), &Arc::new(by_hand), &print);
        let mut theirs = (*wishing("")).clone();
        "ved".clone_into(&mut theirs.citizen.reference);
        let mark = marked(&format!("other:1 {forgotten}"), &theirs);
        let both = merged(&mut lineage, &mine, &Arc::new(theirs), &mark).citizen;
        assert_eq!(both.needs, "typed by hand");
    }
}
