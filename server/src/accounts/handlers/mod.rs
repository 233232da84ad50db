//! The addresses of this feature.

mod links;
mod own;
mod sessions;

use actix_web::{HttpRequest, HttpResponse};
use utoipa_actix_web::service_config::ServiceConfig;

use super::api::{Account, CookieSession, Mode, SignedIn, TokenSession};
use super::credentials::{self, Origin};
use super::sessions::Grant;
use super::{cookies, store};
use crate::app::App;
use crate::error::Problem;

/// Adds them.
pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(sessions::sign_in)
        .service(sessions::own_sessions)
        .service(sessions::sign_out_everywhere)
        .service(sessions::refresh)
        .service(sessions::sign_out)
        .service(sessions::end_session)
        .service(sessions::me)
        .service(sessions::first_admin)
        .service(sessions::live_ticket)
        .service(links::look_at_invitation)
        .service(links::accept_invitation)
        .service(links::forgot_password)
        .service(links::reset_password)
        .service(links::confirm_address)
        .service(own::change_profile)
        .service(own::change_password)
        .service(own::change_address)
        .service(own::verify_address);
}

/// No other site may put its own session, or any, into somebody's browser.
fn refuse_foreign_page(app: &App, request: &HttpRequest) -> Result<(), Problem> {
    match credentials::origin(request, &app.config.public_url) {
        Origin::Foreign => Err(Problem::bad_origin()),
        Origin::Ours | Origin::Unsaid => Ok(()),
    }
}

async fn respond(
    app: &App,
    mut response: actix_web::HttpResponseBuilder,
    mode: Mode,
    grant: Grant,
) -> Result<HttpResponse, Problem> {
    if mode == Mode::Token {
        return Ok(response.json(SignedIn::Token(TokenSession::new(grant))));
    }
    for cookie in cookies::signed_in(&grant, &app.config.public_url) {
        response.cookie(cookie);
    }
    let organisation = store::organisation_of(app.database.reader(), &grant.account).await?;
    Ok(response.json(SignedIn::Cookie(CookieSession { account: Account::new(grant.account, organisation) })))
}
