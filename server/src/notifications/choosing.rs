//! How often somebody wants mail.

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::store;
use super::urgency::{mail_due, urgency};
use crate::app::App;
use crate::entity::notification_choice::Pace;

/// Whether somebody wants mail about what happens to them at all.
pub async fn wants_mail(db: &impl ConnectionTrait, account: Uuid) -> Result<bool, DbErr> {
    Ok(store::pace(db, account).await? != Pace::Never)
}

/// From now on they get mail that often, also about what they have not read yet.
pub(super) async fn choose(app: &App, account: Uuid, pace: Pace) -> Result<(), DbErr> {
    let now = app.clock.now();
    let transaction = app.database.begin().await?;
    if store::lock_account(&transaction, account).await?.is_none() {
        return Ok(());
    }
    store::put_pace(&transaction, account, pace).await?;
    for waiting in store::unmailed(&transaction, account).await? {
        store::put_mail_due(&transaction, waiting.id, mail_due(pace, urgency(waiting.kind), now)).await?;
    }
    transaction.commit().await
}
