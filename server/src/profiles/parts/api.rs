//! What goes over the line about profiles.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content::Content;
use crate::entity::circle::Circle;
use crate::entity::profile_part;
use crate::partnerships::Person;
use crate::profiles::error::ProfileError;

/// What the people of a partnership say of themselves, as far as whoever asks may see it.
#[derive(Serialize, ToSchema)]
pub(super) struct ProfileList {
    /// One of each person who takes part, by account.
    pub(super) items: Vec<Profile>,
    /// Always null: there is one of each person.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What somebody says of themselves.
#[derive(Serialize, ToSchema)]
pub(super) struct Profile {
    pub(super) person: Person,
    /// Those that may be seen; one that is not there may be empty or not be for your eyes.
    pub(super) parts: Vec<ProfilePart>,
}

/// A part of it.
#[derive(Serialize, ToSchema)]
#[schema(as = VisibleProfilePart)]
pub(super) struct ProfilePart {
    content: Content,
    visible_to: Circle,
    changed_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl ProfilePart {
    pub(super) fn new(of: &profile_part::Model) -> Result<Self, ProfileError> {
        Ok(Self {
            content: serde_json::from_str(&of.content)?,
            visible_to: of.visible_to,
            changed_at: of.changed_at,
            version: of.version,
        })
    }
}

/// A part of one's own profile, as it is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnProfilePart {
    pub(super) content: Content,
    /// `partner` only for who acts for one.
    pub(super) visible_to: Circle,
}
