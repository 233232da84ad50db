//! What somebody is told in the app, and what becomes of it.

use serde_json::{Value, json};
use tests::{BellHearing, Closed, Pass, World};

use super::{answer, appoint, list, propose, told};

#[tokio::test]
async fn who_is_asked_for_a_role_hears_it_at_once_and_nobody_else_does() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let (mut bell, unread) = BellHearing::open(&Pass::of(&member)).await.unwrap();
    assert_eq!(unread, 0);
    let name = lead.get("/api/v1/me").await.expect(200)["name"].clone();
    propose(&world, &lead, &member, "Voorleescoach").await;
    bell.until(1).await;
    let list = list(&member, "").await;
    assert_eq!((&list["unread"], &list["next"]), (&json!(1), &Value::Null));
    let item = &list["items"][0];
    assert_eq!((&item["kind"], &item["title"]), (&json!("role_proposed"), &json!("Voorleescoach")));
    assert_eq!((&item["actor"], &item["read_at"]), (&name, &Value::Null));
    assert_eq!(item["partnership"]["id"], world.own.partnership.as_str());
    assert_eq!(item["leads_to"], format!("/partnerships/{}/roles", world.own.partnership));
    for other in [&lead, &observer] {
        assert!(told(other).await.is_empty(), "it concerns nobody else");
    }
}

#[tokio::test]
async fn what_was_answered_anywhere_waits_for_nobody_and_who_asked_is_told() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let (mut bell, _) = BellHearing::open(&Pass::of(&member)).await.unwrap();
    let (mut lead_bell, _) = BellHearing::open(&Pass::of(&lead)).await.unwrap();
    for (title, steps, kinds) in [
        ("Voorleescoach", ["accept", "hand-back"].as_slice(), ["role_accepted", "role_handed_back"].as_slice()),
        ("Verbinder", ["decline"].as_slice(), ["role_declined"].as_slice()),
    ] {
        let asked = propose(&world, &lead, &member, title).await;
        bell.until(1).await;
        for (step, kind) in steps.iter().zip(kinds) {
            answer(&member, &asked, step).await;
            let newest = &list(&lead, "?limit=1").await["items"][0];
            assert_eq!((&newest["kind"], &newest["title"]), (&json!(kind), &json!(title)));
        }
        bell.until(0).await;
    }
    // That the role was accepted is no news any more since it was given back.
    lead_bell.until(2).await;
    let asked = propose(&world, &lead, &member, "Regisseur").await;
    answer(&lead, &asked, "withdraw").await;
    bell.until(1).await;
    let told = told(&member).await;
    assert_eq!(told[..2], [("role_withdrawn".into(), false), ("role_proposed".into(), true)]);
}

#[tokio::test]
async fn who_does_something_themselves_is_not_told() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let asked = propose(&world, &lead, &lead, "Voorleescoach").await;
    answer(&lead, &asked, "accept").await;
    answer(&lead, &asked, "hand-back").await;
    assert!(told(&lead).await.is_empty());
}

#[tokio::test]
async fn people_are_told_what_they_may_do_from_now_on() {
    let world = World::start().await;
    world.make_admin("member").await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    let own = member.get("/api/v1/partnerships").await.expect(200)["items"][0]["partner"]["id"].clone();
    let organisation = member.get("/api/v1/me").await.expect(200)["organisation"]["name"].clone();
    let members = format!("/api/v1/partners/{}/members", own.as_str().unwrap());
    let address = format!("{members}/{}", plain.id());
    for mandated in [true, false] {
        let reply = member.patch(&address, &json!({ "mandated": mandated })).await;
        assert!(reply.status < 300, "{}", reply.text());
    }
    appoint(&world, &lead, &plain).await;
    let reply = member.delete(&address).await;
    assert!(reply.status < 300, "{}", reply.text());
    let reply = member.post(&members, &json!({ "account_id": plain.id() })).await;
    assert!(reply.status < 300, "{}", reply.text());
    let kinds: Vec<String> = told(&plain).await.into_iter().map(|(kind, _)| kind).collect();
    let expected = ["member_added", "member_removed", "lead_appointed", "mandate_taken", "mandate_given"];
    assert_eq!(kinds, expected);
    let list = list(&plain, "").await;
    let items = list["items"].as_array().unwrap();
    assert!(items.iter().all(|item| item["partnership"]["id"] == world.own.partnership.as_str()));
    assert_eq!((&items[0]["title"], &items[4]["title"]), (&organisation, &organisation));
    assert_eq!(items[1]["leads_to"], "/", "who is not in it any more is not sent there");
    assert!(told(&member).await.is_empty());
}

#[tokio::test]
async fn an_invitation_waits_for_those_who_decide_about_it_until_one_of_them_does() {
    let world = World::start().await;
    let [outsider, admin] = [world.person("outsider").await, world.person("orgadmin").await];
    let path = format!("/api/v1/partnerships/{}/partners", world.foreign.partnership);
    let body = json!({
        "name": "De bieb", "email": "orgadmin@demo.example", "admin_name": "Marijke", "language": "nl",
    });
    let asked = outsider.post(&path, &body).await.expect(201);
    let item = list(&admin, "?state=unread").await["items"][0].clone();
    assert_eq!((&item["kind"], &item["leads_to"]), (&json!("partner_invited"), &json!("/")));
    assert_eq!(item["partnership"]["name"], "Een ander verband");
    outsider.delete(&format!("{path}/{}", asked["id"].as_str().unwrap())).await.expect(204);
    assert_eq!(told(&admin).await, [("partner_invited".into(), true)]);
    let guest = json!({ "email": "orgadmin@demo.example", "name": "Marijke", "part": "observer" });
    let guests = format!("/api/v1/partnerships/{}/guests", world.foreign.partnership);
    let reply = outsider.post(&guests, &guest).await;
    assert!(reply.status < 300, "{}", reply.text());
    assert_eq!(told(&admin).await[0], ("guest_invited".into(), false));
    let invitations = admin.get("/api/v1/me/membership-invitations").await.expect(200);
    let id = invitations["items"][0]["id"].as_str().unwrap();
    let reply = admin.post(&format!("/api/v1/me/membership-invitations/{id}/accept"), &Value::Null).await;
    assert!(reply.status < 300, "{}", reply.text());
    assert_eq!(list(&admin, "").await["unread"], 0);
}

#[tokio::test]
async fn reading_one_or_all_up_to_one_reads_no_other_and_nobody_elses() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    for title in ["Een", "Twee", "Drie", "Vier"] {
        propose(&world, &lead, &member, title).await;
    }
    let items = list(&member, "").await["items"].as_array().unwrap().clone();
    let id = |place: usize| items[place]["id"].as_str().unwrap().to_owned();
    let (mut bell, unread) = BellHearing::open(&Pass::of(&member)).await.unwrap();
    assert_eq!(unread, 4);
    let one = format!("/api/v1/me/notifications/{}/read", id(1));
    lead.post(&one, &Value::Null).await.expect_problem(404, "not_found");
    lead.post("/api/v1/me/notifications/read", &json!({ "up_to": id(0) })).await.expect(204);
    member.post(&one, &Value::Null).await.expect(204);
    member.post(&one, &Value::Null).await.expect(204);
    bell.until(3).await;
    member.post("/api/v1/me/notifications/read", &json!({ "up_to": id(2) })).await.expect(204);
    bell.until(1).await;
    let unread = list(&member, "?state=unread").await;
    assert_eq!((unread["items"].as_array().unwrap().len(), &unread["items"][0]["title"]), (1, &json!("Vier")));
    assert_eq!(list(&member, "?state=read").await["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_long_list_comes_in_pages_without_a_hole_or_a_double() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    for title in ["Een", "Twee", "Drie", "Vier", "Vijf"] {
        propose(&world, &lead, &member, title).await;
    }
    let (mut titles, mut query) = (Vec::new(), "?limit=2".to_owned());
    loop {
        let page = list(&member, &query).await;
        titles.extend(page["items"].as_array().unwrap().iter().map(|item| item["title"].clone()));
        match page["next"].as_str() {
            Some(next) => query = format!("?limit=2&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(titles, ["Vijf", "Vier", "Drie", "Twee", "Een"]);
    for bad in ["?limit=0", "?limit=201", "?cursor=elsewhere"] {
        member.get(&format!("/api/v1/me/notifications{bad}")).await.expect_problem(422, "validation_failed");
    }
    member.get("/api/v1/me/notifications?state=lost").await.expect_problem(400, "invalid_request");
}

#[tokio::test]
async fn a_bell_ends_with_the_session() {
    let world = World::start().await;
    let member = world.person("member").await;
    let (mut bell, _) = BellHearing::open(&Pass::of(&member)).await.unwrap();
    member.delete("/api/v1/sessions/current").await.expect(204);
    let Closed { code, .. } = bell.closed().await;
    assert_eq!(code, 4401);
    let refused = BellHearing::open(&Pass::of(&member)).await.unwrap_err();
    assert_eq!(refused.code, 4401);
}

#[tokio::test]
async fn who_is_mentioned_or_answered_is_told_once_and_nobody_else() {
    let world = World::start().await;
    let [lead, member, third] =
        [world.person("lead").await, world.person("member").await, world.person("third").await];
    let anchor = json!({ "kind": "passage", "field": "statement", "start": "AAEAAQ==", "end": "AAEAAg==", "quote": "samen" });
    let said = json!({ "anchor": anchor, "text": "Wat vinden jullie?", "mentions": [member.id()] });
    let thread = lead.post(&format!("/api/v1/boards/{}/threads", world.own.ambition), &said).await.expect(201);
    assert_eq!(told(&member).await, [("mentioned".into(), false)]);
    assert!(told(&third).await.is_empty() && told(&lead).await.is_empty());
    let first = list(&member, "").await["items"][0].clone();
    assert_eq!(first["leads_to"], format!("/partnerships/{}/ambition", world.own.partnership));
    assert!(!first.to_string().contains("vinden"), "not a word of what was said: {first}");

    // Said in other words, with somebody more: only who was not mentioned before hears of it.
    let comment = format!("/api/v1/comments/{}", thread["comments"][0]["id"].as_str().unwrap());
    let more = json!({ "text": "En jullie?", "mentions": [member.id(), third.id()] });
    lead.patch(&comment, &more).await.expect(200);
    assert_eq!(told(&third).await, [("mentioned".into(), false)]);
    assert_eq!(told(&member).await.len(), 1);

    let answers = format!("/api/v1/threads/{}/comments", thread["id"].as_str().unwrap());
    member.post(&answers, &json!({ "text": "Goed!", "mentions": [lead.id()] })).await.expect(201);
    assert_eq!(told(&lead).await, [("mentioned".into(), false)], "told once, though they wrote in it too");
    third.post(&answers, &json!({ "text": "Ook goed." })).await.expect(201);
    assert_eq!(told(&lead).await[0], ("comment_answered".into(), false));
    assert_eq!(told(&member).await[0], ("comment_answered".into(), false));
    let resolve = format!("/api/v1/threads/{}/resolve", thread["id"].as_str().unwrap());
    member.post(&resolve, &Value::Null).await.expect(200);
    assert_eq!(told(&third).await[0], ("thread_resolved".into(), false));
    assert_eq!(told(&member).await[0].0, "comment_answered", "they did it themselves");
}

#[tokio::test]
async fn whoever_speaks_for_a_partner_is_asked_whether_it_is_done_and_everybody_hears_that_it_is() {
    let world = World::start().await;
    let [lead, member, third, observer] = [
        world.person("lead").await,
        world.person("member").await,
        world.person("third").await,
        world.person("observer").await,
    ];
    let partnership = format!("/api/v1/partnerships/{}", world.own.partnership);
    lead.post(&format!("{partnership}/conclusion"), &json!({ "words": "Het is klaar." })).await.expect(204);
    for person in [&member, &third] {
        assert_eq!(told(person).await, [("conclusion_proposed".into(), false)]);
    }
    assert!(told(&observer).await.is_empty() && told(&lead).await.is_empty());
    for person in [&lead, &member, &third] {
        let yes = json!({ "agrees": true });
        person.put(&format!("{partnership}/conclusion/decision"), &yes).await.expect(204);
    }
    lead.post(&format!("{partnership}/conclude"), &Value::Null).await.expect(204);
    assert_eq!(
        told(&member).await,
        [("partnership_concluded".into(), false), ("conclusion_proposed".into(), true)]
    );
    assert_eq!(told(&observer).await, [("partnership_concluded".into(), false)]);
}
