//! The SQL of organisations.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::page::Page;
use crate::entity::{account, organisation, session};

/// An organisation, and how many people it has.
pub(super) struct Counted {
    pub(super) organisation: organisation::Model,
    pub(super) accounts: i64,
    /// Those who administer it and are not deactivated.
    pub(super) admins: i64,
}

/// The organisations on a page and one more, if there is one, by name.
pub(super) async fn organisations(
    db: &impl ConnectionTrait,
    page: &Page,
    status: Option<organisation::Status>,
) -> Result<Vec<Counted>, DbErr> {
    let mut wanted = organisation::Entity::find()
        .filter(page.follows(organisation::Column::NameKey, organisation::Column::Id))
        .filter(page.matches(&[organisation::Column::NameKey]));
    if let Some(status) = status {
        wanted = wanted.filter(organisation::Column::Status.eq(status));
    }
    let found = wanted
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .limit(page.rows())
        .all(db)
        .await?;
    counted(db, found).await
}

pub(super) async fn organisation(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Counted>, DbErr> {
    let found = organisation::Entity::find_by_id(id).one(db).await?;
    Ok(counted(db, found.into_iter().collect()).await?.pop())
}

pub(super) async fn counted(
    db: &impl ConnectionTrait,
    organisations: Vec<organisation::Model>,
) -> Result<Vec<Counted>, DbErr> {
    let is_admin = account::Column::OrganisationAdmin.eq(true).and(account::Column::DeactivatedAt.is_null());
    let admins = CaseStatement::new().case(is_admin, Expr::val(1)).finally(Expr::val(0));
    let rows: Vec<(Uuid, i64, i64)> = account::Entity::find()
        .select_only()
        .column(account::Column::OrganisationId)
        .column_as(account::Column::Id.count(), "accounts")
        .column_as(Expr::expr(admins).sum(), "admins")
        .filter(account::Column::OrganisationId.is_in(organisations.iter().map(|organisation| organisation.id)))
        .group_by(account::Column::OrganisationId)
        .into_tuple()
        .all(db)
        .await?;
    let counts: HashMap<Uuid, (i64, i64)> =
        rows.into_iter().map(|(id, accounts, admins)| (id, (accounts, admins))).collect();
    let count = |organisation: organisation::Model| {
        let (accounts, admins) = counts.get(&organisation.id).copied().unwrap_or_default();
        Counted { organisation, accounts, admins }
    };
    Ok(organisations.into_iter().map(count).collect())
}

pub(super) async fn add(db: &impl ConnectionTrait, organisation: organisation::Model) -> Result<(), DbErr> {
    organisation::Entity::insert(organisation.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// An organisation, locked until the transaction ends: whoever changes it or its accounts takes their turn.
pub(super) async fn lock(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<organisation::Model>, DbErr> {
    organisation::Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// Writes an organisation as it is to be from now on. It was locked before.
pub(super) async fn put(db: &impl ConnectionTrait, organisation: organisation::Model) -> Result<(), DbErr> {
    organisation::Entity::update(organisation.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Whether another organisation is called the same.
pub(super) async fn is_name_taken(
    db: &impl ConnectionTrait,
    organisation: &organisation::Model,
) -> Result<bool, DbErr> {
    let others = organisation::Entity::find()
        .filter(organisation::Column::NameKey.eq(organisation.name_key.as_str()))
        .filter(organisation::Column::Id.ne(organisation.id));
    Ok(others.count(db).await? > 0)
}

/// Says of all accounts of an organisation since when it is suspended, or that it is not.
pub(super) async fn mark_suspended(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    since: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    // Locked one after the other in the order in which writers are: an update has no order of its own.
    let locked: Vec<Uuid> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::OrganisationId.eq(organisation))
        .order_by_asc(account::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(db)
        .await?;
    tracing::debug!(accounts = locked.len(), "the accounts of an organisation are locked");
    account::Entity::update_many()
        .col_expr(account::Column::SuspendedAt, Expr::value(since))
        .filter(account::Column::OrganisationId.eq(organisation))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends the sessions of everybody in an organisation, and says which they were.
pub(super) async fn end_sessions(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    at: DateTime<Utc>,
) -> Result<Vec<Uuid>, DbErr> {
    let people = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::OrganisationId.eq(organisation))
        .to_owned();
    let ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(Some(at)))
        .filter(session::Column::AccountId.in_subquery(people))
        .filter(session::Column::EndedAt.is_null())
        .exec_with_returning(db)
        .await?;
    Ok(ended.into_iter().map(|session| session.id).collect())
}
