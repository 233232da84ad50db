//! All cards come to stand on the canvas, each exactly once.
//!
//! In three steps, of which none holds the database while the board is written: it is closed, so that nothing is written
//! any more; what each person wrote is put on the board in their name, and then put down as being there; it is revealed.
//! Whatever goes wrong between them, whoever reveals it once more goes on where that ended: keys were chosen when the
//! cards were written, so what is there is not put there again.

use std::collections::BTreeMap;
use std::time::Duration;

use actix_web::web::Data;
use tokio::time::timeout;
use uuid::Uuid;

use super::beginning::led;
use super::error::BrainstormError;
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::boards::{self, CardToPut, PutError};
use crate::entity::{brainstorm, brainstorm_card};
use crate::partnerships::{Desk, Membership};

/// How long somebody waits for those who reveal it before them.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reveals it. Once more is no mistake, and of two at the same moment the second finds it done.
pub(super) async fn reveal(
    app: Data<App>,
    me: Membership,
    client: Client,
    named: (Uuid, Uuid),
) -> Result<(), BrainstormError> {
    // Whoever asked may go away before the answer; what they began is brought to its end.
    let revealing = tokio::spawn(async move {
        let turn = timeout(PATIENCE, app.turns.wait(named.1)).await;
        let _turn = turn.ok().flatten().ok_or(BrainstormError::Busy)?;
        let Some(closed) = close(&app, &me, &client, named).await? else { return Ok(()) };
        put_all(&app, &me, &closed).await?;
        finish(&app, &me, &client, named).await
    });
    revealing.await?
}

/// From now on nothing is written any more. Nothing when it was revealed before.
async fn close(
    app: &App,
    me: &Membership,
    client: &Client,
    named: (Uuid, Uuid),
) -> Result<Option<brainstorm::Model>, BrainstormError> {
    let desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let found = led(&desk, named).await?;
    if found.stopped_at.is_some() {
        return Err(BrainstormError::Over);
    }
    if found.revealed_at.is_some() {
        return Ok(None);
    }
    let closed_at = found.closed_at.or_else(|| Some(app.clock.now()));
    let closed = brainstorm::Model { closed_at, ..found };
    store::put(&desk.transaction, closed.clone()).await?;
    desk.close().await?;
    Ok(Some(closed))
}

/// Puts on the board what is not there yet, author by author, so that its history says who wrote what.
async fn put_all(app: &App, me: &Membership, closed: &brainstorm::Model) -> Result<(), BrainstormError> {
    let cards = store::all_cards(app.database.reader(), closed).await?;
    let all: Vec<Uuid> = cards.iter().map(|card| card.id).collect();
    let mut by_author: BTreeMap<Uuid, Vec<CardToPut>> = BTreeMap::new();
    for card in cards.into_iter().filter(|card| card.put_at.is_none()) {
        let brainstorm_card::Model { id, account_id, partner_id, text, .. } = card;
        by_author.entry(account_id).or_default().push(CardToPut { id, text, partner: partner_id });
    }
    let place = (closed.board_id, closed.block.as_str());
    for (author, cards) in by_author {
        match boards::put_cards(app, author, place, cards.clone(), &all).await {
            // Who may not write any more wrote it all the same: it goes in with whoever reveals it.
            Err(PutError::NotAllowed) => boards::put_cards(app, me.account_id, place, cards, &all).await?,
            put => put?,
        }
        let transaction = app.database.begin().await?;
        store::mark_put(&transaction, closed, author, app.clock.now()).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// All of it is there.
async fn finish(app: &App, me: &Membership, client: &Client, named: (Uuid, Uuid)) -> Result<(), BrainstormError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let found = led(&desk, named).await?;
    if found.revealed_at.is_some() {
        return Ok(());
    }
    let revealed = brainstorm::Model { revealed_at: Some(app.clock.now()), ..found };
    store::put(&desk.transaction, revealed.clone()).await?;
    telling::happened(&mut desk, "brainstorm.revealed", &revealed);
    Ok(desk.close().await?)
}
