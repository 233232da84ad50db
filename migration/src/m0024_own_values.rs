//! What people value for themselves, and what they ask themselves at a tense moment.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in [(own_value(), "own_value"), (tension_check(), "tension_check")] {
            manager.create_table(table).await?;
            let by_partnership =
                Index::create().name(format!("{name}_partnership")).table(name).col("partnership_id").to_owned();
            manager.create_index(by_partnership).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["tension_check", "own_value"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// The columns and keys of what somebody says in a partnership of themselves.
fn own(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        // For whom they acted when they wrote it; nobody, if they guide.
        .col(schema::uuid_null("partner_id"))
        .col(schema::timestamp_with_time_zone("written_at"))
        .col(schema::big_integer("version"))
        .foreign_key(ForeignKey::create().from(table, "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from(table, "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from(table, "partner_id").to("partner", "id"))
        .to_owned()
}

fn own_value() -> TableCreateStatement {
    own("own_value")
        .col(schema::text("words"))
        // Why they hold it; may be empty.
        .col(schema::text("why"))
        .col(one_of("visible_to", ["me", "partner", "all"]))
        .to_owned()
}

fn tension_check() -> TableCreateStatement {
    own("tension_check")
        // Whether we still believe in it, what I get out of it, why there is no success, and why the effort is unequal.
        .col(schema::text("belief"))
        .col(schema::text("benefit"))
        .col(schema::text("success"))
        .col(schema::text("effort"))
        .col(one_of("shared_with", ["nobody", "lead", "all"]))
        .to_owned()
}

fn one_of(column: &'static str, values: [&'static str; 3]) -> ColumnDef {
    schema::string_len(column, 8).check(Expr::col(column).is_in(values)).to_owned()
}
