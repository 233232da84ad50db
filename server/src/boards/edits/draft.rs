//! How a change is made without Yjs at the other end: on a copy of the document, off the room's task. What the copy
//! then has more goes through the room as anybody's update does, and merges with what others wrote meanwhile.

use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::{ClientID, Doc, OffsetKind, Options, ReadTxn as _, StateVector, Transact as _, TransactionMut, Update};

use super::error::EditError;
use crate::access::Action;
use crate::app::App;
use crate::boards::kind::Kind;
use crate::boards::store::{self, Board};
use crate::ids;
use crate::partnerships::{self, Membership, PartnerName};
use crate::realtime::{Document, ReadError, Rooms};

/// How long a change waits for those before it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A board of which somebody may change the content.
pub(in crate::boards) struct Desk<'a> {
    app: &'a App,
    board: Board,
    me: Membership,
}

impl<'a> Desk<'a> {
    /// The board with this id, when it is of this kind and `account` may write on it.
    pub(in crate::boards) async fn open(
        app: &'a App,
        account: Uuid,
        board: Uuid,
        kind: Kind,
    ) -> Result<Self, EditError> {
        let found = store::board(app.database.reader(), account, board).await?;
        let (board, me) = found.ok_or(EditError::NotFound)?;
        me.may(Action::WriteBoards)?;
        if board.kind != kind {
            return Err(EditError::WrongKind);
        }
        Ok(Self { app, board, me })
    }

    /// The partners that something on the board can be about.
    pub(in crate::boards) async fn partners(&self) -> Result<Vec<PartnerName>, EditError> {
        let partners = partnerships::partner_names(self.app.database.reader(), &self.me).await?;
        Ok(partners.into_iter().filter(|partner| partner.is_active).collect())
    }

    /// The number of the last change on the board.
    pub(in crate::boards) async fn seq(&self) -> Result<i64, EditError> {
        Ok(self.app.rooms.read(self.board.id, self.board.kind.vocabulary(), |_, seq| seq).await?)
    }

    /// Makes a change; gives what it made, and the number of the last change on the board once it is durable and
    /// everybody sees it.
    ///
    /// A board is written so by one at a time: however many ask, there is one copy of it, and each sees what those
    /// before wrote. A retry finds what is there already also when the first try is still being written.
    pub(in crate::boards) async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut TransactionMut<'_>) -> Result<T, EditError> + Send + 'static,
    ) -> Result<(T, i64), EditError> {
        let turn = timeout(PATIENCE, self.app.turns.wait(self.board.id)).await;
        let turn = turn.ok().flatten().ok_or(ReadError)?;
        let (rooms, board, author) = (self.app.rooms.clone(), self.board.clone(), self.me.account_id);
        // Whoever asked may go away before the answer. What they wrote goes on to be written, and so does their turn.
        let writing = tokio::spawn(async move {
            let written = write(&rooms, &board, author, change).await;
            drop(turn);
            written
        });
        writing.await?
    }
}

async fn write<T: Send + 'static>(
    rooms: &Rooms,
    board: &Board,
    author: Uuid,
    change: impl FnOnce(&mut TransactionMut<'_>) -> Result<T, EditError> + Send + 'static,
) -> Result<(T, i64), EditError> {
    let vocabulary = board.kind.vocabulary();
    let encode = |document: &Document, seq| {
        (document.doc().transact().encode_state_as_update_v1(&StateVector::default()), seq)
    };
    let (state, seq) = rooms.read(board.id, vocabulary, encode).await?;
    let (made, update) = tokio::task::spawn_blocking(move || draft(&state, change)).await??;
    let seq = match update {
        Some(update) => rooms.write(board.id, vocabulary, author, update).await?,
        None => seq,
    };
    Ok((made, seq))
}

/// What `change` makes of a document, and the update that does the same elsewhere; none when it changed nothing.
fn draft<T>(
    state: &[u8],
    change: impl FnOnce(&mut TransactionMut<'_>) -> Result<T, EditError>,
) -> Result<(T, Option<Bytes>), EditError> {
    let copy = copy(state).ok_or(ReadError)?;
    let mut transaction = copy.transact_mut();
    let made = change(&mut transaction)?;
    transaction.commit();
    let update = transaction.has_changes().then(|| Bytes::from(transaction.encode_update_v1()));
    Ok((made, update))
}

/// A document in which nothing is written yet, to be written in under a client id that nobody has.
pub(in crate::boards) fn blank() -> Doc {
    // 32 bits, as in every Yjs client.
    let client = ClientID::new(u64::from(u32::from_le_bytes(ids::secret())));
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(client) })
}

/// The document, to be written in.
fn copy(state: &[u8]) -> Option<Doc> {
    let copy = blank();
    copy.transact_mut().apply_update(Update::decode_v1(state).ok()?).ok()?;
    Some(copy)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use yrs::{GetString as _, Text as _, WriteTxn as _};

    #[test]
    fn a_change_merges_with_what_was_typed_meanwhile() {
        let room = Doc::with_client_id(1);
        let text = room.get_or_insert_text("headline");
        text.push(&mut room.transact_mut(), "Samen lezen");
        let state = room.transact().encode_state_as_update_v1(&StateVector::default());
        text.push(&mut room.transact_mut(), "!");
        let ((), update) = draft(&state, |transaction| {
            let text = transaction.get_or_insert_text("headline");
            text.remove_range(transaction, 0, 5);
            text.insert(transaction, 0, "Voor");
            Ok(())
        })
        .unwrap();
        room.transact_mut().apply_update(Update::decode_v1(&update.unwrap()).unwrap()).unwrap();
        assert_eq!(text.get_string(&room.transact()), "Voor lezen!");
    }

    #[test]
    fn what_changes_nothing_or_is_refused_makes_no_update() {
        let state = Doc::new().transact().encode_state_as_update_v1(&StateVector::default());
        assert!(draft(&state, |_| Ok(())).unwrap().1.is_none());
        assert!(draft::<()>(&state, |_| Err(EditError::NotFound)).is_err());
    }
}
