//! The business model and its versions, as somebody sees them.

use super::api::{FrozenCosts, ModelDraft, Version};
use super::content::BusinessModel;
use super::error::BusinessModelError;
use crate::access::Action;
use crate::app::App;
use crate::boards;
use crate::entity::version::Subject;
use crate::ledger::{self, FrozenLedger};
use crate::partnerships::{self, Membership};
use crate::versions::{self, Draft, VersionsStanding, hash};

/// Where it stands, with every version there was.
pub(super) async fn standing(app: &App, me: &Membership) -> Result<VersionsStanding, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let canvas = boards::canvas_now(app, me).await?;
    let ledger = ledger::frozen(app, me).await?;
    let content = BusinessModel::of(&canvas, ledger).map(|model| model.canonical()).transpose()?;
    let draft = Draft { seq: canvas.seq, hash: content.as_deref().map(hash) };
    Ok(versions::standing(app, me, Subject::BusinessModel, draft).await?)
}

/// One version, with what it consists of.
pub(super) async fn version(app: &App, me: &Membership, number: i32) -> Result<Version, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let (summary, content) = versions::version(app, me, Subject::BusinessModel, number).await?;
    let BusinessModel { canvas, ledger } = serde_json::from_str(&content)?;
    Ok(Version { summary, canvas, costs: costs(app, me, ledger).await? })
}

/// What would be put before the partners now.
pub(super) async fn draft(app: &App, me: &Membership) -> Result<ModelDraft, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let canvas = boards::canvas_now(app, me).await?;
    let ledger = ledger::frozen(app, me).await?;
    let Some(model) = BusinessModel::of(&canvas, ledger) else {
        return Ok(ModelDraft { hash: None, canvas: None, costs: None });
    };
    let hash = hash(&model.canonical()?);
    let BusinessModel { canvas, ledger } = model;
    Ok(ModelDraft { hash: Some(hash), canvas: Some(canvas), costs: costs(app, me, ledger).await? })
}

/// What it costs and brings, for who may see that.
async fn costs(
    app: &App,
    me: &Membership,
    ledger: FrozenLedger,
) -> Result<Option<FrozenCosts>, BusinessModelError> {
    if me.may(Action::SeeOneAnother).is_err() {
        return Ok(None);
    }
    let partners = partnerships::active_partners(app.database.reader(), me).await?;
    Ok(Some(FrozenCosts { years: ledger.years(&partners), ledger }))
}
