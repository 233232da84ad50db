//! A partnership ends because every partner agreed, can be read from then on, and can be taken up again.

use serde_json::{Value, json};
use tests::{Hearing, Peer, Person, World, mail_to};

use super::{ask, seen};

/// The demo, where each of three people speaks for a partner.
struct Ending {
    world: World,
    lead: Person,
    member: Person,
    third: Person,
    path: String,
}

impl Ending {
    async fn start() -> Self {
        let world = World::start().await;
        let (lead, member, third) =
            (world.person("lead").await, world.person("member").await, world.person("third").await);
        let path = format!("/api/v1/partnerships/{}", world.own.partnership);
        Self { world, lead, member, third, path }
    }

    async fn propose(&self) {
        let body = json!({ "words": "De taalhuizen draaien zonder ons." });
        self.lead.post(&format!("{}/conclusion", self.path), &body).await.expect(204);
    }

    async fn say(&self, person: &Person, agrees: bool) {
        person.put(&format!("{}/conclusion/decision", self.path), &json!({ "agrees": agrees })).await.expect(204);
    }

    async fn conclude(&self) {
        self.propose().await;
        self.say(&self.lead, true).await;
        self.say(&self.member, true).await;
        self.say(&self.third, true).await;
        self.step("conclude").await.expect(204);
    }

    async fn step(&self, step: &str) -> tests::Reply {
        self.lead.post(&format!("{}/{step}", self.path), &Value::Null).await
    }

    async fn seen(&self) -> Value {
        seen(&self.lead, &self.world.own.partnership).await
    }
}

#[tokio::test]
async fn a_partnership_is_concluded_when_every_partner_has_agreed_and_not_before() {
    let ending = Ending::start().await;
    ending.step("conclude").await.expect_problem(409, "not_all_agree");
    ending.propose().await;
    ending.say(&ending.lead, true).await;
    ending.say(&ending.third, true).await;
    ending.step("conclude").await.expect_problem(409, "not_all_agree");
    ending.say(&ending.member, false).await;
    ending.step("conclude").await.expect_problem(409, "not_all_agree");
    ending.say(&ending.member, true).await;
    let open = ending.seen().await;
    assert_eq!(open["status"], "active");
    assert_eq!(open["conclusion"]["words"], "De taalhuizen draaien zonder ons.");
    let said: Vec<_> =
        open["conclusion"]["decisions"].as_array().unwrap().iter().map(|one| &one["agrees"]).collect();
    assert_eq!(said, [&json!(true); 3]);
    ending.step("conclude").await.expect(204);
    let concluded = ending.seen().await;
    assert_eq!(concluded["status"], "concluded");
    assert!(concluded["conclusion"]["concluded_at"].is_string(), "{concluded}");
    ending.step("conclude").await.expect_problem(403, "concluded");
}

#[tokio::test]
async fn only_a_lead_asks_and_only_the_mandated_answer() {
    let ending = Ending::start().await;
    ending.world.add_plain_member().await;
    let (plain, observer) = (ending.world.person("plain").await, ending.world.person("observer").await);
    let (asking, decision) =
        (format!("{}/conclusion", ending.path), format!("{}/conclusion/decision", ending.path));
    ending.member.put(&decision, &json!({ "agrees": true })).await.expect_problem(404, "not_found");
    ending.member.post(&asking, &json!({})).await.expect_problem(403, "forbidden");
    ending.propose().await;
    ending.lead.post(&asking, &json!({})).await.expect_problem(409, "conflict");
    for person in [&plain, &observer] {
        person.put(&decision, &json!({ "agrees": true })).await.expect_problem(403, "forbidden");
    }
    ending.member.delete(&asking).await.expect_problem(403, "forbidden");
    ending.lead.delete(&asking).await.expect(204);
    assert_eq!(ending.seen().await["conclusion"], Value::Null);
    ending.member.put(&decision, &json!({ "agrees": true })).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_is_concluded_is_read_by_everybody_and_written_by_nobody() {
    let ending = Ending::start().await;
    let world = &ending.world;
    let writer = Peer::join(&ending.member, &world.own.ambition).await;
    writer.push("headline", " Gered.");
    writer.saved().await;
    let mut hearing = Hearing::begin(&ending.member, &world.own.partnership).await;
    ending.conclude().await;
    assert_eq!(writer.closed().await.code, 4512, "whoever writes is told to come back");
    assert_eq!(hearing.until("partnership.concluded").await["actor"]["account_id"], ending.lead.id());

    let reader = Peer::join(&ending.member, &world.own.ambition).await;
    assert!(reader.seen().text("headline").contains("Gered."));
    reader.push("headline", " Te laat.");
    assert_eq!(reader.closed().await.code, 4403);
    let headline = format!("/api/v1/boards/{}/headline", world.own.ambition);
    ending.member.put(&headline, &json!({ "text": "Te laat" })).await.expect_problem(403, "concluded");
    let card = json!({ "block": "channels", "text": "Te laat" });
    ending
        .member
        .post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card)
        .await
        .expect_problem(403, "concluded");
    let changed = json!({ "challenge": "Iets anders" });
    ending.lead.patch(&ending.path, &changed).await.expect_problem(403, "concluded");
    ask(&ending.lead, &world.own.partnership, "Welzijn", "an@welzijn.example")
        .await
        .expect_problem(403, "concluded");
    let content = ending.member.get(&format!("/api/v1/boards/{}/content", world.own.ambition)).await.expect(200);
    assert!(content.to_string().contains("Gered.") && !content.to_string().contains("Te laat"), "{content}");
    let taken_along = format!("/api/v1/boards/{}/export?format=markdown", world.own.ambition);
    assert_eq!(ending.member.get(&taken_along).await.status, 200);
}

#[tokio::test]
async fn it_is_put_away_and_taken_up_again_with_everything_in_it() {
    let ending = Ending::start().await;
    ending.step("archive").await.expect_problem(409, "conflict");
    ending.conclude().await;
    ending.member.post(&format!("{}/reopen", ending.path), &Value::Null).await.expect_problem(403, "forbidden");
    ending.step("archive").await.expect(204);
    assert_eq!(ending.seen().await["status"], "archived");
    ending.step("reopen").await.expect(204);
    let again = ending.seen().await;
    assert_eq!((&again["status"], &again["conclusion"]), (&json!("active"), &Value::Null));
    let writer = Peer::join(&ending.member, &ending.world.own.ambition).await;
    writer.push("headline", " En weer verder.");
    writer.saved().await;
    // And it can end once more, with answers of its own.
    ending.step("conclude").await.expect_problem(409, "not_all_agree");
    ending.conclude().await;
}

#[tokio::test]
async fn a_partner_that_left_is_not_waited_for_and_who_did_not_answer_is_asked_no_more() {
    let ending = Ending::start().await;
    let (server, id) = (&ending.world.server, &ending.world.own.partnership);
    ask(&ending.lead, id, "Welzijn Oost", "an@welzijn.example").await.expect(201);
    let guest = json!({ "email": "gast@elders.example", "name": "Gast", "part": "observer" });
    ending.lead.post(&format!("{}/guests", ending.path), &guest).await.expect(204);
    ending.propose().await;
    ending.say(&ending.lead, true).await;
    ending.say(&ending.third, true).await;
    ending.step("conclude").await.expect_problem(409, "not_all_agree");
    let partner = seen(&ending.member, id).await["me"]["partner_id"].as_str().unwrap().to_owned();
    ending.world.make_admin("member").await;
    ending.member.post(&format!("/api/v1/partners/{partner}/leave"), &Value::Null).await.expect(204);
    ending.step("conclude").await.expect(204);
    let names: Vec<String> = ending.seen().await["partners"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|partner| partner["status"] == "invited")
        .map(|partner| partner["name"].to_string())
        .collect();
    assert_eq!(names, Vec::<String>::new());
    let admin = super::begun(server, "an@welzijn.example").await;
    assert!(super::asked(&admin).await.is_empty());
    assert_eq!(mail_to(server, "gast@elders.example", 1).await.len(), 1);
    let guests = ending.lead.get(&format!("{}/guests", ending.path)).await.expect(200);
    assert_eq!(guests["items"], json!([]));
}

#[tokio::test]
async fn it_waits_for_each_partner_and_then_for_the_lead() {
    let ending = Ending::start().await;
    ending.propose().await;
    assert_eq!(ending.member.turns().await, ["conclusion_proposed"]);
    ending.say(&ending.member, true).await;
    assert!(ending.member.turns().await.is_empty());
    assert_eq!(ending.lead.turns().await, ["conclusion_proposed"]);
    ending.say(&ending.third, true).await;
    ending.say(&ending.lead, true).await;
    assert_eq!(ending.lead.turns().await, ["conclusion_agreed"]);
    ending.step("conclude").await.expect(204);
    assert!(ending.lead.turns().await.is_empty());
}

/// Two leads conclude and somebody takes their answer back, all at once: it is concluded with every partner's yes, or it
/// is not concluded.
#[tokio::test]
async fn nothing_is_concluded_over_the_head_of_somebody_who_takes_it_back_at_that_moment() {
    for _ in 0..10 {
        let ending = Ending::start().await;
        ending.propose().await;
        ending.say(&ending.lead, true).await;
        ending.say(&ending.member, true).await;
        ending.say(&ending.third, true).await;
        let decision = format!("{}/conclusion/decision", ending.path);
        let no = json!({ "agrees": false });
        let (first, second, taken_back) =
            tokio::join!(ending.step("conclude"), ending.step("conclude"), ending.member.put(&decision, &no));
        let concluded = [first, second].iter().filter(|reply| reply.status == 204).count();
        let is_concluded = ending.seen().await["status"] == "concluded";
        assert_eq!(concluded, usize::from(is_concluded));
        assert_eq!(taken_back.status, if is_concluded { 404 } else { 204 });
    }
}
