//! `kill -9` in bursts of edits. Whatever another client saw, and whatever was acknowledged, is there afterwards.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

use tests::{Boards, Peer, Person, Process};

use crate::board::{Board, MARK};

/// Who writes. Each opens each board.
const WRITERS: [&str; 3] = ["lead@demo.example", "member@demo.example", "third@demo.example"];

/// How long each writer waits between two edits: as fast as a person's keys when held down, and faster.
const PAUSE: Duration = Duration::from_millis(4);

#[tokio::test]
async fn nothing_seen_and_nothing_acknowledged_is_lost_by_a_kill() {
    let kills = tests::number("SAMENSPEL_TEST_KILLS", 20);
    let mut server = Process::start().await;
    let boards = Boards::of_demo(server.address()).await;
    let mut writers = Vec::new();
    for email in WRITERS {
        writers.push(Person::at(server.address()).signed_in(email).await);
    }
    let mut figures = Figures::default();
    for kill in 0..kills {
        let peers = open(&writers, &boards).await;
        let is_over = Cell::new(false);
        let burst = peers
            .iter()
            .enumerate()
            .map(|(number, (board, peer))| write(peer, *board, format!("{MARK}{kill}-{number}"), &is_over));
        // Not always at the same moment of a burst, and the same moments in every run.
        let moment = Duration::from_millis(60 + (kill as u64 * 37) % 140);
        let killing = async {
            tokio::time::sleep(moment).await;
            server.kill();
            is_over.set(true);
        };
        let (written, ()) = tokio::join!(futures_util::future::join_all(burst), killing);
        let mut promised: Vec<Promise> = Vec::new();
        for ((board, peer), marks) in peers.iter().zip(&written) {
            // What had left the server before it died still arrives.
            peer.closed().await;
            promised.push(Promise::to(*board, peer, marks));
        }
        drop(peers);
        server.start_again().await;
        figures.kills += 1;
        figures.edits += written.iter().map(Vec::len).sum::<usize>();
        for board in Board::ALL {
            figures.check(board, &promised, &boards, &writers[0]).await;
        }
    }
    println!("{figures}");
    assert_eq!(figures.lost, BTreeSet::new(), "{figures}");
    assert!(figures.acknowledged > 0 && figures.seen > 0, "the test tested nothing: {figures}");
    assert!(figures.in_flight > 0, "no kill hit anything in flight: {figures}");
}

/// What the server may not forget any more.
struct Promise {
    board: Board,
    /// Written by this peer, and acknowledged to it.
    acknowledged: BTreeSet<String>,
    /// Written by others, and seen by this peer.
    seen: BTreeSet<String>,
    in_flight: usize,
}

impl Promise {
    /// `marks` are what the peer wrote, each with the number of its frame.
    fn to(board: Board, peer: &Peer, marks: &[(u64, String)]) -> Self {
        let seen = peer.seen();
        let until = seen.acknowledged();
        let (acknowledged, in_flight): (Vec<_>, Vec<_>) = marks.iter().partition(|(number, _)| *number <= until);
        let own: BTreeSet<String> = marks.iter().map(|(_, mark)| mark.clone()).collect();
        Self {
            board,
            acknowledged: acknowledged.into_iter().map(|(_, mark)| mark.clone()).collect(),
            seen: board.marks(&seen).difference(&own).cloned().collect(),
            in_flight: in_flight.len(),
        }
    }
}

#[derive(Default)]
struct Figures {
    kills: usize,
    edits: usize,
    acknowledged: usize,
    seen: usize,
    in_flight: usize,
    lost: BTreeSet<String>,
}

impl Figures {
    /// Compares a board with what was promised of it. Nobody who has an older copy is connected, who could bring back
    /// what the server lost.
    async fn check(&mut self, board: Board, promised: &[Promise], boards: &Boards, reader: &Person) {
        let late = Peer::join(reader, board.id(boards)).await;
        let live = board.marks(&late.seen());
        let content = reader.get(&format!("/api/v1/boards/{}/content", board.id(boards))).await.expect(200);
        let content = board.marks_in_content(&content);
        let this_kill = format!("{MARK}{}-", self.kills - 1);
        let mut seen = BTreeSet::new();
        for promise in promised.iter().filter(|promise| promise.board == board) {
            self.acknowledged += promise.acknowledged.len();
            self.in_flight += promise.in_flight;
            seen.extend(promise.seen.iter().filter(|mark| mark.starts_with(&this_kill)));
            for mark in promise.acknowledged.union(&promise.seen) {
                if !live.contains(mark) || !content.contains(mark) {
                    self.lost.insert(mark.clone());
                }
            }
        }
        self.seen += seen.len();
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let database = if tests::postgres().is_some() { "PostgreSQL" } else { "SQLite" };
        write!(
            f,
            "{database}: {} kills, {} edits, {} acknowledged, {} seen by others, {} in flight when killed, {} lost",
            self.kills,
            self.edits,
            self.acknowledged,
            self.seen,
            self.in_flight,
            self.lost.len()
        )
    }
}

async fn open(writers: &[Person], boards: &Boards) -> Vec<(Board, Peer)> {
    let mut peers = Vec::new();
    for board in Board::ALL {
        for writer in writers {
            peers.push((board, Peer::join(writer, board.id(boards)).await));
        }
    }
    peers
}

/// Leaves marks until it is over; gives them with the numbers of their frames.
async fn write(peer: &Peer, board: Board, name: String, is_over: &Cell<bool>) -> Vec<(u64, String)> {
    let mut written = Vec::new();
    while !is_over.get() {
        let mark = format!("{name}-{}", written.len());
        written.push((peer.edit(|transaction| board.leave(transaction, &mark)), mark));
        tokio::time::sleep(PAUSE).await;
    }
    written
}
