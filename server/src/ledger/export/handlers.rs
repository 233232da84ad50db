//! The address of the export.

use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::sheets;
use super::wording::Wording;
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;
use crate::files::{Language, attachment};
use crate::ledger::api::Ledger;
use crate::ledger::reading;
use crate::partnerships::{self, member};
use crate::tables;

/// How a ledger is exported.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(in crate::ledger) struct ExportQuery {
    /// What kind of file.
    #[param(inline)]
    format: Format,
    /// The language of headings; as the browser likes it when left out, and otherwise Dutch.
    #[param(inline)]
    language: Option<Language>,
}

/// What kind of file.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = LedgerFormat)]
enum Format {
    /// The lines, for a spreadsheet.
    Csv,
    /// The lines and the overview of five years, for a spreadsheet.
    Xlsx,
    /// As `GET …/ledger` gives it.
    Json,
}

impl Format {
    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => tables::WORKBOOK,
            Self::Json => "application/json",
        }
    }
}

/// What it costs and brings as a file, as you see it: what another partner keeps to itself is not in it.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The file, with a name that people can read",
        content((String = "text/csv"), (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (Ledger = "application/json"))),
    (status = 400, description = "`invalid_request`: no such format or language", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ExportQuery))]
#[get("/partnerships/{id}/ledger/export")]
pub(in crate::ledger) async fn export_ledger(
    app: Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: Path<Uuid>,
    query: Query<ExportQuery>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let ledger = reading::ledger(&app, &me, None).await?;
    let db = app.database.reader();
    let wording = Wording {
        language: query.language.unwrap_or_else(|| Language::preferred(&request)),
        partners: partnerships::partner_names(db, &me).await?,
    };
    let partnership = partnerships::partnership_name(db, &me).await?.ok_or_else(Problem::not_found)?;
    let name = format!("{partnership} – {}", wording.pick("Kosten en baten", "Costs and benefits"));
    let body = render(query.format, &ledger, &wording).map_err(|error| {
        tracing::error!(error = error.as_ref(), "a ledger cannot be exported");
        Problem::internal()
    })?;
    Ok(HttpResponse::Ok()
        .content_type(query.format.content_type())
        .insert_header((header::CONTENT_DISPOSITION, attachment(&name, query.format.extension())))
        .body(body))
}

fn render(
    format: Format,
    ledger: &Ledger,
    wording: &Wording,
) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    Ok(match format {
        Format::Csv => tables::file(sheets::lines_as_text(ledger, wording))?,
        Format::Xlsx => tables::workbook(&[sheets::lines(ledger, wording), sheets::overview(ledger, wording)])?,
        Format::Json => serde_json::to_vec_pretty(ledger)?,
    })
}
