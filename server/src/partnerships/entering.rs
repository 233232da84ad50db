//! Where everything begins that somebody asks about a partnership.

use uuid::Uuid;

use super::store::{self, Membership};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;

/// Whoever asks, as they are in a partnership. To everybody who is not in it, it does not exist.
pub async fn member(app: &App, actor: &Actor, partnership: Uuid) -> Result<Membership, Problem> {
    let me = store::membership(app.database.reader(), actor.account_id, partnership).await?;
    me.ok_or_else(Problem::not_found)
}
