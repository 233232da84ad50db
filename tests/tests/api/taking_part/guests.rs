//! People who take part for no partner.

use serde_json::{Value, json};
use tests::{Hearing, Peer, Person, Reply, World, mail_to};

use super::{begun, seen};

async fn invite(lead: &Person, partnership: &str, email: &str, part: &str) -> Reply {
    let body = json!({ "email": email, "name": "Otto Oplettend", "part": part });
    lead.post(&format!("/api/v1/partnerships/{partnership}/guests"), &body).await
}

async fn invitations(person: &Person) -> Vec<Value> {
    let list = person.get("/api/v1/me/membership-invitations").await.expect(200);
    list["items"].as_array().unwrap().clone()
}

async fn answer(person: &Person, invitation: &Value, answer: &str) -> Reply {
    let id = invitation["id"].as_str().unwrap();
    person.post(&format!("/api/v1/me/membership-invitations/{id}/{answer}"), &json!({})).await
}

#[tokio::test]
async fn somebody_who_was_never_here_begins_says_yes_and_reads_along() {
    let world = World::start().await;
    let (lead, id) = (world.person("lead").await, &world.own.partnership);
    invite(&lead, id, "otto@elders.example", "observer").await.expect(204);
    let waiting = lead.get(&format!("/api/v1/partnerships/{id}/guests")).await.expect(200);
    assert_eq!(
        (&waiting["items"][0]["name"], &waiting["items"][0]["part"]),
        (&json!("Otto Oplettend"), &json!("observer"))
    );
    let otto = begun(&world.server, "otto@elders.example").await;
    assert_eq!(otto.get("/api/v1/me").await.expect(200)["organisation"], Value::Null);
    let asked = invitations(&otto).await;
    assert_eq!((&asked[0]["name"], &asked[0]["invited_by"]), (&json!("Taal in het gezin"), &json!("Sanne Mulder")));
    otto.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");

    let mut hearing = Hearing::begin(&lead, id).await;
    answer(&otto, &asked[0], "accept").await.expect(204);
    assert_eq!(hearing.until("member.added").await["data"]["account"], otto.id());
    let me = seen(&otto, id).await["me"].clone();
    assert_eq!(
        (&me["role"], &me["partner_id"], &me["mandated"]),
        (&json!("observer"), &Value::Null, &json!(false))
    );
    let peer = Peer::join(&otto, &world.own.ambition).await;
    peer.push("headline", "!");
    assert_eq!(peer.closed().await.code, 4403);
    answer(&otto, &asked[0], "accept").await.expect_problem(404, "not_found");
    assert!(invitations(&otto).await.is_empty());
}

#[tokio::test]
async fn a_guide_leads_for_no_partner_and_reads_along_once_they_lead_no_more() {
    let world = World::start().await;
    let (lead, id) = (world.person("lead").await, &world.own.partnership);
    invite(&lead, id, "outsider@demo.example", "guide").await.expect(204);
    let mail = mail_to(&world.server, "outsider@demo.example", 1).await.remove(0);
    assert_eq!(mail.subject, "Uitnodiging: Taal in het gezin");
    let guide = world.person("outsider").await;
    answer(&guide, &invitations(&guide).await[0], "accept").await.expect(204);
    let me = seen(&guide, id).await["me"].clone();
    assert_eq!((&me["role"], &me["partner_id"]), (&json!("lead"), &Value::Null));
    let peer = Peer::join(&guide, &world.own.ambition).await;
    peer.push("headline", "!");
    peer.saved().await;
    guide.delete(&format!("/api/v1/partnerships/{id}/leads/me")).await.expect(204);
    // What they may do on a board is another now.
    assert_eq!(peer.closed().await.code, 4403);
    assert_eq!(seen(&guide, id).await["me"]["role"], "observer");
    // And the partnership that they lead elsewhere is as it was.
    assert_eq!(seen(&guide, &world.foreign.partnership).await["me"]["role"], "lead");
}

#[tokio::test]
async fn a_lead_does_not_learn_who_is_here_already_and_nobody_answers_for_another() {
    let world = World::start().await;
    let (lead, id) = (world.person("lead").await, &world.own.partnership);
    let known = invite(&lead, id, "outsider@demo.example", "observer").await;
    let unknown = invite(&lead, id, "otto@elders.example", "observer").await;
    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
    let waiting = lead.get(&format!("/api/v1/partnerships/{id}/guests")).await.expect(200);
    let names: Vec<&Value> = waiting["items"].as_array().unwrap().iter().map(|guest| &guest["name"]).collect();
    assert_eq!(names, ["Otto Oplettend", "Otto Oplettend"]);
    let asked = invitations(&world.person("outsider").await).await.remove(0);
    for other in ["lead", "admin", "member"] {
        answer(&world.person(other).await, &asked, "accept").await.expect_problem(404, "not_found");
    }
    let member = world.person("member").await;
    invite(&member, id, "otto@elders.example", "guide").await.expect_problem(403, "forbidden");
    invite(&lead, id, "member@demo.example", "observer").await.expect_problem(409, "conflict");
    invite(&lead, id, "geen adres", "observer").await.expect_problem(422, "validation_failed");
}

#[tokio::test]
async fn what_was_asked_is_declined_taken_back_or_asked_anew() {
    let world = World::start().await;
    let (lead, id) = (world.person("lead").await, &world.own.partnership);
    let outsider = world.person("outsider").await;
    invite(&lead, id, "outsider@demo.example", "observer").await.expect(204);
    answer(&outsider, &invitations(&outsider).await[0], "decline").await.expect(204);
    assert!(invitations(&outsider).await.is_empty());
    invite(&lead, id, "outsider@demo.example", "observer").await.expect(204);
    invite(&lead, id, "outsider@demo.example", "guide").await.expect(204);
    let asked = invitations(&outsider).await;
    assert_eq!((asked.len(), &asked[0]["part"]), (1, &json!("guide")));
    let path = format!("/api/v1/partnerships/{id}/guests/{}", asked[0]["id"].as_str().unwrap());
    lead.delete(&path).await.expect(204);
    lead.delete(&path).await.expect_problem(404, "not_found");
    answer(&outsider, &asked[0], "accept").await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn of_twenty_yeses_one_counts() {
    let world = World::start().await;
    let (lead, id) = (world.person("lead").await, &world.own.partnership);
    let outsider = world.person("outsider").await;
    invite(&lead, id, "outsider@demo.example", "observer").await.expect(204);
    let asked = invitations(&outsider).await.remove(0);
    let answers = futures_util::future::join_all((0..20).map(|_| answer(&outsider, &asked, "accept"))).await;
    assert_eq!(answers.iter().filter(|reply| reply.status == 204).count(), 1);
    assert_eq!(answers.iter().filter(|reply| reply.status == 404).count(), 19);
}
