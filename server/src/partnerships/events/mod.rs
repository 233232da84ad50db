//! Events: what happened in a partnership, told to those whom it concerns while it happens.
//!
//! There is one *stream* for each audience: the partnership, each partner in it, each account in it. Everybody hears
//! three of them, the partnership's, their partner's and their own, over one WebSocket. A stream is numbered by
//! itself and without a gap, so that no number tells that something happened which one may not know of; and it is
//! numbered under a lock on its row, so that the order of numbers is the order of commits and nobody who reads up to a
//! number has passed over a smaller one.
//!
//! Whatever announces something does so in the transaction that makes it true ([`announce`]), as the last thing in
//! it, and rings the partnership's bell once that is committed. Who rings no bell, because it is another process, is
//! heard within two seconds ([`tend_events`]).
//!
//! An event says what changed by ids and names of fields, never by a text that somebody wrote: those are read where
//! the right to read them is looked at.

mod api;
mod cursor;
mod feed;
mod live;
mod news;
mod store;
mod tending;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value;
use uuid::Uuid;

pub(super) use self::live::events;
pub(super) use self::news::{remember_visit, what_is_new};
pub use self::tending::tend_events;
use super::crowd::{Present, everybody_in};
use crate::access::Role;
use crate::entity::event_stream;

/// Whom something concerns, within a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody in it, observers too.
    Partnership,
    /// Whoever acts for a partner, and leads; not observers.
    TakingPart,
    /// Those who act for this partner.
    Partner(Uuid),
    /// One person.
    Account(Uuid),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// Whom it concerns.
    pub audience: Audience,
    /// A noun with a past verb, as `card.added`.
    pub kind: String,
    /// Who did it; nobody when it was several people, or none.
    pub actor: Option<Uuid>,
    /// Ids and what changed, as an object; never a text that somebody wrote.
    pub data: Value,
}

/// Tells what happened in a partnership. Call it last in the transaction that makes it so, because until that ends
/// whoever else has something to tell the same audience waits; and once it is committed, ring the partnership's bell.
pub async fn announce(
    db: &impl ConnectionTrait,
    partnership: Uuid,
    announcements: Vec<Announcement>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    // Streams are locked in one order, so that two transactions cannot wait for each other.
    let mut by_stream: BTreeMap<Stream, Vec<Announcement>> = BTreeMap::new();
    for announcement in announcements {
        for stream in announcement.audience.streams(db, partnership).await? {
            by_stream.entry(stream).or_default().push(announcement.clone());
        }
    }
    for (stream, announcements) in by_stream {
        store::append(db, partnership, stream, announcements, at).await?;
    }
    Ok(())
}

/// One stream: of which kind, and the partnership, the partner or the account that it is for.
type Stream = (event_stream::Audience, Uuid);

impl Audience {
    /// Those by which everybody in it hears something, and nobody hears it twice.
    async fn streams(self, db: &impl ConnectionTrait, partnership: Uuid) -> Result<BTreeSet<Stream>, DbErr> {
        let streams = match self {
            Self::Partnership => BTreeSet::from([(event_stream::Audience::Partnership, partnership)]),
            Self::Partner(id) => BTreeSet::from([(event_stream::Audience::Partner, id)]),
            Self::Account(id) => BTreeSet::from([(event_stream::Audience::Account, id)]),
            Self::TakingPart => everybody_in(db, partnership).await?.iter().filter_map(stream_of).collect(),
        };
        Ok(streams)
    }
}

/// By which stream somebody who takes part hears of it; observers by none.
fn stream_of(present: &Present) -> Option<Stream> {
    match (present.partner_id, present.role) {
        (Some(partner), _) => Some((event_stream::Audience::Partner, partner)),
        (None, Role::Lead) => Some((event_stream::Audience::Account, present.account_id)),
        (None, Role::Member | Role::Observer) => None,
    }
}
