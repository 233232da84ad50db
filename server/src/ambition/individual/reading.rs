//! Individual ambitions, as somebody sees them.

use uuid::Uuid;

use super::api::{IndividualAmbition, IndividualAmbitionList};
use super::store;
use crate::access::Action;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::partnerships::{self, Membership};

/// All that somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<IndividualAmbitionList, AmbitionError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let found = store::seen(db, me).await?;
    let people = partnerships::authors(db, me, found.iter().map(|of| of.account_id)).await?;
    let named = found.into_iter().map(|of| {
        let name = people.get(&of.account_id).map(|person| person.name.clone()).unwrap_or_default();
        IndividualAmbition::new(of, name)
    });
    let items: Result<Vec<_>, _> = named.collect();
    Ok(IndividualAmbitionList { items: items?, next: None })
}

/// One of one's own.
pub(super) async fn own(app: &App, me: &Membership, id: Uuid) -> Result<IndividualAmbition, AmbitionError> {
    let found = store::own(app.database.reader(), me, id).await?.ok_or(AmbitionError::NotFound)?;
    Ok(IndividualAmbition::new(found, me.name.clone())?)
}
