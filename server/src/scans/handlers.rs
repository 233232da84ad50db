//! What all addresses of this feature begin with.

use uuid::Uuid;

use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::{self, Membership};

/// Who asks, in the partnership in question.
pub(super) async fn member(app: &App, actor: &Actor, partnership: Uuid) -> Result<Membership, Problem> {
    let me = partnerships::membership(app.database.reader(), actor.account_id, partnership).await?;
    me.ok_or_else(Problem::not_found)
}
