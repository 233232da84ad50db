//! Silent brainstorms: for some minutes everybody writes for themselves, and then all cards appear together.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(brainstorm()).await?;
        manager.create_table(brainstorm_card()).await?;
        manager.create_table(brainstorm_done()).await?;
        let of_board = Index::create().name("brainstorm_board").table("brainstorm").col("board_id").to_owned();
        manager.create_index(of_board).await?;
        manager.get_connection().execute_unprepared(ONE).await?;
        let of_author = Index::create()
            .name("brainstorm_card_author")
            .table("brainstorm_card")
            .col("brainstorm_id")
            .col("account_id")
            .to_owned();
        manager.create_index(of_author).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["brainstorm_done", "brainstorm_card", "brainstorm"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// One is on at a board. The query builder knows no index over some of the rows.
const ONE: &str = "CREATE UNIQUE INDEX brainstorm_on ON brainstorm (board_id) \
    WHERE revealed_at IS NULL AND stopped_at IS NULL";

fn brainstorm() -> TableCreateStatement {
    Table::create()
        .table("brainstorm")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("board_id"))
        .col(schema::string_len("block", 64))
        .col(schema::text_null("question"))
        .col(schema::uuid("begun_by"))
        .col(schema::timestamp_with_time_zone("begun_at"))
        .col(schema::timestamp_with_time_zone("ends_at"))
        // From then on nothing is written any more, and the cards are on their way to the board.
        .col(schema::timestamp_with_time_zone_null("closed_at"))
        .col(schema::timestamp_with_time_zone_null("revealed_at"))
        .col(schema::timestamp_with_time_zone_null("stopped_at"))
        .foreign_key(ForeignKey::create().from("brainstorm", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("brainstorm", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("brainstorm", "begun_by").to("account", "id"))
        .to_owned()
}

fn brainstorm_card() -> TableCreateStatement {
    Table::create()
        .table("brainstorm_card")
        // The key that it gets on the board.
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("brainstorm_id"))
        .col(schema::uuid("account_id"))
        .col(schema::uuid_null("partner_id"))
        .col(schema::text("text"))
        .col(schema::timestamp_with_time_zone("written_at"))
        // Since when it stands on the board, or stood there.
        .col(schema::timestamp_with_time_zone_null("put_at"))
        .foreign_key(ForeignKey::create().from("brainstorm_card", "brainstorm_id").to("brainstorm", "id"))
        .foreign_key(ForeignKey::create().from("brainstorm_card", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("brainstorm_card", "partner_id").to("partner", "id"))
        .to_owned()
}

fn brainstorm_done() -> TableCreateStatement {
    Table::create()
        .table("brainstorm_done")
        .col(schema::uuid("brainstorm_id"))
        .col(schema::uuid("account_id"))
        .primary_key(Index::create().col("brainstorm_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("brainstorm_done", "brainstorm_id").to("brainstorm", "id"))
        .foreign_key(ForeignKey::create().from("brainstorm_done", "account_id").to("account", "id"))
        .to_owned()
}
