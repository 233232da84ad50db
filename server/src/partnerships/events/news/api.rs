//! What goes over the line about what is new.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::grouping::Group;
use crate::partnerships::Author;

/// What happened since somebody's last visit.
#[derive(Serialize, ToSchema)]
pub(super) struct News {
    /// When that visit ended; null for somebody who was not here before.
    #[schema(required)]
    pub(super) since: Option<DateTime<Utc>>,
    /// What happened last comes first.
    pub(super) items: Vec<NewsItem>,
    /// Always null: it is told briefly.
    #[schema(required)]
    pub(super) next: Option<String>,
    /// Give it back once this was seen.
    pub(super) cursor: String,
}

/// Things of one kind that happened.
#[derive(Serialize, ToSchema)]
pub(super) struct NewsItem {
    /// As the type of an event. A kind that a client does not know, it passes over.
    #[schema(example = "card.added")]
    kind: String,
    /// How many cards, roles or whatever it is about; one at least.
    count: usize,
    /// By whom, as far as it is known.
    people: Vec<NewsPerson>,
    /// When the last of it happened.
    at: DateTime<Utc>,
}

/// Somebody who did something.
#[derive(Serialize, ToSchema)]
pub(super) struct NewsPerson {
    account_id: Uuid,
    name: String,
}

/// What somebody has seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Visit {
    /// The cursor of the news, or of an event that was heard.
    pub(super) cursor: String,
}

impl NewsItem {
    pub(super) fn new(group: Group, authors: &HashMap<Uuid, Author>) -> Self {
        let person = |account_id: Uuid| {
            let name = authors.get(&account_id)?.name.clone();
            Some(NewsPerson { account_id, name })
        };
        let people = group.people.into_iter().filter_map(person).collect();
        Self { kind: group.kind, count: group.subjects.len().max(1), people, at: group.at }
    }
}
