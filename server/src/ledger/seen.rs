//! The lines that somebody sees, for what is said of them elsewhere.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::store;
use crate::access::Action;
use crate::partnerships::Membership;

/// A line that somebody sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeenLine {
    pub(crate) words: String,
    /// The partner that keeps it to itself.
    pub(crate) kept_by: Option<Uuid>,
}

/// Those that somebody sees, by their ids. Observers see none.
pub(crate) async fn seen_lines(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<BTreeMap<Uuid, SeenLine>, DbErr> {
    if me.may(Action::SeeOneAnother).is_err() {
        return Ok(BTreeMap::new());
    }
    let seen = store::all(db, me).await?.into_iter().map(|written| {
        let kept_by = written.line.partner_id.filter(|_| written.line.is_private);
        (written.line.id, SeenLine { words: written.line.words, kept_by })
    });
    Ok(seen.collect())
}
