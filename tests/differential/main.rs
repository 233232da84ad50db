//! Whether the server and Yjs agree: three people write on each of many boards, concurrently and offline, through the
//! web's own code in Node, and in the end all of them and the server must have the same document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]
#![allow(clippy::print_stdout, reason = "a test of so many boards is worth its figures")]

mod ledgers;

use std::path::Path;
use std::process::Stdio;

use samenspel::boards::Kind;
use samenspel::entity::board;
use samenspel::ids;
use sea_orm::{EntityTrait as _, Set};
use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, World};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

/// How many boards; all of them take some minutes.
const BOARDS: usize = 90;

#[tokio::test(flavor = "multi_thread")]
async fn three_people_and_the_server_have_the_same_document_in_the_end() {
    let world = World::start().await;
    let number = tests::number("SAMENSPEL_TEST_BOARDS", BOARDS);
    let people = ["lead", "member", "third"];
    let order = json!({
        "address": world.server.address().to_string(),
        "people": people.map(|name| json!({"email": format!("{name}@demo.example"), "password": DEMO_PASSWORD})),
        "boards": add_boards(&world, number).await,
        "seed": tests::number("SAMENSPEL_TEST_SEED", 1),
    });
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("web");
    let mut node = Command::new("node")
        .args(["--experimental-websocket", "--no-warnings", "differential/main.mjs"])
        .current_dir(web)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("Node.js is installed");
    node.stdin.take().unwrap().write_all(order.to_string().as_bytes()).await.unwrap();
    let outcome = node.wait_with_output().await.unwrap();
    println!("{}", String::from_utf8_lossy(&outcome.stdout));
    assert!(outcome.status.success(), "what Node says stands above");
}

/// What the web's code in the harness writes on.
const KINDS: [Kind; 3] = [Kind::Ambition, Kind::Canvas, Kind::Roles];

/// Empty boards of these kinds in turn, in the demo's partnership.
async fn add_boards(world: &World, number: usize) -> Vec<Value> {
    let app = world.server.app();
    let kinds: Vec<Kind> = KINDS.into_iter().cycle().take(number).collect();
    let boards: Vec<_> = kinds.into_iter().map(|kind| (ids::ordered(), kind)).collect();
    let transaction = app.database.begin().await.unwrap();
    for some in boards.chunks(500) {
        let rows = some.iter().map(|(id, kind)| board::ActiveModel {
            id: Set(*id),
            partnership_id: Set(world.own.partnership.parse().unwrap()),
            kind: Set(kind.id().into()),
            title: Set(kind.id().into()),
            last_seq: Set(0),
            created_at: Set(app.clock.now()),
            // Of several canvases one counts, and the demo has that.
            is_current: Set(*kind != Kind::Canvas),
            ..Default::default()
        });
        board::Entity::insert_many(rows).exec_without_returning(&transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
    boards.into_iter().map(|(id, kind)| json!({"id": id, "kind": kind.id()})).collect()
}
