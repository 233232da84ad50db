//! What goes over the line about wishes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::assignments::error::AssignmentError;
use crate::entity::role_wish::Wish;
use crate::entity::shared_with::SharedWith;
use crate::entity::{role_capacity, role_wish};
use crate::partnerships::Person;

/// More roles than this nobody carries.
const MOST_ROLES: i16 = 10;

/// What people say about taking on roles: you, and what others let you see.
#[derive(Serialize, ToSchema)]
pub(super) struct RoleWishList {
    /// One of each person for each role of which they said something, also of roles that left the board.
    pub(super) items: Vec<RoleWish>,
    /// How many roles people can carry.
    pub(super) capacities: Vec<RoleCapacity>,
    /// Always null: it is one page.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What somebody says about taking on a role.
#[derive(Serialize, ToSchema)]
pub(super) struct RoleWish {
    /// The role's key on the board; it may not stand there now.
    role_id: String,
    person: Person,
    wish: Wish,
    /// From -2, it costs much energy, to 2, it gives much; null if they do not say.
    #[schema(required, minimum = -2, maximum = 2)]
    energy: Option<i16>,
    shared_with: SharedWith,
    changed_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

/// How many roles somebody can carry.
#[derive(Serialize, ToSchema)]
pub(super) struct RoleCapacity {
    person: Person,
    #[schema(minimum = 0, maximum = 10)]
    roles: i16,
    shared_with: SharedWith,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

/// What one says about taking on a role.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnRoleWish {
    pub(super) wish: Wish,
    /// From -2, it costs much energy, to 2, it gives much; null when one does not say.
    #[serde(default)]
    #[schema(minimum = -2, maximum = 2)]
    energy: Option<i16>,
    pub(super) shared_with: SharedWith,
}

/// How many roles one can carry.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnRoleCapacity {
    #[schema(minimum = 0, maximum = 10)]
    roles: i16,
    pub(super) shared_with: SharedWith,
}

impl RoleWish {
    pub(super) fn new(of: role_wish::Model, person: Person) -> Self {
        Self {
            role_id: of.role_id,
            person,
            wish: of.wish,
            energy: of.energy,
            shared_with: of.shared_with,
            changed_at: of.changed_at,
            version: of.version,
        }
    }
}

impl RoleCapacity {
    pub(super) fn new(of: &role_capacity::Model, person: Person) -> Self {
        Self { person, roles: of.roles, shared_with: of.shared_with, version: of.version }
    }
}

impl OwnRoleWish {
    pub(super) fn energy(&self) -> Result<Option<i16>, AssignmentError> {
        let is_one = self.energy.is_none_or(|energy| (-2..=2).contains(&energy));
        is_one.then_some(self.energy).ok_or_else(|| AssignmentError::refused("energy", "out_of_range"))
    }
}

impl OwnRoleCapacity {
    pub(super) fn roles(&self) -> Result<i16, AssignmentError> {
        let is_one = (0..=MOST_ROLES).contains(&self.roles);
        is_one.then_some(self.roles).ok_or_else(|| AssignmentError::refused("roles", "out_of_range"))
    }
}
