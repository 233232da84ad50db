//! Partnerships, the partners in them, and the people who act for a partner.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(partnership()).await?;
        manager.create_table(partner()).await?;
        manager.create_table(membership()).await?;
        manager
            .create_index(
                Index::create().name("membership_account").table("membership").col("account_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["membership", "partner", "partnership"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn partnership() -> TableCreateStatement {
    Table::create()
        .table("partnership")
        .col(schema::pk_uuid("id"))
        .col(schema::string("name"))
        .col(schema::text("challenge"))
        .col(one_of("status", &["draft", "active", "concluded", "archived"]))
        .col(schema::string_len("phase", 24))
        .col(schema::timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn partner() -> TableCreateStatement {
    Table::create()
        .table("partner")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("organisation_id"))
        // The number of the colour and shape a partner has everywhere.
        .col(schema::small_integer("mark"))
        .col(one_of("status", &["invited", "active", "left"]))
        .col(schema::timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().from("partner", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("partner", "organisation_id").to("organisation", "id"))
        .index(Index::create().name("partner_once").unique().col("partnership_id").col("organisation_id"))
        .index(Index::create().name("partner_mark").unique().col("partnership_id").col("mark"))
        .to_owned()
}

fn membership() -> TableCreateStatement {
    Table::create()
        .table("membership")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        .col(schema::uuid_null("partner_id"))
        .col(one_of("role", &["lead", "member", "observer"]))
        .col(schema::boolean("mandated"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone_null("left_at"))
        .foreign_key(ForeignKey::create().from("membership", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("membership", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("membership", "partner_id").to("partner", "id"))
        .index(Index::create().name("membership_once").unique().col("partnership_id").col("account_id"))
        // Only somebody who acts for a partner can hold its mandate, and an observer acts for none.
        .check(Expr::cust("NOT mandated OR (partner_id IS NOT NULL AND role <> 'observer')"))
        .to_owned()
}

fn one_of(column: &'static str, values: &[&'static str]) -> ColumnDef {
    schema::string_len(column, 16).check(Expr::col(column).is_in(values.iter().copied())).to_owned()
}
