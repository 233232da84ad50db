//! The conversation that follows a report: a board of each round that was reported, and what it says as a table.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(conversation()).await?;
        // The board of the round; nothing before it is reported. SQLite adds no foreign key to a table that is there.
        let board = schema::uuid_null("conversation_id");
        manager.alter_table(Table::alter().table("scan_round").add_column(board).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("scan_round").drop_column("conversation_id").to_owned()).await?;
        manager.drop_table(Table::drop().table("conversation").to_owned()).await
    }
}

fn conversation() -> TableCreateStatement {
    Table::create()
        .table("conversation")
        .col(schema::uuid("board_id").primary_key())
        .col(schema::uuid("partnership_id"))
        .col(schema::text("note"))
        .col(schema::big_integer("seq"))
        .foreign_key(ForeignKey::create().from("conversation", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("conversation", "partnership_id").to("partnership", "id"))
        .to_owned()
}
