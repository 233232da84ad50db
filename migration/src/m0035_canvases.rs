//! A partnership has several canvases, one of which counts.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            schema::boolean("is_current").default(true).to_owned(),
            schema::uuid_null("copied_from"),
            schema::uuid_null("made_by"),
            schema::timestamp_with_time_zone_null("put_away_at"),
        ] {
            // One at a time: SQLite adds no more.
            manager.alter_table(Table::alter().table("board").add_column(column).to_owned()).await?;
        }
        // Of the other kinds there can be several that count, as conversations are.
        let one_counts = "CREATE UNIQUE INDEX board_current_canvas ON board (partnership_id) \
            WHERE kind = 'canvas' AND is_current";
        manager.get_connection().execute_unprepared(one_counts).await?;
        Ok(())
    }

    /// Variants stay as boards among the others; which one counts is forgotten.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("board_current_canvas").table("board").to_owned()).await?;
        for column in ["put_away_at", "made_by", "copied_from", "is_current"] {
            manager.alter_table(Table::alter().table("board").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
