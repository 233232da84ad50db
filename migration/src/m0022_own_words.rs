//! What people want for themselves with an ambition, and how each partner sees the challenge.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in [(individual_ambition(), "individual_ambition"), (overlap(), "overlap")] {
            manager.create_table(table).await?;
            let by_partnership =
                Index::create().name(format!("{name}_partnership")).table(name).col("partnership_id").to_owned();
            manager.create_index(by_partnership).await?;
        }
        manager.create_table(partner_view()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["partner_view", "overlap", "individual_ambition"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn individual_ambition() -> TableCreateStatement {
    let kinds = ["personal", "professional", "business"];
    let circles = ["me", "partner", "all"];
    Table::create()
        .table("individual_ambition")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        // For whom they acted when they wrote it; nobody, if they guide.
        .col(schema::uuid_null("partner_id"))
        .col(schema::string_len("kind", 16).check(Expr::col("kind").is_in(kinds)))
        .col(schema::string_len("visible_to", 8).check(Expr::col("visible_to").is_in(circles)))
        .col(schema::text("words"))
        // The passages of the statement that answer it, as JSON.
        .col(schema::text("passages"))
        .col(schema::timestamp_with_time_zone("written_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("individual_ambition", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("individual_ambition", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("individual_ambition", "partner_id").to("partner", "id"))
        .to_owned()
}

fn partner_view() -> TableCreateStatement {
    Table::create()
        .table("partner_view")
        .col(schema::uuid("partner_id").primary_key())
        .col(schema::uuid("partnership_id"))
        // How it sees the challenge, and what it does about it already.
        .col(schema::text("seeing"))
        .col(schema::text("doing"))
        // From 1, it can wait, to 5, it cannot.
        .col(schema::small_integer_null("urgency").check(Expr::col("urgency").between(1, 5)))
        .col(schema::uuid("changed_by"))
        .col(schema::timestamp_with_time_zone("changed_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from("partner_view", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("partner_view", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("partner_view", "changed_by").to("account", "id"))
        .to_owned()
}

fn overlap() -> TableCreateStatement {
    Table::create()
        .table("overlap")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::text("words"))
        // Of which partners' views, and what stands there, as JSON.
        .col(schema::text("parts"))
        .col(schema::uuid("marked_by"))
        .col(schema::timestamp_with_time_zone("marked_at"))
        .foreign_key(ForeignKey::create().from("overlap", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("overlap", "marked_by").to("account", "id"))
        .to_owned()
}
