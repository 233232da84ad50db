//! Boards and the log of everything written on them.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(board()).await?;
        manager
            .create_index(Index::create().name("board_partnership").table("board").col("partnership_id").to_owned())
            .await?;
        manager.create_table(board_update()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["board_update", "board"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn board() -> TableCreateStatement {
    Table::create()
        .table("board")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("kind", 16))
        .col(schema::string("title"))
        // The number of the newest row in the log; the row is locked while numbers are allotted, so that the order
        // of commits is the order of numbers.
        .col(schema::big_integer("last_seq"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().from("board", "partnership_id").to("partnership", "id"))
        .to_owned()
}

fn board_update() -> TableCreateStatement {
    Table::create()
        .table("board_update")
        .col(schema::uuid("board_id"))
        .col(schema::big_integer("seq"))
        .col(schema::uuid("author_id"))
        .col(schema::timestamp_with_time_zone("at"))
        .col(schema::blob("payload"))
        .primary_key(Index::create().col("board_id").col("seq"))
        .foreign_key(ForeignKey::create().from("board_update", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("board_update", "author_id").to("account", "id"))
        .to_owned()
}
