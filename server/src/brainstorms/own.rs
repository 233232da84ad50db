//! What people write for themselves, until it is revealed: also when the time is up or it was stopped, because what
//! somebody is writing is not to be lost.

use uuid::Uuid;

use super::api::{BrainstormCardText, BrainstormDone, OwnBrainstormCard};
use super::beginning::{found, is_on};
use super::error::BrainstormError;
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::{brainstorm, brainstorm_card};
use crate::ids;
use crate::partnerships::{Desk, Membership};

/// Of one person in one brainstorm.
const MOST: usize = 30;

/// Writes a card.
pub(super) async fn add(
    app: &App,
    me: &Membership,
    client: &Client,
    named: (Uuid, Uuid),
    new: &BrainstormCardText,
) -> Result<OwnBrainstormCard, BrainstormError> {
    let text = new.text()?;
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let (brainstorm, own) = with_own(&desk, named).await?;
    check_unrevealed(&brainstorm)?;
    if own.len() >= MOST {
        return Err(BrainstormError::refused("text", "too_many"));
    }
    let card = brainstorm_card::Model {
        id: ids::unordered(),
        brainstorm_id: brainstorm.id,
        account_id: desk.me.account_id,
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        text,
        written_at: app.clock.now(),
        put_at: None,
    };
    store::add_card(&desk.transaction, card.clone()).await?;
    if own.is_empty() {
        telling::progressed(&mut desk, &brainstorm);
    }
    desk.close().await?;
    Ok(shown(card))
}

/// Writes it anew.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (named, card): ((Uuid, Uuid), Uuid),
    new: &BrainstormCardText,
) -> Result<OwnBrainstormCard, BrainstormError> {
    let text = new.text()?;
    let desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let (brainstorm, mut own) = with_own(&desk, named).await?;
    let place = own.iter().position(|own| own.id == card).ok_or(BrainstormError::NotFound)?;
    check_unrevealed(&brainstorm)?;
    let card = brainstorm_card::Model { text, ..own.swap_remove(place) };
    store::put_card(&desk.transaction, card.clone()).await?;
    desk.close().await?;
    Ok(shown(card))
}

/// Takes it back.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (named, card): ((Uuid, Uuid), Uuid),
) -> Result<(), BrainstormError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let (brainstorm, own) = with_own(&desk, named).await?;
    if !own.iter().any(|own| own.id == card) {
        return Err(BrainstormError::NotFound);
    }
    check_unrevealed(&brainstorm)?;
    store::remove_card(&desk.transaction, card).await?;
    if own.len() == 1 {
        telling::progressed(&mut desk, &brainstorm);
    }
    Ok(desk.close().await?)
}

/// Says whether one is done. Who is goes on writing if they like.
pub(super) async fn say_done(
    app: &App,
    me: &Membership,
    client: &Client,
    named: (Uuid, Uuid),
    said: BrainstormDone,
) -> Result<(), BrainstormError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let brainstorm = found(&desk, named).await?;
    if !is_on(&brainstorm) {
        return Err(BrainstormError::Over);
    }
    if store::put_done(&desk.transaction, (brainstorm.id, desk.me.account_id), said.done).await? {
        telling::progressed(&mut desk, &brainstorm);
    }
    Ok(desk.close().await?)
}

pub(super) fn shown(card: brainstorm_card::Model) -> OwnBrainstormCard {
    OwnBrainstormCard { id: card.id, text: card.text }
}

async fn with_own(
    desk: &Desk<'_>,
    named: (Uuid, Uuid),
) -> Result<(brainstorm::Model, Vec<brainstorm_card::Model>), BrainstormError> {
    let brainstorm = found(desk, named).await?;
    let own = store::own_cards(&desk.transaction, &desk.me, [brainstorm.id]).await?;
    Ok((brainstorm, own))
}

fn check_unrevealed(brainstorm: &brainstorm::Model) -> Result<(), BrainstormError> {
    if brainstorm.closed_at.is_none() { Ok(()) } else { Err(BrainstormError::Over) }
}
