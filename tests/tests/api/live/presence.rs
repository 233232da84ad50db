//! Who is there. Nobody speaks under another's name, and no ghost stays.

use serde_json::{Value, json};
use tests::{Peer, World};

use super::join_all;

#[tokio::test]
async fn presence_is_stamped_by_the_server_and_cannot_be_forged() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    let forged =
        json!({ "user": { "id": member.id(), "name": "De burgemeester", "color": "#000000" }, "room": "canvas" });
    peers[0].announce(&forged);
    let client = peers[0].seen().client();
    peers[1].until("the lead is there", |seen| seen.people().contains_key(&client)).await;

    let state = peers[1].seen().people()[&client].1.clone();
    let path = format!("/api/v1/partnerships/{}", world.own.partnership);
    let partnership = lead.get(&path).await.expect(200);
    let partner = &partnership["me"]["partner_id"];
    let color = partnership["partners"].as_array().unwrap().iter().find(|known| known["id"] == *partner);
    let user =
        json!({ "id": lead.id(), "name": "Sanne Mulder", "partner": partner, "color": color.unwrap()["color"] });
    assert_eq!(state["user"], user);
    assert_eq!(state["room"], "canvas", "what clients say of themselves is passed on");
}

#[tokio::test]
async fn who_comes_later_sees_who_is_there() {
    let world = World::start().await;
    let first = Peer::join(&world.person("lead").await, &world.own.ambition).await;
    first.announce(&json!({ "room": "ambition" }));
    let client = first.seen().client();
    let late = Peer::join(&world.person("observer").await, &world.own.ambition).await;
    late.until("the lead is there", |seen| name_of(seen.people(), client) == "Sanne Mulder").await;
}

#[tokio::test]
async fn an_observer_is_seen_too() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let peers = join_all(&[&lead, &observer], &world.own.ambition).await;
    peers[1].announce(&json!({}));
    let client = peers[1].seen().client();
    peers[0].until("the observer is there", |seen| seen.people().contains_key(&client)).await;
    assert_eq!(peers[0].seen().people()[&client].1["user"]["partner"], Value::Null);
}

#[tokio::test]
async fn nobody_speaks_for_another() {
    let world = World::start().await;
    let (lead, member, third) =
        (world.person("lead").await, world.person("member").await, world.person("third").await);
    let peers = join_all(&[&lead, &member, &third], &world.own.ambition).await;
    peers[0].announce(&json!({ "room": "eerst" }));
    peers[1].announce(&json!({ "room": "van joris" }));
    let (liar, victim) = (peers[0].seen().client(), peers[1].seen().client());
    peers[2].until("both are there", |seen| seen.people().len() == 2).await;

    peers[0].announce_as(victim, 1000, &Value::Null);
    peers[0].announce_as(victim, 1001, &json!({ "room": "gelogen" }));
    peers[0].announce_as(77, 1, &json!({ "room": "een geest" }));
    peers[0].announce(&json!({ "room": "daarna" }));
    peers[2].until("what was said afterwards is seen", |seen| seen.people()[&liar].1["room"] == "daarna").await;
    let seen = peers[2].seen();
    assert_eq!(seen.people()[&victim].1["room"], "van joris");
    assert!(!seen.people().contains_key(&77));
}

#[tokio::test]
async fn nobody_is_told_their_own_presence() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].announce(&json!({ "room": "hier" }));
    let client = peers[0].seen().client();
    peers[1].until("the lead is there", |seen| seen.people().contains_key(&client)).await;
    peers[0].answered().await;
    assert!(!peers[0].seen().people().contains_key(&client));
}

#[tokio::test]
async fn who_leaves_is_gone_however_they_leave() {
    let world = World::start().await;
    let people = (world.person("lead").await, world.person("member").await, world.person("third").await);
    let mut peers = join_all(&[&people.0, &people.1, &people.2], &world.own.ambition).await;
    let clients: Vec<_> = peers.iter().map(|peer| peer.seen().client()).collect();
    for peer in &peers {
        peer.announce(&json!({}));
    }
    let gone =
        |seen: &tests::Seen, client: u64| seen.people().get(&client).is_some_and(|(_, state)| state.is_null());
    peers[0].until("both are there", |seen| seen.people().len() == 2).await;
    peers.pop().unwrap().leave().await;
    peers[0].until("who left is gone", |seen| gone(seen, clients[2])).await;
    // A laptop that is shut.
    drop(peers.pop());
    peers[0].until("who vanished is gone", |seen| gone(seen, clients[1])).await;

    let late = Peer::join(&people.1, &world.own.ambition).await;
    late.until("only the living are shown", |seen| seen.people().contains_key(&clients[0])).await;
    assert_eq!(late.seen().people().len(), 1);
}

#[tokio::test]
async fn who_comes_back_with_the_same_id_is_not_removed_by_the_end_of_the_old_connection() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let witness = Peer::join(&member, &world.own.ambition).await;
    let old = Peer::join(&lead, &world.own.ambition).await;
    old.announce(&json!({ "room": "oud" }));
    let client = old.seen().client();
    witness.until("the lead is there", |seen| seen.people().contains_key(&client)).await;

    let new = Peer::join(&lead, &world.own.ambition).await;
    new.announce_as(client, 1, &json!({ "room": "nieuw" }));
    witness.until("the lead is back", |seen| seen.people()[&client].1["room"] == "nieuw").await;
    old.leave().await;
    new.announce_as(client, 2, &json!({ "room": "nog steeds" }));
    witness.until("the lead is still there", |seen| seen.people()[&client].1["room"] == "nog steeds").await;
    drop(new);
    witness.until("the lead is gone", |seen| seen.people()[&client].1.is_null()).await;
}

fn name_of(people: &std::collections::BTreeMap<u64, (u32, Value)>, client: u64) -> &str {
    people.get(&client).and_then(|(_, state)| state["user"]["name"].as_str()).unwrap_or_default()
}
