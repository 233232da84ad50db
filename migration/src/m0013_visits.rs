//! How far somebody has seen what happens in a partnership.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(visit()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("visit").to_owned()).await
    }
}

fn visit() -> TableCreateStatement {
    Table::create()
        .table("visit")
        .col(schema::uuid("account_id"))
        .col(schema::uuid("partnership_id"))
        // Where in the events the visit before this one ended, and when: what is new counts from there.
        .col(schema::string_len("since", 255))
        .col(schema::timestamp_with_time_zone("since_at"))
        // What they have seen by now, and when they looked last.
        .col(schema::string_len("seen", 255))
        .col(schema::timestamp_with_time_zone("seen_at"))
        .primary_key(Index::create().col("account_id").col("partnership_id"))
        .foreign_key(ForeignKey::create().from("visit", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("visit", "partnership_id").to("partnership", "id"))
        .to_owned()
}
