//! The citizen's own screen: three statements, large answers, nobody else.

use super::super::command::Command;
use super::super::model::Model;
use super::super::overlay::{Overlay, Questions};
use super::{edit, focus};
use crate::domain::choices::{AnswerMode, Likert};
use crate::domain::edit::Edit;
use crate::domain::history::Manner;
use crate::domain::record::{Choice, Record, Value};
use crate::text::w;

/// Names of the fields of the three statements, in order.
pub const FIELDS: [&str; 3] = ["heard", "plan", "job_goal"];

/// Opens the first statement; what was answered before is not shown.
pub fn open(model: &mut Model) {
    focus::leave_field(model);
    model.overlays.push(Overlay::Questions(Questions::default()));
}

/// Commands on the citizen's screen.
pub fn command(model: &mut Model, command: Command) {
    let Some(Overlay::Questions(questions)) = model.overlays.last_mut() else { return };
    let last = Likert::ALL.len() - 1;
    match command {
        Command::Up => questions.cursor = Some(questions.cursor.map_or(last, |at| at.saturating_sub(1))),
        Command::Down => questions.cursor = Some(questions.cursor.map_or(0, |at| (at + 1).min(last))),
        Command::Back | Command::PreviousField => {
            if questions.at == 0 {
                model.overlays.pop();
                model.say_word(w("answers-not-given"));
            } else {
                questions.at -= 1;
                questions.cursor = given_before(questions);
            }
        }
        Command::Activate | Command::Toggle | Command::NextField => answer(model),
        _ => {}
    }
}

fn given_before(questions: &Questions) -> Option<usize> {
    let given = questions.given.get(questions.at).copied().flatten();
    given.and_then(Choice::place).map(usize::from)
}

fn answer(model: &mut Model) {
    let Some(Overlay::Questions(questions)) = model.overlays.last_mut() else { return };
    if questions.at >= FIELDS.len() {
        model.overlays.pop();
        return;
    }
    let chosen = questions.cursor.and_then(|at| Likert::ALL.get(at).copied());
    let (Some(given), Some(answer)) = (questions.given.get_mut(questions.at), chosen) else { return };
    *given = Some(answer);
    questions.at += 1;
    questions.cursor = given_before(questions);
    if questions.at == FIELDS.len() {
        let given = questions.given;
        keep(model, given);
    }
}

/// All three at once, as something that happened: undo shows nobody what was answered.
fn keep(model: &mut Model, given: [Option<Likert>; 3]) {
    let Some(mut answers) = model.work.as_ref().map(|w| w.session.answers.clone()) else { return };
    let id = answers.id;
    answers.answered_at = Some(model.now);
    let mut edits: Vec<Edit> = FIELDS
        .into_iter()
        .zip(given)
        .map(|(field, answer)| Edit::Set { id, field, value: Value::Choice(answer.and_then(Choice::place)) })
        .collect();
    edits.push(Edit::Set { id, field: "mode", value: Value::Choice(AnswerMode::Screen.place()) });
    edits.push(Edit::Keep(Box::new(Record::Answers(answers))));
    edit::change(model, edits, Manner::Event);
}
