//! The roles and the common values of a partnership as their boards describe them, for what people decide about them in
//! their own names.
//!
//! Between reading and deciding somebody may write. So whoever decides who gets a seat asks in their transaction whether
//! the log still ends where the roles were read ([`DescribedRoles::are_current`]); that locks the board as writing on it
//! does, and until the transaction ends the roles stay as they were read. The decision holds against the log, whichever
//! process wrote it and however far the tables are.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;
use yrs::Transact as _;

use super::content;
use super::current::{CurrentError, current};
use super::kind::Kind;
use crate::app::App;
use crate::entity::{board, common_value};
use crate::partnerships::Membership;
use crate::realtime::Document;

/// The roles of a partnership, after one row of the log of their board.
#[derive(Clone, Debug)]
pub struct DescribedRoles {
    /// The board they stand on.
    pub board: Uuid,
    seq: i64,
    roles: Vec<DescribedRole>,
}

/// A role as the board describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedRole {
    /// Its key on the board.
    pub id: String,
    /// What it is called; it may have no name yet.
    pub title: String,
    /// How many people it cannot do without.
    pub seats_min: u8,
    /// For how many people there is room.
    pub seats_max: u8,
    /// The core qualities it needs, by id, with their weight.
    pub qualities: BTreeMap<String, u8>,
    /// The drives it answers to, by id.
    pub drives: BTreeSet<String>,
}

/// The board of the common values, and whether one of them stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DescribedValue {
    /// The board.
    pub board: Uuid,
    /// What it says of the value.
    pub place: ValuePlace,
}

/// Whether a value stands on its board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuePlace {
    /// It does.
    There,
    /// It did.
    Removed,
    /// Nothing is known of it.
    Nowhere,
}

/// The roles of the partnership that somebody is in, as they are at this moment.
pub async fn described_roles(app: &App, me: &Membership) -> Result<DescribedRoles, CurrentError> {
    let look = |document: &Document, seq| (seq, roles_of(document));
    let (board, (seq, roles)) = current(app, me, Kind::Roles, look).await?;
    Ok(DescribedRoles { board: board.id, seq, roles })
}

impl DescribedRoles {
    /// All of them.
    pub fn all(&self) -> &[DescribedRole] {
        &self.roles
    }

    /// The role with this key.
    pub fn role(&self, id: &str) -> Option<&DescribedRole> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// Whether the board still describes them so. Until the transaction `db` ends, nobody writes on it.
    pub async fn are_current(&self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let board = board::Entity::find_by_id(self.board).lock(LockType::NoKeyUpdate).one(db).await?;
        Ok(board.is_some_and(|board| board.last_seq == self.seq))
    }
}

/// Whether the value with this key stands on the board of the partnership that somebody is in, at this moment.
pub async fn described_value(app: &App, me: &Membership, id: &str) -> Result<DescribedValue, CurrentError> {
    let (board, values) = current(app, me, Kind::Values, |document, _| values_of(document)).await?;
    let board = board.id;
    if values.iter().any(|value| value == id) {
        return Ok(DescribedValue { board, place: ValuePlace::There });
    }
    // The table keeps the rows of those that are gone.
    let known = common_value::Entity::find_by_id((board, id.to_owned()));
    let known = known.filter(common_value::Column::PartnershipId.eq(me.partnership_id));
    let is_known = known.one(app.database.reader()).await?.is_some();
    Ok(DescribedValue { board, place: if is_known { ValuePlace::Removed } else { ValuePlace::Nowhere } })
}

fn roles_of(document: &Document) -> Vec<DescribedRole> {
    let roles = content::entries(&document.doc().transact(), "roles", content::role);
    roles
        .into_iter()
        .map(|role| DescribedRole {
            id: role.id,
            title: role.title,
            seats_min: role.seats_min,
            seats_max: role.seats_max,
            qualities: role.qualities,
            drives: role.drives.into_keys().collect(),
        })
        .collect()
}

fn values_of(document: &Document) -> Vec<String> {
    let values = content::entries(&document.doc().transact(), "values", content::value);
    values.into_iter().map(|value| value.id).collect()
}
