//! What somebody does with what others recognise in them.

use uuid::Uuid;

use super::giving::{announce, notice};
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::recognition::{self, State};
use crate::notifications::Kind;
use crate::partnerships::{Audience, Desk, Membership};
use crate::profiles::error::ProfileError;

/// Accepts it, keeps it out of sight, or neither. Those hear of it who see it from now on, or saw it before.
pub(super) async fn answer(
    app: &App,
    me: &Membership,
    client: &Client,
    id: Uuid,
    state: State,
) -> Result<(), ProfileError> {
    let (mut desk, before) = open(app, me, client, id).await?;
    if before.state == state {
        return Ok(());
    }
    let after = recognition::Model { state, ..before.clone() };
    store::put(&desk.transaction, after.clone()).await?;
    desk.settle(id).await?;
    let mut audiences = vec![Audience::Account(after.about)];
    if [before.state, after.state].contains(&State::Accepted) {
        for of in [&before, &after] {
            audiences.extend(store::audiences(&desk.transaction, of).await?);
        }
    }
    announce(&mut desk, &after, audiences);
    Ok(desk.close().await?)
}

/// Thanks who recognised it, once.
pub(super) async fn thank(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), ProfileError> {
    let (mut desk, before) = open(app, me, client, id).await?;
    if before.thanked_at.is_some() {
        return Ok(());
    }
    let after = recognition::Model { thanked_at: Some(app.clock.now()), ..before };
    store::put(&desk.transaction, after.clone()).await?;
    let notice = notice(&desk, Kind::RecognitionThanked, &after);
    desk.tell(&[after.given_by], notice).await?;
    announce(&mut desk, &after, [Audience::Account(after.about), Audience::Account(after.given_by)]);
    Ok(desk.close().await?)
}

async fn open<'a>(
    app: &'a App,
    me: &Membership,
    client: &'a Client,
    id: Uuid,
) -> Result<(Desk<'a>, recognition::Model), ProfileError> {
    let desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let found = store::seen_one(&desk.transaction, &desk.me, id).await?;
    let before = found.filter(|of| of.about == desk.me.account_id).ok_or(ProfileError::NotFound)?;
    Ok((desk, before))
}
