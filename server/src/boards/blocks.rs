//! The nine blocks of the business model, in the order in which they are read, and what people call them.
//!
//! The Business Model Canvas is Strategyzer's (CC BY-SA 3.0). The names are those of the web's `content/canvas.json`;
//! a test compares, because the server is built without the web's sources.

use crate::files::Language;

/// A block of the business model.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its name in the documents and the API.
    pub(super) id: &'static str,
    nl: &'static str,
    en: &'static str,
}

/// Every block: what makes it possible, what it offers, for whom, and the money.
pub(super) const BLOCKS: &[Block] = &[
    Block { id: "key_partners", nl: "Sleutelpartners", en: "Key partners" },
    Block { id: "key_activities", nl: "Kernactiviteiten", en: "Key activities" },
    Block { id: "key_resources", nl: "Sleutelmiddelen", en: "Key resources" },
    Block { id: "value_propositions", nl: "Waardeproposities", en: "Value propositions" },
    Block { id: "customer_relationships", nl: "Relaties", en: "Customer relationships" },
    Block { id: "channels", nl: "Kanalen", en: "Channels" },
    Block { id: "customer_segments", nl: "Doelgroepen en klantsegmenten", en: "Customer segments" },
    Block { id: "cost_structure", nl: "Kostenstructuur", en: "Cost structure" },
    Block { id: "revenue_streams", nl: "Inkomsten en opbrengsten", en: "Revenue streams" },
];

/// The names of all blocks in documents and the API, in the order in which they are read.
pub fn block_ids() -> impl Iterator<Item = &'static str> {
    BLOCKS.iter().map(|block| block.id)
}

impl Block {
    /// The block with this id.
    pub(super) fn by_id(id: &str) -> Option<&'static Self> {
        BLOCKS.iter().find(|block| block.id == id)
    }

    /// The block that somebody calls so: by its id, or by its name in any language of ours.
    pub(super) fn called(name: &str) -> Option<&'static Self> {
        let name = name.trim().to_lowercase();
        BLOCKS.iter().find(|block| [block.id, block.nl, block.en].iter().any(|known| known.to_lowercase() == name))
    }

    /// What it is called.
    pub(super) fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_blocks_are_those_of_the_web_in_its_order_and_by_its_names() {
        let content: Value = serde_json::from_str(include_str!("../../../web/src/content/canvas.json")).unwrap();
        let blocks = content["blocks"].as_array().unwrap();
        assert_eq!(blocks.len(), BLOCKS.len());
        for (theirs, ours) in blocks.iter().zip(BLOCKS) {
            assert_eq!((&theirs["id"], &theirs["name"]["nl"]), (&ours.id.into(), &ours.nl.into()));
            assert_eq!(theirs["name"]["en"], ours.en);
        }
    }

    #[test]
    fn the_blocks_are_those_of_the_vocabulary() {
        let vocabulary: Value = serde_json::from_str(include_str!("vocabulary.json")).unwrap();
        let known = &vocabulary["kinds"]["canvas"]["roots"]["notes"]["entries"]["block"]["one_of"];
        let mut known: Vec<&str> = known.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let mut ours: Vec<&str> = BLOCKS.iter().map(|block| block.id).collect();
        known.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, known);
    }

    #[test]
    fn a_block_is_found_by_whatever_people_call_it() {
        for name in ["channels", "Kanalen", " KANALEN ", "Channels"] {
            assert_eq!(Block::called(name).map(|block| block.id), Some("channels"), "{name}");
        }
        assert_eq!(Block::called("Kanaal"), None);
    }
}
