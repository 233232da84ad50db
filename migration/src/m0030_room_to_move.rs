//! Room to move: what somebody may go ahead with, what each partner says of it, and how much room people find is taken
//! and given.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(room_to_move()).await?;
        let by_partnership =
            Index::create().name("room_to_move_partnership").table("room_to_move").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        manager.create_table(room_voice()).await?;
        manager.create_table(room_reading()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["room_reading", "room_voice", "room_to_move"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn room_to_move() -> TableCreateStatement {
    let ends = ["given_back", "taken_back", "withdrawn"];
    Table::create()
        .table("room_to_move")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        // Whose it is, as long as they are in the partnership.
        .col(schema::uuid("membership_id"))
        .col(schema::text("words"))
        .col(schema::date("until"))
        .col(schema::uuid("asked_by"))
        .col(schema::timestamp_with_time_zone("asked_at"))
        .col(schema::timestamp_with_time_zone_null("taken_at"))
        .col(schema::timestamp_with_time_zone_null("given_at"))
        .col(schema::timestamp_with_time_zone_null("ended_at"))
        .col(schema::string_len_null("ended_how", 16).check(Expr::col("ended_how").is_in(ends)))
        .foreign_key(ForeignKey::create().from("room_to_move", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("room_to_move", "membership_id").to("membership", "id"))
        .foreign_key(ForeignKey::create().from("room_to_move", "asked_by").to("account", "id"))
        .to_owned()
}

fn room_voice() -> TableCreateStatement {
    Table::create()
        .table("room_voice")
        .col(schema::uuid("room_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::boolean("gives"))
        .col(schema::text("words"))
        .col(schema::uuid("said_by"))
        .col(schema::timestamp_with_time_zone("said_at"))
        .primary_key(Index::create().col("room_id").col("partner_id"))
        .foreign_key(ForeignKey::create().from("room_voice", "room_id").to("room_to_move", "id"))
        .foreign_key(ForeignKey::create().from("room_voice", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("room_voice", "said_by").to("account", "id"))
        .to_owned()
}

fn room_reading() -> TableCreateStatement {
    Table::create()
        .table("room_reading")
        .col(schema::uuid("room_id"))
        .col(schema::uuid("account_id"))
        .col(schema::small_integer("taken").check(Expr::col("taken").between(-2, 2)))
        .col(schema::small_integer("given").check(Expr::col("given").between(-2, 2)))
        .col(schema::timestamp_with_time_zone("said_at"))
        .primary_key(Index::create().col("room_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("room_reading", "room_id").to("room_to_move", "id"))
        .foreign_key(ForeignKey::create().from("room_reading", "account_id").to("account", "id"))
        .to_owned()
}
