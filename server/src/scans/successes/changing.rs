//! Putting successes down.

use std::collections::BTreeMap;

use serde_json::json;
use uuid::Uuid;

use super::api::Record;
use super::store;
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::success;
use crate::ids;
use crate::partnerships::{self, Audience, Desk, Membership};
use crate::precondition::IfMatch;
use crate::scans::error::ScanError;

/// More than this would not be a wall but an archive.
const MOST: u64 = 1000;

/// Puts one down; gives its id.
pub(super) async fn record(
    app: &App,
    me: &Membership,
    client: &Client,
    record: &Record,
) -> Result<Uuid, ScanError> {
    let (words, parts, happened_on) = (record.words()?, record.parts()?, record.happened_on()?);
    let mut desk = Desk::open(app, me, client, Action::RecordSuccesses).await?;
    check_partners(&desk, &parts).await?;
    if store::count(&desk.transaction, &desk.me).await? >= MOST {
        return Err(ScanError::refused("words", "too_many"));
    }
    let new = success::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        words,
        happened_on,
        recorded_by: desk.me.account_id,
        recorded_at: app.clock.now(),
        version: 1,
    };
    let id = new.id;
    store::add(&desk.transaction, new).await?;
    store::put_parts(&desk.transaction, id, parts).await?;
    desk.happened(Audience::Partnership, "success.recorded", id, json!({ "success": id }));
    desk.close().await?;
    Ok(id)
}

/// Puts one down otherwise, if nobody did since it was read.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    record: &Record,
) -> Result<(), ScanError> {
    let (words, parts, happened_on) = (record.words()?, record.parts()?, record.happened_on()?);
    let mut desk = Desk::open(app, me, client, Action::RecordSuccesses).await?;
    let before = store::one(&desk.transaction, &desk.me, id).await?.ok_or(ScanError::NotFound)?;
    read.check(before.version)?;
    check_partners(&desk, &parts).await?;
    let changed = success::Model { words, happened_on, version: before.version + 1, ..before };
    store::put(&desk.transaction, changed).await?;
    store::put_parts(&desk.transaction, id, parts).await?;
    desk.happened(Audience::Partnership, "success.changed", id, json!({ "success": id }));
    Ok(desk.close().await?)
}

/// Takes one off the wall, by who put it there, if nobody changed it since it was read.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ScanError> {
    let mut desk = Desk::open(app, me, client, Action::RecordSuccesses).await?;
    let before = store::one(&desk.transaction, &desk.me, id).await?.ok_or(ScanError::NotFound)?;
    if before.recorded_by != desk.me.account_id {
        return Err(Denied::ByRole.into());
    }
    read.check(before.version)?;
    store::remove(&desk.transaction, &desk.me, id).await?;
    desk.happened(Audience::Partnership, "success.removed", id, json!({ "success": id }));
    Ok(desk.close().await?)
}

/// Whether all of them are partners here; one that left can have done something before.
async fn check_partners(desk: &Desk<'_>, parts: &BTreeMap<Uuid, String>) -> Result<(), ScanError> {
    let partners = partnerships::partner_marks(&desk.transaction, desk.me.partnership_id).await?;
    let is_known = parts.keys().all(|partner| partners.contains_key(partner));
    if is_known { Ok(()) } else { Err(ScanError::refused("parts", "unknown")) }
}
