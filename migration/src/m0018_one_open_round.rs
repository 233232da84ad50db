//! One round of a partnership is open at a time, also when two leads open one at the same moment.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(ONE).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("scan_round_open").to_owned()).await
    }
}

/// The query builder knows no index over some of the rows.
const ONE: &str = "CREATE UNIQUE INDEX scan_round_open ON scan_round (partnership_id) WHERE status = 'open'";
