//! The address of the export.

use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::wording::Wording;
use super::{markdown, rows};
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::api::Content;
use crate::boards::{content, store};
use crate::error::Problem;
use crate::files::{Language, attachment};
use crate::partnerships;
use crate::tables;

/// How a board is exported.
#[derive(Deserialize, IntoParams)]
pub(super) struct ExportQuery {
    /// What kind of file.
    #[param(inline)]
    format: Format,
    /// The language of headings and blocks; as the browser likes it when left out, and otherwise Dutch.
    #[param(inline)]
    language: Option<Language>,
}

/// What kind of file.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ExportFormat)]
pub(super) enum Format {
    /// To read.
    Markdown,
    /// For a spreadsheet. The cards of a business model can be imported again.
    Csv,
    /// For a spreadsheet, as Excel has it.
    Xlsx,
    /// The content, as `GET …/content` gives it.
    Json,
}

impl Format {
    const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => tables::WORKBOOK,
            Self::Json => "application/json",
        }
    }
}

/// What is written on a board, as a file.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The file, with a name that people can read",
        content((String = "text/markdown"), (String = "text/csv"), (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (Content = "application/json"))),
    (status = 400, description = "`invalid_request`: no such format or language", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ExportQuery))]
#[get("/boards/{id}/export")]
pub(super) async fn export_board(
    app: Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: Path<Uuid>,
    query: Query<ExportQuery>,
) -> Result<HttpResponse, Problem> {
    let db = app.database.reader();
    let (board, me) = store::board(db, actor.account_id, *id).await?.ok_or_else(Problem::not_found)?;
    let wording = Wording {
        language: query.language.unwrap_or_else(|| Language::preferred(&request)),
        partnership: partnerships::partnership_name(db, &me).await?.ok_or_else(Problem::not_found)?,
        partners: partnerships::partner_names(db, &me).await?,
        title: board.title,
    };
    let kind = board.kind;
    let look = move |document: &_, seq| content::read(kind, document, seq);
    let content = app.rooms.read(board.id, kind.vocabulary(), look).await.map_err(|_| Problem::unavailable())?;
    let name = format!("{} – {}", wording.partnership, wording.title);
    let body = render(query.format, &content, &wording).map_err(|error| {
        tracing::error!(error = error.as_ref(), "a board cannot be exported");
        Problem::internal()
    })?;
    Ok(HttpResponse::Ok()
        .content_type(query.format.content_type())
        .insert_header((header::CONTENT_DISPOSITION, attachment(&name, query.format.extension())))
        .body(body))
}

fn render(
    format: Format,
    content: &Content,
    wording: &Wording,
) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    Ok(match format {
        Format::Markdown => markdown::render(content, wording)?.into_bytes(),
        Format::Csv => tables::file(rows::of(content, wording))?,
        Format::Xlsx => tables::workbook(&[rows::sheet(content, wording)])?,
        Format::Json => serde_json::to_vec_pretty(content)?,
    })
}
