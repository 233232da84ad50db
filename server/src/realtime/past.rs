//! What a board was like after any row of its log: replayed beside the room, which is not asked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tokio::time::timeout;
use uuid::Uuid;

use super::document::Document;
use super::gate::Vocabulary;
use super::loading::{self, LoadingError, Place};
use super::log::Part;
use super::rooms::{ReadError, Rooms};

/// How long somebody waits for their turn to look back.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Why the past could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// The log does not go that far.
    #[error("the log does not go that far")]
    NotYet,
    /// It cannot be read, or too many want to.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

impl Rooms {
    /// Looks at what a board's document was after row `seq` of its log; 0 is before the first.
    ///
    /// # Errors
    /// [`PastError`]: there is no such row yet, or what leads to it cannot be loaded.
    pub async fn read_past<T: Send + 'static>(
        &self,
        board: Uuid,
        vocabulary: &'static Vocabulary,
        seq: i64,
        look: impl FnOnce(&Document) -> T + Send + 'static,
    ) -> Result<T, PastError> {
        let store = self.store().as_ref();
        let loading = async {
            let place = Place::at(self.history_desk()).await?;
            loading::load(store, place, board, vocabulary, Part::Until(seq)).await
        };
        let loaded = timeout(LONGEST_WAIT, loading).await.map_err(|_| ReadError)?;
        let (place, loaded) = loaded.map_err(|error| {
            if matches!(error, LoadingError::NotYet) {
                return PastError::NotYet;
            }
            tracing::error!(%board, seq, error = &error as &dyn std::error::Error, "a past state cannot be loaded");
            ReadError.into()
        })?;
        let looking = place.compute(move || {
            // A document that cannot be read in full may panic over it.
            catch_unwind(AssertUnwindSafe(|| look(&loaded.document))).map_err(|_| ReadError)
        });
        let (_, seen) = looking.await.map_err(|_| ReadError)?;
        Ok(seen?)
    }
}
