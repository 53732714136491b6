//! The read-back (*oplæsning*): everything that was agreed, as sentences one can read aloud to the citizen. What is missing
//! in a sentence is said, and leads to the field.

use crate::domain::audience::Seen;
use crate::domain::choices::{ActionState, Firmness, GoalState, PickState};
use crate::domain::offer::Access;
use crate::domain::record::{Choice, Id, Recorded, When};
use crate::domain::session::{Action, Goal};
use crate::text::{Arg, Text, Word, w};

use super::document::Block;
use super::words;

/// One sentence, with the field that mends it where something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is read aloud.
    pub text: String,
    /// The field to go to.
    pub at: Option<(Id, &'static str)>,
}

struct Reader<'a> {
    seen: &'a Seen,
    text: &'a Text,
    lines: Vec<Sentence>,
}

/// What was agreed as a document: the text that goes into the case system.
pub fn document(seen: &Seen, text: &Text) -> Vec<Block> {
    let title = text.fmt(w("journal-title"), &[("reference", seen.citizen.reference.trim().into())]);
    let sentences = sentences(seen, text).into_iter().map(|sentence| Block::Item(sentence.text));
    let example = seen.fictitious.then(|| Block::Paragraph(text.get(w("example-mark"))));
    [Block::Heading(1, title)].into_iter().chain(example).chain(sentences).collect()
}

/// All sentences, in the order they are read.
pub fn sentences(seen: &Seen, text: &Text) -> Vec<Sentence> {
    let mut reader = Reader { seen, text, lines: vec![] };
    for goal in seen.goals.iter().filter(|g| g.state != GoalState::Dropped) {
        reader.goal(goal);
    }
    reader.offers();
    reader.decisions();
    reader.afterwards();
    if reader.lines.is_empty() {
        reader.say(w("read-nothing"), &[]);
    }
    reader.lines
}

impl Reader<'_> {
    fn say(&mut self, word: Word, args: &[(&'static str, Arg<'_>)]) {
        let text = self.text.fmt(word, args);
        self.lines.push(Sentence { text, at: None });
    }

    fn hole(&mut self, word: Word, args: &[(&'static str, Arg<'_>)], id: Id, field: &'static str) {
        let text = self.text.fmt(word, args);
        self.lines.push(Sentence { text, at: Some((id, field)) });
    }

    fn goal(&mut self, goal: &Goal) {
        if !goal.own_words.trim().is_empty() {
            self.say(w("read-own-words"), &[("words", goal.own_words.trim().into())]);
        }
        if goal.title.trim().is_empty() {
            self.hole(w("read-no-goal"), &[], goal.id(), "title");
        } else {
            self.say(w("read-goal"), &[("goal", goal.title.trim().into())]);
        }
        for sub in goal.sub_goals.iter().filter(|s| s.state != GoalState::Dropped) {
            if sub.title.trim().is_empty() {
                self.hole(w("read-no-goal"), &[], sub.id, "title");
            } else {
                self.say(w("read-sub-goal"), &[("goal", sub.title.trim().into())]);
            }
            sub.actions.iter().for_each(|a| self.action(a));
        }
        goal.actions.iter().for_each(|a| self.action(a));
    }

    fn action(&mut self, action: &Action) {
        if action.state == ActionState::Dropped {
            return;
        }
        let what = words::inside(words::without_stop(&action.what));
        let what = what.as_str();
        if what.is_empty() {
            self.hole(w("read-action-what"), &[], action.id, "what");
            return;
        }
        let who = action.who.and_then(|id| self.seen.participants.iter().find(|p| p.id == id));
        let Some(who) = who.map(words::person) else {
            self.hole(w("read-action-who"), &[("what", what.into())], action.id, "who");
            return;
        };
        match &action.until {
            When::On(day) => {
                let day = words::long_date(self.text, *day);
                self.say(w("read-action"), &[("who", who.into()), ("what", what.into()), ("day", day.into())]);
            }
            When::Unset => {
                self.hole(w("read-action-until"), &[("who", who.into()), ("what", what.into())], action.id, "until");
            }
            When::Typed(typed) => self
                .say(w("read-action"), &[("who", who.into()), ("what", what.into()), ("day", typed.as_str().into())]),
        }
    }

    fn offers(&mut self) {
        for pick in &self.seen.offers {
            let word = match pick.state {
                PickState::Suggested => w("read-offer-suggested"),
                PickState::AppliedFor => w("read-offer-applied"),
                PickState::Granted => w("read-offer-granted"),
                PickState::Started => w("read-offer-started"),
                PickState::Finished | PickState::Refused => continue,
            };
            let open = pick.offer.access == Some(Access::Open);
            let authority = match pick.authority.trim() {
                // What is open to anyone is decided by nobody.
                _ if open => String::new(),
                "" => String::new(),
                name => self.text.fmt(w("read-authority"), &[("name", name.into())]),
            };
            self.say(word, &[("offer", pick.offer.name.as_str().into()), ("authority", authority.into())]);
        }
    }

    fn decisions(&mut self) {
        for decision in &self.seen.close.decisions {
            let text = words::without_stop(&decision.text);
            let word = match decision.firmness {
                Some(Firmness::Decided) => w("read-decided"),
                Some(Firmness::Suggested) => w("read-suggested"),
                Some(Firmness::Awaiting) => w("read-awaiting"),
                None => {
                    self.hole(w("read-firmness"), &[("text", text.into())], decision.id, "firmness");
                    continue;
                }
            };
            self.say(word, &[("text", text.into())]);
        }
    }

    fn afterwards(&mut self) {
        let close = &self.seen.close;
        if !self.seen.citizen.contact.trim().is_empty() {
            self.say(w("read-contact"), &[("name", self.seen.citizen.contact.trim().into())]);
        }
        if !close.if_wrong.trim().is_empty() {
            self.say(w("read-if-wrong"), &[("text", words::without_stop(&close.if_wrong).into())]);
        }
        if let Some(day) = close.next_on.day() {
            let day = words::long_date(self.text, day);
            let time = close.next_at.time().map_or_else(String::new, |t| {
                self.text.fmt(w("read-next-time"), &[("time", t.format("%H.%M").to_string().into())])
            });
            let place = match close.next_place.trim() {
                "" => String::new(),
                place => self.text.fmt(w("read-next-place"), &[("place", place.into())]),
            };
            self.say(w("read-next"), &[("day", day.into()), ("time", time.into()), ("place", place.into())]);
        }
        if let Some(given) = close.plan_given {
            let how = self.text.get(Word(given.word()));
            self.say(w("read-plan-given"), &[("how", how.into())]);
        }
    }
}
