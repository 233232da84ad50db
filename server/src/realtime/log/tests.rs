//! How the writer gathers what is committed together.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Mutex;

use super::*;

/// Notes how many boards were in each group.
#[derive(Default)]
struct Groups(Mutex<Vec<usize>>);

#[async_trait]
impl LogStore for Groups {
    async fn open(&self, _: Uuid, _: Part) -> Result<Option<StoredLog>, StoreError> {
        Ok(None)
    }

    async fn rows(&self, _: Uuid, _: i64, _: i64) -> Result<Vec<Row>, StoreError> {
        Ok(Vec::new())
    }

    async fn append(&self, appends: &[Append]) -> Result<Vec<Appended>, StoreError> {
        self.0.lock().unwrap().push(appends.len());
        Ok(appends.iter().map(|append| Appended::Stored { seq: append.after + 1 }).collect())
    }

    async fn keep(&self, _: Uuid, _: &Snapshot) -> Result<(), StoreError> {
        Ok(())
    }

    async fn set_apart(&self, _: Uuid, _: i64) -> Result<(), StoreError> {
        Ok(())
    }
}

fn edit(board: u64) -> Append {
    Append { board: Uuid::from_u128(board.into()), after: 0, rows: Vec::new() }
}

#[tokio::test(start_paused = true)]
async fn what_comes_close_upon_another_shares_a_transaction_and_what_comes_after_a_pause_waits_for_nothing() {
    let store = Arc::new(Groups::default());
    let writer = LogWriter::start(store.clone(), &tokio::runtime::Handle::current());
    let began = Instant::now();
    writer.append(edit(1)).await.unwrap();
    assert_eq!(began.elapsed(), Duration::ZERO);
    let soon = (2..=6).map(|board| {
        let writer = writer.clone();
        async move {
            tokio::time::sleep(Duration::from_millis(board)).await;
            writer.append(edit(board)).await.unwrap();
        }
    });
    futures_util::future::join_all(soon).await;
    assert_eq!(began.elapsed(), PACE);
    assert_eq!(*store.0.lock().unwrap(), [1, 5]);
    tokio::time::sleep(PACE).await;
    let later = Instant::now();
    writer.append(edit(7)).await.unwrap();
    assert_eq!(later.elapsed(), Duration::ZERO);
}
