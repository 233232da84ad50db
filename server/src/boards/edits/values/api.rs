//! What the routes of common values are sent and answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{NewValue, ValueChange};
use crate::boards::api::CommonValue;
use crate::boards::edits::error::EditError;
use crate::boards::edits::reading::{self, LONGEST_MEANING, LONGEST_NAME, Reading};

/// A common value as it is now.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedValue {
    /// The value.
    pub(super) value: CommonValue,
    /// The number of the last change on the board.
    pub(super) seq: i64,
}

/// A common value to be named.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCommonValue)]
pub(super) struct NewValueBody {
    /// Makes a retry safe: a value with this id that is there already is not added again.
    #[schema(format = "uuid")]
    id: Option<String>,
    /// What it is called, in one line; at most 100 characters.
    name: String,
    /// What the partners mean by it together; at most 1,000 characters.
    #[serde(default)]
    meaning: String,
    /// Where among the values, from 0; at the end when left out.
    position: Option<i64>,
}

/// What is to be different about a common value. What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommonValueChange)]
pub(super) struct ValueChangeBody {
    /// What it is called, in one line; at most 100 characters. Only what differs is changed.
    name: Option<String>,
    /// What the partners mean by it together; at most 1,000 characters. Only what differs is changed.
    meaning: Option<String>,
    /// Where among the values, from 0, not counting the value itself.
    position: Option<i64>,
}

impl NewValueBody {
    pub(super) fn read(self) -> Result<NewValue, EditError> {
        let mut reading = Reading::default();
        let id = reading.field("id", reading::id(self.id.as_deref()).map(|id| id.to_string())).unwrap_or_default();
        let name = reading.field("name", reading::line(self.name, LONGEST_NAME)).unwrap_or_default();
        let meaning = reading.field("meaning", reading::text(self.meaning, LONGEST_MEANING)).unwrap_or_default();
        reading.finish(Some(NewValue { id, name, meaning, position: self.position }))
    }
}

impl ValueChangeBody {
    pub(super) fn read(self) -> Result<ValueChange, EditError> {
        let mut reading = Reading::default();
        let change = ValueChange {
            name: reading.optional("name", self.name, |name| reading::line(name, LONGEST_NAME)),
            meaning: reading.optional("meaning", self.meaning, |meaning| reading::text(meaning, LONGEST_MEANING)),
            position: self.position,
        };
        reading.finish(Some(change))
    }
}
