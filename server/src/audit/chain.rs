//! How entries hang together.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use super::Deed;
use crate::entity::{audit_chain, audit_entry};

/// The entry that follows the end of a chain.
pub(super) fn entry(end: &audit_chain::Model, deed: &Deed, at: DateTime<Utc>) -> audit_entry::Model {
    let mut entry = audit_entry::Model {
        chain_id: end.id,
        number: end.last_number + 1,
        at,
        actor_id: deed.actor,
        action: deed.action.to_owned(),
        subject_id: deed.subject,
        data: deed.data.to_string(),
        hash: Vec::new(),
    };
    entry.hash = hash(&end.last_hash, &entry);
    entry
}

/// SHA-256 over the hash before and everything an entry says, each with its length, so that no two entries read the
/// same.
pub(super) fn hash(before: &[u8], entry: &audit_entry::Model) -> Vec<u8> {
    let mut hash = Sha256::new();
    let nobody = b"".as_slice();
    for part in [
        before,
        entry.chain_id.as_bytes(),
        &entry.number.to_be_bytes(),
        &entry.at.timestamp_micros().to_be_bytes(),
        entry.actor_id.as_ref().map_or(nobody, |id| id.as_bytes()),
        entry.action.as_bytes(),
        entry.subject_id.as_ref().map_or(nobody, |id| id.as_bytes()),
        entry.data.as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}
