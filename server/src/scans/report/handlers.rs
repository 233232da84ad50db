//! The addresses of reports.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::content::Content;
use super::csv;
use super::reading::{Report, read};
use crate::accounts::Actor;
use crate::app::App;
use crate::entity::account::Language;
use crate::error::Problem;
use crate::partnerships::{self, member};

/// How a report is exported.
#[derive(Deserialize, IntoParams)]
pub(super) struct ReportExportQuery {
    /// What kind of file.
    #[param(inline)]
    format: Format,
    /// The language of headings and factors; Dutch when left out.
    #[param(inline)]
    #[serde(default)]
    language: Language,
}

/// What kind of file.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ReportFormat)]
enum Format {
    /// For a spreadsheet: one line for each figure.
    Csv,
    /// The same that the page shows.
    Json,
}

/// What came out of a round.
///
/// It was computed when the round closed, and is never computed again. Whoever may see it sees the same: there are no
/// filters. What is not in it is in no export and no event either.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The report", body = Content),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is not shown to observers", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`not_reported`: the round is not closed", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[get("/partnerships/{id}/scans/{scan_id}/report")]
pub(super) async fn report(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Content>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    Ok(Json(read(app.database.reader(), &me, round).await?.content))
}

/// The same as a file.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The file, with a name that people can read",
        content((String = "text/csv"), (Content = "application/json"))),
    (status = 400, description = "`invalid_request`: no such format or language", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is not shown to observers", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`not_reported`: the round is not closed", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path), ReportExportQuery))]
#[get("/partnerships/{id}/scans/{scan_id}/report/export")]
pub(super) async fn export_report(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
    query: Query<ReportExportQuery>,
) -> Result<HttpResponse, Problem> {
    let (id, round) = path.into_inner();
    let (me, db) = (member(&app, &actor, id).await?, app.database.reader());
    let Report { round, content } = read(db, &me, round).await?;
    let named = |extension: &str| {
        let number = round.number.unwrap_or_default();
        let kind = if round.kind == crate::entity::scan_round::Kind::Scan { "scan" } else { "pulse" };
        format!("attachment; filename=\"samenspel-{kind}-{number}.{extension}\"")
    };
    let mut response = HttpResponse::Ok();
    match query.format {
        Format::Json => Ok(response.insert_header((CONTENT_DISPOSITION, named("json"))).json(content)),
        Format::Csv => {
            let partners = partnerships::partner_names(db, &me).await?;
            let file = csv::render(&content, &partners, query.language).map_err(|error| {
                tracing::error!(error = &error as &dyn std::error::Error, "a report cannot be exported");
                Problem::internal()
            })?;
            Ok(response
                .content_type("text/csv; charset=utf-8; header=present")
                .insert_header((CONTENT_DISPOSITION, named("csv")))
                .body(file))
        }
    }
}
