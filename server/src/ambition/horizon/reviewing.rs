//! A partnership looks at what it wants in ten years.

use serde_json::json;

use super::api::Horizon;
use super::store::{self, Whose};
use crate::access::Action;
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::horizon_review;
use crate::partnerships::Person;
use crate::partnerships::{self, Audience, Desk, Membership};

/// When it last did, and when it is time again.
pub(super) async fn read(app: &App, me: &Membership) -> Result<Horizon, AmbitionError> {
    me.may(Action::ReadBoards)?;
    let db = app.database.reader();
    let review = store::review(db, me.partnership_id).await?;
    let by = review.as_ref().and_then(|review| review.reviewed_by);
    let people = partnerships::authors(db, me, by).await?;
    let written = store::written(db, Whose::Partnership(me.partnership_id)).await?;
    Ok(Horizon {
        reviewed_at: review.and_then(|review| review.reviewed_at),
        reviewed_by: by.map(|by| Person::new(by, people.get(&by))),
        due_at: written.first().map(|written| written.due_at),
    })
}

/// Puts down that it does now.
pub(super) async fn review(app: &App, me: &Membership, client: &Client) -> Result<(), AmbitionError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let partnership = desk.me.partnership_id;
    let before = store::review(&desk.transaction, partnership).await?;
    let reviewed = horizon_review::Model {
        partnership_id: partnership,
        reviewed_by: Some(desk.me.account_id),
        reviewed_at: Some(app.clock.now()),
        reminded_at: before.and_then(|before| before.reminded_at),
    };
    store::put(&desk.transaction, reviewed).await?;
    desk.settle(partnership).await?;
    desk.happened(Audience::Partnership, "horizon.reviewed", partnership, json!({}));
    Ok(desk.close().await?)
}
