//! What the addresses of this feature take and give.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::email::EmailAddress;
use super::error::AccountError;
use super::naming::name;
use super::password::Password;
use super::sessions::Grant;
use crate::entity::account::Language;
use crate::entity::{account, organisation};
use crate::error::FieldError;

mod links;
mod own;

pub(super) use self::links::{AcceptInvitation, ForgottenPassword, Invitation, LinkToken, NewPassword};
pub(super) use self::own::{ChangeAddress, ChangePassword, ChangeProfile, OwnSession, OwnSessions};

/// Who signs in, and where the tokens are to be kept.
#[derive(Deserialize, ToSchema)]
pub(super) struct SignIn {
    #[schema(example = "lead@demo.example")]
    email: String,
    #[schema(format = Password)]
    password: String,
    /// Where the tokens go: into cookies (browsers), or into the reply.
    #[serde(default)]
    pub(super) mode: Mode,
}

/// Where a client keeps its tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    /// In cookies that only the browser sees.
    #[default]
    Cookie,
    /// The client keeps them itself and sends `Authorization: Bearer`.
    Token,
}

/// An address, and the password somebody says belongs to it.
pub(super) struct Credentials {
    pub(super) email: EmailAddress,
    pub(super) password: String,
}

impl SignIn {
    pub(super) fn credentials(self) -> Result<Credentials, AccountError> {
        let email = EmailAddress::parse(&self.email).ok_or_else(|| refused("email"))?;
        Ok(Credentials { email, password: self.password })
    }
}

/// The refresh token of a client that keeps its own; browsers send none here, theirs is in a cookie.
#[derive(Default, Deserialize, ToSchema)]
pub(super) struct Refresh {
    #[serde(default)]
    pub(super) refresh_token: Option<String>,
}

impl Refresh {
    /// No body at all says as much as an empty one.
    pub(super) fn read(body: &[u8]) -> Result<Self, AccountError> {
        if body.is_empty() { Ok(Self::default()) } else { Ok(serde_json::from_slice(body)?) }
    }
}

/// The first administrator, and the token of the link that was printed when the server started.
#[derive(Deserialize, ToSchema)]
pub(super) struct FirstAdmin {
    token: String,
    email: String,
    name: String,
    /// 15 to 256 characters, and none that is tried first.
    #[schema(format = Password, min_length = 15, max_length = 256)]
    password: String,
}

/// A first administrator whose every value was found good.
pub(super) struct NewAdmin {
    pub(super) token: String,
    pub(super) email: EmailAddress,
    pub(super) name: String,
    pub(super) password: Password,
}

impl FirstAdmin {
    pub(super) fn new_admin(self) -> Result<NewAdmin, AccountError> {
        let email = EmailAddress::parse(&self.email);
        let (email, name) = match (email, name(&self.name)) {
            (Some(email), Some(name)) => (email, name),
            (email, name) => {
                let bad = [("email", email.is_none()), ("name", name.is_none())];
                let bad = bad.into_iter().filter(|(_, is_bad)| *is_bad);
                let bad = bad.map(|(field, _)| FieldError { field, code: "invalid" });
                return Err(AccountError::Refused(bad.collect()));
            }
        };
        let password = password(self.password, &[email.as_str(), &name])?;
        Ok(NewAdmin { token: self.token, email, name, password })
    }
}

/// A new password of somebody of whom anybody knows what is in `known`.
fn password(text: String, known: &[&str]) -> Result<Password, AccountError> {
    Password::choose(text, known).ok_or(AccountError::WeakPassword)
}

/// Somebody who is signed in, as they see themselves.
#[derive(Serialize, ToSchema)]
pub(super) struct Account {
    id: Uuid,
    email: String,
    name: String,
    /// In which language they are written to.
    language: Language,
    /// Whether they have shown that mail to their address reaches them.
    verified: bool,
    /// Whether they administer this installation. It opens no partnership to them.
    platform_admin: bool,
    #[schema(required)]
    organisation: Option<Organisation>,
    /// Whether they administer their organisation. It opens no partnership to them.
    organisation_admin: bool,
}

/// The organisation an account belongs to.
#[derive(Serialize, ToSchema)]
#[schema(as = AccountOrganisation)]
pub(super) struct Organisation {
    id: Uuid,
    name: String,
}

impl Account {
    pub(super) fn new(account: account::Model, organisation: Option<organisation::Model>) -> Self {
        Self {
            id: account.id,
            email: account.email,
            name: account.name,
            language: account.language,
            verified: account.verified_at.is_some(),
            platform_admin: account.platform_admin,
            organisation: organisation.map(|found| Organisation { id: found.id, name: found.name }),
            organisation_admin: account.organisation_admin,
        }
    }
}

/// The reply to who signs in: with tokens or without, as the mode said.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum SignedIn {
    /// The tokens are in cookies.
    Cookie(CookieSession),
    /// The tokens are here.
    Token(TokenSession),
}

/// A session whose tokens are in cookies.
#[derive(Serialize, ToSchema)]
pub(super) struct CookieSession {
    pub(super) account: Account,
}

/// A session whose tokens the client keeps.
#[derive(Serialize, ToSchema)]
pub(super) struct TokenSession {
    /// Goes into `Authorization: Bearer`.
    access_token: String,
    /// When the access token stops being good.
    expires_at: DateTime<Utc>,
    /// Good once; `POST /api/v1/sessions/refresh` gives the next.
    refresh_token: String,
    account: TokenAccount,
}

/// Whose session it is.
#[derive(Serialize, ToSchema)]
pub(super) struct TokenAccount {
    id: Uuid,
    email: String,
    name: String,
}

impl TokenSession {
    pub(super) fn new(grant: Grant) -> Self {
        let Grant { access, refresh, account } = grant;
        Self {
            access_token: access.text,
            expires_at: access.expires_at,
            refresh_token: refresh,
            account: TokenAccount { id: account.id, email: account.email, name: account.name },
        }
    }
}

/// A pass for one live connection.
#[derive(Serialize, ToSchema)]
pub(super) struct LiveTicket {
    /// Goes into the live address as `?ticket=`, once.
    pub(super) ticket: String,
    /// When it stops being good: a minute from now.
    pub(super) expires_at: DateTime<Utc>,
}

fn refused(field: &'static str) -> AccountError {
    AccountError::Refused(vec![FieldError { field, code: "invalid" }])
}
