//! Writing to the logs of many boards in one transaction, with as many statements as for one board.
//!
//! Many rooms are busy at once, and their batches are committed together: what a statement costs is shared by all of
//! them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::checksum;
use crate::access::{self, Action, Stage};
use crate::database::ROWS_AT_ONCE;
use crate::entity::{account, board, board_update, membership, partnership};
use crate::realtime::{Append, Appended, Row};

/// Writes the rows of each append, or nothing of them, and says what became of each, in their order.
pub(super) async fn append_to_logs(
    db: &impl ConnectionTrait,
    appends: &[Append],
    at: DateTime<Utc>,
) -> Result<Vec<Appended>, DbErr> {
    let mut boards = lock_boards(db, appends).await?;
    let writers = lock_writers(db, boards.values(), appends).await?;
    let mut rows = Vec::new();
    let mut grown = BTreeMap::new();
    let mut outcomes = Vec::with_capacity(appends.len());
    for append in appends {
        let board = boards.get_mut(&append.board);
        let outcome = board.map_or(Appended::Gone, |board| accept(board, append, &writers));
        if let Appended::Stored { seq } = outcome {
            rows.extend(numbered(append, at));
            grown.insert(append.board, seq);
        }
        outcomes.push(outcome);
    }
    for rows in rows.chunks(ROWS_AT_ONCE) {
        board_update::Entity::insert_many(rows.to_vec()).exec_without_returning(db).await?;
    }
    raise(db, &grown).await?;
    Ok(outcomes)
}

/// The same for one.
pub async fn append_to_log(
    db: &impl ConnectionTrait,
    append: &Append,
    at: DateTime<Utc>,
) -> Result<Appended, DbErr> {
    let outcomes = append_to_logs(db, std::slice::from_ref(append), at).await?;
    Ok(outcomes.into_iter().next().unwrap_or(Appended::Gone))
}

/// The boards, so that nobody else writes on them meanwhile. Locked in the order of their ids, so that two servers
/// cannot wait for each other; and so that rows that refer to them can be added, or whoever holds the partnership and
/// adds one would wait for whoever writes and waits for the partnership.
async fn lock_boards(db: &impl ConnectionTrait, appends: &[Append]) -> Result<HashMap<Uuid, board::Model>, DbErr> {
    let ids: BTreeSet<Uuid> = appends.iter().map(|append| append.board).collect();
    let boards = board::Entity::find()
        .filter(board::Column::Id.is_in(ids))
        .order_by_asc(board::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(db)
        .await?;
    Ok(boards.into_iter().map(|board| (board.id, board)).collect())
}

/// Who may write where at this moment: partnership and account. All that decides it is locked, so that whoever is
/// removed or deactivated at this moment, and what is concluded, is that before these rows, or after them.
async fn lock_writers(
    db: &impl ConnectionTrait,
    boards: impl Iterator<Item = &board::Model>,
    appends: &[Append],
) -> Result<HashSet<(Uuid, Uuid)>, DbErr> {
    let stages = lock_stages(db, boards).await?;
    let authors: BTreeSet<Uuid> = appends.iter().flat_map(|append| &append.rows).map(|row| row.author).collect();
    let accounts = membership::Entity::belongs_to(account::Entity)
        .from(membership::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let members = membership::Entity::find()
        .join(JoinType::InnerJoin, accounts)
        .filter(account::is_admitted())
        .filter(membership::Column::PartnershipId.is_in(stages.keys().copied()))
        .filter(membership::Column::AccountId.is_in(authors))
        .filter(membership::Column::LeftAt.is_null())
        // In the order in which a whole organisation is suspended, so that neither waits for the other for ever.
        .order_by_asc(account::Column::Id)
        .lock_shared()
        .all(db)
        .await?;
    let may_write = |member: &membership::Model| {
        let stage = stages.get(&member.partnership_id);
        stage.is_some_and(|&stage| access::decide(member.role, stage, Action::WriteBoards).is_ok())
    };
    let writers = members.into_iter().filter(may_write);
    Ok(writers.map(|member| (member.partnership_id, member.account_id)).collect())
}

/// How far the partnerships of the boards are. Locked before who is in them, as whoever changes them does.
async fn lock_stages(
    db: &impl ConnectionTrait,
    boards: impl Iterator<Item = &board::Model>,
) -> Result<HashMap<Uuid, Stage>, DbErr> {
    let ids: BTreeSet<Uuid> = boards.map(|board| board.partnership_id).collect();
    let found: Vec<(Uuid, partnership::Status)> = partnership::Entity::find()
        .select_only()
        .columns([partnership::Column::Id, partnership::Column::Status])
        .filter(partnership::Column::Id.is_in(ids))
        .order_by_asc(partnership::Column::Id)
        .lock_shared()
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(partnership, status)| (partnership, status.stage())).collect())
}

/// What becomes of an append; when it is taken the board goes on from there.
fn accept(board: &mut board::Model, append: &Append, writers: &HashSet<(Uuid, Uuid)>) -> Appended {
    if board.last_seq != append.after {
        return Appended::Conflict;
    }
    let authors: BTreeSet<Uuid> = append.rows.iter().map(|row| row.author).collect();
    let may_not_write = |author: &Uuid| !writers.contains(&(board.partnership_id, *author));
    let refused: Vec<Uuid> = authors.into_iter().filter(may_not_write).collect();
    if !refused.is_empty() {
        return Appended::Refused { authors: refused };
    }
    board.last_seq += i64::try_from(append.rows.len()).unwrap_or(i64::MAX);
    Appended::Stored { seq: board.last_seq }
}

/// The rows of an append, as they go into the database.
fn numbered(append: &Append, at: DateTime<Utc>) -> impl Iterator<Item = board_update::ActiveModel> {
    (append.after + 1..).zip(&append.rows).map(move |(seq, Row { author, payload })| board_update::ActiveModel {
        board_id: Set(append.board),
        seq: Set(seq),
        author_id: Set(*author),
        at: Set(at),
        payload: Set(payload.to_vec()),
        checksum: Set(Some(checksum::of_row(append.board, seq, *author, at, payload))),
    })
}

/// Says on each board which row is its last.
async fn raise(db: &impl ConnectionTrait, grown: &BTreeMap<Uuid, i64>) -> Result<(), DbErr> {
    if grown.is_empty() {
        return Ok(());
    }
    let last_seq = grown
        .iter()
        .fold(CaseStatement::new(), |last_seq, (board, seq)| {
            last_seq.case(Expr::col(board::Column::Id).eq(*board), Expr::val(*seq))
        })
        .finally(Expr::col(board::Column::LastSeq));
    board::Entity::update_many()
        .col_expr(board::Column::LastSeq, last_seq.into())
        .filter(board::Column::Id.is_in(grown.keys().copied()))
        .exec(db)
        .await?;
    Ok(())
}
