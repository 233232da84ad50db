//! Cards that were written elsewhere are put on a canvas, each once: their keys were chosen beforehand.

use std::collections::BTreeMap;

use sea_orm::DbErr;
use uuid::Uuid;
use yrs::TransactionMut;

use super::cards::{self, NewCard};
use super::draft::Desk;
use super::error::EditError;
use super::reading;
use crate::app::App;
use crate::boards::api::Note;
use crate::boards::kind::Kind;
use crate::boards::{bin, content};
use crate::error::Problem;
use crate::realtime::WriteError;

/// A card that was written elsewhere.
#[derive(Clone, Debug)]
pub struct CardToPut {
    /// Its key.
    pub id: Uuid,
    /// What it says.
    pub text: String,
    /// Whose it is; of nobody, once that partner takes part no more.
    pub partner: Option<Uuid>,
}

/// Why they are not there.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    /// In whose name they were to be written may not write there (any more).
    #[error("they may not write on the board")]
    NotAllowed,
    /// Something else, as everybody is told it who writes on a board.
    #[error("the cards could not be written")]
    Failed(Problem),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Puts cards into a block of a canvas in the name of `author`, after what stands there. They and others of `all`, which
/// are put before them or after them, come to stand in the order of `all`. What was put before stays as it is, also when
/// somebody took it away since.
pub async fn put_cards(
    app: &App,
    author: Uuid,
    (board, block): (Uuid, &str),
    to_put: Vec<CardToPut>,
    all: &[Uuid],
) -> Result<(), PutError> {
    let block = reading::block(block).map_err(|code| EditError::field("block", code))?;
    let desk = Desk::open(app, author, board, Kind::Canvas).await?;
    let active = desk.partners().await?;
    let keys = to_put.iter().map(|card| card.id.to_string()).collect();
    let taken_away = bin::store::taken_away(app.database.reader(), board, keys).await?;
    let ranks: BTreeMap<String, usize> = all.iter().enumerate().map(|(rank, id)| (id.to_string(), rank)).collect();
    let is_active = |id: &Uuid| active.iter().any(|partner| partner.id == *id);
    let card = |card: CardToPut| NewCard {
        id: card.id.to_string(),
        block,
        text: card.text,
        partner: card.partner.filter(is_active),
        position: None,
    };
    let new: Vec<NewCard> = to_put.into_iter().map(card).filter(|card| !taken_away.contains(&card.id)).collect();
    let put = move |transaction: &mut TransactionMut<'_>| {
        for card in new {
            let standing = content::entries(transaction, "notes", content::note);
            let position = place(&standing, block.id, &card.id, &ranks);
            cards::add(transaction, vec![NewCard { position, ..card }])?;
        }
        Ok(())
    };
    desk.write(put).await?;
    Ok(())
}

/// Where a card comes to stand in its block: behind the last that ranks lower, or before the first that ranks higher;
/// at the end where there is neither.
fn place(standing: &[Note], block: &str, id: &str, ranks: &BTreeMap<String, usize>) -> Option<i64> {
    let own = ranks.get(id)?;
    let in_block =
        || standing.iter().filter(|note| note.block == block).map(|note| ranks.get(&note.id)).enumerate();
    let lower = in_block().filter(|(_, rank)| rank.is_some_and(|rank| rank < own)).last();
    let higher = || in_block().find(|(_, rank)| rank.is_some_and(|rank| rank > own));
    let place = lower.map(|(place, _)| place + 1).or_else(|| higher().map(|(place, _)| place));
    place.and_then(|place| i64::try_from(place).ok())
}

impl From<EditError> for PutError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NotFound
            | EditError::Denied(_)
            | EditError::Write(WriteError::NotAllowed | WriteError::Gone) => Self::NotAllowed,
            EditError::Database(error) => Self::Database(error),
            error => Self::Failed(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note((id, block): (&str, &str)) -> Note {
        Note { id: id.into(), block: block.into(), text: String::new(), order: String::new(), partner: None }
    }

    #[test]
    fn cards_come_to_stand_in_their_order_whoever_is_put_first() {
        let ranks: BTreeMap<String, usize> = ["a", "b", "c", "d"].map(str::to_owned).into_iter().zip(0..).collect();
        let standing: Vec<Note> = [("old", "x"), ("b", "x"), ("far", "y"), ("d", "x")].map(note).into();
        for (id, expected) in [("a", Some(1)), ("c", Some(2))] {
            assert_eq!(place(&standing, "x", id, &ranks), expected, "{id}");
        }
        assert_eq!(place(&standing, "y", "a", &ranks), None);
        assert_eq!(place(&[note(("old", "x"))], "x", "a", &ranks), None);
    }
}
