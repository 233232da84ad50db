//! Who leads, and who leaves by themselves.

use serde_json::json;
use uuid::Uuid;

use super::acting::end;
use crate::access::{Action, Denied, Role, permits};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::membership;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::store;

/// What becomes of a lead who makes somebody else one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Succession {
    /// Both lead.
    Beside,
    /// The other leads from now on.
    Instead,
}

/// Makes a member a lead.
pub(super) async fn appoint(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    (account, succession): (Uuid, Succession),
) -> Result<(), PartnershipError> {
    let (mut change, _) = Change::begin_as_member(app, actor, client, partnership, Action::AppointLeads).await?;
    let member = present(&change, account).ok_or_else(|| PartnershipError::field("account_id", "unknown"))?;
    match member.role {
        Role::Lead => return Err(PartnershipError::Conflict("They lead already.")),
        // They consented to reading along, and to nothing more.
        Role::Observer => return Err(PartnershipError::field("account_id", "observer")),
        Role::Member => {}
    }
    change.tell(account, change.notice(Kind::LeadAppointed, member.id, None));
    become_role(&mut change, member, Role::Lead).await?;
    if succession == Succession::Instead {
        let me = present(&change, actor.account_id).ok_or(PartnershipError::NotFound)?;
        lay_down(&mut change, me).await?;
    }
    change.commit().await
}

/// Leads no more, and stays in it.
pub(super) async fn step_down(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, _) = Change::begin_as_member(app, actor, client, partnership, Action::AppointLeads).await?;
    let me = present(&change, actor.account_id).ok_or(PartnershipError::NotFound)?;
    lay_down(&mut change, me).await?;
    change.commit().await
}

/// Ends somebody's own membership; or, by a lead, that of somebody who acts for no partner. Who acts for a partner is
/// decided there.
pub(super) async fn end_membership(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    account: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, me) =
        Change::begin_as_member(app, actor, client, partnership, Action::ReadPartnership).await?;
    let member = present(&change, account).ok_or(PartnershipError::NotFound)?;
    let is_guest = member.partner_id.is_none();
    let may = account == actor.account_id || (is_guest && permits(me.role, Action::InviteGuests));
    if !may {
        return Err(Denied::ByRole.into());
    }
    let data = json!({ "partner": member.partner_id, "account": account });
    let organisation = member.partner_id.and_then(|id| change.before.partner(id)).map(|own| own.organisation_id);
    end(&mut change, member).await?;
    match organisation {
        Some(organisation) => change.happened_to(organisation, "member.removed", account, data),
        None => change.happened("member.removed", account, data),
    }
    change.commit().await
}

fn present(change: &Change<'_>, account: Uuid) -> Option<membership::Model> {
    change.before.present().find(|member| member.account_id == account).cloned()
}

/// A lead who acts for a partner is a member of it; one who acts for none has only guided, and reads along.
async fn lay_down(change: &mut Change<'_>, lead: membership::Model) -> Result<(), PartnershipError> {
    if lead.partner_id.is_some() {
        return become_role(change, lead, Role::Member).await;
    }
    // They may not write from now on: their connections would let them.
    change.send_away(lead.id);
    become_role(change, lead, Role::Observer).await
}

async fn become_role(
    change: &mut Change<'_>,
    member: membership::Model,
    role: Role,
) -> Result<(), PartnershipError> {
    let data = json!({ "partner": member.partner_id, "account": member.account_id, "fields": ["role"] });
    change.happened("member.changed", member.account_id, data);
    let changed = membership::Model { role, ..member };
    store::put_membership(&change.transaction, &change.before, changed).await?;
    Ok(())
}
