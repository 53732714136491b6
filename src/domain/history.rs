//! Undo and redo as stacks of inverse edits, and the revision that "Gemt" refers to.

use super::edit::{Edit, Rejected, apply};
use super::record::Id;
use super::session::Session;

/// One step of undo: edits that belong together.
#[derive(Clone, Debug)]
struct Step {
    /// What takes it back, in the order to apply.
    back: Vec<Edit>,
    /// The field that was typed in, when it was typing: more of the same joins this step.
    typing: Option<(Id, &'static str)>,
}

/// What was changed, and what was taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    revision: u64,
}

/// How a change stands in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A step of its own.
    Step,
    /// Typing in a field: joins the typing just before it in the same field.
    Typing(Id, &'static str),
    /// Something that happened (a clock, a closing): undo passes it by.
    Event,
}

impl History {
    /// Counts every change, undo and redo included; what is on disk is known by it.
    pub fn revision(&self) -> u64 {
        self.revision
    }
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }
    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
    /// Nothing before this moment can be undone any more; the count of changes goes on.
    pub fn seal(&mut self) {
        self.done.clear();
        self.undone.clear();
    }
    /// The next typing begins a step of its own: the field was left, or there was a pause.
    pub fn pause(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.typing = None;
        }
    }

    /// Takes up the typing in a field again, so that what completes it belongs to the same step.
    pub fn resume(&mut self, id: Id, field: &'static str) {
        if let Some(step) = self.done.last_mut()
            && matches!(step.back.as_slice(), [Edit::Set { id: i, field: f, .. }] if *i == id && *f == field)
        {
            step.typing = Some((id, field));
        }
    }

    /// Applies edits as one change. When one is rejected, those before it are taken back and nothing has changed.
    pub fn change(&mut self, session: &mut Session, edits: Vec<Edit>, manner: Manner) -> Result<(), Rejected> {
        if edits.is_empty() {
            return Ok(());
        }
        let back = run(session, edits)?;
        self.revision += 1;
        match manner {
            Manner::Event => self.pass_by(&back),
            Manner::Step => self.push(Step { back, typing: None }),
            Manner::Typing(id, field) => match self.done.last() {
                // The first state of the field is the one undo returns to; what came between is not kept.
                Some(Step { typing: Some(last), .. }) if *last == (id, field) => self.undone.clear(),
                _ => self.push(Step { back, typing: Some((id, field)) }),
            },
        }
        Ok(())
    }

    /// What an event set in a field stays: the steps before it no longer know that field.
    fn pass_by(&mut self, back: &[Edit]) {
        let fields: Vec<Touched> = back.iter().filter(|e| matches!(e, Edit::Set { .. })).map(Touched::of).collect();
        if fields.is_empty() {
            return;
        }
        for steps in [&mut self.done, &mut self.undone] {
            for step in steps.iter_mut() {
                step.back.retain(|e| !matches!(e, Edit::Set { .. }) || !fields.contains(&Touched::of(e)));
            }
            steps.retain(|step| !step.back.is_empty());
        }
    }

    fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// Takes the last change back. Gives the record and field it was about, for the focus; `None` when there is nothing.
    pub fn undo(&mut self, session: &mut Session) -> Option<Touched> {
        let step = self.done.pop()?;
        let (touched, back) = Self::turn(session, step)?;
        self.undone.push(Step { back, typing: None });
        self.revision += 1;
        Some(touched)
    }

    /// Does again what was taken back.
    pub fn redo(&mut self, session: &mut Session) -> Option<Touched> {
        let step = self.undone.pop()?;
        let (touched, back) = Self::turn(session, step)?;
        self.done.push(Step { back, typing: None });
        self.revision += 1;
        Some(touched)
    }

    fn turn(session: &mut Session, step: Step) -> Option<(Touched, Vec<Edit>)> {
        let touched = step.back.last().map(Touched::of)?;
        run(session, step.back).ok().map(|back| (touched, back))
    }
}

/// What a change was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The record.
    pub id: Id,
    /// The field, when it was one field.
    pub field: Option<&'static str>,
}

impl Touched {
    fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Set { id, field, .. } => Self { id: *id, field: Some(field) },
            Edit::Remove(id) | Edit::Move { id, .. } => Self { id: *id, field: None },
            Edit::Keep(record) | Edit::Insert { record, .. } => Self { id: record.as_dyn().id(), field: None },
        }
    }
}

/// Applies edits in order and gives those that take them back, in the order to apply.
fn run(session: &mut Session, edits: Vec<Edit>) -> Result<Vec<Edit>, Rejected> {
    let mut back = Vec::with_capacity(edits.len());
    for edit in edits {
        match apply(session, edit) {
            Ok(inverse) => back.push(inverse),
            Err(rejected) => {
                for inverse in back.into_iter().rev() {
                    let _ = apply(session, inverse);
                }
                return Err(rejected);
            }
        }
    }
    back.reverse();
    Ok(back)
}

#[cfg(test)]
mod tests;
