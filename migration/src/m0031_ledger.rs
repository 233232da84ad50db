//! The ledger: what it costs and brings, jointly and for each partner.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(ledger()).await?;
        manager.create_table(ledger_line()).await?;
        manager.create_table(ledger_share()).await?;
        let by_partnership =
            Index::create().name("ledger_line_partnership").table("ledger_line").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["ledger_share", "ledger_line", "ledger"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn ledger() -> TableCreateStatement {
    Table::create()
        .table("ledger")
        .col(schema::pk_uuid("partnership_id"))
        // The first day of the month in which its years begin.
        .col(schema::date("begins"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("ledger", "partnership_id").to("partnership", "id"))
        .to_owned()
}

fn ledger_line() -> TableCreateStatement {
    let one_of = |column: &'static str, of: &'static [&'static str]| Expr::col(column).is_in(of.iter().copied());
    Table::create()
        .table("ledger_line")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        // Whose own it is; joint without.
        .col(schema::uuid_null("partner_id"))
        .col(schema::boolean("is_private"))
        .col(schema::string_len("kind", 8).check(one_of("kind", &["cost", "benefit"])))
        .col(schema::string_len("nature", 16).check(one_of("nature", &["money", "time", "intangible"])))
        .col(schema::text("words"))
        .col(schema::text("note"))
        // Cents or minutes.
        .col(schema::big_integer_null("amount").check(Expr::col("amount").gte(0)))
        .col(schema::string_len("frequency", 8).check(one_of("frequency", &["once", "monthly", "yearly"])))
        // The first days of months.
        .col(schema::date_null("from_month"))
        .col(schema::date_null("until_month"))
        .col(schema::string_len("certainty", 16).check(one_of("certainty", &["assumed", "agreed", "realised"])))
        .col(schema::uuid("written_by"))
        .col(schema::timestamp_with_time_zone("written_at"))
        .col(schema::uuid("changed_by"))
        .col(schema::timestamp_with_time_zone("changed_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("ledger_line", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("ledger_line", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("ledger_line", "written_by").to("account", "id"))
        .foreign_key(ForeignKey::create().from("ledger_line", "changed_by").to("account", "id"))
        .to_owned()
}

fn ledger_share() -> TableCreateStatement {
    Table::create()
        .table("ledger_share")
        .col(schema::uuid("line_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::big_integer("amount").check(Expr::col("amount").gt(0)))
        .primary_key(Index::create().col("line_id").col("partner_id"))
        .foreign_key(
            ForeignKey::create()
                .from("ledger_share", "line_id")
                .to("ledger_line", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("ledger_share", "partner_id").to("partner", "id"))
        .to_owned()
}
