//! Addresses that somebody writes down to have the server fetch them (threat 16).

use std::time::Duration;

use serde_json::json;
use tests::{Peer, World, writing};
use tokio::net::TcpListener;

use super::tokens::is_silent;

/// Forty ways to say where something listens on this machine.
fn addresses(port: u16) -> Vec<String> {
    let hosts = [
        "127.0.0.1",
        "localhost",
        "127.1",
        "127.0.1",
        "0.0.0.0",
        "0",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "localhost.",
        "LOCALHOST",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "user@127.0.0.1",
        "user:word@localhost",
        "samenspel.localhost",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "%31%32%37.0.0.1",
    ];
    let mut addresses: Vec<String> = hosts.iter().map(|host| format!("http://{host}:{port}/x.png")).collect();
    for scheme in
        ["https", "ftp", "ws", "wss", "gopher", "dict", "ldap", "file", "HTTP", "jar:http", "view-source:http"]
    {
        addresses.push(format!("{scheme}://127.0.0.1:{port}/x.png"));
    }
    addresses.extend([
        format!("//127.0.0.1:{port}/x.png"),
        format!("http:\\\\127.0.0.1:{port}\\x.png"),
        format!("http://127.0.0.1:{port}#@elsewhere.example/"),
    ]);
    addresses
}

/// Threat 16.
#[tokio::test]
async fn an_address_that_somebody_writes_anywhere_is_text_and_nothing_is_fetched() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addresses = addresses(listener.local_addr().unwrap().port());
    assert_eq!(addresses.len(), 40);
    let (ambition, canvas, roles) = (&world.own.ambition, &world.own.canvas, &world.own.roles);
    let peer = Peer::join(&lead, ambition).await;
    for address in &addresses {
        let markdown =
            format!("![een plaatje]({address}) en [een link]({address}) en {address}\n\n<img src=\"{address}\">");
        let statement = json!({ "markdown": markdown });
        // Some of it may be refused; none of it is fetched.
        lead.put(&format!("/api/v1/boards/{ambition}/statement"), &statement).await;
        lead.put(&format!("/api/v1/boards/{ambition}/headline"), &json!({ "text": address })).await.expect(200);
        let card = json!({ "block": "channels", "text": address });
        lead.post(&format!("/api/v1/boards/{canvas}/notes"), &card).await.expect(201);
        lead.post(&format!("/api/v1/boards/{roles}/roles"), &json!({ "title": address })).await.expect(201);
        let list = json!({ "block": "channels", "text": format!("Een kaart\n{address}\n") });
        lead.post(&format!("/api/v1/boards/{canvas}/notes/import"), &list).await;
        lead.patch(&format!("/api/v1/partnerships/{}", world.own.partnership), &json!({ "challenge": address }))
            .await;
        lead.patch("/api/v1/me", &json!({ "name": address })).await;
        peer.edit(|transaction| writing::push_paragraph(transaction, "statement", address));
    }
    peer.saved().await;
    for board in [ambition, canvas, roles] {
        for format in ["json", "markdown", "csv"] {
            lead.get(&format!("/api/v1/boards/{board}/export?format={format}")).await;
        }
        lead.get(&format!("/api/v1/boards/{board}/content")).await.expect(200);
    }
    world.settled().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(is_silent(&listener), "something was fetched");
}
