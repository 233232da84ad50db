//! The SQL of people who are asked to take part for no partner.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::{account, membership_invitation, partnership};

/// Those who are asked in a partnership, the oldest first.
pub(super) async fn asked_in(
    db: &impl ConnectionTrait,
    partnership: Uuid,
) -> Result<Vec<membership_invitation::Model>, DbErr> {
    membership_invitation::Entity::find()
        .filter(membership_invitation::Column::PartnershipId.eq(partnership))
        .order_by_asc(membership_invitation::Column::CreatedAt)
        .order_by_asc(membership_invitation::Column::Id)
        .all(db)
        .await
}

/// Something that somebody is asked, with the partnership and who asks.
pub(super) type Asked = (membership_invitation::Model, partnership::Model, Option<account::Model>);

/// What somebody is asked and has not answered, the oldest first.
pub(super) async fn asked_of(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<Asked>, DbErr> {
    let to_partnership = membership_invitation::Entity::belongs_to(partnership::Entity)
        .from(membership_invitation::Column::PartnershipId)
        .to(partnership::Column::Id)
        .into();
    let found = membership_invitation::Entity::find()
        .join(JoinType::InnerJoin, to_partnership)
        .select_also(partnership::Entity)
        .filter(membership_invitation::Column::AccountId.eq(account))
        .order_by_asc(membership_invitation::Column::CreatedAt)
        .order_by_asc(membership_invitation::Column::Id)
        .all(db)
        .await?;
    let mut asked = Vec::with_capacity(found.len());
    for (invitation, partnership) in found {
        let Some(partnership) = partnership else { continue };
        let by = account::Entity::find_by_id(invitation.invited_by).one(db).await?;
        asked.push((invitation, partnership, by));
    }
    Ok(asked)
}

/// What somebody is asked under this id.
pub(super) async fn invitation_of(
    db: &impl ConnectionTrait,
    account: Uuid,
    id: Uuid,
) -> Result<Option<membership_invitation::Model>, DbErr> {
    membership_invitation::Entity::find_by_id(id)
        .filter(membership_invitation::Column::AccountId.eq(account))
        .one(db)
        .await
}

/// Asks somebody, in the place of what they were asked in this partnership before.
pub(super) async fn replace(
    db: &impl ConnectionTrait,
    invitation: membership_invitation::Model,
) -> Result<(), DbErr> {
    membership_invitation::Entity::delete_many()
        .filter(membership_invitation::Column::PartnershipId.eq(invitation.partnership_id))
        .filter(membership_invitation::Column::AccountId.eq(invitation.account_id))
        .exec(db)
        .await?;
    membership_invitation::Entity::insert(invitation.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Takes an invitation of a partnership away, and says whether it was there.
pub(super) async fn take(db: &impl ConnectionTrait, partnership: Uuid, id: Uuid) -> Result<bool, DbErr> {
    let taken = membership_invitation::Entity::delete_many()
        .filter(membership_invitation::Column::PartnershipId.eq(partnership))
        .filter(membership_invitation::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}
