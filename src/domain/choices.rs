//! The closed lists of words that sessions choose from. What a municipality may change is not here but in its files.

use super::declare::choice;

choice! {
    /// Kind of meeting (*mødetype*).
    MeetingKind "meeting" always {
        /// Opstartsmøde.
        StartUp,
        /// Orienteringsmøde.
        Information,
        /// Jobmål-møde.
        JobGoal,
        /// Opfølgningsmøde.
        FollowUp,
    }
    /// Where the session stands (*status*).
    Status "status" always {
        /// Planlagt.
        Planned,
        /// I gang.
        InProgress,
        /// Lukket.
        Closed,
        /// Aflyst.
        Cancelled,
        /// Flyttet.
        Moved,
        /// Udeblevet.
        NoShow,
    }
    /// Outcome of the screening (*screening*).
    Screening "screening" {
        /// I målgruppen.
        In,
        /// Uden for målgruppen.
        Out,
    }
    /// Which template the session follows (*gruppe*).
    Group "group" always {
        /// Voksen.
        Adult,
        /// Ung.
        Youth,
        /// Familie.
        Family,
    }
    /// Who gave the consent (*samtykke givet af*).
    ConsentBy "consentby" {
        /// Borgeren selv.
        Citizen,
        /// Forældremyndighedens indehaver.
        Custody,
        /// Værge.
        Guardian,
        /// Fuldmagt.
        Proxy,
    }
    /// Kind of information a consent covers (*oplysningstype*).
    Information "information" {
        /// Helbred.
        Health,
        /// Rusmidler.
        Substances,
        /// Økonomi.
        Economy,
        /// Sociale forhold.
        Social,
        /// Børn.
        Children,
        /// Job og uddannelse.
        Work,
        /// Strafbare forhold.
        Crime,
    }
    /// How a consent was given (*form*).
    ConsentForm "consentform" {
        /// Skriftligt.
        Written,
        /// Mundtligt.
        Oral,
        /// Digitalt.
        Digital,
    }
    /// The approach agreed before the meeting (*tilgang*).
    Approach "approach" {
        /// Job fra start.
        JobFirst,
        /// Relation først.
        RelationFirst,
        /// Nedtonet.
        TonedDown,
    }
    /// What happens if the citizen does not come (*hvis borgeren ikke kommer*).
    IfAbsent "ifabsent" {
        /// Mødet flyttes.
        Move,
        /// Mødet holdes uden borgeren.
        HoldAnyway,
        /// Fagpersonerne taler kort sammen.
        Short,
    }
    /// State of a checklist item (*tjekpunkt*).
    CheckState "check" always {
        /// Mangler.
        Open,
        /// Gjort.
        Done,
        /// Ikke relevant.
        NotRelevant,
    }
    /// When a checklist item is due (*hvornår*).
    Phase "phase" always {
        /// Før formødet.
        Before,
        /// På formødet.
        AtPreMeeting,
    }
    /// On which side of the table a participant sits (*hvem er det*).
    Side "side" always {
        /// Fagperson.
        Professional,
        /// Borgeren.
        Citizen,
        /// Sammen med borgeren (bisidder, pårørende, tolk).
        WithCitizen,
    }
    /// Role in the meeting (*rolle i mødet*).
    Duty "duty" {
        /// Leder mødet.
        Leads,
        /// Skriver.
        Writes,
        /// Støtter borgeren.
        SupportsCitizen,
        /// Holder øje med tiden.
        KeepsTime,
        /// Tovholder bagefter.
        Coordinates,
    }
    /// Attendance (*fremmøde*).
    Attendance "attendance" {
        /// Kommer.
        Coming,
        /// Afbud.
        Regrets,
        /// Input modtaget.
        InputReceived,
        /// Var med.
        Attended,
        /// Udeblev.
        NoShow,
    }
    /// What a card is to the citizen (*styrke eller udfordring*).
    Leaning "leaning" {
        /// Styrke.
        Strength,
        /// Udfordring.
        Challenge,
        /// Begge dele.
        Both,
    }
    /// Level of functioning (*funktionsevneniveau*), 0 to 4 in Fælles Faglige Begreber.
    Level "level" {
        /// Ingen nedsættelse.
        None,
        /// Let.
        Slight,
        /// Moderat.
        Moderate,
        /// Svær.
        Severe,
        /// Fuldstændig.
        Complete,
    }
    /// Need of support (*støttebehovsniveau*), 0 to 4 in Fælles Faglige Begreber.
    Support "support" {
        /// Intet.
        None,
        /// Let.
        Slight,
        /// Moderat.
        Moderate,
        /// Højt.
        High,
        /// Fuldstændigt.
        Complete,
    }
    /// Priority (*prioritet*).
    Priority "priority" {
        /// Først.
        First,
        /// Derefter.
        Second,
        /// Kan vente.
        Later,
    }
    /// State of a picked offer (*status på tilbud*).
    PickState "pick" always {
        /// Foreslået.
        Suggested,
        /// Ansøgt.
        AppliedFor,
        /// Bevilget.
        Granted,
        /// I gang.
        Started,
        /// Afsluttet.
        Finished,
        /// Afslag.
        Refused,
    }
    /// Type of goal (*måltype*), as in Fælles Faglige Begreber.
    GoalKind "goalkind" {
        /// Udvikle.
        Develop,
        /// Fastholde.
        Keep,
        /// Begrænse tab.
        LimitLoss,
    }
    /// Type of job goal (*jobmål, type*).
    JobKind "jobkind" {
        /// Ordinært job.
        Ordinary,
        /// Få timer om ugen.
        FewHours,
        /// Fleksjob.
        Flex,
        /// Uddannelse.
        Education,
        /// Jobmål på vejen til uddannelse.
        JobBeforeEducation,
        /// Afklaring.
        Clarification,
    }
    /// How clear a job goal is (*klarhed*).
    Clarity "clarity" {
        /// Klart.
        Clear,
        /// En retning.
        Direction,
        /// Uafklaret.
        Unclear,
    }
    /// With whom the citizen talked about job wishes (*drøftet med*), the codes of the national evaluation.
    TalkedWith "talked" {
        /// Sagsbehandler, beskæftigelse.
        Employment,
        /// CTI-medarbejder eller bostøtte.
        SupportWorker,
        /// Job- eller virksomhedskonsulent.
        JobConsultant,
        /// Sagsbehandler, social.
        Social,
        /// Andre.
        Others,
        /// Ved ikke.
        Unknown,
        /// Ingen.
        NoOne,
    }
    /// State of a goal or sub-goal (*status*).
    GoalState "goalstate" always {
        /// Ikke begyndt.
        NotBegun,
        /// I gang.
        Underway,
        /// Nået.
        Reached,
        /// Justeret.
        Adjusted,
        /// Droppet.
        Dropped,
    }
    /// State of an action (*status på aftale*).
    ActionState "actionstate" always {
        /// Ikke begyndt.
        NotBegun,
        /// I gang.
        Underway,
        /// Gjort.
        Done,
        /// Droppet.
        Dropped,
    }
    /// How firm something is (*besluttet, foreslået eller afventer*).
    Firmness "firmness" {
        /// Besluttet.
        Decided,
        /// Foreslået.
        Suggested,
        /// Afventer en afgørelse.
        Awaiting,
    }
    /// How the citizen gets the plan (*planen gives*).
    PlanGiven "plangiven" {
        /// På papir nu.
        Paper,
        /// I Digital Post.
        DigitalPost,
        /// Senere.
        Later,
    }
    /// Plans of authorities the joint plan is worked into (*indarbejdet i*).
    SectorPlan "sectorplan" {
        /// Min Plan.
        MyPlan,
        /// § 141-handleplan.
        ActionPlan,
        /// Koordinerende indsatsplan.
        Coordinated,
        /// Ungeplan eller barnets plan.
        Youth,
        /// Uddannelsesplan.
        Education,
        /// Langsigtet plan.
        LongTerm,
    }
    /// How the citizen answers the three questions (*svarer*).
    AnswerMode "answermode" {
        /// På skærmen.
        Screen,
        /// På papir.
        Paper,
        /// Senere.
        Later,
    }
    /// Answer to a statement (*svar*): the five published labels of the evaluation, and `Uenig`, which comparisons count as
    /// `Helt uenig`.
    Likert "likert" {
        /// Helt uenig.
        StronglyDisagree,
        /// Uenig.
        Disagree,
        /// Hverken/eller.
        Neither,
        /// Enig.
        Agree,
        /// Helt enig.
        StronglyAgree,
        /// Ved ikke/vil ikke svare.
        NoAnswer,
    }
    /// What happened to the meeting's clock (*mødets ur*).
    Tick "tick" always {
        /// Mødet begyndte, eller et punkt begyndte.
        Begin,
        /// Pause.
        Pause,
        /// Videre efter pause.
        Resume,
        /// Punktet fik flere eller færre minutter.
        Stretch,
        /// Mødet sluttede.
        End,
    }
}

impl Likert {
    /// The label it counts as when figures are compared with the published ones, which have no plain `Uenig`.
    pub fn compared(self) -> Self {
        if self == Self::Disagree { Self::StronglyDisagree } else { self }
    }
}

/// A status that was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StateChange {
    /// The status.
    pub state: GoalState,
    /// The day it was left.
    pub until: chrono::NaiveDate,
}
