//! Partnerships that were there before there were values.

use chrono::{DateTime, Utc};
use migration::{Migrator, MigratorTrait as _};
use samenspel::entity::{account, bin_item, board, comment, comment_thread, partnership};
use samenspel::ids;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Database, DatabaseConnection, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Set,
};
use tests::TestDatabase;
use uuid::Uuid;

/// The steps before values.
const BEFORE: u32 = 22;

#[tokio::test]
async fn partnerships_that_are_there_get_a_board_once_and_keep_what_was_deleted_and_said() {
    let test = TestDatabase::empty().await;
    let url =
        if test.url().starts_with("sqlite:") { format!("{}?mode=rwc", test.url()) } else { test.url().into() };
    let db = Database::connect(url).await.unwrap();
    Migrator::up(&db, Some(BEFORE)).await.unwrap();
    let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let partnerships = [add_partnership(&db, now).await, add_partnership(&db, now).await];
    let canvas = add_board(&db, partnerships[0], "canvas", now).await;
    let person = add_account(&db, now).await;
    add_what_was_deleted_and_said(&db, partnerships[0], canvas, person, now).await;
    let (deleted, said) = left(&db).await;

    Migrator::up(&db, None).await.unwrap();
    for partnership in partnerships {
        let board = values_board(&db, partnership).await;
        assert_eq!((board.title.as_str(), board.last_seq, board.created_at), ("Waarden", 0, now));
    }
    assert_eq!(left(&db).await, (deleted.clone(), said.clone()));
    // What comes now may be of the new kind, and nothing may be of none.
    let mut item = deleted[0].clone();
    (item.id, item.kind) = (ids::ordered(), bin_item::Kind::Value);
    item.into_active_model().reset_all().insert(&db).await.unwrap();
    let mut thread = said[0].clone();
    (thread.id, thread.kind) = (ids::ordered(), comment_thread::Kind::Value);
    thread.into_active_model().reset_all().insert(&db).await.unwrap();
    let nonsense = "UPDATE bin_item SET kind = 'nonsense'";
    assert!(sea_orm::ConnectionTrait::execute_unprepared(&db, nonsense).await.is_err());

    let board = values_board(&db, partnerships[0]).await;
    let since = u32::try_from(Migrator::migrations().len()).unwrap() - BEFORE;
    Migrator::down(&db, Some(since)).await.unwrap();
    Migrator::up(&db, None).await.unwrap();
    assert_eq!(values_board(&db, partnerships[0]).await, board, "it is not made twice");
    assert_eq!(left(&db).await.0.len(), 2);
    db.close().await.unwrap();
}

async fn values_board(db: &DatabaseConnection, partnership: Uuid) -> board::Model {
    let boards = board::Entity::find().filter(board::Column::PartnershipId.eq(partnership));
    let mut found = boards.filter(board::Column::Kind.eq("values")).all(db).await.unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// What is in the bin, and what was said.
async fn left(db: &DatabaseConnection) -> (Vec<bin_item::Model>, Vec<comment_thread::Model>) {
    let deleted = bin_item::Entity::find().order_by_asc(bin_item::Column::Id).all(db).await.unwrap();
    let said = comment_thread::Entity::find().order_by_asc(comment_thread::Column::Id).all(db).await.unwrap();
    (deleted, said)
}

async fn add_partnership(db: &DatabaseConnection, now: DateTime<Utc>) -> Uuid {
    let partnership = partnership::Model {
        id: ids::ordered(),
        name: "Van vroeger".into(),
        challenge: String::new(),
        status: partnership::Status::Active,
        phase: "signal".into(),
        created_at: now,
    };
    partnership.into_active_model().reset_all().insert(db).await.unwrap().id
}

async fn add_board(db: &DatabaseConnection, partnership_id: Uuid, kind: &str, created_at: DateTime<Utc>) -> Uuid {
    let (kind, title) = (kind.to_owned(), kind.to_owned());
    let id = ids::ordered();
    // Of what boards have now, as much as they had then.
    let board = board::ActiveModel {
        id: Set(id),
        partnership_id: Set(partnership_id),
        kind: Set(kind),
        title: Set(title),
        last_seq: Set(0),
        created_at: Set(created_at),
        ..Default::default()
    };
    board::Entity::insert(board).exec_without_returning(db).await.unwrap();
    id
}

async fn add_account(db: &DatabaseConnection, now: DateTime<Utc>) -> Uuid {
    let account = account::Model {
        id: ids::ordered(),
        organisation_id: None,
        email: "vroeger@demo.example".into(),
        email_key: "vroeger@demo.example".into(),
        name: "Vera Vroeger".into(),
        name_key: "vera vroeger".into(),
        password_hash: None,
        platform_admin: false,
        organisation_admin: false,
        deactivated_at: None,
        created_at: now,
        language: account::Language::Nl,
        verified_at: None,
        suspended_at: None,
    };
    account.into_active_model().reset_all().insert(db).await.unwrap().id
}

async fn add_what_was_deleted_and_said(
    db: &DatabaseConnection,
    partnership_id: Uuid,
    board_id: Uuid,
    person: Uuid,
    now: DateTime<Utc>,
) {
    let item = bin_item::Model {
        id: ids::ordered(),
        board_id,
        kind: bin_item::Kind::Note,
        item: "kaart".into(),
        content: "{}".into(),
        deleted_at: now,
        deleted_by: person,
        deleted_seq: 1,
        copies_left: 0,
        returned_at: None,
        claimed_until: None,
    };
    item.into_active_model().reset_all().insert(db).await.unwrap();
    let thread = comment_thread::Model {
        id: ids::ordered(),
        partnership_id,
        board_id,
        kind: comment_thread::Kind::Card,
        item: "kaart".into(),
        passage_start: None,
        passage_end: None,
        quote: "Een kaart".into(),
        seq: 1,
        created_at: now,
        resolved_at: None,
        resolved_by: None,
    };
    let thread = thread.into_active_model().reset_all().insert(db).await.unwrap();
    let comment = comment::Model {
        id: ids::ordered(),
        thread_id: thread.id,
        author_id: person,
        text: "Mooi".into(),
        created_at: now,
        edited_at: None,
        deleted_at: None,
    };
    comment.into_active_model().reset_all().insert(db).await.unwrap();
}
