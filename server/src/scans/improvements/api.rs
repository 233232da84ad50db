//! What goes over the line about improvement points.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::improvement::{self, State};
use crate::prose;
use crate::scans::day::day;
use crate::scans::error::ScanError;
use crate::scans::instrument::Factor;

/// The longest title and outcome, in characters.
const LONGEST_TITLE: usize = 200;
const LONGEST_OUTCOME: usize = 1000;

/// The improvement points of a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct ImprovementList {
    /// Those that are worked on first, by their day; then those that wait, then those that ended, the latest first.
    pub(super) items: Vec<Improvement>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// Something that a partnership set out to do better.
#[derive(Serialize, ToSchema)]
pub(super) struct Improvement {
    id: Uuid,
    title: String,
    state: State,
    /// The factor it is about, if any.
    #[schema(required)]
    factor: Option<String>,
    /// The round whose report it follows from, if any.
    #[schema(required)]
    round_id: Option<Uuid>,
    /// Who sees to it.
    owner_id: Uuid,
    /// What they are called.
    owner: String,
    due: NaiveDate,
    /// By what it shows that it is done, or why it was dropped.
    #[schema(required)]
    outcome: Option<String>,
    chosen_by: Uuid,
    chosen_at: DateTime<Utc>,
    #[schema(required)]
    ended_at: Option<DateTime<Utc>>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl Improvement {
    pub(super) fn new(of: improvement::Model, owner: String) -> Self {
        Self {
            id: of.id,
            title: of.title,
            state: of.state,
            factor: of.factor,
            round_id: of.round_id,
            owner_id: of.owner_id,
            owner,
            due: of.due,
            outcome: of.outcome,
            chosen_by: of.chosen_by,
            chosen_at: of.chosen_at,
            ended_at: of.ended_at,
            version: of.version,
        }
    }
}

/// An improvement point that is to be chosen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewImprovement {
    /// What is done better: 1 to 200 characters.
    title: String,
    /// The factor it is about.
    factor: Option<String>,
    /// The round whose report it follows from.
    pub(super) round_id: Option<Uuid>,
    /// Somebody who acts for a partner here, or leads.
    pub(super) owner_id: Uuid,
    due: NaiveDate,
    /// Whether it is worked on at once; otherwise it waits.
    #[serde(default)]
    pub(super) start: Start,
}

/// When it is worked on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Start {
    /// From now on.
    #[default]
    Now,
    /// When somebody starts it.
    Later,
}

impl NewImprovement {
    pub(super) fn title(&self) -> Result<String, ScanError> {
        title(&self.title)
    }

    pub(super) fn due(&self) -> Result<NaiveDate, ScanError> {
        day("due", self.due)
    }

    pub(super) fn factor(&self) -> Result<Option<Factor>, ScanError> {
        let read = |id: &String| id.parse().map_err(|_| ScanError::refused("factor", "unknown"));
        self.factor.as_ref().map(read).transpose()
    }
}

/// What is changed of one; what is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ImprovementChanges {
    title: Option<String>,
    pub(super) owner_id: Option<Uuid>,
    due: Option<NaiveDate>,
}

impl ImprovementChanges {
    pub(super) fn title(&self) -> Result<Option<String>, ScanError> {
        self.title.as_deref().map(title).transpose()
    }

    pub(super) fn due(&self) -> Result<Option<NaiveDate>, ScanError> {
        self.due.map(|due| day("due", due)).transpose()
    }
}

/// How one ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    /// By what it shows that it is done, or why it is dropped: 1 to 1000 characters.
    outcome: String,
}

impl Outcome {
    pub(super) fn read(&self) -> Result<String, ScanError> {
        prose::sentences(&self.outcome, LONGEST_OUTCOME).map_err(|code| ScanError::refused("outcome", code))
    }
}

fn title(given: &str) -> Result<String, ScanError> {
    prose::line(given, LONGEST_TITLE).map_err(|code| ScanError::refused("title", code))
}
