//! How an organisation comes to take part in a partnership, and people who act for none.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            manager.alter_table(Table::alter().table("partner").add_column(column).to_owned()).await?;
        }
        // Whoever takes part already said yes when they were put there.
        let joined = Query::update()
            .table("partner")
            .value("joined_at", Expr::col("created_at"))
            .and_where(Expr::col("status").eq("active"))
            .to_owned();
        manager.execute(joined).await?;
        manager.create_table(membership_invitation()).await?;
        let of_account = Index::create()
            .name("membership_invitation_account")
            .table("membership_invitation")
            .col("account_id")
            .to_owned();
        manager.create_index(of_account).await?;
        manager
            .create_index(
                Index::create().name("partner_organisation").table("partner").col("organisation_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("membership_invitation").to_owned()).await?;
        manager.drop_index(Index::drop().name("partner_organisation").table("partner").to_owned()).await?;
        for column in columns() {
            let column = column.get_column_name();
            manager.alter_table(Table::alter().table("partner").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// People who are asked to guide or to read along, and have not answered.
fn membership_invitation() -> TableCreateStatement {
    Table::create()
        .table("membership_invitation")
        .col(schema::pk_uuid("id"))
        .col(schema::uuid("partnership_id"))
        .col(schema::uuid("account_id"))
        .col(schema::string_len("role", 16).check(Expr::col("role").is_in(["lead", "observer"])))
        // What whoever asked calls them.
        .col(schema::string("name"))
        .col(schema::uuid("invited_by"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().from("membership_invitation", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("membership_invitation", "account_id").to("account", "id"))
        .index(Index::create().name("membership_invitation_once").unique().col("partnership_id").col("account_id"))
        .to_owned()
}

/// What is new about partners.
fn columns() -> Vec<ColumnDef> {
    vec![
        // Who asked them; none for the organisation that began it. No foreign key, because SQLite could not drop it.
        schema::uuid_null("invited_by"),
        // What whoever asked by an address calls them, until they say yes.
        schema::string_null("invited_name"),
        // When the organisation said yes, also if it has left since.
        schema::timestamp_with_time_zone_null("joined_at"),
    ]
}
