//! What is refused changes nothing, closes its sender, and nobody else notices.

use tests::{Closed, Frame, Pass, Peer, Person, Seen, World, writing};

use super::join_all;
use super::writing::orphan;

#[tokio::test]
async fn an_observer_reads_live_and_is_asked_for_nothing() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let peers = join_all(&[&lead, &observer], &world.own.ambition).await;
    peers[0].push("headline", "[mee te lezen]");
    peers[1].until("it is seen", |seen| seen.text("headline").ends_with("[mee te lezen]")).await;
    assert_eq!(peers[1].seen().step1s(), 0);
}

#[tokio::test]
async fn an_observer_who_writes_is_closed_and_nothing_is_written() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let peers = join_all(&[&lead, &observer], &world.own.ambition).await;
    let before = peers[0].seen().text("headline");
    peers[1].push("headline", "[stiekem]");
    assert_eq!(peers[1].closed().await.code, 4403);

    let again = Peer::join(&observer, &world.own.ambition).await;
    let ((), update) = again.seen().write(|transaction| writing::push(transaction, "headline", "[in stap 2]"));
    again.send(&Frame::Step2(update));
    assert_eq!(again.closed().await.code, 4403);

    let fresh = Peer::join(&lead, &world.own.ambition).await;
    assert_eq!(fresh.seen().text("headline"), before);
}

#[tokio::test]
async fn an_observer_who_says_nothing_new_stays() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let peers = join_all(&[&lead, &observer], &world.own.ambition).await;
    let everything = peers[1].seen().everything();
    peers[1].send(&Frame::Step2(everything.clone()));
    peers[1].send(&Frame::Update(everything));
    peers[1].send(&Frame::Update(vec![0, 0]));
    peers[1].answered().await;
    peers[0].push("headline", "[verder]");
    peers[1].until("it is still there", |seen| seen.text("headline").ends_with("[verder]")).await;
    assert_eq!(peers[1].seen().closed(), None);
}

#[tokio::test]
async fn a_message_that_is_too_large_closes_only_its_sender() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].send_bytes(vec![0; (4 << 20) + 1]);
    assert_eq!(peers[0].closed().await.code, 4413);
    assert_goes_on(&peers[1], &lead, &world.own.ambition).await;
}

#[tokio::test]
async fn a_large_paste_that_is_not_too_large_passes() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    // More than actix reads by itself (64 KiB), and than it joins from pieces (1 MiB).
    let paragraphs: Vec<_> = (0..5).map(|number| format!("alinea {number} ").repeat(18_000)).collect();
    peers[0].edit(|transaction| {
        for paragraph in &paragraphs {
            writing::push_paragraph(transaction, "statement", paragraph);
        }
    });
    let arrived = |xml: &str| paragraphs.iter().all(|paragraph| xml.contains(paragraph));
    peers[1].until("it has arrived", |seen| arrived(&seen.xml("statement"))).await;
    peers[0].saved().await;
}

#[tokio::test]
async fn what_is_no_update_is_refused_with_a_reason() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let witness = Peer::join(&member, &world.own.ambition).await;
    let nonsense: Vec<Vec<u8>> = vec![
        Frame::Update(vec![]).encode(),
        Frame::Update(vec![255; 40]).encode(),
        Frame::Step2(vec![1, 2, 3]).encode(),
        Frame::Step1(vec![255, 255, 255, 255, 15]).encode(),
        [Frame::Update(vec![0, 0]).encode(), vec![0]].concat(),
        vec![],
        vec![0],
        vec![0, 2, 200],
        vec![0, 9, 0],
        vec![1, 6, 255, 255, 255, 255, 15, 0],
    ];
    for bytes in nonsense {
        let peer = Peer::join(&lead, &world.own.ambition).await;
        peer.send_bytes(bytes.clone());
        let closed = peer.closed().await;
        assert!(closed.code == 4422 && !closed.reason.is_empty(), "{closed:?} for {bytes:?}");
    }
    assert_goes_on(&witness, &lead, &world.own.ambition).await;
}

#[tokio::test]
async fn an_answer_that_leaves_something_hanging_is_refused() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = join_all(&[&lead, &member], &world.own.ambition).await;
    peers[0].send(&Frame::Step2(orphan()));
    assert_eq!(peers[0].closed().await.code, 4422);
    assert_goes_on(&peers[1], &lead, &world.own.ambition).await;
}

#[tokio::test]
async fn a_message_of_a_kind_that_is_not_known_yet_is_ignored() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    peer.send_bytes(vec![101, 1, 2, 3]);
    peer.answered().await;
    assert_eq!(peer.seen().closed(), None);
}

#[tokio::test]
async fn hostile_bytes_change_nothing_for_others() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let witness = Peer::join(&member, &world.own.ambition).await;
    let mut dice = Dice(2026);
    for throw in 0..80 {
        let peer = Peer::join(&lead, &world.own.ambition).await;
        // In a document of its own: what the server makes of the bytes must not break an honest one.
        let mut author = Seen::new(writing::new_document_of(1_000 + throw));
        author.take(Frame::Step2(peer.seen().everything()));
        let update = if dice.roll(2) == 0 {
            author.everything()
        } else {
            author.write(|transaction| writing::push_paragraph(transaction, "statement", "kwaad")).1
        };
        peer.send(&Frame::Update(mutated(update, &mut dice)));
        accepted_or_refused(&peer).await;
    }
    assert_goes_on(&witness, &lead, &world.own.ambition).await;
}

/// Waits until the server has dealt with what was sent.
async fn accepted_or_refused(peer: &Peer) {
    let before = peer.ask();
    peer.until("the server answers or refuses", |seen| seen.answers() > before || seen.closed().is_some()).await;
    let closed = peer.seen().closed().cloned();
    assert!(closed.as_ref().is_none_or(|Closed { code, .. }| *code == 4422), "{closed:?}");
}

/// The board works as before: for who was there, for who comes, and for who asks for its content.
async fn assert_goes_on(witness: &Peer, lead: &Person, board: &str) {
    assert_eq!(witness.seen().closed(), None);
    witness.push("headline", "[het gaat door]");
    witness.saved().await;
    let late = Peer::open(&Pass::of(lead), board).await.unwrap();
    late.until("all of it arrives", |seen| seen.text("headline").ends_with("[het gaat door]")).await;
    assert_eq!(late.seen().xml("statement"), witness.seen().xml("statement"));
    let content = lead.get(&format!("/api/v1/boards/{board}/content")).await.expect(200);
    assert_eq!(content["headline"], late.seen().text("headline"));
}

fn mutated(mut update: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(update.len());
        match dice.roll(4) {
            0 => update[at] = dice.byte(),
            1 => update[at] ^= 1 << dice.roll(8),
            2 => update.insert(at, dice.byte()),
            _ => drop(update.remove(at)),
        }
    }
    update
}

/// The same throws in every run (Knuth's linear congruence, MMIX), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.roll(256)).unwrap()
    }
}
