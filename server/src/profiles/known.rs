//! What all who take part may know of people, as a fit counts it.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::error::ProfileError;
use super::{parts, recognitions};
use crate::matching::fit::{Person, Strength};
use crate::partnerships::Membership;

/// By account: the core qualities and drives that somebody shows to all, and how often a quality was recognised and they
/// accepted that. What they keep to a smaller circle is as if it were not said.
pub(crate) async fn known_to_all(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<BTreeMap<Uuid, Person>, ProfileError> {
    let mut people = parts::shown_to_all(db, me).await?;
    for recognised in recognitions::shown_to_all(db, me).await? {
        let person = people.entry(recognised.about).or_default();
        let quality = person.qualities.entry(recognised.quality).or_insert(Strength { own: 0, recognitions: 0 });
        quality.recognitions += 1;
    }
    Ok(people)
}
