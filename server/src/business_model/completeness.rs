//! What is there of a business model, and what is missing.

use uuid::Uuid;

use super::api::{BlockFilled, Completeness};
use super::error::BusinessModelError;
use crate::access::Action;
use crate::app::App;
use crate::boards::{self, WrittenCard};
use crate::ledger;
use crate::partnerships::{self, Membership};

/// As somebody sees it.
pub(super) async fn completeness(app: &App, me: &Membership) -> Result<Completeness, BusinessModelError> {
    me.may(Action::ReadBoards)?;
    let canvas = boards::canvas_now(app, me).await?;
    let partners = partnerships::active_partners(app.database.reader(), me).await?;
    let sees_ledger = me.may(Action::SeeOneAnother).is_ok();
    Ok(Completeness {
        board_id: canvas.board,
        blocks: filled(&canvas.cards),
        partners_without_card: without_card(&canvas.cards, partners),
        ledger: if sees_ledger { Some(ledger::checks(app, me).await?) } else { None },
    })
}

fn filled(cards: &[WrittenCard]) -> Vec<BlockFilled> {
    let filled =
        |block: &'static str| BlockFilled { block, cards: cards.iter().filter(|card| card.block == block).count() };
    boards::block_ids().map(filled).collect()
}

fn without_card(cards: &[WrittenCard], mut partners: Vec<Uuid>) -> Vec<Uuid> {
    let about = |card: &WrittenCard| card.partner.as_deref().and_then(|id| Uuid::parse_str(id).ok());
    partners.retain(|partner| !cards.iter().any(|card| about(card) == Some(*partner)));
    partners
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(block: &str, partner: Option<Uuid>) -> WrittenCard {
        WrittenCard { block: block.into(), text: "Iets".into(), partner: partner.map(|id| id.to_string()) }
    }

    #[test]
    fn a_block_without_cards_and_a_partner_without_one_are_missing() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let cards = [card("channels", None), card("channels", Some(one))];
        let found = filled(&cards);
        assert_eq!(found.len(), 9);
        assert!(found.iter().all(|block| block.cards == if block.block == "channels" { 2 } else { 0 }));
        assert_eq!(without_card(&cards, vec![one, other]), [other]);
    }
}
