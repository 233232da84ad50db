//! The business model and its versions, as somebody sees them.

use super::api::{FrozenCosts, ModelDraft, Version};
use super::content::BusinessModel;
use super::error::BusinessModelError;
use crate::access::Action;
use crate::app::App;
use crate::boards::{self, WrittenCanvas};
use crate::entity::version::Subject;
use crate::ledger::{self, FrozenLedger};
use crate::partnerships::{self, Membership};
use crate::versions::{self, Draft, VersionsStanding, hash};

/// Where it stands, with every version there was.
pub(super) async fn standing(app: &App, me: &Membership) -> Result<VersionsStanding, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let (canvas, model) = now(app, me).await?;
    let hash = model.map(|model| hash_for(me, &model)).transpose()?;
    let mut standing = versions::standing(app, me, Subject::BusinessModel, Draft { seq: canvas.seq, hash }).await?;
    if !reads_costs(me) {
        for shown in &mut standing.versions {
            let (_, content) = versions::version(app, me, Subject::BusinessModel, shown.number).await?;
            shown.hash = hash_for(me, &serde_json::from_str(&content)?)?;
        }
    }
    Ok(standing)
}

/// One version, with what it consists of.
pub(super) async fn version(app: &App, me: &Membership, number: i32) -> Result<Version, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let (mut summary, content) = versions::version(app, me, Subject::BusinessModel, number).await?;
    let model: BusinessModel = serde_json::from_str(&content)?;
    summary.hash = hash_for(me, &model)?;
    Ok(Version { summary, canvas: model.canvas, costs: costs(app, me, model.ledger).await? })
}

/// What would be put before the partners now.
pub(super) async fn draft(app: &App, me: &Membership) -> Result<ModelDraft, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let (_, Some(model)) = now(app, me).await? else {
        return Ok(ModelDraft { hash: None, canvas: None, costs: None });
    };
    let hash = hash_for(me, &model)?;
    Ok(ModelDraft { hash: Some(hash), canvas: Some(model.canvas), costs: costs(app, me, model.ledger).await? })
}

/// The canvas that counts as it stands, and with the ledger what a version would consist of; nothing while no card says
/// something.
pub(super) async fn now(
    app: &App,
    me: &Membership,
) -> Result<(WrittenCanvas, Option<BusinessModel>), BusinessModelError> {
    let canvas = boards::canvas_now(app, me).await?;
    let model = BusinessModel::of(&canvas, ledger::frozen(app, me).await?);
    Ok((canvas, model))
}

/// By which somebody knows whether something else stands there: of what they read, and of nothing else.
fn hash_for(me: &Membership, model: &BusinessModel) -> Result<String, serde_json::Error> {
    let read = if reads_costs(me) { model.canonical()? } else { serde_json::to_string(&model.canvas)? };
    Ok(hash(&read))
}

/// Whether somebody reads what it costs and brings.
fn reads_costs(me: &Membership) -> bool {
    me.may(Action::SeeOneAnother).is_ok()
}

/// What it costs and brings, for who may see that.
async fn costs(
    app: &App,
    me: &Membership,
    ledger: FrozenLedger,
) -> Result<Option<FrozenCosts>, BusinessModelError> {
    if !reads_costs(me) {
        return Ok(None);
    }
    let partners = partnerships::active_partners(app.database.reader(), me).await?;
    Ok(Some(FrozenCosts { years: ledger.years(&partners), ledger }))
}
