//! A lead asks whether it is done, and each partner answers for itself.

use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::access::{Action, Denied, Stage};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::{conclusion, conclusion_decision};
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::change::Change;
use crate::partnerships::error::PartnershipError;

/// Asks the partners.
pub(super) async fn propose(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    words: String,
) -> Result<(), PartnershipError> {
    let (mut change, _) = Change::begin_as_member(app, actor, client, partnership, Action::Conclude).await?;
    if change.partnership.status.stage() == Stage::Concluded {
        return Err(Denied::Concluded.into());
    }
    if store::open(&change.transaction, partnership).await?.is_some() {
        return Err(PartnershipError::Conflict("The partners are being asked already."));
    }
    let new = conclusion::Model {
        id: ids::ordered(),
        partnership_id: partnership,
        words,
        proposed_by: actor.account_id,
        proposed_at: app.clock.now(),
        withdrawn_at: None,
        concluded_at: None,
    };
    let id = new.id;
    store::add(&change.transaction, new).await?;
    change.happened("conclusion.proposed", id, json!({ "conclusion": id }));
    let asked: Vec<Uuid> = change.before.speaking().map(|member| member.account_id).collect();
    for account in asked {
        change.tell(account, change.notice(Kind::ConclusionProposed, id, None));
    }
    change.commit().await
}

/// Takes the question back.
pub(super) async fn withdraw(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
) -> Result<(), PartnershipError> {
    let (mut change, _) = Change::begin_as_member(app, actor, client, partnership, Action::Conclude).await?;
    let found = store::open(&change.transaction, partnership).await?.ok_or(PartnershipError::NotFound)?;
    let id = found.id;
    let withdrawn = conclusion::Model { withdrawn_at: Some(app.clock.now()), ..found };
    store::put(&change.transaction, withdrawn).await?;
    change.settle(id);
    change.happened("conclusion.withdrawn", id, json!({ "conclusion": id }));
    change.commit().await
}

/// Says for one's partner whether it agrees.
pub(super) async fn decide(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    agrees: bool,
) -> Result<(), PartnershipError> {
    let (mut change, me) =
        Change::begin_as_member(app, actor, client, partnership, Action::ReadPartnership).await?;
    let own = me.partner.filter(|_| me.mandated).ok_or(Denied::ByRole)?;
    let partner = change.before.active_partners().find(|partner| partner.id == own.id).cloned();
    let partner = partner.ok_or(Denied::ByRole)?;
    let found = store::open(&change.transaction, partnership).await?.ok_or(PartnershipError::NotFound)?;
    let before = store::decisions(&change.transaction, [found.id]).await?;
    if before.iter().any(|said| said.partner_id == partner.id && said.agrees == agrees) {
        return Ok(());
    }
    let decision = conclusion_decision::Model {
        conclusion_id: found.id,
        partner_id: partner.id,
        agrees,
        decided_by: actor.account_id,
        decided_at: app.clock.now(),
    };
    store::put_decision(&change.transaction, decision).await?;
    let data = json!({ "conclusion": found.id, "partner": partner.id, "agrees": agrees });
    change.happened_to(partner.organisation_id, "conclusion.decided", found.id, data);
    change.commit().await
}
