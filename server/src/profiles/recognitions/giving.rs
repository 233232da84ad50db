//! Recognising a core quality in somebody else.

use serde_json::json;
use uuid::Uuid;

use super::api::NewRecognition;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::recognition::{self, State};
use crate::ids;
use crate::notifications::{Kind, Notice};
use crate::partnerships::{Audience, Desk, Membership, hold};
use crate::profiles::error::ProfileError;

/// Recognises one; gives its id. Only the two of them hear of it, and it is on no record.
pub(super) async fn give(
    app: &App,
    me: &Membership,
    client: &Client,
    new: &NewRecognition,
) -> Result<Uuid, ProfileError> {
    let (quality, example) = (new.quality()?, new.example()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if new.account_id == desk.me.account_id {
        return Err(ProfileError::refused("account_id", "oneself"));
    }
    let about = hold(&desk.transaction, new.account_id, desk.me.partnership_id).await?;
    let about = about.filter(|about| about.may(Action::SpeakForOneself).is_ok());
    let about = about.ok_or_else(|| ProfileError::refused("account_id", "unknown"))?;
    if store::given_before(&desk.transaction, &desk.me, about.account_id, &quality).await? {
        return Err(ProfileError::RecognisedBefore);
    }
    let given = recognition::Model {
        id: ids::unordered(),
        partnership_id: desk.me.partnership_id,
        about: about.account_id,
        given_by: desk.me.account_id,
        quality,
        example,
        given_at: app.clock.now(),
        state: State::New,
        thanked_at: None,
    };
    store::add(&desk.transaction, given.clone()).await?;
    let notice = notice(&desk, Kind::QualityRecognised, &given);
    desk.tell(&[given.about], notice).await?;
    announce(&mut desk, &given, [Audience::Account(given.about), Audience::Account(given.given_by)]);
    desk.close().await?;
    Ok(given.id)
}

/// Takes back what one recognised in somebody.
pub(super) async fn take_back(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), ProfileError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let found = store::seen_one(&desk.transaction, &desk.me, id).await?;
    let given = found.filter(|of| of.given_by == desk.me.account_id).ok_or(ProfileError::NotFound)?;
    store::remove(&desk.transaction, id).await?;
    desk.settle(id).await?;
    let audiences = store::audiences(&desk.transaction, &given).await?;
    announce(&mut desk, &given, audiences);
    Ok(desk.close().await?)
}

/// Those hear that a recognition changed who see it, or saw it before.
pub(super) fn announce(
    desk: &mut Desk<'_>,
    of: &recognition::Model,
    audiences: impl IntoIterator<Item = Audience>,
) {
    desk.announce_to(audiences, "recognition.changed", &json!({ "recognition": of.id, "about": of.about }));
}

/// What somebody is told in person of a recognition.
pub(super) fn notice(desk: &Desk<'_>, kind: Kind, of: &recognition::Model) -> Notice {
    Notice {
        kind,
        by: Some(desk.me.account_id),
        partnership: Some(desk.me.partnership_id),
        subject: Some(of.id),
        title: None,
        leads_to: format!("/partnerships/{}/profiles/{}", desk.me.partnership_id, of.about),
    }
}
