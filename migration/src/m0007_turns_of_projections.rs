//! How often the tables of a board were written: much is written in several transactions, and a process that finds that
//! another was there in between begins anew.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let turn = schema::big_integer("turn").default(0).to_owned();
        manager.alter_table(Table::alter().table("projection").add_column(turn).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("projection").drop_column("turn").to_owned()).await
    }
}
