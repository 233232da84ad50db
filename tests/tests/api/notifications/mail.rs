//! Who is mailed what, and when. The clock stands still until the test lets it go on.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::{Clock, ManualClock};
use samenspel::entity::notification;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::Value;
use tests::{Mail, Person, TestServer, World, eventually, mail_to};

use super::{answer, appoint, choose, list, propose};

/// Ten in the morning: the next digest is tomorrow.
const TEN: &str = "2026-11-20T10:00:00Z";

async fn at_ten() -> (World, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(TEN.parse::<DateTime<Utc>>().unwrap()));
    (World::around(TestServer::start_at(clock.clone()).await).await, clock)
}

/// Waits until nothing is due any more, and gives the mails there are by then.
async fn mails(world: &World, clock: &ManualClock, email: &str) -> Vec<Mail> {
    let nothing_is_due = async || {
        let due = notification::Column::MailDueAt.lte(clock.now());
        let db = world.server.app().database.reader();
        let left = notification::Entity::find().filter(due).count(db).await.unwrap();
        let queued = samenspel::entity::outgoing_mail::Entity::find().count(db).await.unwrap();
        (left + queued == 0).then_some(())
    };
    eventually("nothing is due", nothing_is_due).await;
    mail_to(&world.server, email, 0).await
}

const MEMBER: &str = "member@demo.example";

#[tokio::test]
async fn a_question_is_mailed_after_two_minutes_with_a_link_to_where_it_is_answered() {
    let (world, clock) = at_ten().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    propose(&world, &lead, &member, "Voorleescoach <b>").await;
    clock.advance(TimeDelta::seconds(119));
    assert!(mails(&world, &clock, MEMBER).await.is_empty());
    clock.advance(TimeDelta::seconds(1));
    let mail = mail_to(&world.server, MEMBER, 1).await.remove(0);
    assert!(mail.subject.ends_with("vraagt je voor de rol Voorleescoach <b>"), "{}", mail.subject);
    assert!(mail.link().ends_with(&format!("/partnerships/{}/roles", world.own.partnership)), "{}", mail.link());
    assert!(mail.html.contains("Voorleescoach &lt;b&gt;"), "{}", mail.html);
    clock.advance(TimeDelta::days(2));
    assert_eq!(mails(&world, &clock, MEMBER).await.len(), 1, "once is enough");
}

#[tokio::test]
async fn what_was_read_or_answered_in_time_is_not_mailed() {
    let (world, clock) = at_ten().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    propose(&world, &lead, &member, "Gelezen").await;
    let id = list(&member, "").await["items"][0]["id"].as_str().unwrap().to_owned();
    member.post(&format!("/api/v1/me/notifications/{id}/read"), &Value::Null).await.expect(204);
    let asked = propose(&world, &lead, &member, "Beantwoord").await;
    answer(&member, &asked, "decline").await;
    clock.advance(TimeDelta::days(2));
    assert!(mails(&world, &clock, MEMBER).await.is_empty());
    // The lead has not read what became of it, and hears it with the digest.
    assert_eq!(mails(&world, &clock, "lead@demo.example").await.len(), 1);
}

#[tokio::test]
async fn what_only_tells_comes_in_one_mail_the_next_morning() {
    let (world, clock) = at_ten().await;
    world.add_plain_member().await;
    let [lead, plain] = [world.person("lead").await, world.person("plain").await];
    let asked = propose(&world, &lead, &plain, "Verbinder").await;
    answer(&lead, &asked, "withdraw").await;
    appoint(&world, &lead, &plain).await;
    clock.advance(TimeDelta::hours(20));
    assert!(mails(&world, &clock, "plain@demo.example").await.is_empty(), "it is six");
    clock.advance(TimeDelta::hours(1));
    let mail = mail_to(&world.server, "plain@demo.example", 1).await.remove(0);
    assert_eq!(mail.subject, "2 nieuwe berichten op Samenspel");
    assert!(mail.plain.contains("de vraag voor de rol Verbinder in"), "{}", mail.plain);
    assert!(mail.plain.contains("maakte je trekker"), "{}", mail.plain);
    assert!(mail.link().ends_with("/notifications"), "{}", mail.link());
    clock.advance(TimeDelta::days(1));
    assert_eq!(mails(&world, &clock, "plain@demo.example").await.len(), 1, "nothing new, no mail");
}

#[tokio::test]
async fn everybody_gets_mail_as_often_as_they_chose() {
    let (world, clock) = at_ten().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    assert_eq!(member.get("/api/v1/me/notifications/mail").await.expect(200)["pace"], "what_waits");
    let wait = async |minutes: i64| {
        clock.advance(TimeDelta::minutes(minutes));
        mails(&world, &clock, MEMBER).await.len()
    };
    choose(&member, "never").await;
    propose(&world, &lead, &member, "Een").await;
    assert_eq!(wait(48 * 60).await, 0);
    let member = world.person("member").await;
    let lead = world.person("lead").await;
    choose(&member, "daily").await;
    propose(&world, &lead, &member, "Twee").await;
    assert_eq!(wait(3).await, 0);
    // Whoever changes their mind gets what they have not read as they want it now.
    choose(&member, "at_once").await;
    assert_eq!(wait(3).await, 1);
    let asked = propose(&world, &lead, &member, "Drie").await;
    answer(&lead, &asked, "withdraw").await;
    assert_eq!(wait(3).await, 2);
}

#[tokio::test]
async fn a_mail_is_written_in_the_language_of_whoever_gets_it() {
    let (world, clock) = at_ten().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    member.patch("/api/v1/me", &serde_json::json!({ "language": "en" })).await.expect(200);
    propose(&world, &lead, &member, "Reading coach").await;
    clock.advance(TimeDelta::minutes(2));
    let mail = mail_to(&world.server, MEMBER, 1).await.remove(0);
    assert!(mail.subject.ends_with("asks you to take on the role Reading coach"), "{}", mail.subject);
    assert!(mail.html.contains("<html lang=\"en\">"), "{}", mail.html);
}

#[tokio::test]
async fn who_may_not_sign_in_gets_no_mail() {
    let (world, clock) = at_ten().await;
    let [lead, admin] = [world.person("lead").await, world.person("admin").await];
    world.add_plain_member().await;
    let plain = world.person("plain").await;
    propose(&world, &lead, &plain, "Voorleescoach").await;
    let organisation = plain.get("/api/v1/me").await.expect(200)["organisation"]["id"].clone();
    let path =
        format!("/api/v1/organisations/{}/accounts/{}/deactivate", organisation.as_str().unwrap(), plain.id());
    let reply = admin.post(&path, &Value::Null).await;
    assert!(reply.status < 300, "{}", reply.text());
    clock.advance(TimeDelta::minutes(2));
    assert!(mails(&world, &clock, "plain@demo.example").await.is_empty());
}

#[tokio::test]
async fn two_servers_on_one_database_send_one_mail() {
    let (world, clock) = at_ten().await;
    let mut people: Vec<Person> = Vec::new();
    for number in 0..10 {
        world.add_member(&format!("p{number}"), &format!("Persoon {number}")).await;
        people.push(world.person(&format!("p{number}")).await);
    }
    let lead = world.person("lead").await;
    for person in &people {
        propose(&world, &lead, person, "Voorleescoach").await;
    }
    let second = world.server.beside().await;
    clock.advance(TimeDelta::minutes(2));
    for number in 0..10 {
        let email = format!("p{number}@demo.example");
        mail_to(&world.server, &email, 1).await;
        assert_eq!(mails(&world, &clock, &email).await.len(), 1);
    }
    drop(second);
}
