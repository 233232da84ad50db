//! What a disk, a backup or a hand can do to a database, and what must not come of it: less than there was.

use std::collections::BTreeMap;
use std::time::Duration;

use samenspel::boards::{self, BoardLog, Damage, DamageKind};
use samenspel::clock::SystemClock;
use samenspel::entity::{board, board_snapshot, board_update};
use samenspel::realtime::{LogStore as _, Snapshot};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _,
};
use tests::{DEADLINE, Pass, Peer, Person, World};
use uuid::Uuid;
use yrs::Update;
use yrs::updates::decoder::Decode as _;

use super::history::{content, long_past};

/// How often each is done; `SAMENSPEL_TEST_DAMAGES` says otherwise.
const DAMAGES: usize = 1_000;

#[tokio::test]
async fn a_board_that_has_grown_is_kept_whole_and_opens_from_there() {
    let mut world = World::start().await;
    let past = long_past(&world, 700).await.rows().len();
    let lead = world.person("lead").await;
    let canvas = world.own.canvas.clone();
    let peer = Peer::join(&lead, &canvas).await;
    until_kept_whole(&world, &canvas, 1).await;
    peer.edit(|transaction| tests::writing::add_card(transaction, "nieuw", "channels", "Na het bewaren"));
    peer.saved().await;
    let before = content(&lead, &canvas, "").await;
    let notes = peer.seen().map("notes");
    // Nothing but the snapshot knows what the rows before it said.
    damage_row(&world, &canvas, 300).await;
    world.server.stop().await;
    world.server.start_again().await;
    let again = Peer::join(&lead, &canvas).await;
    assert_eq!(again.seen().map("notes"), notes);
    assert_eq!(content(&lead, &canvas, "").await, before);
    assert_eq!(content(&lead, &canvas, &format!("?at={past}")).await["seq"], past);
    assert_eq!(snapshots(&world, &canvas).await.len(), 1);
}

#[tokio::test]
async fn a_board_whose_log_is_damaged_does_not_open_and_nothing_is_written_over_it() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let ambition = world.own.ambition.clone();
    let peer = Peer::join(&lead, &ambition).await;
    for _ in 0..3 {
        peer.push("headline", "!");
        peer.saved().await;
    }
    let doc = peer.seen().doc();
    damage_row(&world, &ambition, 2).await;
    world.server.stop().await;
    world.server.start_again().await;
    let log = rows(&world, &ambition).await;
    lead.get(&format!("/api/v1/boards/{ambition}/content")).await.expect_problem(503, "unavailable");
    lead.get(&format!("/api/v1/boards/{ambition}/content?at=3")).await.expect_problem(503, "unavailable");
    let before = content(&lead, &ambition, "?at=1").await;
    assert!(before["headline"].as_str().is_some_and(|headline| !headline.is_empty()), "{before}");
    // Somebody who has all of it comes back and would write it again.
    let back = Peer::open_with(&Pass::of(&lead), &ambition, doc).await.unwrap();
    back.push("headline", "?");
    assert_eq!(back.closed().await.code, 4513);
    assert_eq!(rows(&world, &ambition).await, log);
    assert_eq!(Person::nobody(&world.server).get("/health/ready").await.status, 200);
    // The other boards do not suffer.
    content(&lead, &world.own.canvas, "").await;
}

#[tokio::test]
async fn a_thousand_damaged_snapshots_cost_nothing_that_was_written() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let canvas = &world.own.canvas;
    let past = long_past(&world, 60).await.rows().len();
    let last = format!("?at={past}");
    let whole = content(&lead, canvas, &last).await;
    let peer = Peer::join(&lead, canvas).await;
    let seqs = [i64::try_from(past).unwrap() - 20, i64::try_from(past).unwrap()];
    // Both hold the end; the older one says that it is of an earlier row, to which later rows add nothing.
    let everything = peer.seen().everything();
    for seq in seqs {
        keep(&world, canvas, seq, everything.clone()).await;
    }
    let sound = snapshots(&world, canvas).await;
    let mut dice = Dice(42);
    let mut set_apart = 0;
    for round in 0..tests::number("SAMENSPEL_TEST_DAMAGES", DAMAGES) {
        // Every third time both are damaged.
        let victims = if round % 3 == 0 { &sound[..] } else { &sound[1..] };
        for victim in victims {
            replace(&world, dice.damage(victim.clone())).await;
        }
        assert_eq!(content(&lead, canvas, &last).await, whole, "round {round}");
        for (victim, now) in victims.iter().zip(damaged(&world, victims).await) {
            assert!(now.damaged_at.is_some(), "round {round}: {}", now.seq);
            set_apart += 1;
            replace(&world, victim.clone()).await;
        }
    }
    println!("{set_apart} damaged snapshots, all set apart, nothing lost");
}

#[tokio::test]
async fn a_thousand_damaged_rows_are_reported_and_none_is_shown_or_left_out() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let canvas = &world.own.canvas;
    let past = long_past(&world, 60).await.rows().len();
    let path = format!("/api/v1/boards/{canvas}/content?at={past}");
    let whole = lead.get(&path).await.expect(200);
    let covered = i64::try_from(past).unwrap() - 20;
    let peer = Peer::join(&lead, canvas).await;
    let everything = peer.seen().everything();
    keep(&world, canvas, covered, everything).await;
    let log = rows(&world, canvas).await;
    let mut dice = Dice(7);
    let (mut shown, mut refused) = (0, 0);
    for round in 0..tests::number("SAMENSPEL_TEST_DAMAGES", DAMAGES) {
        let victim = &log[dice.below(log.len())];
        let mut broken = victim.clone();
        match round % 8 {
            0 => broken.checksum = broken.checksum.map(|checksum| checksum ^ (1 << dice.below(32))),
            1 => broken.at += chrono::TimeDelta::microseconds(1),
            _ => dice.damage_bytes(&mut broken.payload),
        }
        write_row(&world, broken).await;
        let reply = lead.get(&path).await;
        if victim.seq <= covered {
            assert_eq!(reply.expect(200), whole, "round {round}: a sound snapshot has it");
            shown += 1;
        } else {
            reply.expect_problem(503, "unavailable");
            refused += 1;
        }
        write_row(&world, victim.clone()).await;
    }
    assert_eq!(rows(&world, canvas).await, log);
    assert!(shown > 0 && refused > 0, "{shown} {refused}");
}

#[tokio::test]
async fn a_snapshot_that_is_whole_but_says_nothing_readable_is_set_apart() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let whole = content(&lead, &world.own.ambition, "?at=1").await;
    keep(&world, &world.own.ambition, 1, vec![1, 2, 3]).await;
    assert_eq!(content(&lead, &world.own.ambition, "?at=1").await, whole);
    assert_eq!(content(&lead, &world.own.ambition, "").await, whole);
    assert!(snapshots(&world, &world.own.ambition).await[0].damaged_at.is_some());
}

#[tokio::test]
async fn a_check_finds_what_is_damaged_and_nothing_else() {
    let world = World::start().await;
    let (ambition, canvas, roles) = (&world.own.ambition, &world.own.canvas, &world.own.roles);
    let past = i64::try_from(long_past(&world, 60).await.rows().len()).unwrap();
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, canvas).await;
    let everything = peer.seen().everything();
    keep(&world, canvas, past, everything).await;
    let checked = boards::check(&world.server.app().database).await.unwrap();
    assert_eq!(checked.damage, [], "all is well");
    assert_eq!((checked.boards, checked.rows, checked.snapshots), (8, usize::try_from(past).unwrap() + 3, 1));
    assert_eq!(checked.rows_without_checksum, 0);

    keep(&world, canvas, past + 1, vec![0, 0]).await;
    let older = snapshots(&world, canvas).await.remove(0);
    replace(&world, Dice(1).damage(older)).await;
    damage_row(&world, ambition, 1).await;
    keep(&world, roles, 1, vec![0, 0]).await;
    let checked = boards::check(&world.server.app().database).await.unwrap();
    let mut found: Vec<_> =
        checked.damage.into_iter().map(|damage| (damage.board.to_string(), damage.seq, damage.kind)).collect();
    found.sort_by_key(|(board, seq, _)| (board.clone(), *seq));
    let mut expected = vec![
        (ambition.clone(), Some(1), DamageKind::Row),
        (canvas.clone(), Some(past), DamageKind::Snapshot),
        // It is of a row that is not there.
        (canvas.clone(), Some(past + 1), DamageKind::UnfaithfulSnapshot),
        (roles.clone(), Some(1), DamageKind::UnfaithfulSnapshot),
    ];
    expected.sort_by_key(|(board, seq, _)| (board.clone(), *seq));
    assert_eq!(found, expected);
}

#[tokio::test]
async fn a_check_finds_a_row_after_the_one_that_a_board_calls_its_last_and_the_board_does_not_open() {
    let world = World::start().await;
    let app = world.server.app();
    let ambition: Uuid = world.own.ambition.parse().unwrap();
    let transaction = app.database.begin().await.unwrap();
    let shorter = board::Entity::update_many().col_expr(board::Column::LastSeq, Expr::value(0));
    shorter.filter(board::Column::Id.eq(ambition)).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let damage = boards::check(&app.database).await.unwrap().damage;
    assert_eq!(damage, [Damage { board: ambition, seq: Some(1), kind: DamageKind::RowAfterTheEnd }]);
    let lead = world.person("lead").await;
    lead.get(&format!("/api/v1/boards/{ambition}/content")).await.expect_problem(503, "unavailable");
}

/// Waits until as many snapshots of a board are kept.
pub(crate) async fn until_kept_whole(world: &World, board: &str, count: usize) {
    let kept = async {
        while snapshots(world, board).await.len() < count {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(DEADLINE, kept).await.expect("the board is kept whole");
}

/// Keeps something with a checksum that fits, and with the owners that the log has.
async fn keep(world: &World, board: &str, seq: i64, state: Vec<u8>) {
    let log = BoardLog::new(world.server.app().database.clone(), std::sync::Arc::new(SystemClock));
    let snapshot = Snapshot { seq, state: state.into(), owners: owners(&rows(world, board).await) };
    log.keep(board.parse().unwrap(), &snapshot).await.unwrap();
}

/// Who first wrote under each client id.
fn owners(rows: &[board_update::Model]) -> Vec<(u64, Uuid)> {
    let mut owners = BTreeMap::new();
    for row in rows {
        let update = Update::decode_v1(&row.payload).unwrap();
        for (client, _) in update.insertions(true).iter() {
            owners.entry(client.get()).or_insert(row.author_id);
        }
    }
    owners.into_iter().collect()
}

/// The snapshots of a board, oldest first.
async fn snapshots(world: &World, board: &str) -> Vec<board_snapshot::Model> {
    let of_board = board_snapshot::Column::BoardId.eq(board.parse::<Uuid>().unwrap());
    let kept = board_snapshot::Entity::find().filter(of_board).order_by_asc(board_snapshot::Column::Seq);
    kept.all(world.server.app().database.reader()).await.unwrap()
}

async fn damaged(world: &World, victims: &[board_snapshot::Model]) -> Vec<board_snapshot::Model> {
    let ids = board_snapshot::Column::Id.is_in(victims.iter().map(|victim| victim.id));
    let now = board_snapshot::Entity::find().filter(ids).order_by_asc(board_snapshot::Column::Seq);
    now.all(world.server.app().database.reader()).await.unwrap()
}

async fn replace(world: &World, snapshot: board_snapshot::Model) {
    let transaction = world.server.app().database.begin().await.unwrap();
    snapshot.into_active_model().reset_all().update(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn rows(world: &World, board: &str) -> Vec<board_update::Model> {
    let of_board = board_update::Column::BoardId.eq(board.parse::<Uuid>().unwrap());
    let rows = board_update::Entity::find().filter(of_board).order_by_asc(board_update::Column::Seq);
    rows.all(world.server.app().database.reader()).await.unwrap()
}

async fn write_row(world: &World, row: board_update::Model) {
    let transaction = world.server.app().database.begin().await.unwrap();
    row.into_active_model().reset_all().update(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn damage_row(world: &World, board: &str, seq: i64) {
    let mut row = rows(world, board).await.remove(usize::try_from(seq - 1).unwrap());
    Dice(3).damage_bytes(&mut row.payload);
    write_row(world, row).await;
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    /// One bit is another, or the end is gone.
    fn damage_bytes(&mut self, bytes: &mut Vec<u8>) {
        let place = self.below(bytes.len());
        if self.below(3) == 0 {
            bytes.truncate(place);
        } else {
            bytes[place] ^= 1 << self.below(8);
        }
    }

    fn damage(&mut self, mut snapshot: board_snapshot::Model) -> board_snapshot::Model {
        match self.below(10) {
            0 => snapshot.checksum ^= 1 << self.below(63),
            1 => snapshot.owners = vec![0; 1 + self.below(48)],
            _ => self.damage_bytes(&mut snapshot.state),
        }
        snapshot
    }
}
