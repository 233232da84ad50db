//! Closes rounds when their day has come, and reminds those who have not answered.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::closing::close_if_complete;
use super::waiting::who_is_waited_for;
use crate::access::Stage;
use crate::app::App;
use crate::entity::scan_round::{self, Status};
use crate::notifications::{self, Kind as Told};
use crate::scans::error::ScanError;
use crate::scans::store;
use crate::scans::telling::notice;

/// How often it is looked whether something is due.
const LOOK: Duration = Duration::from_secs(3);
/// How long before the end people are reminded for the last time.
const LAST_CALL: TimeDelta = TimeDelta::days(1);
/// A shorter round has no reminders: who is asked today needs none.
const SHORT: TimeDelta = TimeDelta::days(3);

/// Closes what is due, and reminds people; never ends.
pub(crate) async fn tend(app: &App) {
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        if let Err(error) = once(app).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "scans cannot be tended");
        }
    }
}

async fn once(app: &App) -> Result<(), ScanError> {
    let now = app.clock.now();
    for round in store::open(app.database.reader()).await? {
        let is_over = round.closes_at.is_some_and(|closes_at| closes_at <= now);
        // One round that cannot be closed keeps no other from it.
        let done = if is_over { close_if_complete(app, round.id).await } else { remind(app, &round, now).await };
        if let Err(error) = done {
            tracing::error!(error = &error as &dyn std::error::Error, round = %round.id, "a scan is stuck");
        }
    }
    Ok(())
}

/// How many reminders a round has had by now: one when half of its time is over, and one on its last day.
fn reminders_by(round: &scan_round::Model, now: DateTime<Utc>) -> i16 {
    let Some((opened_at, closes_at)) = round.opened_at.zip(round.closes_at) else { return 0 };
    if closes_at - opened_at < SHORT {
        return 0;
    }
    let half = opened_at + (closes_at - opened_at) / 2;
    [half, closes_at - LAST_CALL].into_iter().map(|at| i16::from(now >= at)).sum()
}

async fn remind(app: &App, round: &scan_round::Model, now: DateTime<Utc>) -> Result<(), ScanError> {
    if round.reminders >= reminders_by(round, now) {
        return Ok(());
    }
    let transaction = app.database.begin().await?;
    let Some(round) = store::lock_by_id(&transaction, round.id).await? else { return Ok(()) };
    let reminders = reminders_by(&round, now);
    if round.status != Status::Open || round.reminders >= reminders {
        return Ok(());
    }
    // Of a concluded partnership nobody can answer any more.
    if store::stage(&transaction, &round).await? != Some(Stage::Underway) {
        return Ok(());
    }
    let waited_for: Vec<Uuid> = who_is_waited_for(&transaction, &round).await?;
    let notice = notice(Told::ScanReminder, &round);
    notifications::tell(app, &transaction, &waited_for, notice).await?;
    store::put_round(&transaction, scan_round::Model { reminders, ..round }).await?;
    transaction.commit().await?;
    app.bells.ring_all(waited_for);
    Ok(())
}
