//! What a guest sees and says, by a link.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use serde_json::json;
use uuid::Uuid;

use super::api::{NewGuestRemark, SharedBlock};
use super::error::RemarkError;
use super::store;
use crate::access::{Role, Stage};
use crate::accounts::Client;
use crate::app::App;
use crate::boards;
use crate::entity::{guest_remark, partnership, share_link};
use crate::ids;
use crate::notifications::{self, Kind, Notice};
use crate::partnerships::{self, Audience, Happening};
use crate::prose;
use crate::share_links::{self, Scope};

/// In characters.
const LONGEST_NAME: usize = 80;
const LONGEST_WORDS: usize = 1000;
/// More than this many by one link that nobody dealt with yet nobody reads.
const MOST: u64 = 100;

/// The block that a link shows.
pub(super) async fn block(app: &App, token: &str) -> Result<SharedBlock, RemarkError> {
    let db = app.database.reader();
    let found = share_links::usable(db, token, Scope::Block, app.clock.now()).await?;
    let (link, partnership) = found.ok_or(RemarkError::NotFound)?;
    let (board, block) = link.board_id.zip(link.block).ok_or(RemarkError::NotFound)?;
    let cards = boards::cards_of_block(app, board, block.clone()).await?;
    Ok(SharedBlock {
        is_open: is_open(&partnership),
        partnership: partnership.name,
        block,
        question: link.question,
        cards,
        expires_at: link.expires_at,
    })
}

/// Takes what somebody says about the block; once, however often it is sent.
pub(super) async fn remark(app: &App, client: &Client, new: &NewGuestRemark) -> Result<(), RemarkError> {
    let name = prose::none_or_line(&new.name, LONGEST_NAME);
    let name = name.map_err(|code| RemarkError::refused("name", code))?;
    let words = prose::sentences(&new.words, LONGEST_WORDS);
    let words = words.map_err(|code| RemarkError::refused("words", code))?;
    let now = app.clock.now();
    // Who has no link, or one that takes no more, keeps nobody waiting who writes.
    let (link, partnership) = open_link(app.database.reader(), &new.token, now).await?;
    if is_there(app.database.reader(), &link, new).await? {
        return Ok(());
    }
    let transaction = app.database.begin().await?;
    // One at a time: what is sent twice at the same moment is there once, and a hundred are a hundred.
    partnerships::lock_by_id(&transaction, partnership.id).await?;
    // And who waited finds it as it is now, perhaps ended.
    let (link, partnership) = open_link(&transaction, &new.token, now).await?;
    let (board_id, block) = link.board_id.zip(link.block.clone()).ok_or(RemarkError::NotFound)?;
    if is_there(&transaction, &link, new).await? {
        return Ok(());
    }
    let remark = guest_remark::Model {
        id: ids::ordered(),
        partnership_id: partnership.id,
        link_id: link.id,
        sent_id: new.id,
        board_id,
        block,
        name,
        words,
        said_at: now,
        settled_at: None,
        settled_by: None,
    };
    let rung = tell_who_asked(app, &transaction, &link, board_id).await?;
    let happening = Happening {
        partnership: partnership.id,
        audience: Audience::TakingPart,
        actor: None,
        from: client.address,
        what: "guest_remark.said",
        subject: remark.id,
        data: json!({ "remark": remark.id, "canvas": board_id }),
    };
    store::add(&transaction, remark).await?;
    partnerships::happened(&transaction, happening, now).await?;
    transaction.commit().await?;
    app.bells.ring(partnership.id);
    app.bells.ring_all(rung);
    Ok(())
}

/// Whether it was sent before.
///
/// # Errors
/// When it was not, and the link takes no more.
async fn is_there(
    db: &impl ConnectionTrait,
    link: &share_link::Model,
    new: &NewGuestRemark,
) -> Result<bool, RemarkError> {
    if store::sent(db, (link.id, new.id)).await?.is_some() {
        return Ok(true);
    }
    let is_full = store::count_waiting(db, link.id).await? >= MOST;
    if is_full { Err(RemarkError::refused("words", "too_many")) } else { Ok(false) }
}

/// The link by which something can be said, and where.
async fn open_link(
    db: &impl ConnectionTrait,
    token: &str,
    now: DateTime<Utc>,
) -> Result<(share_link::Model, partnership::Model), RemarkError> {
    let found = share_links::usable(db, token, Scope::Block, now).await?;
    found.filter(|(_, partnership)| is_open(partnership)).ok_or(RemarkError::NotFound)
}

/// Whoever asked hears of it, once until they look. Gives whose bells are to be rung.
async fn tell_who_asked(
    app: &App,
    db: &DatabaseTransaction,
    link: &share_link::Model,
    canvas: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    let mut rung = notifications::settle(app, db, link.id).await?;
    if let Some(asked) = who_asked(db, link).await? {
        notifications::tell(app, db, &[asked], notice(link, canvas)).await?;
        rung.push(asked);
    }
    Ok(rung)
}

/// Who made a link, as long as they may read what is said by it.
async fn who_asked(db: &impl ConnectionTrait, link: &share_link::Model) -> Result<Option<Uuid>, DbErr> {
    let everybody = partnerships::everybody_in(db, link.partnership_id).await?;
    let asked =
        everybody.iter().find(|present| present.account_id == link.made_by && present.role != Role::Observer);
    Ok(asked.map(|present| present.account_id))
}

fn notice(link: &share_link::Model, canvas: Uuid) -> Notice {
    Notice {
        kind: Kind::RemarkFromOutside,
        by: None,
        partnership: Some(link.partnership_id),
        subject: Some(link.id),
        title: None,
        leads_to: format!("/partnerships/{}/canvas/{canvas}", link.partnership_id),
    }
}

/// What is concluded stays as it is.
fn is_open(partnership: &partnership::Model) -> bool {
    partnership.status.stage() == Stage::Underway
}
