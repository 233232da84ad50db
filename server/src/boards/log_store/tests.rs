//! The log against a database of its own.

use std::path::PathBuf;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, QueryFilter as _, Value};

use super::*;
use crate::clock::SystemClock;
use crate::demo;
use crate::entity::{board_snapshot, board_update, membership};

/// A log with one board on which somebody has written.
struct Scene {
    file: PathBuf,
    database: Database,
    log: BoardLog,
    board: Uuid,
    author: Uuid,
}

/// A part of a log that was read to its end.
struct Log {
    seq: i64,
    start: Option<Snapshot>,
    rows: Vec<Row>,
}

impl Scene {
    /// The first row is the demo's.
    async fn new() -> Self {
        let file = std::env::temp_dir().join(format!("samenspel-{}.db", crate::ids::unordered()));
        let database = Database::open(&format!("sqlite:{}", file.display())).await.unwrap();
        demo::fill(&database, &SystemClock).await.unwrap();
        let log = BoardLog::new(database.clone(), Arc::new(SystemClock));
        let written = board_update::Entity::find().one(database.reader()).await.unwrap().unwrap();
        Self { file, database, log, board: written.board_id, author: written.author_id }
    }

    /// Writes rows that change nothing, up to row `last`.
    async fn write_up_to(&self, last: i64) {
        let after = self.load().await.seq;
        let row = Row { author: self.author, payload: Bytes::from_static(&[0, 0]) };
        let rows = vec![row; usize::try_from(last - after).unwrap()];
        let stored = self.log.append(&[Append { board: self.board, after, rows }]).await.unwrap();
        assert_eq!(stored, [Appended::Stored { seq: last }]);
    }

    /// Everything that is written.
    async fn load(&self) -> Log {
        self.read(Part::Everything).await.unwrap()
    }

    async fn until(&self, seq: i64) -> Log {
        self.read(Part::Until(seq)).await.unwrap()
    }

    /// Reads a part to its end.
    async fn read(&self, part: Part) -> Result<Log, StoreError> {
        let StoredLog { seq, start } = self.log.open(self.board, part).await?.unwrap();
        let mut at = start.as_ref().map_or(0, |start| start.seq);
        let mut rows = Vec::new();
        while at < seq && !matches!(part, Part::Until(until) if until > seq) {
            rows.push(self.log.rows(self.board, at, seq).await?);
            at += i64::try_from(rows.last().unwrap().len()).unwrap();
        }
        Ok(Log { seq, start, rows: rows.concat() })
    }

    async fn can_be_loaded(&self) -> bool {
        self.read(Part::Everything).await.is_ok()
    }

    async fn keep(&self, seq: i64) -> Snapshot {
        let owners = vec![(7, self.author)];
        let kept = Snapshot { seq, state: Bytes::from(format!("as it was at {seq}")), owners };
        self.log.keep(self.board, &kept).await.unwrap();
        kept
    }

    /// The rows at which something is kept, and whether it was set apart; newest first.
    async fn kept(&self) -> Vec<(i64, bool)> {
        let all = board_snapshot::Entity::find().all(self.database.reader()).await.unwrap();
        let mut kept: Vec<_> = all.into_iter().map(|kept| (kept.seq, kept.damaged_at.is_some())).collect();
        kept.sort_unstable_by(|a, b| b.cmp(a));
        kept
    }

    async fn damage_row(&self, seq: i64) {
        self.set(seq, board_update::Column::Payload, Value::from(vec![0_u8, 0, 0])).await;
    }

    async fn set(&self, seq: i64, column: board_update::Column, value: Value) {
        let change = board_update::Entity::update_many().col_expr(column, Expr::value(value));
        let of_board = change.filter(board_update::Column::BoardId.eq(self.board));
        self.change(of_board.filter(board_update::Column::Seq.eq(seq))).await;
    }

    async fn damage_snapshot(&self, seq: i64) {
        let never = Expr::value(Value::from(b"as it never was".to_vec()));
        let damage = board_snapshot::Entity::update_many().col_expr(board_snapshot::Column::State, never);
        self.change(damage.filter(board_snapshot::Column::Seq.eq(seq))).await;
    }

    async fn change<E: sea_orm::EntityTrait>(&self, change: sea_orm::UpdateMany<E>) {
        let transaction = self.database.begin().await.unwrap();
        assert_eq!(change.exec(&transaction).await.unwrap().rows_affected, 1);
        transaction.commit().await.unwrap();
    }

    async fn end(self) {
        self.database.close().await.unwrap();
        std::fs::remove_file(self.file).unwrap();
    }
}

#[tokio::test]
async fn a_log_that_lost_rows_is_not_loaded_wherever_they_stood() {
    let scene = Scene::new().await;
    scene.write_up_to(3).await;
    for lost in [3, 1] {
        let transaction = scene.database.begin().await.unwrap();
        board_update::Entity::delete_by_id((scene.board, lost)).exec(&transaction).await.unwrap();
        transaction.commit().await.unwrap();
        assert!(!scene.can_be_loaded().await, "row {lost} is gone");
    }
    scene.end().await;
}

#[tokio::test]
async fn a_log_is_read_in_pages_of_so_many_rows_and_bytes_and_of_one_row_at_least() {
    let scene = Scene::new().await;
    scene.write_up_to(2_100).await;
    let row = |size| Row { author: scene.author, payload: Bytes::from(vec![0; size]) };
    let large = vec![row(3 << 20), row(3 << 20), row(5 << 20), row(2 << 20), row(2 << 20), row(1)];
    scene.log.append(&[Append { board: scene.board, after: 2_100, rows: large }]).await.unwrap();
    let (mut at, mut pages) = (0, Vec::new());
    while at < 2_106 {
        pages.push(scene.log.rows(scene.board, at, 2_106).await.unwrap().len());
        at += i64::try_from(*pages.last().unwrap()).unwrap();
    }
    assert_eq!(pages, [1_000, 1_000, 101, 1, 1, 2, 1]);
    assert_eq!(scene.log.rows(scene.board, 5, 7).await.unwrap().len(), 2, "and not further than is wanted");
    scene.end().await;
}

#[tokio::test]
async fn a_log_that_goes_on_after_the_row_that_its_board_calls_the_last_is_damaged() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    let shorter = board::Entity::update_many().col_expr(board::Column::LastSeq, Expr::value(4));
    scene.change(shorter.filter(board::Column::Id.eq(scene.board))).await;
    assert!(!scene.can_be_loaded().await, "the number of the next row is taken");
    assert_eq!(scene.until(4).await.rows.len(), 4);
    scene.end().await;
}

#[tokio::test]
async fn a_log_starts_with_the_newest_snapshot_and_has_the_rows_after_it() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    assert_eq!(scene.load().await.start, None);
    let kept = scene.keep(3).await;
    let log = scene.load().await;
    assert_eq!((log.start, log.rows.len(), log.seq), (Some(kept), 2, 5));
    let kept = scene.keep(5).await;
    let log = scene.load().await;
    assert_eq!((log.start, log.rows.len(), log.seq), (Some(kept), 0, 5));
    scene.end().await;
}

#[tokio::test]
async fn a_log_until_a_row_has_nothing_after_it_and_one_that_is_shorter_says_so() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    let kept = scene.keep(3).await;
    let log = scene.until(2).await;
    assert_eq!((log.start, log.rows.len(), log.seq), (None, 2, 2));
    let log = scene.until(4).await;
    assert_eq!((log.start, log.rows.len(), log.seq), (Some(kept), 1, 4));
    let (log, too_far) = (scene.until(0).await, scene.until(6).await);
    assert_eq!((log.seq, log.rows.len()), (0, 0));
    assert_eq!((too_far.seq, too_far.rows.len()), (5, 0));
    scene.end().await;
}

#[tokio::test]
async fn two_snapshots_are_kept_and_an_older_one_comes_too_late() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    for seq in [1, 2, 4, 3, 4] {
        scene.keep(seq).await;
    }
    assert_eq!(scene.kept().await, [(4, false), (2, false)]);
    scene.end().await;
}

#[tokio::test]
async fn a_damaged_snapshot_is_set_apart_and_the_one_before_it_or_the_whole_log_is_used() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    let older = scene.keep(2).await;
    scene.keep(4).await;
    scene.damage_snapshot(4).await;
    let log = scene.load().await;
    assert_eq!((log.start, log.rows.len()), (Some(older), 3));
    assert_eq!(scene.kept().await, [(4, true), (2, false)]);
    scene.damage_snapshot(2).await;
    let log = scene.load().await;
    assert_eq!((log.start, log.rows.len()), (None, 5));
    // What was set apart stays for a look, beside the one that is made in its place.
    let again = scene.keep(4).await;
    assert_eq!(scene.load().await.start, Some(again));
    assert_eq!(scene.kept().await, [(4, true), (4, false), (2, true)]);
    scene.end().await;
}

#[tokio::test]
async fn a_snapshot_that_cannot_be_read_is_set_apart_by_its_row() {
    let scene = Scene::new().await;
    scene.write_up_to(3).await;
    scene.keep(2).await;
    scene.log.set_apart(scene.board, 2).await.unwrap();
    assert_eq!(scene.load().await.start, None);
    assert_eq!(scene.kept().await, [(2, true)]);
    scene.end().await;
}

#[tokio::test]
async fn only_some_damaged_snapshots_are_kept() {
    let scene = Scene::new().await;
    scene.write_up_to(20).await;
    for seq in 2..12 {
        scene.keep(seq).await;
        scene.log.set_apart(scene.board, seq).await.unwrap();
    }
    scene.keep(12).await;
    assert_eq!(scene.kept().await, [(12, false), (11, true), (10, true), (9, true), (8, true)]);
    scene.end().await;
}

#[tokio::test]
async fn a_damaged_row_closes_the_board_unless_a_sound_snapshot_has_it() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    scene.damage_row(3).await;
    assert!(!scene.can_be_loaded().await);
    assert!(scene.read(Part::Until(2)).await.is_ok(), "what was before it is sound");
    scene.keep(2).await;
    assert!(!scene.can_be_loaded().await, "it is after the snapshot");
    scene.keep(3).await;
    assert_eq!(scene.load().await.rows.len(), 2);
    scene.damage_snapshot(3).await;
    assert!(!scene.can_be_loaded().await, "the snapshot that had it is damaged too");
    scene.end().await;
}

#[tokio::test]
async fn a_row_from_before_there_were_checksums_is_taken_as_it_is() {
    let scene = Scene::new().await;
    scene.write_up_to(3).await;
    scene.set(2, board_update::Column::Checksum, Value::BigInt(None)).await;
    scene.damage_row(2).await;
    assert_eq!(scene.load().await.rows.len(), 3);
    scene.end().await;
}

#[tokio::test]
async fn a_log_that_ends_before_what_was_kept_of_it_is_not_loaded() {
    let scene = Scene::new().await;
    scene.write_up_to(5).await;
    scene.keep(6).await;
    assert!(!scene.can_be_loaded().await, "there was a sixth row");
    assert_eq!(scene.until(5).await.rows.len(), 5);
    scene.end().await;
}

#[tokio::test]
async fn each_board_of_a_group_gets_its_own_rows_and_its_own_outcome() {
    let scene = Scene::new().await;
    let boards = board::Entity::find().all(scene.database.reader()).await.unwrap();
    let [first, second, third, ..] = boards.as_slice() else { panic!("{boards:?}") };
    let members = membership::Entity::find().all(scene.database.reader()).await.unwrap();
    let writer = |author| Row { author, payload: Bytes::from_static(&[0, 0]) };
    let observer = members.iter().find(|member| member.role == crate::access::Role::Observer).unwrap().account_id;
    let append = |board: Uuid, after: i64, authors: &[Uuid]| Append {
        board,
        after,
        rows: authors.iter().copied().map(writer).collect(),
    };
    let nowhere = Uuid::from_u128(1);
    let author = scene.author;
    let outcomes = scene
        .log
        .append(&[
            append(third.id, third.last_seq, &[author, author]),
            append(nowhere, 0, &[author]),
            append(first.id, first.last_seq, &[author, observer]),
            append(second.id, second.last_seq + 1, &[author]),
            append(first.id, first.last_seq, &[author]),
        ])
        .await
        .unwrap();
    assert_eq!(
        outcomes,
        [
            Appended::Stored { seq: third.last_seq + 2 },
            Appended::Gone,
            Appended::Refused { authors: vec![observer] },
            Appended::Conflict,
            Appended::Stored { seq: first.last_seq + 1 },
        ]
    );
    for (board, more) in [(first, 1), (second, 0), (third, 2)] {
        assert_eq!(scene.log.open(board.id, Part::Everything).await.unwrap().unwrap().seq, board.last_seq + more);
    }
    scene.end().await;
}
