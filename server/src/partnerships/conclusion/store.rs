//! The SQL of proposals to conclude. Whatever is written is written under the lock of the partnership's row.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::access::Stage;
use crate::entity::{conclusion, conclusion_decision, partnership};

/// A proposal, and what the partners said to it.
pub(in crate::partnerships) type Shown = (conclusion::Model, Vec<conclusion_decision::Model>);

/// The proposal that is open; or, of a concluded partnership, the one by which it was concluded.
pub(in crate::partnerships) async fn shown(
    db: &impl ConnectionTrait,
    partnership: &partnership::Model,
) -> Result<Option<Shown>, DbErr> {
    let found = match partnership.status.stage() {
        Stage::Underway => open(db, partnership.id).await?,
        Stage::Concluded => last_concluded(db, partnership.id).await?,
    };
    let Some(found) = found else { return Ok(None) };
    let decisions = decisions(db, [found.id]).await?;
    Ok(Some((found, decisions)))
}

/// The proposal that partners can answer.
pub(super) async fn open(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Option<conclusion::Model>, DbErr> {
    Ok(open_in(db, [partnership]).await?.pop())
}

/// The same of several partnerships; each has one at most.
pub(super) async fn open_in(
    db: &impl ConnectionTrait,
    partnerships: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<conclusion::Model>, DbErr> {
    let is_open = Condition::all()
        .add(conclusion::Column::WithdrawnAt.is_null())
        .add(conclusion::Column::ConcludedAt.is_null());
    conclusion::Entity::find()
        .filter(conclusion::Column::PartnershipId.is_in(partnerships))
        .filter(is_open)
        .all(db)
        .await
}

async fn last_concluded(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Option<conclusion::Model>, DbErr> {
    conclusion::Entity::find()
        .filter(conclusion::Column::PartnershipId.eq(partnership))
        .filter(conclusion::Column::ConcludedAt.is_not_null())
        .order_by_desc(conclusion::Column::ConcludedAt)
        .one(db)
        .await
}

/// What partners said, in the order in which they did.
pub(super) async fn decisions(
    db: &impl ConnectionTrait,
    conclusions: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<conclusion_decision::Model>, DbErr> {
    conclusion_decision::Entity::find()
        .filter(conclusion_decision::Column::ConclusionId.is_in(conclusions))
        .order_by_asc(conclusion_decision::Column::DecidedAt)
        .order_by_asc(conclusion_decision::Column::PartnerId)
        .all(db)
        .await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: conclusion::Model) -> Result<(), DbErr> {
    conclusion::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: conclusion::Model) -> Result<(), DbErr> {
    conclusion::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Writes what a partner says, in place of what it said before.
pub(super) async fn put_decision(
    db: &impl ConnectionTrait,
    decision: conclusion_decision::Model,
) -> Result<(), DbErr> {
    use conclusion_decision::Column::{Agrees, ConclusionId, DecidedAt, DecidedBy, PartnerId};
    let again =
        OnConflict::columns([ConclusionId, PartnerId]).update_columns([Agrees, DecidedBy, DecidedAt]).to_owned();
    conclusion_decision::Entity::insert(decision.into_active_model())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
