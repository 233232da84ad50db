//! Something happened in a partnership: it is put on record, and announced to those who may know of it.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value;
use uuid::Uuid;

use super::events::{Announcement, Audience, announce};
use crate::audit::{self, Chain, Deed};

/// Something that happened in a partnership.
#[derive(Clone, Debug)]
pub struct Happening {
    /// The partnership.
    pub partnership: Uuid,
    /// Who hears of it.
    pub audience: Audience,
    /// Who did it; nobody when the server did.
    pub actor: Option<Uuid>,
    /// From where, if over the network.
    pub from: Option<IpAddr>,
    /// A noun with a past verb, as `scan.opened`.
    pub what: &'static str,
    /// What it happened to.
    pub subject: Uuid,
    /// Ids and names of what changed, as an object; never a text that somebody wrote.
    pub data: Value,
}

/// Puts it on record and tells those who may know of it; last in the transaction that makes it so. Ring the
/// partnership's bell once that is committed.
pub async fn happened(db: &impl ConnectionTrait, happening: Happening, at: DateTime<Utc>) -> Result<(), DbErr> {
    let partnership = happening.partnership;
    let announcement = record(db, happening, at).await?;
    announce(db, partnership, vec![announcement], at).await
}

/// Puts it on record; gives what is to be announced.
pub(super) async fn record(
    db: &impl ConnectionTrait,
    happening: Happening,
    at: DateTime<Utc>,
) -> Result<Announcement, DbErr> {
    let Happening { partnership, audience, actor, from, what, subject, data } = happening;
    let deed = Deed {
        chain: Chain::Partnership(partnership),
        actor,
        from,
        action: what,
        subject: Some(subject),
        data: data.clone(),
    };
    audit::record(db, deed, at).await?;
    Ok(Announcement { audience, kind: what.to_owned(), actor, data })
}
