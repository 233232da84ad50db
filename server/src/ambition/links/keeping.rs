//! Making links, and ending them.

use chrono::Days;
use serde_json::json;
use uuid::Uuid;

use super::api::NewAmbitionLink;
use super::store;
use crate::access::{Action, Denied, Role};
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::share_link;
use crate::ids;
use crate::partnerships::{Audience, Desk, Membership};

/// More than this many cannot be used at a time.
const MOST: u64 = 20;

/// Makes one; gives its id, and what stands in it.
pub(super) async fn make(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewAmbitionLink,
) -> Result<(Uuid, String), AmbitionError> {
    let days = new.days()?;
    let mut desk = Desk::open(app, me, client, Action::ShareLinks).await?;
    let now = app.clock.now();
    if store::count_usable(&desk.transaction, &desk.me, now).await? >= MOST {
        return Err(AmbitionError::refused("days", "too_many"));
    }
    let token = ids::token();
    let made = share_link::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        hash: ids::fingerprint(&token),
        made_by: desk.me.account_id,
        made_at: now,
        expires_at: now + Days::new(days.into()),
        revoked_at: None,
    };
    let id = made.id;
    store::add(&desk.transaction, made).await?;
    desk.happened(Audience::TakingPart, "ambition_link.made", id, json!({ "link": id }));
    desk.close().await?;
    Ok((id, token))
}

/// Ends one, by who made it or a lead. Once more is no mistake.
pub(super) async fn revoke(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), AmbitionError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(AmbitionError::NotFound)?;
    if found.made_by != desk.me.account_id && desk.me.role != Role::Lead {
        return Err(Denied::ByRole.into());
    }
    if found.revoked_at.is_some() {
        return Ok(());
    }
    let revoked = share_link::Model { revoked_at: Some(app.clock.now()), ..found };
    store::put(&desk.transaction, revoked).await?;
    desk.happened(Audience::TakingPart, "ambition_link.revoked", id, json!({ "link": id }));
    Ok(desk.close().await?)
}
