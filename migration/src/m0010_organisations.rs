//! Finding organisations and accounts by their names, and keeping out the accounts of an organisation that is suspended.

use sea_orm_migration::sea_orm::prelude::Uuid;
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
        for table in ["organisation", "account"] {
            fill_keys(manager.get_connection(), table).await?;
        }
        manager.drop_index(Index::drop().name("account_organisation").table("account").to_owned()).await?;
        manager.create_index(index("organisation_name", "organisation", &["name_key", "id"])).await?;
        manager.create_index(index("account_name", "account", &["organisation_id", "name_key", "id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("account_name").table("account").to_owned()).await?;
        manager.drop_index(Index::drop().name("organisation_name").table("organisation").to_owned()).await?;
        manager.create_index(index("account_organisation", "account", &["organisation_id"])).await?;
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
        // Names in lower case: databases disagree on case, so the key says what is the same.
        ("organisation", schema::string("name_key").default("").take()),
        ("account", schema::string("name_key").default("").take()),
        // Since when their organisation is suspended. It stands with the account, so that whoever locks the account to
        // look whether it may do something sees this too.
        ("account", schema::timestamp_with_time_zone_null("suspended_at")),
    ]
}

/// Gives what is there already its key; not in SQL, because SQLite knows no capitals but those of English.
async fn fill_keys(db: &SchemaManagerConnection<'_>, table: &'static str) -> Result<(), DbErr> {
    let named = Query::select().columns(["id", "name"]).from(table).to_owned();
    for row in db.query_all(&named).await? {
        let (id, name): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "name")?);
        let key = Query::update()
            .table(table)
            .value("name_key", name.to_lowercase())
            .and_where(Expr::col("id").eq(id))
            .to_owned();
        db.execute(&key).await?;
    }
    Ok(())
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
