//! A partner says how far it is with a phase; nobody is blamed for it.

use serde_json::json;
use uuid::Uuid;

use super::error::PhaseError;
use super::phase::Phase;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::phase_readiness::{self, Readiness};
use crate::partnerships::{self, Audience, Desk, Membership};

/// Says it for one's own partner, with its mandate.
pub(super) async fn say(
    app: &App,
    me: &Membership,
    client: &Client,
    phase: Phase,
    readiness: Readiness,
) -> Result<(), PhaseError> {
    let mut desk = Desk::open(app, me, client, Action::Endorse).await?;
    let partner = own_partner(&desk).await?;
    let given = phase_readiness::Model {
        partner_id: partner,
        phase: phase.id().to_owned(),
        partnership_id: desk.me.partnership_id,
        readiness,
        given_by: desk.me.account_id,
        given_at: app.clock.now(),
    };
    store::put_readiness(&desk.transaction, given).await?;
    let data = json!({ "phase": phase.id(), "partner": partner });
    desk.happened(Audience::TakingPart, "phase.readiness_changed", partner, data);
    Ok(desk.close().await?)
}

/// Takes it back.
pub(super) async fn take_back(app: &App, me: &Membership, client: &Client, phase: Phase) -> Result<(), PhaseError> {
    let mut desk = Desk::open(app, me, client, Action::Endorse).await?;
    let partner = own_partner(&desk).await?;
    store::remove_readiness(&desk.transaction, partner, phase.id()).await?;
    let data = json!({ "phase": phase.id(), "partner": partner });
    desk.happened(Audience::TakingPart, "phase.readiness_changed", partner, data);
    Ok(desk.close().await?)
}

/// The partner that whoever asks speaks for, if it takes part.
async fn own_partner(desk: &Desk<'_>) -> Result<Uuid, PhaseError> {
    let own = desk.me.partner.as_ref().filter(|_| desk.me.mandated).map(|partner| partner.id);
    let names = partnerships::partner_names(&desk.transaction, &desk.me).await?;
    let takes_part = |own: &Uuid| names.iter().any(|partner| partner.is_active && partner.id == *own);
    own.filter(takes_part).ok_or(PhaseError::NoMandate)
}
