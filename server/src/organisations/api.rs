//! What the addresses of organisations take and give.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::error::OrganisationError;
use super::page::Page;
use super::store::Counted;
use crate::accounts::{EmailAddress, name};
use crate::entity::account::Language;
use crate::entity::organisation;
use crate::error::{FieldError, Problem};

/// Which organisations are wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct OrganisationQuery {
    /// Words of the name; capitals do not count.
    search: Option<String>,
    /// Only those that stand so.
    #[param(inline)]
    pub(super) status: Option<Standing>,
    /// Where the page begins: `next` of the page before it.
    cursor: Option<String>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl OrganisationQuery {
    pub(super) fn page(&self) -> Result<Page, Problem> {
        Page::read(self.search.as_deref(), self.cursor.as_deref(), self.limit)
    }
}

/// How an organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = OrganisationStatus)]
pub(super) enum Standing {
    /// Invited by a partnership; nobody of it has accepted, and nobody confirmed it.
    Pending,
    /// Takes part.
    Active,
    /// Nobody of it signs in.
    Suspended,
}

impl From<organisation::Status> for Standing {
    fn from(status: organisation::Status) -> Self {
        match status {
            organisation::Status::Pending => Self::Pending,
            organisation::Status::Active => Self::Active,
            organisation::Status::Suspended => Self::Suspended,
        }
    }
}

impl From<Standing> for organisation::Status {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Pending => Self::Pending,
            Standing::Active => Self::Active,
            Standing::Suspended => Self::Suspended,
        }
    }
}

/// One page of organisations, by name.
#[derive(Serialize, ToSchema)]
pub(super) struct OrganisationList {
    pub(super) items: Vec<OrganisationDetails>,
    /// Where the next page begins; none on the last.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// An organisation, to who administers it or the installation.
#[derive(Serialize, ToSchema)]
pub(super) struct OrganisationDetails {
    id: Uuid,
    name: String,
    status: Standing,
    /// How many accounts it has, also those that were only invited or are deactivated.
    accounts: i64,
    /// How many of them administer it and are not deactivated.
    admins: i64,
    created_at: DateTime<Utc>,
}

impl From<Counted> for OrganisationDetails {
    fn from(Counted { organisation, accounts, admins }: Counted) -> Self {
        Self {
            id: organisation.id,
            name: organisation.name,
            status: organisation.status.into(),
            accounts,
            admins,
            created_at: organisation.created_at,
        }
    }
}

/// An organisation to be added, and who will administer it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOrganisation {
    /// At most 100 characters.
    name: String,
    /// They are mailed a link with which they begin.
    admin: FirstOrganisationAdmin,
}

/// Somebody who will administer an organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstOrganisationAdmin {
    email: String,
    /// What they are called; they may change it.
    name: String,
    /// In which language they are written to; Dutch when left out.
    #[serde(default)]
    language: Language,
}

/// An organisation to be added, every value of which was found good.
pub(super) struct Founding {
    pub(super) name: String,
    pub(super) email: EmailAddress,
    pub(super) admin_name: String,
    pub(super) language: Language,
}

impl NewOrganisation {
    pub(super) fn read(self) -> Result<Founding, OrganisationError> {
        let found = (name(&self.name), EmailAddress::parse(&self.admin.email), name(&self.admin.name));
        let (Some(name), Some(email), Some(admin_name)) = found else {
            let (name, email, admin_name) = found;
            let fields =
                [("name", name.is_none()), ("admin.email", email.is_none()), ("admin.name", admin_name.is_none())];
            return Err(refused(fields));
        };
        Ok(Founding { name, email, admin_name, language: self.admin.language })
    }
}

/// What is to be different about an organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationChange {
    /// At most 100 characters.
    name: String,
}

impl OrganisationChange {
    pub(super) fn read(self) -> Result<String, OrganisationError> {
        name(&self.name).ok_or_else(|| refused([("name", true)]))
    }
}

/// Those of `fields` that are wrong.
pub(super) fn refused<const N: usize>(fields: [(&'static str, bool); N]) -> OrganisationError {
    let wrong = fields.into_iter().filter(|(_, is_wrong)| *is_wrong);
    OrganisationError::Refused(wrong.map(|(field, _)| FieldError { field, code: "invalid" }).collect())
}
