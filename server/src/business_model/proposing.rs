//! A lead puts the business model before the partners.

use super::error::BusinessModelError;
use super::reading::now;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::version::Subject;
use crate::partnerships::Membership;
use crate::versions::{self, Frozen, hash};

/// Puts it before them as the lead read it: with another hash it is not that any more. Gives its number.
pub(super) async fn propose(
    app: &App,
    me: &Membership,
    client: &Client,
    read: &str,
) -> Result<i32, BusinessModelError> {
    // Permission first: who may not learns nothing of it.
    me.may(Action::ProposeVersions)?;
    let (canvas, model) = now(app, me).await?;
    let content = model.ok_or(BusinessModelError::NothingWritten)?.canonical()?;
    if hash(&content) != read {
        return Err(BusinessModelError::ChangedMeanwhile);
    }
    let frozen = Frozen { board: canvas.board, seq: canvas.seq, headline: canvas.title, content };
    Ok(versions::propose(app, me, client, Subject::BusinessModel, frozen).await?)
}
