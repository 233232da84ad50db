//! Versions of the ambition, and what each partner says of each.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(ambition_version()).await?;
        let numbers = Index::create()
            .name("ambition_version_number")
            .table("ambition_version")
            .col("partnership_id")
            .col("number")
            .unique()
            .to_owned();
        manager.create_index(numbers).await?;
        manager.create_table(ambition_words()).await?;
        manager.create_table(endorsement()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["endorsement", "ambition_words", "ambition_version"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn ambition_version() -> TableCreateStatement {
    Table::create()
        .table("ambition_version")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        // From 1, in the partnership.
        .col(schema::integer("number"))
        // The board said so after this row of its log.
        .col(schema::uuid("board_id"))
        .col(schema::big_integer("seq"))
        .col(schema::text("headline"))
        // The SHA-256 of its words.
        .col(schema::string_len("hash", 64))
        .col(schema::uuid("proposed_by"))
        .col(schema::timestamp_with_time_zone("proposed_at"))
        // When every partner had first said yes; whether they still do is computed.
        .col(schema::timestamp_with_time_zone_null("shared_at"))
        .col(schema::uuid_null("withdrawn_by"))
        .col(schema::timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(ForeignKey::create().from("ambition_version", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("ambition_version", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("ambition_version", "proposed_by").to("account", "id"))
        .foreign_key(ForeignKey::create().from("ambition_version", "withdrawn_by").to("account", "id"))
        .to_owned()
}

// Apart from the versions, which are read much more often than their words.
fn ambition_words() -> TableCreateStatement {
    Table::create()
        .table("ambition_words")
        .col(schema::pk_uuid("version_id"))
        // Headline and statement, as canonical JSON.
        .col(schema::text("content"))
        .foreign_key(ForeignKey::create().from("ambition_words", "version_id").to("ambition_version", "id"))
        .to_owned()
}

fn endorsement() -> TableCreateStatement {
    let answers = ["yes", "yes_with_wish", "not_yet"];
    Table::create()
        .table("endorsement")
        .col(schema::uuid("version_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::string_len("answer", 16).check(Expr::col("answer").is_in(answers)))
        .col(schema::text_null("words"))
        .col(schema::uuid("given_by"))
        .col(schema::timestamp_with_time_zone("given_at"))
        .primary_key(Index::create().col("version_id").col("partner_id"))
        .foreign_key(ForeignKey::create().from("endorsement", "version_id").to("ambition_version", "id"))
        .foreign_key(ForeignKey::create().from("endorsement", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("endorsement", "given_by").to("account", "id"))
        .to_owned()
}
