//! What it takes to run organisations and accounts without a demo: how organisations stand, one-time links, mail that
//! waits to be sent.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        manager.create_table(account_link()).await?;
        manager.create_table(outgoing_mail()).await?;
        manager.create_table(sign_in_failure()).await?;
        for (name, table, column) in [
            ("account_organisation", "account", "organisation_id"),
            ("account_link_account", "account_link", "account_id"),
            ("outgoing_mail_due", "outgoing_mail", "due_at"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("account_organisation").table("account").to_owned()).await?;
        for table in ["sign_in_failure", "outgoing_mail", "account_link"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in columns() {
            let column = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// What is new in tables that are there.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // Pending: invited, and nobody has accepted yet. Suspended: nobody of it signs in.
        ("organisation", one_of("status", &["pending", "active", "suspended"]).default("active").take()),
        // In which language somebody is written to.
        ("account", one_of("language", &["nl", "en"]).default("nl").take()),
        // When somebody showed that mail to their address reaches them.
        ("account", schema::timestamp_with_time_zone_null("verified_at")),
        // With what somebody signed in, as they recognise it.
        ("session", schema::string_len_null("device", 120)),
    ]
}

/// Links that were mailed and work once, by the SHA-256 of the secret in them.
fn account_link() -> TableCreateStatement {
    Table::create()
        .table("account_link")
        .col(schema::blob("hash").primary_key())
        .col(schema::uuid("account_id"))
        .col(one_of("purpose", &["invitation", "password_reset", "verification", "address_change"]))
        // The address it was mailed to; that of the account after it was used.
        .col(schema::string("email"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone("expires_at"))
        .foreign_key(ForeignKey::create().from("account_link", "account_id").to("account", "id"))
        .to_owned()
}

fn outgoing_mail() -> TableCreateStatement {
    Table::create()
        .table("outgoing_mail")
        .col(schema::pk_uuid("id"))
        .col(schema::string("recipient"))
        .col(schema::string("subject"))
        .col(schema::text("html"))
        .col(schema::text("plain"))
        .col(schema::timestamp_with_time_zone("created_at"))
        // When it is tried (again).
        .col(schema::timestamp_with_time_zone("due_at"))
        .col(schema::integer("attempts"))
        .to_owned()
}

/// Wrong passwords for one address, or from one place, by the SHA-256 of it.
fn sign_in_failure() -> TableCreateStatement {
    Table::create()
        .table("sign_in_failure")
        .col(schema::blob("key").primary_key())
        .col(schema::integer("count"))
        .col(schema::timestamp_with_time_zone("first_at"))
        .col(schema::timestamp_with_time_zone("last_at"))
        .to_owned()
}

fn one_of(column: &'static str, values: &[&'static str]) -> ColumnDef {
    schema::string_len(column, 16).check(Expr::col(column).is_in(values.iter().copied())).to_owned()
}
