//! The session (*møde*): everything one meeting knows, as it stands in its file.
//!
//! Long because it is one table: whoever looks for a field finds it here.
//!
//! Fields, audiences and labels of each record are declared here once. What each part is for stands in the design of the
//! session file; where the content comes from: pre-meeting, roles, agenda, cards and plan as municipalities use them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use super::choices::StateChange;
use super::choices::*;
use super::dates::Lean::{Future, Past};
use super::declare::records;
pub use super::draft::{OfferDraft, OfferLaw};
use super::misfit::Misfit;
use super::offer::Offer;
use super::record::{Choice, Hour, Id, Kind, Suggest, Target, When, YesNo};
pub use super::record::{Record, Sort};

/// Version of the shape below; raised with every change of it.
pub const VERSION: u32 = 2;

const LINE: Kind = Kind::Line(None);
const LONG: Kind = Kind::Long(None);

/// One of a list that always has a value.
const fn one_of<T: Choice>() -> Kind {
    Kind::Choice(T::WORDS, false)
}
/// One of a list, or unknown.
const fn maybe<T: Choice>() -> Kind {
    Kind::Choice(T::WORDS, true)
}
const fn any_of<T: Choice>() -> Kind {
    Kind::Many(T::WORDS)
}

records! {
    /// The meeting itself (*mødet*).
    Head "head" {
        /// Kind of meeting.
        kind: MeetingKind = one_of::<MeetingKind>(), Everyone;
        /// Day.
        date: When = Kind::Date(Future), Everyone;
        /// Start, local time.
        time: Hour = Kind::Time, Everyone;
        /// Minutes set aside.
        minutes: Option<u32> = Kind::Number(480), Everyone;
        /// Place.
        place: String = LINE, Everyone;
        /// When the citizen was referred (*henvist*).
        referred: When = Kind::Date(Past), Staff;
        /// When screened.
        screened: When = Kind::Date(Past), Staff;
        /// Outcome of the screening.
        screening: Option<Screening> = maybe::<Screening>(), Staff;
        /// Why in or out.
        screening_why: String = LONG, Staff;
        /// Why the meeting was cancelled, moved or not attended.
        status_why: String = LONG, Staff;
        /// What was agreed then.
        status_agreed: String = LONG, Staff;
        /// Case system the meeting was filed in (*journaliseret i*).
        filed_in: String = Kind::Line(Some(Suggest::CaseSystems)), Staff;
        /// When filed.
        filed_on: When = Kind::Date(Past), Staff;
        /// By whom.
        filed_by: String = LINE, Staff;
        => keeps {
            /// Where the session stands; changed by commands, not by typing.
            status: Status;
            /// When it was closed.
            closed_at: Option<DateTime<Utc>>;
        }
    }

    /// The citizen (*borgeren*): a reference, never a number from the civil register.
    Citizen "citizen" {
        /// Initials and local case number.
        reference: String = LINE, Everyone;
        /// Adult, youth or family.
        group: Group = one_of::<Group>(), Staff;
        /// Age in years, for what offers ask.
        age: Option<u32> = Kind::Number(120), Staff;
        /// Benefit group.
        benefit: String = Kind::Line(Some(Suggest::Benefits)), Staff;
        /// Area of the municipality.
        area: String = Kind::Line(Some(Suggest::Areas)), Staff;
        /// Wishes to the meeting, in the citizen's own words.
        wishes: String = LONG, Everyone;
        /// Needs for the meeting: interpreter, breaks, quiet room, companion.
        needs: String = LONG, Staff;
        /// Stable contact person.
        contact: String = LINE, Everyone;
        => holds {
            /// Members of a family plan.
            members: Member;
        }
    }

    /// A member of a family plan (*familiemedlem*).
    Member "member" {
        /// First name or initials.
        name: String = LINE, Everyone;
        /// Relation: mother, son …
        relation: String = LINE, Everyone;
        /// Age in years.
        age: Option<u32> = Kind::Number(120), Staff;
        /// What to keep in mind.
        note: String = LONG, Staff;
    }

    /// A consent to share information (*samtykke til deling*, forvaltningslovens § 28).
    Consent "consent" {
        /// Who gave it.
        given_by: Option<ConsentBy> = maybe::<ConsentBy>(), Staff;
        /// When.
        given_on: When = Kind::Date(Past), Staff;
        /// How.
        form: Option<ConsentForm> = maybe::<ConsentForm>(), Staff;
        /// For what.
        purpose: String = LINE, Staff;
        /// Which kinds of information.
        kinds: Vec<Information> = any_of::<Information>(), Staff;
        /// From whom.
        from: String = Kind::Line(Some(Suggest::Departments)), Staff;
        /// To whom.
        to: String = Kind::Line(Some(Suggest::Departments)), Staff;
        /// Until when.
        until: When = Kind::Date(Future), Staff;
        /// What must not be shared, in the citizen's own words.
        limits: String = LONG, Staff;
        /// Told that it is voluntary and can be withdrawn.
        informed: Option<YesNo> = maybe::<YesNo>(), Staff;
        /// Confirmed again at the meeting.
        confirmed_on: When = Kind::Date(Past), Staff;
        /// Withdrawn.
        withdrawn_on: When = Kind::Date(Past), Staff;
        /// How it was withdrawn and what follows.
        withdrawn_how: String = LINE, Staff;
    }

    /// What is prepared before the meeting (*forberedelse*).
    Preparation "prep" {
        /// A sentence on why such meetings are held.
        purpose_general: String = Kind::Long(Some(Suggest::Purposes)), Everyone;
        /// The purpose for this citizen.
        purpose: String = LONG, Everyone;
        /// What may wait.
        may_wait: String = LONG, Staff;
        /// The approach.
        approach: Option<Approach> = maybe::<Approach>(), Staff;
        /// Why this approach.
        approach_why: String = LONG, Staff;
        /// Pre-meeting held.
        pre_meeting: Option<YesNo> = maybe::<YesNo>(), Staff;
        /// When.
        pre_meeting_on: When = Kind::Date(Past), Staff;
        /// With whom.
        pre_meeting_with: String = LINE, Staff;
        /// Former caseworker (*afgivende sagsbehandler*).
        handover_from: String = LINE, Staff;
        /// When the hand-over talk was held.
        handover_on: When = Kind::Date(Past), Staff;
        /// What was tried, what worked, what to look out for.
        handover: String = LONG, Staff;
        /// If the citizen does not come.
        if_absent: Option<IfAbsent> = maybe::<IfAbsent>(), Staff;
        /// What was agreed with the citizen about that.
        if_absent_agreed: String = LONG, Staff;
        => holds {
            /// Plans that exist already.
            plans: ExistingPlan;
            /// The checklist.
            checklist: CheckItem;
        }
    }

    /// A plan that exists already (*eksisterende plan*).
    ExistingPlan "plan" {
        /// Its name.
        name: String = Kind::Line(Some(Suggest::Plans)), Staff;
        /// Who keeps it.
        owner: String = LINE, Staff;
        /// Its next deadline.
        deadline: When = Kind::Date(Future), Staff;
        /// What matters in it now.
        note: String = LONG, Staff;
    }

    /// An item of the pre-meeting checklist (*tjekpunkt*).
    CheckItem "checkitem" {
        /// What is to be done.
        text: String = LINE, Staff;
        /// How far.
        state: CheckState = one_of::<CheckState>(), Staff;
        /// Who does it.
        owner: String = Kind::Line(Some(Suggest::People)), Staff;
        /// A note.
        note: String = LONG, Staff;
        /// When it is due.
        phase: Phase = one_of::<Phase>(), Staff;
        => keeps {
            /// Why it matters.
            why: String;
        }
    }

    /// A participant (*deltager*).
    Participant "participant" {
        /// Name.
        name: String = LINE, Everyone;
        /// Function, as people say it.
        function: String = Kind::Line(Some(Suggest::Functions)), Everyone;
        /// Department.
        department: String = Kind::Line(Some(Suggest::Departments)), Everyone;
        /// Side of the table.
        side: Side = one_of::<Side>(), Everyone;
        /// Roles in the meeting.
        duties: Vec<Duty> = any_of::<Duty>(), Everyone;
        /// What they say, and when.
        says: String = LONG, Everyone;
        /// How the citizen reaches them.
        contact: String = LINE, Everyone;
        /// Attendance.
        attendance: Option<Attendance> = maybe::<Attendance>(), Staff;
        /// What they bring.
        brings: String = LONG, Staff;
        /// Input from one who cannot come.
        input: String = LONG, Staff;
        /// Came late at.
        came: Hour = Kind::Time, Staff;
        /// Left early at.
        left: Hour = Kind::Time, Staff;
        /// Takes part from this day.
        from: When = Kind::Date(Future), Staff;
        => keeps {
            /// Key of the role it came from; empty when added freely.
            role: String;
        }
    }

    /// An item of the agenda (*punkt*).
    AgendaItem "item" {
        /// Title.
        title: String = LINE, Everyone;
        /// Minutes set aside.
        minutes: Option<u32> = Kind::Number(240), Everyone;
        /// Who leads it.
        lead: String = Kind::Line(Some(Suggest::People)), Everyone;
        /// What should come out of it.
        aim: String = LINE, Everyone;
        /// What the facilitator may say.
        cue: String = LONG, Facilitator;
        /// The citizen's own words, as said.
        own_words: String = LONG, Everyone;
        /// Notes.
        notes: String = LONG, Staff;
        /// A break.
        pause: Option<YesNo> = maybe::<YesNo>(), Everyone;
    }

    /// One moment of the meeting's clock.
    ClockEvent "clock" {
        => keeps {
            /// What happened.
            what: Tick;
            /// When.
            at: Option<DateTime<Utc>>;
            /// The agenda item it is about.
            item: Option<Id>;
            /// Minutes added (or taken, when negative) by `Stretch`.
            by: i32;
            /// True when assumed afterwards, for instance a forgotten end.
            assumed: bool;
        }
    }

    /// A card of the shared picture (*kort i fælles billede*).
    Card "card" {
        /// Relevant for this citizen.
        relevant: Option<YesNo> = maybe::<YesNo>(), Everyone;
        /// The citizen's own words.
        own_words: String = LONG, Everyone;
        /// Who said it.
        source: String = Kind::Line(Some(Suggest::People)), Everyone;
        /// Strength or challenge.
        leaning: Option<Leaning> = maybe::<Leaning>(), Everyone;
        /// Priority.
        priority: Option<Priority> = maybe::<Priority>(), Everyone;
        /// Professional note.
        note: String = LONG, Staff;
        /// Level of functioning.
        level: Option<Level> = maybe::<Level>(), Staff;
        /// Need of support.
        support: Option<Support> = maybe::<Support>(), Staff;
        /// The goal it led to.
        goal: Option<Id> = Kind::Ref(Target::Goals), Everyone;
        => keeps {
            /// Key of the theme.
            theme: String;
            /// Title.
            title: String;
            /// A question to the citizen.
            ask: String;
        }
    }

    /// An offer that was picked (*valgt tilbud*).
    PickedOffer "pick" {
        /// Why this one.
        why: String = LONG, Everyone;
        /// For which goal.
        goal: Option<Id> = Kind::Ref(Target::Goals), Everyone;
        /// Who decides.
        authority: String = Kind::Line(Some(Suggest::Departments)), Everyone;
        /// How far.
        state: PickState = one_of::<PickState>(), Everyone;
        /// Weekday and time.
        when: String = LINE, Everyone;
        /// First day.
        starts: When = Kind::Date(Future), Everyone;
        /// Last day.
        ends: When = Kind::Date(Future), Everyone;
        /// Why it was picked although something stands against it.
        despite: String = LONG, Staff;
        /// A note.
        note: String = LONG, Staff;
        => keeps {
            /// The offer as it stood when it was picked.
            offer: Offer;
            /// The day it was picked.
            picked_on: Option<NaiveDate>;
            /// What stood against it when it was picked, or when it was kept all the same.
            misfits: Vec<Misfit>, Staff;
        }
    }

    /// An offer that was needed and did not exist (*manglende tilbud*).
    MissingOffer "missing" {
        /// What was missing.
        what: String = LINE, Staff;
        /// Theme.
        theme: String = Kind::Line(Some(Suggest::Themes)), Staff;
        /// Department that could have it.
        department: String = Kind::Line(Some(Suggest::Departments)), Staff;
        /// A note.
        note: String = LONG, Staff;
        => keeps {
            /// The day it was noted.
            noted_on: Option<NaiveDate>;
        }
    }

    /// A goal (*mål*).
    Goal "goal" {
        /// The citizen's own words.
        own_words: String = LONG, Everyone;
        /// Where they come from.
        source: String = Kind::Line(Some(Suggest::People)), Everyone;
        /// The goal.
        title: String = LONG, Everyone;
        /// Theme.
        theme: String = Kind::Line(Some(Suggest::Themes)), Everyone;
        /// Type of goal.
        kind: Option<GoalKind> = maybe::<GoalKind>(), Staff;
        /// Type of job goal, when it is one.
        job: Option<JobKind> = maybe::<JobKind>(), Everyone;
        /// How clear the job goal is.
        clarity: Option<Clarity> = maybe::<Clarity>(), Everyone;
        /// Hours a week now.
        hours_now: Option<u32> = Kind::Number(60), Everyone;
        /// Hours a week wished for.
        hours_goal: Option<u32> = Kind::Number(60), Everyone;
        /// With whom the job goal was talked about.
        talked_with: Vec<TalkedWith> = any_of::<TalkedWith>(), Staff;
        /// Support on the way.
        support: Vec<Id> = Kind::Refs(Target::Participants), Everyone;
        /// How we know it succeeded.
        success: String = LONG, Everyone;
        /// Start.
        starts: When = Kind::Date(Future), Everyone;
        /// Deadline.
        until: When = Kind::Date(Future), Everyone;
        /// When it is followed up.
        review: When = Kind::Date(Future), Everyone;
        /// Status.
        state: GoalState = one_of::<GoalState>(), Everyone;
        /// Why the status is what it is.
        state_note: String = LONG, Staff;
        /// Reservations of the citizen or a professional.
        reservations: String = LONG, Everyone;
        => keeps {
            /// Status before, with the day it was left.
            history: Vec<StateChange>;
        }
        => holds {
            /// Sub-goals.
            sub_goals: SubGoal;
            /// Actions directly under the goal.
            actions: Action;
        }
    }

    /// A sub-goal (*delmål*).
    SubGoal "subgoal" {
        /// The sub-goal.
        title: String = LINE, Everyone;
        /// How we know it succeeded.
        success: String = LINE, Everyone;
        /// Deadline.
        until: When = Kind::Date(Future), Everyone;
        /// Status.
        state: GoalState = one_of::<GoalState>(), Everyone;
        => holds {
            /// Actions.
            actions: Action;
        }
    }

    /// An action (*aftale*): who does what by when. Exactly one is responsible.
    Action "action" {
        /// What.
        what: String = LINE, Everyone;
        /// Who is responsible.
        who: Option<Id> = Kind::Ref(Target::Participants), Everyone;
        /// By when.
        until: When = Kind::Date(Future), Everyone;
        /// How firm.
        firmness: Option<Firmness> = maybe::<Firmness>(), Everyone;
        /// The picked offer it belongs to.
        offer: Option<Id> = Kind::Ref(Target::Offers), Everyone;
        /// Support on the way.
        support: Option<Id> = Kind::Ref(Target::Participants), Everyone;
        /// Status.
        state: ActionState = one_of::<ActionState>(), Everyone;
        /// Started.
        started: When = Kind::Date(Past), Everyone;
        /// Done.
        done: When = Kind::Date(Past), Everyone;
        /// A note.
        note: String = LONG, Staff;
    }

    /// How the meeting ends (*afslutning*).
    Close "close" {
        /// Read back aloud and confirmed by the citizen.
        read_back: Option<YesNo> = maybe::<YesNo>(), Everyone;
        /// The consent is still right.
        consent_holds: Option<YesNo> = maybe::<YesNo>(), Staff;
        /// What the citizen does if it goes wrong before next time.
        if_wrong: String = LONG, Everyone;
        /// Next meeting: day.
        next_on: When = Kind::Date(Future), Everyone;
        /// Next meeting: time.
        next_at: Hour = Kind::Time, Everyone;
        /// Next meeting: place.
        next_place: String = LINE, Everyone;
        /// Next meeting: with whom.
        next_with: String = LINE, Everyone;
        /// How the citizen gets the plan.
        plan_given: Option<PlanGiven> = maybe::<PlanGiven>(), Everyone;
        /// Worked into which plans of the authorities.
        worked_into: Vec<SectorPlan> = any_of::<SectorPlan>(), Staff;
        /// A note for the file.
        note: String = LONG, Staff;
        => holds {
            /// Decisions.
            decisions: Decision;
            /// The parking lot.
            parked: Parked;
        }
    }

    /// Something decided, suggested or awaiting (*beslutning*).
    Decision "decision" {
        /// What.
        text: String = LINE, Everyone;
        /// How firm.
        firmness: Option<Firmness> = maybe::<Firmness>(), Everyone;
        /// Who decides, or decided.
        authority: String = Kind::Line(Some(Suggest::Departments)), Everyone;
        /// Expected by.
        until: When = Kind::Date(Future), Everyone;
    }

    /// Something to come back to (*parkeret*).
    Parked "parked" {
        /// What.
        text: String = LINE, Everyone;
        /// Who takes it further.
        owner: String = Kind::Line(Some(Suggest::People)), Everyone;
    }

    /// The citizen's answers to the three questions of the evaluation (*borgerens svar*).
    Answers "answers" {
        /// How they are given.
        mode: Option<AnswerMode> = maybe::<AnswerMode>(), Everyone;
        /// Who helped, if anyone.
        helped_by: String = Kind::Line(Some(Suggest::People)), Staff;
        /// Heard and involved in the making of the plans.
        heard: Option<Likert> = maybe::<Likert>(), Nobody;
        /// A clear plan for what is to happen.
        plan: Option<Likert> = maybe::<Likert>(), Nobody;
        /// A clear job goal in the plan.
        job_goal: Option<Likert> = maybe::<Likert>(), Nobody;
        => keeps {
            /// When the citizen was done answering.
            answered_at: Option<DateTime<Utc>>;
        }
    }

    /// A correction of a closed session (*rettelse*).
    Correction "correction" {
        => keeps {
            /// When.
            at: Option<DateTime<Utc>>;
            /// Who, from the system's user.
            who: String;
            /// What: word keys of the fields that were changed.
            what: Vec<String>;
            /// Why.
            reason: String;
        }
    }
}

impl Goal {
    /// The actions of the goal and of its sub-goals, without those that were dropped.
    pub fn actions_kept(&self) -> impl Iterator<Item = &Action> {
        let below = self.sub_goals.iter().filter(|s| s.state != GoalState::Dropped).flat_map(|s| &s.actions);
        self.actions.iter().chain(below).filter(|a| a.state != ActionState::Dropped)
    }
}

/// One meeting: one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Version of the file's shape; stands first.
    pub version: u32,
    /// Short id, also part of the file's name.
    pub id: String,
    /// When it was made.
    pub created: Option<DateTime<Utc>>,
    /// An example or the demo: marked on every screen and left out of figures.
    #[serde(skip_serializing_if = "crate::domain::is_default")]
    pub fictitious: bool,
    /// Id of the session this one follows up.
    #[serde(skip_serializing_if = "crate::domain::is_default")]
    pub follows: String,
    /// The meeting.
    pub head: Head,
    /// The citizen.
    pub citizen: Citizen,
    /// Consents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// Preparation.
    pub preparation: Preparation,
    /// Participants.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// Agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// The meeting's clock.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clock: Vec<ClockEvent>,
    /// The shared picture.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assessment: Vec<Card>,
    /// Picked offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<PickedOffer>,
    /// Missing offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_offers: Vec<MissingOffer>,
    /// Goals.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// Close.
    pub close: Close,
    /// The citizen's answers.
    pub answers: Answers,
    /// Corrections after closing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Correction>,
    /// The offer whose description is being edited, in a model that holds no meeting; never part of a file.
    #[serde(skip)]
    pub desk: Option<Box<OfferDraft>>,
}
