//! A partnership begins: with the organisation of whoever begins it, who leads it.

use sea_orm::ConnectionTrait;
use serde_json::json;
use uuid::Uuid;

use super::change::Change;
use super::error::PartnershipError;
use super::{letters, store, wording};
use crate::access::{Denied, Role};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::{membership, organisation, partner, partnership};
use crate::error::FieldError;
use crate::ids;
use crate::notifications::Kind;

/// The phase in which every partnership begins.
const FIRST_PHASE: &str = "signal";

/// What a partnership is to be called and to be for.
#[derive(Clone, Debug)]
pub struct NewPartnership {
    name: String,
    challenge: String,
}

impl NewPartnership {
    /// Reads both.
    pub fn read(name: &str, challenge: &str) -> Result<Self, PartnershipError> {
        match (wording::name(name), wording::sentences(challenge)) {
            (Some(name), Some(challenge)) => Ok(Self { name, challenge }),
            (name, challenge) => {
                let bad = [("name", name.is_none()), ("challenge", challenge.is_none())];
                let bad = bad.into_iter().filter(|(_, is_bad)| *is_bad);
                Err(PartnershipError::Refused(
                    bad.map(|(field, _)| FieldError { field, code: "invalid" }).collect(),
                ))
            }
        }
    }
}

/// A partnership that is being founded; whatever else belongs to it goes into the same transaction.
#[allow(missing_debug_implementations, reason = "it is a transaction under way")]
pub struct Founding<'a> {
    change: Change<'a>,
}

impl Founding<'_> {
    /// The partnership.
    pub fn partnership(&self) -> Uuid {
        self.change.partnership.id
    }

    /// Where what belongs to it is written.
    pub fn transaction(&self) -> &impl ConnectionTrait {
        &self.change.transaction
    }

    /// From now on it is there.
    pub async fn complete(self) -> Result<(), PartnershipError> {
        self.change.commit().await
    }
}

/// Begins a partnership, as a draft. Whoever begins it leads it and acts for their organisation. An organisation joins
/// by its own consent, this one too: somebody who administers it gives that by beginning; of somebody else its
/// administrators are asked.
///
/// # Errors
/// [`PartnershipError::Denied`] for somebody of no organisation that takes part.
pub async fn found<'a>(
    app: &'a App,
    actor: &Actor,
    client: &Client,
    new: NewPartnership,
) -> Result<Founding<'a>, PartnershipError> {
    let organisation = match actor.organisation() {
        Some(id) => store::organisation(app.database.reader(), id).await?,
        None => None,
    };
    let organisation = organisation.filter(|found| found.status == organisation::Status::Active);
    let organisation = organisation.ok_or(Denied::ByRole)?;
    let consents = actor.administers() == Some(organisation.id);
    let now = app.clock.now();
    let partnership = partnership::Model {
        id: ids::ordered(),
        name: new.name,
        challenge: new.challenge,
        status: partnership::Status::Draft,
        phase: FIRST_PHASE.to_owned(),
        created_at: now,
    };
    let partner = partner::Model {
        id: ids::ordered(),
        partnership_id: partnership.id,
        organisation_id: organisation.id,
        mark: 1,
        status: if consents { partner::Status::Active } else { partner::Status::Invited },
        created_at: now,
        invited_by: None,
        invited_name: None,
        joined_at: consents.then_some(now),
    };
    let lead = membership::Model {
        id: ids::ordered(),
        partnership_id: partnership.id,
        account_id: actor.account_id,
        partner_id: Some(partner.id),
        role: Role::Lead,
        mandated: consents,
        created_at: now,
        left_at: None,
    };
    let mut change = Change::begin_with(app, actor, client, partnership).await?;
    store::put_partner(&change.transaction, &change.before, partner.clone()).await?;
    store::put_membership(&change.transaction, &change.before, lead).await?;
    change.happened_to(
        organisation.id,
        "partnership.started",
        change.partnership.id,
        json!({ "partner": partner.id }),
    );
    if !consents {
        ask_administrators(&mut change, &partner, actor).await?;
    }
    Ok(Founding { change })
}

/// Tells those who decide for the organisation that somebody of it wants to begin.
async fn ask_administrators(
    change: &mut Change<'_>,
    partner: &partner::Model,
    actor: &Actor,
) -> Result<(), PartnershipError> {
    let address = change.app.config.public_url.page("/");
    for admin in store::administrators(&change.transaction, partner.organisation_id).await? {
        change.tell(admin.id, change.notice(Kind::StartProposed, partner.id, None));
        let letter =
            letters::own_start(admin.language, &admin.name, actor.name(), &change.partnership.name, &address);
        letters::send(change, &admin, letter).await?;
    }
    Ok(())
}
