//! Bells: who waits for something to happen listens to its bell, and whoever makes it happen rings it.
//!
//! A bell says that something happened, not what; that is looked up. So a ring that comes twice, or while somebody is
//! still looking, does no harm, and none is missed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use uuid::Uuid;

/// The bells of this process. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Bells {
    hung: Arc<Mutex<HashMap<Uuid, watch::Sender<()>>>>,
}

/// Hears one bell.
#[derive(Debug)]
pub struct Bell(watch::Receiver<()>);

impl Bells {
    /// Tells those who wait for `what` that something happened. Ring once it is committed.
    pub fn ring(&self, what: Uuid) {
        if let Some(bell) = self.hung().get(&what) {
            bell.send_replace(());
        }
    }

    /// The same for several.
    pub fn ring_all(&self, several: impl IntoIterator<Item = Uuid>) {
        for what in several {
            self.ring(what);
        }
    }

    /// Rings for all that stands otherwise now than was known, and knows it then.
    pub fn ring_changed<T: PartialEq>(&self, known: &mut HashMap<Uuid, T>, now: HashMap<Uuid, T>) {
        self.ring_all(now.iter().filter(|(what, stand)| known.get(what) != Some(stand)).map(|(&what, _)| what));
        *known = now;
    }

    /// Hears of `what` from now on. Listen first, and look then.
    pub fn listen(&self, what: Uuid) -> Bell {
        Bell(self.hung().entry(what).or_insert_with(|| watch::Sender::new(())).subscribe())
    }

    /// All for which somebody listens at this moment.
    pub fn awaited(&self) -> Vec<Uuid> {
        let mut hung = self.hung();
        hung.retain(|_, bell| bell.receiver_count() > 0);
        hung.keys().copied().collect()
    }

    fn hung(&self) -> MutexGuard<'_, HashMap<Uuid, watch::Sender<()>>> {
        self.hung.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bell {
    /// What rang until now is as good as heard: it is looked up after this.
    pub fn hush(&mut self) {
        self.0.borrow_and_update();
    }

    /// Waits until it rings, or has rung since it was hushed.
    pub async fn rung(&mut self) {
        if self.0.changed().await.is_err() {
            // Nobody can ring it any more.
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_ring_that_comes_while_one_is_looking_is_heard_after() {
        let (bells, what) = (Bells::default(), Uuid::nil());
        let mut bell = bells.listen(what);
        bell.hush();
        bells.ring(what);
        bells.ring(what);
        bell.rung().await;
        bell.hush();
        let silent = tokio::time::timeout(std::time::Duration::ZERO, bell.rung());
        assert!(silent.await.is_err());
    }

    #[test]
    fn a_bell_that_nobody_listens_to_is_taken_down() {
        let bells = Bells::default();
        let bell = bells.listen(Uuid::nil());
        assert_eq!(bells.awaited(), [Uuid::nil()]);
        drop(bell);
        assert!(bells.awaited().is_empty());
        bells.ring(Uuid::nil());
    }
}
