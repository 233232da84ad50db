//! A lead concludes what the partners agreed to conclude, puts it away, and takes it up again.

use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::access::{Action, Denied, Stage};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::partnership::{self, Status};
use crate::entity::{conclusion, conclusion_decision, partner};
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::company::Company;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::guests;
use crate::partnerships::invitations;
use crate::partnerships::store as partnerships;

/// Concludes it. From now on nothing is written in it: whoever is writing is told to come back as a reader. Who was
/// asked to take part and did not answer is asked no more.
pub(super) async fn conclude(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<(), PartnershipError> {
    let mut change = begin(app, actor, client, partnership).await?;
    if change.partnership.status.stage() == Stage::Concluded {
        return Err(Denied::Concluded.into());
    }
    let open = store::open(&change.transaction, partnership).await?.ok_or(PartnershipError::NotAllAgree)?;
    let decisions = store::decisions(&change.transaction, [open.id]).await?;
    if !all_agree(&change.before, &decisions) {
        return Err(PartnershipError::NotAllAgree);
    }
    change.settle(open.id);
    let everybody: Vec<Uuid> = change.before.present().map(|member| member.account_id).collect();
    for account in everybody {
        change.tell(account, change.notice(Kind::PartnershipConcluded, partnership, None));
    }
    let concluded = conclusion::Model { concluded_at: Some(app.clock.now()), ..open };
    store::put(&change.transaction, concluded).await?;
    invitations::forget_all(&mut change).await?;
    guests::forget_all(&mut change).await?;
    change.call_back();
    become_status(change, Status::Concluded, "partnership.concluded").await
}

/// Puts a concluded partnership away.
pub(super) async fn archive(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<(), PartnershipError> {
    let change = begin(app, actor, client, partnership).await?;
    match change.partnership.status {
        Status::Concluded => become_status(change, Status::Archived, "partnership.archived").await,
        Status::Archived => Ok(()),
        Status::Draft | Status::Active => Err(PartnershipError::Conflict("Conclude it first.")),
    }
}

/// Takes it up again, with those who are still in it.
pub(super) async fn reopen(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<(), PartnershipError> {
    let change = begin(app, actor, client, partnership).await?;
    if change.partnership.status.stage() == Stage::Underway {
        return Ok(());
    }
    let status = change.before.status();
    become_status(change, status, "partnership.reopened").await
}

async fn begin<'a>(
    app: &'a App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<Change<'a>, PartnershipError> {
    let (change, _) = Change::begin_as_member(app, actor, client, partnership, Action::Conclude).await?;
    Ok(change)
}

async fn become_status(mut change: Change<'_>, status: Status, deed: &'static str) -> Result<(), PartnershipError> {
    let id = change.partnership.id;
    change.partnership = partnership::Model { status, ..change.partnership };
    partnerships::put_partnership(&change.transaction, change.partnership.clone()).await?;
    change.happened(deed, id, json!({}));
    change.commit().await
}

/// Whether every partner that takes part said yes.
pub(super) fn all_agree(company: &Company, decisions: &[conclusion_decision::Model]) -> bool {
    let agrees =
        |partner: &partner::Model| decisions.iter().any(|said| said.partner_id == partner.id && said.agrees);
    company.active_partners().next().is_some() && company.active_partners().all(agrees)
}
