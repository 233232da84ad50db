//! Hears what other processes tell people, and forgets what is old.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::DbErr;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::store::{self, Counts};
use crate::app::App;
use crate::database::ROWS_AT_ONCE;

/// How often it is looked whether another process told somebody something.
const LOOK: Duration = Duration::from_millis(1500);
/// How often what is old is forgotten.
const SWEEP: Duration = Duration::from_hours(1);
/// How long notifications are kept: as long as the events they tell of.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Rings for what other processes told people who are here, and forgets what is old; never ends.
pub async fn tend(app: &App) {
    let (mut look, mut sweep) = (interval(LOOK), interval(SWEEP));
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut known = HashMap::new();
    loop {
        let outcome = tokio::select! {
            _ = look.tick() => ring(app, &mut known).await,
            _ = sweep.tick() => forget(app).await,
        };
        if let Err(error) = outcome {
            tracing::warn!(error = &error as &dyn std::error::Error, "notifications cannot be tended");
        }
    }
}

/// Rings the bell of everybody here for whom it stands otherwise than at the last look.
async fn ring(app: &App, known: &mut HashMap<Uuid, Counts>) -> Result<(), DbErr> {
    // There are bells of partnerships among them, for which nothing is counted.
    let awaited = app.bells.awaited();
    let mut counts = HashMap::with_capacity(awaited.len());
    for accounts in awaited.chunks(ROWS_AT_ONCE) {
        counts.extend(store::counts(app.database.reader(), accounts).await?);
    }
    app.bells.ring_changed(known, counts);
    Ok(())
}

async fn forget(app: &App) -> Result<(), DbErr> {
    let transaction = app.database.begin().await?;
    store::forget(&transaction, app.clock.now() - KEPT).await?;
    transaction.commit().await
}
