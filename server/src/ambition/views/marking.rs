//! Marking in what the views of partners touch.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use super::api::{NewOverlap, OverlapPart};
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::entity::{overlap, partner_view};
use crate::ids;
use crate::partnerships::{self, Audience, Desk, Membership};

/// More than this many mark everything, and so nothing.
const MOST: u64 = 100;

/// Marks one; gives its id.
pub(super) async fn mark(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewOverlap,
) -> Result<Uuid, AmbitionError> {
    let (words, parts) = (new.words()?, new.parts()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let named: BTreeSet<Uuid> = parts.iter().map(|part| part.partner_id).collect();
    let known = partnerships::partner_marks(&desk.transaction, desk.me.partnership_id).await?;
    if named.len() < 2 || named.len() < parts.len() {
        return Err(AmbitionError::refused("parts", "two_partners"));
    }
    if !named.iter().all(|partner| known.contains_key(partner)) {
        return Err(AmbitionError::refused("parts", "unknown"));
    }
    let views = store::views(&desk.transaction, &desk.me).await?;
    if !parts.iter().all(|part| is_said(part, &views)) {
        return Err(AmbitionError::refused("parts", "not_there"));
    }
    if store::count_overlaps(&desk.transaction, &desk.me).await? >= MOST {
        return Err(AmbitionError::refused("words", "too_many"));
    }
    let marked = overlap::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        words,
        parts: serde_json::to_string(&parts)?,
        marked_by: desk.me.account_id,
        marked_at: app.clock.now(),
    };
    let id = marked.id;
    store::add_overlap(&desk.transaction, marked).await?;
    desk.happened(Audience::TakingPart, "overlap.marked", id, json!({ "overlap": id }));
    desk.close().await?;
    Ok(id)
}

/// Whether a partner says what is quoted of it: nobody puts words into its mouth. However lines and spaces were copied.
fn is_said(part: &OverlapPart, views: &[partner_view::Model]) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = words(&part.quote);
    let of_partner = views.iter().filter(|view| view.partner_id == part.partner_id);
    quote.is_empty()
        || of_partner.flat_map(|view| [&view.seeing, &view.doing]).any(|said| words(said).contains(&quote))
}

/// Takes one away.
pub(super) async fn unmark(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), AmbitionError> {
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    store::overlap(&desk.transaction, &desk.me, id).await?.ok_or(AmbitionError::NotFound)?;
    store::remove_overlap(&desk.transaction, id).await?;
    desk.happened(Audience::TakingPart, "overlap.removed", id, json!({ "overlap": id }));
    Ok(desk.close().await?)
}
