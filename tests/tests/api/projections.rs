//! What the boards say stands in tables too, a moment later.

use std::sync::Arc;

use samenspel::boards;
use samenspel::clock::SystemClock;
use samenspel::entity::{ambition, card, projection, role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait, QueryFilter as _};
use tests::{Peer, World, eventually, writing};
use uuid::Uuid;

#[tokio::test]
async fn what_is_written_stands_in_the_tables_a_moment_later() {
    let world = World::start().await;
    let member = world.person("member").await;
    let (canvas, roles) =
        (Peer::join(&member, &world.own.canvas).await, Peer::join(&member, &world.own.roles).await);
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Een\0 kaart"));
    let found = eventually("the card has a row", async || card(&world, "kaart").await).await;
    assert_eq!((found.block.as_str(), found.text.as_str()), ("channels", "Een\u{fffd} kaart"));
    assert_eq!((found.sort_key.as_str(), &found.partner), ("a0", &None));
    assert_eq!(found.partnership_id, id(&world.own.partnership));
    let others = eventually("the demo's cards have rows", async || card_count(&world).await).await;
    assert!(others > 10, "{others}");

    canvas.edit(|transaction| writing::push_to_card(transaction, "kaart", "!"));
    let changed = async || card(&world, "kaart").await.filter(|card| card.text.ends_with('!'));
    let changed = eventually("the row follows", changed).await;
    assert!(changed.seq > found.seq, "{changed:?} after {found:?}");
    canvas.edit(|transaction| writing::remove_entry(transaction, "notes", "kaart"));
    let gone = async || card(&world, "kaart").await.is_none().then_some(());
    eventually("the row goes with the card", gone).await;

    roles.edit(|transaction| writing::add_role(transaction, "rol", "Verbinder"));
    let found = eventually("the role has a row", async || role(&world, "rol").await).await;
    assert_eq!((found.title.as_str(), found.seats_min, found.seats_max), ("Verbinder", 1, 2));
    assert_eq!((found.qualities.as_str(), found.removed_at), ("{}", None));
}

#[tokio::test]
async fn a_role_that_disappears_is_marked_and_undo_brings_it_back() {
    let world = World::start().await;
    let roles = Peer::join(&world.person("lead").await, &world.own.roles).await;
    roles.edit(|transaction| writing::add_role(transaction, "rol", "Verbinder"));
    eventually("it has a row", async || role(&world, "rol").await).await;
    roles.edit(|transaction| writing::remove_entry(transaction, "roles", "rol"));
    let removed = async || role(&world, "rol").await.filter(|role| role.removed_at.is_some());
    let removed = eventually("it is marked", removed).await;
    assert_eq!(removed.title, "Verbinder");
    // What undo does: the same key again.
    roles.edit(|transaction| writing::add_role(transaction, "rol", "Verbinder"));
    let back = async || role(&world, "rol").await.filter(|role| role.removed_at.is_none());
    eventually("it is back", back).await;
}

#[tokio::test]
async fn the_plain_ambition_follows_its_board() {
    let world = World::start().await;
    let peer = Peer::join(&world.person("lead").await, &world.own.ambition).await;
    peer.push("headline", " [kop]");
    peer.edit(|transaction| writing::push_paragraph(transaction, "horizon", "Over tien jaar."));
    let found = async || {
        let found = ambition(&world).await?;
        (found.headline.ends_with("[kop]") && found.horizon.ends_with("Over tien jaar.")).then_some(found)
    };
    let found = eventually("it follows", found).await;
    let content = world.person("lead").await.get(&format!("/api/v1/boards/{}/content", world.own.ambition)).await;
    let content = content.expect(200);
    assert_eq!(content["statement"], found.statement);
    assert_eq!(content["seq"], found.seq);
}

#[tokio::test]
async fn boards_that_nobody_followed_are_caught_up_at_the_start() {
    let mut world = World::start().await;
    let canvas = Peer::join(&world.person("lead").await, &world.own.canvas).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Eerst"));
    eventually("it has a row", async || card(&world, "kaart").await).await;
    drop(canvas);
    forget_tables(&world).await;
    assert_eq!(card(&world, "kaart").await, None);
    world.server.stop().await;
    world.server.start_again().await;
    eventually("it has a row again", async || card(&world, "kaart").await).await;
    eventually("the ambition has one too", async || ambition(&world).await).await;
}

#[tokio::test]
async fn what_another_process_read_later_is_not_taken_back() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let (canvas, roles) = (Peer::join(&lead, &world.own.canvas).await, Peer::join(&lead, &world.own.roles).await);
    eventually("all is read", async || seq(&world, &world.own.canvas).await.filter(|seq| *seq > 0)).await;
    set_seq(&world, &world.own.canvas, 1_000).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Te laat"));
    canvas.saved().await;
    // Boards are followed in the order in which they went on.
    for round in 0..2 {
        let name = format!("rol {round}");
        roles.edit(|transaction| writing::add_role(transaction, &name, "Verbinder"));
        eventually("the other board is read", async || role(&world, &name).await).await;
    }
    assert_eq!(card(&world, "kaart").await, None);
    assert_eq!(seq(&world, &world.own.canvas).await, Some(1_000));
}

#[tokio::test]
async fn the_subcommand_makes_tables_right_whatever_was_in_them() {
    let world = World::start().await;
    let canvas = Peer::join(&world.person("lead").await, &world.own.canvas).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Waar"));
    eventually("it has a row", async || card(&world, "kaart").await).await;
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    let lie = card::Entity::update_many().col_expr(card::Column::Text, Expr::value("Onwaar"));
    lie.filter(card::Column::Id.eq("kaart")).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();

    let nowhere = boards::project(&app.database, Arc::new(SystemClock), Some(Uuid::nil())).await;
    assert!(matches!(nowhere, Err(boards::ProjectionError::NoSuchBoard)), "{nowhere:?}");
    let one = boards::project(&app.database, Arc::new(SystemClock), Some(id(&world.own.canvas))).await;
    assert_eq!(one.unwrap(), 1);
    assert_eq!(card(&world, "kaart").await.unwrap().text, "Waar");
    assert_eq!(boards::project(&app.database, Arc::new(SystemClock), None).await.unwrap(), 8);
}

#[tokio::test]
async fn many_cards_at_once_are_written_part_by_part() {
    const CARDS: usize = 1_100;
    let world = World::start().await;
    let canvas = Peer::join(&world.person("lead").await, &world.own.canvas).await;
    let before =
        eventually("the demo's cards have rows", async || card_count(&world).await.filter(|count| *count > 10));
    let before = before.await;
    let turn = turn(&world).await;
    let name = |number: usize| format!("kaart {number}");
    canvas.edit(|transaction| {
        (0..CARDS).for_each(|number| writing::add_card(transaction, &name(number), "channels", ""));
    });
    let all = async || card_count(&world).await.filter(|count| *count == before + CARDS);
    eventually("all have rows", all).await;
    canvas.edit(|transaction| {
        (0..CARDS).for_each(|number| writing::remove_entry(transaction, "notes", &name(number)));
    });
    eventually("all are gone", async || card_count(&world).await.filter(|count| *count == before)).await;
    // Each turn is a transaction, for which alone others have to wait.
    assert!(self::turn(&world).await >= turn + 6, "three to add them and three to remove them");
}

async fn turn(world: &World) -> i64 {
    let db = world.server.app().database.reader();
    projection::Entity::find_by_id(id(&world.own.canvas)).one(db).await.unwrap().unwrap().turn
}

async fn card(world: &World, id: &str) -> Option<card::Model> {
    let key = (self::id(&world.own.canvas), id.to_owned());
    card::Entity::find_by_id(key).one(world.server.app().database.reader()).await.unwrap()
}

async fn card_count(world: &World) -> Option<usize> {
    let cards = card::Entity::find().filter(card::Column::BoardId.eq(id(&world.own.canvas)));
    Some(cards.all(world.server.app().database.reader()).await.unwrap().len())
}

async fn role(world: &World, id: &str) -> Option<role::Model> {
    let key = (self::id(&world.own.roles), id.to_owned());
    role::Entity::find_by_id(key).one(world.server.app().database.reader()).await.unwrap()
}

async fn ambition(world: &World) -> Option<ambition::Model> {
    let found = ambition::Entity::find_by_id(id(&world.own.ambition));
    found.one(world.server.app().database.reader()).await.unwrap()
}

async fn seq(world: &World, board: &str) -> Option<i64> {
    let found = projection::Entity::find_by_id(id(board)).one(world.server.app().database.reader()).await;
    found.unwrap().map(|found| found.seq)
}

async fn set_seq(world: &World, board: &str, seq: i64) {
    let transaction = world.server.app().database.begin().await.unwrap();
    let update = projection::Entity::update_many().col_expr(projection::Column::Seq, Expr::value(seq));
    update.filter(projection::Column::BoardId.eq(id(board))).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn forget_tables(world: &World) {
    let transaction = world.server.app().database.begin().await.unwrap();
    projection::Entity::delete_many().exec(&transaction).await.unwrap();
    ambition::Entity::delete_many().exec(&transaction).await.unwrap();
    card::Entity::delete_many().exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

fn id(text: &str) -> Uuid {
    text.parse().unwrap()
}
