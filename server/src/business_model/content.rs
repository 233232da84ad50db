//! What a version of the business model consists of, in the one way in which it is written down.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::boards::{WrittenCanvas, WrittenCard};
use crate::ledger::FrozenLedger;

/// All of it. The fields stand in the order of their names, here and in what they hold, so that what is written is canonical
/// JSON (RFC 8785): strings, whole numbers and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct BusinessModel {
    pub(super) canvas: FrozenCanvas,
    pub(super) ledger: FrozenLedger,
}

/// The canvas as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct FrozenCanvas {
    /// Block by block, in the order that people gave them.
    pub(super) cards: Vec<FrozenCard>,
    pub(super) title: String,
}

/// A card as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct FrozenCard {
    /// One of the nine blocks.
    pub(super) block: String,
    /// The partner it is about; null when it is about all.
    #[schema(required)]
    pub(super) partner: Option<String>,
    pub(super) text: String,
}

impl BusinessModel {
    /// What stands there; nothing while no card says something.
    pub(super) fn of(canvas: &WrittenCanvas, ledger: FrozenLedger) -> Option<Self> {
        let card = |card: &WrittenCard| FrozenCard {
            block: card.block.clone(),
            partner: card.partner.clone(),
            text: card.text.clone(),
        };
        let cards: Vec<FrozenCard> = canvas.cards.iter().map(card).collect();
        let title = canvas.title.clone();
        (!cards.is_empty()).then_some(Self { canvas: FrozenCanvas { cards, title }, ledger })
    }

    /// As canonical JSON.
    pub(super) fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn written(text: &str) -> WrittenCanvas {
        let card = WrittenCard { block: "channels".into(), text: text.into(), partner: None };
        WrittenCanvas { board: uuid::Uuid::nil(), seq: 7, title: "Businessmodel".into(), cards: vec![card] }
    }

    fn ledger() -> FrozenLedger {
        serde_json::from_value(json!({ "begins": "2027-01", "lines": [{
            "words": "Huur", "note": "", "kind": "cost", "nature": "money", "amount": 120_000, "frequency": "yearly",
            "from": null, "until": "2029-12", "certainty": "agreed", "partner": null,
            "shares": [{ "partner": uuid::Uuid::nil(), "amount": 60_000 }],
        }] }))
        .unwrap()
    }

    #[test]
    fn it_is_written_down_in_the_one_canonical_way() {
        let canonical =
            BusinessModel::of(&written("Wijk\u{1f600} \"én\" web"), ledger()).unwrap().canonical().unwrap();
        // A value keeps its keys in their order, so this is what anybody else would write.
        let read: Value = serde_json::from_str(&canonical).unwrap();
        assert_eq!(serde_json::to_string(&sorted(read)).unwrap(), canonical);
        assert!(canonical.starts_with("{\"canvas\":{\"cards\":[{\"block\":\"channels\",\"partner\":null,"));
    }

    #[test]
    fn without_a_card_there_is_nothing_to_agree_on() {
        let nothing = WrittenCanvas { cards: Vec::new(), ..written("") };
        assert_eq!(BusinessModel::of(&nothing, ledger()), None);
    }

    fn sorted(value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let fields: std::collections::BTreeMap<_, _> = fields.into_iter().collect();
                fields.into_iter().map(|(name, value)| (name, sorted(value))).collect()
            }
            Value::Array(items) => items.into_iter().map(sorted).collect(),
            other => other,
        }
    }
}
