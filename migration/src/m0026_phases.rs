//! How a partnership went from phase to phase, and how far each partner is.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(phase_move()).await?;
        let by_partnership =
            Index::create().name("phase_move_partnership").table("phase_move").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        manager.create_table(phase_readiness()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["phase_readiness", "phase_move"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn phase_move() -> TableCreateStatement {
    Table::create()
        .table("phase_move")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("from_phase", 32))
        .col(schema::string_len("to_phase", 32))
        // Why, and what was missing then, as a JSON array of ids.
        .col(schema::text_null("reason"))
        .col(schema::text("missing"))
        .col(schema::uuid("moved_by"))
        .col(schema::timestamp_with_time_zone("moved_at"))
        .foreign_key(ForeignKey::create().from("phase_move", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("phase_move", "moved_by").to("account", "id"))
        .to_owned()
}

fn phase_readiness() -> TableCreateStatement {
    let states = ["exploring", "deliberating", "ready"];
    Table::create()
        .table("phase_readiness")
        .col(schema::uuid("partner_id"))
        .col(schema::string_len("phase", 32))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("readiness", 16).check(Expr::col("readiness").is_in(states)))
        .col(schema::uuid("given_by"))
        .col(schema::timestamp_with_time_zone("given_at"))
        .primary_key(Index::create().col("partner_id").col("phase"))
        .foreign_key(ForeignKey::create().from("phase_readiness", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("phase_readiness", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("phase_readiness", "given_by").to("account", "id"))
        .to_owned()
}
