//! The tasks, with a log that holds nothing.

use async_trait::async_trait;
use serde_json::Value;

use super::super::log::{Append, Appended, Snapshot, StoreError, StoredLog};
use super::*;
use crate::clock::SystemClock;
use crate::realtime::gate::samples;

struct Blank;

#[async_trait]
impl LogStore for Blank {
    async fn load(&self, _: Uuid) -> Result<Option<StoredLog>, StoreError> {
        Ok(Some(StoredLog::default()))
    }

    async fn load_until(&self, _: Uuid, _: i64) -> Result<Option<StoredLog>, StoreError> {
        Ok(Some(StoredLog::default()))
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
