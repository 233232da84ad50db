//! Strengths, as somebody sees them.

use super::api::{StrengthList, ValueStrength};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::value_strength;
use crate::partnerships::{self, Membership, Person};
use crate::values::error::ValuesError;

/// All of them.
pub(super) async fn list(app: &App, me: &Membership) -> Result<StrengthList, ValuesError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let found = store::all(db, me).await?;
    let people = partnerships::authors(db, me, found.iter().map(|of| of.given_by)).await?;
    let strength = |of: value_strength::Model| {
        let by = Person::new(of.given_by, people.get(&of.given_by));
        ValueStrength::new(of, by)
    };
    Ok(StrengthList { items: found.into_iter().map(strength).collect(), next: None })
}

/// One that was given.
pub(super) async fn one(
    app: &App,
    me: &Membership,
    given: value_strength::Model,
) -> Result<ValueStrength, ValuesError> {
    let people = partnerships::authors(app.database.reader(), me, [given.given_by]).await?;
    let by = Person::new(given.given_by, people.get(&given.given_by));
    Ok(ValueStrength::new(given, by))
}
