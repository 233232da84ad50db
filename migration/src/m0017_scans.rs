//! Looking back together: rounds, who is asked, what is answered, and what was reported of it.
//!
//! An answer is never in one row, transaction or order with a person. Who was asked and whether they answered is in
//! `scan_invitation`; what was answered is in `scan_response`, which knows neither account nor time. What leads from the
//! one to the other, a ballot, is never stored: only that it was used.

use sea_orm_migration::sea_orm::DbBackend;
use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(scan_round()).await?;
        let by_partnership =
            Index::create().name("scan_round_partnership").table("scan_round").col("partnership_id").to_owned();
        manager.create_index(by_partnership).await?;
        for table in [scan_invitation(), scan_ballot_used(), scan_response()] {
            without_order(manager, table).await?;
        }
        let by_account =
            Index::create().name("scan_invitation_account").table("scan_invitation").col("account_id").to_owned();
        manager.create_index(by_account).await?;
        for table in [scan_voice(), scan_report()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in
            ["scan_report", "scan_voice", "scan_response", "scan_ballot_used", "scan_invitation", "scan_round"]
        {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Makes a table whose rows stand in the order of their keys only: SQLite otherwise numbers them as they come.
async fn without_order(manager: &SchemaManager<'_>, table: TableCreateStatement) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Sqlite {
        return manager.create_table(table).await;
    }
    let statement = format!("{} WITHOUT ROWID", table.to_string(SqliteQueryBuilder));
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}

fn scan_round() -> TableCreateStatement {
    Table::create()
        .table("scan_round")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::string_len("kind", 8).check(Expr::col("kind").is_in(["scan", "pulse"])))
        .col(schema::string_len("status", 8).check(Expr::col("status").is_in(["planned", "open", "closed"])))
        .col(schema::date("planned_for"))
        .col(schema::uuid("planned_by"))
        .col(schema::timestamp_with_time_zone("planned_at"))
        // From here on there is nothing before it is opened, and what there is then stays as it is.
        .col(schema::string_len_null("mode", 16).check(Expr::col("mode").is_in(["anonymous", "partner_voice"])))
        // The fewest people of whom anything is shown.
        .col(schema::small_integer_null("floor").check(Expr::col("floor").is_in([3, 5])))
        // Which of its kind it is in the partnership, from 1.
        .col(schema::integer_null("number"))
        // What is asked, as a JSON list of ids, and the version of the words.
        .col(schema::text_null("statements"))
        .col(schema::integer_null("instrument"))
        // What ballots are signed with; gone when it is closed.
        .col(schema::blob_null("secret"))
        .col(schema::timestamp_with_time_zone_null("opened_at"))
        .col(schema::timestamp_with_time_zone_null("closes_at"))
        .col(schema::timestamp_with_time_zone_null("closed_at"))
        .col(schema::small_integer("reminders"))
        // Whether observers see the report.
        .col(schema::boolean("shared"))
        .foreign_key(ForeignKey::create().from("scan_round", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("scan_round", "planned_by").to("account", "id"))
        .to_owned()
}

fn scan_invitation() -> TableCreateStatement {
    Table::create()
        .table("scan_invitation")
        .col(schema::uuid("round_id"))
        .col(schema::uuid("id"))
        .col(schema::uuid("account_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::boolean("sent"))
        // By this whoever sent asks for the same ballot again; it tells nothing about the ballot.
        .col(schema::blob_null("commitment"))
        .primary_key(Index::create().col("round_id").col("id"))
        .index(Index::create().name("scan_invitation_once").unique().col("round_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("scan_invitation", "round_id").to("scan_round", "id"))
        .foreign_key(ForeignKey::create().from("scan_invitation", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("scan_invitation", "partner_id").to("partner", "id"))
        .to_owned()
}

fn scan_ballot_used() -> TableCreateStatement {
    Table::create()
        .table("scan_ballot_used")
        .col(schema::uuid("round_id"))
        .col(schema::binary_len("digest", 32))
        .primary_key(Index::create().col("round_id").col("digest"))
        .foreign_key(ForeignKey::create().from("scan_ballot_used", "round_id").to("scan_round", "id"))
        .to_owned()
}

fn scan_response() -> TableCreateStatement {
    Table::create()
        .table("scan_response")
        .col(schema::uuid("round_id"))
        .col(schema::uuid("id"))
        .col(schema::uuid("partner_id"))
        // The answers, and the factors that were chosen, as JSON.
        .col(schema::text("answers"))
        // What was written to the open question; moved into the report at closing, away from the answers.
        .col(schema::text_null("words"))
        .primary_key(Index::create().col("round_id").col("id"))
        .foreign_key(ForeignKey::create().from("scan_response", "round_id").to("scan_round", "id"))
        .foreign_key(ForeignKey::create().from("scan_response", "partner_id").to("partner", "id"))
        .to_owned()
}

/// Where partners answer as partners: openly, one answer each.
fn scan_voice() -> TableCreateStatement {
    Table::create()
        .table("scan_voice")
        .col(schema::uuid("round_id"))
        .col(schema::uuid("partner_id"))
        .col(schema::text("answers"))
        .col(schema::text_null("words"))
        .col(schema::uuid("answered_by"))
        .col(schema::timestamp_with_time_zone("answered_at"))
        .primary_key(Index::create().col("round_id").col("partner_id"))
        .foreign_key(ForeignKey::create().from("scan_voice", "round_id").to("scan_round", "id"))
        .foreign_key(ForeignKey::create().from("scan_voice", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("scan_voice", "answered_by").to("account", "id"))
        .to_owned()
}

fn scan_report() -> TableCreateStatement {
    Table::create()
        .table("scan_report")
        .col(schema::uuid("round_id"))
        // What is shown, as JSON.
        .col(schema::text("content"))
        // What later rounds are compared with and checked against, as JSON; shown to nobody.
        .col(schema::text("basis"))
        .primary_key(Index::create().col("round_id"))
        .foreign_key(ForeignKey::create().from("scan_report", "round_id").to("scan_round", "id"))
        .to_owned()
}
