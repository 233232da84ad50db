//! Something that one person is told.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub kind: Kind,
    pub actor_id: Option<Uuid>,
    pub partnership_id: Option<Uuid>,
    /// What it is about: settling that settles all that was told of it.
    pub subject_id: Option<Uuid>,
    /// Names and titles as they were then, as a JSON object; never a text that somebody wrote.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// A page of ours.
    pub leads_to: String,
    pub created_at: DateTimeUtc,
    pub read_at: Option<DateTimeUtc>,
    /// When it goes into a mail, if it is not read before.
    pub mail_due_at: Option<DateTimeUtc>,
}

/// What somebody is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = NotificationKind)]
pub enum Kind {
    /// The ambition is put before the partner that you speak for.
    AmbitionProposed,
    /// Every partner stands behind the ambition.
    AmbitionShared,
    /// The business model is put before the partner that you speak for.
    BusinessModelProposed,
    /// Every partner stands behind the business model.
    BusinessModelShared,
    /// Somebody outside said something by a link that you made.
    RemarkFromOutside,
    /// It is a year since the partnership looked at what it wants in ten.
    HorizonDue,
    /// You are asked to take on a role.
    RoleProposed,
    /// The question whether you take on a role was taken back.
    RoleWithdrawn,
    /// Whom you asked takes on the role.
    RoleAccepted,
    /// Whom you asked does not take on the role.
    RoleDeclined,
    /// Whom you had asked gives the role back.
    RoleHandedBack,
    /// A partner says that it brings yours something, or comes to get it: is it so?
    ContributionNamesYou,
    /// The other partner says that it is so.
    ContributionConfirmed,
    /// Somebody asks room to move for you: do you want it?
    RoomAsked,
    /// Somebody asks room to move: does your partner give it?
    RoomVoiceAsked,
    /// Every partner gives you room to move.
    RoomGiven,
    /// Your room to move ended before its day.
    RoomEnded,
    /// A role that somebody has costs them energy, and they let those who lead know.
    RoleDrains,
    /// An organisation that you administer is asked to take part.
    PartnerInvited,
    /// Somebody of an organisation that you administer wants to begin a partnership on its behalf.
    StartProposed,
    /// You are asked to take part for no partner.
    GuestInvited,
    /// You act for a partner from now on.
    MemberAdded,
    /// You lead from now on.
    LeadAppointed,
    /// You may speak for your partner from now on.
    MandateGiven,
    /// You may not speak for your partner any more.
    MandateTaken,
    /// You take part no more.
    MemberRemoved,
    /// You are mentioned in a comment.
    Mentioned,
    /// Somebody answered in a thread in which you wrote.
    CommentAnswered,
    /// A thread in which you wrote was resolved.
    ThreadResolved,
    /// You are asked to say for your partner whether the partnership is done.
    ConclusionProposed,
    /// The partnership is concluded.
    PartnershipConcluded,
    /// You are asked to look back.
    ScanOpened,
    /// You were asked to look back, and did not yet.
    ScanReminder,
    /// What came out of looking back can be read.
    ScanReported,
    /// You see to an improvement point from now on.
    ImprovementOwned,
    /// Somebody recognises a core quality in you.
    QualityRecognised,
    /// Somebody in whom you recognised a core quality thanks you.
    RecognitionThanked,
}

impl ActiveModelBehavior for ActiveModel {}
