//! The SQL of the audit log.

use std::collections::HashMap;
use std::net::IpAddr;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::Chain;
use crate::entity::audit_chain::Scope;
use crate::entity::{audit_chain, audit_entry, audit_origin};
use crate::ids;

const ENTRIES_AT_ONCE: u64 = 1_000;

/// The end of a chain, locked until the transaction ends; a chain begins when it is first asked for.
pub(super) async fn lock(db: &impl ConnectionTrait, chain: Chain) -> Result<audit_chain::Model, DbErr> {
    let (scope, subject) = columns(chain);
    let new = audit_chain::ActiveModel {
        id: Set(ids::unordered()),
        scope: Set(scope),
        subject_id: Set(subject),
        last_number: Set(0),
        last_hash: Set(Vec::new()),
    };
    let once = [audit_chain::Column::Scope, audit_chain::Column::SubjectId];
    audit_chain::Entity::insert(new).on_conflict_do_nothing_on(once).exec_without_returning(db).await?;
    let is_it =
        Condition::all().add(audit_chain::Column::Scope.eq(scope)).add(audit_chain::Column::SubjectId.eq(subject));
    audit_chain::Entity::find()
        .filter(is_it)
        .lock_exclusive()
        .one(db)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("a chain that was just begun".into()))
}

pub(super) async fn append(
    db: &impl ConnectionTrait,
    entry: audit_entry::Model,
    from: Option<IpAddr>,
) -> Result<(), DbErr> {
    audit_chain::Entity::update_many()
        .col_expr(audit_chain::Column::LastNumber, Expr::value(entry.number))
        .col_expr(audit_chain::Column::LastHash, Expr::value(entry.hash.clone()))
        .filter(audit_chain::Column::Id.eq(entry.chain_id))
        .exec(db)
        .await?;
    if let Some(address) = from {
        let origin = audit_origin::ActiveModel {
            chain_id: Set(entry.chain_id),
            number: Set(entry.number),
            address: Set(address.to_string()),
            at: Set(entry.at),
        };
        audit_origin::Entity::insert(origin).exec_without_returning(db).await?;
    }
    audit_entry::Entity::insert(entry.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Something that somebody did, as it is in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in its chain, from 1.
    pub number: i64,
    /// When it was.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: Option<Uuid>,
    /// What they did.
    pub action: String,
    /// What it was done to.
    pub subject: Option<Uuid>,
    /// Ids and names of what changed, as a JSON object.
    pub data: String,
    /// From where, as long as that is kept.
    pub from: Option<String>,
}

/// At most `limit` entries of a chain before number `before`, or its newest; the newest first.
pub async fn entries(
    db: &impl ConnectionTrait,
    chain: Chain,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<Entry>, DbErr> {
    let (scope, subject) = columns(chain);
    let end = audit_chain::Entity::find()
        .filter(audit_chain::Column::Scope.eq(scope))
        .filter(audit_chain::Column::SubjectId.eq(subject))
        .one(db)
        .await?;
    let Some(end) = end else { return Ok(Vec::new()) };
    let found = audit_entry::Entity::find()
        .filter(audit_entry::Column::ChainId.eq(end.id))
        .filter(audit_entry::Column::Number.lt(before.unwrap_or(i64::MAX)))
        .order_by_desc(audit_entry::Column::Number)
        .limit(limit)
        .all(db)
        .await?;
    let mut origins = HashMap::new();
    if let (Some(newest), Some(oldest)) = (found.first(), found.last()) {
        let known: Vec<(i64, String)> = audit_origin::Entity::find()
            .select_only()
            .columns([audit_origin::Column::Number, audit_origin::Column::Address])
            .filter(audit_origin::Column::ChainId.eq(end.id))
            .filter(audit_origin::Column::Number.between(oldest.number, newest.number))
            .into_tuple()
            .all(db)
            .await?;
        origins.extend(known);
    }
    let entry = |entry: audit_entry::Model| Entry {
        from: origins.remove(&entry.number),
        number: entry.number,
        at: entry.at,
        actor: entry.actor_id,
        action: entry.action,
        subject: entry.subject_id,
        data: entry.data,
    };
    Ok(found.into_iter().map(entry).collect())
}

/// The ends of all chains.
pub(super) async fn ends(db: &impl ConnectionTrait) -> Result<Vec<audit_chain::Model>, DbErr> {
    audit_chain::Entity::find().order_by_asc(audit_chain::Column::Id).all(db).await
}

/// The entries of a chain that follow on `number`, in order; as many as are read at once.
pub(super) async fn from(
    db: &impl ConnectionTrait,
    chain: Uuid,
    number: i64,
) -> Result<Vec<audit_entry::Model>, DbErr> {
    audit_entry::Entity::find()
        .filter(audit_entry::Column::ChainId.eq(chain))
        .filter(audit_entry::Column::Number.gt(number))
        .order_by_asc(audit_entry::Column::Number)
        .limit(ENTRIES_AT_ONCE)
        .all(db)
        .await
}

fn columns(chain: Chain) -> (Scope, Uuid) {
    match chain {
        Chain::Platform => (Scope::Platform, Uuid::nil()),
        Chain::Organisation(id) => (Scope::Organisation, id),
        Chain::Partnership(id) => (Scope::Partnership, id),
    }
}
