//! A silent brainstorm begins, lasts longer or shorter, and is stopped.

use uuid::Uuid;

use super::api::{BrainstormTime, NewBrainstorm};
use super::error::BrainstormError;
use super::{store, telling};
use crate::access::{Action, Denied, Role};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::brainstorm;
use crate::ids;
use crate::partnerships::{Desk, Membership};

/// Begins one, if none is on at the board; gives its id.
pub(super) async fn begin(
    app: &App,
    me: &Membership,
    client: &Client,
    board: Uuid,
    new: &NewBrainstorm,
) -> Result<Uuid, BrainstormError> {
    me.may(Action::WriteBoards)?;
    let (block, lasts, question) = (new.block()?, new.lasts()?, new.question()?);
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    if store::is_on(&desk.transaction, &desk.me, board).await? {
        return Err(BrainstormError::AnotherIsOn);
    }
    let now = app.clock.now();
    let begun = brainstorm::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        board_id: board,
        block: block.to_owned(),
        question,
        begun_by: desk.me.account_id,
        begun_at: now,
        ends_at: now + lasts,
        closed_at: None,
        revealed_at: None,
        stopped_at: None,
    };
    store::add(&desk.transaction, begun.clone()).await?;
    telling::happened(&mut desk, "brainstorm.begun", &begun);
    desk.close().await?;
    Ok(begun.id)
}

/// It lasts so many minutes from now.
pub(super) async fn time(
    app: &App,
    me: &Membership,
    client: &Client,
    named: (Uuid, Uuid),
    wanted: &BrainstormTime,
) -> Result<(), BrainstormError> {
    let lasts = wanted.lasts()?;
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let found = led(&desk, named).await?;
    if !is_on(&found) {
        return Err(BrainstormError::Over);
    }
    let changed = brainstorm::Model { ends_at: app.clock.now() + lasts, ..found };
    store::put(&desk.transaction, changed.clone()).await?;
    telling::happened(&mut desk, "brainstorm.changed", &changed);
    Ok(desk.close().await?)
}

/// Ends it without revealing anything. Once more is no mistake.
pub(super) async fn stop(
    app: &App,
    me: &Membership,
    client: &Client,
    named: (Uuid, Uuid),
) -> Result<(), BrainstormError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let found = led(&desk, named).await?;
    if found.stopped_at.is_some() {
        return Ok(());
    }
    if !is_on(&found) {
        return Err(BrainstormError::Over);
    }
    let stopped = brainstorm::Model { stopped_at: Some(app.clock.now()), ..found };
    store::put(&desk.transaction, stopped.clone()).await?;
    telling::happened(&mut desk, "brainstorm.stopped", &stopped);
    Ok(desk.close().await?)
}

/// One of the partnership.
pub(super) async fn found(desk: &Desk<'_>, named: (Uuid, Uuid)) -> Result<brainstorm::Model, BrainstormError> {
    store::one(&desk.transaction, &desk.me, named).await?.ok_or(BrainstormError::NotFound)
}

/// One that whoever decides began, or may decide about because they lead.
pub(super) async fn led(desk: &Desk<'_>, named: (Uuid, Uuid)) -> Result<brainstorm::Model, BrainstormError> {
    let found = found(desk, named).await?;
    if found.begun_by == desk.me.account_id || desk.me.role == Role::Lead {
        Ok(found)
    } else {
        Err(Denied::ByRole.into())
    }
}

/// Whether it is neither stopped nor revealed, nor being revealed.
pub(super) fn is_on(brainstorm: &brainstorm::Model) -> bool {
    brainstorm.closed_at.is_none() && brainstorm.stopped_at.is_none()
}
