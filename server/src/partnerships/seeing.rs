//! A partnership, as those see it who are in it.

use uuid::Uuid;

use super::api::Partnership;
use super::store;
use crate::access::{Action, permits};
use crate::app::App;
use crate::error::Problem;

/// A partnership, as somebody in it sees it.
pub async fn partnership_of(app: &App, account: Uuid, id: Uuid) -> Result<Partnership, Problem> {
    let db = app.database.reader();
    let me = store::membership(db, account, id).await?.ok_or_else(Problem::not_found)?;
    if !permits(me.role, Action::ReadPartnership) {
        return Err(Problem::forbidden());
    }
    let partnership = store::partnership(db, &me).await?.ok_or_else(Problem::not_found)?;
    let (partners, members) = (store::partners(db, &me).await?, store::members(db, &me).await?);
    Ok(Partnership::new(partnership, partners, members, &me))
}
