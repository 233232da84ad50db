//! `samenspel check`, as an operator calls it.

use samenspel::entity::{board, board_update};
use sea_orm::{ActiveModelTrait as _, Database, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, Set};
use tests::{Process, TestDatabase};

#[tokio::test]
async fn a_check_succeeds_on_a_sound_database_and_names_the_row_of_a_damaged_one() {
    let database = TestDatabase::demo().await;
    let sound = Process::command(&database, &["check"]);
    assert!(sound.status.success(), "{sound:?}");
    let said = String::from_utf8(sound.stdout).unwrap();

    let connection = Database::connect(database.url()).await.unwrap();
    let boards = board::Entity::find().count(&connection).await.unwrap();
    assert!(boards > 0, "the demo begins boards");
    // Each began with one row: its template.
    assert_eq!(said, format!("{boards} boards, {boards} rows (0 without a checksum), 0 snapshots\n"));

    let row = board_update::Entity::find().one(&connection).await.unwrap().expect("the demo wrote something");
    let (board, mut payload) = (row.board_id, row.payload.clone());
    payload[0] ^= 1;
    let mut damaged = row.into_active_model();
    damaged.payload = Set(payload);
    damaged.update(&connection).await.unwrap();
    connection.close().await.unwrap();

    let found = Process::command(&database, &["check"]);
    assert_eq!(found.status.code(), Some(1), "{found:?}");
    let said = String::from_utf8(found.stdout).unwrap();
    assert!(said.starts_with(&format!("board {board} seq 1: row is damaged\n")), "{said}");
}

#[tokio::test]
async fn a_check_of_a_database_that_is_not_there_fails_and_makes_none() {
    let database = TestDatabase::empty().await;
    for _ in 0..2 {
        // The second would find what the first had made.
        let found = Process::command(&database, &["check"]);
        assert_eq!(found.status.code(), Some(1), "{found:?}");
        assert!(found.stdout.is_empty(), "{found:?}");
    }
}
