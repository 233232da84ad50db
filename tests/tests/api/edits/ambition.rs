//! The shared ambition, from Markdown and HTML.

use serde_json::json;
use tests::{Peer, World, writing};

use super::content;

const MARKDOWN: &str = "# Waarom wij dit **samen** doen\n\nOmdat *niemand* het alleen kan,\\\nen [iedereen](https://example.org \
    \"weg\") het wil. Zie ook [dit](http://example.org).\n\n1. Lezen\n   - thuis\n2. Praten\n\n#### Tot slot\n\n| a | b |\n|---|---|\n\
    | c | d |\n\n<script>alert(1)</script>\n";

const HTML: &str = "<h2>Waarom wij dit <strong>samen</strong> doen</h2><p>Omdat <em>niemand</em> het alleen kan,<br>en \
    <a href=\"https://example.org\" rel=\"noopener noreferrer nofollow\">iedereen</a> het wil. Zie ook dit.</p><ol><li>\
    <p>Lezen</p><ul><li><p>thuis</p></li></ul></li><li><p>Praten</p></li></ol><h3>Tot slot</h3><p>a b</p><p>c d</p>";

#[tokio::test]
async fn the_statement_is_replaced_from_markdown_and_everybody_sees_it() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let board = &world.own.ambition;
    let peer = Peer::join(&lead, board).await;
    let horizon = content(&member, board).await["horizon_html"].clone();
    let saved = member
        .put(&format!("/api/v1/boards/{board}/statement"), &json!({ "markdown": MARKDOWN }))
        .await
        .expect(200);
    let now = content(&member, board).await;
    assert_eq!((&now["statement_html"], &now["seq"]), (&json!(HTML), &saved["seq"]));
    assert_eq!(now["horizon_html"], horizon);
    peer.until("the others have it", |seen| seen.xml("statement").contains("iedereen")).await;
}

#[tokio::test]
async fn what_is_written_back_as_it_was_read_changes_nothing() {
    let world = World::start().await;
    let member = world.person("member").await;
    let board = &world.own.ambition;
    let before = content(&member, board).await;
    for part in ["statement", "horizon"] {
        let body = json!({ "html": before[format!("{part}_html")] });
        let saved = member.put(&format!("/api/v1/boards/{board}/{part}"), &body).await.expect(200);
        assert_eq!(saved["seq"], before["seq"]);
    }
    let numbered = "<ol start=\"3\"><li><p>drie</p></li></ol>";
    for (html, expected) in [(numbered, numbered), ("<ol><li>drie</ol>", "<ol><li><p>drie</p></li></ol>"), ("", "")]
    {
        member.put(&format!("/api/v1/boards/{board}/horizon"), &json!({ "html": html })).await.expect(200);
        assert_eq!(content(&member, board).await["horizon_html"], expected);
    }
}

#[tokio::test]
async fn a_headline_changes_where_it_differs_and_is_one_line() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let path = format!("/api/v1/boards/{}/headline", world.own.ambition);
    member.put(&path, &json!({ "text": "Elk kind leest" })).await.expect(200);
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let ((), typed) = peer.seen().write(|transaction| writing::push(transaction, "headline", " graag"));
    member.put(&path, &json!({ "text": "Ieder kind\r\n leest" })).await.expect(200);
    peer.send(&tests::Frame::Update(typed));
    peer.until("both are there", |seen| seen.text("headline") == "Ieder kind leest graag").await;
}
