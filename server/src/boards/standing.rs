//! What stands on a board at this moment, for what people say about it in their own names.

use yrs::Transact as _;

use super::content;
use super::kind::Kind;
use super::store::Board;
use crate::app::App;
use crate::realtime::{Document, ReadError};

/// What a board says under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The row of the log after which it was read.
    pub seq: i64,
    /// The text of the card, the title of the role or the name of the value; nothing when none of this key stands there.
    pub text: Option<String>,
}

/// Looks for the card, the role or the value with the key `item`. It is read from the document, of which all is in the log, because
/// the tables follow that a moment later.
pub async fn standing(app: &App, board: &Board, item: &str) -> Result<Standing, ReadError> {
    let (kind, item) = (board.kind, item.to_owned());
    let look = move |document: &Document, seq| Standing { seq, text: text_of(kind, document, &item) };
    app.rooms.read(board.id, kind.vocabulary(), look).await
}

fn text_of(kind: Kind, document: &Document, item: &str) -> Option<String> {
    let transaction = document.doc().transact();
    match kind {
        Kind::Ambition | Kind::Conversation => None,
        Kind::Canvas => {
            let notes = content::entries(&transaction, "notes", content::note);
            notes.into_iter().find(|note| note.id == item).map(|note| note.text)
        }
        Kind::Roles => {
            let roles = content::entries(&transaction, "roles", content::role);
            roles.into_iter().find(|role| role.id == item).map(|role| role.title)
        }
        Kind::Values => {
            let values = content::entries(&transaction, "values", content::value);
            values.into_iter().find(|value| value.id == item).map(|value| value.name)
        }
    }
}
