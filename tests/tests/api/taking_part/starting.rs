//! A partnership begins.

use serde_json::{Value, json};
use tests::{Hearing, Peer, World};

use super::{accept, asked, decline, seen, started};

#[tokio::test]
async fn who_administers_an_organisation_starts_a_partnership_that_has_its_boards_and_first_partner() {
    let world = World::start().await;
    let admin = world.person("orgadmin").await;
    let id = started(&admin, " Samen lezen ").await;
    let partnership = seen(&admin, &id).await;
    assert_eq!((&partnership["name"], &partnership["status"]), (&json!("Samen lezen"), &json!("draft")));
    let own = &partnership["partners"][0];
    assert_eq!(
        (&own["name"], &own["status"], &own["mark"]),
        (&json!("Bibliotheek Zuid"), &json!("active"), &json!(1))
    );
    let me = &partnership["me"];
    assert_eq!((&me["role"], &me["mandated"], &me["partner_id"]), (&json!("lead"), &json!(true), &own["id"]));
    let boards = admin.get(&format!("/api/v1/partnerships/{id}/boards")).await.expect(200);
    let kinds: Vec<&Value> = boards["items"].as_array().unwrap().iter().map(|board| &board["kind"]).collect();
    assert_eq!(kinds, ["ambition", "canvas", "roles", "values"]);
    let peer = Peer::join(&admin, boards["items"][0]["id"].as_str().unwrap()).await;
    peer.push("headline", "Elk kind leest");
    peer.saved().await;
    assert!(asked(&admin).await.is_empty());
}

#[tokio::test]
async fn somebody_else_starts_one_and_their_organisation_decides_whether_it_takes_part() {
    let world = World::start().await;
    let (lead, admin) = (world.person("lead").await, world.person("orgadmin").await);
    let id = started(&lead, "Samen lezen").await;
    let partnership = seen(&lead, &id).await;
    assert_eq!(partnership["partners"][0]["status"], "invited");
    assert_eq!((&partnership["me"]["role"], &partnership["me"]["mandated"]), (&json!("lead"), &json!(false)));
    let mail = tests::mail_to(&world.server, "orgadmin@demo.example", 1).await.remove(0);
    assert_eq!(mail.subject, "Doet je organisatie mee met Samen lezen?");

    let invitations = asked(&admin).await;
    assert_eq!(invitations.len(), 1);
    assert_eq!(invitations[0]["started_by"][0]["account_id"], lead.id());
    assert_eq!((&invitations[0]["name"], &invitations[0]["invited_by"]), (&json!("Samen lezen"), &Value::Null));
    // Others are asked once one's own organisation has said yes.
    super::ask(&lead, &id, "Welzijn Oost", "anna@welzijn.example").await.expect_problem(409, "undecided");

    let mut hearing = Hearing::begin(&lead, &id).await;
    accept(&admin, &invitations[0], &[lead.id()]).await.expect(204);
    assert_eq!(hearing.until("partner.joined").await["actor"]["account_id"], admin.id());
    let partnership = seen(&lead, &id).await;
    assert_eq!(
        (&partnership["partners"][0]["status"], &partnership["status"]),
        (&json!("active"), &json!("draft"))
    );
    assert_eq!((&partnership["me"]["role"], &partnership["me"]["mandated"]), (&json!("lead"), &json!(true)));
    // Deciding about it opens it to nobody.
    admin.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");
    accept(&admin, &invitations[0], &[lead.id()]).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn what_an_organisation_does_not_want_ends() {
    let world = World::start().await;
    let (lead, admin) = (world.person("lead").await, world.person("orgadmin").await);
    let id = started(&lead, "Samen lezen").await;
    let boards = lead.get(&format!("/api/v1/partnerships/{id}/boards")).await.expect(200);
    let peer = Peer::join(&lead, boards["items"][0]["id"].as_str().unwrap()).await;
    let invitations = asked(&admin).await;
    decline(&admin, &invitations[0]).await.expect(204);
    assert_eq!(peer.closed().await.code, 4403);
    lead.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");
    assert!(asked(&admin).await.is_empty());
}

#[tokio::test]
async fn who_belongs_to_no_organisation_starts_nothing() {
    let world = World::start().await;
    let body = json!({ "name": "Van niemand" });
    let refused = world.person("admin").await.post("/api/v1/partnerships", &body).await;
    refused.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn a_partnership_is_named_in_one_line_and_by_a_lead_only() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    for bad in [
        json!({ "name": " " }),
        json!({ "name": "a".repeat(101) }),
        json!({ "name": "a", "challenge": "a".repeat(2001) }),
    ] {
        lead.post("/api/v1/partnerships", &bad).await.expect_problem(422, "validation_failed");
    }
    let path = format!("/api/v1/partnerships/{}", world.own.partnership);
    let mut hearing = Hearing::begin(&member, &world.own.partnership).await;
    let change = json!({ "name": "Taal thuis", "challenge": "Eén.\nTwee." });
    member.patch(&path, &change).await.expect_problem(403, "forbidden");
    assert_eq!(lead.patch(&path, &change).await.expect(200)["name"], "Taal thuis");
    let event = hearing.until("partnership.changed").await;
    assert_eq!(event["data"], json!({ "fields": ["name", "challenge"] }));
    assert_eq!(seen(&member, &world.own.partnership).await["challenge"], "Eén.\nTwee.");
    lead.patch(&path, &json!({ "name": "" })).await.expect_problem(422, "validation_failed");
    world.person("outsider").await.patch(&path, &change).await.expect_problem(404, "not_found");
}
