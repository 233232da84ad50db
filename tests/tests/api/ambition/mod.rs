//! The ambition as a fact: versions, and whether every partner stands behind one.

mod endorsing;
mod horizon;
mod individual;
mod links;
mod proposing;
mod races;
mod views;

use serde_json::{Value, json};
use tests::{Person, Reply, World, if_match};

/// The demo's partnership with somebody of each of its three partners, each with its mandate; the lead leads.
struct Table {
    world: World,
    lead: Person,
    member: Person,
    third: Person,
}

impl Table {
    async fn set() -> Self {
        Self::around(World::start().await).await
    }

    async fn around(world: World) -> Self {
        let [lead, member, third] =
            [world.person("lead").await, world.person("member").await, world.person("third").await];
        Self { world, lead, member, third }
    }

    fn path(&self) -> String {
        format!("/api/v1/partnerships/{}/ambition", self.world.own.partnership)
    }

    fn version(&self, number: impl std::fmt::Display) -> String {
        format!("{}/versions/{number}", self.path())
    }

    /// Where the ambition stands: which version is shared, and which one is open.
    async fn standing(&self) -> (Value, Value) {
        let seen = self.seen().await;
        (seen["shared"].clone(), seen["open"].clone())
    }

    async fn seen(&self) -> Value {
        self.lead.get(&self.path()).await.expect(200)
    }

    /// Writes other words on the board, and gives the number of that change.
    async fn write(&self, headline: &str) -> i64 {
        let board = format!("/api/v1/boards/{}", self.world.own.ambition);
        self.member.put(&format!("{board}/headline"), &json!({ "text": headline })).await.expect(200);
        self.member.get(&format!("{board}/content")).await.expect(200)["seq"].as_i64().unwrap()
    }

    /// Proposes what stands there now; gives its number.
    async fn propose(&self) -> i64 {
        let seq = self.seen().await["draft"]["seq"].clone();
        let proposed = self.lead.post(&format!("{}/versions", self.path()), &json!({ "seq": seq })).await;
        proposed.expect(201)["number"].as_i64().unwrap()
    }

    async fn say(&self, person: &Person, number: i64, answer: &str) -> Reply {
        let words = (answer == "yes_with_wish").then_some("Ook voor opa's en oma's");
        let path = format!("{}/endorsement", self.version(number));
        person.put(&path, &json!({ "answer": answer, "words": words })).await
    }

    async fn take_back(&self, person: &Person, number: i64) -> Reply {
        person.delete(&format!("{}/endorsement", self.version(number))).await
    }

    /// The partners agree that it is done.
    async fn conclude(&self) {
        let home = format!("/api/v1/partnerships/{}", self.world.own.partnership);
        self.lead.post(&format!("{home}/conclusion"), &json!({})).await.expect(204);
        for person in [&self.lead, &self.member, &self.third] {
            person.put(&format!("{home}/conclusion/decision"), &json!({ "agrees": true })).await.expect(204);
        }
        self.lead.post(&format!("{home}/conclude"), &Value::Null).await.expect(204);
    }

    /// Every partner says yes.
    async fn share(&self, number: i64) {
        for person in [&self.lead, &self.member, &self.third] {
            self.say(person, number, "yes").await.expect(200);
        }
    }
}
