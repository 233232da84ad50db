//! A lead asks somebody to guide or to read along, or takes that back.

use serde_json::json;
use uuid::Uuid;

use super::store as guests;
use crate::access::{Action, Role};
use crate::accounts::{self, AccountError, Actor, Client, EmailAddress, Invitee};
use crate::app::App;
use crate::entity::account::Language;
use crate::entity::membership_invitation;
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::letters;
use crate::partnerships::store::Membership;

/// Somebody who is to be asked.
pub(super) struct Guest {
    pub(super) email: EmailAddress,
    pub(super) name: String,
    pub(super) language: Language,
    /// Lead for a guide, or observer.
    pub(super) role: Role,
}

/// Asks somebody.
pub(super) async fn invite(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    guest: Guest,
) -> Result<(), PartnershipError> {
    let (mut change, me) = Change::begin_as_member(app, actor, client, partnership, Action::InviteGuests).await?;
    let (name, role) = (guest.name.clone(), guest.role);
    let account = account_for(&change, &me, guest).await?;
    if change.before.present().any(|member| member.account_id == account) {
        return Err(PartnershipError::Conflict("They take part already."));
    }
    let invitation = membership_invitation::Model {
        id: ids::ordered(),
        partnership_id: partnership,
        account_id: account,
        role,
        name,
        invited_by: me.account_id,
        created_at: app.clock.now(),
    };
    let id = invitation.id;
    guests::replace(&change.transaction, invitation).await?;
    change.tell(account, change.notice(Kind::GuestInvited, id, None));
    change.happened("guest.invited", id, json!({ "invitation": id, "role": role }));
    change.commit().await
}

/// Takes it back before it was answered.
pub(super) async fn withdraw(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    invitation: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, _) = Change::begin_as_member(app, actor, client, partnership, Action::InviteGuests).await?;
    if !guests::take(&change.transaction, partnership, invitation).await? {
        return Err(PartnershipError::NotFound);
    }
    change.settle(invitation);
    change.happened("guest.withdrawn", invitation, json!({ "invitation": invitation }));
    change.commit().await
}

/// Takes back whatever was not answered.
pub(in crate::partnerships) async fn forget_all(change: &mut Change<'_>) -> Result<(), PartnershipError> {
    let partnership = change.partnership.id;
    for invitation in guests::asked_in(&change.transaction, partnership).await? {
        guests::take(&change.transaction, partnership, invitation.id).await?;
        change.happened("guest.withdrawn", invitation.id, json!({ "invitation": invitation.id }));
    }
    Ok(())
}

/// The account of whoever has the address, or one that is made for them; and they are told.
async fn account_for(change: &Change<'_>, me: &Membership, guest: Guest) -> Result<Uuid, PartnershipError> {
    let (app, db, partnership) = (change.app, &change.transaction, &change.partnership.name);
    let Some(account) = accounts::account_at(db, &guest.email).await? else {
        let invitee = Invitee {
            organisation_id: None,
            email: guest.email,
            name: guest.name,
            language: guest.language,
            organisation_admin: false,
        };
        return match accounts::invite(app, db, invitee, partnership).await {
            // Somebody was faster, at this very moment.
            Err(AccountError::AddressTaken) => Err(PartnershipError::Conflict("Try this once more.")),
            other => Ok(other?),
        };
    };
    if account.deactivated_at.is_some() {
        return Err(PartnershipError::field("email", "unusable"));
    }
    // Whoever has not begun has a link with which they do, and finds this then.
    if account.password_hash.is_some() {
        let address = app.config.public_url.page("/");
        let letter = letters::guest(account.language, &account.name, &me.name, partnership, &address);
        letters::send(change, &account, letter).await?;
    }
    Ok(account.id)
}
