//! No request makes the ambition shared: with one voice lacking, everybody tries every route that changes something.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Person, World};

use super::{
    Places, answer, everybody, fill, keeps_out, lay_down_what_it_names, let_everybody_in, organisations, routes,
    sign_in,
};

/// Somebody of the third partner, who says nothing, is none of those who try.
#[tokio::test]
async fn with_two_of_three_voices_no_request_of_anybody_else_makes_it_shared() {
    let world = World::start().await;
    world.add_plain_member().await;
    let places = Places { organisations: organisations(&world).await, world };
    let world = &places.world;
    let mut people = everybody(world).await;
    let mut tried = 0;
    let mut third = world.person("third").await;
    let mut voices = [world.person("lead").await, world.person("member").await];
    for route in routes().into_iter().filter(|route| route.method != Method::GET) {
        let path = &route.path;
        let ends = keeps_out(path) || path.starts_with("/api/v1/sessions");
        for (actor, person, name) in &people {
            let person = if ends { &sign_in(world, *name).await } else { person };
            if ends {
                voices = [world.person("lead").await, world.person("member").await];
                third = world.person("third").await;
            }
            let entry = match two_voices(world, &voices).await {
                number if path.contains("/ambition/versions") => number.to_string(),
                _ if path.contains('{') => lay_down_what_it_names(world, &people, path).await,
                _ => String::new(),
            };
            let own = (&world.own, &places.organisations[0]);
            let address = if path.contains('{') { fill(path, Some(own), &entry) } else { path.clone() };
            answer(&route, &address, person).await;
            if ends {
                let_everybody_in(world).await;
            }
            let seen = third.get(&ambition(world)).await.expect(200);
            assert!(seen["shared"].is_null(), "{} {path} by {actor}: {seen}", route.method);
            tried += 1;
        }
        if ends {
            people = everybody(world).await;
            voices = [world.person("lead").await, world.person("member").await];
            third = world.person("third").await;
        }
    }
    assert!(tried > 500, "{tried}");
    // And it was one voice away from it.
    let number = two_voices(world, &voices).await;
    say_yes(world, &third, number).await;
    let seen = third.get(&ambition(world)).await.expect(200);
    assert_eq!(seen["shared"], json!(number));
}

fn ambition(world: &World) -> String {
    format!("/api/v1/partnerships/{}/ambition", world.own.partnership)
}

async fn say_yes(world: &World, person: &Person, number: i64) {
    let path = format!("{}/versions/{number}/endorsement", ambition(world));
    person.put(&path, &json!({ "answer": "yes" })).await.expect(200);
}

/// A version is open to which all partners but one say yes, whatever was tried before. Gives its number.
async fn two_voices(world: &World, [lead, member]: &[Person; 2]) -> i64 {
    let seen = lead.get(&ambition(world)).await.expect(200);
    let number = match &seen["open"] {
        Value::Null => {
            let body = json!({ "seq": seen["draft"]["seq"] });
            let made = lead.post(&format!("{}/versions", ambition(world)), &body).await.expect(201);
            made["number"].as_i64().unwrap()
        }
        open => open.as_i64().unwrap(),
    };
    for person in [lead, member] {
        say_yes(world, person, number).await;
    }
    number
}
