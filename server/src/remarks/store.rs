//! The SQL of remarks. Every query starts from who asks, or from a link that somebody has.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::guest_remark::{self, Column};
use crate::partnerships::Membership;

/// In the order in which they were said.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<guest_remark::Model>, DbErr> {
    let here = guest_remark::Entity::find().filter(Column::PartnershipId.eq(me.partnership_id));
    here.order_by_asc(Column::SaidAt).order_by_asc(Column::Id).all(db).await
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<guest_remark::Model>, DbErr> {
    let here = Column::PartnershipId.eq(me.partnership_id);
    guest_remark::Entity::find_by_id(id).filter(here).one(db).await
}

/// How many were said by a link that nobody dealt with yet.
pub(super) async fn count_waiting(db: &impl ConnectionTrait, link: Uuid) -> Result<u64, DbErr> {
    let by_link = guest_remark::Entity::find().filter(Column::LinkId.eq(link));
    by_link.filter(Column::SettledAt.is_null()).count(db).await
}

/// What was sent by a link under this id.
pub(super) async fn sent(
    db: &impl ConnectionTrait,
    (link, sent): (Uuid, Uuid),
) -> Result<Option<guest_remark::Model>, DbErr> {
    let by_link = guest_remark::Entity::find().filter(Column::LinkId.eq(link));
    by_link.filter(Column::SentId.eq(sent)).one(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: guest_remark::Model) -> Result<(), DbErr> {
    guest_remark::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: guest_remark::Model) -> Result<(), DbErr> {
    guest_remark::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}
