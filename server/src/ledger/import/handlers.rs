//! The addresses of the import.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use uuid::Uuid;

use super::api::{ImportedLines, LedgerImport, LedgerImportPreview, LedgerTable};
use super::bringing;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// See what would come of a table from a spreadsheet; nothing is changed.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), request_body = LedgerTable, responses(
    (status = 200, description = "What each row would become, or why it cannot", body = LedgerImportPreview),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is another partner's, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 413, description = "`payload_too_large`", body = Problem),
    (status = 422, description = "`validation_failed`: `text` is `required`, has `no_header`, `too_many_rows` (more than 400) or is `too_long`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/ledger/import/preview")]
pub(in crate::ledger) async fn preview_ledger_import(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<LedgerTable>,
) -> Result<Json<LedgerImportPreview>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(bringing::preview(&app, &me, &body).await?))
}

/// Bring in what a preview showed: all of it, or nothing.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), request_body = LedgerImport, responses(
    (status = 201, description = "It is in the ledger", body = ImportedLines),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is another partner's, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`changed_meanwhile`: something else would come of it than was shown; look again", body = Problem),
    (status = 413, description = "`payload_too_large`", body = Problem),
    (status = 422, description = "`validation_failed`: as the preview, or `text` has `rows_refused`, or is `too_many`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/ledger/import")]
pub(in crate::ledger) async fn import_ledger(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<LedgerImport>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let (table, digest) = body.into_inner().split();
    let added = bringing::import(&app, &me, &client, &table, &digest).await?;
    Ok(HttpResponse::Created().json(ImportedLines { added }))
}
