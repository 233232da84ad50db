//! Links to blocks are made, and what was said by them is dealt with.

use serde_json::json;
use uuid::Uuid;

use super::api::{NewBlockLink, Settled};
use super::error::RemarkError;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::boards::{self, Kind};
use crate::entity::guest_remark;
use crate::partnerships::{Audience, Desk, Membership};
use crate::prose;
use crate::share_links::{self, NewLink, ShareLinkError};

/// In characters.
const LONGEST_QUESTION: usize = 300;

/// Makes a link to a block; gives its id, and what stands in it.
pub(super) async fn make_link(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewBlockLink,
) -> Result<(Uuid, String), RemarkError> {
    me.may(Action::ShareLinks)?;
    let days = share_links::days(new.days).map_err(ShareLinkError::Refused)?;
    let block = boards::block_ids().find(|block| *block == new.block);
    let block = block.ok_or_else(|| RemarkError::refused("block", "unknown"))?;
    let question = prose::none_or_sentences(new.question.as_deref().unwrap_or_default(), LONGEST_QUESTION);
    let question = question.map_err(|code| RemarkError::refused("question", code))?;
    let question = Some(question).filter(|question| !question.is_empty());
    let found = boards::board_of(app.database.reader(), me.account_id, new.board_id).await?;
    let is_here = |(board, there): &(boards::Board, Membership)| {
        board.kind == Kind::Canvas && there.partnership_id == me.partnership_id
    };
    let (board, _) = found.filter(is_here).ok_or_else(|| RemarkError::refused("board_id", "unknown"))?;
    let link = NewLink { days, block: Some((board.id, block, question)) };
    Ok(share_links::make(app, me, client, link).await?)
}

/// Says that something is dealt with, or that it is not.
pub(super) async fn settle(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, wanted): (Uuid, &Settled),
) -> Result<(), RemarkError> {
    let mut desk = Desk::open(app, me, client, Action::Comment).await?;
    let remark = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RemarkError::NotFound)?;
    if remark.settled_at.is_some() == wanted.settled {
        return Ok(());
    }
    let (now, by) = (app.clock.now(), desk.me.account_id);
    let settled = guest_remark::Model {
        settled_at: wanted.settled.then_some(now),
        settled_by: wanted.settled.then_some(by),
        ..remark
    };
    store::put(&desk.transaction, settled).await?;
    let what = if wanted.settled { "guest_remark.settled" } else { "guest_remark.reopened" };
    desk.happened(Audience::TakingPart, what, id, json!({ "remark": id }));
    Ok(desk.close().await?)
}
