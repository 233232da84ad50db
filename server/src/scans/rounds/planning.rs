//! A lead plans a round, moves it, and takes it back.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::scan_round::{self, Kind, Status};
use crate::ids;
use crate::partnerships::{Desk, Membership};
use crate::scans::day::day;
use crate::scans::desk::{close_about, round};
use crate::scans::error::ScanError;
use crate::scans::store;

/// How many rounds a partnership can have planned at a time.
const MOST_PLANNED: usize = 20;

/// Plans a round for a day; gives its id.
pub(super) async fn plan(
    app: &App,
    me: &Membership,
    client: &Client,
    kind: Kind,
    planned_for: NaiveDate,
) -> Result<Uuid, ScanError> {
    let planned_for = day("planned_for", planned_for)?;
    let desk = Desk::open(app, me, client, Action::RunScans).await?;
    let before = store::rounds(&desk.transaction, &desk.me).await?;
    if before.iter().filter(|round| round.status == Status::Planned).count() >= MOST_PLANNED {
        return Err(ScanError::refused("planned_for", "too_many"));
    }
    let new = scan_round::Model {
        id: ids::ordered(),
        partnership_id: me.partnership_id,
        kind,
        status: Status::Planned,
        planned_for,
        planned_by: me.account_id,
        planned_at: app.clock.now(),
        mode: None,
        floor: None,
        number: None,
        statements: None,
        instrument: None,
        secret: None,
        opened_at: None,
        closes_at: None,
        closed_at: None,
        reminders: 0,
        shared: false,
        conversation_id: None,
    };
    store::add_round(&desk.transaction, new.clone()).await?;
    close_about(desk, &new, "scan.planned", json!({ "planned_for": planned_for })).await?;
    Ok(new.id)
}

/// What a lead changes of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Another day, as long as it is planned.
    pub(super) planned_for: Option<NaiveDate>,
    /// Whether observers see its report.
    pub(super) shared: Option<bool>,
}

pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    id: Uuid,
    changes: Changes,
) -> Result<(), ScanError> {
    let desk = Desk::open(app, me, client, Action::RunScans).await?;
    let before = round(&desk, id).await?;
    if changes.planned_for.is_some() && before.status != Status::Planned {
        return Err(ScanError::OpenedBefore);
    }
    let planned_for = changes.planned_for.map_or(Ok(before.planned_for), |to| day("planned_for", to))?;
    let shared = changes.shared.unwrap_or(before.shared);
    let after = scan_round::Model { planned_for, shared, ..before.clone() };
    if after == before {
        return Ok(());
    }
    store::put_round(&desk.transaction, after).await?;
    close_about(desk, &before, "scan.changed", json!({ "planned_for": planned_for, "shared": shared })).await
}

/// Takes a plan back.
pub(super) async fn cancel(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), ScanError> {
    let desk = Desk::open(app, me, client, Action::RunScans).await?;
    let round = round(&desk, id).await?;
    if round.status != Status::Planned {
        return Err(ScanError::OpenedBefore);
    }
    store::drop_round(&desk.transaction, &desk.me, id).await?;
    close_about(desk, &round, "scan.cancelled", json!({})).await
}
