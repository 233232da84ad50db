//! What goes over the line about canvases.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::CanvasError;
use crate::partnerships::Person;
use crate::prose;

/// In characters.
const LONGEST_TITLE: usize = 80;

/// The canvases of a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct CanvasList {
    /// In the order in which they were made, also those that were put away.
    pub(super) items: Vec<Canvas>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// A variant of the business model.
#[derive(Serialize, ToSchema)]
pub(super) struct Canvas {
    /// The id of its board.
    pub(super) id: Uuid,
    /// What people call it.
    pub(super) title: String,
    /// Whether it is the one that counts.
    pub(super) is_current: bool,
    /// Of which one it began as a copy; null when it began empty.
    #[schema(required)]
    pub(super) copied_from: Option<Uuid>,
    /// When it was put away; null when it was not.
    #[schema(required)]
    pub(super) put_away_at: Option<DateTime<Utc>>,
    /// Who made it; null for the one that was there from the start.
    #[schema(required)]
    pub(super) made_by: Option<Person>,
    pub(super) made_at: DateTime<Utc>,
    /// How many cards say something on it, within a second of what stands there.
    pub(super) cards: usize,
}

/// A variant that is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCanvas {
    /// At most 80 characters in one line; no other canvas is called so.
    pub(super) title: String,
    /// Of which one it begins as a copy; empty when left out.
    #[serde(default)]
    pub(super) copy_of: Option<Uuid>,
}

/// What a variant is to be called.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CanvasTitle {
    /// At most 80 characters in one line; no other canvas is called so.
    pub(super) title: String,
}

/// Which variant is to count.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CanvasChoice {
    /// The id of its board.
    pub(super) board_id: Uuid,
}

/// Whether a variant is to be out of sight.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PutAway {
    pub(super) put_away: bool,
}

/// What somebody wants to call one.
pub(super) fn title(given: &str) -> Result<String, CanvasError> {
    prose::line(given, LONGEST_TITLE).map_err(|code| CanvasError::refused("title", code))
}
