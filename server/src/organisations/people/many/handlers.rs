//! The address of the import.

use actix_web::post;
use actix_web::web::{Data, Json, Path};
use uuid::Uuid;

use super::api::{AccountImport, ImportedAccounts};
use super::{inviting, reading};
use crate::access::Task;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::organisations::deeds::Clerk;
use crate::organisations::store;

/// Invite many people: a table from a spreadsheet, or a list of addresses.
///
/// All of them or nobody: when any row has a problem, nobody is invited (422). Who has an account of this organisation
/// already is left out, so that sending it again invites nobody twice. A preview invites nobody, and says of each row
/// what would come of it.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), request_body = AccountImport, responses(
    (status = 200, description = "What came of it, or would", body = ImportedAccounts),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 409, description = "`conflict`: the organisation is suspended; `address_taken`: an address got an account at this moment", body = Problem),
    (status = 413, description = "`payload_too_large`", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[post("/organisations/{id}/accounts/import")]
pub(in crate::organisations::people) async fn import_accounts(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<AccountImport>,
) -> Result<Json<ImportedAccounts>, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunAccounts)?;
    let db = app.database.reader();
    store::organisation(db, *id).await?.ok_or_else(Problem::not_found)?;
    let AccountImport { text, language, preview } = body.into_inner();
    let mut rows = reading::read(&text, language)?;
    if preview {
        inviting::compare(db, *id, &mut rows).await?;
        return Ok(Json(ImportedAccounts { rows, invited: 0 }));
    }
    let invited = inviting::invite(&app, &clerk, *id, &mut rows).await?;
    Ok(Json(ImportedAccounts { rows, invited }))
}
