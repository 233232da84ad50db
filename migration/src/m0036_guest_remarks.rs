//! A link shows one block of a canvas too, and whoever has it says something about that.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in
            [schema::uuid_null("board_id"), schema::string_len_null("block", 64), schema::text_null("question")]
        {
            // One at a time: SQLite adds no more.
            manager.alter_table(Table::alter().table("share_link").add_column(column).to_owned()).await?;
        }
        let remark = Table::create()
            .table("guest_remark")
            .col(schema::pk_uuid("id"))
            .col(schema::uuid("partnership_id"))
            .col(schema::uuid("link_id"))
            // Chosen by the page, so that what is sent twice is there once.
            .col(schema::uuid("sent_id"))
            .col(schema::uuid("board_id"))
            .col(schema::string_len("block", 64))
            .col(schema::text("name"))
            .col(schema::text("words"))
            .col(schema::timestamp_with_time_zone("said_at"))
            .col(schema::timestamp_with_time_zone_null("settled_at"))
            .col(schema::uuid_null("settled_by"))
            .foreign_key(ForeignKey::create().from("guest_remark", "partnership_id").to("partnership", "id"))
            .foreign_key(ForeignKey::create().from("guest_remark", "link_id").to("share_link", "id"))
            .foreign_key(ForeignKey::create().from("guest_remark", "board_id").to("board", "id"))
            .foreign_key(ForeignKey::create().from("guest_remark", "settled_by").to("account", "id"))
            .to_owned();
        manager.create_table(remark).await?;
        let of_board = Index::create().name("guest_remark_board").table("guest_remark").col("board_id").to_owned();
        manager.create_index(of_board).await?;
        let sent_once = Index::create()
            .name("guest_remark_sent")
            .table("guest_remark")
            .col("link_id")
            .col("sent_id")
            .unique()
            .to_owned();
        manager.create_index(sent_once).await
    }

    /// Links to a block end: what they show would be the ambition.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("guest_remark").to_owned()).await?;
        let to_blocks = "DELETE FROM share_link WHERE board_id IS NOT NULL";
        manager.get_connection().execute_unprepared(to_blocks).await?;
        for column in ["question", "block", "board_id"] {
            manager.alter_table(Table::alter().table("share_link").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
