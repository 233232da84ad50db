//! Choosing improvement points, and ending them.

use serde_json::json;
use uuid::Uuid;

use super::api::{ImprovementChanges, NewImprovement, Start};
use super::store;
use crate::access::{Action, Role};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::improvement::{self, State};
use crate::ids;
use crate::notifications::{Kind as Told, Notice};
use crate::partnerships::{self, Audience, Desk, Membership};
use crate::precondition::IfMatch;
use crate::scans::error::ScanError;
use crate::scans::store::round;

/// More than this are not worked on at a time.
const MOST_RUNNING: usize = 3;
/// More than this do not wait.
const MOST_CHOSEN: usize = 50;

/// Chooses one; gives its id.
pub(super) async fn choose(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewImprovement,
) -> Result<Uuid, ScanError> {
    let (title, factor, due) = (new.title()?, new.factor()?, new.due()?);
    let desk = Desk::open(app, me, client, Action::ChooseImprovements).await?;
    if let Some(id) = new.round_id {
        round(&desk.transaction, &desk.me, id).await?.ok_or(ScanError::refused("round_id", "unknown"))?;
    }
    check_owner(&desk, new.owner_id).await?;
    let state = match new.start {
        Start::Now => State::Running,
        Start::Later => State::Chosen,
    };
    check_room(&desk, state).await?;
    let chosen = improvement::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        round_id: new.round_id,
        factor: factor.map(|factor| factor.id().to_owned()),
        title,
        state,
        owner_id: new.owner_id,
        due,
        outcome: None,
        chosen_by: desk.me.account_id,
        chosen_at: app.clock.now(),
        ended_at: None,
        version: 1,
    };
    let id = chosen.id;
    store::add(&desk.transaction, chosen.clone()).await?;
    close(desk, "improvement.chosen", &chosen, Some(chosen.owner_id)).await?;
    Ok(id)
}

/// Changes what is done, by whom or until when, if nobody did since it was read.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    changes: &ImprovementChanges,
) -> Result<(), ScanError> {
    let (title, due) = (changes.title()?, changes.due()?);
    let desk = Desk::open(app, me, client, Action::ChooseImprovements).await?;
    let before = unfinished(&desk, id).await?;
    read.check(before.version)?;
    if let Some(owner) = changes.owner_id {
        check_owner(&desk, owner).await?;
    }
    let after = improvement::Model {
        title: title.unwrap_or_else(|| before.title.clone()),
        owner_id: changes.owner_id.unwrap_or(before.owner_id),
        due: due.unwrap_or(before.due),
        ..before.clone()
    };
    if after == before {
        return Ok(());
    }
    let new_owner = Some(after.owner_id).filter(|&owner| owner != before.owner_id);
    put(desk, "improvement.changed", after, new_owner).await
}

/// Begins to work on one that waits. Once more is no mistake.
pub(super) async fn start(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), ScanError> {
    let desk = Desk::open(app, me, client, Action::ChooseImprovements).await?;
    let before = unfinished(&desk, id).await?;
    if before.state == State::Running {
        return Ok(());
    }
    check_room(&desk, State::Running).await?;
    put(desk, "improvement.started", improvement::Model { state: State::Running, ..before }, None).await
}

/// How one ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Done,
    Dropped,
}

/// Ends one as it was read, with what shows that it is done, or why it is dropped.
pub(super) async fn end(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, how, read): (Uuid, End, &IfMatch),
    outcome: String,
) -> Result<(), ScanError> {
    let desk = Desk::open(app, me, client, Action::ChooseImprovements).await?;
    let before = unfinished(&desk, id).await?;
    read.check(before.version)?;
    let (state, what) = match how {
        End::Done if before.state == State::Chosen => return Err(ScanError::NotRunning),
        End::Done => (State::Done, "improvement.finished"),
        End::Dropped => (State::Dropped, "improvement.dropped"),
    };
    let ended_at = Some(app.clock.now());
    put(desk, what, improvement::Model { state, outcome: Some(outcome), ended_at, ..before }, None).await
}

async fn unfinished(desk: &Desk<'_>, id: Uuid) -> Result<improvement::Model, ScanError> {
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(ScanError::NotFound)?;
    match found.state {
        State::Chosen | State::Running => Ok(found),
        State::Done | State::Dropped => Err(ScanError::Ended),
    }
}

/// Whether one more may be in `state`.
async fn check_room(desk: &Desk<'_>, state: State) -> Result<(), ScanError> {
    let there = store::all(&desk.transaction, &desk.me).await?.iter().filter(|of| of.state == state).count();
    match state {
        State::Running if there >= MOST_RUNNING => Err(ScanError::ThreeAreRunning),
        State::Chosen if there >= MOST_CHOSEN => Err(ScanError::refused("start", "too_many")),
        _ => Ok(()),
    }
}

async fn check_owner(desk: &Desk<'_>, owner: Uuid) -> Result<(), ScanError> {
    let person = partnerships::membership(&desk.transaction, owner, desk.me.partnership_id).await?;
    let may_own = |person: &Membership| matches!(person.role, Role::Lead | Role::Member);
    person.filter(may_own).map(|_| ()).ok_or(ScanError::refused("owner_id", "unknown"))
}

async fn put(
    desk: Desk<'_>,
    what: &'static str,
    changed: improvement::Model,
    new_owner: Option<Uuid>,
) -> Result<(), ScanError> {
    let changed = improvement::Model { version: changed.version + 1, ..changed };
    store::put(&desk.transaction, changed.clone()).await?;
    close(desk, what, &changed, new_owner).await
}

/// Makes it so, tells everybody, and in person who sees to it from now on.
async fn close(
    mut desk: Desk<'_>,
    what: &'static str,
    of: &improvement::Model,
    new_owner: Option<Uuid>,
) -> Result<(), ScanError> {
    let partnership = desk.me.partnership_id;
    if of.ended_at.is_some() || new_owner.is_some() {
        desk.settle(of.id).await?;
    }
    if let Some(to) = new_owner {
        let notice = Notice {
            kind: Told::ImprovementOwned,
            by: Some(desk.me.account_id),
            partnership: Some(partnership),
            subject: Some(of.id),
            title: None,
            leads_to: format!("/partnerships/{partnership}/improvements"),
        };
        desk.tell(&[to], notice).await?;
    }
    let data = json!({ "improvement": of.id, "state": of.state, "factor": of.factor });
    desk.happened(Audience::TakingPart, what, of.id, data);
    Ok(desk.close().await?)
}
