//! Organisations, accounts, and what signs somebody in.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(organisation()).await?;
        manager.create_table(account()).await?;
        manager.create_table(session()).await?;
        manager.create_index(index("session_account", "session", "account_id")).await?;
        manager.create_table(refresh_token()).await?;
        manager.create_index(index("refresh_token_session", "refresh_token", "session_id")).await?;
        manager.create_table(live_ticket()).await?;
        manager.create_table(signing_key()).await?;
        manager.create_table(setup_token()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in
            ["setup_token", "signing_key", "live_ticket", "refresh_token", "session", "account", "organisation"]
        {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(schema::pk_uuid("id"))
        .col(schema::string("name"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid_null("organisation_id"))
        .col(schema::string("email"))
        // The address in lower case: databases disagree on case, so the key says what is the same.
        .col(schema::string_uniq("email_key"))
        .col(schema::string("name"))
        .col(schema::string_null("password_hash"))
        .col(schema::boolean("platform_admin"))
        .col(schema::boolean("organisation_admin"))
        .col(schema::timestamp_with_time_zone_null("deactivated_at"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().from("account", "organisation_id").to("organisation", "id"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("account_id"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone("idle_expires_at"))
        .col(schema::timestamp_with_time_zone("expires_at"))
        .col(schema::timestamp_with_time_zone_null("ended_at"))
        .foreign_key(ForeignKey::create().from("session", "account_id").to("account", "id"))
        .to_owned()
}

/// Every refresh token ever handed out in a session, by its hash: one that comes back after it was used betrays a
/// theft.
fn refresh_token() -> TableCreateStatement {
    Table::create()
        .table("refresh_token")
        .col(schema::blob("hash").primary_key())
        .col(schema::uuid("session_id"))
        .col(schema::timestamp_with_time_zone("issued_at"))
        .col(schema::timestamp_with_time_zone_null("used_at"))
        .foreign_key(ForeignKey::create().from("refresh_token", "session_id").to("session", "id"))
        .to_owned()
}

fn live_ticket() -> TableCreateStatement {
    Table::create()
        .table("live_ticket")
        .col(schema::blob("hash").primary_key())
        .col(schema::uuid("session_id"))
        .col(schema::timestamp_with_time_zone("expires_at"))
        .foreign_key(ForeignKey::create().from("live_ticket", "session_id").to("session", "id"))
        .to_owned()
}

fn signing_key() -> TableCreateStatement {
    Table::create()
        .table("signing_key")
        .col(schema::string_len("id", 36).primary_key())
        .col(schema::blob("secret"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn setup_token() -> TableCreateStatement {
    Table::create()
        .table("setup_token")
        .col(schema::blob("hash").primary_key())
        .col(schema::timestamp_with_time_zone("expires_at"))
        .to_owned()
}

fn index(name: &'static str, table: &'static str, column: &'static str) -> IndexCreateStatement {
    Index::create().name(name).table(table).col(column).to_owned()
}
