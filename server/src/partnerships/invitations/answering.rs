//! Whoever administers an organisation answers for it.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use super::asking;
use crate::access::Role;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::{membership, partner, partnership};
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::people;
use crate::partnerships::store;

/// Says yes: the organisation takes part from now on, and those who are named speak for it.
pub(super) async fn accept(
    app: &App,
    actor: &Actor,
    client: &Client,
    invitation: Uuid,
    mandated: BTreeSet<Uuid>,
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, invitation).await?;
    let now = app.clock.now();
    let named = store::accounts_of(&change.transaction, partner.organisation_id, &mandated).await?;
    if named.len() != mandated.len() {
        return Err(PartnershipError::field("mandated", "unknown"));
    }
    let joined = partner::Model {
        status: partner::Status::Active,
        invited_name: None,
        joined_at: Some(now),
        ..partner.clone()
    };
    store::put_partner(&change.transaction, &change.before, joined).await?;
    for account in &mandated {
        let membership = speaking_for(&change, &partner, *account);
        store::put_membership(&change.transaction, &change.before, membership).await?;
        let is_in_it = change.before.present().any(|there| there.account_id == *account);
        let kind = if is_in_it { Kind::MandateGiven } else { Kind::MemberAdded };
        let title = change.name_of(Some(partner.id)).await?;
        change.tell(*account, change.notice(kind, partner.id, title));
    }
    let (organisation, data) = (partner.organisation_id, json!({ "partner": partner.id, "mandated": mandated }));
    change.happened_to(organisation, "partner.joined", partner.id, data);
    let status = store::company(&change.transaction, change.partnership.id).await?.status();
    if change.partnership.status == partnership::Status::Draft && status == partnership::Status::Active {
        change.partnership.status = status;
        store::put_partnership(&change.transaction, change.partnership.clone()).await?;
        let id = change.partnership.id;
        change.happened("partnership.changed", id, json!({ "fields": ["status"] }));
    }
    change.commit().await
}

/// Says no. What somebody of the organisation began without its consent ends with it.
pub(super) async fn decline(
    app: &App,
    actor: &Actor,
    client: &Client,
    invitation: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, invitation).await?;
    let is_founder = partner.invited_by.is_none();
    if is_founder {
        end_what_was_begun(&mut change, &partner).await?;
    } else {
        asking::forget(&change, partner.clone()).await?;
    }
    let data = json!({ "partner": partner.id });
    change.happened_to(partner.organisation_id, "partner.declined", partner.id, data);
    change.commit().await
}

/// The partnership is over before it was one: nobody else was asked yet, because that waits for this answer.
async fn end_what_was_begun(change: &mut Change<'_>, partner: &partner::Model) -> Result<(), PartnershipError> {
    let left = partner::Model { status: partner::Status::Left, ..partner.clone() };
    store::put_partner(&change.transaction, &change.before, left).await?;
    let members: Vec<_> = change.before.present().cloned().collect();
    for member in members {
        people::end(change, member).await?;
    }
    change.partnership.status = partnership::Status::Archived;
    store::put_partnership(&change.transaction, change.partnership.clone()).await?;
    Ok(())
}

/// Begins to answer for the organisation that `actor` administers.
async fn begin<'a>(
    app: &'a App,
    actor: &Actor,
    client: &Client,
    invitation: Uuid,
) -> Result<(Change<'a>, partner::Model), PartnershipError> {
    let organisation = actor.administers().ok_or(PartnershipError::NotFound)?;
    let found = store::partner_of(app.database.reader(), organisation, invitation).await?;
    let partnership = found.ok_or(PartnershipError::NotFound)?.partnership_id;
    let mut change = Change::begin(app, actor, client, partnership).await?;
    change.settle(invitation);
    let partner = change.before.partner(invitation).cloned().ok_or(PartnershipError::NotFound)?;
    if partner.status != partner::Status::Invited {
        return Err(PartnershipError::Conflict("This invitation was answered already."));
    }
    Ok((change, partner))
}

/// Somebody of the organisation, speaking for it. Who is in the partnership already stays what they are.
fn speaking_for(change: &Change<'_>, partner: &partner::Model, account: Uuid) -> membership::Model {
    let known = change.before.membership(account);
    let present = known.filter(|there| there.left_at.is_none());
    let role = match present.map(|there| there.role) {
        Some(Role::Lead) => Role::Lead,
        _ => Role::Member,
    };
    membership::Model {
        id: known.map_or_else(ids::ordered, |there| there.id),
        partnership_id: change.partnership.id,
        account_id: account,
        partner_id: Some(partner.id),
        role,
        mandated: true,
        created_at: known.map_or_else(|| change.app.clock.now(), |there| there.created_at),
        left_at: None,
    }
}
