//! Links, as each person sees them.

use uuid::Uuid;

use super::api::{CardLink, CardLinkList, CardLinkTarget, LinkedField};
use super::error::LinkError;
use super::store::{self, Seen};
use crate::access::Action;
use crate::app::App;
use crate::entity::card_link::{self, Kind};
use crate::partnerships::{self, Membership, Person};

/// All that somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<CardLinkList, LinkError> {
    me.may(Action::ReadBoards)?;
    let db = app.database.reader();
    let mut seen = store::seen(db, me).await?;
    store::retain_standing(db, me, &mut seen.links).await?;
    Ok(CardLinkList { items: shown(app, me, seen).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<CardLink, LinkError> {
    let mut seen = store::seen(app.database.reader(), me).await?;
    seen.links.retain(|link| link.id == id);
    shown(app, me, seen).await?.pop().ok_or(LinkError::NotFound)
}

async fn shown(app: &App, me: &Membership, mut seen: Seen) -> Result<Vec<CardLink>, LinkError> {
    let links = std::mem::take(&mut seen.links);
    let makers: Vec<Uuid> = links.iter().map(|link| link.made_by).collect();
    let people = partnerships::authors(app.database.reader(), me, makers).await?;
    let link = |link: card_link::Model| {
        Some(CardLink {
            id: link.id,
            board_id: link.board_id,
            card_id: link.card_id.clone(),
            made_by: Person::new(link.made_by, people.get(&link.made_by)),
            made_at: link.made_at,
            target: target(link, &seen)?,
        })
    };
    Ok(links.into_iter().filter_map(link).collect())
}

/// With what the card hangs together.
fn target(link: card_link::Model, seen: &Seen) -> Option<CardLinkTarget> {
    Some(match link.kind {
        Kind::Card => CardLinkTarget::Card { board_id: link.target_board_id?, card_id: link.target_card_id? },
        Kind::Passage => CardLinkTarget::Passage {
            board_id: link.target_board_id?,
            field: LinkedField::of(&link.root?)?,
            start: link.passage_start?,
            end: link.passage_end?,
            quote: link.quote?,
        },
        Kind::LedgerLine => {
            let line_id = link.line_id?;
            CardLinkTarget::LedgerLine { line_id, words: seen.lines.get(&line_id)?.words.clone() }
        }
    })
}
