//! The addresses of answering.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post, put};
use uuid::Uuid;

use super::answers::AnswersGiven;
use super::api::{BallotCast, BallotGiven, Sending, Voice};
use super::ballot::{Ballot, Chosen};
use super::{casting, sending, voice};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::scans::error::ScanError;

/// Say that I send my answers, and get the ballot with which they are given.
///
/// It is kept that you sent, and not which ballot you got. Give the answers some seconds later, at `/ballots`, without
/// being signed in. If the reply got lost, ask again with the same choice.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), request_body = Sending, responses(
    (status = 200, description = "Your ballot", body = BallotGiven),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`not_asked`: you are not asked in this round; `forbidden`: you only read; \
        `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`not_open`; `sent_before`: you sent, with another choice", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[post("/partnerships/{id}/scans/{scan_id}/sending")]
pub(super) async fn send(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
    body: Json<Sending>,
) -> Result<Json<BallotGiven>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    let chosen = Chosen::read(&body.choice).ok_or(ScanError::refused("choice", "invalid"))?;
    let ballot = sending::send(&app, &me, round, &chosen).await?;
    Ok(Json(BallotGiven { ballot: ballot.to_string() }))
}

/// Give my answers with a ballot.
///
/// Whoever asks need not be signed in, and it is not looked at whether they are. Nothing of this request is logged. Ask
/// again when the reply got lost: answers are counted once.
#[utoipa::path(tag = "scans", security(()), request_body = BallotCast, responses(
    (status = 204, description = "Your answers are counted; also when they were before"),
    (status = 403, description = "`no_ballot`: no such ballot was handed out; or `bad_origin`", body = Problem),
    (status = 409, description = "`not_open`: the round is closed", body = Problem),
    (status = 422, description = "`validation_failed`: every statement is answered, and no other; nothing was counted, \
        and the ballot can still be used", body = Problem),
))]
#[post("/ballots")]
pub(super) async fn cast(app: Data<App>, body: Json<BallotCast>) -> Result<HttpResponse, Problem> {
    let ballot = Ballot::read(&body.ballot).ok_or(ScanError::NoBallot)?;
    casting::cast(&app, &ballot, &body.response).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What my partner answered, where partners answer as partners.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The answer of your partner", body = Voice),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you act for no partner", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, it is not yours, or your partner did not answer", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[get("/partnerships/{id}/scans/{scan_id}/voice")]
pub(super) async fn own_voice(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Voice>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    Ok(Json(voice::own(&app, &me, round).await?))
}

/// Answer for my partner, where partners answer as partners. It may be changed as long as the round is open.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), request_body = AnswersGiven, responses(
    (status = 204, description = "So your partner answers"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only somebody with their partner's mandate may; `not_asked`: everybody \
        answers for themselves here; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`not_open`", body = Problem),
    (status = 422, description = "`validation_failed`: every statement is answered, and no other", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[put("/partnerships/{id}/scans/{scan_id}/voice")]
pub(super) async fn give_voice(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
    body: Json<AnswersGiven>,
) -> Result<HttpResponse, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    voice::give(&app, &me, round, &body).await?;
    Ok(HttpResponse::NoContent().finish())
}
