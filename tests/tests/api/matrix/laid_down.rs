//! What stands there under an address, for whoever changes or removes it.

use reqwest::Method;
use samenspel::entity::{brainstorm_card, ledger, scan_invitation};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};
use tests::{Boards, Person, World, if_match};
use uuid::Uuid;

use super::{ENTRY, NOWHERE, People, next_month, requests, somebody};

/// Whoever removed it before, somebody else can remove it again. Gives the id of what was laid down in the partnership.
pub(super) async fn lay_down_what_it_names(world: &World, people: &People, path: &str) -> String {
    let lead = somebody(people, "lead");
    if path.contains("{scan_id}") {
        return round(world, lead, path).await;
    }
    if path.contains("{improvement_id}") || path.contains("{success_id}") {
        return improvement_or_success(world, lead, path).await;
    }
    if path.contains("/ambition/versions") {
        return open_version(world, lead, path).await;
    }
    if path.contains("/business-model/versions") {
        return open_business_model(world, lead, path).await;
    }
    if path.contains("/rooms-to-move") {
        return room_to_move(world, people, path).await;
    }
    if path.contains("{contribution_id}") {
        return contribution(world, people, path).await;
    }
    if path.contains("/block-links/") || path.contains("/guest-remarks/") {
        return said_by_a_guest(world, lead, path).await;
    }
    if path.contains("/canvases/{board_id}") {
        return variant(world, lead).await;
    }
    if path.contains("/brainstorms") {
        return brainstorm(world, lead, path).await;
    }
    if path.contains("{card_link_id}") {
        return card_link(world, lead).await;
    }
    if path.contains("/ledger/") {
        return ledger(world, lead, path).await;
    }
    let own = ["{ambition_id}", "{overlap_id}", "{link_id}", "{own_value_id}", "{check_id}"];
    if own.iter().any(|name| path.contains(name)) {
        return own_words(world, lead, path).await;
    }
    if path.contains("{recognition_id}") {
        return recognition_of_the_lead(world, people).await;
    }
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    if path.ends_with("/role-capacity") {
        wish_as_everybody(people, &format!("{home}/role-capacity"), &json!({ "roles": 3, "shared_with": "all" }))
            .await;
        return NOWHERE.to_owned();
    }
    if path.contains("{phase}") {
        return "agree".to_owned();
    }
    if path.contains("{assignment_id}") {
        return assignment_of_plain(world, people, path).await;
    }
    if names_what_was_said(path) {
        return said(lead, &world.own, path).await;
    }
    let (board, entry, body) = if path.ends_with("/notes/{note_id}") {
        (&world.own.canvas, "notes", json!({ "id": ENTRY, "block": "channels", "text": "Een kaart" }))
    } else if ["/roles/{role_id}", "/assignments", "/explanation"].iter().any(|end| path.ends_with(end))
        || path.contains("/roles/{role_id}/")
    {
        (&world.own.roles, "roles", json!({ "id": ENTRY, "title": "Een rol" }))
    } else if path.contains("{value_id}") {
        (&world.own.values, "values", json!({ "id": ENTRY, "name": "Een waarde" }))
    } else {
        return NOWHERE.to_owned();
    };
    lead.post(&format!("/api/v1/boards/{board}/{entry}"), &body).await.expect(201);
    if path.ends_with("/strength") {
        weigh_as_everybody(world, people).await;
    } else if path.ends_with("/wish") {
        wish_as_everybody(
            people,
            &format!("{home}/roles/{ENTRY}/wish"),
            &json!({ "wish": "gladly", "shared_with": "all" }),
        )
        .await;
    }
    ENTRY.to_owned()
}

/// What stands there in the other partnership under an address that names no partnership or board.
pub(super) async fn lay_down_in_foreign(world: &World, people: &People, path: &str) -> Option<String> {
    if !names_what_was_said(path) {
        return None;
    }
    Some(said(somebody(people, "outsider"), &world.foreign, path).await)
}

pub(super) fn names_what_was_said(path: &str) -> bool {
    path.starts_with("/api/v1/threads/") || path.starts_with("/api/v1/comments/")
}

/// A thread that this person begins, or the comment it begins with.
async fn said(person: &Person, boards: &Boards, path: &str) -> String {
    let thread = format!("/api/v1/boards/{}/threads", boards.ambition);
    let thread = person.post(&thread, &requests::thread()).await.expect(201);
    let id = if path.starts_with("/api/v1/threads/") { &thread["id"] } else { &thread["comments"][0]["id"] };
    id.as_str().unwrap().to_owned()
}

/// A link to a block, or what somebody said by it.
async fn said_by_a_guest(world: &World, lead: &Person, path: &str) -> String {
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    for link in lead.get(&format!("{home}/block-links")).await.expect(200)["items"].as_array().unwrap() {
        lead.post(&format!("{home}/block-links/{}/revoke", link["id"].as_str().unwrap()), &Value::Null).await;
    }
    let link = json!({ "board_id": world.own.canvas, "block": "channels", "days": 1 });
    let link = lead.post(&format!("{home}/block-links"), &link).await.expect(201);
    if path.contains("/block-links/") {
        return link["id"].as_str().unwrap().to_owned();
    }
    let token = link["address"].as_str().unwrap().split_once('#').unwrap().1;
    let said = json!({ "token": token, "id": samenspel::ids::unordered(), "words": "Bij de bakker" });
    lead.post("/api/v1/shared-block/remarks", &said).await.expect(204);
    let said = lead.get(&format!("{home}/guest-remarks")).await.expect(200);
    said["items"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned()
}

/// A variant of the canvas that is in sight, and called otherwise than anybody calls it.
async fn variant(world: &World, lead: &Person) -> String {
    let variants = format!("/api/v1/partnerships/{}/canvases", world.own.partnership);
    let list = lead.get(&variants).await.expect(200);
    let mut all = list["items"].as_array().unwrap().iter();
    let Some(made) = all.find(|canvas| canvas["is_current"] == false) else {
        let made = lead.post(&variants, &json!({ "title": "Variant" })).await.expect(201);
        return made["id"].as_str().unwrap().to_owned();
    };
    let id = made["id"].as_str().unwrap();
    lead.put(&format!("{variants}/{id}/title"), &json!({ "title": "Variant" })).await.expect(200);
    lead.put(&format!("{variants}/{id}/put-away"), &json!({ "put_away": false })).await.expect(200);
    id.to_owned()
}

/// A silent brainstorm that the lead began; none is on where one is to begin. A card in it is the lead's, and has the same id,
/// because an address is filled with one.
async fn brainstorm(world: &World, lead: &Person, path: &str) -> String {
    let brainstorms = format!("/api/v1/boards/{}/brainstorms", world.own.canvas);
    for before in lead.get(&brainstorms).await.expect(200)["items"].as_array().unwrap() {
        lead.post(&format!("{brainstorms}/{}/stop", before["id"].as_str().unwrap()), &Value::Null).await;
    }
    if !path.contains("{brainstorm_id}") {
        return NOWHERE.to_owned();
    }
    let begun = lead.post(&brainstorms, &json!({ "block": "channels", "minutes": 5 })).await.expect(201);
    let id = begun["id"].as_str().unwrap();
    if path.contains("{card_id}") {
        let brainstorm_id = Uuid::parse_str(id).unwrap();
        let card = brainstorm_card::Model {
            id: brainstorm_id,
            brainstorm_id,
            account_id: Uuid::parse_str(lead.id()).unwrap(),
            partner_id: None,
            text: "De markt".into(),
            written_at: world.server.app().clock.now(),
            put_at: None,
        };
        let transaction = world.server.app().database.begin().await.unwrap();
        brainstorm_card::Entity::insert(card.into_active_model())
            .exec_without_returning(&transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
    }
    id.to_owned()
}

/// A card that is linked to a passage.
async fn card_link(world: &World, lead: &Person) -> String {
    let card = json!({ "id": ENTRY, "block": "channels", "text": "Een kaart" });
    lead.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    let passage = json!({
        "kind": "passage", "board_id": world.own.ambition, "field": "statement", "start": "AQ==", "end": "AQ==",
        "quote": "Iets",
    });
    let link = json!({ "board_id": world.own.canvas, "card_id": ENTRY, "target": passage });
    let link = lead.post(&format!("/api/v1/partnerships/{}/card-links", world.own.partnership), &link).await;
    assert!(link.status < 300, "{}", link.text());
    link.json()["id"].as_str().unwrap().to_owned()
}

/// A round that was planned, opened or closed, as the address needs it; the one before is out of its way.
async fn round(world: &World, lead: &Person, path: &str) -> String {
    let rounds = format!("/api/v1/partnerships/{}/scans", world.own.partnership);
    // Nobody who got a ballot is waited for.
    let transaction = world.server.app().database.begin().await.unwrap();
    let nobody_sent =
        scan_invitation::Entity::update_many().col_expr(scan_invitation::Column::Sent, Expr::value(false));
    nobody_sent.exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    for round in lead.get(&rounds).await.expect(200)["items"].as_array().unwrap() {
        let round = format!("{rounds}/{}", round["id"].as_str().unwrap());
        lead.post(&format!("{round}/close"), &Value::Null).await;
        lead.delete(&round).await;
    }
    let body = json!({ "kind": "scan", "planned_for": "2030-01-01" });
    let id = lead.post(&rounds, &body).await.expect(201)["id"].as_str().unwrap().to_owned();
    let opened =
        ["/close", "/sending", "/voice", "/report", "/report/export"].iter().any(|end| path.ends_with(end));
    if opened {
        // Everybody is asked where they answer for themselves; three can, who have a mandate, where partners answer.
        let mode = if path.ends_with("/sending") { "anonymous" } else { "partner_voice" };
        if mode == "anonymous" && !is_crowded(world, lead).await {
            for name in ["een", "twee"] {
                world.add_colleague("lead", name, name).await;
            }
        }
        let opening = json!({ "mode": mode, "floor": 3, "days": 7 });
        lead.post(&format!("{rounds}/{id}/open"), &opening).await.expect(200);
    }
    if path.contains("/report") {
        lead.post(&format!("{rounds}/{id}/close"), &Value::Null).await.expect(200);
    }
    id
}

/// An improvement point that is worked on, the ones before out of its way; or a success.
async fn improvement_or_success(world: &World, lead: &Person, path: &str) -> String {
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    let (list, body) = if path.contains("{success_id}") {
        ("successes", json!({ "words": "Samen gegeten", "happened_on": "2026-11-22" }))
    } else {
        ("improvements", json!({ "title": "Elke maand bellen", "owner_id": lead.id(), "due": "2030-01-01" }))
    };
    let list = format!("{home}/{list}");
    if path.contains("{improvement_id}") {
        for before in lead.get(&list).await.expect(200)["items"].as_array().unwrap() {
            let drop = format!("{list}/{}/drop", before["id"].as_str().unwrap());
            if_match(lead, Method::POST, &drop, &before["version"], &json!({ "outcome": "Een ander" })).await;
        }
    }
    lead.post(&list, &body).await.expect(201)["id"].as_str().unwrap().to_owned()
}

/// A version of the ambition that waits for partners; none where one is to be proposed.
async fn open_version(world: &World, lead: &Person, path: &str) -> String {
    let ambition = format!("/api/v1/partnerships/{}/ambition", world.own.partnership);
    let open = lead.get(&ambition).await.expect(200)["open"].clone();
    if !open.is_null() {
        lead.post(&format!("{ambition}/versions/{open}/withdraw"), &Value::Null).await.expect(200);
    }
    if !path.contains("{number}") {
        return NOWHERE.to_owned();
    }
    let proposed = lead.post(&format!("{ambition}/versions"), &json!({ "seq": 1 })).await.expect(201);
    proposed["number"].to_string()
}

async fn open_business_model(world: &World, lead: &Person, path: &str) -> String {
    let model = format!("/api/v1/partnerships/{}/business-model", world.own.partnership);
    let seen = lead.get(&model).await.expect(200);
    if !seen["open"].is_null() {
        lead.post(&format!("{model}/versions/{}/withdraw", seen["open"]), &Value::Null).await.expect(200);
    }
    if !path.contains("{number}") {
        return NOWHERE.to_owned();
    }
    let read = json!({ "hash": seen["draft"]["hash"] });
    lead.post(&format!("{model}/versions"), &read).await.expect(201)["number"].to_string()
}

/// Room that the lead asks for themselves or has, as the address needs it; what was asked before is out of its way.
async fn room_to_move(world: &World, people: &People, path: &str) -> String {
    let rooms = format!("/api/v1/partnerships/{}/rooms-to-move", world.own.partnership);
    let lead = somebody(people, "lead");
    for room in lead.get(&rooms).await.expect(200)["items"].as_array().unwrap() {
        for (_, person, _) in people {
            person.delete(&format!("{rooms}/{}/taking", room["id"].as_str().unwrap())).await;
        }
    }
    if !path.contains("{room_id}") {
        return NOWHERE.to_owned();
    }
    let asked = json!({ "account_id": lead.id(), "words": "De folder maken", "until": next_month() });
    let room = lead.post(&rooms, &asked).await.expect(201)["id"].as_str().unwrap().to_owned();
    if path.ends_with("/reading") {
        let third = world.person("third").await;
        for person in [lead, somebody(people, "member"), &third] {
            person.put(&format!("{rooms}/{room}/voice"), &json!({ "gives": true })).await.expect(200);
        }
        for (_, person, _) in people {
            person.put(&format!("{rooms}/{room}/reading"), &json!({ "taken": 0, "given": 0 })).await;
        }
    }
    room
}

/// What the partner of the lead seeks; or, to be confirmed, what another seeks from it.
async fn contribution(world: &World, people: &People, path: &str) -> String {
    let contributions = format!("/api/v1/partnerships/{}/contributions", world.own.partnership);
    let (by, with) =
        if path.ends_with("/confirmation") { ("member", json!(world.own.partner)) } else { ("lead", Value::Null) };
    let said = json!({ "direction": "seeks", "words": "Voorlezers", "with_partner_id": with });
    let said = somebody(people, by).post(&contributions, &said).await.expect(201);
    said["id"].as_str().unwrap().to_owned()
}

/// A joint line; or when the years begin, as somebody chose it for the first time.
async fn ledger(world: &World, lead: &Person, path: &str) -> String {
    if path.contains("{line_id}") {
        let lines = format!("/api/v1/partnerships/{}/ledger/lines", world.own.partnership);
        let line = requests::ledger_line("Zaalhuur");
        return lead.post(&lines, &line).await.expect(201)["id"].as_str().unwrap().to_owned();
    }
    let partnership_id = Uuid::parse_str(&world.own.partnership).unwrap();
    let transaction = world.server.app().database.begin().await.unwrap();
    ledger::Entity::delete_by_id(partnership_id).exec(&transaction).await.unwrap();
    let chosen = ledger::Model { partnership_id, begins: next_month(), version: 1 };
    ledger::Entity::insert(chosen.into_active_model()).exec_without_returning(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    NOWHERE.to_owned()
}

/// Whoever can says it for themselves, for the first time.
async fn wish_as_everybody(people: &People, path: &str, wish: &Value) {
    for (_, person, _) in people {
        for version in 1..=2 {
            if_match(person, Method::DELETE, path, &json!(version), &Value::Null).await;
        }
        if_match(person, Method::PUT, path, &json!(0), wish).await;
    }
}

/// Each partner holds the value that was laid down, so that it can be taken back.
async fn weigh_as_everybody(world: &World, people: &People) {
    let strength = format!("/api/v1/partnerships/{}/values/{ENTRY}/strength", world.own.partnership);
    for name in ["lead", "member"] {
        somebody(people, name).put(&strength, &json!({ "strength": 1 })).await.expect(200);
    }
}

/// What the lead says of themselves; or in what two views touch; or a link.
async fn own_words(world: &World, lead: &Person, path: &str) -> String {
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    let made = if path.contains("{ambition_id}") {
        let ambition = json!({ "kind": "business", "visible_to": "all", "words": "Meer lezers" });
        lead.post(&format!("{home}/individual-ambitions"), &ambition).await
    } else if path.contains("{link_id}") {
        lead.post(&format!("{home}/ambition/links"), &json!({ "days": 1 })).await
    } else if path.contains("{own_value_id}") {
        lead.post(&format!("{home}/own-values"), &json!({ "words": "Rust", "visible_to": "all" })).await
    } else if path.contains("{check_id}") {
        lead.post(&format!("{home}/tension-checks"), &json!({ "belief": "Ja", "shared_with": "all" })).await
    } else {
        let partners = lead.get(&home).await.expect(200)["partners"].clone();
        let part = |place: usize| json!({ "partner_id": partners[place]["id"], "quote": "" });
        lead.post(&format!("{home}/overlaps"), &json!({ "words": "Ouders", "parts": [part(0), part(1)] })).await
    };
    made.expect(201)["id"].as_str().unwrap().to_owned()
}

/// What the member with the mandate recognises in the lead.
async fn recognition_of_the_lead(world: &World, people: &People) -> String {
    let (lead, member) = (somebody(people, "lead"), somebody(people, "member"));
    let quality = samenspel::ids::unordered();
    let given = json!({ "account_id": lead.id(), "quality": quality, "example": "Jij zag het als eerste." });
    let recognitions = format!("/api/v1/partnerships/{}/recognitions", world.own.partnership);
    member.post(&recognitions, &given).await.expect(201)["id"].as_str().unwrap().to_owned()
}

/// Whether as many act for partners as a round asks at least.
async fn is_crowded(world: &World, lead: &Person) -> bool {
    let people = lead.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    let acts_for_a_partner = |person: &&Value| !person["partner_id"].is_null();
    people["members"].as_array().unwrap().iter().filter(acts_for_a_partner).count() >= 5
}

/// A role that was proposed to the plain member, who has accepted it where it is to be given back.
async fn assignment_of_plain(world: &World, people: &People, path: &str) -> String {
    let (lead, plain) = (somebody(people, "lead"), somebody(people, "plain"));
    let role = json!({ "id": samenspel::ids::unordered(), "title": "Een rol" });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    let address = format!("/api/v1/partnerships/{}/assignments", world.own.partnership);
    let body = json!({ "role_id": role["id"], "account_id": plain.id() });
    let made = lead.post(&address, &body).await.expect(201)["id"].as_str().unwrap().to_owned();
    if path.ends_with("/hand-back") {
        plain.post(&format!("{address}/{made}/accept"), &Value::Null).await.expect(200);
    }
    made
}
