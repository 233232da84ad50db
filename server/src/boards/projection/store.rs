//! The SQL of projections.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, JoinType, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::replica::LoggedRow;
use crate::boards::api::{AmbitionContent, Note, Role};
use crate::boards::kind::Kind;
use crate::boards::log_store::rows::{self, RowsError};
use crate::entity::{ambition, board, board_update, card, projection, role};

/// A board, and how far its tables are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Followed {
    pub(super) board: Uuid,
    pub(super) partnership: Uuid,
    pub(super) kind: Kind,
    /// The row at which its tables were read; 0 when they never were.
    pub(super) seq: i64,
}

/// Every board.
pub(super) async fn boards(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    board::Entity::find().select_only().column(board::Column::Id).into_tuple().all(db).await
}

/// The boards that went on since their tables were written.
pub(super) async fn behind(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let theirs = board::Entity::belongs_to(projection::Entity)
        .from(board::Column::Id)
        .to(projection::Column::BoardId)
        .into();
    let seq = Expr::col((projection::Entity, projection::Column::Seq));
    board::Entity::find()
        .select_only()
        .column(board::Column::Id)
        .join(JoinType::LeftJoin, theirs)
        .filter(board::Column::LastSeq.gt(0))
        .filter(seq.clone().is_null().or(seq.lt(Expr::col((board::Entity, board::Column::LastSeq)))))
        .into_tuple()
        .all(db)
        .await
}

/// A board, and how far its tables are; nothing when there is no such board.
pub(super) async fn followed(db: &impl ConnectionTrait, board: Uuid) -> Result<Option<Followed>, DbErr> {
    let Some(found) = board::Entity::find_by_id(board).one(db).await? else { return Ok(None) };
    let Some(kind) = Kind::from_id(&found.kind) else { return Ok(None) };
    let projected = projection::Entity::find_by_id(board).one(db).await?;
    let seq = projected.map_or(0, |projected| projected.seq);
    Ok(Some(Followed { board, partnership: found.partnership_id, kind, seq }))
}

/// The row that a board's log ends with.
pub(super) async fn last_row(db: &impl ConnectionTrait, board: Uuid) -> Result<i64, DbErr> {
    let found = board::Entity::find_by_id(board).one(db).await?;
    Ok(found.map_or(0, |found| found.last_seq))
}

/// A page of a board's log after row `after`, and not after row `until`: rows as they were written, one at least.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    board: Uuid,
    after: i64,
    until: i64,
) -> Result<Vec<LoggedRow>, RowsError> {
    let rows = rows::page(db, board, after, until).await?;
    let row = |row: board_update::Model| LoggedRow {
        seq: row.seq,
        author: row.author_id,
        at: row.at,
        payload: Bytes::from(row.payload),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Locks the tables of a board, and says at which row they were read.
pub(super) async fn lock(db: &impl ConnectionTrait, board: Uuid, now: DateTime<Utc>) -> Result<i64, DbErr> {
    let never = projection::ActiveModel { board_id: Set(board), seq: Set(0), at: Set(now) };
    projection::Entity::insert(never)
        .on_conflict_do_nothing_on([projection::Column::BoardId])
        .exec_without_returning(db)
        .await?;
    let found = projection::Entity::find_by_id(board).lock_exclusive().one(db).await?;
    found.map(|found| found.seq).ok_or_else(|| DbErr::RecordNotFound("a projection that was just made".into()))
}

/// Says that the tables of a board were read at row `seq`.
pub(super) async fn advance(
    db: &impl ConnectionTrait,
    board: Uuid,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    projection::Entity::update_many()
        .col_expr(projection::Column::Seq, Expr::value(seq))
        .col_expr(projection::Column::At, Expr::value(now))
        .filter(projection::Column::BoardId.eq(board))
        .exec(db)
        .await?;
    Ok(())
}

/// The ambition as it was written last; empty when it never was.
pub(super) async fn ambition(db: &impl ConnectionTrait, board: Uuid) -> Result<AmbitionContent, DbErr> {
    let found = ambition::Entity::find_by_id(board).one(db).await?;
    let (headline, statement, horizon) =
        found.map(|found| (found.headline, found.statement, found.horizon)).unwrap_or_default();
    let (statement_html, horizon_html) = (String::new(), String::new());
    Ok(AmbitionContent { seq: 0, headline, statement, statement_html, horizon, horizon_html })
}

/// Writes the ambition.
pub(super) async fn put_ambition(
    db: &impl ConnectionTrait,
    of: &Followed,
    content: AmbitionContent,
) -> Result<(), DbErr> {
    let model = ambition::Model {
        board_id: of.board,
        partnership_id: of.partnership,
        headline: content.headline,
        statement: content.statement,
        horizon: content.horizon,
        seq: content.seq,
    };
    ambition::Entity::delete_by_id(of.board).exec(db).await?;
    ambition::Entity::insert(model.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The cards as they were written last.
pub(super) async fn cards(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<Note>, DbErr> {
    let found = card::Entity::find().filter(card::Column::BoardId.eq(board)).all(db).await?;
    let note = |card: card::Model| Note {
        id: card.id,
        block: card.block,
        text: card.text,
        order: card.sort_key,
        partner: card.partner,
    };
    Ok(found.into_iter().map(note).collect())
}

/// Writes a card that was not there, or was different.
pub(super) async fn put_card(db: &impl ConnectionTrait, of: &Followed, note: Note, seq: i64) -> Result<(), DbErr> {
    remove_card(db, of, &note.id).await?;
    let model = card::Model {
        board_id: of.board,
        id: note.id,
        partnership_id: of.partnership,
        block: note.block,
        text: note.text,
        sort_key: note.order,
        partner: note.partner,
        seq,
    };
    card::Entity::insert(model.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets a card.
pub(super) async fn remove_card(db: &impl ConnectionTrait, of: &Followed, id: &str) -> Result<(), DbErr> {
    card::Entity::delete_by_id((of.board, id.to_owned())).exec(db).await?;
    Ok(())
}

/// The roles as they were written last, without those that were removed.
pub(super) async fn roles(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<Role>, DbErr> {
    let found = role::Entity::find()
        .filter(role::Column::BoardId.eq(board))
        .filter(role::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let read = |role: role::Model| Role {
        id: role.id,
        title: role.title,
        purpose: role.purpose,
        seats_min: u8::try_from(role.seats_min).unwrap_or_default(),
        seats_max: u8::try_from(role.seats_max).unwrap_or_default(),
        qualities: serde_json::from_str(&role.qualities).unwrap_or_default(),
        drives: serde_json::from_str(&role.drives).unwrap_or_default(),
        order: role.sort_key,
    };
    Ok(found.into_iter().map(read).collect())
}

/// Writes a role that was not there, or was different. The row stays the same one, because others name it.
pub(super) async fn put_role(db: &impl ConnectionTrait, of: &Followed, role: Role, seq: i64) -> Result<(), DbErr> {
    let key = (of.board, role.id.clone());
    let model = role::Model {
        board_id: of.board,
        id: role.id,
        partnership_id: of.partnership,
        title: role.title,
        purpose: role.purpose,
        seats_min: role.seats_min.into(),
        seats_max: role.seats_max.into(),
        qualities: serde_json::to_string(&role.qualities).unwrap_or_default(),
        drives: serde_json::to_string(&role.drives).unwrap_or_default(),
        sort_key: role.order,
        seq,
        removed_at: None,
    };
    if role::Entity::find_by_id(key).one(db).await?.is_some() {
        role::Entity::update(model.into_active_model().reset_all()).exec(db).await?;
    } else {
        role::Entity::insert(model.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Marks a role as removed.
pub(super) async fn remove_role(
    db: &impl ConnectionTrait,
    of: &Followed,
    id: &str,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    role::Entity::update_many()
        .col_expr(role::Column::RemovedAt, Expr::value(now))
        .col_expr(role::Column::Seq, Expr::value(seq))
        .filter(role::Column::BoardId.eq(of.board))
        .filter(role::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}
