//! Adding, renaming, confirming, suspending and resuming organisations.

use samenspel::entity::organisation;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, Peer, Person, TestServer, World, mail_to};

use super::{begin, organisation_of};

const ORGANISATIONS: &str = "/api/v1/organisations";

fn new(name: &str, email: &str) -> Value {
    json!({ "name": name, "admin": { "email": email, "name": "Ada Admin", "language": "en" } })
}

#[tokio::test]
async fn a_new_organisation_is_begun_by_its_first_administrator() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let added = admin.post(ORGANISATIONS, &new(" Museum Noord ", "ada@museum.example")).await.expect(201);
    assert_eq!((&added["name"], &added["status"]), (&json!("Museum Noord"), &json!("active")));
    assert_eq!((&added["accounts"], &added["admins"]), (&json!(1), &json!(1)));
    let mail = mail_to(&server, "ada@museum.example", 1).await.remove(0);
    assert_eq!(mail.subject, "You are invited: Museum Noord");
    let ada = begin(&server, "ada@museum.example").await;
    let me = ada.get("/api/v1/me").await.expect(200);
    assert_eq!((&me["organisation_admin"], &me["organisation"]["name"]), (&json!(true), &json!("Museum Noord")));
    let own = ada.get(&format!("{ORGANISATIONS}/{}", added["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(own, admin.get(&format!("{ORGANISATIONS}/{}", added["id"].as_str().unwrap())).await.expect(200));
}

#[tokio::test]
async fn what_cannot_be_added_leaves_nothing_behind() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let before = admin.get(ORGANISATIONS).await.expect(200);
    let taken = admin.post(ORGANISATIONS, &new("bibliotheek ZUID", "ada@museum.example")).await;
    taken.expect_problem(409, "name_taken");
    let taken = admin.post(ORGANISATIONS, &new("Museum Noord", "Lead@demo.example")).await;
    taken.expect_problem(409, "address_taken");
    let refused = admin.post(ORGANISATIONS, &new(" ", "nobody")).await;
    refused.expect_problem(422, "validation_failed");
    let fields: Vec<_> = refused.json()["errors"].as_array().unwrap().iter().map(|e| e["field"].clone()).collect();
    assert_eq!(fields, ["name", "admin.email"]);
    assert_eq!(admin.get(ORGANISATIONS).await.expect(200), before);
    let outbox = admin.get("/api/v1/outbox").await.expect(200);
    assert_eq!(outbox["items"], json!([]));
}

#[tokio::test]
async fn of_ten_who_choose_one_name_at_once_one_gets_it() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let bodies: Vec<Value> = (0..10).map(|i| new("Museum Noord", &format!("ada{i}@museum.example"))).collect();
    let answers = futures_util::future::join_all(bodies.iter().map(|body| admin.post(ORGANISATIONS, body))).await;
    let mut answers: Vec<u16> = answers.iter().map(|reply| reply.status).collect();
    answers.sort_unstable();
    assert_eq!((answers[0], &answers[1..]), (201, [409; 9].as_slice()));
    let found = admin.get(&format!("{ORGANISATIONS}?search=museum%20noord")).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_organisation_gets_another_name_that_no_other_has() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let library = format!("{ORGANISATIONS}/{}", organisation_of(&server, "lead").await);
    admin.patch(&library, &json!({ "name": "Zorggroep maas" })).await.expect_problem(409, "name_taken");
    admin.patch(&library, &json!({ "name": "BIBLIOTHEEK zuid" })).await.expect(200);
    let renamed = admin.patch(&library, &json!({ "name": "Bibliotheek Één" })).await.expect(200);
    assert_eq!(renamed["name"], "Bibliotheek Één");
    let found = admin.get(&format!("{ORGANISATIONS}?search=éÉN")).await.expect(200);
    assert_eq!(found["items"][0]["id"], renamed["id"]);
}

#[tokio::test]
async fn a_pending_organisation_is_confirmed_and_a_suspended_one_is_not() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let id = organisation_of(&server, "third").await;
    let care = format!("{ORGANISATIONS}/{id}");
    let transaction = server.app().database.begin().await.unwrap();
    organisation::Entity::update_many()
        .col_expr(organisation::Column::Status, Expr::value(organisation::Status::Pending))
        .filter(organisation::Column::Id.eq(id.parse::<uuid::Uuid>().unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let pending = admin.get(&format!("{ORGANISATIONS}?status=pending")).await.expect(200);
    assert_eq!((&pending["items"][0]["id"], pending["items"].as_array().unwrap().len()), (&json!(id), 1));
    for _ in 0..2 {
        let confirmed = admin.post(&format!("{care}/confirm"), &json!({})).await.expect(200);
        assert_eq!(confirmed["status"], "active");
    }
    admin.post(&format!("{care}/suspend"), &json!({})).await.expect(200);
    admin.post(&format!("{care}/confirm"), &json!({})).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn nobody_of_a_suspended_organisation_gets_in_and_everything_is_there_when_it_is_resumed() {
    let world = World::start().await;
    let (admin, lead, member) =
        (world.person("admin").await, world.person("lead").await, world.person("member").await);
    let library = format!("{ORGANISATIONS}/{}", organisation_of(&world.server, "lead").await);
    let (of_lead, of_member) =
        (Peer::join(&lead, &world.own.ambition).await, Peer::join(&member, &world.own.ambition).await);
    of_lead.push("headline", "[van de bibliotheek]");
    of_lead.saved().await;

    let suspended = admin.post(&format!("{library}/suspend"), &json!({})).await.expect(200);
    assert_eq!(suspended["status"], "suspended");
    assert_eq!(of_lead.closed().await.code, 4401);
    lead.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    let body = json!({ "refresh_token": lead.refresh_token() });
    Person::nobody(&world.server)
        .post("/api/v1/sessions/refresh", &body)
        .await
        .expect_problem(401, "unauthenticated");
    let sign_in = |password: &str| json!({ "email": "lead@demo.example", "password": password, "mode": "token" });
    let nobody = Person::nobody(&world.server);
    let right = nobody.post("/api/v1/sessions", &sign_in(DEMO_PASSWORD)).await;
    right.expect_problem(403, "organisation_suspended");
    let wrong = nobody.post("/api/v1/sessions", &sign_in("een ander wachtwoord")).await;
    wrong.expect_problem(401, "invalid_credentials");
    // The others go on, and what was written stays.
    of_member.push("headline", "[en van de school]");
    of_member.saved().await;
    assert!(of_member.seen().text("headline").contains("[van de bibliotheek]"));

    admin.post(&format!("{library}/resume"), &json!({})).await.expect(200);
    lead.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    let back = Peer::join(&world.person("lead").await, &world.own.ambition).await;
    back.push("headline", "[terug]");
    back.saved().await;
}

#[tokio::test]
async fn nobody_is_invited_to_a_suspended_organisation_and_its_links_wait() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let library = organisation_of(&server, "lead").await;
    super::invite(&admin, &library, "nieuw@demo.example", false).await;
    admin.post(&format!("{ORGANISATIONS}/{library}/suspend"), &json!({})).await.expect(200);
    let body = json!({ "email": "ander@demo.example", "name": "An Ander" });
    let refused = admin.post(&format!("{ORGANISATIONS}/{library}/accounts"), &body).await;
    refused.expect_problem(409, "conflict");
    let mail = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    let look = json!({ "token": mail.token() });
    let nobody = Person::nobody(&server);
    nobody.post("/api/v1/invitations/look", &look).await.expect_problem(404, "not_found");
    admin.post(&format!("{ORGANISATIONS}/{library}/resume"), &json!({})).await.expect(200);
    nobody.post("/api/v1/invitations/look", &look).await.expect(200);
}

#[tokio::test]
async fn who_administers_an_organisation_runs_its_accounts_and_not_the_organisation() {
    let server = TestServer::start().await;
    let orgadmin = Person::sign_in(&server, "orgadmin@demo.example").await;
    let (own, foreign) = (organisation_of(&server, "lead").await, organisation_of(&server, "third").await);
    orgadmin.get(&format!("{ORGANISATIONS}/{own}")).await.expect(200);
    orgadmin.post(&format!("{ORGANISATIONS}/{own}/suspend"), &json!({})).await.expect_problem(403, "forbidden");
    for path in [format!("{ORGANISATIONS}/{foreign}"), format!("{ORGANISATIONS}/{foreign}/accounts")] {
        orgadmin.get(&path).await.expect_problem(404, "not_found");
    }
    orgadmin.get(ORGANISATIONS).await.expect_problem(403, "forbidden");
}
