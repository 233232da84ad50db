//! Values: those that partners hold in common and how strongly, and what people say of themselves.

mod before;
mod board;
mod own;
mod strengths;
mod tension;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, if_match};

/// One who writes, and everybody else there is: a colleague of the same partner, somebody of another one, the lead, an
/// observer and an outsider.
struct Room {
    world: World,
    author: Person,
    colleague: Person,
    other: Person,
    lead: Person,
    observer: Person,
    outsider: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        world.add_plain_member().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            author: person("member").await,
            colleague: person("plain").await,
            other: person("third").await,
            lead: person("lead").await,
            observer: person("observer").await,
            outsider: person("outsider").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/{last}", self.world.own.partnership)
    }

    /// Those who take part, by what they are.
    fn who_take_part(&self) -> [(&'static str, &Person); 4] {
        [("author", &self.author), ("colleague", &self.colleague), ("other", &self.other), ("lead", &self.lead)]
    }

    /// Changes something that everybody hears of.
    async fn tell_everybody(&self) {
        let challenge = json!({ "challenge": format!("Tot hier: {}", samenspel::ids::unordered()) });
        self.lead.patch(self.path("").trim_end_matches('/'), &challenge).await.expect(200);
    }

    /// Who sees in a list something with this id.
    async fn readers(&self, list: &str, id: &Value) -> Vec<&'static str> {
        let mut readers = Vec::new();
        for (name, person) in self.who_take_part() {
            let seen = person.get(&self.path(list)).await.expect(200);
            if seen["items"].as_array().unwrap().iter().any(|item| item["id"] == *id) {
                readers.push(name);
            }
        }
        self.observer.get(&self.path(list)).await.expect_problem(403, "forbidden");
        self.outsider.get(&self.path(list)).await.expect_problem(404, "not_found");
        readers
    }

    /// Changes something of a list as it was read.
    async fn change(&self, person: &Person, list: &str, of: &Value, body: &Value) -> Reply {
        if_match(person, Method::PATCH, &self.one(list, of), &of["version"], body).await
    }

    async fn remove(&self, person: &Person, list: &str, of: &Value) -> Reply {
        if_match(person, Method::DELETE, &self.one(list, of), &of["version"], &json!({})).await
    }

    fn one(&self, list: &str, of: &Value) -> String {
        self.path(&format!("{list}/{}", of["id"].as_str().unwrap()))
    }

    /// Names a common value; gives its key.
    async fn name_value(&self, name: &str) -> String {
        let values = format!("/api/v1/boards/{}/values", self.world.own.values);
        let made = self.author.post(&values, &json!({ "name": name })).await.expect(201);
        made["value"]["id"].as_str().unwrap().to_owned()
    }

    async fn listen(&self) -> Listening {
        let mut hearing = Vec::new();
        for (name, person) in self.who_take_part().into_iter().chain([("observer", &self.observer)]) {
            hearing.push((name, Hearing::begin(person, &self.world.own.partnership).await));
        }
        Listening(hearing)
    }
}

/// Those who may listen.
struct Listening(Vec<(&'static str, Hearing)>);

impl Listening {
    /// Who hears an event of this type about `id`, which is all that it says, before something that everybody hears later:
    /// a change of the partnership, which is told last of all that is told at once.
    async fn heard(&mut self, room: &Room, kind: &str, noun: &str, id: &Value) -> Vec<&'static str> {
        room.tell_everybody().await;
        let mut heard = Vec::new();
        for (name, hearing) in &mut self.0 {
            let mut is_over = false;
            while !is_over {
                let event = hearing.next().await.expect("it stays open");
                is_over = event["type"] == "partnership.changed";
                if event["type"] == kind {
                    assert_eq!(event["data"], json!({ noun: id }), "an id, and nothing else");
                    heard.push(*name);
                }
            }
        }
        heard.dedup();
        heard
    }
}
