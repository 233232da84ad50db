//! Somebody with the mandate of a partner says whether it stands behind a version, and takes that back.

use serde_json::json;

use super::api::Said;
use super::store;
use super::telling;
use crate::access::Action;
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::endorsement::{Decided, about};
use crate::entity::endorsement;
use crate::partnerships::{Audience, Desk, Membership};

/// Says for one's partner whether it stands behind a version. The same once more is no mistake.
pub(super) async fn endorse(
    app: &App,
    me: &Membership,
    client: &Client,
    number: i32,
    said: &Said,
) -> Result<(), AmbitionError> {
    let (answer, words) = (said.answer, said.words()?);
    let (mut desk, decided) = open(app, me, client).await?;
    let partner = desk.speaks_for().await?;
    let version = decided.version(number).ok_or(AmbitionError::NotFound)?;
    if !decided.standing().can_be_answered(number) {
        return Err(AmbitionError::NotOpen);
    }
    let before = decided.said_by(version, partner);
    if before.is_some_and(|before| before.answer == answer && before.words == words) {
        return Ok(());
    }
    let given = endorsement::Model {
        version_id: version.id,
        partner_id: partner,
        answer,
        words,
        given_by: desk.me.account_id,
        given_at: app.clock.now(),
    };
    store::put_endorsement(&desk.transaction, given).await?;
    let mut data = about(version);
    (data["partner"], data["answer"]) = (json!(partner), json!(answer));
    desk.happened(Audience::Partnership, "ambition.endorsed", version.id, data);
    telling::follow(&mut desk, decided.standing()).await?;
    Ok(desk.close().await?)
}

/// Takes back what was said for one's partner, without a reason. That can always be done.
pub(super) async fn reconsider(
    app: &App,
    me: &Membership,
    client: &Client,
    number: i32,
) -> Result<(), AmbitionError> {
    let (mut desk, decided) = open(app, me, client).await?;
    let partner = desk.speaks_for().await?;
    let version = decided.version(number).ok_or(AmbitionError::NotFound)?;
    if decided.said_by(version, partner).is_none() {
        return Ok(());
    }
    store::take_back(&desk.transaction, version.id, partner).await?;
    let mut data = about(version);
    data["partner"] = json!(partner);
    desk.happened(Audience::Partnership, "ambition.reconsidered", version.id, data);
    telling::follow(&mut desk, decided.standing()).await?;
    Ok(desk.close().await?)
}

async fn open<'a>(app: &'a App, me: &Membership, client: &'a Client) -> Result<(Desk<'a>, Decided), AmbitionError> {
    let desk = Desk::open(app, me, client, Action::Endorse).await?;
    let decided = store::decided(&desk.transaction, &desk.me).await?;
    Ok((desk, decided))
}
