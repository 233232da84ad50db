//! Checksums of what is in the log, and boards kept whole at some of their rows.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Rows from before have none: whether they were whole when this step ran, nobody knows.
        let checksum = schema::big_integer_null("checksum");
        manager.alter_table(Table::alter().table("board_update").add_column(checksum).to_owned()).await?;
        manager.create_table(board_snapshot()).await?;
        manager
            .create_index(
                Index::create()
                    .name("board_snapshot_board")
                    .table("board_snapshot")
                    .col("board_id")
                    .col("seq")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("board_snapshot").to_owned()).await?;
        manager.alter_table(Table::alter().table("board_update").drop_column("checksum").to_owned()).await
    }
}

fn board_snapshot() -> TableCreateStatement {
    Table::create()
        .table("board_snapshot")
        // An id of its own: one that was set apart stays beside the one that is made at the same row instead.
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("board_id"))
        .col(schema::big_integer("seq"))
        .col(schema::timestamp_with_time_zone("made_at"))
        .col(schema::blob("state"))
        .col(schema::blob("owners"))
        .col(schema::big_integer("checksum"))
        .col(schema::timestamp_with_time_zone_null("damaged_at"))
        .foreign_key(ForeignKey::create().from("board_snapshot", "board_id").to("board", "id"))
        .to_owned()
}
