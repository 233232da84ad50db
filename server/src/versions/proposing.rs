//! A lead puts something before the partners, and takes that back.

use uuid::Uuid;

use super::error::VersionError;
use super::reading::hash;
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::endorsement::{What, about, decided_in, event, put_version};
use crate::entity::version::{self, Subject};
use crate::ids;
use crate::partnerships::{Audience, Desk, Membership};

/// What a version consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frozen {
    /// The board it stood on.
    pub(crate) board: Uuid,
    /// The row of the board's log after which it said so.
    pub(crate) seq: i64,
    /// What it is called.
    pub(crate) headline: String,
    /// All of it, as canonical JSON.
    pub(crate) content: String,
}

/// Puts it before the partners. Gives its number.
pub(crate) async fn propose(
    app: &App,
    me: &Membership,
    client: &Client,
    subject: Subject,
    frozen: Frozen,
) -> Result<i32, VersionError> {
    let hash = hash(&frozen.content);
    let mut desk = Desk::open(app, me, client, Action::ProposeVersions).await?;
    let decided = decided_in(&desk.transaction, desk.me.partnership_id, subject).await?;
    let standing = decided.standing();
    // One that was shared and is no more makes room for other words.
    if standing.open.and_then(|number| decided.version(number)).is_some_and(|open| open.shared_at.is_none()) {
        return Err(VersionError::AnotherIsOpen);
    }
    let last = standing.shared.and_then(|number| decided.version(number));
    if last.is_some_and(|last| last.hash == hash) {
        return Err(VersionError::SameWords);
    }
    let version = version::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        subject,
        number: decided.versions.first().map_or(1, |newest| newest.number + 1),
        board_id: frozen.board,
        seq: frozen.seq,
        headline: frozen.headline,
        hash,
        proposed_by: desk.me.account_id,
        proposed_at: app.clock.now(),
        shared_at: None,
        withdrawn_by: None,
        withdrawn_at: None,
    };
    store::add(&desk.transaction, version.clone(), frozen.content).await?;
    telling::ask(&mut desk, &version).await?;
    desk.happened(Audience::Partnership, event(subject, What::Proposed), version.id, about(&version));
    desk.close().await?;
    Ok(version.number)
}

/// Takes the open version back. One that partners once shared stands: only they can leave it.
pub(crate) async fn withdraw(
    app: &App,
    me: &Membership,
    client: &Client,
    subject: Subject,
    number: i32,
) -> Result<(), VersionError> {
    let mut desk = Desk::open(app, me, client, Action::ProposeVersions).await?;
    let decided = decided_in(&desk.transaction, desk.me.partnership_id, subject).await?;
    let version = decided.version(number).ok_or(VersionError::NotFound)?;
    if version.withdrawn_at.is_some() {
        return Ok(());
    }
    if decided.standing().open != Some(number) || version.shared_at.is_some() {
        return Err(VersionError::NotOpen);
    }
    let (by, at) = (Some(desk.me.account_id), Some(app.clock.now()));
    let withdrawn = version::Model { withdrawn_by: by, withdrawn_at: at, ..version.clone() };
    put_version(&desk.transaction, withdrawn).await?;
    desk.settle(version.id).await?;
    desk.happened(Audience::Partnership, event(subject, What::Withdrawn), version.id, about(version));
    Ok(desk.close().await?)
}
