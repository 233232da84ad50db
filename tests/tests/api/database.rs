//! What must hold of transactions, whatever becomes of those who began them.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use samenspel::boards::BoardLog;
use samenspel::clock::SystemClock;
use samenspel::database::Database;
use samenspel::entity::account;
use samenspel::realtime::{Append, Appended, LogStore as _, Part, Row};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait as _, QueryFilter as _, Statement};
use tests::{TestDatabase, World, eventually};

#[tokio::test]
async fn a_transaction_that_nobody_waits_for_any_more_is_rolled_back() {
    let test = TestDatabase::empty().await;
    let database = Database::open(test.url()).await.unwrap();
    for attempt in 0..100 {
        give_up_after(attempt % 10, database.begin()).await;
        if let DbBackend::Postgres = database.reader().get_database_backend() {
            // Were it still in the transaction, all that came after a failure would fail.
            let failing = Statement::from_string(DbBackend::Postgres, "SELECT 1 / 0");
            assert!(database.reader().query_one_raw(failing).await.is_err());
            let none_is_open = async || (count(&database, OPEN_TRANSACTIONS).await == 0).then_some(());
            eventually("no transaction is open", none_is_open).await;
        }
    }
    database.begin().await.unwrap().commit().await.unwrap();
    database.close().await.unwrap();
}

#[tokio::test]
async fn who_is_being_deactivated_writes_nothing_after_it() {
    let world = World::start().await;
    let database = &world.server.app().database;
    let member = world.person("member").await.id().parse().unwrap();
    let board = world.own.canvas.parse().unwrap();
    let log = BoardLog::new(database.clone(), std::sync::Arc::new(SystemClock));
    let row = Row { author: member, payload: vec![0, 0].into() };
    let append = |after| Append { board, after, rows: vec![row.clone()] };
    let after = log.open(board, Part::Everything).await.unwrap().unwrap().seq;
    assert_eq!(log.append(&[append(after)]).await.unwrap(), [Appended::Stored { seq: after + 1 }]);
    let deactivation = database.begin().await.unwrap();
    account::Entity::update_many()
        .col_expr(account::Column::DeactivatedAt, Expr::value(world.server.app().clock.now()))
        .filter(account::Column::Id.eq(member))
        .exec(&deactivation)
        .await
        .unwrap();
    let late = append(after + 1);
    let writing = tokio::spawn(async move { log.append(&[late]).await });
    if let DbBackend::Postgres = database.reader().get_database_backend() {
        let it_waits =
            async || (writing.is_finished() || count(database, WAITING_TRANSACTIONS).await == 1).then_some(());
        eventually("the write waits for the deactivation, or is done", it_waits).await;
    }
    deactivation.commit().await.unwrap();
    assert_eq!(writing.await.unwrap().unwrap(), [Appended::Refused { authors: vec![member] }]);
}

const OPEN_TRANSACTIONS: &str = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
const WAITING_TRANSACTIONS: &str =
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/// Waits for something until it was looked at so many times in vain, and then no more.
async fn give_up_after(looks: usize, waited_for: impl Future) {
    let (mut waited_for, mut left) = (pin!(waited_for), looks);
    poll_fn(|context| {
        if waited_for.as_mut().poll(context).is_ready() || left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        Poll::Pending
    })
    .await;
}

async fn count(database: &Database, question: &str) -> i64 {
    let question = Statement::from_string(database.reader().get_database_backend(), question);
    database.reader().query_one_raw(question).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}
