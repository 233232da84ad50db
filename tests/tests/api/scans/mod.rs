//! Looking back: rounds, answers that nobody can join to a person, and reports that give nobody away.

mod answering;
mod attacker;
mod conversation;
mod crowds;
mod facilitator;
mod improvements;
mod reports;
mod rounds;
mod successes;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use samenspel::ids;
use serde_json::{Value, json};
use tests::{Person, Reply, World, eventually, if_match};

/// Everybody who acts for a partner, by whom of the demo it is the partner of.
struct Crowd {
    of: BTreeMap<&'static str, Vec<Person>>,
}

impl Crowd {
    /// As many people for each partner as it says; of each, one is of the demo.
    async fn gather(world: &World, sizes: [(&'static str, usize); 3]) -> Self {
        let mut of = BTreeMap::new();
        for (known, size) in sizes {
            let mut people = vec![world.person(known).await];
            for number in 1..size {
                let address = format!("{known}{number}");
                world.add_colleague(known, &address, &format!("Collega {number} van {known}")).await;
                people.push(world.person(&address).await);
            }
            of.insert(known, people);
        }
        Self { of }
    }

    fn lead(&self) -> &Person {
        &self.of["lead"][0]
    }
}

fn rounds(world: &World) -> String {
    format!("/api/v1/partnerships/{}/scans", world.own.partnership)
}

/// Plans a round and opens it; gives its address.
async fn opened(world: &World, lead: &Person, kind: &str, opening: Value) -> String {
    let round = planned(world, lead, kind).await;
    lead.post(&format!("{round}/open"), &opening).await.expect(200);
    round
}

async fn planned(world: &World, lead: &Person, kind: &str) -> String {
    let body = json!({ "kind": kind, "planned_for": "2027-01-01" });
    let made = lead.post(&rounds(world), &body).await.expect(201);
    format!("{}/{}", rounds(world), made["id"].as_str().unwrap())
}

fn anonymous() -> Value {
    json!({ "mode": "anonymous", "floor": 3, "days": 10 })
}

/// What a browser makes up before it sends.
fn choice() -> String {
    URL_SAFE_NO_PAD.encode(ids::secret::<32>())
}

/// The first step.
async fn send(person: &Person, round: &str, choice: &str) -> Reply {
    person.post(&format!("{round}/sending"), &json!({ "choice": choice })).await
}

/// The second step, by nobody.
async fn cast(world: &World, ballot: &str, response: &Value) -> Reply {
    let body = json!({ "ballot": ballot, "response": response });
    Person::nobody(&world.server).post("/api/v1/ballots", &body).await
}

/// Both steps.
async fn answer(world: &World, person: &Person, round: &str, response: &Value) {
    let ballot = send(person, round, &choice()).await.expect(200);
    cast(world, ballot["ballot"].as_str().unwrap(), response).await.expect(204);
}

/// The same answer to everything that a round asks.
async fn all_alike(person: &Person, round: &str, answer: Option<u8>) -> Value {
    let asked = person.get(round).await.expect(200)["statements"].clone();
    let asked = asked.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned());
    json!({ "answers": asked.map(|id| (id, answer)).collect::<BTreeMap<_, _>>() })
}

async fn state(person: &Person, round: &str) -> String {
    person.get(round).await.expect(200)["state"].as_str().unwrap().to_owned()
}

/// Closes a round of which all answers are in.
async fn close(lead: &Person, round: &str) {
    lead.post(&format!("{round}/close"), &Value::Null).await.expect(200);
    eventually("it is reported", async || (state(lead, round).await == "closed").then_some(())).await;
}
