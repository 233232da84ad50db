//! What goes over the line about individual ambitions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ambition::error::AmbitionError;
use crate::boards::AnchoredPassage;
use crate::entity::circle::Circle;
use crate::entity::individual_ambition::{self, Kind};
use crate::prose;

/// The longest one, in characters.
const LONGEST_WORDS: usize = 1000;
/// With more passages than this it is joined to the text as a whole.
const MOST_PASSAGES: usize = 20;

/// The individual ambitions that somebody may see.
#[derive(Serialize, ToSchema)]
pub(super) struct IndividualAmbitionList {
    /// In the order in which they were written.
    pub(super) items: Vec<IndividualAmbition>,
    /// Always null: there are a few of each person.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What somebody wants with what the partners want together.
#[derive(Serialize, ToSchema)]
pub(super) struct IndividualAmbition {
    id: Uuid,
    /// Whose it is.
    account_id: Uuid,
    /// What they are called.
    name: String,
    /// For whom they acted when they wrote it; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
    kind: Kind,
    visible_to: Circle,
    words: String,
    /// The passages of the statement that answer it.
    passages: Vec<AnchoredPassage>,
    written_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl IndividualAmbition {
    pub(super) fn new(of: individual_ambition::Model, name: String) -> Result<Self, serde_json::Error> {
        Ok(Self {
            id: of.id,
            account_id: of.account_id,
            name,
            partner_id: of.partner_id,
            kind: of.kind,
            visible_to: of.visible_to,
            words: of.words,
            passages: serde_json::from_str(&of.passages)?,
            written_at: of.written_at,
            version: of.version,
        })
    }
}

/// One that is written down.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewIndividualAmbition {
    pub(super) kind: Kind,
    /// `partner` only for who acts for one.
    pub(super) visible_to: Circle,
    /// 1 to 1000 characters.
    words: String,
    /// The passages of the statement that answer it: at most 20.
    #[serde(default)]
    passages: Vec<AnchoredPassage>,
}

impl NewIndividualAmbition {
    pub(super) fn words(&self) -> Result<String, AmbitionError> {
        words(&self.words)
    }

    pub(super) fn passages(&self) -> Result<String, AmbitionError> {
        passages(&self.passages)
    }
}

/// What is changed of one; what is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct IndividualAmbitionChanges {
    pub(super) kind: Option<Kind>,
    pub(super) visible_to: Option<Circle>,
    words: Option<String>,
    /// All of them, instead of those there were.
    passages: Option<Vec<AnchoredPassage>>,
}

impl IndividualAmbitionChanges {
    pub(super) fn words(&self) -> Result<Option<String>, AmbitionError> {
        self.words.as_deref().map(words).transpose()
    }

    pub(super) fn passages(&self) -> Result<Option<String>, AmbitionError> {
        self.passages.as_deref().map(passages).transpose()
    }
}

fn words(given: &str) -> Result<String, AmbitionError> {
    prose::sentences(given, LONGEST_WORDS).map_err(|code| AmbitionError::refused("words", code))
}

/// As they are kept.
fn passages(given: &[AnchoredPassage]) -> Result<String, AmbitionError> {
    if given.len() > MOST_PASSAGES {
        return Err(AmbitionError::refused("passages", "too_many"));
    }
    let read: Result<Vec<_>, _> = given.iter().cloned().map(AnchoredPassage::read).collect();
    Ok(serde_json::to_string(&read.map_err(AmbitionError::Refused)?)?)
}
