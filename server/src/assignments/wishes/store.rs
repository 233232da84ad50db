//! The SQL of wishes. Every query starts from who asks, and finds what they may see; what decides who can be asked is
//! looked up beside that, and never shown.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::{role_capacity, role_wish};
use crate::partnerships::{Membership, SharedColumns};

/// Whose a wish is, and who sees it: the one place where that is decided for them.
pub(super) const WISHES: SharedColumns<role_wish::Column> = SharedColumns {
    partnership: role_wish::Column::PartnershipId,
    account: role_wish::Column::AccountId,
    shared_with: role_wish::Column::SharedWith,
};

/// The same of what people can carry.
pub(super) const CAPACITIES: SharedColumns<role_capacity::Column> = SharedColumns {
    partnership: role_capacity::Column::PartnershipId,
    account: role_capacity::Column::AccountId,
    shared_with: role_capacity::Column::SharedWith,
};

/// The wishes of `whose`, by person and role.
pub(super) async fn wishes(
    db: &impl ConnectionTrait,
    whose: sea_orm::Condition,
) -> Result<Vec<role_wish::Model>, DbErr> {
    role_wish::Entity::find()
        .filter(whose)
        .order_by_asc(role_wish::Column::AccountId)
        .order_by_asc(role_wish::Column::RoleId)
        .all(db)
        .await
}

/// What `whose` can carry, by person.
pub(super) async fn capacities(
    db: &impl ConnectionTrait,
    whose: sea_orm::Condition,
) -> Result<Vec<role_capacity::Model>, DbErr> {
    role_capacity::Entity::find().filter(whose).order_by_asc(role_capacity::Column::AccountId).all(db).await
}

/// What somebody wishes of a role.
pub(in crate::assignments) async fn wish(
    db: &impl ConnectionTrait,
    board: Uuid,
    role: &str,
    account: Uuid,
) -> Result<Option<role_wish::Model>, DbErr> {
    role_wish::Entity::find_by_id((board, role.to_owned(), account)).one(db).await
}

/// How many roles somebody can carry.
pub(in crate::assignments) async fn capacity(
    db: &impl ConnectionTrait,
    of: &Membership,
) -> Result<Option<role_capacity::Model>, DbErr> {
    role_capacity::Entity::find_by_id((of.partnership_id, of.account_id)).one(db).await
}

/// When an account said what energy a role gives it, in all its partnerships: board, role, and when.
pub(in crate::assignments) async fn energies_of(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<(Uuid, String, DateTime<Utc>)>, DbErr> {
    let said = role_wish::Entity::find().filter(role_wish::Column::AccountId.eq(account)).all(db).await?;
    Ok(said.into_iter().filter_map(|wish| Some((wish.board_id, wish.role_id, wish.energy_at?))).collect())
}

/// Puts down what one wishes, instead of what one wished before.
pub(super) async fn put_wish(
    db: &impl ConnectionTrait,
    is_there: bool,
    said: role_wish::Model,
) -> Result<(), DbErr> {
    if is_there {
        role_wish::Entity::update(said.into_active_model().reset_all()).exec(db).await?;
    } else {
        role_wish::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(super) async fn remove_wish(db: &impl ConnectionTrait, of: &role_wish::Model) -> Result<(), DbErr> {
    role_wish::Entity::delete_by_id((of.board_id, of.role_id.clone(), of.account_id)).exec(db).await?;
    Ok(())
}

/// Puts down what one can carry, instead of what one said before.
pub(super) async fn put_capacity(
    db: &impl ConnectionTrait,
    is_there: bool,
    said: role_capacity::Model,
) -> Result<(), DbErr> {
    if is_there {
        role_capacity::Entity::update(said.into_active_model().reset_all()).exec(db).await?;
    } else {
        role_capacity::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(super) async fn remove_capacity(db: &impl ConnectionTrait, of: &role_capacity::Model) -> Result<(), DbErr> {
    role_capacity::Entity::delete_by_id((of.partnership_id, of.account_id)).exec(db).await?;
    Ok(())
}
