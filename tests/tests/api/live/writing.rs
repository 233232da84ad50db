//! What one writes the others see, after it is kept.

use serde_json::{Value, json};
use tests::{Frame, Pass, Peer, World, writing};

use super::join_all;

#[tokio::test]
async fn two_peers_converge() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    for turn in 0..20 {
        peers[turn % 2].push("headline", &format!("<{turn}>"));
        peers[turn % 2]
            .edit(|transaction| writing::push_paragraph(transaction, "statement", &format!("zin {turn}")));
    }
    for peer in &peers {
        let everything =
            |text: &str, mark: &dyn Fn(usize) -> String| (0..20).all(|turn| text.contains(&mark(turn)));
        peer.until("all that both wrote is there", |seen| {
            everything(&seen.text("headline"), &|turn| format!("<{turn}>"))
                && everything(&seen.xml("statement"), &|turn| format!("zin {turn}</paragraph>"))
        })
        .await;
    }
    let (one, other) = (peers[0].seen(), peers[1].seen());
    assert_eq!((one.text("headline"), one.xml("statement")), (other.text("headline"), other.xml("statement")));
}

#[tokio::test]
async fn cards_and_roles_arrive_with_everything_on_them() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let canvas = join_all(&[&lead, &member], &world.own.canvas).await;
    canvas[0].edit(|transaction| writing::add_card(transaction, "kaart", "channels", "De bus"));
    let card = json!({ "block": "channels", "order": "a0", "partner": null, "text": "De bus" });
    canvas[1].until("the card is there", |seen| seen.map("notes")["kaart"] == card).await;

    let roles = join_all(&[&lead, &member], &world.own.roles).await;
    roles[1].edit(|transaction| writing::add_role(transaction, "rol", "Verbinder"));
    roles[0].until("the role is there", |seen| seen.map("roles")["rol"]["title"] == "Verbinder").await;
}

#[tokio::test]
async fn who_joins_later_gets_everything() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let first = Peer::join(&lead, &world.own.ambition).await;
    first.push("headline", " en een slot");
    first.saved().await;
    let whole = first.seen().text("headline");
    first.leave().await;
    let late = Peer::join(&world.person("third").await, &world.own.ambition).await;
    assert_eq!(late.seen().text("headline"), whole);
}

#[tokio::test]
async fn what_is_acknowledged_or_seen_is_kept() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].saved().await;
    let before = content(&world, "lead", &world.own.ambition).await["seq"].as_i64().unwrap();

    peers[0].push("headline", "[erkend]");
    peers[0].saved().await;
    let acknowledged = content(&world, "lead", &world.own.ambition).await;
    assert!(acknowledged["headline"].as_str().unwrap().contains("[erkend]"), "{acknowledged}");
    assert_eq!(acknowledged["seq"], before + 1);

    peers[0].push("headline", "[gezien]");
    peers[1].until("it is seen", |seen| seen.text("headline").contains("[gezien]")).await;
    let seen = content(&world, "observer", &world.own.ambition).await;
    assert!(seen["headline"].as_str().unwrap().contains("[gezien]"), "{seen}");
}

#[tokio::test]
async fn content_is_true_for_all_three_kinds() {
    let world = World::start().await;
    let lead = world.person("lead").await;

    let ambition = Peer::join(&lead, &world.own.ambition).await;
    ambition.edit(|transaction| writing::push_paragraph(transaction, "statement", "Samen <lezen> & schrijven"));
    ambition.edit(|transaction| writing::push_paragraph(transaction, "horizon", "Over tien jaar"));
    ambition.saved().await;
    let read = content(&world, "lead", &world.own.ambition).await;
    assert_eq!(read["headline"], ambition.seen().text("headline"));
    assert!(read["statement"].as_str().unwrap().ends_with("Samen <lezen> & schrijven"), "{read}");
    assert!(
        read["statement_html"].as_str().unwrap().ends_with("<p>Samen &lt;lezen&gt; &amp; schrijven</p>"),
        "{read}"
    );
    assert!(read["horizon_html"].as_str().unwrap().ends_with("<p>Over tien jaar</p>"), "{read}");

    let canvas = Peer::join(&lead, &world.own.canvas).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "key_partners", "De huisarts"));
    canvas.saved().await;
    let read = content(&world, "lead", &world.own.canvas).await;
    let card =
        json!({ "id": "kaart", "block": "key_partners", "text": "De huisarts", "order": "a0", "partner": null });
    assert!(read["notes"].as_array().unwrap().contains(&card), "{read}");

    let roles = Peer::join(&lead, &world.own.roles).await;
    roles.edit(|transaction| writing::add_role(transaction, "rol", "Verbinder"));
    roles.saved().await;
    let read = content(&world, "lead", &world.own.roles).await;
    let role = json!({
        "id": "rol", "title": "Verbinder", "purpose": "", "seats_min": 1, "seats_max": 2,
        "qualities": {}, "drives": {}, "order": "a0",
    });
    assert!(read["roles"].as_array().unwrap().contains(&role), "{read}");
}

#[tokio::test]
async fn only_who_asks_for_acknowledgements_gets_them() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let unmodified = Peer::open(&Pass::of(&lead).query(""), &world.own.ambition).await.unwrap();
    unmodified.until("the board has arrived", tests::Seen::synced).await;
    let asking = Peer::join(&member, &world.own.ambition).await;
    unmodified.push("headline", "[zonder]");
    asking.until("it is seen", |seen| seen.text("headline").contains("[zonder]")).await;
    asking.push("headline", "[met]");
    unmodified.until("it is seen", |seen| seen.text("headline").contains("[met]")).await;
    asking.saved().await;
    unmodified.answered().await;
    assert_eq!(unmodified.seen().acknowledged(), 0);
    assert!(asking.seen().acknowledged() > 0);
}

#[tokio::test]
async fn what_says_nothing_new_is_acknowledged_and_not_kept() {
    let world = World::start().await;
    let peer = Peer::join(&world.person("lead").await, &world.own.canvas).await;
    peer.saved().await;
    let before = content(&world, "lead", &world.own.canvas).await["seq"].clone();
    let everything = peer.seen().everything();
    for _ in 0..3 {
        peer.send(&Frame::Update(everything.clone()));
    }
    peer.saved().await;
    assert_eq!(content(&world, "lead", &world.own.canvas).await["seq"], before);
}

#[tokio::test]
async fn work_without_a_connection_arrives_when_there_is_one() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let offline = tests::Seen::new(peer.seen().doc());
    peer.leave().await;
    let _ = offline.write(|transaction| writing::add_card(transaction, "trein", "channels", "In de trein"));
    let back = Peer::open_with(&Pass::of(&lead), &world.own.canvas, offline.doc()).await.unwrap();
    let other = Peer::join(&world.person("member").await, &world.own.canvas).await;
    other.until("it is seen", |seen| seen.map("notes")["trein"]["text"] == "In de trein").await;
    back.saved().await;
}

#[tokio::test]
async fn an_update_that_hangs_on_what_was_not_sent_makes_the_server_ask() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].until("the server asked", |seen| seen.step1s() == 1).await;
    // Written, and never sent.
    let _ = peers[0].seen().write(|transaction| writing::push(transaction, "headline", "[eerst]"));
    peers[0].push("headline", "[dan]");
    peers[0].until("the server asked again", |seen| seen.step1s() == 2).await;
    peers[1].until("both are seen", |seen| seen.text("headline").ends_with("[eerst][dan]")).await;
    peers[0].saved().await;
}

#[tokio::test]
async fn an_update_whose_beginning_never_comes_is_not_kept() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].saved().await;
    let before = content(&world, "lead", &world.own.ambition).await;
    peers[0].send(&Frame::Update(orphan()));
    peers[0].until("the server asked", |seen| seen.step1s() == 2).await;
    peers[1].push("headline", "[verder]");
    peers[0].until("the board goes on", |seen| seen.text("headline").ends_with("[verder]")).await;
    let after = content(&world, "lead", &world.own.ambition).await;
    assert_eq!(after["seq"].as_i64(), before["seq"].as_i64().map(|seq| seq + 1));
    let late = Peer::join(&member, &world.own.ambition).await;
    assert!(!late.seen().text("headline").contains("wees"));
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.canvas).await;
    for number in 0..10 {
        let words = format!("Kaart {number}");
        peer.edit(|transaction| writing::add_card(transaction, &format!("kaart-{number}"), "channels", &words));
    }
    peer.saved().await;
    let whole = peer.seen().map("notes");
    world.server.stop().await;
    world.server.start_again().await;
    let again = Peer::join(&lead, &world.own.canvas).await;
    assert_eq!(again.seen().map("notes"), whole);
    let read = content(&world, "lead", &world.own.canvas).await;
    assert_eq!(read["notes"].as_array().unwrap().len(), whole.as_object().unwrap().len());
}

/// The second half of something whose first half nobody has.
pub(super) fn orphan() -> Vec<u8> {
    let elsewhere = tests::Seen::new(writing::new_document());
    let _ = elsewhere.write(|transaction| writing::push(transaction, "headline", "wees"));
    elsewhere.write(|transaction| writing::push(transaction, "headline", "kind")).1
}

async fn content(world: &World, name: &str, board: &str) -> Value {
    world.person(name).await.get(&format!("/api/v1/boards/{board}/content")).await.expect(200)
}
