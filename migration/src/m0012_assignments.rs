//! Who does what: roles of the board that were proposed to people, and what they said.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(assignment()).await?;
        for (name, column) in
            [("assignment_partnership", "partnership_id"), ("assignment_membership", "membership_id")]
        {
            manager.create_index(Index::create().name(name).table("assignment").col(column).to_owned()).await?;
        }
        manager.get_connection().execute_unprepared(ONCE).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("assignment").to_owned()).await
    }
}

/// Somebody is asked for a role once at a time. The query builder knows no index over some of the rows.
const ONCE: &str = "CREATE UNIQUE INDEX assignment_once ON assignment (board_id, role_id, membership_id) \
     WHERE state IN ('proposed', 'accepted')";

fn assignment() -> TableCreateStatement {
    let states = ["proposed", "accepted", "declined", "withdrawn", "ended"];
    Table::create()
        .table("assignment")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("board_id"))
        // The role's key in the document. It names no row of `role`: that table follows the board a moment later.
        .col(schema::string_len("role_id", 64))
        // Not the account: who leaves and comes back takes up nothing of before.
        .col(schema::uuid("membership_id"))
        .col(schema::string_len("state", 16).check(Expr::col("state").is_in(states)))
        .col(schema::uuid("proposed_by"))
        .col(schema::timestamp_with_time_zone("proposed_at"))
        // When it was accepted, declined or withdrawn.
        .col(schema::timestamp_with_time_zone_null("answered_at"))
        .col(schema::timestamp_with_time_zone_null("ended_at"))
        .foreign_key(ForeignKey::create().from("assignment", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("assignment", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("assignment", "membership_id").to("membership", "id"))
        .foreign_key(ForeignKey::create().from("assignment", "proposed_by").to("account", "id"))
        .to_owned()
}
