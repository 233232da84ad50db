//! Successes, as somebody sees them.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{Success, SuccessList};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::{success, success_part};
use crate::partnerships::{self, Membership};
use crate::scans::error::ScanError;

/// All of them.
pub(super) async fn list(app: &App, me: &Membership) -> Result<SuccessList, ScanError> {
    me.may(Action::ReadPartnership)?;
    let db = app.database.reader();
    Ok(SuccessList { items: whole(db, me, store::all(db, me).await?).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Success, ScanError> {
    let db = app.database.reader();
    let found = store::one(db, me, id).await?.into_iter().collect();
    whole(db, me, found).await?.pop().ok_or(ScanError::NotFound)
}

/// With what each partner did for them, and who put them down.
async fn whole(
    db: &impl ConnectionTrait,
    me: &Membership,
    found: Vec<success::Model>,
) -> Result<Vec<Success>, DbErr> {
    let marks = partnerships::partner_marks(db, me.partnership_id).await?;
    let recorders = partnerships::authors(db, me, found.iter().map(|of| of.recorded_by)).await?;
    let mut parts: BTreeMap<Uuid, Vec<success_part::Model>> = BTreeMap::new();
    for part in store::parts(db, found.iter().map(|of| of.id)).await? {
        parts.entry(part.success_id).or_default().push(part);
    }
    let whole = |of: success::Model| {
        let mut parts = parts.remove(&of.id).unwrap_or_default();
        parts.sort_by_key(|part| marks.get(&part.partner_id).copied());
        let recorder = recorders.get(&of.recorded_by).map(|recorder| recorder.name.clone()).unwrap_or_default();
        Success::new(of, parts, recorder)
    };
    Ok(found.into_iter().map(whole).collect())
}
