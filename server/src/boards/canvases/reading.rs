//! Canvases, as everybody in the partnership sees them.

use uuid::Uuid;

use super::api::{Canvas, CanvasList};
use super::error::CanvasError;
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::board;
use crate::partnerships::{self, Membership, Person};

/// All of them.
pub(super) async fn list(app: &App, me: &Membership) -> Result<CanvasList, CanvasError> {
    me.may(Action::ReadBoards)?;
    let found = store::all(app.database.reader(), me).await?;
    Ok(CanvasList { items: shown(app, me, found).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Canvas, CanvasError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(CanvasError::NotFound)
}

async fn shown(app: &App, me: &Membership, found: Vec<board::Model>) -> Result<Vec<Canvas>, CanvasError> {
    let db = app.database.reader();
    let cards = store::cards(db, me).await?;
    let makers: Vec<Uuid> = found.iter().filter_map(|canvas| canvas.made_by).collect();
    let people = partnerships::authors(db, me, makers).await?;
    let shown = |canvas: board::Model| Canvas {
        id: canvas.id,
        title: canvas.title,
        is_current: canvas.is_current,
        copied_from: canvas.copied_from,
        put_away_at: canvas.put_away_at,
        made_by: canvas.made_by.map(|maker| Person::new(maker, people.get(&maker))),
        made_at: canvas.created_at,
        cards: cards.get(&canvas.id).copied().unwrap_or_default(),
    };
    Ok(found.into_iter().map(shown).collect())
}
