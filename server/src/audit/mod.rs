//! The audit log: who did what, when and from where. Never what somebody wrote, answered or keeps secret.
//!
//! There is one *chain* for the platform, one for each organisation and one for each partnership. An entry carries the
//! hash of the one before it, so that a chain cannot be changed in the middle without a trace, and the database refuses
//! to change or delete one. From where somebody came stands apart, because it is forgotten after a month.

mod chain;
mod store;
mod verify;

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value;
use uuid::Uuid;

pub use self::store::{Entry, entries};
pub use self::verify::{Break, BreakKind, Verified, verify};

/// Whose log something belongs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// The installation's: organisations and those who administer it.
    Platform,
    /// An organisation's: its accounts, and the partnerships it takes part in.
    Organisation(Uuid),
    /// A partnership's: its partners and members, and what they decided.
    Partnership(Uuid),
}

/// Something that somebody did.
#[derive(Clone, Debug)]
pub struct Deed {
    /// Whose log it belongs in.
    pub chain: Chain,
    /// Who; nobody for what the server did by itself, or what somebody did who was not signed in.
    pub actor: Option<Uuid>,
    /// From where, if over the network.
    pub from: Option<IpAddr>,
    /// A noun with a past verb, as `account.invited`; at most 64 bytes.
    pub action: &'static str,
    /// What was acted on.
    pub subject: Option<Uuid>,
    /// Ids and names of what changed, as an object.
    pub data: Value,
}

/// Puts a deed on record, in the transaction in which it is done: after everything else but the events, because until
/// that ends whoever else has something for the same chain waits.
pub async fn record(db: &impl ConnectionTrait, deed: Deed, at: DateTime<Utc>) -> Result<(), DbErr> {
    let end = store::lock(db, deed.chain).await?;
    let entry = chain::entry(&end, &deed, at);
    store::append(db, entry, deed.from).await
}
