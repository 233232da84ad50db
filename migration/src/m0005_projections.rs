//! What is written on the boards, as tables for queries; and what was deleted from them. Neither holds a truth: both
//! are made from the log.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [projection(), ambition(), card(), role(), bin_item()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("card_partnership", "card", ["partnership_id", "id"]),
            ("role_partnership", "role", ["partnership_id", "id"]),
            ("bin_item_newest", "bin_item", ["board_id", "deleted_at"]),
        ] {
            let mut index = Index::create();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.name(name).table(table).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["bin_item", "role", "card", "ambition", "projection"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn projection() -> TableCreateStatement {
    Table::create()
        .table("projection")
        .col(schema::uuid("board_id").primary_key())
        // The row of the board's log at which its tables were read. It is locked while they are written, and only ever
        // rises, so that two processes cannot take each other back.
        .col(schema::big_integer("seq"))
        .col(schema::timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("projection", "board_id").to("board", "id"))
        .to_owned()
}

fn ambition() -> TableCreateStatement {
    Table::create()
        .table("ambition")
        .col(schema::uuid("board_id").primary_key())
        .col(schema::uuid("partnership_id"))
        .col(schema::text("headline"))
        .col(schema::text("statement"))
        .col(schema::text("horizon"))
        .col(schema::big_integer("seq"))
        .foreign_key(ForeignKey::create().from("ambition", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("ambition", "partnership_id").to("partnership", "id"))
        .to_owned()
}

/// The columns and keys of a table with one row for each entry of a board.
fn entries(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(schema::uuid("board_id"))
        // The entry's key in the document: made by clients, so not surely a UUID.
        .col(schema::string_len("id", 64))
        .col(schema::uuid("partnership_id"))
        .col(schema::text("sort_key"))
        .col(schema::big_integer("seq"))
        .primary_key(Index::create().col("board_id").col("id"))
        .foreign_key(ForeignKey::create().from(table, "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from(table, "partnership_id").to("partnership", "id"))
        .to_owned()
}

fn card() -> TableCreateStatement {
    entries("card")
        .col(schema::string_len("block", 64))
        .col(schema::text("text"))
        .col(schema::string_len_null("partner", 64))
        .to_owned()
}

fn role() -> TableCreateStatement {
    entries("role")
        .col(schema::text("title"))
        .col(schema::text("purpose"))
        .col(schema::small_integer("seats_min"))
        .col(schema::small_integer("seats_max"))
        .col(schema::text("qualities"))
        .col(schema::text("drives"))
        // A role that disappears from the document stays, so that what was decided about it does too.
        .col(schema::timestamp_with_time_zone_null("removed_at"))
        .to_owned()
}

fn bin_item() -> TableCreateStatement {
    Table::create()
        .table("bin_item")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("board_id"))
        .col(schema::string_len("kind", 16).check(Expr::col("kind").is_in(["note", "role", "passage"])))
        // The entry's key in the document, or the root that a passage stood in.
        .col(schema::string_len("item", 64))
        // What it was right before, as JSON.
        .col(schema::text("content"))
        .col(schema::timestamp_with_time_zone("deleted_at"))
        .col(schema::uuid("deleted_by"))
        // The row of the log that deleted it.
        .col(schema::big_integer("deleted_seq"))
        // How often a passage's text stood there still: it is back when it stands there more often.
        .col(schema::integer("copies_left"))
        .col(schema::timestamp_with_time_zone_null("returned_at"))
        // Somebody is putting it back, and nobody else may until then.
        .col(schema::timestamp_with_time_zone_null("claimed_until"))
        .foreign_key(ForeignKey::create().from("bin_item", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("bin_item", "deleted_by").to("account", "id"))
        .to_owned()
}
