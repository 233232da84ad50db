//! Give and take: what partners bring, what they come to get, from whom, and whether the other says so too.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(contribution()).await?;
        let by_partnership =
            Index::create().name("contribution_partnership").table("contribution").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("contribution").to_owned()).await
    }
}

fn contribution() -> TableCreateStatement {
    let directions = ["brings", "seeks"];
    Table::create()
        .table("contribution")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::string_len("direction", 8).check(Expr::col("direction").is_in(directions)))
        .col(schema::text("words"))
        .col(schema::text("why"))
        // For whom it is, or from whom; nobody yet.
        .col(schema::uuid_null("with_partner_id"))
        .col(schema::uuid_null("confirmed_by"))
        .col(schema::timestamp_with_time_zone_null("confirmed_at"))
        .col(schema::uuid("written_by"))
        .col(schema::timestamp_with_time_zone("written_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("contribution", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("contribution", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("contribution", "with_partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("contribution", "confirmed_by").to("account", "id"))
        .foreign_key(ForeignKey::create().from("contribution", "written_by").to("account", "id"))
        .to_owned()
}
