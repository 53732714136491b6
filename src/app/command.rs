//! Every verb a user can name, and the places where keys mean something.

use crate::domain::choices::Status;
use crate::domain::steps::Step;

/// A verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each has its label and explanation in the words, by `Command::word`
pub enum Command {
    Help,
    Palette,
    Privacy,
    Quit,
    Interrupt,
    SaveNow,
    Undo,
    Redo,
    Back,

    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    Activate,
    Toggle,
    Remove,
    Choices,
    MoveUp,
    MoveDown,
    Indent,
    Outdent,

    GoTo(Step),
    NextStep,
    PreviousStep,
    Reveal,
    ShareRecord,
    CitizenScreen,
    Home,

    New,
    Open,
    FollowUp,
    Delete,
    Search,
    Refresh,

    StartMeeting,
    EndMeeting,
    OwnWords,
    Note,
    Decision,
    Goal,
    Offer,
    Park,
    Pause,
    NextItem,
    MoreTime,
    LessTime,
    ReadyAgenda,
    AddRole,
    MissingOffer,
    Questions,
    CloseSession,
    SetStatus(Status),
    Correct,
    Versions,
    SaveElsewhere,

    CharLeft,
    CharRight,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
    SelectLeft,
    SelectRight,
    SelectUp,
    SelectDown,
    SelectWordLeft,
    SelectWordRight,
    SelectLineStart,
    SelectLineEnd,
    SelectAll,
    Backspace,
    DeleteChar,
    WordBackspace,
    WordDelete,
    Newline,
    Cut,
    CutLine,
    Paste,
}

impl Command {
    /// Key of its label; the explanation is the attribute `.hint`.
    pub fn word(self) -> &'static str {
        use Command as C;
        match self {
            C::Help => "do-help",
            C::Palette => "do-palette",
            C::Privacy => "do-privacy",
            C::Quit => "do-quit",
            C::Interrupt => "do-interrupt",
            C::SaveNow => "do-save",
            C::Undo => "do-undo",
            C::Redo => "do-redo",
            C::Back => "do-back",
            C::Up => "do-up",
            C::Down => "do-down",
            C::Left => "do-left",
            C::Right => "do-right",
            C::PageUp => "do-page-up",
            C::PageDown => "do-page-down",
            C::First => "do-first",
            C::Last => "do-last",
            C::NextField => "do-next-field",
            C::PreviousField => "do-previous-field",
            C::Activate => "do-activate",
            C::Toggle => "do-toggle",
            C::Remove => "do-remove",
            C::Choices => "do-choices",
            C::MoveUp => "do-move-up",
            C::MoveDown => "do-move-down",
            C::Indent => "do-indent",
            C::Outdent => "do-outdent",
            C::GoTo(Step::Preparation) => "do-step-1",
            C::GoTo(Step::Roles) => "do-step-2",
            C::GoTo(Step::Agenda) => "do-step-3",
            C::GoTo(Step::Picture) => "do-step-4",
            C::GoTo(Step::Offers) => "do-step-5",
            C::GoTo(Step::Goals) => "do-step-6",
            C::GoTo(Step::Close) => "do-step-7",
            C::NextStep => "do-next-step",
            C::PreviousStep => "do-previous-step",
            C::Reveal => "do-reveal",
            C::ShareRecord => "do-share",
            C::CitizenScreen => "do-citizen-screen",
            C::Home => "do-home",
            C::New => "do-new",
            C::Open => "do-open",
            C::FollowUp => "do-follow-up",
            C::Delete => "do-delete",
            C::Search => "do-search",
            C::Refresh => "do-refresh",
            C::StartMeeting => "do-start-meeting",
            C::EndMeeting => "do-end-meeting",
            C::OwnWords => "do-own-words",
            C::Note => "do-note",
            C::Decision => "do-decision",
            C::Goal => "do-goal",
            C::Offer => "do-offer",
            C::Park => "do-park",
            C::Pause => "do-pause",
            C::NextItem => "do-next-item",
            C::MoreTime => "do-more-time",
            C::LessTime => "do-less-time",
            C::ReadyAgenda => "do-ready-agenda",
            C::AddRole => "do-add-role",
            C::MissingOffer => "do-missing-offer",
            C::Questions => "do-questions",
            C::CloseSession => "do-close-session",
            C::SetStatus(Status::Cancelled) => "do-cancelled",
            C::SetStatus(Status::Moved) => "do-moved",
            C::SetStatus(Status::NoShow) => "do-no-show",
            C::SetStatus(_) => "do-planned",
            C::Correct => "do-correct",
            C::Versions => "do-versions",
            C::SaveElsewhere => "do-save-elsewhere",
            C::CharLeft => "do-char-left",
            C::CharRight => "do-char-right",
            C::WordLeft => "do-word-left",
            C::WordRight => "do-word-right",
            C::LineStart => "do-line-start",
            C::LineEnd => "do-line-end",
            C::TextStart => "do-text-start",
            C::TextEnd => "do-text-end",
            C::SelectLeft | C::SelectRight | C::SelectUp | C::SelectDown => "do-select",
            C::SelectWordLeft | C::SelectWordRight => "do-select-word",
            C::SelectLineStart | C::SelectLineEnd => "do-select-line",
            C::SelectAll => "do-select-all",
            C::Backspace => "do-backspace",
            C::DeleteChar => "do-delete-char",
            C::WordBackspace => "do-word-backspace",
            C::WordDelete => "do-word-delete",
            C::Newline => "do-newline",
            C::Cut => "do-cut",
            C::CutLine => "do-cut-line",
            C::Paste => "do-paste",
        }
    }
}

/// Where a key means something; the most particular place is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// A question with buttons.
    Confirm,
    /// A list on top of the screen: choices, commands, help.
    Menu,
    /// The picker of offers.
    Picker,
    /// The citizen's own screen with the three questions.
    Questions,
    /// The citizen screen.
    Citizen,
    /// A text field of many lines.
    LongText,
    /// Any text field.
    Text,
    /// A field with choices.
    Choice,
    /// A number.
    Number,
    /// A row that is no field.
    Row,
    /// The meeting is under way.
    Meeting,
    /// A session is open.
    Session,
    /// The home screen.
    Home,
    /// Everywhere.
    Anywhere,
}

impl Context {
    /// All of them, in the order documents list them.
    pub const ALL: &'static [Self] = &[
        Self::Anywhere,
        Self::Home,
        Self::Session,
        Self::Meeting,
        Self::Row,
        Self::Choice,
        Self::Number,
        Self::Text,
        Self::LongText,
        Self::Picker,
        Self::Menu,
        Self::Confirm,
        Self::Questions,
        Self::Citizen,
    ];
    /// Key of its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirm => "context-confirm",
            Self::Menu => "context-menu",
            Self::Picker => "context-picker",
            Self::Questions => "context-questions",
            Self::Citizen => "context-citizen",
            Self::LongText => "context-long-text",
            Self::Text => "context-text",
            Self::Choice => "context-choice",
            Self::Number => "context-number",
            Self::Row => "context-row",
            Self::Meeting => "context-meeting",
            Self::Session => "context-session",
            Self::Home => "context-home",
            Self::Anywhere => "context-anywhere",
        }
    }
}
