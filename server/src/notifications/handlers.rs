//! The addresses of this feature.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get, post, put};
use uuid::Uuid;

use super::api::{NotificationList, NotificationMail, NotificationQuery, ReadUpTo};
use super::{choosing, store};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;

/// What I was told, over all my partnerships.
#[utoipa::path(tag = "notifications", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A page, the newest first", body = NotificationList),
    (status = 400, description = "`invalid_request`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range",
        body = Problem),
), params(NotificationQuery))]
#[get("/me/notifications")]
pub(super) async fn notifications(
    app: Data<App>,
    actor: Actor,
    query: Query<NotificationQuery>,
) -> Result<Json<NotificationList>, Problem> {
    let (part, db) = (query.part()?, app.database.reader());
    let found = store::part(db, actor.account_id, &part).await?;
    let names = store::names(db, &found).await?;
    let counts = store::counts_of(db, actor.account_id).await?;
    Ok(Json(NotificationList::new(found, &part, &names, counts)))
}

/// I have read one. It goes into no mail any more.
#[utoipa::path(tag = "notifications", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is read; also when it was already"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The notification")))]
#[post("/me/notifications/{id}/read")]
pub(super) async fn read_one(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    if !store::is_there(app.database.reader(), actor.account_id, *id).await? {
        return Err(Problem::not_found());
    }
    let transaction = app.database.begin().await?;
    store::lock_account(&transaction, actor.account_id).await?;
    store::read_one(&transaction, actor.account_id, *id, app.clock.now()).await?;
    transaction.commit().await?;
    app.bells.ring(actor.account_id);
    Ok(HttpResponse::NoContent().finish())
}

/// I have read one and all older ones.
#[utoipa::path(tag = "notifications", security(("cookie" = []), ("bearer" = [])), request_body = ReadUpTo, responses(
    (status = 204, description = "They are read. What came after the one that is named is not"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[post("/me/notifications/read")]
pub(super) async fn read_all(app: Data<App>, actor: Actor, body: Json<ReadUpTo>) -> Result<HttpResponse, Problem> {
    let transaction = app.database.begin().await?;
    store::lock_account(&transaction, actor.account_id).await?;
    store::read_up_to(&transaction, actor.account_id, body.up_to, app.clock.now()).await?;
    transaction.commit().await?;
    app.bells.ring(actor.account_id);
    Ok(HttpResponse::NoContent().finish())
}

/// How often I get mail about what I was told and have not read.
#[utoipa::path(tag = "notifications", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "What I chose, or what everybody begins with", body = NotificationMail),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me/notifications/mail")]
pub(super) async fn mail_pace(app: Data<App>, actor: Actor) -> Result<Json<NotificationMail>, Problem> {
    let pace = store::pace(app.database.reader(), actor.account_id).await?;
    Ok(Json(NotificationMail { pace }))
}

/// Choose how often I get mail.
#[utoipa::path(tag = "notifications", security(("cookie" = []), ("bearer" = [])), request_body = NotificationMail,
    responses(
    (status = 200, description = "From now on, also about what I have not read yet", body = NotificationMail),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
))]
#[put("/me/notifications/mail")]
pub(super) async fn choose_mail_pace(
    app: Data<App>,
    actor: Actor,
    body: Json<NotificationMail>,
) -> Result<Json<NotificationMail>, Problem> {
    choosing::choose(&app, actor.account_id, body.pace).await?;
    Ok(body)
}
