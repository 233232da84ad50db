//! Own values, as somebody sees them.

use uuid::Uuid;

use super::api::{OwnValue, OwnValueList};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::partnerships::{self, Membership};
use crate::values::error::ValuesError;

/// All that somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<OwnValueList, ValuesError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let found = store::seen(db, me).await?;
    let people = partnerships::authors(db, me, found.iter().map(|of| of.account_id)).await?;
    let named = found.into_iter().map(|of| {
        let name = people.get(&of.account_id).map(|person| person.name.clone()).unwrap_or_default();
        OwnValue::new(of, name)
    });
    Ok(OwnValueList { items: named.collect(), next: None })
}

/// One of one's own.
pub(super) async fn own(app: &App, me: &Membership, id: Uuid) -> Result<OwnValue, ValuesError> {
    let found = store::own(app.database.reader(), me, id).await?.ok_or(ValuesError::NotFound)?;
    Ok(OwnValue::new(found, me.name.clone()))
}
