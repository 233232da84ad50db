//! What goes over the line when somebody answers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::answers::AnswersGiven;

/// Somebody sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ScanSending)]
pub(super) struct Sending {
    /// 32 random bytes as 43 characters of base64url, chosen by whoever sends and kept until their answers have arrived:
    /// with the same ones they get the same ballot.
    #[schema(min_length = 43, max_length = 43)]
    pub(super) choice: String,
}

/// A permission to answer once.
#[derive(Serialize, ToSchema)]
pub(super) struct BallotGiven {
    /// Show this with the answers, and do not be signed in then.
    pub(super) ballot: String,
}

/// Answers, and the permission to give them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BallotCast {
    /// As it was handed out.
    pub(super) ballot: String,
    pub(super) response: AnswersGiven,
}

/// What a partner answered as a partner.
#[derive(Serialize, ToSchema)]
#[schema(as = ScanVoice)]
pub(super) struct Voice {
    pub(super) answers: BTreeMap<String, Option<u8>>,
    pub(super) priorities: Vec<String>,
    #[schema(required)]
    pub(super) words: Option<String>,
    /// Who gave it last.
    pub(super) answered_by: Uuid,
    pub(super) answered_at: DateTime<Utc>,
}
