//! Advice and gaps: what a calm colleague would point out. Typed and without words; nothing here blocks anything.

use chrono::NaiveDate;

use super::choices::{Attendance, CheckState, Clarity, Duty, GoalState, Side, Status};
use super::clock;
use super::cpr;
use super::record::{Hour, Id, Kind, Value, When};
use super::session::{Action, Participant, Session};
use super::steps::Step;
use super::template::Common;

/// Many professionals against a citizen alone: from this number on, an advice is given.
const MANY_PROFESSIONALS: usize = 5;

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it belongs.
    pub step: Step,
    /// The field that mends it; `None` when no single field does.
    pub at: Option<(Id, &'static str)>,
    /// Key of the sentence.
    pub word: &'static str,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

fn problem(step: Step, at: Option<(Id, &'static str)>, word: &'static str) -> Problem {
    Problem { step, at, word, args: vec![] }
}

impl Problem {
    fn with(mut self, name: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Whether a consent to share information is on file that has neither run out nor been withdrawn.
pub fn has_consent(session: &Session, today: NaiveDate) -> bool {
    session.consents.iter().any(|c| {
        c.given_by.is_some() && c.withdrawn_on.day().is_none() && c.until.day().is_none_or(|until| until >= today)
    })
}

fn empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// Everything worth a look, in the order of the steps.
pub fn problems(session: &Session, common: &Common, today: NaiveDate) -> Vec<Problem> {
    let mut found = vec![];
    preparation(session, today, &mut found);
    roles(session, common, &mut found);
    agenda(session, &mut found);
    goals(session, &mut found);
    close(session, &mut found);
    not_understood(session, &mut found);
    cpr_numbers(session, &mut found);
    found
}

fn preparation(session: &Session, today: NaiveDate, found: &mut Vec<Problem>) {
    let step = Step::Preparation;
    let prep = &session.preparation;
    if empty(&session.citizen.reference) {
        found.push(problem(step, Some((session.citizen.id, "reference")), "gap-reference"));
    }
    if empty(&prep.purpose) {
        found.push(problem(step, Some((prep.id, "purpose")), "gap-purpose"));
    }
    if prep.approach.is_none() {
        found.push(problem(step, Some((prep.id, "approach")), "gap-approach"));
    }
    if !has_consent(session, today) {
        let at = session.consents.first().map(|c| (c.id, "given_by"));
        found.push(problem(step, at, "gap-consent"));
    }
    let open: Vec<_> = prep.checklist.iter().filter(|c| c.state == CheckState::Open).collect();
    if let Some(first) = open.first() {
        found.push(problem(step, Some((first.id, "state")), "gap-checklist").with("count", &open.len()));
    }
    for plan in prep.plans.iter().filter(|p| p.deadline.day().is_some_and(|d| d < today)) {
        found.push(problem(step, Some((plan.id, "deadline")), "gap-plan-late").with("name", &plan.name));
    }
}

fn comes(p: &Participant) -> bool {
    !matches!(p.attendance, Some(Attendance::Regrets | Attendance::NoShow))
}

fn roles(session: &Session, common: &Common, found: &mut Vec<Problem>) {
    let step = Step::Roles;
    let people = &session.participants;
    let with = |duty: Duty| people.iter().filter(move |p| comes(p) && p.duties.contains(&duty));
    for role in common.roles.iter().filter(|r| r.core) {
        let holder = people.iter().find(|p| p.role == role.key || p.function.eq_ignore_ascii_case(&role.function));
        match holder {
            None => found.push(problem(step, None, "advice-role-missing").with("role", &role.function)),
            Some(p) if p.attendance == Some(Attendance::Regrets) && empty(&p.input) => {
                let name = if empty(&p.name) { &p.function } else { &p.name };
                found.push(problem(step, Some((p.id, "input")), "advice-role-regrets").with("name", &name));
            }
            Some(_) => {}
        }
    }
    let leaders: Vec<_> = with(Duty::Leads).collect();
    match leaders.as_slice() {
        [] => found.push(problem(step, people.first().map(|p| (p.id, "duties")), "advice-no-leader")),
        [_] => {}
        [first, second, ..] => found.push(
            problem(step, Some((second.id, "duties")), "advice-two-leaders")
                .with("first", &first.name)
                .with("second", &second.name),
        ),
    }
    match with(Duty::Writes).next() {
        None => found.push(problem(step, people.first().map(|p| (p.id, "duties")), "advice-no-writer")),
        Some(writer) if writer.duties.contains(&Duty::Leads) => {
            found.push(problem(step, Some((writer.id, "duties")), "advice-leader-writes").with("name", &writer.name));
        }
        Some(_) => {}
    }
    let professionals = people.iter().filter(|p| p.side == Side::Professional && comes(p)).count();
    if professionals >= MANY_PROFESSIONALS && !people.iter().any(|p| p.side == Side::WithCitizen && comes(p)) {
        found.push(problem(step, None, "advice-many-professionals").with("count", &professionals));
    }
}

fn agenda(session: &Session, found: &mut Vec<Problem>) {
    let over = clock::planned(session) - clock::available(session);
    if over > 0 {
        let at = session.agenda.last().map(|i| (i.id, "minutes"));
        found.push(problem(Step::Agenda, at, "advice-agenda-long").with("minutes", &over));
    }
}

fn goals(session: &Session, found: &mut Vec<Problem>) {
    let step = Step::Goals;
    let goals = || session.goals.iter().filter(|g| g.state != GoalState::Dropped);
    if goals().next().is_none() {
        found.push(problem(step, None, "gap-no-goal"));
    }
    for goal in goals() {
        if empty(&goal.own_words) {
            found.push(problem(step, Some((goal.id, "own_words")), "gap-own-words").with("goal", &goal.title.trim()));
        }
        if goal.job.is_some() && matches!(goal.clarity, None | Some(Clarity::Unclear)) {
            found.push(problem(step, Some((goal.id, "clarity")), "gap-clarity").with("goal", &goal.title.trim()));
        }
        let actions = || goal.actions_kept();
        if actions().next().is_none() {
            found.push(problem(step, Some((goal.id, "title")), "gap-no-action").with("goal", &goal.title.trim()));
        }
        actions().for_each(|a| action(a, session, found));
    }
}

fn action(action: &Action, session: &Session, found: &mut Vec<Problem>) {
    let gap = |field, word| problem(Step::Goals, Some((action.id, field)), word).with("action", &action.what.trim());
    if empty(&action.what) {
        found.push(gap("what", "gap-action-what"));
    }
    if !action.who.is_some_and(|who| session.participants.iter().any(|p| p.id == who)) {
        found.push(gap("who", "gap-action-who"));
    }
    if action.until == When::Unset {
        found.push(gap("until", "gap-action-until"));
    }
}

fn close(session: &Session, found: &mut Vec<Problem>) {
    let step = Step::Close;
    let close = &session.close;
    for decision in close.decisions.iter().filter(|d| d.firmness.is_none()) {
        found.push(problem(step, Some((decision.id, "firmness")), "gap-firmness").with("text", &decision.text.trim()));
    }
    if session.head.status == Status::Planned {
        return;
    }
    if close.read_back.is_none() {
        found.push(problem(step, Some((close.id, "read_back")), "gap-read-back"));
    }
    if close.next_on == When::Unset {
        found.push(problem(step, Some((close.id, "next_on")), "gap-next-meeting"));
    }
    if close.plan_given.is_none() {
        found.push(problem(step, Some((close.id, "plan_given")), "gap-plan-given"));
    }
    if session.answers.mode.is_none() {
        found.push(problem(step, Some((session.answers.id, "mode")), "gap-answers"));
    }
}

/// Dates and times that were typed and could not be understood.
fn not_understood(session: &Session, found: &mut Vec<Problem>) {
    session.visit(&mut |slot, _, record| {
        for field in record.fields().iter().filter(|f| matches!(f.kind, Kind::Date(_) | Kind::Time)) {
            if let Some(Value::Date(When::Typed(text)) | Value::Time(Hour::Typed(text))) = field.read(record) {
                let at = Some((record.id(), field.name));
                found.push(problem(slot.step(), at, "gap-not-understood").with("text", &text));
            }
        }
    });
}

/// What looks like a CPR number. The number itself is not repeated: the sentence is shown where everyone looks.
fn cpr_numbers(session: &Session, found: &mut Vec<Problem>) {
    session.visit(&mut |slot, _, record| {
        for field in record.fields() {
            if cpr::find(&field.text(record)).is_some() {
                found.push(problem(slot.step(), Some((record.id(), field.name)), "gap-cpr"));
            }
        }
    });
}

#[cfg(test)]
mod tests;
