//! What somebody does with a link that was mailed to them. Nobody needs to be signed in for it.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, post, rt};

use super::{refuse_foreign_page, respond};
use crate::accounts::api::{
    AcceptInvitation, ForgottenPassword, Invitation, LinkToken, Mode, NewPassword, SignedIn,
};
use crate::accounts::client::Client;
use crate::accounts::{invitation, links, own, reset, store};
use crate::app::App;
use crate::entity::account_link::Purpose;
use crate::error::Problem;

/// What an invitation says, to whoever has its link. It is not used up by this.
#[utoipa::path(tag = "accounts", request_body = LinkToken, responses(
    (status = 200, description = "It can be accepted", body = Invitation),
    (status = 404, description = "`not_found`: no such link, or it was used, or it is too old", body = Problem),
))]
#[post("/invitations/look")]
pub(in crate::accounts) async fn look_at_invitation(
    app: Data<App>,
    body: Json<LinkToken>,
) -> Result<Json<Invitation>, Problem> {
    let db = app.database.reader();
    let (_, account) = links::look(db, &[Purpose::Invitation], &body.token, app.clock.now()).await?;
    let organisation = store::organisation_of(db, &account).await?;
    Ok(Json(Invitation::new(account, organisation.map(|organisation| organisation.name))))
}

/// Accept an invitation: choose a password, and be signed in.
#[utoipa::path(tag = "accounts", request_body = AcceptInvitation, responses(
    (status = 201, description = "Begun, and signed in", body = SignedIn),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such link, or it was used, or it is too old", body = Problem),
    (status = 422, description = "`weak_password` or `validation_failed`", body = Problem),
    (status = 503, description = "`unavailable`: too many sign in at this moment", body = Problem),
))]
#[post("/invitations/accept")]
pub(in crate::accounts) async fn accept_invitation(
    app: Data<App>,
    client: Client,
    request: HttpRequest,
    body: Json<AcceptInvitation>,
) -> Result<HttpResponse, Problem> {
    let body = body.into_inner();
    let mode = body.mode;
    if mode == Mode::Cookie {
        refuse_foreign_page(&app, &request)?;
    }
    let db = app.database.reader();
    let (_, account) = links::look(db, &[Purpose::Invitation], body.token(), app.clock.now()).await?;
    let grant = invitation::accept(&app, body.beginning(&account.email)?, &client).await?;
    respond(&app, HttpResponse::Created(), mode, grant).await
}

/// Forgot my password: mail me a link.
///
/// The answer is the same, and as fast, whether or not somebody signs in with this address.
#[utoipa::path(tag = "accounts", request_body = ForgottenPassword, responses(
    (status = 202, description = "If somebody signs in with this address, a link is on its way"),
    (status = 422, description = "`validation_failed`: this is no address", body = Problem),
))]
#[post("/password-resets")]
pub(in crate::accounts) async fn forgot_password(
    app: Data<App>,
    client: Client,
    body: Json<ForgottenPassword>,
) -> Result<HttpResponse, Problem> {
    let email = body.address()?;
    // After the answer, so that how long it takes says nothing about who is here.
    rt::spawn(async move {
        if let Err(error) = reset::send(&app, &email, &client).await {
            tracing::error!(error = &error as &dyn std::error::Error, "no link for a new password could be mailed");
        }
    });
    Ok(HttpResponse::Accepted().finish())
}

/// Choose another password, with the link that was mailed. All sessions end.
#[utoipa::path(tag = "accounts", request_body = NewPassword, responses(
    (status = 204, description = "Sign in with it"),
    (status = 404, description = "`not_found`: no such link, or it was used, or it is too old", body = Problem),
    (status = 422, description = "`weak_password`", body = Problem),
    (status = 503, description = "`unavailable`: too many sign in at this moment", body = Problem),
))]
#[post("/password-resets/redeem")]
pub(in crate::accounts) async fn reset_password(
    app: Data<App>,
    client: Client,
    body: Json<NewPassword>,
) -> Result<HttpResponse, Problem> {
    let (token, password) = body.into_inner().read()?;
    reset::redeem(&app, &token, password, &client).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Show that mail to an address arrives, with the link that was mailed to it: the account's own, or a new one.
#[utoipa::path(tag = "accounts", request_body = LinkToken, responses(
    (status = 204, description = "The account has this address, and it is known to be read"),
    (status = 404, description = "`not_found`: no such link, or it was used, or it is too old", body = Problem),
    (status = 409, description = "`conflict`: another account has this address", body = Problem),
))]
#[post("/address-confirmations")]
pub(in crate::accounts) async fn confirm_address(
    app: Data<App>,
    client: Client,
    body: Json<LinkToken>,
) -> Result<HttpResponse, Problem> {
    own::confirm_address(&app, &body.token, &client).await?;
    Ok(HttpResponse::NoContent().finish())
}
