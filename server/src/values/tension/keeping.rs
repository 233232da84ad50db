//! Writing tension checks, and changing one's own.

use uuid::Uuid;

use super::api::{Answers, NewTensionCheck, TensionCheckChanges};
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::tension_check;
use crate::ids;
use crate::partnerships::{Desk, Membership};
use crate::precondition::IfMatch;
use crate::values::error::ValuesError;

/// More than this many are a diary.
const MOST: u64 = 100;

/// Writes one; gives its id.
pub(super) async fn add(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewTensionCheck,
) -> Result<Uuid, ValuesError> {
    let Answers { belief, benefit, success, effort } = new.answers()?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if store::count_own(&desk.transaction, &desk.me).await? >= MOST {
        return Err(ValuesError::refused("answers", "too_many"));
    }
    let written = tension_check::Model {
        id: ids::unordered(),
        partnership_id: desk.me.partnership_id,
        account_id: desk.me.account_id,
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        belief,
        benefit,
        success,
        effort,
        shared_with: new.shared_with,
        written_at: app.clock.now(),
        version: 1,
    };
    store::add(&desk.transaction, written.clone()).await?;
    telling::tell(&mut desk, &[&written]).await?;
    desk.close().await?;
    Ok(written.id)
}

/// Changes one of one's own, if one did not since it was read.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    changes: &TensionCheckChanges,
) -> Result<(), ValuesError> {
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = store::own(&desk.transaction, &desk.me, id).await?.ok_or(ValuesError::NotFound)?;
    read.check(before.version)?;
    let Answers { belief, benefit, success, effort } = changes.answers(Answers {
        belief: before.belief.clone(),
        benefit: before.benefit.clone(),
        success: before.success.clone(),
        effort: before.effort.clone(),
    })?;
    let after = tension_check::Model {
        // Whoever acts for another partner by now says it as that.
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        belief,
        benefit,
        success,
        effort,
        shared_with: changes.shared_with.unwrap_or(before.shared_with),
        version: before.version + 1,
        ..before.clone()
    };
    store::put(&desk.transaction, after.clone()).await?;
    telling::tell(&mut desk, &[&before, &after]).await?;
    Ok(desk.close().await?)
}

/// Takes one of one's own away, if one did not change it since it was read.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ValuesError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let before = store::own(&desk.transaction, &desk.me, id).await?.ok_or(ValuesError::NotFound)?;
    read.check(before.version)?;
    store::remove(&desk.transaction, id).await?;
    telling::tell(&mut desk, &[&before]).await?;
    Ok(desk.close().await?)
}
