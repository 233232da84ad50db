//! What goes over the line about invitations of organisations.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::asking::{Invited, NewOrganisation};
use super::store::Asked;
use crate::accounts::EmailAddress;
use crate::entity::account::Language;
use crate::entity::organisation;
use crate::partnerships::api::refuse;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::wording;

/// How many organisations are listed at once.
const MOST_LISTED: usize = 50;
/// How many people can be named at once to speak for an organisation.
const MOST_NAMED: usize = 20;

/// Which organisation is asked: one that is known, or a new one by the address of whoever will administer it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InvitePartner {
    /// One of the known organisations; then nothing else is needed.
    organisation_id: Option<Uuid>,
    /// What the organisation is called.
    #[schema(example = "Welzijn Oost")]
    name: Option<String>,
    /// The address of whoever will administer it here.
    email: Option<String>,
    /// What they are called.
    admin_name: Option<String>,
    /// In which language they are written to.
    language: Option<Language>,
}

impl InvitePartner {
    pub(super) fn read(self) -> Result<Invited, PartnershipError> {
        if let Some(id) = self.organisation_id {
            let more = self.name.is_some() || self.email.is_some() || self.admin_name.is_some();
            refuse([("organisation_id", more)])?;
            return Ok(Invited::Known(id));
        }
        let name = self.name.as_deref().and_then(wording::name);
        let email = self.email.as_deref().and_then(EmailAddress::parse);
        let admin_name = self.admin_name.as_deref().and_then(wording::name);
        match (name, email, admin_name) {
            (Some(name), Some(email), Some(admin_name)) => Ok(Invited::ByAddress(NewOrganisation {
                name,
                email,
                admin_name,
                language: self.language.unwrap_or_default(),
            })),
            (name, email, admin_name) => {
                refuse([
                    ("name", name.is_none()),
                    ("email", email.is_none()),
                    ("admin_name", admin_name.is_none()),
                ])?;
                Err(PartnershipError::NotFound)
            }
        }
    }
}

/// What is searched for.
#[derive(Deserialize, IntoParams)]
pub(super) struct KnownQuery {
    /// Part of a name; capitals do not count.
    #[serde(default)]
    search: String,
}

/// Organisations that one knows.
#[derive(Serialize, ToSchema)]
pub(super) struct KnownOrganisations {
    items: Vec<KnownOrganisation>,
    /// Always null: the first fifty by name; search for others.
    #[schema(required)]
    next: Option<String>,
}

/// An organisation that one knows, because one shares a partnership with it.
#[derive(Serialize, ToSchema)]
struct KnownOrganisation {
    id: Uuid,
    name: String,
}

impl KnownOrganisations {
    pub(super) fn new(found: Vec<organisation::Model>, query: &KnownQuery) -> Self {
        let search = query.search.trim().to_lowercase();
        let items = found
            .into_iter()
            .filter(|organisation| organisation.name.to_lowercase().contains(&search))
            .map(|organisation| KnownOrganisation { id: organisation.id, name: organisation.name })
            .take(MOST_LISTED);
        Self { items: items.collect(), next: None }
    }
}

/// What my organisation is asked to take part in.
#[derive(Serialize, ToSchema)]
pub(super) struct PartnershipInvitations {
    items: Vec<PartnershipInvitation>,
    /// Where the list goes on; null at its end.
    #[schema(required)]
    next: Option<String>,
}

/// What an organisation is asked to take part in, as far as it must know to decide.
#[derive(Serialize, ToSchema)]
struct PartnershipInvitation {
    id: Uuid,
    /// What the partnership is called.
    name: String,
    /// What none of the partners can solve alone.
    challenge: String,
    /// Who asks; null when somebody of my own organisation began it.
    #[schema(required)]
    invited_by: Option<String>,
    invited_at: DateTime<Utc>,
    /// The names of the organisations that take part.
    partners: Vec<String>,
    /// Those of my organisation who act for it already: who began it.
    started_by: Vec<Starter>,
}

/// Somebody of my organisation.
#[derive(Serialize, ToSchema)]
struct Starter {
    account_id: Uuid,
    name: String,
}

impl PartnershipInvitations {
    pub(super) fn new(found: Vec<Asked>) -> Self {
        let items = found.into_iter().map(|asked| PartnershipInvitation {
            id: asked.partner.id,
            name: asked.partnership.name,
            challenge: asked.partnership.challenge,
            invited_by: asked.invited_by,
            invited_at: asked.partner.created_at,
            partners: asked.partners,
            started_by: asked
                .members
                .into_iter()
                .map(|account| Starter { account_id: account.id, name: account.name })
                .collect(),
        });
        Self { items: items.collect(), next: None }
    }
}

/// Yes, and who may speak for us.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptPartnership {
    /// Accounts of my organisation, at least one; I may be one of them.
    #[schema(min_items = 1, max_items = 20)]
    mandated: Vec<Uuid>,
}

impl AcceptPartnership {
    pub(super) fn read(self) -> Result<BTreeSet<Uuid>, PartnershipError> {
        refuse([("mandated", self.mandated.is_empty() || self.mandated.len() > MOST_NAMED)])?;
        Ok(self.mandated.into_iter().collect())
    }
}
