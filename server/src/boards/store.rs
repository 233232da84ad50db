//! The SQL of boards. Every query starts from whose it is: what is not in somebody's partnerships does not exist for
//! them.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::kind::Kind;
use crate::entity::{board, membership};
use crate::ids;
use crate::partnerships::{self, Membership};

/// A board that somebody has access to.
#[derive(Clone, Debug)]
pub struct Board {
    /// Which one.
    pub id: Uuid,
    /// What it is for.
    pub kind: Kind,
    /// What people call it.
    pub title: String,
}

/// Makes the boards of a new partnership: one of each kind, empty.
pub async fn create_boards(
    db: &impl ConnectionTrait,
    partnership_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<(Kind, Uuid)>, DbErr> {
    let mut made = Vec::with_capacity(Kind::AT_THE_START.len());
    for kind in Kind::AT_THE_START {
        made.push((kind, create_board(db, partnership_id, kind, now).await?));
    }
    Ok(made)
}

/// Makes one more board, empty.
pub async fn create_board(
    db: &impl ConnectionTrait,
    partnership_id: Uuid,
    kind: Kind,
    now: DateTime<Utc>,
) -> Result<Uuid, DbErr> {
    let board = board::Model {
        id: ids::ordered(),
        partnership_id,
        kind: kind.id().to_owned(),
        title: kind.title().to_owned(),
        last_seq: 0,
        created_at: now,
        is_current: true,
        copied_from: None,
        made_by: None,
        put_away_at: None,
    };
    let id = board.id;
    board::Entity::insert(board.into_active_model()).exec_without_returning(db).await?;
    Ok(id)
}

/// The boards of the partnership that somebody may read, in the order they were made.
pub(super) async fn boards(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<board::Model>, DbErr> {
    let readable = Kind::ALL.into_iter().filter(|kind| me.may(kind.reading()).is_ok());
    board::Entity::find()
        .filter(board::Column::PartnershipId.eq(me.partnership_id))
        .filter(board::Column::Kind.is_in(readable.map(Kind::id)))
        .order_by_asc(board::Column::CreatedAt)
        .order_by_asc(board::Column::Id)
        .all(db)
        .await
}

/// The board with this id, and as what `account` may see it; nothing for somebody who may not.
pub async fn board(
    db: &impl ConnectionTrait,
    account: Uuid,
    board: Uuid,
) -> Result<Option<(Board, Membership)>, DbErr> {
    let theirs = membership::Entity::find()
        .select_only()
        .column(membership::Column::PartnershipId)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::LeftAt.is_null());
    let found = board::Entity::find_by_id(board)
        .filter(board::Column::PartnershipId.in_subquery(theirs.into_query()))
        .one(db)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let me = partnerships::membership(db, account, found.partnership_id).await?;
    let seen = me.zip(Kind::from_id(&found.kind)).filter(|(me, kind)| me.may(kind.reading()).is_ok());
    Ok(seen.map(|(me, kind)| (Board { id: found.id, kind, title: found.title }, me)))
}
