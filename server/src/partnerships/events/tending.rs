//! Hears what other processes announce, and forgets what is old.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::DbErr;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::database::ROWS_AT_ONCE;

/// How often it is looked whether another process announced something.
const LOOK: Duration = Duration::from_millis(1500);
/// How often what is old is forgotten.
const SWEEP: Duration = Duration::from_hours(1);
/// How long events are kept.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Rings for what other processes announce, and forgets what is old; never ends.
pub async fn tend_events(app: &App) {
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
            tracing::warn!(error = &error as &dyn std::error::Error, "events cannot be tended");
        }
    }
}

/// Rings the bell of every partnership in which there is more than there was at the last look.
async fn ring(app: &App, known: &mut HashMap<Uuid, i64>) -> Result<(), DbErr> {
    let awaited = app.bells.awaited();
    let mut counts = HashMap::with_capacity(awaited.len());
    for partnerships in awaited.chunks(ROWS_AT_ONCE) {
        counts.extend(store::counts(app.database.reader(), partnerships).await?);
    }
    app.bells.ring_changed(known, counts);
    Ok(())
}

async fn forget(app: &App) -> Result<(), DbErr> {
    let transaction = app.database.begin().await?;
    store::forget(&transaction, app.clock.now() - KEPT).await?;
    transaction.commit().await
}
