//! Views, as somebody sees them.

use uuid::Uuid;

use super::api::{Overlap, View, ViewList};
use super::store;
use crate::access::{Action, Denied};
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::{overlap, partner_view};
use crate::partnerships::{self, Membership, Person};

/// All of them, side by side.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ViewList, AmbitionError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let (views, overlaps) = (store::views(db, me).await?, store::overlaps(db, me).await?);
    let wrote = views.iter().map(|view| view.changed_by).chain(overlaps.iter().map(|of| of.marked_by));
    let people = partnerships::authors(db, me, wrote.collect::<Vec<_>>()).await?;
    let person = |id: Uuid| Person::new(id, people.get(&id));
    let view = |of: partner_view::Model| {
        let by = person(of.changed_by);
        View::new(of, by)
    };
    let overlaps: Result<Vec<_>, _> =
        overlaps.into_iter().map(|of| shown(of.clone(), person(of.marked_by))).collect();
    Ok(ViewList { items: views.into_iter().map(view).collect(), overlaps: overlaps?, next: None })
}

/// That of one's own partner.
pub(super) async fn own(app: &App, me: &Membership) -> Result<View, AmbitionError> {
    let partner = me.partner.as_ref().ok_or(Denied::ByRole)?.id;
    let found = store::view(app.database.reader(), me, partner).await?.ok_or(AmbitionError::NotFound)?;
    let people = partnerships::authors(app.database.reader(), me, [found.changed_by]).await?;
    let by = Person::new(found.changed_by, people.get(&found.changed_by));
    Ok(View::new(found, by))
}

/// One overlap.
pub(super) async fn overlap(app: &App, me: &Membership, id: Uuid) -> Result<Overlap, AmbitionError> {
    let found = store::overlap(app.database.reader(), me, id).await?.ok_or(AmbitionError::NotFound)?;
    let people = partnerships::authors(app.database.reader(), me, [found.marked_by]).await?;
    let by = Person::new(found.marked_by, people.get(&found.marked_by));
    shown(found, by)
}

fn shown(of: overlap::Model, marked_by: Person) -> Result<Overlap, AmbitionError> {
    let parts = serde_json::from_str(&of.parts)?;
    Ok(Overlap { id: of.id, words: of.words, parts, marked_by, marked_at: of.marked_at })
}
