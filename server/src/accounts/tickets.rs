//! Tickets: a client without cookies asks for one with its access token, and opens a live connection with it. A ticket
//! may stand in an address, and so in a log: it is good once, for a minute.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::error::AccountError;
use super::store;
use crate::app::App;
use crate::ids;

const LIFE: TimeDelta = TimeDelta::seconds(60);

/// A new ticket for a session, and until when it is good.
pub(super) async fn issue(app: &App, session_id: Uuid) -> Result<(String, DateTime<Utc>), AccountError> {
    let now = app.clock.now();
    let ticket = ids::token();
    let transaction = app.database.begin().await?;
    store::drop_expired_tickets(&transaction, now).await?;
    store::add_ticket(&transaction, ids::fingerprint(&ticket), session_id, now + LIFE).await?;
    transaction.commit().await?;
    Ok((ticket, now + LIFE))
}

/// The session a ticket was made for. The ticket is gone afterwards.
pub(super) async fn redeem(app: &App, ticket: &str) -> Result<Option<Uuid>, DbErr> {
    let transaction = app.database.begin().await?;
    let taken = store::take_ticket(&transaction, &ids::fingerprint(ticket)).await?;
    transaction.commit().await?;
    Ok(taken.filter(|ticket| ticket.expires_at > app.clock.now()).map(|ticket| ticket.session_id))
}
