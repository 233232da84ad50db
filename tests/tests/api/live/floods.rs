//! Much of it: what nobody reads, and what was written and deleted again.

use std::time::{Duration, Instant};

use serde_json::json;
use tests::{Peer, Seen, World, writing};

use super::join_all;

#[tokio::test]
async fn readers_who_read_nothing_keep_nobody_waiting_and_are_sent_away() {
    let world = World::start().await;
    let board = &world.own.ambition;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let [writer, reader] = <[Peer; 2]>::try_from(join_all(&[&lead, &member], board).await).unwrap();
    // Four hundred kilobytes, which go again at once, so that the board stays small.
    let paste = "woord ".repeat(65_000);
    let round = async |number: usize| {
        let words = format!("{number}. {paste}");
        let began = Instant::now();
        let place = writing::block_count(&writer.seen().doc(), "statement");
        writer.edit(|transaction| writing::push_paragraph(transaction, "statement", &words));
        reader.until("the words arrive", |seen| seen.xml("statement").contains(&words)).await;
        writer.edit(|transaction| writing::remove_block(transaction, "statement", place));
        reader.until("they go", |seen| !seen.xml("statement").contains(&words)).await;
        began.elapsed()
    };
    let mut alone = Vec::new();
    for number in 0..8 {
        alone.push(round(number).await);
    }
    let stalled = join_all(&[&lead, &member, &lead, &member], board).await;
    for peer in &stalled {
        peer.announce(&json!({ "room": "ambition" }));
    }
    reader.until("they are here", |seen| here(seen) == stalled.len()).await;
    stalled.iter().for_each(Peer::stop_reading);

    // As much as the buffers on the way hold, and what may wait behind them.
    let mut together = Vec::new();
    for number in 8..80 {
        together.push(round(number).await);
        if here(&reader.seen()) == 0 {
            break;
        }
    }
    reader.until("they are gone", |seen| here(seen) == 0).await;
    println!("median of a round: {:?}, with four who read nothing {:?}", median(&mut alone), median(&mut together));
    assert_eq!((writer.seen().closed(), reader.seen().closed()), (None, None));
}

/// The goal holds for the server as people run it: `cargo test --release … -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "it measures, for which it must be compiled with --release"]
async fn after_twenty_thousand_insertions_and_fifteen_thousand_deletions_a_board_opens_within_50_ms() {
    let world = World::start().await;
    let board = &world.own.ambition;
    let lead = world.person("lead").await;
    let writer = Peer::join(&lead, board).await;
    let block = writing::block_count(&writer.seen().doc(), "statement");
    writer.edit(|transaction| writing::push_paragraph(transaction, "statement", "x"));
    // Letter by letter, each at another place, so that no two of them become one.
    let place = |number: u32, length: u32| number.wrapping_mul(2_654_435_761) % length;
    for hundred in 0..200 {
        writer.edit(|transaction| {
            for number in hundred * 100..(hundred + 1) * 100 {
                writing::insert_in_block(transaction, "statement", block, place(number, number + 1), "x");
            }
        });
    }
    for hundred in 0..150 {
        writer.edit(|transaction| {
            for number in hundred * 100..(hundred + 1) * 100 {
                writing::remove_from_block(transaction, "statement", block, place(number, 20_000 - number), 1);
            }
        });
    }
    writer.saved().await;
    let everything = writer.seen().everything();
    writer.leave().await;
    let mut took = Vec::new();
    for _ in 0..9 {
        // Whoever comes first finds no room: it is worked out of the log.
        let began = Instant::now();
        let first = Peer::join(&lead, board).await;
        took.push(began.elapsed());
        assert_eq!(first.seen().everything().len(), everything.len());
        first.leave().await;
    }
    println!("{} bytes; joined within {took:?}", everything.len());
    assert!(median(&mut took) < Duration::from_millis(50), "{took:?}");
}

/// How many others say where they are.
fn here(seen: &Seen) -> usize {
    seen.people().values().filter(|(_, state)| !state.is_null()).count()
}

fn median(took: &mut [Duration]) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}
