//! Who acts for a partner: decided by those who administer its organisation.

use serde_json::json;
use uuid::Uuid;

use crate::access::Role;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::{membership, partner};
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::store;

/// Whether somebody may speak for their partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mandate {
    Given,
    Withheld,
}

impl Mandate {
    pub(super) fn of(mandated: bool) -> Self {
        if mandated { Self::Given } else { Self::Withheld }
    }

    fn is_given(self) -> bool {
        self == Self::Given
    }
}

/// Lets an account of the organisation act for it.
pub(super) async fn add(
    app: &App,
    actor: &Actor,
    client: &Client,
    partner: Uuid,
    (account, mandate): (Uuid, Mandate),
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, partner).await?;
    let known = store::accounts_of(&change.transaction, partner.organisation_id, &[account].into()).await?.pop();
    known.ok_or_else(|| PartnershipError::field("account_id", "unknown"))?;
    let there = change.before.membership(account).cloned();
    let present = there.as_ref().filter(|there| there.left_at.is_none());
    if present.is_some_and(|there| there.partner_id.is_some()) {
        return Err(PartnershipError::Conflict("They act for this partner already."));
    }
    if let Some(guest) = present.map(|there| there.id) {
        // What they may do on a board, and for whom, is another now: they come back as that.
        change.send_away(guest);
    }
    let role =
        present.map_or(Role::Member, |there| if there.role == Role::Lead { Role::Lead } else { Role::Member });
    let membership = membership::Model {
        id: there.as_ref().map_or_else(ids::ordered, |there| there.id),
        partnership_id: change.partnership.id,
        account_id: account,
        partner_id: Some(partner.id),
        role,
        mandated: mandate.is_given(),
        created_at: there.map_or_else(|| app.clock.now(), |there| there.created_at),
        left_at: None,
    };
    store::put_membership(&change.transaction, &change.before, membership).await?;
    let title = change.name_of(Some(partner.id)).await?;
    change.tell(account, change.notice(Kind::MemberAdded, partner.id, title));
    let data = json!({ "partner": partner.id, "account": account, "mandated": mandate.is_given() });
    change.happened_to(partner.organisation_id, "member.added", account, data);
    change.commit().await
}

/// Gives somebody the partner's mandate, or takes it from them.
pub(super) async fn change_mandate(
    app: &App,
    actor: &Actor,
    client: &Client,
    partner: Uuid,
    (account, mandate): (Uuid, Mandate),
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, partner).await?;
    let member = acting(&change, &partner, account)?;
    if member.mandated == mandate.is_given() {
        return Ok(());
    }
    let changed = membership::Model { mandated: mandate.is_given(), ..member };
    store::put_membership(&change.transaction, &change.before, changed).await?;
    let kind = if mandate.is_given() { Kind::MandateGiven } else { Kind::MandateTaken };
    let title = change.name_of(Some(partner.id)).await?;
    change.tell(account, change.notice(kind, partner.id, title));
    let data = json!({ "partner": partner.id, "account": account, "fields": ["mandated"] });
    change.happened_to(partner.organisation_id, "member.changed", account, data);
    change.commit().await
}

/// Somebody acts for the partner no more.
pub(super) async fn remove(
    app: &App,
    actor: &Actor,
    client: &Client,
    partner: Uuid,
    account: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, partner).await?;
    let member = acting(&change, &partner, account)?;
    end(&mut change, member).await?;
    let data = json!({ "partner": partner.id, "account": account });
    change.happened_to(partner.organisation_id, "member.removed", account, data);
    change.commit().await
}

/// The organisation takes part no more, and nobody acts for it. What they wrote stays.
pub(super) async fn leave(
    app: &App,
    actor: &Actor,
    client: &Client,
    partner: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, partner) = begin(app, actor, client, partner).await?;
    let members: Vec<_> = change.before.acting_for(partner.id).cloned().collect();
    for member in members {
        end(&mut change, member).await?;
    }
    let left = partner::Model { status: partner::Status::Left, ..partner.clone() };
    store::put_partner(&change.transaction, &change.before, left).await?;
    store::unconfirm_contributions(&change.transaction, partner.id).await?;
    change.happened_to(partner.organisation_id, "partner.left", partner.id, json!({ "partner": partner.id }));
    change.commit().await
}

/// Ends a membership, the connections of whoever had it, what they took on, and the links by which they show something
/// to people outside: who comes back begins anew.
pub(in crate::partnerships) async fn end(
    change: &mut Change<'_>,
    member: membership::Model,
) -> Result<(), PartnershipError> {
    let (id, now) = (member.id, change.app.clock.now());
    change.send_away(id);
    let title = change.name_of(member.partner_id).await?;
    change.tell(member.account_id, change.notice(Kind::MemberRemoved, id, title));
    store::end_links(&change.transaction, &member, now).await?;
    let gone = membership::Model { left_at: Some(now), mandated: false, ..member };
    store::put_membership(&change.transaction, &change.before, gone).await?;
    store::end_assignments(&change.transaction, id, now).await?;
    store::end_room(&change.transaction, id, now).await?;
    Ok(())
}

/// Begins to decide for a partner of which `actor` administers the organisation.
async fn begin<'a>(
    app: &'a App,
    actor: &Actor,
    client: &Client,
    partner: Uuid,
) -> Result<(Change<'a>, partner::Model), PartnershipError> {
    let organisation = actor.administers().ok_or(PartnershipError::NotFound)?;
    let found = store::partner_of(app.database.reader(), organisation, partner).await?;
    let partnership = found.ok_or(PartnershipError::NotFound)?.partnership_id;
    let change = Change::begin(app, actor, client, partnership).await?;
    let there = change.before.partner(partner).filter(|there| there.status == partner::Status::Active);
    let there = there.cloned().ok_or(PartnershipError::NotFound)?;
    Ok((change, there))
}

fn acting(
    change: &Change<'_>,
    partner: &partner::Model,
    account: Uuid,
) -> Result<membership::Model, PartnershipError> {
    let found = change.before.acting_for(partner.id).find(|member| member.account_id == account);
    found.cloned().ok_or(PartnershipError::NotFound)
}
