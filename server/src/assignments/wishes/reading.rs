//! Wishes, as somebody sees them, and as they decide who can be asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{RoleCapacity, RoleWish, RoleWishList};
use super::store::{self, CAPACITIES, WISHES};
use crate::access::Action;
use crate::app::App;
use crate::assignments::error::AssignmentError;
use crate::entity::role_wish::Wish;
use crate::entity::shared_with::SharedWith;
use crate::partnerships::{self, Membership, Person};

/// Who can be asked for what, as far as people say: what they share with those who lead, and what holds whatever they
/// share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Willing {
    /// The energy that roles give people, where those who lead may know: by account and role.
    pub(crate) energy: BTreeMap<(Uuid, String), i8>,
    /// For which roles people are not suggested: by account and role.
    pub(crate) unwilling: BTreeSet<(Uuid, String)>,
    /// Since when people say that they would take a role on: by account and role.
    pub(crate) open_since: BTreeMap<(Uuid, String), DateTime<Utc>>,
    /// How many roles people can carry, by account; whoever does not say is not in it.
    pub(crate) capacities: BTreeMap<Uuid, Capacity>,
}

/// How many roles somebody can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Capacity {
    pub(crate) roles: u32,
    /// Whether those who lead may know.
    pub(crate) is_shared: bool,
}

/// All that somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<RoleWishList, AssignmentError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let wishes = store::wishes(db, WISHES.seen_by(me)).await?;
    let capacities = store::capacities(db, CAPACITIES.seen_by(me)).await?;
    let accounts = wishes.iter().map(|of| of.account_id).chain(capacities.iter().map(|of| of.account_id));
    let names = partnerships::authors(db, me, accounts.collect::<Vec<_>>()).await?;
    let person = |account: Uuid| Person::new(account, names.get(&account));
    Ok(RoleWishList {
        capacities: capacities.iter().map(|of| RoleCapacity::new(of, person(of.account_id))).collect(),
        items: wishes
            .into_iter()
            .map(|of| {
                let whose = person(of.account_id);
                RoleWish::new(of, whose)
            })
            .collect(),
        next: None,
    })
}

/// What one says of a role oneself.
pub(super) async fn own(app: &App, me: &Membership, role_id: &str) -> Result<RoleWish, AssignmentError> {
    let db = app.database.reader();
    let found = store::wishes(db, WISHES.written_by(me)).await?.into_iter().find(|of| of.role_id == role_id);
    let found = found.ok_or(AssignmentError::NotFound)?;
    let whose = oneself(db, me).await?;
    Ok(RoleWish::new(found, whose))
}

/// How many roles one can carry oneself.
pub(super) async fn own_capacity(app: &App, me: &Membership) -> Result<RoleCapacity, AssignmentError> {
    let db = app.database.reader();
    let found = store::capacity(db, me).await?.ok_or(AssignmentError::NotFound)?;
    Ok(RoleCapacity::new(&found, oneself(db, me).await?))
}

async fn oneself(db: &impl ConnectionTrait, me: &Membership) -> Result<Person, DbErr> {
    let names = partnerships::authors(db, me, [me.account_id]).await?;
    Ok(Person::new(me.account_id, names.get(&me.account_id)))
}

/// Who in the partnership of `me` can be asked for the roles of a board.
pub(crate) async fn willing(db: &impl ConnectionTrait, me: &Membership, board: Uuid) -> Result<Willing, DbErr> {
    let mut found = Willing::default();
    for wish in store::wishes(db, WISHES.of_those_present(me)).await? {
        if wish.board_id != board {
            continue;
        }
        let key = (wish.account_id, wish.role_id);
        let shown = wish.energy.filter(|_| wish.shared_with != SharedWith::Nobody);
        if let Some(energy) = shown.and_then(|energy| i8::try_from(energy).ok()) {
            found.energy.insert(key.clone(), energy);
        }
        match wish.wish {
            Wish::Gladly | Wish::Fine => {
                found.open_since.insert(key, wish.changed_at);
            }
            Wish::RatherNot | Wish::Never => {
                found.unwilling.insert(key);
            }
        }
    }
    for of in store::capacities(db, CAPACITIES.of_those_present(me)).await? {
        let roles = u32::try_from(of.roles).unwrap_or(0);
        let is_shared = of.shared_with != SharedWith::Nobody;
        found.capacities.insert(of.account_id, Capacity { roles, is_shared });
    }
    Ok(found)
}
