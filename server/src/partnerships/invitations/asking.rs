//! A lead asks an organisation to take part, or takes that back.

use serde_json::json;
use uuid::Uuid;

use crate::access::Action;
use crate::accounts::{self, AccountError, Actor, Client, EmailAddress, Invitee};
use crate::app::App;
use crate::entity::account::Language;
use crate::entity::{name_key, organisation, partner};
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::letters;
use crate::partnerships::store::{self, Membership};

/// Which organisation is asked.
pub(super) enum Invited {
    /// One that whoever asks knows.
    Known(Uuid),
    /// One by an address.
    ByAddress(NewOrganisation),
}

/// An organisation that is not here yet, as far as whoever asks it knows.
pub(super) struct NewOrganisation {
    pub(super) name: String,
    pub(super) email: EmailAddress,
    /// Who will administer it.
    pub(super) admin_name: String,
    pub(super) language: Language,
}

/// Asks an organisation; gives the partner that it may become.
pub(super) async fn invite(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    invited: Invited,
) -> Result<Uuid, PartnershipError> {
    let (mut change, me) = Change::begin_as_member(app, actor, client, partnership, Action::InvitePartners).await?;
    speaks_for_a_partner(&change, &me)?;
    let (organisation, invited_name) = match invited {
        Invited::Known(id) => (known(&change, &me, id).await?, None),
        Invited::ByAddress(new) => {
            let name = new.name.clone();
            (by_address(&change, new).await?, Some(name))
        }
    };
    let partner = asked(&change, &me, organisation, invited_name)?;
    store::put_partner(&change.transaction, &change.before, partner.clone()).await?;
    tell_administrators(&mut change, &partner, &me).await?;
    change.happened_to(organisation, "partner.invited", partner.id, json!({ "partner": partner.id }));
    change.commit().await?;
    Ok(partner.id)
}

/// Takes an invitation back that was not answered.
pub(super) async fn withdraw(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    partner: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, me) = Change::begin_as_member(app, actor, client, partnership, Action::InvitePartners).await?;
    let found = change.before.partner(partner).cloned().ok_or(PartnershipError::NotFound)?;
    let is_own = me.partner.is_some_and(|own| own.id == partner);
    if found.status != partner::Status::Invited || is_own {
        return Err(PartnershipError::Conflict("Only an invitation that waits for an answer can be taken back."));
    }
    forget(&change, found.clone()).await?;
    change.settle(partner);
    change.happened_to(found.organisation_id, "partner.withdrawn", partner, json!({ "partner": partner }));
    change.commit().await
}

/// Takes back whatever was not answered.
pub(in crate::partnerships) async fn forget_all(change: &mut Change<'_>) -> Result<(), PartnershipError> {
    let asked = change.before.partners.iter().filter(|partner| partner.status == partner::Status::Invited);
    for partner in asked.cloned().collect::<Vec<_>>() {
        let (id, organisation) = (partner.id, partner.organisation_id);
        forget(change, partner).await?;
        change.happened_to(organisation, "partner.withdrawn", id, json!({ "partner": id }));
    }
    Ok(())
}

/// Somebody who was asked and does not take part leaves no partner behind, unless it was one before.
pub(super) async fn forget(change: &Change<'_>, partner: partner::Model) -> Result<(), PartnershipError> {
    if partner.joined_at.is_none() {
        store::remove_partner(&change.transaction, partner.id).await?;
        return Ok(());
    }
    let left = partner::Model { status: partner::Status::Left, invited_name: None, ..partner };
    store::put_partner(&change.transaction, &change.before, left).await?;
    Ok(())
}

/// Whoever acts for an organisation that did not say yes itself cannot ask others yet.
fn speaks_for_a_partner(change: &Change<'_>, me: &Membership) -> Result<(), PartnershipError> {
    let own = me.partner.as_ref().and_then(|own| change.before.partner(own.id));
    match own {
        Some(own) if own.status == partner::Status::Invited => Err(PartnershipError::Undecided),
        _ => Ok(()),
    }
}

async fn known(change: &Change<'_>, me: &Membership, id: Uuid) -> Result<Uuid, PartnershipError> {
    if change.before.partner_of(id).is_some_and(|partner| partner.status != partner::Status::Left) {
        return Err(PartnershipError::AlreadyPartner);
    }
    let known = store::organisations_known_to(&change.transaction, me).await?;
    let is_known = known.iter().any(|organisation| organisation.id == id);
    if is_known { Ok(id) } else { Err(PartnershipError::field("organisation_id", "unknown")) }
}

/// The organisation of whoever has the address, or one that is made for them and waits until they begin.
async fn by_address(change: &Change<'_>, new: NewOrganisation) -> Result<Uuid, PartnershipError> {
    let (app, db) = (change.app, &change.transaction);
    if let Some(account) = accounts::account_at(db, &new.email).await? {
        let usable = account.organisation_id.filter(|_| account.deactivated_at.is_none());
        let id = usable.ok_or_else(|| PartnershipError::field("email", "unusable"))?;
        let organisation = store::organisation(db, id).await?.ok_or(PartnershipError::NotFound)?;
        if organisation.status == organisation::Status::Suspended {
            return Err(PartnershipError::field("email", "unusable"));
        }
        return Ok(id);
    }
    let organisation = organisation::Model {
        id: ids::ordered(),
        name_key: name_key(&new.name),
        name: new.name,
        created_at: app.clock.now(),
        status: organisation::Status::Pending,
    };
    let id = organisation.id;
    store::add_organisation(db, organisation).await?;
    let invitee = Invitee {
        organisation_id: Some(id),
        email: new.email,
        name: new.admin_name,
        language: new.language,
        organisation_admin: true,
    };
    match accounts::invite(app, db, invitee, &change.partnership.name).await {
        // Somebody was faster, at this very moment: asked again it is their organisation.
        Err(AccountError::AddressTaken) => Err(PartnershipError::Conflict("Try this once more.")),
        other => Ok(other.map(|_| id)?),
    }
}

/// The partner as it is from now on: asked, and under a mark of its own.
fn asked(
    change: &Change<'_>,
    me: &Membership,
    organisation: Uuid,
    invited_name: Option<String>,
) -> Result<partner::Model, PartnershipError> {
    let now = change.app.clock.now();
    match change.before.partner_of(organisation) {
        Some(there) if there.status != partner::Status::Left => Err(PartnershipError::AlreadyPartner),
        // Everybody knows it by its name already.
        Some(there) => Ok(partner::Model {
            status: partner::Status::Invited,
            created_at: now,
            invited_by: Some(me.account_id),
            ..there.clone()
        }),
        None => Ok(partner::Model {
            id: ids::ordered(),
            partnership_id: change.partnership.id,
            organisation_id: organisation,
            mark: change.before.free_mark()?,
            status: partner::Status::Invited,
            created_at: now,
            invited_by: Some(me.account_id),
            invited_name,
            joined_at: None,
        }),
    }
}

/// Tells those who decide for the organisation.
async fn tell_administrators(
    change: &mut Change<'_>,
    partner: &partner::Model,
    me: &Membership,
) -> Result<(), PartnershipError> {
    let app = change.app;
    let address = app.config.public_url.page("/");
    for admin in store::administrators(&change.transaction, partner.organisation_id).await? {
        change.tell(admin.id, change.notice(Kind::PartnerInvited, partner.id, None));
        if admin.password_hash.is_none() {
            // They have a link with which they begin, and find this then.
            continue;
        }
        let letter = letters::invitation(admin.language, &admin.name, &me.name, &change.partnership.name, &address);
        letters::send(change, &admin, letter).await?;
    }
    Ok(())
}
