//! Who is suggested for which role.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Person, World, if_match};

use super::{answer, proposed};

/// The worked cases of the method.
const VECTORS: &str = include_str!("../../../../server/src/matching/vectors.json");
/// Who plays whom, so that Anna, Bram and Emre act for one partner, and Chris and Dina each for another.
const PLAYERS: [(&str, &str); 5] =
    [("anna", "member"), ("bram", "plain"), ("chris", "lead"), ("dina", "third"), ("emre", "emre")];

struct Room {
    world: World,
    vectors: Value,
    people: BTreeMap<&'static str, Person>,
    /// By the name that the worked cases give it.
    roles: BTreeMap<String, String>,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        world.add_plain_member().await;
        world.add_colleague("member", "emre", "Emre").await;
        let mut people = BTreeMap::new();
        for (name, player) in PLAYERS {
            people.insert(name, world.person(player).await);
        }
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let mut room = Self { world, vectors, people, roles: BTreeMap::new() };
        room.describe_roles().await;
        for (name, _) in PLAYERS {
            room.describe(name).await;
        }
        room
    }

    fn lead(&self) -> &Person {
        &self.people["chris"]
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/{last}", self.world.own.partnership)
    }

    async fn describe_roles(&mut self) {
        let board = format!("/api/v1/boards/{}", self.world.own.roles);
        let roles = self.lead().get(&format!("{board}/content")).await.expect(200);
        for role in roles["roles"].as_array().unwrap() {
            let path = format!("{board}/roles/{}", role["id"].as_str().unwrap());
            assert!(self.lead().delete(&path).await.status < 300);
        }
        for (name, of) in self.vectors["roles"].as_object().unwrap() {
            let id = samenspel::ids::unordered().to_string();
            let drives: BTreeMap<&str, bool> =
                of["d"].as_array().unwrap().iter().map(|drive| (drive.as_str().unwrap(), true)).collect();
            let role = json!({ "id": id, "title": name, "seats_min": of["min"], "seats_max": of["max"],
                "qualities": of["q"], "drives": drives });
            self.lead().post(&format!("{board}/roles"), &role).await.expect(201);
            self.roles.insert(name.clone(), id);
        }
    }

    /// Somebody says who they are, and others recognise it.
    async fn describe(&self, name: &str) {
        let (person, of) = (&self.people[name], self.vectors["people"][name].clone());
        let qualities: Vec<Value> = (of["q"].as_object().unwrap().iter())
            .map(|(quality, of)| json!({ "quality": quality, "strength": of["strength"] }))
            .collect();
        for content in
            [json!({ "part": "qualities", "qualities": qualities }), json!({ "part": "drives", "drives": of["d"] })]
        {
            let body = json!({ "content": content, "visible_to": "all" });
            if_match(person, Method::PUT, &self.path("profiles/own"), &json!(0), &body).await.expect(200);
        }
        for (quality, of) in of["q"].as_object().unwrap() {
            let others = self.people.iter().filter(|(other, _)| **other != name).map(|(_, other)| other);
            let many = usize::try_from(of["confirmations"].as_u64().unwrap()).unwrap();
            for other in others.take(many) {
                let given = json!({ "account_id": person.id(), "quality": quality, "example": "Jij deed het." });
                let given = other.post(&self.path("recognitions"), &given).await.expect(201);
                let answer = self.path(&format!("recognitions/{}/answer", given["id"].as_str().unwrap()));
                person.put(&answer, &json!({ "state": "accepted" })).await.expect(200);
            }
        }
        for (role, energy) in of["e"].as_object().unwrap() {
            let vetoed = of["veto"].as_array().unwrap().contains(&json!(role));
            self.wish(name, role, 0, if vetoed { "never" } else { "fine" }, energy, "lead").await;
        }
        for role in of["veto"].as_array().unwrap() {
            if of["e"][role.as_str().unwrap()].is_null() {
                self.wish(name, role.as_str().unwrap(), 0, "never", &Value::Null, "nobody").await;
            }
        }
        let capacity = json!({ "roles": of["cap"], "shared_with": "all" });
        if_match(person, Method::PUT, &self.path("role-capacity"), &json!(0), &capacity).await.expect(200);
    }

    async fn wish(&self, name: &str, role: &str, version: i64, wish: &str, energy: &Value, shared_with: &str) {
        let path = self.path(&format!("roles/{}/wish", self.roles[role]));
        let body = json!({ "wish": wish, "energy": energy, "shared_with": shared_with });
        if_match(&self.people[name], Method::PUT, &path, &json!(version), &body).await.expect(200);
    }

    async fn suggestion(&self, query: &str) -> Value {
        self.lead().get(&self.path(&format!("role-suggestion{query}"))).await.expect(200)
    }

    /// Who has a seat in a suggestion, as the worked cases write it down, in their order.
    fn seats(&self, of: &Value, state: &str) -> Vec<[String; 2]> {
        let name = |seat: &Value| -> [String; 2] {
            let (person, _) = self.people.iter().find(|(_, person)| seat["account_id"] == person.id()).unwrap();
            let (role, _) = self.roles.iter().find(|(_, id)| seat["role_id"] == **id).unwrap();
            [(*person).to_owned(), role.clone()]
        };
        let mut seats: Vec<_> =
            of["seats"].as_array().unwrap().iter().filter(|seat| seat["state"] == state).map(name).collect();
        seats.sort();
        seats
    }
}

fn is_near(of: &Value, points: f64) -> bool {
    (of.as_f64().unwrap() - points).abs() <= 0.01
}

#[tokio::test]
async fn what_people_say_of_themselves_and_of_roles_makes_the_worked_suggestion() {
    let room = Room::enter().await;
    let worked = room.vectors["case_2"].clone();
    let tight = room.suggestion("?balance=tight").await;
    let balanced = &worked["optimal_balanced_min1_max2"];
    let expected = |of: &Value| {
        let mut seats: Vec<[String; 2]> = serde_json::from_value(of["assignment"].clone()).unwrap();
        seats.sort();
        seats
    };
    assert_eq!(room.seats(&tight, "suggested"), expected(balanced), "{tight}");
    assert!(is_near(&tight["total"], balanced["total"].as_f64().unwrap()), "{tight}");
    let dina = tight["seats"].as_array().unwrap().iter().find(|seat| seat["role_id"] == room.roles["visionary"]);
    assert_eq!(dina.unwrap()["strengths"], json!(["vision", "leading_the_way"]));
    assert!(is_near(&tight["price_of_balance"], 6.67), "{tight}");
    assert_eq!((&tight["share"], &tight["total_now"]), (&json!(2), &json!(0.0)));
    let unbalanced = room.suggestion("?balance=none").await;
    assert_eq!(room.seats(&unbalanced, "suggested"), expected(&worked["optimal_unbalanced"]));
    assert!(is_near(&unbalanced["total"], worked["optimal_unbalanced"]["total"].as_f64().unwrap()));
    for (name, of) in worked["scores"].as_object().unwrap() {
        let people = tight["people"].as_array().unwrap();
        let person = people.iter().find(|of| of["account_id"] == room.people[name.as_str()].id()).unwrap();
        for (role, points) in of.as_object().unwrap() {
            let at = tight["roles"].as_array().unwrap().iter().position(|of| of["role_id"] == room.roles[role]);
            let is_vetoed = room.vectors["people"][name]["veto"].as_array().unwrap().contains(&json!(role));
            let shown = &person["points"][at.unwrap()];
            if is_vetoed {
                assert!(shown.is_null(), "{name} {role}");
            } else {
                assert!(is_near(shown, points.as_f64().unwrap()), "{name} {role}: {shown}");
            }
        }
    }
    assert_eq!(room.suggestion("?balance=tight").await, tight, "the same question has the same answer");
}

#[tokio::test]
async fn a_fit_is_explained_with_what_counts_and_who_is_next() {
    let room = Room::enter().await;
    let explanation = async |name: &str, role: &str| {
        let query = format!("account_id={}&role_id={}&balance=tight", room.people[name].id(), room.roles[role]);
        room.lead().get(&room.path(&format!("role-suggestion/explanation?{query}"))).await
    };
    let dina = explanation("dina", "visionary").await.expect(200);
    assert!(is_near(&dina["points"], 73.06), "{dina}");
    let named: Vec<&Value> = dina["qualities"].as_array().unwrap().iter().map(|of| &of["quality"]).collect();
    assert_eq!(named, ["vision", "leading_the_way", "enthusiasm"], "what contributes most comes first");
    let lacking = dina["qualities"][2].clone();
    assert_eq!(
        lacking,
        json!({ "quality": "enthusiasm", "weight": 1, "own": 0, "recognitions": 0, "points": 0.0 })
    );
    assert_eq!(dina["drives"], json!([{ "drive": "creation", "rank": null }, { "drive": "impact", "rank": 2 }]));
    assert_eq!((&dina["energy"], &dina["knows_drives"]), (&json!(2), &json!(true)));
    let next = &dina["next_best"];
    assert_eq!(next["account_id"], room.people["anna"].id(), "{dina}");
    assert!(is_near(&next["points"], 79.72) && next["cost"].as_f64().unwrap() > 0.0, "{next}");
    let organiser = explanation("anna", "coordinator").await.expect(200);
    assert!(organiser["next_best"].is_null(), "she is not suggested for it");
    explanation("chris", "visionary").await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn who_has_a_role_keeps_it_and_who_declined_is_not_suggested_until_they_say_they_would() {
    let room = Room::enter().await;
    let asked = proposed(&room.world, room.lead(), &room.roles["visionary"], &room.people["anna"]).await;
    let waiting = room.suggestion("?balance=tight").await;
    assert_eq!(room.seats(&waiting, "proposed"), [["anna".to_owned(), "visionary".to_owned()]]);
    assert!(is_near(&waiting["total_now"], 79.72), "{waiting}");
    answer(&room.world, &room.people["anna"], &asked, "accept").await.expect(200);
    let accepted = room.suggestion("?balance=tight").await;
    assert_eq!(room.seats(&accepted, "accepted"), [["anna".to_owned(), "visionary".to_owned()]]);
    assert!(
        room.seats(&accepted, "suggested").iter().all(|[person, role]| person != "anna" && role != "visionary")
    );
    let anew = room.suggestion("?balance=tight&anew=true").await;
    assert!(is_near(&anew["total"], 316.94) && is_near(&anew["total_now"], 79.72), "{anew}");
    answer(&room.world, &room.people["anna"], &asked, "hand-back").await.expect(204);
    let bram = proposed(&room.world, room.lead(), &room.roles["coordinator"], &room.people["bram"]).await;
    answer(&room.world, &room.people["bram"], &bram, "decline").await.expect(204);
    let declined = room.suggestion("?balance=none").await;
    let left = room.seats(&declined, "suggested");
    assert!(
        !left.contains(&["anna".into(), "visionary".into()])
            && !left.contains(&["bram".into(), "coordinator".into()]),
        "{left:?}"
    );
    room.wish("bram", "coordinator", 1, "gladly", &json!(2), "lead").await;
    let again = room.suggestion("?balance=none").await;
    assert!(room.seats(&again, "suggested").contains(&["bram".into(), "coordinator".into()]), "{again}");
}

#[tokio::test]
async fn when_nobody_can_the_role_and_the_seats_that_are_missing_are_named() {
    let room = Room::enter().await;
    for name in ["anna", "dina"] {
        room.wish(name, "visionary", 1, "rather_not", &json!(2), "nobody").await;
    }
    room.wish("bram", "visionary", 1, "never", &Value::Null, "nobody").await;
    let found = room.suggestion("").await;
    let missing = |role: &str| {
        let roles = found["roles"].as_array().unwrap();
        roles.iter().find(|of| of["role_id"] == room.roles[role]).unwrap()["missing"].clone()
    };
    assert_eq!(["visionary", "coordinator", "connector"].map(missing), [json!(1), json!(0), json!(0)], "{found}");
}

#[tokio::test]
async fn only_a_lead_asks_for_a_suggestion() {
    let world = World::start().await;
    for name in ["member", "third", "observer"] {
        let person = world.person(name).await;
        let path = format!("/api/v1/partnerships/{}/role-suggestion", world.own.partnership);
        person.get(&path).await.expect_problem(403, "forbidden");
    }
    let lead = world.person("lead").await;
    let path = format!("/api/v1/partnerships/{}/role-suggestion?balance=most", world.own.partnership);
    lead.get(&path).await.expect_problem(400, "invalid_request");
}
