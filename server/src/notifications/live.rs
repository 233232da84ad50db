//! The bell: how many notifications are unread, told while it changes.
//!
//! It says how it stands, not what happened: who comes back after a while needs no cursor, and what is said twice does no
//! harm. What is new is read from the list.

use actix_web::web::{Data, Payload, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use uuid::Uuid;

use super::api::{BellMessage, BellQuery};
use super::store::{self, Counts};
use crate::accounts::{self, LiveRefusal, LiveVisitor};
use crate::app::App;
use crate::error::Problem;
use crate::realtime::{self, Bell, Close, Listener, Source};

/// Tells how many notifications are unread, at once and whenever something is told or read: a WebSocket with one JSON
/// object a message.
///
/// The same may be said twice, and is when nothing happened for a while. It is closed with 4401 (sign in again), 4513
/// (busy, or you read too slowly: come back) or 1012 (restarting, come back).
#[utoipa::path(tag = "live", security((), ("cookie" = []), ("bearer" = [])), responses(
    (status = 101, description = "The connection is open; this is each of its messages, and a refusal is told by its \
        close code", body = BellMessage),
    (status = 400, description = "`invalid_request`: not a WebSocket handshake", body = Problem),
    (status = 403, description = "`bad_origin`: from a page that is not ours", body = Problem),
), params(BellQuery))]
#[get("/me/notifications/live")]
pub(super) async fn notifications_live(
    app: Data<App>,
    request: HttpRequest,
    query: Query<BellQuery>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let revocations = app.rooms.revocations();
    let listener = match accounts::authenticate_live(&app, &request, query.ticket.as_deref()).await {
        Ok(person) => Ok(listener(app.clone(), &person)),
        Err(LiveRefusal::SignedOut) => Err(Close::SIGNED_OUT),
        Err(LiveRefusal::BeforeUpgrade(problem)) => return Err(problem),
    };
    let (response, session, stream) = actix_ws::handle(&request, payload)
        .map_err(|error| Problem::invalid_request(format!("not a WebSocket handshake: {error}")))?;
    realtime::serve_feed(app.rooms.clone(), listener, revocations, session, stream);
    Ok(response)
}

fn listener(app: Data<App>, person: &LiveVisitor) -> Listener<Standing> {
    let bell = app.bells.listen(person.account_id);
    let source = Standing { app, account: person.account_id, bell, told: None };
    Listener { source, badges: vec![person.session_id, person.account_id] }
}

/// How it stands for one person.
struct Standing {
    app: Data<App>,
    account: Uuid,
    bell: Bell,
    /// What was said last.
    told: Option<Counts>,
}

impl Source for Standing {
    async fn next(&mut self) -> Result<Vec<String>, Close> {
        loop {
            // Before it is looked, so that nothing happens unheard in between.
            self.bell.hush();
            match store::counts_of(self.app.database.reader(), self.account).await {
                Ok(counts) if self.told == Some(counts) => self.bell.rung().await,
                Ok(counts) => {
                    self.told = Some(counts);
                    return Ok(vec![message(counts)]);
                }
                Err(error) => {
                    tracing::warn!(error = &error as &dyn std::error::Error, "notifications cannot be counted");
                    return Err(Close::BUSY);
                }
            }
        }
    }

    fn idle(&self) -> String {
        message(self.told.unwrap_or_default())
    }
}

fn message(counts: Counts) -> String {
    serde_json::to_string(&BellMessage { unread: counts.unread() }).unwrap_or_default()
}
