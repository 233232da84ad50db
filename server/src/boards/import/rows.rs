//! What each row of a pasted text would become.

use uuid::Uuid;

use super::api::ImportRow;
use super::{list, table};
use crate::boards::blocks::Block;
use crate::boards::edits::{self, EditError, LONGEST_CARD};
use crate::partnerships::PartnerName;

/// More than anybody pastes, and few enough for one change.
const MOST_ROWS: usize = 500;

/// What stands on a card of nobody in particular, in the languages of the web.
const TOGETHER: [&str; 2] = ["samen", "together"];

/// What holds for rows that do not say otherwise, and whom they can name.
pub(super) struct Defaults {
    pub(super) block: Option<&'static Block>,
    pub(super) partner: Option<Uuid>,
    pub(super) partners: Vec<PartnerName>,
}

/// What a row says, before it is known whether that makes sense.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) line: u64,
    pub(super) block: String,
    pub(super) text: String,
    pub(super) partner: String,
}

/// Reads a table, or else a list.
pub(super) fn read(text: &str, defaults: &Defaults) -> Result<Vec<ImportRow>, EditError> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = table::read(text, MOST_ROWS + 1).unwrap_or_else(|| list::read(text, MOST_ROWS + 1));
    if rows.is_empty() {
        return Err(EditError::field("text", "required"));
    }
    if rows.len() > MOST_ROWS {
        return Err(EditError::field("text", "too_many_rows"));
    }
    Ok(rows.into_iter().map(|said| row(said, defaults)).collect())
}

fn row(said: Said, defaults: &Defaults) -> ImportRow {
    let block = block(&said.block, defaults);
    let partner = partner(&said.partner, defaults);
    let text = if said.text.trim().is_empty() {
        Err("text_missing")
    } else {
        edits::text(&said.text, LONGEST_CARD).map_err(|_| "text_too_long")
    };
    let problem = block.err().or(text.as_ref().err().copied()).or(partner.err());
    ImportRow {
        line: said.line,
        block: block.ok().map(|block| block.id),
        text: text.unwrap_or(said.text),
        partner: partner.ok().flatten(),
        problem,
    }
}

fn block(said: &str, defaults: &Defaults) -> Result<&'static Block, &'static str> {
    if said.trim().is_empty() {
        return defaults.block.ok_or("block_missing");
    }
    Block::called(said).ok_or("block_unknown")
}

fn partner(said: &str, defaults: &Defaults) -> Result<Option<Uuid>, &'static str> {
    let said = said.trim().to_lowercase();
    if said.is_empty() {
        return Ok(defaults.partner);
    }
    let is_meant = |partner: &&PartnerName| {
        partner.name.trim().to_lowercase() == said || Uuid::parse_str(&said) == Ok(partner.id)
    };
    match defaults.partners.iter().find(is_meant) {
        Some(meant) => Ok(Some(meant.id)),
        None if TOGETHER.contains(&said.as_str()) => Ok(None),
        None => Err("partner_unknown"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn defaults() -> Defaults {
        let name = |number, name: &str| PartnerName {
            id: Uuid::from_u128(number),
            name: name.to_owned(),
            mark: 0,
            is_active: true,
        };
        Defaults {
            block: None,
            partner: None,
            partners: vec![name(1, "Bibliotheek Zuid"), name(2, "Zorggroep Maas")],
        }
    }

    #[test]
    fn every_row_says_what_is_wrong_with_it() {
        let long = "x".repeat(501);
        let second = Uuid::from_u128(2);
        let text = format!(
            "blok\ttekst\tpartner\nKanalen\tDe bus\tbibliotheek zuid\nchannels\tDe bus\t{second}\nKanaal\tx\t\n\
             \tx\t\nKanalen\t \tBibliotheek Zuid\nKanalen\t{long}\t\nKanalen\tx\tNiemand\n"
        );
        let rows = read(&text, &defaults()).unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.line, row.block, row.problem)).collect();
        assert_eq!(
            told,
            [
                (2, Some("channels"), None),
                (3, Some("channels"), None),
                (4, None, Some("block_unknown")),
                (5, None, Some("block_missing")),
                (6, Some("channels"), Some("text_missing")),
                (7, Some("channels"), Some("text_too_long")),
                (8, Some("channels"), Some("partner_unknown")),
            ]
        );
        assert_eq!((rows[0].partner, rows[1].partner), (Some(Uuid::from_u128(1)), Some(second)));
    }

    #[test]
    fn what_a_row_does_not_say_is_what_was_asked_for() {
        let defaults =
            Defaults { block: Block::by_id("channels"), partner: Some(Uuid::from_u128(1)), ..defaults() };
        let rows = read("- De bus\n- De schooldeur", &defaults).unwrap();
        assert_eq!(rows.len(), 2);
        for row in rows {
            assert_eq!((row.block, row.partner, row.problem), (Some("channels"), Some(Uuid::from_u128(1)), None));
        }
    }

    #[test]
    fn a_card_can_be_said_to_be_of_all_together() {
        let defaults =
            Defaults { block: Block::by_id("channels"), partner: Some(Uuid::from_u128(1)), ..defaults() };
        let rows = read("tekst\tpartner\nDe bus\tSamen\nDe schooldeur\t together \n", &defaults).unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.partner, row.problem)).collect();
        assert_eq!(told, [(None, None), (None, None)]);
    }

    #[test]
    fn five_hundred_rows_are_read_and_not_one_more() {
        assert_eq!(read(&"kaart\n".repeat(500), &defaults()).unwrap().len(), 500);
        assert!(matches!(read(&"kaart\n".repeat(501), &defaults()), Err(EditError::Refused(_))));
        assert!(matches!(read(" \n\n", &defaults()), Err(EditError::Refused(_))));
    }
}
