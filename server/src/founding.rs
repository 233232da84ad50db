//! A partnership begins, and its boards with it.
//!
//! It stands above partnerships and boards, as the demo does, because it makes both in one transaction: there is never a
//! partnership without its boards, and neither feature has to know that the other waits for it.

use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::boards;
use crate::error::Problem;
use crate::partnerships::{self, NewPartnership, Partnership, PartnershipError};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(start_partnership);
}

/// A partnership to be started.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StartPartnership {
    /// One line of at most 100 characters.
    #[schema(example = "Taal in het gezin")]
    name: String,
    /// What none of the partners can solve alone; at most 2,000 characters. It may come later.
    #[serde(default)]
    challenge: String,
}

/// Start a partnership, of which I am the lead and my organisation is the first partner.
///
/// It takes part at once when I administer it; otherwise those who do are asked.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = StartPartnership,
    responses(
    (status = 201, description = "A draft, with its boards", body = Partnership),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you belong to no organisation; or `bad_origin`", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
))]
#[post("/partnerships")]
async fn start_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    body: Json<StartPartnership>,
) -> Result<HttpResponse, Problem> {
    let new = NewPartnership::read(&body.name, &body.challenge)?;
    let founding = partnerships::found(&app, &actor, &client, new).await?;
    let id = founding.partnership();
    boards::create_boards(founding.transaction(), id, app.clock.now()).await.map_err(PartnershipError::from)?;
    founding.complete().await?;
    let started = partnerships::partnership_of(&app, actor.account_id, id).await?;
    Ok(HttpResponse::Created().json(started))
}
