//! Boards as files.

use reqwest::{Method, header};
use serde_json::{Value, json};
use tests::{Person, Reply, World};

async fn export(person: &Person, board: &str, query: &str) -> Reply {
    let reply = person.get(&format!("/api/v1/boards/{board}/export?{query}")).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply
}

fn header(reply: &Reply, name: header::HeaderName) -> &str {
    reply.headers.get(name).unwrap().to_str().unwrap()
}

#[tokio::test]
async fn every_board_reads_as_markdown_and_as_a_table_in_both_languages() {
    let world = World::start().await;
    // Who may read may take along what they read.
    let observer = world.person("observer").await;
    for (name, board) in [
        ("ambition", &world.own.ambition),
        ("canvas", &world.own.canvas),
        ("roles", &world.own.roles),
        ("values", &world.own.values),
    ] {
        for (format, language) in [("markdown", "nl"), ("markdown", "en"), ("csv", "nl"), ("csv", "en")] {
            let reply = export(&observer, board, &format!("format={format}&language={language}")).await;
            insta::assert_snapshot!(format!("{name}_{format}_{language}"), reply.text());
        }
    }
}

#[tokio::test]
async fn a_file_has_a_name_that_people_can_read_and_a_type_that_browsers_know() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    for (format, content_type, extension) in [
        ("markdown", "text/markdown; charset=utf-8", "md"),
        ("csv", "text/csv; charset=utf-8; header=present", "csv"),
        ("json", "application/json", "json"),
    ] {
        let reply = export(&lead, &world.own.canvas, &format!("format={format}")).await;
        assert_eq!(header(&reply, header::CONTENT_TYPE), content_type);
        assert_eq!(
            header(&reply, header::CONTENT_DISPOSITION),
            format!(
                "attachment; filename=\"Taal in het gezin _ Businessmodel.{extension}\"; \
                 filename*=UTF-8''Taal%20in%20het%20gezin%20%E2%80%93%20Businessmodel.{extension}"
            )
        );
    }
    let reply = export(&lead, &world.own.canvas, "format=json").await;
    let content = lead.get(&format!("/api/v1/boards/{}/content", world.own.canvas)).await.expect(200);
    assert_eq!(reply.json(), content);
}

#[tokio::test]
async fn the_language_is_the_one_the_browser_likes_unless_another_is_asked_for() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let path = format!("/api/v1/boards/{}/export?format=csv", world.own.canvas);
    for (accepted, query, expected) in
        [("en-GB, nl;q=0.5", "", "block,text"), ("fr", "", "blok,tekst"), ("en", "&language=nl", "blok,tekst")]
    {
        let request = lead.request(Method::GET, &format!("{path}{query}"));
        let reply = Person::send(request.header(header::ACCEPT_LANGUAGE, accepted)).await;
        assert!(reply.text().trim_start_matches('\u{feff}').starts_with(expected), "{accepted}: {}", reply.text());
    }
    for query in ["", "?format=docx", "?format=csv&language=fr"] {
        let reply = lead.get(&format!("/api/v1/boards/{}/export{query}", world.own.canvas)).await;
        reply.expect_problem(400, "invalid_request");
    }
}

#[tokio::test]
async fn cards_come_back_from_a_table_as_they_were_and_none_of_them_is_a_formula() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let notes = format!("/api/v1/boards/{}/notes", world.own.canvas);
    for text in [
        "=HYPERLINK(\"http://example.org\",\"klik\")",
        "+31 6",
        "@iedereen",
        "-1",
        "'=1",
        "＝1",
        "a,b;\"c\"\nd\te",
        " =1",
        "'s middags",
    ] {
        lead.post(&notes, &json!({ "block": "channels", "text": text })).await.expect(201);
    }
    let said = |content: &Value| {
        let note =
            |note: &Value| (note["block"].to_string(), note["text"].to_string(), note["partner"].to_string());
        content["notes"].as_array().unwrap().iter().map(note).collect::<Vec<_>>()
    };
    let content_path = format!("/api/v1/boards/{}/content", world.own.canvas);
    let before = lead.get(&content_path).await.expect(200);
    for language in ["nl", "en"] {
        let table = export(&lead, &world.own.canvas, &format!("format=csv&language={language}")).await.text();
        for cell in table.split([',', '\n']) {
            assert!(!cell.trim_matches(['"', ' ']).starts_with(['=', '+', '@', '＝']), "{cell}");
        }
        for note in lead.get(&content_path).await.expect(200)["notes"].as_array().unwrap() {
            lead.delete(&format!("{notes}/{}", note["id"].as_str().unwrap())).await.expect(200);
        }
        lead.post(&format!("{notes}/import"), &json!({ "text": table })).await.expect(200);
        let (mut now, mut then) = (said(&lead.get(&content_path).await.expect(200)), said(&before));
        now.sort_unstable();
        then.sort_unstable();
        assert_eq!(now, then);
    }
}
