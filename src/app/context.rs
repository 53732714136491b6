//! Where the keys mean something right now, and whether a command can run, and if not, why.

use crate::domain::record::{Field, Id, Kind};
use crate::text::{Word, w};

use super::browser::{self, View};
use super::command::{Command, Context};
use super::model::{Model, Screen, Spot, Work};
use super::msg::ReadOnly;
use super::overlay::Overlay;

/// The field that has the focus.
pub fn field(work: &Work) -> Option<(Id, &'static Field)> {
    let Spot::Field(id, name) = work.focus else { return None };
    work.session.record(id)?.field(name).map(|field| (id, field))
}

/// Whether characters are text where the focus is.
pub fn takes_text(model: &Model) -> bool {
    match model.overlays.last() {
        Some(Overlay::Menu(_) | Overlay::Prompt(_)) => true,
        Some(Overlay::Picker(_)) => true,
        Some(_) => false,
        None => match model.screen {
            Screen::Home => model.home.query.is_some(),
            Screen::Work | Screen::Form => model.work.as_ref().and_then(field).is_some_and(|(_, f)| is_text(f.kind)),
            Screen::Catalog => model.browser.view == View::List,
            Screen::Show => false,
        },
    }
}

/// Kinds of field that characters are typed into.
pub fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Line(_) | Kind::Long(_) | Kind::Date(_) | Kind::Time)
}

/// The places keys are looked up in, the most particular first.
pub fn contexts(model: &Model) -> Vec<Context> {
    let mut places = vec![];
    match model.overlays.last() {
        Some(Overlay::Confirm(_)) => places.push(Context::Confirm),
        Some(Overlay::Menu(_) | Overlay::Prompt(_)) => places.push(Context::Menu),
        Some(Overlay::Picker(_)) => places.push(Context::Picker),
        Some(Overlay::Questions(_)) => return vec![Context::Questions],
        Some(Overlay::Citizen) => places.push(Context::Citizen),
        Some(Overlay::Document(_)) => places.push(Context::Document),
        None => match (model.screen, &model.work) {
            (Screen::Home, _) => places.push(Context::Home),
            (Screen::Work | Screen::Form, Some(work)) => {
                match field(work).map(|(_, f)| f.kind) {
                    Some(Kind::Long(_)) => places.extend([Context::LongText, Context::Text]),
                    Some(kind) if is_text(kind) => places.push(Context::Text),
                    Some(Kind::Number(_)) => places.push(Context::Number),
                    Some(_) => places.push(Context::Choice),
                    None => places.push(Context::Row),
                }
                if model.screen == Screen::Form {
                    places.push(Context::Form);
                } else {
                    if work.clock(model.now).is_on() {
                        places.push(Context::Meeting);
                    }
                    places.push(Context::Session);
                }
            }
            (Screen::Show, _) => places.push(Context::Citizen),
            (Screen::Catalog, _) if model.browser.view == View::List => places.push(Context::Browser),
            (Screen::Catalog, _) => places.extend([Context::Sheet, Context::Browser]),
            (Screen::Work | Screen::Form, None) => {}
        },
    }
    let over_the_page = matches!(model.overlays.last(), Some(Overlay::Menu(_) | Overlay::Picker(_) | Overlay::Citizen));
    if over_the_page && model.clock().is_some_and(|c| c.is_on()) {
        places.push(Context::Meeting);
    }
    places.push(Context::Anywhere);
    places
}

/// Why a command cannot run now; `None` when it can.
pub fn obstacle(model: &Model, command: Command) -> Option<Word> {
    use Command as C;
    if command == C::New && model.library.templates.is_empty() {
        return Some(w("why-no-catalog-yet"));
    }
    if let Some(why) = obstacle_in_catalog(model, command) {
        return Some(why);
    }
    // The form of an offer is no session, though it is worked on in the same way.
    let in_form = matches!(command, C::Undo | C::Redo | C::Choices | C::Remove | C::MoveUp | C::MoveDown);
    let Some(work) = model.work.as_ref().filter(|_| model.screen != Screen::Form || in_form) else {
        let looks = matches!(
            command,
            C::GoTo(_)
                | C::NextStep
                | C::PreviousStep
                | C::Reveal
                | C::CitizenScreen
                | C::Correct
                | C::Write
                | C::Versions
                | C::SaveElsewhere
                | C::Home
        ) || (matches!(command, C::Undo | C::Redo) && model.screen != Screen::Catalog);
        return (looks || changes_session(command)).then_some(w("why-no-session"));
    };
    let clock = work.clock(model.now);
    let locked = work.read_only.is_some();
    match command {
        C::Choices if field(work).is_none_or(|(_, f)| !has_choices(f.kind)) => Some(w("nothing-to-choose")),
        C::Undo if !work.history.can_undo() => Some(w("why-nothing-to-undo")),
        C::Redo if !work.history.can_redo() => Some(w("why-nothing-to-redo")),
        C::Correct if work.read_only != Some(ReadOnly::Closed) => Some(w("why-not-closed")),
        C::Write if !matches!(work.read_only, Some(ReadOnly::Held(_) | ReadOnly::Free(_))) => Some(w("why-not-held")),
        C::SaveElsewhere if work.saving.trouble.is_none() => Some(w("why-saved")),
        C::StartMeeting if clock.is_on() => Some(w("why-meeting-runs")),
        C::EndMeeting | C::Pause | C::NextItem | C::MoreTime | C::LessTime if !clock.is_on() => {
            Some(w("why-no-meeting"))
        }
        C::OwnWords | C::Note if work.session.agenda.is_empty() => Some(w("why-no-agenda")),
        _ if locked && changes_session(command) => Some(w("why-read-only")),
        _ => None,
    }
}

/// Why a command of the catalogue cannot run now.
fn obstacle_in_catalog(model: &Model, command: Command) -> Option<Word> {
    use Command as C;
    let here = model.screen == Screen::Catalog;
    let nothing = browser::current(model).is_none();
    match command {
        C::New if model.screen == Screen::Form => Some(w("why-offer-open")),
        C::Browse if model.work.is_some() => Some(w("why-leave-first")),
        C::Undo if here && model.browser.made => Some(w("why-new-offer-stays")),
        C::Undo if here && model.browser.undo.is_empty() => Some(w("why-nothing-to-undo")),
        C::Redo if here => Some(w("why-nothing-to-redo")),
        C::Filters | C::Order | C::NewOffer if !here => Some(w("why-not-in-catalog")),
        C::Compare
        | C::Related
        | C::CopyContact
        | C::PrintOffer
        | C::EditOffer
        | C::RetireOffer
        | C::ReviewedToday
        | C::VerifiedToday => {
            if here {
                nothing.then_some(w("why-no-offer"))
            } else {
                Some(w("why-not-in-catalog"))
            }
        }
        _ => None,
    }
}

/// Fields that have something to choose from.
fn has_choices(kind: Kind) -> bool {
    !matches!(kind, Kind::Line(None) | Kind::Long(None) | Kind::Date(_) | Kind::Time | Kind::Number(_))
}

/// Commands that write in the session.
fn changes_session(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::StartMeeting
            | C::EndMeeting
            | C::OwnWords
            | C::Note
            | C::Decision
            | C::Goal
            | C::Offer
            | C::Park
            | C::Pause
            | C::NextItem
            | C::MoreTime
            | C::LessTime
            | C::ReadyAgenda
            | C::AddRole
            | C::MissingOffer
            | C::Questions
            | C::CloseSession
            | C::SetStatus(_)
            | C::Remove
            | C::MoveUp
            | C::MoveDown
            | C::Indent
            | C::Outdent
            | C::ShareRecord
    )
}
