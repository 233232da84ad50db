//! Whoever was asked to guide or to read along answers for themselves.

use serde_json::json;
use uuid::Uuid;

use super::store as guests;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::{membership, membership_invitation};
use crate::ids;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::store;

/// Says yes: they are in the partnership from now on.
pub(super) async fn accept(
    app: &App,
    actor: &Actor,
    client: &Client,
    invitation: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, invitation) = begin(app, actor, client, invitation).await?;
    let known = change.before.membership(actor.account_id);
    if known.is_some_and(|there| there.left_at.is_none()) {
        return Err(PartnershipError::Conflict("You take part already."));
    }
    let membership = membership::Model {
        id: known.map_or_else(ids::ordered, |there| there.id),
        partnership_id: change.partnership.id,
        account_id: actor.account_id,
        partner_id: None,
        role: invitation.role,
        mandated: false,
        created_at: known.map_or_else(|| app.clock.now(), |there| there.created_at),
        left_at: None,
    };
    store::put_membership(&change.transaction, &change.before, membership).await?;
    let data = json!({ "partner": null, "account": actor.account_id, "invitation": invitation.id });
    change.happened("member.added", actor.account_id, data);
    change.commit().await
}

/// Says no.
pub(super) async fn decline(
    app: &App,
    actor: &Actor,
    client: &Client,
    invitation: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, invitation) = begin(app, actor, client, invitation).await?;
    change.happened("guest.declined", invitation.id, json!({ "invitation": invitation.id }));
    change.commit().await
}

/// Begins to answer; the invitation is used up by that.
async fn begin<'a>(
    app: &'a App,
    actor: &Actor,
    client: &Client,
    id: Uuid,
) -> Result<(Change<'a>, membership_invitation::Model), PartnershipError> {
    let found = guests::invitation_of(app.database.reader(), actor.account_id, id).await?;
    let invitation = found.ok_or(PartnershipError::NotFound)?;
    let mut change = Change::begin(app, actor, client, invitation.partnership_id).await?;
    change.settle(id);
    if guests::take(&change.transaction, invitation.partnership_id, id).await? {
        Ok((change, invitation))
    } else {
        Err(PartnershipError::NotFound)
    }
}
