//! A partnership, as those see it who are in it.

use uuid::Uuid;

use super::api::Partnership;
use super::conclusion::{self, Conclusion};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::error::Problem;

/// A partnership, as somebody in it sees it.
pub async fn partnership_of(app: &App, account: Uuid, id: Uuid) -> Result<Partnership, Problem> {
    let db = app.database.reader();
    let me = store::membership(db, account, id).await?.ok_or_else(Problem::not_found)?;
    me.may(Action::ReadPartnership)?;
    let partnership = store::partnership(db, &me).await?.ok_or_else(Problem::not_found)?;
    let (partners, members) = (store::partners(db, &me).await?, store::members(db, &me).await?);
    let conclusion = conclusion::shown(db, &partnership).await?.map(Conclusion::from);
    Ok(Partnership::new(partnership, conclusion, partners, members, &me))
}
