//! Values that partners hold in common: a board for each partnership, what it says as a table, and how strongly each
//! partner holds each. Values can be in the bin and be talked about, as cards and roles can.

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
        manager.create_table(common_value()).await?;
        manager.create_table(value_strength()).await?;
        for (name, table) in
            [("common_value_partnership", "common_value"), ("value_strength_partnership", "value_strength")]
        {
            manager.create_index(Index::create().name(name).table(table).col("partnership_id").to_owned()).await?;
        }
        for (table, kinds) in KINDS {
            widen(manager, table, kinds).await?;
        }
        add_boards(manager.get_connection()).await
    }

    /// The boards stay, because what is written on them does, and an older program passes over their kind; and so does
    /// what may be of the kind `value`.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["value_strength", "common_value"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// What can be in the bin, and what can be talked about.
const KINDS: [(&str, [&str; 4]); 2] =
    [("bin_item", ["note", "role", "value", "passage"]), ("comment_thread", ["card", "role", "value", "passage"])];

/// Lets a column `kind` be more than it could. SQLite changes no check of a column that is there, so another one takes its
/// place; and what is added to rows that are there needs a default, which nothing relies on.
async fn widen(manager: &SchemaManager<'_>, table: &'static str, kinds: [&'static str; 4]) -> Result<(), DbErr> {
    let alter = || Table::alter().table(table).to_owned();
    let column = schema::string_len("wider_kind", 16)
        .default("passage")
        .check(Expr::col("wider_kind").is_in(kinds))
        .to_owned();
    manager.alter_table(alter().add_column(column).to_owned()).await?;
    let copy = Query::update().table(table).value("wider_kind", Expr::col("kind")).to_owned();
    manager.execute(copy).await?;
    manager.alter_table(alter().drop_column("kind").to_owned()).await?;
    manager.alter_table(alter().rename_column("wider_kind", "kind").to_owned()).await
}

/// Gives each partnership the board that a new one has from the start. It is made when the partnership was, so that it
/// stands among the first also where others were made since.
async fn add_boards(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let have_one =
        Query::select().column("partnership_id").from("board").and_where(Expr::col("kind").eq("values")).to_owned();
    let partnerships = Query::select()
        .column("id")
        .from("partnership")
        .and_where(Expr::col("id").not_in_subquery(have_one))
        .order_by("id", Order::Asc)
        .to_owned();
    for row in db.query_all(&partnerships).await? {
        let partnership: Uuid = row.try_get("", "id")?;
        let mut board = Query::select();
        board
            .expr(Expr::val(new_id()))
            .column("id")
            .expr(Expr::val("values"))
            .expr(Expr::val("Waarden"))
            .expr(Expr::val(0_i64))
            .column("created_at")
            .from("partnership")
            .and_where(Expr::col("id").eq(partnership));
        let adding = Query::insert()
            .into_table("board")
            .columns(["id", "partnership_id", "kind", "title", "last_seq", "created_at"])
            .select_from(board)
            .map_err(|error| DbErr::Custom(error.to_string()))?
            .to_owned();
        db.execute(&adding).await?;
    }
    Ok(())
}

/// One that sorts by the time it was made, as all boards have.
#[allow(clippy::disallowed_methods, reason = "a step knows nothing of the program, and so not its ids.rs")]
fn new_id() -> Uuid {
    Uuid::now_v7()
}

fn common_value() -> TableCreateStatement {
    Table::create()
        .table("common_value")
        .col(schema::uuid("board_id"))
        // The value's key in the document: made by clients, so not surely a UUID.
        .col(schema::string_len("id", 64))
        .col(schema::uuid("partnership_id"))
        .col(schema::text("name"))
        .col(schema::text("meaning"))
        .col(schema::text("sort_key"))
        .col(schema::big_integer("seq"))
        // A value that disappears from the document stays, so that what was said of it does too.
        .col(schema::timestamp_with_time_zone_null("removed_at"))
        .primary_key(Index::create().col("board_id").col("id"))
        .foreign_key(ForeignKey::create().from("common_value", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("common_value", "partnership_id").to("partnership", "id"))
        .to_owned()
}

fn value_strength() -> TableCreateStatement {
    Table::create()
        .table("value_strength")
        .col(schema::uuid("board_id"))
        // The value's key in the document. It names no row of `common_value`: that follows the board a moment later.
        .col(schema::string_len("value_id", 64))
        .col(schema::uuid("partner_id"))
        .col(schema::uuid("partnership_id"))
        // From 0, not at all, to 4, as strongly as can be.
        .col(schema::small_integer("strength").check(Expr::col("strength").between(0, 4)))
        .col(schema::text("words"))
        .col(schema::uuid("given_by"))
        .col(schema::timestamp_with_time_zone("given_at"))
        .primary_key(Index::create().col("board_id").col("value_id").col("partner_id"))
        .foreign_key(ForeignKey::create().from("value_strength", "board_id").to("board", "id"))
        .foreign_key(ForeignKey::create().from("value_strength", "partner_id").to("partner", "id"))
        .foreign_key(ForeignKey::create().from("value_strength", "partnership_id").to("partnership", "id"))
        .foreign_key(ForeignKey::create().from("value_strength", "given_by").to("account", "id"))
        .to_owned()
}
