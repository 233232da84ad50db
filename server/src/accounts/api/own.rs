//! What goes over the line about somebody's own account.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{name, password, refused};
use crate::accounts::email::EmailAddress;
use crate::accounts::error::AccountError;
use crate::accounts::own::Profile;
use crate::accounts::password::Password;
use crate::entity::account::{self, Language};
use crate::entity::session;

/// What somebody changes of how they are called and written to; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::accounts) struct ChangeProfile {
    name: Option<String>,
    language: Option<Language>,
}

impl ChangeProfile {
    pub(in crate::accounts) fn profile(self) -> Result<Profile, AccountError> {
        let name = self.name.map(|text| name(&text).ok_or_else(|| refused("name"))).transpose()?;
        Ok(Profile { name, language: self.language })
    }
}

/// Another password, from somebody who knows the one they have.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct ChangePassword {
    #[schema(format = Password)]
    current_password: String,
    /// 15 to 256 characters, and none that is tried first.
    #[schema(format = Password, min_length = 15, max_length = 256)]
    password: String,
}

impl ChangePassword {
    pub(in crate::accounts) fn read(self, account: &account::Model) -> Result<(String, Password), AccountError> {
        Ok((self.current_password, password(self.password, &[&account.email, &account.name])?))
    }
}

/// Another address to sign in with.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct ChangeAddress {
    #[schema(format = Password)]
    current_password: String,
    email: String,
}

impl ChangeAddress {
    pub(in crate::accounts) fn read(self) -> Result<(String, EmailAddress), AccountError> {
        let email = EmailAddress::parse(&self.email).ok_or_else(|| refused("email"))?;
        Ok((self.current_password, email))
    }
}

/// Where somebody is signed in.
#[derive(Serialize, ToSchema)]
pub(in crate::accounts) struct OwnSessions {
    pub(in crate::accounts) items: Vec<OwnSession>,
    /// Always null: there are few.
    #[schema(required)]
    pub(in crate::accounts) next: Option<String>,
}

/// One sign-in of somebody's own.
#[derive(Serialize, ToSchema)]
pub(in crate::accounts) struct OwnSession {
    id: Uuid,
    /// What they signed in with, as it calls itself.
    #[schema(required)]
    device: Option<String>,
    created_at: DateTime<Utc>,
    /// When it ends by itself if it is not used any more.
    expires_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    current: bool,
}

impl OwnSession {
    pub(in crate::accounts) fn new(session: session::Model, asking: Uuid) -> Self {
        Self {
            current: session.id == asking,
            id: session.id,
            device: session.device,
            created_at: session.created_at,
            expires_at: session.idle_expires_at.min(session.expires_at),
        }
    }
}
