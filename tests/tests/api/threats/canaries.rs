//! A word that only those in a partnership know, looked for by everybody else in everything that can be read
//! (threat 23).

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Peer, Person, World, if_match, writing};

use crate::matrix::{routes, sign_in};

/// What stands on a board and is nobody else's business.
const WORD: &str = "kanariepiet";
/// What stands in a partnership's name and challenge.
const NAME: &str = "roodborstje";

/// What those who take part say to each other about a report, and do about it: it is not for who observes.
const INSIDE: &str = "winterkoning";

/// Threat 23.
#[tokio::test]
async fn what_is_written_in_a_partnership_is_read_in_it_and_nowhere_else() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    plant(&world, &lead).await;
    let conversation = plant_inside(&world, &lead).await;
    let mut readers: [Vec<&str>; 3] = [const { Vec::new() }; 3];
    for name in [None, Some("admin"), Some("orgadmin"), Some("outsider"), Some("lead"), Some("observer")] {
        let person = sign_in(&world, name).await;
        let mut seen = String::new();
        for path in readable(&world, &[&conversation]) {
            let reply = Person::send(person.request(Method::GET, &path)).await;
            write!(seen, "{:?}{}", reply.headers, reply.text()).unwrap();
        }
        for (word, readers) in [WORD, NAME, INSIDE].iter().zip(&mut readers) {
            if seen.contains(word) {
                readers.push(name.unwrap_or("signed out"));
            }
        }
    }
    assert_eq!(readers[0], ["lead", "observer"]);
    // Who administers a partner sees what it takes part in.
    assert_eq!(readers[1], ["orgadmin", "lead", "observer"]);
    assert_eq!(readers[2], ["lead"]);
}

/// Everything there is to read, with every id there is in the place of a name; where an address has two, the second is one
/// of `others`.
pub(crate) fn readable(world: &World, others: &[&String]) -> Vec<String> {
    let own = &world.own;
    let known = [&own.partnership, &own.ambition, &own.canvas, &own.roles, &own.values, &own.partner, &own.lead];
    let ids: Vec<&String> = known.into_iter().chain(others.iter().copied()).collect();
    let mut paths = Vec::new();
    for route in routes().into_iter().filter(|route| route.method == Method::GET) {
        // A demo shows its mail to everybody.
        if route.path == "/api/v1/outbox" {
            continue;
        }
        let has_two = route.path.matches('{').count() > 1;
        let mut open = vec![route.path];
        while let Some(path) = open.pop() {
            match path.split_once('{').and_then(|(start, rest)| Some((start, rest.split_once('}')?.1))) {
                Some((start, end)) => {
                    let named = match (has_two, end.contains('{')) {
                        (true, true) => &known[..],
                        (true, false) => others,
                        (false, _) => &ids[..],
                    };
                    open.extend(named.iter().map(|id| format!("{start}{id}{end}")));
                }
                None => paths.push(if path.ends_with("/export") { format!("{path}?format=json") } else { path }),
            }
        }
    }
    paths
}

/// Writes the word wherever something can be written, and deletes some of it, so that it is in histories and bins too.
async fn plant(world: &World, lead: &Person) {
    let (own, text) = (&world.own, format!("Dit is {WORD}."));
    lead.put(&format!("/api/v1/boards/{}/headline", own.ambition), &json!({ "text": text })).await.expect(200);
    for part in ["statement", "horizon"] {
        let body = json!({ "markdown": text });
        lead.put(&format!("/api/v1/boards/{}/{part}", own.ambition), &body).await.expect(200);
    }
    let notes = format!("/api/v1/boards/{}/notes", own.canvas);
    let deleted = samenspel::ids::unordered();
    let card = json!({ "id": deleted, "block": "channels", "text": text });
    lead.post(&notes, &card).await.expect(201);
    lead.post(&notes, &json!({ "block": "channels", "text": text })).await.expect(201);
    assert!(lead.delete(&format!("{notes}/{deleted}")).await.status < 300);
    lead.post(&format!("/api/v1/boards/{}/roles", own.roles), &json!({ "title": WORD })).await.expect(201);
    lead.post(&format!("/api/v1/boards/{}/values", own.values), &json!({ "name": WORD })).await.expect(201);
    let partnership = format!("/api/v1/partnerships/{}", own.partnership);
    lead.patch(&partnership, &json!({ "name": format!("Wij en {NAME}"), "challenge": NAME })).await.expect(200);
    lead.post(&format!("{partnership}/conclusion"), &json!({ "words": text })).await.expect(204);
    let seq = lead.get(&format!("/api/v1/boards/{}/content", own.ambition)).await.expect(200)["seq"].clone();
    let version = lead.post(&format!("{partnership}/ambition/versions"), &json!({ "seq": seq })).await.expect(201);
    let wish = json!({ "answer": "yes_with_wish", "words": text });
    let endorsement = format!("{partnership}/ambition/versions/{}/endorsement", version["number"]);
    lead.put(&endorsement, &wish).await.expect(200);
    let phase = json!({ "from": "share_ambition", "to": "agree", "reason": text });
    lead.post(&format!("{partnership}/phase"), &phase).await.expect(200);
    let success = json!({ "words": text, "happened_on": "2026-11-22", "parts": [{ "partner_id": own.partner, "words": text }] });
    lead.post(&format!("{partnership}/successes"), &success).await.expect(201);
    let peer = Peer::join(lead, &own.ambition).await;
    let passage = json!({ "kind": "passage", "field": "statement", "start": "AQ==", "end": "AQ==", "quote": WORD });
    let thread = json!({ "anchor": passage, "text": text });
    lead.post(&format!("/api/v1/boards/{}/threads", own.ambition), &thread).await.expect(201);
    peer.edit(|transaction| writing::push(transaction, "headline", WORD));
    peer.saved().await;
    world.settled().await;
}

/// The same in an improvement point and in the note of a conversation. Gives that board.
async fn plant_inside(world: &World, lead: &Person) -> String {
    let partnership = format!("/api/v1/partnerships/{}", world.own.partnership);
    let point = json!({ "title": INSIDE, "owner_id": lead.id(), "due": "2030-01-01" });
    let point = lead.post(&format!("{partnership}/improvements"), &point).await.expect(201);
    let drop = format!("{partnership}/improvements/{}/drop", point["id"].as_str().unwrap());
    if_match(lead, Method::POST, &drop, &json!(1), &json!({ "outcome": INSIDE })).await.expect(200);
    let view = json!({ "seeing": INSIDE, "doing": INSIDE, "urgency": 1 });
    if_match(lead, Method::PUT, &format!("{partnership}/views/own"), &json!(0), &view).await.expect(200);
    let seen = lead.get(&partnership).await.expect(200);
    let (own, partners) = (&seen["me"]["partner_id"], seen["partners"].as_array().unwrap());
    let other = partners.iter().find(|partner| partner["id"] != *own).unwrap();
    let part = |partner: &Value, quote: &str| json!({ "partner_id": partner, "quote": quote });
    let overlap = json!({ "words": INSIDE, "parts": [part(own, INSIDE), part(&other["id"], "")] });
    lead.post(&format!("{partnership}/overlaps"), &overlap).await.expect(201);
    let value = samenspel::ids::unordered();
    let named = json!({ "id": value, "name": "Een waarde" });
    lead.post(&format!("/api/v1/boards/{}/values", world.own.values), &named).await.expect(201);
    let strength = json!({ "strength": 2, "words": INSIDE });
    lead.put(&format!("{partnership}/values/{value}/strength"), &strength).await.expect(200);
    let own = json!({ "words": INSIDE, "visible_to": "all" });
    lead.post(&format!("{partnership}/own-values"), &own).await.expect(201);
    let check = json!({ "belief": INSIDE, "shared_with": "all" });
    lead.post(&format!("{partnership}/tension-checks"), &check).await.expect(201);
    let scans = format!("{partnership}/scans");
    let round = lead.post(&scans, &json!({ "kind": "pulse", "planned_for": "2030-01-01" })).await.expect(201);
    let round = format!("{scans}/{}", round["id"].as_str().unwrap());
    lead.post(&format!("{round}/open"), &json!({ "mode": "partner_voice", "days": 7 })).await.expect(200);
    let closed = lead.post(&format!("{round}/close"), &json!({})).await.expect(200);
    lead.patch(&round, &json!({ "shared": true })).await.expect(200);
    let board = closed["conversation"].as_str().unwrap().to_owned();
    let peer = Peer::join(lead, &board).await;
    for words in [INSIDE, "Iets anders"] {
        peer.edit(|transaction| writing::push_paragraph(transaction, "note", words));
    }
    peer.edit(|transaction| writing::remove_block(transaction, "note", 0));
    peer.edit(|transaction| writing::push_paragraph(transaction, "note", INSIDE));
    peer.saved().await;
    world.settled().await;
    board
}
