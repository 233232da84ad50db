//! The SQL of tension checks. Every query starts from who asks, and finds what they may see.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};
use uuid::Uuid;

use crate::access::Role;
use crate::entity::membership;
use crate::entity::tension_check::{self, Column, SharedWith};
use crate::partnerships::Membership;

/// Those that somebody may see, in the order in which they were written.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<tension_check::Model>, DbErr> {
    tension_check::Entity::find()
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
) -> Result<Option<tension_check::Model>, DbErr> {
    tension_check::Entity::find_by_id(id).filter(written_by(me)).one(db).await
}

/// How many are one's own.
pub(super) async fn count_own(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    tension_check::Entity::find().filter(written_by(me)).count(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: tension_check::Model) -> Result<(), DbErr> {
    tension_check::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: tension_check::Model) -> Result<(), DbErr> {
    tension_check::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    tension_check::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// The one place where it is decided who reads what. Who left can take nothing back any more: so nobody reads theirs.
fn seen_by(me: &Membership) -> Condition {
    let present = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::PartnershipId.eq(me.partnership_id))
        .filter(membership::Column::LeftAt.is_null())
        .into_query();
    let leads = (me.role == Role::Lead).then(|| Column::SharedWith.eq(SharedWith::Lead));
    let readable = Condition::any()
        .add(Column::AccountId.eq(me.account_id))
        .add(Column::SharedWith.eq(SharedWith::All))
        .add_option(leads);
    of(me).add(Column::AccountId.in_subquery(present)).add(readable)
}

fn written_by(me: &Membership) -> Condition {
    of(me).add(Column::AccountId.eq(me.account_id))
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(Column::PartnershipId.eq(me.partnership_id))
}
