//! Many events, said briefly.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::entity::event;

/// Events of one kind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) kind: String,
    /// What they are about: cards, roles, assignments, each once.
    pub(super) subjects: HashSet<String>,
    /// Who did it, each once, in the order in which they began.
    pub(super) people: Vec<Uuid>,
    /// When the last of it happened.
    pub(super) at: DateTime<Utc>,
}

/// Puts together what is of one kind and leaves out what `reader` did. What was added and changed is new, and no more
/// than that. The last comes first.
pub(super) fn grouped(mut events: Vec<event::Model>, reader: Uuid) -> Vec<Group> {
    events.retain(|event| event.actor_id != Some(reader));
    events.sort_by_key(|event| (event.at, event.number));
    let added: HashSet<String> = events.iter().filter(|event| verb(event) == "added").filter_map(subject).collect();
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for event in events {
        let about = subject(&event);
        if verb(&event) == "changed" && about.as_ref().is_some_and(|about| added.contains(about)) {
            continue;
        }
        let group = groups.entry(event.kind.clone()).or_insert_with(|| Group {
            kind: event.kind,
            subjects: HashSet::new(),
            people: Vec::new(),
            at: event.at,
        });
        group.at = event.at;
        group.subjects.extend(about);
        if let Some(actor) = event.actor_id.filter(|actor| !group.people.contains(actor)) {
            group.people.push(actor);
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.at));
    groups
}

/// What was done: the last part of an event's type.
fn verb(event: &event::Model) -> &str {
    event.kind.rsplit('.').next().unwrap_or_default()
}

/// What an event is about: the id that its data has under the noun of its type, or under what a person is known by.
fn subject(event: &event::Model) -> Option<String> {
    let (noun, _) = event.kind.split_once('.')?;
    let key = match noun {
        "member" => "account",
        "guest" => "invitation",
        "ledger_line" => "line",
        "guest_remark" => "remark",
        "card_link" | "block_link" | "ambition_link" => "link",
        noun => noun,
    };
    let data: Value = serde_json::from_str(&event.data).ok()?;
    data[key].as_str().map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: Uuid = Uuid::from_u128(1);
    const ANN: Uuid = Uuid::from_u128(2);
    const BEA: Uuid = Uuid::from_u128(3);

    fn event(number: i64, kind: &str, subject: &str, actor: Option<Uuid>) -> event::Model {
        let noun = kind.split('.').next().unwrap_or_default();
        event::Model {
            stream_id: Uuid::nil(),
            number,
            kind: kind.into(),
            at: DateTime::from_timestamp(number, 0).unwrap_or_default(),
            actor_id: actor,
            data: serde_json::json!({ noun: subject }).to_string(),
        }
    }

    fn said(events: Vec<event::Model>) -> Vec<(String, usize, Vec<Uuid>)> {
        let groups = grouped(events, ME).into_iter();
        groups.map(|group| (group.kind, group.subjects.len(), group.people)).collect()
    }

    #[test]
    fn what_its_data_calls_otherwise_is_counted_too() {
        for (kind, name) in
            [("ledger_line.added", "line"), ("guest_remark.said", "remark"), ("card_link.made", "link")]
        {
            let one = |number, id: &str| event::Model {
                data: serde_json::json!({ name: id, "partner": null }).to_string(),
                ..event(number, kind, "", Some(ANN))
            };
            assert_eq!(said(vec![one(1, "a"), one(2, "b")]), [(kind.into(), 2, vec![ANN])]);
        }
    }

    #[test]
    fn people_are_counted_by_who_they_are() {
        let came = |number, account: &str| event::Model {
            data: serde_json::json!({ "partner": "p", "account": account }).to_string(),
            ..event(number, "member.added", "", Some(ANN))
        };
        assert_eq!(said(vec![came(1, "a"), came(2, "b")]), [("member.added".into(), 2, vec![ANN])]);
    }

    #[test]
    fn what_is_of_one_kind_is_said_once_with_everybody_who_did_it() {
        let events = vec![
            event(1, "card.added", "a", Some(ANN)),
            event(2, "role.removed", "r", None),
            event(3, "card.added", "b", Some(BEA)),
            event(4, "card.added", "c", Some(ANN)),
        ];
        assert_eq!(
            said(events),
            [("card.added".into(), 3, vec![ANN, BEA]), ("role.removed".into(), 1, Vec::new())]
        );
    }

    #[test]
    fn what_i_did_is_no_news_and_what_is_new_is_not_also_changed() {
        let events = vec![
            event(1, "card.added", "a", Some(ANN)),
            event(2, "card.changed", "a", Some(BEA)),
            event(3, "card.changed", "b", Some(ME)),
        ];
        assert_eq!(said(events), [("card.added".into(), 1, vec![ANN])]);
    }
}
