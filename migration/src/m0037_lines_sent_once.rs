//! A line of a ledger that is sent twice is there once.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What whoever sends it calls it, and what it was.
        for column in [schema::uuid_null("sent_key"), schema::string_len_null("sent_hash", 64)] {
            // One at a time: SQLite adds no more.
            manager.alter_table(Table::alter().table("ledger_line").add_column(column).to_owned()).await?;
        }
        let sent_once = Index::create()
            .name("ledger_line_sent")
            .table("ledger_line")
            .col("partnership_id")
            .col("written_by")
            .col("sent_key")
            .unique()
            .to_owned();
        manager.create_index(sent_once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ledger_line_sent").table("ledger_line").to_owned()).await?;
        for column in ["sent_hash", "sent_key"] {
            manager.alter_table(Table::alter().table("ledger_line").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
