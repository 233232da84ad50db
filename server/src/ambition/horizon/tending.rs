//! Reminds leads, once a year.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::store::{self, Whose, Written};
use crate::access::Role;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::horizon_review;
use crate::notifications::{self, Kind, Notice};
use crate::partnerships;

/// How often it is looked whether it is time.
const LOOK: Duration = Duration::from_hours(1);

/// Reminds whoever is to be; never ends.
pub(crate) async fn tend(app: &App) {
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        if let Err(error) = once(app).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "horizons cannot be tended");
        }
    }
}

async fn once(app: &App) -> Result<(), AmbitionError> {
    let now = app.clock.now();
    for written in store::written(app.database.reader(), Whose::All).await? {
        if written.needs_reminder(now) {
            remind(app, written.partnership.id).await?;
        }
    }
    Ok(())
}

async fn remind(app: &App, partnership: Uuid) -> Result<(), AmbitionError> {
    let transaction = app.database.begin().await?;
    partnerships::lock_by_id(&transaction, partnership).await?;
    let now = app.clock.now();
    let found = store::written(&transaction, Whose::Partnership(partnership)).await?.pop();
    // Another process may have, meanwhile.
    let Some(Written { review, .. }) = found.filter(|found| found.needs_reminder(now)) else { return Ok(()) };
    let everybody = partnerships::everybody_in(&transaction, partnership).await?;
    let leads = everybody.iter().filter(|present| present.role == Role::Lead);
    let leads: Vec<Uuid> = leads.map(|present| present.account_id).collect();
    let notice = Notice {
        kind: Kind::HorizonDue,
        by: None,
        partnership: Some(partnership),
        subject: Some(partnership),
        title: None,
        leads_to: format!("/partnerships/{partnership}/ambition"),
    };
    notifications::tell(app, &transaction, &leads, notice).await?;
    let (reviewed_by, reviewed_at) = review.map_or((None, None), |review| (review.reviewed_by, review.reviewed_at));
    let reminded =
        horizon_review::Model { partnership_id: partnership, reviewed_by, reviewed_at, reminded_at: Some(now) };
    store::put(&transaction, reminded).await?;
    transaction.commit().await?;
    app.bells.ring_all(leads);
    Ok(())
}
