//! The addresses of suggestions.

use actix_web::get;
use actix_web::web::{self, Data, Json, Path, Query};
use uuid::Uuid;

use super::api::{Explanation, ExplanationQuery, RoleSuggestion, SuggestionQuery};
use super::error::SuggestionError;
use super::gathering::gather;
use crate::access::Action;
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// Who could best take on which role, when everybody is looked at together.
///
/// Who has a role or is asked for one keeps it, unless it is looked at anew. The same question has the same answer.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "How the seats are best divided", body = RoleSuggestion),
    (status = 400, description = "`invalid_request`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead asks for it; or `concluded`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), SuggestionQuery))]
#[get("/partnerships/{id}/role-suggestion")]
pub(super) async fn suggestion(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<SuggestionQuery>,
) -> Result<Json<RoleSuggestion>, Problem> {
    let me = member(&app, &actor, *id).await?;
    me.may(Action::ProposeAssignments)?;
    let (situation, wanted) = (gather(&app, &me).await?, query.wanted());
    // Hundreds of people and roles take some tenths of a second, in which others want to be answered.
    let found = web::block(move || RoleSuggestion::new(&situation, &situation.divide(wanted))).await;
    Ok(Json(found.map_err(SuggestionError::from)?))
}

/// Why a role fits somebody, or does not, and who would take it on instead.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "What counts for it", body = Explanation),
    (status = 400, description = "`invalid_request`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead asks for it; or `concluded`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, role or person, it is not yours, or they are not available", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ExplanationQuery))]
#[get("/partnerships/{id}/role-suggestion/explanation")]
pub(super) async fn explanation(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<ExplanationQuery>,
) -> Result<Json<Explanation>, Problem> {
    let me = member(&app, &actor, *id).await?;
    me.may(Action::ProposeAssignments)?;
    let (situation, query) = (gather(&app, &me).await?, query.into_inner());
    let found = web::block(move || situation.explain(query.wanted(), query.account_id, &query.role_id)).await;
    let found = found.map_err(SuggestionError::from)?;
    Ok(Json(found.ok_or(SuggestionError::NotFound)?))
}
