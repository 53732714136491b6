//! What stands on the page of each step.

use chrono::TimeDelta;

use super::Sheet;
use crate::app::command::Command;
use crate::app::fit::{self, all_problems};
use crate::app::model::Spot;
use crate::domain::choices::{AnswerMode, Approach, Group, Phase, Status};
use crate::domain::clock;
use crate::domain::edit::Slot;
use crate::domain::problems::Problem;
use crate::domain::record::{Audience, Recorded, YesNo};
use crate::domain::session::{Goal, PickedOffer};
use crate::domain::steps::Step;
use crate::report::{fit as words_of_fit, readback, words};
use crate::text::{Arg, Word, w};

/// The rows of the step on screen.
pub fn rows(sheet: &mut Sheet<'_>) {
    match sheet.work.step {
        Step::Preparation => preparation(sheet),
        Step::Roles => roles(sheet),
        Step::Agenda => agenda(sheet),
        Step::Picture => picture(sheet),
        Step::Offers => offers(sheet),
        Step::Goals => goals(sheet),
        Step::Close => close(sheet),
    }
    sheet.close_section();
}

/// Lists whose records nobody but staff may see: closed as a whole on a projected screen.
fn staff_list(sheet: &mut Sheet<'_>, count: usize) -> bool {
    if sheet.audience < Audience::Staff {
        sheet.closed += count.max(1);
        return false;
    }
    true
}

fn preparation(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    let prep = &seen.preparation;
    sheet.heading(w("section-citizen"), String::new());
    sheet.fields(&seen.citizen, &["reference", "age", "benefit", "area", "contact", "wishes", "needs"]);
    if seen.citizen.group == Group::Family || !seen.citizen.members.is_empty() {
        sheet.list(&seen.citizen.members, Slot::Members, w("add-member"), w("empty-members"));
    }

    sheet.heading(w("section-meeting"), String::new());
    sheet.fields(&seen.head, &["kind", "date", "time", "minutes", "place"]);

    sheet.heading(w("section-referral"), String::new());
    sheet.fields(&seen.head, &["referred", "screened", "screening", "screening_why"]);

    sheet.heading(w("section-consent"), String::new());
    if staff_list(sheet, sheet.work.session.consents.len()) {
        sheet.list(&seen.consents, Slot::Consents, w("add-consent"), w("empty-consents"));
    }

    sheet.heading(w("section-purpose"), String::new());
    sheet.fields(prep, &["purpose_general", "purpose", "may_wait"]);

    sheet.heading(w("section-approach"), String::new());
    sheet.fields(prep, &["approach", "approach_why"]);
    if let Some(approach) = prep.approach {
        let what = match approach {
            Approach::JobFirst => w("about-job-first"),
            Approach::RelationFirst => w("about-relation-first"),
            Approach::TonedDown => w("about-toned-down"),
        };
        let text = sheet.t(what);
        sheet.note(&text, false);
    }

    sheet.heading(w("section-pre-meeting"), String::new());
    sheet.fields(prep, &["pre_meeting", "pre_meeting_on", "pre_meeting_with"]);

    sheet.heading(w("section-handover"), String::new());
    sheet.fields(prep, &["handover_from", "handover_on", "handover"]);

    sheet.heading(w("section-plans"), String::new());
    if staff_list(sheet, sheet.work.session.preparation.plans.len()) {
        sheet.list(&prep.plans, Slot::Plans, w("add-plan"), w("empty-plans"));
    }

    let open = prep.checklist.iter().filter(|c| c.state == crate::domain::choices::CheckState::Open).count();
    let detail = sheet.model.text.fmt(w("checklist-left"), &[("count", open.into())]);
    sheet.heading(w("section-checklist"), if sheet.audience >= Audience::Staff { detail } else { String::new() });
    if staff_list(sheet, sheet.work.session.preparation.checklist.len()) {
        checklist(sheet);
    }

    sheet.heading(w("section-absent"), String::new());
    sheet.fields(prep, &["if_absent", "if_absent_agreed"]);
}

fn checklist(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    for (phase, word) in [(Phase::Before, w("phase-Before")), (Phase::AtPreMeeting, w("phase-AtPreMeeting"))] {
        let items: Vec<_> = seen.preparation.checklist.iter().filter(|c| c.phase == phase).collect();
        if items.is_empty() {
            continue;
        }
        let text = sheet.t(word);
        sheet.note(&text, false);
        for item in items {
            if sheet.record(item) {
                sheet.depth += 1;
                sheet.note(&item.why, false);
                sheet.form(item);
                sheet.depth -= 1;
            }
        }
    }
    sheet.add(Slot::Checklist, w("add-check"));
}

/// A piece of advice, or a gap, as a sentence.
fn sentence(sheet: &Sheet<'_>, problem: &Problem) -> String {
    let args: Vec<(&'static str, Arg<'_>)> =
        problem.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    sheet.model.text.fmt(Word(problem.word), &args)
}

fn advice(sheet: &mut Sheet<'_>, step: Step) {
    if sheet.audience < Audience::Staff {
        return;
    }
    let all = all_problems(sheet.model, sheet.work);
    for problem in all.iter().filter(|p| p.step == step && p.word.starts_with("advice-")) {
        let text = sentence(sheet, problem);
        sheet.note(&text, true);
    }
}

fn roles(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    let count = seen.participants.len();
    sheet.heading(w("section-participants"), sheet.model.text.fmt(w("people"), &[("count", count.into())]));
    sheet.list(&seen.participants, Slot::Participants, w("add-participant"), w("empty-participants"));
    if sheet.work.read_only.is_none() {
        sheet.command(Command::AddRole);
    }
    let before = sheet.page.rows.len();
    advice(sheet, Step::Roles);
    if sheet.page.rows.len() > before {
        sheet.page.sections.push(sheet.t(w("section-advice")));
    }
}

fn agenda(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    let clock = clock::read(seen, sheet.model.now);
    let (planned, available) = (clock::planned(seen), clock::available(seen));
    let detail = sheet.model.text.fmt(w("agenda-sum"), &[("planned", planned.into()), ("available", available.into())]);
    sheet.heading(w("section-agenda"), detail);
    let end = if clock.is_on() {
        Some(clock.expected_end)
    } else {
        let start = seen.head.date.day().zip(seen.head.time.time());
        let start = start.map(|(day, time)| crate::domain::dates::to_utc(day.and_time(time)));
        start.map(|s| s + TimeDelta::try_minutes(planned).unwrap_or_default())
    };
    if let Some(end) = end {
        let text = sheet.model.text.fmt(w("agenda-end"), &[("time", words::clock_time(end).into())]);
        sheet.note(&text, false);
    }
    advice(sheet, Step::Agenda);
    sheet.blank();
    if seen.agenda.is_empty() {
        let text = sheet.t(w("empty-agenda"));
        sheet.note(&text, false);
    }
    for item in &seen.agenda {
        let open = sheet.record(item);
        if let Some(row) = sheet.page.rows.last_mut()
            && let super::Row::Record { mark, .. } = &mut row.row
        {
            *mark = if clock.current == Some(item.id) && clock.is_on() {
                "[>]"
            } else if seen.clock.iter().any(|e| e.item == Some(item.id)) {
                "[x]"
            } else {
                "[ ]"
            };
        }
        if open {
            sheet.depth += 1;
            sheet.form(item);
            sheet.depth -= 1;
        }
    }
    sheet.add(Slot::Agenda, w("add-item"));
    // Below the list: what begins a meeting is not under the cursor of one who only came to look.
    if sheet.work.read_only.is_none() {
        if clock.is_on() {
            sheet.command(Command::NextItem);
            sheet.command(Command::Pause);
            sheet.command(Command::EndMeeting);
        } else {
            sheet.command(Command::StartMeeting);
            sheet.command(Command::ReadyAgenda);
        }
    }
}

fn picture(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    let chosen = seen.assessment.iter().filter(|c| c.relevant == Some(YesNo::Yes)).count();
    sheet.heading(w("section-picture"), sheet.model.text.fmt(w("cards-chosen"), &[("count", chosen.into())]));
    let text = sheet.t(w("about-picture"));
    sheet.note(&text, false);
    for card in &seen.assessment {
        if sheet.record(card) {
            sheet.depth += 1;
            sheet.note(&card.ask, false);
            sheet.form(card);
            sheet.depth -= 1;
        }
    }
}

fn offers(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    sheet
        .heading(w("section-offers"), sheet.model.text.fmt(w("offers-picked"), &[("count", seen.offers.len().into())]));
    if sheet.work.read_only.is_none() {
        sheet.command(Command::Offer);
    }
    if seen.offers.is_empty() {
        let text = sheet.t(w("empty-offers"));
        sheet.note(&text, false);
    }
    for pick in &seen.offers {
        if sheet.record(pick) {
            sheet.depth += 1;
            sheet.note(&pick.offer.plain, false);
            against(sheet, pick);
            sheet.form(pick);
            sheet.depth -= 1;
        }
    }
    hidden_records(sheet, sheet.work.session.offers.len(), seen.offers.len());
    advice(sheet, Step::Offers);
    sheet.heading(w("section-missing"), String::new());
    if staff_list(sheet, sheet.work.session.missing_offers.len()) {
        sheet.list(&seen.missing_offers, Slot::Missing, w("add-missing"), w("empty-missing"));
    }
}

/// What stands against a picked offer or cannot be said, and what stood against it when somebody gave a word for it.
fn against(sheet: &mut Sheet<'_>, pick: &PickedOffer) {
    if sheet.audience < Audience::Staff {
        return;
    }
    let (text, library) = (&sheet.model.text, &sheet.model.library);
    let now = fit::of_pick(sheet.model, sheet.work, pick);
    let mut lines: Vec<String> =
        now.misfits().chain(&now.reminders).map(|finding| words_of_fit::sentence(text, library, finding)).collect();
    for old in &pick.misfits {
        let line = format!("{} ({})", old.text, words_of_fit::checked(text, old.checked));
        if !lines.contains(&line) {
            lines.push(text.fmt(w("fit-then"), &[("text", line.into())]));
        }
    }
    let is_rule = |finding: &crate::catalog::fit::Finding| finding.aspect == crate::domain::misfit::Aspect::Rule;
    if now.misfits().chain(&now.reminders).any(is_rule) {
        lines.push(text.get(w("fit-caveat")));
    }
    for line in lines {
        sheet.note(&line, false);
    }
}

/// Records that are not for everyone are counted in the section's closed line.
fn hidden_records(sheet: &mut Sheet<'_>, all: usize, seen: usize) {
    sheet.closed += all.saturating_sub(seen);
}

fn goals(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    sheet.heading(w("section-goals"), String::new());
    if seen.goals.is_empty() {
        let text = sheet.t(w("empty-goals"));
        sheet.note(&text, false);
    }
    for goal in &seen.goals {
        let open = sheet.record(goal);
        sheet.depth += 1;
        if open {
            sheet.form(goal);
        }
        under_goal(sheet, goal, open);
        sheet.depth -= 1;
    }
    hidden_records(sheet, sheet.work.session.goals.len(), seen.goals.len());
    sheet.add(Slot::Goals, w("add-goal"));
}

fn under_goal(sheet: &mut Sheet<'_>, goal: &Goal, open: bool) {
    fn leaf(sheet: &mut Sheet<'_>, record: &dyn Recorded) {
        if sheet.record(record) {
            sheet.depth += 1;
            sheet.form(record);
            sheet.depth -= 1;
        }
    }
    for sub in &goal.sub_goals {
        leaf(sheet, sub);
        sheet.depth += 1;
        for action in &sub.actions {
            leaf(sheet, action);
        }
        if open || sheet.is_open(sub.id) || sub.actions.iter().any(|a| sheet.is_open(a.id)) {
            sheet.add(Slot::Actions(sub.id), w("add-action"));
        }
        sheet.depth -= 1;
    }
    for action in &goal.actions {
        leaf(sheet, action);
    }
    let inside = goal.actions.iter().any(|a| sheet.is_open(a.id)) || goal.sub_goals.iter().any(|s| sheet.is_open(s.id));
    if open || inside || goal.actions.is_empty() && goal.sub_goals.is_empty() {
        sheet.add(Slot::Actions(goal.id), w("add-action"));
    }
    if open {
        sheet.add(Slot::SubGoals(goal.id), w("add-sub-goal"));
    }
}

fn close(sheet: &mut Sheet<'_>) {
    let seen = sheet.seen;
    sheet.heading(w("section-read-back"), String::new());
    for (number, line) in readback::sentences(seen, sheet.show.text).into_iter().enumerate() {
        match line.at {
            Some(target) => sheet.link(&line.text, target),
            None => sheet.sentence(&line.text, number),
        }
    }
    sheet.fields(&seen.close, &["read_back"]);

    sheet.heading(w("section-decisions"), String::new());
    sheet.list(&seen.close.decisions, Slot::Decisions, w("add-decision"), w("empty-decisions"));
    hidden_records(sheet, sheet.work.session.close.decisions.len(), seen.close.decisions.len());

    sheet.heading(w("section-next"), String::new());
    sheet.fields(&seen.close, &["next_on", "next_at", "next_place", "next_with", "if_wrong"]);

    sheet.heading(w("section-parked"), String::new());
    sheet.list(&seen.close.parked, Slot::Parked, w("add-parked"), w("empty-parked"));
    hidden_records(sheet, sheet.work.session.close.parked.len(), seen.close.parked.len());

    sheet.heading(w("section-answers"), String::new());
    let state = if seen.answered { w("answers-given") } else { w("answers-not-given") };
    let text = sheet.t(state);
    sheet.note(&text, false);
    sheet.fields(&seen.answers, &["mode", "helped_by"]);
    if sheet.work.read_only.is_none() && !matches!(seen.answers.mode, Some(AnswerMode::Later)) {
        sheet.command(Command::Questions);
    }

    // What a closed meeting lacked is history.
    if sheet.work.read_only.is_none() {
        gaps(sheet);
    }

    sheet.heading(w("section-close"), String::new());
    let status = sheet.show.one(seen.head.status);
    let text = sheet.model.text.fmt(w("status-is"), &[("status", status.into())]);
    sheet.note(&text, false);
    sheet.fields(&seen.close, &["consent_holds", "plan_given", "worked_into", "note"]);
    if matches!(seen.head.status, Status::Cancelled | Status::Moved | Status::NoShow) {
        sheet.fields(&seen.head, &["status_why", "status_agreed"]);
    }
    ending(sheet);
    sheet.heading(w("section-filed"), String::new());
    sheet.fields(&seen.head, &["filed_in", "filed_on", "filed_by"]);
}

/// What is still missing, each as a way to the field that mends it.
fn gaps(sheet: &mut Sheet<'_>) {
    if sheet.audience < Audience::Staff {
        return;
    }
    let all = all_problems(sheet.model, sheet.work);
    sheet.heading(w("section-gaps"), sheet.model.text.fmt(w("gap-count"), &[("count", all.len().into())]));
    if all.is_empty() {
        let text = sheet.t(w("no-gaps"));
        sheet.note(&text, false);
    }
    for problem in &all {
        let text = sentence(sheet, problem);
        match problem.at {
            Some(target) => sheet.link(&text, target),
            None => sheet.button(&text, Spot::Do(Command::GoTo(problem.step))),
        }
    }
}

/// How the session can end from here.
fn ending(sheet: &mut Sheet<'_>) {
    use crate::app::msg::ReadOnly;
    match (&sheet.work.read_only, sheet.seen.head.status) {
        (Some(ReadOnly::Closed), _) => {
            sheet.command(Command::FollowUp);
            sheet.command(Command::Correct);
        }
        (Some(_), _) => {}
        (None, Status::Closed) => {
            sheet.command(Command::FollowUp);
            sheet.command(Command::CloseSession);
        }
        (None, status) => {
            sheet.command(Command::CloseSession);
            for other in [Status::Cancelled, Status::Moved, Status::NoShow] {
                if status != other {
                    sheet.command(Command::SetStatus(other));
                }
            }
            if matches!(status, Status::Cancelled | Status::Moved | Status::NoShow) {
                sheet.command(Command::SetStatus(Status::Planned));
            }
        }
    }
}
