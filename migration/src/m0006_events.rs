//! What happened in a partnership, told to those whom it concerns.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(event_stream()).await?;
        manager.create_table(event()).await?;
        manager.create_index(Index::create().name("event_age").table("event").col("at").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["event", "event_stream"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn event_stream() -> TableCreateStatement {
    let audiences = ["partnership", "partner", "account"];
    Table::create()
        .table("event_stream")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("audience", 16).check(Expr::col("audience").is_in(audiences)))
        // The partnership, the partner or the account that it is for.
        .col(schema::uuid("subject_id"))
        // The number of the newest event; the row is locked while numbers are given out, so that the order of commits
        // is the order of numbers.
        .col(schema::big_integer("last_number"))
        .foreign_key(ForeignKey::create().from("event_stream", "partnership_id").to("partnership", "id"))
        .index(
            Index::create()
                .name("event_stream_once")
                .unique()
                .col("partnership_id")
                .col("audience")
                .col("subject_id"),
        )
        .to_owned()
}

fn event() -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(schema::uuid("stream_id"))
        .col(schema::big_integer("number"))
        .col(schema::string_len("kind", 64))
        .col(schema::timestamp_with_time_zone("at"))
        .col(schema::uuid_null("actor_id"))
        .col(schema::text("data"))
        .primary_key(Index::create().col("stream_id").col("number"))
        .foreign_key(ForeignKey::create().from("event", "stream_id").to("event_stream", "id"))
        .foreign_key(ForeignKey::create().from("event", "actor_id").to("account", "id"))
        .to_owned()
}
