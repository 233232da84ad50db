//! A partner says how it sees the challenge.

use serde_json::json;

use super::api::OwnView;
use super::store;
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::partner_view;
use crate::partnerships::{Audience, Desk, Membership};
use crate::precondition::IfMatch;

/// Says how one's own partner sees it, if nobody did since it was read. Before anybody did, its version is 0.
pub(super) async fn put_own(
    app: &App,
    me: &Membership,
    client: &Client,
    read: &IfMatch,
    view: &OwnView,
) -> Result<(), AmbitionError> {
    let (seeing, doing, urgency) = (view.seeing()?, view.doing()?, view.urgency()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let partner = desk.me.partner.as_ref().ok_or(Denied::ByRole)?.id;
    let before = store::view(&desk.transaction, &desk.me, partner).await?;
    let version = before.as_ref().map_or(0, |before| before.version);
    read.check(version)?;
    let changed = partner_view::Model {
        partner_id: partner,
        partnership_id: desk.me.partnership_id,
        seeing,
        doing,
        urgency,
        changed_by: desk.me.account_id,
        changed_at: app.clock.now(),
        version: version + 1,
    };
    if before.is_some() {
        store::put_view(&desk.transaction, changed).await?;
    } else {
        store::add_view(&desk.transaction, changed).await?;
    }
    desk.happened(Audience::TakingPart, "view.changed", partner, json!({ "partner": partner }));
    Ok(desk.close().await?)
}
