//! Reads everything that boards are made of, and says what is damaged. Changes nothing.

use std::fmt;

use bytes::Bytes;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::kind::Kind;
use super::log_store::{rows, snapshots};
use crate::database::Database;
use crate::entity::{board, board_snapshot, board_update};
use crate::realtime::{Document, Row};

/// How many rows are read at a time.
const ROWS_AT_ONCE: usize = 500;

/// What was read, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Checked {
    /// How many boards were read.
    pub boards: usize,
    /// How many rows of their logs.
    pub rows: usize,
    /// How many of those have no checksum, because they are from before there were any.
    pub rows_without_checksum: usize,
    /// How many snapshots.
    pub snapshots: usize,
    /// What is damaged; nothing when all is well.
    pub damage: Vec<Damage>,
}

/// One thing that is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The board.
    pub board: Uuid,
    /// The row of its log that is damaged, or at which the snapshot was made; none when it is the whole log.
    pub seq: Option<i64>,
    /// What is wrong there.
    pub kind: DamageKind,
}

/// A kind of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamageKind {
    /// A row is not as it was written.
    Row,
    /// A row is missing.
    MissingRow,
    /// The rows are as they were written, and make no document.
    Unreadable,
    /// A snapshot is not as it was written, or the server found that before and set it apart.
    Snapshot,
    /// A snapshot is as it was written, and says something else than the log.
    UnfaithfulSnapshot,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            DamageKind::Row => "row is damaged",
            DamageKind::MissingRow => "row is missing",
            DamageKind::Unreadable => "the log makes no document",
            DamageKind::Snapshot => "snapshot is damaged",
            DamageKind::UnfaithfulSnapshot => "snapshot says something else than the log",
        };
        write!(f, "board {} ", self.board)?;
        match self.seq {
            Some(seq) => write!(f, "seq {seq}: {what}"),
            None => f.write_str(what),
        }
    }
}

/// Reads every row and every snapshot, and compares each snapshot with what its log says.
pub async fn check(database: &Database) -> Result<Checked, DbErr> {
    let db = database.reader();
    let mut checked = Checked::default();
    for board in board::Entity::find().order_by_asc(board::Column::Id).all(db).await? {
        checked.boards += 1;
        check_board(db, &board, &mut checked).await?;
    }
    Ok(checked)
}

async fn check_board(db: &impl ConnectionTrait, board: &board::Model, checked: &mut Checked) -> Result<(), DbErr> {
    let damaged_before = checked.damage.len();
    let rows = check_rows(db, board, checked).await?;
    let log_is_whole = checked.damage.len() == damaged_before;
    let kind = Kind::from_id(&board.kind);
    if log_is_whole && kind.is_none_or(|kind| Document::load(kind.vocabulary(), &rows).is_err()) {
        checked.damage.push(Damage { board: board.id, seq: None, kind: DamageKind::Unreadable });
        return Ok(());
    }
    let ids = board_snapshot::Entity::find().filter(board_snapshot::Column::BoardId.eq(board.id));
    let ids = ids.order_by_asc(board_snapshot::Column::Seq).select_only().column(board_snapshot::Column::Id);
    for id in ids.into_tuple::<Uuid>().all(db).await? {
        let Some(kept) = board_snapshot::Entity::find_by_id(id).one(db).await? else { continue };
        checked.snapshots += 1;
        let rows = log_is_whole.then_some(rows.as_slice());
        if let Some(damage) = check_snapshot(kept, kind, rows) {
            checked.damage.push(damage);
        }
    }
    Ok(())
}

/// The rows of a board that can be read, in order.
async fn check_rows(
    db: &impl ConnectionTrait,
    board: &board::Model,
    checked: &mut Checked,
) -> Result<Vec<Row>, DbErr> {
    let of_board = board_update::Entity::find().filter(board_update::Column::BoardId.eq(board.id));
    let numbers = of_board.order_by_asc(board_update::Column::Seq).select_only().column(board_update::Column::Seq);
    let numbers: Vec<i64> = numbers.into_tuple().all(db).await?;
    checked.rows += numbers.len();
    let mut damage = |seq: i64, kind| checked.damage.push(Damage { board: board.id, seq: Some(seq), kind });
    let is_there = |seq: &i64| numbers.binary_search(seq).is_ok();
    let last = numbers.last().map_or(board.last_seq, |last| board.last_seq.max(*last));
    (1..=last).filter(|seq| !is_there(seq)).for_each(|seq| damage(seq, DamageKind::MissingRow));
    let mut sound = Vec::with_capacity(numbers.len());
    for some in numbers.chunks(ROWS_AT_ONCE) {
        for (seq, row) in read_rows(db, board.id, some).await {
            match row {
                Some(row) if rows::is_sound(&row) => {
                    checked.rows_without_checksum += usize::from(row.checksum.is_none());
                    sound.push(Row { author: row.author_id, payload: Bytes::from(row.payload) });
                }
                _ => damage(seq, DamageKind::Row),
            }
        }
    }
    Ok(sound)
}

/// The rows with these numbers; nothing in place of one that the database cannot read.
async fn read_rows(
    db: &impl ConnectionTrait,
    board: Uuid,
    numbers: &[i64],
) -> Vec<(i64, Option<board_update::Model>)> {
    let together = board_update::Entity::find()
        .filter(board_update::Column::BoardId.eq(board))
        .filter(board_update::Column::Seq.is_in(numbers.iter().copied()))
        .order_by_asc(board_update::Column::Seq);
    if let Ok(rows) = together.all(db).await {
        return rows.into_iter().map(|row| (row.seq, Some(row))).collect();
    }
    let mut rows = Vec::with_capacity(numbers.len());
    for seq in numbers {
        rows.push((*seq, board_update::Entity::find_by_id((board, *seq)).one(db).await.ok().flatten()));
    }
    rows
}

/// What is wrong with a snapshot. It is compared with `rows`, when the log is whole.
fn check_snapshot(kept: board_snapshot::Model, kind: Option<Kind>, rows: Option<&[Row]>) -> Option<Damage> {
    let (board, seq, was_set_apart) = (kept.board_id, kept.seq, kept.damaged_at.is_some());
    let damage = |kind| Some(Damage { board, seq: Some(seq), kind });
    let sound = snapshots::sound_model(kept).filter(|_| !was_set_apart);
    let (Some(snapshot), Some(kind)) = (sound, kind) else { return damage(DamageKind::Snapshot) };
    let rows = rows?;
    let before = usize::try_from(seq).ok().and_then(|seq| rows.get(..seq));
    let log = before.and_then(|rows| Document::load(kind.vocabulary(), rows).ok());
    let is_faithful = log.is_some_and(|log| snapshot.is_faithful(&log, kind.vocabulary()));
    if is_faithful { None } else { damage(DamageKind::UnfaithfulSnapshot) }
}
