//! The SQL of improvement points. Every query starts from whoever asks.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use crate::access::Role;
use crate::entity::improvement::{self, State};
use crate::entity::{membership, partnership};
use crate::partnerships::Membership;
use crate::scans::instrument::Factor;

pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<improvement::Model>, DbErr> {
    improvement::Entity::find().filter(of(me)).all(db).await
}

/// One of them.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<improvement::Model>, DbErr> {
    improvement::Entity::find_by_id(id).filter(of(me)).one(db).await
}

/// The factors of what is worked on.
pub(in crate::scans) async fn running_factors(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<BTreeSet<Factor>, DbErr> {
    let factors: Vec<Option<String>> = improvement::Entity::find()
        .select_only()
        .column(improvement::Column::Factor)
        .filter(of(me))
        .filter(improvement::Column::State.eq(State::Running))
        .into_tuple()
        .all(db)
        .await?;
    Ok(factors.into_iter().flatten().filter_map(|factor| factor.parse().ok()).collect())
}

pub(super) async fn add(db: &impl ConnectionTrait, new: improvement::Model) -> Result<(), DbErr> {
    improvement::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: improvement::Model) -> Result<(), DbErr> {
    improvement::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// What somebody sees to, where they still take part, with the partnership.
pub(super) async fn running_of(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<(improvement::Model, partnership::Model)>, DbErr> {
    let theirs = membership::Entity::find()
        .select_only()
        .column(membership::Column::PartnershipId)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::Role.ne(Role::Observer))
        .filter(membership::Column::LeftAt.is_null());
    let found = improvement::Entity::find()
        .filter(improvement::Column::OwnerId.eq(account))
        .filter(improvement::Column::State.eq(State::Running))
        .filter(improvement::Column::PartnershipId.in_subquery(theirs.into_query()))
        .all(db)
        .await?;
    let ids = found.iter().map(|improvement| improvement.partnership_id);
    let partnerships = partnership::Entity::find().filter(partnership::Column::Id.is_in(ids)).all(db).await?;
    let with_partnership = |improvement: improvement::Model| {
        let of = partnerships.iter().find(|partnership| partnership.id == improvement.partnership_id)?.clone();
        Some((improvement, of))
    };
    Ok(found.into_iter().filter_map(with_partnership).collect())
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(improvement::Column::PartnershipId.eq(me.partnership_id))
}
