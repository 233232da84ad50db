//! Silent brainstorms, as each person sees them: what they wrote themselves, and of others only how many they are.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::api::{Brainstorm, BrainstormPage, OwnBrainstormCard};
use super::error::BrainstormError;
use super::own;
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::brainstorm;
use crate::partnerships::{self, Membership, Person};

/// A page of those of a board.
pub(super) async fn page(
    app: &App,
    me: &Membership,
    board: Uuid,
    (cursor, limit): (Option<Uuid>, u64),
) -> Result<BrainstormPage, BrainstormError> {
    let mut found = store::newest(app.database.reader(), me, board, cursor, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let there_is_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| there_is_more).map(|last| last.id.to_string());
    let items = shown(app, me, found).await?;
    Ok(BrainstormPage { now: app.clock.now(), items, next })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, named: (Uuid, Uuid)) -> Result<Brainstorm, BrainstormError> {
    let found = store::one(app.database.reader(), me, named).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(BrainstormError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<brainstorm::Model>,
) -> Result<Vec<Brainstorm>, BrainstormError> {
    let db = app.database.reader();
    let ids: Vec<Uuid> = found.iter().map(|brainstorm| brainstorm.id).collect();
    let mut written: BTreeMap<Uuid, Vec<OwnBrainstormCard>> = BTreeMap::new();
    for card in store::own_cards(db, me, ids.iter().copied()).await? {
        written.entry(card.brainstorm_id).or_default().push(own::shown(card));
    }
    let progress = store::progress(db, me, &ids).await?;
    let takes_part = me.may(Action::SeeOneAnother).is_ok();
    let beginners: Vec<Uuid> = found.iter().map(|brainstorm| brainstorm.begun_by).collect();
    let people = partnerships::authors(db, me, beginners).await?;
    let shown = |brainstorm: brainstorm::Model| {
        let progress = progress.get(&brainstorm.id).copied().unwrap_or_default();
        Brainstorm {
            is_being_revealed: brainstorm.closed_at.is_some() && brainstorm.revealed_at.is_none(),
            begun_by: Person::new(brainstorm.begun_by, people.get(&brainstorm.begun_by)),
            own: written.remove(&brainstorm.id).unwrap_or_default(),
            own_done: progress.own_done,
            written: takes_part.then_some(progress.written),
            done: takes_part.then_some(progress.done),
            id: brainstorm.id,
            block: brainstorm.block,
            question: brainstorm.question,
            begun_at: brainstorm.begun_at,
            ends_at: brainstorm.ends_at,
            revealed_at: brainstorm.revealed_at,
            stopped_at: brainstorm.stopped_at,
        }
    };
    Ok(found.into_iter().map(shown).collect())
}
