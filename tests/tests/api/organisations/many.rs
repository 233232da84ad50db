//! Many people at once: a list with a preview, all of them or nobody.

use std::time::Instant;

use serde_json::{Value, json};
use tests::{Person, TestServer, mail_to};

use super::{begin, organisation_of};

async fn setting() -> (TestServer, Person, String) {
    let server = TestServer::start().await;
    let orgadmin = Person::sign_in(&server, "orgadmin@demo.example").await;
    let library = organisation_of(&server, "orgadmin").await;
    (server, orgadmin, format!("/api/v1/organisations/{library}/accounts"))
}

async fn import(who: &Person, accounts: &str, text: &str, preview: bool) -> tests::Reply {
    who.post(&format!("{accounts}/import"), &json!({ "text": text, "preview": preview })).await
}

async fn count(who: &Person, accounts: &str) -> usize {
    who.get(&format!("{accounts}?limit=200")).await.expect(200)["items"].as_array().unwrap().len()
}

fn told(reply: &Value) -> Vec<(u64, String, bool, Option<String>)> {
    let row = |row: &Value| {
        let problem = row["problem"].as_str().map(ToOwned::to_owned);
        (row["line"].as_u64().unwrap(), row["name"].to_string(), row["already_here"] == true, problem)
    };
    reply["rows"].as_array().unwrap().iter().map(row).collect()
}

#[tokio::test]
async fn a_preview_says_of_each_row_what_would_come_of_it_and_invites_nobody() {
    let (server, orgadmin, accounts) = setting().await;
    let text = "Naam;E-mail;Beheerder\nAnne;anne@x.example;ja\nSanne;LEAD@demo.example;\nFatima;third@demo.example;\n\
                Bo;bo;\nAnne weer;Anne@x.example;\n";
    let preview = import(&orgadmin, &accounts, text, true).await.expect(200);
    let expected = [
        (2, "\"Anne\"", false, None),
        (3, "\"Sanne\"", true, None),
        (4, "\"Fatima\"", false, Some("address_elsewhere")),
        (5, "\"Bo\"", false, Some("address_invalid")),
        (6, "\"Anne weer\"", false, Some("address_twice")),
    ];
    let expected =
        expected.map(|(line, name, here, problem)| (line, name.to_owned(), here, problem.map(ToOwned::to_owned)));
    assert_eq!((told(&preview), &preview["invited"]), (expected.to_vec(), &json!(0)));
    assert!(!preview.to_string().contains("Zorggroep"), "it is not told where somebody has an account");
    let refused = import(&orgadmin, &accounts, text, false).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"], json!([{ "field": "text", "code": "bad_rows" }]));
    assert_eq!(count(&orgadmin, &accounts).await, 2);
    let outbox = Person::nobody(&server).get("/api/v1/outbox").await.expect(200);
    assert_eq!(outbox["items"], json!([]));
}

#[tokio::test]
async fn whoever_is_not_here_yet_is_invited_and_a_second_time_nobody_is() {
    let (server, orgadmin, accounts) = setting().await;
    let text = "Sanne Mulder <lead@demo.example>\nanne.bos@x.example\nBo <bo@x.example>\n";
    let imported = import(&orgadmin, &accounts, text, false).await.expect(200);
    assert_eq!(imported["invited"], 2);
    begin(&server, "anne.bos@x.example").await;
    mail_to(&server, "bo@x.example", 1).await;
    let again = import(&orgadmin, &accounts, text, false).await.expect(200);
    assert_eq!((&again["invited"], told(&again).iter().all(|row| row.2)), (&json!(0), true));
    assert_eq!(count(&orgadmin, &accounts).await, 4);
    assert_eq!(mail_to(&server, "bo@x.example", 1).await.len(), 1);
}

#[tokio::test]
async fn five_hundred_people_are_invited_at_once() {
    let (_server, orgadmin, accounts) = setting().await;
    let people = (0..500).map(|number| format!("Mens {number};mens{number}@x.example\n"));
    let text = people.collect::<Vec<_>>().concat();
    let began = Instant::now();
    let imported = import(&orgadmin, &accounts, &text, false).await.expect(200);
    println!("500 invitations: {:?}", began.elapsed());
    assert_eq!(imported["invited"], 500);
    let more = format!("{text}Nog een;nog@x.example\n");
    let refused = import(&orgadmin, &accounts, &more, true).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"], json!([{ "field": "text", "code": "too_many_rows" }]));
}

#[tokio::test]
async fn of_ten_who_send_one_list_at_once_everybody_is_invited_once() {
    let (server, orgadmin, accounts) = setting().await;
    let tries = (0..10).map(|_| import(&orgadmin, &accounts, "anne@x.example\nbo@x.example\n", false));
    let invited = futures_util::future::join_all(tries).await;
    let invited: u64 = invited.into_iter().map(|reply| reply.expect(200)["invited"].as_u64().unwrap()).sum();
    assert_eq!((invited, count(&orgadmin, &accounts).await), (2, 4));
    assert_eq!(mail_to(&server, "anne@x.example", 1).await.len(), 1);
}
