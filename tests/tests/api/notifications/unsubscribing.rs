//! Ending mail with what stands in a mail (RFC 8058).

use std::sync::Arc;

use chrono::TimeDelta;
use reqwest::{Client, Method};
use samenspel::clock::{Clock as _, ManualClock, SystemClock};
use serde_json::json;
use tests::{Mail, Person, TestServer, World, mail_to};

use super::propose;

/// A mail to the member, and what lets the clock go on.
async fn mailed() -> (World, Arc<ManualClock>, Person, Mail) {
    let clock = Arc::new(ManualClock::new(SystemClock.now()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    propose(&world, &lead, &member, "Voorleescoach").await;
    clock.advance(TimeDelta::minutes(2));
    let mail = mail_to(&world.server, "member@demo.example", 1).await.remove(0);
    (world, clock, member, mail)
}

/// The path and query of the address in the mail's header.
fn one_click(mail: &Mail) -> String {
    let address = mail.unsubscribe.as_deref().expect("the mail can be ended");
    let (_, path) = address.split_once("/api/").expect("it is an address of ours");
    format!("/api/{path}")
}

async fn pace(person: &Person) -> String {
    person.get("/api/v1/me/notifications/mail").await.expect(200)["pace"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_program_for_mail_ends_it_with_one_request_and_a_scanner_that_looks_does_not() {
    let (world, _, member, mail) = mailed().await;
    let (nobody, address) = (Person::nobody(&world.server), one_click(&mail));
    nobody.get(&address).await.expect_problem(405, "method_not_allowed");
    assert_eq!(pace(&member).await, "what_waits");
    // As RFC 8058 has it: no session, no page, a form.
    let request = Client::new().request(Method::POST, format!("http://{}{address}", world.server.address()));
    let request =
        request.header("content-type", "application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click");
    assert_eq!(Person::send(request).await.status, 204);
    assert_eq!(pace(&member).await, "never");
}

#[tokio::test]
async fn the_link_in_the_mail_has_its_secret_behind_the_hash_and_asks_for_less_or_more() {
    let (world, _, member, mail) = mailed().await;
    let nobody = Person::nobody(&world.server);
    let page = mail.plain.split_whitespace().find(|word| word.contains("/unsubscribe#")).expect("there is a link");
    assert!(mail.html.contains(page), "{}", mail.html);
    let token = page.split_once('#').unwrap().1;
    for wanted in ["daily", "at_once", "never"] {
        nobody.post("/api/v1/mail-pace", &json!({ "token": token, "pace": wanted })).await.expect(204);
        assert_eq!(pace(&member).await, wanted);
    }
}

#[tokio::test]
async fn a_token_of_ours_and_a_made_up_one_get_the_same_answer_and_open_nothing_else() {
    let (world, _, member, mail) = mailed().await;
    let nobody = Person::nobody(&world.server);
    let address = one_click(&mail);
    let (path, token) = address.split_once("token=").unwrap();
    let mut forged = token.to_owned();
    forged.replace_range(..2, if token.starts_with("AA") { "BB" } else { "AA" });
    for guess in [forged.as_str(), "guessed", ""] {
        let reply = nobody.post(&format!("{path}token={guess}"), &json!(null)).await;
        assert_eq!((reply.status, reply.body.len()), (204, 0));
        let body = json!({ "token": guess, "pace": "never" });
        let reply = nobody.post("/api/v1/mail-pace", &body).await;
        assert_eq!((reply.status, reply.body.len()), (204, 0));
    }
    assert_eq!(pace(&member).await, "what_waits");
    let bearer = member.with_token(token);
    bearer.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    for path in ["/api/v1/invitations/look", "/api/v1/address-confirmations"] {
        nobody.post(path, &json!({ "token": token })).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn who_wants_no_mail_is_asked_to_take_part_in_the_app_only() {
    let world = World::start().await;
    let [outsider, admin] = [world.person("outsider").await, world.person("orgadmin").await];
    super::choose(&admin, "never").await;
    let path = format!("/api/v1/partnerships/{}/partners", world.foreign.partnership);
    let ask = async |email: &str| {
        let body = json!({ "name": "De bieb", "email": email, "admin_name": "Marijke", "language": "nl" });
        outsider.post(&path, &body).await.expect(201);
    };
    ask("orgadmin@demo.example").await;
    ask("anders@elders.example").await;
    // What was queued after it is there.
    mail_to(&world.server, "anders@elders.example", 1).await;
    assert!(mail_to(&world.server, "orgadmin@demo.example", 0).await.is_empty());
    assert_eq!(super::told(&admin).await, [("partner_invited".into(), false)]);
}
