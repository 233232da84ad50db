//! From looking back to doing better: improvement points, and successes with what each partner did for them.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in [(improvement(), "improvement"), (success(), "success")] {
            manager.create_table(table).await?;
            let by_partnership =
                Index::create().name(format!("{name}_partnership")).table(name).col("partnership_id").to_owned();
            manager.create_index(by_partnership).await?;
        }
        manager.create_table(success_part()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["success_part", "success", "improvement"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn improvement() -> TableCreateStatement {
    let states = ["chosen", "running", "done", "dropped"];
    Table::create()
        .table("improvement")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        // The round whose report it follows from, and the factor it is about, if any.
        .col(schema::uuid_null("round_id"))
        .col(schema::string_len_null("factor", 32))
        .col(schema::text("title"))
        .col(schema::string_len("state", 8).check(Expr::col("state").is_in(states)))
        .col(schema::uuid("owner_id"))
        .col(schema::date("due"))
        // By what it shows that it is done, or why it was dropped.
        .col(schema::text_null("outcome"))
        .col(schema::uuid("chosen_by"))
        .col(schema::timestamp_with_time_zone("chosen_at"))
        .col(schema::timestamp_with_time_zone_null("ended_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("improvement", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("improvement", "round_id").to("scan_round", "id"))
        .foreign_key(ForeignKey::create().from("improvement", "owner_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("improvement", "chosen_by").to("account", "id"))
        .to_owned()
}

fn success() -> TableCreateStatement {
    Table::create()
        .table("success")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::text("words"))
        .col(schema::date("happened_on"))
        .col(schema::uuid("recorded_by"))
        .col(schema::timestamp_with_time_zone("recorded_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("success", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("success", "recorded_by").to("account", "id"))
        .to_owned()
}

fn success_part() -> TableCreateStatement {
    Table::create()
        .table("success_part")
        .col(schema::uuid("success_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::text("words"))
        .primary_key(Index::create().col("success_id").col("partner_id"))
        .foreign_key(
            ForeignKey::create()
                .from("success_part", "success_id")
                .to("success", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("success_part", "partner_id").to("partner", "id"))
        .to_owned()
}
