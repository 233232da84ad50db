//! The database, of either kind, behind one door: readers side by side, and transactions that write.

use std::path::Path;
use std::time::Duration;

use migration::{Migrator, MigratorTrait as _};
use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
};

/// How many rows, names or ids go into one statement: databases limit the number of parameters.
pub const ROWS_AT_ONCE: usize = 500;
const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
const BUSY: Duration = Duration::from_secs(10);
/// After how much silence a connection is asked whether it still is one, before it is used.
const IDLE: Duration = Duration::from_secs(1);

/// A migrated database.
///
/// SQLite has one writer by nature: one connection takes the write transactions in order, others read beside it.
/// PostgreSQL uses one pool for both.
#[derive(Clone, Debug)]
pub struct Database {
    writer: DatabaseConnection,
    readers: DatabaseConnection,
}

impl Database {
    /// Opens the database at `url`, making an SQLite file that is not there yet, and runs the missing migrations.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        let database = Self::connect(url, WhenMissing::Make).await?;
        // Held while the migrations run, so that of two servers that start at once on PostgreSQL one waits for the other.
        let turn = database.begin_turn().await?;
        Migrator::up(&database.writer, None).await?;
        if let Some(turn) = turn {
            turn.commit().await?;
        }
        Ok(database)
    }

    /// A transaction that only one process has at a time. SQLite has none to give: of two servers that start at once on
    /// one new file, one may fail to start, and finds the tables when it is started again.
    async fn begin_turn(&self) -> Result<Option<DatabaseTransaction>, DbErr> {
        if self.writer.get_database_backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let turn = self.writer.begin().await?;
        turn.execute_raw(Statement::from_string(DbBackend::Postgres, "SELECT pg_advisory_xact_lock(7263673)"))
            .await?;
        Ok(Some(turn))
    }

    /// Opens the database at `url` as it is.
    ///
    /// # Errors
    /// There is none, or it has not the shape that this version needs.
    pub async fn open_as_it_is(url: &str) -> Result<Self, DbErr> {
        let database = Self::connect(url, WhenMissing::Fail).await?;
        match Migrator::get_pending_migrations_read_only(&database.writer).await?.len() {
            0 => Ok(database),
            missing => Err(DbErr::Migration(format!("{missing} migrations are missing; run `samenspel migrate`"))),
        }
    }

    async fn connect(url: &str, when_missing: WhenMissing) -> Result<Self, DbErr> {
        let options = |connections| options(url, connections, when_missing);
        if !url.starts_with("sqlite:") {
            let pool = sea_orm::Database::connect(options(POSTGRES_CONNECTIONS)).await?;
            return Ok(Self { writer: pool.clone(), readers: pool });
        }
        if when_missing == WhenMissing::Make {
            make_folder(url)?;
        }
        let writer = sea_orm::Database::connect(options(1)).await?;
        let readers = sea_orm::Database::connect(options(READERS)).await?;
        Ok(Self { writer, readers })
    }

    /// For queries outside a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// Begins a transaction that may write. It is rolled back when dropped.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let writer = self.writer.clone();
        // In a task of its own, so that it is begun to the end also when nobody waits for it any more, and is rolled
        // back then. Until PostgreSQL has answered sqlx knows of no transaction: dropped at that moment the connection
        // would go back to the others in the middle of one.
        let beginning = tokio::spawn(async move {
            let options = TransactionOptions {
                // A transaction that reads first and then asks to write is refused while another writes.
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            };
            writer.begin_with_options(options).await
        });
        beginning.await.map_err(|error| DbErr::Custom(format!("a transaction was not begun: {error}")))?
    }

    /// Has the database overwrite what was deleted from tables, and what their rows were before: what is gone is to be gone
    /// from the disk as well. When it cannot, it does so by itself sooner or later.
    pub async fn scrub(&self, tables: &[&str]) {
        let statement = match self.writer.get_database_backend() {
            DbBackend::Sqlite => "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
            _ => format!("VACUUM {}", tables.join(", ")),
        };
        if let Err(error) = self.writer.execute_unprepared(&statement).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "the database did not tidy up");
        }
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.readers.ping().await
    }

    /// Closes the connections, once what runs on them has ended.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.writer.close_by_ref().await?;
        self.readers.close_by_ref().await
    }
}

/// What is done about an SQLite file that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WhenMissing {
    Make,
    Fail,
}

fn options(url: &str, connections: u32, when_missing: WhenMissing) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(BUSY)
        .test_before_acquire_if_idle_for(IDLE)
        .sqlx_logging(false)
        // Whatever the cluster's own settings are: a commit that is answered is on the disk, and a transaction that waited
        // for another sees what that one wrote.
        .map_sqlx_postgres_opts(|postgres| {
            postgres.options([("synchronous_commit", "on"), ("default_transaction_isolation", "read committed")])
        })
        // A row that was reported saved survives a power cut: FULL waits for the disk at every commit.
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .create_if_missing(when_missing == WhenMissing::Make)
                .foreign_keys(true)
                // What is deleted is overwritten.
                .pragma("secure_delete", "ON")
                .busy_timeout(BUSY)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
        })
        .map_sqlx_sqlite_before_acquire(|connection, _| {
            // When the disk is full, SQLite ends a transaction by itself and sqlx goes on counting it. On such a
            // connection a later commit ends a savepoint only: nothing of it would reach the disk.
            Box::pin(std::future::ready(Ok(!connection.is_in_transaction())))
        });
    options
}

fn make_folder(url: &str) -> Result<(), DbErr> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    match Path::new(path).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| DbErr::Custom(format!("cannot make the folder {}: {error}", folder.display()))),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use sea_orm::{ConnectionTrait as _, DatabaseBackend, Statement};

    use super::*;

    fn sql(text: impl Into<String>) -> Statement {
        Statement::from_string(DatabaseBackend::Sqlite, text.into())
    }

    async fn count(database: &Database) -> i64 {
        let row = database.reader().query_one_raw(sql("SELECT count(*) AS n FROM kept")).await.unwrap().unwrap();
        row.try_get("", "n").unwrap()
    }

    #[tokio::test]
    async fn what_is_committed_after_the_disk_was_full_is_on_the_disk() {
        let file = std::env::temp_dir().join(format!("samenspel-{}.db", crate::ids::unordered()));
        let database = Database::connect(&format!("sqlite:{}", file.display()), WhenMissing::Make).await.unwrap();
        database.writer.execute_raw(sql("CREATE TABLE kept (it BLOB)")).await.unwrap();
        database.writer.execute_raw(sql("PRAGMA max_page_count = 1")).await.unwrap();
        let transaction = database.begin().await.unwrap();
        assert!(transaction.execute_raw(sql("INSERT INTO kept VALUES (zeroblob(9000000))")).await.is_err());
        drop(transaction);
        database.writer.execute_raw(sql("PRAGMA max_page_count = 1000000")).await.unwrap();
        // Whoever reads and then has nothing to write drops the transaction.
        drop(database.begin().await.unwrap());
        let transaction = database.begin().await.unwrap();
        transaction.execute_raw(sql("INSERT INTO kept VALUES ('saved')")).await.unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(count(&database).await, 1);
        database.close().await.unwrap();
        std::fs::remove_file(file).unwrap();
    }
}
