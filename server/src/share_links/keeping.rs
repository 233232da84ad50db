//! Making links, and ending them.

use chrono::Days;
use serde_json::json;
use uuid::Uuid;

use super::error::ShareLinkError;
use super::store;
use crate::access::{Action, Denied, Role};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::share_link;
use crate::error::FieldError;
use crate::ids;
use crate::partnerships::{Audience, Desk, Membership};

/// More than this many to the same sort of thing cannot be used at a time.
const MOST: u64 = 20;
/// The longest that a link can be used, in days.
const LONGEST: u16 = 365;

/// To what sort of thing a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The ambition, as it was put before the partners.
    Ambition,
    /// One block of a canvas, about which one can say something.
    Block,
}

impl Scope {
    /// What is told when one is made, and when it is ended.
    const fn events(self) -> [&'static str; 2] {
        match self {
            Self::Ambition => ["ambition_link.made", "ambition_link.revoked"],
            Self::Block => ["block_link.made", "block_link.revoked"],
        }
    }
}

/// A link that is to be made.
#[derive(Clone, Debug)]
pub(crate) struct NewLink {
    pub(crate) days: u16,
    /// The canvas and the block that it leads to, and what is asked about that; to the ambition when left out.
    pub(crate) block: Option<(Uuid, &'static str, Option<String>)>,
}

/// For how many days a link can be used: 1 to 365.
pub(crate) fn days(given: u16) -> Result<u16, FieldError> {
    let in_range = (1..=LONGEST).contains(&given);
    if in_range { Ok(given) } else { Err(FieldError { field: "days", code: "out_of_range" }) }
}

/// Makes one; gives its id, and what stands in it.
pub(crate) async fn make(
    app: &App,
    me: &Membership,
    client: &Client,
    new: NewLink,
) -> Result<(Uuid, String), ShareLinkError> {
    let mut desk = Desk::open(app, me, client, Action::ShareLinks).await?;
    // What stands in a block is live, and everybody's: who shows it outside leads, or answers for their partner.
    if new.block.is_some() && desk.me.role != Role::Lead && !desk.me.mandated {
        return Err(Denied::ByRole.into());
    }
    let (now, scope) = (app.clock.now(), if new.block.is_some() { Scope::Block } else { Scope::Ambition });
    if store::count_usable(&desk.transaction, &desk.me, scope, now).await? >= MOST {
        return Err(ShareLinkError::Refused(FieldError { field: "days", code: "too_many" }));
    }
    let token = ids::token();
    let (board_id, block, question) = match new.block {
        Some((board, block, question)) => (Some(board), Some(block.to_owned()), question),
        None => (None, None, None),
    };
    let made = share_link::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        hash: ids::fingerprint(&token),
        made_by: desk.me.account_id,
        made_at: now,
        expires_at: now + Days::new(new.days.into()),
        revoked_at: None,
        board_id,
        block,
        question,
    };
    let id = made.id;
    store::add(&desk.transaction, made).await?;
    let [made, _] = scope.events();
    desk.happened(Audience::TakingPart, made, id, json!({ "link": id }));
    desk.close().await?;
    Ok((id, token))
}

/// Ends one, by who made it or a lead. Once more is no mistake.
pub(crate) async fn revoke(
    app: &App,
    me: &Membership,
    client: &Client,
    (scope, id): (Scope, Uuid),
) -> Result<(), ShareLinkError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let found = store::one(&desk.transaction, &desk.me, (scope, id)).await?.ok_or(ShareLinkError::NotFound)?;
    if found.made_by != desk.me.account_id && desk.me.role != Role::Lead {
        return Err(Denied::ByRole.into());
    }
    if found.revoked_at.is_some() {
        return Ok(());
    }
    let revoked = share_link::Model { revoked_at: Some(app.clock.now()), ..found };
    store::put(&desk.transaction, revoked).await?;
    let [_, revoked] = scope.events();
    desk.happened(Audience::TakingPart, revoked, id, json!({ "link": id }));
    Ok(desk.close().await?)
}
