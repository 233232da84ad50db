//! What the addresses of an organisation's accounts take and give.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::administering::Change;
use super::store::Listed;
use crate::accounts::{EmailAddress, Invitee, name};
use crate::entity::account::{self, Language};
use crate::error::Problem;
use crate::organisations::api::refused;
use crate::organisations::error::OrganisationError;
use crate::organisations::page::Page;

/// Which accounts are wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct AccountQuery {
    /// Words of the name or the address; capitals do not count.
    search: Option<String>,
    /// Only those that stand so.
    #[param(inline)]
    pub(super) status: Option<AccountStatus>,
    /// Where the page begins: `next` of the page before it.
    cursor: Option<String>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl AccountQuery {
    pub(super) fn page(&self) -> Result<Page, Problem> {
        Page::read(self.search.as_deref(), self.cursor.as_deref(), self.limit)
    }
}

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum AccountStatus {
    /// Its owner has begun.
    Active,
    /// Its owner has not accepted the invitation yet.
    Invited,
    /// Its owner cannot sign in.
    Deactivated,
}

impl AccountStatus {
    fn of(account: &account::Model) -> Self {
        match account {
            account if account.deactivated_at.is_some() => Self::Deactivated,
            account if account.password_hash.is_none() => Self::Invited,
            _ => Self::Active,
        }
    }
}

/// One page of an organisation's accounts, by name.
#[derive(Serialize, ToSchema)]
pub(super) struct OrganisationAccountList {
    pub(super) items: Vec<OrganisationAccount>,
    /// Where the next page begins; none on the last.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// An account, to who administers its organisation.
#[derive(Serialize, ToSchema)]
pub(super) struct OrganisationAccount {
    id: Uuid,
    name: String,
    email: String,
    /// In which language they are written to.
    language: Language,
    /// Whether they administer the organisation.
    organisation_admin: bool,
    status: AccountStatus,
    created_at: DateTime<Utc>,
    /// Until when the invitation can be accepted; null for whoever has begun.
    #[schema(required)]
    invitation_expires_at: Option<DateTime<Utc>>,
}

impl From<Listed> for OrganisationAccount {
    fn from(Listed { account, invitation_expires_at }: Listed) -> Self {
        Self {
            status: AccountStatus::of(&account),
            id: account.id,
            name: account.name,
            email: account.email,
            language: account.language,
            organisation_admin: account.organisation_admin,
            created_at: account.created_at,
            invitation_expires_at,
        }
    }
}

/// Somebody who is to have an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOrganisationAccount {
    email: String,
    /// What they are called; they may change it.
    name: String,
    /// In which language they are written to; Dutch when left out.
    #[serde(default)]
    language: Language,
    /// Whether they will administer the organisation.
    #[serde(default)]
    organisation_admin: bool,
}

impl NewOrganisationAccount {
    pub(super) fn read(self, organisation: Uuid) -> Result<Invitee, OrganisationError> {
        let (Some(email), Some(name)) = (EmailAddress::parse(&self.email), name(&self.name)) else {
            let is_address = EmailAddress::parse(&self.email).is_some();
            return Err(refused([("email", !is_address), ("name", name(&self.name).is_none())]));
        };
        Ok(Invitee {
            organisation_id: Some(organisation),
            email,
            name,
            language: self.language,
            organisation_admin: self.organisation_admin,
        })
    }
}

/// What is to be different about an account. What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationAccountChange {
    /// At most 100 characters.
    name: Option<String>,
    /// Whether they administer the organisation.
    organisation_admin: Option<bool>,
}

impl OrganisationAccountChange {
    pub(super) fn read(self) -> Result<Change, OrganisationError> {
        let name = match self.name.as_deref() {
            Some(text) => Some(name(text).ok_or_else(|| refused([("name", true)]))?),
            None => None,
        };
        Ok(Change { name, organisation_admin: self.organisation_admin })
    }
}
