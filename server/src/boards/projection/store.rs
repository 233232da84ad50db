//! The SQL of projections.

mod values;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, JoinType,
    QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

pub(super) use self::values::{put_values, remove_values};
use super::replica::LoggedRow;
use crate::boards::api::{AmbitionContent, CommonValue, ConversationContent, Note, Role};
use crate::boards::bin;
use crate::boards::kind::Kind;
use crate::boards::log_store::rows::{self, RowsError};
use crate::entity::{ambition, bin_item, board, board_update, card, conversation, projection, role};

/// A board, and how far its tables are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Followed {
    pub(super) board: Uuid,
    pub(super) partnership: Uuid,
    pub(super) kind: Kind,
    /// The row at which its tables were read; 0 when they never were.
    pub(super) seq: i64,
    /// How often they were written.
    pub(super) turn: i64,
}

/// What the tables of a board say.
#[derive(Debug)]
pub(super) enum Tables {
    /// With the passages that are in its bin.
    Ambition(AmbitionContent, Vec<bin_item::Model>),
    /// The same of a note of a conversation.
    Conversation(String, Vec<bin_item::Model>),
    Cards(Vec<Note>),
    /// Without those that were removed.
    Roles(Vec<Role>),
    /// The same.
    Values(Vec<CommonValue>),
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
    let (seq, turn) = projected.map_or((0, 0), |projected| (projected.seq, projected.turn));
    Ok(Some(Followed { board, partnership: found.partnership_id, kind, seq, turn }))
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

/// Locks the tables of a board, and says at which row they were read, and how often they were written.
pub(super) async fn lock(db: &impl ConnectionTrait, board: Uuid, now: DateTime<Utc>) -> Result<(i64, i64), DbErr> {
    let never = projection::ActiveModel { board_id: Set(board), seq: Set(0), at: Set(now), turn: Set(0) };
    projection::Entity::insert(never)
        .on_conflict_do_nothing_on([projection::Column::BoardId])
        .exec_without_returning(db)
        .await?;
    let found = projection::Entity::find_by_id(board).lock_exclusive().one(db).await?;
    found
        .map(|found| (found.seq, found.turn))
        .ok_or_else(|| DbErr::RecordNotFound("a projection that was just made".into()))
}

/// Says at which row the tables of a board were read, and how often they were written.
pub(super) async fn advance(db: &impl ConnectionTrait, to: &Followed, now: DateTime<Utc>) -> Result<(), DbErr> {
    projection::Entity::update_many()
        .col_expr(projection::Column::Seq, Expr::value(to.seq))
        .col_expr(projection::Column::Turn, Expr::value(to.turn))
        .col_expr(projection::Column::At, Expr::value(now))
        .filter(projection::Column::BoardId.eq(to.board))
        .exec(db)
        .await?;
    Ok(())
}

/// What the tables of a board say now.
pub(super) async fn tables(db: &impl ConnectionTrait, of: &Followed, now: DateTime<Utc>) -> Result<Tables, DbErr> {
    Ok(match of.kind {
        Kind::Ambition => {
            Tables::Ambition(ambition(db, of.board).await?, bin::store::passages(db, of.board, now).await?)
        }
        Kind::Conversation => {
            Tables::Conversation(conversation(db, of.board).await?, bin::store::passages(db, of.board, now).await?)
        }
        Kind::Canvas => Tables::Cards(cards(db, of.board).await?),
        Kind::Roles => Tables::Roles(roles(db, of.board).await?),
        Kind::Values => Tables::Values(values::values(db, of.board).await?),
    })
}

/// The ambition as it was written last; empty when it never was.
async fn ambition(db: &impl ConnectionTrait, board: Uuid) -> Result<AmbitionContent, DbErr> {
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
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let before = ambition::Entity::find_by_id(of.board).one(db).await?;
    let since = before.and_then(|before| before.horizon_since).unwrap_or(now);
    let has_horizon = !content.horizon.trim().is_empty();
    let model = ambition::Model {
        board_id: of.board,
        partnership_id: of.partnership,
        headline: content.headline,
        statement: content.statement,
        horizon: content.horizon,
        horizon_since: has_horizon.then_some(since),
        seq: content.seq,
    };
    ambition::Entity::delete_by_id(of.board).exec(db).await?;
    ambition::Entity::insert(model.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The note of a conversation as it was written last; empty when it never was.
async fn conversation(db: &impl ConnectionTrait, board: Uuid) -> Result<String, DbErr> {
    let found = conversation::Entity::find_by_id(board).one(db).await?;
    Ok(found.map(|found| found.note).unwrap_or_default())
}

/// Writes the note of a conversation.
pub(super) async fn put_conversation(
    db: &impl ConnectionTrait,
    of: &Followed,
    content: ConversationContent,
) -> Result<(), DbErr> {
    let model = conversation::Model {
        board_id: of.board,
        partnership_id: of.partnership,
        note: content.note,
        seq: content.seq,
    };
    conversation::Entity::delete_by_id(of.board).exec(db).await?;
    conversation::Entity::insert(model.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The cards as they were written last.
async fn cards(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<Note>, DbErr> {
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

/// Writes cards that were not there, or were different.
pub(super) async fn put_cards(
    db: &impl ConnectionTrait,
    of: &Followed,
    cards: Vec<Note>,
    seq: i64,
) -> Result<(), DbErr> {
    if cards.is_empty() {
        return Ok(());
    }
    let model = |note: Note| card::Model {
        board_id: of.board,
        id: note.id,
        partnership_id: of.partnership,
        block: note.block,
        text: note.text,
        sort_key: note.order,
        partner: note.partner,
        seq,
    };
    let instead = OnConflict::columns([card::Column::BoardId, card::Column::Id])
        .update_columns([
            card::Column::Block,
            card::Column::Text,
            card::Column::SortKey,
            card::Column::Partner,
            card::Column::Seq,
        ])
        .to_owned();
    let models = cards.into_iter().map(|note| model(note).into_active_model());
    card::Entity::insert_many(models).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets cards.
pub(super) async fn remove_cards(db: &impl ConnectionTrait, of: &Followed, ids: Vec<String>) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    let theirs = card::Entity::delete_many().filter(card::Column::BoardId.eq(of.board));
    theirs.filter(card::Column::Id.is_in(ids)).exec(db).await?;
    Ok(())
}

/// The roles as they were written last, without those that were removed.
async fn roles(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<Role>, DbErr> {
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

/// Writes roles that were not there, or were different. Their rows stay the same ones, because others name them.
pub(super) async fn put_roles(
    db: &impl ConnectionTrait,
    of: &Followed,
    roles: Vec<Role>,
    seq: i64,
) -> Result<(), DbErr> {
    if roles.is_empty() {
        return Ok(());
    }
    let model = |role: Role| role::Model {
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
    let instead = OnConflict::columns([role::Column::BoardId, role::Column::Id])
        .update_columns([
            role::Column::Title,
            role::Column::Purpose,
            role::Column::SeatsMin,
            role::Column::SeatsMax,
            role::Column::Qualities,
            role::Column::Drives,
            role::Column::SortKey,
            role::Column::Seq,
            role::Column::RemovedAt,
        ])
        .to_owned();
    let models = roles.into_iter().map(|role| model(role).into_active_model());
    role::Entity::insert_many(models).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

/// Marks roles as removed.
pub(super) async fn remove_roles(
    db: &impl ConnectionTrait,
    of: &Followed,
    ids: Vec<String>,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    role::Entity::update_many()
        .col_expr(role::Column::RemovedAt, Expr::value(now))
        .col_expr(role::Column::Seq, Expr::value(seq))
        .filter(role::Column::BoardId.eq(of.board))
        .filter(role::Column::Id.is_in(ids))
        .exec(db)
        .await?;
    Ok(())
}
