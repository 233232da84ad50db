//! The SQL of the horizon.

use std::collections::HashMap;

use chrono::{DateTime, Months, Utc};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use crate::access::{Role, Stage};
use crate::entity::{ambition, horizon_review, membership, partnership};

/// From one look to the next.
const YEAR: Months = Months::new(12);

/// A partnership that has written what it wants in ten years.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) partnership: partnership::Model,
    /// When it looked at it, and was reminded to; nothing when neither ever happened.
    pub(super) review: Option<horizon_review::Model>,
    /// When it is time again.
    pub(super) due_at: DateTime<Utc>,
}

impl Written {
    /// Whether it was not reminded yet since it is due.
    pub(super) fn needs_reminder(&self, now: DateTime<Utc>) -> bool {
        let reminded_at = self.review.as_ref().and_then(|review| review.reminded_at);
        self.due_at <= now && reminded_at.is_none_or(|at| at < self.due_at)
    }
}

/// Those that are worked on and have; all, or one, or those that an account leads.
pub(super) async fn written(db: &impl ConnectionTrait, whose: Whose) -> Result<Vec<Written>, DbErr> {
    let wrote = || {
        let wrote = ambition::Entity::find().filter(ambition::Column::HorizonSince.is_not_null());
        wrote.filter(whose.condition())
    };
    let partnerships = || wrote().select_only().column(ambition::Column::PartnershipId).into_query();
    let is_one = partnership::Column::Id.in_subquery(partnerships());
    let looked = horizon_review::Column::PartnershipId.in_subquery(partnerships());
    let since: HashMap<Uuid, Option<DateTime<Utc>>> =
        wrote().all(db).await?.into_iter().map(|wrote| (wrote.partnership_id, wrote.horizon_since)).collect();
    let mut reviews: HashMap<Uuid, horizon_review::Model> = HashMap::new();
    for review in horizon_review::Entity::find().filter(looked).all(db).await? {
        reviews.insert(review.partnership_id, review);
    }
    let found = partnership::Entity::find().filter(is_one).all(db).await?;
    let underway = found.into_iter().filter(|partnership| partnership.status.stage() == Stage::Underway);
    let written = underway.filter_map(|partnership| {
        let review = reviews.remove(&partnership.id);
        let last = review.as_ref().and_then(|review| review.reviewed_at);
        let last = last.or_else(|| since.get(&partnership.id).copied().flatten())?;
        Some(Written { partnership, review, due_at: last + YEAR })
    });
    Ok(written.collect())
}

/// Of whom the horizon is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whose {
    All,
    Partnership(Uuid),
    LedBy(Uuid),
}

impl Whose {
    fn condition(self) -> Condition {
        let all = Condition::all();
        match self {
            Self::All => all,
            Self::Partnership(id) => all.add(ambition::Column::PartnershipId.eq(id)),
            Self::LedBy(account) => {
                let led = membership::Entity::find()
                    .select_only()
                    .column(membership::Column::PartnershipId)
                    .filter(membership::Column::AccountId.eq(account))
                    .filter(membership::Column::Role.eq(Role::Lead))
                    .filter(membership::Column::LeftAt.is_null());
                all.add(ambition::Column::PartnershipId.in_subquery(led.into_query()))
            }
        }
    }
}

/// When a partnership looked at it.
pub(super) async fn review(
    db: &impl ConnectionTrait,
    partnership: Uuid,
) -> Result<Option<horizon_review::Model>, DbErr> {
    horizon_review::Entity::find_by_id(partnership).one(db).await
}

/// Puts down that it did, or that it was reminded.
pub(super) async fn put(db: &impl ConnectionTrait, review: horizon_review::Model) -> Result<(), DbErr> {
    if self::review(db, review.partnership_id).await?.is_some() {
        horizon_review::Entity::update(review.into_active_model().reset_all()).exec(db).await?;
    } else {
        horizon_review::Entity::insert(review.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}
