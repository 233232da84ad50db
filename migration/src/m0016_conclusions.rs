//! Ending a partnership together: who proposed to conclude it, and what each partner said.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(conclusion()).await?;
        let by_partnership =
            Index::create().name("conclusion_partnership").table("conclusion").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        manager.create_table(conclusion_decision()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["conclusion_decision", "conclusion"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn conclusion() -> TableCreateStatement {
    Table::create()
        .table("conclusion")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::text("words"))
        .col(schema::uuid("proposed_by"))
        .col(schema::timestamp_with_time_zone("proposed_at"))
        .col(schema::timestamp_with_time_zone_null("withdrawn_at"))
        .col(schema::timestamp_with_time_zone_null("concluded_at"))
        .foreign_key(ForeignKey::create().from("conclusion", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("conclusion", "proposed_by").to("account", "id"))
        .check(Expr::cust("withdrawn_at IS NULL OR concluded_at IS NULL"))
        .to_owned()
}

fn conclusion_decision() -> TableCreateStatement {
    Table::create()
        .table("conclusion_decision")
        .col(schema::uuid("conclusion_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::boolean("agrees"))
        .col(schema::uuid("decided_by"))
        .col(schema::timestamp_with_time_zone("decided_at"))
        .primary_key(Index::create().col("conclusion_id").col("partner_id"))
        .foreign_key(ForeignKey::create().from("conclusion_decision", "conclusion_id").to("conclusion", "id"))
        .foreign_key(ForeignKey::create().from("conclusion_decision", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("conclusion_decision", "decided_by").to("account", "id"))
        .to_owned()
}
