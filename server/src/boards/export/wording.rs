//! What an export calls things, in the language of whoever asked.

use crate::boards::api::Note;
use crate::boards::blocks::BLOCKS;
use crate::boards::library::{self, DRIVES, QUALITIES};
use crate::files::Language;
use crate::partnerships::PartnerName;

/// The words of an export.
pub(super) struct Wording {
    pub(super) language: Language,
    /// What the partnership is called.
    pub(super) partnership: String,
    /// What the board is called.
    pub(super) title: String,
    pub(super) partners: Vec<PartnerName>,
}

impl Wording {
    /// The word in the language.
    pub(super) fn pick<'a>(&self, nl: &'a str, en: &'a str) -> &'a str {
        self.language.pick(nl, en)
    }

    /// The name of a partner; its id when it is none of the partnership.
    pub(super) fn partner<'a>(&'a self, id: &'a str) -> &'a str {
        let known = self.partners.iter().find(|partner| partner.id.to_string() == id);
        known.map_or(id, |partner| &partner.name)
    }

    /// What a core quality is called.
    pub(super) fn quality<'a>(&self, id: &'a str) -> &'a str {
        library::name(QUALITIES, id, self.language)
    }

    /// What a drive is called.
    pub(super) fn drive<'a>(&self, id: &'a str) -> &'a str {
        library::name(DRIVES, id, self.language)
    }

    /// The cards that say something, block by block in the order of the canvas, each block with its name. Cards in a
    /// block that we do not know come last.
    pub(super) fn blocks<'a>(&'a self, notes: &'a [Note]) -> Vec<(&'a str, Vec<&'a Note>)> {
        let mut blocks: Vec<(&str, &str)> =
            BLOCKS.iter().map(|block| (block.id, block.name(self.language))).collect();
        for note in notes {
            if !blocks.iter().any(|(id, _)| *id == note.block) {
                blocks.push((&note.block, &note.block));
            }
        }
        let cards = |id: &str| -> Vec<&Note> {
            notes.iter().filter(|note| note.block == id && !note.text.trim().is_empty()).collect()
        };
        blocks.into_iter().map(|(id, name)| (name, cards(id))).collect()
    }
}
