//! Who acts for whom, who leads, and who leaves.

use serde_json::{Value, json};
use tests::{Hearing, Peer, Person, World};

use super::seen;

/// The library's part in the demo's partnership, as its administrator sees it.
async fn own_part(admin: &Person) -> Value {
    let list = admin.get("/api/v1/me/partners").await.expect(200);
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    list["items"][0].clone()
}

async fn path(admin: &Person) -> String {
    format!("/api/v1/partners/{}/members", own_part(admin).await["id"].as_str().unwrap())
}

fn member<'a>(partnership: &'a Value, person: &Person) -> Option<&'a Value> {
    partnership["members"].as_array().unwrap().iter().find(|member| member["account_id"] == person.id())
}

#[tokio::test]
async fn who_administers_an_organisation_decides_who_acts_for_it_without_seeing_what_they_write() {
    let world = World::start().await;
    let (lead, admin) = (world.person("lead").await, world.person("orgadmin").await);
    let path = path(&admin).await;
    let colleagues = admin.get("/api/v1/me/colleagues?search=wit").await.expect(200);
    assert_eq!(
        colleagues["items"],
        json!([{
            "account_id": admin.id(), "name": "Marijke de Wit", "email": "orgadmin@demo.example",
        }])
    );
    admin.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect_problem(404, "not_found");

    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    admin.post(&path, &json!({ "account_id": admin.id() })).await.expect(204);
    assert_eq!(hearing.until("member.added").await["data"]["account"], admin.id());
    let partnership = seen(&admin, &world.own.partnership).await;
    let me = member(&partnership, &admin).unwrap();
    assert_eq!((&me["role"], &me["mandated"]), (&json!("member"), &json!(false)));
    admin.post(&path, &json!({ "account_id": admin.id() })).await.expect_problem(409, "conflict");

    let own = format!("{path}/{}", admin.id());
    admin.patch(&own, &json!({ "mandated": true })).await.expect(204);
    assert_eq!(hearing.until("member.changed").await["data"]["fields"], json!(["mandated"]));
    assert_eq!(member(&seen(&lead, &world.own.partnership).await, &admin).unwrap()["mandated"], true);
    admin.delete(&own).await.expect(204);
    assert!(member(&seen(&lead, &world.own.partnership).await, &admin).is_none());
    // And back again, as the same person.
    admin.post(&path, &json!({ "account_id": admin.id(), "mandated": true })).await.expect(204);
    seen(&admin, &world.own.partnership).await;
}

#[tokio::test]
async fn nobody_decides_for_another_organisation_or_brings_in_its_people() {
    let world = World::start().await;
    let (admin, member) = (world.person("orgadmin").await, world.person("member").await);
    let path = path(&admin).await;
    admin.post(&path, &json!({ "account_id": member.id() })).await.expect_problem(422, "validation_failed");
    for stranger in [&member, &world.person("lead").await, &world.person("admin").await] {
        stranger.post(&path, &json!({ "account_id": stranger.id() })).await.expect_problem(404, "not_found");
        stranger.get("/api/v1/me/colleagues").await.expect_problem(403, "forbidden");
        assert_eq!(stranger.get("/api/v1/me/partners").await.expect(200)["items"], json!([]));
    }
    let partnership = seen(&member, &world.own.partnership).await;
    let others = partnership["partners"][1]["id"].as_str().unwrap();
    let foreign = format!("/api/v1/partners/{others}/members/{}", member.id());
    admin.delete(&foreign).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn somebody_who_is_removed_is_sent_away_at_once_and_writes_nothing_more() {
    let world = World::start().await;
    world.add_plain_member().await;
    let (plain, member) = (world.person("plain").await, world.person("member").await);
    world.make_admin("member").await;
    let partner = seen(&member, &world.own.partnership).await["me"]["partner_id"].as_str().unwrap().to_owned();
    let (peer, other) =
        (Peer::join(&plain, &world.own.ambition).await, Peer::join(&member, &world.own.ambition).await);
    let mut hearing = Hearing::begin(&plain, &world.own.partnership).await;
    peer.push("headline", " Nog net.");
    peer.saved().await;
    member.delete(&format!("/api/v1/partners/{partner}/members/{}", plain.id())).await.expect(204);
    assert_eq!(peer.closed().await.code, 4403);
    assert_eq!(hearing.closed().await.code, 4403);
    other.answered().await;
    assert!(other.seen().text("headline").contains("Nog net."));
    plain.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect_problem(404, "not_found");
    // What they wrote stays, under their name.
    let timeline = member.get(&format!("/api/v1/boards/{}/timeline", world.own.ambition)).await.expect(200);
    assert!(timeline.to_string().contains("Piet Gewoon"), "{timeline}");
}

#[tokio::test]
async fn the_last_lead_and_the_last_mandate_stay() {
    let world = World::start().await;
    let (lead, admin) = (world.person("lead").await, world.person("orgadmin").await);
    let (id, path) = (&world.own.partnership, path(&admin).await);
    let sanne = format!("{path}/{}", lead.id());
    admin.patch(&sanne, &json!({ "mandated": false })).await.expect_problem(409, "last_mandate");
    admin.delete(&sanne).await.expect_problem(409, "last_lead");
    lead.delete(&format!("/api/v1/partnerships/{id}/leads/me")).await.expect_problem(409, "last_lead");
    lead.delete(&format!("/api/v1/partnerships/{id}/members/{}", lead.id())).await.expect_problem(409, "last_lead");
    let part = own_part(&admin).await;
    let leave = format!("/api/v1/partners/{}/leave", part["id"].as_str().unwrap());
    admin.post(&leave, &json!({})).await.expect_problem(409, "last_lead");
    let member = world.person("member").await;
    let own = format!("/api/v1/partnerships/{id}/members/{}", member.id());
    member.delete(&own).await.expect_problem(409, "last_mandate");
}

#[tokio::test]
async fn a_lead_makes_others_leads_hands_over_and_steps_down() {
    let world = World::start().await;
    world.add_plain_member().await;
    let (lead, member, plain) =
        (world.person("lead").await, world.person("member").await, world.person("plain").await);
    let id = &world.own.partnership;
    let leads = format!("/api/v1/partnerships/{id}/leads");
    let role = async |person: &Person| seen(person, id).await["me"]["role"].as_str().unwrap().to_owned();
    member.post(&leads, &json!({ "account_id": member.id() })).await.expect_problem(403, "forbidden");
    // They stay connected: what they may do on a board is the same.
    let peer = Peer::join(&member, &world.own.ambition).await;
    lead.post(&leads, &json!({ "account_id": member.id() })).await.expect(204);
    assert_eq!((role(&lead).await, role(&member).await), ("lead".into(), "lead".into()));
    lead.delete(&format!("{leads}/me")).await.expect(204);
    assert_eq!(role(&lead).await, "member");
    member.post(&leads, &json!({ "account_id": plain.id(), "instead": true })).await.expect(204);
    assert_eq!((role(&member).await, role(&plain).await), ("member".into(), "lead".into()));
    peer.push("headline", "!");
    peer.saved().await;
    let observer = world.person("observer").await;
    plain.post(&leads, &json!({ "account_id": observer.id() })).await.expect_problem(422, "validation_failed");
    plain.post(&leads, &json!({ "account_id": plain.id() })).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn an_organisation_leaves_and_what_it_wrote_stays() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    world.make_admin("member").await;
    let partner = own_part(&member).await["id"].as_str().unwrap().to_owned();
    let peer = Peer::join(&member, &world.own.ambition).await;
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    member.post(&format!("/api/v1/partners/{partner}/leave"), &json!({})).await.expect(204);
    assert_eq!(peer.closed().await.code, 4403);
    assert_eq!(hearing.until("partner.left").await["data"]["partner"], partner.as_str());
    let partnership = seen(&lead, &world.own.partnership).await;
    let left =
        partnership["partners"].as_array().unwrap().iter().find(|one| one["id"] == partner.as_str()).unwrap();
    assert_eq!((&left["status"], &left["name"]), (&json!("left"), &json!("Scholengroep De Brug")));
    assert!(is_gone(&partnership, &member));
    // Asked again, it comes back under the mark it had.
    super::ask(&lead, &world.own.partnership, "De Brug", "member@demo.example").await.expect(201);
    let invitation = super::asked(&member).await.remove(0);
    super::accept(&member, &invitation, &[member.id()]).await.expect(204);
    let back = seen(&member, &world.own.partnership).await;
    let again = back["partners"].as_array().unwrap().iter().find(|one| one["id"] == partner.as_str()).unwrap();
    assert_eq!((&again["status"], &again["mark"]), (&json!("active"), &left["mark"]));
}

fn is_gone(partnership: &Value, person: &Person) -> bool {
    member(partnership, person).is_none()
}

#[tokio::test]
async fn everybody_may_leave_and_a_lead_sends_away_only_who_acts_for_no_partner() {
    let world = World::start().await;
    world.add_plain_member().await;
    let (lead, observer, plain) =
        (world.person("lead").await, world.person("observer").await, world.person("plain").await);
    let id = &world.own.partnership;
    let path = |person: &Person| format!("/api/v1/partnerships/{id}/members/{}", person.id());
    lead.delete(&path(&plain)).await.expect_problem(403, "forbidden");
    plain.delete(&path(&observer)).await.expect_problem(403, "forbidden");
    lead.delete(&path(&observer)).await.expect(204);
    observer.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");
    plain.delete(&path(&plain)).await.expect(204);
    plain.get(&format!("/api/v1/partnerships/{id}")).await.expect_problem(404, "not_found");
}
