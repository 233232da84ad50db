//! Links are made and taken away.

use uuid::Uuid;

use super::api::{NewCardLink, NewCardLinkTarget};
use super::error::LinkError;
use super::store::{self, Seen};
use super::telling::tell;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::boards::{self, AnchoredPassage, Board, standing};
use crate::entity::card_link::{self, Kind};
use crate::ids;
use crate::partnerships::{Desk, Membership};

/// Of one card, as far as whoever links it sees: what they do not see does not stand in their way, nor is it told so.
const MOST: usize = 30;
/// As long as the longest key that a page makes, and then some.
const LONGEST_KEY: usize = 64;

/// Makes one; gives its id, and whether it was not there before.
pub(super) async fn make(
    app: &App,
    me: &Membership,
    client: &Client,
    new: NewCardLink,
) -> Result<(Uuid, bool), LinkError> {
    me.may(Action::WriteBoards)?;
    let wanted = read(app, me, new).await?;
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let seen = store::seen(&desk.transaction, &desk.me).await?;
    if wanted.line_id.is_some_and(|line| !seen.lines.contains_key(&line)) {
        return Err(LinkError::NotFound);
    }
    if let Some(same) = seen.links.iter().find(|link| is_same(link, &wanted)) {
        return Ok((same.id, false));
    }
    check_room(&seen, &wanted)?;
    store::add(&desk.transaction, wanted.clone()).await?;
    tell(&mut desk, "card_link.made", &wanted, seen.kept_by(&wanted));
    desk.close().await?;
    Ok((wanted.id, true))
}

/// Takes one away that somebody sees.
pub(super) async fn remove(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), LinkError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let seen = store::seen(&desk.transaction, &desk.me).await?;
    let link = seen.links.iter().find(|link| link.id == id).ok_or(LinkError::NotFound)?;
    store::remove(&desk.transaction, id).await?;
    tell(&mut desk, "card_link.removed", link, seen.kept_by(link));
    Ok(desk.close().await?)
}

/// What is to be linked, as it stands there.
async fn read(app: &App, me: &Membership, new: NewCardLink) -> Result<card_link::Model, LinkError> {
    let (board_id, card_id, seq) = card(app, me, new.board_id, new.card_id).await?;
    let link = card_link::Model {
        id: ids::ordered(),
        partnership_id: me.partnership_id,
        board_id,
        card_id,
        seq,
        kind: Kind::LedgerLine,
        target_board_id: None,
        target_card_id: None,
        target_seq: None,
        root: None,
        passage_start: None,
        passage_end: None,
        quote: None,
        line_id: None,
        made_by: me.account_id,
        made_at: app.clock.now(),
    };
    match new.target {
        NewCardLinkTarget::Card { board_id, card_id } => to_card(link, card(app, me, board_id, card_id).await?),
        NewCardLinkTarget::Passage { board_id, field, start, end, quote } => {
            let board = board(app, me, board_id, boards::Kind::Ambition).await?;
            let passage = AnchoredPassage { start, end, quote }.read().map_err(LinkError::Refused)?;
            Ok(card_link::Model {
                kind: Kind::Passage,
                target_board_id: Some(board.id),
                root: Some(field.root().to_owned()),
                passage_start: Some(passage.start),
                passage_end: Some(passage.end),
                quote: Some(passage.quote),
                ..link
            })
        }
        NewCardLinkTarget::LedgerLine { line_id } => Ok(card_link::Model { line_id: Some(line_id), ..link }),
    }
}

/// A card and another have no direction: that which comes first by its board and its key is put down first.
fn to_card(link: card_link::Model, other: (Uuid, String, i64)) -> Result<card_link::Model, LinkError> {
    let named = (link.board_id, link.card_id.clone(), link.seq);
    if (named.0, &named.1) == (other.0, &other.1) {
        return Err(LinkError::refused("target", "itself"));
    }
    let (first, second) = if named < other { (named, other) } else { (other, named) };
    Ok(card_link::Model {
        kind: Kind::Card,
        board_id: first.0,
        card_id: first.1,
        seq: first.2,
        target_board_id: Some(second.0),
        target_card_id: Some(second.1),
        target_seq: Some(second.2),
        ..link
    })
}

/// Whether both join the same.
fn is_same(one: &card_link::Model, other: &card_link::Model) -> bool {
    let joined = |link: &card_link::Model| {
        let target = (link.target_board_id, link.target_card_id.clone(), link.line_id);
        let passage = (link.root.clone(), link.passage_start.clone(), link.passage_end.clone());
        (link.board_id, link.card_id.clone(), target, passage)
    };
    one.kind == other.kind && joined(one) == joined(other)
}

fn check_room(seen: &Seen, wanted: &card_link::Model) -> Result<(), LinkError> {
    let is_full = |(board, key, _): (Uuid, &str, i64)| {
        let of_card = seen
            .links
            .iter()
            .filter(|link| store::cards(link).any(|(of_board, of_key, _)| (of_board, of_key) == (board, key)));
        of_card.count() >= MOST
    };
    if store::cards(wanted).any(is_full) { Err(LinkError::refused("target", "too_many")) } else { Ok(()) }
}

/// A card that stands on a canvas, and the row of the log after which it does.
async fn card(app: &App, me: &Membership, board_id: Uuid, key: String) -> Result<(Uuid, String, i64), LinkError> {
    let board = board(app, me, board_id, boards::Kind::Canvas).await?;
    if key.is_empty() || key.len() > LONGEST_KEY || key.contains('\0') {
        return Err(LinkError::NotFound);
    }
    let found = standing(app, &board, &key).await?;
    found.text.ok_or(LinkError::NotFound)?;
    Ok((board.id, key, found.seq))
}

/// A board of this kind, of the partnership.
async fn board(app: &App, me: &Membership, id: Uuid, kind: boards::Kind) -> Result<Board, LinkError> {
    let found = boards::board_of(app.database.reader(), me.account_id, id).await?;
    let is_here =
        |(board, there): &(Board, Membership)| board.kind == kind && there.partnership_id == me.partnership_id;
    found.filter(is_here).map(|(board, _)| board).ok_or(LinkError::NotFound)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn link() -> card_link::Model {
        card_link::Model {
            id: Uuid::nil(),
            partnership_id: Uuid::nil(),
            board_id: Uuid::from_u128(2),
            card_id: "b".into(),
            seq: 7,
            kind: Kind::LedgerLine,
            target_board_id: None,
            target_card_id: None,
            target_seq: None,
            root: None,
            passage_start: None,
            passage_end: None,
            quote: None,
            line_id: None,
            made_by: Uuid::nil(),
            made_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn two_cards_are_linked_in_no_direction_and_none_to_itself() {
        let (here, there) = (Uuid::from_u128(2), Uuid::from_u128(1));
        let forth = to_card(link(), (there, "z".into(), 9)).ok();
        let from_there = card_link::Model { board_id: there, card_id: "z".into(), seq: 9, ..link() };
        let back = to_card(from_there, (here, "b".into(), 7)).ok();
        assert!(forth.is_some());
        assert_eq!(forth, back);
        assert!(to_card(link(), (here, "a".into(), 7)).is_ok());
        assert!(to_card(link(), (here, "b".into(), 8)).is_err());
    }

    #[test]
    fn another_line_or_passage_is_another_link() {
        let line = |line: u128| card_link::Model { line_id: Some(Uuid::from_u128(line)), ..link() };
        assert!(is_same(&line(1), &card_link::Model { id: Uuid::from_u128(5), ..line(1) }));
        assert!(!is_same(&line(1), &line(2)));
        let passage = |start: &str| card_link::Model {
            kind: Kind::Passage,
            passage_start: Some(start.into()),
            quote: Some(start.into()),
            ..link()
        };
        assert!(
            is_same(&passage("a"), &card_link::Model { quote: None, ..passage("a") }),
            "the words may have changed"
        );
        assert!(!is_same(&passage("a"), &passage("b")));
    }
}
