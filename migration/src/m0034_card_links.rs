//! Links between cards, and from a card to a passage of the ambition or to a line of the ledger.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let one_of_three = Expr::col("kind").is_in(["card", "passage", "ledger_line"]);
        let link = Table::create()
            .table("card_link")
            .col(schema::pk_uuid("id"))
            .col(schema::uuid("partnership_id"))
            .col(schema::uuid("board_id"))
            .col(schema::string_len("card_id", 64))
            // The row of the log after which the card stood there.
            .col(schema::big_integer("seq"))
            .col(schema::string_len("kind", 16).check(one_of_three))
            // Of another card, or of a passage.
            .col(schema::uuid_null("target_board_id"))
            .col(schema::string_len_null("target_card_id", 64))
            .col(schema::big_integer_null("target_seq"))
            // Of a passage: the root it stands in, its ends, and what stood there.
            .col(schema::string_len_null("root", 16))
            .col(schema::text_null("passage_start"))
            .col(schema::text_null("passage_end"))
            .col(schema::text_null("quote"))
            .col(schema::uuid_null("line_id"))
            .col(schema::uuid("made_by"))
            .col(schema::timestamp_with_time_zone("made_at"))
            .foreign_key(ForeignKey::create().from("card_link", "partnership_id").to("partnership", "id"))
            .foreign_key(ForeignKey::create().from("card_link", "board_id").to("board", "id"))
            .foreign_key(ForeignKey::create().from("card_link", "target_board_id").to("board", "id"))
            .foreign_key(
                ForeignKey::create()
                    .from("card_link", "line_id")
                    .to("ledger_line", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .foreign_key(ForeignKey::create().from("card_link", "made_by").to("account", "id"))
            .to_owned();
        manager.create_table(link).await?;
        for (name, column) in [("card_link_partnership", "partnership_id"), ("card_link_line", "line_id")] {
            manager.create_index(Index::create().name(name).table("card_link").col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("card_link").to_owned()).await
    }
}
