//! Contributions, as those who take part see them.

use uuid::Uuid;

use super::api::{Contribution, ContributionList};
use super::error::ContributionError;
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::contribution;
use crate::partnerships::{self, Membership, Person};

/// All of them.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ContributionList, ContributionError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::all(app.database.reader(), me).await?;
    Ok(ContributionList { items: shown(app, me, found).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Contribution, ContributionError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(ContributionError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<contribution::Model>,
) -> Result<Vec<Contribution>, ContributionError> {
    let db = app.database.reader();
    let partners = partnerships::partner_names(db, me).await?;
    let is_active = |id: Uuid| partners.iter().any(|partner| partner.id == id && partner.is_active);
    let accounts = found.iter().flat_map(|of| of.confirmed_by.into_iter().chain([of.written_by]));
    let names = partnerships::authors(db, me, accounts.collect::<Vec<_>>()).await?;
    let person = |id: Uuid| Person::new(id, names.get(&id));
    Ok(found.into_iter().map(|of| Contribution::new(of, is_active, person)).collect())
}
