//! What goes over the line of events.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// How events are listened to. All of it is text: what cannot be understood is told by a close code too.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct EventsQuery {
    /// A single-use pass from `POST /api/v1/live/ticket`, for clients without cookies.
    pub ticket: Option<String>,
    /// The cursor of the last event that was heard; events go on after it. Without one they go on from now.
    pub after: Option<String>,
}

/// One message of the events' WebSocket.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Event {
    /// Go on after this event by giving it back as `after`. It means nothing to anybody else.
    pub cursor: String,
    /// A noun with a past verb, as `card.added`. A type that a client does not know, it passes over.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it; null when it was several people, or none.
    #[schema(required)]
    pub actor: Option<EventActor>,
    /// Ids, and the names of what changed.
    pub data: Value,
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EventActor {
    /// Their account.
    pub account_id: Uuid,
}
