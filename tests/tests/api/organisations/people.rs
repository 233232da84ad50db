//! Inviting people, saying who administers, and helping whoever cannot get in.

use serde_json::json;
use tests::{DEMO_PASSWORD, Person, TestServer, mail_to};

use super::{PASSWORD, account_id, begin, invite, organisation_of};

async fn setting() -> (TestServer, Person, String) {
    let server = TestServer::start().await;
    let orgadmin = Person::sign_in(&server, "orgadmin@demo.example").await;
    let library = organisation_of(&server, "orgadmin").await;
    (server, orgadmin, format!("/api/v1/organisations/{library}/accounts"))
}

fn id_in(accounts: &str) -> &str {
    accounts.split('/').nth(4).unwrap()
}

#[tokio::test]
async fn somebody_is_invited_begins_and_is_active_from_then_on() {
    let (server, orgadmin, accounts) = setting().await;
    let invited = invite(&orgadmin, id_in(&accounts), "nieuw@demo.example", false).await;
    assert_eq!((&invited["status"], &invited["organisation_admin"]), (&json!("invited"), &json!(false)));
    assert!(invited["invitation_expires_at"].is_string());
    let waiting = orgadmin.get(&format!("{accounts}?status=invited")).await.expect(200);
    assert_eq!(waiting["items"], json!([invited]));
    begin(&server, "nieuw@demo.example").await;
    let found = orgadmin.get(&format!("{accounts}?search=NIEUW%40demo")).await.expect(200);
    assert_eq!((&found["items"][0]["id"], &found["items"][0]["status"]), (&invited["id"], &json!("active")));
    assert!(found["items"][0]["invitation_expires_at"].is_null());
}

#[tokio::test]
async fn an_address_with_an_account_anywhere_is_not_invited_again() {
    let (_server, orgadmin, accounts) = setting().await;
    for email in ["Lead@demo.example", "third@demo.example"] {
        let body = json!({ "email": email, "name": "Nog Eens" });
        orgadmin.post(&accounts, &body).await.expect_problem(409, "address_taken");
    }
    let body = json!({ "email": "geen adres", "name": "" });
    orgadmin.post(&accounts, &body).await.expect_problem(422, "validation_failed");
}

#[tokio::test]
async fn a_second_invitation_takes_the_place_of_the_first() {
    let (server, orgadmin, accounts) = setting().await;
    let id = invite(&orgadmin, id_in(&accounts), "nieuw@demo.example", false).await["id"].clone();
    let first = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    let again = format!("{accounts}/{}/invite-again", id.as_str().unwrap());
    orgadmin.post(&again, &json!({})).await.expect(200);
    mail_to(&server, "nieuw@demo.example", 2).await;
    let look = json!({ "token": first.token() });
    Person::nobody(&server).post("/api/v1/invitations/look", &look).await.expect_problem(404, "not_found");
    begin(&server, "nieuw@demo.example").await;
    orgadmin.post(&again, &json!({})).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn an_administrator_has_a_link_sent_and_never_knows_the_password() {
    let (server, orgadmin, accounts) = setting().await;
    let lead = account_id(&server, "lead").await;
    orgadmin.post(&format!("{accounts}/{lead}/reset-password"), &json!({})).await.expect(200);
    let mail = mail_to(&server, "lead@demo.example", 1).await.remove(0);
    assert!(mail.plain.contains("De beheerder van je organisatie vroeg dit voor je aan."), "{}", mail.plain);
    Person::sign_in(&server, "lead@demo.example").await;
    let body = json!({ "token": mail.token(), "password": PASSWORD });
    Person::nobody(&server).post("/api/v1/password-resets/redeem", &body).await.expect(204);
    let old = json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD, "mode": "token" });
    Person::nobody(&server).post("/api/v1/sessions", &old).await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn whom_an_administrator_appoints_administers_at_once_and_no_longer_than_that() {
    let (server, orgadmin, accounts) = setting().await;
    let lead = Person::sign_in(&server, "lead@demo.example").await;
    lead.get(&accounts).await.expect_problem(404, "not_found");
    let of_lead = format!("{accounts}/{}", lead.id());
    let changed = orgadmin
        .patch(&of_lead, &json!({ "organisation_admin": true, "name": "Sanne Mulder-Bos" }))
        .await
        .expect(200);
    assert_eq!((&changed["organisation_admin"], &changed["name"]), (&json!(true), &json!("Sanne Mulder-Bos")));
    lead.get(&accounts).await.expect(200);
    lead.patch(&of_lead, &json!({ "organisation_admin": false })).await.expect(200);
    lead.get(&accounts).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_last_administrator_stays_whatever_is_tried() {
    let (_server, orgadmin, accounts) = setting().await;
    let own = format!("{accounts}/{}", orgadmin.id());
    // Who was only invited administers nothing yet.
    invite(&orgadmin, id_in(&accounts), "nieuw@demo.example", true).await;
    orgadmin.patch(&own, &json!({ "organisation_admin": false })).await.expect_problem(409, "last_admin");
    orgadmin.post(&format!("{own}/deactivate"), &json!({})).await.expect_problem(409, "last_admin");
    let orgadmin_is = orgadmin.get("/api/v1/me").await.expect(200);
    assert_eq!(orgadmin_is["organisation_admin"], true);
}

#[tokio::test]
async fn of_two_administrators_who_remove_each_other_at_once_one_stays() {
    let (server, orgadmin, accounts) = setting().await;
    let lead = Person::sign_in(&server, "lead@demo.example").await;
    let (of_lead, own) = (format!("{accounts}/{}", lead.id()), format!("{accounts}/{}", orgadmin.id()));
    let platform = Person::sign_in(&server, "admin@demo.example").await;
    let withdraw = json!({ "organisation_admin": false });
    for _ in 0..20 {
        for one in [&of_lead, &own] {
            platform.patch(one, &json!({ "organisation_admin": true })).await.expect(200);
        }
        let (one, other) = tokio::join!(orgadmin.patch(&of_lead, &withdraw), lead.patch(&own, &withdraw));
        let answers = [one.status, other.status];
        // Who lost the right a moment before is not told that there is such an organisation.
        assert!(answers.contains(&200) && (answers.contains(&409) || answers.contains(&404)), "{answers:?}");
        let left = platform.get(&accounts).await.expect(200);
        let left = left["items"].as_array().unwrap().iter().filter(|item| item["organisation_admin"] == true);
        assert_eq!(left.count(), 1);
    }
}

#[tokio::test]
async fn nobody_reaches_an_account_through_another_organisation() {
    let (server, orgadmin, accounts) = setting().await;
    let third = account_id(&server, "third").await;
    for word in ["deactivate", "reactivate", "invite-again", "reset-password"] {
        let reply = orgadmin.post(&format!("{accounts}/{third}/{word}"), &json!({})).await;
        reply.expect_problem(404, "not_found");
    }
    let reply = orgadmin.patch(&format!("{accounts}/{third}"), &json!({ "name": "Iemand" })).await;
    reply.expect_problem(404, "not_found");
    Person::sign_in(&server, "third@demo.example").await;
}
