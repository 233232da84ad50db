//! A partner says how far it is with a phase; nobody is blamed for it.

use serde_json::json;

use super::error::PhaseError;
use super::phase::Phase;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::phase_readiness::{self, Readiness};
use crate::partnerships::{Audience, Desk, Membership};

/// Says it for one's own partner, with its mandate. The same once more changes nothing.
pub(super) async fn say(
    app: &App,
    me: &Membership,
    client: &Client,
    phase: Phase,
    readiness: Readiness,
) -> Result<(), PhaseError> {
    let mut desk = Desk::open(app, me, client, Action::Endorse).await?;
    let partner = desk.speaks_for().await?;
    let given = phase_readiness::Model {
        partner_id: partner,
        phase: phase.id().to_owned(),
        partnership_id: desk.me.partnership_id,
        readiness,
        given_by: desk.me.account_id,
        given_at: app.clock.now(),
    };
    let before = store::said_readiness(&desk.transaction, partner, phase.id()).await?;
    if before.is_some_and(|before| before.readiness == readiness) {
        return Ok(());
    }
    store::put_readiness(&desk.transaction, given).await?;
    let data = json!({ "phase": phase.id(), "partner": partner });
    desk.happened(Audience::TakingPart, "phase.readiness_changed", partner, data);
    Ok(desk.close().await?)
}

/// Takes it back.
pub(super) async fn take_back(app: &App, me: &Membership, client: &Client, phase: Phase) -> Result<(), PhaseError> {
    let mut desk = Desk::open(app, me, client, Action::Endorse).await?;
    let partner = desk.speaks_for().await?;
    if store::said_readiness(&desk.transaction, partner, phase.id()).await?.is_none() {
        return Ok(());
    }
    store::remove_readiness(&desk.transaction, partner, phase.id()).await?;
    let data = json!({ "phase": phase.id(), "partner": partner });
    desk.happened(Audience::TakingPart, "phase.readiness_changed", partner, data);
    Ok(desk.close().await?)
}
