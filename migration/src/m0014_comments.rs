//! What people say about what stands on a board.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(thread()).await?;
        manager.create_table(comment()).await?;
        manager.create_table(mention()).await?;
        for (name, table, column) in [
            ("comment_thread_board", "comment_thread", "board_id"),
            ("comment_of_thread", "comment", "thread_id"),
            ("comment_mention_of_thread", "comment_mention", "thread_id"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["comment_mention", "comment", "comment_thread"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn thread() -> TableCreateStatement {
    let kinds = ["card", "role", "passage"];
    Table::create()
        .table("comment_thread")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("board_id"))
        .col(schema::string_len("kind", 16).check(Expr::col("kind").is_in(kinds)))
        // The key of a card or role in the document, or the root that a passage stands in. It names no row of `card` or
        // `role`: those follow the board a moment later, and what was said outlives what it was said about.
        .col(schema::string_len("item", 64))
        // Where a passage begins and ends: Yjs relative positions.
        .col(schema::text_null("passage_start"))
        .col(schema::text_null("passage_end"))
        // What stood there when it was said.
        .col(schema::text("quote"))
        // The row of the log after which it stood there.
        .col(schema::big_integer("seq"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone_null("resolved_at"))
        .col(schema::uuid_null("resolved_by"))
        .foreign_key(ForeignKey::create().from("comment_thread", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("comment_thread", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("comment_thread", "resolved_by").to("account", "id"))
        .to_owned()
}

fn comment() -> TableCreateStatement {
    Table::create()
        .table("comment")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("thread_id"))
        .col(schema::uuid("author_id"))
        // Empty once it was deleted.
        .col(schema::text("text"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone_null("edited_at"))
        .col(schema::timestamp_with_time_zone_null("deleted_at"))
        .foreign_key(ForeignKey::create().from("comment", "thread_id").to("comment_thread", "id"))
        .foreign_key(ForeignKey::create().from("comment", "author_id").to("account", "id"))
        .to_owned()
}

fn mention() -> TableCreateStatement {
    Table::create()
        .table("comment_mention")
        .col(schema::uuid("comment_id"))
        .col(schema::uuid("account_id"))
        .col(schema::uuid("thread_id"))
        .primary_key(Index::create().col("comment_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("comment_mention", "comment_id").to("comment", "id"))
        .foreign_key(ForeignKey::create().from("comment_mention", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("comment_mention", "thread_id").to("comment_thread", "id"))
        .to_owned()
}
