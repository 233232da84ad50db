//! What goes over the line about tension checks.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::shared_with::SharedWith;
use crate::entity::tension_check;
use crate::prose;
use crate::values::error::ValuesError;

/// The longest answer, in characters.
const LONGEST_ANSWER: usize = 2000;

/// The tension checks that somebody may read.
#[derive(Serialize, ToSchema)]
pub(super) struct TensionCheckList {
    /// In the order in which they were written.
    pub(super) items: Vec<TensionCheck>,
    /// Always null: there are a few of each person.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What somebody asked themselves at a tense moment. One of the four answers says something.
#[derive(Serialize, ToSchema)]
pub(super) struct TensionCheck {
    id: Uuid,
    /// Whose it is.
    account_id: Uuid,
    /// What they are called.
    name: String,
    /// For whom they acted when they wrote it; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
    /// Do we still believe in it? May be empty.
    belief: String,
    /// What do I get out of it? May be empty.
    benefit: String,
    /// Why is there no success? May be empty.
    success: String,
    /// Why is the effort unequal? May be empty.
    effort: String,
    shared_with: SharedWith,
    written_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl TensionCheck {
    pub(super) fn new(of: tension_check::Model, name: String) -> Self {
        Self {
            id: of.id,
            account_id: of.account_id,
            name,
            partner_id: of.partner_id,
            belief: of.belief,
            benefit: of.benefit,
            success: of.success,
            effort: of.effort,
            shared_with: of.shared_with,
            written_at: of.written_at,
            version: of.version,
        }
    }
}

/// One that is written: each answer at most 2000 characters, and one of them at least.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTensionCheck {
    /// Do we still believe in it?
    #[serde(default)]
    belief: String,
    /// What do I get out of it?
    #[serde(default)]
    benefit: String,
    /// Why is there no success?
    #[serde(default)]
    success: String,
    /// Why is the effort unequal?
    #[serde(default)]
    effort: String,
    pub(super) shared_with: SharedWith,
}

/// What is changed of one; what is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TensionCheckChanges {
    belief: Option<String>,
    benefit: Option<String>,
    success: Option<String>,
    effort: Option<String>,
    pub(super) shared_with: Option<SharedWith>,
}

/// The four answers, of which one says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) belief: String,
    pub(super) benefit: String,
    pub(super) success: String,
    pub(super) effort: String,
}

impl NewTensionCheck {
    pub(super) fn answers(&self) -> Result<Answers, ValuesError> {
        let answers = Answers {
            belief: answer("belief", &self.belief)?,
            benefit: answer("benefit", &self.benefit)?,
            success: answer("success", &self.success)?,
            effort: answer("effort", &self.effort)?,
        };
        answers.saying_something()
    }
}

impl TensionCheckChanges {
    /// What the answers are, when they were so before.
    pub(super) fn answers(&self, before: Answers) -> Result<Answers, ValuesError> {
        let changed = |field, given: &Option<String>, before: String| match given {
            Some(given) => answer(field, given),
            None => Ok(before),
        };
        let answers = Answers {
            belief: changed("belief", &self.belief, before.belief)?,
            benefit: changed("benefit", &self.benefit, before.benefit)?,
            success: changed("success", &self.success, before.success)?,
            effort: changed("effort", &self.effort, before.effort)?,
        };
        answers.saying_something()
    }
}

impl Answers {
    fn saying_something(self) -> Result<Self, ValuesError> {
        if self == Self::default() { Err(ValuesError::refused("answers", "required")) } else { Ok(self) }
    }
}

fn answer(field: &'static str, given: &str) -> Result<String, ValuesError> {
    prose::none_or_sentences(given, LONGEST_ANSWER).map_err(|code| ValuesError::refused(field, code))
}
