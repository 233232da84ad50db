//! What people say of themselves as they are: their core qualities, what drives them, what they know and want to learn; and
//! what others recognise in them.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(profile_part()).await?;
        manager.create_table(recognition()).await?;
        let by_partnership =
            Index::create().name("recognition_partnership").table("recognition").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        let once = Index::create()
            .name("recognition_once")
            .table("recognition")
            .col("about")
            .col("given_by")
            .col("partnership_id")
            .col("quality")
            .unique()
            .to_owned();
        manager.create_index(once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["recognition", "profile_part"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn profile_part() -> TableCreateStatement {
    let parts = ["qualities", "drives", "expertise", "learning"];
    Table::create()
        .table("profile_part")
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        .col(schema::string_len("part", 16).check(Expr::col("part").is_in(parts)))
        // For whom they acted when they said it; nobody, if they guide.
        .col(schema::uuid_null("partner_id"))
        // What it says, as JSON.
        .col(schema::text("content"))
        .col(schema::string_len("visible_to", 8).check(Expr::col("visible_to").is_in(["me", "partner", "all"])))
        .col(schema::timestamp_with_time_zone("changed_at"))
        .col(schema::big_integer("version"))
        .primary_key(Index::create().col("partnership_id").col("account_id").col("part"))
        .foreign_key(ForeignKey::create().from("profile_part", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("profile_part", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("profile_part", "partner_id").to("partner", "id"))
        .to_owned()
}

fn recognition() -> TableCreateStatement {
    Table::create()
        .table("recognition")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("about"))
        .col(schema::uuid("given_by"))
        // The id of a core quality in a page's library, or somebody's own words.
        .col(schema::string_len("quality", 100))
        .col(schema::text("example"))
        .col(schema::timestamp_with_time_zone("given_at"))
        .col(schema::string_len("state", 8).check(Expr::col("state").is_in(["new", "accepted", "hidden"])))
        .col(schema::timestamp_with_time_zone_null("thanked_at"))
        .foreign_key(ForeignKey::create().from("recognition", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("recognition", "about").to("account", "id"))
        .foreign_key(ForeignKey::create().from("recognition", "given_by").to("account", "id"))
        .to_owned()
}
