//! Canvases are made, renamed, chosen and put away.

use bytes::Bytes;
use serde_json::json;
use uuid::Uuid;
use yrs::{ReadTxn as _, StateVector, Transact as _};

use super::api::{self, CanvasChoice, CanvasTitle, NewCanvas, PutAway};
use super::error::CanvasError;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::boards::api::Note;
use crate::boards::edits::{self, NewCard};
use crate::boards::kind::Kind;
use crate::boards::log_store::append_to_log;
use crate::boards::{blocks, content};
use crate::entity::board;
use crate::ids;
use crate::partnerships::{Audience, Desk, DeskError, Membership};
use crate::realtime::{Append, Appended, Document, Row};

/// More variants than this, put away or not, nobody holds apart.
const MOST: usize = 30;

/// Makes one; gives its id. A copy is there with all its cards, or not at all.
pub(super) async fn make(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewCanvas,
) -> Result<Uuid, CanvasError> {
    me.may(Action::WriteBoards)?;
    let title = api::title(&new.title)?;
    let cards = match new.copy_of {
        Some(source) => Some(cards_of(app, me, source).await?),
        None => None,
    };
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    if check_title(&desk, None, &title).await? >= MOST {
        return Err(CanvasError::refused("title", "too_many"));
    }
    let (author, now) = (desk.me.account_id, app.clock.now());
    let made = board::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        kind: Kind::Canvas.id().to_owned(),
        title,
        last_seq: 0,
        created_at: now,
        is_current: false,
        copied_from: new.copy_of,
        made_by: Some(author),
        put_away_at: None,
    };
    let id = made.id;
    store::add(&desk.transaction, made).await?;
    if let Some(payload) = cards.and_then(|cards| document(id, cards)) {
        let append = Append { board: id, after: 0, rows: vec![Row { author, payload }] };
        let appended = append_to_log(&desk.transaction, &append, now).await?;
        if !matches!(appended, Appended::Stored { .. }) {
            return Err(DeskError::NotFound.into());
        }
    }
    desk.happened(Audience::Partnership, "canvas.made", id, json!({ "canvas": id }));
    desk.close().await?;
    Ok(id)
}

/// Calls it otherwise.
pub(super) async fn rename(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, new): (Uuid, &CanvasTitle),
) -> Result<(), CanvasError> {
    let title = api::title(&new.title)?;
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let canvas = found(&desk, id).await?;
    if canvas.title == title {
        return Ok(());
    }
    check_title(&desk, Some(id), &title).await?;
    store::put(&desk.transaction, board::Model { title, ..canvas }).await?;
    desk.happened(Audience::Partnership, "canvas.renamed", id, json!({ "canvas": id }));
    Ok(desk.close().await?)
}

/// From now on this one counts.
pub(super) async fn choose(
    app: &App,
    me: &Membership,
    client: &Client,
    choice: &CanvasChoice,
) -> Result<(), CanvasError> {
    let mut desk = Desk::open(app, me, client, Action::ProposeVersions).await?;
    let chosen = found(&desk, choice.board_id).await?;
    if chosen.put_away_at.is_some() {
        return Err(CanvasError::IsPutAway);
    }
    if chosen.is_current {
        return Ok(());
    }
    // The one before first: two cannot count, not even for a moment.
    for before in store::all(&desk.transaction, &desk.me).await?.into_iter().filter(|canvas| canvas.is_current) {
        store::put(&desk.transaction, board::Model { is_current: false, ..before }).await?;
    }
    let id = chosen.id;
    store::put(&desk.transaction, board::Model { is_current: true, ..chosen }).await?;
    desk.happened(Audience::Partnership, "canvas.made_current", id, json!({ "canvas": id }));
    Ok(desk.close().await?)
}

/// Puts one out of sight, or brings it back.
pub(super) async fn put_away(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, wanted): (Uuid, &PutAway),
) -> Result<(), CanvasError> {
    let mut desk = Desk::open(app, me, client, Action::WriteBoards).await?;
    let canvas = found(&desk, id).await?;
    if canvas.put_away_at.is_some() == wanted.put_away {
        return Ok(());
    }
    if canvas.is_current {
        return Err(CanvasError::IsCurrent);
    }
    let put_away_at = wanted.put_away.then(|| app.clock.now());
    store::put(&desk.transaction, board::Model { put_away_at, ..canvas }).await?;
    let what = if wanted.put_away { "canvas.put_away" } else { "canvas.brought_back" };
    desk.happened(Audience::Partnership, what, id, json!({ "canvas": id }));
    Ok(desk.close().await?)
}

async fn found(desk: &Desk<'_>, id: Uuid) -> Result<board::Model, CanvasError> {
    store::one(&desk.transaction, &desk.me, id).await?.ok_or(CanvasError::NotFound)
}

/// Whether none but `own` is called so; gives how many there are.
async fn check_title(desk: &Desk<'_>, own: Option<Uuid>, title: &str) -> Result<usize, CanvasError> {
    let canvases = store::all(&desk.transaction, &desk.me).await?;
    let wanted = title.to_lowercase();
    let is_taken = |canvas: &board::Model| Some(canvas.id) != own && canvas.title.to_lowercase() == wanted;
    if canvases.iter().any(is_taken) {
        return Err(CanvasError::refused("title", "taken"));
    }
    Ok(canvases.len())
}

/// What stands on a canvas that somebody may read.
async fn cards_of(app: &App, me: &Membership, id: Uuid) -> Result<Vec<Note>, CanvasError> {
    let canvas = store::one(app.database.reader(), me, id).await?;
    let canvas = canvas.ok_or_else(|| CanvasError::refused("copy_of", "unknown"))?;
    let look = |document: &Document, _| content::entries(&document.doc().transact(), "notes", content::note);
    Ok(app.rooms.read(canvas.id, Kind::Canvas.vocabulary(), look).await?)
}

/// A document with these cards in their order, each with a key of its own; none when there is nothing to copy.
fn document(canvas: Uuid, cards: Vec<Note>) -> Option<Bytes> {
    let card = |(place, note): (usize, Note)| {
        let (id, block) = (ids::derived(canvas, place).to_string(), blocks::Block::by_id(&note.block)?);
        let partner = note.partner.and_then(|partner| partner.parse().ok());
        Some(NewCard { id, block, text: note.text, partner, position: None })
    };
    let cards: Vec<NewCard> = cards.into_iter().enumerate().filter_map(card).collect();
    if cards.is_empty() {
        return None;
    }
    let doc = edits::blank();
    edits::add_cards(&mut doc.transact_mut(), cards).ok()?;
    Some(Bytes::from(doc.transact().encode_state_as_update_v1(&StateVector::default())))
}
