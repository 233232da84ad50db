//! The door of the events: who listens, as whom, and from where on.

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use sea_orm::DbErr;
use uuid::Uuid;

use super::api::{Event, EventsQuery};
use super::cursor::{self, Hearer};
use super::feed::{Feed, UNKNOWN_CURSOR, gone};
use crate::access::Action;
use crate::accounts::{self, LiveRefusal, LiveVisitor};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::membership;
use crate::realtime::{self, Close, Listener};

/// Tells what happens in a partnership, while it happens: a WebSocket with one event as JSON a message.
///
/// The first message is `stream.opened`, and `stream.idle` comes when nothing happened for a while. Events are ids and
/// names of what changed; what it is now is read from the other addresses. Once it is open it is closed with 4401
/// (sign in again), 4403 (not a member any more), 4404 (no such partnership, or no access), 4410 (the cursor is not
/// known, or what came after it is forgotten: begin without one, and read what you need anew), 4513 (busy, or you read
/// too slowly: come back with your last cursor) or 1012 (restarting, come back).
#[utoipa::path(tag = "live", security((), ("cookie" = []), ("bearer" = [])), responses(
    (status = 101, description = "The connection is open; this is each of its messages, and a refusal is told by its \
        close code", body = Event),
    (status = 400, description = "`invalid_request`: not a WebSocket handshake", body = Problem),
    (status = 403, description = "`bad_origin`: from a page that is not ours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), EventsQuery))]
#[get("/partnerships/{id}/events")]
pub(in crate::partnerships) async fn events(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
    query: Query<EventsQuery>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let revocations = app.rooms.revocations();
    let listener = match accounts::authenticate_live(&app, &request, query.ticket.as_deref()).await {
        Ok(person) => admit(&app, &person, &id, query.after.as_deref()).await?,
        Err(LiveRefusal::SignedOut) => Err(Close::SIGNED_OUT),
        Err(LiveRefusal::BeforeUpgrade(problem)) => return Err(problem),
    };
    let (response, session, stream) = actix_ws::handle(&request, payload)
        .map_err(|error| Problem::invalid_request(format!("not a WebSocket handshake: {error}")))?;
    realtime::serve_feed(app.rooms.clone(), listener, revocations, session, stream);
    Ok(response)
}

async fn admit(
    app: &Data<App>,
    person: &LiveVisitor,
    id: &str,
    after: Option<&str>,
) -> Result<Result<Listener<Feed>, Close>, DbErr> {
    let nowhere = Close { code: Close::NOT_FOUND.code, reason: "no such partnership".into() };
    let Ok(id) = Uuid::parse_str(id) else { return Ok(Err(nowhere)) };
    let found = membership(app.database.reader(), person.account_id, id).await?;
    let Some(me) = found.filter(|me| me.may(Action::ReadPartnership).is_ok()) else { return Ok(Err(nowhere)) };
    // Listened to before anything is read, so that nothing happens unheard in between; and only by those who may, so
    // that nobody can hang up bells.
    let bell = app.bells.listen(id);
    let whose = Hearer { account: me.account_id, partnership: id };
    let after = match after {
        Some(cursor) => match cursor::open(&app.signing_key, whose, cursor) {
            Some(positions) => Some(positions),
            None => return Ok(Err(gone(UNKNOWN_CURSOR))),
        },
        None => None,
    };
    let source = Feed::begin(app.clone(), &me, bell, after).await?;
    let badges = vec![person.session_id, person.account_id, me.membership_id];
    Ok(Ok(Listener { source, badges }))
}
