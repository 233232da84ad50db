//! What goes over the line about links that were mailed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Mode, name, password, refused};
use crate::accounts::email::EmailAddress;
use crate::accounts::error::AccountError;
use crate::accounts::invitation::Beginning;
use crate::accounts::password::Password;
use crate::entity::account::{self, Language};

/// What stands after the `#` of a link.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct LinkToken {
    pub(in crate::accounts) token: String,
}

/// An invitation, to whoever has its link.
#[derive(Serialize, ToSchema)]
pub(in crate::accounts) struct Invitation {
    /// The address it was mailed to, with which its owner will sign in.
    email: String,
    /// What whoever invited them calls them.
    name: String,
    language: Language,
    /// The organisation whose account it is.
    #[schema(required)]
    organisation: Option<String>,
    /// Whether they will administer that organisation.
    organisation_admin: bool,
}

impl Invitation {
    pub(in crate::accounts) fn new(account: account::Model, organisation: Option<String>) -> Self {
        Self {
            email: account.email,
            name: account.name,
            language: account.language,
            organisation,
            organisation_admin: account.organisation_admin,
        }
    }
}

/// What somebody says who accepts an invitation.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct AcceptInvitation {
    token: String,
    /// What they want to be called.
    name: String,
    /// 15 to 256 characters, and none that is tried first.
    #[schema(format = Password, min_length = 15, max_length = 256)]
    password: String,
    language: Language,
    /// Where the tokens go, as at sign-in.
    #[serde(default)]
    pub(in crate::accounts) mode: Mode,
}

impl AcceptInvitation {
    pub(in crate::accounts) fn token(&self) -> &str {
        &self.token
    }

    pub(in crate::accounts) fn beginning(self, email: &str) -> Result<Beginning, AccountError> {
        let name = name(&self.name).ok_or_else(|| refused("name"))?;
        let password = password(self.password, &[email, &name])?;
        Ok(Beginning { token: self.token, name, password, language: self.language })
    }
}

/// Who forgot their password.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct ForgottenPassword {
    email: String,
}

impl ForgottenPassword {
    pub(in crate::accounts) fn address(&self) -> Result<EmailAddress, AccountError> {
        EmailAddress::parse(&self.email).ok_or_else(|| refused("email"))
    }
}

/// Another password, with the link that was mailed.
#[derive(Deserialize, ToSchema)]
pub(in crate::accounts) struct NewPassword {
    token: String,
    /// 15 to 256 characters, and none that is tried first.
    #[schema(format = Password, min_length = 15, max_length = 256)]
    password: String,
}

impl NewPassword {
    pub(in crate::accounts) fn read(self) -> Result<(String, Password), AccountError> {
        Ok((self.token, password(self.password, &[])?))
    }
}
