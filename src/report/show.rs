//! Values and records in words: what a field, a row of a list, a day or a length of time looks like on screen.

use super::words;
use crate::domain::audience::Seen;
use crate::domain::choices::{ActionState, CheckState, Firmness, GoalState, PickState};
use crate::domain::record::{Choice, Field, Hour, Id, Kind, Recorded, Value, When};
use crate::domain::session::*;
use crate::text::{Text, Word, w};

/// Words for values, of one session in one language.
#[derive(Clone, Copy)]
pub struct Shower<'a> {
    /// Words.
    pub text: &'a Text,
    /// The session, for the names that references point to.
    pub seen: &'a Seen,
}

/// The first line of a text, for rows that have room for one.
pub fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}

impl Shower<'_> {
    fn word(&self, key: &'static str) -> String {
        self.text.get(Word(key))
    }

    /// The label of a field.
    pub fn label(&self, field: &Field) -> String {
        self.word(field.word)
    }

    /// What a field holds, in words; empty when it holds nothing.
    pub fn value(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.map(|n| n.to_string()).unwrap_or_default(),
            Value::Choice(place) => place.map(|p| self.choice(field, p)).unwrap_or_default(),
            Value::Many(places) => places.iter().map(|p| self.choice(field, *p)).collect::<Vec<_>>().join(", "),
            Value::Date(when) => self.when(when),
            Value::Time(hour) => self.hour(hour),
            Value::Ref(id) => id.map(|id| self.name(id)).unwrap_or_default(),
            Value::Refs(ids) => ids.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", "),
        }
    }

    fn choice(&self, field: &Field, place: u8) -> String {
        match field.kind {
            Kind::Choice(words, _) | Kind::Many(words) => {
                words.get(usize::from(place)).map(|key| self.word(key)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// A day in words, or what was typed.
    pub fn when(&self, when: &When) -> String {
        match when {
            When::Unset => String::new(),
            When::On(date) => words::day(self.text, *date),
            When::Typed(typed) => typed.clone(),
        }
    }

    /// A time of day, or what was typed.
    pub fn hour(&self, hour: &Hour) -> String {
        match hour {
            Hour::Unset => String::new(),
            Hour::At(time) => self.text.fmt(w("at-time"), &[("time", time.format("%H.%M").to_string().into())]),
            Hour::Typed(typed) => typed.clone(),
        }
    }

    /// One of a closed list.
    pub fn one<T: Choice>(&self, choice: T) -> String {
        self.word(choice.word())
    }

    /// The name of a record that something refers to.
    pub fn name(&self, id: Id) -> String {
        let Some(record) = self.seen.record(id) else { return self.word("unknown-record") };
        let own = self.title(record);
        if own.is_empty() { self.word("unnamed") } else { own }
    }

    /// The short name of a record: a person's name, a goal's sentence.
    pub fn title(&self, record: &dyn Recorded) -> String {
        let any = record.as_any();
        if let Some(p) = any.downcast_ref::<Participant>() {
            return words::person(p).to_owned();
        }
        if let Some(o) = any.downcast_ref::<PickedOffer>() {
            return o.offer.name.clone();
        }
        if let Some(c) = any.downcast_ref::<Card>() {
            return c.title.clone();
        }
        if let Some(g) = any.downcast_ref::<Goal>() {
            let text = if g.title.trim().is_empty() { &g.own_words } else { &g.title };
            return first_line(text).to_owned();
        }
        if let Some(c) = any.downcast_ref::<Consent>() {
            let parts = [c.purpose.trim(), c.to.trim()];
            return parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" – ");
        }
        if let Some(l) = any.downcast_ref::<OfferLaw>() {
            let paragraph = l.paragraph.trim();
            let numbered = paragraph.starts_with(|c: char| c.is_ascii_digit());
            let sign = if numbered { "§ " } else { "" };
            return format!("{} {sign}{paragraph}", l.law.trim()).trim().to_owned();
        }
        // All other records are known by their first text.
        let first = record.fields().iter().find(|f| matches!(f.kind, Kind::Line(_) | Kind::Long(_)));
        first.map(|f| first_line(&f.text(record)).to_owned()).unwrap_or_default()
    }

    /// The mark in front of a record in a list: how far it has come. Three characters, or none at all.
    pub fn mark(&self, record: &dyn Recorded) -> &'static str {
        let any = record.as_any();
        if let Some(c) = any.downcast_ref::<CheckItem>() {
            return match c.state {
                CheckState::Open => "[ ]",
                CheckState::Done => "[x]",
                CheckState::NotRelevant => "[-]",
            };
        }
        if let Some(a) = any.downcast_ref::<Action>() {
            return match a.state {
                ActionState::NotBegun => "[ ]",
                ActionState::Underway => "[~]",
                ActionState::Done => "[x]",
                ActionState::Dropped => "[-]",
            };
        }
        let state = any.downcast_ref::<Goal>().map(|g| g.state).or(any.downcast_ref::<SubGoal>().map(|s| s.state));
        if let Some(state) = state {
            return match state {
                GoalState::NotBegun => "[ ]",
                GoalState::Underway | GoalState::Adjusted => "[~]",
                GoalState::Reached => "[x]",
                GoalState::Dropped => "[-]",
            };
        }
        if let Some(c) = any.downcast_ref::<Card>() {
            use crate::domain::record::YesNo::{No, Yes};
            return match c.relevant {
                None => "[ ]",
                Some(Yes) => "[x]",
                Some(No) => "[-]",
            };
        }
        if let Some(o) = any.downcast_ref::<PickedOffer>() {
            return match o.state {
                PickState::Suggested => "[ ]",
                PickState::AppliedFor | PickState::Granted | PickState::Started => "[~]",
                PickState::Finished => "[x]",
                PickState::Refused => "[-]",
            };
        }
        if let Some(d) = any.downcast_ref::<Decision>() {
            return match d.firmness {
                Some(Firmness::Decided) => "[x]",
                Some(Firmness::Awaiting) => "[~]",
                Some(Firmness::Suggested) | None => "[ ]",
            };
        }
        ""
    }

    /// What else a row of a list says, at its right end.
    pub fn detail(&self, record: &dyn Recorded) -> String {
        let any = record.as_any();
        let join =
            |parts: Vec<String>| parts.into_iter().filter(|p| !p.trim().is_empty()).collect::<Vec<_>>().join(" · ");
        if let Some(p) = any.downcast_ref::<Participant>() {
            let function = if p.name.trim().is_empty() { String::new() } else { p.function.clone() };
            let duties = p.duties.iter().map(|d| self.one(*d)).collect::<Vec<_>>().join(", ");
            return join(vec![function, duties, p.attendance.map(|a| self.one(a)).unwrap_or_default()]);
        }
        if let Some(i) = any.downcast_ref::<AgendaItem>() {
            let allotted = crate::domain::clock::allotted(self.seen, i);
            let minutes = i.minutes.map(|_| self.text.fmt(w("minutes"), &[("count", allotted.into())]));
            return join(vec![i.lead.clone(), minutes.unwrap_or_default()]);
        }
        if let Some(c) = any.downcast_ref::<CheckItem>() {
            return c.owner.clone();
        }
        if let Some(c) = any.downcast_ref::<Card>() {
            let leaning = c.leaning.map(|l| self.one(l)).unwrap_or_default();
            return join(vec![leaning, c.priority.map(|p| self.one(p)).unwrap_or_default()]);
        }
        if let Some(o) = any.downcast_ref::<PickedOffer>() {
            return join(vec![o.authority.clone(), self.one(o.state)]);
        }
        if let Some(a) = any.downcast_ref::<Action>() {
            return join(vec![a.who.map(|id| self.name(id)).unwrap_or_default(), self.when(&a.until)]);
        }
        if let Some(s) = any.downcast_ref::<SubGoal>() {
            return self.when(&s.until);
        }
        if let Some(g) = any.downcast_ref::<Goal>() {
            return join(vec![g.job.map(|j| self.one(j)).unwrap_or_default(), self.when(&g.until)]);
        }
        if let Some(d) = any.downcast_ref::<Decision>() {
            return join(vec![d.authority.clone(), d.firmness.map(|f| self.one(f)).unwrap_or_default()]);
        }
        if let Some(p) = any.downcast_ref::<ExistingPlan>() {
            return join(vec![p.owner.clone(), self.when(&p.deadline)]);
        }
        if let Some(c) = any.downcast_ref::<Consent>() {
            let until = self.when(&c.until);
            return if c.withdrawn_on == When::Unset { until } else { self.word("consent-withdrawn") };
        }
        if let Some(m) = any.downcast_ref::<MissingOffer>() {
            return join(vec![m.theme.clone(), m.department.clone()]);
        }
        if let Some(p) = any.downcast_ref::<Parked>() {
            return p.owner.clone();
        }
        any.downcast_ref::<Member>().map(|m| m.relation.clone()).unwrap_or_default()
    }
}
