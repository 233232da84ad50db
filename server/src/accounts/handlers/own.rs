//! What somebody changes of their own account.

use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, patch, post, put};

use crate::accounts::actor::Actor;
use crate::accounts::api::{Account, ChangeAddress, ChangePassword, ChangeProfile};
use crate::accounts::client::Client;
use crate::accounts::{own, store};
use crate::app::App;
use crate::error::Problem;

/// Change how I am called, or in which language I am written to.
#[utoipa::path(tag = "accounts", security(("cookie" = []), ("bearer" = [])), request_body = ChangeProfile, responses(
    (status = 200, description = "The account as it is now", body = Account),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
))]
#[patch("/me")]
pub(in crate::accounts) async fn change_profile(
    app: Data<App>,
    actor: Actor,
    body: Json<ChangeProfile>,
) -> Result<Json<Account>, Problem> {
    let account = own::change_profile(&app, &actor, body.into_inner().profile()?).await?;
    let organisation = store::organisation_of(app.database.reader(), &account).await?;
    Ok(Json(Account::new(account, organisation)))
}

/// Change my password. My other sessions end.
#[utoipa::path(tag = "accounts", security(("cookie" = []), ("bearer" = [])), request_body = ChangePassword, responses(
    (status = 204, description = "Changed"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`wrong_password`, or `bad_origin`", body = Problem),
    (status = 422, description = "`weak_password`", body = Problem),
    (status = 429, description = "`too_many_attempts`: wait as long as `Retry-After` says", body = Problem),
    (status = 503, description = "`unavailable`: too many sign in at this moment", body = Problem),
))]
#[put("/me/password")]
pub(in crate::accounts) async fn change_password(
    app: Data<App>,
    actor: Actor,
    client: Client,
    body: Json<ChangePassword>,
) -> Result<HttpResponse, Problem> {
    let (current, password) = body.into_inner().read(&actor.account)?;
    own::change_password(&app, &actor, current, password, &client).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ask to sign in with another address: a link is mailed to it.
#[utoipa::path(tag = "accounts", security(("cookie" = []), ("bearer" = [])), request_body = ChangeAddress, responses(
    (status = 202, description = "A link is on its way; until it is used the old address stays"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`wrong_password`, or `bad_origin`", body = Problem),
    (status = 422, description = "`validation_failed`: this is no address", body = Problem),
    (status = 429, description = "`too_many_attempts`: wait as long as `Retry-After` says", body = Problem),
    (status = 503, description = "`unavailable`: too many sign in at this moment", body = Problem),
))]
#[put("/me/address")]
pub(in crate::accounts) async fn change_address(
    app: Data<App>,
    actor: Actor,
    client: Client,
    body: Json<ChangeAddress>,
) -> Result<HttpResponse, Problem> {
    let (current, email) = body.into_inner().read()?;
    own::request_address(&app, &actor, current, &email, &client).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Have a link mailed to me, to show that mail to my address arrives.
#[utoipa::path(tag = "accounts", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 202, description = "A link is on its way, unless that was shown already"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[post("/me/address/verification")]
pub(in crate::accounts) async fn verify_address(app: Data<App>, actor: Actor) -> Result<HttpResponse, Problem> {
    own::request_verification(&app, &actor).await?;
    Ok(HttpResponse::Accepted().finish())
}
