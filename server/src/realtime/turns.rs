//! Whose turn it is: of those who read something, work on it and write it back, one at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// The turns of this process. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Turns {
    queues: Arc<Mutex<HashMap<Uuid, Arc<Semaphore>>>>,
}

/// A turn; it ends when it is dropped.
#[derive(Debug)]
#[must_use = "it ends when it is dropped"]
pub struct Turn(#[allow(dead_code, reason = "held until it is dropped")] OwnedSemaphorePermit);

impl Turns {
    /// Waits for a turn at `what`, in the order in which they were asked for. Nothing when there are no turns any more.
    pub async fn wait(&self, what: Uuid) -> Option<Turn> {
        let queue = {
            let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever waits or is at it holds its queue too.
            queues.retain(|_, queue| Arc::strong_count(queue) > 1);
            queues.entry(what).or_insert_with(|| Arc::new(Semaphore::new(1))).clone()
        };
        queue.acquire_owned().await.ok().map(Turn)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn one_at_a_time_and_nobody_waits_for_who_is_at_something_else() {
        let (turns, here, there) = (Turns::default(), Uuid::from_u128(1), Uuid::from_u128(2));
        let first = turns.wait(here).await.unwrap();
        let mut second = Box::pin(turns.wait(here));
        assert!(second.as_mut().now_or_never().is_none());
        drop(turns.wait(there).await.unwrap());
        assert!(second.as_mut().now_or_never().is_none());
        drop(first);
        let second = second.await.unwrap();
        assert!(turns.wait(here).now_or_never().is_none());
        drop(second);
        assert!(turns.wait(here).now_or_never().is_some());
    }
}
