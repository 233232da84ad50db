//! A lead moves a partnership to another phase.

use serde_json::json;

use super::api::NextPhase;
use super::error::PhaseError;
use super::{reading, store};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::phase_move;
use crate::ids;
use crate::partnerships::{self, Audience, Desk, Membership};

/// Moves it, with a reason when something is missing.
pub(super) async fn go(app: &App, me: &Membership, client: &Client, next: &NextPhase) -> Result<(), PhaseError> {
    let (from, to, reason) = (next.from()?, next.to()?, next.reason()?);
    let mut desk = Desk::open(app, me, client, Action::ChangePhase).await?;
    let current = partnerships::phase(&desk.transaction, &desk.me).await?.ok_or(PhaseError::NotFound)?;
    if current == to.id() {
        return Ok(());
    }
    if current != from.id() {
        return Err(PhaseError::MovedMeanwhile);
    }
    let happened = reading::happened(&desk.transaction, &desk.me).await?;
    let is_missing = |id: &str| happened.meets(id).is_some_and(|met| !met.is_met);
    let missing: Vec<&str> =
        from.left_behind(to).filter(|of| of.required && is_missing(of.id)).map(|of| of.id).collect();
    if !missing.is_empty() && reason.is_none() {
        return Err(PhaseError::refused("reason", "required"));
    }
    let moved = phase_move::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        from_phase: from.id().to_owned(),
        to_phase: to.id().to_owned(),
        reason,
        missing: serde_json::to_string(&missing)?,
        moved_by: desk.me.account_id,
        moved_at: app.clock.now(),
    };
    let id = moved.id;
    store::add_move(&desk.transaction, moved).await?;
    partnerships::put_phase(&desk.transaction, &desk.me, to.id()).await?;
    desk.happened(Audience::Partnership, "phase.moved", id, json!({ "from": from.id(), "to": to.id() }));
    Ok(desk.close().await?)
}
