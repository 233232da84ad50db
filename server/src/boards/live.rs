//! The door of a board's room: who comes in, as whom, and what they may do there.

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

use super::api::LiveQuery;
use super::kind::VOCABULARY_VERSION;
use super::store::{self, Board};
use crate::access::Action;
use crate::accounts::{self, LiveRefusal, LiveVisitor};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::Membership;
use crate::realtime::{self, Close, Visit, Visitor};

/// The colour of somebody who acts for no partner.
const NEUTRAL: &str = "#52616A";

/// Opens a live connection to a board: a WebSocket that speaks the protocol of `y-websocket`.
///
/// Once it is open it is closed with 4401 (sign in again), 4403 (not allowed), 4404 (no such board, or no access),
/// 4413 (message too large), 4422 (update refused), 4426 (the page is outdated), 4513 (busy, come back) or 1012
/// (restarting, come back).
#[utoipa::path(tag = "live", security((), ("cookie" = []), ("bearer" = [])), responses(
    (status = 101, description = "The connection is open; a refusal is told by its close code"),
    (status = 400, description = "`invalid_request`: not a WebSocket handshake", body = Problem),
    (status = 403, description = "`bad_origin`: from a page that is not ours", body = Problem),
), params(("board_id" = Uuid, Path, description = "The board"), LiveQuery))]
#[get("/live/{board_id}")]
pub(super) async fn live_connection(
    app: Data<App>,
    request: HttpRequest,
    board_id: Path<String>,
    query: Query<LiveQuery>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let revocations = app.rooms.revocations();
    let visit = match accounts::authenticate_live(&app, &request, query.ticket.as_deref()).await {
        Ok(person) => admit(&app, person, &board_id, &query).await?,
        Err(LiveRefusal::SignedOut) => Err(Close::SIGNED_OUT),
        Err(LiveRefusal::BeforeUpgrade(problem)) => return Err(problem),
    };
    let (response, session, stream) = actix_ws::handle(&request, payload)
        .map_err(|error| Problem::invalid_request(format!("not a WebSocket handshake: {error}")))?;
    realtime::serve(app.rooms.clone(), visit, revocations, session, stream);
    Ok(response)
}

async fn admit(
    app: &App,
    person: LiveVisitor,
    board_id: &str,
    query: &LiveQuery,
) -> Result<Result<Visit, Close>, DbErr> {
    let Ok(board_id) = Uuid::parse_str(board_id) else { return Ok(Err(Close::NOT_FOUND)) };
    let found = store::board(app.database.reader(), person.account_id, board_id).await?;
    let Some((board, me)) = found else { return Ok(Err(Close::NOT_FOUND)) };
    if query.v.as_deref().is_some_and(|version| version.parse() != Ok(VOCABULARY_VERSION)) {
        return Ok(Err(Close::OUTDATED));
    }
    Ok(Ok(visit(&board, &me, &person, query.saved.as_deref() == Some("1"))))
}

fn visit(board: &Board, me: &Membership, person: &LiveVisitor, wants_saved: bool) -> Visit {
    Visit {
        board: board.id,
        vocabulary: board.kind.vocabulary(),
        visitor: Visitor {
            author: person.account_id,
            stamp: json!({
                "id": person.account_id,
                "name": person.name,
                "partner": me.partner.as_ref().map(|partner| partner.id),
                "color": me.partner.as_ref().map_or(NEUTRAL, |partner| partner.color),
            }),
            may_write: me.may(Action::WriteBoards).is_ok(),
            wants_saved,
        },
        badges: vec![person.session_id, person.account_id, me.membership_id, me.partnership_id],
    }
}
