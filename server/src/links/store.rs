//! The SQL of links of cards. Every query starts from who asks.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::card_link::{self, Column};
use crate::entity::{card, projection};
use crate::ledger::{SeenLine, seen_lines};
use crate::partnerships::Membership;

/// The links that somebody may see, also those of which a card is in the bin, and the lines that they see.
pub(super) struct Seen {
    /// In the order in which they were made.
    pub(super) links: Vec<card_link::Model>,
    pub(super) lines: BTreeMap<Uuid, SeenLine>,
}

impl Seen {
    /// The partner that keeps to itself with what a card is linked.
    pub(super) fn kept_by(&self, link: &card_link::Model) -> Option<Uuid> {
        link.line_id.and_then(|line| self.lines.get(&line)).and_then(|line| line.kept_by)
    }
}

/// All that somebody may see.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Seen, DbErr> {
    let here = card_link::Entity::find().filter(Column::PartnershipId.eq(me.partnership_id));
    let mut found = here.order_by_asc(Column::MadeAt).order_by_asc(Column::Id).all(db).await?;
    let lines = seen_lines(db, me).await?;
    found.retain(|link| link.line_id.is_none_or(|line| lines.contains_key(&line)));
    Ok(Seen { links: found, lines })
}

/// Leaves out those of which a card is gone. The tables follow the boards a moment later: what they have not heard of yet
/// is not gone.
pub(super) async fn retain_standing(
    db: &impl ConnectionTrait,
    me: &Membership,
    links: &mut Vec<card_link::Model>,
) -> Result<(), DbErr> {
    let boards: BTreeSet<Uuid> = links.iter().flat_map(cards).map(|(board, ..)| board).collect();
    let cards_there: Vec<(Uuid, String)> = card::Entity::find()
        .select_only()
        .columns([card::Column::BoardId, card::Column::Id])
        .filter(card::Column::PartnershipId.eq(me.partnership_id))
        .into_tuple()
        .all(db)
        .await?;
    let there: BTreeSet<(Uuid, String)> = cards_there.into_iter().collect();
    let followed = projection::Entity::find().filter(projection::Column::BoardId.is_in(boards)).all(db).await?;
    let followed: BTreeMap<Uuid, i64> = followed.into_iter().map(|of| (of.board_id, of.seq)).collect();
    let stands = |(board, card, seq): (Uuid, &str, i64)| {
        seq > followed.get(&board).copied().unwrap_or_default() || there.contains(&(board, card.to_owned()))
    };
    links.retain(|link| cards(link).all(stands));
    Ok(())
}

/// The cards of a link: board, key, and the row of the log after which it stood there.
pub(super) fn cards(link: &card_link::Model) -> impl Iterator<Item = (Uuid, &str, i64)> {
    let target = link.target_board_id.zip(link.target_card_id.as_deref()).zip(link.target_seq);
    let other = target.map(|((board, card), seq)| (board, card, seq));
    std::iter::once((link.board_id, link.card_id.as_str(), link.seq)).chain(other)
}

pub(super) async fn add(db: &impl ConnectionTrait, new: card_link::Model) -> Result<(), DbErr> {
    card_link::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    card_link::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
