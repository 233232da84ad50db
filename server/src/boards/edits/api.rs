//! What the edits' routes are sent and answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cards::{CardChange, NewCard};
use super::error::EditError;
use super::reading::{self, LONGEST_CARD, LONGEST_HEADLINE, LONGEST_PURPOSE, LONGEST_TITLE, Reading, nullable};
use super::{ambition, roles};
use crate::boards::api::{Note, Role};
use crate::boards::passages::{self, Passage};
use crate::partnerships::PartnerName;

/// A card as it is now.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedNote {
    /// The card.
    pub(super) note: Note,
    /// The number of the last change on the board.
    pub(super) seq: i64,
}

/// A role as it is now.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedRole {
    /// The role.
    pub(super) role: Role,
    /// The number of the last change on the board.
    pub(super) seq: i64,
}

/// The change is durable, and everybody sees it.
#[derive(Serialize, ToSchema)]
pub(in crate::boards) struct Saved {
    /// The number of the last change on the board.
    pub(in crate::boards) seq: i64,
}

/// A card to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewNote {
    /// Makes a retry safe: a card with this id that is there already is not added again.
    #[schema(format = "uuid")]
    id: Option<String>,
    /// One of the nine blocks.
    #[schema(example = "channels")]
    block: String,
    /// What it says; at most 500 characters.
    text: String,
    /// The partner it is about; null or left out: all together.
    #[schema(format = "uuid")]
    partner: Option<String>,
    /// Where in its block, from 0; at its end when left out.
    position: Option<i64>,
}

/// What is to be different about a card. What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteChange {
    /// One of the nine blocks. A card that comes into another block stands at its end, unless `position` says otherwise.
    block: Option<String>,
    /// What it says; at most 500 characters. Only what differs is changed.
    text: Option<String>,
    /// The partner it is about; null: all together.
    #[allow(clippy::option_option, reason = "left out, null and a partner are three things")]
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, format = "uuid")]
    partner: Option<Option<String>>,
    /// Where in its block, from 0, not counting the card itself.
    position: Option<i64>,
}

/// A role to be described.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRole)]
pub(super) struct NewRoleBody {
    /// Makes a retry safe: a role with this id that is there already is not added again.
    #[schema(format = "uuid")]
    id: Option<String>,
    /// What it is called, in one line; at most 100 characters.
    title: String,
    /// What it is for; at most 1,000 characters.
    #[serde(default)]
    purpose: String,
    /// How many people it needs at least: 0 to 20. One, or `seats_max` when that is less.
    #[schema(minimum = 0, maximum = 20)]
    seats_min: Option<i64>,
    /// How many people it has room for: 0 to 20. One, or `seats_min` when that is more.
    #[schema(minimum = 0, maximum = 20)]
    seats_max: Option<i64>,
    /// Core qualities by id, weighing 1 to 3.
    #[serde(default)]
    qualities: BTreeMap<String, i64>,
    /// Drives by id, each `true`.
    #[serde(default)]
    drives: BTreeMap<String, bool>,
    /// Where among the roles, from 0; at the end when left out.
    position: Option<i64>,
}

/// What is to be different about a role. What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleChange)]
pub(super) struct RoleChangeBody {
    /// What it is called, in one line; at most 100 characters. Only what differs is changed.
    title: Option<String>,
    /// What it is for; at most 1,000 characters. Only what differs is changed.
    purpose: Option<String>,
    /// How many people it needs at least: 0 to 20.
    #[schema(minimum = 0, maximum = 20)]
    seats_min: Option<i64>,
    /// How many people it has room for: 0 to 20.
    #[schema(minimum = 0, maximum = 20)]
    seats_max: Option<i64>,
    /// All core qualities by id, weighing 1 to 3.
    qualities: Option<BTreeMap<String, i64>>,
    /// All drives by id, each `true`.
    drives: Option<BTreeMap<String, bool>>,
    /// Where among the roles, from 0, not counting the role itself.
    position: Option<i64>,
}

/// The headline of the ambition.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Headline {
    /// One line; at most 200 characters. Only what differs is changed.
    text: String,
}

/// A text with markup: exactly one of the two. Headings become headings of level 2 and 3; lists, bold, italic, line
/// breaks, and links to `https:` and `mailto:` stay. Of everything else the text stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MarkedUpText {
    /// As `CommonMark` defines it.
    markdown: Option<String>,
    /// HTML.
    html: Option<String>,
}

impl NewNote {
    pub(super) fn read(self, partners: &[PartnerName]) -> Result<NewCard, EditError> {
        let mut reading = Reading::default();
        let id = reading.field("id", reading::id(self.id.as_deref()).map(|id| id.to_string()));
        let block = reading.field("block", reading::block(self.block));
        let text = reading.field("text", reading::text(self.text, LONGEST_CARD));
        let partner = reading.field("partner", reading::partner(self.partner.as_deref(), partners));
        let position = self.position;
        let card = id.zip(block).zip(text).zip(partner);
        reading.finish(card.map(|(((id, block), text), partner)| NewCard { id, block, text, partner, position }))
    }
}

impl NoteChange {
    pub(super) fn read(self, partners: &[PartnerName]) -> Result<CardChange, EditError> {
        let mut reading = Reading::default();
        let change = CardChange {
            block: reading.optional("block", self.block, reading::block),
            text: reading.optional("text", self.text, |text| reading::text(text, LONGEST_CARD)),
            partner: reading
                .optional("partner", self.partner, |partner| reading::partner(partner.as_deref(), partners)),
            position: self.position,
        };
        reading.finish(Some(change))
    }
}

impl NewRoleBody {
    pub(super) fn read(self) -> Result<roles::NewRole, EditError> {
        let mut reading = Reading::default();
        let id = reading.field("id", reading::id(self.id.as_deref()).map(|id| id.to_string())).unwrap_or_default();
        let title = reading.field("title", reading::line(self.title, LONGEST_TITLE)).unwrap_or_default();
        let purpose = reading.field("purpose", reading::text(self.purpose, LONGEST_PURPOSE)).unwrap_or_default();
        let least = reading.optional("seats_min", self.seats_min, reading::seats);
        let most = reading.optional("seats_max", self.seats_max, reading::seats);
        let qualities = reading.field("qualities", reading::qualities(self.qualities)).unwrap_or_default();
        let drives = reading.field("drives", reading::drives(self.drives)).unwrap_or_default();
        let seats_min = least.unwrap_or(most.map_or(1, |most| most.min(1)));
        let seats_max = most.unwrap_or(seats_min.max(1));
        reading.field("seats_min", if seats_min <= seats_max { Ok(()) } else { Err("min_above_max") });
        let position = self.position;
        reading.finish(Some(roles::NewRole {
            id,
            title,
            purpose,
            seats_min,
            seats_max,
            qualities,
            drives,
            position,
        }))
    }
}

impl RoleChangeBody {
    pub(super) fn read(self) -> Result<roles::RoleChange, EditError> {
        let mut reading = Reading::default();
        let change = roles::RoleChange {
            title: reading.optional("title", self.title, |title| reading::line(title, LONGEST_TITLE)),
            purpose: reading.optional("purpose", self.purpose, |purpose| reading::text(purpose, LONGEST_PURPOSE)),
            seats_min: reading.optional("seats_min", self.seats_min, reading::seats),
            seats_max: reading.optional("seats_max", self.seats_max, reading::seats),
            qualities: reading.optional("qualities", self.qualities, reading::qualities),
            drives: reading.optional("drives", self.drives, reading::drives),
            position: self.position,
        };
        reading.finish(Some(change))
    }
}

impl Headline {
    pub(super) fn read(self) -> Result<String, EditError> {
        let mut reading = Reading::default();
        let text = reading.field("text", reading::line(self.text, LONGEST_HEADLINE));
        reading.finish(text)
    }
}

impl MarkedUpText {
    pub(super) fn read(self, part: ambition::Part) -> Result<Vec<Passage>, EditError> {
        let (field, passages) = match (self.markdown, self.html) {
            (Some(markdown), None) => ("markdown", passages::from_markdown(&markdown)),
            (None, Some(html)) => ("html", passages::from_html(&html)),
            (None, None) => return Err(EditError::field("markdown", "required")),
            (Some(_), Some(_)) => return Err(EditError::field("html", "only_one_of_both")),
        };
        if passages::length(&passages) > part.limit() {
            return Err(EditError::field(field, "too_long"));
        }
        Ok(passages)
    }
}
