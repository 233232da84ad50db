//! Links by which people outside a partnership read its ambition, and when it last looked ten years ahead.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(share_link()).await?;
        let by_partnership =
            Index::create().name("share_link_partnership").table("share_link").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        manager.create_table(horizon_review()).await?;
        // Of those that stand there it is only known when their boards were made.
        let since = schema::timestamp_with_time_zone_null("horizon_since");
        manager.alter_table(Table::alter().table("ambition").add_column(since).to_owned()).await?;
        let made = "(SELECT created_at FROM board WHERE board.id = ambition.board_id)";
        let statement = format!("UPDATE ambition SET horizon_since = {made} WHERE horizon <> ''");
        manager.get_connection().execute_unprepared(&statement).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("ambition").drop_column("horizon_since").to_owned()).await?;
        for table in ["horizon_review", "share_link"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn share_link() -> TableCreateStatement {
    Table::create()
        .table("share_link")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        // The SHA-256 of what stands in the link.
        .col(schema::binary("hash").unique_key())
        .col(schema::uuid("made_by"))
        .col(schema::timestamp_with_time_zone("made_at"))
        .col(schema::timestamp_with_time_zone("expires_at"))
        .col(schema::timestamp_with_time_zone_null("revoked_at"))
        .foreign_key(ForeignKey::create().from("share_link", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("share_link", "made_by").to("account", "id"))
        .to_owned()
}

fn horizon_review() -> TableCreateStatement {
    Table::create()
        .table("horizon_review")
        .col(schema::uuid("partnership_id").primary_key())
        .col(schema::uuid_null("reviewed_by"))
        .col(schema::timestamp_with_time_zone_null("reviewed_at"))
        .col(schema::timestamp_with_time_zone_null("reminded_at"))
        .foreign_key(ForeignKey::create().from("horizon_review", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("horizon_review", "reviewed_by").to("account", "id"))
        .to_owned()
}
