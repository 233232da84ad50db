//! Recognitions, as somebody sees them.

use uuid::Uuid;

use super::api::{Recognition, RecognitionList};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::recognition;
use crate::partnerships::{self, Membership, Person};
use crate::profiles::error::ProfileError;

/// All that somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<RecognitionList, ProfileError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::seen(app.database.reader(), me).await?;
    Ok(RecognitionList { items: shown(app, me, found).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Recognition, ProfileError> {
    let found = store::seen_one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(ProfileError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<recognition::Model>,
) -> Result<Vec<Recognition>, ProfileError> {
    let people = found.iter().flat_map(|of| [of.about, of.given_by]).collect::<Vec<_>>();
    let people = partnerships::authors(app.database.reader(), me, people).await?;
    let person = |id: Uuid| Person::new(id, people.get(&id));
    let shown = |of: recognition::Model| {
        let (about, given_by) = (person(of.about), person(of.given_by));
        Recognition::new(of, me.account_id, about, given_by)
    };
    Ok(found.into_iter().map(shown).collect())
}
