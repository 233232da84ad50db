//! What a partnership is called and what it is for.

use serde_json::json;
use uuid::Uuid;

use super::change::Change;
use super::error::PartnershipError;
use super::store;
use crate::access::Action;
use crate::accounts::{Actor, Client};
use crate::app::App;

/// What is to be different; none for what stays.
pub(super) struct Renaming {
    pub(super) name: Option<String>,
    pub(super) challenge: Option<String>,
}

/// Changes it, and tells what changed.
pub(super) async fn rename(
    app: &App,
    actor: &Actor,
    client: &Client,
    partnership: Uuid,
    to: Renaming,
) -> Result<(), PartnershipError> {
    let (mut change, _) =
        Change::begin_as_member(app, actor, client, partnership, Action::ChangePartnership).await?;
    let now = &mut change.partnership;
    let mut fields = Vec::new();
    if let Some(name) = to.name.filter(|name| *name != now.name) {
        now.name = name;
        fields.push("name");
    }
    if let Some(challenge) = to.challenge.filter(|challenge| *challenge != now.challenge) {
        now.challenge = challenge;
        fields.push("challenge");
    }
    if fields.is_empty() {
        return Ok(());
    }
    store::put_partnership(&change.transaction, change.partnership.clone()).await?;
    change.happened("partnership.changed", partnership, json!({ "fields": fields }));
    change.commit().await
}
