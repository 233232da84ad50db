//! Improvement points, as somebody sees them.

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{Improvement, ImprovementList};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::improvement::{self, State};
use crate::partnerships::{self, Membership};
use crate::scans::error::ScanError;

/// All of them.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ImprovementList, ScanError> {
    me.may(Action::ReadReports)?;
    let db = app.database.reader();
    let (mut underway, mut ended): (Vec<_>, Vec<_>) =
        store::all(db, me).await?.into_iter().partition(|of| of.ended_at.is_none());
    underway.sort_by_key(|of| (of.state == State::Chosen, of.due, of.id));
    ended.sort_by_key(|of| std::cmp::Reverse((of.ended_at, of.id)));
    underway.extend(ended);
    Ok(ImprovementList { items: named(db, me, underway).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Improvement, ScanError> {
    let db = app.database.reader();
    let found = store::one(db, me, id).await?.into_iter().collect();
    named(db, me, found).await?.pop().ok_or(ScanError::NotFound)
}

async fn named(
    db: &impl ConnectionTrait,
    me: &Membership,
    found: Vec<improvement::Model>,
) -> Result<Vec<Improvement>, DbErr> {
    let owners = partnerships::authors(db, me, found.iter().map(|of| of.owner_id)).await?;
    let named = |of: improvement::Model| {
        let owner = owners.get(&of.owner_id).map(|owner| owner.name.clone()).unwrap_or_default();
        Improvement::new(of, owner)
    };
    Ok(found.into_iter().map(named).collect())
}
