//! The addresses of what is new.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, put};
use uuid::Uuid;

use super::api::{News, NewsItem, Visit};
use super::{grouping, store, visits};
use crate::access::Action;
use crate::accounts::Actor;
use crate::app::App;
use crate::entity::event_stream;
use crate::error::{FieldError, Problem};
use crate::partnerships::events::cursor::{self, Hearer, Positions};
use crate::partnerships::events::feed::ends;
use crate::partnerships::events::store as streams;
use crate::partnerships::{authors, member};

/// How many events are looked at: whoever was away for long is told the end of it.
const MOST: u64 = 1_000;

/// What others did here since my last visit, told briefly.
///
/// A visit goes on as long as you say at least every half an hour that you look (`PUT …/visit`); until it is over, what
/// was new when you came stays in the answer. Of very much that happened, the newest thousand events are counted.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "What is new; nothing for somebody who was not here before", body = News),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/news")]
pub(in crate::partnerships) async fn what_is_new(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<News>, Problem> {
    let me = member(&app, &actor, *id).await?;
    me.may(Action::ReadPartnership)?;
    let db = app.database.reader();
    let mine = streams::streams(db, &me).await?;
    let now = ends(&me, &mine);
    let whose = Hearer { account: me.account_id, partnership: me.partnership_id };
    let sealed = cursor::seal(&app.signing_key, whose, now).map_err(|_| Problem::internal())?;
    let ended = store::visit(db, &me).await?.map(|visit| visits::ended_before(&visit, app.clock.now()));
    let from = ended.as_ref().and_then(|(since, _)| cursor::open(&app.signing_key, whose, since));
    let mut events = Vec::new();
    if let Some(from) = from {
        for stream in &mine {
            events.extend(store::newest(db, stream, seen_of(stream, &from), MOST).await?);
        }
    }
    let groups = grouping::grouped(events, me.account_id);
    let people: Vec<Uuid> = groups.iter().flat_map(|group| group.people.iter().copied()).collect();
    let names = authors(db, &me, people).await?;
    let items = groups.into_iter().map(|group| NewsItem::new(group, &names)).collect();
    Ok(Json(News { since: ended.map(|(_, at)| at), items, next: None, cursor: sealed }))
}

/// Say that I look, and have seen everything up to a cursor.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = Visit, responses(
    (status = 204, description = "Remembered"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is not one of yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[put("/partnerships/{id}/visit")]
pub(in crate::partnerships) async fn remember_visit(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<Visit>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    me.may(Action::ReadPartnership)?;
    let whose = Hearer { account: me.account_id, partnership: me.partnership_id };
    if cursor::open(&app.signing_key, whose, &body.cursor).is_none() {
        return Err(Problem::validation_failed(vec![FieldError { field: "cursor", code: "unknown" }]));
    }
    let (cursor, now) = (body.into_inner().cursor, app.clock.now());
    let transaction = app.database.begin().await?;
    let visit = match store::visit(&transaction, &me).await? {
        Some(visit) => visits::looked(&visit, cursor, now),
        None => visits::first(&me, cursor, now),
    };
    store::put_visit(&transaction, visit).await?;
    transaction.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How far somebody had seen a stream. Of a partner for whom they act only since then, nothing before is news.
fn seen_of(stream: &event_stream::Model, from: &Positions) -> i64 {
    match stream.audience {
        event_stream::Audience::Partnership => from.partnership,
        event_stream::Audience::Account => from.account,
        event_stream::Audience::Partner => match from.partner {
            Some((partner, number)) if partner == stream.subject_id => number,
            _ => stream.last_number,
        },
    }
}
