//! Versions are not of the ambition alone any more: the business model is put before the partners too.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("ambition_version_number").table("ambition_version").to_owned())
            .await?;
        rename(manager, "ambition_version", "version").await?;
        rename(manager, "ambition_words", "version_words").await?;
        let subject = schema::string_len("subject", 16)
            .default("ambition")
            .check(Expr::col("subject").is_in(["ambition", "business_model"]))
            .to_owned();
        manager.alter_table(Table::alter().table("version").add_column(subject).to_owned()).await?;
        let numbers = Index::create()
            .name("version_number")
            .table("version")
            .col("partnership_id")
            .col("subject")
            .col("number")
            .unique()
            .to_owned();
        manager.create_index(numbers).await
    }

    /// What was put before the partners of anything but the ambition is gone then.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let others = "(SELECT id FROM version WHERE subject <> 'ambition')";
        for statement in [
            format!("DELETE FROM endorsement WHERE version_id IN {others}"),
            format!("DELETE FROM version_words WHERE version_id IN {others}"),
            "DELETE FROM version WHERE subject <> 'ambition'".to_owned(),
        ] {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        manager.drop_index(Index::drop().name("version_number").table("version").to_owned()).await?;
        manager.alter_table(Table::alter().table("version").drop_column("subject").to_owned()).await?;
        rename(manager, "version_words", "ambition_words").await?;
        rename(manager, "version", "ambition_version").await?;
        let numbers = Index::create()
            .name("ambition_version_number")
            .table("ambition_version")
            .col("partnership_id")
            .col("number")
            .unique()
            .to_owned();
        manager.create_index(numbers).await
    }
}

async fn rename(manager: &SchemaManager<'_>, from: &'static str, to: &'static str) -> Result<(), DbErr> {
    manager.rename_table(Table::rename().table(from, to).to_owned()).await
}
