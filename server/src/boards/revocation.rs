//! Closes live connections of people who may not be there any more, however that came about: an ended or expired
//! session, a deactivated account, a membership that was left; by this process, by another, or by time.

use std::time::Duration;

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter as _, QuerySelect as _,
};
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use crate::app::App;
use crate::database::ROWS_AT_ONCE;
use crate::entity::{account, membership, session};
use crate::realtime::Close;

/// How often it is looked at: nobody stays much longer than a second.
const PERIOD: Duration = Duration::from_millis(750);

/// Looks again and again who is connected and may not be; never ends.
pub async fn watch(app: &App) {
    let mut period = interval(PERIOD);
    period.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        period.tick().await;
        if let Err(error) = revoke_ended(app).await {
            // Who writes is looked at again with every commit, so a failing database lets nobody write.
            tracing::warn!(error = &error as &dyn std::error::Error, "cannot look who may stay connected");
        }
    }
}

async fn revoke_ended(app: &App) -> Result<(), DbErr> {
    let badges: Vec<Uuid> = app.rooms.badges().into_iter().collect();
    for badges in badges.chunks(ROWS_AT_ONCE) {
        for (badge, close) in ended(app, badges).await? {
            app.rooms.revoke(badge, close);
        }
    }
    Ok(())
}

/// Those of `badges` that are worth nothing any more, and what to tell who carries them.
async fn ended(app: &App, badges: &[Uuid]) -> Result<Vec<(Uuid, Close)>, DbErr> {
    let (db, now) = (app.database.reader(), app.clock.now());
    let is_over = Condition::any()
        .add(session::Column::EndedAt.is_not_null())
        .add(session::Column::IdleExpiresAt.lte(now))
        .add(session::Column::ExpiresAt.lte(now));
    let sessions = ids::<session::Entity>(db, session::Column::Id, badges, is_over).await?;
    let is_inactive = account::is_admitted().not();
    let accounts = ids::<account::Entity>(db, account::Column::Id, badges, is_inactive).await?;
    let has_left = Condition::all().add(membership::Column::LeftAt.is_not_null());
    let memberships = ids::<membership::Entity>(db, membership::Column::Id, badges, has_left).await?;
    let signed_out = sessions.into_iter().chain(accounts).map(|badge| (badge, Close::SIGNED_OUT));
    Ok(signed_out.chain(memberships.into_iter().map(|badge| (badge, Close::FORBIDDEN))).collect())
}

async fn ids<E: EntityTrait>(
    db: &impl ConnectionTrait,
    id: E::Column,
    among: &[Uuid],
    condition: Condition,
) -> Result<Vec<Uuid>, DbErr> {
    E::find()
        .select_only()
        .column(id)
        .filter(id.is_in(among.iter().copied()))
        .filter(condition)
        .into_tuple()
        .all(db)
        .await
}
