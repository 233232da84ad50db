//! What goes over the line about people who take part for no partner.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::asking::Guest;
use super::store::Asked;
use crate::access::Role;
use crate::accounts::EmailAddress;
use crate::entity::account::Language;
use crate::entity::membership_invitation;
use crate::partnerships::api::refuse;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::wording;

/// What somebody is who acts for no partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum GuestPart {
    /// Leads, without the interest of a partner.
    Guide,
    /// Reads along.
    Observer,
}

impl From<Role> for GuestPart {
    fn from(role: Role) -> Self {
        match role {
            Role::Lead => Self::Guide,
            Role::Member | Role::Observer => Self::Observer,
        }
    }
}

/// Somebody who is to be asked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InviteGuest {
    email: String,
    /// What they are called.
    name: String,
    /// In which language they are written to.
    #[serde(default)]
    language: Language,
    part: GuestPart,
}

impl InviteGuest {
    pub(super) fn read(self) -> Result<Guest, PartnershipError> {
        let role = match self.part {
            GuestPart::Guide => Role::Lead,
            GuestPart::Observer => Role::Observer,
        };
        match (EmailAddress::parse(&self.email), wording::name(&self.name)) {
            (Some(email), Some(name)) => Ok(Guest { email, name, language: self.language, role }),
            (email, name) => {
                refuse([("email", email.is_none()), ("name", name.is_none())])?;
                Err(PartnershipError::NotFound)
            }
        }
    }
}

/// Those who are asked and have not answered.
#[derive(Serialize, ToSchema)]
pub(super) struct GuestList {
    items: Vec<AskedGuest>,
    /// Where the list goes on; null at its end.
    #[schema(required)]
    next: Option<String>,
}

/// Somebody who is asked and has not answered.
#[derive(Serialize, ToSchema)]
struct AskedGuest {
    id: Uuid,
    /// As whoever asked calls them.
    name: String,
    part: GuestPart,
    invited_at: DateTime<Utc>,
}

impl GuestList {
    pub(super) fn new(found: Vec<membership_invitation::Model>) -> Self {
        let items = found.into_iter().map(|asked| AskedGuest {
            id: asked.id,
            name: asked.name,
            part: asked.role.into(),
            invited_at: asked.created_at,
        });
        Self { items: items.collect(), next: None }
    }
}

/// What I am asked myself.
#[derive(Serialize, ToSchema)]
pub(super) struct GuestInvitations {
    items: Vec<GuestInvitation>,
    /// Where the list goes on; null at its end.
    #[schema(required)]
    next: Option<String>,
}

/// A partnership that I am asked to guide, or to read along with.
#[derive(Serialize, ToSchema)]
struct GuestInvitation {
    id: Uuid,
    /// What the partnership is called.
    name: String,
    /// What none of the partners can solve alone.
    challenge: String,
    /// Who asks.
    #[schema(required)]
    invited_by: Option<String>,
    part: GuestPart,
    invited_at: DateTime<Utc>,
}

impl GuestInvitations {
    pub(super) fn new(found: Vec<Asked>) -> Self {
        let items = found.into_iter().map(|(asked, partnership, by)| GuestInvitation {
            id: asked.id,
            name: partnership.name,
            challenge: partnership.challenge,
            invited_by: by.map(|account| account.name),
            part: asked.role.into(),
            invited_at: asked.created_at,
        });
        Self { items: items.collect(), next: None }
    }
}
