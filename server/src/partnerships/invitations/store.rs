//! The SQL of invitations. What an administrator sees starts from the organisation they administer.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use crate::entity::{account, membership, organisation, partner, partnership};

/// Something that an organisation is asked to take part in.
pub(super) struct Asked {
    pub(super) partner: partner::Model,
    pub(super) partnership: partnership::Model,
    /// The name of who asks.
    pub(super) invited_by: Option<String>,
    /// The names of those who take part.
    pub(super) partners: Vec<String>,
    /// Those who act for the organisation already.
    pub(super) members: Vec<account::Model>,
}

/// What an organisation is asked and has not answered, the oldest first.
pub(super) async fn asked_of(db: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<Asked>, DbErr> {
    let waiting = partner::Entity::find()
        .filter(partner::Column::OrganisationId.eq(organisation))
        .filter(partner::Column::Status.eq(partner::Status::Invited))
        .order_by_asc(partner::Column::CreatedAt)
        .order_by_asc(partner::Column::Id)
        .all(db)
        .await?;
    let mut asked = Vec::with_capacity(waiting.len());
    for partner in waiting {
        let found = partnership::Entity::find_by_id(partner.partnership_id).one(db).await?;
        let Some(partnership) = found else { continue };
        asked.push(Asked {
            invited_by: match partner.invited_by {
                Some(id) => account::Entity::find_by_id(id).one(db).await?.map(|account| account.name),
                None => None,
            },
            partners: active_partners(db, partnership.id).await?,
            members: acting_for(db, partner.id).await?,
            partner,
            partnership,
        });
    }
    Ok(asked)
}

async fn active_partners(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<String>, DbErr> {
    let active = partner::Entity::find()
        .select_only()
        .column(partner::Column::OrganisationId)
        .filter(partner::Column::PartnershipId.eq(partnership))
        .filter(partner::Column::Status.eq(partner::Status::Active));
    organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Name)
        .filter(organisation::Column::Id.in_subquery(active.into_query()))
        .order_by_asc(organisation::Column::Name)
        .into_tuple()
        .all(db)
        .await
}

async fn acting_for(db: &impl ConnectionTrait, partner: Uuid) -> Result<Vec<account::Model>, DbErr> {
    let members = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::PartnerId.eq(partner))
        .filter(membership::Column::LeftAt.is_null());
    account::Entity::find()
        .filter(account::Column::Id.in_subquery(members.into_query()))
        .order_by_asc(account::Column::Name)
        .all(db)
        .await
}
