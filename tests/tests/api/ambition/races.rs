//! Several at once. `SAMENSPEL_TEST_RACES=200` runs each as often as that.

use futures_util::future::{join, join_all};
use samenspel::entity::event;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use tests::{Peer, number};

use super::Table;
use crate::taking_part::seen as partnership;

fn races() -> usize {
    number("SAMENSPEL_TEST_RACES", 10)
}

#[tokio::test]
async fn two_partners_who_endorse_at_the_same_instant_both_count_and_it_becomes_shared_once() {
    let table = Table::set().await;
    for race in 0..races() {
        table.write(&format!("Woorden {race}")).await;
        let version = table.propose().await;
        table.say(&table.lead, version, "yes").await.expect(200);
        let (one, other) =
            join(table.say(&table.member, version, "yes"), table.say(&table.third, version, "yes")).await;
        assert_eq!((one.status, other.status), (200, 200));
        assert_eq!(table.standing().await, (json!(version), Value::Null));
    }
    let told = event::Entity::find().filter(event::Column::Kind.eq("ambition.shared"));
    let told = told.count(table.world.server.app().database.reader()).await.unwrap();
    assert_eq!(usize::try_from(told).unwrap(), races(), "each became shared once");
}

#[tokio::test]
async fn what_is_written_while_a_version_is_frozen_is_not_in_it() {
    let table = Table::set().await;
    let peer = Peer::join(&table.third, &table.world.own.ambition).await;
    peer.answered().await;
    for race in 0..races() {
        let seq = table.write(&format!("Woorden {race}")).await;
        let (versions, body) = (format!("{}/versions", table.path()), json!({ "seq": seq }));
        let proposing = table.lead.post(&versions, &body);
        let writing = async {
            peer.push("headline", " en meer");
            peer.saved().await;
        };
        let (proposed, ()) = join(proposing, writing).await;
        let proposed = proposed.expect(201);
        assert_eq!(proposed["headline"], format!("Woorden {race}"));
        let version = proposed["number"].as_i64().unwrap();
        table.lead.post(&format!("{}/withdraw", table.version(version)), &Value::Null).await.expect(200);
    }
}

#[tokio::test]
async fn of_two_leads_who_freeze_at_once_one_does() {
    let table = Table::set().await;
    let leads = format!("/api/v1/partnerships/{}/leads", table.world.own.partnership);
    table.lead.post(&leads, &json!({ "account_id": table.member.id() })).await.expect(204);
    let versions = format!("{}/versions", table.path());
    for race in 0..races() {
        let seq = json!({ "seq": table.write(&format!("Woorden {race}")).await });
        let replies = join_all([&table.lead, &table.member].map(|lead| lead.post(&versions, &seq))).await;
        let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let refused = replies.iter().find(|reply| reply.status == 409).unwrap();
        refused.expect_problem(409, "another_is_open");
        let open = table.standing().await.1;
        table.lead.post(&format!("{}/withdraw", table.version(open)), &Value::Null).await.expect(200);
    }
    assert_eq!(table.seen().await["versions"].as_array().unwrap().len(), races());
}

#[tokio::test]
async fn a_mandate_that_is_withdrawn_while_its_holder_endorses_comes_before_or_after() {
    let table = Table::set().await;
    table.world.add_plain_member().await;
    table.world.make_admin("member").await;
    let plain = table.world.person("plain").await;
    let own = partnership(&table.member, &table.world.own.partnership).await["me"]["partner_id"].clone();
    let mandate = format!("/api/v1/partners/{}/members/{}", own.as_str().unwrap(), plain.id());
    let version = table.propose().await;
    for _ in 0..races() {
        table.member.patch(&mandate, &json!({ "mandated": true })).await.expect(204);
        let (said, taken) =
            join(table.say(&plain, version, "yes"), table.member.patch(&mandate, &json!({ "mandated": false })))
                .await;
        assert_eq!(taken.status, 204);
        let endorsements = table.seen().await["versions"][0]["endorsements"].as_array().unwrap().len();
        if said.status == 200 {
            assert_eq!(endorsements, 1, "it was said");
            assert!(last(&table, "ambition.endorsed").await < last(&table, "member.changed").await, "before");
        } else {
            said.expect_problem(403, "no_mandate");
            assert_eq!(endorsements, 0, "it was said after");
        }
        table.say(&plain, version, "yes").await.expect_problem(403, "no_mandate");
        table.take_back(&table.member, version).await.expect(200);
    }
}

/// The number of the last event of this kind: events of a partnership are numbered in the order of their transactions.
async fn last(table: &Table, kind: &str) -> i64 {
    let found = event::Entity::find().filter(event::Column::Kind.eq(kind)).order_by_desc(event::Column::Number);
    found.one(table.world.server.app().database.reader()).await.unwrap().unwrap().number
}
