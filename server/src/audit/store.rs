//! The SQL of the audit log.

use std::net::IpAddr;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::Chain;
use crate::entity::audit_chain::Scope;
use crate::entity::{audit_chain, audit_entry, audit_origin};
use crate::ids;

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

fn columns(chain: Chain) -> (Scope, Uuid) {
    match chain {
        Chain::Platform => (Scope::Platform, Uuid::nil()),
        Chain::Organisation(id) => (Scope::Organisation, id),
        Chain::Partnership(id) => (Scope::Partnership, id),
    }
}
