//! The addresses of the audit log.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get};
use uuid::Uuid;

use super::api::{self, AuditPage, AuditQuery};
use super::store;
use crate::access::Task;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::audit::{self, Chain};
use crate::error::Problem;
use crate::organisations::deeds::Clerk;
use crate::organisations::store as organisations;
use crate::tables;

/// How many entries are read at once for a file.
const ENTRIES_AT_ONCE: u64 = 1_000;

/// Who did what with the installation and its organisations.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "One page, the newest first", body = AuditPage),
    (status = 400, description = "`invalid_request`: the limit is no number", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range", body = Problem),
), params(AuditQuery))]
#[get("/audit")]
pub(super) async fn platform_audit(
    app: Data<App>,
    actor: Actor,
    client: Client,
    query: Query<AuditQuery>,
) -> Result<Json<AuditPage>, Problem> {
    Clerk::of_platform(&actor, client, Task::ReadPlatformAudit)?;
    page(&app, Chain::Platform, &query).await
}

/// The same as a file for a spreadsheet: all of it.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The newest first", content((String = "text/csv"))),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation", body = Problem),
))]
#[get("/audit/export")]
pub(super) async fn export_platform_audit(
    app: Data<App>,
    actor: Actor,
    client: Client,
) -> Result<HttpResponse, Problem> {
    Clerk::of_platform(&actor, client, Task::ReadPlatformAudit)?;
    file(&app, Chain::Platform).await
}

/// Who did what with an organisation and its accounts.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "One page, the newest first", body = AuditPage),
    (status = 400, description = "`invalid_request`: the limit is no number", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation"), AuditQuery))]
#[get("/organisations/{id}/audit")]
pub(super) async fn organisation_audit(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    query: Query<AuditQuery>,
) -> Result<Json<AuditPage>, Problem> {
    page(&app, chain(&app, &actor, client, *id).await?, &query).await
}

/// The same as a file for a spreadsheet: all of it.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The newest first", content((String = "text/csv"))),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[get("/organisations/{id}/audit/export")]
pub(super) async fn export_organisation_audit(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    file(&app, chain(&app, &actor, client, *id).await?).await
}

async fn chain(app: &App, actor: &Actor, client: Client, organisation: Uuid) -> Result<Chain, Problem> {
    Clerk::of(actor, client, organisation, Task::ReadAudit)?;
    organisations::organisation(app.database.reader(), organisation).await?.ok_or_else(Problem::not_found)?;
    Ok(Chain::Organisation(organisation))
}

async fn page(app: &App, chain: Chain, query: &AuditQuery) -> Result<Json<AuditPage>, Problem> {
    let (section, db) = (query.section()?, app.database.reader());
    let entries = audit::entries(db, chain, section.before, section.limit + 1).await?;
    let names = store::names(db, chain, &entries).await?;
    Ok(Json(AuditPage::new(entries, section.limit, &names)))
}

async fn file(app: &App, chain: Chain) -> Result<HttpResponse, Problem> {
    let (db, mut before) = (app.database.reader(), None);
    let mut lines = vec![api::header()];
    loop {
        let entries = audit::entries(db, chain, before, ENTRIES_AT_ONCE).await?;
        let Some(oldest) = entries.last() else { break };
        before = Some(oldest.number);
        let names = store::names(db, chain, &entries).await?;
        lines.extend(entries.into_iter().map(|entry| api::line(entry, &names)));
    }
    let file = tables::file(lines).map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a log cannot be exported");
        Problem::internal()
    })?;
    let name = format!("attachment; filename=\"samenspel-log-{}.csv\"", app.clock.now().format("%Y-%m-%d"));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(file))
}
