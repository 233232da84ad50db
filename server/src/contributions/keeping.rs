//! A partner says what it brings and comes to get.

use uuid::Uuid;

use super::api::{OwnContribution, Said};
use super::error::ContributionError;
use super::{store, telling};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::contribution;
use crate::ids;
use crate::partnerships::{Desk, Membership, partner_names};
use crate::precondition::IfMatch;

/// More than this many of a partner say no more.
const MOST: u64 = 50;

/// Writes one down; gives its id.
pub(super) async fn add(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &OwnContribution,
) -> Result<Uuid, ContributionError> {
    let said = new.read()?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let partner = own_partner(&desk.me)?;
    if store::count_of(&desk.transaction, partner).await? >= MOST {
        return Err(ContributionError::refused("words", "too_many"));
    }
    check_named(&desk, &said).await?;
    let written = contribution::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        partner_id: partner,
        direction: said.direction,
        words: said.words,
        why: said.why,
        with_partner_id: said.with_partner_id,
        confirmed_by: None,
        confirmed_at: None,
        written_by: desk.me.account_id,
        written_at: app.clock.now(),
        version: 1,
    };
    store::add(&desk.transaction, written.clone()).await?;
    telling::ask(&mut desk, &written).await?;
    telling::happened(&mut desk, "contribution.added", &written);
    desk.close().await?;
    Ok(written.id)
}

/// Says one of one's own partner anew, if nobody did since it was read. Who says the same again changes nothing, and what
/// is said otherwise is to be confirmed anew.
pub(super) async fn put(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    new: &OwnContribution,
) -> Result<(), ContributionError> {
    let said = new.read()?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = own(&desk, id).await?;
    read.check(before.version)?;
    if said == words_of(&before) {
        return Ok(());
    }
    if said.with_partner_id != before.with_partner_id {
        check_named(&desk, &said).await?;
    }
    let after = contribution::Model {
        direction: said.direction,
        words: said.words,
        why: said.why,
        with_partner_id: said.with_partner_id,
        confirmed_by: None,
        confirmed_at: None,
        written_by: desk.me.account_id,
        version: before.version + 1,
        ..before
    };
    store::put(&desk.transaction, after.clone()).await?;
    desk.settle(id).await?;
    telling::ask(&mut desk, &after).await?;
    telling::happened(&mut desk, "contribution.changed", &after);
    Ok(desk.close().await?)
}

/// Takes one of one's own partner away, if nobody changed it since it was read.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), ContributionError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let before = own(&desk, id).await?;
    read.check(before.version)?;
    store::remove(&desk.transaction, id).await?;
    desk.settle(id).await?;
    telling::happened(&mut desk, "contribution.removed", &before);
    Ok(desk.close().await?)
}

/// For which partner somebody acts.
pub(super) fn own_partner(me: &Membership) -> Result<Uuid, Denied> {
    me.partner.as_ref().map(|partner| partner.id).ok_or(Denied::ByRole)
}

/// One that one's own partner says. Whoever sees it and acts for another may not change it.
async fn own(desk: &Desk<'_>, id: Uuid) -> Result<contribution::Model, ContributionError> {
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(ContributionError::NotFound)?;
    if own_partner(&desk.me)? == found.partner_id { Ok(found) } else { Err(Denied::ByRole.into()) }
}

/// Whoever is named is another partner that takes part.
async fn check_named(desk: &Desk<'_>, said: &Said) -> Result<(), ContributionError> {
    let Some(named) = said.with_partner_id else { return Ok(()) };
    if own_partner(&desk.me)? == named {
        return Err(ContributionError::refused("with_partner_id", "oneself"));
    }
    let partners = partner_names(&desk.transaction, &desk.me).await?;
    let takes_part = partners.iter().any(|partner| partner.id == named && partner.is_active);
    if takes_part { Ok(()) } else { Err(ContributionError::refused("with_partner_id", "unknown")) }
}

fn words_of(of: &contribution::Model) -> Said {
    Said {
        direction: of.direction,
        words: of.words.clone(),
        why: of.why.clone(),
        with_partner_id: of.with_partner_id,
    }
}
