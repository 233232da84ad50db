//! The SQL of links. Every query starts from who asks, or from what stands in a link.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Query, SimpleExpr};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, JoinType, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select,
};
use uuid::Uuid;

use super::keeping::Scope;
use crate::entity::{board, partnership, share_link};
use crate::ids;
use crate::partnerships::Membership;

/// Those that were made, the newest first.
pub(super) async fn all(
    db: &impl ConnectionTrait,
    me: &Membership,
    scope: Scope,
) -> Result<Vec<share_link::Model>, DbErr> {
    theirs(me, scope).order_by_desc(share_link::Column::Id).all(db).await
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    (scope, id): (Scope, Uuid),
) -> Result<Option<share_link::Model>, DbErr> {
    theirs(me, scope).filter(share_link::Column::Id.eq(id)).one(db).await
}

/// How many can be used.
pub(super) async fn count_usable(
    db: &impl ConnectionTrait,
    me: &Membership,
    scope: Scope,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    theirs(me, scope)
        .filter(share_link::Column::RevokedAt.is_null())
        .filter(share_link::Column::ExpiresAt.gt(now))
        .count(db)
        .await
}

fn theirs(me: &Membership, scope: Scope) -> Select<share_link::Entity> {
    share_link::Entity::find()
        .filter(share_link::Column::PartnershipId.eq(me.partnership_id))
        .filter(leads_to(scope))
}

fn leads_to(scope: Scope) -> SimpleExpr {
    match scope {
        Scope::Ambition => share_link::Column::BoardId.is_null(),
        Scope::Block => share_link::Column::BoardId.is_not_null(),
    }
}

pub(super) async fn add(db: &impl ConnectionTrait, new: share_link::Model) -> Result<(), DbErr> {
    share_link::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: share_link::Model) -> Result<(), DbErr> {
    share_link::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Leads to a board that was not put away.
fn stands_on_a_board() -> SimpleExpr {
    let standing = Query::select()
        .column(board::Column::Id)
        .from(board::Entity)
        .and_where(board::Column::PutAwayAt.is_null())
        .to_owned();
    share_link::Column::BoardId.in_subquery(standing)
}

/// The link in which this stands, if it leads to such a thing and can be used, and the partnership it shows something of.
/// What was put away is shown to nobody outside.
pub(crate) async fn usable(
    db: &impl ConnectionTrait,
    token: &str,
    scope: Scope,
    now: DateTime<Utc>,
) -> Result<Option<(share_link::Model, partnership::Model)>, DbErr> {
    let partnerships = share_link::Entity::belongs_to(partnership::Entity)
        .from(share_link::Column::PartnershipId)
        .to(partnership::Column::Id)
        .into();
    let found = share_link::Entity::find()
        .join(JoinType::InnerJoin, partnerships)
        .select_also(partnership::Entity)
        .filter(share_link::Column::Hash.eq(ids::fingerprint(token)))
        .filter(leads_to(scope))
        .filter(share_link::Column::RevokedAt.is_null())
        .filter(share_link::Column::ExpiresAt.gt(now))
        .filter(partnership::Column::Status.ne(partnership::Status::Archived))
        .filter(Condition::any().add(share_link::Column::BoardId.is_null()).add(stands_on_a_board()))
        .one(db)
        .await?;
    Ok(found.and_then(|(link, partnership)| Some((link, partnership?))))
}
