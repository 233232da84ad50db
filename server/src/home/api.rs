//! What goes over the line about what waits.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Everything that waits for whoever asks.
#[derive(Serialize, ToSchema)]
pub(super) struct TurnList {
    /// What waits longest comes first.
    pub(super) items: Vec<Turn>,
    /// Always null: it is one page, however much it is.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// Something that waits for one person.
#[derive(Serialize, ToSchema)]
pub(super) struct Turn {
    pub(super) kind: TurnKind,
    /// Where it waits.
    pub(super) partnership: TurnPartnership,
    /// What it is about.
    pub(super) subject: TurnSubject,
    /// Since when.
    pub(super) since: DateTime<Utc>,
    /// The one thing to do about it.
    pub(super) action: TurnAction,
}

/// What somebody is asked. One that a client does not know, it passes over.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum TurnKind {
    /// To say for one's partner whether it stands behind the ambition; the subject is the version, under its number.
    AmbitionProposed,
    /// To say for one's partner whether it stands behind the business model; the subject is the version, under its number.
    BusinessModelProposed,
    /// To look together again at what is wanted in ten years; the subject is the partnership.
    HorizonDue,
    /// To take on a role; the subject is the assignment.
    RoleProposed,
    /// To say whether one wants the room to move that somebody else asks; the subject is that room, under the name of
    /// whose it is.
    RoomAsked,
    /// To say for one's partner whether it gives the room to move that is asked; the subject is that room, under the name
    /// of whose it is.
    RoomVoiceAsked,
    /// To say what energy a role gives that they have for six weeks; the subject is the assignment.
    RoleCheckDue,
    /// To decide whether the organisation that one administers takes part; the subject is the invitation, under the name
    /// of who asks.
    PartnershipInvitation,
    /// To say for one's partner whether the partnership is done; the subject is the proposal to conclude it.
    ConclusionProposed,
    /// To conclude the partnership, now that every partner agrees; the subject is the proposal.
    ConclusionAgreed,
    /// To look back; the subject is the round.
    ScanOpen,
    /// To open a round that was planned for today or before; the subject is the round.
    ScanDue,
    /// To say how an improvement point stands whose day has come; the subject is that point.
    ImprovementDue,
}

/// The partnership in which something waits.
#[derive(Serialize, ToSchema)]
pub(super) struct TurnPartnership {
    pub(super) id: Uuid,
    pub(super) name: String,
}

/// What something that waits is about.
#[derive(Serialize, ToSchema)]
pub(super) struct TurnSubject {
    pub(super) id: Uuid,
    /// What it is called; null while it has no name.
    #[schema(required)]
    pub(super) name: Option<String>,
}

/// A request that settles what waits.
#[derive(Serialize, ToSchema)]
pub(super) struct TurnAction {
    #[schema(example = "POST")]
    pub(super) method: &'static str,
    /// From the root of this server.
    pub(super) path: String,
}
