//! What goes over the line about the horizon.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::partnerships::Person;

/// When a partnership looks at what it wants in ten years.
#[derive(Serialize, ToSchema)]
pub(super) struct Horizon {
    /// When it last did; null when it never did.
    #[schema(required)]
    pub(super) reviewed_at: Option<DateTime<Utc>>,
    /// Who put that down.
    #[schema(required)]
    pub(super) reviewed_by: Option<Person>,
    /// When it is time again; null while nothing is written of it.
    #[schema(required)]
    pub(super) due_at: Option<DateTime<Utc>>,
}
