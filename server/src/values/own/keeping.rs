//! Writing own values down, and changing one's own.

use serde_json::json;
use uuid::Uuid;

use super::api::{NewOwnValue, OwnValueChanges};
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::own_value;
use crate::ids;
use crate::partnerships::{Desk, Membership};
use crate::precondition::IfMatch;
use crate::values::error::ValuesError;

/// More than this many say no more.
const MOST: u64 = 50;

/// Writes one down; gives its id.
pub(super) async fn add(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewOwnValue,
) -> Result<Uuid, ValuesError> {
    let (words, why) = (new.words()?, new.why()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if store::count_own(&desk.transaction, &desk.me).await? >= MOST {
        return Err(ValuesError::refused("words", "too_many"));
    }
    new.visible_to.check(&desk.me)?;
    let written = own_value::Model {
        id: ids::unordered(),
        partnership_id: desk.me.partnership_id,
        account_id: desk.me.account_id,
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        words,
        why,
        visible_to: new.visible_to,
        written_at: app.clock.now(),
        version: 1,
    };
    store::add(&desk.transaction, written.clone()).await?;
    announce(&mut desk, &[&written]);
    desk.close().await?;
    Ok(written.id)
}

/// Changes one of one's own, if one did not since it was read.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    changes: &OwnValueChanges,
) -> Result<(), ValuesError> {
    let (words, why) = (changes.words()?, changes.why()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = store::own(&desk.transaction, &desk.me, id).await?.ok_or(ValuesError::NotFound)?;
    read.check(before.version)?;
    if let Some(circle) = changes.visible_to {
        circle.check(&desk.me)?;
    }
    let after = own_value::Model {
        // Whoever acts for another partner by now says it as that.
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        words: words.unwrap_or_else(|| before.words.clone()),
        why: why.unwrap_or_else(|| before.why.clone()),
        visible_to: changes.visible_to.unwrap_or(before.visible_to),
        version: before.version + 1,
        ..before.clone()
    };
    store::put(&desk.transaction, after.clone()).await?;
    announce(&mut desk, &[&before, &after]);
    Ok(desk.close().await?)
}

/// Takes one of one's own away, if one did not change it since it was read.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ValuesError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let before = store::own(&desk.transaction, &desk.me, id).await?.ok_or(ValuesError::NotFound)?;
    read.check(before.version)?;
    store::remove(&desk.transaction, id).await?;
    announce(&mut desk, &[&before]);
    Ok(desk.close().await?)
}

/// Those hear of it who see it, or saw it before; nobody else, and it is on no record.
fn announce(desk: &mut Desk<'_>, states: &[&own_value::Model]) {
    let audiences = states.iter().map(|state| state.visible_to.audience(state.account_id, state.partner_id));
    let data = json!({ "own_value": states[0].id });
    desk.announce_to(audiences, "own_value.changed", &data);
}
