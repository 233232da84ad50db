//! What people are told in person: in the app, and by mail when and as often as they chose.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notification()).await?;
        for (name, columns) in [
            ("notification_account", ["account_id", "id"].as_slice()),
            ("notification_subject", &["subject_id"]),
            ("notification_mail_due", &["mail_due_at"]),
        ] {
            let mut index = Index::create().name(name).table("notification").to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        manager.create_table(notification_choice()).await?;
        manager.alter_table(Table::alter().table("outgoing_mail").add_column(unsubscribe()).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("outgoing_mail").drop_column("unsubscribe").to_owned()).await?;
        for table in ["notification_choice", "notification"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn notification() -> TableCreateStatement {
    Table::create()
        .table("notification")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("account_id"))
        .col(schema::string_len("kind", 32))
        // Who did it. What they are called is looked up, so that no name is kept here.
        .col(schema::uuid_null("actor_id"))
        .col(schema::uuid_null("partnership_id"))
        // What it is about; settling that settles all that was told of it.
        .col(schema::uuid_null("subject_id"))
        // Names and titles as they were then, as a JSON object; never a text that somebody wrote.
        .col(schema::text("words"))
        // A page of ours.
        .col(schema::string_len("leads_to", 255))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone_null("read_at"))
        // When it goes into a mail, if it is not read before; none when it does not, or has.
        .col(schema::timestamp_with_time_zone_null("mail_due_at"))
        .foreign_key(ForeignKey::create().from("notification", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("notification", "actor_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("notification", "partnership_id").to("partnership", "id"))
        .to_owned()
}

/// How often somebody wants mail about what they are told. Who never chose has no row.
fn notification_choice() -> TableCreateStatement {
    let paces = ["at_once", "what_waits", "daily", "never"];
    Table::create()
        .table("notification_choice")
        .col(schema::pk_uuid("account_id"))
        .col(schema::string_len("pace", 16).check(Expr::col("pace").is_in(paces)))
        .foreign_key(ForeignKey::create().from("notification_choice", "account_id").to("account", "id"))
        .to_owned()
}

/// The address that ends such mail with one request (RFC 8058); none for mail that somebody cannot do without.
fn unsubscribe() -> ColumnDef {
    schema::text_null("unsubscribe")
}
