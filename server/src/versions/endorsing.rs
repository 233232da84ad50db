//! Somebody with the mandate of a partner says whether it stands behind a version, and takes that back.

use serde_json::json;

use super::api::Said;
use super::error::VersionError;
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::endorsement::{Decided, What, about, decided_in, event};
use crate::entity::endorsement;
use crate::entity::version::Subject;
use crate::partnerships::{Audience, Desk, Membership};

/// Says for one's partner whether it stands behind a version. The same once more is no mistake.
pub(crate) async fn endorse(
    app: &App,
    me: &Membership,
    client: &Client,
    subject: Subject,
    number: i32,
    said: &Said,
) -> Result<(), VersionError> {
    let (answer, words) = (said.answer, said.words()?);
    let (mut desk, decided) = open(app, me, client, subject).await?;
    let partner = desk.speaks_for().await?;
    let version = decided.version(number).ok_or(VersionError::NotFound)?;
    if !decided.standing().can_be_answered(number) {
        return Err(VersionError::NotOpen);
    }
    let before = decided.said_by(version, partner);
    if before.is_some_and(|before| before.answer == answer && before.words == words) {
        return Ok(());
    }
    let given = endorsement::Model {
        version_id: version.id,
        partner_id: partner,
        answer,
        words,
        given_by: desk.me.account_id,
        given_at: app.clock.now(),
    };
    store::put_endorsement(&desk.transaction, given).await?;
    let mut data = about(version);
    (data["partner"], data["answer"]) = (json!(partner), json!(answer));
    desk.happened(Audience::Partnership, event(subject, What::Endorsed), version.id, data);
    telling::follow(&mut desk, subject, decided.standing()).await?;
    Ok(desk.close().await?)
}

/// Takes back what was said for one's partner, without a reason; as long as the partnership is not concluded.
pub(crate) async fn reconsider(
    app: &App,
    me: &Membership,
    client: &Client,
    subject: Subject,
    number: i32,
) -> Result<(), VersionError> {
    let (mut desk, decided) = open(app, me, client, subject).await?;
    let partner = desk.speaks_for().await?;
    let version = decided.version(number).ok_or(VersionError::NotFound)?;
    if decided.said_by(version, partner).is_none() {
        return Ok(());
    }
    store::take_back(&desk.transaction, version.id, partner).await?;
    let mut data = about(version);
    data["partner"] = json!(partner);
    desk.happened(Audience::Partnership, event(subject, What::Reconsidered), version.id, data);
    telling::follow(&mut desk, subject, decided.standing()).await?;
    Ok(desk.close().await?)
}

async fn open<'a>(
    app: &'a App,
    me: &Membership,
    client: &'a Client,
    subject: Subject,
) -> Result<(Desk<'a>, Decided), VersionError> {
    let desk = Desk::open(app, me, client, Action::Endorse).await?;
    let decided = decided_in(&desk.transaction, desk.me.partnership_id, subject).await?;
    Ok((desk, decided))
}
