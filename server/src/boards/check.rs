//! Reads everything that boards are made of, and says what is damaged. Changes nothing.

use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::kind::Kind;
use super::log_store::{rows, snapshots};
use crate::database::{Database, ROWS_AT_ONCE};
use crate::entity::{board, board_snapshot, board_update};
use crate::realtime::{Document, Row};

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
    /// The board says that it ends before this row.
    RowAfterTheEnd,
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
            DamageKind::RowAfterTheEnd => "row is after the end of the log",
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
    // Looked at before the rows: what is kept while they are read is of rows that may not be among them.
    let mut kept = kept(db, board.id).await?;
    let numbers = numbers(db, board.id).await?;
    checked.rows += numbers.len();
    let gaps = check_numbers(db, board, &numbers).await?;
    let mut log = Replay::new(Kind::from_id(&board.kind));
    log.is_whole = gaps.is_empty();
    checked.damage.extend(gaps);
    for some in numbers.chunks(ROWS_AT_ONCE) {
        for (seq, row) in read_rows(db, board.id, some).await {
            while let Some((_, id)) = kept.pop_front_if(|(at, _)| *at < seq) {
                check_kept(db, id, &log, checked).await?;
            }
            match row {
                Some(row) if rows::is_sound(&row) => {
                    checked.rows_without_checksum += usize::from(row.checksum.is_none());
                    log.go_on(row);
                }
                _ => {
                    log.is_whole = false;
                    checked.damage.push(Damage { board: board.id, seq: Some(seq), kind: DamageKind::Row });
                }
            }
        }
    }
    if log.is_whole && log.document.is_none() {
        checked.damage.push(Damage { board: board.id, seq: None, kind: DamageKind::Unreadable });
    }
    for (_, id) in kept {
        check_kept(db, id, &log, checked).await?;
    }
    Ok(())
}

/// The snapshots of a board, and the rows at which they were made, oldest first.
async fn kept(db: &impl ConnectionTrait, board: Uuid) -> Result<VecDeque<(i64, Uuid)>, DbErr> {
    let kept = board_snapshot::Entity::find().filter(board_snapshot::Column::BoardId.eq(board));
    let kept = kept.select_only().column(board_snapshot::Column::Seq).column(board_snapshot::Column::Id);
    Ok(kept.order_by_asc(board_snapshot::Column::Seq).into_tuple().all(db).await?.into())
}

/// The numbers of the rows of a board, in order.
async fn numbers(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<i64>, DbErr> {
    let of_board = board_update::Entity::find().filter(board_update::Column::BoardId.eq(board));
    let numbers = of_board.order_by_asc(board_update::Column::Seq).select_only().column(board_update::Column::Seq);
    numbers.into_tuple().all(db).await
}

/// Which rows are missing, and whether there is one after what the board calls its last.
async fn check_numbers(
    db: &impl ConnectionTrait,
    board: &board::Model,
    numbers: &[i64],
) -> Result<Vec<Damage>, DbErr> {
    let damage = |seq: i64, kind| Damage { board: board.id, seq: Some(seq), kind };
    let last = numbers.last().copied().unwrap_or_default();
    let is_there = |seq: &i64| numbers.binary_search(seq).is_ok();
    let missing = (1..=board.last_seq.max(last)).filter(|seq| !is_there(seq));
    let mut found: Vec<Damage> = missing.map(|seq| damage(seq, DamageKind::MissingRow)).collect();
    if last > board.last_seq {
        // It may have grown since; then it says so now.
        let now = board::Entity::find_by_id(board.id).one(db).await?;
        if now.is_some_and(|now| now.last_seq < last) {
            found.push(damage(last, DamageKind::RowAfterTheEnd));
        }
    }
    Ok(found)
}

/// What the rows of a log make, one after the other.
struct Replay {
    kind: Option<Kind>,
    /// None when the rows make no document.
    document: Option<Document>,
    /// The last row in it.
    seq: i64,
    /// Whether every row is there and as it was written, as far as was looked.
    is_whole: bool,
}

impl Replay {
    fn new(kind: Option<Kind>) -> Self {
        Self { kind, document: kind.map(|kind| Document::empty(kind.vocabulary())), seq: 0, is_whole: true }
    }

    fn go_on(&mut self, row: board_update::Model) {
        self.seq = row.seq;
        let row = Row { author: row.author_id, payload: Bytes::from(row.payload) };
        if let Some(document) = &mut self.document
            && self.is_whole
            && document.go_on(&[row]).is_err()
        {
            self.document = None;
        }
    }
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

/// Looks at a snapshot, and compares it with what the rows up to it make; with nothing when those are damaged or
/// unreadable.
async fn check_kept(db: &impl ConnectionTrait, id: Uuid, log: &Replay, checked: &mut Checked) -> Result<(), DbErr> {
    // A newer one may have taken its place.
    let Some(kept) = board_snapshot::Entity::find_by_id(id).one(db).await? else { return Ok(()) };
    checked.snapshots += 1;
    let (board, seq, was_set_apart) = (kept.board_id, kept.seq, kept.damaged_at.is_some());
    let sound = snapshots::sound_model(kept).filter(|_| !was_set_apart);
    let damage = match (sound, log.kind, &log.document) {
        (Some(snapshot), Some(kind), Some(document)) if log.is_whole => {
            let is_faithful = seq == log.seq && snapshot.is_faithful(document, kind.vocabulary());
            (!is_faithful).then_some(DamageKind::UnfaithfulSnapshot)
        }
        (Some(_), Some(_), _) => None,
        _ => Some(DamageKind::Snapshot),
    };
    checked.damage.extend(damage.map(|kind| Damage { board, seq: Some(seq), kind }));
    Ok(())
}
