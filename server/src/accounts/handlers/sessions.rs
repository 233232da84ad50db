//! Signing in and out, and who one is.

use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use super::{refuse_foreign_page, respond};
use crate::accounts::actor::Actor;
use crate::accounts::api::{
    self, Account, CookieSession, LiveTicket, Mode, OwnSession, OwnSessions, Refresh, SignIn, SignedIn,
};
use crate::accounts::client::Client;
use crate::accounts::credentials::{self, Origin};
use crate::accounts::error::AccountError;
use crate::accounts::{cookies, sessions, setup, store, tickets};
use crate::app::App;
use crate::error::Problem;
use uuid::Uuid;

/// The longest body of a refresh that is read, in bytes.
const LONGEST_REFRESH: usize = 4096;

/// Sign in.
///
/// Mode `cookie` (the default) sets two cookies; mode `token` gives the tokens in the reply and sets none. An unknown
/// address is answered as a wrong password is, and as slowly.
#[utoipa::path(tag = "sessions", request_body = SignIn, responses(
    (status = 201, description = "Signed in", body = SignedIn),
    (status = 401, description = "`invalid_credentials`", body = Problem),
    (status = 403, description = "`bad_origin`: a foreign page asked for cookies; `organisation_suspended`: \
        the password is right, and nobody of this organisation signs in at this time", body = Problem),
    (status = 422, description = "`validation_failed`: this is no address", body = Problem),
    (status = 429, description = "`too_many_attempts`: wait as long as `Retry-After` says", body = Problem),
    (status = 503, description = "`unavailable`: too many sign in at this moment", body = Problem),
))]
#[post("/sessions")]
pub(in crate::accounts) async fn sign_in(
    app: Data<App>,
    client: Client,
    request: HttpRequest,
    body: Json<SignIn>,
) -> Result<HttpResponse, Problem> {
    let body = body.into_inner();
    let mode = body.mode;
    if mode == Mode::Cookie {
        refuse_foreign_page(&app, &request)?;
    }
    let grant = sessions::sign_in(&app, body.credentials()?, &client).await?;
    respond(&app, HttpResponse::Created(), mode, grant).await
}

/// Stay signed in: exchange a refresh token for new tokens.
///
/// A browser sends its cookie and no body; another client sends its token. A token is good once. Sent again within
/// ten seconds it gives the same successor; later it ends the session.
#[utoipa::path(tag = "sessions", request_body = Option<Refresh>, responses(
    (status = 200, description = "Still signed in, with new tokens", body = SignedIn),
    (status = 400, description = "`invalid_request`: a cookie and a token in one request", body = Problem),
    (status = 401, description = "`unauthenticated`: the session is over", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[post("/sessions/refresh")]
pub(in crate::accounts) async fn refresh(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let body = payload.to_bytes_limited(LONGEST_REFRESH).await.map_err(|_| AccountError::TooLong)?;
    let body = body.map_err(|error| Problem::invalid_request(error.to_string()))?;
    let sent = Refresh::read(&body)?.refresh_token;
    let kept = cookies::refresh(&request, &app.config.public_url);
    let (mode, token) = match (kept, sent) {
        (Some(_), Some(_)) => return Err(AccountError::CookieAndBearer.into()),
        (Some(kept), None) => {
            if credentials::origin(&request, &app.config.public_url) != Origin::Ours {
                return Err(Problem::bad_origin());
            }
            (Mode::Cookie, kept)
        }
        (None, Some(sent)) => (Mode::Token, sent),
        (None, None) => return Err(Problem::unauthenticated()),
    };
    let grant = sessions::refresh(&app, &token).await?;
    respond(&app, HttpResponse::Ok(), mode, grant).await
}

/// Sign out: end the session this request belongs to, and close its live connections.
#[utoipa::path(tag = "sessions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Signed out"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[delete("/sessions/current")]
pub(in crate::accounts) async fn sign_out(app: Data<App>, actor: Actor) -> Result<HttpResponse, Problem> {
    sessions::end(&app, actor.session_id).await?;
    let mut response = HttpResponse::NoContent();
    for cookie in cookies::signed_out(&app.config.public_url) {
        response.cookie(cookie);
    }
    Ok(response.finish())
}

/// Sign out everywhere: end all sessions of mine, this one too, and close their live connections.
#[utoipa::path(tag = "sessions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Signed out everywhere"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[delete("/sessions")]
pub(in crate::accounts) async fn sign_out_everywhere(
    app: Data<App>,
    actor: Actor,
) -> Result<HttpResponse, Problem> {
    sessions::end_everywhere(&app, &actor).await?;
    let mut response = HttpResponse::NoContent();
    for cookie in cookies::signed_out(&app.config.public_url) {
        response.cookie(cookie);
    }
    Ok(response.finish())
}

/// Where I am signed in.
#[utoipa::path(tag = "sessions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The newest first", body = OwnSessions),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/sessions")]
pub(in crate::accounts) async fn own_sessions(app: Data<App>, actor: Actor) -> Result<Json<OwnSessions>, Problem> {
    let found = store::sessions_of(app.database.reader(), actor.account_id, app.clock.now()).await?;
    let items = found.into_iter().map(|session| OwnSession::new(session, actor.session_id)).collect();
    Ok(Json(OwnSessions { items, next: None }))
}

/// Sign out somewhere else: end one session of mine.
#[utoipa::path(tag = "sessions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It has ended"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The session")))]
#[delete("/sessions/{id}")]
pub(in crate::accounts) async fn end_session(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    sessions::end_own(&app, &actor, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who am I?
#[utoipa::path(tag = "sessions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The account this request belongs to", body = Account),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me")]
pub(in crate::accounts) async fn me(app: Data<App>, actor: Actor) -> Result<HttpResponse, Problem> {
    let organisation = store::organisation_of(app.database.reader(), &actor.account).await?;
    Ok(HttpResponse::Ok().json(Account::new(actor.account, organisation)))
}

/// Make the first administrator, with the one-time link that was printed when the server started.
///
/// Signs them in with cookies.
#[utoipa::path(tag = "installation", request_body = api::FirstAdmin, responses(
    (status = 201, description = "Made, and signed in", body = CookieSession),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such link, or it was used, or it is too old", body = Problem),
    (status = 409, description = "`conflict`: there is an administrator already", body = Problem),
    (status = 422, description = "`weak_password` or `validation_failed`", body = Problem),
))]
#[post("/first-admin")]
pub(in crate::accounts) async fn first_admin(
    app: Data<App>,
    client: Client,
    request: HttpRequest,
    body: Json<api::FirstAdmin>,
) -> Result<HttpResponse, Problem> {
    refuse_foreign_page(&app, &request)?;
    let grant = setup::create(&app, body.into_inner().new_admin()?, &client).await?;
    respond(&app, HttpResponse::Created(), Mode::Cookie, grant).await
}

/// Get a pass for one live connection, for a client that cannot send a cookie or a header with it.
#[utoipa::path(tag = "live", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 201, description = "Good once, for a minute", body = LiveTicket),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[post("/live/ticket")]
pub(in crate::accounts) async fn live_ticket(app: Data<App>, actor: Actor) -> Result<HttpResponse, Problem> {
    let (ticket, expires_at) = tickets::issue(&app, actor.session_id).await?;
    Ok(HttpResponse::Created().json(LiveTicket { ticket, expires_at }))
}
