//! What people say about taking on roles: for each role what they wish and what energy it gives them, and how many they
//! can carry.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(role_wish()).await?;
        let by_partnership =
            Index::create().name("role_wish_partnership").table("role_wish").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        manager.create_table(role_capacity()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["role_capacity", "role_wish"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn role_wish() -> TableCreateStatement {
    let wishes = ["gladly", "fine", "rather_not", "never"];
    Table::create()
        .table("role_wish")
        .col(schema::uuid("board_id"))
        // The role's key in the document.
        .col(schema::string_len("role_id", 64))
        .col(schema::uuid("account_id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("wish", 16).check(Expr::col("wish").is_in(wishes)))
        .col(schema::small_integer_null("energy").check(Expr::col("energy").between(-2, 2)))
        .col(schema::timestamp_with_time_zone_null("energy_at"))
        .col(shared_with())
        .col(schema::timestamp_with_time_zone("changed_at"))
        .col(schema::big_integer("version"))
        .primary_key(Index::create().col("board_id").col("role_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("role_wish", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("role_wish", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("role_wish", "partnership_id").to("partnership", "id"))
        .to_owned()
}

fn role_capacity() -> TableCreateStatement {
    Table::create()
        .table("role_capacity")
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        .col(schema::small_integer("roles").check(Expr::col("roles").between(0, 10)))
        .col(shared_with())
        .col(schema::timestamp_with_time_zone("changed_at"))
        .col(schema::big_integer("version"))
        .primary_key(Index::create().col("partnership_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("role_capacity", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("role_capacity", "account_id").to("account", "id"))
        .to_owned()
}

fn shared_with() -> ColumnDef {
    schema::string_len("shared_with", 8).check(Expr::col("shared_with").is_in(["nobody", "lead", "all"])).take()
}
