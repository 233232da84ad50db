//! The address of the import.

use actix_web::post;
use actix_web::web::{Data, Json, Path};
use uuid::Uuid;

use super::api::{ImportRow, ImportedNotes, NoteImport};
use super::rows::{self, Defaults};
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::blocks::Block;
use crate::boards::edits::{self, Desk, EditError, NewCard, Reading};
use crate::boards::kind::Kind;
use crate::error::Problem;
use crate::ids;

/// Add many cards: a list, or a table from a spreadsheet.
///
/// All of them or none: when any row has a problem, nothing is added (422). A preview adds nothing and says for each
/// row what would come of it. With an `id` of your own a retry adds nothing twice.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = NoteImport, responses(
    (status = 200, description = "What came of it, or would", body = ImportedNotes),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 413, description = "`payload_too_large`", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/notes/import")]
pub(super) async fn import_notes(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<NoteImport>,
) -> Result<Json<ImportedNotes>, Problem> {
    let desk = Desk::open(&app, actor.account_id, *id, Kind::Canvas).await?;
    let NoteImport { text, block, partner, id, preview } = body.into_inner();
    let partners = desk.partners().await?;
    let mut reading = Reading::default();
    let block = reading.optional("block", block, edits::block);
    let partner = reading.field("partner", edits::partner(partner.as_deref(), &partners));
    let id = reading.field("id", edits::id(id.as_deref()));
    let (partner, id) = reading.finish(partner.zip(id))?;
    let rows = rows::read(&text, &Defaults { block, partner, partners })?;
    if preview {
        return Ok(Json(ImportedNotes { rows, added: 0, seq: desk.seq().await? }));
    }
    let cards = cards(id, &rows)?;
    let (added, seq) = desk.write(|transaction| edits::add_cards(transaction, cards)).await?;
    Ok(Json(ImportedNotes { rows, added: added.len(), seq }))
}

/// The cards of rows without a problem; none when any row has one. Their ids follow from that of the import.
fn cards(import: Uuid, rows: &[ImportRow]) -> Result<Vec<NewCard>, EditError> {
    let bad = rows.iter().filter(|row| row.problem.is_some()).count();
    if bad > 0 {
        return Err(EditError::Rows(bad));
    }
    let card = |(place, row): (usize, &ImportRow)| {
        let block = row.block.and_then(Block::by_id)?;
        let (id, text) = (ids::derived(import, place).to_string(), row.text.clone());
        Some(NewCard { id, block, text, partner: row.partner, position: None })
    };
    Ok(rows.iter().enumerate().filter_map(card).collect())
}
