//! Organisations are asked to take part.

use serde_json::{Value, json};
use tests::{Hearing, World, mail_to};

use super::{accept, ask, asked, begun, decline, seen, started};

const ANNA: &str = "anna@welzijn.example";

#[tokio::test]
async fn an_organisation_that_was_never_here_is_asked_begins_and_takes_part() {
    let world = World::start().await;
    let lead = world.person("orgadmin").await;
    let id = started(&lead, "Samen lezen").await;
    let partner = ask(&lead, &id, "Welzijn Oost", ANNA).await.expect(201);
    assert_eq!((&partner["name"], &partner["status"]), (&json!("Welzijn Oost"), &json!("invited")));
    assert_eq!((&partner["mark"], &partner["organisation_id"]), (&json!(2), &Value::Null));
    let mail = mail_to(&world.server, ANNA, 1).await.remove(0);
    assert_eq!(mail.subject, "Je bent uitgenodigd: Samen lezen");

    let mut hearing = Hearing::begin(&lead, &id).await;
    let anna = begun(&world.server, ANNA).await;
    assert_eq!(anna.get("/api/v1/me").await.expect(200)["organisation"]["name"], "Welzijn Oost");
    anna.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");
    let invitations = asked(&anna).await;
    assert_eq!(invitations.len(), 1);
    assert_eq!(invitations[0]["name"], "Samen lezen");
    assert_eq!(invitations[0]["challenge"], "Wat geen van ons alleen kan");
    assert_eq!(invitations[0]["invited_by"], "Marijke de Wit");
    assert_eq!(invitations[0]["partners"], json!(["Bibliotheek Zuid"]));
    let turn = anna.get("/api/v1/me/turns").await.expect(200)["items"][0].clone();
    assert_eq!((&turn["kind"], &turn["subject"]["id"]), (&json!("partnership_invitation"), &invitations[0]["id"]));
    assert_eq!(
        (&turn["partnership"]["name"], &turn["subject"]["name"]),
        (&json!("Samen lezen"), &json!("Marijke de Wit"))
    );

    accept(&anna, &invitations[0], &[]).await.expect_problem(422, "validation_failed");
    accept(&anna, &invitations[0], &[lead.id()]).await.expect_problem(422, "validation_failed");
    accept(&anna, &invitations[0], &[anna.id()]).await.expect(204);
    assert_eq!(hearing.until("partner.joined").await["data"]["mandated"], json!([anna.id()]));
    assert_eq!(hearing.until("partnership.changed").await["data"]["fields"], json!(["status"]));
    let partnership = seen(&anna, &id).await;
    assert_eq!(partnership["status"], "active");
    assert_eq!((&partnership["me"]["role"], &partnership["me"]["mandated"]), (&json!("member"), &json!(true)));
    assert!(partnership["partners"][1]["organisation_id"].is_string());
    assert_eq!(anna.get("/api/v1/me/turns").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_lead_does_not_learn_who_is_here_already() {
    let world = World::start().await;
    let lead = world.person("outsider").await;
    let id = &world.foreign.partnership;
    let known = ask(&lead, id, "De bieb", "orgadmin@demo.example").await;
    let unknown = ask(&lead, id, "Welzijn Oost", ANNA).await;
    let blank = |reply: tests::Reply| {
        let mut partner = reply.expect(201);
        for field in ["id", "name", "mark", "color"] {
            partner[field] = Value::Null;
        }
        partner
    };
    assert_eq!(blank(known), blank(unknown));
    // What they typed is what they see, until the organisation says yes.
    assert_eq!(seen(&lead, id).await["partners"][1]["name"], "De bieb");
    let admin = world.person("orgadmin").await;
    let mail = mail_to(&world.server, "orgadmin@demo.example", 1).await.remove(0);
    assert_eq!(mail.subject, "Uitnodiging: Een ander verband");
    accept(&admin, &asked(&admin).await[0], &[admin.id()]).await.expect(204);
    assert_eq!(seen(&lead, id).await["partners"][1]["name"], "Bibliotheek Zuid");
    ask(&lead, id, "De bieb", "orgadmin@demo.example").await.expect_problem(409, "already_partner");
    ask(&lead, id, "Niemand", "admin@demo.example").await.expect_problem(422, "validation_failed");
}

#[tokio::test]
async fn an_organisation_that_one_knows_is_asked_by_its_name() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let admin = world.person("orgadmin").await;
    let id = started(&lead, "Samen lezen").await;
    accept(&admin, &asked(&admin).await[0], &[lead.id()]).await.expect(204);
    let known = |search: &str| format!("/api/v1/partnerships/{id}/known-organisations?search={search}");
    let all = lead.get(&known("")).await.expect(200);
    let names: Vec<&Value> = all["items"].as_array().unwrap().iter().map(|found| &found["name"]).collect();
    assert_eq!(names, ["Scholengroep De Brug", "Zorggroep Maas"]);
    let found = lead.get(&known("MAAS")).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    let path = format!("/api/v1/partnerships/{id}/partners");
    let partner = lead.post(&path, &json!({ "organisation_id": found["items"][0]["id"] })).await.expect(201);
    assert_eq!((&partner["name"], &partner["status"]), (&json!("Zorggroep Maas"), &json!("invited")));
    lead.post(&path, &json!({ "organisation_id": found["items"][0]["id"] }))
        .await
        .expect_problem(409, "already_partner");
    // Buitenwacht is there, and nobody here shares anything with it.
    let outsider = world.person("outsider").await;
    let foreign = seen(&outsider, &world.foreign.partnership).await;
    let stranger = json!({ "organisation_id": foreign["partners"][0]["organisation_id"] });
    lead.post(&path, &stranger).await.expect_problem(422, "validation_failed");
}

#[tokio::test]
async fn an_invitation_is_declined_or_taken_back_and_can_be_made_again() {
    let world = World::start().await;
    let lead = world.person("outsider").await;
    let id = &world.foreign.partnership;
    let admin = world.person("orgadmin").await;
    ask(&lead, id, "De bieb", "orgadmin@demo.example").await.expect(201);
    decline(&admin, &asked(&admin).await[0]).await.expect(204);
    assert_eq!(seen(&lead, id).await["partners"].as_array().unwrap().len(), 1);
    let partner = ask(&lead, id, "De bieb", "orgadmin@demo.example").await.expect(201);
    assert_eq!(partner["mark"], 2, "the mark is free again");
    let path = format!("/api/v1/partnerships/{id}/partners/{}", partner["id"].as_str().unwrap());
    lead.delete(&path).await.expect(204);
    assert!(asked(&admin).await.is_empty());
    lead.delete(&path).await.expect_problem(404, "not_found");
    let own = seen(&lead, id).await["partners"][0]["id"].as_str().unwrap().to_owned();
    lead.delete(&format!("/api/v1/partnerships/{id}/partners/{own}")).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn only_a_lead_asks_and_only_the_organisation_that_was_asked_answers() {
    let world = World::start().await;
    let (member, outsider) = (world.person("member").await, world.person("outsider").await);
    let id = &world.own.partnership;
    ask(&member, id, "Welzijn Oost", ANNA).await.expect_problem(403, "forbidden");
    ask(&outsider, id, "Welzijn Oost", ANNA).await.expect_problem(404, "not_found");
    ask(&world.person("lead").await, id, "Welzijn Oost", ANNA).await.expect(201);
    let anna = begun(&world.server, ANNA).await;
    let invitation = &asked(&anna).await[0];
    for stranger in [&world.person("orgadmin").await, &member] {
        accept(stranger, invitation, &[stranger.id()]).await.expect_problem(404, "not_found");
        decline(stranger, invitation).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_partnership_has_64_partners_at_most() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let id = &world.own.partnership;
    for number in 4..=64 {
        ask(&lead, id, &format!("Partner {number}"), &format!("p{number}@nieuw.example")).await.expect(201);
    }
    ask(&lead, id, "Te veel", "p65@nieuw.example").await.expect_problem(409, "too_many_partners");
}
