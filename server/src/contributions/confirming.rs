//! The partner that a contribution names says whether it is so.

use uuid::Uuid;

use super::error::ContributionError;
use super::keeping::own_partner;
use super::{store, telling};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::contribution;
use crate::partnerships::{Desk, Membership};
use crate::precondition::{IfMatch, PreconditionError};

/// Says for one's own partner that it is so, of the words that one read. Once more is no mistake.
pub(super) async fn confirm(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ContributionError> {
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = named_in(&desk, id).await?;
    match (read.check(before.version), before.confirmed_at) {
        (Err(PreconditionError::Changed) | Ok(()), Some(_)) => return Ok(()),
        (checked, _) => checked?,
    }
    let after = contribution::Model {
        confirmed_by: Some(desk.me.account_id),
        confirmed_at: Some(app.clock.now()),
        version: before.version + 1,
        ..before
    };
    store::put(&desk.transaction, after.clone()).await?;
    desk.settle(id).await?;
    telling::confirmed(&mut desk, &after).await?;
    telling::happened(&mut desk, "contribution.confirmed", &after);
    Ok(desk.close().await?)
}

/// Takes back that it is so. Once more is no mistake.
pub(super) async fn take_back(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ContributionError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let before = named_in(&desk, id).await?;
    match (read.check(before.version), before.confirmed_at) {
        (Err(PreconditionError::Changed) | Ok(()), None) => return Ok(()),
        (checked, _) => checked?,
    }
    let after =
        contribution::Model { confirmed_by: None, confirmed_at: None, version: before.version + 1, ..before };
    store::put(&desk.transaction, after.clone()).await?;
    desk.settle(id).await?;
    telling::happened(&mut desk, "contribution.changed", &after);
    Ok(desk.close().await?)
}

/// One that names one's own partner.
async fn named_in(desk: &Desk<'_>, id: Uuid) -> Result<contribution::Model, ContributionError> {
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(ContributionError::NotFound)?;
    if found.with_partner_id == Some(own_partner(&desk.me)?) { Ok(found) } else { Err(Denied::ByRole.into()) }
}
