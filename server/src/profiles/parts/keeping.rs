//! Saying what one is.

use serde_json::json;

use super::api::{OwnProfilePart, ProfilePart};
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::profile_part;
use crate::partnerships::{Desk, Membership};
use crate::precondition::IfMatch;
use crate::profiles::error::ProfileError;

/// Says one part of one's profile, if one did not since it was read. Before the first time, its version is 0.
///
/// Those hear of it who see it, or saw it before; nobody else, and it is on no record.
pub(super) async fn put_own(
    app: &App,
    me: &Membership,
    client: &Client,
    read: &IfMatch,
    own: &OwnProfilePart,
) -> Result<ProfilePart, ProfileError> {
    let content = own.content.read()?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = store::own(&desk.transaction, &desk.me, content.part()).await?;
    let version = before.as_ref().map_or(0, |before| before.version);
    read.check(version)?;
    own.visible_to.check(&desk.me)?;
    let after = profile_part::Model {
        partnership_id: desk.me.partnership_id,
        account_id: desk.me.account_id,
        part: content.part(),
        // Whoever acts for another partner by now says it as that.
        partner_id: desk.me.partner.as_ref().map(|partner| partner.id),
        content: serde_json::to_string(&content)?,
        visible_to: own.visible_to,
        changed_at: app.clock.now(),
        version: version + 1,
    };
    store::put(&desk.transaction, before.is_some(), after.clone()).await?;
    let states = before.iter().chain([&after]);
    let audiences = states.map(|state| state.visible_to.audience(state.account_id, state.partner_id));
    let data = json!({ "account": after.account_id, "part": after.part });
    desk.announce_to(audiences, "profile.changed", &data);
    desk.close().await?;
    ProfilePart::new(&after)
}
