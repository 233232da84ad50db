//! The tasks, with a log that holds nothing.

use async_trait::async_trait;
use serde_json::Value;

use super::super::log::{Append, Appended, Part, Row, Snapshot, StoreError, StoredLog};
use super::*;
use crate::clock::SystemClock;
use crate::realtime::gate::samples;

struct Blank;

#[async_trait]
impl LogStore for Blank {
    async fn open(&self, _: Uuid, _: Part) -> Result<Option<StoredLog>, StoreError> {
        Ok(Some(StoredLog::default()))
    }

    async fn rows(&self, _: Uuid, _: i64, _: i64) -> Result<Vec<Row>, StoreError> {
        Ok(Vec::new())
    }

    async fn append(&self, _: &[Append]) -> Result<Vec<Appended>, StoreError> {
        Ok(Vec::new())
    }

    async fn keep(&self, _: Uuid, _: &Snapshot) -> Result<(), StoreError> {
        Ok(())
    }

    async fn set_apart(&self, _: Uuid, _: i64) -> Result<(), StoreError> {
        Ok(())
    }
}

#[tokio::test]
async fn a_look_that_panics_costs_nobody_else_their_place() {
    let rooms = Rooms::new(Arc::new(Blank), Arc::new(SystemClock));
    let board = Uuid::from_u128(1);
    let visitor = Visitor { author: board, stamp: Value::Null, may_write: false, wants_saved: false };
    let (_seat, mut outgoing) = rooms.join(board, samples::one_text(), visitor, Vec::new()).await.unwrap();
    assert!(rooms.read::<()>(board, samples::one_text(), |_, _| panic!("a poisoned document")).await.is_err());
    assert_eq!(rooms.read(board, samples::one_text(), |_, seq| seq).await.unwrap(), 0);
    let closed = timeout(Duration::from_millis(200), outgoing.next()).await;
    assert!(!matches!(closed, Ok(Err(_))), "{closed:?}");
}

#[tokio::test]
async fn who_writes_where_nothing_can_be_written_is_told_to_come_back() {
    let rooms = Rooms::new(Arc::new(Blank), Arc::new(SystemClock));
    let update = Bytes::from_static(b"\x01\x01\x09\0\x04\x01\x04text\x01x\0");
    let outcome = rooms.write(Uuid::from_u128(1), samples::one_text(), Uuid::from_u128(2), update).await;
    assert_eq!(outcome, Err(WriteError::Busy));
}

#[tokio::test]
async fn a_look_back_that_nobody_waits_for_any_more_keeps_its_place_until_it_ends() {
    let rooms = Rooms::new(Arc::new(Blank), Arc::new(SystemClock));
    let (begun, mut begins) = mpsc::channel(PASTS_AT_ONCE);
    let (end, ends) = std::sync::mpsc::channel::<()>();
    let ends = Arc::new(Mutex::new(ends));
    for _ in 0..PASTS_AT_ONCE {
        let (rooms, begun, ends) = (rooms.clone(), begun.clone(), ends.clone());
        let looking = tokio::spawn(async move {
            let look = move |_: &Document| {
                begun.try_send(()).unwrap();
                assert!(lock(&ends).recv().is_err(), "the other end is dropped");
            };
            rooms.read_past(Uuid::from_u128(1), samples::one_text(), 0, look).await
        });
        begins.recv().await.unwrap();
        looking.abort();
        assert!(looking.await.unwrap_err().is_cancelled());
    }
    assert_eq!(rooms.history_desk().available_permits(), 0);
    drop(end);
    let places = u32::try_from(PASTS_AT_ONCE).unwrap();
    let all_of_them = rooms.history_desk().acquire_many(places);
    assert!(matches!(timeout(Duration::from_secs(20), all_of_them).await, Ok(Ok(_))));
}
