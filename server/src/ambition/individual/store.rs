//! The SQL of individual ambitions. Every query starts from who asks, and finds what they may see.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::individual_ambition::{self, Circle, Column};
use crate::partnerships::Membership;

/// Those that somebody may see, in the order in which they were written.
pub(super) async fn seen(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<individual_ambition::Model>, DbErr> {
    individual_ambition::Entity::find()
        .filter(seen_by(me))
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// One of one's own.
pub(super) async fn own(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<individual_ambition::Model>, DbErr> {
    individual_ambition::Entity::find_by_id(id).filter(written_by(me)).one(db).await
}

/// How many are one's own.
pub(super) async fn count_own(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    individual_ambition::Entity::find().filter(written_by(me)).count(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: individual_ambition::Model) -> Result<(), DbErr> {
    individual_ambition::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: individual_ambition::Model) -> Result<(), DbErr> {
    individual_ambition::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    individual_ambition::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// The one place where it is decided who sees what.
fn seen_by(me: &Membership) -> Condition {
    let visible = Condition::any()
        .add(Column::AccountId.eq(me.account_id))
        .add(Column::VisibleTo.eq(Circle::All))
        .add_option(me.partner.as_ref().map(|partner| {
            Condition::all().add(Column::VisibleTo.eq(Circle::Partner)).add(Column::PartnerId.eq(partner.id))
        }));
    of(me).add(visible)
}

fn written_by(me: &Membership) -> Condition {
    of(me).add(Column::AccountId.eq(me.account_id))
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(Column::PartnershipId.eq(me.partnership_id))
}
