//! The SQL of canvases. Every query starts from who asks.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Select,
};
use uuid::Uuid;

use crate::boards::kind::Kind;
use crate::entity::{board, card};
use crate::partnerships::Membership;

/// All of them, in the order in which they were made.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<board::Model>, DbErr> {
    let ordered = theirs(me).order_by_asc(board::Column::CreatedAt).order_by_asc(board::Column::Id);
    ordered.all(db).await
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<board::Model>, DbErr> {
    theirs(me).filter(board::Column::Id.eq(id)).one(db).await
}

fn theirs(me: &Membership) -> Select<board::Entity> {
    board::Entity::find()
        .filter(board::Column::PartnershipId.eq(me.partnership_id))
        .filter(board::Column::Kind.eq(Kind::Canvas.id()))
}

/// How many cards say something, by canvas.
pub(super) async fn cards(db: &impl ConnectionTrait, me: &Membership) -> Result<HashMap<Uuid, usize>, DbErr> {
    let cards = card::Entity::find().filter(card::Column::PartnershipId.eq(me.partnership_id)).all(db).await?;
    let mut counts = HashMap::new();
    for card in cards.iter().filter(|card| !card.text.trim().is_empty()) {
        *counts.entry(card.board_id).or_default() += 1;
    }
    Ok(counts)
}

pub(super) async fn add(db: &impl ConnectionTrait, new: board::Model) -> Result<(), DbErr> {
    board::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: board::Model) -> Result<(), DbErr> {
    board::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}
