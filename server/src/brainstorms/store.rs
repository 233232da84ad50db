//! The SQL of silent brainstorms. Every query starts from who asks, but those by which all cards are put on the board.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use crate::entity::{brainstorm, brainstorm_card, brainstorm_done};
use crate::partnerships::Membership;

/// How far people are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// How many wrote something.
    pub(super) written: usize,
    /// How many say that they are done.
    pub(super) done: usize,
    /// Whether whoever asks says so.
    pub(super) own_done: bool,
}

/// At most `limit` of a board, the newest first, after the one called `after`.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    me: &Membership,
    board: Uuid,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<brainstorm::Model>, DbErr> {
    let earlier = after.map(|after| brainstorm::Column::Id.lt(after));
    let page = of_board(me, board).filter(Condition::all().add_option(earlier));
    page.order_by_desc(brainstorm::Column::Id).limit(limit).all(db).await
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    (board, id): (Uuid, Uuid),
) -> Result<Option<brainstorm::Model>, DbErr> {
    of_board(me, board).filter(brainstorm::Column::Id.eq(id)).one(db).await
}

/// Whether one is on at a board.
pub(super) async fn is_on(db: &impl ConnectionTrait, me: &Membership, board: Uuid) -> Result<bool, DbErr> {
    let on = of_board(me, board)
        .filter(brainstorm::Column::RevealedAt.is_null())
        .filter(brainstorm::Column::StoppedAt.is_null());
    Ok(on.count(db).await? > 0)
}

fn of_board(me: &Membership, board: Uuid) -> Select<brainstorm::Entity> {
    brainstorm::Entity::find()
        .filter(brainstorm::Column::PartnershipId.eq(me.partnership_id))
        .filter(brainstorm::Column::BoardId.eq(board))
}

/// What somebody wrote themselves in some, in the order in which they did.
pub(super) async fn own_cards(
    db: &impl ConnectionTrait,
    me: &Membership,
    brainstorms: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<brainstorm_card::Model>, DbErr> {
    brainstorm_card::Entity::find()
        .filter(brainstorm_card::Column::AccountId.eq(me.account_id))
        .filter(brainstorm_card::Column::BrainstormId.is_in(brainstorms))
        .order_by_asc(brainstorm_card::Column::WrittenAt)
        .order_by_asc(brainstorm_card::Column::Id)
        .all(db)
        .await
}

/// How far people are in some.
pub(super) async fn progress(
    db: &impl ConnectionTrait,
    me: &Membership,
    brainstorms: &[Uuid],
) -> Result<BTreeMap<Uuid, Progress>, DbErr> {
    let ids = || brainstorms.iter().copied();
    let wrote: Vec<(Uuid, Uuid)> = brainstorm_card::Entity::find()
        .select_only()
        .columns([brainstorm_card::Column::BrainstormId, brainstorm_card::Column::AccountId])
        .filter(brainstorm_card::Column::BrainstormId.is_in(ids()))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    let done = brainstorm_done::Entity::find().filter(brainstorm_done::Column::BrainstormId.is_in(ids()));
    let mut found: BTreeMap<Uuid, Progress> = BTreeMap::new();
    for (brainstorm, _) in wrote {
        found.entry(brainstorm).or_default().written += 1;
    }
    for said in done.all(db).await? {
        let progress = found.entry(said.brainstorm_id).or_default();
        progress.done += 1;
        progress.own_done |= said.account_id == me.account_id;
    }
    Ok(found)
}

pub(super) async fn add(db: &impl ConnectionTrait, new: brainstorm::Model) -> Result<(), DbErr> {
    brainstorm::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: brainstorm::Model) -> Result<(), DbErr> {
    brainstorm::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn add_card(db: &impl ConnectionTrait, new: brainstorm_card::Model) -> Result<(), DbErr> {
    brainstorm_card::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put_card(db: &impl ConnectionTrait, changed: brainstorm_card::Model) -> Result<(), DbErr> {
    brainstorm_card::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove_card(db: &impl ConnectionTrait, card: Uuid) -> Result<(), DbErr> {
    brainstorm_card::Entity::delete_by_id(card).exec(db).await?;
    Ok(())
}

/// Puts down whether somebody is done; says whether they said otherwise before.
pub(super) async fn put_done(
    db: &impl ConnectionTrait,
    (brainstorm_id, account_id): (Uuid, Uuid),
    done: bool,
) -> Result<bool, DbErr> {
    let said = brainstorm_done::Entity::find_by_id((brainstorm_id, account_id)).one(db).await?;
    if said.is_some() == done {
        return Ok(false);
    }
    if done {
        let said = brainstorm_done::Model { brainstorm_id, account_id }.into_active_model();
        brainstorm_done::Entity::insert(said).exec_without_returning(db).await?;
    } else {
        brainstorm_done::Entity::delete_by_id((brainstorm_id, account_id)).exec(db).await?;
    }
    Ok(true)
}

/// All that was written, whoever did, in the order of its keys: which are random, and so is that order.
pub(super) async fn all_cards(
    db: &impl ConnectionTrait,
    brainstorm: &brainstorm::Model,
) -> Result<Vec<brainstorm_card::Model>, DbErr> {
    let cards = brainstorm_card::Entity::find().filter(brainstorm_card::Column::BrainstormId.eq(brainstorm.id));
    cards.order_by_asc(brainstorm_card::Column::Id).all(db).await
}

/// Puts down that all which somebody wrote stands on the board.
pub(super) async fn mark_put(
    db: &impl ConnectionTrait,
    brainstorm: &brainstorm::Model,
    author: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    brainstorm_card::Entity::update_many()
        .col_expr(brainstorm_card::Column::PutAt, Expr::value(at))
        .filter(brainstorm_card::Column::BrainstormId.eq(brainstorm.id))
        .filter(brainstorm_card::Column::AccountId.eq(author))
        .filter(brainstorm_card::Column::PutAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
