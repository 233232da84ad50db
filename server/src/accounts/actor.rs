//! Who sends a request, or opens a live connection.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::future::LocalBoxFuture;
use sea_orm::DbErr;
use uuid::Uuid;

use super::credentials::{self, Credential, Origin};
use super::error::AccountError;
use super::{cookies, store, tickets, token};
use crate::access::Office;
use crate::app::App;
use crate::entity::account;
use crate::error::Problem;

/// Somebody who is signed in. Their session was alive when the request came.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account_id: Uuid,
    /// The session.
    pub session_id: Uuid,
    pub(super) account: account::Model,
}

impl Actor {
    /// In what office they are towards an organisation; towards the installation as a whole where it is none.
    pub fn office(&self, organisation: Option<Uuid>) -> Option<Office> {
        let is_own = organisation.is_some() && self.account.organisation_id == organisation;
        if self.account.platform_admin {
            Some(Office::Platform)
        } else {
            (self.account.organisation_admin && is_own).then_some(Office::OwnOrganisation)
        }
    }

    /// The organisation they belong to, if they belong to one.
    pub fn organisation(&self) -> Option<Uuid> {
        self.account.organisation_id
    }

    /// The organisation they administer, if they administer one. It opens no partnership to them.
    pub fn administers(&self) -> Option<Uuid> {
        self.account.organisation_id.filter(|_| self.account.organisation_admin)
    }

    /// What they are called.
    pub fn name(&self) -> &str {
        &self.account.name
    }
}

impl FromRequest for Actor {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = request.app_data::<web::Data<App>>().ok_or_else(Problem::internal)?;
            Ok(actor(app, &request).await?)
        })
    }
}

async fn actor(app: &App, request: &HttpRequest) -> Result<Actor, AccountError> {
    let credential = credentials::of(request, &app.config.public_url)?;
    let (Credential::Cookie(access) | Credential::Bearer(access)) = credential.ok_or(AccountError::SignedOut)?;
    let session_id = session_of(app, &access).ok_or(AccountError::SignedOut)?;
    let account = store::account_of_session(app.database.reader(), session_id, app.clock.now()).await?;
    let account = account.ok_or(AccountError::SignedOut)?;
    Ok(Actor { account_id: account.id, session_id, account })
}

fn session_of(app: &App, access: &str) -> Option<Uuid> {
    let issuer = app.config.public_url.origin();
    token::read(&app.signing_key, &issuer, access, app.clock.now()).map(|claims| claims.sid)
}

/// Somebody who opens a live connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveVisitor {
    /// The account.
    pub account_id: Uuid,
    /// The session, which the connection does not outlive.
    pub session_id: Uuid,
    /// What others see.
    pub name: String,
}

/// Why somebody cannot open a live connection.
#[derive(Debug)]
pub enum LiveRefusal {
    /// Answered over HTTP, before the upgrade.
    BeforeUpgrade(Problem),
    /// Accepted, and then closed with 4401: a live client would repeat a request that was refused over HTTP for ever.
    SignedOut,
}

impl From<DbErr> for LiveRefusal {
    fn from(error: DbErr) -> Self {
        Self::BeforeUpgrade(error.into())
    }
}

/// Who opens a live connection: by cookie (from our own pages only), by bearer token, or by a single-use `ticket`.
pub async fn authenticate_live(
    app: &App,
    request: &HttpRequest,
    ticket: Option<&str>,
) -> Result<LiveVisitor, LiveRefusal> {
    let origin = credentials::origin(request, &app.config.public_url);
    let cookie = cookies::access(request, &app.config.public_url);
    let bearer = credentials::bearer(request);
    if origin == Origin::Foreign || (cookie.is_some() && origin != Origin::Ours) {
        return Err(LiveRefusal::BeforeUpgrade(Problem::bad_origin()));
    }
    let session_id = match (cookie, bearer, ticket) {
        (Some(_), Some(_), _) => {
            return Err(LiveRefusal::BeforeUpgrade(AccountError::CookieAndBearer.into()));
        }
        (Some(access), None, _) | (None, Some(access), _) => session_of(app, &access),
        (None, None, Some(ticket)) => tickets::redeem(app, ticket).await?,
        (None, None, None) => None,
    };
    let session_id = session_id.ok_or(LiveRefusal::SignedOut)?;
    let account = store::account_of_session(app.database.reader(), session_id, app.clock.now()).await?;
    let account = account.ok_or(LiveRefusal::SignedOut)?;
    Ok(LiveVisitor { account_id: account.id, session_id, name: account.name })
}
