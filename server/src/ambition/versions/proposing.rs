//! A lead puts the ambition before the partners, and takes that back.

use super::store;
use super::telling;
use super::words::{Words, hash};
use crate::access::Action;
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::boards;
use crate::endorsement::{about, put_version};
use crate::entity::ambition_version;
use crate::ids;
use crate::partnerships::{Audience, Desk, Membership};

/// Puts the ambition before the partners as it stood after row `seq` of its log: what the lead read, whatever is written
/// meanwhile. Gives its number.
pub(super) async fn propose(app: &App, me: &Membership, client: &Client, seq: i64) -> Result<i32, AmbitionError> {
    // Permission first: who may not learns nothing of the board.
    me.may(Action::ProposeAmbition)?;
    let written = boards::ambition_after(app, me, seq).await?;
    let words = Words::of(&written).ok_or(AmbitionError::NothingWritten)?;
    let content = words.canonical()?;
    let hash = hash(&content);
    let mut desk = Desk::open(app, me, client, Action::ProposeAmbition).await?;
    let decided = store::decided(&desk.transaction, &desk.me).await?;
    let standing = decided.standing();
    // One that was shared and is no more makes room for other words.
    if standing.open.and_then(|number| decided.version(number)).is_some_and(|open| open.shared_at.is_none()) {
        return Err(AmbitionError::AnotherIsOpen);
    }
    let last = standing.shared.and_then(|number| decided.version(number));
    if last.is_some_and(|last| last.hash == hash) {
        return Err(AmbitionError::SameWords);
    }
    let version = ambition_version::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        number: decided.versions.first().map_or(1, |newest| newest.number + 1),
        board_id: written.board,
        seq,
        headline: words.headline,
        hash,
        proposed_by: desk.me.account_id,
        proposed_at: app.clock.now(),
        shared_at: None,
        withdrawn_by: None,
        withdrawn_at: None,
    };
    store::add(&desk.transaction, version.clone(), content).await?;
    telling::ask(&mut desk, &version).await?;
    desk.happened(Audience::Partnership, "ambition.proposed", version.id, about(&version));
    desk.close().await?;
    Ok(version.number)
}

/// Takes the open version back. One that partners once shared stands: only they can leave it.
pub(super) async fn withdraw(
    app: &App,
    me: &Membership,
    client: &Client,
    number: i32,
) -> Result<(), AmbitionError> {
    let mut desk = Desk::open(app, me, client, Action::ProposeAmbition).await?;
    let decided = store::decided(&desk.transaction, &desk.me).await?;
    let version = decided.version(number).ok_or(AmbitionError::NotFound)?;
    if version.withdrawn_at.is_some() {
        return Ok(());
    }
    if decided.standing().open != Some(number) || version.shared_at.is_some() {
        return Err(AmbitionError::NotOpen);
    }
    let (by, at) = (Some(desk.me.account_id), Some(app.clock.now()));
    let withdrawn = ambition_version::Model { withdrawn_by: by, withdrawn_at: at, ..version.clone() };
    put_version(&desk.transaction, withdrawn).await?;
    desk.settle(version.id).await?;
    desk.happened(Audience::Partnership, "ambition.withdrawn", version.id, about(version));
    Ok(desk.close().await?)
}
