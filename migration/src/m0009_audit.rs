//! Who did what, when and from where: rows that the database itself refuses to change or take away.

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
        for table in [audit_chain(), audit_entry(), audit_origin()] {
            manager.create_table(table).await?;
        }
        for (name, column) in [("audit_entry_at", "at"), ("audit_entry_actor", "actor_id")] {
            manager.create_index(Index::create().name(name).table("audit_entry").col(column).to_owned()).await?;
        }
        for statement in if manager.get_database_backend() == DbBackend::Postgres { POSTGRES } else { SQLITE } {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["audit_origin", "audit_entry", "audit_chain"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION audit_entry_stays()").await?;
        }
        Ok(())
    }
}

const SQLITE: &[&str] = &[
    "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry \
     BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry \
     BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$ \
     BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry \
     FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()",
    "CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry \
     FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()",
];

/// The end of each chain of entries; the row is locked while one is added.
fn audit_chain() -> TableCreateStatement {
    let scopes = ["platform", "organisation", "partnership"];
    Table::create()
        .table("audit_chain")
        .col(schema::pk_uuid("id"))
        .col(schema::string_len("scope", 16).check(Expr::col("scope").is_in(scopes)))
        // The organisation or the partnership; all zeros for the platform.
        .col(schema::uuid("subject_id"))
        .col(schema::big_integer("last_number"))
        .col(schema::blob("last_hash"))
        .index(Index::create().name("audit_chain_once").unique().col("scope").col("subject_id"))
        .to_owned()
}

fn audit_entry() -> TableCreateStatement {
    Table::create()
        .table("audit_entry")
        .col(schema::uuid("chain_id"))
        .col(schema::big_integer("number"))
        .col(schema::timestamp_with_time_zone("at"))
        // Nobody for what the server did by itself, or what somebody did who was not signed in.
        .col(schema::uuid_null("actor_id"))
        .col(schema::string_len("action", 64))
        // What was acted on.
        .col(schema::uuid_null("subject_id"))
        // Ids and names of what changed, as a JSON object; never content, answers or secrets.
        .col(schema::text("data"))
        // SHA-256 over the hash before it and all of the above.
        .col(schema::blob("hash"))
        .primary_key(Index::create().col("chain_id").col("number"))
        .foreign_key(ForeignKey::create().from("audit_entry", "chain_id").to("audit_chain", "id"))
        .to_owned()
}

/// From where; apart from the entry, because it is forgotten after a month and the entry is not.
fn audit_origin() -> TableCreateStatement {
    Table::create()
        .table("audit_origin")
        .col(schema::uuid("chain_id"))
        .col(schema::big_integer("number"))
        .col(schema::string_len("address", 45))
        .col(schema::timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("chain_id").col("number"))
        .to_owned()
}
